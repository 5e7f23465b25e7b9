// What goes wrong around requests about pictures: strangers, slips, corrections, and answers that come twice.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Pictures } from '../../scripts/desk/pictures.ts';
import { ANNA, BEA, CARA, CONTACT, TAB, TestDesk } from '../support/desk.ts';

const CONFIRMED = 'We have your request about pictures';
const TO_CONFIRM = 'One more step: please confirm your request about pictures';
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
const newest = ({ email }: { email: string }) => desk.inbox(email).at(-1)?.text ?? '';
const status = () => pictures.requests.map(({ Status }) => Status).join(', ');
const tick = (row: number, done = 'TRUE') => pictures.type('Takedowns', row, { Done: done });
const tickAll = (count: number) => {
  desk.type('Takedowns', 2, 'Done', Array(count).fill(['TRUE']));
  pictures.settle();
};

describe('a stranger sends the form with her address', () => {
  const evil = {
    kind: 'Both',
    whom: 'Herself and family',
    family: 'EVIL-NAME',
    far: 'Certain pictures',
    links: 'https://evil.example/phish',
    words: 'CALL 555 0100',
  } as const;
  const written = () => desk.inbox(ANNA.email).map(({ text, html }) => `${text}${html}`);

  it('no mail to her has a word of it, not even when all is taken down', () => {
    pictures.ask(pictures.link, ANNA, evil);
    tickAll(2);
    desk.nextDay();
    expect(mails(ANNA)).toEqual([TO_CONFIRM]);
    pictures.ask(pictures.own(ANNA), ANNA, { kind: 'Take back an opt-out', whom: 'Herself' });
    expect(mails(ANNA)).toHaveLength(2);
    expect(newest(ANNA)).toContain('For your family: certain pictures are not used any more.');
    expect(written().join()).not.toMatch(/evil|555/i);
  });

  it('she takes all of it back, and then confirms it: no word of it either', () => {
    pictures.ask(pictures.link, ANNA, { ...evil, whom: 'Herself' });
    const link = desk.linkOf(ANNA.email, pictures.link);
    pictures.ask(pictures.own(ANNA), ANNA, { kind: 'Take back an opt-out' });
    pictures.send(link, ANNA, {});
    pictures.settle();
    expect(mails(ANNA).at(-1)).toBe('Your request about pictures was taken back before');
    expect(written().join()).not.toMatch(/evil|555/i);
  });

  it('it was herself, and she confirms it: she reads her words, and that all is taken down', () => {
    pictures.ask(pictures.link, ANNA, evil);
    expect(pictures.lines).toEqual([]);
    pictures.confirm(ANNA);
    tickAll(2);
    expect(mails(ANNA)).toEqual([TO_CONFIRM, CONFIRMED, DOWN]);
    expect(newest(ANNA)).toContain('CALL 555 0100');
  });
});

describe('“The pictures are taken down” is true', () => {
  beforeEach(() => pictures.ask(pictures.own(ANNA), ANNA, { kind: 'Both' }));

  it('a tick by mistake can be taken back within minutes', () => {
    tickAll(6);
    pictures.type('Members', desk.rowOf(BEA), { Name: 'Bea C.' });
    tick(4, 'FALSE');
    expect([mails(ANNA), desk.openProblems()]).toEqual([[CONFIRMED], []]);
    tick(4);
    expect(mails(ANNA)).toEqual([CONFIRMED, DOWN]);
  });

  it('one line ticked and the others deleted: no mail to her, and staff are told', () => {
    sheets.userDeleteRows(owner, desk.registersId, TAB.Takedowns, 2, 5);
    tick(2);
    desk.nextDay();
    expect(mails(ANNA)).toEqual([CONFIRMED]);
    expect(desk.openProblems()).toEqual([
      expect.stringMatching(/^Lines of O-000001 are missing .*: T-000002, .*, T-000006\./),
    ]);
  });
});

describe('staff correct what a mail asks for', () => {
  const open = () =>
    pictures.lines
      .filter(({ Done, Remark }) => Done === 'FALSE' && Remark === '')
      .map(({ Medium }) => Medium);
  const NOT_ASKED = 'The request was corrected: no longer needed.';

  beforeEach(() => pictures.ask(pictures.link, ANNA, { kind: 'Both' }));

  it('nothing has to be taken down: nobody is reminded, and she is not told that it was', () => {
    tick(2);
    pictures.type('Opt-outs', 2, { Kind: 'No future pictures' });
    expect(pictures.lines.map(({ Remark }) => Remark)).toEqual(['', ...Array(5).fill(NOT_ASKED)]);
    pictures.confirm(ANNA);
    desk.weeksTo('2026-03-20T18:00:00Z');
    expect(desk.subjects(CONTACT).filter((subject) => subject.includes('take down'))).toEqual([]);
    tickAll(6);
    expect(mails(ANNA)).not.toContain(DOWN);
  });

  it('less, then other things, then all of it again', () => {
    pictures.confirm(ANNA);
    tick(4);
    pictures.type('Opt-outs', 2, { Scope: 'Internet and social media' });
    expect(open()).toEqual(['Newsletter', 'Social media', 'Video', 'Partner or contractor']);
    pictures.type('Opt-outs', 2, { Pictures: 'https://youtu.be/x' });
    pictures.type('Opt-outs', 2, { Scope: 'Certain pictures' });
    expect(open()).toEqual(['Video', '']);
    pictures.type('Opt-outs', 2, { Scope: 'Everything' });
    expect(open()).toEqual(['Print', 'Newsletter', 'Social media', 'Video', 'Partner or contractor']);
    expect(pictures.lines).toHaveLength(8);
  });

  it('for her children too: the lines say so', () => {
    tick(2);
    pictures.type('Opt-outs', 2, { 'Family members': 'Leo' });
    pictures.type('Opt-outs', 2, { 'For whom': 'Herself and family' });
    expect(open()).toHaveLength(6);
    expect(pictures.lines.at(-1)?.What).toContain(`${ANNA.name} and Leo`);
  });
});

describe('a kind that somebody clears', () => {
  const state = () => [
    status(),
    pictures.images(ANNA),
    pictures.lines.length,
    pictures.requests.map(({ Steps }) => Steps),
  ];

  it.each([
    ['a take-back', 3, 'Take back an opt-out'],
    ['an opt-out', 2, 'No future pictures'],
  ])('%s: all stays as it is, nobody gets mail, and staff are told', (_, row, kind) => {
    pictures.ask(pictures.own(ANNA), ANNA);
    if (row === 3) pictures.ask(pictures.own(ANNA), ANNA, { kind: 'Take back an opt-out' });
    const [before, sent] = [state(), mails(ANNA)];
    for (const value of ['', 'what?']) {
      pictures.type('Opt-outs', row, { Kind: value });
      expect([state(), mails(ANNA)]).toEqual([before, sent]);
    }
    expect(desk.openProblems().join()).toContain('“what?” under “Kind” cannot be understood');
    pictures.type('Opt-outs', row, { Kind: '' });
    desk.nextDay();
    expect([state(), mails(ANNA)]).toEqual([before, sent]);
    const told = `“Kind” of O-00000${row - 1} in Opt-outs is empty, so nothing more happens with this request.`;
    expect(desk.openProblems()).toContain(told);
    pictures.type('Opt-outs', row, { Kind: kind });
    expect([state(), mails(ANNA)]).toEqual([before, sent]);
    expect(desk.openProblems()).not.toContain(told);
  });

  it('of a take-back that waits: she confirms it, and reads of it when staff have mended it', () => {
    pictures.ask(pictures.own(ANNA), ANNA);
    pictures.ask(pictures.link, ANNA, { kind: 'Take back an opt-out' });
    pictures.type('Opt-outs', 3, { Kind: '' });
    const sent = mails(ANNA);
    pictures.confirm(ANNA);
    expect([status(), mails(ANNA)]).toEqual(['Taken back, Done', sent]);
    pictures.type('Opt-outs', 3, { Kind: 'Take back an opt-out' });
    expect(mails(ANNA).at(-1)).toBe('You took back your request about pictures');
  });
});

it('a wrong Member ID in a row of staff, corrected: lines, name and mail follow', () => {
  const paper = { Kind: 'Both', 'For whom': 'Herself', 'Member ID': 'M-0002', Scope: 'Everything' };
  pictures.type('Opt-outs', 2, paper);
  tick(2);
  expect(mails(BEA)).toEqual([CONFIRMED]);
  pictures.type('Opt-outs', 2, { 'Member ID': 'm-0003' });
  expect(pictures.requests[0]).toMatchObject({ 'Member ID': 'M-0003', Name: CARA.name, Email: CARA.email });
  const hers = pictures.lines.filter((line) => line['Member ID'] === 'M-0003');
  expect(hers.map(({ Medium }) => Medium)).toEqual([
    'Newsletter',
    'Website',
    'Social media',
    'Video',
    'Partner or contractor',
    'Print',
  ]);
  for (const { What } of hers) expect(What).toContain(`pictures of ${CARA.name}`);
  expect([pictures.images(CARA), mails(CARA), mails(BEA)]).toEqual(['Opted out', [CONFIRMED], [CONFIRMED]]);
  tickAll(7);
  expect([mails(CARA), mails(BEA)]).toEqual([[CONFIRMED, DOWN], [CONFIRMED]]);
  expect(newest(CARA).match(/Print: /g)).toHaveLength(1);
});

describe('a take-back', () => {
  const takeBack = { kind: 'Take back an opt-out' } as const;
  const NOTHING = 'Nothing has changed about your pictures';

  it.each([
    ['of the internet only, after everything', {}, { far: 'Internet and social media' }],
    ['of another name', { whom: 'Children or family', family: 'Leo Ito' }, { whom: 'Children or family' }],
  ] as const)('%s: nothing was taken back, and she reads that', (_, asked, back) => {
    pictures.ask(pictures.own(ANNA), ANNA, asked);
    pictures.ask(pictures.own(ANNA), ANNA, { ...takeBack, ...back });
    desk.nextDay();
    expect([status(), mails(ANNA)]).toEqual(['In force, Done', [CONFIRMED, NOTHING]]);
    expect(newest(ANNA)).not.toContain('we have taken this back');
    expect(pictures.requests[1]?.Remark).toBe(
      'There was nothing that it takes back, so nothing has changed.',
    );
    expect(desk.openProblems()).toEqual([]);
  });

  it('that holds from next week on: she reads from when', () => {
    pictures.ask(pictures.own(ANNA), ANNA);
    const paper = {
      'Member ID': 'M-0001',
      Kind: takeBack.kind,
      'For whom': 'Herself',
      Effective: '1/19/2026',
    };
    pictures.type('Opt-outs', 3, { ...paper, Scope: 'Everything' });
    expect([status(), mails(ANNA).length]).toEqual(['In force, Done', 2]);
    for (const words of ['we take this back on January 19, 2026', 'For yourself: no pictures'])
      expect(newest(ANNA)).toContain(words);
    expect(newest(ANNA)).not.toContain('It is done');
    desk.skipTo('2026-01-19T18:00:00Z');
    expect([status(), mails(ANNA).length]).toEqual(['Taken back, Done', 2]);
    expect(pictures.requests[1]?.Remark).toBe('');
  });
});

describe('“Submit” pressed twice', () => {
  it.each([
    ['Both', 'In force, In force', 6, 1],
    ['Take back an opt-out', 'Taken back, Done, Done', 0, 2],
  ] as const)('%s: one mail, and the lines once', (kind, after, lines, sent) => {
    if (kind !== 'Both') pictures.ask(pictures.own(ANNA), ANNA);
    for (let times = 0; times < 2; times++) pictures.ask(pictures.own(ANNA), ANNA, { kind });
    desk.nextDay();
    expect([status(), pictures.lines.length, mails(ANNA).length]).toEqual([after, lines, sent]);
    expect(pictures.requests.at(-1)?.Remark).toBe(`The same as O-00000${sent}.`);
  });

  it('without her link: confirmed once, both are', () => {
    for (let times = 0; times < 2; times++) pictures.ask(pictures.link, ANNA);
    pictures.confirm(ANNA);
    expect([status(), mails(ANNA)]).toEqual(['In force, In force', [TO_CONFIRM, CONFIRMED]]);
  });

  it('is not: no, yes, and no again; other words; later', () => {
    for (const asked of [{}, { kind: 'Take back an opt-out' }, {}, { words: 'Please.' }] as const)
      pictures.ask(pictures.own(ANNA), ANNA, asked);
    desk.minutes(11);
    pictures.ask(pictures.own(ANNA), ANNA, { words: 'Please.' });
    expect(status()).toBe('Taken back, Done, In force, In force, In force');
    for (const { Remark } of pictures.requests) expect(Remark).not.toContain('The same as');
  });
});
