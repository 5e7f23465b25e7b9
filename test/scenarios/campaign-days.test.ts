// A campaign within a small mail budget: exactly the least number of days, nobody twice, nobody forgotten.

import { afterEach, describe, expect, it } from '@jest/globals';
import type { ExecutionRecord } from '../../scripts/local-workspace/index.ts';
import { daysFor } from '../../src/domain/outbox.ts';
import { ofAll, sampled } from '../support/sample.ts';
import { Desk } from './support-year.ts';

let desk: Desk;
let opened: Desk[] = [];
afterEach(() => {
  for (const one of opened) one.close();
  opened = [];
});

function open(settings: Record<string, string> = {}): void {
  desk = new Desk('2026-01-10T20:00:00Z', settings);
  opened.push(desk);
}

const people = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ name: `Member ${i}`, email: `member${i}@example.org` }));

const budget = (perDay: number) => ({
  'Mails a day at most': String(perDay),
  'Mails a day kept free for safety reports': '0',
});

const isMail = ({ method }: { method: string }) => method === 'Gmail.Users.Messages.send';
const sentIn = (record: ExecutionRecord) => record.calls.filter(isMail).length;

/** A day with a night's run, a morning's run and some of the runs of every ten minutes. */
function liveADay(tenMinuteRuns: number): ExecutionRecord[] {
  desk.nextDay(2);
  const records = [desk.run('everyNight')];
  desk.nextDay(2);
  return records.concat(Array.from({ length: tenMinuteRuns }, () => tenMinutesLater()));
}

function tenMinutesLater(): ExecutionRecord {
  desk.workspace.advance('PT10M');
  return desk.run('everyTenMinutes');
}

/** How often each member was asked. */
const timesAsked = (count: number) => people(count).map(({ email }) => desk.count(email));

describe('the least number of days', () => {
  it.each([
    [10_000, 100, 100, 100],
    [10_000, 0, 100, 100],
    [10_001, 100, 100, 101],
    [10_000, 40, 100, 101],
    [350, 1300, 1300, 1],
    [1300, 1300, 1300, 1],
    [1301, 1300, 1300, 2],
    [0, 100, 100, 0],
  ])('%d mails, %d of them today, %d a day: %d days', (mails, today, perDay, days) => {
    expect(daysFor(mails, today, perDay)).toBe(days);
  });

  it('is what a campaign takes, day for day', () => {
    open(budget(20));
    desk.addMembers(people(200));
    const perDay: number[] = [];
    while (perDay.length < 12) {
      desk.nextDay(6);
      const records = [desk.run('everyMorning'), tenMinutesLater(), tenMinutesLater()];
      perDay.push(records.map(sentIn).reduce((sum, sent) => sum + sent, 0));
    }
    expect(perDay).toEqual([...Array(10).fill(20), 0, 0]);
    expect(timesAsked(200).every((times) => times === 1)).toBe(true);
  });
});

/** More than thirty days, so that the first reminders come due meanwhile; a hundred days with 10,000 members take minutes. */
const MEMBERS = Number(process.env.CAMPAIGN_MEMBERS ?? 33);
const DAYS = Number(process.env.CAMPAIGN_DAYS ?? 33);

it(`${MEMBERS} members, a budget for ${DAYS} days, nobody answers, a kill every day: it takes ${DAYS} days`, () => {
  const perDay = MEMBERS / DAYS;
  open(budget(perDay));
  desk.addMembers(people(MEMBERS));
  const kills = [
    ['Sheets.Spreadsheets.batchUpdate', 1, 'before'],
    ['Sheets.Spreadsheets.batchUpdate', 1, 'after'],
    ['Gmail.Users.Messages.send', 1, 'before'],
    ['Gmail.Users.Messages.send', perDay, 'after'],
  ] as const;
  for (let day = 1; day <= DAYS; day++) {
    desk.nextDay(6);
    const [method, nth, when] = kills[day % kills.length] as (typeof kills)[number];
    desk.workspace.faults.add({ method, nth, when, effect: { kill: true } });
    desk.run('everyMorning');
    desk.workspace.faults.clear();
    for (let run = 0; run < 2; run++) tenMinutesLater();
    const log = desk.rows('Mail log');
    expect(log.filter(({ Kind }) => Kind === 'Invitation')).toHaveLength(day * perDay);
    expect(new Set(log.map(({ To }) => To)).size).toBe(day * perDay);
  }
  expect(timesAsked(MEMBERS).every((times) => times === 1)).toBe(true);
}, 3_000_000);

const KILLS = [
  ['before the mails are in line', 'Sheets.Spreadsheets.batchUpdate', 1, 'before'],
  ['after the mails are in line', 'Sheets.Spreadsheets.batchUpdate', 1, 'after'],
  ['before the first mail', 'Gmail.Users.Messages.send', 1, 'before'],
  ['after the first mail', 'Gmail.Users.Messages.send', 1, 'after'],
  ['in the middle', 'Gmail.Users.Messages.send', 7, 'after'],
  ['before what was sent is marked', 'Sheets.Spreadsheets.batchUpdate', 2, 'before'],
  ['after what was sent is marked', 'Sheets.Spreadsheets.batchUpdate', 2, 'after'],
] as const;

describe(`killed on three days, ${ofAll(KILLS)}`, () => {
  it.each(sampled(KILLS))('%s: it goes on, and nobody is asked twice', (_, method, nth, when) => {
    open(budget(20));
    desk.addMembers(people(60));
    for (let day = 0; day < 3; day++) {
      desk.nextDay(6);
      desk.workspace.faults.add({ method, nth, when, effect: { kill: true } });
      desk.run('everyMorning');
      for (let run = 0; run < 4; run++) tenMinutesLater();
      desk.workspace.faults.clear();
    }
    for (let day = 0; day < 2; day++) liveADay(2);
    expect(timesAsked(60)).toEqual(Array(60).fill(1));
    const log = desk.rows('Mail log');
    expect(log.filter(({ State }) => State === 'Sent')).toHaveLength(60);
  });
});
