// What bad input from a form gets: a clear word to whoever can act, nothing lost, nothing sent to the wrong person.

import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { firstBrokenLine, readHtml } from '../../scripts/desk/reading.ts';
import { ANNA, BEA, CARA, CONTACT, DECLINE, REASON, TAB, TestDesk } from '../support/desk.ts';

const TWIN = { name: 'Dana Evans', email: 'family@example.org', role: 'Mentee' };
const SISTER = { name: 'Eva Evans', email: 'family@example.org', role: 'Mentor' };
/** Everybody who may ever get mail in these stories: the roster, and the program itself. */
const KNOWN = [ANNA.email, BEA.email, CARA.email, TWIN.email, CONTACT].sort();

let desk: TestDesk;

beforeAll(() => {
  desk = new TestDesk([ANNA, BEA, CARA, TWIN, SISTER]);
  desk.invite();
  desk.save();
});
beforeEach(() => desk.reset());
afterEach(() => {
  expect(desk.recipients().filter((address) => !KNOWN.includes(address))).toEqual([]);
  expect(firstBrokenLine(desk.register('Audit trail'))).toBe(0);
});

const rows = () => desk.register('Acceptances');
const newMail = (address: string) =>
  desk.subjects(address).filter((subject) => !/^Please read/.test(subject));
const ONE_MORE_STEP = 'One more step: your personal link to the Code of Conduct';

describe('a personal reference that does not count', () => {
  const unconfirmed = (remark: RegExp) => {
    desk.workspace.settle();
    expect(rows()).toMatchObject([
      { 'Confirmed by': 'Unconfirmed', 'Member ID': '', Remark: expect.stringMatching(remark) },
    ]);
    expect(desk.member(ANNA).Standing).toBe('Never accepted');
    expect(newMail(ANNA.email)).toEqual([ONE_MORE_STEP]);
  };

  it.each([
    ['a letter changed', (reference: string) => `X${reference.slice(1)}`],
    ['the seal of another', (reference: string) => `${reference.split('.')[0]}.AAAAAAAAAAAAAAAAAAAAAA`],
    ['nonsense', () => 'abc'],
    ['more than a reference', (reference: string) => `${reference}.x`],
  ])('forged: %s', (_, change) => {
    desk.answer(desk.withReference(desk.linkOf(ANNA.email), change), ANNA);
    unconfirmed(/was not one of ours/);
  });

  it('expired: the link of a mail from more than 60 days ago', () => {
    const old = desk.linkOf(ANNA.email);
    desk.sleepTo('2026-03-14T15:00:00Z');
    desk.answer(old, ANNA);
    unconfirmed(/was too old to count/);
    desk.answerByLink(ANNA);
    expect(desk.member(ANNA).Standing).toBe('Current');
  });

  it('made for another form', () => {
    const good = desk.sealed('acceptance', 'M-0001', '2025-06-04', '2026-03-13');
    expect(desk.linkOf(ANNA.email)).toContain(encodeURIComponent(good));
    const foreign = desk.sealed('image-opt-out', 'M-0001', '2025-06-04', '2026-03-13');
    desk.answer(
      desk.withReference(desk.linkOf(ANNA.email), () => foreign),
      ANNA,
    );
    unconfirmed(/was made for another form/);
  });

  it('of a member who is no longer on the roster', () => {
    const link = desk.linkOf(ANNA.email);
    desk.workspace.sheets.userDeleteRows(
      desk.workspace.owner,
      desk.registersId,
      TAB.Members,
      desk.rowOf(ANNA) - 1,
    );
    desk.answer(link, ANNA);
    desk.workspace.settle();
    expect(rows()).toMatchObject([
      { 'Member ID': '', Remark: expect.stringMatching(/M-0001, who is not on/) },
    ]);
    expect(desk.openProblems()).toEqual([expect.stringMatching(/A-000001 came in/)]);
    expect(newMail(ANNA.email)).toEqual([]);
  });
});

describe('the address typed into the form', () => {
  it('wrong, with her own link: counts, and the remark shows both addresses', () => {
    desk.answer(desk.linkOf(ANNA.email), { ...ANNA, email: 'ana@exampel.org' });
    desk.workspace.settle();
    expect(rows()).toMatchObject([
      {
        'Member ID': 'M-0001',
        'Confirmed by': 'Personal link',
        Remark:
          'Came by the personal link of anna@example.org; the address typed into the form was ana@exampel.org.',
      },
    ]);
    expect(newMail(ANNA.email)).toEqual(['Thank you: you accepted our Code of Conduct']);
  });

  it('wrong, without a link: staff are asked, and no mail goes there', () => {
    desk.answer(desk.plainLink, { ...ANNA, email: 'ana@exampel.org' });
    desk.workspace.settle();
    expect(newMail(CONTACT)).toEqual(['Please match an answer to a member: A-000001']);
    expect(desk.ask('readUnmatched').answers[0].suggestions).toEqual(['M-0001']);
  });

  it.each([
    ['', 'This is a required question'],
    ['not an address', 'Please type one email address, for example maria@example.org.'],
    ['anna@example.org, bea@example.org', 'Please type one email address, for example maria@example.org.'],
  ])('“%s”: the form does not take it and says why', (email, message) => {
    expect(() => desk.answer(desk.linkOf(ANNA.email), { ...ANNA, email })).toThrow(
      expect.objectContaining({
        problems: [expect.objectContaining({ title: 'Your email address', message })],
      }),
    );
    desk.workspace.settle();
    expect(rows()).toEqual([]);
  });

  it.each(['ANNA@Example.ORG', 'anna+imstl@example.org', ' anna@example.org'])(
    '%s: she is recognised, and asked to prove it at the address on the roster',
    (email) => {
      desk.answer(desk.plainLink, { ...ANNA, email });
      desk.workspace.settle();
      expect(rows()).toMatchObject([{ 'Confirmed by': 'Unconfirmed', Email: email.trim() }]);
      expect(newMail(ANNA.email)).toEqual([ONE_MORE_STEP]);
      desk.answer(desk.linkOf(ANNA.email), { ...ANNA, email });
      desk.workspace.settle();
      expect(rows()[1]).toMatchObject({ 'Member ID': 'M-0001', 'Confirmed by': 'Personal link' });
    },
  );

  it('shared by two members: each gets her own link, and only the one who uses hers is recorded', () => {
    desk.answer(desk.plainLink, { name: 'Evans', email: TWIN.email });
    desk.workspace.settle();
    expect(rows()).toMatchObject([{ 'Member ID': '', Remark: expect.stringContaining('M-0004, M-0005') }]);
    expect(newMail(TWIN.email)).toEqual([ONE_MORE_STEP, ONE_MORE_STEP]);
    const letters = desk.inbox(TWIN.email);
    expect(letters.slice(-2).map(({ to }) => to)).toEqual([
      '"Dana Evans" <family@example.org>',
      '"Eva Evans" <family@example.org>',
    ]);
    desk.answerByLink({ ...SISTER });
    const standing = Object.fromEntries(desk.register('Members').map((row) => [row.Name, row.Standing]));
    expect(standing).toMatchObject({ 'Dana Evans': 'Never accepted', 'Eva Evans': 'Current' });
  });

  it('of another member, with the link of one: nobody is guessed; staff decide', () => {
    desk.answer(desk.linkOf(ANNA.email), { ...BEA });
    desk.workspace.settle();
    expect(rows()).toMatchObject([
      {
        'Member ID': '',
        'Confirmed by': 'Unconfirmed',
        Remark: expect.stringMatching(/link of M-0001, but the address .* belongs to M-0002/),
      },
    ]);
    expect([newMail(ANNA.email), newMail(BEA.email)]).toEqual([[], []]);
    expect(newMail(CONTACT)).toEqual(['Please match an answer to a member: A-000001']);
    expect([desk.member(ANNA).Standing, desk.member(BEA).Standing]).toEqual(Array(2).fill('Never accepted'));
  });
});

it('one address gets at most five automatic answers a day, and every answer is still kept', () => {
  for (let i = 0; i < 8; i++) desk.answer(desk.plainLink, ANNA);
  desk.workspace.settle();
  expect(rows()).toHaveLength(8);
  expect(newMail(ANNA.email)).toEqual(Array(5).fill(ONE_MORE_STEP));
  const cancelled = desk.register('Mail log').filter(({ State }) => State === 'Cancelled');
  expect(cancelled.map(({ Problem }) => Problem)).toEqual(
    Array(3).fill('No mail was sent: this address already got the most automatic answers for one day.'),
  );
});

describe('text that would harm', () => {
  it('60,000 characters: the cell keeps what it can and says so; the mail is not lost', () => {
    desk.answerByLink(ANNA, { ...DECLINE, [REASON]: 'word '.repeat(12_000) });
    const [row] = rows();
    expect(row?.Remark?.length).toBeLessThan(2_100);
    expect(row?.Remark).toMatch(/shortened; the whole answer is in the form\)$/);
    expect(newMail(CONTACT)).toEqual(['Does not accept the Code of Conduct: Anna Ito']);
    expect(desk.workspace.forms.responses(desk.question(REASON).formId)[0]?.answers).toMatchObject({
      [desk.question(REASON).questionId]: ['word '.repeat(12_000)],
    });
  });

  it.each([
    '=HYPERLINK("https://example.org";"x")',
    '+1+1',
    '@SUM(A1)',
    "'quoted",
    '-2',
    '=1+1',
    '007',
    '1/2',
  ])('%s stays the text that it is, in every cell', (words) => {
    desk.answerByLink({ ...ANNA, name: words }, { ...DECLINE, [REASON]: words });
    expect(rows()).toMatchObject([{ Name: words, Remark: `She wrote: ${words}` }]);
    expect(desk.formulas()).toEqual([]);
  });

  it.each([
    ['HTML', '<img src=x onerror=alert(1)> <b>Anna</b>', '<img src=x onerror=alert(1)> <b>Anna</b>'],
    ['line breaks', 'Anna\r\nBcc: thief@example.org\r\n\r\nHello', 'Anna Bcc: thief@example.org Hello'],
    ['right to left', 'ليلى \u202Eحداد', 'ليلى حداد'],
    ['emoji', 'Zoë 👩🏽‍🚀 🌻 Novak', 'Zoë 👩🏽‍🚀 🌻 Novak'],
    ['half an emoji', 'Anna \uD83D', 'Anna \uFFFD'],
    ['quotes', 'Anna "A" \\ O’Neil; <anna@example.com>', 'Anna "A" \\ O’Neil; <anna@example.com>'],
  ])('%s in a name: the same in the cell, and harmless in every mail', (_, typed, kept) => {
    desk.type('Members', desk.rowOf(ANNA), 'Name', [[typed]]);
    desk.workspace.settle();
    desk.answerByLink({ ...ANNA, name: typed });
    expect(rows()).toMatchObject([{ Name: kept }]);
    const [toHer] = desk.inbox(ANNA.email).slice(-1);
    const [notice] = desk.inbox(CONTACT);
    for (const letter of [toHer, notice]) {
      const head = letter?.raw.split('\r\n\r\n')[0] ?? '';
      expect(head.split('\r\n').filter((line) => /^(bcc|cc):/i.test(line))).toEqual([]);
      expect(letter?.html).not.toMatch(/<img src=x|<b>Anna/);
      expect(readHtml(letter?.html ?? '').replace(/\s+/g, ' ')).toContain(kept.replace(/\s+/g, ' '));
      expect(letter?.text).toContain(kept);
    }
    expect(notice?.subject).toBe(`Accepted the Code of Conduct: ${kept}`);
    expect(desk.register('Mail log').map(({ State }) => State)).toEqual(Array(7).fill('Sent'));
  });
});
