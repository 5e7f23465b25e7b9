// Takes every response of the form “Report or ask” that is not known yet, and lets the mails go: urgent ones first.

import { PROBLEMS } from '../content/problems.ts';
import { instantOf } from '../domain/calendar.ts';
import { type FormSubmitEvent, openForm, readResponses, responseData } from '../google/form-responses.ts';
import { deleteProperty } from '../google/properties.ts';
import { seldomPart } from '../google/seldom-part.ts';
import { lookForCaseBounces } from './case-bounces.ts';
import { tellCaseCount } from './case-count.ts';
import { type CaseDesk, openCaseDesk } from './case-desk.ts';
import { deliverCaseMail } from './case-outbox.ts';
import { applyOutcomes } from './case-roster.ts';
import { carryOutSharing, sharingHasChanged } from './case-sharing.ts';
import { type Config, PROPERTY, readConfig } from './config.ts';
import { guardedCases } from './guard.ts';
import { finishCaseMail, takeUpCaseMail } from './mail-cases.ts';
import { problemsAreSolved } from './note-problem.ts';
import { reviewCases } from './review-cases.ts';
import { type DrainOptions, readFrom } from './take-up.ts';
import { inCasesTurn, WAIT } from './turn.ts';

/** What a submission starts; the event is only a hint. */
export function reportSubmitted(event: FormSubmitEvent | undefined): void {
  workOnCases((desk) => {
    takeUpReports(desk, { form: event?.source });
    desk.noteRun('report');
  });
}

/** Looks for what triggers have missed, and sends what waits. */
export function drainReports(): void {
  workOnCases((desk) => {
    takeUpReports(desk);
    takeUpCaseMail(desk);
    reviewCases(desk);
    tellCaseCount(desk);
    lookForCaseBounces(desk);
  });
}

/**
 * Opens the Cases spreadsheet in turn, works on it, and sends what is in line. Does nothing before Set up has made it
 * with its form, nor when it turns out not to be wanted.
 */
export function workOnCases(work: (desk: CaseDesk) => void, isWanted = (_: Config) => true): void {
  guardedCases(() => {
    const config = readConfig();
    if (!config.cases?.formId || !isWanted(config)) return;
    inCasesTurn(WAIT.trigger, () => {
      const desk = openCaseDesk(config);
      work(desk);
      // Whoever is named in a case must not be able to open it, not even for the moment until the mails are out.
      if (sharingHasChanged(desk)) carryOutSharing(desk);
      deliverCaseMail(desk);
      finishCaseMail(desk);
      applyOutcomes(desk);
      if (config.caseTrouble) troubleIsOver();
    });
  });
}

/** What went wrong earlier has passed. */
function troubleIsOver(): void {
  problemsAreSolved(PROBLEMS.caseWork, PROBLEMS.casesDamaged('', []));
  deleteProperty(PROPERTY.caseTrouble);
}

/** Records the responses that are not known yet. */
export function takeUpReports(desk: CaseDesk, options: DrainOptions = {}): void {
  const form = options.form ?? openForm(desk.where.formId);
  const { cases, questions, caseLog } = desk.tables;
  const all = [...cases.entries, ...questions.entries, ...caseLog.entries];
  const known = new Set(all.map(({ responseId }) => responseId));
  const fresh = readResponses(form, options.everything ? null : watermark(desk));
  for (const response of fresh.filter((one) => !known.has(one.getId()))) {
    try {
      seldomPart().recordReport(desk, responseData(response, false));
    } catch {
      // One response that cannot be taken up must not hold back the others; it is tried again by every drain.
      desk.tell(PROBLEMS.reportNotTaken);
    }
    desk.commitWhenMuch();
  }
}

/** From when responses are read, milliseconds UTC: some days before the latest that is known; null for all. */
function watermark(desk: CaseDesk): number | null {
  const { cases, questions } = desk.tables;
  const times = [...cases.entries, ...questions.entries].map(({ received }) => received ?? '');
  // Staff can type a day that is still to come.
  const past = times.filter((time) => time <= desk.now);
  const from = readFrom(past.sort().pop() ?? '');
  return from === '' ? null : instantOf(from);
}
