// What is done about cases every night and every morning: nothing is missed, nothing is forgotten, nobody looks in.

import { figuresOf } from '../content/case-figures.ts';
import { CASE_LOG } from '../content/case-words.ts';
import { PROBLEMS } from '../content/problems.ts';
import { isOurNumber } from '../domain/case-numbers.ts';
import { reportByNumber } from '../domain/case-report.ts';
import { lookForCaseBounces } from './case-bounces.ts';
import { tellCaseCount } from './case-count.ts';
import { allDue } from './case-deadlines.ts';
import { type CaseDesk, tellBadSettings } from './case-desk.ts';
import { eraseConfirmed } from './case-erasure.ts';
import { queueCaseMail } from './case-outbox.ts';
import { carryOutSharing } from './case-sharing.ts';
import { takeUpReports, workOnCases } from './drain-reports.ts';
import { takeUpCaseMail } from './mail-cases.ts';
import { reviewCases } from './review-cases.ts';

/** Once a night, after the registers. */
export function casesNightly(): void {
  workOnCases((desk) => {
    takeUpReports(desk, { everything: true });
    takeUpCaseMail(desk, { byNight: true });
    reviewCases(desk);
    eraseConfirmed(desk);
    tellCaseCount(desk);
    updateFigures(desk);
    checkRows(desk);
    tellBadSettings(desk);
    checkSharing(desk);
    lookForCaseBounces(desk, { byNight: true });
    desk.noteRun('cases night', 12);
  });
}

/** Once a morning: each is told what is due, by number; running again on the same day tells nothing twice. */
export function casesMorning(): void {
  workOnCases((desk) => {
    const told = desk.tables.mailLog.entries.filter(
      ({ kind, reference }) => kind === 'Cases due' && reference === desk.today,
    );
    const toTell = new Set(allDue(desk).flatMap(({ to }) => to));
    for (const { to } of told) toTell.delete(to);
    for (const address of toTell) queueCaseMail(desk, 'Cases due', address, desk.today);
    // A morning without anything to tell writes only every third day.
    desk.noteRun('cases morning');
  });
}

/** A row that somebody deleted is missed by its lines in the log. */
function checkRows(desk: CaseDesk): void {
  const { cases, questions, caseLog } = desk.tables;
  const present = new Set([...cases.entries, ...questions.entries].map(({ number }) => number));
  const received: string[] = [CASE_LOG.received, CASE_LOG.questionReceived];
  const known = caseLog.entries.filter(({ what }) => received.includes(what));
  for (const number of new Set(known.map((entry) => entry.number)))
    if (isOurNumber(number) && !present.has(number)) desk.tell(PROBLEMS.caseGone(number));
  if (desk.settings.handlers.length === 0) desk.tell(PROBLEMS.noHandlers);
}

function checkSharing(desk: CaseDesk): void {
  const { strangers, linkShared } = carryOutSharing(desk);
  if (strangers.length === 0 && !linkShared) return;
  desk.tell(PROBLEMS.casesShared);
  const { contactAddress, boardContact } = desk.settings;
  for (const address of new Set([contactAddress, ...boardContact.map(({ email }) => email)]))
    queueCaseMail(desk, 'Sharing alert', address, desk.today);
}

/** The report by number is written anew where it differs. */
function updateFigures(desk: CaseDesk): void {
  const { cases, figures } = desk.tables;
  for (const [index, figure] of figuresOf(reportByNumber(cases.entries, desk.today)).entries()) {
    const row = figures.rows[index];
    if (row) figures.update(row, figure);
    else figures.append(figure);
  }
}
