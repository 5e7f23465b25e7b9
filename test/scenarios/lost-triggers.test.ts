// Triggers are lost, doubled, blank and late on the real Google; the form is the truth.

import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { firstBrokenLine } from '../../scripts/desk/reading.ts';
import { ANNA, BEA, CARA, CONTACT, TestDesk } from '../support/desk.ts';

let desk: TestDesk;

beforeAll(() => {
  desk = new TestDesk();
  desk.invite();
  desk.save();
});
beforeEach(() => desk.reset());

const people = [ANNA, BEA, CARA];
const answer = (person: typeof ANNA | typeof BEA | typeof CARA) =>
  desk.answer(desk.linkOf(person.email), person);

/** These have answered once each, in this order, and were told once each. */
function expectOnce(...those: readonly { email: string }[]): void {
  const taken = desk.register('Acceptances');
  expect(taken.map(({ Email }) => Email)).toEqual(those.map(({ email }) => email));
  expect(new Set(taken.map((row) => row['Response ID'])).size).toBe(those.length);
  for (const { email } of people) {
    const thanks = desk.subjects(email).filter((subject) => subject.startsWith('Thank you'));
    expect(thanks).toHaveLength(those.some((person) => person.email === email) ? 1 : 0);
  }
  expect(desk.subjects(CONTACT)).toHaveLength(those.length);
  expect(desk.recipients()).toEqual(
    [...people.map(({ email }) => email), CONTACT].slice(0, those.length > 0 ? 4 : 3).sort(),
  );
  expect(firstBrokenLine(desk.register('Audit trail'))).toBe(0);
}

it('the same response delivered twice, at once and a day later: one row, one confirmation', () => {
  const responseId = answer(ANNA);
  const [pending] = desk.workspace.triggers.pending();
  const again = () =>
    desk.workspace.triggers.deliverLater(pending?.triggerId ?? '', desk.workspace.now(), pending?.event);
  again();
  desk.workspace.settle();
  expectOnce(ANNA);
  desk.nextDay();
  again();
  expect(desk.workspace.settle().map(({ status }) => status)).toEqual(['Completed']);
  expectOnce(ANNA);
  expect(desk.register('Acceptances')[0]?.['Response ID']).toBe(responseId);
});

it('a blank event: the response is taken up from the form', () => {
  answer(ANNA);
  const { triggers } = desk.workspace;
  for (const { id, triggerId, event } of triggers.pending()) {
    triggers.delivered(id);
    triggers.deliverLater(triggerId, desk.workspace.now(), event, true);
  }
  expect(desk.workspace.settle().map(({ status, error }) => [status, error])).toEqual([
    ['Completed', undefined],
  ]);
  expectOnce(ANNA);
});

it('a lost trigger: the run of every ten minutes takes the response up', () => {
  answer(ANNA);
  loseTriggers();
  desk.workspace.settle();
  expectOnce();
  desk.minutes(10);
  expectOnce(ANNA);
});

it('a lost trigger is made good by the next response too, and by “Check for new responses”', () => {
  answer(ANNA);
  loseTriggers();
  answer(BEA);
  desk.workspace.settle();
  expectOnce(ANNA, BEA);
  answer(CARA);
  loseTriggers();
  expect(desk.confirm('checkForResponses')).toBe('One new response was taken up.');
  expect(desk.confirm('checkForResponses')).toBe('No new responses.');
  expectOnce(ANNA, BEA, CARA);
});

it('triggers switched off for a week: the nightly run takes up all, however old', () => {
  answer(ANNA);
  desk.workspace.settle();
  const { triggers } = desk.workspace;
  for (const { id } of triggers.all()) triggers.setDisabled(id, true);
  answer(BEA);
  desk.workspace.advance('P4D');
  answer(CARA);
  desk.workspace.advance('P3D');
  for (const { id, handler } of triggers.all()) if (handler === 'everyNight') triggers.setDisabled(id, false);
  desk.workspace.advance('P1D');
  expectOnce(ANNA, BEA, CARA);
});

it('a response that shows up in the form two days late is still behind the watermark’s overlap', () => {
  answer(BEA);
  const [late] = desk.workspace.forms.responses(desk.question('Your name').formId);
  desk.workspace.forms.deleteResponse(late?.formId ?? '', late?.id ?? '');
  loseTriggers();
  desk.nextDay();
  answer(ANNA);
  desk.workspace.settle();
  desk.workspace.kernel.store.table(`form responses ${late?.formId}`).set(late?.id ?? '', late);
  desk.minutes(10);
  expectOnce(ANNA, BEA);
});

function loseTriggers(): void {
  for (const { id } of desk.workspace.triggers.pending()) desk.workspace.triggers.delivered(id);
}
