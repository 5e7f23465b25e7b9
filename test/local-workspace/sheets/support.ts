// What the tests of the Sheets part share: a Workspace with one spreadsheet, and short ways to read and write it.

import { Kernel } from '../../../scripts/local-workspace/kernel/kernel.ts';
import { callApi } from '../../../scripts/local-workspace/rest/dispatch.ts';
import { Files } from '../../../scripts/local-workspace/services/drive/files.ts';
import { sheetsApi } from '../../../scripts/local-workspace/services/sheets/api/index.ts';
import { SheetsEngine } from '../../../scripts/local-workspace/services/sheets/engine.ts';

export const OWNER = 'office@example.org';
export const STAFF = 'staff@example.org';
export const STRANGER = 'stranger@example.org';

export type Json = Record<string, unknown>;
// biome-ignore lint/suspicious/noExplicitAny: answers are looked at as JSON
export type Answer = any;

export class Bench {
  readonly kernel: Kernel;
  readonly files: Files;
  readonly sheets: SheetsEngine;
  readonly events: { type: string; [name: string]: unknown }[] = [];
  readonly id: string;
  private readonly methods;

  constructor(folder?: string) {
    this.kernel = new Kernel({ seed: 7, ...(folder ? { folder } : {}) });
    this.files = new Files(this.kernel);
    this.sheets = new SheetsEngine(this.kernel, this.files);
    this.methods = sheetsApi(this.sheets);
    this.kernel.onEvent((event) => this.events.push(event));
    this.id =
      this.sheets.all()[0]?.spreadsheetId ??
      this.sheets.create(OWNER, { title: 'Registers', timeZone: 'America/Chicago' });
    this.files.update(this.id, { editors: [STAFF] });
  }

  /** Calls a method as `spreadsheets.values.get`; the minute's allowance starts anew each time. */
  call(method: string, request: { path?: Json; query?: Json; body?: unknown; email?: string } = {}): Answer {
    this.kernel.clock.tick(61_000);
    return callApi(this.methods, `sheets.${method}`, {
      path: { spreadsheetId: this.id, ...(request.path as Record<string, string>) },
      ...(request.query ? { query: request.query } : {}),
      body: request.body,
      caller: { email: request.email ?? OWNER },
    });
  }

  batch(requests: Json[], more: Json = {}, email = OWNER): Answer {
    return this.call('spreadsheets.batchUpdate', { body: { requests, ...more }, email });
  }

  write(range: string, values: unknown[][], valueInputOption = 'RAW'): Answer {
    return this.call('spreadsheets.values.update', {
      path: { range },
      query: { valueInputOption },
      body: { values },
    });
  }

  read(range: string, valueRenderOption = 'UNFORMATTED_VALUE', more: Json = {}): unknown[][] | undefined {
    return this.call('spreadsheets.values.get', { path: { range }, query: { valueRenderOption, ...more } })
      .values;
  }
}

/** The message of the error that a piece of work throws. */
export function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  return 'no error';
}

export const text = (stringValue: string): Json => ({ userEnteredValue: { stringValue } });
export const number = (numberValue: number): Json => ({ userEnteredValue: { numberValue } });

/** A request that appends rows. */
export const append = (rows: Json[][], fields = 'userEnteredValue', sheetId = 0): Json => ({
  appendCells: { sheetId, rows: rows.map((values) => ({ values })), fields },
});

/** A request that writes cells of one row. */
export const update = (
  rowIndex: number,
  columnIndex: number,
  cells: Json[],
  fields = 'userEnteredValue',
): Json => ({
  updateCells: { start: { sheetId: 0, rowIndex, columnIndex }, rows: [{ values: cells }], fields },
});
