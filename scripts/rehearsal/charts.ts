// The charts of a rehearsal, in the looks of the Dashboard: mails by day, standing, and acceptances of the Code in force.

import { COLOURS } from '../../src/content/dashboard.ts';
import type { Standing } from '../../src/domain/entries.ts';
import type { ChartView, SeriesView } from '../local-workspace/page/registers/chart-view.ts';
import type { DayFigures, Figures } from './figures.ts';

type Kind = SeriesView['kind'];

export function chartsOf({ days, budget }: Figures): ChartView[] {
  const categories = days.map(({ day }) => shortDay(day));
  const series = (
    name: string,
    kind: Kind,
    color: string,
    value: (day: DayFigures) => number,
  ): SeriesView => {
    const values = days.map(value);
    return { name, kind, color, dashed: kind === 'line', values, texts: values.map(String) };
  };
  const standing = (name: string, color: string, ...all: Standing[]) =>
    series(name, 'bar', color, ({ standings }) => all.reduce((sum, one) => sum + standings[one], 0));
  const busiest = Math.max(0, ...days.map(({ mails }) => mails));
  // A line far above all columns would only make them small.
  const allowed = budget <= 4 * busiest ? [series('Allowed a day', 'line', COLOURS.grey, () => budget)] : [];
  const isThere = ({ values }: SeriesView) => values.some((value) => value !== 0);
  const common = { lies: false, legend: true, labels: false, domain: 'Day', categories };
  return [
    {
      ...common,
      chartId: 1,
      title: 'Mails by day',
      subtitle: `At most ${budget.toLocaleString('en-US')} a day may leave, apart from urgent ones about safety`,
      altText: 'Columns: how many mails leave each day, to ask members, to answer members, and to staff.',
      stacked: 'yes',
      height: 360,
      series: [
        series('Asking members', 'bar', COLOURS.blue, ({ asking }) => asking),
        series('Answering members', 'bar', COLOURS.teal, ({ answering }) => answering),
        series('To staff', 'bar', COLOURS.orange, ({ staff }) => staff),
        ...allowed,
      ],
    },
    {
      ...common,
      chartId: 2,
      title: 'Acceptances of the Code in force',
      subtitle: 'At the end of each day; the line is the number of active members',
      altText:
        'Area: how many members have accepted the Code in force, day by day. Dashed line: the number of active members.',
      stacked: 'no',
      height: 360,
      series: [
        series('Accepted', 'area', COLOURS.blue, ({ accepted }) => accepted),
        series('Active members', 'line', COLOURS.orange, ({ active }) => active),
      ],
    },
    {
      ...common,
      chartId: 3,
      title: 'Where active members stand',
      subtitle: 'At the end of each day',
      altText:
        'Columns: how many members have accepted, still have time to answer, are overdue, or have declined, day by day.',
      stacked: 'yes',
      height: 360,
      series: [
        standing('Accepted', COLOURS.blue, 'Current', 'Due soon'),
        standing('To answer', COLOURS.teal, 'Never accepted', 'New version to accept', 'Due'),
        standing('Overdue', COLOURS.orange, 'Overdue'),
        standing('Declined', COLOURS.grey, 'Declined'),
      ].filter(isThere),
    },
  ];
}

const SHORT = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short', day: 'numeric' });
export const shortDay = (day: string): string => SHORT.format(Date.parse(day));
