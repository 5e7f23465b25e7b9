// A new version of the code: noticed, seen by staff, published, put into the form, asked for, answered.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { StoreSnapshot } from '../../scripts/local-workspace/kernel/store.ts';
import { Desk, OWNER, type Person } from './support-year.ts';

const ANNA = { name: 'Anna Ito', email: 'anna@example.org' };
const BEA = { name: 'Bea Cruz', email: 'bea@example.org' };
const CARA = { name: 'Cara Okafor', email: 'cara@example.org' };

let desk: Desk;
let asked: StoreSnapshot;
beforeAll(() => {
  desk = new Desk('2026-01-25T18:00:00Z');
  desk.addMembers([ANNA, BEA, CARA]);
  night();
  accept(ANNA);
  for (let day = 0; day < 7; day++) night();
  asked = desk.workspace.snapshot();
});
beforeEach(() => {
  desk.workspace.faults.clear();
  desk.workspace.restore(asked);
});
afterAll(() => desk.close());

function night(): void {
  desk.nextDay(2);
  desk.run('everyNight');
}

const newest = (person: Person) => desk.received(person.email).pop();

function accept(person: Person): void {
  const mails = desk.received(person.email).filter(({ link }) => link !== undefined);
  desk.answer(mails.pop()?.link ?? '', person);
}

const dated = (text: string, date: string) => text.replace(/Last Update: .*/, `Last Update: ${date}`);
const standing = (person: Person) => desk.member(person.email).Standing;
const versions = () => desk.rows('Code versions').map(({ Version, Status }) => `${Version} ${Status}`);
const problems = () => desk.rows('Problems').filter(({ Done }) => Done !== true);

it('begins with a document of its own, and one invitation to each', () => {
  expect(desk.codeText).toContain('Last Update: 6/04/25');
  expect(versions()).toEqual(['2025-06-04 Active']);
  expect(newest(BEA)?.subject).toMatch(/^Please read and accept our Code of Conduct by February 25, 2026/);
  expect(desk.count(BEA.email)).toBe(1);
  expect([ANNA, BEA].map(standing)).toEqual(['Current', 'Never accepted']);
});

it('notices a new date, waits for a day, publishes, and asks each for what is new to her', () => {
  desk.writeCode(dated(desk.codeText, '2/03/26').replace('no offensive language', 'no hurtful language'));
  desk.nextDay(2);
  desk.run('everyNight');
  expect(versions()).toEqual(['2025-06-04 Active', '2026-02-03 Waiting']);
  expect(newest({ name: '', email: OWNER })?.subject).toBe(
    'A new version of the Code of Conduct waits: February 3, 2026',
  );
  expect(desk.count(ANNA.email)).toBe(2);

  night();
  desk.run('everyTenMinutes');
  expect(versions()).toEqual(['2025-06-04 Retired', '2026-02-03 Active']);
  expect([ANNA, BEA].map(standing)).toEqual(['New version to accept', 'Never accepted']);
  const mail = newest(ANNA);
  expect(mail?.subject).toMatch(/^Our Code of Conduct has changed: please answer by March 6, 2026/);
  expect(mail?.text).toContain('no [taken out: offensive] [new: hurtful] language be used.');

  accept(ANNA);
  desk.run('everyTenMinutes');
  expect(standing(ANNA)).toBe('Current');
  expect(desk.member(ANNA.email)['Accepted version']).toBe('2026-02-03');
  expect(newest(ANNA)?.text).toContain('no hurtful language');
});

describe('what is no new version', () => {
  it.each<[string, (text: string) => string, RegExp]>([
    [
      'words changed under the old date',
      (text) => text.replace('no offensive', 'no hurtful'),
      /same\. .*\[taken out: offensive\] \[new: hurtful\]/,
    ],
    ['a date that goes back', (text) => dated(text, '6/04/24'), /older than the version/],
    ['a date in the future', (text) => dated(text, '6/04/30'), /lies in the future/],
    ['a date that cannot be read', (text) => dated(text, 'soon'), /no “Last Update” line/],
  ])('%s: a problem, told once, gone when put right', (_, edit, words) => {
    const before = desk.codeText;
    desk.writeCode(edit(before));
    night();
    night();
    expect(problems().map(({ What }) => String(What))).toEqual([expect.stringMatching(words)]);
    expect(versions()).toEqual(['2025-06-04 Active']);
    desk.writeCode(before);
    night();
    expect(problems()).toEqual([]);
  });

  it('a document that is gone: a problem, and the night goes on', () => {
    desk.set(
      'Settings',
      'Setting',
      'Code of Conduct document',
      'Value',
      'https://docs.google.com/document/d/aaaaaaaaaaaaaaaaaaaaaaaaaaaa/edit',
    );
    desk.addMembers([{ name: 'Dora Lee', email: 'dora@example.org' }]);
    night();
    expect(problems()).toHaveLength(1);
    expect(desk.count('dora@example.org')).toBe(1);
  });
});

describe('from the menu', () => {
  const change = () => desk.writeCode(dated(desk.codeText, '2/02/26').replace('no offensive', 'no hurtful'));
  type Rehearsal = {
    found: {
      version: string;
      count: number;
      days: number;
      changed: string[];
      previews: { name: string; text: string }[];
    };
  };

  it('rehearses first, and then publishes at once with a reason', () => {
    change();
    const { found } = desk.ask<Rehearsal>('readPublishing');
    expect(found).toMatchObject({ version: '2026-02-02', count: 3, days: 1 });
    expect(found.changed[0]).toContain('[taken out: offensive] [new: hurtful]');
    expect(found.previews.map(({ name }) => name).sort()).toEqual(['Anna Ito', 'Bea Cruz', 'Cara Okafor']);
    expect(desk.count(ANNA.email)).toBe(2);

    desk.ask('publishVersion', { version: '2026-02-02', editorial: false, why: 'Words can hurt.' });
    expect(versions()).toEqual(['2025-06-04 Retired', '2026-02-02 Active']);
    expect(newest(ANNA)).toBeDefined();
    desk.nextDay(6);
    desk.run('everyMorning');
    expect(newest(ANNA)?.text).toContain('Words can hurt.');
  });

  it('stops a version; it is not published by itself, but still can be', () => {
    change();
    night();
    desk.ask('stopVersion', { version: '2026-02-02', editorial: false, why: '' });
    night();
    night();
    expect(versions()).toEqual(['2025-06-04 Active', '2026-02-02 Draft']);
    desk.ask('publishVersion', { version: '2026-02-02', editorial: false, why: '' });
    expect(versions()).toEqual(['2025-06-04 Retired', '2026-02-02 Active']);
  });

  it('publishes an editorial version and asks nobody again', () => {
    change();
    desk.ask('readPublishing');
    desk.ask('publishVersion', { version: '2026-02-02', editorial: true, why: '' });
    for (let i = 0; i < 5; i++) night();
    expect(standing(ANNA)).toBe('Current');
    expect(desk.count(ANNA.email)).toBe(2);
    expect(desk.count(BEA.email)).toBe(1);
  });

  it('does not publish a version because the document took it back', () => {
    const before = desk.codeText;
    change();
    night();
    desk.writeCode(before);
    night();
    night();
    expect(versions()).toEqual(['2025-06-04 Active', '2026-02-02 Draft']);
  });

  it('lets a version wait again that the document took back and shows again', () => {
    const before = desk.codeText;
    change();
    const after = desk.codeText;
    desk.ask('carryOut', { action: 'lookAtCodeNow' });
    desk.writeCode(before);
    desk.ask('carryOut', { action: 'lookAtCodeNow' });
    expect(versions()).toEqual(['2025-06-04 Active', '2026-02-02 Draft']);
    desk.writeCode(after);
    night();
    expect(versions()).toEqual(['2025-06-04 Active', '2026-02-02 Waiting']);
    night();
    expect(versions()).toEqual(['2025-06-04 Retired', '2026-02-02 Active']);
    expect(problems()).toEqual([]);
  });

  it('tells that the document shows a version that staff stopped, until it is published or taken back', () => {
    const before = desk.codeText;
    change();
    night();
    desk.ask('stopVersion', { version: '2026-02-02', editorial: false, why: '' });
    const isTold = [expect.stringMatching(/^The document shows version 2026-02-02, which was stopped/)];
    night();
    night();
    expect(problems().map(({ What }) => What)).toEqual(isTold);
    const { look } = desk.ask<{ look: string }>('readPublishing');
    expect(look).toMatch(/which was stopped\. Please look at Problems\.$/);
    const after = desk.codeText;
    desk.writeCode(before);
    night();
    expect(problems()).toEqual([]);
    desk.writeCode(after.replace('no hurtful', 'no harmful'));
    night();
    expect(versions()).toEqual(['2025-06-04 Active', '2026-02-02 Draft']);
    expect(problems().map(({ What }) => What)).toEqual(isTold);
    desk.ask('publishVersion', { version: '2026-02-02', editorial: false, why: '' });
    expect(problems()).toEqual([]);
    expect(desk.rows('Version texts').some(({ Text }) => String(Text).includes('no harmful'))).toBe(true);
  });

  it('rehearses that members who were asked lately get their mail when the quiet days are over', () => {
    desk.addMembers([{ name: 'Dora Lee', email: 'dora@example.org' }]);
    night();
    change();
    type Days = { found: { count: number; days: number; first: string; last: string } };
    expect(desk.ask<Days>('readPublishing').found).toMatchObject({
      count: 4,
      days: 6,
      first: 'February 3, 2026',
      last: 'February 8, 2026',
    });
  });

  it('looks, previews, sends a link again, and switches mail', () => {
    desk.ask('carryOut', { action: 'lookAtCodeNow' });
    const preview = desk.ask<{ count: number; perDay: number }>('readPreview');
    expect(preview).toMatchObject({ count: 0, perDay: 1300 });
    const bea = String(desk.member(BEA.email)['Member ID']);
    desk.ask('carryOut', { action: 'pauseMail' });
    desk.ask('resendLink', { memberId: bea });
    desk.run('everyTenMinutes');
    expect(desk.count(BEA.email)).toBe(1);
    desk.ask('carryOut', { action: 'resumeMail' });
    desk.run('everyTenMinutes');
    expect(newest(BEA)?.subject).toBe('Your link to our Code of Conduct');
    accept(BEA);
    desk.run('everyTenMinutes');
    expect(standing(BEA)).toBe('Current');
  });
});

it('asks who comes back after her due day with kind words first, and is silent in Follow-up', () => {
  desk.set('Members', 'Name', ANNA.name, 'Status', 'Suspended');
  night();
  desk.goTo('2027-04-01', 2);
  desk.set('Members', 'Name', ANNA.name, 'Status', 'Active');
  desk.run('everyNight');
  expect(newest(ANNA)?.subject).toBe('Please accept our Code of Conduct by May 1, 2027');
  expect(newest(ANNA)?.text).not.toContain('last reminder');
  night();
  expect(desk.rows('Follow-up').filter(({ Name, Done }) => Name === ANNA.name && !Done)).toEqual([]);
  expect(desk.member(ANNA.email)).toMatchObject({
    Standing: 'Overdue',
    'Asked for': 'Renewal 2027-01-26, by 2027-05-01',
  });
});

it('keeps an answer to the old text that comes after publication, and sends her a new link with kind words', () => {
  accept(BEA);
  desk.writeCode(dated(desk.codeText, '2/02/26').replace('no offensive', 'no hurtful'));
  desk.ask('readPublishing');
  const publish = { version: '2026-02-02', editorial: false, why: '' };
  desk.ask('publishVersion', publish);
  desk.run('everyTenMinutes');
  expect(desk.rows('Acceptances').map((row) => `${row['Member ID']} ${row['Code version']}`)).toHaveLength(2);
  expect(standing(BEA)).toBe('New version to accept');
  expect(newest(BEA)?.subject).toMatch(/changed while you answered/);
  accept(BEA);
  desk.run('everyTenMinutes');
  expect(standing(BEA)).toBe('Current');
  const formRows = desk.rows('Acceptances').map((row) => row['Code version']);
  expect(formRows).toEqual(['2025-06-04', '2025-06-04', '2026-02-02']);
});

it('brings the form up to date by the next run when a run dies over it', () => {
  desk.writeCode(dated(desk.codeText, '2/02/26').replace('no offensive', 'no hurtful'));
  desk.ask('readPublishing');
  const kill = { method: 'Form.getItems', when: 'before', effect: { kill: true } } as const;
  desk.workspace.faults.add({ ...kill, method: /^FormApp\.openById/ });
  expect(() => desk.ask('publishVersion', { version: '2026-02-02', editorial: false, why: '' })).toThrow();
  desk.nextDay(6);
  desk.run('everyTenMinutes');
  desk.run('everyMorning');
  expect(newest(ANNA)?.subject).toMatch(/has changed/);
  accept(ANNA);
  desk.run('everyTenMinutes');
  expect(desk.member(ANNA.email)['Accepted version']).toBe('2026-02-02');
});

it('stops mail to an address from which mail came back, until it is corrected', () => {
  const bounce = [
    'From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
    `To: ${OWNER}`,
    'Subject: Delivery Status Notification (Failure)',
    `X-Failed-Recipients: ${CARA.email}`,
    '',
    'Address not found',
  ].join('\r\n');
  desk.workspace.gmail.delivery.receive(bounce);
  night();
  expect(desk.member(CARA.email)['Mail came back from']).toBe(CARA.email);
  expect(desk.rows('Follow-up').map(({ Name, Reason }) => `${Name}: ${Reason}`)).toEqual([
    'Cara Okafor: Mail comes back',
  ]);
  for (let i = 0; i < 20; i++) night();
  expect(desk.count(CARA.email)).toBe(1);
  expect(desk.count(BEA.email)).toBe(3);
  desk.set('Members', 'Name', CARA.name, 'Email', 'cara.new@example.org');
  night();
  expect(desk.count('cara.new@example.org')).toBe(1);
  expect(desk.rows('Follow-up').every(({ Done }) => Done === true)).toBe(true);
});
