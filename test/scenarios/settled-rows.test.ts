// Rows that are settled are not read by most runs: what they say of a member, or still ask of staff, must not be forgotten.

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { publishCode } from '../../scripts/rehearsal/rehearse.ts';
import { propertiesOf, todayOf } from '../../scripts/rehearsal/rehearsed-desk.ts';
import { numbered } from '../../src/domain/running-number.ts';
import { PROPERTY } from '../../src/workflows/config.ts';
import { ANNA, BEA, TestDesk } from '../support/desk.ts';

/** More than a register that is read whole. */
const MANY = 250;

let desk: TestDesk;
beforeAll(() => {
  desk = new TestDesk([ANNA, BEA]);
  desk.invite();
  desk.answerByLink(BEA, { 'Do you accept the Code of Conduct?': 'I do not accept this Code of Conduct' });
  desk.answer(desk.plainLink, { name: 'Zora Quist', email: 'zora@example.net' });
  desk.answerByLink(ANNA);
  desk.workspace.settle();
  desk.skipTo('2026-02-01T12:00:00Z');
  copyLast(MANY);
  desk.nextDay();
  publishCode(desk, { on: todayOf(desk), change: 'Material' });
  desk.nextDay();
});
afterAll(() => desk.workspace.close());

/** Anna’s answer again and again, each a little later. */
function copyLast(count: number): void {
  const [headings = [], ...rows] = desk.grid('Acceptances');
  const last = rows.at(-1) ?? [];
  const copies = Array.from({ length: count }, (_, at) =>
    headings.map((heading, column) => {
      if (heading === 'Acceptance ID') return numbered('A-', 1000 + at, 6);
      if (heading === 'Response ID') return `copy-${at}`;
      return heading === 'Received'
        ? `2026-01-${10 + Math.floor((at / count) * 20)} 10:00:00`
        : (last[column] ?? '');
    }),
  );
  desk.type('Acceptances', rows.length + 2, headings[0] ?? '', copies);
  desk.workspace.settle();
}

it('has settled the rows of the two answers', () => {
  const { acceptances } = JSON.parse(propertiesOf(desk)[PROPERTY.settled] ?? '{}');
  expect(acceptances.row).toBeGreaterThan(100);
});

it('still knows who declined the version before', () => {
  const hers = desk
    .register('Audit trail')
    .filter(({ What, Subject }) => What === 'Standing changed' && Subject === desk.member(BEA)['Member ID']);
  expect(hers.map(({ After }) => After)).toEqual(['Declined', 'New version to accept']);
});

it('still tells staff of the answer to match, in the daily mail as in the tab Today', () => {
  const digest = desk
    .inbox('contact@imstl.org')
    .filter(({ subject }) => /waiting for you/.test(subject))
    .at(-1);
  expect(digest?.text).toMatch(/Answer A-000002 came in/);
  expect(desk.register('Today').map((line) => line['What waits for you'])).toContainEqual(
    expect.stringContaining('A-000002'),
  );
});
