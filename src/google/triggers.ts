// Installs the triggers: each once, and none that points to something else.

export interface WantedTriggers {
  /** The function that runs when a form is submitted, and which form. */
  forms: readonly { handler: string; formId: string }[];
  /** The function that runs when somebody edits a spreadsheet, and which spreadsheet. */
  edits: readonly { handler: string; spreadsheetId: string }[];
  everyTenMinutes: string;
  /** Functions to run once a day, with the hour in `timeZone`. */
  daily: readonly { handler: string; hour: number }[];
  timeZone: string;
}

interface Wanted {
  handler: string;
  /** The id of the form or spreadsheet; null for the clock. */
  source: string | null;
  make: (builder: GoogleAppsScript.Script.TriggerBuilder) => void;
}

/** The triggers of this account; those of others it cannot see. */
export const ownTriggers = () => ScriptApp.getProjectTriggers();

/** Deletes all triggers of this account, those of one handler last, and says how many there were. */
export function deleteOwnTriggers(lastHandler: string): number {
  const triggers = ownTriggers();
  const isLast = (trigger: GoogleAppsScript.Script.Trigger) =>
    Number(trigger.getHandlerFunction() === lastHandler);
  triggers.sort((a, b) => isLast(a) - isLast(b));
  for (const trigger of triggers) ScriptApp.deleteTrigger(trigger);
  return triggers.length;
}

/** Makes what is missing and deletes doubles. Returns how many were made. Only for a run that a person started. */
export function ensureTriggers({ forms, edits, everyTenMinutes, daily, timeZone }: WantedTriggers): number {
  const wanted: Wanted[] = [
    ...forms.map(({ handler, formId }) => ({
      handler,
      source: formId,
      make: (builder: GoogleAppsScript.Script.TriggerBuilder) =>
        builder.forForm(formId).onFormSubmit().create(),
    })),
    ...edits.map(({ handler, spreadsheetId }) => ({
      handler,
      source: spreadsheetId,
      make: (builder: GoogleAppsScript.Script.TriggerBuilder) =>
        builder.forSpreadsheet(spreadsheetId).onEdit().create(),
    })),
    {
      handler: everyTenMinutes,
      source: null,
      make: (builder) => builder.timeBased().everyMinutes(10).create(),
    },
    ...daily.map(({ handler, hour }) => ({
      handler,
      source: null,
      make: (builder: GoogleAppsScript.Script.TriggerBuilder) =>
        builder.timeBased().atHour(hour).everyDays(1).inTimezone(timeZone).create(),
    })),
  ];
  const present = new Set<string>();
  for (const trigger of ownTriggers()) {
    const handler = trigger.getHandlerFunction();
    const one = wanted.find((candidate) => candidate.handler === handler);
    if (!one) continue;
    const fits = one.source === null || trigger.getTriggerSourceId() === one.source;
    if (fits && !present.has(handler)) present.add(handler);
    else ScriptApp.deleteTrigger(trigger);
  }
  const missing = wanted.filter(({ handler }) => !present.has(handler));
  for (const { handler, make } of missing) make(ScriptApp.newTrigger(handler));
  return missing.length;
}

/** A trigger of the account that runs this; nobody sees those of others. */
export interface FoundTrigger {
  handler: string;
  source: string | null;
  isOff: boolean;
}

export const triggersOfAccount = (): FoundTrigger[] =>
  ScriptApp.getProjectTriggers().map((trigger) => ({
    handler: trigger.getHandlerFunction(),
    source: trigger.getTriggerSourceId() ?? null,
    isOff: trigger.isDisabled?.() === true,
  }));
