// The work of every night and every morning: the document, mail that came back, standings, and who is asked today.

import type { WorkflowName } from '../content/problems.ts';
import { reviewAgreements } from './agreements.ts';
import { queueAsks } from './asking.ts';
import { lookForBounces } from './bounces.ts';
import { checkByNight } from './check-by-night.ts';
import { checkOptOuts } from './check-opt-outs.ts';
import { checkSettings, checkVersions } from './checks.ts';
import { readConfig } from './config.ts';
import { type Desk, openDesk } from './desk.ts';
import { digestIsDue } from './digest.ts';
import { takeUpForms } from './drain-forms.ts';
import { updateFollowUps } from './follow-ups.ts';
import { guarded } from './guard.ts';
import { lookAtCode } from './look-at-code.ts';
import { tellOfLostRows } from './lost-rows.ts';
import { checkLabels } from './mail-labels.ts';
import { finishOptOutMail } from './mail-opt-outs.ts';
import { deliver, queueForStaff } from './outbox.ts';
import { refreshPhotoList } from './photo-list.ts';
import { bringFormUpToDate, publishDue } from './publish.ts';
import { reviewOptOuts } from './review-opt-outs.ts';
import { checkRoster, updateStandings, welcomeNewMembers } from './roster.ts';
import { settleRows } from './settled-rows.ts';
import { remindOfTakedowns } from './takedowns.ts';
import { inTurn, WAIT } from './turn.ts';

/** Once a night: all that has to be fetched from elsewhere, and then what the morning does too. */
export function nightly(): void {
  inDeskTurn('night', (desk) => {
    takeUpForms(desk, { everything: true, byClock: true });
    checkLabels(desk);
    lookForBounces(desk);
    lookAtCode(desk);
    publishDue(desk);
    bringFormUpToDate(desk);
    sweepRoster(desk);
    tellOfLostRows(desk);
    checkByNight(desk);
    desk.noteRun('night', 12);
    deliver(desk);
    finishOptOutMail(desk);
    settleRows(desk);
  });
}

/** Once a morning, whatever became of the night; running again on the same day changes nothing. */
export function sweep(): void {
  inDeskTurn('morning', (desk) => {
    sweepRoster(desk);
    remindOfTakedowns(desk);
    if (digestIsDue(desk)) queueForStaff(desk, 'Daily digest', desk.today);
    // A morning without anything to do writes only every third day.
    desk.noteRun('morning');
    deliver(desk);
  });
}

function sweepRoster(desk: Desk): void {
  welcomeNewMembers(desk);
  updateStandings(desk);
  checkRoster(desk);
  checkSettings(desk);
  checkVersions(desk);
  reviewOptOuts(desk);
  checkOptOuts(desk);
  queueAsks(desk);
  updateFollowUps(desk);
  reviewAgreements(desk);
}

function inDeskTurn(workflow: WorkflowName, work: (desk: Desk) => void): void {
  guarded(() => {
    const config = readConfig();
    inTurn(WAIT.trigger, () => {
      const desk = openDesk(config, workflow === 'night' ? 'usual' : 'recent');
      work(desk);
      desk.hasWorked(workflow);
      desk.commit();
      refreshPhotoList(desk, workflow === 'night' ? 'daily' : 'no');
    });
  }, workflow);
}
