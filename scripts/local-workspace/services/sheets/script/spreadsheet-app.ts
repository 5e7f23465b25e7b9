// SpreadsheetApp: the way for scripts to the active spreadsheet, to others, and to the window's menus and dialogs.

import { denied, GoogleError, invalid } from '../../../kernel/errors.ts';
import type { Execution } from '../../../script/execution.ts';
import { ServiceObject } from '../../../script/service.ts';
import type { SheetsEngine } from '../engine.ts';
import { DataValidationBuilder } from './data-validation.ts';
import type { Range } from './range.ts';
import { BorderStyle, WrapStrategy } from './range-formats.ts';
import { Direction } from './range-search.ts';
import { type Sheet, SheetType } from './sheet.ts';
import { Spreadsheet } from './spreadsheet.ts';
import { Ui } from './ui.ts';
import { flushAll, workbookOf } from './workbook.ts';

const SPREADSHEETS = 'https://www.googleapis.com/auth/spreadsheets';
const ANY = [`${SPREADSHEETS}.currentonly`, SPREADSHEETS];

export class SpreadsheetApp extends ServiceObject {
  static override readonly serviceName = 'SpreadsheetApp';
  static override readonly signatures = {
    getActive: [''],
    getActiveSpreadsheet: [''],
    setActiveSpreadsheet: ['Spreadsheet'],
    getActiveSheet: [''],
    setActiveSheet: ['Sheet'],
    getActiveRange: [''],
    setActiveRange: ['Range'],
    getCurrentCell: [''],
    openById: ['String'],
    openByUrl: ['String'],
    create: ['String', 'String, Integer, Integer'],
    flush: [''],
    getUi: [''],
    newDataValidation: [''],
  };
  static override readonly constants = { BorderStyle, Direction, SheetType, WrapStrategy };
  static override readonly scopes = {
    '*': ANY,
    openById: [SPREADSHEETS],
    openByUrl: [SPREADSHEETS],
    create: [SPREADSHEETS],
    getUi: [],
  };

  private activeId: string | undefined;

  constructor(
    private readonly engine: SheetsEngine,
    private readonly execution: Execution,
  ) {
    super();
    const { active, containerId } = execution.options;
    // A script may also be bound to a form, and then has no active spreadsheet.
    const bound = containerId !== undefined && engine.has(containerId) ? containerId : undefined;
    this.activeId = active?.spreadsheetId ?? bound;
  }

  /** The spreadsheet that the script is bound to, or null; holding it costs no call. */
  getActiveSpreadsheet(): Spreadsheet | null {
    return this.activeId === undefined ? null : this.spreadsheet(this.activeId);
  }
  getActive(): Spreadsheet | null {
    return this.getActiveSpreadsheet();
  }
  setActiveSpreadsheet(spreadsheet: Spreadsheet): void {
    this.activeId = spreadsheet.getId();
  }
  getActiveSheet(): Sheet | null {
    return this.getActiveSpreadsheet()?.getActiveSheet() ?? null;
  }
  setActiveSheet(sheet: Sheet): Sheet {
    return sheet.activate();
  }
  getActiveRange(): Range | null {
    return this.getActiveSpreadsheet()?.getActiveRange() ?? null;
  }
  setActiveRange(range: Range): Range {
    return range.activate();
  }
  getCurrentCell(): Range | null {
    return this.getActiveSpreadsheet()?.getCurrentCell() ?? null;
  }

  openById(id: string): Spreadsheet {
    return this.open('openById', id);
  }
  openByUrl(url: string): Spreadsheet {
    const id = /\/spreadsheets\/d\/([\w-]+)/.exec(url)?.[1];
    if (!id) throw invalid('Invalid argument: url');
    return this.open('openByUrl', id);
  }
  private open(method: string, id: string): Spreadsheet {
    this.assertAuthorised(method);
    const workbook = workbookOf(this.engine, this.execution, id);
    const book = this.execution.remote(`SpreadsheetApp.${method}`, () => {
      try {
        return this.engine.open(workbook.caller, id);
      } catch (error) {
        if (!(error instanceof GoogleError)) throw error;
        if (error.code === 'PERMISSION_DENIED')
          throw denied('You do not have permissions to access the requested document.');
        throw new GoogleError(
          'NOT_FOUND',
          `Unexpected error while getting the method or property ${method} on object SpreadsheetApp.`,
        );
      }
    });
    workbook.opened(book);
    return new Spreadsheet(workbook);
  }

  create(name: string, rowCount = 1000, columnCount = 26): Spreadsheet {
    this.assertAuthorised('create');
    const id = this.execution.remote('SpreadsheetApp.create', () => {
      const { user, timeZone } = this.execution.options;
      const created = this.engine.create(user, { title: name, timeZone });
      if (rowCount !== 1000 || columnCount !== 26) {
        this.engine.write({ email: user }, created, (draft) => draft.resize(0, { rowCount, columnCount }));
      }
      return created;
    });
    return this.spreadsheet(id);
  }

  flush(): void {
    flushAll(this.execution);
  }

  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder();
  }

  getUi(): Ui {
    return new Ui(this.execution);
  }

  private spreadsheet(id: string): Spreadsheet {
    return new Spreadsheet(workbookOf(this.engine, this.execution, id));
  }

  /** Simple triggers and custom functions reach their own spreadsheet only. */
  private assertAuthorised(method: string): void {
    if (this.execution.options.authMode === 'FULL') return;
    throw denied(
      `You do not have permission to call SpreadsheetApp.${method}. Required permissions: ${SPREADSHEETS}`,
    );
  }
}

export const spreadsheetApp = (engine: SheetsEngine, execution: Execution): SpreadsheetApp =>
  new SpreadsheetApp(engine, execution);
