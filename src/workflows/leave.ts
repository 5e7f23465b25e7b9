// What an account does that had the automatic work and has handed it over: it passes on Cases, and its triggers go.

import { HAND_OVER_AUDIT, HAND_OVER_PROBLEMS } from '../content/hand-over-words.ts';
import { tidyAddress } from '../domain/email-address.ts';
import { permissionsOf } from '../google/drive.ts';
import { makeOwner } from '../google/hand-over.ts';
import { accountRunning } from '../google/session.ts';
import { deleteOwnTriggers, ownTriggers } from '../google/triggers.ts';
import { recall, remember } from '../registers/state.ts';
import { openCaseDesk } from './case-desk.ts';
import { toShutOut } from './case-sharing.ts';
import { type Config, configAsItStands } from './config.ts';
import { canOpen } from './handed-files.ts';
import { noteProblems } from './note-problem.ts';
import { Refusal } from './staff-error.ts';
import { inCasesTurn, WAIT } from './turn.ts';

/** Runs every ten minutes: when this is interrupted, its next run goes on. */
const OFTEN = 'everyTenMinutes';

/**
 * Nobody else can delete the triggers of an account, so it does so itself, at the next run of any of them. Every step
 * can be done again: the triggers go last. Says how many there were. The account that is named next keeps its own.
 */
export function leave(): number {
  const config = configAsItStands();
  const account = accountRunning();
  if (account === config.owner || tidyAddress(account) === config.nextOwner) return 0;
  if (ownTriggers().length === 0) return 0;
  passOnCases(config, account);
  return deleteOwnTriggers(OFTEN);
}

/** In State: the account that passes Cases on, and in which taking over, until the trail has its line. */
const BEING_PASSED_ON = 'Being passed on';

/** Only the owner of Cases can say who may open it. Afterwards the next account takes it away from this one. */
function passOnCases(config: Config, account: string): void {
  if (!config.cases || !canOpen({ kind: 'spreadsheet', id: config.cases.id })) return;
  const { id } = config.cases;
  try {
    inCasesTurn(WAIT.trigger, () => {
      const desk = openCaseDesk(config);
      const { state } = desk.tables;
      const handOver = `${account} ${config.ownerSince ?? ''}`;
      if (permissionsOf(id).some(({ role, email }) => role === 'owner' && email === account)) {
        remember(state, BEING_PASSED_ON, handOver);
        desk.commit();
        makeOwner(id, config.owner);
      }
      if (recall(state, BEING_PASSED_ON) === handOver) {
        remember(state, BEING_PASSED_ON, '');
        desk.audit({
          what: HAND_OVER_AUDIT.casesPassedOn,
          subject: config.owner,
          before: account,
          after: config.owner,
        });
      }
      toShutOut(desk, account);
      desk.commit();
    });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    noteProblems(HAND_OVER_PROBLEMS.casesNotPassedOn(account, config.owner));
  }
}
