// Builds the event object that a trigger's handler receives.

import { fromAbsolute } from '@internationalized/date';
import type { FormsEngine } from '../services/forms/engine.ts';
import { formEvent } from '../services/forms/script/event.ts';
import { User } from '../services/session/session.ts';
import type { SheetsEngine } from '../services/sheets/engine.ts';
import { rangeEvent } from '../services/sheets/script/event.ts';
import type { Execution } from './execution.ts';
import type { PendingEvent, TriggerRecord } from './triggers.ts';

export function eventObject(
  execution: Execution,
  trigger: TriggerRecord,
  pending: PendingEvent,
  engines: { forms: FormsEngine; sheets: SheetsEngine },
): Record<string, unknown> {
  const common = { authMode: 'FULL', triggerUid: trigger.id };
  const { event } = pending;
  if (!event) return { ...common, ...clockFields(pending.dueAt) };
  switch (event.type) {
    case 'form-submit':
      // A blank event carries neither form nor response (apps-script-facts, section 3).
      return pending.blank
        ? common
        : { ...common, ...formEvent(engines.forms, execution, event.formId, event.responseId) };
    case 'edit':
      return {
        ...common,
        ...rangeEvent(engines.sheets, execution, event.spreadsheetId, event.sheetId, event.range),
        user: new User(event.user),
        ...(event.value === undefined ? {} : { value: event.value }),
        ...(event.oldValue === undefined ? {} : { oldValue: event.oldValue }),
      };
    case 'change':
      return { ...common, changeType: event.changeType, user: new User(event.user) };
    case 'open':
      return { ...common, user: new User(event.user) };
  }
}

/** Clock events give their time in UTC; Monday is day 1. */
function clockFields(time: number): Record<string, unknown> {
  const moment = fromAbsolute(time, 'UTC');
  return {
    year: moment.year,
    month: moment.month,
    'day-of-month': moment.day,
    'day-of-week': new Date(time).getUTCDay() || 7,
    hour: moment.hour,
    minute: moment.minute,
    second: moment.second,
    timezone: 'UTC',
  };
}
