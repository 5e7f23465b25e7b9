// Keys and the clipboard in the grid, as spreadsheets have them.

/** Selected cells: numbers of rows as in the spreadsheet, in the order on show, and columns. */
export interface Selection {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

export interface GridInput {
  /** No cell is being edited. */
  ready(): boolean;
  readonly mayEdit: boolean;
  selection(): Selection;
  text(row: number, column: number): string;
  /** Follows the link in the selected cell, if there is one. */
  follow(): void;
  /** Opens the selected cell, beginning with what was typed. */
  edit(typed?: string): void;
  cleared(selection: Selection): void;
  pasted(row: number, column: number, values: string[][]): void;
}

/** @returns what stops listening */
export function listenToInput(element: HTMLElement, input: GridInput): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  const onKey = (event: KeyboardEvent): void => {
    if ((event.target as Element).id !== 'cells' || !input.ready() || event.isComposing) return;
    const selection = input.selection();
    if (selection.rows.length === 0 || selection.columns.length === 0) return;
    const follows = event.key === 'Enter' && event.altKey;
    if (follows) input.follow();
    if (follows || !input.mayEdit) return;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'Delete' || event.key === 'Backspace') input.cleared(selection);
    else if (event.key === 'F2' || event.key === 'Enter') input.edit();
    else if (event.key.length === 1 && plain) input.edit(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  element.addEventListener('keydown', onKey, { capture: true, signal });
  const onCopy = (event: ClipboardEvent): void => {
    if (!input.ready()) return;
    const { rows, columns } = input.selection();
    const lines = rows.map((row) => columns.map((column) => quoted(input.text(row, column))).join('\t'));
    event.clipboardData?.setData('text/plain', lines.join('\n'));
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent): void => {
    const { rows, columns } = input.selection();
    if (!input.ready() || !input.mayEdit || rows[0] === undefined || columns[0] === undefined) return;
    input.pasted(rows[0], columns[0], unquoted(event.clipboardData?.getData('text/plain') ?? ''));
    event.preventDefault();
  };
  element.addEventListener('copy', onCopy, { signal });
  element.addEventListener('paste', onPaste, { signal });
  return () => ended.abort();
}

/** As spreadsheets put cells on the clipboard: tabs between them, quotes around what has tabs or line breaks. */
const quoted = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Rows and cells of a text from the clipboard. */
export function unquoted(given: string): string[][] {
  const text = given.replaceAll('\r\n', '\n').replace(/\n$/, '');
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    const rest = text.slice(at);
    const [cell = ''] = /^"(?:[^"]|"")*"(?=[\t\n]|$)/.exec(rest) ?? /^[^\t\n]*/.exec(rest) ?? [];
    rows
      .at(-1)
      ?.push(/^".*"$/s.test(cell) && cell.length > 1 ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    at += cell.length;
    if (at >= text.length) return rows;
    if (text[at] === '\n') rows.push([]);
    at += 1;
  }
}
