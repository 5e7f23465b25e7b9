// Looks for mail that came back, and stops mail to those addresses.

import { PROBLEMS } from '../content/problems.ts';
import { AUDIT } from '../content/tab-words.ts';
import { instantOf } from '../domain/calendar.ts';
import { mailboxOf, tidyAddress } from '../domain/email-address.ts';
import { findBounces } from '../google/gmail.ts';
import { log } from '../google/session.ts';
import { recall, remember } from '../registers/state.ts';
import type { Desk } from './desk.ts';

/** In State: when the last delivery failure that was seen had come, milliseconds since 1970, UTC. */
const SEEN = 'Bounces seen until';
const FIRST_LOOK_DAYS = 3;

/** Once a day. What cannot be looked at today is looked at tomorrow. */
export function lookForBounces(desk: Desk): void {
  const { state, members } = desk.tables;
  const seen = Number(recall(state, SEEN)) || instantOf(desk.now) - FIRST_LOOK_DAYS * 86_400_000;
  try {
    for (const { recipients, receivedMs } of findBounces(seen)) {
      const failed = new Set(recipients.map(tidyAddress));
      for (const row of members.rows.filter(({ entry }) => failed.has(tidyAddress(entry.email)))) {
        if (!members.update(row, { bounced: row.entry.email.trim() })) continue;
        const address = mailboxOf(row.entry.email);
        desk.audit({ what: AUDIT.bounced, subject: row.entry.id, before: '', after: address });
      }
      remember(state, SEEN, String(receivedMs));
    }
    desk.hasWorked('bounces');
  } catch (error) {
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    desk.problem(
      PROBLEMS.unexpected('bounces', error instanceof Error ? error.message : String(error)),
      'mailLog',
    );
  }
}
