// The functions that Google calls: triggers, menu lines, and dialogs. The build makes each a top-level function.

import { DIALOGS, type DialogName, MENU } from './content/menu.ts';
import { DONE } from './content/problems.ts';
import { showDialog, showMenu, toast } from './google/spreadsheet-ui.ts';
import { drainAcceptances, formSubmitted } from './workflows/drain-acceptances.ts';
import { answering } from './workflows/guard.ts';
import * as invitations from './workflows/invitations.ts';
import * as mail from './workflows/mail-switch.ts';
import * as matching from './workflows/matching.ts';
import * as paper from './workflows/paper-acceptance.ts';
import * as setting from './workflows/set-up.ts';
import * as edits from './workflows/staff-edit.ts';
import { sweep } from './workflows/sweep.ts';

const say = (message: string) => toast(MENU.title, message);
const open = (name: DialogName) =>
  showDialog(name, DIALOGS[name].title, DIALOGS[name].width, DIALOGS[name].height);

const TRIGGERS: setting.TriggerHandlers = {
  onFormSubmit: 'acceptanceSubmitted',
  onEdit: 'staffEdited',
  everyTenMinutes: 'everyTenMinutes',
  daily: [
    { handler: 'everyNight', hour: 2 },
    { handler: 'everyMorning', hour: 6 },
  ],
};

// Triggers
export const onOpen = () => showMenu(MENU.title, MENU.items);
export const acceptanceSubmitted = formSubmitted;
export const staffEdited = edits.staffEdited;
export const everyTenMinutes = () => void drainAcceptances();
export const everyNight = () => void drainAcceptances({ everything: true });
export const everyMorning = sweep;

// Menu
export const openInvitations = () => open('invitations');
export const openPaperAcceptance = () => open('paper-acceptance');
export const openMatching = () => open('matching');
export const setUpOrRepair = () => open('set-up');
export const sendWaitingMail = () => say(mail.sendWaitingMail());
export const pauseOrResumeMail = () => say(mail.pauseOrResumeMail());
export const checkForResponses = () => {
  const taken = drainAcceptances();
  say(taken === null ? DONE.checkingElsewhere : DONE.checked(taken));
};

// Dialogs: one JSON text in, one out
export const readSetUp = () => answering(setting.readForSetUp);
export const runSetUp = (json: string) => answering(() => setting.setUp(json, TRIGGERS));
export const readPaper = () => answering(paper.readForPaper);
export const recordPaperAcceptance = (json: string) => answering(() => paper.recordPaper(json));
export const readUnmatched = () => answering(matching.readForMatching);
export const matchResponse = (json: string) => answering(() => matching.recordMatch(json));
export const readInvitations = () => answering(invitations.readForInvitations);
export const sendInvitations = () => answering(invitations.sendInvitations);
