// The trial run: an answer of the system's own goes through form, register and mail, and is cleared away again.

import { type Finding, finding } from './check-findings.ts';
import type { LocalDateTime, MailState } from './entries.ts';
import type { Reference } from './reference.ts';

/** Rows of a trial run begin with this; no number of a member's answer or mail does. */
const MARK = 'TRIAL-';

/** The id of one trial run: of its answer and of its mail. */
export const trialId = (now: LocalDateTime): string => `${MARK}${now.replace(/\D/g, '')}`;

export const isTrial = ({ id }: { id: string }): boolean => id.startsWith(MARK);

/** Its seal never runs out, so that an answer that was left behind is known as one whenever it is found. */
export const trialReference = (id: string): Reference => ({
  purpose: 'trial',
  memberId: MARK,
  about: id,
  expires: '9999-12-31',
  mailedTo: '',
});

export interface TrialFacts {
  /** Why there was none; or that there was one. */
  ran: 'yes' | 'other account' | 'form closed';
  owner: string;
  isRecorded: boolean;
  /** What became of its mail; null when there was none. */
  mail: MailState | null;
  /** Whether mail is paused, or today's budget is used up. */
  mailWaits: boolean;
  /** What could not be cleared away. */
  left: readonly string[];
  /** Seconds from the answer to the sent mail. */
  seconds: number;
  /** Seconds by which the clock of the form differs from the script's; null when it is not known. */
  clockDiffers: number | null;
}

/** Seconds by which two clocks of Google may differ. */
const CLOCK_SECONDS = 120;

export function checkTrial(facts: TrialFacts): Finding[] {
  if (facts.ran === 'other account') return [finding('trial under the owner only', facts.owner)];
  if (facts.ran === 'form closed') return [finding('trial needs the form')];
  const { clockDiffers } = facts;
  return [
    outcomeOf(facts),
    ...(facts.left.length > 0 ? [finding('trial not cleared away', facts.left.join(', '))] : []),
    ...(clockDiffers === null
      ? []
      : [
          clockDiffers > CLOCK_SECONDS
            ? finding('form clock differs', clockDiffers)
            : finding('form clock agrees'),
        ]),
  ];
}

function outcomeOf({ isRecorded, mail, mailWaits, seconds }: TrialFacts): Finding {
  if (!isRecorded) return finding('trial not recorded');
  if (mail === 'Sent') return finding('trial passed', seconds);
  return finding(mailWaits && mail === 'Queued' ? 'trial mail waits' : 'trial mail not sent');
}
