// Thousands of members with the answers and mails of a year: a sweep with nothing due stays as cheap as with a few.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExecutionRecord } from '../../scripts/local-workspace/index.ts';
import { hashCode } from '../../src/domain/code-text.ts';
import { IS_FULL } from '../support/sample.ts';
import { Desk } from './support-year.ts';

const MEMBERS = IS_FULL ? 10_000 : 5_000;
const MEGABYTE = 1_000_000;

let desk: Desk;
beforeAll(() => {
  desk = new Desk('2026-06-01T18:00:00Z');
  const hash = hashCode(desk.codeText);
  const id = (prefix: string, number: number, digits: number) =>
    prefix + String(number).padStart(digits, '0');
  const statement = 'I agree to be respectful of other Members’ availability and obligations. '.repeat(8);
  // One after the other, from January to the end of April.
  const day = (number: number) => {
    const time = Date.UTC(2026, 0, 2) + Math.floor((number / MEMBERS) * 118) * 86_400_000;
    return new Date(time).toISOString().slice(0, 10);
  };
  const numbers = Array.from({ length: MEMBERS }, (_, i) => i + 1);
  desk.append(
    'Members',
    numbers.map((n) => [id('M-', n, 4), `Member ${n}`, `member${n}@example.org`, 'Mentee', 'Active']),
  );
  desk.append(
    'Acceptances',
    numbers.map((n) => [
      id('A-', n, 6),
      `${day(n)} 10:00:00`,
      id('M-', n, 4),
      `Member ${n}`,
      `member${n}@example.org`,
      'Mentee',
      'Accepted',
      "'2025-06-04",
      hash,
      'Personal link',
      statement,
      'Terms of Use: 2025-06-04',
      `response-${n}`,
      '',
    ]),
  );
  desk.append(
    'Mail log',
    numbers.flatMap((n) =>
      ['Invitation', 'Acceptance confirmed'].map((kind, i) => [
        id('IMSTL-MAIL-', 2 * n + i - 1, 6),
        `${day(n)} 10:00:00`,
        kind,
        `member${n}@example.org`,
        'Thank you: you accepted our Code of Conduct',
        id('M-', n, 4),
        id('A-', n, 6),
        'Sent',
        `${day(n)} 10:01:00`,
        `1${n}f`,
      ]),
    ),
  );
}, 300_000);
afterAll(() => desk.close());

const largest = ({ calls }: ExecutionRecord) => Math.max(...calls.map(({ responseBytes }) => responseBytes));

describe(`with ${MEMBERS} members`, () => {
  it('reads everything once, in pieces that Google can answer', () => {
    desk.nextDay(2);
    const night = desk.run('everyNight');
    expect(night.status).toBe('Completed');
    expect(largest(night)).toBeLessThan(10 * MEGABYTE);
    expect(desk.member('member7@example.org')).toMatchObject({
      Standing: 'Current',
      'Accepted version': '2025-06-04',
    });
  }, 300_000);

  it('then sweeps with few calls and small answers', () => {
    desk.nextDay(6);
    const morning = desk.run('everyMorning');
    expect(morning.calls.length).toBeLessThanOrEqual(MEMBERS <= 10_000 ? 5 : 20);
    expect(largest(morning)).toBeLessThan(10 * MEGABYTE);
    expect(morning.endedAt - morning.startedAt).toBeLessThan(60_000);
    expect(desk.rows('Audit trail').filter(({ What }) => What === 'Standing changed')).toEqual([]);
  }, 300_000);

  it('still knows who accepted what, and reads everything again when somebody sorted a tab', () => {
    desk.nextDay(6);
    desk.set('Members', 'Name', 'Member 7', 'Status', 'Suspended');
    desk.run('everyMorning');
    desk.set('Members', 'Name', 'Member 7', 'Status', 'Active');
    desk.run('everyMorning');
    expect(desk.member('member7@example.org').Standing).toBe('Current');
    desk.sortDescending('Acceptances');
    const morning = desk.run('everyMorning');
    expect(morning.calls.length).toBeGreaterThan(5);
    expect(desk.member('member7@example.org').Standing).toBe('Current');
  }, 300_000);

  it('publishes to all of them in several writes; what a run leaves that dies between them, the night finds', () => {
    desk.nextDay(6);
    desk.set('Settings', 'Setting', 'Mails a day at most', 'Value', '1');
    const version = desk.today;
    const [year, month, day] = version.split('-').map(Number);
    desk.writeCode(desk.codeText.replace(/Last Update: .*/, `Last Update: ${month}/${day}/${year}`));
    desk.ask('readPublishing');
    const { faults } = desk.workspace;
    const method = 'Sheets.Spreadsheets.batchUpdate';
    faults.add({ functionName: 'publishVersion', method, when: 'after', effect: { kill: true } });
    expect(() => desk.ask('publishVersion', { version, editorial: false, why: '' })).toThrow();
    const toAccept = () =>
      desk.rows('Members').filter(({ Standing }) => Standing === 'New version to accept');
    expect(toAccept().length).toBeGreaterThan(1_000);
    expect(toAccept().length).toBeLessThan(MEMBERS);
    desk.run('everyNight');
    expect(toAccept()).toHaveLength(MEMBERS);
    const changes = desk.rows('Audit trail').filter(({ After }) => After === 'New version to accept');
    expect(changes).toHaveLength(MEMBERS);
  }, 300_000);
});
