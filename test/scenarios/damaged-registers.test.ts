// What staff can break in the spreadsheet: they are told in plain words, and after the repair all answers are in.

import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { firstBrokenLine } from '../../scripts/desk/reading.ts';
import { ANNA, BEA, CARA, CONTACT, TAB, type Tab, TestDesk } from '../support/desk.ts';

let desk: TestDesk;

beforeAll(() => {
  desk = new TestDesk();
  desk.invite();
  desk.save();
});
beforeEach(() => desk.reset());
afterEach(() => {
  expect(desk.recipients().filter((to) => !/^(anna|bea|cara)@example|^contact@/.test(to))).toEqual([]);
  expect(firstBrokenLine(desk.register('Audit trail'))).toBe(0);
});

const people = [ANNA, BEA, CARA];
const columnOf = (tab: Tab, header: string) => desk.grid(tab)[0]?.indexOf(header) ?? -1;

/** All three answer; what the runs say is what staff would read in Google's own report. */
function allAnswer(): string[] {
  for (const person of people) desk.answer(desk.linkOf(person.email), person);
  return desk.workspace.settle().map(({ error }) => error ?? '');
}

/** All three are in the register once, are current, and were told once. */
function expectAllIn(): void {
  desk.minutes(21);
  expect(desk.register('Acceptances').map((row) => row['Member ID'])).toEqual(['M-0001', 'M-0002', 'M-0003']);
  for (const person of people) {
    expect(desk.member(person)).toMatchObject({ Standing: 'Current', 'Next due': '2027-01-12' });
    const thanks = desk.subjects(person.email).filter((subject) => subject.startsWith('Thank you'));
    expect(thanks).toHaveLength(1);
  }
  expect(desk.subjects(CONTACT).filter((subject) => subject.startsWith('Accepted'))).toHaveLength(3);
  expect(desk.openProblems()).toEqual([]);
}

describe('a heading', () => {
  it.each([
    ['Members', 'Email', 'Email address'],
    ['Acceptances', 'Response ID', 'Id'],
    ['Mail log', 'State', 'Status'],
    ['Settings', 'Value', ''],
  ] as const)(
    'renamed (%s: %s): nothing is done, staff are told, repair brings all in',
    (tab, header, other) => {
      const column = columnOf(tab, header);
      desk.type(tab, 1, header, [[other]]);
      desk.workspace.settle();
      expect(allAnswer().every((error) => error.includes(`“${header}”`))).toBe(true);
      expect(desk.openProblems()).toEqual([`In the tab “${tab}”, the system cannot find: “${header}”.`]);
      expect(desk.register('Problems').pop()?.['What to do']).toMatch(/Set up or repair.*Nothing is lost/);
      expect(desk.grid('Acceptances')).toHaveLength(1);
      expect(desk.repair().join(' ')).toContain(`${tab}: ${header}`);
      expect(desk.grid(tab)[0]?.[column]).toBe(header);
      expectAllIn();
    },
  );

  it('renamed, and staff write it back themselves: the next run goes on', () => {
    desk.type('Members', 1, 'Email', [['Email']]);
    desk.workspace.settle();
    allAnswer();
    desk.workspace.sheets.userEdit(desk.workspace.owner, desk.registersId, TAB.Members, 0, 2, [['Email']]);
    desk.workspace.settle();
    expectAllIn();
  });

  it('moved, with a column of their own beside it: nobody notices anything', () => {
    desk.workspace.sheets.userMoveColumn(desk.workspace.owner, desk.registersId, TAB.Members, 2, 9);
    desk.workspace.sheets.userInsertColumns(desk.workspace.owner, desk.registersId, TAB.Members, 1);
    desk.workspace.sheets.userEdit(desk.workspace.owner, desk.registersId, TAB.Members, 0, 1, [['Phone']]);
    desk.workspace.sheets.userEdit(desk.workspace.owner, desk.registersId, TAB.Members, 1, 1, [
      ['314 555 01'],
    ]);
    expect(allAnswer()).toEqual(expect.not.arrayContaining([expect.stringMatching(/./)]));
    expectAllIn();
    expect(desk.member(ANNA).Phone).toBe('314 555 01');
  });

  it('deleted with its column: told, and put back at the end', () => {
    const at = columnOf('Members', 'Joined');
    desk.workspace.sheets.userDeleteColumns(desk.workspace.owner, desk.registersId, TAB.Members, at);
    allAnswer();
    expect(desk.openProblems()).toEqual(['In the tab “Members”, the system cannot find: “Joined”.']);
    desk.repair();
    expect(desk.grid('Members')[0]?.pop()).toBe('Joined');
    expectAllIn();
  });

  it('all gone with the first row: a new first row goes above the data', () => {
    desk.workspace.sheets.userDeleteRows(desk.workspace.owner, desk.registersId, TAB.Members, 0);
    allAnswer();
    expect(desk.openProblems()[0]).toMatch(/“Members”, the system cannot find: “Member ID”, “Name”/);
    desk.repair();
    expectAllIn();
  });
});

describe('a tab', () => {
  it.each(['Settings', 'Code versions', 'State', 'Mail log'] as const)(
    '%s deleted: staff are told, and after repair all answers are in',
    (tab) => {
      desk.workspace.sheets.userDeleteSheet(desk.workspace.owner, desk.registersId, TAB[tab]);
      expect(allAnswer().every((error) => error.includes(`The tab “${tab}” is missing`))).toBe(true);
      expect(desk.openProblems()).toEqual([`The tab “${tab}” is missing or has another name.`]);
      desk.repair();
      desk.minutes(21);
      expect(desk.register('Acceptances').map((row) => row['Member ID'])).toEqual([
        'M-0001',
        'M-0002',
        'M-0003',
      ]);
      for (const person of people) {
        const thanks = desk.subjects(person.email).filter((subject) => subject.startsWith('Thank you'));
        expect(thanks).toHaveLength(1);
      }
    },
  );

  it('Audit trail deleted: the new one goes on with the next number, so that the gap shows', () => {
    const before = desk.register('Audit trail').length;
    desk.workspace.sheets.userDeleteSheet(desk.workspace.owner, desk.registersId, TAB['Audit trail']);
    allAnswer();
    desk.repair();
    expectAllIn();
    const trail = desk.register('Audit trail');
    expect(trail[0]?.Line).toBe(String(before + 1));
    expect(firstBrokenLine(trail)).toBe(1);
    desk.reset();
  });

  it('Problems deleted too: Google’s own report of the failed run has the words', () => {
    desk.workspace.sheets.userDeleteSheet(desk.workspace.owner, desk.registersId, TAB.Problems);
    expect(allAnswer()[0]).toMatch(/The tab “Problems” is missing.*Set up or repair/);
    desk.repair();
    expectAllIn();
  });

  it('renamed: it gets its name back, with everything in it', () => {
    desk.workspace.sheets.userRenameSheet(desk.workspace.owner, desk.registersId, TAB.Members, 'Ladies');
    allAnswer();
    expect(desk.repair()).toContain('Tabs that got their name back: Members.');
    expectAllIn();
  });

  it('State deleted: numbers go on where they were, and the trail goes on from its last line', () => {
    desk.answerByLink(ANNA);
    desk.workspace.sheets.userDeleteSheet(desk.workspace.owner, desk.registersId, TAB.State);
    desk.repair();
    desk.answerByLink(BEA);
    expect(desk.register('Acceptances').map((row) => row['Acceptance ID'])).toEqual(['A-000001', 'A-000002']);
    const numbers = desk.register('Mail log').map((row) => row['Mail ID']);
    expect(new Set(numbers).size).toBe(7);
  });
});

describe('a setting that makes no sense', () => {
  it('is told once beside it and in Problems; meanwhile the last good value holds', () => {
    desk.set('Months until an acceptance is due again', '9');
    desk.set('Months until an acceptance is due again', 'a year or so');
    desk.set('Contact address', 'the office');
    allAnswer();
    desk.nextDay();
    const setting = desk.register('Settings').find(({ Setting }) => /^Months/.test(Setting ?? ''));
    expect(setting).toMatchObject({
      Value: 'a year or so',
      Problem: 'Please write a whole number from 1 to 120. Until then the last good value holds: “9”.',
    });
    expect(desk.openProblems()).toEqual([
      'The setting “Months until an acceptance is due again” is “a year or so”, which does not make sense here.',
      'The setting “Contact address” is “the office”, which does not make sense here.',
    ]);
    expect(desk.member(ANNA)['Next due']).toBe('2026-10-12');
    expect(desk.subjects(CONTACT).filter((subject) => subject.startsWith('Accepted'))).toHaveLength(3);
    desk.set('Months until an acceptance is due again', 'ten');
    expect(desk.openProblems()[1]).toMatch(/is “ten”/);
    expect(desk.openProblems()).toHaveLength(2);

    desk.set('Months until an acceptance is due again', '6');
    desk.set('Contact address', '');
    desk.nextDay();
    expect(desk.register('Settings').filter(({ Problem }) => Problem)).toEqual([]);
    expect(desk.openProblems()).toEqual([]);
    expect(desk.member(ANNA)['Next due']).toBe('2026-07-12');
  });
});

describe('a row of the roster', () => {
  it('without an id gets one by itself, also between others, and can answer', () => {
    desk.workspace.sheets.userInsertRows(desk.workspace.owner, desk.registersId, TAB.Members, 2);
    desk.type('Members', 3, 'Name', [['Dana Evans', 'dana@example.org', 'Mentee']]);
    desk.workspace.settle();
    expect(desk.member({ email: 'dana@example.org' })).toMatchObject({
      'Member ID': 'M-0004',
      Status: 'Active',
      Standing: 'Never accepted',
      Images: 'Allowed',
    });
    allAnswer();
    expectAllIn();
  });

  it('without an id, pasted so that no trigger came: the next drain gives it one', () => {
    const [trigger] = desk.workspace.triggers.all().filter(({ handler }) => handler === 'staffEdited');
    desk.workspace.triggers.setDisabled(trigger?.id ?? '', true);
    desk.type('Members', 5, 'Name', [['Dana Evans', 'dana@example.org', 'Mentee']]);
    desk.answerByLink(ANNA);
    expect(desk.member({ email: 'dana@example.org' })['Member ID']).toBe('M-0004');
  });

  it('with an address that cannot be: staff are told, and nobody gets her mail', () => {
    desk.type('Members', desk.rowOf(CARA), 'Email', [['cara at example.org']]);
    desk.workspace.settle();
    desk.answer(desk.linkOf(CARA.email), { ...CARA, email: 'cara@example.org' });
    desk.workspace.settle();
    expect(desk.register('Acceptances')).toMatchObject([
      { 'Member ID': '', Answer: 'Accepted', Remark: expect.stringContaining('not hers any more') },
    ]);
    expect(desk.register('Mail log').slice(3)).toMatchObject([{ Kind: 'Personal link', State: 'Failed' }]);
    expect(desk.openProblems()).toEqual([
      'Member M-0003 (Cara Diallo) has no address that a mail can be sent to.',
    ]);
    expect(desk.subjects(CARA.email)).toHaveLength(1);
  });

  it('with a role and a date that nobody knows: told in the morning, the cells stay as typed', () => {
    desk.type('Members', desk.rowOf(BEA), 'Role', [['Boss', 'Actve', 'last spring']]);
    allAnswer();
    desk.nextDay();
    expect(desk.openProblems()).toEqual([
      'In Members, M-0002: “Boss” under “Role” cannot be understood.',
      'In Members, M-0002: “Actve” under “Status” cannot be understood.',
      'In Members, M-0002: “last spring” under “Joined” cannot be understood.',
    ]);
    expect(desk.member(BEA)).toMatchObject({ Role: 'Boss', Status: 'Actve', Joined: 'last spring' });
    expect(desk.register('Acceptances')).toHaveLength(3);
    desk.type('Members', desk.rowOf(BEA), 'Role', [['Mentee', 'Active', 'last summer']]);
    desk.nextDay();
    expect(desk.openProblems()).toEqual([
      'In Members, M-0002: “last summer” under “Joined” cannot be understood.',
    ]);
    desk.nextDay();
    const ofTheRoster = desk.register('Problems').filter(({ What }) => What?.startsWith('In Members'));
    expect(ofTheRoster).toHaveLength(4);
  });

  it('with the id of another: neither gets the other’s answer; staff are told', () => {
    desk.type('Members', desk.rowOf(BEA), 'Member ID', [['M-0001']]);
    desk.answer(desk.linkOf(ANNA.email), ANNA);
    desk.workspace.settle();
    expect(desk.register('Acceptances')).toMatchObject([{ 'Member ID': '', 'Confirmed by': 'Unconfirmed' }]);
    desk.nextDay();
    expect(desk.openProblems()).toContain('The Member ID M-0001 stands in more than one row of Members.');
  });
});
