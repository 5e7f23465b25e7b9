// The Dashboard of the Cases spreadsheet: numbers only, and none that points to a person where it can be helped.

import { CASE_STATUSES, GUIDELINES } from '../domain/case-entries.ts';
import type { Block, Dashboard, DashboardChart, DashboardRow } from '../registers/dashboard.ts';
import { CASE_TABS } from './case-tab-words.ts';
import { COLOURS } from './dashboard.ts';

/** As in the report by number: a count below five is not told, and below five there is no middle one. */
const LEAST = 5;
const FEWER = 'fewer than 5';
const TOO_FEW = 'too few to say';

const heading = (text: string): DashboardRow => ({ look: 'heading', cells: [text] });
const header = (...cells: string[]): DashboardRow => ({ look: 'header', cells });
const masked = (count: string) => `=IF(AND(${count}>0,${count}<${LEAST}),"${FEWER}",${count})`;
const CASES = '{cases.number},"?*"';
const DAYS_TAKEN = 'INT({cases.acknowledged})-INT({cases.received})';

const headline: Block = {
  name: 'headline',
  row: 0,
  rows: [
    { look: 'title', cells: ['Dashboard'] },
    {
      look: 'note',
      cells: [
        `For handlers only: a small number can point to a person. What may be published stands in “${CASE_TABS.figures}”.`,
      ],
    },
    { look: 'line', cells: [] },
    { look: 'label', cells: ['Open cases', 'New', null, 'Days to acknowledge'] },
    {
      look: 'figure',
      cells: [
        `=COUNTIFS(${CASES},{cases.status},"<>Closed")`,
        `=COUNTIFS(${CASES},{cases.status},"New")`,
        null,
        `=IF(COUNT({cases.acknowledged})<${LEAST},"–",ARRAYFORMULA(MEDIAN(IF({cases.acknowledged}="","",${DAYS_TAKEN}))))`,
      ],
    },
    { look: 'note', cells: [null, null, null, 'the middle one of all, from five cases on'] },
  ],
};

const statuses: Block = {
  name: 'statuses',
  row: 8,
  rows: [
    heading('Cases by status'),
    header('Status', 'Cases'),
    ...CASE_STATUSES.map(
      (status): DashboardRow => ({
        look: 'line',
        cells: [status, `=COUNTIFS(${CASES},{cases.status},"${status}")`],
      }),
    ),
  ],
};

const about: Block = {
  name: 'about',
  row: 25,
  rows: [
    heading('What cases are about'),
    header('Guideline', 'Cases'),
    ...GUIDELINES.map(
      (guideline): DashboardRow => ({
        look: 'line',
        cells: [guideline, masked(`COUNTIF({cases.guidelines},"*${guideline}*")`)],
      }),
    ),
  ],
};

const HALF_YEARS = 6;

const days: Block = {
  name: 'days',
  row: 47,
  rows: [
    heading('Days until a report was acknowledged'),
    header('Half year from', 'Reports', 'Days'),
    ...Array.from({ length: HALF_YEARS }, (_, place): DashboardRow => {
      const row = place + 3;
      const back = 6 * (HALF_YEARS - 1 - place) + 1;
      const start = `=EOMONTH(TODAY(),-MOD(MONTH(TODAY())-1,6)-${back})+1`;
      const end = `EOMONTH({A${row}},5)+1`;
      const received = `{cases.received},">="&{A${row}},{cases.received},"<"&${end}`;
      const isIn = `({cases.received}>={A${row}})*({cases.received}<${end})*({cases.acknowledged}<>"")`;
      const middle = `ARRAYFORMULA(MEDIAN(IF(${isIn},${DAYS_TAKEN},"")))`;
      const taken = `=IF(COUNTIFS(${received},{cases.acknowledged},">0")<${LEAST},"${TOO_FEW}",${middle})`;
      return { look: 'month', cells: [start, masked(`COUNTIFS(${received})`), taken] };
    }),
  ],
};

const charts: DashboardChart[] = [
  {
    chartId: 721,
    block: 'statuses',
    title: 'Cases by status',
    subtitle: 'Number of cases',
    altText: 'Bars: how many cases have each status. The numbers stand in the table beside it.',
    type: 'BAR',
    header: 1,
    series: [{ column: 1, colour: COLOURS.blue }],
    heightPixels: 320,
  },
  {
    chartId: 722,
    block: 'about',
    title: 'What cases are about',
    subtitle: 'A case can be about several; fewer than five have no bar',
    altText:
      'Bars: how many cases are about each guideline of the Code. Fewer than five have no bar. The numbers stand in the table beside it.',
    type: 'BAR',
    header: 1,
    series: [{ column: 1, colour: COLOURS.blue }],
    heightPixels: 400,
  },
  {
    chartId: 723,
    block: 'days',
    title: 'Days until a report was acknowledged',
    subtitle: 'The middle one of each half year; half years with fewer than five are not drawn',
    altText:
      'Columns: the middle number of days until a report was acknowledged, half year by half year. The numbers stand in the table beside it.',
    type: 'COLUMN',
    header: 1,
    series: [{ column: 2, colour: COLOURS.blue }],
    heightPixels: 320,
  },
];

export const CASE_DASHBOARD: Dashboard = {
  name: 'The Dashboard of Cases',
  tab: 'Dashboard',
  sheetId: 230,
  widths: [230, 105, 110, 160, 30],
  rowCount: 100,
  blocks: [headline, statuses, about, days],
  charts,
};
