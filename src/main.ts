// The functions that Google calls: triggers, menu lines, and dialogs. The build makes each a top-level function.

import { DIALOGS, type DialogName, MENU } from './content/menu.ts';
import { DONE } from './content/problems.ts';
import { showDialog, showMenu, toast } from './google/spreadsheet-ui.ts';
import * as caseDays from './workflows/case-days.ts';
import * as caseEdits from './workflows/case-edit.ts';
import * as columns from './workflows/column-answers.ts';
import { drainByClock, drainForms, formSubmitted } from './workflows/drain-forms.ts';
import * as reports from './workflows/drain-reports.ts';
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
import * as edits from './workflows/staff-edit.ts';
import { nightly, sweep } from './workflows/sweep.ts';

const say = (message: string) => toast(MENU.title, message);
const open = (name: DialogName) =>
  showDialog(name, DIALOGS[name].title, DIALOGS[name].width, DIALOGS[name].height);

const TRIGGERS: setting.TriggerHandlers = {
  onForm: {
    acceptance: 'acceptanceSubmitted',
    'image-opt-out': 'optOutSubmitted',
    agreement: 'agreementSubmitted',
  },
  onReport: 'reportSubmitted',
  onRegistersEdit: 'staffEdited',
  onCasesEdit: 'caseEdited',
  everyTenMinutes: 'everyTenMinutes',
  daily: [
    { handler: 'everyNight', hour: 2 },
    { handler: 'casesEveryNight', hour: 3 },
    { handler: 'everyMorning', hour: 6 },
    { handler: 'casesEveryMorning', hour: 7 },
  ],
};

// Triggers
export const onOpen = () => showMenu(MENU.title, MENU.items);
export const acceptanceSubmitted = formSubmitted('acceptance');
export const optOutSubmitted = formSubmitted('image-opt-out');
export const agreementSubmitted = formSubmitted('agreement');
export const reportSubmitted = reports.reportSubmitted;
export const staffEdited = edits.staffEdited;
export const caseEdited = caseEdits.caseEdited;
export const everyNight = nightly;
export const everyMorning = sweep;
export const casesEveryNight = caseDays.casesNightly;
export const casesEveryMorning = caseDays.casesMorning;
export const everyTenMinutes = () => {
  try {
    drainByClock();
  } finally {
    reports.drainReports();
  }
};

// Menu
export const openInvitations = () => open('invitations');
export const openPaperAcceptance = () => open('paper-acceptance');
export const openResending = () => open('resending');
export const openPublishing = () => open('publishing');
export const openPreview = () => open('preview');
export const openMatching = () => open('matching');
export const openPhotographersList = () => open('photographers-list');
export const setUpOrRepair = () => open('set-up');
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

// Formulas
export const IMAGE_PERMISSION = columns.imagePermission;
export const CODE_STANDING = columns.codeStanding;
