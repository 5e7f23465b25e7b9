// What Set up does to the tabs: it adds what is missing and leaves everything else alone.

import { describe, expect, it } from '@jest/globals';
import { GUARDED } from '../../src/content/tab-words.ts';
import { HEADER_NOTES } from '../../src/content/texts/header-notes.ts';
import { columnsOf } from '../../src/registers/register.ts';
import { REGISTERS, type RegisterName } from '../../src/registers/registers.ts';
import { planTabs, type TabFound } from '../../src/registers/tab-requests.ts';

const LAYOUT = { registers: REGISTERS, notes: HEADER_NOTES };
const NAMES = Object.keys(REGISTERS) as RegisterName[];

/** All tabs as Set up makes them. */
const whole = (): TabFound[] =>
  NAMES.map((name) => {
    const register = REGISTERS[name];
    const header = columnsOf(register).map(({ field, header: text }) => ({
      text,
      note: HEADER_NOTES[name][field] ?? '',
    }));
    const guards = [register.filledBy === 'system' ? GUARDED.tab : GUARDED.header];
    return { sheetId: register.sheetId, title: register.tab, columnCount: header.length, header, guards };
  });

const kinds = (plan: { requests: object[] }) =>
  [...new Set(plan.requests.flatMap((request) => Object.keys(request)))].sort();
const memberTab = (tabs: TabFound[]) => tabs.find(({ title }) => title === 'Members') as TabFound;

it('has a note on every heading, no two alike within a tab', () => {
  for (const name of NAMES) {
    const notes = columnsOf(REGISTERS[name]).map(({ field }) => HEADER_NOTES[name][field] ?? '');
    expect(notes.every((note) => note.length > 5)).toBe(true);
    expect(new Set(notes).size).toBe(notes.length);
  }
});

it('makes all tabs in an empty spreadsheet', () => {
  const empty = { sheetId: 0, title: 'Sheet1', columnCount: 26, header: [], guards: [] };
  const plan = planTabs(LAYOUT, [empty], {});
  expect(plan.added).toEqual(NAMES.map((name) => REGISTERS[name].tab));
  expect(plan.sheetIds.Members).toBe(101);
});

it('gives a new tab its look, and leaves the look of one that is there to staff', () => {
  const rule = { when: '{status}="Removed"', paper: '#f0eff1', ink: '#68656d' } as const;
  const Members = { ...REGISTERS.members, frozenColumns: 1, rowHeight: 78 };
  const layout = { ...LAYOUT, registers: { members: Members }, looks: { members: [rule] } };
  const { requests } = planTabs(layout, [], {});
  expect(requests[0]?.addSheet?.properties?.gridProperties).toMatchObject({ frozenColumnCount: 1 });
  const [heights] = requests.flatMap(({ updateDimensionProperties: one }) =>
    one?.range?.dimension === 'ROWS' ? [one] : [],
  );
  expect(heights).toMatchObject({ range: { startIndex: 1 }, properties: { pixelSize: 78 } });
  expect(kinds({ requests })).toContain('addConditionalFormatRule');
  const again = planTabs(layout, whole(), {});
  expect(kinds(again)).toEqual(['repeatCell', 'setDataValidation', 'updateCells']);
});

it('writes no value and makes nothing anew when all is there', () => {
  const plan = planTabs(LAYOUT, whole(), {});
  expect([plan.added, plan.renamed, plan.headersBack]).toEqual([[], [], []]);
  expect(kinds(plan)).toEqual(['repeatCell', 'setDataValidation', 'updateCells']);
  const written = plan.requests.flatMap(({ updateCells }) => (updateCells ? [updateCells] : []));
  expect(written.every(({ start, fields }) => start?.rowIndex === 0 && fields === 'note')).toBe(true);
  const formatted = plan.requests.flatMap(({ repeatCell }) => (repeatCell ? [repeatCell.fields] : []));
  expect(new Set(formatted)).toEqual(new Set(['userEnteredFormat.numberFormat']));
});

describe('what staff may have done', () => {
  it('renamed a tab: it gets its name back', () => {
    const tabs = whole();
    memberTab(tabs).title = 'Our members';
    const plan = planTabs(LAYOUT, tabs, { Members: 101 });
    expect(plan.renamed).toEqual(['Members']);
    expect(plan.added).toEqual([]);
  });

  it('deleted a tab: it is made again', () => {
    const plan = planTabs(
      LAYOUT,
      whole().filter(({ title }) => title !== 'Settings'),
      {},
    );
    expect(plan.added).toEqual(['Settings']);
  });

  it('renamed a heading: the note shows which it was', () => {
    const tabs = whole();
    const header = memberTab(tabs).header[2];
    if (header) header.text = 'E-mail address';
    const plan = planTabs(LAYOUT, tabs, {});
    expect(plan.headersBack).toEqual(['Members: Email']);
    const back = plan.requests.find(({ updateCells }) => updateCells?.fields !== 'note')?.updateCells;
    expect(back?.start).toEqual({ sheetId: 101, rowIndex: 0, columnIndex: 2 });
  });

  it('deleted a column: it comes back at the end, empty', () => {
    const tabs = whole();
    const tab = memberTab(tabs);
    tab.header = tab.header.filter(({ text }) => text !== 'Role');
    tab.columnCount--;
    const plan = planTabs(LAYOUT, tabs, {});
    expect(plan.headersBack).toEqual(['Members: Role']);
    expect(plan.requests).toContainEqual({
      appendDimension: { sheetId: 101, dimension: 'COLUMNS', length: 1 },
    });
  });

  it('deleted the first row: a new one goes above the data', () => {
    const tabs = whole();
    memberTab(tabs).header = [
      { text: 'M-0001', note: '' },
      { text: 'Anna Ito', note: '' },
    ];
    const plan = planTabs(LAYOUT, tabs, {});
    const range = { sheetId: 101, dimension: 'ROWS', startIndex: 0, endIndex: 1 };
    expect(plan.requests).toContainEqual({ insertDimension: { range, inheritFromBefore: false } });
    expect(plan.headersBack).toHaveLength(18);
    expect(kinds(plan)).not.toContain('appendDimension');
  });

  it('made another tab with an id that a missing tab would get', () => {
    const tabs = whole().filter(({ title }) => title !== 'Members');
    tabs.push({ sheetId: 101, title: 'Lunch', columnCount: 5, header: [], guards: [] });
    expect(planTabs(LAYOUT, tabs, {}).sheetIds.Members).toBe(1101);
  });
});
