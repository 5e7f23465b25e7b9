// What must hold after every recovery, whatever happened: nothing lost, nothing doubled, nothing stuck, nothing leaked.

import { createHash } from 'node:crypto';
import { CASE_LOG } from '../../src/content/case-words.ts';
import { answersIn, standingOf, versionsThatCount } from '../../src/domain/standing.ts';
import type { Cases } from '../desk/cases.ts';
import type { Desk } from '../desk/desk.ts';
import { leaks } from '../desk/leak.ts';
import { CONFIRM } from '../desk/pictures.ts';
import { firstBrokenLine, type Line } from '../desk/reading.ts';
import { entriesOf, settingsOf, todayOf } from '../rehearsal/rehearsed-desk.ts';
import { NINA, type Scene } from './scene.ts';

/** What is wrong, in words, by its kind. */
export interface Findings {
  readonly lost: string[];
  readonly doubled: string[];
  readonly stuck: string[];
  readonly leaked: string[];
}

export const KINDS = ['lost', 'doubled', 'stuck', 'leaked'] as const;

export const none = (): Findings => ({ lost: [], doubled: [], stuck: [], leaked: [] });
export const isClean = (findings: Findings): boolean => KINDS.every((kind) => findings[kind].length === 0);

/** A desk that can be looked over. */
export interface Seen {
  readonly desk: Desk;
  readonly cases: Cases;
  /** Mails that were in the log before anything was looked at. */
  readonly isOld?: (mailId: string) => boolean;
}

/** What must hold on every desk at every moment at which nothing runs. */
export function lookOverDesk(seen: Seen): Findings {
  const findings = none();
  lookAtResponses(seen, findings);
  lookAtMails(seen, findings);
  lookAtStandings(seen, findings);
  lookAtTrails(seen, findings);
  if (seen.desk.workspace.kernel.store.table('locks').size > 0)
    findings.stuck.push('A lock is held by nobody');
  return findings;
}

/** @param brings the mails that were expected, each once: to whom, and how the subject begins */
export function lookOver(scene: Scene, brings: readonly (readonly [string, string])[] = []): Findings {
  const findings = lookOverDesk({ desk: scene, cases: scene.cases });
  for (const [address, subject] of brings) {
    const count = scene.subjects(address).filter((one) => one.startsWith(subject)).length;
    if (count === 0) findings.lost.push(`The mail “${subject}…” to ${address}`);
    if (subject !== '' && count > 1)
      findings.doubled.push(`The mail “${subject}…” to ${address}, ${count} times`);
  }
  lookForWaiting(scene, findings);
  for (const { place, word } of [...leaks(scene), ...scene.watch.finds])
    if (!isIncoming(scene, place)) findings.leaked.push(`“${word}” in ${place}`);
  return findings;
}

/** Every response of every form stands in its register, once. */
function lookAtResponses({ desk, cases }: Seen, { lost, doubled }: Findings): void {
  const places: Record<string, Line[][]> = {
    Report: [cases.register('Cases'), cases.register('Questions'), additionsTo(cases)],
    Code: [desk.register('Acceptances')],
    Pictures: [desk.register('Opt-outs')],
    agreement: [desk.register('Agreements')],
  };
  const hasSign = signsIn(desk);
  for (const form of desk.workspace.forms.all()) {
    const [, tabs = []] = Object.entries(places).find(([name]) => form.title.includes(name)) ?? [];
    const rowsWith = countIds(tabs.flat());
    for (const { id, answers } of desk.workspace.forms.responses(form.id)) {
      const rows = rowsWith.get(id) ?? 0;
      const isConfirmation = Object.values(answers).flat().includes(CONFIRM);
      if (rows === 0 && !(isConfirmation && hasSign(id)))
        lost.push(`Response ${id} of “${form.title}” is in no register`);
      if (rows > 1) doubled.push(`Response ${id} of “${form.title}” is in ${rows} rows`);
    }
  }
}

/** Who adds to a case makes a line in its log, and no row. */
const additionsTo = (cases: Cases): Line[] =>
  cases.register('Case log').filter(({ What }) => What === CASE_LOG.addition);

/** Whether State has a sign of a response about pictures: who confirms what she asked for makes no row. */
function signsIn(desk: Desk): (responseId: string) => boolean {
  const signs = new Set(
    desk.register('State').flatMap(({ Value = '' }) => Value.match(/[0-9a-f]{8}/g) ?? []),
  );
  return (responseId) => signs.has(createHash('sha256').update(responseId).digest('hex').slice(0, 8));
}

/** In how many rows each id stands, alone in a cell or beside others. */
function countIds(lines: readonly Line[]): Map<string, number> {
  const rows = new Map<string, number>();
  for (const line of lines) {
    const ids = Object.values(line).flatMap((value) => value.match(/[\w-]{20,}/g) ?? []);
    for (const id of new Set(ids)) rows.set(id, (rows.get(id) ?? 0) + 1);
  }
  return rows;
}

/** Every mail that the log calls sent has left once, and none has left of which it knows nothing. */
function lookAtMails({ desk, cases, isOld = () => false }: Seen, { lost, doubled, stuck }: Findings): void {
  const lefts = sentMails(desk);
  for (const [number, times] of lefts) if (times > 1) doubled.push(`Mail ${number} left ${times} times`);
  const logs = [desk.register('Mail log'), cases.register('Mail log')];
  for (const log of logs) {
    for (const line of log) {
      const number = line['Mail ID'] ?? '';
      if (isOld(number)) continue;
      if (line.State === 'Sent' && !lefts.has(number))
        lost.push(`Mail ${number} is called sent and has not left`);
      if (line.State !== 'Sent' && lefts.has(number))
        stuck.push(`Mail ${number} has left and is called ${line.State}`);
    }
    const numbers = log.map((line) => line['Mail ID']).filter(Boolean);
    if (new Set(numbers).size < numbers.length) doubled.push('A number of the mail log stands twice');
  }
}

/** How often each mail has left, by the number that stands in it. */
function sentMails({ workspace: { gmail, kernel, owner } }: Desk): Map<string, number> {
  const sources = kernel.store.table<{ raw: string }>('mail sources');
  const lefts = new Map<string, number>();
  for (const mailbox of [owner, NINA])
    for (let place = 0; place < gmail.mailboxes.count(mailbox); place++) {
      const message = gmail.mailboxes.at(mailbox, place);
      if (!message?.labelIds.includes('SENT')) continue;
      const raw = sources.get(message.sourceId)?.raw ?? '';
      const number = /^X-IMSTL-Mail: *(\S+)/im.exec(raw)?.[1] ?? '';
      lefts.set(number, (lefts.get(number) ?? 0) + 1);
    }
  return lefts;
}

/** The standing of each member is what her answers in the register make it today. */
function lookAtStandings({ desk }: Seen, { lost }: Findings): void {
  const counting = versionsThatCount(entriesOf(desk, 'codeVersions'));
  const settings = settingsOf(desk);
  const answersOf = answersIn(entriesOf(desk, 'acceptances'), false, counting[0] ?? '');
  for (const member of entriesOf(desk, 'members')) {
    const expected = standingOf(member, answersOf(member), counting, settings, todayOf(desk));
    for (const [field, value] of Object.entries(expected))
      if (member[field as keyof typeof member] !== value)
        lost.push(
          `${member.name}: ${field} is ${member[field as keyof typeof member]}, and should be ${value}`,
        );
  }
}

function lookAtTrails({ desk, cases }: Seen, { lost }: Findings): void {
  for (const [name, trail] of [
    ['Registers', desk.register('Audit trail')],
    ['Cases', cases.register('Audit trail')],
  ] as const) {
    const line = firstBrokenLine(trail);
    if (line > 0) lost.push(`Line ${line} of the audit trail of ${name} does not fit`);
  }
}

/** Nothing waits for ever. */
function lookForWaiting(scene: Scene, { stuck }: Findings): void {
  for (const [where, log] of [
    ['Registers', scene.register('Mail log')],
    ['Cases', scene.cases.register('Mail log')],
  ] as const)
    for (const line of log)
      if (line.State === 'Queued' || line.State === 'Sending')
        stuck.push(`Mail ${line['Mail ID']} of ${where} is still ${line.State}`);
  for (const where of ['Registers', 'Cases'] as const)
    for (const line of scene.mailbox.noted(where))
      if (line['To do']) stuck.push(`A mail of the mailbox still has to do: ${line['To do']}`);
  for (const name of scene.unanswered) stuck.push(`Whoever pressed ${name} never learns that it is done`);
  const last = new Map(scene.workspace.executions().map((run) => [run.functionName, run]));
  for (const { functionName, kind, status, error = '' } of last.values())
    if (kind === 'clock' && status !== 'Completed')
      stuck.push(`${functionName} ended so: ${error || status}`);
}

/** What somebody wrote to the contact address stands in its mailbox, of course. */
function isIncoming(scene: Scene, place: string): boolean {
  const { gmail, owner } = scene.workspace;
  if (!place.startsWith(`mail in ${owner}: `)) return false;
  for (let at = 0; at < gmail.mailboxes.count(owner); at++) {
    const message = gmail.mailboxes.at(owner, at);
    if (message && !message.labelIds.includes('SENT') && place.endsWith(`: ${message.subject}`)) return true;
  }
  return false;
}
