// Staff of a rehearsed desk do what it asks of them, so that its mails stop as they do where somebody works.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Cases, ROUTE, VIOLATION, WHO, WISH, ZOE } from '../../scripts/desk/cases.ts';
import { Pictures } from '../../scripts/desk/pictures.ts';
import { rehearse } from '../../scripts/rehearsal/rehearse.ts';
import { ANNA, BEA, CARA, HANA, HEDI, TAB, TestDesk } from '../support/desk.ts';

const QUESTION = { [WISH]: ROUTE.question, 'What would you like to ask or say?': 'May I bring my sister?' };
const ABOUT = 'What is it about?';
const VIOLENCE = 'Violence or threats: hitting, pushing, or words that make somebody afraid';
const PLAIN = '2026-001';
const OF_HANA = '2026-002';
const VIOLENT = '2026-003';
const DECIDED = '2026-004';
const HEARD = '2026-01-12';

const desk = new TestDesk([ANNA, BEA, CARA]);
const cases = new Cases(desk);
const pictures = new Pictures(desk);
const live = (days: number) => rehearse(desk, { days, habit: 'none', random: () => 0.999 });

beforeAll(() => {
  desk.invite();
  desk.save();
  desk.answer(desk.plainLink, { name: ANNA.name, email: 'another@example.net' });
  cases.report({ ...VIOLATION, ...ZOE });
  cases.report({ ...VIOLATION, [WHO]: 'Hana Horvat' });
  cases.report({ ...VIOLATION, [ABOUT]: VIOLENCE });
  cases.report(VIOLATION);
  cases.set(DECIDED, 'Handler', HEDI, HEDI);
  cases.set(DECIDED, 'Status', 'Under review', HEDI);
  cases.set(DECIDED, 'Her side heard on', HEARD, HEDI);
  cases.set(DECIDED, 'Finding', 'Confirmed', HEDI);
  cases.report(QUESTION);
  pictures.ask(pictures.link, { name: BEA.name, email: 'bea.new@example.net' }, { kind: 'Both' });
  live(60);
}, 120_000);
afterAll(() => desk.workspace.close());

/** What was done in a case, with the day. */
const steps = (number: string) =>
  cases
    .register('Case log')
    .filter((line) => line.Case === number)
    .map(({ When, What, Details }) => `${String(When).slice(0, 10)} ${What} ${Details}`.trim());

describe('reports and questions', () => {
  it('go on step by step, each on the day by which it is due', () => {
    expect(steps(PLAIN)).toEqual([
      '2026-01-12 Received',
      '2026-01-14 Acknowledged',
      '2026-01-14 Status changed Under review',
      `2026-01-14 Handler changed ${HANA}`,
      '2026-01-28 Status changed Finding',
      '2026-01-28 Her side was not heard A rehearsal.',
      '2026-01-28 Finding Not confirmed',
      '2026-02-11 Closed',
    ]);
    expect(steps('Q-2026-001').slice(1)).toEqual(['2026-01-19 Question answered']);
  });

  it('go to somebody whom they are not about', () => {
    expect(cases.case(OF_HANA)).toMatchObject({ Handler: HEDI, Status: 'Closed' });
    expect(steps(OF_HANA).join()).not.toMatch(/put back/);
  });

  it('about violence have a decision about the police', () => {
    expect(cases.case(VIOLENT)).toMatchObject({ 'Police: decision': 'Do not contact', Status: 'Closed' });
  });

  it('keep what was decided in them before', () => {
    const { Handler, Finding, Outcome, Status } = cases.case(DECIDED);
    expect([Handler, Finding, Outcome, Status]).toEqual([HEDI, 'Confirmed', 'Conversation', 'Closed']);
    expect(steps(DECIDED).join()).not.toMatch(/not heard/);
  });
});

describe('members', () => {
  it('are matched by their name, and their pictures are taken down', () => {
    expect(pictures.requests).toMatchObject([{ 'Member ID': 'M-0002', Status: 'In force' }]);
    expect(pictures.lines.length).toBeGreaterThan(0);
    expect(pictures.lines.filter(({ Done }) => Done !== 'TRUE')).toEqual([]);
  });

  it('who wait by hand are ticked, so that the daily mail comes only on days with something new', () => {
    for (const tab of ['Problems', 'Follow-up'] as const) {
      const ticks = desk.register(tab).map(({ Done }) => Done);
      expect(ticks.length).toBeGreaterThan(0);
      expect(new Set(ticks)).toEqual(new Set(['TRUE']));
    }
    const news = new Set(desk.register('Follow-up').map(({ Since }) => Since));
    const digests = desk.register('Mail log').filter(({ Kind }) => Kind === 'Daily digest');
    expect(digests.map(({ Reference }) => Reference)).toEqual(['2026-01-13', ...news]);
  });
});

it('a closed case that is added to asks for nothing after its day', () => {
  cases.set(PLAIN, 'Next step by', '2026-03-15', HEDI);
  live(10);
  expect(cases.case(PLAIN)).toMatchObject({ 'Next step by': '', Status: 'Closed' });
});

it('nobody ticks again what comes back, because it was not put right', () => {
  desk.reset();
  desk.set('Mails a day at most', 'many');
  live(5);
  const ticks = desk
    .register('Problems')
    .filter(({ What }) => String(What).includes('many'))
    .map(({ Done }) => Done);
  expect(ticks).toEqual(['TRUE', 'FALSE']);
});

it('they find a tab that was made anew, and a heading with a space behind it', () => {
  desk.reset();
  const { sheets, owner } = desk.workspace;
  desk.type('Mail log', 1, 'State', [['State ']]);
  sheets.userDeleteSheet(owner, desk.registersId, TAB['Follow-up']);
  sheets.userAddSheet(owner, desk.registersId, 'Follow-up');
  desk.repair();
  live(60);
  const ticks = desk.register('Follow-up').map(({ Done }) => Done);
  expect(ticks.length).toBeGreaterThan(0);
  expect(new Set(ticks)).toEqual(new Set(['TRUE']));
});
