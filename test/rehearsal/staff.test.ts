// Staff of a rehearsed desk do what it asks of them, so that its mails stop as they do where somebody works.

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Cases, FIRST, ROUTE, VIOLATION, WISH, ZOE } from '../../scripts/desk/cases.ts';
import { rehearse } from '../../scripts/rehearsal/rehearse.ts';
import { ANNA, TestDesk } from '../support/desk.ts';

const DAYS = 60;
const QUESTION = { [WISH]: ROUTE.question, 'What would you like to ask or say?': 'May I bring my sister?' };

let desk: TestDesk;
let cases: Cases;

beforeAll(() => {
  desk = new TestDesk();
  cases = new Cases(desk);
  desk.invite();
  cases.report({ ...VIOLATION, ...ZOE });
  cases.report(QUESTION);
  desk.answer(desk.plainLink, { name: ANNA.name, email: 'another@example.net' });
  rehearse(desk, { days: DAYS, habit: 'none', random: () => 0.999 });
}, 120_000);
afterAll(() => desk?.workspace.close());

it('goes step by step through a case, each on the day on which it is due, and answers a question', () => {
  expect(cases.case(FIRST).Status).toBe('Closed');
  expect(cases.register('Questions').map(({ Status }) => Status)).toEqual(['Answered']);
  expect(cases.log(FIRST)).toEqual([
    'Received',
    'Acknowledged',
    'Status changed: Under review',
    'Handler changed: hana@example.org',
    'Status changed: Finding',
    'Her side was not heard: A rehearsal.',
    'Finding: Not confirmed',
    'Closed',
  ]);
});

it('ticks what waits by hand, so that the daily mail comes only on days with something new', () => {
  for (const tab of ['Problems', 'Follow-up'] as const) {
    const ticks = desk.register(tab).map(({ Done }) => Done);
    expect(ticks.length).toBeGreaterThan(0);
    expect(new Set(ticks)).toEqual(new Set(['TRUE']));
  }
  const digests = desk.register('Mail log').filter(({ Kind }) => Kind === 'Daily digest');
  expect(digests.length).toBeGreaterThan(0);
  expect(digests.length).toBeLessThan(DAYS / 4);
});
