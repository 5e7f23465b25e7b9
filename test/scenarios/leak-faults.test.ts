// Whatever fails while a report is taken up or a case is worked on, and whatever Google says then: no word gets out.

import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Cases, ROUTE, WISH } from '../../scripts/desk/cases.ts';
import {
  fullAnswers,
  HER_ADDRESS,
  HER_SUBJECT,
  leaks,
  PASS_PHRASE,
  Watch,
  word,
} from '../../scripts/desk/leak.ts';
import { GoogleError } from '../../scripts/local-workspace/index.ts';
import { HANA, TestDesk } from '../support/desk.ts';
import { EACH, sampled } from '../support/sample.ts';

const desk = new TestDesk();
const cases = new Cases(desk);
const watch = new Watch(desk);
const { faults } = desk.workspace;
const FIRST = '2026-001';

/** Google’s words about what it was sent, as it says them: with all that it was sent. */
let quoted: string;

beforeAll(() => {
  const { form } = cases;
  const [question] = form.items;
  // All but the pass-phrase, which goes nowhere, so that nobody can quote it.
  const sent = Object.values(fullAnswers(desk)).filter((text) => text !== PASS_PHRASE);
  quoted = `Invalid value at 'requests[0].append_cells.rows[0].values[0].user_entered_value' (type.googleapis.com/google.apps.sheets.v4.ExtendedValue), "${sent.join('", "')} ${HER_ADDRESS} ${HER_SUBJECT} ${question?.title}"\nat ${word('line')}`;
  cases.report(fullAnswers(desk, { [WISH]: ROUTE.violation }));
  cases.set(FIRST, 'Handler', HANA);
  cases.set(FIRST, 'Status', 'Acknowledged');
  cases.set(FIRST, 'Status', 'Under review');
  desk.save();
});
afterEach(() => {
  expect(leaks(desk)).toEqual([]);
  expect(watch.finds).toEqual([]);
});

/** What runs, and what has to happen first. */
const RUNS: Record<string, () => void> = {
  reportSubmitted: () => {
    cases.send(fullAnswers(desk, { [WISH]: ROUTE.safety, 'Who makes it unsafe?': 'Hedi Hassan' }));
    desk.workspace.settle();
  },
  caseEdited: () => {
    cases.set(FIRST, 'Police: details', `${word('police')} was there`);
  },
  casesEveryNight: () => {
    cases.send(fullAnswers(desk, { [WISH]: ROUTE.addition, 'Your pass-phrase': PASS_PHRASE }));
    for (const { id } of desk.workspace.triggers.pending()) desk.workspace.triggers.delivered(id);
    cases.type(FIRST, 'Not heard because', `${word('unheard')} was away`);
    for (const { id } of desk.workspace.triggers.pending()) desk.workspace.triggers.delivered(id);
    desk.workspace.run('casesEveryNight');
  },
  casesEveryMorning: () => {
    desk.sleepTo('2026-03-02T13:00:00Z');
    desk.workspace.run('casesEveryMorning');
  },
};

const permanent = () => new GoogleError('INVALID_ARGUMENT', quoted);
const transient = () => new GoogleError('INTERNAL', `${quoted} ${SORRY}`);
const SORRY = 'a server error occurred. Please wait a bit and try again.';
const DISTURBANCES = {
  'is refused with all that was sent': () => ({ when: 'before', effect: { fail: permanent() } }) as const,
  'is done, and then fails': () => ({ when: 'after', effect: { fail: transient() } }) as const,
  'is the last': () => ({ when: 'after', effect: { kill: true } }) as const,
};

describe.each(Object.keys(RUNS))('%s', (functionName) => {
  const run = RUNS[functionName] as () => void;

  it.each(
    Object.entries(DISTURBANCES).map(([what, disturbance], shift) => [what, disturbance, shift] as const),
  )(`${EACH} of its calls in turn %s`, (_, disturbance, shift) => {
    desk.reset();
    const calls = callsOf(functionName, run);
    expect(calls.length).toBeGreaterThan(4);
    const points = calls.map((_, index) => index + 1);
    for (const nth of sampled(points, shift)) {
      desk.reset();
      faults.add({ functionName, nth, ...disturbance() });
      run();
      const struck = `${nth} ${calls[nth - 1]}`;
      expect([struck, faults.pending, leaks(desk), watch.finds]).toEqual([struck, 0, [], []]);
    }
    // The last of them is made good by what runs later.
    desk.workspace.run('everyTenMinutes');
    desk.workspace.run('casesEveryNight');
  });

  it.each(['Gmail.Users.Messages.send', 'Form.getResponses', 'FormApp.openById'])(
    'while %s fails every time',
    (method) => {
      desk.reset();
      for (const fail of [permanent(), transient(), new GoogleError('RESOURCE_EXHAUSTED', quoted)]) {
        faults.clear();
        faults.add({ functionName, method, when: 'before', effect: { fail }, always: true });
        run();
      }
      faults.clear();
      desk.minutes(21);
    },
  );

  it('rows move under its hands', () => {
    desk.reset();
    faults.add({
      functionName,
      method: 'Sheets.Spreadsheets.batchUpdate',
      when: 'before',
      effect: { run: () => desk.workspace.sheets.userInsertRows(HANA, desk.casesId, 201, 1, 2) },
    });
    run();
    desk.minutes(11);
  });
});

function callsOf(functionName: string, run: () => void): string[] {
  const before = desk.workspace.executions().length;
  run();
  const records = desk.workspace.executions().slice(before);
  return records.find((one) => one.functionName === functionName)?.calls.map(({ method }) => method) ?? [];
}

it(`Set up or repair, stopped at ${EACH} of its calls that concern cases`, () => {
  desk.reset();
  const calls = callsOf('runSetUp', () => desk.repair());
  // Before it looks for the list of photographers, it reads anew what it has made.
  const end = calls.indexOf('Drive.Files.get') - 1;
  const first = calls.lastIndexOf('Sheets.Spreadsheets.get', end);
  expect(end - first).toBeGreaterThan(4);
  const points = calls.map((_, index) => index).slice(first, end + 1);
  for (const nth of sampled(points)) {
    desk.reset();
    faults.add({ functionName: 'runSetUp', nth, when: 'before', effect: { fail: permanent() } });
    desk.tryAsking('runSetUp', {});
    expect(faults.pending).toBe(0);
    expect([nth, calls[nth - 1], leaks(desk), watch.finds]).toEqual([nth, calls[nth - 1], [], []]);
  }
});
