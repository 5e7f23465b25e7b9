// What goes wrong around requests about pictures: strangers, slips, corrections, and answers that come twice.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ANNA, BEA, CARA, CONTACT, TAB, TestDesk } from '../support/desk.ts';
import { Pictures } from '../support/pictures.ts';

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
    tickAll(2);
    pictures.confirm(ANNA);
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
    desk.skipTo('2026-03-20T18:00:00Z');
    expect(desk.subjects(CONTACT).filter((subject) => subject.includes('take down'))).toEqual([]);
    tickAll(6);
    expect(mails(ANNA)).not.toContain(DOWN);
  });

  it('less, then other things, then all of it again', () => {
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
