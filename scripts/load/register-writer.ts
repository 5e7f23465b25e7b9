// Appends entries to a register through the Sheets API, in cells as the desk itself writes them, many at a time.

import { fieldsOf, type Register } from '../../src/registers/register.ts';
import { Table } from '../../src/registers/table.ts';
import type { Desk } from '../desk/desk.ts';
import { saveTable } from '../rehearsal/rehearsed-desk.ts';

/** Google takes so many writes a minute, and 10 MB in each. */
const AT_ONCE = 5_000;
const A_SECOND = 1_000;

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
    saveTable(this.desk, this.table);
    this.desk.workspace.kernel.clock.tick(A_SECOND);
    this.written += this.waiting;
    this.waiting = 0;
    this.table = this.emptyTable();
  }
}
