// The tab Today of a desk: its lines, and the row behind a link.

import type { Line } from '../../scripts/desk/reading.ts';
import { callApi } from '../../scripts/local-workspace/rest/dispatch.ts';
import { TAB, type Tab, type TestDesk } from './desk.ts';

export interface TodayLine {
  what: string;
  open: string;
  when: string;
  toDo: string;
  /** Where the link leads; empty when there is none. */
  link: string;
}

interface Cell {
  formattedValue?: string;
  hyperlink?: string;
}

export const NOTHING = 'Nothing waits for you today. Thank you for looking.';

/** What staff read in Today, from the first line on. */
export function todayOf(desk: TestDesk): TodayLine[] {
  const { sheets } = callApi(desk.workspace.apis.sheets, 'sheets.spreadsheets.get', {
    path: { spreadsheetId: desk.registersId },
    query: {
      ranges: ["'Today'!A2:D80"],
      fields: 'sheets(data(rowData(values(formattedValue,hyperlink))))',
    },
    caller: { email: desk.workspace.owner },
  }) as { sheets: { data: { rowData?: { values?: Cell[] }[] }[] }[] };
  const rows = sheets[0]?.data[0]?.rowData ?? [];
  const lines = rows.map(({ values = [] }) => {
    const [what, open, when, toDo] = values.map(({ formattedValue = '' }) => formattedValue);
    return {
      what: what ?? '',
      open: open ?? '',
      when: when ?? '',
      toDo: toDo ?? '',
      link: values[1]?.hyperlink ?? '',
    };
  });
  return lines.filter(({ what, open, when, toDo }) => what + open + when + toDo !== '');
}

/** The only line that begins so. */
export function lineOf(desk: TestDesk, begin: string): TodayLine {
  const found = todayOf(desk).filter(({ what }) => what.startsWith(begin));
  if (found.length !== 1 || !found[0])
    throw new Error(`Today has ${found.length} lines “${begin}…”: ${todayOf(desk).map(({ what }) => what)}`);
  return found[0];
}

/** The tab and the row to which a link leads. */
export function behind(desk: TestDesk, { link }: TodayLine): { tab: Tab; row: Line } {
  const [, gid, row] = /^#gid=(\d+)&range=A(\d+)$/.exec(link) ?? [];
  const tab = (Object.keys(TAB) as Tab[]).find((name) => TAB[name] === Number(gid));
  if (!tab || !row) throw new Error(`“${link}” leads nowhere`);
  return { tab, row: desk.register(tab)[Number(row) - 2] ?? {} };
}
