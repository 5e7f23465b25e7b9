// Old rows of the Mail log are moved into a spreadsheet of their own to make room: the desk goes on without them.

import { expect, it } from '@jest/globals';
import { fill } from '../../scripts/load/filled-desk.ts';
import { TAB, TestDesk } from '../support/desk.ts';

const MEMBERS = 20;
const YEARS = 3;
/** Rows of the first two years. */
const OLD = MEMBERS * 2 * 2;

it('tells staff once, writes it into the trail once, sends no mail again, and goes on counting', () => {
  const desk = new TestDesk([]);
  const { workspace } = desk;
  fill(desk, { members: MEMBERS, years: YEARS, mails: 2, lines: 1 });
  const runs = ['everyNight', 'everyMorning', 'everyTenMinutes'];
  const day = (date: string) => {
    desk.sleepTo(`${date}T15:00:00Z`);
    for (const name of runs) expect(workspace.run(name).record.status).toBe('Completed');
  };
  day('2026-01-13');
  const before = desk.sent().length;

  workspace.sheets.userDeleteRows(workspace.owner, desk.registersId, TAB['Mail log'], 1, OLD);
  day('2026-01-14');
  expect(desk.openProblems()).toEqual([
    'Rows are gone from “Mail log”: IMSTL-MAIL-000001, IMSTL-MAIL-000002, IMSTL-MAIL-000003 and more.',
  ]);
  const noticed = () =>
    desk.register('Audit trail').filter(({ What }) => What === 'Noticed that rows of “Mail log” are gone');
  expect(noticed()).toHaveLength(1);

  const row = desk.register('Problems').findIndex(({ Done }) => Done !== 'TRUE');
  desk.type('Problems', row + 2, 'Done', [['TRUE']]);
  workspace.settle();
  day('2026-01-15');
  expect(desk.openProblems()).toEqual([]);
  expect(noticed()).toHaveLength(1);
  // The digest says what waits; nobody else hears of anything.
  expect(
    desk
      .sent()
      .slice(before)
      .map(({ subject }) => subject),
  ).toEqual(['Code of Conduct, January 14, 2026: 1 waiting for you']);
  const mails = desk.register('Mail log').map((line) => line['Mail ID']);
  expect(mails[0]).toBe(`IMSTL-MAIL-${String(OLD + 1).padStart(6, '0')}`);
  expect(new Set(mails).size).toBe(mails.length);
  expect(desk.ask('verifyTrail', {}).misfits).toEqual([]);
});
