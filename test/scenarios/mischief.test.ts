// Staff sort, filter, hide, move, insert, delete, colour, rename and undo in every tab: the work goes on or they are told
// what to do, nothing is lost or doubled, and Set up or repair puts back what is missing and touches no data.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Cases, FIRST, VIOLATION, ZOE, ZOES } from '../../scripts/desk/cases.ts';
import { firstBrokenLine } from '../../scripts/desk/reading.ts';
import { callApi } from '../../scripts/local-workspace/rest/dispatch.ts';
import { cellValue, formulaOf } from '../../scripts/local-workspace/services/sheets/cells.ts';
import type { SheetRecord } from '../../scripts/local-workspace/services/sheets/model.ts';
import { ANNA, BEA, CARA, CONTACT, TestDesk } from '../support/desk.ts';
import { ofAll, sampled } from '../support/sample.ts';

const DANA = { name: 'Dana Evans', email: 'dana@example.org', role: 'Mentee' };

let desk: TestDesk;
let cases: Cases;
let annas: string;
/** All tabs as Set up made them. */
let before: TabSeen[];

beforeAll(() => {
  desk = new TestDesk([ANNA, BEA, CARA, DANA]);
  cases = new Cases(desk);
  desk.invite();
  desk.answerByLink(CARA);
  annas = desk.linkOf(ANNA.email);
  before = look();
  desk.save();
});
beforeEach(() => {
  desk.reset();
  place = desk.registersId;
});

interface TabSeen {
  properties: {
    sheetId: number;
    title: string;
    index: number;
    hidden?: boolean;
    gridProperties: { rowCount: number; columnCount: number; frozenRowCount?: number };
  };
  protectedRanges?: { description?: string }[];
  data: { rowData?: { values?: CellSeen[] }[]; columnMetadata?: { hiddenByUser?: boolean }[] }[];
}
interface CellSeen {
  userEnteredValue?: object;
  note?: string;
  dataValidation?: object;
  userEnteredFormat?: { numberFormat?: object };
}

/** Everything that stands in the first rows of every tab, with what surrounds it. */
function look(): TabSeen[] {
  const tabs = callApi(desk.workspace.apis.sheets, 'sheets.spreadsheets.get', {
    path: { spreadsheetId: desk.registersId },
    query: { fields: 'sheets(properties(title))' },
    caller: { email: CONTACT },
  }) as { sheets: { properties: { title: string } }[] };
  const { sheets } = callApi(desk.workspace.apis.sheets, 'sheets.spreadsheets.get', {
    path: { spreadsheetId: desk.registersId },
    query: {
      ranges: tabs.sheets.map(({ properties }) => `'${properties.title}'!1:40`),
      fields:
        'sheets(properties(sheetId,title,index,hidden,gridProperties),protectedRanges(description),data(columnMetadata(hiddenByUser),rowData(values(userEnteredValue,note,dataValidation,userEnteredFormat(numberFormat)))))',
    },
    caller: { email: CONTACT },
  }) as { sheets: TabSeen[] };
  return sheets;
}

type Properties = SheetRecord;
/** The spreadsheet in which staff are at their mischief. */
let place: string;
const book = () => desk.workspace.sheets.book(place);
const tabsNow = (): readonly Properties[] => book().record.sheets;
const sheetOf = (tab: string) => tabsNow().find(({ title }) => title === tab)?.sheetId ?? -1;

const request = (kind: string, body: Readonly<Record<string, unknown>>) =>
  desk.workspace.sheets.people.request(CONTACT, place, 'OTHER', { [kind]: body });
const rows = (sheetId: number, startIndex: number, endIndex: number) => ({
  sheetId,
  dimension: 'ROWS',
  startIndex,
  endIndex,
});
const columns = (sheetId: number, startIndex: number, endIndex: number) => ({
  ...rows(sheetId, startIndex, endIndex),
  dimension: 'COLUMNS',
});

/** What harms nothing, done to one tab. */
const HARMLESS: Readonly<Record<string, (tab: Properties) => void>> = {
  'sort by the first column, upside down': ({ sheetId }) =>
    desk.workspace.sheets.userSort(CONTACT, place, sheetId, 0, true),
  'sort by the second column': ({ sheetId }) => desk.workspace.sheets.userSort(CONTACT, place, sheetId, 1),
  'filter rows away': ({ sheetId, grid: { columnCount: endColumnIndex } }) =>
    request('setBasicFilter', {
      filter: {
        range: { sheetId, startRowIndex: 0, endRowIndex: 100, startColumnIndex: 0, endColumnIndex },
        criteria: { 0: { condition: { type: 'TEXT_CONTAINS', values: [{ userEnteredValue: 'nobody' }] } } },
      },
    }),
  'hide rows and columns': ({ sheetId }) => {
    const hidden = { properties: { hiddenByUser: true }, fields: 'hiddenByUser' };
    request('updateDimensionProperties', { range: rows(sheetId, 1, 9), ...hidden });
    request('updateDimensionProperties', { range: columns(sheetId, 1, 2), ...hidden });
  },
  'insert rows above all others': ({ sheetId }) =>
    desk.workspace.sheets.userInsertRows(CONTACT, place, sheetId, 1, 2),
  'delete empty rows': ({ sheetId, grid: { rowCount } }) => {
    const first = book().rows(sheetId).dataRows + 40;
    if (rowCount - first > 9)
      desk.workspace.sheets.userDeleteRows(CONTACT, place, sheetId, first, rowCount - first - 9);
  },
  'insert columns of their own': ({ sheetId }) => {
    desk.workspace.sheets.userInsertColumns(CONTACT, place, sheetId, 0, 2);
    desk.workspace.sheets.userEdit(CONTACT, place, sheetId, 0, 1, [['Ours']]);
  },
  'move the first column to the end': ({ sheetId, grid: { columnCount } }) =>
    desk.workspace.sheets.userMoveColumn(CONTACT, place, sheetId, 0, columnCount),
  'colour everything': ({ sheetId }) =>
    request('repeatCell', {
      range: { sheetId },
      cell: { userEnteredFormat: { backgroundColor: { red: 1 }, textFormat: { strikethrough: true } } },
      fields: 'userEnteredFormat.backgroundColor,userEnteredFormat.textFormat',
    }),
  'take formats, drop-downs and frozen rows away': ({ sheetId }) => {
    request('repeatCell', { range: { sheetId }, cell: {}, fields: 'userEnteredFormat' });
    request('setDataValidation', { range: { sheetId, startRowIndex: 1 } });
    request('updateSheetProperties', {
      properties: { sheetId, gridProperties: { frozenRowCount: 0 } },
      fields: 'gridProperties.frozenRowCount',
    });
  },
  'move the tab to the end and hide or show it': ({ sheetId, hidden }) => {
    request('updateSheetProperties', {
      properties: { sheetId, index: tabsNow().length },
      fields: 'index',
    });
    request('updateSheetProperties', {
      properties: { sheetId, hidden: !hidden && sheetId !== 101 },
      fields: 'hidden',
    });
  },
  'copy the tab': ({ sheetId }) => request('duplicateSheet', { sourceSheetId: sheetId }),
};

const ACTS = Object.entries(HARMLESS);

function inEveryTab(act: (tab: Properties) => void): void {
  for (const tab of tabsNow()) act(tab);
}

/** Anna has answered; everybody else is as before; nothing is there twice. */
function recount(): void {
  desk.minutes(21);
  desk.workspace.run('everyMorning');
  desk.workspace.run('everyNight');
  const names = desk.register('Acceptances').map((row) => row['Member ID']);
  expect(names.filter(Boolean).sort()).toEqual(['M-0001', 'M-0003']);
  const roster = desk.register('Members').filter((line) => line.Email);
  expect(roster.map((line) => [line['Member ID'], line.Email, line.Standing]).sort()).toEqual([
    ['M-0001', ANNA.email, 'Current'],
    ['M-0002', BEA.email, 'Never accepted'],
    ['M-0003', CARA.email, 'Current'],
    ['M-0004', DANA.email, 'Never accepted'],
  ]);
  for (const { email } of [ANNA, CARA])
    expect(desk.subjects(email).map((subject) => subject.slice(0, 9))).toEqual(['Please re', 'Thank you']);
  for (const { email } of [BEA, DANA]) expect(desk.subjects(email)).toHaveLength(1);
  const log = desk.register('Mail log').filter((line) => line['Mail ID']);
  expect(log).toHaveLength(8);
  expect(log.filter(({ State }) => State !== 'Sent')).toEqual([]);
  expect(new Set(log.map((line) => line['Gmail ID'])).size).toBe(8);
  expect(desk.openProblems().filter(Boolean)).toEqual([]);
  // Without its format a time shows as a number.
  if (!desk.register('Audit trail').every(({ When }) => When?.includes('-'))) desk.repair();
  const trail = desk.register('Audit trail').filter((line) => line.Line);
  expect(firstBrokenLine(trail.sort((a, b) => Number(a.Line) - Number(b.Line)))).toBe(0);
}

describe(`staff in every tab, between two runs, ${ofAll(ACTS)}`, () => {
  it.each(sampled(ACTS))('%s', (_, act) => {
    inEveryTab(act);
    desk.answer(annas, ANNA);
    for (const { error } of desk.workspace.settle()) expect(error).toBeUndefined();
    recount();
  });
});

describe(`staff in every tab, before a run writes and before it marks what was sent, ${ofAll(ACTS, 1)}`, () => {
  it.each(sampled(ACTS, 1))('%s', (_, act) => {
    desk.answer(annas, ANNA);
    for (const nth of [1, 2])
      desk.workspace.faults.add({
        functionName: 'acceptanceSubmitted',
        method: 'Sheets.Spreadsheets.batchUpdate',
        nth,
        when: 'before',
        effect: { run: () => inEveryTab(act) },
      });
    desk.workspace.settle();
    recount();
  });
});

describe(`staff in every tab, and then Set up or repair, ${ofAll(ACTS, 2)}`, () => {
  it.each(sampled(ACTS, 2))(
    '%s: no cell of data is another, and drop-downs, formats and warnings are back',
    (_, act) => {
      inEveryTab(act);
      const data = dataNow();
      desk.repair();
      desk.repair();
      expect(dataNow()).toEqual(data);
      const after = look();
      for (const tab of before) expect(looksOf(tabOf(after, tab))).toEqual(looksOf(tab));
      desk.answer(annas, ANNA);
      desk.workspace.settle();
      recount();
    },
  );
});

describe('handlers in every tab of Cases', () => {
  const reported = () => {
    place = desk.casesId;
    cases.send({ ...VIOLATION, ...ZOE });
  };

  /** The report is a case, once; she and the handlers were told, once. */
  function recountCases(): void {
    desk.minutes(21);
    desk.workspace.run('casesEveryMorning');
    desk.workspace.run('casesEveryNight');
    expect(cases.register('Cases').flatMap(({ Case }) => Case || [])).toEqual([FIRST]);
    expect(desk.subjects(ZOES)).toHaveLength(1);
    const log = cases.register('Mail log').filter((line) => line['Mail ID']);
    expect(log.map(({ State }) => State)).toEqual(Array(log.length).fill('Sent'));
    expect(new Set(log.map((line) => line['Gmail ID'])).size).toBe(log.length);
    expect(desk.openProblems()).toEqual([]);
  }

  describe(`between two runs, ${ofAll(ACTS, 4)}`, () => {
    it.each(sampled(ACTS, 4))('%s', (_, act) => {
      reported();
      inEveryTab(act);
      for (const { error } of desk.workspace.settle()) expect(error).toBeUndefined();
      recountCases();
    });
  });

  describe(`while a run is at work, ${ofAll(ACTS, 5)}`, () => {
    it.each(sampled(ACTS, 5))('%s', (_, act) => {
      reported();
      desk.workspace.faults.add({
        functionName: 'reportSubmitted',
        method: 'Sheets.Spreadsheets.batchUpdate',
        when: 'before',
        effect: { run: () => inEveryTab(act) },
      });
      desk.workspace.settle();
      recountCases();
    });
  });
});

/** What repairs write themselves: the trail, what is remembered, and which problems are open. */
const WRITTEN = ['Audit trail', 'State', 'Problems'];
/** What the system draws from the others, and draws anew. */
const VIEWS = ['Today', 'Dashboard'];

/** What was entered into every cell of the others. */
const dataNow = () =>
  tabsNow()
    .filter(({ title }) => ![...WRITTEN, ...VIEWS].includes(title.replace('Copy of ', '')))
    .map(({ sheetId, title }) => {
      const stored = book().rows(sheetId);
      const lines = Array.from({ length: stored.dataRows }, (_, index) => {
        const entered = stored.get(index).map((cell) => formulaOf(cell) ?? cellValue(cell) ?? null);
        while (entered.length > 0 && entered[entered.length - 1] === null) entered.pop();
        return entered;
      });
      return [title, lines];
    });

const tabOf = (tabs: readonly TabSeen[], { properties }: TabSeen) =>
  tabs.find(({ properties: { sheetId } }) => sheetId === properties.sheetId) as TabSeen;

const titleOf = ({ userEnteredValue }: CellSeen) => JSON.stringify(userEnteredValue ?? '');

/** By heading: its note, and the drop-down and the format of the cells below; and the warnings of the tab. */
function looksOf({ data, protectedRanges = [], properties: { title } }: TabSeen) {
  const [header, ...lines] = data[0]?.rowData ?? [];
  const below = lines[30]?.values ?? [];
  const seen = (header?.values ?? []).flatMap((cell, at) =>
    cell.note
      ? [
          [
            titleOf(cell),
            cell.note,
            below[at]?.dataValidation ?? null,
            below[at]?.userEnteredFormat?.numberFormat ?? null,
          ],
        ]
      : [],
  );
  return [
    title,
    new Map(seen.map(([name, ...rest]) => [name, rest])),
    protectedRanges.map((one) => one.description),
  ];
}

const TABS = [
  'Members',
  'Follow-up',
  'Acceptances',
  'Code versions',
  'Version texts',
  'Opt-outs',
  'Takedowns',
  'Agreements',
  'Mail log',
  'Mailbox',
  'Audit trail',
  'Settings',
  'Problems',
  'State',
];

it('these are all tabs of the Registers', () => {
  expect(tabsNow().map(({ title }) => title)).toEqual(expect.arrayContaining(TABS));
  expect(tabsNow().filter(({ title }) => title !== 'Sheet1')).toHaveLength(TABS.length + VIEWS.length);
});

describe(`a tab renamed, ${ofAll(TABS)}: staff are told, and the answer is in once`, () => {
  it.each(sampled(TABS))('%s gets its name back with all that stands in it', (tab) => {
    const sheetId = sheetOf(tab);
    desk.workspace.sheets.userRenameSheet(CONTACT, desk.registersId, sheetId, `${tab} (old)`);
    desk.answer(annas, ANNA);
    const [run] = desk.workspace.settle();
    expect(run?.error).toContain(
      `The tab “${tab}” is missing or has another name. Choose “Code of Conduct → Set up or repair…”`,
    );
    if (tab !== 'Problems')
      expect(desk.openProblems()).toEqual([`The tab “${tab}” is missing or has another name.`]);
    expect(desk.repair()).toContain(`Tabs that got their name back: ${tab}.`);
    expect(sheetOf(tab)).toBe(sheetId);
    recount();
  });
});

it.each(VIEWS)('%s renamed, or deleted: the work goes on, and Set up or repair brings it back', (tab) => {
  const sheetId = sheetOf(tab);
  desk.workspace.sheets.userRenameSheet(CONTACT, desk.registersId, sheetId, 'Mine');
  desk.answer(annas, ANNA);
  for (const { error } of desk.workspace.settle()) expect(error).toBeUndefined();
  desk.repair();
  // Nothing looks for the Dashboard by its name, so that may stay.
  const drawn = desk.grid(tabsNow().find((one) => one.sheetId === sheetId)?.title ?? '');
  expect(drawn.length).toBeGreaterThan(0);
  desk.workspace.sheets.userDeleteSheet(CONTACT, desk.registersId, sheetId);
  for (const { error } of desk.minutes(11)) expect(error).toBeUndefined();
  desk.repair();
  expect(desk.grid(tab)).toEqual(drawn);
  recount();
});

it('a column deleted in every tab, and undone: nothing is missing', () => {
  const data = dataNow();
  for (const { sheetId } of tabsNow()) {
    desk.workspace.sheets.userDeleteColumns(CONTACT, desk.registersId, sheetId, 0);
    desk.workspace.sheets.userUndo(CONTACT, desk.registersId);
  }
  expect(dataNow()).toEqual(data);
  desk.answer(annas, ANNA);
  desk.workspace.settle();
  recount();
});

describe('undone after a run wrote in between', () => {
  const sheets = () => desk.workspace.sheets;

  it('an edit: her cell is as before, what the run wrote is put right, and she gets no further mail', () => {
    desk.type('Members', desk.rowOf(CARA), 'Status', [['Removed']]);
    desk.workspace.settle();
    expect(desk.member(CARA)).toMatchObject({ Status: 'Removed', Standing: 'Exempt' });
    sheets().userUndo(CONTACT, desk.registersId);
    expect(desk.member(CARA)).toMatchObject({ Status: 'Active', Standing: 'Exempt' });
    desk.answer(annas, ANNA);
    desk.workspace.settle();
    recount();
  });

  it.each(['Members', 'Acceptances', 'Mail log', 'Audit trail'])('a sort of %s', (tab) => {
    sheets().userSort(CONTACT, desk.registersId, sheetOf(tab), 0, true);
    desk.answer(annas, ANNA);
    desk.workspace.settle();
    sheets().userUndo(CONTACT, desk.registersId);
    recount();
  });
});

describe('a deleted row', () => {
  const deleteRow = (tab: string, at: number) =>
    desk.workspace.sheets.userDeleteRows(CONTACT, desk.registersId, sheetOf(tab), at);

  it('of Acceptances: the answer is put back from the form under its number, and nobody gets a second mail', () => {
    desk.answerByLink(ANNA);
    deleteRow('Acceptances', 1);
    desk.minutes(11);
    expect(
      desk
        .register('Acceptances')
        .map((row) => [row['Acceptance ID'], row['Member ID']])
        .sort(),
    ).toEqual([
      ['A-000001', 'M-0003'],
      ['A-000002', 'M-0001'],
    ]);
    expect(desk.openProblems()).toEqual([
      'The row of A-000001 was gone from Acceptances. It was put back from the form, and nobody got a second mail.',
    ]);
    expect(
      desk
        .register('Audit trail')
        .filter(({ Subject }) => Subject === 'A-000001')
        .pop()?.What,
    ).toBe('Put back an answer whose row was gone');
    expect(desk.ask('verifyTrail')).toMatchObject({ next: null, misfits: [] });
    expect(desk.ask('evidenceForMember', { memberId: 'M-0003' }).proofs).toMatchObject([
      { id: 'A-000001', isAsRecorded: true },
    ]);
    desk.nextDay();
    for (const { email } of [ANNA, CARA]) expect(desk.subjects(email)).toHaveLength(2);
    expect(desk.subjects(CONTACT).filter((subject) => subject.startsWith('Accepted'))).toHaveLength(2);
    expect(desk.member(CARA).Standing).toBe('Current');
  });

  describe('of Acceptances is put back as it was, and not judged anew', () => {
    const lost = () =>
      desk
        .grid('Acceptances')
        .slice(1)
        .map((row) => row.slice(0, 9));

    it.each<[string, () => void]>([
      ['when her link lasts no longer', () => desk.sleepTo('2026-03-25T15:00:00Z')],
      [
        'when her address was corrected',
        () => desk.type('Members', desk.rowOf(CARA), 'Email', [['cara.d@example.org']]),
      ],
      [
        'when she has left long ago',
        () => {
          desk.type('Members', desk.rowOf(CARA), 'Status', [['Removed']]);
          desk.workspace.settle();
          desk.sleepTo('2026-03-25T15:00:00Z');
        },
      ],
    ])('%s', (_, happens) => {
      const had = lost();
      happens();
      desk.workspace.settle();
      deleteRow('Acceptances', 1);
      desk.workspace.run('everyNight');
      expect(lost()).toEqual(had);
      expect(had).toMatchObject([{ 0: 'A-000001', 2: 'M-0003' }]);
      expect(desk.register('Acceptances')[0]).toMatchObject({ 'Confirmed by': 'Personal link', Remark: '' });
      expect(desk.register('Members').find((row) => row['Member ID'] === 'M-0003')).toMatchObject({
        'Accepted version': '2025-06-04',
      });
      expect(desk.ask('verifyTrail').misfits).toEqual([]);
    });
  });

  it('of a paper in Acceptances, and of the Mail log: by night staff are told once, and the trail has a line', () => {
    const { ticket } = desk.ask('readPaper');
    const paper = { ticket, memberId: 'M-0002', role: 'Mentee', signedOn: '2026-01-10', remark: 'Binder' };
    desk.ask('recordPaperAcceptance', paper);
    desk.minutes(11);
    deleteRow('Acceptances', 2);
    deleteRow('Mail log', 3);
    desk.workspace.run('everyNight');
    const told = [
      'Rows are gone from “Acceptances”: A-000002.',
      'Rows are gone from “Mail log”: IMSTL-MAIL-000003.',
    ];
    expect(desk.openProblems()).toEqual(told);
    const lines = () =>
      desk.register('Audit trail').filter(({ What }) => What?.startsWith('Noticed that rows'));
    expect(lines().map(({ What, Before }) => [What, Before])).toEqual([
      ['Noticed that rows of “Acceptances” are gone', 'A-000002'],
      ['Noticed that rows of “Mail log” are gone', 'IMSTL-MAIL-000003'],
    ]);
    const at = desk.register('Problems').findIndex(({ What }) => What === told[0]);
    desk.type('Problems', at + 2, 'Done', [['TRUE']]);
    desk.workspace.run('everyNight');
    expect(desk.openProblems()).toEqual(told.slice(1));
    expect(lines()).toHaveLength(2);
  });

  it('of a member who has answered: by night staff are told, and her answer stays', () => {
    deleteRow('Members', desk.rowOf(CARA) - 1);
    desk.workspace.run('everyNight');
    expect(desk.openProblems()).toEqual([
      'M-0003 (Cara Diallo) is no longer in Members, and answers of hers stand in Acceptances.',
    ]);
    expect(desk.register('Acceptances')).toHaveLength(1);
  });
});

it('a Member ID taken out of its cell: she gets the same one back, and her answers stay hers', () => {
  desk.type('Members', desk.rowOf(CARA), 'Member ID', [['']]);
  desk.workspace.settle();
  expect(desk.member(CARA)).toMatchObject({ 'Member ID': 'M-0003', Standing: 'Current' });
  expect(desk.openProblems()).toEqual([
    'The Member ID M-0003 was taken out of its row in Members, and stands there again.',
  ]);
  expect(desk.register('Audit trail').some(({ What }) => What === 'Got back a Member ID')).toBe(true);
});
