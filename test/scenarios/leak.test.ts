// What members tell in confidence stands in the Cases spreadsheet and in the form itself, and nowhere else.

import { afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { Cases, type CaseTab, ROUTE, WISH } from '../../scripts/desk/cases.ts';
import {
  casesWords,
  fullAnswers,
  HER_ADDRESS,
  HER_SUBJECT,
  leaks,
  PASS_PHRASE,
  Watch,
  word,
} from '../../scripts/desk/leak.ts';
import { callApi } from '../../scripts/local-workspace/rest/dispatch.ts';
import { ANNA, DECLINE, HANA, HEDI, REASON, TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let cases: Cases;
let watch: Watch;
beforeAll(() => {
  desk = new TestDesk();
  cases = new Cases(desk);
  watch = new Watch(desk);
});
beforeEach(() => {
  desk.reset();
  watch.finds.length = 0;
});
afterEach(() => {
  expect(leaks(desk)).toEqual([]);
  expect(watch.finds).toEqual([]);
});

const send = (route: keyof typeof ROUTE, more: Record<string, string> = {}) =>
  cases.report(fullAnswers(desk, { [WISH]: ROUTE[route], ...more }));
const ALONE = '2026-001';
/** What the clock does: ten minutes, a night, a morning. */
function aDay(): void {
  desk.minutes(11);
  desk.nextDay();
}

const casesText = () => JSON.stringify(casesWords(desk).map(({ words }) => words));

it('every field of the form, on every route', () => {
  for (const route of ['violation', 'addition', 'safety', 'addition', 'question'] as const) send(route);
  send('addition', { 'Your pass-phrase': `${word('phrasewrong')} that fits nothing` });
  send('violation', { 'Your email address': '', 'Your name': '', 'How may we contact you?': '' });
  aDay();
  const asked = cases.form.items.filter(({ type }) => type.includes('TEXT'));
  for (const { title } of asked) {
    if (title.includes('pass-phrase') || title.startsWith('Words for') || title.includes('email')) continue;
    expect(casesText()).toContain(word(title.replace(/[^a-z]/gi, '').toLowerCase()));
  }
  expect(cases.register('Cases')).toHaveLength(5);
  expect(cases.log(ALONE)).toContainEqual(expect.stringContaining(word('whatwouldyouliketoadd')));
  expect(desk.subjects(HER_ADDRESS)).toEqual([HER_SUBJECT, HER_SUBJECT, HER_SUBJECT]);
});

it('what she chose from lists stands in no mail', () => {
  for (const route of ['violation', 'safety'] as const) send(route);
  aDay();
  const row = cases.case(ALONE);
  const chosen = ['What it is about', 'Basis', 'On behalf of', 'Kind'].map((header) => row[header] ?? '');
  for (const { text, html } of desk.sent())
    for (const choice of chosen) expect(`${text} ${html}`).not.toContain(choice);
});

it('texts of 60,000 characters, and texts that begin with a sign that means something to a sheet', () => {
  const answers = fullAnswers(desk, { [WISH]: ROUTE.violation });
  const signs = ['=', '+', '-', '@', '\u200f', '"', "'", '=HYPERLINK("https://example.org/?'];
  for (const { title, type } of cases.form.items.filter(({ title }) => !/email/.test(title))) {
    const text = `${signs[0]}${answers[title]}`;
    if (type === 'PARAGRAPH_TEXT') answers[title] = `${text} ${'so it went on '.repeat(4_300)} ${text}`;
    else if (type === 'TEXT') answers[title] = text;
    if (type.includes('TEXT')) signs.push(signs.shift() ?? '');
  }
  cases.report(answers);
  aDay();
  expect(cases.case(ALONE)['What happened']?.length).toBeGreaterThan(45_000);
});

/** Fills cells of a row as a handler who pastes: no list stands in the way, and no trigger sees it. */
function paste(tab: CaseTab, row: number, column: number, ...texts: (string | null)[]): void {
  const letters =
    (column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : '') +
    String.fromCharCode(65 + (column % 26));
  callApi(desk.workspace.apis.sheets, 'sheets.spreadsheets.values.update', {
    path: { spreadsheetId: desk.casesId, range: `'${tab}'!${letters}${row + 1}` },
    query: { valueInputOption: 'RAW' },
    body: { values: [texts] },
    caller: { email: HANA },
  });
}

it.each<CaseTab[]>([['Cases'], ['People named', 'Case log', 'Questions', 'Letters']])(
  'words in every cell of %s, pasted by a handler',
  (...tabs) => {
    for (const route of ['violation', 'question'] as const) send(route);
    for (const tab of tabs) {
      const [headers = [], ...rows] = desk.grid(tab, desk.casesId);
      const words = headers.map((header) => word(header.replace(/[^a-z]/gi, '').toLowerCase()));
      const texts = words.map((one) => `${one} in a cell`);
      // In the first row, if there is one, and in a row of its own below.
      if (rows.length > 0) paste(tab, 1, 1, ...texts.slice(1));
      paste(tab, rows.length + 2, 0, ...texts);
    }
    aDay();
    const [row] = cases.register('Cases');
    cases.set(row?.Case ?? '', 'Status', 'Acknowledged');
    desk.repair();
    expect(casesText()).toContain(word(''));
  },
);

it('words that a handler types one by one, with her trigger after each', () => {
  for (const route of ['violation', 'question'] as const) send(route);
  const words = (name: string) => `${word(name)} and why`;
  for (const header of [
    'Police: details',
    'Not heard because',
    'Handler',
    'Links',
    'Her side heard on',
    'Next step by',
    'Erase from',
    'Suspended until',
  ])
    cases.set(ALONE, header, words('typed'));
  cases.typeIn('People named', 'Case', ALONE, 'Member ID', words('member'));
  cases.typeIn('People named', 'Case', ALONE, 'Name', words('person'));
  cases.typeIn('Case log', 'Case', ALONE, 'Details', words('details'));
  cases.typeIn('Case log', 'Case', ALONE, 'Case', words('number'));
  cases.typeIn('Questions', 'Question', 'Q-2026-001', 'Draft of a reply', words('draft'));
  cases.typeIn('Settings', 'Setting', 'Stand-ins', 'Value', words('setting'));
  desk.workspace.settle();
  aDay();
  // By its name only.
  expect(desk.openProblems()).toEqual([
    'In the Settings of the Cases spreadsheet, a value does not make sense: Stand-ins.',
  ]);
});

it('a case that came by phone, typed by a handler', () => {
  const grid = desk.grid('Cases', desk.casesId);
  const at = (header: string) => grid[0]?.indexOf(header) ?? -1;
  paste('Cases', 1, at('What happened'), `${word('phoned')} told me`);
  paste('Cases', 2, at('Case'), `${word('number')} is her name`);
  paste('Cases', 2, at('What happened'), `${word('phoned')} again`);
  paste('Cases', 2, at('Acknowledge by'), '2026-01-13');
  aDay();
  const numbers = cases.register('Cases').map((row) => row.Case);
  expect(numbers).toEqual([ALONE, '2026-002']);
  cases.set(ALONE, 'Handler', HANA);
  cases.set('2026-002', 'Handler', HEDI);
  cases.set('2026-002', 'Status', 'Acknowledged');
  aDay();
  desk.nextDay();
  desk.nextDay();
  expect(cases.mails(HANA)).not.toEqual([]);
});

/** From a report to a suspension, with changes that are put back on the way. */
function untilClosed(): void {
  send('violation');
  send('addition');
  cases.typeIn(
    'People named',
    'Part',
    'Person reported on',
    'Member ID',
    desk.member(ANNA)['Member ID'] ?? '',
  );
  cases.set(ALONE, 'Outcome', 'Removal');
  cases.set(ALONE, 'Status', 'Closed');
  cases.set(ALONE, 'Handler', `${word('handler')} will do it`);
  cases.set(ALONE, 'Handler', HANA);
  cases.set(ALONE, 'Status', 'Acknowledged');
  cases.set(ALONE, 'Status', 'Under review');
  cases.set(ALONE, 'Not heard because', `${word('unheard')} was afraid`);
  cases.set(ALONE, 'Police: details', `${word('police')} was called`);
  cases.set(ALONE, 'Police: decision', 'Contact');
  cases.set(ALONE, 'Status', 'Finding');
  cases.set(ALONE, 'Finding', 'Confirmed');
  cases.set(ALONE, 'Suspended until', '2026-02-20');
  cases.set(ALONE, 'Outcome', 'Suspension');
  cases.typeIn('Letters', 'Case', ALONE, 'Text', `${word('letter')} and what she did`);
  cases.typeIn('Case log', 'Case', ALONE, 'Details', `${word('log')} said so`);
  const below = cases.register('Case log').length + 1;
  const line = [null, ALONE, null, `${word('spoke')} on the phone`, `${word('details')} of it`];
  paste('Case log', below, 0, ...line);
  cases.set(ALONE, 'Status', 'Closed');
  aDay();
}

it('a whole case, until nothing of it is left but numbers', () => {
  untilClosed();
  expect(desk.member(ANNA).Status).toBe('Suspended');
  cases.set(ALONE, 'Status', 'Reopened');
  cases.set(ALONE, 'Handler', `${word('reopened')} may do it`);
  cases.set(ALONE, 'Handler', HANA);
  cases.set(ALONE, 'Status', 'Finding');
  cases.set(ALONE, 'Next step by', `when ${word('later')} is back`);
  cases.set(ALONE, 'Status', 'Closed');
  expect(leaks(desk)).toEqual([]);
  const due = cases.case(ALONE)['Erase from'] ?? '';
  expect(due).toMatch(/^20\d\d-/);
  desk.sleepTo(`${due}T18:00:00Z`);
  cases.set(ALONE, 'Erase', 'TRUE');
  desk.workspace.run('casesEveryNight');
  expect(cases.case(ALONE).Erased).toBe(due);
  expect(casesWords(desk).filter(({ words }) => words.length > 0)).toEqual([]);
  expect(desk.workspace.forms.responses(cases.form.id)).toEqual([]);
  for (const name of ['everyTenMinutes', 'casesEveryNight', 'casesEveryMorning']) desk.workspace.run(name);
  expect(casesWords(desk).filter(({ words }) => words.length > 0)).toEqual([]);
});

it('a stranger whom somebody lets in, and a link for all', () => {
  send('safety', { 'Who makes it unsafe?': 'Hedi Hassan', 'Your name': word('yourname') });
  const { editors } = desk.workspace.files.get(desk.casesId);
  desk.workspace.files.update(desk.casesId, {
    editors: [...editors, 'stranger@example.org'],
    link: 'reader',
  });
  aDay();
  expect(desk.subjects(desk.workspace.owner)).toContain(
    'Please look at the sharing of the Cases spreadsheet',
  );
});

it('her mail comes back', () => {
  desk.workspace.gmail.delivery.refuse(HER_ADDRESS, 'no such user');
  send('violation');
  aDay();
  expect(desk.subjects(desk.workspace.owner)).toContainEqual(expect.stringContaining('Delivery Status'));
});

it('a response that cannot be understood, and tabs that are not as they should be', () => {
  const { kernel, sheets } = desk.workspace;
  send('violation');
  const id = cases.send(fullAnswers(desk, { [WISH]: ROUTE.safety }));
  const responses = kernel.store.table<{ lastSubmittedTime: number }>(`form responses ${cases.form.id}`);
  const response = responses.get(id);
  if (response) responses.set(id, { ...response, lastSubmittedTime: 9e15 });
  desk.workspace.settle();
  aDay();
  expect(desk.openProblems()).toContainEqual(expect.stringContaining('could not be taken up'));
  paste('Cases', 0, 10, `${word('header')} here`);
  sheets.userRenameSheet(HANA, desk.casesId, 204, `${word('tab')} and more`);
  send('question');
  aDay();
  desk.repair();
  sheets.userDeleteSheet(HANA, desk.casesId, 202);
  send('violation');
  aDay();
  desk.repair();
  aDay();
});

it('keeps no pass-phrase, but what only this desk can make of it', () => {
  const other = new TestDesk([], { seed: 2 });
  const [here, there] = [desk, other].map((one) => {
    new Cases(one).report(fullAnswers(one, { [WISH]: ROUTE.violation }));
    return new Cases(one).case(ALONE)['Pass-phrase'] ?? '';
  });
  expect(here).toMatch(/^[\w-]{22,}$/);
  expect(here).not.toBe(there);
  expect(PASS_PHRASE).toContain(word('phrase'));
  expect(leaks(other)).toEqual([]);
});

it('a name and a reason typed into the form of the Code are in no log, property or cache, and not in Cases', () => {
  const person = { name: 'Zeisig Nobody', email: 'nobody@example.org' };
  desk.answer(desk.plainLink, person, { ...DECLINE, [REASON]: 'zeisig said so' });
  desk.workspace.faults.add({ method: /batchUpdate/, when: 'before', effect: { kill: true } });
  desk.workspace.settle();
  aDay();
  expect(JSON.stringify(desk.register('Acceptances'))).toMatch(/zeisig said so/);
  const { tables, lists } = desk.workspace.snapshot();
  const kept = ['properties', 'cache', 'quotas', 'triggers'].map((name) => [...(tables.get(name) ?? [])]);
  const cells = [...lists].filter(([name]) => name.includes(desk.casesId));
  const logs = [desk.workspace.executions(), lists.get('restCalls') ?? []];
  expect(JSON.stringify([kept, cells, logs])).not.toMatch(/zeisig/i);
});
