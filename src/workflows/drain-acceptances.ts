// Takes every response of the acceptance form that is not in the register yet, and lets the mails go.

import { PROBLEMS } from '../content/problems.ts';
import { addDays, dateOf, instantOf, startOf } from '../domain/calendar.ts';
import type { LocalDateTime } from '../domain/entries.ts';
import { indexRoster } from '../domain/identity.ts';
import { type FormSubmitEvent, openForm, readResponses, responseData } from '../google/form-responses.ts';
import { log } from '../google/session.ts';
import { queueMoreAsks } from './asking.ts';
import { type Config, readConfig } from './config.ts';
import { type Desk, openDesk } from './desk.ts';
import { updateFollowUps } from './follow-ups.ts';
import { guarded } from './guard.ts';
import { deliver } from './outbox.ts';
import { bringFormUpToDate, publishDue } from './publish.ts';
import { recordResponse } from './record-response.ts';
import { welcomeNewMembers } from './roster.ts';
import { drainInTurn } from './turn.ts';

/** Days before the latest known response from which they are read again, for those that show up late. */
const OVERLAP_DAYS = 2;

/** From when responses are read, given when the latest known one came; empty, from the first on, when there is none. */
export const readFrom = (latest: LocalDateTime): LocalDateTime =>
  latest === '' ? '' : startOf(addDays(dateOf(latest), -OVERLAP_DAYS));

export interface DrainOptions {
  /** The form, when the trigger handed it over. */
  form?: GoogleAppsScript.Forms.Form;
  /** Read all responses there are, however old, unless the register has settled rows. */
  everything?: boolean;
}

/** What triggers and the menu start. Says how many responses were taken up; null when another run was at it. */
export function drainAcceptances(options: DrainOptions = {}): number | null {
  return guarded(() => {
    const config = readConfig();
    let taken = 0;
    const drained = drainInTurn(config.startedMs, () => {
      taken += drainOnce(config, options);
    });
    return drained ? taken : null;
  }, 'answers');
}

/** A trigger's event is a hint that there is something; what there is, the form says. */
export function formSubmitted(event: FormSubmitEvent | undefined): void {
  drainAcceptances({ form: event?.source });
}

/** One drain, and what is due beside it; the caller holds the lock. */
export function drainOnce(config: Config, options: DrainOptions = {}): number {
  const desk = openDesk(config, 'recent');
  const taken = takeUpResponses(desk, options);
  publishDue(desk);
  bringFormUpToDate(desk);
  queueMoreAsks(desk);
  deliver(desk);
  desk.hasWorked('answers');
  desk.commit();
  return taken;
}

/** Records the responses that are not in the register yet. */
export function takeUpResponses(desk: Desk, options: DrainOptions = {}): number {
  const form = options.form ?? openForm(desk.config.formId);
  const known = new Set(desk.tables.acceptances.entries.map(({ responseId }) => responseId));
  const everything = options.everything && !desk.tables.acceptances.isRecent;
  const responses = readResponses(form, everything ? null : watermark(desk));
  const fresh = responses.filter((response) => !known.has(response.getId()));
  welcomeNewMembers(desk);
  const roster = indexRoster(desk.tables.members.entries);
  let taken = 0;
  for (const response of fresh) {
    const id = response.getId();
    if (known.has(id)) continue;
    known.add(id);
    try {
      recordResponse(desk, roster, responseData(response, desk.settings.googleSignIn === 'Yes'));
      taken++;
    } catch (error) {
      // One response that cannot be taken up must not hold back the others; it is tried again by every drain.
      log(error instanceof Error ? (error.stack ?? error.message) : String(error));
      desk.problem(PROBLEMS.responseNotTaken(id), 'acceptances');
    }
  }
  if (taken > 0) updateFollowUps(desk);
  return taken;
}

/**
 * From when responses are read, milliseconds UTC: some days before the latest that is known, but nothing whose row may
 * have been left out; null, all of them, before the first.
 */
function watermark(desk: Desk): number | null {
  const { acceptances } = desk.tables;
  let latest = '';
  for (const { received, responseId } of acceptances.entries) {
    const byForm = !/^(paper|match)-/.test(responseId);
    if (byForm && received !== null && received > latest) latest = received;
  }
  const overlap = readFrom(latest);
  const settled = acceptances.isRecent ? (desk.config.settled?.acceptances?.since ?? '') : '';
  const from = overlap > settled ? overlap : settled;
  return from === '' ? null : instantOf(from);
}
