// For stories that move the clock by months and call the runs that matter themselves: nobody finds that the others stopped.

import type { Workspace } from '../local-workspace/index.ts';
import { callApi } from '../local-workspace/rest/dispatch.ts';

/** Lets clock triggers be there and never be due, which does not show. Gives their ids. */
export function letRest(workspace: Workspace, isToRest = (_handler: string) => true): string[] {
  const { triggers } = workspace;
  const clocks = triggers.all().filter(({ source, handler }) => source.kind === 'clock' && isToRest(handler));
  for (const { id } of clocks) triggers.setNext(id, undefined);
  return clocks.map(({ id }) => id);
}

/** Notes in State that Set up ran just now, since which work is missed; what the API writes starts no trigger. */
export function asIfSetUpNow(workspace: Workspace, spreadsheetId: string): void {
  const caller = { email: workspace.owner };
  const { sheets } = workspace.apis;
  const path = { spreadsheetId, range: 'State' };
  const { values = [] } = callApi(sheets, 'sheets.spreadsheets.values.get', { path, caller }) as {
    values?: string[][];
  };
  const row = values.findIndex(([name]) => name === 'Set up');
  const clock = new Date(workspace.now()).toLocaleString('sv-SE', { timeZone: 'America/Chicago' });
  callApi(sheets, 'sheets.spreadsheets.values.update', {
    path: { spreadsheetId, range: `State!B${row + 1}` },
    query: { valueInputOption: 'RAW' },
    body: { values: [[clock.replace(' ', 'T')]] },
    caller,
  });
}
