// Prepares the demonstration: the organisation's account sets the desk up, enters a roster of invented members, invites
// them, and over three weeks some of them answer, and a few report something, ask, or opt out of pictures.

import type { ExecutionRecord, ScriptFile, Workspace } from '../local-workspace/index.ts';
import { callApi } from '../local-workspace/rest/dispatch.ts';
import { answerForm, newestLink } from './answer.ts';
import { caseHappenings, type Happening, nameCaseStaff } from './cases.ts';
import { giveHeadings } from './code-headings.ts';
import { type DemonstrationMember, inventMembers } from './members.ts';
import { pictureHappenings } from './pictures.ts';

const MEMBERS = 350;
const DAY = 86_400_000;
const DAYS = 21;
/** May edit the registers, but does not own the desk. */
const VOLUNTEER = 'volunteer@imstl.org';
/** The tab that every new spreadsheet has. */
const EMPTY_TAB = 0;
const OCCASIONS = 24;
const MAILS_PER_RUN = 100;
/** About this part of the invited answers before the demonstration begins. */
const ANSWERING = 0.58;

/** Stand-ins for the two documents that the code refers to. */
const COMPANIONS = {
  termsVersion: '2025-06-04',
  termsLink: 'https://www.example.org/terms-of-use',
  privacyVersion: '2025-06-04',
  privacyLink: 'https://www.example.org/privacy-policy',
};

export const ANSWER_QUESTION = 'Do you accept the Code of Conduct?';
export const REFUSAL = 'I do not accept this Code of Conduct';

const prepared = (workspace: Workspace) => workspace.kernel.store.table<boolean>('demonstration');

export const isPrepared = (workspace: Workspace): boolean => prepared(workspace).get('ready') === true;

/**
 * @param files the built bundle
 * @param say tells a person how far it is
 * @returns the ids of the Registers and of the script
 */
export function prepareDemonstration(
  workspace: Workspace,
  files: readonly ScriptFile[],
  say: (line: string) => void,
): { registersId: string; scriptId: string } {
  say(`Preparing a demonstration with ${MEMBERS} invented members…`);
  const end = workspace.now() + DAYS * DAY;
  const random = () => workspace.kernel.random.next();
  const registers = workspace.sheets.create(workspace.owner, { title: 'IMSTL Registers' });
  const { scriptId } = workspace.addProject({ title: 'Code of Conduct desk', files, container: registers });

  askDesk(workspace, scriptId, 'runSetUp', COMPANIONS);
  giveHeadings(workspace);
  workspace.sheets.userDeleteSheet(workspace.owner, registers, EMPTY_TAB);
  workspace.files.update(registers, { editors: [VOLUNTEER] });
  const members = inventMembers(MEMBERS, random);
  enterMembers(workspace, registers, members);
  withoutTenMinuteRuns(workspace, () => {
    askDesk(workspace, scriptId, 'sendInvitations', {});
    for (let sent = 0; sent < MEMBERS; sent += MAILS_PER_RUN) workspace.run('everyTenMinutes', { scriptId });
    say('The members are invited; some of them answer…');
    nameCaseStaff(workspace);
    workspace.settle();
    const answers = answering(workspace, members, random);
    const reports = caseHappenings(workspace, () => deliverTheFirst(workspace));
    const pictures = pictureHappenings(workspace, members, () => deliverTheFirst(workspace));
    liveThrough(workspace, [...answers, ...reports, ...pictures, ...onceADay(workspace, scriptId)]);
    workspace.advanceTo(end);
  });
  prepared(workspace).set('ready', true);
  workspace.kernel.store.commit();
  return { registersId: registers, scriptId };
}

/** What a dialog of the desk asks its script. @throws Error with the words that the dialog would show */
export function askDesk(
  workspace: Workspace,
  scriptId: string,
  functionName: string,
  question: object,
): void {
  const { record, result } = workspace.callFromDialog(
    scriptId,
    functionName,
    [JSON.stringify(question)],
    workspace.owner,
  );
  const answer = record.status === 'Completed' ? JSON.parse(String(result)) : { message: record.error };
  if (!answer.ok) throw new Error(`${functionName}: ${answer.message}`);
}

function enterMembers(
  workspace: Workspace,
  spreadsheetId: string,
  members: readonly DemonstrationMember[],
): void {
  callApi(workspace.apis.sheets, 'sheets.spreadsheets.values.append', {
    path: { spreadsheetId, range: 'Members!A1' },
    query: { valueInputOption: 'USER_ENTERED' },
    body: {
      values: members.map(({ name, email, role, status, joined }) => ['', name, email, role, status, joined]),
    },
    caller: { email: workspace.owner },
  });
}

/** Those who answer do so a few at a time over the three weeks, some in unusual ways. */
function answering(
  workspace: Workspace,
  members: readonly DemonstrationMember[],
  random: () => number,
): Happening[] {
  const willing = members.filter(({ status }) => status === 'Active' && random() < ANSWERING);
  const [refuser, withoutLink, stranger] = willing;
  const [acceptance] = workspace.forms.all();
  const form = acceptance ? workspace.forms.viewUrl(acceptance) : '';
  const answer = (member: DemonstrationMember): void => {
    const link = newestLink(workspace, member.email, form);
    if (!link) return;
    if (member === withoutLink) answerForm(workspace, form, typed(member.name, member.email));
    else if (member === stranger)
      answerForm(workspace, form, typed(member.name, 'a.new.address@example.org'));
    else if (member === refuser)
      answerForm(workspace, link, { ...typed(member.name, member.email), [ANSWER_QUESTION]: REFUSAL });
    else answerForm(workspace, link, typed(member.name, member.email));
  };
  return Array.from({ length: OCCASIONS }, (_, occasion) => ({
    day: random() ** 2 * (DAYS - 0.1),
    happens: () => {
      for (const member of willing.filter((_, place) => place % OCCASIONS === occasion)) answer(member);
      deliverTheFirst(workspace);
    },
  }));
}

/** Once a day is enough for the night, which tells staff when the run of every ten minutes does not come any more. */
function onceADay(workspace: Workspace, scriptId: string): Happening[] {
  const happens = () => void workspace.run('everyTenMinutes', { scriptId });
  return Array.from({ length: DAYS }, (_, day) => ({ day, happens }));
}

/** Everything happens in its turn, on its day. */
function liveThrough(workspace: Workspace, happenings: readonly Happening[]): void {
  const start = workspace.now();
  for (const { day, happens } of [...happenings].sort((a, b) => a.day - b.day)) {
    workspace.advanceTo(start + day * DAY);
    happens();
  }
}

/** One trigger is enough to take up all that waits; the others get lost, as they sometimes do. @returns what ran */
export function deliverTheFirst(workspace: Workspace): readonly ExecutionRecord[] {
  const [, ...others] = workspace.triggers.pending();
  for (const { id } of others) workspace.triggers.delivered(id);
  return workspace.settle();
}

const typed = (name: string, email: string) => ({ 'Your name': name, 'Your email address': email });

/** The run of every ten minutes would come three thousand times in three weeks; here it is called when there is mail. */
function withoutTenMinuteRuns(workspace: Workspace, work: () => void): void {
  const triggers = workspace.triggers.all().filter(({ handler }) => handler === 'everyTenMinutes');
  for (const { id } of triggers) workspace.triggers.setNext(id, undefined);
  work();
  for (const { id } of triggers) workspace.triggers.setNext(id, workspace.now());
}
