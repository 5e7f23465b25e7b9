// Takes up the responses of one form of the Registers that are not known yet.

import { PROBLEMS } from '../content/problems.ts';
import { addDays, dateOf, instantOf, startOf } from '../domain/calendar.ts';
import type { LocalDateTime } from '../domain/entries.ts';
import type { Purpose } from '../domain/reference.ts';
import {
  type FormResponseData,
  openForm,
  openOrNull,
  readResponses,
  responseData,
} from '../google/form-responses.ts';
import { accountRunning, log } from '../google/session.ts';
import type { RegisterName } from '../registers/registers.ts';
import type { Desk } from './desk.ts';

/** Days before the latest known response from which they are read again, for those that show up late. */
const OVERLAP_DAYS = 2;

/** From when responses are read, given when the latest known one came; empty, from the first on, when there is none. */
export const readFrom = (latest: LocalDateTime): LocalDateTime =>
  latest === '' ? '' : startOf(addDays(dateOf(latest), -OVERLAP_DAYS));

export interface DrainOptions {
  /** The form, when the trigger handed it over. */
  form?: GoogleAppsScript.Forms.Form;
  /** Which form's submission started the run. */
  byTrigger?: Purpose;
  /** Read all responses there are, however old, unless the register has settled rows. */
  everything?: boolean;
  /** No submission waits: look into the mailbox too, and renew the list for photographers. */
  byClock?: boolean;
}

/** What the register of a form knows. */
export interface Known {
  register: RegisterName;
  responseIds: Pick<ReadonlySet<string>, 'has'>;
  /** From when responses are read; empty for all. */
  from: LocalDateTime;
}

/** Records each response that is not known, and says how many. Does nothing before Set up has made the form. */
export function takeUp(
  desk: Desk,
  purpose: Purpose,
  { register, responseIds, from }: Known,
  options: DrainOptions,
  record: (response: FormResponseData) => void,
): number {
  const place = desk.config.forms[purpose];
  if (!place) return 0;
  // A volunteer may not be allowed to open every form; the next run by the clock is.
  const open = accountRunning() === desk.config.owner ? openForm : openOrNull;
  const form = options.form ?? open(place.id);
  if (!form) return 0;
  const seen = new Set<string>();
  let taken = 0;
  for (const response of readResponses(form, from === '' ? null : instantOf(from))) {
    const id = response.getId();
    if (responseIds.has(id) || seen.has(id)) continue;
    seen.add(id);
    try {
      record(responseData(response, desk.settings.googleSignIn === 'Yes'));
      taken++;
    } catch (error) {
      // One response that cannot be taken up must not hold back the others; it is tried again by every drain.
      log(error instanceof Error ? (error.stack ?? error.message) : String(error));
      desk.problem(PROBLEMS.responseNotTaken(id), register);
    }
    desk.commitWhenMuch();
  }
  return taken;
}
