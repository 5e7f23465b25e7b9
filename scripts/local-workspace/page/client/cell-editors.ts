// The fields in which a cell is edited: text, a date, or a drop-down list.

import type { CellDetails, CellRule } from '../registers/tab-data.ts';

export type After = 'stay' | 'down' | 'right' | 'left';

/** What one edits in a cell: the formula or the date behind it, or its text. */
export const editText = (cell: CellDetails): string => cell.e ?? cell.t;

/**
 * Makes the field.
 * @param typed text to begin with in place of the cell's own, when a person just began to type
 * @param done gets the new text, or undefined to leave the cell as it was
 */
export function cellEditor(
  cell: CellDetails,
  rule: CellRule | undefined,
  name: string,
  typed: string | undefined,
  done: (text: string | undefined, after: After) => void,
): HTMLInputElement | HTMLSelectElement {
  const text = editText(cell);
  let over = false;
  const finish = (value: string | undefined, after: After): void => {
    if (over) return;
    over = true;
    done(value === text ? undefined : value, after);
  };
  const field = rule?.kind === 'list' && typed === undefined ? list(rule, text) : input(rule, text, typed);
  field.setAttribute('aria-label', name);
  if (field instanceof HTMLSelectElement) field.addEventListener('change', () => finish(field.value, 'stay'));
  field.addEventListener('blur', () => finish(field.value, 'stay'));
  field.addEventListener('keydown', (given) => {
    const event = given as KeyboardEvent;
    if (event.isComposing) return;
    event.stopPropagation();
    if (event.key === 'Escape') finish(undefined, 'stay');
    else if (event.key === 'Enter') finish(field.value, 'down');
    else if (event.key === 'Tab') finish(field.value, event.shiftKey ? 'left' : 'right');
    else return;
    event.preventDefault();
  });
  return field;
}

function list(rule: CellRule, text: string): HTMLSelectElement {
  const select = document.createElement('select');
  const values = rule.values ?? [];
  select.append(new Option('', ''));
  if (text !== '' && !values.includes(text)) select.append(new Option(`${text} (not in the list)`, text));
  for (const value of values) select.append(new Option(value, value));
  select.value = text;
  return select;
}

function input(rule: CellRule | undefined, text: string, typed: string | undefined): HTMLInputElement {
  const field = document.createElement('input');
  const isDate =
    rule?.kind === 'date' && typed === undefined && (text === '' || /^\d{4}-\d\d-\d\d$/.test(text));
  field.type = isDate ? 'date' : 'text';
  field.value = typed ?? text;
  field.autocomplete = 'off';
  field.spellcheck = false;
  field.dir = 'auto';
  return field;
}
