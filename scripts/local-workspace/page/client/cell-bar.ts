// The bar above the grid: the selected cell's name, its whole text for reading and editing, and what its note says.

import type { CellDetails } from '../registers/tab-data.ts';
import { editText } from './cell-editors.ts';

export interface ShownCell {
  readonly row: number;
  readonly column: number;
  /** `Name, row 5` */
  readonly name: string;
  readonly cell: CellDetails;
  readonly mayEdit: boolean;
  /** What a person should know before she edits it. */
  readonly hint: string;
}

export class CellBar {
  private readonly field = document.getElementById('cell-text') as HTMLTextAreaElement;
  private readonly name = document.getElementById('cell-name') as HTMLElement;
  private readonly note = document.getElementById('cell-note') as HTMLElement;
  private shown: ShownCell | undefined;

  constructor(
    private readonly whole: (row: number, column: number) => Promise<CellDetails>,
    private readonly edited: (row: number, column: number, text: string) => void,
    private readonly leave: () => void,
  ) {
    this.field.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
        event.preventDefault();
        this.commit();
        this.leave();
      } else if (event.key === 'Escape') {
        this.reset();
        this.leave();
      }
    });
    this.field.addEventListener('blur', () => this.commit());
  }

  /** A person is in the middle of typing here. */
  private get typing(): boolean {
    return (
      document.activeElement === this.field &&
      this.shown !== undefined &&
      this.field.value !== editText(this.shown.cell)
    );
  }

  show(next: ShownCell | undefined): void {
    const same = next && this.shown && next.row === this.shown.row && next.column === this.shown.column;
    if (this.typing && same) return;
    this.shown = next;
    this.name.textContent = next?.name ?? 'No cell';
    this.field.readOnly = !next?.mayEdit || next.cell.long === true;
    this.note.textContent = next
      ? [next.cell.error, next.cell.note, next.hint].filter(Boolean).join(' · ')
      : '';
    this.note.title = this.note.textContent;
    this.reset();
    if (next?.cell.long) void this.fetchWhole(next);
  }

  private async fetchWhole(shown: ShownCell): Promise<void> {
    const cell = await this.whole(shown.row, shown.column).catch(() => undefined);
    if (!cell || this.shown !== shown) return;
    this.shown = { ...shown, cell };
    this.field.readOnly = !shown.mayEdit;
    this.reset();
  }

  private reset(): void {
    const text = this.shown ? editText(this.shown.cell) : '';
    if (this.field.value !== text) this.field.value = text;
  }

  private commit(): void {
    if (!this.shown || this.field.readOnly || this.field.value === editText(this.shown.cell)) return;
    this.edited(this.shown.row, this.shown.column, this.field.value);
    this.shown = { ...this.shown, cell: { ...this.shown.cell, t: this.field.value, e: this.field.value } };
  }
}
