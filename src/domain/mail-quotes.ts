// Parts what she wrote in a mail from the mail that she answers and from her signature.

import { once } from './once.ts';

export interface OwnWords {
  /** What she wrote; all of it when nothing else would be left. */
  text: string;
  /** What was cut: the quoted mail and the signature. */
  cut: string;
}

/** Before a mail that is passed on: it stays, with all that follows. */
const forwardedMail = once(
  () =>
    /^[\s*_-]*(-{2,}\s*(forwarded message|weitergeleitete nachricht|message transf[ée]r[ée]|mensaje reenviado|mensagem encaminhada|messaggio inoltrato|doorgestuurd bericht|转发邮件|転送メッセージ|пересылаемое сообщение|original message begins)\s*-*|begin forwarded message:|anfang der weitergeleiteten nachricht:|début du message réexpédié\s*:|inicio del mensaje reenviado:)/i,
);

/** The subject of a mail that is passed on as a whole. */
const FORWARDING_SUBJECT = /^\s*(fwd?|wg|tr|rv|enc|i|vs|doorst|转发|轉寄)\s*[:：]/i;

const originalMail = once(
  () =>
    /^[\s>*_-]*-{2,}\s*(original message|original appointment|urspr[üu]ngliche nachricht|message d['’]origine|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|原始邮件|original-nachricht)\s*-*\s*$/i,
);

/** `On Monday, … Ana wrote:` in the languages of the usual programs. */
const attribution = once(
  () =>
    /(?:^\s*(on|am|le|el|em|il|op|den|dne|w dniu|в|a|dnia)\b.{4,}|^.{6,})(wrote|schrieb|a [ée]crit|escribi[óo]|escreveu|ha scritto|schreef|skrev|napisał\(?a?\)?|написал\(?а?\)?|пишет|写道|寫道).{0,80}\s*[:：]\s*$/i,
);

const HEADER_FROM = /^[\s*]*(from|von|de|da|van|från|od|от|发件人|寄件者)[\s*]*[:：]/i;
const headerDate = once(
  () =>
    /^[\s*]*(sent|date|gesendet|datum|envoy[ée]|enviado( el)?|fecha|data|inviato|verzonden|skickat|отправлено|дата|发送时间|日期)[\s*]*[:：]/i,
);
const headerSubject = once(
  () =>
    /^[\s*]*(subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|temat|тема|主题|主旨)[\s*]*[:：]/i,
);

const LONGEST_SIGNATURE = 12;
const SIGNATURE = /^--\s?$/;
const sentFrom = once(
  () =>
    /^\s*(sent from (my|the|mail for|outlook|yahoo|proton|samsung|aol)\b.{0,60}|get outlook for .{0,40}|von meinem .{1,40} gesendet|envoy[ée] de mon .{1,40}|enviado desde (mi|el) .{1,40}|enviado do meu .{1,40}|inviato da .{1,40}|发自我的.{0,20})$/i,
);

/** No mark is longer than this; longer lines are not searched for one. */
const LONGEST = 300;

const isQuote = (line: string) => /^\s*>/.test(line);
const isBlank = (line: string) => line.trim() === '';

/** Nothing of a mail that is passed on is cut, because it is what she wants to show. */
export function ownWords(text: string, subject: string): OwnWords {
  const lines = text.split('\n');
  if (FORWARDING_SUBJECT.test(subject)) return { text: text.trim(), cut: '' };
  const at = lines.findIndex((line) => line.length <= LONGEST && forwardedMail().test(line));
  const above = at < 0 ? lines : lines.slice(0, at);
  const forwarded = at < 0 ? [] : lines.slice(at);
  const { kept, cut } = withoutQuotes(above);
  const own = [...kept, ...forwarded].join('\n').trim();
  if (own === '') return { text: text.trim(), cut: '' };
  return { text: own, cut: cut.join('\n').trim() };
}

function withoutQuotes(lines: readonly string[]): { kept: string[]; cut: string[] } {
  const kept: string[] = [];
  const cut: string[] = [];
  const cutTill = (from: number, end: number) => {
    for (let at = from; at < end; at++) cut.push(lines[at] as string);
  };
  let isQuoting = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    const length = attributionAt(lines, at);
    if (length > 0) {
      cutTill(at, at + length);
      at += length - 1;
      if (!hasQuoteNext(lines, at + 1)) return { kept, cut: cut.concat(lines.slice(at + 1)) };
      isQuoting = true;
    } else if (isOriginalHere(lines, at)) return { kept, cut: cut.concat(lines.slice(at)) };
    else if (isSignatureHere(lines, at)) {
      const next = lines.findIndex(
        (other, index) => index > at && attributionAt(lines, index) > 0 && !isQuote(other),
      );
      const end = next < 0 ? lines.length : next;
      cutTill(at, end);
      at = end - 1;
    } else if (isQuoting && (isQuote(line) || (isBlank(line) && hasQuoteNext(lines, at)))) cut.push(line);
    else kept.push(line);
  }
  return { kept, cut };
}

/** How many lines the attribution takes that begins here: some programs break it. 0 when none does. */
function attributionAt(lines: readonly string[], at: number): number {
  const first = lines[at] as string;
  if (isBlank(first) || isQuote(first) || first.length > LONGEST) return 0;
  let text = '';
  for (let length = 1; length <= 3; length++) {
    const line = lines[at + length - 1];
    if (line === undefined || isBlank(line) || isQuote(line)) return 0;
    text = `${text} ${line.trim()}`.trim();
    if (text.length > LONGEST) return 0;
    const isUsual = /[:：]$/.test(text) && attribution().test(text) && /\d|@/.test(text);
    if (
      isUsual &&
      (length === 1 || /^\s*(on|am|le|el|em|il|op)\b/i.test(first) || hasQuoteNext(lines, at + length))
    )
      return length;
  }
  return 0;
}

function hasQuoteNext(lines: readonly string[], at: number): boolean {
  const next = lines.slice(at, at + 4).find((line) => !isBlank(line));
  return next !== undefined && isQuote(next);
}

/** Whether the mail that she answers begins here, unmarked but for its first lines, as Outlook has it. */
function isOriginalHere(lines: readonly string[], at: number): boolean {
  const line = lines[at] as string;
  if (line.length > LONGEST) return false;
  if (originalMail().test(line)) return true;
  const start = /^\s*_{8,}\s*$/.test(line) ? at + 1 : at;
  const [from = '', ...rest] = lines
    .slice(start, start + 8)
    .filter((other) => !isBlank(other) && other.length <= LONGEST);
  if (!HEADER_FROM.test(from)) return false;
  return rest.some((other) => headerDate().test(other)) && rest.some((other) => headerSubject().test(other));
}

/** A line of two hyphens near the end, or what a phone puts there. */
function isSignatureHere(lines: readonly string[], at: number): boolean {
  const line = lines[at] as string;
  if (line === '-- ') return true;
  if (SIGNATURE.test(line)) return linesBelow(lines, at) <= LONGEST_SIGNATURE;
  if (line.length > LONGEST || !sentFrom().test(line)) return false;
  return linesBelow(lines, at) === 0 || attributionFollows(lines, at + 1);
}

/** Lines with words of her own below this one; not counted on when they are too many for a signature. */
function linesBelow(lines: readonly string[], from: number): number {
  let found = 0;
  for (let at = from + 1; at < lines.length && found <= LONGEST_SIGNATURE; at++)
    if (!isBlank(lines[at] as string) && !isQuote(lines[at] as string)) found++;
  return found;
}

function attributionFollows(lines: readonly string[], from: number): boolean {
  const at = lines.findIndex((line, index) => index >= from && !isBlank(line));
  return at >= 0 && (attributionAt(lines, at) > 0 || isOriginalHere(lines, at));
}
