// A rehearsal of some weeks: its page and its tables say what the registers hold, and nothing leaves the computer.

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { TAB as CASE_TAB } from '../../scripts/desk/cases.ts';
import { Random } from '../../scripts/local-workspace/kernel/random.ts';
import { Store } from '../../scripts/local-workspace/kernel/store.ts';
import { RehearsalClock } from '../../scripts/rehearsal/clock.ts';
import { type Figures, figuresOf } from '../../scripts/rehearsal/figures.ts';
import { sendUnasked } from '../../scripts/rehearsal/members.ts';
import { type DayEnd, rehearse, type Wish } from '../../scripts/rehearsal/rehearse.ts';
import { entriesOf, settingsOf } from '../../scripts/rehearsal/rehearsed-desk.ts';
import { readWishes } from '../../scripts/rehearsal/wishes.ts';
import { PAGE, writeDown } from '../../scripts/rehearsal/write-down.ts';
import type { Member } from '../../src/domain/entries.ts';
import { CASE_REGISTERS } from '../../src/registers/case-registers.ts';
import { DESKTOP, openPage, overflowOf, PHONE, violations } from '../browser/support.ts';
import { TestDesk } from '../support/desk.ts';

/** Where to keep pictures of the page; nowhere, when it is not set. */
const SHOTS = process.env.SHOTS;
const MEMBERS = Array.from({ length: 30 }, (_, i) => ({
  name: i === 0 ? '@Ann <b>Bold</b>' : `Member ${i + 1}`,
  email: `member${i + 1}@example.org`,
}));
/** Thursday of the next week. */
const PUBLISHED = '2026-01-22';
const BUDGET = 12;

const seeded = (seed: number) => {
  const chance = new Random(new Store(), seed);
  return () => chance.next();
};
const wish = (changes: Partial<Wish> = {}): Wish => ({
  days: 20,
  habit: 'quick',
  random: seeded(1),
  publish: { on: PUBLISHED, change: 'Material' },
  ...changes,
});

const OFTEN = 'everyTenMinutes';
const DAY = 86_400_000;
/** Without ids, and with the day in place of each time: where a run is left out, later ones begin some seconds earlier. */
const daysOnly = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => !/ID$|Reference/.test(column))
      .map(([column, value]) => [column, String(value).replace(/[T ]\d\d:\d\d:\d\d/, '')]),
  );

/** What stands in the registers at the end, as above. */
const registers = () =>
  (['Members', 'Mail log', 'Follow-up', 'Problems', 'Acceptances'] as const).map((tab) =>
    desk.register(tab).map((row) => daysOnly(row)),
  );
const runsOf = (handler: string) =>
  desk.workspace.executions().filter(({ functionName }) => functionName === handler).length;

let desk: TestDesk;
let folder: string;
let ends: DayEnd[];
let figures: Figures;
let connections = 0;

beforeAll(async () => {
  desk = new TestDesk(MEMBERS);
  desk.set('Mails a day at most', String(BUDGET + 5));
  desk.set('Mails a day kept free for safety reports', '5');
  desk.set('Notices of acceptances', 'Daily digest');
  desk.save();
  folder = join(mkdtempSync(join(tmpdir(), 'rehearsal-')), 'new');
  const watch = jest.spyOn(Socket.prototype, 'connect').mockImplementation(() => {
    connections++;
    throw new Error('A rehearsal connects to nothing');
  });
  ends = rehearse(desk, wish());
  figures = figuresOf(desk, ends, wish().publish);
  await writeDown(folder, { figures, habit: 'quick', publish: wish().publish }, true);
  watch.mockRestore();
}, 240_000);
afterAll(() => {
  rmSync(join(folder, '..'), { recursive: true, force: true });
  desk?.workspace.close();
});

const page = () => readFileSync(join(folder, PAGE), 'utf8');
const table = (name: string): Record<string, string>[] =>
  parse(readFileSync(join(folder, name), 'utf8'), { columns: true, bom: true });
const sum = (rows: Record<string, string>[], column: string) =>
  rows.reduce((all, row) => all + Number(row[column]), 0);

describe('what it says', () => {
  it('counts the mails that the Mail log and the mailbox have', () => {
    const asking = desk
      .register('Mail log')
      .filter(
        ({ Kind, State }) => /^(Invitation|New version|Reminder)$/.test(String(Kind)) && State === 'Sent',
      );
    const days = table('days.csv');
    expect(days).toHaveLength(20);
    expect(asking.length).toBeGreaterThan(50);
    expect(sum(days, 'Asking members')).toBe(asking.length);
    expect(table('asked.csv')).toHaveLength(asking.length);
    expect(sum(days, 'Mails')).toBe(desk.sent().length);
    expect(page()).toContain(`${desk.sent().length} mails will leave on`);
  });

  it('ends where the roster ends', () => {
    const accepted = desk.register('Members').filter(({ Standing }) => Standing === 'Current').length;
    const last = table('days.csv').at(-1);
    expect(last?.['Accepted the Code in force']).toBe(String(accepted));
    expect(last?.Current).toBe(String(accepted));
    expect(page()).toContain(`Of the 30 members who are asked, ${accepted} (`);
  });

  it('asks everybody about a material change, on as many days as the budget makes it', () => {
    const first = desk
      .register('Mail log')
      .filter(
        ({ Reference, Kind }) => Reference === PUBLISHED && /^(Invitation|New version)$/.test(String(Kind)),
      );
    expect(figures.askedAnew).toHaveLength(30);
    expect(new Set(first.map(({ 'Member ID': id }) => id)).size).toBe(30);
    expect(figures.budget).toBe(BUDGET);
    expect(Math.max(...figures.days.map(({ asking }) => asking))).toBeLessThanOrEqual(BUDGET);
    const days = new Set(first.map(({ Sent }) => String(Sent).slice(0, 10)));
    expect(days.size).toBeGreaterThan(2);
    expect(page()).toContain('30 members will be asked to accept the changed Code: on ');
    expect(page()).toContain('What happens if we publish on Thursday, January 22, 2026?');
  });

  it('has what staff have to do', () => {
    const rows = [...desk.register('Follow-up'), ...desk.register('Problems')];
    const inside = rows.filter(({ Since, When }) => String(Since ?? When) > '2026-01-13');
    expect(table('to-do.csv')).toHaveLength(inside.length);
  });

  it('takes the day on which she first accepted what was published, not that of a renewal', () => {
    const early = figures.members.find(({ firstAccepted }) => firstAccepted !== null);
    const { Email = '', Name = '' } =
      desk.register('Members').find((row) => row['Member ID'] === early?.id) ?? {};
    const person = { email: String(Email), name: String(Name) };
    desk.answer(desk.linkOf(person.email), person);
    desk.workspace.settle();
    const today = new Date(desk.workspace.now()).toISOString().slice(0, 10);
    const longer = [...ends, { ...(ends.at(-1) as DayEnd), day: today }];
    const after = figuresOf(desk, longer, wish().publish).members.find(({ id }) => id === early?.id);
    expect(after?.answered?.day).toBe(today);
    expect(after?.firstAccepted).toBe(early?.firstAccepted);
    expect(today > String(early?.firstAccepted)).toBe(true);
  });

  it('never writes a formula into a table, nor markup of a name into the page', () => {
    const [first] = table('asked.csv').filter(({ Name }) => /Ann/.test(String(Name)));
    expect(first?.Name).toBe("'@Ann <b>Bold</b>");
    expect(page()).not.toContain('<b>Bold');
  });
});

describe('what it leaves alone', () => {
  it('connects to nothing, and the page loads nothing', () => {
    expect(connections).toBe(0);
    expect(page()).not.toMatch(/(?:src|href)="(?!#)/);
  });

  it('keeps its files to their owner, and writes over none', async () => {
    expect(readdirSync(folder).sort()).toEqual(['asked.csv', 'days.csv', PAGE, 'to-do.csv'].sort());
    expect(statSync(join(folder, PAGE)).mode & 0o077).toBe(0);
    await expect(writeDown(folder, { figures, habit: 'quick' }, true)).rejects.toThrow(/is there already/);
  });

  it('leaves names out when asked to', async () => {
    const nameless = join(folder, '..', 'nameless');
    await writeDown(nameless, { figures, habit: 'quick' }, false);
    const text = readdirSync(nameless)
      .map((name) => readFileSync(join(nameless, name), 'utf8'))
      .join('');
    expect(text).not.toMatch(/Member 7\b|member7@/);
    expect(text).toContain('M-0007');
    expect(text).toContain('This page names nobody');
    expect(text).not.toMatch(/names members|personal data/);
    expect(page()).toContain('It names members');
  });
});

it('is the same again with the same seed', () => {
  const once = () => {
    desk.reset();
    return rehearse(
      desk,
      wish({ days: 1, random: seeded(5), publish: { on: '2026-01-13', change: 'Editorial' } }),
    );
  };
  expect(once()).toEqual(once());
  expect(desk.register('Code versions').at(-1)?.Change).toBe('Editorial');
});

it('spares the runs of every ten minutes only where they find nothing, and shares realms where it makes no difference', () => {
  const lived = (sharesRealms: boolean, advance: (moment: number) => void) => {
    desk.reset();
    desk.workspace.runner.keepsRealms = sharesRealms;
    advance(desk.workspace.now() + 8 * 3_600_000);
    return {
      members: desk.register('Members'),
      mails: desk.register('Mail log').map(({ Kind, To, State }) => ({ Kind, To, State })),
      runs: desk.workspace.executions().length,
    };
  };
  const whole = lived(false, (moment) => void desk.workspace.advanceTo(moment));
  const spared = lived(true, (moment) => new RehearsalClock(desk).advanceTo(moment));
  expect({ ...spared, runs: 0 }).toEqual({ ...whole, runs: 0 });
  expect(spared.runs).toBeLessThan(whole.runs / 3);
});

it('notes the run of every ten minutes where nothing has changed, and leaves what the run itself would leave', () => {
  const lived = (advance: (clock: RehearsalClock, moment: number) => void) => {
    desk.reset();
    desk.workspace.runner.keepsRealms = true;
    const clock = new RehearsalClock(desk);
    const begin = desk.workspace.now();
    clock.advanceTo(begin + 4 * DAY);
    const before = runsOf(OFTEN);
    advance(clock, begin + 5 * DAY);
    const noted = desk.register('State').find(({ Name }) => Name === 'Ran: ten minutes');
    return { rows: registers(), noted: daysOnly(noted ?? {}), runs: runsOf(OFTEN) - before };
  };
  const real = lived((_, moment) => void desk.workspace.advanceTo(moment));
  const spared = lived((clock, moment) => clock.advanceTo(moment));
  expect({ ...spared, runs: 0 }).toEqual({ ...real, runs: 0 });
  expect([real.runs, spared.runs]).toEqual([36, 0]);
}, 120_000);

it('leaves out nights after which the morning does the same, and lives one of fourteen through', () => {
  const lived = (before: () => void) => {
    desk.reset();
    desk.workspace.runner.keepsRealms = true;
    desk.invite();
    const clock = new RehearsalClock(desk);
    sendUnasked(desk, 'report', entriesOf(desk, 'members')[3] as Member);
    clock.takeUp();
    for (let day = 0; day < 16; day++) {
      before();
      clock.advanceTo(desk.workspace.now() + DAY);
    }
    const cases = Object.values(CASE_REGISTERS)
      .map(({ tab }) => tab)
      .filter((tab) => !['Mail log', 'State', 'Audit trail'].includes(tab))
      .map((tab) =>
        desk.grid(tab, desk.casesId).map((row) => row.map((cell) => cell.replace(/ \d\d:\d\d:\d\d/g, ''))),
      );
    return { rows: [...registers(), ...cases], nights: [runsOf('everyNight'), runsOf('casesEveryNight')] };
  };
  const somebodyTypes = () => {
    desk.set('Mails a day at most', String(BUDGET + 5));
    const { sheets, owner } = desk.workspace;
    sheets.userEdit(owner, desk.casesId, CASE_TAB.Settings, 0, 0, [['Setting']]);
    desk.workspace.settle();
  };
  const whole = lived(somebodyTypes);
  const spared = lived(() => {});
  expect(spared.rows).toEqual(whole.rows);
  expect([whole.nights, spared.nights]).toEqual([
    [16, 16],
    [2, 2],
  ]);
}, 120_000);

it('publishes a version that waits for its day, where nothing else happens', () => {
  desk.reset();
  const clock = new RehearsalClock(desk);
  const liveOn = (days: number) => clock.advanceTo(desk.workspace.now() + days * DAY);
  const status = () =>
    entriesOf(desk, 'codeVersions').find(({ version }) => version === '2026-02-20')?.status;
  liveOn(30);
  const { docs, owner } = desk.workspace;
  const { codeDocument } = settingsOf(desk);
  const changed = docs.text(codeDocument).replace(/^Last Update.*/im, 'Last Update: 2/20/2026');
  docs.userEdit(owner, codeDocument, changed.trimEnd());
  // Some night sees the document.
  for (let night = 0; night < 14 && !status(); night++) liveOn(1);
  expect(status()).toBe('Waiting');
  liveOn(2);
  expect(status()).toBe('Active');
});

describe('wishes', () => {
  const usual = { days: 365, answers: 'usual', seed: 1, change: 'material' };
  const refusal = (changes: object) => {
    try {
      readWishes({ ...usual, ...changes }, '2026-12-01');
      return '';
    } catch (error) {
      return String(error);
    }
  };

  it('are read', () => {
    expect(readWishes({ ...usual, publish: '2026-12-07' }, '2026-12-01').publish).toEqual({
      on: '2026-12-07',
      change: 'Material',
    });
  });

  it.each([
    [{ days: 'many' }, /whole number from 1 to 366 after --days/],
    [{ answers: 'never' }, /usual, quick, slow, none/],
    [{ publish: 'Monday' }, /as in 2026-12-07/],
    [{ publish: '2026-11-30' }, /outside of this rehearsal/],
    [{ code: '/nowhere/code.txt' }, /There is no file/],
    [{ change: 'big' }, /material, editorial/],
  ])('%j are refused in plain words', (changes, words) => {
    expect(refusal(changes)).toMatch(words);
  });
});

describe('in a browser', () => {
  it.each([
    ['a desk', DESKTOP, 'light'],
    ['a phone', PHONE, 'dark'],
  ] as const)(
    'is good on %s, %s %s',
    async (where, options, colorScheme) => {
      const { page, problems } = await openPage({ ...options, colorScheme });
      await page.goto(pathToFileURL(join(folder, PAGE)).href);
      await page.locator('.chart canvas').nth(2).waitFor();
      await page.locator('details.list').evaluateAll((all) => {
        for (const one of all) (one as HTMLDetailsElement).open = true;
      });
      if (SHOTS)
        await page.screenshot({
          path: join(SHOTS, `rehearsal-${where.slice(2)}-${colorScheme}.png`),
          fullPage: true,
        });
      expect(await violations(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
      expect(problems).toEqual([]);
      await page.context().close();
    },
    60_000,
  );
});
