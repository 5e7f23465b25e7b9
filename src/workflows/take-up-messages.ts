// Takes up messages of the mailbox: what each is, and what becomes of it. See mail-take-up.ts for which ones.

import { MAIL_LABELS, READING_MARKS } from '../content/mailbox-words.ts';
import { localTime } from '../domain/calendar.ts';
import type { LocalDateTime } from '../domain/entries.ts';
import { plainHeaders } from '../domain/mail-charsets.ts';
import {
  answeredBy,
  decideMail,
  type IncomingMail,
  isSent,
  type MailEntry,
  type MailEntryKind,
  messageIdOf,
  subjectOf,
} from '../domain/mail-intake.ts';
import { isEmptyAnswer, isEmptyLetter, isWholeLetter, type Letter, letterOf } from '../domain/mail-letter.ts';
import { type MailPart, type MailReading, readMail } from '../domain/mail-text.ts';
import type { MailOutcome, RegisteredMail } from '../domain/registered-mail.ts';
import {
  decode,
  type Found,
  findMessages,
  type Received,
  readLabels,
  readMessage,
  readPart,
} from '../google/mailbox.ts';
import type { Row } from '../registers/table.ts';
import { entryWith, fingerprintOf, type MailDesk, withLabel } from './mail-take-up.ts';

/** Messages that one run takes up, and for how long; the others wait for the next run. */
const MOST_MESSAGES = 100;
const MOST_CHARACTERS = 1_500_000;
const MOST_MS = 120_000;

/** Takes up these messages as far as one run goes; each is noted in the register of the mailbox. */
export function takeUpMessages(desk: MailDesk, messages: readonly Found[]): void {
  new MailRun(desk).takeUpAll(messages.slice(0, MOST_MESSAGES));
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

  takeUpAll(messages: readonly Found[]): void {
    this.labels = new Map(Array.from(readLabels(), ([name, id]) => [id, name]));
    for (const one of messages) {
      const isLate = Date.now() - this.desk.config.startedMs > MOST_MS;
      if (isLate || this.characters > MOST_CHARACTERS) return;
      try {
        this.takeUp(readMessage(one.id));
      } catch {
        this.noteFailure(one);
      }
    }
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

function fill(part: MailPart, partId: string, data: string | number[]): void {
  if (part.body?.attachmentId === partId) part.body.data = data;
  for (const inner of part.parts ?? []) fill(inner, partId, data);
}
