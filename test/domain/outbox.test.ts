// Which waiting mail leaves now.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAIL_KINDS, MAIL_STATES, type Mail } from '../../src/domain/entries.ts';
import {
  interruptedMails,
  leavingDays,
  mailsToSend,
  mayAnswer,
  ordinaryPerDay,
  roomLeft,
  sentInADay,
} from '../../src/domain/outbox.ts';
import { mail } from './samples.ts';

const NOW = '2026-03-02T09:00:00';
const RULES = { paused: false, perDay: 10, reserve: 2 };
const ids = (mails: Mail[]) => mails.map(({ id }) => id).join(' ');
const sentAt = (sent: string, state: Mail['state'] = 'Sent') => mail('old', { state, sent });

it('lets urgent kinds go first, and the oldest first among equals', () => {
  const log = [
    mail('1', { kind: 'Invitation' }),
    mail('2', { kind: 'Daily digest' }),
    mail('3', { kind: 'Acceptance confirmed' }),
    mail('4', { kind: 'Notice of refusal' }),
    mail('5', { kind: 'Acceptance confirmed' }),
  ];
  expect(ids(mailsToSend(log, RULES, NOW, 20))).toBe('3 5 4 2 1');
});

describe('the budget of a day', () => {
  const waiting = Array.from({ length: 20 }, (_, i) => mail(`w${i}`));
  it.each([
    ['nothing sent yet', [], 8],
    ['three sent an hour ago', [1, 2, 3].map(() => sentAt('2026-03-02T08:00:00')), 5],
    ['three sent more than a day ago', [1, 2, 3].map(() => sentAt('2026-03-01T08:00:00')), 8],
    ['three that may have left', [1, 2, 3].map(() => sentAt('2026-03-02T08:00:00', 'Sending')), 5],
    ['three that failed', [1, 2, 3].map(() => mail('f', { state: 'Failed' })), 8],
    ['all used up', Array.from({ length: 9 }, () => sentAt('2026-03-02T08:00:00')), 0],
  ])('%s: so many may leave', (_, sent, expected) => {
    expect(mailsToSend([...sent, ...waiting], RULES, NOW, 20)).toHaveLength(expected);
  });
});

it('sends nothing while mail is paused, and not more than asked for', () => {
  expect(mailsToSend([mail('1')], { ...RULES, paused: true }, NOW, 20)).toEqual([]);
  expect(mailsToSend([mail('1'), mail('2')], RULES, NOW, 1)).toHaveLength(1);
});

it('never goes over the budget, whatever the log holds', () => {
  const anyMail = fc.record({
    state: fc.constantFrom(...MAIL_STATES),
    kind: fc.constantFrom(...MAIL_KINDS),
    sent: fc.constantFrom(null, '2026-03-02T08:00:00', '2026-03-01T09:00:00', '2026-02-01T08:00:00'),
  });
  fc.assert(
    fc.property(fc.array(anyMail), (mails) => {
      const log = mails.map((changes, i) => mail(String(i), changes));
      const chosen = mailsToSend(log, RULES, NOW, 100);
      expect(chosen.every(({ state }) => state === 'Queued')).toBe(true);
      if (chosen.length > 0) expect(chosen.length + sentInADay(log, NOW)).toBeLessThanOrEqual(8);
    }),
  );
});

it('looks again only for mails that were left long enough ago to be found', () => {
  const log = [
    mail('now', { state: 'Sending', sent: '2026-03-02T08:55:00' }),
    mail('earlier', { state: 'Sending', sent: '2026-03-02T08:40:00' }),
    mail('sent', { state: 'Sent', sent: '2026-03-02T08:40:00' }),
  ];
  expect(ids(interruptedMails(log, NOW))).toBe('earlier');
});

describe('automatic answers to one address, five a day', () => {
  const answer = (changes: Partial<Mail> = {}) =>
    mail('x', { kind: 'Personal link', queued: '2026-03-02T08:00:00', ...changes });
  it.each([
    ['four so far', Array.from({ length: 4 }, () => answer()), true],
    ['five so far', Array.from({ length: 5 }, () => answer()), false],
    ['five in other capitals', Array.from({ length: 5 }, () => answer({ to: 'ANNA@example.org' })), false],
    ['five to somebody else', Array.from({ length: 5 }, () => answer({ to: 'bea@example.org' })), true],
    ['five two days ago', Array.from({ length: 5 }, () => answer({ queued: '2026-02-28T08:00:00' })), true],
    ['five invitations', Array.from({ length: 5 }, () => answer({ kind: 'Invitation' })), true],
    ['five that were held back', Array.from({ length: 5 }, () => answer({ state: 'Cancelled' })), true],
  ])('%s', (_, log, expected) => {
    expect(mayAnswer(log, 'anna@example.org', 5, NOW)).toBe(expected);
  });
});

it.each([
  [1400, 100, 1300],
  [100, 0, 100],
  [100, 100, 50],
  [100, 1000, 50],
  [1, 0, 1],
])('of %d mails a day with %d kept free, %d are for ordinary mail', (perDay, reserve, expected) => {
  expect(ordinaryPerDay({ paused: false, perDay, reserve })).toBe(expected);
});

describe('room for more mails in line, with eight a day', () => {
  const waiting = [mail('w1'), mail('w2')];
  it.each([
    ['nothing sent, nothing waiting', [], false, 8],
    ['two waiting', waiting, false, 6],
    [
      'three sent today, two waiting',
      [...waiting, ...[1, 2, 3].map(() => sentAt('2026-03-02T08:00:00'))],
      false,
      3,
    ],
    [
      'all sent a day ago, at the same minute',
      Array.from({ length: 8 }, () => sentAt('2026-03-01T09:00:30')),
      false,
      8,
    ],
    ['all sent an hour ago', Array.from({ length: 8 }, () => sentAt('2026-03-02T08:00:00')), false, 0],
    ['mail is paused', [], true, 0],
  ])('%s: %#', (_, log, paused, expected) => {
    expect(roomLeft(log, { ...RULES, paused }, NOW)).toBe(expected);
  });
});

describe('the days on which mails leave, when each has a first day of its own', () => {
  const DAY = { '': '', two: '2026-03-02', six: '2026-03-06' };
  it.each<[string, string[], number, string, string]>([
    ['none', [], 5, '2026-03-01', '2026-03-01'],
    ['all may leave today', ['', '', ''], 3, '2026-03-01', '2026-03-01'],
    ['one too many for today', ['', '', ''], 2, '2026-03-01', '2026-03-02'],
    ['no room today', ['', ''], 0, '2026-03-02', '2026-03-02'],
    ['all were asked lately', [DAY.six, DAY.six], 3, '2026-03-06', '2026-03-06'],
    ['the same, and two days are needed', [DAY.six, DAY.six, DAY.six], 0, '2026-03-06', '2026-03-07'],
    ['one was asked lately', [DAY.six, '', ''], 3, '2026-03-01', '2026-03-06'],
    ['a quiet day that ends before there is room', [DAY.two, '', '', '', ''], 1, '2026-03-01', '2026-03-03'],
  ])('%s', (_, from, left, first, last) => {
    expect(leavingDays(from, '2026-03-01', left, 2)).toEqual([first, last]);
  });
});
