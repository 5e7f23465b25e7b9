// Looks for mail that came back, and stops mail to those addresses.

import { PROBLEMS } from '../content/problems.ts';
import { AUDIT } from '../content/tab-words.ts';
import { instantOf } from '../domain/calendar.ts';
import { mailboxOf, tidyAddress } from '../domain/email-address.ts';
import type { StateRow } from '../domain/entries.ts';
import { findBounces } from '../google/gmail.ts';
import { log } from '../google/session.ts';
import { recall, remember } from '../registers/state.ts';
import type { Table } from '../registers/table.ts';
import type { Desk } from './desk.ts';

/** In State: when the last delivery failure that was seen had come, milliseconds since 1970, UTC. */
const SEEN = 'Bounces seen until';
const FIRST_LOOK_DAYS = 3;
export const DAY_MS = 86_400_000;

/** Once a day. What cannot be looked at today is looked at tomorrow. */
export function lookForBounces(desk: Desk): void {
  const { state, members } = desk.tables;
  try {
    followBounces(state, instantOf(desk.now) - FIRST_LOOK_DAYS * DAY_MS, (failed) => {
      for (const row of members.rows.filter(({ entry }) => failed.has(tidyAddress(entry.email)))) {
        if (!members.update(row, { bounced: row.entry.email.trim() })) continue;
        const address = mailboxOf(row.entry.email);
        desk.audit({ what: AUDIT.bounced, subject: row.entry.id, before: '', after: address });
      }
    });
    desk.hasWorked('bounces');
  } catch (error) {
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    desk.problem(
      PROBLEMS.unexpected('bounces', error instanceof Error ? error.message : String(error)),
      'mailLog',
    );
  }
}

/**
 * Goes through the delivery failures that were not seen yet, oldest first, and remembers that they were.
 * @param fromMs where to begin at the first time, milliseconds since 1970, UTC
 * @param cameBack is told the addresses, tidied, and when the failure came
 */
export function followBounces(
  state: Table<StateRow>,
  fromMs: number,
  cameBack: (addresses: ReadonlySet<string>, receivedMs: number) => void,
): void {
  for (const { recipients, receivedMs } of findBounces(Number(recall(state, SEEN)) || fromMs)) {
    cameBack(new Set(recipients.map(tidyAddress)), receivedMs);
    remember(state, SEEN, String(receivedMs));
  }
}
