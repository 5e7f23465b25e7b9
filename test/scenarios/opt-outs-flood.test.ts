// Forms about pictures that somebody sends to do harm: very long ones, very many, and all in the name of a member.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { CONFIRM, FAMILY, LINKS, MORE, Pictures, typed, WANT } from '../../scripts/desk/pictures.ts';
import { ANNA, BEA, CARA, CONTACT, TestDesk } from '../support/desk.ts';

const desk = new TestDesk([ANNA, BEA, CARA]);
const pictures = new Pictures(desk);

beforeEach(() => desk.reset());

const newest = () => pictures.requests.at(-1) ?? {};

/** Seconds of the processor that something takes. */
function secondsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}

describe('49,000 characters in each field', () => {
  const LENGTH = 49_000;
  const full = (piece: (nth: number) => string) => {
    let text = '';
    for (let nth = 0; text.length < LENGTH; nth++) text += piece(nth);
    return text.slice(0, LENGTH - 1).concat('.');
  };
  const NAMES = full((nth) => `Kid ${nth.toString(2).replaceAll('0', 'o').replaceAll('1', 'i')},`);
  const URLS = full((nth) => `https://e.org/${nth.toString(36)} `);
  const BLANKS = `a${' '.repeat(LENGTH - 2)}b`;
  const certain = { kind: 'Both', whom: 'Herself and family', far: 'Certain pictures' } as const;

  it.each<[string, string, string, people: number, links: number, more: boolean]>([
    ['names and links', NAMES, URLS, 20, 30, true],
    ['a name and a link, and white space', BLANKS, BLANKS, 1, 1, false],
    ['single letters', 'a\n'.repeat(LENGTH / 2), 'a;'.repeat(LENGTH / 2), 1, 1, true],
    [
      'one name and one link without end',
      'x'.repeat(LENGTH),
      `https://${'x'.repeat(LENGTH - 8)}`,
      1,
      1,
      false,
    ],
    ['brackets and quotes', '('.repeat(LENGTH), '"'.repeat(LENGTH), 1, 1, false],
  ])('%s', (_, family, links, people, count, isMore) => {
    const asked = { ...typed(certain), [FAMILY]: family, [LINKS]: links, [MORE]: links };
    pictures.send(pictures.link, BEA, asked);
    expect(secondsOf(() => pictures.settle())).toBeLessThan(1);
    expect(newest()).toMatchObject({ 'Member ID': 'M-0002', Status: 'In force, to be confirmed' });
    expect([newest()['Family members'], newest().Pictures]).toEqual([family.trim(), links.trim()]);
    expect(newest().Remark?.includes('names more people or pictures')).toBe(isMore);
    expect(pictures.images(BEA)).toBe('Limited');
    expect(desk.openProblems()).toEqual([]);
    expect(pictures.lines).toEqual([]);

    pictures.confirm(BEA);
    expect(newest().Status).toBe('In force');
    expect(pictures.lines.length).toBe(count + 1 + (links === URLS ? 1 : 0));

    pictures.ask(pictures.link, BEA, { ...certain, far: 'Everything', family });
    expect(pictures.images(BEA)).toBe('Opted out');
    pictures.ask(pictures.own(BEA), BEA, { kind: 'Take back an opt-out', whom: 'Herself' });
    expect(pictures.images(BEA)).toBe('Limited');
    expect(
      desk
        .inbox(BEA.email)
        .at(-1)
        ?.text.match(/\* For\s/g),
    ).toHaveLength(people);
  });
});

describe('a stranger takes back what she asked for', () => {
  const statuses = () => pictures.requests.map(({ Status }) => Status).join(', ');
  const TO_CONFIRM = 'One more step: please confirm your request about pictures';

  beforeEach(() => {
    pictures.ask(pictures.own(ANNA), ANNA);
    pictures.ask(pictures.link, ANNA, { kind: 'Take back an opt-out' });
  });

  it('a link about nothing confirms her opt-outs alone', () => {
    pictures.ask(pictures.link, ANNA, { kind: 'Both' });
    pictures.send(pictures.own(ANNA), ANNA, { [WANT]: CONFIRM });
    pictures.settle();
    expect(statuses()).toBe('In force, Waits for confirmation, In force');
    expect(pictures.images(ANNA)).toBe('Opted out');
  });

  it('when nothing else waits, she gets the link that says what it is about, and may use it', () => {
    pictures.send(pictures.own(ANNA), ANNA, { [WANT]: CONFIRM });
    pictures.settle();
    expect([statuses(), pictures.images(ANNA)]).toEqual(['In force, Waits for confirmation', 'Opted out']);
    const { subject, text } = desk.inbox(ANNA.email).at(-1) ?? {};
    expect(subject).toBe(TO_CONFIRM);
    expect(text).toContain('Pictures may be taken and used again');
    pictures.confirm(ANNA);
    expect([statuses(), pictures.images(ANNA)]).toEqual(['Taken back, Done', 'Allowed']);
  });

  it('signed in to Google, without a link: the same', () => {
    desk.set('Google sign-in', 'Yes');
    const { forms } = desk.workspace;
    const { form } = pictures;
    forms.updateSettings(form.id, { emailCollection: 'VERIFIED' });
    forms.submit({ formId: form.id, answers: pictures.answers({ [WANT]: CONFIRM }), account: ANNA.email });
    pictures.settle();
    expect([statuses(), pictures.images(ANNA)]).toEqual(['In force, Waits for confirmation', 'Opted out']);
  });
});

describe('five forms in her name', () => {
  const CONFIRMED = 'We have your request about pictures';
  const TAKEN_BACK = 'You took back your request about pictures';
  const TO_CONFIRM = 'One more step: please confirm your request about pictures';
  const mails = (subject: string) => desk.subjects(BEA.email).filter((one) => one === subject).length;

  beforeEach(() => {
    for (let nth = 0; nth < 5; nth++)
      pictures.send(pictures.link, BEA, typed({ kind: 'Both', words: `No. ${nth}` }));
    pictures.settle();
  });

  it('keep no answer from her to what she does herself', () => {
    expect(mails(TO_CONFIRM)).toBe(5);
    pictures.confirm(BEA);
    pictures.ask(pictures.own(BEA), BEA);
    pictures.ask(pictures.own(BEA), BEA, { kind: 'Take back an opt-out' });
    expect([mails(CONFIRMED), mails(TAKEN_BACK)]).toEqual([2, 1]);
  });

  it('keep back the link for what she sends without one, until a later day', () => {
    pictures.ask(pictures.link, BEA, { kind: 'Take back an opt-out' });
    const held = () => desk.register('Mail log').filter(({ State }) => State === 'Cancelled').length;
    expect([mails(TO_CONFIRM), held()]).toEqual([5, 1]);
    pictures.ask(pictures.own(ANNA), ANNA);
    expect([mails(TO_CONFIRM), held()]).toEqual([5, 1]);
    desk.nextDay();
    desk.nextDay();
    expect(mails(TO_CONFIRM)).toBe(6);
    desk.nextDay();
    expect(mails(TO_CONFIRM)).toBe(6);
    pictures.confirm(BEA);
    expect(pictures.images(BEA)).toBe('Allowed');
  });

  it('and she herself: no more than twenty answers a day, the others later', () => {
    for (let nth = 0; nth < 23; nth++) pictures.send(pictures.own(BEA), BEA, typed({ words: `No. ${nth}` }));
    pictures.settle();
    expect(mails(CONFIRMED)).toBe(20);
    desk.nextDay();
    desk.nextDay();
    expect(mails(CONFIRMED)).toBe(23);
  });
});

describe('the copy of her request to the program', () => {
  const copies = (name: string) =>
    desk.subjects(CONTACT).filter((subject) => subject === `Written request about pictures: ${name}`).length;
  const STRANGER = { name: 'Zora', email: 'zora@example.net' };
  const flood = (person: { name: string; email: string }) => {
    for (let nth = 0; nth < 11; nth++) pictures.send(pictures.link, person, typed({ words: `No. ${nth}` }));
    pictures.settle();
  };

  it('is sent however many invented people ask', () => {
    flood(STRANGER);
    pictures.ask(pictures.link, ANNA);
    expect([copies('Zora'), copies(ANNA.name)]).toEqual([10, 1]);
    pictures.confirm(ANNA);
    expect(copies(ANNA.name)).toBe(1);
  });

  it('comes once she has confirmed it, when too many came in the names of members', () => {
    flood(BEA);
    pictures.ask(pictures.link, ANNA);
    expect([copies(BEA.name), copies(ANNA.name)]).toEqual([10, 0]);
    const link = desk.linkOf(ANNA.email, pictures.link);
    for (let times = 0; times < 2; times++) {
      pictures.send(link, ANNA, {});
      pictures.settle();
      expect(copies(ANNA.name)).toBe(1);
    }
  });
});
