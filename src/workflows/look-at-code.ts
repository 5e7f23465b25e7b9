// Looks at the Code of Conduct in its Google Doc, and records what is new there.

import { clauseInWords } from '../content/change-words.ts';
import { DONE } from '../content/done-words.ts';
import { BY_NOBODY } from '../content/marks.ts';
import { documentProblems, PROBLEMS, type ProblemWords, REASONS } from '../content/problems.ts';
import { AUDIT } from '../content/tab-words.ts';
import { addHours } from '../domain/calendar.ts';
import { hashCode, lastUpdateOf } from '../domain/code-text.ts';
import { differenceOf } from '../domain/difference.ts';
import type { LocalDate } from '../domain/entries.ts';
import { shorten } from '../domain/text.ts';
import { noticeVersion, type VersionNotice } from '../domain/version-notice.ts';
import { freezeText } from '../domain/version-text.ts';
import { readDocument } from '../google/docs.ts';
import { log } from '../google/session.ts';
import { auditVersion } from './audit-version.ts';
import type { Desk } from './desk.ts';
import { queueForStaff } from './outbox.ts';

/** A message in the corner of the sheet has room for so many letters of a problem. */
const MOST_TOLD = 200;

/**
 * One remote call. Answers in words what it came to. A document that cannot be read is a problem for staff, and
 * everything else goes on.
 */
export function lookAtCode(desk: Desk): string {
  let text: string;
  try {
    if (desk.settings.codeDocument === '') throw new Error(REASONS.noDocument);
    text = readDocument(desk.settings.codeDocument);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log(reason);
    return tell(desk, PROBLEMS.documentUnreadable(reason));
  }
  const notice = noticeVersion(text, desk.tables.codeVersions.entries, desk.today);
  const problem = problemOf(desk, notice, text);
  const told = tell(desk, problem, notice.about as keyof typeof DONE.looked);
  if (notice.about === 'new version') recordVersion(desk, notice.version, text);
  if (notice.about === 'waiting text changed' || notice.about === 'stopped version')
    renewText(desk, notice.version, text);
  if (!problem || notice.about === 'stopped version') stopOthers(desk, lastUpdateOf(text)?.version ?? '');
  return told;
}

/** Leaves open the one problem that holds now, if any, and ticks the others. Answers in words what was found. */
function tell(
  desk: Desk,
  current: ProblemWords | null,
  about: keyof typeof DONE.looked = 'nothing new',
): string {
  const { problems } = desk.tables;
  const ours = documentProblems();
  for (const row of problems.rows) {
    const { what, whatToDo, done } = row.entry;
    if (!done && what !== current?.what && ours.includes(whatToDo)) problems.update(row, { done: true });
  }
  if (!current) return DONE.looked[about];
  desk.problem(current, 'codeVersions');
  return DONE.lookedAndFound(shorten(current.what, MOST_TOLD, '…'));
}

/** A problem cell shows so many letters of what changed. */
const MOST_LETTERS = 1500;

function problemOf(desk: Desk, notice: VersionNotice, text: string): ProblemWords | null {
  switch (notice.about) {
    case 'other text under the same date': {
      const recorded = desk.tables.codeVersions.find(notice.version)?.entry.textHash ?? '';
      const before = desk.textWithHash(recorded);
      const changed = before === null ? [] : differenceOf(before, text).map(clauseInWords);
      return PROBLEMS.codeSameDate(notice.version, shorten(changed.join(' · '), MOST_LETTERS, '…'));
    }
    case 'date goes back':
      return PROBLEMS.codeDateBack(notice.version, notice.latest);
    case 'date lies ahead':
      return PROBLEMS.codeDateAhead(notice.version);
    case 'stopped version':
      return PROBLEMS.codeStopped(notice.version);
    case 'no date':
      return PROBLEMS.codeNoDate;
    default:
      return null;
  }
}

/** The version waits, or waits again, until it is published by itself; staff are told. */
function recordVersion(desk: Desk, version: LocalDate, text: string): void {
  const textHash = hashCode(text);
  const { codeVersions } = desk.tables;
  const known = codeVersions.find(version);
  const published = addHours(desk.now, 24 * desk.settings.waitingDays);
  const waiting = { textHash, published, publishedBy: '', status: 'Waiting' } as const;
  const fresh = { version, lastUpdate: version, change: 'Material', why: '', ...waiting } as const;
  if (known) codeVersions.update(known, waiting);
  const row = known ?? codeVersions.append(fresh);
  freeze(desk, version, text);
  auditVersion(desk, row, AUDIT.noticed, { after: [textHash] });
  queueForStaff(desk, 'Notice of new version', version);
}

/** Words were changed again before it was published: the waiting begins anew, and what was stopped stays stopped. */
function renewText(desk: Desk, version: LocalDate, text: string): void {
  const row = desk.tables.codeVersions.find(version);
  const before = row?.entry.textHash ?? '';
  if (!row || before === hashCode(text)) return;
  const isWaiting = row.entry.status === 'Waiting';
  const published = isWaiting ? addHours(desk.now, 24 * desk.settings.waitingDays) : null;
  desk.tables.codeVersions.update(row, { textHash: hashCode(text), published });
  freeze(desk, version, text);
  auditVersion(desk, row, AUDIT.renewedText, { before, after: [hashCode(text)] });
}

/** Keeps the text of a version for good. */
export function freeze(desk: Desk, version: LocalDate, text: string): void {
  if (desk.tables.versionTexts.find(hashCode(text))) return;
  for (const part of freezeText(version, text)) desk.tables.versionTexts.append(part);
}

/** A version that waits, and that the document no longer shows, is not published by itself until it shows it again. */
function stopOthers(desk: Desk, shown: LocalDate): void {
  const { codeVersions } = desk.tables;
  for (const row of codeVersions.rows) {
    const { status, version } = row.entry;
    if (status !== 'Waiting' || version === shown) continue;
    codeVersions.update(row, { status: 'Draft', published: null, publishedBy: BY_NOBODY });
    auditVersion(desk, row, AUDIT.stopped, { before: 'Waiting', after: ['Draft'] });
  }
}
