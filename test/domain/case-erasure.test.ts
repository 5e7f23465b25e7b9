// What is left when a case is erased.

import { describe, expect, it } from '@jest/globals';
import type { Case } from '../../src/domain/case-entries.ts';
import {
  erasedCase,
  erasedCaseMail,
  erasedLetter,
  erasedLogEntry,
  erasedPerson,
  erasedQuestion,
  mayErase,
} from '../../src/domain/case-erasure.ts';
import { caseOf } from './case-samples.ts';

const OLD: Partial<Case> = { status: 'Closed', closed: '2026-04-01', eraseFrom: '2033-04-01', erase: true };

describe('a case is erased on April 1, 2033', () => {
  it.each<[string, Partial<Case>, boolean]>([
    ['when its time has come and a handler confirms', {}, true],
    ['not before its time', { eraseFrom: '2033-04-02' }, false],
    ['not without a time', { eraseFrom: null }, false],
    ['not unconfirmed', { erase: false }, false],
    ['not when it is open again', { status: 'Reopened' }, false],
    ['not twice', { erased: '2033-04-01' }, false],
    ['not while a suspension runs', { suspendedUntil: '2040-01-01' }, false],
    ['when the suspension is over', { suspendedUntil: '2033-03-31' }, true],
    ['not on its last day', { suspendedUntil: '2033-04-01' }, false],
  ])('%s: %s', (_, changes, expected) => {
    expect(mayErase(caseOf({ ...OLD, ...changes }), '2033-04-01')).toBe(expected);
  });
});

/** Every cell that can hold text holds the secret; those with choices hold one. */
const S = 'secret';
const told = caseOf({
  ...OLD,
  kind: 'Safety concern',
  urgency: 'Urgent',
  handler: S,
  guidelines: `Weapons\n${S}\nPictures`,
  happened: S,
  when: S,
  place: S,
  setting: 'Event',
  goingOn: 'Yes',
  evidence: S,
  onBehalf: S,
  wish: S,
  basis: S,
  police: S,
  lawDecision: 'Contact',
  lawDetails: S,
  heardOn: '2026-03-10',
  notHeardBecause: S,
  finding: 'Confirmed',
  outcome: 'Removal',
  contact: 'By email',
  contactTime: 'Any time',
  contactSubject: S,
  acknowledged: '2026-03-03T09:00:00',
  outcomeOn: '2026-03-20',
  reconsiderBy: '2026-04-19',
  passPhrase: S,
  responseId: 'response-1',
  checked: S,
});

describe('of a case', () => {
  const left = erasedCase(told, '2033-04-01');

  it('nothing that somebody wrote is left', () => {
    expect(JSON.stringify(left)).not.toContain(S);
  });

  it('the statistics are left', () => {
    expect(left).toEqual(
      caseOf({
        ...OLD,
        kind: 'Safety concern',
        urgency: 'Urgent',
        guidelines: 'Weapons\nPictures',
        setting: 'Event',
        lawDecision: 'Contact',
        heardOn: '2026-03-10',
        finding: 'Confirmed',
        outcome: 'Removal',
        acknowledged: '2026-03-03T09:00:00',
        outcomeOn: '2026-03-20',
        reconsiderBy: '2026-04-19',
        erased: '2033-04-01',
        responseId: 'response-1',
      }),
    );
  });

  it('a setting in words of her own is not left, and a second erasure changes nothing', () => {
    expect(erasedCase(caseOf({ setting: S }), '2033-04-01').setting).toBe('');
    expect(erasedCase(left, '2034-01-01')).toEqual(left);
  });
});

it('of the rows that belong to it, only their frame is left', () => {
  const at = '2026-03-02T10:00:00';
  const number = '2026-001';
  expect(
    erasedLogEntry({ when: at, number, who: 'ana@imstl.org', what: 'Closed', details: S, responseId: 'r' }),
  ).toEqual({
    when: at,
    number,
    who: 'ana@imstl.org',
    what: 'Closed',
    details: '',
    responseId: 'r',
  });
  const person = { id: 'P-0001', number, part: 'Witness', applied: 'Removed' } as const;
  const named = {
    ...person,
    applied: `${S} Removed`,
    name: S,
    email: S,
    phone: S,
    memberId: S,
    conflict: true,
  };
  expect(erasedPerson(named)).toEqual({
    ...person,
    name: '',
    email: '',
    phone: '',
    memberId: '',
    conflict: false,
  });
  const letter = { number, prepared: at, about: 'Outcome', sent: true };
  expect(erasedLetter({ ...letter, text: S })).toEqual({ ...letter, text: '' });
  const mail = { id: 'm', queued: at, kind: 'Notice of report', reference: number, sent: at } as const;
  const sent = { ...mail, to: S, subject: S, gmailId: S, problem: S };
  expect(erasedCaseMail({ ...sent, state: 'Sent' })).toEqual({
    ...mail,
    to: '',
    subject: '',
    gmailId: '',
    problem: '',
    state: 'Sent',
  });
  expect(erasedCaseMail({ ...sent, state: 'Queued' }).state).toBe('Cancelled');
});

it('of a question, that it was asked and answered', () => {
  const frame = {
    number: 'Q-2026-001',
    received: null,
    status: 'Answered',
    answerBy: null,
    answered: null,
  } as const;
  const left = erasedQuestion({
    ...frame,
    handler: 'ana@imstl.org',
    question: S,
    name: S,
    email: S,
    contact: 'By email',
    contactTime: 'Any time',
    contactSubject: S,
    replyDraft: S,
    phone: S,
    responseId: 'r',
  });
  expect(left).toMatchObject(frame);
  expect(JSON.stringify(left)).not.toContain(S);
});
