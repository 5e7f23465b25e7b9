// What stands in the grid's cells and column heads.

import type { CellDetails, ColumnView } from '../registers/tab-data.ts';

/** Whether a person has sorted or filtered by a column. */
export interface ColumnState {
  readonly sort?: 'ascending' | 'descending';
  readonly filtered: boolean;
}

/** The head of a column: its name, how it is sorted, and the button of its menu. */
export function columnTitle(
  column: ColumnView,
  state: ColumnState,
  openMenu: (opener: HTMLElement) => void,
): HTMLElement {
  const title = document.createElement('span');
  title.className = 'column-title';
  const words = document.createElement('span');
  words.dir = 'auto';
  words.textContent = column.title;
  title.append(words);
  if (state.sort) title.append(state.sort === 'ascending' ? ' ↑' : ' ↓');
  const button = document.createElement('button');
  button.type = 'button';
  // The keyboard reaches the same menu in the menu bar, under Column.
  button.tabIndex = -1;
  button.className = state.filtered || state.sort ? 'column-menu is-on' : 'column-menu';
  button.append(arrow(state.filtered));
  button.setAttribute(
    'aria-label',
    `Sort, filter or rename ${column.title || column.letter}${state.filtered ? ' (filtered)' : ''}`,
  );
  button.setAttribute('aria-haspopup', 'menu');
  // A press here is not the beginning of a selection.
  for (const kind of ['mousedown', 'touchstart'])
    button.addEventListener(kind, (event) => event.stopPropagation(), { passive: true });
  button.addEventListener('click', (event) => {
    event.stopPropagation();
    openMenu(button);
  });
  const both = document.createElement('div');
  both.append(title, button);
  return both;
}

/** A funnel on a filtered column, otherwise a small arrow downwards. */
function arrow(filtered: boolean): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', filtered ? 'M1 2h14l-5.5 7v5l-3-1.5V9z' : 'M3 5.5h10L8 11z');
  path.setAttribute('fill', 'currentColor');
  svg.append(path);
  return svg;
}

/**
 * Marks the cell's element and gives what stands in it.
 * @param guarded a stretch that is better left alone, or that this person may not edit
 * @param tick what a click on a tick box does
 */
export function cellContent(
  element: HTMLElement,
  value: CellDetails,
  guarded: boolean,
  tick: (() => void) | undefined,
): HTMLElement {
  // The grid is one stop for the Tab key, not each of its cells.
  element.removeAttribute('tabindex');
  element.classList.toggle('noted', value.note !== undefined);
  element.classList.toggle('end', (value.look?.align ?? (value.end ? 'right' : 'left')) === 'right');
  element.classList.toggle('wrong', value.error !== undefined);
  element.classList.toggle('guarded', guarded && value.t !== '');
  element.classList.toggle('spills', value.spills === true);
  dress(element, value.look ?? {});
  const shown = document.createElement(value.link === undefined ? 'span' : 'a');
  shown.dir = 'auto';
  if (shown instanceof HTMLAnchorElement) lead(shown, value.link ?? '');
  if (value.tick === undefined) {
    shown.textContent = value.long ? `${value.t}…` : value.t;
    return shown;
  }
  shown.className = 'tick';
  shown.textContent = value.tick ? '☑' : '☐';
  shown.setAttribute('role', 'img');
  shown.setAttribute('aria-label', value.tick ? 'ticked' : 'not ticked');
  if (tick) shown.addEventListener('click', tick);
  return shown;
}

/** Google's files are here too; whatever is not in this spreadsheet opens beside it. */
function lead(anchor: HTMLAnchorElement, link: string): void {
  anchor.href = link.replace(/^https:\/\/docs\.google\.com(?=\/(?:spreadsheets|document|forms)\/)/, '');
  // The grid is one stop for the Tab key; there, Alt and Enter follow the link.
  anchor.tabIndex = -1;
  if (link.startsWith('#')) return;
  anchor.target = '_blank';
  anchor.rel = 'noopener';
}

/** Dark or light letters, whichever reads better on a background. */
function inkOn(background: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(background.slice(at, at + 2), 16) / 255);
  const light = (part = 0): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue) > 0.179 ? '#000000' : '#ffffff';
}

/** Gives a cell the look that the spreadsheet's rules ask for; the page's style tones it down in the dark. */
function dress({ classList, style }: HTMLElement, look: NonNullable<CellDetails['look']>): void {
  const ink = look.color ?? (look.background ? inkOn(look.background) : undefined);
  classList.toggle('has-paper', look.background !== undefined);
  classList.toggle('has-ink', ink !== undefined);
  classList.toggle('has-both', look.background !== undefined && look.color !== undefined);
  style.setProperty('--look-paper', look.background ?? null);
  style.setProperty('--look-ink', ink ?? null);
  style.fontSize = look.size ? `${Math.min(look.size, 20)}pt` : '';
  style.fontWeight = look.bold ? '700' : '';
  style.fontStyle = look.italic ? 'italic' : '';
  style.textDecoration = look.struck ? 'line-through' : '';
}
