// Erases a former member: what tells who she is goes, and what proves which version was accepted when stays.

import { inWords } from '../content/dates.ts';
import {
  ERASED_NOTE,
  ERASED_THINGS,
  erasureDone,
  KEPT_THINGS,
  keptInOwnColumns,
  NOT_YET,
  obstacleInWords,
  remarkOfSystem,
} from '../content/erasure-words.ts';
import { PROBLEMS, REFUSALS } from '../content/problems.ts';
import { AUDIT } from '../content/tab-words.ts';
import type { AboutMember } from '../domain/about-member.ts';
import { stepsIn } from '../domain/agreements.ts';
import { erasedLine } from '../domain/audit.ts';
import type { AuditLine, Mail, Member, Problem } from '../domain/entries.ts';
import type { OptOut } from '../domain/image-entries.ts';
import {
  erasedAgreement,
  erasedFollowUp,
  erasedMail,
  erasedMember,
  erasedOptOut,
  erasedProblem,
  erasedTakedown,
  hasWish,
  obstaclesTo,
} from '../domain/member-erasure.ts';
import { erasedAcceptance } from '../domain/proofs.ts';
import { isErased } from '../domain/seal.ts';
import { object, text, yesOrNo } from '../domain/shape.ts';
import { erasedText } from '../domain/trail-check.ts';
import { throwAway } from '../google/mailbox.ts';
import { accountRunning, personAtKeyboard } from '../google/session.ts';
import type { Row, Table } from '../registers/table.ts';
import { aboutHer } from './about-member.ts';
import { readConfig } from './config.ts';
import type { Desk } from './desk.ts';
import { openDesk } from './desk.ts';
import { act, fromDialog } from './desk-action.ts';
import { takeUpForms } from './drain-forms.ts';
import { neededLines, takenBackRequests } from './due-takedowns.ts';
import { deleteFormAnswersOf } from './form-answers-of.ts';
import { ownCellsOf } from './own-columns.ts';
import { refreshPhotoList } from './photo-list.ts';
import { Refusal } from './staff-error.ts';
import { trailWords } from './trail-words.ts';

const choice = object({ memberId: text() });
const order = object({ memberId: text(), typed: text(), asked: yesOrNo });

/** Everything about her, as one run sees it, and what changes. */
interface Erasure {
  member: Row<Member>;
  about: AboutMember;
  isWished: boolean;
  obstacles: string[];
  /** Headings of columns of the staff's own that hold something about her; they stay as they are. */
  own: string[];
}

function erasureOf(desk: Desk, memberId: string): Erasure {
  const member = desk.memberRow(memberId);
  if (!member) throw new Refusal(REFUSALS.memberGone);
  const { optOuts, agreements, mailLog, problems } = desk.tables;
  const about = aboutHer(desk, member.entry);
  const over = takenBackRequests(desk);
  const hers = {
    optOuts: optOuts.entries.filter(about.optOuts),
    takedowns: neededLines(desk).filter((line) => about.takedowns(line) && !over.has(line.optOut)),
    agreements: agreements.entries.filter(about.agreements),
    mailLog: mailLog.entries.filter(about.mailLog),
  };
  const obstacles = obstaclesTo(member.entry, hers).map(obstacleInWords);
  const { whatToDo } = PROBLEMS.responseNotTaken('');
  if (problems.entries.some((problem) => !problem.done && problem.whatToDo === whatToDo))
    obstacles.push(NOT_YET.notTakenUp);
  const own = ownCellsOf(desk, memberId).map(([heading]) => heading);
  return { member, about, isWished: hasWish(member.entry, hers.optOuts), obstacles, own };
}

/** What will go, what stays, and what is in the way. Reads only. */
export function readErasure(json: string) {
  const { memberId } = fromDialog(choice, json);
  const desk = openDesk(readConfig(), 'everything', true);
  const { member, about, isWished, obstacles, own } = erasureOf(desk, memberId);
  const { tables, config } = desk;
  if (accountRunning() !== config.owner) obstacles.push(REFUSALS.onlyOwnerErases(config.owner));
  const { length: lines } = tables.auditTrail.entries.filter(linesToErase(desk, about));
  const counts: Record<string, number> = {
    ...(isWished ? {} : { name: 1 }),
    members: 1,
    acceptances: count(tables.acceptances, about.acceptances),
    optOuts: count(tables.optOuts, about.optOuts),
    takedowns: count(tables.takedowns, about.takedowns),
    agreements: count(tables.agreements, about.agreements),
    mailLog: count(tables.mailLog, about.mailLog),
    gmail: count(tables.mailLog, (mail) => about.mailLog(mail) && mail.gmailId !== ''),
    followUps: count(tables.followUps, about.followUps),
    problems: count(tables.problems, ({ what, whatToDo }) => about.names(what) || about.names(whatToDo)),
    auditTrail: lines,
    forms: 1,
  };
  const kept = Object.entries(KEPT_THINGS).filter(([name]) => name !== 'wish' || isWished);
  return {
    memberId,
    name: member.entry.name,
    obstacles,
    erased: Object.entries(counts)
      .filter(([, many]) => many > 0)
      .map(([name, many]) => ({ what: ERASED_THINGS[name] ?? '', many: many > 1 ? many : 0 })),
    kept: [...kept.map(([, words]) => words), ...(own.length > 0 ? [keptInOwnColumns(own)] : [])],
  };
}

const count = <E extends object>({ entries }: Table<E>, isHers: (entry: E) => boolean) =>
  entries.filter(isHers).length;

/**
 * What the forms hold and the registers do not is taken up before; when there was something, she is not erased yet.
 * Her answers in the forms and the mails go first, and the rows then in one commit: a run that dies between comes back
 * to a member who is still to be erased, and erasing again does the rest.
 */
export function eraseMember(json: string): string {
  const { memberId, typed, asked } = fromDialog(order, json);
  if (typed.trim().toUpperCase() !== memberId.toUpperCase()) throw new Refusal(REFUSALS.typeMemberId);
  if (!asked) throw new Refusal(REFUSALS.askHandlers);
  return act(
    (desk) => {
      const { owner } = desk.config;
      if (accountRunning() !== owner) throw new Refusal(REFUSALS.onlyOwnerErases(owner));
      const isNew = takeUpForms(desk, { everything: true }) > 0;
      const erasure = erasureOf(desk, memberId);
      const obstacle = isNew ? NOT_YET.cameIn : erasure.obstacles[0];
      if (obstacle !== undefined) {
        desk.commit();
        throw new Refusal(obstacle);
      }
      deleteElsewhere(desk, memberId, erasure.about);
      eraseRows(desk, erasure);
      desk.commit();
      refreshPhotoList(desk);
      return erasureDone(memberId, erasure.isWished, erasure.own);
    },
    'everything',
    true,
  );
}

/** Her answers in Google Forms, and the mails to her, from her and about her answers in Gmail. */
function deleteElsewhere(desk: Desk, memberId: string, about: AboutMember): void {
  const { acceptances, optOuts, agreements, mailLog, mailbox } = desk.tables;
  const rows = [...acceptances.entries.filter(about.acceptances), ...optOuts.entries.filter(about.optOuts)];
  const steps = agreements.entries.filter(about.agreements).flatMap(stepsIn);
  const known = [
    ...rows.map(({ responseId }) => responseId),
    ...steps.flatMap(({ by, responseId }) => (by === memberId ? responseId : [])),
  ];
  deleteFormAnswersOf(desk, memberId, about, new Set(known));
  for (const { gmailId } of mailLog.entries.filter(about.mailLog)) if (gmailId !== '') throwAway(gmailId);
  for (const { message, entry } of mailbox.entries.filter(about.mailbox))
    if (!isInCasesToo(optOuts.find(entry)?.entry)) throwAway(message);
}

/** Of a mail that is a report as well, the words are not taken into Opt-outs. */
const isInCasesToo = (optOut: OptOut | undefined) => optOut?.channel === 'Email' && optOut.words === '';

/** All rows about her, and the line of the trail that says which lines and answers it was. Nothing left to erase leaves no line. */
function eraseRows(desk: Desk, { member, about, isWished }: Erasure): void {
  const { tables } = desk;
  const { id } = member.entry;
  let isChanged = false;
  const erase = <E extends object>(table: Table<E>, isHers: (entry: E) => boolean, left: (entry: E) => E) => {
    const rows = table.rows.filter(({ entry }) => isHers(entry));
    for (const row of rows) isChanged = table.update(row, left(row.entry)) || isChanged;
    return rows.map(({ entry }) => entry);
  };
  const lines = erase(tables.auditTrail, linesToErase(desk, about), erasedLine);
  const answers = erase(tables.acceptances, about.acceptances, erasedAcceptance);
  for (const answer of answers) desk.solve({ what: PROBLEMS.toMatch(answer.id).what });
  const isHerMail = (mail: Mail) => mail.memberId === id || about.isHers(mail.to);
  erase(tables.mailLog, about.mailLog, (mail) => erasedMail(mail, isHerMail(mail)));
  erase(tables.takedowns, about.takedowns, (line) => erasedTakedown(line, remarkOfSystem(line.remark)));
  erase(tables.agreements, about.agreements, erasedAgreement);
  erase(tables.followUps, about.followUps, erasedFollowUp);
  const namesHer = ({ what, whatToDo }: Problem) => about.names(what) || about.names(whatToDo);
  erase(tables.problems, namesHer, (problem) => erasedProblem(problem, ERASED_NOTE.problem));
  erase(tables.optOuts, about.optOuts, (optOut) =>
    erasedOptOut(optOut, isWished, remarkOfSystem(optOut.remark)),
  );
  const { notes } = member.entry;
  const note = ERASED_NOTE.isOne(notes) ? notes : ERASED_NOTE.of(inWords(desk.today));
  erase(tables.members, about.members, (entry) => erasedMember(entry, isWished, note));
  if (!isChanged) return;
  const after = erasedText(
    lines.map(({ line }) => line ?? 0),
    answers.map((answer) => answer.id),
  );
  desk.audit({ who: personAtKeyboard(), what: AUDIT.erased, subject: id, before: '', after });
}

/** Lines that hold numbers and words of the system alone; what they prove may be asked for later. */
const keptLines = (): ReadonlySet<string> =>
  new Set([
    ...Object.values(AUDIT.agreement),
    AUDIT.optOut,
    AUDIT.optOutConfirmed,
    AUDIT.optOutMatched,
    AUDIT.optOutTakenBack,
    AUDIT.images,
    AUDIT.takenDown,
    AUDIT.notTakenDown,
    AUDIT.evidence,
    AUDIT.theirData,
    AUDIT.erased,
  ]);

/** The lines that lose what they say, and those about a change by hand of such a line, which say it again. */
function linesToErase({ tables }: Desk, about: AboutMember): (line: AuditLine) => boolean {
  const hers = tables.auditTrail.entries.filter((line) => isErasedWith(about, line));
  const hashes = new Set(hers.map(({ hash }) => hash));
  return (line) => isErasedWith(about, line) || (hashes.has(line.subject) && !isErased(line.seal));
}

/** Whether a line loses what it says. Those of her answers never do: they prove them, and hold no name. */
function isErasedWith(about: AboutMember, line: AuditLine): boolean {
  const { what, before, after, seal } = line;
  if (isErased(seal) || trailWords().acceptance.has(what) || !about.auditTrail(line)) return false;
  return `${before}${after}` !== '' && (!keptLines().has(what) || about.names(before) || about.names(after));
}
