// One chart on a canvas, with Chart.js, in the colours of the page.

import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartDataset,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
  Tooltip,
} from 'chart.js';
import type { ChartView, SeriesView } from '../registers/chart-view.ts';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

const MOST_PARTED = 60;

export interface Drawing {
  destroy(): void;
}

interface Colours {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly card: string;
  readonly dark: boolean;
}

function pageColours(): Colours {
  const style = getComputedStyle(document.documentElement);
  const named = (name: string) => style.getPropertyValue(name).trim();
  const dark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  return {
    ink: named('--ink'),
    soft: named('--ink-soft'),
    line: named('--line'),
    card: named('--card'),
    dark,
  };
}

/** A series' colour, lighter on a dark page. */
function shade(hex: string, dark: boolean): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${parts.map((part) => (dark ? Math.round(part + (255 - part) * 0.4) : part)).join(' ')})`;
}

export function draw(canvas: HTMLCanvasElement, chart: ChartView): Drawing {
  const colours = pageColours();
  const family = getComputedStyle(document.body).fontFamily;
  const narrow = canvas.parentElement ? canvas.parentElement.clientWidth < 480 : false;
  const numbers = {
    beginAtZero: true,
    stacked: chart.stacked !== 'no',
    grid: { color: colours.line },
    ticks: { color: colours.soft, precision: 0 },
  };
  const names = {
    stacked: chart.stacked !== 'no',
    grid: { display: false },
    ticks: { color: colours.ink, autoSkip: !chart.lies, maxRotation: 0 },
  };
  return new Chart(canvas, {
    type: 'bar',
    data: {
      labels: chart.categories.map(wrapped(chart.lies && narrow)),
      datasets: chart.series.map((one) => dataset(one, chart, colours)) as ChartDataset<'bar'>[],
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: chart.lies ? 'y' : 'x',
      font: { family, size: 13 },
      layout: { padding: { right: chart.lies && chart.labels ? 28 : 4, top: chart.labels ? 18 : 4 } },
      scales: chart.lies ? { x: numbers, y: names } : { x: names, y: numbers },
      plugins: {
        legend: {
          display: chart.legend,
          position: 'bottom',
          labels: { color: colours.ink, boxWidth: 14, boxHeight: 14, usePointStyle: true },
        },
        tooltip: { mode: 'index', intersect: false },
      },
    },
    plugins: chart.labels ? [sums(chart, colours)] : [],
  });
}

/** Long names go on in further lines where there is little room. */
const wrapped =
  (narrow: boolean) =>
  (name: string): string | string[] =>
    narrow && name.length > 16
      ? (name.match(/.{1,16}(?:\s|$)|\S+/g) ?? [name]).map((part) => part.trim())
      : name;

function dataset(series: SeriesView, { stacked }: ChartView, { card, dark }: Colours): object {
  const color = shade(series.color, dark);
  const common = { label: series.name, data: series.values, spanGaps: false };
  if (series.kind === 'bar')
    return {
      ...common,
      type: 'bar',
      pointStyle: 'rect',
      backgroundColor: color,
      borderColor: card,
      // Between thin bars there is no room for a line.
      borderWidth: stacked === 'no' || series.values.length > MOST_PARTED ? 0 : 1,
      maxBarThickness: 42,
      // Gaps would be as wide as the bars themselves, and make them pale.
      ...(series.values.length > MOST_PARTED ? { barPercentage: 1, categoryPercentage: 1 } : {}),
    };
  const line = {
    ...common,
    type: 'line',
    borderColor: color,
    backgroundColor: color,
    borderWidth: 2.5,
    tension: 0,
  };
  // A line of one day only would not be seen.
  const pointRadius = series.values.length < 8 ? 3 : 0;
  const dashes = series.dashed ? { borderDash: [8, 5] } : {};
  if (series.kind === 'line') return { ...line, ...dashes, pointStyle: 'line', pointRadius, fill: false };
  const area = color.replace(')', ' / 28%)');
  return {
    ...line,
    ...dashes,
    backgroundColor: area,
    pointStyle: 'rect',
    pointRadius,
    pointBackgroundColor: color,
    fill: 'origin',
  };
}

/** Writes the number of a bar, or the sum of a stack, at its end. */
function sums({ series, lies, categories }: ChartView, { ink }: Colours): Plugin {
  return {
    id: 'sums',
    afterDatasetsDraw({ ctx, scales }) {
      const [numbers, names] = lies ? [scales.x, scales.y] : [scales.y, scales.x];
      if (!numbers || !names) return;
      ctx.save();
      ctx.fillStyle = ink;
      ctx.font = `600 12px ${getComputedStyle(document.body).fontFamily}`;
      ctx.textAlign = lies ? 'left' : 'center';
      ctx.textBaseline = lies ? 'middle' : 'bottom';
      categories.forEach((_, row) => {
        // A cell that holds words instead of a number, such as “too few to say”.
        const said = series.length === 1 && lies ? (series[0]?.texts[row] ?? '') : '';
        const values = series.map(({ values }) => values[row] ?? null).filter((value) => value !== null);
        if (values.length === 0) {
          ctx.fillText(said, numbers.getPixelForValue(0) + 5, names.getPixelForValue(row));
          return;
        }
        const sum = values.reduce((all, value) => all + value, 0);
        const [end, middle] = [numbers.getPixelForValue(sum), names.getPixelForValue(row)];
        ctx.fillText(sum.toLocaleString('en-US'), lies ? end + 5 : middle, lies ? middle : end - 3);
      });
      ctx.restore();
    },
  };
}
