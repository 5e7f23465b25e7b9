// Draws the charts of the tab in front beside its cells, each with its numbers as a table for whoever cannot see it.

import type { ChartView, SeriesView } from '../registers/chart-view.ts';
import { type Drawing, draw } from './chart-drawing.ts';

export class ChartGallery {
  private drawings: Drawing[] = [];
  private shown = '';
  private charts: readonly ChartView[] = [];

  constructor(private readonly element: HTMLElement) {
    window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.redraw());
  }

  /** Shows a tab's charts; what has not changed stays as it is. */
  show(charts: readonly ChartView[]): void {
    const next = JSON.stringify(charts);
    if (next === this.shown) return;
    const open = new Set([...this.element.querySelectorAll('details[open]')].map(({ id }) => id));
    this.shown = next;
    this.charts = charts;
    this.element.hidden = charts.length === 0;
    this.clear();
    this.element.replaceChildren(...charts.map((chart) => this.figure(chart, open)));
    this.redraw();
  }

  private clear(): void {
    for (const drawing of this.drawings) drawing.destroy();
    this.drawings = [];
  }

  private redraw(): void {
    this.clear();
    const drawn = this.charts.filter(hasNumbers);
    this.drawings = [...this.element.querySelectorAll('canvas')].map((canvas, at) =>
      draw(canvas, drawn[at] as ChartView),
    );
  }

  private figure(chart: ChartView, open: ReadonlySet<string>): HTMLElement {
    const figure = made('figure', 'chart');
    const caption = made('figcaption');
    const title = made('h2', '', chart.title || 'Chart');
    caption.append(title, ...(chart.subtitle ? [made('p', 'soft small', chart.subtitle)] : []));
    const details = document.createElement('details');
    details.id = `chart-${chart.chartId}`;
    details.open = open.has(details.id);
    details.append(made('summary', '', 'The same as a table'), table(chart));
    const picture = hasNumbers(chart) ? frame(chart) : made('p', 'soft', 'There is nothing to draw yet.');
    figure.append(caption, picture, details);
    return figure;
  }
}

const hasNumbers = ({ series }: ChartView): boolean =>
  series.some(({ values }) => values.some((value) => value !== null));

/** Bars that lie need room for their names, which take more lines on a phone. */
function frame({ lies, height, categories, altText, title }: ChartView): HTMLElement {
  const element = made('div', lies ? 'chart-frame lies' : 'chart-frame');
  element.style.blockSize = `${height}px`;
  element.style.setProperty('--bars', String(categories.length));
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', altText || title || 'Chart');
  element.append(canvas);
  return element;
}

function table({ title, domain, categories, series }: ChartView): HTMLElement {
  const scroll = made('div', 'chart-table');
  const whole = document.createElement('table');
  const caption = made('caption', 'out', title);
  const head = document.createElement('tr');
  head.append(
    ...[domain || 'Name', ...series.map(({ name }) => name)].map((name) => cell('th', name, 'col')),
  );
  const rows = categories.map((category, row) => {
    const line = document.createElement('tr');
    line.append(
      cell('th', category, 'row'),
      ...series.map((one: SeriesView) => cell('td', one.texts[row] ?? '')),
    );
    return line;
  });
  const [thead, tbody] = [document.createElement('thead'), document.createElement('tbody')];
  thead.append(head);
  tbody.append(...rows);
  whole.append(caption, thead, tbody);
  scroll.append(whole);
  return scroll;
}

function cell(kind: 'th' | 'td', text: string, scope?: string): HTMLElement {
  const element = made(kind, '', text);
  if (scope) element.setAttribute('scope', scope);
  return element;
}

function made(tag: string, className = '', text?: string): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}
