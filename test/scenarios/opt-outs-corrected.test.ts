// What goes wrong around requests about pictures: strangers, slips, corrections, and answers that come twice.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ANNA, BEA, CARA, TestDesk } from '../support/desk.ts';
import { Pictures } from '../support/pictures.ts';

const CONFIRMED = 'We have your request about pictures';
const TO_CONFIRM = 'One more step: please confirm your request about pictures';
const TAKEN_BACK = 'You took back your request about pictures';
const DOWN = 'The pictures are taken down';

const desk = new TestDesk([ANNA, BEA, CARA]);
const pictures = new Pictures(desk);

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
