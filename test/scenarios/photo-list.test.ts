// The no-photo list follows the requests, holds nothing but names and what to mind, and never stops other work.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Pictures } from '../../scripts/desk/pictures.ts';
import { ANNA, BEA, CARA, type Person, TestDesk } from '../support/desk.ts';

const STAFF = 'rosa@example.org';
const NAMELESS: Person = { name: '', email: 'nameless@example.org' };
const OPT_OUTS = 111;

let desk: TestDesk;
beforeAll(() => {
  desk = new TestDesk([ANNA, BEA, CARA, NAMELESS]);
  desk.save();
});
beforeEach(() => desk.reset());
afterAll(() => desk.workspace.close());

const listId = () => String(desk.ask('readPhotographersList').list).split('/d/')[1]?.split('/')[0] ?? '';
const list = (id = listId()) => desk.grid('No-photo list', id);
/** What stands below the heading, as `name: what to mind`. */
const minded = () =>
  list()
    .slice(3)
    .map((row) => row.join(': '));

let typed = 0;
/** Staff type a request into Opt-outs; the run of the next ten minutes follows. */
function ask(request: Record<string, string>): void {
  const header = desk.grid('Opt-outs')[0] ?? [];
  const row = desk.grid('Opt-outs').length;
  const number = `O-${String(++typed).padStart(6, '0')}`;
  const whole: Record<string, string> = {
    'Opt-out ID': number,
    Received: '2026-01-12 10:00:00',
    Kind: 'No future pictures',
    'For whom': 'Herself',
    Scope: 'Everything',
    'In her words': 'I do not feel safe: my former husband looks for me.',
    Status: 'In force',
    ...request,
  };
  const cells = header.map((name) => whole[name] ?? '');
  desk.workspace.sheets.userEdit(desk.workspace.owner, desk.registersId, OPT_OUTS, row, 0, [cells]);
  desk.workspace.settle();
  desk.minutes(10);
}
const byAnna = { 'Member ID': 'M-0001', Name: ANNA.name, Email: ANNA.email };
/** But for what typing into Opt-outs by hand brings. */
const problems = () =>
  desk.openProblems().filter((what) => !what.startsWith('Somebody changed “Opt-outs” by hand'));
const writes = () =>
  desk.workspace
    .executions()
    .flatMap(({ calls }) => calls)
    .filter(({ method }) => method === 'Sheets.Spreadsheets.batchUpdate').length;

it('is there after Set up, says that nobody is on it, and is guarded with a warning', () => {
  expect(list()).toEqual([
    [expect.stringContaining('These people must not be in pictures')],
    ['Last change: January 12, 2026'],
    ['Name', 'What to mind'],
    ['Nobody is on this list at the moment.'],
  ]);
  const [tab, ...more] = desk.workspace.sheets.book(listId()).record.sheets;
  expect(more).toEqual([]);
  expect(tab?.protectedRanges).toMatchObject([{ warningOnly: true }]);
  expect(desk.openProblems()).toEqual([]);
});

it('what somebody typed into it is gone after the night, but it is written once a day at most', () => {
  ask(byAnna);
  const { sheets, owner } = desk.workspace;
  sheets.userEdit(owner, listId(), 0, 3, 0, [['Nobody at all']]);
  desk.nextDay();
  expect(minded()).toEqual(['Anna Ito: No pictures']);
  expect(list()[1]).toEqual(['Last change: January 12, 2026']);
  sheets.userEdit(owner, listId(), 0, 3, 0, [['Nobody at all']]);
  desk.workspace.run('everyNight');
  expect(minded()).toEqual(['Nobody at all: No pictures']);
});

it('twenty requests of strangers stand on it, and how to ask for more', () => {
  for (let number = 1; number <= 22; number++)
    ask({ Name: `Stranger ${String.fromCharCode(64 + number)}`, Status: 'To match' });
  expect(minded()).toHaveLength(21);
  expect(minded().at(-1)).toBe('… and more: please ask the program');
});

describe('follows', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['no pictures of her', byAnna, ['Anna Ito: No pictures']],
    [
      'the internet only',
      { ...byAnna, Scope: 'Internet and social media' },
      ['Anna Ito: Pictures, but not on the internet or social media'],
    ],
    [
      'her children',
      { ...byAnna, 'For whom': 'Children or family', 'Family members': 'Leo\nMia Ito' },
      ['Leo (family of Anna Ito): No pictures', 'Mia Ito (family of Anna Ito): No pictures'],
    ],
    [
      'family without a name',
      { ...byAnna, 'For whom': 'Children or family' },
      ['Child or family of Anna Ito: No pictures'],
    ],
    [
      'a request that nobody has matched',
      { Name: 'Nora Neu', Email: 'nora@example.org', Status: 'To match' },
      ['Nora Neu: No pictures'],
    ],
    [
      'a stranger without a name',
      { Email: 'nora@example.org', Status: 'To match' },
      ['Somebody whose name we do not know yet. Please ask the program.: No pictures'],
    ],
    [
      'a stranger whose name is her address',
      { Name: 'nora@example.org', Email: 'nora@example.org', Status: 'To match' },
      ['Somebody whose name we do not know yet. Please ask the program.: No pictures'],
    ],
    [
      'a member without a name, with family',
      { 'Member ID': 'M-0004', 'For whom': 'Herself and family', 'Family members': 'Kai' },
      ['Somebody whose name we do not know yet. Please ask the program.: No pictures', 'Kai: No pictures'],
    ],
    [
      'a name that would be a formula',
      { Name: '\'=HYPERLINK("https://evil.example")', Status: 'To match' },
      ['Somebody whose name we do not know yet. Please ask the program.: No pictures'],
    ],
    [
      'a stranger who would write to others, and names others',
      {
        Name: 'www.evil.example/x call 555-0100 (314) 555 0199 Nora evil.example B.Stein',
        Status: 'To match',
        'For whom': 'Herself and family',
        'Family members': 'Everybody',
      },
      ['call Nora B.Stein: No pictures'],
    ],
    [
      'the children of a stranger',
      {
        Name: 'Nora Neu',
        Status: 'To match',
        'For whom': 'Children or family',
        'Family members': 'www.evil.example',
      },
      ['Child or family of Nora Neu: No pictures'],
    ],
    [
      'earlier pictures only: nothing for a photographer',
      { ...byAnna, Kind: 'Withdraw pictures already made' },
      ['Nobody is on this list at the moment.'],
    ],
    ['what is taken back', { ...byAnna, Status: 'Taken back' }, ['Nobody is on this list at the moment.']],
  ])('%s', (_, request, expected) => {
    ask(request);
    expect(minded()).toEqual(expected);
    expect(desk.workspace.sheets.book(listId()).record.sheets[0]?.formulas).toBe(false);
  });

  it('what a member asks in the form, within ten minutes, until she takes it back', () => {
    const pictures = new Pictures(desk);
    pictures.ask(pictures.own(ANNA), ANNA, { whom: 'Herself and family', family: 'Leo' });
    desk.minutes(10);
    expect(minded()).toEqual(['Anna Ito: No pictures', 'Leo (family of Anna Ito): No pictures']);
    pictures.ask(pictures.link, { name: 'Nora Neu', email: 'nora@example.org' });
    desk.minutes(10);
    expect(minded()).toContain('Nora Neu: No pictures');
    const takeBack = { kind: 'Take back an opt-out', whom: 'Herself and family', family: 'Leo' } as const;
    pictures.ask(pictures.own(ANNA), ANNA, takeBack);
    desk.minutes(10);
    expect(minded()).toEqual(['Nora Neu: No pictures']);
    expect(desk.openProblems().filter((what) => !what.includes('cannot tell'))).toEqual([]);
  });

  it('what staff write on the roster, at once', () => {
    desk.type('Members', desk.rowOf(BEA), 'Images', [['Limited']]);
    desk.workspace.settle();
    expect(minded()).toEqual(['Béa Cruz: Please ask first']);
  });

  it('a request whose day comes by night, with the day of the change', () => {
    ask({ ...byAnna, Effective: '2026-01-14' });
    expect(minded()).toEqual(['Nobody is on this list at the moment.']);
    desk.nextDay();
    expect(minded()).toEqual(['Nobody is on this list at the moment.']);
    desk.nextDay();
    expect(minded()).toEqual(['Anna Ito: No pictures']);
    expect(list()[1]).toEqual(['Last change: January 14, 2026']);
  });

  it('the end of a request, and forgets her name', () => {
    ask(byAnna);
    ask({ Name: 'Zoe Zett', Status: 'To match' });
    expect(minded()).toEqual(['Anna Ito: No pictures', 'Zoe Zett: No pictures']);
    const rows = desk.grid('Opt-outs');
    const column = rows[0]?.indexOf('Status') ?? 0;
    desk.workspace.sheets.userEdit(desk.workspace.owner, desk.registersId, OPT_OUTS, 1, column, [
      ['Taken back'],
    ]);
    desk.minutes(10);
    expect(minded()).toEqual(['Zoe Zett: No pictures']);
  });
});

it('holds no address, no number, no reason', () => {
  ask({ ...byAnna, 'For whom': 'Herself and family', 'Family members': 'Leo' });
  ask({ Email: 'nora@example.org', Status: 'To match', Name: 'Nora Neu' });
  ask({ 'Member ID': 'M-0004', Email: NAMELESS.email });
  const cells = JSON.stringify(list());
  expect(cells).toContain('Leo (family of Anna Ito)');
  expect(cells).not.toMatch(/@|[MO]-\d|husband|feel safe|In force|To match/);
});

it('costs nothing while it stays as it is', () => {
  ask(byAnna);
  const before = writes();
  desk.minutes(60);
  expect(writes()).toBe(before);
});

describe('when it is lost', () => {
  const lose = () => desk.workspace.files.update(listId(), { trashed: true });
  const LOST = 'The spreadsheet “No-photo list” cannot be written. It may be in the trash.';

  it('staff are told once, everything else goes on, and “Set up or repair” makes a new one', () => {
    const old = listId();
    lose();
    ask(byAnna);
    desk.minutes(30);
    expect(problems()).toEqual([LOST]);
    desk.invite();
    desk.minutes(11);
    expect(desk.subjects(ANNA.email).at(-1)).toMatch(/^Please read and accept our Code of Conduct/);
    expect(desk.repair()).toContain(
      'The spreadsheet “No-photo list” was made. Everybody who works in the Registers can open and share it.',
    );
    expect(listId()).not.toBe(old);
    expect(minded()).toEqual(['Anna Ito: No pictures']);
    expect(problems()).toEqual([]);
  });

  it('and is taken out of the bin, it is brought up to date', () => {
    const old = listId();
    lose();
    ask(byAnna);
    desk.workspace.files.update(old, { trashed: false });
    desk.minutes(10);
    expect(minded()).toEqual(['Anna Ito: No pictures']);
    expect(problems()).toEqual([]);
  });

  it('its tab alone, “Set up or repair” makes the tab in the same spreadsheet', () => {
    const old = listId();
    const { sheets, owner } = desk.workspace;
    sheets.userAddSheet(owner, old, 'Mine');
    sheets.userDeleteSheet(owner, old, 0);
    ask(byAnna);
    expect(problems()).toEqual([LOST]);
    desk.repair();
    expect(listId()).toBe(old);
    expect(minded()).toEqual(['Anna Ito: No pictures']);
  });
});

it('what somebody types into it goes away with “Set up or repair”, and the day of the change stays', () => {
  ask(byAnna);
  desk.nextDay();
  desk.workspace.sheets.userEdit(desk.workspace.owner, listId(), 0, 3, 0, [['Nobody at all']]);
  desk.repair();
  expect(minded()).toEqual(['Anna Ito: No pictures']);
  expect(list()[1]).toEqual(['Last change: January 12, 2026']);
});

it('opens for those who work in the Registers, and stays closed for all others', () => {
  const may = (email: string) => desk.workspace.files.may({ email }, listId(), 'write');
  expect(may(STAFF)).toBe(false);
  desk.workspace.files.update(desk.registersId, { editors: [STAFF] });
  desk.repair();
  expect(may(STAFF)).toBe(true);
  expect(may('eve@example.org')).toBe(false);
});

it('a run that dies between the registers and the list leaves it to the next one', () => {
  const { runner } = desk.workspace;
  const id = listId();
  const hook = {
    after(call: { method: string }, execution: { kill(): void }) {
      if (call.method === 'Drive.Files.get') execution.kill();
    },
  };
  runner.hooks.add(hook);
  ask(byAnna);
  runner.hooks.delete(hook);
  expect(list(id)[3]).toEqual(['Nobody is on this list at the moment.']);
  desk.minutes(10);
  expect(minded()).toEqual(['Anna Ito: No pictures']);
  expect(problems()).toEqual([]);
});
