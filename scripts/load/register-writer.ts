// Appends entries to a register through the Sheets API, in cells as the desk itself writes them, many at a time.

import { fieldsOf, type Register } from '../../src/registers/register.ts';
import { Table } from '../../src/registers/table.ts';
import type { Desk } from '../desk/desk.ts';
import { callApi } from '../local-workspace/rest/dispatch.ts';

/** Google takes so many writes a minute, and 10 MB in each. */
const AT_ONCE = 5_000;

export class RegisterWriter<E extends object> {
  private table: Table<E>;
  private written: number;
  private waiting = 0;

  constructor(
    private readonly desk: Desk,
    private readonly register: Register<E>,
  ) {
    this.written = desk.grid(register.tab).length;
    this.table = this.emptyTable();
  }

  /** A table without rows that appends below those which are written. */
  private emptyTable(): Table<E> {
    const headings = fieldsOf(this.register).map((field) => this.register.columns[field].header);
    return new Table(this.register, this.register.sheetId, [headings], this.written);
  }

  add(entry: E): void {
    this.table.append(entry);
    if (++this.waiting === AT_ONCE) this.write();
  }

  /** Writes what waits. */
  write(): void {
    if (this.waiting === 0) return;
    send(this.desk, this.table.takeRequests());
    this.written += this.waiting;
    this.waiting = 0;
    this.table = this.emptyTable();
  }
}

/** Sends requests to the Registers in one call, as their owner. */
export function send({ workspace, registersId }: Desk, requests: readonly object[]): void {
  callApi(workspace.apis.sheets, 'sheets.spreadsheets.batchUpdate', {
    path: { spreadsheetId: registersId },
    body: { requests },
    caller: { email: workspace.owner },
  });
  workspace.kernel.clock.tick(1_000);
}
