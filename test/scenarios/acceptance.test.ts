// From the personal link to the register: how a member accepts the Code, and what she and staff see of it.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { firstBrokenLine, readHtml } from '../../scripts/desk/reading.ts';
import { ANNA, BEA, CARA, CONTACT, DECLINE, REASON, ROLE, TestDesk } from '../support/desk.ts';

const CODE = readFileSync(new URL('../../src/content/code-of-conduct.txt', import.meta.url), 'utf8');
const CODE_LINES = CODE.normalize('NFC')
  .split(/\r?\n/)
  .map((line) =>
    line
      .replace(/[\uFEFF\u200B]/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  .filter((line) => line !== '');
const CODE_HASH = createHash('sha256').update(CODE_LINES.join('\n')).digest('hex');

const RESPECT = 'I agree to treat all Members with respect.';
const INTEREST = 'As a mentor, I will always strive to act in the best interest of my mentee.';
const VOLUNTEER = 'As a mentor, I am a volunteer and not an employee.';
const RECEPTIVE = 'As a mentee, I will be receptive to new ideas';

let desk: TestDesk;

beforeAll(() => {
  desk = new TestDesk();
  desk.invite();
  desk.save();
});
beforeEach(() => desk.reset());

const subjects = (address: string) => desk.subjects(address);
/** Compares texts without regard to where lines break. */
const joined = (text: string) => text.replace(/\s+/g, '');

describe('a member answers by her personal link', () => {
  beforeEach(() => desk.answerByLink(ANNA));

  it('is one row, with the version, the fingerprint of the text, and how we know that it was she', () => {
    expect(desk.register('Acceptances')).toMatchObject([
      {
        'Acceptance ID': 'A-000001',
        Received: expect.stringMatching(/^2026-01-12 09:00/),
        'Member ID': 'M-0001',
        Name: ANNA.name,
        Email: ANNA.email,
        Role: 'Mentor',
        Answer: 'Accepted',
        'Code version': '2025-06-04',
        'Text hash': CODE_HASH,
        'Confirmed by': 'Personal link',
        Companions:
          'Terms of Use: 2025-01-01, https://example.org/terms\nPrivacy Policy: 2025-01-02, https://example.org/privacy',
        'Response ID': desk.workspace.forms.responses(desk.question('Your name').formId)[0]?.id,
        Remark: '',
      },
    ]);
    expect(desk.openProblems()).toEqual([]);
  });

  it('makes her standing Current, with the day on which she is asked again', () => {
    expect(desk.member(ANNA)).toMatchObject({
      Standing: 'Current',
      'Accepted version': '2025-06-04',
      'Accepted on': '2026-01-12',
      'Next due': '2027-01-12',
      'Last mailed': '2026-01-12',
    });
    expect(desk.member(BEA).Standing).toBe('Never accepted');
  });

  it('brings her one confirmation, with what she agreed to and the whole text', () => {
    const [, confirmation, ...more] = desk.inbox(ANNA.email);
    expect(more).toEqual([]);
    expect(confirmation?.subject).toBe('Thank you: you accepted our Code of Conduct');
    for (const form of [confirmation?.text ?? '', readHtml(confirmation?.html ?? '')]) {
      const mail = joined(form);
      for (const statement of [RESPECT, INTEREST, VOLUNTEER, 'June 4, 2025', 'A-000001', 'January 12, 2027'])
        expect(mail).toContain(joined(statement));
      for (const line of CODE_LINES) {
        const words = line.replace(/^[•●▪◦*–-]\s+/, '').replace(/^([^:]{2,60}): (?=.{20})/, '');
        expect(mail).toContain(joined(words));
      }
    }
  });

  it('brings one notice to the program, and mail to nobody else', () => {
    expect(subjects(CONTACT)).toEqual(['Accepted the Code of Conduct: Anna Ito']);
    expect(desk.recipients()).toEqual([ANNA.email, BEA.email, CARA.email, CONTACT].sort());
    expect(subjects(BEA.email)).toHaveLength(1);
    expect(desk.register('Mail log').map(({ State }) => State)).toEqual(Array(5).fill('Sent'));
  });

  it('is not taken up a second time by any later run', () => {
    desk.minutes(30);
    desk.nextDay();
    expect(desk.register('Acceptances')).toHaveLength(1);
    expect(subjects(ANNA.email)).toHaveLength(2);
  });
});

it('notices come as one digest in the morning when staff choose so, and a refusal still comes at once', () => {
  desk.set('Notices of acceptances', 'Daily digest');
  desk.answerByLink(ANNA);
  desk.answerByLink(BEA, DECLINE);
  expect(subjects(CONTACT)).toEqual(['Does not accept the Code of Conduct: Béa Cruz']);
  desk.nextDay();
  const [, digest, ...more] = desk.inbox(CONTACT);
  expect(more).toEqual([]);
  expect(digest?.text).toMatch(/Accepted the Code: 1\n[\s\S]*Anna Ito \(M-0001\)/);
  expect(digest?.text).toMatch(/Do not accept the Code: 1\n[\s\S]*Béa Cruz \(M-0002\)/);
  // Then it tells once that everybody has been asked.
  desk.nextDay();
  expect(desk.inbox(CONTACT)[2]?.text).toContain('All mails about the version of June 4, 2025 are out.');
  desk.nextDay();
  expect(subjects(CONTACT)).toHaveLength(3);
});

describe('an answer with nothing but an address', () => {
  it('is kept as Unconfirmed; a link goes to the roster’s address, and answered by that it counts', () => {
    desk.answer(desk.plainLink, { ...BEA, email: '  bea@example.org ' });
    desk.workspace.settle();
    expect(desk.register('Acceptances')).toMatchObject([{ 'Confirmed by': 'Unconfirmed', 'Member ID': '' }]);
    expect(desk.member(BEA).Standing).toBe('Never accepted');
    expect(subjects(BEA.email)[1]).toBe('One more step: your personal link to the Code of Conduct');
    expect(subjects(CONTACT)).toEqual([]);

    desk.answerByLink(BEA);
    expect(desk.register('Acceptances')).toMatchObject([
      { 'Confirmed by': 'Unconfirmed' },
      { 'Confirmed by': 'Personal link', 'Member ID': 'M-0002' },
    ]);
    expect(desk.member(BEA).Standing).toBe('Current');
  });

  it('from a stranger waits for staff, who say who she is; the answer itself stays as it came', () => {
    desk.answer(desk.plainLink, { name: 'Cara D.', email: 'cara.at.home@example.org' });
    desk.workspace.settle();
    const [asItCame] = desk.register('Acceptances');
    expect(desk.recipients()).not.toContain('cara.at.home@example.org');
    expect(desk.openProblems()).toEqual([expect.stringContaining('A-000001')]);
    expect(subjects(CONTACT)).toEqual(['Please match an answer to a member: A-000001']);

    const { answers } = desk.ask('readUnmatched');
    expect(answers).toMatchObject([{ id: 'A-000001', name: 'Cara D.', suggestions: ['M-0003'] }]);
    const match = { acceptanceId: 'A-000001', memberId: 'M-0003', remark: '' };
    expect(desk.tryAsking('matchResponse', match).message).toMatch(/Please write a remark/);
    desk.ask('matchResponse', { ...match, remark: 'She told me on the phone.' });
    expect(desk.tryAsking('matchResponse', { ...match, remark: 'Again' }).message).toMatch(/matched already/);

    const [first, second, ...more] = desk.register('Acceptances');
    expect(first).toEqual(asItCame);
    expect(second).toMatchObject({
      'Acceptance ID': 'A-000002',
      'Member ID': 'M-0003',
      'Confirmed by': 'Staff',
      'Response ID': 'match-A-000001',
      Received: asItCame?.Received,
      Remark: 'The answer of A-000001, matched by contact@imstl.org: She told me on the phone.',
    });
    expect(more).toEqual([]);
    expect(desk.member(CARA).Standing).toBe('Current');
    expect(desk.openProblems()).toEqual([]);
    expect(desk.ask('readUnmatched').answers).toEqual([]);
    expect(subjects(CARA.email)[1]).toMatch(/^Thank you/);
    expect(desk.recipients()).not.toContain('cara.at.home@example.org');
  });
});

it('a refusal is recorded with her reason and told to staff; she hears that a person will write', () => {
  desk.answerByLink(CARA, { ...DECLINE, [REASON]: 'I want to talk first.' });
  expect(desk.register('Acceptances')).toMatchObject([
    {
      Answer: 'Declined',
      'Code version': '2025-06-04',
      Statements: '',
      Remark: 'She wrote: I want to talk first.',
    },
  ]);
  expect(desk.member(CARA)).toMatchObject({ Standing: 'Declined', 'Next due': '', 'Accepted on': '' });
  expect(subjects(CONTACT)).toEqual(['Does not accept the Code of Conduct: Cara Diallo']);
  expect(desk.inbox(CONTACT)[0]?.text).toContain('I want to talk first.');
  expect(subjects(CARA.email)[1]).toBe('We have your answer about our Code of Conduct');

  desk.answer(desk.linkOf(CARA.email), CARA);
  desk.workspace.settle();
  expect(desk.member(CARA).Standing).toBe('Current');
});

it('staff record a paper that she signed, once, with where it is kept', () => {
  const { ticket, members, version } = desk.ask('readPaper');
  expect(version).toBe('2025-06-04');
  expect(members).toHaveLength(3);
  const paper = { ticket, memberId: 'M-0002', role: 'Mentee', signedOn: '2025-09-03', remark: 'Blue folder' };
  expect(desk.tryAsking('recordPaperAcceptance', { ...paper, signedOn: '2026-02-01' }).message).toMatch(
    /cannot be in the future/,
  );
  expect(desk.tryAsking('recordPaperAcceptance', { ...paper, remark: ' ' }).message).toMatch(
    /write a remark/,
  );
  desk.ask('recordPaperAcceptance', paper);
  desk.ask('recordPaperAcceptance', paper);
  expect(desk.register('Acceptances')).toMatchObject([
    {
      'Member ID': 'M-0002',
      Received: '2025-09-03 00:00:00',
      'Confirmed by': 'Staff',
      'Text hash': CODE_HASH,
      Remark: 'Signed on paper on September 3, 2025. Recorded by contact@imstl.org: Blue folder',
    },
  ]);
  expect(desk.member(BEA)).toMatchObject({
    Standing: 'Current',
    'Accepted on': '2025-09-03',
    'Next due': '2026-09-03',
  });
  expect(subjects(BEA.email).filter((subject) => subject.startsWith('Thank you'))).toHaveLength(1);
});

it.each([
  ['Mentor', [INTEREST, VOLUNTEER], [RECEPTIVE]],
  ['Mentee', [RECEPTIVE], [INTEREST, VOLUNTEER]],
  ['Mentor and mentee', [INTEREST, VOLUNTEER, RECEPTIVE], []],
])('%s: she agrees to the words for her part, and to those for all', (role, hers, notHers) => {
  desk.answerByLink(CARA, { [ROLE]: role });
  const [row] = desk.register('Acceptances');
  expect(row?.Role).toBe(role);
  for (const statement of [...hers, RESPECT, 'Images and Photos', 'unduly burden'])
    expect(row?.Statements).toContain(statement);
  for (const statement of notHers) expect(row?.Statements).not.toContain(statement);
  expect(row?.Statements?.split('\n')).toHaveLength(hers.length + 3);
});

it('the audit trail holds every step, and each line fits the one before', () => {
  desk.answerByLink(ANNA);
  desk.answerByLink(BEA, DECLINE);
  desk.type('Members', desk.rowOf(CARA), 'Status', [['Inactive']]);
  desk.workspace.settle();
  const trail = desk.register('Audit trail');
  expect(firstBrokenLine(trail)).toBe(0);
  expect(
    trail.slice(-6).map(({ Who, What, Subject, Before, After }) => [Who, What, Subject, Before, After]),
  ).toEqual([
    ['Acceptance form', 'Accepted the Code of Conduct', 'A-000001', '', expect.stringContaining(CODE_HASH)],
    ['System', 'Standing changed', 'M-0001', 'Never accepted', 'Current'],
    ['Acceptance form', 'Declined the Code of Conduct', 'A-000002', '', expect.stringContaining('M-0002')],
    ['System', 'Standing changed', 'M-0002', 'Never accepted', 'Declined'],
    [CONTACT, 'Changed “Status”', 'M-0003', 'Active', 'Inactive'],
    ['System', 'Standing changed', 'M-0003', 'Never accepted', 'Exempt'],
  ]);
  const changed = trail.map((line, index) => (index === 7 ? { ...line, After: 'Somebody else' } : line));
  expect(firstBrokenLine(changed)).toBe(8);
  expect(firstBrokenLine(trail.filter((_, index) => index !== 7))).toBe(8);
});
