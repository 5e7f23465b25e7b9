// What goes wrong with a desk in real life, done as people do it: in the sheet, in a form's editor, in Drive, in the script.

import { TAB as CASE_TAB, type CaseTab } from '../../scripts/desk/cases.ts';
import { callApi } from '../../scripts/local-workspace/rest/dispatch.ts';
import type { DriveFile } from '../../scripts/local-workspace/services/drive/files.ts';
import type {
  Form,
  FormItem,
  FormSettings,
} from '../../scripts/local-workspace/services/forms/form-model.ts';
import { CONTACT, TAB, type Tab, type TestDesk } from '../support/desk.ts';

const FORMS = { acceptance: 0, pictures: 1, agreement: 2, report: 3 } as const;
export type FormName = keyof typeof FORMS;
type FileName = 'Registers' | 'Cases' | 'no-photo list' | 'Code document' | FormName;

const VERSION_TEXTS = 109;

/** Cells of a tab, counted from 0: a whole column, or one cell of it. */
type Cells = { readonly column: string; readonly row?: number };

export class Hands {
  constructor(private readonly desk: TestDesk) {}

  private get workspace() {
    return this.desk.workspace;
  }

  // In the Registers

  renameTab(tab: Tab, name: string): void {
    this.workspace.sheets.userRenameSheet(CONTACT, this.desk.registersId, TAB[tab], name);
  }

  deleteTab(tab: Tab): void {
    this.workspace.sheets.userDeleteSheet(CONTACT, this.desk.registersId, TAB[tab]);
  }

  deleteColumn(tab: Tab, column: string): void {
    const { sheets } = this.workspace;
    sheets.userDeleteColumns(CONTACT, this.desk.registersId, TAB[tab], this.columnOf(tab, column));
  }

  /** Before another column. */
  moveColumn(tab: Tab, column: string, before: string): void {
    const { sheets } = this.workspace;
    const [from, to] = [this.columnOf(tab, column), this.columnOf(tab, before)];
    sheets.userMoveColumn(CONTACT, this.desk.registersId, TAB[tab], from, to);
  }

  deleteTopRow(tab: Tab): void {
    this.workspace.sheets.userDeleteRows(CONTACT, this.desk.registersId, TAB[tab], 0);
  }

  /** Writes over a cell; the heading, when no row is named. */
  write(tab: Tab, { column, row = 0 }: Cells, text: string): void {
    const at = this.columnOf(tab, column);
    this.workspace.sheets.userEdit(CONTACT, this.desk.registersId, TAB[tab], row, at, [[text]]);
  }

  /** Changes a word in the frozen text of the Code. */
  writeIntoVersionText(): void {
    const { sheets } = this.workspace;
    const { registersId } = this.desk;
    const [header = [], first = []] = this.desk.grid('Version texts');
    const column = header.indexOf('Text');
    sheets.userEdit(CONTACT, registersId, VERSION_TEXTS, 1, column, [[`${first[column]} (changed)`]]);
  }

  /** Another drop-down list for a whole column, or none. */
  setList(tab: Tab, column: string, choices: readonly string[] = []): void {
    const startColumnIndex = this.columnOf(tab, column);
    const range = {
      sheetId: TAB[tab],
      startRowIndex: 1,
      startColumnIndex,
      endColumnIndex: startColumnIndex + 1,
    };
    const values = choices.map((userEnteredValue) => ({ userEnteredValue }));
    const rule = { condition: { type: 'ONE_OF_LIST', values }, showCustomUi: true };
    this.request({ setDataValidation: choices.length > 0 ? { range, rule } : { range } });
  }

  setSetting(name: string, value: string): void {
    const row = this.desk.register('Settings').findIndex(({ Setting }) => Setting === name);
    this.write('Settings', { column: 'Value', row: row + 1 }, value);
  }

  /** Takes the warning of a tab away, or makes a wall of it. */
  changeGuard(tab: Tab, how: 'take away' | 'lock'): void {
    const { sheets } = this.get(this.desk.registersId, 'sheets(properties(sheetId),protectedRanges)');
    const ours = sheets.find(({ properties }) => properties.sheetId === TAB[tab])?.protectedRanges ?? [];
    for (const { protectedRangeId } of ours)
      this.request(
        how === 'take away'
          ? { deleteProtectedRange: { protectedRangeId } }
          : {
              updateProtectedRange: {
                protectedRange: { protectedRangeId, warningOnly: false },
                fields: 'warningOnly',
              },
            },
      );
  }

  setClock(properties: { timeZone?: string; locale?: string }, spreadsheetId = this.desk.registersId): void {
    const fields = Object.keys(properties).join(',');
    this.request({ updateSpreadsheetProperties: { properties, fields } }, spreadsheetId);
  }

  /** Some columns of their own between ours, a hidden one, a filter, colours, and every tab sorted. */
  beHarmless(): void {
    const { sheets } = this.workspace;
    const { registersId } = this.desk;
    sheets.userInsertColumns(CONTACT, registersId, TAB.Members, 3, 1);
    sheets.userEdit(CONTACT, registersId, TAB.Members, 0, 3, [['Birthday'], ['May 3']]);
    const range = { sheetId: TAB.Members, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 };
    const hidden = { properties: { hiddenByUser: true }, fields: 'hiddenByUser' };
    this.request({ updateDimensionProperties: { range, ...hidden } });
    for (const sheetId of [TAB.Members, TAB['Mail log'], TAB['Audit trail'], TAB.Settings, TAB.State])
      sheets.userSort(CONTACT, registersId, sheetId, 0, true);
    const cell = { userEnteredFormat: { backgroundColor: { red: 1 } } };
    this.request({
      repeatCell: { range: { sheetId: TAB.Members }, cell, fields: 'userEnteredFormat.backgroundColor' },
    });
    sheets.userAddSheet(CONTACT, registersId, 'Notes of ours');
    sheets.userSort(CONTACT, this.desk.casesId, CASE_TAB.Cases, 0, true);
  }

  // In Cases

  writeCaseHeading(tab: CaseTab, column: string, text: string): void {
    const at = this.desk.grid(tab, this.desk.casesId)[0]?.indexOf(column) ?? -1;
    this.workspace.sheets.userEdit(CONTACT, this.desk.casesId, CASE_TAB[tab], 0, at, [[text]]);
  }

  setCaseSetting(name: string, value: string): void {
    const { casesId } = this.desk;
    const row = this.desk.grid('Settings', casesId).findIndex(([setting]) => setting === name);
    this.workspace.sheets.userEdit(CONTACT, casesId, TAB.Settings, row, 1, [[value]]);
  }

  // In the editor of a form

  setForm(form: FormName, settings: Partial<FormSettings>): void {
    this.workspace.forms.updateSettings(this.formOf(form).id, settings);
  }

  retitleForm(form: FormName, title: string): void {
    this.workspace.forms.update(this.formOf(form).id, { title });
  }

  changeQuestion(
    form: FormName,
    title: string,
    change: Partial<Omit<FormItem, 'id' | 'questionId' | 'type'>>,
  ): void {
    const { id } = this.formOf(form);
    this.workspace.forms.updateItem(id, this.questionOf(form, title).id, change);
  }

  deleteQuestion(form: FormName, title: string): void {
    this.workspace.forms.removeItem(this.formOf(form).id, this.questionOf(form, title).id);
  }

  /** Drags a question to where another one stands. */
  moveQuestion(form: FormName, title: string, to: string): void {
    const { id, items } = this.formOf(form);
    const place = (wanted: string) => items.findIndex((item) => item.title === wanted);
    this.workspace.forms.moveItem(id, place(title), place(to));
  }

  questionOf(form: FormName, title: string): FormItem {
    const item = this.formOf(form).items.find((one) => one.title === title);
    if (!item) throw new Error(`The form does not ask “${title}”`);
    return item;
  }

  /** “View in Sheets”: from now on, answers are copied. */
  linkToSheet(form: FormName): void {
    const found = this.formOf(form);
    const destinationId = this.workspace.sheets.create(CONTACT, { title: 'Answers' });
    this.workspace.kernel.store.table<Form>('forms').set(found.id, { ...found, destinationId });
  }

  addQuestion(form: FormName, title: string): void {
    const { forms } = this.workspace;
    const { id } = this.formOf(form);
    forms.updateItem(id, forms.addItem(id, 'TEXT').id, { title });
  }

  // In Drive

  change(file: FileName, change: Partial<DriveFile>): void {
    const id = this.idOf(file);
    this.workspace.files.update(id, change);
  }

  /** For good, not into the trash. */
  erase(file: FileName): void {
    this.workspace.kernel.store.table('files').delete(this.idOf(file));
  }

  // In the script

  deleteTrigger(handler: string): void {
    for (const { id, handler: name } of this.workspace.triggers.all())
      if (name === handler) this.workspace.triggers.delete(id);
  }

  /** A run of a function fails, whatever it asks of Google first. */
  fail(handler: string): void {
    const { triggers, faults } = this.workspace;
    faults.add({ functionName: handler, when: 'before', effect: { fail: 'Service error' }, always: true });
    const trigger = triggers.all().find((one) => one.handler === handler);
    if (trigger) triggers.setNext(trigger.id, this.workspace.now());
    this.workspace.settle();
    faults.clear();
  }

  /** Pushes the project with another text in one of its files. */
  push(file: string, change: (source: string) => string): void {
    const { projects } = this.workspace;
    const { files } = projects.get(this.desk.scriptId);
    projects.push(
      this.desk.scriptId,
      files.map((one) => (one.name === file ? { ...one, source: change(one.source) } : one)),
    );
  }

  private formOf(form: FormName): Form {
    return this.workspace.forms.all()[FORMS[form]] as Form;
  }

  private idOf(file: FileName): string {
    if (file === 'Registers') return this.desk.registersId;
    if (file === 'Cases') return this.desk.casesId;
    if (file in FORMS) return this.formOf(file as FormName).id;
    const { files } = this.workspace;
    const others = [this.desk.registersId, this.desk.casesId];
    const kind = file === 'Code document' ? 'document' : 'spreadsheet';
    return files.all(kind).find(({ id }) => !others.includes(id))?.id ?? '';
  }

  private columnOf(tab: Tab, column: string): number {
    const at = this.desk.grid(tab)[0]?.indexOf(column) ?? -1;
    if (at < 0) throw new Error(`${tab} has no heading “${column}”`);
    return at;
  }

  private request(request: Readonly<Record<string, unknown>>, spreadsheetId = this.desk.registersId): void {
    callApi(this.workspace.apis.sheets, 'sheets.spreadsheets.batchUpdate', {
      path: { spreadsheetId },
      body: { requests: [request] },
      caller: { email: CONTACT },
    });
  }

  private get(spreadsheetId: string, fields: string) {
    return callApi(this.workspace.apis.sheets, 'sheets.spreadsheets.get', {
      path: { spreadsheetId },
      query: { fields },
      caller: { email: CONTACT },
    }) as { sheets: { properties: { sheetId: number }; protectedRanges?: { protectedRangeId: number }[] }[] };
  }
}
