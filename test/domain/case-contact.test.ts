// Whether and when a reporter is written to.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localTime } from '../../src/domain/calendar.ts';
import { leavesAt, mayMail } from '../../src/domain/case-contact.ts';
import { CONTACT_TIMES, type ContactTime, type ContactWay } from '../../src/domain/case-entries.ts';

describe('she may be written to', () => {
  it.each<[ContactWay | null, string, boolean]>([
    ['By email', 'ana@example.org', true],
    ['By email', ' ana@example.org ', true],
    ['By email', '', false],
    ['By email', 'ana at example', false],
    ['By phone', 'ana@example.org', false],
    ['Please do not contact me', 'ana@example.org', false],
    [null, 'ana@example.org', false],
  ])('%s, %j: %s', (contact, email, expected) => {
    expect(mayMail({ contact }, email)).toBe(expected);
  });
});

describe('a mail leaves', () => {
  it.each<[ContactTime | null, string, string]>([
    ['Any time', '2026-03-02T03:00:00', '2026-03-02T03:00:00'],
    [null, '2026-03-02T03:00:00', '2026-03-02T03:00:00'],
    ['Mornings (8 to 12)', '2026-03-02T07:59:59', '2026-03-02T08:00:00'],
    ['Mornings (8 to 12)', '2026-03-02T08:00:00', '2026-03-02T08:00:00'],
    ['Mornings (8 to 12)', '2026-03-02T11:59:59', '2026-03-02T11:59:59'],
    ['Mornings (8 to 12)', '2026-03-02T12:00:00', '2026-03-03T08:00:00'],
    ['Afternoons (12 to 17)', '2026-03-02T11:59:59', '2026-03-02T12:00:00'],
    ['Afternoons (12 to 17)', '2026-03-02T17:00:00', '2026-03-03T12:00:00'],
    ['Evenings (17 to 21)', '2026-03-02T20:30:00', '2026-03-02T20:30:00'],
    ['Evenings (17 to 21)', '2026-12-31T21:00:00', '2027-01-01T17:00:00'],
    ['Evenings (17 to 21)', '2026-03-07T22:00:00', '2026-03-08T17:00:00'],
    ['Mornings (8 to 12)', '2026-11-01T01:30:00', '2026-11-01T08:00:00'],
  ])('%s, when it is %s: %s', (contactTime, now, expected) => {
    expect(leavesAt(contactTime, now)).toBe(expected);
  });

  it('within her hours and less than a day later, whenever it is', () => {
    const instants = fc.integer({ min: Date.UTC(2025, 0, 1) / 1000, max: Date.UTC(2035, 0, 1) / 1000 });
    fc.assert(
      fc.property(instants, fc.constantFrom(...CONTACT_TIMES), (seconds, contactTime) => {
        const now = localTime(seconds * 1000);
        const at = leavesAt(contactTime, now);
        expect(at >= now).toBe(true);
        expect(leavesAt(contactTime, at)).toBe(at);
        expect(Date.parse(`${at}Z`) - Date.parse(`${now}Z`)).toBeLessThan(24 * 3_600_000);
        const [from, until] = contactTime.match(/\d+/g) ?? ['0', '24'];
        expect(Number(at.slice(11, 13))).toBeGreaterThanOrEqual(Number(from));
        expect(Number(at.slice(11, 13))).toBeLessThan(Number(until));
      }),
    );
  });
});
