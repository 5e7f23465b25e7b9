// Spreadsheet: a spreadsheet in a script's hands: its properties, its tabs by every way of finding them, its people.

import { denied, invalid } from '../../../kernel/errors.ts';
import { User } from '../../session/session.ts';
import { clip, resolveRange } from '../a1.ts';
import { spreadsheetUrl } from '../render.ts';
import { isTimeZone } from '../serial.ts';
import { Range } from './range.ts';
import { type Sheet, sheetOf } from './sheet.ts';
import { SpreadsheetTabs } from './spreadsheet-tabs.ts';

export class Spreadsheet extends SpreadsheetTabs {
  static override readonly signatures = {
    ...SpreadsheetTabs.signatures,
    getId: [''],
    getName: [''],
    getUrl: [''],
    rename: ['String'],
    getSheets: [''],
    getNumSheets: [''],
    getSheetByName: ['String'],
    getSheetById: ['Integer'],
    setActiveSheet: ['Sheet'],
    getActiveRange: [''],
    getActiveCell: [''],
    getCurrentCell: [''],
    getSpreadsheetTimeZone: [''],
    setSpreadsheetTimeZone: ['String'],
    getSpreadsheetLocale: [''],
    getRange: ['String'],
    getRangeByName: ['String'],
    getOwner: [''],
    getEditors: [''],
    getViewers: [''],
    addEditor: ['String'],
    addEditors: ['String[]'],
    addViewer: ['String'],
    removeEditor: ['String'],
    removeViewer: ['String'],
    toast: ['String', 'String, String', 'String, String, Number'],
  };

  getId(): string {
    return this.workbook.spreadsheetId;
  }
  getUrl(): string {
    return spreadsheetUrl(this.getId());
  }
  getName(): string {
    return this.workbook.look('Spreadsheet.getName').title;
  }
  rename(name: string): void {
    this.workbook.change('Spreadsheet.rename', () => {
      this.workbook.engine.write(this.workbook.caller, this.getId(), (draft) => {
        draft.title = name;
      });
    });
  }

  getSheets(): Sheet[] {
    return this.records('getSheets').map(({ sheetId }) => sheetOf(this.workbook, sheetId));
  }
  getNumSheets(): number {
    return this.records('getNumSheets').length;
  }
  getSheetByName(name: string): Sheet | null {
    const found = this.records('getSheetByName').find(
      ({ title }) => title.toLowerCase() === name.toLowerCase(),
    );
    return found ? sheetOf(this.workbook, found.sheetId) : null;
  }
  getSheetById(id: number): Sheet | null {
    const found = this.records('getSheetById').find(({ sheetId }) => sheetId === id);
    return found ? sheetOf(this.workbook, found.sheetId) : null;
  }
  setActiveSheet(sheet: Sheet): Sheet {
    return sheet.activate();
  }
  getActiveRange(): Range {
    return this.getActiveSheet().getActiveRange();
  }
  getActiveCell(): Range {
    return this.getActiveSheet().getCurrentCell();
  }
  getCurrentCell(): Range {
    return this.getActiveSheet().getCurrentCell();
  }

  getSpreadsheetTimeZone(): string {
    return this.workbook.look('Spreadsheet.getSpreadsheetTimeZone').record.timeZone;
  }
  setSpreadsheetTimeZone(timeZone: string): void {
    if (!isTimeZone(timeZone)) throw invalid(`Invalid argument: timezone. Should be of type: String`);
    this.workbook.change('Spreadsheet.setSpreadsheetTimeZone', () => {
      this.workbook.engine.write(this.workbook.caller, this.getId(), (draft) => draft.change({ timeZone }));
    });
  }
  getSpreadsheetLocale(): string {
    return this.workbook.look('Spreadsheet.getSpreadsheetLocale').record.locale;
  }

  getRange(notation: string): Range {
    const { record } = this.workbook.look('Spreadsheet.getRange');
    let found: ReturnType<typeof resolveRange>;
    try {
      found = resolveRange(record, notation);
    } catch {
      throw invalid('Range not found');
    }
    return new Range(this.workbook, found.sheet.sheetId, clip(found.range, found.sheet));
  }
  getRangeByName(name: string): Range | null {
    const { record } = this.workbook.look('Spreadsheet.getRangeByName');
    const known = record.namedRanges.some((item) => item.name.toLowerCase() === name.toLowerCase());
    return known ? this.getRange(name) : null;
  }

  private get files() {
    return this.workbook.engine.files;
  }
  private file(method: string) {
    return this.workbook.execution.remote(`Spreadsheet.${method}`, () =>
      this.files.require(this.workbook.caller, this.getId(), 'read'),
    );
  }
  getOwner(): User {
    return new User(this.file('getOwner').owner);
  }
  getEditors(): User[] {
    const { owner, editors } = this.file('getEditors');
    return [owner, ...editors].map((email) => new User(email));
  }
  getViewers(): User[] {
    return this.file('getViewers').viewers.map((email) => new User(email));
  }
  addEditor(email: string): this {
    return this.share('addEditor', 'editors', (people) => [...people, email]);
  }
  addEditors(emails: string[]): this {
    return this.share('addEditors', 'editors', (people) => [...people, ...emails]);
  }
  addViewer(email: string): this {
    return this.share('addViewer', 'viewers', (people) => [...people, email]);
  }
  removeEditor(email: string): this {
    return this.share('removeEditor', 'editors', (people) => people.filter((person) => person !== email));
  }
  removeViewer(email: string): this {
    return this.share('removeViewer', 'viewers', (people) => people.filter((person) => person !== email));
  }
  private share(
    method: string,
    role: 'editors' | 'viewers',
    change: (people: readonly string[]) => string[],
  ): this {
    this.workbook.change(`Spreadsheet.${method}`, () => {
      const file = this.files.require(this.workbook.caller, this.getId(), 'write');
      if (!this.files.mayShare(this.workbook.caller, this.getId())) throw denied();
      const people = [...new Set(change(file[role]))];
      const wrong = people.find((email) => !/^[^\s@]+@[^\s@]+$/.test(email));
      if (wrong !== undefined) throw invalid(`Invalid email: ${wrong}`);
      this.files.update(this.getId(), { [role]: people.filter((email) => email !== file.owner) });
    });
    return this;
  }

  toast(text: string, title = '', _seconds = 5): void {
    const { execution } = this.workbook;
    execution.remote('Spreadsheet.toast', () => execution.ui.push({ kind: 'toast', title, text }));
  }
}
