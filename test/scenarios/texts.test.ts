// The texts beside the code: only rare work reads them, so a project that lost them still takes every answer.

import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from '@jest/globals';
import { readProjectFolder } from '../../scripts/local-workspace/index.ts';
import { Cases, ROUTE, WISH } from '../support/cases.ts';
import { ANNA, BEA, DECLINE, TestDesk } from '../support/desk.ts';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

let desk: TestDesk;
let cases: Cases;
beforeAll(() => {
  desk = new TestDesk();
  cases = new Cases(desk);
  desk.invite();
  const files = readProjectFolder(DIST).filter(({ name }) => name !== 'texts');
  desk.workspace.projects.push(desk.scriptId, files);
});

it('answers, reports and the night do without them', () => {
  desk.answerByLink(ANNA);
  desk.answerByLink(BEA, DECLINE);
  cases.report({ [WISH]: ROUTE.violation, 'What happened?': 'She told others what I had told her.' });
  cases.report({ [WISH]: ROUTE.question, 'What would you like to ask or say?': 'May I bring my sister?' });
  desk.nextDay();
  desk.nextDay();
  expect(desk.register('Acceptances')).toHaveLength(2);
  expect(cases.register('Cases')).toHaveLength(1);
  expect(cases.register('Questions')).toHaveLength(1);
  expect(desk.openProblems()).toEqual([]);
});

it('Set up says that it cannot read them', () => {
  expect(() => desk.ask('runSetUp', {})).toThrow('texts');
});
