// The Cases spreadsheet of a desk: what members report, what handlers type there, and what then stands in it.

import { answerForm, type Typed } from '../../scripts/demonstration/answer.ts';
import { callApi } from '../../scripts/local-workspace/rest/dispatch.ts';
import { HANA, type TestDesk } from './desk.ts';
import type { Line } from './reading.ts';

/** Where each tab of the Cases spreadsheet is after the first Set up. */
export const TAB = {
  Cases: 201,
  'People named': 202,
  'Case log': 203,
  Questions: 204,
  Letters: 205,
  Dashboard: 206,
  'Mail log': 104,
  'Audit trail': 105,
  Settings: 106,
} as const;
export type CaseTab = keyof typeof TAB;

export const WISH = 'What would you like to do?';
export const ROUTE = {
  violation: 'Report a possible violation of the Code of Conduct',
  safety: 'Report a safety concern',
  question: 'Ask a question or share a concern',
  addition: 'Add to something I told you earlier',
} as const;

export class Cases {
  constructor(readonly desk: TestDesk) {}

  get workspace() {
    return this.desk.workspace;
  }

  get form() {
    const form = this.workspace.forms.all().find(({ title }) => title === 'Report or ask');
    if (!form) throw new Error('There is no form “Report or ask”');
    return form;
  }

  /** Fills in and submits the form; gives the id of the response. No trigger has run yet. */
  send(typed: Typed): string {
    const titles = this.form.items.map(({ title }) => title);
    for (const title of Object.keys(typed))
      if (!titles.includes(title)) throw new Error(`The form does not ask “${title}”`);
    return answerForm(this.workspace, this.workspace.forms.viewUrl(this.form), typed);
  }

  /** As above, and lets the triggers run. */
  report(typed: Typed): void {
    this.send(typed);
    this.workspace.settle();
  }

  register(tab: CaseTab): Line[] {
    const [header = [], ...rows] = this.desk.grid(tab, this.desk.casesId);
    return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
  }

  /** The only case, or the one with this number. */
  case(number?: string): Line {
    const found = this.register('Cases').filter((line) => number === undefined || line.Case === number);
    if (found.length !== 1) throw new Error(`There are ${found.length} cases ${number ?? ''}`);
    return found[0] as Line;
  }

  log(number: string): string[] {
    const lines = this.register('Case log').filter((line) => line.Case === number);
    return lines.map(({ What, Details }) => [What, Details].filter((part) => part !== '').join(': '));
  }

  /** Types a value into the row of a case; the edit trigger waits. */
  type(number: string, header: string, value: string, as = HANA): void {
    this.typeIn('Cases', 'Case', number, header, value, as);
  }

  /** As above, and lets the trigger run. */
  set(number: string, header: string, value: string, as = HANA): void {
    this.type(number, header, value, as);
    this.workspace.settle();
  }

  typeIn(tab: CaseTab, key: string, of: string, header: string, value: string, as = HANA): void {
    const grid = this.desk.grid(tab, this.desk.casesId);
    const headers = grid[0] ?? [];
    const row = grid.findIndex((line, index) => index > 0 && line[headers.indexOf(key)] === of);
    const column = headers.indexOf(header);
    if (row < 1 || column < 0) throw new Error(`${tab} has no ${of}, or no “${header}”`);
    this.workspace.sheets.userEdit(as, this.desk.casesId, TAB[tab], row, column, [[value]]);
  }

  /** The note on a cell of a case. */
  note(number: string, header: string): string {
    const { sheets } = callApi(this.workspace.apis.sheets, 'sheets.spreadsheets.get', {
      path: { spreadsheetId: this.desk.casesId },
      query: { ranges: ["'Cases'"], fields: 'sheets(data(rowData(values(note,formattedValue))))' },
      caller: { email: this.workspace.owner },
    }) as { sheets: { data: { rowData: { values?: { note?: string; formattedValue?: string }[] }[] }[] }[] };
    const rows = sheets[0]?.data[0]?.rowData ?? [];
    const column = rows[0]?.values?.findIndex(({ formattedValue }) => formattedValue === header) ?? -1;
    const row = rows.find(({ values }) => values?.some(({ formattedValue }) => formattedValue === number));
    return row?.values?.[column]?.note ?? '';
  }

  /** Subjects of the mails that came to somebody, oldest first. */
  mails(address: string): string[] {
    return this.desk.subjects(address);
  }

  /** Whether somebody may open the Cases spreadsheet. */
  mayOpen(email: string): boolean {
    return this.workspace.files.may({ email }, this.desk.casesId, 'read');
  }
}
