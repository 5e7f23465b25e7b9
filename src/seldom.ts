// What runs seldom: once a day, or when somebody asks for it. It is loaded when it is needed; see google/seldom-part.ts.

import { DIALOGS, type DialogName, MENU } from './content/menu.ts';
import { DONE } from './content/problems.ts';
import { showDialog, toast } from './google/spreadsheet-ui.ts';
import * as caseDays from './workflows/case-days.ts';
import * as checks from './workflows/check-set-up.ts';
import { drainForms } from './workflows/drain-forms.ts';
import { answering, guarded } from './workflows/guard.ts';
import * as invitations from './workflows/invitations.ts';
import * as mail from './workflows/mail-switch.ts';
import * as matching from './workflows/matching.ts';
import * as paper from './workflows/paper-acceptance.ts';
import * as photographers from './workflows/photographers-list.ts';
import * as preview from './workflows/preview.ts';
import * as publishing from './workflows/publishing.ts';
import * as resending from './workflows/resend.ts';
import * as setting from './workflows/set-up.ts';
import { nightly, sweep } from './workflows/sweep.ts';
import { TRIGGERS } from './workflows/wanted-triggers.ts';

const say = (message: string) => toast(MENU.title, message);
const open = (name: DialogName) => showDialog(name, DIALOGS[name]);

// The clock, once a day
export const everyNight = nightly;
export const everyMorning = sweep;
export const casesEveryNight = caseDays.casesNightly;
export const casesEveryMorning = caseDays.casesMorning;

// What a run finds to do now and then
export { putIntoForm } from './workflows/set-up-forms.ts';
export { takeUpMessages } from './workflows/take-up-messages.ts';

// Menu
export const openInvitations = () => open('invitations');
export const openPaperAcceptance = () => open('paper-acceptance');
export const openResending = () => open('resending');
export const openPublishing = () => open('publishing');
export const openPreview = () => open('preview');
export const openMatching = () => open('matching');
export const openPhotographersList = () => open('photographers-list');
export const setUpOrRepair = () => open('set-up');
export const openCheck = () => open('check');
export const sendWaitingMail = () => say(mail.sendWaitingMail());
export const pauseMail = () => say(guarded(() => mail.switchMail('Paused')));
export const resumeMail = () => say(guarded(() => mail.switchMail('On')));
export const lookAtCodeNow = () => say(guarded(publishing.lookNow));
export const checkForResponses = () => {
  const taken = drainForms();
  say(taken === null ? DONE.checkingElsewhere : DONE.checked(taken));
};

// Dialogs: one JSON text in, one out
export const readSetUp = () => answering(setting.readForSetUp);
export const runSetUp = (json: string) => answering(() => setting.setUp(json, TRIGGERS));
export const checkPart = (json: string) => answering(() => checks.checkPart(json));
export const promisedWord = checks.promisedWord;
export const readPaper = () => answering(paper.readForPaper);
export const recordPaperAcceptance = (json: string) => answering(() => paper.recordPaper(json));
export const readUnmatched = () => answering(matching.readForMatching);
export const matchResponse = (json: string) => answering(() => matching.recordMatch(json));
export const readInvitations = () => answering(invitations.readForInvitations);
export const sendInvitations = () => answering(invitations.sendInvitations);
export const readResending = () => answering(resending.readForResending);
export const resendLink = (json: string) => answering(() => resending.resendLink(json));
export const readPublishing = () => answering(publishing.readForPublishing);
export const publishVersion = (json: string) => answering(() => publishing.publishNow(json));
export const stopVersion = (json: string) => answering(() => publishing.stopVersion(json));
export const keepVersion = (json: string) => answering(() => publishing.keepVersion(json));
export const readPreview = () => answering(preview.readPreview);
export const readPhotographersList = () => answering(photographers.readForPhotographers);
export const takeAttendees = (json: string) => answering(() => photographers.takeAttendees(json));
export const draftPhotographersList = (json: string) => answering(() => photographers.draftList(json));
