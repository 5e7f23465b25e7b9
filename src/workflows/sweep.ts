// The work of every morning: standings that are true today, a look over roster and settings, the digest.

import { readConfig } from './config.ts';
import { openDesk } from './desk.ts';
import { digestIsDue } from './digest.ts';
import { drainOnce } from './drain-acceptances.ts';
import { guarded } from './guard.ts';
import { deliver, queueForStaff } from './outbox.ts';
import { checkRoster, updateStandings, welcomeNewMembers } from './roster.ts';
import { inTurn, WAIT } from './turn.ts';

/** Runs once a day, at whatever hour; running again on the same day changes nothing. */
export function sweep(): void {
  guarded(() => {
    const config = readConfig();
    inTurn(
      { startedMs: config.startedMs, waitMs: WAIT.trigger },
      () => {
        const desk = openDesk(config);
        welcomeNewMembers(desk);
        updateStandings(desk);
        checkRoster(desk);
        if (digestIsDue(desk)) queueForStaff(desk, 'Daily digest', desk.today);
        deliver(desk);
      },
      () => drainOnce(config),
    );
  });
}
