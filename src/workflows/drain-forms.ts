// Takes every response of the Registers' forms that is not in its register yet, and lets the mails go.

import { indexRoster } from '../domain/identity.ts';
import type { Purpose } from '../domain/reference.ts';
import type { FormSubmitEvent } from '../google/form-responses.ts';
import { deleteProperty, writeProperty } from '../google/properties.ts';
import { takeUpAgreements } from './agreements.ts';
import { queueMoreAsks, sayWhenAllAsked } from './asking.ts';
import { type Config, PROPERTY, readConfig } from './config.ts';
import { type Desk, openDesk } from './desk.ts';
import { updateFollowUps } from './follow-ups.ts';
import { guarded } from './guard.ts';
import { finishOptOutMail, takeUpOptOutMail } from './mail-opt-outs.ts';
import { takeUpOptOuts } from './opt-outs.ts';
import { deliver } from './outbox.ts';
import { refreshPhotoList } from './photo-list.ts';
import { bringFormUpToDate, publishDue } from './publish.ts';
import { reviewOptOuts } from './review-opt-outs.ts';
import { welcomeNewMembers } from './roster.ts';
import type { DrainOptions } from './take-up.ts';
import { takeUpAcceptances } from './take-up-acceptances.ts';
import { asNextInLine, Busy, inTurn, WAIT } from './turn.ts';

/** How each form is drained: records the responses that are not known yet, and says how many. */
const TAKE_UP = {
  acceptance: takeUpAcceptances,
  'image-opt-out': takeUpOptOuts,
  agreement: takeUpAgreements,
} as const satisfies Record<Purpose, unknown>;
/** The ten-minute run writes alone only as often as this. */
const NOTE_HOURS = 6;

const ALL = Object.keys(TAKE_UP) as Purpose[];

/** What triggers and the menu start. Says how many responses were taken up; null when others were at work meanwhile. */
export function drainForms(options: DrainOptions = {}): number | null {
  const { byTrigger, byClock } = options;
  const startedMs = Date.now();
  const drain = () => {
    const config = { ...readConfig(), startedMs };
    if (byTrigger) return drainOnce(config, options, [byTrigger]);
    if (config.formsWait) deleteProperty(PROPERTY.formsWait);
    const isFirstOfHour = new Date(startedMs).getMinutes() < 10;
    return drainOnce(config, options, byClock && !isFirstOfHour && !config.formsWait ? ['acceptance'] : ALL);
  };
  return guarded(() => {
    try {
      if (byTrigger === 'acceptance') return asNextInLine(drain);
      return inTurn(byTrigger ? WAIT.form : byClock ? WAIT.trigger : WAIT.dialog, drain);
    } catch (error) {
      if (!(error instanceof Busy)) throw error;
      if (byTrigger) writeProperty(PROPERTY.formsWait, 'yes');
      return null;
    }
  }, 'answers');
}

/** A trigger's event is a hint that there is something; what there is, the form says. */
export const formSubmitted = (purpose: Purpose) => (event: FormSubmitEvent | undefined) =>
  void drainForms({ form: event?.source, byTrigger: purpose });

/**
 * Looks for what triggers have missed: for acceptances each time, for the rarer forms once an hour, or when one of their
 * triggers has waited in vain; and at the mail.
 */
export const drainByClock = () => void drainForms({ byClock: true });

/** One drain, and what is due beside it; the caller holds the lock. */
export function drainOnce(config: Config, options: DrainOptions = {}, purposes = ALL as readonly Purpose[]) {
  const desk = openDesk(config, 'recent');
  const taken = takeUpForms(desk, options, purposes);
  publishDue(desk);
  bringFormUpToDate(desk);
  queueMoreAsks(desk);
  if (options.byClock) desk.noteRun('ten minutes', NOTE_HOURS);
  else if (options.byTrigger) desk.noteRun(options.byTrigger);
  deliver(desk);
  if (options.byClock) sayWhenAllAsked(desk);
  finishOptOutMail(desk);
  desk.hasWorked('answers');
  desk.commit();
  // A submission leaves the list to the next run by the clock.
  if (options.byClock) refreshPhotoList(desk);
  return taken;
}

/** Records the responses that are not in the registers yet, and says how many. */
export function takeUpForms(desk: Desk, options: DrainOptions = {}, purposes = ALL as readonly Purpose[]) {
  welcomeNewMembers(desk);
  const roster = indexRoster(desk.tables.members.entries);
  let taken = 0;
  for (const purpose of purposes) taken += TAKE_UP[purpose](desk, roster, options);
  if (options.byClock) takeUpOptOutMail(desk, roster, { byNight: options.everything === true });
  reviewOptOuts(desk);
  if (taken > 0) updateFollowUps(desk);
  return taken;
}
