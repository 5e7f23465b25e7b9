// A register as staff may leave it: moved, added to, half filled in; and what is written back.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Member } from '../../src/domain/entries.ts';
import type { CellValue } from '../../src/registers/cells.ts';
import { RegisterDamaged } from '../../src/registers/register.ts';
import { REGISTERS } from '../../src/registers/registers.ts';
import { type Row, Table } from '../../src/registers/table.ts';
import { acceptance } from '../domain/samples.ts';

const { members, acceptances, problems } = REGISTERS;
const HEADERS = Object.values(members.columns).map(({ header }) => header);
const HEADERS_OF_ACCEPTANCES = Object.values(acceptances.columns).map(({ header }) => header);
const table = (grid: CellValue[][]) => new Table(members, 101, grid);
const anna = ['M-0001', 'Anna Ito', 'anna@example.org', 'Mentor', 'Active', 43_832, 'Current'];

describe('reading', () => {
  it('finds columns by their heading, wherever they are', () => {
    const moved = ['My own column', ...[...HEADERS].reverse()];
    const row: CellValue[] = moved.map(() => null);
    row[0] = 'mine';
    row[moved.indexOf('Name')] = 'Anna Ito';
    row[moved.indexOf('Email')] = 'anna@example.org';
    expect(table([moved, row]).entries[0]).toMatchObject({
      name: 'Anna Ito',
      email: 'anna@example.org',
      notes: '',
    });
  });

  it('takes a heading in other capitals and with spaces around', () => {
    const headers = HEADERS.map((header) => ` ${header.toUpperCase()} `);
    expect(table([headers, anna]).entries[0]?.name).toBe('Anna Ito');
  });

  it.each([
    ['a renamed heading', HEADERS.map((header) => (header === 'Email' ? 'E-mail' : header)), ['Email']],
    [
      'two deleted columns',
      HEADERS.filter((header) => !['Role', 'Notes'].includes(header)),
      ['Role', 'Notes'],
    ],
    ['an empty tab', [], HEADERS],
  ])('stops at %s and says which is missing', (_, headers, missing) => {
    try {
      table([headers, anna]);
      throw new Error('it did not stop');
    } catch (error) {
      expect(error).toBeInstanceOf(RegisterDamaged);
      expect(error).toMatchObject({ tab: 'Members', missing });
    }
  });

  it('passes over empty rows and rows that hold only something of the staff’s own', () => {
    const grid = [
      [...HEADERS, 'Mine'],
      anna,
      [],
      HEADERS.map(() => ''),
      [...HEADERS.map(() => null), 'x'],
      anna,
    ];
    expect(table(grid).rows.map(({ index }) => index)).toEqual([1, 5]);
  });

  it.each<[string, string, CellValue, unknown, string | undefined]>([
    ['an id typed as a number', 'Member ID', 12, '12', undefined],
    ['a role in other capitals', 'Role', ' mentor AND mentee', 'Mentor and mentee', undefined],
    ['a role that does not exist', 'Role', 'Boss', null, 'Boss'],
    ['a date cell', 'Joined', 45_812, '2025-06-04', undefined],
    ['a date typed as text', 'Joined', '6/4/2025', '2025-06-04', undefined],
    ['something that is no date', 'Joined', 'last summer', null, 'last summer'],
    ['a tick in a text column', 'Notes', true, 'true', undefined],
  ])('understands %s', (_, header, cell, value, fault) => {
    const row = HEADERS.map((known) => (known === header ? cell : known === 'Name' ? 'Anna' : null));
    const found = table([HEADERS, row]).rows[0];
    const field = Object.entries(members.columns).find(([, column]) => column.header === header)?.[0] as 'id';
    expect(found?.entry[field]).toEqual(value);
    expect(found?.faults[field]).toBe(fault);
  });

  it('never throws at any cell', () => {
    const cell = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null));
    const row = fc.array(cell, { maxLength: HEADERS.length });
    fc.assert(fc.property(fc.array(row), (rows) => expect(() => table([HEADERS, ...rows])).not.toThrow()));
  });
});

describe('finding by key', () => {
  it('follows every change of a key', () => {
    const roster = table([HEADERS, anna, [null, 'Cara Diallo']]);
    expect(roster.find('M-0003')).toBeUndefined();
    const [annas, caras] = roster.rows as [Row<Member>, Row<Member>];
    roster.update(caras, { id: 'M-0003' });
    const added = roster.append({ ...annas.entry, id: 'M-0004' });
    const found = ['M-0001', 'M-0003', 'M-0004', ''].map((id) => roster.find(id));
    expect(found).toEqual([annas, caras, added, undefined]);
  });

  it('gives the first of several rows with one key, or all of them', () => {
    const roster = table([HEADERS, anna, ['M-0002', 'Bea Cruz'], anna]);
    expect(roster.find('M-0001')?.index).toBe(1);
    expect(roster.rowsWith('M-0001').map(({ index }) => index)).toEqual([1, 3]);
  });
});

describe('writing', () => {
  it('writes only the cells that changed, neighbours together', () => {
    const roster = table([HEADERS, anna]);
    const row = roster.find('M-0001');
    if (!row) throw new Error('no row');
    expect(
      roster.update(row, { standing: 'Due', status: 'Active', acceptedVersion: 'v', nextDue: '2025-06-04' }),
    ).toBe(true);
    expect(roster.update(row, { standing: 'Due' })).toBe(false);
    expect(roster.takeRequests().map((request) => request.updateCells)).toEqual([
      {
        start: { sheetId: 101, rowIndex: 1, columnIndex: 6 },
        rows: [
          {
            values: [
              expect.objectContaining({ userEnteredValue: { stringValue: 'Due' } }),
              { userEnteredValue: { stringValue: 'v' } },
            ],
          },
        ],
        fields: 'userEnteredValue,userEnteredFormat.numberFormat',
      },
      expect.objectContaining({ start: { sheetId: 101, rowIndex: 1, columnIndex: 9 } }),
    ]);
    expect(roster.takeRequests()).toEqual([]);
  });

  it('clears a cell', () => {
    const roster = table([HEADERS, anna]);
    const [row] = roster.rows;
    if (row) roster.update(row, { standing: null });
    const cells = roster.takeRequests()[0]?.updateCells?.rows?.[0]?.values;
    expect(cells?.[0]?.userEnteredValue).toBeUndefined();
  });

  it('gives new rows their place below the last, and their types', () => {
    const log = new Table(problems, 107, [
      ['When', 'What', 'What to do', 'Link', 'Done'],
      [45_812, 'x', '', '', false],
    ]);
    const row = log.append({
      when: '2025-06-04T12:00:00',
      what: '=1+1',
      whatToDo: '',
      link: '',
      done: false,
    });
    expect(row.index).toBe(2);
    const request = log.takeRequests()[0]?.appendCells;
    expect(request?.rows?.[0]?.values).toEqual([
      {
        userEnteredValue: { numberValue: 45_812.5 },
        userEnteredFormat: { numberFormat: { type: 'DATE_TIME', pattern: 'yyyy-mm-dd hh:mm:ss' } },
      },
      { userEnteredValue: { stringValue: '=1+1' } },
      {},
      {},
      { userEnteredValue: { boolValue: false }, dataValidation: { condition: { type: 'BOOLEAN' } } },
    ]);
  });

  it('writes many new rows as values alone, and gives their columns formats and lists', () => {
    const register = new Table(acceptances, 102, [HEADERS_OF_ACCEPTANCES, ['A-1']]);
    for (let n = 2; n <= 101; n++)
      register.append(
        acceptance({ id: `A-${n}`, received: '2025-06-04T12:00:00', memberId: '', name: '=1' }),
      );
    const [append, ...looks] = register.takeRequests();
    expect(append?.appendCells?.fields).toBe('userEnteredValue');
    expect(append?.appendCells?.rows).toHaveLength(100);
    expect(append?.appendCells?.rows?.[0]?.values?.slice(0, 4)).toEqual([
      { userEnteredValue: { stringValue: 'A-2' } },
      { userEnteredValue: { numberValue: 45_812.5 } },
      {},
      { userEnteredValue: { stringValue: '=1' } },
    ]);
    const range = (at: number) => ({
      sheetId: 102,
      startRowIndex: 2,
      startColumnIndex: at,
      endColumnIndex: at + 1,
    });
    expect(
      looks.map(({ repeatCell, setDataValidation }) => repeatCell?.range ?? setDataValidation?.range),
    ).toEqual(
      ['Received', 'Role', 'Answer', 'Confirmed by'].map((header) =>
        range(HEADERS_OF_ACCEPTANCES.indexOf(header)),
      ),
    );
    expect(looks[0]?.repeatCell?.cell?.userEnteredFormat?.numberFormat?.type).toBe('DATE_TIME');
  });

  it('writes tick boxes with each of their cells, however many there are', () => {
    const log = new Table(problems, 107, [['When', 'What', 'What to do', 'Link', 'Done']]);
    for (let n = 0; n < 200; n++) log.append({ when: null, what: 'x', whatToDo: '', link: '', done: false });
    const requests = log.takeRequests();
    expect(requests).toHaveLength(1);
    expect(requests[0]?.appendCells?.rows?.[199]?.values?.[4]).toHaveProperty('dataValidation');
  });

  it('changes a row that is not written yet without a second request', () => {
    const log = new Table(problems, 107, [['When', 'What', 'What to do', 'Link', 'Done']]);
    const row = log.append({ when: null, what: 'x', whatToDo: '', link: '', done: false });
    log.update(row, { done: true });
    expect(log.takeRequests()).toHaveLength(1);
  });

  it('cuts a text that no cell can hold, with a mark', () => {
    const register = new Table(acceptances, 102, [HEADERS_OF_ACCEPTANCES, ['A-1']]);
    const [row] = register.rows;
    if (row) register.update(row, { remark: 'x'.repeat(60_000) });
    const value =
      register.takeRequests()[0]?.updateCells?.rows?.[0]?.values?.[0]?.userEnteredValue?.stringValue ?? '';
    expect(value.length).toBeLessThan(50_000);
    expect(value).toMatch(/x… \(shortened; the whole answer is in the form\)$/);
  });

  it('never writes a formula, whatever a member typed', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('=1', '+1', '-1', '@x', "'x", '=IMPORTXML("x")'),
    );
    fc.assert(
      fc.property(nasty, (name) => {
        const roster = table([HEADERS, anna]);
        const [row] = roster.rows;
        if (row) roster.update(row, { name });
        expect(JSON.stringify(roster.takeRequests())).not.toContain('formulaValue');
      }),
    );
  });
});

describe('a view, which the system writes anew', () => {
  const { today } = REGISTERS;
  const TITLES = Object.values(today.columns).map(({ header }) => header);
  const line = (what: string, row: number) => ({
    what,
    open: { words: `Members, row ${row}`, address: `#gid=101&range=A${row}` },
    when: '',
    whatToDo: 'Look.',
  });
  const cells = ({ what, open, when, whatToDo }: ReturnType<typeof line>) => [
    what,
    open.words,
    when,
    whatToDo,
  ];
  const [first, second, third] = [line('One', 2), line('Two', 3), line('Three', 4)];

  it.each<[string, CellValue[][], (typeof first)[], string[]]>([
    ['nothing differs', [cells(first), cells(second)], [first, second], []],
    ['a line has gone', [cells(first), cells(second)], [second], ['write row 1', 'write row 2']],
    ['a line has come', [cells(first)], [first, second, third], ['add 2 rows']],
    ['only its row has moved', [cells(first)], [line('One', 9)], ['write row 1']],
    ['staff typed below', [cells(first), [], ['Mine']], [first], ['write row 3']],
    ['staff deleted all', [], [first], ['add 1 rows']],
    ['it was and is empty', [], [], []],
  ])('%s', (_, rows, wanted, requests) => {
    const table = new Table(today, 100, [TITLES, ...rows]);
    expect(table.find('Never')).toBeUndefined();
    const written = table
      .rewrite(wanted)
      .map(({ updateCells, appendCells }) =>
        appendCells ? `add ${appendCells.rows?.length} rows` : `write row ${updateCells?.start?.rowIndex}`,
      );
    expect(written).toEqual(requests);
    expect(table.rewrite(wanted)).toEqual([]);
    expect(wanted.every(({ what }) => table.find(what)?.entry.what === what)).toBe(true);
  });

  it('writes its links as formulas, and all else as text', () => {
    const [request] = new Table(today, 100, [TITLES]).rewrite([line('=1+1', 2)]);
    const values = request?.appendCells?.rows?.[0]?.values?.map(({ userEnteredValue }) => userEnteredValue);
    expect(values).toEqual([
      { stringValue: '=1+1' },
      { formulaValue: '=HYPERLINK("#gid=101&range=A2","Members, row 2")' },
      undefined,
      { stringValue: 'Look.' },
    ]);
  });

  it('that has lost a heading stops nothing, and says which', () => {
    expect(new Table(today, 100, [TITLES.slice(1)]).missing).toEqual(['What waits for you']);
    expect(new Table(today, 100, []).missing).toEqual(TITLES);
    expect(new Table(today, 100, [TITLES]).missing).toEqual([]);
  });
});
