// What Google lets a custom function do, and what it refuses, in a small project of its own.

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createWorkspace, type Workspace } from '../../../scripts/local-workspace/index.ts';

const SOURCE = `
function READ(row) { return SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Sheet1').getDataRange().getValues()[row][0]; }
function WHO() { return Session.getActiveUser().getEmail() + '|' + Session.getEffectiveUser().getEmail(); }
function KEPT() { const kept = PropertiesService.getScriptProperties(); kept.setProperty('x', 'y'); return kept.getProperty('x'); }
function SHARE() { SpreadsheetApp.getActiveSpreadsheet().addEditor('eve@example.org'); return 'done'; }
function TOAST() { SpreadsheetApp.getActiveSpreadsheet().toast('hello'); return 'done'; }
function OTHER() { return SpreadsheetApp.openById(SpreadsheetApp.getActiveSpreadsheet().getId()).getName(); }
function MAIL() { return MailApp.getRemainingDailyQuota(); }
function FORM() { return FormApp.create('a form').getId(); }
function ADVANCED() { return Sheets.Spreadsheets.get(SpreadsheetApp.getActiveSpreadsheet().getId()).spreadsheetId; }
function SLOW() { Utilities.sleep(40000); return 'done'; }
function KIND(value) { return Object.prototype.toString.call(value) + typeof value; }
`;
const SCOPES = ['spreadsheets', 'forms', 'script.send_mail', 'userinfo.email'];

let workspace: Workspace;
let id = '';
beforeAll(() => {
  workspace = createWorkspace({ seed: 1, start: '2026-01-05T09:00:00-06:00' });
  id = workspace.sheets.create(workspace.owner, { title: 'Sums' });
  const manifest = {
    timeZone: 'America/Chicago',
    runtimeVersion: 'V8',
    oauthScopes: SCOPES.map((scope) => `https://www.googleapis.com/auth/${scope}`),
    dependencies: {
      enabledAdvancedServices: [{ userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' }],
    },
  };
  workspace.addProject({
    title: 'Functions',
    container: id,
    files: [
      { name: 'Code', type: 'SERVER_JS', source: SOURCE },
      { name: 'appsscript', type: 'JSON', source: JSON.stringify(manifest) },
    ],
  });
  workspace.sheets.userEdit(workspace.owner, id, 0, 0, 0, [['first'], ['second'], [''], ['2026-01-05']]);
});
afterAll(() => workspace.close());

/** What a cell shows, and what the last run said about it. */
function cell(formula: string): [shown: string, error: string] {
  workspace.sheets.userEdit(workspace.owner, id, 0, 9, 3, [[formula]]);
  const book = workspace.sheets.book(id);
  const [sheet] = book.record.sheets;
  if (!sheet) throw new Error('no tab');
  const value = workspace.sheets.calculator(book).value(sheet, 9, 3);
  const shown = typeof value === 'object' ? value.text : String(value);
  return [shown, workspace.executions().at(-1)?.error ?? ''];
}

it.each([
  ['=READ(1)', 'second'],
  ['=WHO()', '|'],
  ['=KEPT()', 'y'],
  ['=KIND(A1)', '[object String]string'],
  ['=KIND(A3)', '[object String]string'],
  ['=KIND(A4)', '[object Date]object'],
  ['=KIND(A1:A2)', '[object Array]object'],
  ['=KIND(7)', '[object Number]number'],
])('%s is %s', (formula, expected) => {
  expect(cell(formula)).toEqual([expected, '']);
});

it.each([
  ['=SHARE()', 'Exception: You do not have permission to call Spreadsheet.addEditor'],
  ['=TOAST()', 'Exception: You do not have permission to call Spreadsheet.toast'],
  ['=OTHER()', 'Exception: You do not have permission to call SpreadsheetApp.openById.'],
  ['=MAIL()', 'Exception: You do not have permission to call MailApp.getRemainingDailyQuota'],
  ['=FORM()', 'Exception: You do not have permission to call FormApp.create'],
  ['=ADVANCED()', 'You do not have permission to call sheets.spreadsheets.get.'],
  ['=SLOW()', 'Exceeded maximum execution time'],
])('%s is refused: %s', (formula, error) => {
  const [shown, said] = cell(formula);
  expect([shown, said]).toEqual(['#ERROR!', expect.stringContaining(error)]);
});
