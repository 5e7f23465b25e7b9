// The Dashboard: its figures are what a plain recount of the registers says, and Set up mends what was damaged and no more.

import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Cases, VIOLATION } from '../../scripts/desk/cases.ts';
import { KIND, Pictures } from '../../scripts/desk/pictures.ts';
import { IMAGES, ROLES, STANDINGS } from '../../src/domain/entries.ts';
import { type Cell, DashboardSeen } from '../support/dashboard.ts';
import { ANNA, BEA, CARA, DECLINE, HANA, type Person, REASON, TAB, TestDesk } from '../support/desk.ts';

const DORA = { name: 'Dora Egger', email: 'dora@example.org', role: 'Mentor' } as const;
const PEOPLE: readonly Person[] = [ANNA, BEA, CARA, DORA];
const desk = new TestDesk(PEOPLE);
desk.invite();
desk.minutes(20);
desk.save();
const pictures = new Pictures(desk);
const { sheets, owner } = desk.workspace;
const seen = new DashboardSeen(desk);
const NOTHING = ['Everything is in place. Nothing had to be changed.'];

beforeEach(() => desk.reset());

const who = fc.constantFrom(...PEOPLE);
const step = fc.oneof(
  fc.record({ do: fc.constant('accepts'), who }),
  fc.record({ do: fc.constant('declines'), who }),
  fc.record({
    do: fc.constant('asks'),
    who,
    kind: fc.constantFrom(...(Object.keys(KIND) as (keyof typeof KIND)[])),
  }),
  fc.record({ do: fc.constant('status'), who, to: fc.constantFrom('Active', 'Inactive', 'Suspended') }),
  fc.record({ do: fc.constant('role'), who, to: fc.constantFrom(...ROLES, 'Guest') }),
  fc.record({ do: fc.constant('sort'), column: fc.nat(6) }),
  fc.record({ do: fc.constant('weeks pass'), weeks: fc.constantFrom(0, 1, 3, 60) }),
);
interface Step {
  do: string;
  who?: Person;
  kind?: keyof typeof KIND;
  to?: string;
  column?: number;
  weeks?: number;
}

function take({ do: what, who: person = ANNA, kind = 'Both', to = '', column = 0, weeks = 0 }: Step): void {
  if (what === 'accepts') desk.answerByLink(person);
  if (what === 'declines') desk.answerByLink(person, { ...DECLINE, [REASON]: 'No.' });
  if (what === 'asks') pictures.ask(pictures.own(person), person, { kind });
  if (what === 'status') desk.type('Members', desk.rowOf(person), 'Status', [[to]]);
  if (what === 'role') desk.type('Members', desk.rowOf(person), 'Role', [[to]]);
  if (what === 'sort') sheets.userSort(owner, desk.registersId, TAB.Members, column);
  desk.workspace.settle();
  if (what !== 'weeks pass') return;
  desk.sleepTo(new Date(desk.workspace.now() + weeks * 7 * 86_400_000).toISOString());
  for (const run of ['everyNight', 'everyMorning', 'everyTenMinutes']) desk.workspace.run(run);
}

/** The figures as a plain recount of what stands in the registers. */
function recount() {
  const members = seen.lines('Members').filter((line) => line.Name !== '');
  const mails = seen.lines('Mail log').filter(({ State }) => State === 'Sent');
  const requests = seen.lines('Opt-outs');
  const active = members.filter(({ Status }) => Status === 'Active');
  const stands = (...names: string[]) => members.filter(({ Standing }) => names.includes(String(Standing)));
  const accepted = stands('Current', 'Due soon', 'Due', 'Overdue');
  const isOn = (value: Cell | undefined, from: Cell, until: Cell) =>
    typeof value === 'number' && value >= Number(from) && value < Number(until);
  return {
    headline: {
      'Active members': active.length,
      Current: stands('Current', 'Due soon').length,
      Waiting: stands('Never accepted', 'New version to accept', 'Due', 'Overdue').length,
      'Opted out': active.filter(({ Images }) => Images !== 'Allowed').length,
    },
    standings: STANDINGS.map((name) => {
      const all = stands(name);
      const byRole = ROLES.map((role) => all.filter(({ Role }) => Role === role).length);
      const rest = all.filter(({ Role }) => !ROLES.some((role) => role === Role)).length;
      return [name, all.length, ...byRole, rest];
    }),
    progress: (day: Cell) => [
      day,
      accepted.filter((line) => Number(line['Accepted on']) <= Number(day)).length,
      active.length,
    ],
    mails: (day: Cell) => {
      const on = mails.filter(({ Sent }) => isOn(Sent, day, Number(day) + 1)).map(({ Kind }) => Kind);
      const asking = on.filter((kind) => kind === 'Invitation' || kind === 'New version');
      return [day, asking.length, on.filter((kind) => kind === 'Reminder').length];
    },
    optOuts: (month: Cell, next: Cell) => {
      const kinds = requests.filter(({ Received }) => isOn(Received, month, next)).map(({ Kind }) => Kind);
      const back = kinds.filter((kind) => kind === 'Take back an opt-out').length;
      return [month, kinds.length - back, back];
    },
    images: IMAGES.map((name) => [name, active.filter(({ Images }) => Images === name).length]),
  };
}

const today = () => Math.floor((desk.workspace.now() - 6 * 3_600_000) / 86_400_000) + 25_569;

function expectRight(): void {
  const wanted = recount();
  expect(seen.headline()).toEqual(wanted.headline);
  expect(seen.block('Where members stand')).toEqual(wanted.standings);
  expect(seen.block('What active members allow')).toEqual(wanted.images);
  const progress = seen.block('Acceptances of the Code in force', 4);
  expect(progress).toEqual(progress.map(([day = 0]) => wanted.progress(day)));
  expect(progress.at(-1)?.[0]).toBe(today());
  const mails = seen.block('Invitations and reminders of the last 30 days');
  expect(mails.map(([day]) => day)).toEqual(Array.from({ length: 30 }, (_, back) => today() - 29 + back));
  expect(mails).toEqual(mails.map(([day = 0]) => wanted.mails(day)));
  const months = seen.block('Requests about pictures');
  expect(months).toHaveLength(12);
  const next = (at: number) => months[at + 1]?.[0] ?? today() + 1;
  expect(months).toEqual(months.map(([month = 0], at) => wanted.optOuts(month, next(at))));
}

it('counts right, whatever happened', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 8, maxLength: 12 }), (steps) => {
      desk.reset();
      for (const one of steps) take(one as Step);
      expectRight();
    }),
    { numRuns: 3, seed: 2026, endOnFailure: true },
  );
});

describe('Set up or repair', () => {
  /** The column of a heading in Members, counted from 0. */
  const columnOf = (header: string) => desk.grid('Members')[0]?.indexOf(header) ?? -1;
  const move = (chartId: number) =>
    seen.request({
      updateEmbeddedObjectPosition: {
        objectId: chartId,
        newPosition: { overlayPosition: { widthPixels: 333, offsetXPixels: 12 } },
        fields: 'widthPixels,offsetXPixels',
      },
    });

  it('has nothing to do on a Dashboard that staff only arranged', () => {
    move(711);
    seen.type(115, 0, 'My own note');
    seen.type(3, 0, 'Women in the program');
    sheets.userRenameSheet(owner, desk.registersId, seen.sheetId, 'How we are doing');
    sheets.userInsertColumns(owner, desk.registersId, TAB.Members, 2);
    sheets.userInsertRows(owner, desk.registersId, seen.sheetId, 12);
    expect(desk.repair()).toEqual(NOTHING);
    expect(seen.sheet.title).toBe('How we are doing');
    const [chart] = seen.charts;
    expect(chart?.position).toMatchObject({ widthPixels: 333, offsetXPixels: 12 });
  });

  it('puts back a chart that is gone, and leaves the others as they are', () => {
    move(712);
    seen.request({ deleteEmbeddedObject: { objectId: 711 } }, { deleteEmbeddedObject: { objectId: 714 } });
    expect(desk.repair()).toEqual(['The Dashboard was mended. Figures put right: 0. Charts put right: 2.']);
    expect(seen.charts.map(({ chartId }) => chartId).sort()).toEqual([711, 712, 713, 714]);
    expect(seen.charts[0]?.position.widthPixels).toBe(333);
    expect(desk.repair()).toEqual(NOTHING);
  });

  it('finds its columns again when one was deleted, and figures that somebody typed over', () => {
    desk.answerByLink(ANNA);
    sheets.userDeleteColumns(owner, desk.registersId, TAB.Members, columnOf('Standing'));
    expect(seen.headline().Current).toBe('#REF!');
    seen.type(4, 0, '999');
    const own = seen
      .read('Dashboard', 'FORMULA')
      .flat()
      .filter((cell) => String(cell).includes('#REF!')).length;
    expect(own).toBeGreaterThan(30);
    const [first, ...others] = desk.repair();
    expect(first).toBe('Headings put back: Members: Standing.');
    expect(others).toEqual([`The Dashboard was mended. Figures put right: ${own + 1}. Charts put right: 0.`]);
    expectRight();
    expect(seen.headline()).toMatchObject({ 'Active members': 4, Current: 1 });
    expect(desk.repair()).toEqual(NOTHING);
  });

  it('makes the tab again, second in its row, when it was deleted', () => {
    sheets.userDeleteSheet(owner, desk.registersId, seen.sheetId);
    expect(desk.repair()).toEqual([
      'The Dashboard was made, with figures and charts that keep themselves up to date.',
    ]);
    expect(seen.titles[1]).toBe('Dashboard');
    expect(seen.charts).toHaveLength(4);
    expectRight();
  });

  it('puts a part that was deleted below everything, with its chart', () => {
    seen.type(140, 0, 'My own note');
    sheets.userDeleteRows(owner, desk.registersId, seen.sheetId, 59, 32);
    expect(desk.repair()).toEqual([
      expect.stringMatching(/^The Dashboard was mended\. Figures put right: 0\. Charts put right: 1\.$/),
    ]);
    const rows = seen.read('Dashboard').map(([first]) => first);
    expect(rows.indexOf('Invitations and reminders of the last 30 days')).toBeGreaterThan(
      rows.indexOf('My own note'),
    );
    expectRight();
    expect(desk.repair()).toEqual(NOTHING);
  });

  it('leaves a tab of that name that staff had before, and finds room below it', () => {
    sheets.userDeleteSheet(owner, desk.registersId, seen.sheetId);
    seen.request({
      addSheet: {
        properties: { sheetId: seen.sheetId, title: 'Dashboard', gridProperties: { rowCount: 5 } },
      },
    });
    seen.type(0, 1, 'Ours since 2019');
    desk.repair();
    expect(seen.read('Dashboard')[0]).toEqual(['', 'Ours since 2019']);
    expect(seen.block('What active members allow')).toEqual(recount().images);
    expect(desk.repair()).toEqual(NOTHING);
  });
});

describe('the Dashboard of Cases', () => {
  const cases = new Cases(desk);
  const ofCases = new DashboardSeen(desk, desk.casesId, 230);

  it('counts cases, but says no small number of what they are about', () => {
    expect(ofCases.titles.slice(0, 2)).toEqual(['Cases', 'Dashboard']);
    for (let count = 0; count < 6; count++) cases.send(VIOLATION);
    desk.workspace.settle();
    const numbers = cases.register('Cases').map((line) => line.Case ?? '');
    for (const [at, number] of numbers.entries()) {
      cases.set(number, 'What it is about', at < 5 ? 'Harassment\nWeapons' : 'Pictures');
      if (at < 5) cases.decide(number, { Handler: HANA, Status: 'Acknowledged' });
    }
    expect(ofCases.headline()).toEqual({ 'Open cases': 6, New: 1, 'Days to acknowledge': 0 });
    expect(ofCases.block('Cases by status').slice(0, 2)).toEqual([
      ['New', 1],
      ['Acknowledged', 5],
    ]);
    const about = Object.fromEntries(ofCases.block('What cases are about'));
    expect(about).toMatchObject({ Harassment: 5, Weapons: 5, Pictures: 'fewer than 5', Exploitation: 0 });
    expect(ofCases.block('Days until a report was acknowledged').slice(-2)).toEqual([
      [expect.any(Number), 0, 'too few to say'],
      [46023, 6, 0],
    ]);
  });

  it('is mended by Set up as well', () => {
    ofCases.request({ deleteEmbeddedObject: { objectId: 722 } });
    ofCases.type(4, 0, '');
    expect(desk.repair()).toEqual([
      'The Dashboard of Cases was mended. Figures put right: 1. Charts put right: 1.',
    ]);
    expect(ofCases.charts).toHaveLength(3);
  });

  it('does not take the tab for the report by number, which once had its name', () => {
    ofCases.request(
      { deleteSheet: { sheetId: 230 } },
      { updateSheetProperties: { properties: { sheetId: 206, title: 'Dashboard' }, fields: 'title' } },
    );
    const { store } = desk.workspace.kernel;
    const properties = store.table<Record<string, string>>('properties');
    for (const key of properties.keys()) {
      const values = properties.get(key) ?? {};
      if (values.CASES_TABS)
        properties.set(key, {
          ...values,
          CASES_TABS: values.CASES_TABS.replace('Report by number', 'Dashboard'),
        });
    }
    desk.repair();
    expect(ofCases.titles).toContain('Report by number');
    expect(ofCases.read('Report by number')[0]).toEqual(['Half year', 'Figure', 'Value']);
    expect(ofCases.charts).toHaveLength(3);
    expect(ofCases.titles.filter((title) => title.startsWith('Dashboard'))).toHaveLength(1);
  });
});
