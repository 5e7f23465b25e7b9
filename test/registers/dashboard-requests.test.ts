// What Set up does to a Dashboard: it finds columns by their headings, adds what is missing, and leaves the rest alone.

import { describe, expect, it } from '@jest/globals';
import { CASE_DASHBOARD } from '../../src/content/case-dashboard.ts';
import { DASHBOARD } from '../../src/content/dashboard.ts';
import { CASE_REGISTERS } from '../../src/registers/case-registers.ts';
import { type Dashboard, nameOf, widthOf } from '../../src/registers/dashboard.ts';
import { type DashboardFound, planDashboard } from '../../src/registers/dashboard-requests.ts';
import { type AnyRegister, columnsOf, RegisterDamaged } from '../../src/registers/register.ts';
import { REGISTERS } from '../../src/registers/registers.ts';

type Registers = Readonly<Record<string, AnyRegister>>;
const headersOf = (registers: Registers) =>
  new Map(
    Object.values(registers).map((register) => [
      register.tab,
      columnsOf(register).map(({ header }) => header),
    ]),
  );
const nothing = (registers: Registers): DashboardFound => ({
  sheets: [],
  names: [],
  charts: new Map(),
  headers: headersOf(registers),
  sheetId: undefined,
  cells: [],
});
const formulas = ({ requests }: { requests: object[] }) =>
  [...JSON.stringify(requests).matchAll(/"formulaValue":"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text ?? '');

describe.each<[string, Dashboard, Registers]>([
  ['of the Registers', DASHBOARD, REGISTERS],
  ['of Cases', CASE_DASHBOARD, CASE_REGISTERS],
])('the Dashboard %s', (_, dashboard, registers) => {
  it('has formulas without an open place, and only functions that every Google sheet has', () => {
    const made = formulas(planDashboard(dashboard, registers, nothing(registers)));
    expect(made.length).toBeGreaterThan(20);
    expect(made.filter((formula) => /[{}]|undefined|NaN/.test(formula))).toEqual([]);
  });

  it('has parts, and charts, that do not lie over each other', () => {
    const ends = dashboard.blocks.map(({ name, row, rows }) => {
      const heights = dashboard.charts
        .filter(({ block }) => block === name)
        .map((chart) => chart.heightPixels);
      return { row, end: row + Math.max(rows.length, ...heights.map((height) => Math.ceil(height / 21))) };
    });
    for (const [at, { row }] of ends.entries()) expect(row).toBeGreaterThan(ends[at - 1]?.end ?? -1);
    expect(ends.at(-1)?.end).toBeLessThanOrEqual(dashboard.rowCount);
    for (const block of dashboard.blocks) expect(widthOf(block)).toBeLessThan(dashboard.widths.length);
  });

  it('has charts that say in words what they show', () => {
    for (const { altText, title, subtitle } of dashboard.charts) {
      expect(altText.length).toBeGreaterThan(40);
      expect(title && subtitle).not.toBe('');
    }
    expect(new Set(dashboard.charts.map(({ chartId }) => chartId)).size).toBe(dashboard.charts.length);
  });
});

const FIRST = 'COUNTIFS(Members!$E$2:$E,\\"Active\\")';

it('counts in the columns where they stand now', () => {
  const found = nothing(REGISTERS);
  const columns = ['Mine', ...(found.headers.get('Members') ?? [])];
  const moved = { ...found, headers: new Map([...found.headers, ['Members', columns]]) };
  expect(formulas(planDashboard(DASHBOARD, REGISTERS, found))[0]).toBe(`=${FIRST}`);
  expect(formulas(planDashboard(DASHBOARD, REGISTERS, moved))[0]).toBe(`=${FIRST.replaceAll('$E', '$F')}`);
  const lost = { ...found, headers: new Map([...found.headers, ['Members', []]]) };
  expect(() => planDashboard(DASHBOARD, REGISTERS, lost)).toThrow(RegisterDamaged);
});

it('makes room where a named part was lost with its tab, and takes its name anew', () => {
  const gone = { id: 'n1', name: nameOf(DASHBOARD.blocks[0] as never), range: { sheetId: 0 } };
  const plan = planDashboard(DASHBOARD, REGISTERS, { ...nothing(REGISTERS), names: [gone] });
  const kinds = plan.requests.flatMap((request) => Object.keys(request));
  expect(kinds.indexOf('deleteNamedRange')).toBeLessThan(kinds.indexOf('addNamedRange'));
  expect(plan).toMatchObject({ isNew: true, charts: 4 });
});
