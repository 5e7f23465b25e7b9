// Whose row is selected, and what stands on her card.

import { describe, expect, it } from '@jest/globals';
import { factsOf, partsOf, stepsFor, stepWords } from '../../src/content/member-card-words.ts';
import type { Acceptance, Mail } from '../../src/domain/entries.ts';
import type { Agreement } from '../../src/domain/image-entries.ts';
import { historyOf, type MemberCard, memberMeant } from '../../src/domain/member-card.ts';
import { member } from './samples.ts';

const ROSTER = [
  member('M-1', 'Anna Ito', 'anna@example.org'),
  member('M-0002', 'Bea Cruz', 'bea@example.org'),
  member('M-0003', 'Bea', 'bea2@example.org'),
  member('', 'Nobody Yet', 'new@example.org'),
];

describe('whose row is selected', () => {
  const inRegister = ['Acceptance ID', 'Member ID', 'Name'];
  it.each([
    ['her row', 'A-000001', inRegister, ['A-000001', 'M-1', 'Anna Ito'], 'M-1'],
    ['a cell with an id', 'M-0002', ['Member ID', 'Other member ID'], ['M-1', 'M-0002'], 'M-0002'],
    ['a row without an id, although it has a name', 'x', inRegister, ['A-000002', '', 'Anna Ito'], ''],
    ['an id that is nobody’s', 'x', inRegister, ['A-000002', 'M-9', 'Anna Ito'], ''],
    ['the headings', 'Name', inRegister, inRegister, ''],
    ['a line that names her', 'x', ['What'], ['Mail to Anna Ito comes back'], 'M-1'],
    ['a line with her number', 'x', ['What'], ['M-0002 (somebody) has no address.'], 'M-0002'],
    ['a line that names two', 'x', ['What'], ['Anna Ito and Bea Cruz'], ''],
    ['a name as a part of another', 'x', ['What'], ['Joanna Itoh was here'], ''],
    ['a short name or number, which stands anywhere', 'x', ['What'], ['M-1 Bea'], ''],
    ['a new row', 'Nobody Yet', ['Member ID', 'Name'], ['', 'Nobody Yet'], ''],
  ])('%s', (_, cell, headings, row, id) => {
    expect(memberMeant({ cell, headings, row }, 'Member ID', ROSTER)).toBe(id);
  });
});

const NOTHING = { acceptances: [], mailLog: [], optOuts: [], takedowns: [], agreements: [], followUps: [] };

function cardOf(registers: object, changes = {}): MemberCard {
  const hers = { ...member('M-1', 'Anna Ito', 'anna@example.org'), standing: 'Current', ...changes } as const;
  const history = historyOf('M-1', { ...NOTHING, ...registers }, () => [
    { kind: 'added', title: 'Pictures', stretches: [] },
  ]);
  return { ...history, member: hers as MemberCard['member'], mailComesBack: false, canBeAsked: true };
}

const answer = (id: string, received: string, version: string, more = {}) =>
  ({
    id,
    received,
    version,
    memberId: 'M-1',
    answer: 'Accepted',
    confirmedBy: 'Personal link',
    ...more,
  }) as Acceptance;

it('tells of each answer what changed for her, the newest first', () => {
  const acceptances = [
    answer('A-1', '2024-01-05T10:00:00', '2024-01-01'),
    answer('A-2', '2025-01-06T10:00:00', '2024-01-01'),
    answer('A-3', '2025-07-01T10:00:00', '2025-06-04', { answer: 'Declined' }),
    answer('A-4', '2025-07-02T10:00:00', '2025-06-04', { confirmedBy: 'Staff' }),
    answer('A-5', '2025-07-03T10:00:00', '2025-06-04', { memberId: 'M-2' }),
  ];
  const answers = partsOf(cardOf({ acceptances })).find(({ title }) => title === 'Answers to the Code');
  expect(answers?.lines.map(({ text, details }) => [text, ...details].join(' | '))).toEqual([
    'Accepted the version of June 4, 2025 | July 2, 2025 · recorded by staff | Changed since January 1, 2024: Pictures (new)',
    'Did not accept the version of June 4, 2025 | July 1, 2025 · by her own link',
    'Accepted the version of January 1, 2024 | January 6, 2025 · by her own link | The same version again.',
    'Accepted the version of January 1, 2024 | January 5, 2024 · by her own link | Her first one.',
  ]);
});

it('keeps to itself what two members agreed, and shows agreements of either side', () => {
  const agreement = {
    id: 'D-0001',
    scope: 'her illness',
    otherName: 'Bea',
    remark: 'secret',
    status: 'In force',
  };
  const agreements = [
    { ...agreement, starter: 'M-1', other: 'M-2' },
    { ...agreement, id: 'D-0002', starter: 'M-2', other: 'M-1' },
    { ...agreement, id: 'D-0003', starter: 'M-2', other: 'M-3' },
  ] as Agreement[];
  const card = cardOf({ agreements });
  expect(card.agreements.map(({ id }) => id)).toEqual(['D-0002', 'D-0001']);
  expect(JSON.stringify(card)).not.toMatch(/illness|Bea|secret|M-2/);
});

it('offers what makes sense, and says what it will do with the mails that wait', () => {
  const queued = { id: 'X', memberId: 'M-1', kind: 'Reminder', state: 'Queued', queued: null } as Mail;
  const waiting = cardOf({ mailLog: [queued] });
  expect(stepsFor(waiting)).toEqual(['resend', 'paper', 'address', 'inactive']);
  expect(stepWords('address', waiting).lines.join(' ')).toContain(
    'One mail waits for her, and will go to the new',
  );
  expect(stepsFor({ ...cardOf({}, { status: 'Inactive' }), canBeAsked: false })).toEqual([
    'paper',
    'address',
    'active',
  ]);
  expect(stepsFor({ ...cardOf({}, { status: 'Suspended' }), canBeAsked: false })).toEqual([
    'paper',
    'address',
  ]);
});

it('says when mail to her comes back', () => {
  expect(factsOf({ ...cardOf({}), mailComesBack: true })[0]).toEqual([
    'Email',
    'anna@example.org – mail comes back',
  ]);
});
