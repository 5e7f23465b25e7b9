// What staff do about pictures: they match requests, write down those on paper, tick off what is down, and correct.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Pictures } from '../../scripts/desk/pictures.ts';
import { firstBrokenLine } from '../../scripts/desk/reading.ts';
import { ANNA, BEA, CARA, CONTACT, TAB, TestDesk } from '../support/desk.ts';

const NOBODY = { name: 'Bea Cruz', email: 'bea.new@example.net' };
const CONFIRMED = 'We have your request about pictures';
const TO_CONFIRM = 'One more step: please confirm your request about pictures';
const TAKEN_BACK = 'You took back your request about pictures';
const DOWN = 'The pictures are taken down';

const desk = new TestDesk([ANNA, BEA, CARA]);
const pictures = new Pictures(desk);
const { owner, sheets } = desk.workspace;

beforeAll(() => {
  // All have answered to the Code, so that no other mail comes between.
  desk.invite();
  for (const person of [ANNA, BEA, CARA]) desk.answerByLink(person);
  desk.save();
});
beforeEach(() => desk.reset());

/** Subjects of the mails to her about pictures; what staff do leaves within ten minutes. */
const mails = ({ email }: { email: string }) => {
  desk.minutes(11);
  return desk.subjects(email).filter((subject) => subject.includes('ictures'));
};
const status = () => pictures.requests.map(({ Status }) => Status).join(', ');
const toContact = (words: string) => desk.subjects(CONTACT).filter((subject) => subject.includes(words));

describe('a request that nobody knows', () => {
  it('staff write the Member ID, in small letters: it is hers, and she is told', () => {
    pictures.ask(pictures.link, NOBODY, { kind: 'Both' });
    expect([status(), pictures.images(BEA), pictures.lines]).toEqual(['To match', 'Allowed', []]);
    pictures.type('Opt-outs', 2, { 'Member ID': ' m-0002' });
    expect([status(), pictures.images(BEA)]).toEqual(['In force', 'Opted out']);
    expect(pictures.requests[0]).toMatchObject({ 'Member ID': 'M-0002', 'Confirmed by': 'Unconfirmed' });
    expect(pictures.lines).toHaveLength(6);
    expect(mails(BEA)).toEqual([CONFIRMED]);
    expect(desk.openProblems()).toEqual([]);
    expect(pictures.trail('O-000001')).toContain(
      `${owner}: Matched a request about pictures to a member: To match → M-0002 | In force`,
    );
  });

  it('a take-back that staff match still waits for herself', () => {
    pictures.ask(pictures.own(BEA), BEA);
    pictures.ask(pictures.link, NOBODY, { kind: 'Take back an opt-out' });
    pictures.type('Opt-outs', 3, { 'Member ID': 'M-0002' });
    expect([status(), pictures.images(BEA)]).toEqual(['In force, Waits for confirmation', 'Opted out']);
    desk.minutes(11);
    pictures.confirm(BEA);
    expect([status(), pictures.images(BEA)]).toEqual(['Taken back, Done', 'Allowed']);
    expect(mails(BEA)).toEqual([CONFIRMED, TO_CONFIRM, TAKEN_BACK]);
  });

  it('a Member ID that is not on the roster: staff are told, and correct it', () => {
    pictures.ask(pictures.link, NOBODY);
    pictures.type('Opt-outs', 2, { 'Member ID': 'M-0077' });
    expect(status()).toBe('To match');
    expect(desk.openProblems()).toEqual([
      expect.stringMatching(/^Request O-000001 about pictures came in/),
      expect.stringMatching(/^In Opt-outs, the Member ID “M-0077” of O-000001 is not on the roster/),
    ]);
    pictures.type('Opt-outs', 2, { 'Member ID': 'M-0002' });
    expect([status(), desk.openProblems()]).toEqual(['In force', []]);
  });
});

describe('a request on paper', () => {
  const row = (more: Record<string, string> = {}) => ({
    'Member ID': 'm-0003',
    Kind: 'Both',
    'For whom': 'Herself',
    Scope: 'Everything',
    ...more,
  });

  it('holds as soon as the row is complete, cell by cell', () => {
    for (const [header, value] of Object.entries(row({ Scope: '' })).filter(([, value]) => value !== '')) {
      pictures.type('Opt-outs', 2, { [header]: value });
      expect([pictures.images(CARA), mails(CARA), desk.openProblems()]).toEqual(['Allowed', [], []]);
    }
    pictures.type('Opt-outs', 2, { Scope: 'Everything' });
    expect(pictures.requests).toEqual([
      expect.objectContaining({
        'Opt-out ID': 'O-000001',
        Effective: '2026-01-12',
        'Member ID': 'M-0003',
        Name: CARA.name,
        Email: CARA.email,
        Channel: 'Staff',
        'Confirmed by': 'Staff',
        Status: 'In force',
        'Response ID': 'staff-O-000001',
        Release: expect.stringMatching(/^• Images and Photos/),
      }),
    ]);
    expect([pictures.images(CARA), pictures.lines.length, mails(CARA)]).toEqual([
      'Opted out',
      6,
      [CONFIRMED],
    ]);
    pictures.type('Opt-outs', 2, { 'In her words': 'By phone, to Rita.' });
    expect(desk.openProblems()).toEqual([]);
    expect(toContact('Written request')).toEqual([]);
  });

  it('is told by night when it is not complete, and not any more when it is', () => {
    pictures.type('Opt-outs', 2, { Kind: 'Both', Name: 'Cara' });
    desk.nextDay();
    expect(desk.openProblems()).toEqual(['Row 2 of Opt-outs is not complete, so it does not hold yet.']);
    pictures.type('Opt-outs', 2, row());
    expect([desk.openProblems(), status()]).toEqual([[], 'In force']);
  });

  it.each([
    ['of last week', { Received: '1/5/2026' }, '2026-01-05', 'Opted out'],
    ['that holds from next week on', { Effective: '1/19/2026' }, '2026-01-19', 'Allowed'],
    ['dated by mistake a year ahead', { Received: '1/5/2027' }, '2026-01-12', 'Opted out'],
  ])('%s', (_, more, effective, images) => {
    pictures.type('Opt-outs', 2, row({ ...more, Scope: '' }));
    pictures.type('Opt-outs', 2, { Scope: 'Everything' });
    expect([pictures.requests[0]?.Effective, pictures.images(CARA)]).toEqual([effective, images]);
    desk.skipTo('2026-01-18T18:00:00Z');
    expect(pictures.images(CARA)).toBe(images);
    desk.nextDay();
    expect(pictures.images(CARA)).toBe('Opted out');
  });

  it('a take-back on paper counts, also on the day of the opt-out', () => {
    pictures.ask(pictures.own(CARA), CARA);
    pictures.type('Opt-outs', 3, { Received: '1/12/2026', ...row({ Kind: 'Take back an opt-out' }) });
    expect([status(), pictures.images(CARA)]).toEqual(['Taken back, Done', 'Allowed']);
    expect(mails(CARA)).toEqual([CONFIRMED, TAKEN_BACK]);
  });

  it('pasted whole, two at once, one of them for somebody who is no member', () => {
    const [header = []] = desk.grid('Opt-outs');
    const cells = (line: Record<string, string>) => header.map((name) => line[name] ?? '');
    const guest = { Name: 'A guest', Kind: 'No future pictures', 'For whom': 'Herself', Scope: 'Everything' };
    desk.type('Opt-outs', 2, 'Opt-out ID', [cells(row()), cells(guest)]);
    pictures.settle();
    expect(status()).toBe('In force, To match');
    expect(desk.openProblems()).toEqual([expect.stringMatching(/^Request O-000002 about pictures/)]);
  });

  it('copied from another row: staff are told, and empty the number of the copy', () => {
    pictures.ask(pictures.own(ANNA), ANNA);
    const [, first = []] = desk.grid('Opt-outs');
    desk.type('Opt-outs', 3, 'Opt-out ID', [first]);
    pictures.settle();
    expect(desk.openProblems()).toContain('O-000001 stands in more than one row of Opt-outs.');
    pictures.type('Opt-outs', 3, { 'Member ID': 'M-0003' });
    pictures.type('Opt-outs', 3, { 'Opt-out ID': '' });
    expect(pictures.requests[1]).toMatchObject({
      'Opt-out ID': 'O-000002',
      'Response ID': 'staff-O-000002',
      Channel: 'Staff',
    });
    expect(desk.openProblems()).not.toContain('O-000001 stands in more than one row of Opt-outs.');
    expect(pictures.images(CARA)).toBe('Opted out');
  });
});

describe('corrections', () => {
  it('what a member wrote is evidence: a change is written down and told, and the permission follows', () => {
    pictures.ask(pictures.own(ANNA), ANNA);
    pictures.type('Opt-outs', 2, { Scope: 'Internet and social media' });
    expect(pictures.images(ANNA)).toBe('Limited');
    expect(desk.openProblems()).toEqual(['Somebody changed “Opt-outs” by hand; “Scope” of O-000001.']);
    expect(pictures.trail('O-000001')).toContain(
      `${owner}: Changed “Scope”: Everything → Internet and social media`,
    );
    expect(pictures.trail('M-0001')).toContain('System: Images changed: Opted out → Limited');
  });

  it('the kind turned round: a take-back that is not proven has to be confirmed', () => {
    pictures.ask(pictures.link, ANNA);
    expect(mails(ANNA)).toEqual([TO_CONFIRM]);
    pictures.type('Opt-outs', 2, { Kind: 'Take back an opt-out' });
    expect([status(), pictures.images(ANNA)]).toEqual(['Waits for confirmation', 'Allowed']);
    expect(mails(ANNA)).toEqual([TO_CONFIRM, TO_CONFIRM]);
    pictures.type('Opt-outs', 2, { Kind: 'Both' });
    expect([status(), pictures.images(ANNA)]).toEqual(['In force, to be confirmed', 'Opted out']);
  });

  it('an answer without a kind means no pictures at all; staff are told, and may choose the kind', () => {
    const { forms } = desk.workspace;
    const want = pictures.form.items.find(({ title }) => title === 'What do you want?');
    const items = pictures.form.items.map((item) =>
      item === want ? { ...item, required: false, choices: [] } : item,
    );
    forms.update(pictures.form.id, { items });
    pictures.send(pictures.own(ANNA), ANNA, { 'Whom do you mean?': 'Only me' });
    pictures.settle();
    expect(pictures.images(ANNA)).toBe('Opted out');
    expect(desk.openProblems()).toEqual([
      expect.stringMatching(/^Request O-000001 about pictures does not say/),
    ]);
    pictures.type('Opt-outs', 2, { Kind: 'Withdraw pictures already made', Scope: 'Everything' });
    expect(pictures.images(ANNA)).toBe('Limited');
    expect(desk.openProblems()).toEqual([]);
  });

  it('a remark is theirs', () => {
    pictures.ask(pictures.own(ANNA), ANNA);
    pictures.type('Opt-outs', 2, { Remark: 'She called.' });
    expect(desk.openProblems()).toEqual([]);
  });

  it('a cell that nobody can read: the careful reading holds, and staff are told', () => {
    pictures.ask(pictures.own(ANNA), ANNA, { far: 'Internet and social media' });
    pictures.type('Opt-outs', 2, { Scope: 'some' });
    expect(pictures.images(ANNA)).toBe('Opted out');
    expect(desk.openProblems()).toContain(
      'In Opt-outs, O-000001: “some” under “Scope” cannot be understood.',
    );
    pictures.type('Opt-outs', 2, { Scope: 'internet and social media ' });
    expect(pictures.images(ANNA)).toBe('Limited');
    expect(desk.openProblems().filter((what) => what.includes('understood'))).toEqual([]);
  });

  it('a status that somebody emptied comes back', () => {
    pictures.ask(pictures.link, ANNA);
    pictures.type('Opt-outs', 2, { Status: '' });
    expect([status(), mails(ANNA)]).toEqual(['In force, to be confirmed', [TO_CONFIRM]]);
  });

  it('the number of a row that somebody emptied: it gets a new one, and nothing is done twice', () => {
    pictures.ask(pictures.own(ANNA), ANNA);
    pictures.type('Opt-outs', 2, { 'Opt-out ID': '' });
    expect(pictures.requests[0]).toMatchObject({ 'Opt-out ID': 'O-000002', Channel: 'Form' });
    expect(mails(ANNA)).toEqual([CONFIRMED]);
  });

  it('columns moved and rows sorted upside down: all goes on', () => {
    pictures.ask(pictures.own(ANNA), ANNA);
    pictures.ask(pictures.link, NOBODY);
    sheets.userMoveColumn(owner, desk.registersId, TAB['Opt-outs'], 3, 0);
    sheets.userSort(owner, desk.registersId, TAB['Opt-outs'], 1, true);
    pictures.type('Opt-outs', 2, { 'Member ID': 'M-0002' });
    pictures.ask(pictures.own(ANNA), ANNA, { kind: 'Take back an opt-out' });
    expect([pictures.images(ANNA), pictures.images(BEA)]).toEqual(['Allowed', 'Opted out']);
    expect(firstBrokenLine(desk.register('Audit trail'))).toBe(0);
  });
});

describe('“Images” in Members', () => {
  const setImages = (images: string) => pictures.type('Members', desk.rowOf(ANNA), { Images: images });

  it('what staff chose by hand stays as long as she asks for nothing', () => {
    setImages('Opted out');
    desk.nextDay();
    expect([pictures.images(ANNA), desk.openProblems()]).toEqual(['Opted out', []]);
    setImages('Allowed');
    expect(pictures.images(ANNA)).toBe('Allowed');
  });

  it('a stricter value of staff stays when she asks for less, and is there again when she takes back', () => {
    setImages('Limited');
    pictures.ask(pictures.own(ANNA), ANNA);
    expect(pictures.images(ANNA)).toBe('Opted out');
    pictures.ask(pictures.own(ANNA), ANNA, { kind: 'Take back an opt-out' });
    expect(pictures.images(ANNA)).toBe('Limited');
    expect(desk.inbox(ANNA.email).at(-1)?.text).toContain('The program itself has noted “Limited” for you.');
    setImages('Opted out');
    desk.nextDay();
    expect(pictures.images(ANNA)).toBe('Opted out');
  });

  it('cannot be looser than what she asked for: it is put back, and staff are told', () => {
    pictures.ask(pictures.own(ANNA), ANNA);
    setImages('Allowed');
    expect(pictures.images(ANNA)).toBe('Opted out');
    expect(desk.openProblems()).toEqual([expect.stringMatching(/^“Images” of M-0001 was changed by hand/)]);
  });
});

describe('what has to be taken down', () => {
  beforeEach(() =>
    pictures.ask(pictures.own(ANNA), ANNA, { kind: 'Both', far: 'Internet and social media' }),
  );
  const tick = (row: number, done = 'TRUE') => pictures.type('Takedowns', row, { Done: done });
  const dates = () => pictures.lines.map((line) => `${line.Done} ${line['Done on']}`.trim());

  it('a tick brings the day, another day may be typed, and an unticked box loses it', () => {
    tick(2);
    expect(dates()[0]).toBe('TRUE 2026-01-12');
    pictures.type('Takedowns', 2, { 'Done on': '1/9/2026' });
    expect(dates()[0]).toBe('TRUE 2026-01-09');
    tick(2, 'FALSE');
    expect(dates()[0]).toBe('FALSE');
    pictures.type('Takedowns', 2, { 'Done on': '1/10/2026' });
    expect(dates()[0]).toBe('TRUE 2026-01-10');
    pictures.type('Takedowns', 2, { 'Done on': '' });
    expect(dates()[0]).toBe('FALSE');
    pictures.type('Takedowns', 2, { 'Done on': 'soon' });
    expect(dates()[0]).toBe('FALSE soon');
    expect(desk.openProblems()).toEqual([expect.stringMatching(/^In Takedowns, T-000001: “soon”/)]);
    tick(2);
    expect([dates()[0], desk.openProblems()]).toEqual(['TRUE 2026-01-12', []]);
    expect(pictures.trail('T-000001')).toContain(`${owner}: Taken down:  → 2026-01-12`);
  });

  it('the last one: she is told, once', () => {
    for (const row of [2, 3, 4, 5]) tick(row);
    expect(mails(ANNA)).toEqual([CONFIRMED]);
    desk.nextDay();
    tick(6);
    expect(mails(ANNA)).toEqual([CONFIRMED, DOWN]);
    const { text = '' } = desk.inbox(ANNA.email).at(-1) ?? {};
    for (const words of [
      'Social media: January 12, 2026',
      'Partner or contractor: January 13, 2026',
      'newsletters already sent are out of our hands',
    ])
      expect(text).toContain(words);
    tick(6, 'FALSE');
    expect(desk.openProblems()).toEqual([
      'A line of O-000001 in Takedowns is open, but she was told that all is taken down.',
    ]);
    tick(6);
    expect([mails(ANNA), desk.openProblems()]).toEqual([[CONFIRMED, DOWN], []]);
  });

  it('all ticked at once, by a paste', () => {
    desk.type('Takedowns', 2, 'Done', Array(5).fill(['TRUE']));
    pictures.settle();
    expect(dates()).toEqual(Array(5).fill('TRUE 2026-01-12'));
    expect(mails(ANNA)).toEqual([CONFIRMED, DOWN]);
  });

  it('a tick whose trigger was lost is seen by night', () => {
    const edits = desk.workspace.triggers.all().filter(({ handler }) => handler === 'staffEdited');
    for (const { id } of edits) desk.workspace.triggers.setDisabled(id, true);
    desk.type('Takedowns', 2, 'Done', [['TRUE']]);
    desk.nextDay();
    expect(dates()[0]).toBe('TRUE 2026-01-13');
  });

  it('lines that staff delete do not come back; she is told when they have put them back, and done their own', () => {
    const [, first] = pictures.lines;
    sheets.userDeleteRows(owner, desk.registersId, TAB.Takedowns, 2, 1);
    const own = { 'Opt-out ID': 'O-000001', What: 'The banner in the hall', Medium: 'Print' };
    pictures.type('Takedowns', 6, own);
    desk.nextDay();
    expect(pictures.lines.map((line) => line['Takedown ID']).join()).toBe(
      'T-000001,T-000003,T-000004,T-000005,T-000006',
    );
    expect(pictures.lines[4]).toMatchObject({ 'Member ID': 'M-0001' });
    for (const row of [2, 3, 4, 5, 6]) tick(row);
    expect(mails(ANNA)).toEqual([CONFIRMED]);
    expect(desk.openProblems()).toEqual([
      'Lines of O-000001 are missing in Takedowns: T-000002. She is not told that all is taken down.',
    ]);
    const { What = '' } = first ?? {};
    pictures.type('Takedowns', 7, { 'Takedown ID': 'T-000002', 'Opt-out ID': 'O-000001', What });
    expect([mails(ANNA), desk.openProblems()]).toEqual([[CONFIRMED], []]);
    tick(7);
    expect(mails(ANNA)).toEqual([CONFIRMED, DOWN]);
  });

  it('staff are reminded once a week, from the due day on, until all is done', () => {
    const days: string[] = [];
    for (let day = 10; day <= 26; day++) {
      const before = toContact('Pictures to take down').length;
      desk.sleepTo(`2026-02-${day}T18:00:00Z`);
      for (const run of ['everyMorning', 'everyTenMinutes']) desk.workspace.run(run);
      if (toContact('Pictures to take down').length > before) days.push(`February ${day}`);
      if (day === 20) for (const row of [3, 4, 5, 6]) tick(row);
    }
    expect(days).toEqual(['February 11', 'February 18', 'February 25']);
    const last = desk.inbox(CONTACT).filter(({ subject }) => subject.startsWith('Pictures to take down'));
    expect(last.map(({ subject }) => subject)).toEqual([
      'Pictures to take down: 5',
      'Pictures to take down: 5',
      'Pictures to take down: 1',
    ]);
    expect(last[2]?.text).toContain('(Newsletter, O-000001; was due on February 11, 2026)');
    tick(2);
    desk.weeksTo('2026-03-20T18:00:00Z');
    expect(toContact('Pictures to take down')).toHaveLength(3);
  });

  it('what was taken back needs no more work, and no reminder', () => {
    tick(2);
    pictures.ask(pictures.own(ANNA), ANNA, { kind: 'Take back an opt-out' });
    expect(pictures.lines.map(({ Remark }) => Remark)).toEqual([
      '',
      ...Array(4).fill('Taken back: no longer needed.'),
    ]);
    desk.weeksTo('2026-03-20T18:00:00Z');
    expect(toContact('Pictures to take down')).toEqual([]);
    for (const row of [3, 4, 5, 6]) tick(row);
    expect(mails(ANNA)).toEqual([CONFIRMED, TAKEN_BACK]);
  });

  it('the owner and the days come from the settings', () => {
    desk.set('Who takes pictures down', 'Rita');
    desk.set('Days to take pictures down', '10');
    pictures.ask(pictures.own(BEA), BEA, { kind: 'Withdraw pictures already made' });
    expect(pictures.lines.at(-1)).toMatchObject({ Owner: 'Rita', Due: '2026-01-22' });
  });
});
