// Looks everywhere for words that were told in confidence: mails, both spreadsheets, forms, properties, cache, logs.

import type { CallHook } from '../local-workspace/script/execution.ts';
import type { MessageView } from '../local-workspace/services/gmail/engine.ts';
import type { Desk } from './desk.ts';

/** A word that stands nowhere else; all begin alike, so that one search finds them all. */
export const word = (name: string) => `kanari${name}`;
const ANY_WORD = /kanari[a-z]*/gi;

/** A reporter’s own address, and the subject line that she asked for. */
export const HER_ADDRESS = `${word('mail')}@example.org`;
export const HER_SUBJECT = `About the ${word('subject')}`;

/** Where which word was found. */
export interface Find {
  place: string;
  word: string;
}

/** Every word in a text, as it stands there or under an encoding of mails and addresses. */
export function wordsIn(text: string): string[] {
  const found = new Set<string>();
  for (const reading of readings(text))
    for (const [one] of reading.matchAll(ANY_WORD)) found.add(one.toLowerCase());
  return [...found];
}

/** What the Workspace keeps is never changed in place, so that what was clean once stays clean. */
const clean = new WeakSet<object>();
const isClean = (value: unknown) => typeof value === 'object' && value !== null && clean.has(value);
const noteClean = (value: unknown) => {
  if (typeof value === 'object' && value !== null) clean.add(value);
};

function wordsOf(value: unknown): string[] {
  if (isClean(value)) return [];
  const words = wordsIn(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
  if (words.length === 0) noteClean(value);
  return words;
}

/** What may be the Base64 of something. */
const ENCODED = /[\w+/-]{24,}(?:\r?\n[\w+/=-]+)*={0,2}/g;

function readings(text: string): string[] {
  const runs = text.match(ENCODED) ?? [];
  const decoded = runs.map((run) => Buffer.from(run.replace(/\s/g, ''), 'base64').toString('utf8'));
  const joined = text.replace(/=\r?\n/g, '').replace(/\r?\n[ \t]/g, '');
  return joined === text ? [text, ...decoded] : [text, joined, ...decoded];
}

/** Everything that somebody got, sent or keeps as a draft, with the words that have no place there. */
function findsInMail(desk: Desk): Find[] {
  const { gmail, owner } = desk.workspace;
  const finds: Find[] = [];
  for (const mailbox of gmail.mailboxes.addresses()) {
    for (let place = 0; place < gmail.mailboxes.count(mailbox); place++) {
      const message = gmail.mailboxes.at(mailbox, place);
      if (!message || isClean(message)) continue;
      const mail = gmail.view(mailbox, message.id);
      const mayHaveHers = mailbox === owner || mailbox === HER_ADDRESS;
      const words = wordsIn(mayHaveHers ? withoutHers(mail, mailbox === owner) : allOf(mail));
      if (words.length === 0) noteClean(message);
      for (const one of words) finds.push({ place: `mail in ${mailbox}: ${message.subject}`, word: one });
    }
  }
  return finds;
}

function allOf({ message, headers, text, html, raw, attachments }: MessageView): string {
  const lines = headers.map(({ name, value }) => `${name}: ${value}`);
  return [...lines, message.snippet, text, html, raw, JSON.stringify(attachments)].join('\n\n');
}

/**
 * What else a mail to her says than her address as the recipient and her own words as the subject; and the news that
 * it came back, which repeats both.
 */
function withoutHers(mail: MessageView, isSender: boolean): string {
  const { message, headers, text, html, raw } = mail;
  const header = (name: string) => headers.find((one) => one.name.toLowerCase() === name)?.value ?? '';
  // The page of a mail has the subject as its title, and again as its name for those who listen to it.
  const titles = [`<title>${HER_SUBJECT}</title>`, `aria-label="${HER_SUBJECT}"`];
  const withoutTitle = (page: string) => titles.reduce((left, one) => left.replace(one, ''), page);
  const source = raw.replace(/\r\n/g, '\n');
  if (header('to') === HER_ADDRESS) {
    const head = source.slice(0, source.indexOf('\n\n')).replace(/\n(?=[ \t])/g, '');
    const others = head
      .split('\n')
      .filter((line) => line !== `To: ${HER_ADDRESS}` && line !== `Subject: ${HER_SUBJECT}`);
    const page = withoutTitle(html);
    return [...others, message.snippet, text, page].join('\n\n');
  }
  if (isSender && header('from').includes('mailer-daemon@')) {
    const without = (one: string) => one.replaceAll(HER_ADDRESS, '').replaceAll(HER_SUBJECT, '');
    const plain = readings(source).map((one) => one.replace(ENCODED, ''));
    return [message.snippet, text, html, ...plain].map(without).join('\n\n');
  }
  return allOf(mail);
}

/** All that the Workspace keeps besides mails, but for the Cases spreadsheet and what was typed into the form itself. */
function findsInStore(desk: Desk): Find[] {
  const { tables, lists } = desk.workspace.snapshot();
  const finds: Find[] = [];
  const look = (place: string, value: unknown) => {
    for (const one of wordsOf(value)) finds.push({ place, word: one });
  };
  for (const [name, items] of lists)
    if (!isMail(name) && !isOfCases(desk, name)) for (const item of items) look(name, item);
  for (const [name, entries] of tables) {
    if (isMail(name) || name === 'projects' || name === `form responses ${reportFormId(desk)}`) continue;
    for (const [key, value] of entries) {
      look(name, key);
      if (!isOfCases(desk, key)) look(`${name} ${key}`, value);
    }
  }
  return finds;
}

/** Mails are read one by one, as people read them; the addresses of mailboxes are those of who wrote or got something. */
const isMail = (name: string) => name.startsWith('mail');
const isOfCases = (desk: Desk, name: string) => name.includes(desk.casesId);

/** Every word that stands where it should not. */
export function leaks(desk: Desk): Find[] {
  const seen = new Set<string>();
  const all = [...findsInStore(desk), ...findsInMail(desk), ...findsInCases(desk)];
  return all.filter(({ place, word: one }) => !seen.has(`${place} ${one}`) && seen.add(`${place} ${one}`));
}

/** In Cases itself: no pass-phrase, and in its audit trail, which is never erased, no words of anybody. */
function findsInCases(desk: Desk): Find[] {
  const finds: Find[] = [];
  for (const { tab, words } of casesWords(desk)) {
    const wrong = tab === 'Audit trail' ? words : words.filter((one) => one.startsWith(word('phrase')));
    for (const one of wrong) finds.push({ place: `Cases: ${tab}`, word: one });
  }
  return finds;
}

/** The words in each row of the Cases spreadsheet, with all that is in its cells: values, formulas, notes. */
export function casesWords(desk: Desk): { tab: string; words: string[] }[] {
  return rowsOf(desk, desk.casesId).map(({ tab, row }) => ({ tab, words: wordsOf(row) }));
}

function rowsOf(
  { workspace }: Desk,
  spreadsheetId: string,
  isToLeaveOut = (_row: unknown) => false,
): { tab: string; row: unknown }[] {
  const { sheets, kernel } = workspace;
  return sheets.book(spreadsheetId).record.sheets.flatMap(({ sheetId, title }) =>
    kernel.store
      .list(`rows:${spreadsheetId}:${sheetId}`)
      .all()
      .filter((row) => !isToLeaveOut(row))
      .map((row) => ({ tab: title, row })),
  );
}

/** Looks after every call at what may be there for a moment only: properties, cache, Registers. */
export class Watch implements CallHook {
  readonly finds: Find[] = [];

  constructor(private readonly desk: Desk) {
    desk.workspace.runner.hooks.add(this);
  }

  after({ method }: { method: string }): void {
    if (!/batchUpdate|[sS]et|put|update/.test(method)) return;
    const { store } = this.desk.workspace.kernel;
    const look = (place: string, value: unknown) => {
      for (const one of wordsOf(value)) this.finds.push({ place: `${place} for a moment`, word: one });
    };
    for (const name of ['properties', 'cache'])
      for (const value of store.table(name).values()) look(name, value);
    for (const { tab, row } of rowsOf(this.desk, this.desk.registersId, isClean))
      look(`Registers: ${tab}`, row);
  }
}

const reportFormId = ({ workspace }: Desk) =>
  workspace.forms.all().find(({ title }) => title === 'Report or ask')?.id ?? '';

/** What she types into the form: a word of its own in every field of text, and a choice in every list. */
export function fullAnswers(desk: Desk, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const form = desk.workspace.forms.get(reportFormId(desk));
  const typed: Record<string, string> = {};
  for (const { title, type, choices } of form.items) {
    const name = title.replace(/[^a-z]/gi, '').toLowerCase();
    if (type === 'TEXT' || type === 'PARAGRAPH_TEXT') typed[title] = `${word(name)} and more of it`;
    else if (choices.length > 0) typed[title] = choices[0]?.value ?? '';
  }
  return { ...typed, ...HERS, ...more };
}

export const PASS_PHRASE = `${word('phrase')} four other words`;
const HERS = {
  'How may we contact you?': 'By email',
  'Your email address': HER_ADDRESS,
  'Words for the subject line of our emails': HER_SUBJECT,
  'A pass-phrase of your own': PASS_PHRASE,
  'Your pass-phrase': PASS_PHRASE,
};
