// Decides what a message in the mailbox is: an entry, an answer to one, or nothing that a person wrote to the desk.

import { isAddress, mailboxOf } from './email-address.ts';
import { once } from './once.ts';
import { oneLine } from './text.ts';

/** The registers that a label may name, the most serious first. */
export const MAIL_ENTRY_KINDS = ['report', 'opt-out', 'question'] as const;
export type MailEntryKind = (typeof MAIL_ENTRY_KINDS)[number];

export interface IncomingMail {
  /** Gmail's own ids. */
  id: string;
  threadId: string;
  /** With their encoded words as people read them. */
  headers: readonly (readonly [name: string, value: string])[];
  /** Names of its labels, Gmail's own among them. */
  labels: readonly string[];
}

export interface IntakeFacts {
  /** The contact address and its aliases. */
  ourAddresses: readonly string[];
  /** The full name of the label for each kind. */
  labels: Readonly<Record<MailEntryKind, string>>;
  /** Gmail's ids of messages that are registered. */
  knownMessages: ReadonlySet<string>;
  /** What stands in the registers, by thread. */
  threads: ReadonlyMap<string, readonly MailEntry[]>;
  /** The entry of a mail with this `Message-ID`: an answer that starts a thread of its own names one. */
  entryOf?: (messageId: string) => MailEntry | undefined;
}

export interface MailEntry {
  kind: MailEntryKind;
  id: string;
}

export interface Sender {
  name: string;
  /** Empty when there is none that could be read. */
  address: string;
}

export type AutomaticSign =
  | 'says so'
  | 'asks for no automatic answer'
  | 'sent to many'
  | 'mailing list'
  | 'no return address'
  | 'receipt'
  | 'subject';

export type MailDecision =
  | { what: 'known' }
  | { what: 'our own' }
  | { what: 'bounce' }
  /** `isSure`: it says of itself that a machine wrote it. Others are worth a look by staff, if they have a label. */
  | { what: 'automatic'; because: AutomaticSign; isSure: boolean }
  | { what: 'reply'; entry: MailEntry }
  /** Most often one kind; a report that is an opt-out as well becomes both. */
  | { what: 'entry'; kinds: MailEntryKind[] }
  /** No label of ours, and no thread that is known. */
  | { what: 'not for us' };

export function decideMail(mail: IncomingMail, facts: IntakeFacts): MailDecision {
  if (facts.knownMessages.has(mail.id)) return { what: 'known' };
  if (isOurOwn(mail, facts.ourAddresses)) return { what: 'our own' };
  if (isBounce(mail)) return { what: 'bounce' };
  const automatic = automaticSign(mail, facts.ourAddresses);
  if (automatic) return { what: 'automatic', ...automatic };
  const kinds = kindsOf(mail, facts.labels);
  const entries = entriesOfThread(mail, facts);
  const isNew = kinds.filter((kind) => !entries.some((entry) => entry.kind === kind));
  const [entry] = [...entries].sort((a, b) => rankOf(a.kind) - rankOf(b.kind));
  if (entry && (kinds.length === 0 || isNew.length < kinds.length)) return { what: 'reply', entry };
  return isNew.length > 0 ? { what: 'entry', kinds: isNew } : { what: 'not for us' };
}

const rankOf = (kind: MailEntryKind) => MAIL_ENTRY_KINDS.indexOf(kind);

/** A question is what is left when it is neither a report nor an opt-out. */
function kindsOf({ labels }: IncomingMail, names: IntakeFacts['labels']): MailEntryKind[] {
  const has = (kind: MailEntryKind) =>
    labels.some((label) => label.trim().toLowerCase() === names[kind].trim().toLowerCase());
  const kinds = MAIL_ENTRY_KINDS.filter(has);
  return kinds.length > 1 ? kinds.filter((kind) => kind !== 'question') : kinds;
}

function entriesOfThread(mail: IncomingMail, { threads, entryOf }: IntakeFacts): readonly MailEntry[] {
  const entries = threads.get(mail.threadId) ?? [];
  if (entries.length > 0 || !entryOf) return entries;
  const ids = answeredBy(mail);
  return [...ids.slice(0, 1), ...ids.slice(1).slice(-2)].flatMap((id) => entryOf(id) ?? []);
}

/** The ids of the mails that it names as those before it, the newest first. */
export function answeredBy(mail: IncomingMail): string[] {
  const named = `${headerOf(mail, 'References')} ${headerOf(mail, 'In-Reply-To')}`.match(/<[^<>\s]+>/g) ?? [];
  return [...new Set(named.reverse())];
}

/** What its `Message-ID` says; empty when it has none. */
export const messageIdOf = (mail: IncomingMail) => headerOf(mail, 'Message-ID');

const headersOf = ({ headers }: IncomingMail, name: string): string[] =>
  headers
    .filter(([one]) => String(one).trim().toLowerCase() === name.toLowerCase())
    .map(([, value]) => String(value ?? '').trim());

const headerOf = (mail: IncomingMail, name: string) => headersOf(mail, name)[0] ?? '';

/** The first of these headers that has a readable address. Our own lists, and forms on our website, write us into From. */
export function senderOf(mail: IncomingMail, ourAddresses: readonly string[]): Sender {
  const from = readMailbox(headerOf(mail, 'From'));
  if (from.address !== '' && !isOurs(from.address, ourAddresses)) return from;
  const isForOther = isOurs(from.address, ourAddresses) || isOurList(mail, ourAddresses);
  const others = isForOther ? ['X-Original-From', 'X-Original-Sender', 'Reply-To'] : [];
  const original = others
    .map((name) => readMailbox(headerOf(mail, name)))
    .find(({ address }) => address !== '' && !isOurs(address, ourAddresses));
  return original ?? from;
}

/** `Ana Ruiz <ana@example.org>`, with comments and quotes; a header of several names the first. */
export function readMailbox(header: string): Sender {
  const text = oneLine(header);
  const [, phrase = '', inBrackets] = /^([^<]*)<\s*([^<>\s]+)\s*>/.exec(text) ?? [];
  // It begins where a word begins, so that a long text is gone through once.
  const [bare] = /(?<![^\s<>()"',;])[^\s<>()"',;]+@[^\s<>()"',;]+/.exec(text) ?? [];
  const address = [inBrackets, bare].find((one) => one !== undefined && isAddress(one)) ?? '';
  const said = inBrackets === undefined ? (/\(([^()]*)\)/.exec(text)?.[1] ?? '') : phrase;
  const name = oneLine(said.replace(/^\s*"(.*)"\s*$/, '$1').replace(/\\(.)/g, '$1'));
  return { name, address };
}

const isOurs = (address: string, ours: readonly string[]) => ours.map(mailboxOf).includes(mailboxOf(address));

/** The mailbox has it as written here, or nobody but us stands in it as its sender. Anybody can write our header. */
function isOurOwn(mail: IncomingMail, ourAddresses: readonly string[]): boolean {
  const from = hasOurSign(mail) ? readMailbox(headerOf(mail, 'From')) : senderOf(mail, ourAddresses);
  return isSent(mail) || isOurs(from.address, ourAddresses);
}

export const isSent = ({ labels }: IncomingMail) =>
  labels.some((label) => label === 'SENT' || label === 'DRAFT');

const hasOurSign = (mail: IncomingMail) => headersOf(mail, 'X-IMSTL-Mail').length > 0;

const machineSender = once(
  () =>
    /^(mailer-?daemon|mail-?daemon|postmaster|mta|bounces?|double-bounce|mail-?delivery[a-z-]*)([+-].*)?@/i,
);

const bounceSubject = once(
  () =>
    /^\s*(undeliver(ed|able)\b|delivery (status notification|failure|has failed|incomplete)|mail delivery (failed|failure|system|subsystem)|returned mail\b|failure notice|message not delivered|unzustellbar|zustellung fehlgeschlagen|non remis|échec de (la )?remise|no se puede entregar|não é possível entregar)/i,
);

function isBounce(mail: IncomingMail): boolean {
  const type = headerOf(mail, 'Content-Type').toLowerCase();
  const { address } = readMailbox(headerOf(mail, 'From'));
  const from = address || headerOf(mail, 'From');
  if (/^multipart\/report\b/.test(type) && !/disposition-notification|feedback-report/.test(type))
    return true;
  if (headersOf(mail, 'X-Failed-Recipients').length > 0 || machineSender().test(from)) return true;
  return hasNoReturn(mail) && bounceSubject().test(subjectOf(mail));
}

const hasNoReturn = (mail: IncomingMail) =>
  headersOf(mail, 'Return-Path').some((path) => /^<\s*>$/.test(path));

export const subjectOf = (mail: IncomingMail) => oneLine(headerOf(mail, 'Subject'));

/** Headers that only a machine that answers by itself writes. */
const ANSWERING_MACHINES = [
  'X-Autoreply',
  'X-Auto-Reply',
  'X-Autorespond',
  'X-Autoresponder',
  'X-AutoReply-From',
  'X-Mail-Autoreply',
  'X-FC-MachineGenerated',
  'X-Autogenerated',
];

/** How the subjects of absence notes and automatic answers begin, in several languages. */
const automaticSubject = once(
  () =>
    /^\s*(auto(matic|mated)?[\s-]?(reply|response|answer)\b|auto(matic)?:|auto[\s-]?re:|out[\s-]of[\s-](the[\s-])?office\b|\[?ooo\]?:|away from (my |the )?(office|desk|mail)|vacation (reply|response|notice)|on (vacation|holiday|leave):|i am (currently )?(out of|away)|automatische (antwort|antwoord)|abwesenheits(notiz|nachricht|assistent)|abwesend\b|automatisch antwoord|afwezig|r[ée]ponse automatique|absence du bureau|absent(e)? du bureau|message d'absence|respuesta autom[áa]tica|fuera de (la )?oficina|ausente de la oficina|resposta autom[áa]tica|fora do escrit[óo]rio|aus[êe]ncia tempor[áa]ria|risposta automatica|fuori (sede|ufficio)|autosvar|automatiskt svar|frånvaro|fraværende|automaattinen vastaus|poissa|automatyczna odpowied[źz]|odpowied[źz] automatyczna|automatick[áa] odpov[ěe][ďd]|автоматический ответ|автоответ|otomatik yan[ıi]t|自动回复|自動回覆|自動返信|자동 ?회신|자동 ?응답|رد تلقائي|trả lời tự động)/i,
);

/** Why nobody wrote it; null when somebody did, as far as can be told. */
export function automaticSign(
  mail: IncomingMail,
  ourAddresses: readonly string[],
): { because: AutomaticSign; isSure: boolean } | null {
  const submitted = headersOf(mail, 'Auto-Submitted').map((value) =>
    value.replace(/[\s;(].*$/, '').toLowerCase(),
  );
  const isAnswering =
    ANSWERING_MACHINES.some((name) =>
      headersOf(mail, name).some((value) => !/^(no|false|0|)$/i.test(value)),
    ) ||
    /autoresponder/i.test(
      [...headersOf(mail, 'Delivered-To'), ...headersOf(mail, 'X-POST-MessageClass')].join(' '),
    );
  if (submitted.some((value) => value !== '' && value !== 'no') || isAnswering)
    return { because: 'says so', isSure: true };
  const type = headerOf(mail, 'Content-Type').toLowerCase();
  if (/^multipart\/report\b/.test(type)) return { because: 'receipt', isSure: true };
  const precedence = [
    ...headersOf(mail, 'Precedence'),
    ...headersOf(mail, 'X-Precedence'),
    ...headersOf(mail, 'Preference'),
  ];
  if (precedence.some((value) => /auto[_-]?reply/i.test(value))) return { because: 'says so', isSure: true };
  if (hasNoReturn(mail)) return { because: 'no return address', isSure: true };
  if (automaticSubject().test(subjectOf(mail))) return { because: 'subject', isSure: false };
  const suppress = headersOf(mail, 'X-Auto-Response-Suppress').join(',');
  if (/\b(all|oof|autoreply)\b/i.test(suppress))
    return { because: 'asks for no automatic answer', isSure: false };
  if (isOurList(mail, ourAddresses)) return null;
  if (precedence.some((value) => /^(bulk|junk)\b/i.test(value)))
    return { because: 'sent to many', isSure: false };
  const isList =
    precedence.some((value) => /^list\b/i.test(value)) ||
    ['List-Id', 'List-Post', 'List-Unsubscribe', 'Mailing-List'].some(
      (name) => headersOf(mail, name).length > 0,
    );
  return isList ? { because: 'mailing list', isSure: false } : null;
}

/** The contact address may be a group: then every mail to it comes with the headers of a list, which is ours. */
function isOurList(mail: IncomingMail, ourAddresses: readonly string[]): boolean {
  const said = ['List-Id', 'List-Post', 'Mailing-List']
    .flatMap((name) => headersOf(mail, name))
    .join(' ')
    .toLowerCase();
  const words = said.split(/[\s<>,;:"']+/);
  return ourAddresses
    .map(mailboxOf)
    .some((ours) => ours !== '' && (words.includes(ours) || words.includes(ours.replace('@', '.'))));
}

export type NoAnswerBecause =
  | 'not an entry'
  | 'no address'
  | 'address of a machine'
  | 'thread has its answer'
  | 'asked not to'
  | 'too many for this address';

export interface AnswerFacts {
  ourAddresses: readonly string[];
  /** Whether anything was answered by itself in this thread before. */
  isThreadAnswered: boolean;
  /** Answers of the last 24 hours to this address, and how many may go there. */
  recentAnswers: number;
  cap: number;
}

const NO_REPLY = /^(no-?_?reply|do-?_?not-?_?reply|noreply|donotreply|notifications?|alerts?)([+._-].*)?@/i;

/**
 * Whether the desk may answer by itself, and to whom: to the sender, never to a Reply-To, which may name anybody. An
 * entry gets one answer; a further mail in its thread gets none. So two machines that answer each other stop after one.
 */
export function mayAnswerMail(
  mail: IncomingMail,
  decision: MailDecision,
  facts: AnswerFacts,
): { to: Sender } | { because: NoAnswerBecause } {
  if (decision.what !== 'entry') return { because: 'not an entry' };
  const sender = senderOf(mail, facts.ourAddresses);
  const from = readMailbox(headerOf(mail, 'From')).address;
  const isByForm = isOurs(from, facts.ourAddresses) && !isOurList(mail, facts.ourAddresses);
  if (sender.address === '' || isByForm || isOurs(sender.address, facts.ourAddresses))
    return { because: 'no address' };
  if (hasOurSign(mail)) return { because: 'asked not to' };
  if (NO_REPLY.test(sender.address) || machineSender().test(sender.address))
    return { because: 'address of a machine' };
  if (automaticSign(mail, facts.ourAddresses) !== null) return { because: 'asked not to' };
  if (facts.isThreadAnswered) return { because: 'thread has its answer' };
  return facts.recentAnswers < facts.cap ? { to: sender } : { because: 'too many for this address' };
}
