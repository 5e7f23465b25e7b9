// More answers than one call to Google can hold, because for weeks no trigger came: they are taken up in several calls.

import { expect, it } from '@jest/globals';
import { answerForm } from '../../scripts/demonstration/answer.ts';
import { firstBrokenLine } from '../../scripts/desk/reading.ts';
import { ANNA, TestDesk } from '../support/desk.ts';

const ANSWERS = 900;
const WRITE = 'Sheets.Spreadsheets.batchUpdate';

it('a run that dies between two calls leaves the rest to the next, and nothing is lost or doubled', () => {
  const desk = new TestDesk([ANNA]);
  const { workspace } = desk;
  desk.set('Notices of acceptances', 'Daily digest');
  const link = desk.sealedLink({ id: 'M-0001' }, '2025-06-04', '2026-03-13');
  for (let number = 0; number < ANSWERS; number++)
    answerForm(workspace, link, { 'Your name': ANNA.name, 'Your email address': ANNA.email });
  for (const { id } of workspace.triggers.pending()) workspace.triggers.delivered(id);

  workspace.faults.add({ method: WRITE, when: 'after', effect: { kill: true } });
  expect(workspace.run('everyTenMinutes').record.status).toBe('Killed');
  const taken = desk.register('Acceptances').length;
  expect(taken).toBeGreaterThan(500);
  expect(taken).toBeLessThan(ANSWERS);
  expect(workspace.run('everyTenMinutes').record.status).toBe('Completed');
  const ids = desk.register('Acceptances').map((line) => line['Response ID']);
  expect(ids).toHaveLength(ANSWERS);
  expect(new Set(ids).size).toBe(ANSWERS);
  expect(firstBrokenLine(desk.register('Audit trail'))).toBe(0);
});
