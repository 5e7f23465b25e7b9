// Turns one response of the form “Report or ask” into a case, a question, or an addition to a case.

import { questionReply } from '../content/case-letters.ts';
import { ADDITION_FITS, CASE_AUDIT, CASE_LOG } from '../content/case-words.ts';
import { BY_REPORT_FORM } from '../content/marks.ts';
import { PROBLEMS } from '../content/problems.ts';
import { type ReportSaid, readReport } from '../content/report-form.ts';
import { localTime } from '../domain/calendar.ts';
import { firstDeadlines, questionAnswerBy } from '../domain/case-deadlines.ts';
import { checkedState } from '../domain/case-decided.ts';
import type { Case, CaseKind, CaseMailKind, Part } from '../domain/case-entries.ts';
import { isPassPhrase, passPhraseHash } from '../domain/case-passphrase.ts';
import { speaksOfDanger, urgencyOf } from '../domain/case-urgency.ts';
import { tidyAddress } from '../domain/email-address.ts';
import type { LocalDateTime } from '../domain/entries.ts';
import { answersByKey, type FormResponseData } from '../google/form-responses.ts';
import type { Row } from '../registers/table.ts';
import { leaveOut, leaveOutOne } from './case-conflicts.ts';
import type { CaseDesk } from './case-desk.ts';
import { queueCaseMail, queueForReporter } from './case-outbox.ts';
import { tellOfDanger } from './case-urgent.ts';

/** A report as it came, and when. */
export interface Came {
  said: ReportSaid;
  received: LocalDateTime;
  responseId: string;
  /** How it came, if not by the form. */
  by?: string;
  /** What the log is to say beside it. */
  details?: string;
  /** From when its deadlines count, if it was only found later. */
  since?: LocalDateTime;
  /** Whether an answer leaves by itself. */
  isAnswered?: boolean;
}

/** Records a response that is not known yet. */
export function recordReport(desk: CaseDesk, response: FormResponseData): void {
  const said = readReport(answersByKey(response, desk.where.items));
  const came = { said, received: localTime(response.receivedMs), responseId: response.id };
  if (came.said.route === 'question') addQuestion(desk, came);
  else if (came.said.route === 'addition') addAddition(desk, came);
  else addCase(desk, came, came.said.happened);
}

export function addQuestion(desk: CaseDesk, came: Came): string {
  const { said, received, responseId, by: who = BY_REPORT_FORM, details = '' } = came;
  const number = desk.nextQuestion();
  const { programme, contactAddress: contact } = desk.settings;
  desk.tables.questions.append({
    number,
    received,
    status: 'New',
    handler: '',
    answerBy: questionAnswerBy(came.since ?? received, desk.rules),
    question: said.question,
    name: said.name,
    email: said.email,
    phone: said.phone,
    contact: said.contact,
    contactTime: said.contactTime,
    contactSubject: said.contactSubject,
    replyDraft: questionReply({ number, programme, contact }),
    answered: null,
    responseId,
  });
  desk.log(number, CASE_LOG.questionReceived, { who, details, responseId });
  desk.audit({ who, what: CASE_AUDIT.question, subject: number, before: '', after: '' });
  leaveOut(desk, number, [said.question, details]);
  tellStaff(desk, { number, urgency: null }, 'Notice of question');
  if (came.isAnswered !== false) queueForReporter(desk, 'Question received', number);
  return number;
}

/**
 * @param happened what is to stand as the story; the rest of what was said is taken over as it is
 * @param alsoLeftOut addresses of staff who have no part in it, although it does not name them
 */
export function addCase(
  desk: CaseDesk,
  came: Came,
  happened: string,
  alsoLeftOut: readonly string[] = [],
): Case {
  const { said, received, responseId, by: who = BY_REPORT_FORM, details = '' } = came;
  const number = desk.nextCase();
  const kind: CaseKind = said.route === 'safety' ? 'Safety concern' : 'Possible violation';
  const guidelines = said.guidelines.join('\n');
  const { goingOn } = said;
  const entry: Case = {
    number,
    received,
    kind,
    urgency: urgencyOf({ kind, guidelines, goingOn, texts: textsOf(said) }),
    status: 'New',
    handler: '',
    ...firstDeadlines(came.since ?? received, desk.rules),
    guidelines,
    happened,
    when: said.when,
    place: said.place,
    setting: said.setting ?? '',
    goingOn,
    evidence: said.evidence,
    onBehalf: said.onBehalf ?? '',
    wish: said.wish,
    basis: said.basis.join('\n'),
    police: said.police ?? '',
    lawDecision: null,
    lawDetails: '',
    heardOn: null,
    notHeardBecause: '',
    finding: null,
    outcome: null,
    suspendedUntil: null,
    contact: said.contact,
    contactTime: said.contactTime,
    contactSubject: said.contactSubject,
    acknowledged: null,
    outcomeOn: null,
    closed: null,
    reconsiderBy: null,
    eraseFrom: null,
    erase: false,
    erased: null,
    passPhrase: passPhraseHash(said.passPhrase, desk.config.secret),
    responseId,
    checked: '',
  };
  desk.tables.cases.append({ ...entry, checked: checkedState(entry) });
  desk.offerHandlers();
  desk.log(number, CASE_LOG.received, { who, details, responseId });
  desk.audit({ who, what: CASE_AUDIT.received, subject: number, before: '', after: '' });
  addPeople(desk, number, said);
  for (const email of alsoLeftOut) leaveOutOne(desk, number, email);
  leaveOut(desk, number, [...textsOf(said), details]);
  tellStaff(desk, entry);
  if (came.isAnswered !== false) queueForReporter(desk, 'Report received', number);
  return entry;
}

/** All that was written in free words. */
function textsOf(said: ReportSaid): string[] {
  const { happened, when, place, evidence, wish, addition } = said;
  const names = [...said.reportedOn, ...said.happenedTo, ...said.witnesses];
  return [happened, when, place, evidence, wish, addition, ...names].filter((text) => text !== '');
}

function addPeople(desk: CaseDesk, number: string, said: ReportSaid): void {
  const { name, email, phone } = said;
  if (name + email + phone !== '') desk.addPerson(number, 'Reporter', { name, email, phone });
  const parts: [Part, readonly string[]][] = [
    ['Person reported on', said.reportedOn],
    ['Person it happened to', said.happenedTo],
    ['Witness', said.witnesses],
  ];
  for (const [part, names] of parts) for (const one of names) desk.addPerson(number, part, { name: one });
}

/** The notices of a case or a question that has just come in. */
export function tellStaff(
  desk: CaseDesk,
  { number, urgency }: Pick<Case, 'number' | 'urgency'>,
  notice: CaseMailKind = 'Notice of report',
): void {
  const to = desk.routingOf(number, urgency === 'Urgent');
  for (const address of to.urgent) queueCaseMail(desk, 'Urgent report', address, number);
  for (const address of to.notice) queueCaseMail(desk, notice, address, number);
  if (to.nobodyLeft) desk.tell(PROBLEMS.nobodyToTell(number));
  if (to.handlersLeft.length === 0) desk.log(number, CASE_LOG.noHandler);
}

/** What is added goes to the one case that the pass-phrase fits; otherwise it is a case of its own, and nothing is lost. */
function addAddition(desk: CaseDesk, came: Came): void {
  const { said } = came;
  const { secret } = desk.config;
  const fitting = desk.tables.cases.rows.filter(
    ({ entry }) => entry.erased === null && isPassPhrase(said.addTo, entry.passPhrase, secret),
  );
  const [row, another] = fitting;
  if (!row || another) {
    const numbers = fitting.map(({ entry }) => entry.number);
    const leftOut = new Set(numbers.flatMap((number) => desk.conflictedIn(number)));
    const made = addCase(desk, came, said.addition, [...leftOut]);
    desk.log(made.number, CASE_LOG.addition, { who: BY_REPORT_FORM, details: ADDITION_FITS(numbers) });
    return;
  }
  addTo(desk, row, came);
}

/** Notes what somebody added to a case or a question. */
export function noteAddition(desk: CaseDesk, number: string, came: Came): void {
  const { said, responseId, by: who = BY_REPORT_FORM } = came;
  desk.log(number, CASE_LOG.addition, { who, details: said.addition, responseId });
  desk.audit({ who, what: CASE_AUDIT.addition, subject: number, before: '', after: '' });
  leaveOut(desk, number, [said.addition]);
}

export function addTo(desk: CaseDesk, row: Row<Case>, came: Came): void {
  const { number } = row.entry;
  const { said, received, since = received } = came;
  noteAddition(desk, number, came);
  const soon = firstDeadlines(since, desk.rules).acknowledgeBy;
  const { nextStepBy } = row.entry;
  desk.tables.cases.update(row, { nextStepBy: nextStepBy === null || soon < nextStepBy ? soon : nextStepBy });
  if (speaksOfDanger(said.addition)) tellOfDanger(desk, row);
  tellOfAddition(desk, row.entry);
}

/** To whoever works on it, or else to all who hear of what is new. */
export function tellOfAddition(desk: CaseDesk, entry: Pick<Case, 'number' | 'handler'>): void {
  const { number } = entry;
  const handler = tidyAddress(entry.handler);
  const isHers = desk.handlersOf(number).includes(handler);
  const { notice } = desk.routingOf(number);
  for (const address of isHers ? [handler] : notice)
    queueCaseMail(desk, 'Notice of addition', address, number);
}
