// Staff ask the roster with formulas in a tab of their own: a whole column in one call, and no permission is needed.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ANNA, BEA, CARA, type Person, TAB, TestDesk } from '../support/desk.ts';

const JOSE: Person = { name: 'José "Pepe" García', email: 'jose@example.org' };
const MARIA_1: Person = { name: 'Maria Silva', email: 'maria1@example.org' };
const MARIA_2: Person = { name: 'Maria Silva', email: 'maria2@example.org' };

let desk: TestDesk;
let eventTab = 0;

beforeAll(() => {
  desk = new TestDesk([ANNA, BEA, CARA, JOSE, MARIA_1, MARIA_2]);
  desk.type('Members', desk.rowOf(JOSE), 'Images', [['Opted out']]);
  desk.type('Members', desk.rowOf(BEA), 'Images', [['Limited']]);
  desk.workspace.settle();
  const { sheets, owner } = desk.workspace;
  sheets.userAddSheet(owner, desk.registersId, 'Event');
  eventTab = sheets.book(desk.registersId).record.sheets.find(({ title }) => title === 'Event')?.sheetId ?? 0;
  desk.save();
});
beforeEach(() => desk.reset());
afterAll(() => desk.workspace.close());

/** Types into the tab of the event, from a row and a column on; both count from 1. */
const write = (row: number, column: number, ...rows: string[][]) =>
  desk.workspace.sheets.userEdit(desk.workspace.owner, desk.registersId, eventTab, row - 1, column - 1, rows);
const shown = () => desk.grid('Event');
const runs = () => desk.workspace.executions().filter(({ kind }) => kind === 'custom function');
/** What Google shows when somebody points at a cell with an error. */
const said = () => runs().at(-1)?.error ?? '';

it.each<[asked: string, images: string, standing: string]>([
  ['Anna Ito', 'Allowed', 'Never accepted'],
  ['ANNA@EXAMPLE.ORG', 'Allowed', 'Never accepted'],
  ['Béa Cruz', 'Limited', 'Never accepted'],
  ['CRUZ, BEA', 'Limited', 'Never accepted'],
  ['bea+events@example.org', 'Limited', 'Never accepted'],
  ['Jose Garcia', 'Opted out', 'Never accepted'],
  ['Pepe García', 'Opted out', 'Never accepted'],
  ['Pepe Garcia <jose@example.org>', 'Opted out', 'Never accepted'],
  ['M-0001', 'Allowed', 'Never accepted'],
  ['Maria Silva', 'more than one fits', 'more than one fits'],
  ['Maria Silva <maria2@example.org>', 'Allowed', 'Never accepted'],
  ['Anna', 'not sure who is meant', 'not sure who is meant'],
  ['Nora Nobody', 'not on the roster', 'not on the roster'],
  ['2026-01-12', 'not on the roster', 'not on the roster'],
])('“%s”: %s; %s', (asked, images, standing) => {
  write(1, 1, [asked, '=IMAGE_PERMISSION(A1)', '=CODE_STANDING(A1)']);
  expect(shown()[0]?.slice(1)).toEqual([images, standing]);
});

describe('a column', () => {
  it('of 1,000 rows is answered by one run with one read, without a permission, within the limit', () => {
    const names = Array.from({ length: 1000 }, (_, row) =>
      row % 4 === 0 ? ANNA.name : row % 4 === 1 ? JOSE.email : row % 4 === 2 ? '' : `Nobody Number${row}`,
    );
    write(1, 1, ...names.map((name) => [name]));
    write(1, 2, ['=IMAGE_PERMISSION(A1:A)']);
    const answers = shown();
    expect(answers).toHaveLength(1000);
    for (const [row, [, answer = '']] of answers.entries())
      expect([row, answer]).toEqual([
        row,
        ['Allowed', 'Opted out', '', 'not on the roster'][row % 4] as string,
      ]);
    const [run, ...more] = runs();
    expect(more).toEqual([]);
    expect(run?.status).toBe('Completed');
    expect(run?.calls.map(({ method }) => method)).toEqual([
      'Spreadsheet.getSheetByName',
      'Sheet.getDataRange',
      'Range.getValues',
    ]);
    expect((run?.endedAt ?? 0) - (run?.startedAt ?? 0)).toBeLessThan(5_000);
  });

  it('keeps blanks blank, and follows what is typed into it', () => {
    write(1, 1, [ANNA.name, '=IMAGE_PERMISSION(A1:A)'], [''], [BEA.name]);
    expect(shown()).toEqual([[ANNA.name, 'Allowed'], [], [BEA.name, 'Limited']]);
    write(2, 1, [JOSE.name]);
    expect(shown()[1]).toEqual([JOSE.name, 'Opted out']);
  });

  it('says so when its answers would cover something', () => {
    write(1, 1, [ANNA.name, '=IMAGE_PERMISSION(A1:A2)'], [BEA.name, 'mine']);
    expect(shown()).toEqual([
      [ANNA.name, '#REF!'],
      [BEA.name, 'mine'],
    ]);
  });
});

it('answers from memory when only the roster has changed, until the formula is entered anew', () => {
  write(1, 1, [ANNA.name, '=IMAGE_PERMISSION(A1)']);
  expect(shown()[0]?.[1]).toBe('Allowed');
  desk.type('Members', desk.rowOf(ANNA), 'Images', [['Opted out']]);
  expect(shown()[0]?.[1]).toBe('Allowed');
  write(1, 2, ['=IMAGE_PERMISSION(A1)']);
  expect(shown()[0]?.[1]).toBe('Opted out');
  expect(runs()).toHaveLength(2);
});

it('works in a column of Members itself', () => {
  const { sheets, owner } = desk.workspace;
  const column = desk.grid('Members')[0]?.length ?? 0;
  sheets.userInsertColumns(owner, desk.registersId, TAB.Members, column);
  sheets.userEdit(owner, desk.registersId, TAB.Members, 0, column, [['Check'], ['=IMAGE_PERMISSION(B2:B)']]);
  expect(desk.register('Members').map(({ Check }) => Check)).toEqual([
    'Allowed',
    'Limited',
    'Allowed',
    'Opted out',
    'more than one fits',
    'more than one fits',
  ]);
  desk.workspace.settle();
  expect(desk.openProblems()).toEqual([]);
});

describe('what is wrong is said in the cell', () => {
  it('when nobody has such a function', () => {
    write(1, 1, ['=PICTURE_PERMISSION("Anna Ito")']);
    expect(shown()).toEqual([['#NAME?']]);
  });

  it('when the tab of the members is gone', () => {
    desk.workspace.sheets.userRenameSheet(desk.workspace.owner, desk.registersId, TAB.Members, 'People');
    write(1, 1, ['=IMAGE_PERMISSION("Anna Ito")']);
    expect(shown()).toEqual([['#ERROR!']]);
    expect(said()).toBe('Error: The tab “Members” is missing or has another name.');
  });

  it('when a heading is gone, but not one that is not needed', () => {
    desk.type('Members', 1, 'Images', [['Pictures']]);
    write(1, 1, ['=IMAGE_PERMISSION("Anna Ito")', '=CODE_STANDING("Anna Ito")']);
    expect(shown()).toEqual([['#ERROR!', 'Never accepted']]);
    expect(runs().find(({ status }) => status === 'Failed')?.error).toBe(
      'Error: In the tab “Members”, the system cannot find: “Images”.',
    );
  });
});
