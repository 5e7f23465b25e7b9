// What must hold after every recovery, whatever happened: nothing lost, nothing doubled, nothing stuck, nothing leaked.

import type { Acceptance, CodeVersion, Member, SettingRow } from '../../src/domain/entries.ts';
import { answersIn, standingOf, versionsThatCount } from '../../src/domain/standing.ts';
import type { CellValue } from '../../src/registers/cells.ts';
import { REGISTERS, type RegisterName } from '../../src/registers/registers.ts';
import { readSettings } from '../../src/registers/settings.ts';
import { Table } from '../../src/registers/table.ts';
import { leaks } from '../desk/leak.ts';
import { firstBrokenLine, type Line } from '../desk/reading.ts';
import { callApi } from '../local-workspace/rest/dispatch.ts';
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

/** @param brings the mails that were expected, each once: to whom, and how the subject begins */
export function lookOver(scene: Scene, brings: readonly (readonly [string, string])[] = []): Findings {
  const findings = none();
  lookAtResponses(scene, findings);
  lookAtMails(scene, findings);
  for (const [address, subject] of brings) {
    const count = scene.subjects(address).filter((one) => one.startsWith(subject)).length;
    if (count === 0) findings.lost.push(`The mail “${subject}…” to ${address}`);
    if (subject !== '' && count > 1)
      findings.doubled.push(`The mail “${subject}…” to ${address}, ${count} times`);
  }
  lookAtStandings(scene, findings);
  lookAtTrails(scene, findings);
  lookForWaiting(scene, findings);
  for (const { place, word } of [...leaks(scene), ...scene.watch.finds])
    if (!isIncoming(scene, place)) findings.leaked.push(`“${word}” in ${place}`);
  return findings;
}

/** Every response of every form stands in its register, once. */
function lookAtResponses(scene: Scene, { lost, doubled }: Findings): void {
  const places: Record<string, Line[][]> = {
    Report: [scene.cases.register('Cases'), scene.cases.register('Questions')],
    Code: [scene.register('Acceptances')],
    Pictures: [scene.register('Opt-outs')],
    agreement: [scene.register('Agreements')],
  };
  for (const form of scene.workspace.forms.all()) {
    const [, tabs = []] = Object.entries(places).find(([name]) => form.title.includes(name)) ?? [];
    for (const { id } of scene.workspace.forms.responses(form.id)) {
      const holds = (line: Line) => Object.values(line).some((value) => value.includes(id));
      const rows = tabs.flat().filter(holds).length;
      if (rows === 0) lost.push(`Response ${id} of “${form.title}” is in no register`);
      if (rows > 1) doubled.push(`Response ${id} of “${form.title}” is in ${rows} rows`);
    }
  }
}

/** Every mail that the log calls sent has left once, and none has left of which it knows nothing. */
function lookAtMails(scene: Scene, { lost, doubled, stuck }: Findings): void {
  const lefts = sentMails(scene);
  for (const [number, times] of lefts) if (times > 1) doubled.push(`Mail ${number} left ${times} times`);
  const logs = [scene.register('Mail log'), scene.cases.register('Mail log')];
  for (const log of logs) {
    for (const line of log) {
      const number = line['Mail ID'] ?? '';
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
function sentMails({ workspace: { gmail, kernel, owner } }: Scene): Map<string, number> {
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
function lookAtStandings(scene: Scene, { lost }: Findings): void {
  const acceptances = entriesOf<Acceptance>(scene, 'acceptances');
  const versions = entriesOf<CodeVersion>(scene, 'codeVersions');
  const { settings } = readSettings(tableOf<SettingRow>(scene, 'settings'));
  const counting = versionsThatCount(versions);
  const answersOf = answersIn(acceptances, false, counting[0] ?? '');
  const today = new Date(scene.workspace.now()).toLocaleDateString('sv-SE', { timeZone: 'America/Chicago' });
  for (const member of entriesOf<Member>(scene, 'members')) {
    const expected = standingOf(member, answersOf(member), counting, settings, today);
    for (const [field, value] of Object.entries(expected))
      if (member[field as keyof Member] !== value)
        lost.push(`${member.name}: ${field} is ${member[field as keyof Member]}, and should be ${value}`);
  }
}

const entriesOf = <E extends object>(scene: Scene, name: RegisterName) => tableOf<E>(scene, name).entries;

/** A register as the code reads it. */
function tableOf<E extends object>(scene: Scene, name: RegisterName): Table<E> {
  const register = REGISTERS[name];
  const { values = [] } = callApi(scene.workspace.apis.sheets, 'sheets.spreadsheets.values.get', {
    path: { spreadsheetId: scene.registersId, range: `'${register.tab}'` },
    query: { valueRenderOption: 'UNFORMATTED_VALUE', dateTimeRenderOption: 'SERIAL_NUMBER' },
    caller: { email: scene.workspace.owner },
  }) as { values?: CellValue[][] };
  return new Table(register as never, 0, values) as unknown as Table<E>;
}

function lookAtTrails(scene: Scene, { lost }: Findings): void {
  for (const [name, trail] of [
    ['Registers', scene.register('Audit trail')],
    ['Cases', scene.cases.register('Audit trail')],
  ] as const) {
    const line = firstBrokenLine(trail);
    if (line > 0) lost.push(`Line ${line} of the audit trail of ${name} does not fit`);
  }
}

/** Nothing waits for ever. */
function lookForWaiting(scene: Scene, { stuck }: Findings): void {
  const { store } = scene.workspace.kernel;
  if (store.table('locks').size > 0) stuck.push('A lock is held by nobody');
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
