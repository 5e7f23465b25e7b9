// The spreadsheets of the Workspace: opening them with permission, changing them all at once, calculating their formulas.

import { notFound, tooOften } from '../../kernel/errors.ts';
import type { Caller, Kernel } from '../../kernel/kernel.ts';
import type { DriveFile, Files } from '../drive/files.ts';
import type { Book } from './book.ts';
import { Draft, type DraftPatch, extentKey, rowsName } from './draft.ts';
import { Calculator, UnknownFunction } from './formulas/calculate.ts';
import { CustomResults } from './formulas/custom-results.ts';
import { type Area, DEFAULT_GRID, type Row, type SheetRecord, type SpreadsheetRecord } from './model.ts';
import { StoredRows } from './rows.ts';
import { StyleBook } from './styles.ts';
import { UserActions } from './user-actions.ts';
import { type SpreadsheetView, type ViewOptions, viewSpreadsheet } from './view.ts';

export { UnknownFunction };

/** Runs a custom function of the script that is bound to a spreadsheet; throws UnknownFunction when it has none of that name. */
export type CustomFunctions = (spreadsheetId: string, name: string, args: unknown[]) => unknown;

export interface NewSpreadsheet {
  readonly title?: string;
  readonly locale?: string;
  readonly timeZone?: string;
  readonly autoRecalc?: SpreadsheetRecord['autoRecalc'];
}

export class SheetsEngine {
  /** Set by whoever can run scripts. */
  customFunctions: CustomFunctions = (_spreadsheetId, name) => {
    throw new UnknownFunction(name);
  };

  private readonly results: CustomResults;

  /** Everything that people do in the window of a spreadsheet. */
  readonly people = new UserActions(this);

  constructor(
    readonly kernel: Kernel,
    readonly files: Files,
  ) {
    this.results = new CustomResults(kernel.store);
  }

  private get records() {
    return this.kernel.store.table<SpreadsheetRecord>('spreadsheets');
  }

  /** A new spreadsheet with one tab, or with the tabs that `fill` makes. */
  create(owner: string, properties: NewSpreadsheet = {}, fill?: (draft: Draft) => void): string {
    this.kernel.quotas.take(
      owner,
      'spreadsheets created',
      1,
      'Service invoked too many times for one day: spreadsheet create.',
    );
    const title = properties.title ?? 'Untitled spreadsheet';
    const record: SpreadsheetRecord = {
      spreadsheetId: '',
      locale: properties.locale ?? 'en_US',
      timeZone: properties.timeZone ?? 'Etc/GMT',
      autoRecalc: properties.autoRecalc ?? 'ON_CHANGE',
      sheets: fill ? [] : [newSheet(0, 'Sheet1')],
      namedRanges: [],
      developerMetadata: [],
    };
    // A trial run first: a request that fails must not leave a file behind.
    if (fill) fill(this.draft({ ...record, spreadsheetId: 'trial' }, title, { email: owner }, owner));
    const { id } = this.files.create('spreadsheet', title, owner);
    const draft = this.draft({ ...record, spreadsheetId: id }, title, { email: owner }, owner);
    fill?.(draft);
    this.records.set(id, draft.record);
    draft.commit();
    this.kernel.changed('sheets');
    return id;
  }

  has(spreadsheetId: string): boolean {
    return this.records.has(spreadsheetId);
  }

  /** All spreadsheets, for the page. */
  all(): { spreadsheetId: string; name: string; owner: string }[] {
    return this.files
      .all('spreadsheet')
      .filter(({ id }) => this.records.has(id))
      .map(({ id, name, owner }) => ({ spreadsheetId: id, name, owner }));
  }

  /** Opens for reading. @throws NOT_FOUND, PERMISSION_DENIED */
  open(caller: Caller, spreadsheetId: string): Book {
    this.permitted(caller, spreadsheetId, 'read');
    return this.book(spreadsheetId);
  }

  /** Opens for reading without asking for permission. */
  book(spreadsheetId: string): Book {
    const record = this.records.get(spreadsheetId);
    if (!record) throw notFound();
    const { store } = this.kernel;
    return {
      record,
      title: this.files.get(spreadsheetId).name,
      styles: new StyleBook(store, spreadsheetId),
      rows: (sheetId) =>
        new StoredRows(
          store.list<Row>(rowsName(spreadsheetId, sheetId)),
          store.table<number>('sheet-extents').get(extentKey(spreadsheetId, sheetId)) ?? 0,
        ),
    };
  }

  /** Changes a spreadsheet: everything that `work` does lands together, or nothing when it throws. */
  write<T>(caller: Caller, spreadsheetId: string, work: (draft: Draft) => T): T {
    return this.writeWithPatch(caller, spreadsheetId, work).result;
  }

  /** As `write`; also tells how to undo it. */
  writeWithPatch<T>(
    caller: Caller,
    spreadsheetId: string,
    work: (draft: Draft) => T,
  ): { result: T; patch: DraftPatch } {
    const file = this.permitted(caller, spreadsheetId, 'write');
    const draft = this.draft(
      this.records.get(spreadsheetId) as SpreadsheetRecord,
      file.name,
      caller,
      file.owner,
    );
    const result = work(draft);
    const patch = draft.commit();
    if (draft.title !== file.name) this.files.update(spreadsheetId, { name: draft.title });
    const revisions = this.kernel.store.table<number>('sheet-revisions');
    revisions.set(spreadsheetId, (revisions.get(spreadsheetId) ?? 0) + 1);
    this.kernel.changed('sheets');
    return { result, patch };
  }

  /** Grows with every change of the spreadsheet. */
  revision(spreadsheetId: string): number {
    return this.kernel.store.table<number>('sheet-revisions').get(spreadsheetId) ?? 0;
  }

  calculator(book: Book): Calculator {
    const { spreadsheetId } = book.record;
    return new Calculator(book, this.kernel.clock.now(), (name, args) =>
      this.results.of(spreadsheetId, name, args, () => this.customFunctions(spreadsheetId, name, args)),
    );
  }

  /** Counts one API call against the caller's allowance of the minute. @throws RESOURCE_EXHAUSTED */
  count(caller: Caller, kind: 'Read' | 'Write'): void {
    const left = this.kernel.quotas.left(caller.email, kind === 'Read' ? 'sheets reads' : 'sheets writes');
    if (left < 1) {
      throw tooOften(
        `Quota exceeded for quota metric '${kind} requests' and limit '${kind} requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:0'.`,
      );
    }
    this.kernel.quotas.add(caller.email, kind === 'Read' ? 'sheets reads' : 'sheets writes', 1);
  }

  /** The tab that a person sees first. */
  firstSheetId(spreadsheetId: string): number {
    const { sheets } = this.book(spreadsheetId).record;
    return (sheets.find(({ hidden }) => !hidden) ?? (sheets[0] as SheetRecord)).sheetId;
  }

  /** What the page shows to a person. @throws NOT_FOUND, PERMISSION_DENIED */
  view(user: string, spreadsheetId: string, options?: ViewOptions): SpreadsheetView {
    return viewSpreadsheet(this, user, spreadsheetId, options);
  }

  // People's actions; each leaves the events that triggers wait for.

  userEdit(
    user: string,
    spreadsheetId: string,
    sheetId: number,
    startRow: number,
    startColumn: number,
    values: readonly (readonly string[])[],
  ): void {
    this.people.edit(user, spreadsheetId, sheetId, startRow, startColumn, values);
  }
  userClear(user: string, spreadsheetId: string, sheetId: number, area: Area): void {
    this.people.clear(user, spreadsheetId, sheetId, area);
  }
  userInsertRows(user: string, spreadsheetId: string, sheetId: number, at: number, count = 1): void {
    this.people.insert(user, spreadsheetId, sheetId, 'ROWS', at, count);
  }
  userInsertColumns(user: string, spreadsheetId: string, sheetId: number, at: number, count = 1): void {
    this.people.insert(user, spreadsheetId, sheetId, 'COLUMNS', at, count);
  }
  userDeleteRows(user: string, spreadsheetId: string, sheetId: number, at: number, count = 1): void {
    this.people.remove(user, spreadsheetId, sheetId, 'ROWS', at, count);
  }
  userDeleteColumns(user: string, spreadsheetId: string, sheetId: number, at: number, count = 1): void {
    this.people.remove(user, spreadsheetId, sheetId, 'COLUMNS', at, count);
  }
  /** Sorts the rows below the frozen ones. */
  userSort(user: string, spreadsheetId: string, sheetId: number, column: number, descending = false): void {
    this.people.sort(user, spreadsheetId, sheetId, column, descending);
  }
  /** @param destination the column before which it comes, counted before the move */
  userMoveColumn(
    user: string,
    spreadsheetId: string,
    sheetId: number,
    from: number,
    destination: number,
  ): void {
    this.people.moveColumn(user, spreadsheetId, sheetId, from, destination);
  }
  userRenameSheet(user: string, spreadsheetId: string, sheetId: number, title: string): void {
    this.people.renameSheet(user, spreadsheetId, sheetId, title);
  }
  userAddSheet(user: string, spreadsheetId: string, title?: string): void {
    this.people.addSheet(user, spreadsheetId, title);
  }
  userDeleteSheet(user: string, spreadsheetId: string, sheetId: number): void {
    this.people.deleteSheet(user, spreadsheetId, sheetId);
  }
  canUndo(user: string, spreadsheetId: string): boolean {
    return this.people.canUndo(user, spreadsheetId);
  }
  /** Undoes her own last action, whatever others wrote meanwhile. */
  userUndo(user: string, spreadsheetId: string): void {
    this.people.undo(user, spreadsheetId);
  }

  private permitted(caller: Caller, spreadsheetId: string, what: 'read' | 'write'): DriveFile {
    if (!this.records.has(spreadsheetId)) throw notFound();
    return this.files.require(caller, spreadsheetId, what);
  }

  private draft(record: SpreadsheetRecord, title: string, caller: Caller, owner: string): Draft {
    const { store, clock, random } = this.kernel;
    return new Draft(
      store,
      record,
      title,
      caller,
      owner,
      clock.now(),
      () => random.integer(2 ** 31),
      (book) => this.calculator(book),
      (name) => this.results.forget(record.spreadsheetId, name),
    );
  }
}

export function newSheet(sheetId: number, title: string, grid = DEFAULT_GRID): SheetRecord {
  return {
    sheetId,
    title,
    hidden: false,
    rightToLeft: false,
    grid,
    columns: {},
    rows: {},
    protectedRanges: [],
    conditionalFormats: [],
    bandedRanges: [],
    merges: [],
    formulas: false,
  };
}
