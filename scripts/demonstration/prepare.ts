// Prepares the demonstration: the organisation's account sets the desk up, enters a roster of invented members, invites
// them, and over three weeks some of them answer, and a few report something, ask, or opt out of pictures.

import type { ScriptFile, Workspace } from '../local-workspace/index.ts';
import { callApi } from '../local-workspace/rest/dispatch.ts';
import { RehearsalClock } from '../rehearsal/clock.ts';
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
  const { runner } = workspace;
  const { keepsRealms } = runner;
  runner.keepsRealms = true;
  const end = workspace.now() + DAYS * DAY;
  const random = () => workspace.kernel.random.next();
  const registersId = workspace.sheets.create(workspace.owner, { title: 'IMSTL Registers' });
  const project = { title: 'Code of Conduct desk', files, container: registersId };
  const desk = { workspace, registersId, ...workspace.addProject(project) };

  askDesk(workspace, desk.scriptId, 'runSetUp', COMPANIONS);
  giveHeadings(workspace);
  workspace.sheets.userDeleteSheet(workspace.owner, registersId, EMPTY_TAB);
  workspace.files.update(registersId, { editors: [VOLUNTEER] });
  const members = inventMembers(MEMBERS, random);
  enterMembers(workspace, registersId, members);
  askDesk(workspace, desk.scriptId, 'sendInvitations', {});

  say('The members are invited; some of them answer…');
  nameCaseStaff(workspace);
  workspace.settle();
  const clock = new RehearsalClock(desk);
  const takeUp = () => clock.takeUp();
  const answers = answering(workspace, members, random, takeUp);
  const reports = caseHappenings(workspace, takeUp);
  const pictures = pictureHappenings(workspace, members, takeUp);
  liveThrough(clock, workspace.now(), [...answers, ...reports, ...pictures]);
  clock.advanceTo(end);
  clock.spareNoMore();
  runner.keepsRealms = keepsRealms;
  prepared(workspace).set('ready', true);
  workspace.kernel.store.commit();
  return { registersId, scriptId: desk.scriptId };
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
  takeUp: () => void,
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
      takeUp();
    },
  }));
}

/** Everything happens in its turn, on its day. */
function liveThrough(clock: RehearsalClock, start: number, happenings: readonly Happening[]): void {
  for (const { day, happens } of [...happenings].sort((a, b) => a.day - b.day)) {
    clock.advanceTo(start + day * DAY);
    happens();
  }
}

const typed = (name: string, email: string) => ({ 'Your name': name, 'Your email address': email });
