// A Dashboard as staff see it: its blocks by their headings, its charts, and how somebody damages it.

import { callApi } from '../../scripts/local-workspace/rest/dispatch.ts';
import type { Chart } from '../../scripts/local-workspace/services/sheets/chart-schemas.ts';
import type { SheetRecord } from '../../scripts/local-workspace/services/sheets/model.ts';
import type { TestDesk } from './desk.ts';

export type Cell = string | number | boolean;

export class DashboardSeen {
  constructor(
    private readonly desk: TestDesk,
    readonly spreadsheetId: string = desk.registersId,
    readonly sheetId = 130,
  ) {}

  /** Cells as they are, dates as numbers; or the formulas in them. */
  read(tab: string, what: 'UNFORMATTED_VALUE' | 'FORMULA' = 'UNFORMATTED_VALUE'): Cell[][] {
    const { values = [] } = callApi(this.desk.workspace.apis.sheets, 'sheets.spreadsheets.values.get', {
      path: { spreadsheetId: this.spreadsheetId, range: `'${tab}'` },
      query: { valueRenderOption: what, dateTimeRenderOption: 'SERIAL_NUMBER' },
      caller: { email: this.desk.workspace.owner },
    }) as { values?: Cell[][] };
    return values;
  }

  /** The lines of a register, by heading. */
  lines(tab: string): Record<string, Cell>[] {
    const [header = [], ...rows] = this.read(tab);
    return rows.map((row) => Object.fromEntries(header.map((name, at) => [String(name), row[at] ?? ''])));
  }

  /** The lines below a heading and its row of titles, up to the next empty one. */
  block(heading: string, skip = 1): Cell[][] {
    const rows = this.read('Dashboard');
    const from = rows.findIndex(([first]) => first === heading) + 1 + skip;
    const end = rows.findIndex((row, at) => at >= from && (row[0] ?? '') === '');
    return rows.slice(from, end < 0 ? undefined : end);
  }

  /** What stands below the four labels. */
  headline(): Record<string, Cell> {
    const [labels = [], figures = []] = this.read('Dashboard').slice(3, 5);
    return Object.fromEntries(
      labels.flatMap((label, at) => (label === '' ? [] : [[String(label), figures[at] ?? '']])),
    );
  }

  get sheet(): SheetRecord {
    const { sheets } = this.desk.workspace.sheets.book(this.spreadsheetId).record;
    const found = sheets.find(({ sheetId }) => sheetId === this.sheetId);
    if (!found) throw new Error('There is no Dashboard');
    return found;
  }

  get charts(): readonly Chart[] {
    return this.sheet.charts ?? [];
  }

  get titles(): string[] {
    return this.desk.workspace.sheets.book(this.spreadsheetId).record.sheets.map(({ title }) => title);
  }

  request(...requests: object[]): void {
    callApi(this.desk.workspace.apis.sheets, 'sheets.spreadsheets.batchUpdate', {
      path: { spreadsheetId: this.spreadsheetId },
      body: { requests },
      caller: { email: this.desk.workspace.owner },
    });
  }

  type(row: number, column: number, text: string, sheetId = this.sheetId): void {
    const { sheets, owner } = this.desk.workspace;
    sheets.userEdit(owner, this.spreadsheetId, sheetId, row, column, [[text]]);
  }
}
