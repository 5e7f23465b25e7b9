// Whatever staff type and paste into the cells that they decide on, the night leaves no case in a forbidden state.

import { beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Cases, ROUTE, WISH } from '../../scripts/desk/cases.ts';
import { firstBrokenLine, type Line } from '../../scripts/desk/reading.ts';
import { ANNA, HANA, HEDI, TestDesk } from '../support/desk.ts';

const VIOLENCE = 'Violence or threats';
const STATUSES = 'New,Acknowledged,Under review,Awaiting information,Finding,Closed,Reopened'.split(',');
const FINDINGS = ['Confirmed', 'Not confirmed', 'Cannot be established'];
const OUTCOMES = ['None', 'Conversation', 'Written warning', 'Suspension', 'Removal'];

/** What people type into each column, sense and nonsense; neighbours in the sheet are neighbours here. */
const COLUMNS: readonly (readonly [header: string, values: readonly string[]])[][] = [
  [
    ['Case', ['', '2026-001', '2030-100']],
    ['Received', ['', '1/10/2026', '2/1/2026', 'soon']],
    ['Kind', ['', 'Possible violation', 'Safety concern', 'Kind']],
    ['Urgency', ['', 'Normal', 'Urgent', '?']],
    ['Status', [...STATUSES, ...STATUSES, '', 'closed', 'Done']],
    ['Handler', [HANA, HEDI, HEDI.toUpperCase(), '', 'nobody@example.org']],
  ],
  [['What it is about', [VIOLENCE, 'Dishonesty', '', 'Many things']]],
  [
    ['Police: decision', ['Contact', 'Do not contact', '', 'Later']],
    ['Police: details', ['She does not want it. Hana.', '  ', '']],
    ['Her side heard on', ['1/12/2026', '1/1/2020', '1/1/2030', '', 'yesterday']],
    ['Not heard because', ['It is not safe.', ' ', '', '=1+1']],
    ['Finding', [...FINDINGS, '', 'Perhaps']],
    ['Outcome', [...OUTCOMES, '', 'Prison']],
    ['Suspended until', ['1/20/2026', '1/1/2020', '', 'soon']],
  ],
  [
    ['Acknowledged', ['', '1/1/2020']],
    ['Outcome on', ['', '1/1/2020']],
    ['Closed', ['', '1/12/2026']],
  ],
  [['Checked', ['', '{}', '7', 'x']]],
];

interface Paste {
  row: number;
  header: string;
  block: string[][];
  /** Whether the edit trigger hears of it. */
  heard: boolean;
}

const pastes = fc
  .constantFrom(...COLUMNS.flatMap((run) => run.map((_, from) => run.slice(from))))
  .chain((columns) =>
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.boolean())
      .chain(([row, rows, heard]) =>
        fc
          .integer({ min: 1, max: columns.length })
          .chain((width) =>
            fc.array(fc.tuple(...columns.slice(0, width).map(([, values]) => fc.constantFrom(...values))), {
              minLength: 1,
              maxLength: 4 - Math.max(row, rows),
            }),
          )
          .map((block): Paste => ({ row, header: columns[0]?.[0] ?? '', block: block as string[][], heard })),
      ),
  );

let desk: TestDesk;
let cases: Cases;
beforeAll(() => {
  desk = new TestDesk();
  cases = new Cases(desk);
  const report = {
    [WISH]: ROUTE.violation,
    'What happened?': 'She hit me.',
    'Who did it?': 'Anna Ito',
    'What is it about?': `${VIOLENCE}: hitting, pushing, or words that make somebody afraid`,
  };
  for (let count = 0; count < 3; count++) cases.report(report);
  for (const { 'Person ID': id = '' } of cases.register('People named'))
    cases.typeIn('People named', 'Person ID', id, 'Member ID', desk.member(ANNA)['Member ID'] ?? '');
  // A new case, one with a finding, and a closed one.
  for (const number of ['2026-002', '2026-003']) {
    cases.decide(number, { Handler: HANA, Status: 'Under review', 'Not heard because': 'It is not safe.' });
    cases.decide(number, { Finding: 'Confirmed', 'Police: decision': 'Contact', 'Police: details': 'Hana.' });
  }
  cases.decide('2026-003', { Outcome: 'Removal', Status: 'Finding' });
  cases.decide('2026-003', { Status: 'Closed' });
  expect(cases.register('Cases').map((line) => line.Status)).toEqual(['New', 'Under review', 'Closed']);
  desk.save();
});

/** The rules once more, in the words of the Code's clauses; the first that a case breaks. */
function broken(line: Line): string | undefined {
  const cell = (header: string) => (line[header] ?? '').trim();
  // Small letters are read like large ones.
  const status = STATUSES.find((one) => one.toLowerCase() === cell('Status').toLowerCase()) ?? '';
  const [finding, outcome, until] = [cell('Finding'), cell('Outcome'), cell('Suspended until')];
  const isDay = (value: string) => /^2026-\d\d-\d\d/.test(value);
  const isViolent = cell('Kind') === 'Safety concern' || cell('What it is about').includes(VIOLENCE);
  const heard = cell('Her side heard on');
  const isOver = status === 'Closed';
  const rules: [string, boolean][] = [
    ['a status', status !== ''],
    ['its number', /^2026-00[1-3]$/.test(cell('Case'))],
    ['a choice of finding', ['', ...FINDINGS].includes(finding)],
    ['a choice of outcome', ['', ...OUTCOMES].includes(outcome)],
    ['a handler of the Settings', ['', HANA, HEDI].includes(cell('Handler').toLowerCase())],
    ['a handler when somebody works on it', cell('Handler') !== '' || ['New', 'Reopened'].includes(status)],
    ['a finding only under review', finding === '' || !['New', 'Acknowledged'].includes(status)],
    ['a finding only after hearing her', finding === '' || heard !== '' || cell('Not heard because') !== ''],
    ['heard on a day that was', heard === '' || heard === '2026-01-12'],
    ['an outcome only of a confirmed finding', outcome === '' || finding === 'Confirmed'],
    ['a suspension with its day', outcome !== 'Suspension' || isDay(until)],
    ['a day only of a suspension', until === '' || (isDay(until) && ['', 'Suspension'].includes(outcome))],
    ['closed with a finding', !isOver || finding !== ''],
    ['closed with an outcome', !isOver || finding !== 'Confirmed' || outcome !== ''],
    ['violence with more than None', !isOver || !isViolent || finding !== 'Confirmed' || outcome !== 'None'],
    ['the decision on the police', !isOver || !isViolent || cell('Police: decision') !== ''],
    ['and its reason', !isOver || !isViolent || cell('Police: details') !== ''],
    ['a day of closing', isOver === isDay(cell('Closed'))],
    ['a day of outcome', (outcome !== '') === isDay(cell('Outcome on'))],
    ['a time of acknowledgement', status === 'New' || isDay(cell('Acknowledged'))],
  ];
  return rules.find(([, holds]) => !holds)?.[0];
}

/** What the cases make of Anna. */
function statusOfAnna(lines: readonly Line[]): string {
  const outcomes = lines.map(({ Outcome }) => Outcome);
  return outcomes.includes('Removal') ? 'Removed' : outcomes.includes('Suspension') ? 'Suspended' : 'Active';
}

it('holds whatever they type and paste, and whatever the trigger misses', () => {
  fc.assert(
    fc.property(fc.array(pastes, { minLength: 1, maxLength: 5 }), (edits) => {
      desk.reset();
      for (const { row, header, block, heard } of edits) {
        cases.switchTriggers(!heard, 'caseEdited');
        cases.pasteAt(row, header, block);
        desk.workspace.settle();
      }
      cases.switchTriggers(false, 'caseEdited');
      cases.night();
      const lines = cases.register('Cases');
      expect(lines).toHaveLength(3);
      expect(lines.map(broken)).toEqual([undefined, undefined, undefined]);
      expect(desk.member(ANNA).Status).toBe(statusOfAnna(lines));
      expect(firstBrokenLine(cases.register('Audit trail'))).toBe(0);
      const before = JSON.stringify(lines);
      cases.night();
      expect(JSON.stringify(cases.register('Cases'))).toBe(before);
    }),
    { numRuns: 30 },
  );
});
