// Takes up what came by mail: each message of the mailbox that has a label of ours, or answers one that is registered.

import { MAIL_LABELS, READING_MARKS, REGISTERED } from '../content/mailbox-words.ts';
import type { ProblemWords } from '../content/problems.ts';
import { MAIL_PROBLEMS } from '../content/problems.ts';
import { localTime } from '../domain/calendar.ts';
import { sha256Hex } from '../domain/digest.ts';
import type { LocalDateTime, StateRow } from '../domain/entries.ts';
import { plainHeaders } from '../domain/mail-charsets.ts';
import {
  answeredBy,
  decideMail,
  type IncomingMail,
  isSent,
  type MailEntry,
  type MailEntryKind,
  type MailOutcome,
  messageIdOf,
  type RegisteredMail,
  subjectOf,
} from '../domain/mail-intake.ts';
import { isEmptyAnswer, isEmptyLetter, isWholeLetter, type Letter, letterOf } from '../domain/mail-letter.ts';
import { type MailPart, type MailReading, readMail } from '../domain/mail-text.ts';
import {
  decode,
  type Found,
  findMessages,
  putLabel,
  type Received,
  readLabels,
  readMessage,
  readPart,
} from '../google/mailbox.ts';
import { accountRunning } from '../google/session.ts';
import { recall, remember } from '../registers/state.ts';
import type { Row, Table } from '../registers/table.ts';

/** What a spreadsheet does with mails: the Registers with requests about pictures, Cases with reports and questions. */
export interface MailDesk {
  readonly config: { readonly owner: string; readonly startedMs: number };
  readonly contactAddress: string;
  readonly kinds: readonly MailEntryKind[];
  readonly tables: { readonly mailbox: Table<RegisteredMail>; readonly state: Table<StateRow> };
  /** Mails of ours to those who wrote, by Gmail's id, and what they are about; their threads begin with them. */
  readonly answers: ReadonlyMap<string, MailEntry>;
  /** Registers with fewer readers: what is said in their conversations goes there alone. */
  readonly elsewhere: readonly MailEntryKind[];
  /** Whether it came with a mail that stands elsewhere too. */
  isElsewhere(entry: MailEntry): boolean;
  /** Somebody of the staff who takes part in the conversation about an entry, and did not begin it. */
  isStaff(address: string, entry: MailEntry): boolean;
  /** Makes an entry of a mail, and gives its number. */
  record(kind: MailEntryKind, letter: Letter): string;
  /** Adds an answer to its entry, and gives the number under which it stands now. */
  add(entry: MailEntry, letter: Letter): string;
  /** Tells staff; doing so twice tells once. */
  tell(words: ProblemWords): void;
  solve(words: ProblemWords): void;
  commit(): void;
}

/** Days back: for labels that are put on late, and for answers in conversations that are known. */
const LOOK_BACK = { labels: '30d', answers: '2d' } as const;
const BY_NIGHT = { labels: '1y', answers: '14d' } as const;

/** Messages that one run takes up, and for how long; the others wait for the next run. */
const MOST_MESSAGES = 100;
const MOST_CHARACTERS = 1_500_000;
const MOST_MS = 120_000;

/** In State: runs in a row in which the mailbox could not be looked at. Staff are told of the third. */
const FAILURES = 'Mailbox not read';
const TOLD_AFTER = 3;

/** Costs one search when nothing was ever registered, and two from then on. Never throws. */
export function takeUpMail(desk: MailDesk, { byNight = false } = {}): void {
  if (accountRunning() !== desk.config.owner) return;
  const { state } = desk.tables;
  const failures = Number(recall(state, FAILURES)) || 0;
  try {
    new MailRun(desk).lookAround(byNight ? BY_NIGHT : LOOK_BACK);
    if (failures > 0) remember(state, FAILURES, '');
    if (failures >= TOLD_AFTER) desk.solve(MAIL_PROBLEMS.mailboxNotRead);
  } catch {
    remember(state, FAILURES, String(failures + 1));
    if (failures + 1 === TOLD_AFTER) desk.tell(MAIL_PROBLEMS.mailboxNotRead);
  }
}

class MailRun {
  private readonly ours: readonly string[];
  private readonly rows: Map<string, Row<RegisteredMail>>;
  private readonly threads = new Map<string, MailEntry[]>();
  private labels = new Map<string, string>();
  private readonly labelled = new Map<MailEntryKind, ReadonlySet<string>>();
  private characters = 0;

  constructor(private readonly desk: MailDesk) {
    const { rows } = desk.tables.mailbox;
    this.ours = [desk.contactAddress, desk.config.owner];
    this.rows = new Map(rows.map((row) => [row.entry.message, row]));
    for (const [id, entry] of desk.answers) this.threads.set(id, [entry]);
    for (const { entry } of rows) this.noteThread(entry);
  }

  private noteThread({ thread, entry: id }: RegisteredMail): void {
    if (id === '') return;
    const known = this.threads.get(thread) ?? [];
    if (!known.some((one) => one.id === id)) this.threads.set(thread, [...known, entryWith(id)]);
  }

  lookAround({ labels, answers }: { labels: string; answers: string }): void {
    const found = findMessages(`{${this.desk.kinds.map(withLabel).join(' ')}} newer_than:${labels}`);
    if (this.threads.size > 0) {
      const late = findMessages(`newer_than:${answers} -in:sent -in:drafts`);
      found.push(...late.filter(({ threadId }) => this.threads.has(threadId)));
    }
    const fresh = this.unknown(found).slice(0, MOST_MESSAGES);
    if (fresh.length === 0) return;
    this.labels = new Map(Array.from(readLabels(), ([name, id]) => [id, name]));
    for (const one of fresh) {
      const isLate = Date.now() - this.desk.config.startedMs > MOST_MS;
      if (isLate || this.characters > MOST_CHARACTERS) return;
      try {
        this.takeUp(readMessage(one.id));
      } catch {
        this.noteFailure(one);
      }
    }
  }

  /** Those that are not registered; last those that could not be read before. */
  private unknown(found: readonly Found[]): Found[] {
    const all = [...new Map(found.map((one) => [one.id, one])).values()];
    const isFailed = ({ id }: Found) => this.rows.get(id)?.entry.outcome === 'Failed';
    return [...all.filter(({ id }) => !this.rows.has(id)), ...all.filter(isFailed)];
  }

  /** Once may be chance; what cannot be read a second time is told, once. */
  private noteFailure({ id, threadId }: Found): void {
    const known = this.rows.get(id);
    const entry = { message: id, thread: threadId, fingerprint: '', received: null, entry: '' };
    if (!known) this.note({ ...entry, outcome: 'Failed', toDo: 'again' });
    else if (known.entry.toDo === 'again') this.desk.tables.mailbox.update(known, { toDo: 'tell' });
  }

  private note(entry: RegisteredMail): void {
    const known = this.rows.get(entry.message);
    if (known) this.desk.tables.mailbox.update(known, entry);
    else this.rows.set(entry.message, this.desk.tables.mailbox.append(entry));
    this.noteThread(entry);
  }

  private takeUp(message: Received): void {
    const { id, threadId, labelIds, receivedMs, payload } = message;
    const headers = (payload.headers ?? []).map(({ name = '', value = '' }) => [name, value] as const);
    const labels = labelIds.map((label) => this.labels.get(label) ?? label);
    const mail: IncomingMail = { id, threadId, headers: plainHeaders(headers, decode), labels };
    const received = localTime(receivedMs);
    const became = this.becomes(mail, payload, received);
    if (!became) return;
    const [outcome, toDo = '', entry = ''] = became;
    const fingerprint = fingerprintOf(messageIdOf(mail));
    this.note({ message: id, thread: threadId, fingerprint, received, outcome, entry, toDo });
  }

  /** What becomes of a mail, what is then to be done, and its entry; null when it is none of ours. */
  private becomes(
    mail: IncomingMail,
    payload: MailPart,
    received: LocalDateTime,
  ): [outcome: MailOutcome, toDo?: string, entry?: string] | null {
    const { kinds } = this.desk;
    const hasLabel = kinds.some((kind) => mail.labels.includes(MAIL_LABELS[kind]));
    const decision = decideMail(mail, {
      ourAddresses: this.ours,
      labels: MAIL_LABELS,
      knownMessages: new Set(),
      threads: this.threads,
      entryOf: (messageId) => this.entryOf(messageId),
    });
    switch (decision.what) {
      case 'our own':
        return hasLabel && !isSent(mail) ? ['To look at', 'tell'] : ['Ours'];
      case 'bounce':
        return hasLabel ? ['To look at', 'tell'] : ['Bounce'];
      case 'automatic': {
        const isDoubtful = hasLabel || !(decision.isSure || decision.because === 'subject');
        return isDoubtful ? ['To look at', 'tell'] : ['Automatic'];
      }
      case 'reply': {
        if (this.isElsewhere(mail)) return ['Added', '', decision.entry.id];
        const letter = this.letter(mail, payload, received);
        if (this.desk.isStaff(letter.sender.address, decision.entry)) return ['Ours'];
        if (isEmptyAnswer(letter)) return ['Empty', hasLabel ? 'tell' : ''];
        return ['Added', afterwards(letter), this.desk.add(decision.entry, letter)];
      }
      case 'entry': {
        const kind = decision.kinds.find((one) => kinds.includes(one));
        if (!kind) return null;
        const letter = this.letter(mail, payload, received);
        if (isEmptyLetter(letter)) return ['Empty', 'tell'];
        return ['Entry', afterwards(letter), this.desk.record(kind, letter)];
      }
      // Its label was taken off meanwhile; it may come back.
      default:
        return null;
    }
  }

  /** Whether a mail, or one that it answers, belongs to a conversation that others must not follow. */
  private isElsewhere(mail: IncomingMail): boolean {
    const { elsewhere, tables } = this.desk;
    if (elsewhere.length === 0) return false;
    const named = new Set(answeredBy(mail).map(fingerprintOf));
    const before = tables.mailbox.entries.filter(
      ({ thread, fingerprint }) => thread === mail.threadId || named.has(fingerprint),
    );
    if (before.some(({ outcome, entry }) => outcome === 'Entry' && this.desk.isElsewhere(entryWith(entry))))
      return true;
    const threads = [mail.threadId, ...before.map(({ thread }) => thread)];
    return elsewhere.some((kind) => threads.some((thread) => this.threadsWith(kind).has(thread)));
  }

  private threadsWith(kind: MailEntryKind): ReadonlySet<string> {
    const known = this.labelled.get(kind);
    const found = known ?? new Set(findMessages(withLabel(kind)).map(({ threadId }) => threadId));
    this.labelled.set(kind, found);
    return found;
  }

  private letter(mail: IncomingMail, payload: MailPart, received: LocalDateTime): Letter {
    const options = { ...READING_MARKS, decode, subject: subjectOf(mail), limit: 40_000 };
    let reading: MailReading = readMail(payload, options);
    for (const partId of reading.toFetch) fill(payload, partId, readPart(mail.id, partId));
    if (reading.toFetch.length > 0) reading = readMail(payload, options);
    this.characters += reading.text.length + reading.cut.length;
    const inThread = this.desk.tables.mailbox.entries.filter(({ thread }) => thread === mail.threadId);
    return letterOf(mail, reading, {
      ourAddresses: this.ours,
      isThreadAnswered: inThread.some(({ outcome }) => outcome === 'Entry'),
      received,
      isReport: this.desk.elsewhere.length > 0 && mail.labels.includes(MAIL_LABELS.report),
    });
  }

  /** What a mail with this `Message-ID` is about: one that is registered, or one of ours. */
  private entryOf(messageId: string): MailEntry | undefined {
    const fingerprint = fingerprintOf(messageId);
    const known = this.desk.tables.mailbox.entries.find(
      (one) => one.entry !== '' && one.fingerprint === fingerprint,
    );
    if (known) return entryWith(known.entry);
    // Nothing in an id may change what is searched for.
    const [, plain] = /^<([\w.+=@$*/-]+)>$/.exec(messageId) ?? [];
    if (!plain || this.desk.answers.size === 0) return undefined;
    const [ours] = findMessages(`in:sent rfc822msgid:${plain}`);
    return ours && this.desk.answers.get(ours.id);
  }
}

/** What stands elsewhere too is told from there. */
const afterwards = (letter: Letter) => (isWholeLetter(letter) || letter.isReport ? 'label' : 'label tell');

const withLabel = (kind: MailEntryKind) => `label:${MAIL_LABELS[kind].replace(/[ /]/g, '-')}`;

/** A short fingerprint: an id may name the domain of somebody whose case was erased. */
const fingerprintOf = (messageId: string) =>
  messageId === '' ? '' : sha256Hex(messageId.trim()).slice(0, 24);

/** The number tells the kind. */
const entryWith = (id: string): MailEntry => ({
  kind: id.startsWith('O-') ? 'opt-out' : id.startsWith('Q-') ? 'question' : 'report',
  id,
});

function fill(part: MailPart, partId: string, data: string | number[]): void {
  if (part.body?.attachmentId === partId) part.body.data = data;
  for (const inner of part.parts ?? []) fill(inner, partId, data);
}

/** What follows once the mails are registered: labels, and what staff should look at. What fails is left to the next run. */
export function finishMail(desk: MailDesk): void {
  const { mailbox } = desk.tables;
  const rows = mailbox.rows.filter(({ entry }) => /label|tell/.test(entry.toDo));
  if (rows.length === 0 || accountRunning() !== desk.config.owner) return;
  for (const { entry } of rows) if (entry.toDo.includes('tell')) desk.tell(MAIL_PROBLEMS.ofMail(entry));
  const toLabel = rows.filter(({ entry }) => entry.toDo.includes('label'));
  const isLabelled = toLabel.length === 0 || label(toLabel.map(({ entry }) => entry.message));
  for (const row of rows) {
    const waits = row.entry.toDo.includes('label') && !isLabelled;
    mailbox.update(row, { toDo: waits ? 'label' : '' });
  }
  desk.commit();
}

function label(ids: readonly string[]): boolean {
  try {
    const labelId = readLabels().get(REGISTERED);
    if (labelId === undefined) return false;
    putLabel(labelId, ids);
    return true;
  } catch {
    return false;
  }
}
