// What the menu does with waiting mail: send it now, or pause and resume.

import { DONE } from '../content/done-words.ts';
import { AUDIT } from '../content/tab-words.ts';
import { accountRunning, personAtKeyboard } from '../google/session.ts';
import { readTexts } from '../google/texts.ts';
import { newRow } from '../registers/setting-kinds.ts';
import { SETTINGS } from '../registers/settings.ts';
import { readConfig } from './config.ts';
import { openDesk } from './desk.ts';
import { act } from './desk-action.ts';
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
    return inTurn(WAIT.dialog, work);
  });
}

/** Sets “Mail sending”. Answers what was done; doing it twice changes nothing. */
export function switchMail(after: 'On' | 'Paused'): string {
  return act((desk) => {
    const { name } = SETTINGS.sending;
    const before = desk.settings.sending;
    const { settings } = desk.tables;
    if (before !== after) {
      const newSetting = () => newRow(SETTINGS.sending, readTexts().settingMeanings.sending);
      const row = settings.find(name) ?? settings.append(newSetting());
      settings.update(row, { value: after });
      const what = after === 'On' ? AUDIT.resumed : AUDIT.paused;
      desk.audit({ who: personAtKeyboard(), what, subject: name, before, after });
    }
    desk.settings.sending = after;
    return after === 'On' ? DONE.mailResumed : DONE.mailPaused;
  });
}
