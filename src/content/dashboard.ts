// The Dashboard of the Registers: its figures as formulas, its charts, and all their words.

import { IMAGES, ROLES, STANDINGS } from '../domain/entries.ts';
import type { Block, Dashboard, DashboardChart, DashboardRow } from '../registers/dashboard.ts';

/** Told apart with any kind of colour blindness, by their lightness also in grey print. */
export const COLOURS = { blue: '#1b4f8f', orange: '#d4760f', teal: '#5aa79b', grey: '#6b6b6b' } as const;

const heading = (text: string): DashboardRow => ({ look: 'heading', cells: [text] });
const header = (...cells: string[]): DashboardRow => ({ look: 'header', cells });
/** A thing for each place, counted from 0. */
const times = <T>(count: number, make: (place: number) => T): T[] =>
  Array.from({ length: count }, (_, place) => make(place));

/** Formula: members for whom all of this holds. */
const members = (...tests: string[]) => `COUNTIFS(${tests.join(',')})`;
const ACTIVE = '{members.status},"Active"';
const standing = (name: (typeof STANDINGS)[number]) => `{members.standing},"${name}"`;
const sum = (...formulas: string[]) => `=${formulas.join('+')}`;
const share = (cell: string) => `=IF({A5}=0,"",ROUND(100*${cell}/{A5},0)&"% of members")`;

const headline: Block = {
  name: 'headline',
  row: 0,
  rows: [
    { look: 'title', cells: ['Dashboard'] },
    {
      look: 'note',
      cells: ['These figures keep themselves up to date. For notes of your own there is room below.'],
    },
    { look: 'line', cells: [] },
    {
      look: 'label',
      cells: ['Active members', 'Current', null, 'Waiting', null, 'Opted out'],
    },
    {
      look: 'figure',
      cells: [
        sum(members(ACTIVE)),
        sum(members(standing('Current')), members(standing('Due soon'))),
        null,
        sum(
          members(standing('Never accepted')),
          members(standing('New version to accept')),
          members(standing('Due')),
          members(standing('Overdue')),
        ),
        null,
        sum(members(ACTIVE, '{members.images},"Opted out"'), members(ACTIVE, '{members.images},"Limited"')),
      ],
    },
    { look: 'note', cells: [null, share('{B5}'), null, share('{D5}'), null, share('{F5}')] },
  ],
};

const standings: Block = {
  name: 'standings',
  row: 8,
  rows: [
    heading('Where members stand'),
    header('Standing', 'All', ...ROLES, 'Role not given'),
    ...STANDINGS.map((name, place): DashboardRow => {
      const row = place + 3;
      const byRole = ROLES.map((role) => sum(members(standing(name), `{members.role},"${role}"`)));
      const rest = `={B${row}}-SUM({C${row}}:{E${row}})`;
      return { look: 'line', cells: [name, sum(members(standing(name))), ...byRole, rest] };
    }),
  ],
};

const POINTS = 26;
const IN_FORCE = 'MATCH("Active",{codeVersions.status},0)';
const ACCEPTED = ['Exempt', 'Never accepted', 'New version to accept', 'Declined']
  .map((name) => `{members.standing},"<>${name}"`)
  .join(',');

const progress: Block = {
  name: 'progress',
  row: 26,
  rows: [
    heading('Acceptances of the Code in force'),
    {
      look: 'line',
      cells: ['Version in force', `=IFERROR(INDEX({codeVersions.version},${IN_FORCE}),"none yet")`],
    },
    {
      look: 'date',
      cells: ['In force since', `=IFERROR(INT(INDEX({codeVersions.published},${IN_FORCE})),)`],
    },
    {
      look: 'line',
      cells: ['Days from line to line', `=IF({B3}="",1,MAX(1,ROUNDUP((TODAY()-{A6})/${POINTS - 1},0)))`],
    },
    header('Day', 'Accepted', 'Active members'),
    ...times(POINTS, (place): DashboardRow => {
      const [before, row] = [place + 5, place + 6];
      const day =
        place === 0
          ? '=IF({B3}="",,MAX({B3},TODAY()-365))'
          : `=IF({A${before}}="",,IF({A${before}}>=TODAY(),,MIN(TODAY(),{A${before}}+{B4})))`;
      const accepted = `=IF({A${row}}="",,COUNTIFS(${ACCEPTED},{members.acceptedOn},"<="&{A${row}}))`;
      const aim = place === 0 ? members(ACTIVE) : '{C6}';
      return { look: 'day', cells: [day, accepted, `=IF({A${row}}="",,${aim})`] };
    }),
  ],
};

const DAYS = 30;

const mails: Block = {
  name: 'mails',
  row: 59,
  rows: [
    heading('Invitations and reminders of the last 30 days'),
    header('Day', 'Invitations', 'Reminders'),
    ...times(DAYS, (place): DashboardRow => {
      const row = place + 3;
      const day = place === 0 ? `=TODAY()-${DAYS - 1}` : `={A${row - 1}}+1`;
      const sent = (kind: string) =>
        `COUNTIFS({mailLog.kind},"${kind}",{mailLog.state},"Sent",{mailLog.sent},">="&{A${row}},{mailLog.sent},"<"&{A${row}}+1)`;
      return {
        look: 'day',
        cells: [day, sum(sent('Invitation'), sent('New version')), sum(sent('Reminder'))],
      };
    }),
  ],
};

const images: Block = {
  name: 'images',
  row: 93,
  rows: [
    heading('What active members allow'),
    header('Images', 'Members'),
    ...IMAGES.map(
      (name): DashboardRow => ({
        look: 'line',
        cells: [name, sum(members(ACTIVE, `{members.images},"${name}"`))],
      }),
    ),
  ],
};

const MONTHS = 12;

const optOuts: Block = {
  name: 'optOuts',
  row: 99,
  rows: [
    heading('Requests about pictures'),
    header('Month', 'Opted out', 'Taken back'),
    ...times(MONTHS, (place): DashboardRow => {
      const row = place + 3;
      const received = `{optOuts.received},">="&{A${row}},{optOuts.received},"<"&EOMONTH({A${row}},0)+1`;
      const kind = (test: string) => `=COUNTIFS(${received},{optOuts.kind},"${test}Take back an opt-out")`;
      return { look: 'month', cells: [`=EOMONTH(TODAY(),-${MONTHS - place})+1`, kind('<>'), kind('')] };
    }),
  ],
};

const charts: DashboardChart[] = [
  {
    chartId: 711,
    block: 'standings',
    title: 'Where members stand',
    subtitle: 'Number of members by standing, each bar divided by role',
    altText:
      'Bars: how many members have each standing, from Never accepted to Exempt, divided by role. The numbers stand in the table beside it.',
    type: 'BAR',
    stacked: true,
    header: 1,
    series: [
      { column: 2, colour: COLOURS.blue },
      { column: 3, colour: COLOURS.orange },
      { column: 4, colour: COLOURS.teal },
      { column: 5, colour: COLOURS.grey },
    ],
    heightPixels: 350,
  },
  {
    chartId: 712,
    block: 'progress',
    title: 'Acceptances of the Code in force',
    subtitle:
      'Each member counts from the day of her latest acceptance; the line is the number of active members',
    altText:
      'Area: how many members had accepted the Code in force, day by day. Dashed line: the number of active members, which is the aim. The numbers stand in the table beside it.',
    type: 'COMBO',
    header: 4,
    series: [
      { column: 1, colour: COLOURS.blue, type: 'AREA' },
      { column: 2, colour: COLOURS.orange, type: 'LINE', dashed: true },
    ],
    heightPixels: 400,
  },
  {
    chartId: 713,
    block: 'mails',
    title: 'Invitations and reminders of the last 30 days',
    subtitle: 'Mails sent each day',
    altText:
      'Columns: how many invitations and how many reminders were sent on each of the last 30 days. The numbers stand in the table beside it.',
    type: 'COLUMN',
    stacked: true,
    header: 1,
    series: [
      { column: 1, colour: COLOURS.blue },
      { column: 2, colour: COLOURS.orange },
    ],
    heightPixels: 400,
  },
  {
    chartId: 714,
    block: 'optOuts',
    title: 'Requests about pictures',
    subtitle: 'Opt-outs and opt-outs taken back, by month',
    altText:
      'Columns: how many requests to opt out of pictures came in each of the last twelve months, and how many were taken back. The numbers stand in the table beside it.',
    type: 'COLUMN',
    header: 1,
    series: [
      { column: 1, colour: COLOURS.blue },
      { column: 2, colour: COLOURS.orange },
    ],
    heightPixels: 300,
  },
];

export const DASHBOARD: Dashboard = {
  name: 'The Dashboard',
  tab: 'Dashboard',
  sheetId: 130,
  widths: [180, 105, 105, 105, 155, 120, 30],
  rowCount: 150,
  blocks: [headline, standings, progress, mails, images, optOuts],
  charts,
};
