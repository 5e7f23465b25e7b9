// What the menu does with waiting mail: send it now, or pause and resume.

import { DONE } from '../content/problems.ts';
import { AUDIT } from '../content/tab-words.ts';
import { accountRunning, personAtKeyboard } from '../google/session.ts';
import { SETTINGS } from '../registers/settings.ts';
import { readConfig } from './config.ts';
import { openDesk } from './desk.ts';
import { drainOnce } from './drain-acceptances.ts';
import { guarded } from './guard.ts';
import { deliver } from './outbox.ts';
import { inTurn, WAIT } from './turn.ts';

/** Sends what waits, as far as the day's budget allows. Answers what was done. */
export function sendWaitingMail(): string {
  return guarded(() => {
    const config = readConfig();
    if (accountRunning() !== config.owner) return DONE.onlyOwnerSends(config.owner);
    const work = () => {
      const desk = openDesk(config);
      const { sent, waiting } = deliver(desk);
      return desk.settings.sending === 'Paused' ? DONE.mailPaused : DONE.mailSent(sent, waiting);
    };
    return inTurn({ startedMs: config.startedMs, waitMs: WAIT.dialog }, work, () => drainOnce(config));
  });
}

/** Turns the setting “Mail sending” to the other value. Answers what was done. */
export function pauseOrResumeMail(): string {
  return guarded(() => {
    const config = readConfig();
    const work = () => {
      const desk = openDesk(config);
      const { name } = SETTINGS.sending;
      const before = desk.settings.sending;
      const after = before === 'On' ? 'Paused' : 'On';
      const row = desk.tables.settings.find(name);
      if (row) desk.tables.settings.update(row, { value: after });
      desk.audit({
        who: personAtKeyboard(),
        what: after === 'On' ? AUDIT.resumed : AUDIT.paused,
        subject: name,
        before,
        after,
      });
      desk.commit();
      return after === 'On' ? DONE.mailResumed : DONE.mailPaused;
    };
    return inTurn({ startedMs: config.startedMs, waitMs: WAIT.dialog }, work, () => drainOnce(config));
  });
}
