// Hostile text through every door of the bundle: forms, mail, cells and dialogs. Nothing breaks, and nothing in it acts.

import { createHash } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Arbitrary } from 'fast-check';
import { TAB as CASE_TAB, Cases } from '../../scripts/desk/cases.ts';
import { type Labelled, Mailbox } from '../../scripts/desk/mail.ts';
import { firstBrokenLine } from '../../scripts/desk/reading.ts';
import { callApi } from '../../scripts/local-workspace/rest/dispatch.ts';
import type { Form } from '../../scripts/local-workspace/services/forms/form-model.ts';
import { FormRefused } from '../../scripts/local-workspace/services/forms/submissions.ts';
import { ANNA, BEA, BORA, CARA, CONTACT, HANA, HEDI, SARA, STINA, TAB, TestDesk } from '../support/desk.ts';
import { inputsTried, nasty, nastyOfAnyLength } from '../support/hostile.ts';
import { IS_FULL } from '../support/sample.ts';
import fc from '../support/seeded-fast-check.ts';

const STRANGER = 'stranger@evil.example';
/** Everybody whom the program knows; and one whom it does not, who may get a few neutral mails about her report. */
const KNOWN: readonly string[] = [
  ...[ANNA, BEA, CARA].map(({ email }) => email),
  ...[CONTACT, HANA, HEDI, SARA, STINA, BORA],
];
/** How an error of the program itself reads, which is not meant for people. */
const RAW_ERROR =
  /(Type|Range|Reference|Syntax|URI|Internal)Error|is not (a function|iterable|defined)|Cannot (read|set|convert)|Invalid (array|string|time|date)|call stack/i;
/** How many at a time, and how often. */
const BATCH = IS_FULL ? 15 : 8;
const ROUNDS = IS_FULL ? 10 : 1;
if (IS_FULL) jest.setTimeout(1_200_000);

let desk: TestDesk;
let cases: Cases;
let mail: Mailbox;
let before = 0;
beforeAll(() => {
  desk = new TestDesk();
  cases = new Cases(desk);
  mail = new Mailbox(desk, cases);
  desk.invite();
  desk.save();
});
beforeEach(() => {
  desk.reset();
  before = desk.workspace.executions().length;
});
afterEach(() => {
  const ran = desk.workspace.executions().slice(before);
  const ill = ran.filter(
    ({ status, log }) => status !== 'Completed' || log.some(({ text }) => RAW_ERROR.test(text)),
  );
  expect(ill.map(({ functionName, error, log }) => [functionName, error, log])).toEqual([]);
  expect(firstBrokenLine(desk.register('Audit trail'))).toBe(0);
});

/** Mails that left, checked one by one as they went over the wire. */
function expectHarmlessMails(): void {
  const sent = desk.sent();
  expect(sent.length).toBeGreaterThan(3);
  for (const { raw, html } of sent) {
    const [head = ''] = raw.split('\r\n\r\n');
    const names = head.split(/\r\n(?![ \t])/).map((line) => line.split(':')[0]?.toLowerCase() ?? '');
    expect(names.filter((name) => ['to', 'from', 'subject', 'reply-to'].includes(name)).sort()).toEqual([
      'from',
      'reply-to',
      'subject',
      'to',
    ]);
    expect(names.filter((name) => ['cc', 'bcc', 'sender'].includes(name))).toEqual([]);
    expect(html).not.toMatch(/<script|<img[^>]*onerror|<b>x|javascript:alert\(1\)["']/i);
  }
  const strangers = desk.recipients().filter((address) => !KNOWN.includes(address));
  expect(strangers.filter((address) => address !== STRANGER)).toEqual([]);
  expect(desk.inbox(STRANGER).length).toBeLessThanOrEqual(5);
}

/** No cell of a tab has a formula, but those that the system makes. */
function expectNoFormulas(): void {
  for (const [spreadsheetId, tabs] of [
    [desk.registersId, Object.keys(TAB).filter((tab) => tab !== 'Today')],
    [desk.casesId, Object.keys(CASE_TAB).filter((tab) => tab !== 'Report by number')],
  ] as const) {
    const found = callApi(desk.workspace.apis.sheets, 'sheets.spreadsheets.values.batchGet', {
      path: { spreadsheetId },
      query: { ranges: tabs.map((tab) => `'${tab}'`), valueRenderOption: 'FORMULA' },
      caller: { email: desk.workspace.owner },
    }) as { valueRanges: { range: string; values?: unknown[][] }[] };
    // Text that only begins like a formula is the same whether its formula or its value is asked for.
    const shown = callApi(desk.workspace.apis.sheets, 'sheets.spreadsheets.values.batchGet', {
      path: { spreadsheetId },
      query: { ranges: tabs.map((tab) => `'${tab}'`), valueRenderOption: 'UNFORMATTED_VALUE' },
      caller: { email: desk.workspace.owner },
    }) as typeof found;
    expect(found.valueRanges).toEqual(shown.valueRanges);
  }
}

const batchOf = <T>(one: Arbitrary<T>, round: number): T[] =>
  fc.sample(one, { numRuns: BATCH, seed: (fc.readConfigureGlobal().seed ?? 1) + round });

/** Answers to every question, some of them to questions that nobody is asked who chose these. */
const answersTo = (form: Form): Arbitrary<Record<string, string>> => {
  const answer = ({ choices, title }: Form['items'][number]) => {
    if (choices.length > 0) return fc.constantFrom(...choices.map(({ value }) => value));
    const address = fc.constantFrom(ANNA.email, BEA.email, STRANGER);
    return /email address|send you your link/i.test(title)
      ? fc.oneof({ weight: 5, arbitrary: address }, nasty)
      : nastyOfAnyLength;
  };
  const asked = form.items.filter(({ questionId }) => questionId !== 0);
  return fc.record(Object.fromEntries(asked.map((item) => [String(item.questionId), answer(item)])));
};

/** Submits what the form takes, with the answers that its pages ask for; says how many that were. */
function submit(form: Form, answers: readonly Record<string, string>[]): number {
  const types = new Map(form.items.map(({ questionId, type }) => [String(questionId), type]));
  let submitted = 0;
  for (const given of answers) {
    const typed = Object.entries(given).map(([id, value]) => [
      id,
      types.get(id) === 'CHECKBOX' ? [value] : value,
    ]);
    try {
      desk.workspace.forms.submit({ formId: form.id, answers: Object.fromEntries(typed) });
      submitted++;
    } catch (error) {
      expect(error).toBeInstanceOf(FormRefused);
      expect(String(error)).not.toMatch(RAW_ERROR);
    }
  }
  return submitted;
}

/** All that stands in any tab of both spreadsheets, but for what only a link carries. */
function everything(): string {
  const registers = Object.keys(TAB).map((tab) => desk.grid(tab));
  const closed = Object.keys(CASE_TAB).map((tab) => desk.grid(tab, desk.casesId));
  return JSON.stringify([registers, closed]);
}

/** An answer stands in a register by its id, or, where it was taken up and left no row, by a sign of it in State. */
const isIn = (kept: string, id: string) =>
  kept.includes(id) || kept.includes(createHash('sha256').update(id).digest('hex').slice(0, 8));

describe.each([
  ['acceptance', ''],
  ['report', 'Report or ask'],
  ['pictures', 'Pictures of you'],
  ['agreement', 'An agreement'],
])('the form of %s', (_, title) => {
  it('takes it, and every answer that it took is in its register', () => {
    const form = desk.workspace.forms.all().find((one) => one.title.startsWith(title)) as Form;
    let submitted = 0;
    for (let round = 0; round < ROUNDS; round++) {
      submitted += submit(form, batchOf(answersTo(form), round));
      desk.workspace.settle();
      desk.minutes(1);
    }
    desk.workspace.run('everyTenMinutes');
    expect(submitted).toBeGreaterThan(0);
    const kept = everything();
    const lost = desk.workspace.forms.responses(form.id).filter(({ id }) => !isIn(kept, id));
    expect(lost.map(({ answers }) => answers)).toEqual([]);
    expectHarmlessMails();
    expectNoFormulas();
  });
});

describe('a mail', () => {
  const header = fc.tuple(
    fc.constantFrom('Reply-To', 'X-Any', 'Content-Type', 'Date', 'References', 'Sender'),
    nasty,
  );
  const written = fc.record({
    from: fc.oneof(nasty, fc.constantFrom(ANNA.email, STRANGER, `"<script>" <${STRANGER}>`)),
    subject: nasty,
    type: fc.constantFrom('text/plain', 'text/html; charset=utf-16', 'multipart/mixed; boundary=x', 'x'),
    text: nastyOfAnyLength,
    headers: fc.array(header, { maxLength: 4 }),
    label: fc.constantFrom<Labelled>('report', 'opt-out', 'question'),
  });

  it('of any kind becomes an entry, or a line that says why not', () => {
    for (let round = 0; round < ROUNDS; round++) {
      for (const { from, subject, type, text, headers, label } of batchOf(written, round)) {
        const more = headers.map(([name, value]) => `${name}: ${value}`);
        const head = [`From: ${from}`, `To: ${CONTACT}`, `Subject: ${subject}`, `Content-Type: ${type}`];
        mail.source([...head, ...more, '', text].join('\r\n'), label);
      }
      mail.run();
    }
    const noted = [...mail.noted('Cases'), ...mail.noted('Registers')];
    expect(noted.filter(({ Message }) => Message !== '').length).toBeGreaterThanOrEqual(BATCH * ROUNDS);
    expectNoFormulas();
    const strangers = desk.recipients().filter((address) => !KNOWN.includes(address));
    for (const address of strangers) expect(desk.inbox(address).length).toBeLessThanOrEqual(5);
  });
});

describe('cells', () => {
  const tabs = [
    'Members',
    'Opt-outs',
    'Takedowns',
    'Agreements',
    'Settings',
    'Problems',
    'Follow-up',
    'Acceptances',
    'Code versions',
    'Mail log',
  ] as const;
  const row = fc.array(nasty, { minLength: 6, maxLength: 14 });

  it.each(tabs)('pasted over %s stop no run of the day', (tab) => {
    const { sheets, owner } = desk.workspace;
    for (let round = 0; round < ROUNDS; round++) {
      const block = batchOf(row, round);
      const wide = block.map((cells) => Array.from({ length: 14 }, (_, at) => cells[at] ?? ''));
      const from = tab === 'Settings' ? 1 : 0;
      const cells = tab === 'Settings' ? wide.map(([cell = '']) => [cell]) : wide;
      sheets.userEdit(owner, desk.registersId, TAB[tab], 1 + (round % 3), from, cells);
      desk.workspace.settle();
    }
    for (const work of ['everyTenMinutes', 'everyNight', 'everyMorning']) desk.workspace.run(work);
  });

  it.each(['Cases', 'People named', 'Case log', 'Questions', 'Settings'] as const)(
    'pasted over %s of Cases stop no run of the day',
    (tab) => {
      const header = tab === 'Settings' ? 'Value' : (desk.grid(tab, desk.casesId)[0]?.[0] ?? '');
      for (let round = 0; round < ROUNDS; round++) {
        const block = batchOf(row, round);
        const wide = block.map((cells) => Array.from({ length: 14 }, (_, at) => cells[at] ?? ''));
        const cells = tab === 'Settings' ? wide.map(([cell = '']) => [cell]) : wide;
        cases.pasteAt(1 + (round % 3), header, cells, tab, desk.workspace.owner);
        desk.workspace.settle();
      }
      for (const work of ['everyTenMinutes', 'casesEveryNight', 'casesEveryMorning'])
        desk.workspace.run(work);
    },
  );
});

describe('what a dialog sends', () => {
  const FIELDS = [
    'memberId',
    'action',
    'id',
    'email',
    'range',
    'first',
    'rows',
    'print',
    'yes',
    'text',
    'status',
    'why',
  ];
  const ASKED = [
    'readPlan',
    'carryOut',
    'recordPaperAcceptance',
    'matchResponse',
    'importRoster',
    'takeRosterCells',
    'resendLink',
    'readMemberCard',
    'setMemberStatus',
    'correctAddress',
    'publishVersion',
    'stopVersion',
    'keepVersion',
    'takeAttendees',
    'draftPhotographersList',
    'evidenceForMember',
    'verifyTrail',
    'exportTheirData',
    'readErasure',
    'eraseMember',
    'nameNextOwner',
    'checkPart',
  ];
  const value = fc.oneof(
    nasty,
    fc.integer(),
    fc.constant(null),
    fc.array(nasty, { maxLength: 3 }),
    fc.array(fc.array(nasty, { maxLength: 2 }), { maxLength: 2 }),
  );
  const question = fc.oneof(value, fc.dictionary(fc.constantFrom(...FIELDS), value));

  it.each(ASKED)('%s answers, or says no in words', (name) => {
    for (let round = 0; round < (IS_FULL ? 4 : 1); round++)
      for (const asked of batchOf(question, round).slice(0, IS_FULL ? BATCH : 4)) {
        // Google answers so many reads a minute.
        desk.workspace.advance('PT10S');
        const answer = desk.tryAsking(name, asked);
        if (!answer.ok) expect(answer.message).toMatch(/^[A-Z“].*[.!?]$/s);
        expect(answer.message ?? '').not.toMatch(RAW_ERROR);
      }
  });
});

it('as many hostile texts were tried as promised', () => {
  expect(inputsTried()).toBeGreaterThan(IS_FULL ? 10_000 : 560);
});
