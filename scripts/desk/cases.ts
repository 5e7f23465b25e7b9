// The Cases spreadsheet of a desk: what members report, what handlers type there, and what then stands in it.

import { answerForm, type Typed } from '../demonstration/answer.ts';
import type { Line } from '../desk/reading.ts';
import { callApi } from '../local-workspace/rest/dispatch.ts';
import { type Desk, HANA } from './desk.ts';

/** Where each tab of the Cases spreadsheet is after the first Set up. */
export const TAB = {
  Cases: 201,
  'People named': 202,
  'Case log': 203,
  Questions: 204,
  Letters: 205,
  'Report by number': 206,
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

/** The number of the first case. */
export const FIRST = '2026-001';
export const WHAT = 'What happened?';
export const WHO = 'Who did it?';
export const VIOLATION = { [WISH]: ROUTE.violation, [WHAT]: 'She told others what I told her in private.' };
export const DANGER = {
  [WISH]: ROUTE.safety,
  'What is happening, or what has happened?': 'He waits for me outside.',
};
/** Somebody who is no member, and wants mail. */
export const ZOE = {
  'How may we contact you?': 'By email',
  'Your email address': 'zoe@example.net',
  'Your name': 'Zoe',
};
export const ZOES = 'zoe@example.net';
export const PHRASE = 'A pass-phrase of your own';
export const URGENT = `Urgent: please look at ${FIRST} now`;

interface NotedCell {
  note?: string;
  effectiveValue?: { stringValue?: string };
}

export class Cases {
  constructor(readonly desk: Desk) {}

  get workspace() {
    return this.desk.workspace;
  }

  get form() {
    return this.desk.formCalled('Report or ask');
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

  /** As above, lets the trigger run, and takes its time. */
  set(number: string, header: string, value: string, as = HANA): void {
    this.type(number, header, value, as);
    this.workspace.settle();
    this.workspace.advance('PT6S');
  }

  /** Pastes a block from a cell of a case on, and lets the trigger run. */
  paste(number: string, header: string, block: readonly (readonly string[])[], as = HANA): void {
    this.pasteIn('Cases', 'Case', number, header, block, as);
    this.workspace.settle();
  }

  typeIn(tab: CaseTab, key: string, of: string, header: string, value: string, as = HANA): void {
    this.pasteIn(tab, key, of, header, [[value]], as);
  }

  private pasteIn(
    tab: CaseTab,
    key: string,
    of: string,
    header: string,
    block: readonly (readonly string[])[],
    as: string,
  ): void {
    const grid = this.desk.grid(tab, this.desk.casesId);
    const at = grid[0]?.indexOf(key) ?? -1;
    const row = grid.findIndex((line, index) => index > 0 && line[at] === of);
    if (row < 1) throw new Error(`${tab} has no ${of}`);
    this.pasteAt(row, header, block, tab, as);
  }

  /** Pastes a block from a row (0 is the heading) and a heading on; the edit trigger waits. */
  pasteAt(
    row: number,
    header: string,
    block: readonly (readonly string[])[],
    tab: CaseTab = 'Cases',
    as = HANA,
  ): void {
    const column = this.desk.grid(tab, this.desk.casesId)[0]?.indexOf(header) ?? -1;
    if (column < 0) throw new Error(`${tab} has no “${header}”`);
    this.workspace.sheets.userEdit(as, this.desk.casesId, TAB[tab], row, column, block);
  }

  /** A handler decides one thing after the other. */
  decide(number: string, decisions: Readonly<Record<string, string>>, as = HANA): void {
    for (const [header, value] of Object.entries(decisions)) this.set(number, header, value, as);
  }

  /** The row of the person with this name in a case. */
  person(name: string): Line {
    const found = this.register('People named').find((line) => line.Name === name);
    if (!found) throw new Error(`${name} is not named`);
    return found;
  }

  /** Changes what stands of a person, and lets the trigger run. */
  setPerson(name: string, header: string, value: string, as = HANA): void {
    this.typeIn('People named', 'Person ID', this.person(name)['Person ID'] ?? '', header, value, as);
    this.workspace.settle();
  }

  /** Sets a setting of the Cases spreadsheet, and lets the trigger run. */
  setting(name: string, value: string): void {
    this.typeIn('Settings', 'Setting', name, 'Value', value, this.workspace.owner);
    this.workspace.settle();
  }

  /** Types rows below the last one of a tab, each by headings, and lets the trigger run. */
  add(tab: CaseTab, rows: readonly Line[], as = HANA): void {
    const grid = this.desk.grid(tab, this.desk.casesId);
    const headers = grid[0] ?? [];
    const columns = rows.flatMap((row) => Object.keys(row)).map((header) => headers.indexOf(header));
    if (columns.includes(-1)) throw new Error(`${tab} lacks a heading of ${JSON.stringify(rows)}`);
    const from = Math.min(...columns);
    const block = rows.map((row) =>
      headers.slice(from, Math.max(...columns) + 1).map((header) => row[header] ?? ''),
    );
    this.workspace.sheets.userEdit(as, this.desk.casesId, TAB[tab], grid.length, from, block);
    this.workspace.settle();
  }

  /** Deletes the row of a case; no trigger hears of it. */
  deleteRow(number: string): void {
    const row = this.desk.grid('Cases', this.desk.casesId).findIndex((line) => line.includes(number));
    this.workspace.sheets.userDeleteRows(this.workspace.owner, this.desk.casesId, TAB.Cases, row);
  }

  night(): void {
    this.workspace.run('casesEveryNight');
  }

  morning(): void {
    this.workspace.run('casesEveryMorning');
  }

  /** Switches the triggers of some functions off, as Google sometimes does, or on again. */
  switchTriggers(disabled: boolean, ...handlers: readonly string[]): void {
    const { triggers } = this.workspace;
    for (const { id, handler } of triggers.all())
      if (handlers.includes(handler)) triggers.setDisabled(id, disabled);
  }

  /** The note on a cell of a case. */
  note(number: string, header: string): string {
    const { sheets } = callApi(this.workspace.apis.sheets, 'sheets.spreadsheets.get', {
      path: { spreadsheetId: this.desk.casesId },
      query: { ranges: ["'Cases'!A1:AN20"], fields: 'sheets(data(rowData(values(note,effectiveValue))))' },
      caller: { email: this.workspace.owner },
    }) as { sheets: { data: { rowData: { values?: NotedCell[] }[] }[] }[] };
    const rows = sheets[0]?.data[0]?.rowData.map(({ values = [] }) => values) ?? [];
    const saying = (text: string) => (cell: NotedCell) => cell.effectiveValue?.stringValue === text;
    const column = rows[0]?.findIndex(saying(header)) ?? -1;
    return rows.find((row) => row.some(saying(number)))?.[column]?.note ?? '';
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
