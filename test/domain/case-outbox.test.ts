// Which mails about cases leave now: urgent ones first and always.

import { describe, expect, it } from '@jest/globals';
import type { CaseMail, CaseMailKind, ContactTime } from '../../src/domain/case-entries.ts';
import { caseMailsToSend, mayWriteToReporter, toldWith } from '../../src/domain/case-outbox.ts';

const NOON = '2026-03-02T12:30:00';
const ON = { paused: false, perDay: 10 };

function mail(id: string, kind: CaseMailKind, changes: Partial<CaseMail> = {}): CaseMail {
  const queued = '2026-03-02T12:00:00';
  const rest = { subject: '', reference: '2026-001', sent: null, gmailId: '', problem: '' };
  return { id, kind, queued, to: 'rosa@example.org', state: 'Queued', ...rest, ...changes };
}

const sent = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    mail(`s${at}`, 'Notice of report', { state: 'Sent', sent: '2026-03-02T08:00:00' }),
  );

const leaving = (log: CaseMail[], rules = ON, time: ContactTime | null = null, now = NOON) =>
  caseMailsToSend(log, rules, () => time, now, 100).map(({ id }) => id);

describe('the order', () => {
  it('urgent first, then notices, then what waits for the person who wrote; the oldest first', () => {
    const log = [
      mail('received', 'Report received'),
      mail('due', 'Cases due'),
      mail('notice', 'Notice of report'),
      mail('urgent 1', 'Urgent report'),
      mail('urgent 2', 'Urgent report'),
    ];
    expect(leaving(log)).toEqual(['urgent 1', 'urgent 2', 'notice', 'due', 'received']);
  });
});

describe('the budget of ten a day', () => {
  it('leaves its last fifth to urgent mails', () => {
    const log = [...sent(7), mail('a', 'Notice of report'), mail('b', 'Notice of report')];
    expect(leaving(log)).toEqual(['a']);
    expect(leaving([...sent(8), mail('a', 'Notice of report')])).toEqual([]);
    expect(leaving([...sent(8), mail('a', 'Notice of report'), mail('u', 'Urgent report')])).toEqual(['u']);
    expect(leaving([...sent(10), mail('u', 'Urgent report')])).toEqual(['u']);
  });
});

describe('urgent mails to one address', () => {
  const urgent = (id: string, changes: Partial<CaseMail> = {}) => mail(id, 'Urgent report', changes);
  const left = (times: readonly string[]) =>
    times.map((time, at) => urgent(`s${at}`, { state: 'Sent', sent: `2026-03-02T${time}:00` }));

  it.each([
    ['five leave by themselves', [], ['1', '2', '3', '4', '5'], ['1', '2', '3', '4', '5']],
    [
      'of more, the newest leaves for the rest',
      [],
      ['1', '2', '3', '4', '5', '6'],
      ['1', '2', '3', '4', '6'],
    ],
    ['what left an hour ago does not count', Array(5).fill('11:29'), ['1', '2'], ['1', '2']],
    ['after five in an hour they wait', Array(5).fill('12:22'), ['1'], []],
    ['and the newest leaves after ten minutes', Array(5).fill('12:20'), ['1', '2'], ['2']],
  ])('%s', (_, before, waiting, expected) => {
    expect(leaving([...left(before), ...waiting.map((id) => urgent(id))])).toEqual(expected);
  });

  it('are counted for each address', () => {
    const other = urgent('other', { to: 'sara@example.org' });
    expect(leaving([...left(Array(5).fill('12:25')), urgent('1'), other])).toEqual(['other']);
  });

  it('tell of those that came before and still wait', () => {
    const log = [
      urgent('gone', { state: 'Sent' }),
      urgent('a', { to: 'Rosa@example.org' }),
      urgent('other', { to: 'sara@example.org' }),
      mail('notice', 'Notice of report'),
      urgent('b'),
      urgent('later'),
    ];
    expect(toldWith(log, 'b').map(({ id }) => id)).toEqual(['a']);
    expect(toldWith(log, 'notice')).toEqual([]);
  });
});

it('a pause holds all but the urgent ones', () => {
  const log = [mail('a', 'Notice of report'), mail('u', 'Urgent report')];
  expect(leaving(log, { ...ON, paused: true })).toEqual(['u']);
});

describe('a mail to the person who wrote waits for her time of day; one to the staff does not', () => {
  it.each([
    ['Any time', NOON, ['received', 'notice']],
    ['Evenings (17 to 21)', NOON, ['notice']],
    ['Evenings (17 to 21)', '2026-03-02T18:00:00', ['received', 'notice']],
    ['Mornings (8 to 12)', NOON, ['notice']],
  ] as const)('%s, at %s', (time, now, expected) => {
    const log = [mail('received', 'Report received'), mail('notice', 'Notice of report')];
    expect(leaving(log, ON, time, now).sort()).toEqual([...expected].sort());
  });
});

it('an address gets only so many a day, however they were written', () => {
  const log = [
    mail('a', 'Report received', { to: 'Rosa@Example.org' }),
    mail('b', 'Question received', { state: 'Sent' }),
    mail('c', 'Report received', { queued: '2026-03-01T11:00:00' }),
    mail('d', 'Notice of report'),
  ];
  expect(mayWriteToReporter(log, 'rosa@example.org', 3, NOON)).toBe(true);
  expect(mayWriteToReporter(log, 'rosa@example.org', 2, NOON)).toBe(false);
  expect(mayWriteToReporter(log, 'rosa+again@example.org', 2, NOON)).toBe(false);
  expect(mayWriteToReporter(log, 'other@example.org', 1, NOON)).toBe(true);
});
