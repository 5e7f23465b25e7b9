// What runs seldom: once a day, or when somebody asks for it. It is loaded when it is needed; see google/seldom-part.ts.

import { CONFIRM, type MenuAction } from './content/confirm-words.ts';
import { DIALOGS, type DialogName } from './content/dialogs.ts';
import { showDialog } from './google/dialogs.ts';
import { byTrigger } from './workflows/by-trigger.ts';
import * as caseDays from './workflows/case-days.ts';
import * as checks from './workflows/check-set-up.ts';
import * as confirming from './workflows/confirm.ts';
import * as erasing from './workflows/erase-member.ts';
import * as evidence from './workflows/evidence.ts';
import { answering } from './workflows/guard.ts';
import * as handingOver from './workflows/hand-over.ts';
import * as importing from './workflows/import-roster.ts';
import * as invitations from './workflows/invitations.ts';
import * as matching from './workflows/matching.ts';
import * as card from './workflows/member-card.ts';
import * as paper from './workflows/paper-acceptance.ts';
import * as photographers from './workflows/photographers-list.ts';
import * as preview from './workflows/preview.ts';
import * as publishing from './workflows/publishing.ts';
import * as resending from './workflows/resend.ts';
import * as setting from './workflows/set-up.ts';
import { nightly, sweep } from './workflows/sweep.ts';
import * as data from './workflows/their-data.ts';
import * as trail from './workflows/verify-trail.ts';
import { TRIGGERS } from './workflows/wanted-triggers.ts';

const open = (name: DialogName, given?: object) => showDialog(name, DIALOGS[name], given);
const confirm = (action: MenuAction) =>
  showDialog('confirm', { ...DIALOGS.confirm, title: CONFIRM[action].title }, { action });

// The clock, once a day
export const everyNight = byTrigger(nightly);
export const everyMorning = byTrigger(sweep);
export const casesEveryNight = byTrigger(caseDays.casesNightly);
export const casesEveryMorning = byTrigger(caseDays.casesMorning);

// What a run finds to do now and then
export { differenceOf } from './domain/difference.ts';
export { takeUpTyped } from './workflows/case-typed.ts';
export { agreementMail } from './workflows/compose-agreements.ts';
export { composeCaseMail } from './workflows/compose-case-mail.ts';
export { imageMail } from './workflows/compose-images.ts';
export { leave } from './workflows/leave.ts';
export { answersInTrail } from './workflows/lost-answers.ts';
export { addReportMail, recordReportMail } from './workflows/mail-reports.ts';
export { addRequestMail, recordRequestMail } from './workflows/mail-requests.ts';
export { recordAgreement } from './workflows/record-agreement.ts';
export { recordOptOutResponse } from './workflows/record-opt-out.ts';
export { recordReport } from './workflows/record-report.ts';
export { putIntoForm } from './workflows/set-up-forms.ts';
export { takeUpMessages } from './workflows/take-up-messages.ts';

// Menu
export const openInvitations = () => open('invitations');
export const openRosterImport = () => open('roster-import');
export const openPaperAcceptance = () => open('paper-acceptance');
export const openResending = () => open('resending');
export const openMemberCard = () => open('member-card');
export const openPublishing = () => open('publishing');
export const openPreview = () => open('preview');
export const openMatching = () => open('matching');
export const openPhotographersList = () => open('photographers-list');
export const openHandOver = () => open('hand-over');
export const openEvidence = () => open('evidence');
export const openVerifyTrail = () => open('verify-trail');
export const openTheirData = () => open('their-data');
export const setUpOrRepair = () => open('set-up');
export const openCheck = () => open('check');
export const openHelp = () => open('help');
export const sendWaitingMail = () => confirm('sendWaitingMail');
export const pauseMail = () => confirm('pauseMail');
export const resumeMail = () => confirm('resumeMail');
export const lookAtCodeNow = () => confirm('lookAtCodeNow');
export const checkForResponses = () => confirm('checkForResponses');

// Dialogs: one JSON text in, one out
export const readSetUp = () => answering(setting.readForSetUp);
export const runSetUp = (json: string) => answering(() => setting.setUp(json, TRIGGERS));
export const checkPart = (json: string) => answering(() => checks.checkPart(json));
export const promisedWord = checks.promisedWord;
export const readPlan = (json: string) => answering(() => confirming.readPlan(json));
export const carryOut = (json: string) => answering(() => confirming.carryOut(json));
export const readHandOver = () => answering(handingOver.readForHandOver);
export const nameNextOwner = (json: string) => answering(() => handingOver.nameNextOwner(json));
export const takeBackNextOwner = () => answering(handingOver.takeBack);
export const takeOver = () => answering(() => handingOver.takeOver(TRIGGERS));
export const readPaper = () => answering(paper.readForPaper);
export const recordPaperAcceptance = (json: string) => answering(() => paper.recordPaper(json));
export const readUnmatched = () => answering(matching.readForMatching);
export const matchResponse = (json: string) => answering(() => matching.recordMatch(json));
export const readInvitations = () => answering(invitations.readForInvitations);
export const readInvitationsLeft = () => answering(invitations.readLeft);
export const sendInvitations = () => answering(invitations.sendInvitations);
export const readRoster = () => answering(importing.readForImport);
export const takeRosterCells = (json: string) => answering(() => importing.takeCells(json));
export const importRoster = (json: string) => answering(() => importing.importRoster(json));
export const readResending = () => answering(resending.readForResending);
export const resendLink = (json: string) => answering(() => resending.resendLink(json));
export const readMemberCard = (json: string) => answering(() => card.readMemberCard(json));
export const setMemberStatus = (json: string) => answering(() => card.setStatus(json));
export const correctAddress = (json: string) => answering(() => card.correctAddress(json));
export const openPaperAcceptanceFor = (json: string) =>
  answering(() => open('paper-acceptance', card.chosenMember(json)));
export const readPublishing = () => answering(publishing.readForPublishing);
export const publishVersion = (json: string) => answering(() => publishing.publishNow(json));
export const stopVersion = (json: string) => answering(() => publishing.stopVersion(json));
export const keepVersion = (json: string) => answering(() => publishing.keepVersion(json));
export const readPreview = () => answering(preview.readPreview);
export const readPhotographersList = () => answering(photographers.readForPhotographers);
export const takeAttendees = (json: string) => answering(() => photographers.takeAttendees(json));
export const draftPhotographersList = (json: string) => answering(() => photographers.draftList(json));
export const readEvidence = () => answering(evidence.readForEvidence);
export const evidenceForMember = (json: string) => answering(() => evidence.evidenceFor(json));
export const evidenceForAll = () => answering(evidence.evidenceForAll);
export const makeEvidenceSheet = () => answering(evidence.evidenceSheet);
export const verifyTrail = (json: string) => answering(() => trail.verifyTrail(json));
export const verifyCasesTrail = (json: string) => answering(() => trail.verifyCasesTrail(json));
export const readTheirData = () => answering(evidence.readForEvidence);
export const exportTheirData = (json: string) => answering(() => data.theirData(json));
export const readErasure = (json: string) => answering(() => erasing.readErasure(json));
export const eraseMember = (json: string) => answering(() => erasing.eraseMember(json));
