// From a report to its end: each route through the form, and what a handler does with it.

import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { Cases, ROUTE, WISH } from '../support/cases.ts';
import { CONTACT, TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let cases: Cases;
beforeAll(() => {
  desk = new TestDesk();
  cases = new Cases(desk);
});
beforeEach(() => desk.reset());

const WHAT = 'What happened?';
const VIOLATION = { [WISH]: ROUTE.violation };

it('a possible violation becomes a case, and everybody is told as she should be', () => {
  cases.report({ ...VIOLATION, [WHAT]: 'She told others what I told her in private.' });
  expect(cases.case()).toMatchObject({
    Case: '2026-001',
    Kind: 'Possible violation',
    Urgency: 'Normal',
    Status: 'New',
    'What happened': 'She told others what I told her in private.',
    'Acknowledge by': '2026-01-14',
  });
  expect(cases.log('2026-001')).toEqual(['Received']);
  expect(cases.mails(CONTACT)).toEqual(['2026-001 is new in Cases']);
  expect(desk.openProblems()).toEqual([]);
});
