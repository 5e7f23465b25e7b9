// What starts by itself: which function of the code, when, and how the work is called.

import { ZONE } from '../domain/calendar.ts';
import type { Purpose } from '../domain/reference.ts';
import type { WantedTriggers } from '../google/triggers.ts';
import type { Work } from '../registers/state.ts';
import type { Config } from './config.ts';

/** The functions that triggers call, and the hours of the daily ones. */
export interface TriggerHandlers {
  onForm: Readonly<Record<Purpose, string>>;
  onReport: string;
  onRegistersEdit: string;
  onCasesEdit: string;
  everyTenMinutes: string;
  daily: readonly { handler: string; hour: number }[];
}

export const TRIGGERS: TriggerHandlers = {
  onForm: {
    acceptance: 'acceptanceSubmitted',
    'image-opt-out': 'optOutSubmitted',
    agreement: 'agreementSubmitted',
  },
  onReport: 'reportSubmitted',
  onRegistersEdit: 'staffEdited',
  onCasesEdit: 'caseEdited',
  everyTenMinutes: 'everyTenMinutes',
  daily: [
    { handler: 'everyNight', hour: 2 },
    { handler: 'casesEveryNight', hour: 3 },
    { handler: 'everyMorning', hour: 6 },
    { handler: 'casesEveryMorning', hour: 7 },
  ],
};

/** The work behind each function. */
export const WORK_OF: Readonly<Record<string, Work>> = {
  everyTenMinutes: 'ten minutes',
  everyNight: 'night',
  everyMorning: 'morning',
  casesEveryNight: 'cases night',
  casesEveryMorning: 'cases morning',
  acceptanceSubmitted: 'acceptance',
  optOutSubmitted: 'image-opt-out',
  agreementSubmitted: 'agreement',
  reportSubmitted: 'report',
  staffEdited: 'edits',
  caseEdited: 'case edits',
};

/**
 * Hours after which work that the clock starts must have been noted again (see Book.noteRun), and may be called late.
 * A morning on which nothing is due writes nothing, so that it is never called late; the night does its work as well.
 */
export const HOURS: Partial<Record<Work, { within: number; late: number }>> = {
  'ten minutes': { within: 32, late: 8 },
  night: { within: 30, late: 30 },
  'cases night': { within: 30, late: 30 },
};

/** All triggers, as far as what they belong to has been made. */
export function triggersOf(
  { forms: ours, registersId, cases }: Config,
  handlers: TriggerHandlers,
): WantedTriggers {
  const { everyTenMinutes, daily } = handlers;
  const forms = Object.entries(handlers.onForm).flatMap(([purpose, handler]) => {
    const form = ours[purpose as Purpose];
    return form ? [{ handler, formId: form.id }] : [];
  });
  const edits = [{ handler: handlers.onRegistersEdit, spreadsheetId: registersId }];
  if (cases) {
    forms.push({ handler: handlers.onReport, formId: cases.formId });
    edits.push({ handler: handlers.onCasesEdit, spreadsheetId: cases.id });
  }
  return { forms, edits, everyTenMinutes, daily, timeZone: ZONE };
}
