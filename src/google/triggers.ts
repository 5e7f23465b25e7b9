// Installs the triggers: each once, and none that points to something else.

export interface WantedTriggers {
  formId: string;
  spreadsheetId: string;
  onFormSubmit: string;
  onEdit: string;
  everyTenMinutes: string;
  /** Functions to run once a day, with the hour in `timeZone`. */
  daily: readonly { handler: string; hour: number }[];
  timeZone: string;
}

/** Makes what is missing and deletes doubles. Returns how many were made. Only for a run that a person started. */
export function ensureTriggers(wanted: WantedTriggers): number {
  const sources: Record<string, string | null> = {
    [wanted.onFormSubmit]: wanted.formId,
    [wanted.onEdit]: wanted.spreadsheetId,
    [wanted.everyTenMinutes]: null,
  };
  for (const { handler } of wanted.daily) sources[handler] = null;
  const present = new Set<string>();
  for (const trigger of ScriptApp.getProjectTriggers()) {
    const handler = trigger.getHandlerFunction();
    const source = sources[handler];
    if (source === undefined) continue;
    const fits = source === null || trigger.getTriggerSourceId() === source;
    if (fits && !present.has(handler)) present.add(handler);
    else ScriptApp.deleteTrigger(trigger);
  }
  const missing = Object.keys(sources).filter((handler) => !present.has(handler));
  for (const handler of missing) createTrigger(handler, wanted);
  return missing.length;
}

function createTrigger(handler: string, wanted: WantedTriggers): void {
  const builder = ScriptApp.newTrigger(handler);
  const hour = wanted.daily.find((daily) => daily.handler === handler)?.hour;
  if (handler === wanted.onFormSubmit) builder.forForm(wanted.formId).onFormSubmit().create();
  else if (handler === wanted.onEdit) builder.forSpreadsheet(wanted.spreadsheetId).onEdit().create();
  else if (hour === undefined) builder.timeBased().everyMinutes(10).create();
  else builder.timeBased().atHour(hour).everyDays(1).inTimezone(wanted.timeZone).create();
}
