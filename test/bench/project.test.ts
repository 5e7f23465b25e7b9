// Other Apps Script projects on prepared data: small ones as people write them, with exact counts of their calls.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { benchProject, runProject } from '../../scripts/bench/project.ts';
import { readProjectData } from '../../scripts/bench/project-data.ts';
import { projectTable } from '../../scripts/bench/project-table.ts';

const folder = (name: string) => fileURLToPath(new URL(`./projects/${name}`, import.meta.url));
const dataOf = (name: string) =>
  readProjectData(readFileSync(`${folder(name)}/data.json`, 'utf8'), 'data.json');
const data = (json: unknown) => readProjectData(JSON.stringify(json), 'data.json');

const run = (name: string, functionName: string, prepared = dataOf(name)) => {
  const { workspace, record, ids } = runProject(folder(name), functionName, prepared);
  const cells = (book: string, tab: string) =>
    workspace.sheets.view(workspace.owner, ids.get(book) as string).sheets.find(({ title }) => title === tab)
      ?.values;
  const mails = (address: string) =>
    workspace.gmail.list(address, { limit: 10 }).messages.map(({ id }) => workspace.gmail.view(address, id));
  return { record, cells, mails };
};

describe('what a project costs', () => {
  it.each([
    ['form-row', 'onFormSubmit', { remoteCalls: 3, methodCalls: 9, mails: 1, modelledMs: 1540 }],
    ['per-cell', 'stampAll', { remoteCalls: 12, methodCalls: 23, mails: 0, modelledMs: 3700 }],
    ['per-cell', 'stampAtOnce', { remoteCalls: 4, methodCalls: 7, mails: 0, modelledMs: 1620 }],
    ['mail-merge', 'sendMails', { remoteCalls: 7, methodCalls: 15, mails: 2, modelledMs: 2940 }],
    ['contact-form', 'doPost', { remoteCalls: 6, methodCalls: 13, mails: 0, modelledMs: 1120 }],
    ['template-mail', 'sendSummary', { remoteCalls: 5, methodCalls: 24, mails: 1, modelledMs: 2123 }],
  ])('counts %s, %s exactly', (project, functionName, expected) => {
    expect(benchProject(folder(project), functionName, dataOf(project))).toMatchObject({
      run: functionName,
      ...expected,
    });
  });

  it('tells calls served from memory from remote ones, method by method', () => {
    const cost = benchProject(folder('per-cell'), 'stampAll', dataOf('per-cell'));
    expect(cost.byMethod).toMatchObject({
      'SpreadsheetApp.flush': { methodCalls: 0, remoteCalls: 5, ms: 2000 },
      'Range.getValue': { methodCalls: 5, remoteCalls: 5, ms: 700 },
      'Range.setValue': { methodCalls: 5, remoteCalls: 0, ms: 0 },
    });
    expect(projectTable(cost)).toContain(
      'stampAll: 12 remote calls, 0 mails, 23 method calls, 3.7 s at Google',
    );
  });
});

describe('what a project does', () => {
  it('answers a form in the spreadsheet that gets the responses', () => {
    const { cells, mails } = run('form-row', 'onFormSubmit');
    expect(cells('Registrations', 'People')?.[1]?.slice(1)).toEqual(['Bea', 'bea@example.org', 'Registered']);
    const responses = cells('Registrations', 'Form Responses 1');
    expect(responses?.[0]).toEqual(['Timestamp', 'Name', 'Email']);
    expect(responses?.[2]).toEqual(['1/5/2026 8:59:00', 'Bea', 'bea@example.org', 'Done']);
    const [mail] = mails('bea@example.org');
    expect(mail?.html).toContain('We have your registration.');
    expect(mail?.headers).toContainEqual({ name: 'Reply-To', value: 'office@example.org' });
  });

  it('stamps an edit, with what was there and what is now', () => {
    const { cells, record } = run('edit-stamp', 'onEdit');
    expect(record).toMatchObject({ kind: 'edit', status: 'Completed' });
    expect(record.calls.map(({ method }) => method)).toEqual(['Sheet.getName', 'SpreadsheetApp.flush']);
    expect(cells('Work', 'Tasks')?.[1]).toEqual(['Wash', 'Done', '2026-01-05 09:00']);
  });

  it('adds a menu when the spreadsheet is opened, with the rights of a simple trigger', () => {
    const { record } = run('edit-stamp', 'onOpen', { ...dataOf('edit-stamp'), trigger: { kind: 'open' } });
    expect(record).toMatchObject({ kind: 'open', status: 'Completed' });
    expect(record.calls.map(({ method }) => method)).toEqual(['Menu.addToUi']);
  });

  it('is told of one response of a form, and is over when its promise is', () => {
    const { mails, record } = run('template-mail', 'thank', {
      ...dataOf('template-mail'),
      trigger: { kind: 'form submit', form: 'Feedback', response: 1 },
    });
    expect(record).toMatchObject({ kind: 'form submit', status: 'Completed' });
    expect(mails('ann@example.org').map(({ text }) => text.trim())).toEqual(['You said: Good']);
  });

  it('takes what a web app is sent, one row for a post', () => {
    const { cells, record } = run('contact-form', 'doPost');
    expect(record.error).toBeUndefined();
    expect(cells('Site', 'Contacts')?.[1]?.slice(1)).toEqual(['Ann', 'Hello']);
  });

  it('writes the same cell by cell and at once', () => {
    const one = run('per-cell', 'stampAll').cells('List', 'Names');
    expect(one).toEqual(run('per-cell', 'stampAtOnce').cells('List', 'Names'));
    expect(one?.at(-1)).toEqual(['Eve', 'EVE']);
  });

  it('merges mails from a sheet', () => {
    const { cells, mails } = run('mail-merge', 'sendMails');
    expect(cells('Merge', 'Mails')?.map((row) => row[2])).toEqual(['State', 'Sent', 'Sent', 'Sent']);
    expect(mails('ann@example.org')).toEqual([]);
    expect(mails('cleo@example.org').map(({ text }) => text.trim())).toEqual(['Your due date is Feb 3']);
  });

  it('fills a template with the responses since a moment', () => {
    const { mails, record } = run('template-mail', 'sendSummary');
    const html = mails('owner@example.org')[0]?.html ?? '';
    expect(html).toContain('bea@example.org on 2026-01-04: How was it?: Bad &#60;b&#62;; Days: Mon,Tue');
    expect(html).not.toContain('ann@example.org');
    expect(record.log.map(({ text }) => text)).toEqual(['1 lines']);
  });
});

describe('what does not fit is said in plain words', () => {
  it.each([
    ['{', /^data\.json is not JSON/],
    ['{"spreadsheets":[{"name":"A"}]}', /spreadsheets\.0\.sheets: Invalid input/],
    ['{"now":"tomorrow"}', /now: a moment with its zone/],
    ['{"froms":[]}', /the whole: Unrecognized key: "froms"/],
  ])('%s', (text, message) => {
    expect(() => readProjectData(text, 'data.json')).toThrow(message);
  });

  it.each([
    [{ container: { spreadsheet: 'None' } }, 'No spreadsheet or form of the data is called “None”.'],
    [{ replace: { ID: '{{None}}' } }, 'No spreadsheet or form of the data is called “None”.'],
    [{ forms: [{ title: 'F', items: [], destination: 'None' }] }, 'which is no spreadsheet here'],
    [{ trigger: { kind: 'form submit' } }, 'needs a form of "forms"'],
    [
      { forms: [{ title: 'F', items: [] }], trigger: { kind: 'form submit' } },
      'names a response that “F” does not have',
    ],
    [{ trigger: { kind: 'open' } }, 'needs a spreadsheet as "container"'],
  ])('%j', (json, message) => {
    expect(() => benchProject(folder('per-cell'), 'stampAll', data(json))).toThrow(message);
  });

  it('tells why a script failed, with what it had cost until then', () => {
    const cost = benchProject(folder('per-cell'), 'stampAll', data({}));
    expect(cost).toMatchObject({
      remoteCalls: 1,
      error:
        'Exception: Unexpected error while getting the method or property openById on object SpreadsheetApp.',
    });
  });
});
