// Who may not open a spreadsheet learns nothing of what stands in it, wherever she looks on the page.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ServedWorkspace, serveWorkspace } from '../../../scripts/local-workspace/server.ts';
import { HANDLER, OWNER, RestrictedDesk, SECRET, VOLUNTEER } from '../restricted-desk.ts';

const STRANGER = 'someone.else@example.org';
const TAB = 'Open cases';

let desk: RestrictedDesk;
let casesId: string;
let served: ServedWorkspace;

beforeAll(async () => {
  desk = new RestrictedDesk();
  casesId = desk.makeCases();
  desk.run(`
    const form = FormApp.create('Report or ask', true);
    form.setTitle('Report or ask').addTextItem().setTitle('What');
    FormApp.create('Half built', false);
    PropertiesService.getScriptProperties().setProperty('FORM_REPORT_ID', form.getId());
    const image = FormApp.create('No picture of me', true);
    PropertiesService.getScriptProperties().setProperty('FORM_IMAGE_OPT_OUT_ID', image.getId());
    ScriptApp.newTrigger('caseEdited').forSpreadsheet('${casesId}').onEdit().create();`);
  desk.push(`
    function onOpen() { SpreadsheetApp.getUi().createMenu('Desk').addItem('Look', 'look').addToUi(); }
    function caseEdited(e) { console.log('edited: ' + e.oldValue); throw new Error('It said ' + e.oldValue); }
    function look() { SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput('<p>${SECRET}</p>'), 'Look'); }
    function active() { return SpreadsheetApp.getActiveSpreadsheet().getSheets().map((sheet) => sheet.getName()); }`);
  // One run that failed with words of the case, and one event that still waits.
  desk.workspace.sheets.userEdit(HANDLER, casesId, 0, 1, 1, [['Changed']]);
  desk.workspace.settle();
  desk.workspace.sheets.userEdit(HANDLER, casesId, 0, 1, 1, [[SECRET]]);
  served = await serveWorkspace(desk.workspace, { port: 0 });
  await visit('/', OWNER);
});
afterAll(() => served?.close());

const cookie = (viewer: string): Record<string, string> => ({
  cookie: `looking_as=${encodeURIComponent(viewer)}`,
});

async function visit(
  path: string,
  viewer: string,
  body?: unknown,
): Promise<{ status: number; text: string }> {
  const answer = await fetch(new URL(path, served.url), {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...cookie(viewer),
      accept: 'text/html,*/*',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    redirect: 'manual',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, text: await answer.text() };
}

const page = (path: string) => `/spreadsheets/d/${casesId}${path}`;
const data = (path: string) => `/local/spreadsheets/${casesId}${path}`;

/** Each address of the spreadsheet, with what is sent there. */
const ADDRESSES: { what: string; path: () => string; body?: unknown }[] = [
  { what: 'its page', path: () => page('/edit') },
  { what: 'its short address', path: () => page('') },
  { what: 'an export', path: () => page('/export?format=csv') },
  { what: 'a tab of it', path: () => page('/htmlview/sheet?gid=0') },
  { what: 'the list of its tabs', path: () => data('') },
  { what: 'a tab', path: () => data('/tabs/0') },
  { what: 'a search in a tab', path: () => data(`/tabs/0?find=${encodeURIComponent(SECRET)}`) },
  { what: 'rows', path: () => data('/tabs/0/rows'), body: { rows: [0, 1] } },
  { what: 'a cell', path: () => data('/tabs/0/cells/1/1') },
  {
    what: 'an edit',
    path: () => data('/actions'),
    body: { do: 'edit', sheetId: 0, row: 1, column: 1, values: [['x']] },
  },
  { what: 'an undo', path: () => data('/actions'), body: { do: 'undo' } },
  { what: 'its menus', path: () => data('/open'), body: {} },
];

describe.each([VOLUNTEER, STRANGER])('%s, who may not open the Cases', (viewer) => {
  it.each(ADDRESSES)('gets nothing from $what', async ({ path, body }) => {
    const { status, text } = await visit(path(), viewer, body);
    expect(status).toBe(403);
    expect(text).toContain('<h1>You need access</h1>');
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain(TAB);
  });

  it('gets Google’s words where a script of the page asks', async () => {
    const answer = await fetch(new URL(data('/tabs/0'), served.url), { headers: cookie(viewer) });
    expect([answer.status, await answer.json()]).toEqual([
      403,
      { error: 'The caller does not have permission' },
    ]);
  });

  it('finds no word of a case on any page that she can reach', async () => {
    const seen = new Set<string>(['/', '/local/summary', '/local/clock', '/rest-calls']);
    for (const path of seen) {
      const { status, text } = await visit(path, viewer);
      expect(`${path}: ${text}`).not.toContain(SECRET);
      expect(`${path}: ${text}`).not.toContain(TAB);
      expect([path, status]).not.toEqual([path, 500]);
      for (const [, href = ''] of text.matchAll(/(?:href|src)="(\/[^"/][^"#]*)/g))
        if (!href.startsWith('/local/assets/')) seen.add(href.replaceAll('&amp;', '&'));
    }
    const runs = [...seen].filter((path) => path.startsWith('/executions/'));
    expect(runs.length).toBeGreaterThan(2);
    for (const path of ['/spreadsheets', '/forms', '/mail', '/executions', '/triggers', page('/edit')])
      expect(seen).toContain(path);
  });

  it('cannot have the script look for her, nor read the dialog of another person', async () => {
    const call = { scriptId: desk.scriptId, args: [], active: { spreadsheetId: casesId, sheetId: 0 } };
    const answer = await visit('/local/script/run', viewer, {
      ...call,
      functionName: 'active',
      kind: 'dialog',
    });
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain(TAB);
    const shown = await visit('/local/script/run', HANDLER, { ...call, functionName: 'look', kind: 'menu' });
    const address = /\/local\/dialogs\/\w+/.exec(shown.text)?.[0] ?? '';
    expect((await visit(address, HANDLER)).text).toContain(SECRET);
    expect(await visit(address, viewer)).toEqual({ status: 404, text: 'This dialog is closed.' });
  });

  it('gets nothing from Google’s own addresses either', async () => {
    for (const path of [
      `/v4/spreadsheets/${casesId}`,
      `/v4/spreadsheets/${casesId}/values/A1:B9`,
      `/v4/spreadsheets/${casesId}?includeGridData=true`,
    ]) {
      const { status, text } = await visit(path, viewer);
      expect([path, status]).toEqual([path, 403]);
      expect(text).not.toContain(SECRET);
      expect(text).not.toContain(TAB);
    }
  });
});

describe('somebody with access', () => {
  it.each([HANDLER, OWNER])('%s opens and reads it', async (viewer) => {
    const opened = await visit(page('/edit'), viewer);
    expect(opened.status).toBe(200);
    expect(opened.text).toContain('<h1><bdi>Cases</bdi></h1>');
    expect((await visit(data(''), viewer)).text).toContain(TAB);
    expect((await visit(data('/tabs/0'), viewer)).text).toContain(SECRET);
    expect((await visit(`/v4/spreadsheets/${casesId}/values/A1:B9`, viewer)).text).toContain(SECRET);
  });

  it('reads what a run said', async () => {
    const list = await visit('/executions?function=caseEdited', HANDLER);
    expect(list.text).toContain(SECRET);
    // The oldest run is the first edit's, which took the words away.
    const address = list.text.match(/\/executions\/\w+/g)?.at(-1) ?? '';
    expect((await visit(address, HANDLER)).text).toContain(`edited: ${SECRET}`);
    expect((await visit(address, VOLUNTEER)).text).toContain(
      'Only people who may open every spreadsheet here can read what it said.',
    );
  });

  it('a program without a cookie acts as the account', async () => {
    const answer = await fetch(new URL(`/v4/spreadsheets/${casesId}/values/A1:B9`, served.url));
    expect(await answer.text()).toContain(SECRET);
  });

  it('a viewer of it cannot change it', async () => {
    desk.workspace.files.update(casesId, { viewers: ['rita@imstl.org'] });
    const edit = { do: 'edit', sheetId: 0, row: 1, column: 1, values: [['x']] };
    expect(await visit(data('/actions'), 'rita@imstl.org', edit)).toEqual({
      status: 403,
      text: JSON.stringify({ error: 'The caller does not have permission' }),
    });
    expect((await visit(page('/edit'), 'rita@imstl.org')).text).toContain('View only');
    desk.workspace.files.update(casesId, { viewers: [] });
  });
});

describe('the first page', () => {
  const lines = async (viewer: string): Promise<string[]> => {
    const { text } = await visit('/', viewer);
    const section = /<div id="files"[\s\S]*?<\/ul>/.exec(text)?.[0] ?? '';
    return [...section.matchAll(/<bdi>(.*?)<\/bdi>.*?<span[^>]*>(.*?)<\/span>/g)].map(
      ([, name, may]) => `${name}: ${may}`,
    );
  };

  it('lists all spreadsheets and forms, and says which one may be opened', async () => {
    expect(await lines(OWNER)).toEqual([
      'Registers: You may open it',
      'Cases: You may open it',
      'Report or ask: You may fill it in',
      'Half built: You may open it',
      'No picture of me: You may fill it in',
    ]);
    expect(await lines(VOLUNTEER)).toEqual([
      'Registers: You may open it',
      'Cases: You may not open it',
      'Report or ask: You may fill it in',
      'Half built: You may not open it',
      'No picture of me: You may fill it in',
    ]);
    expect((await visit('/spreadsheets', VOLUNTEER)).text.match(/You may not open it/g)).toHaveLength(1);
  });

  it('lets one play everybody who owns, edits or views a file', async () => {
    desk.workspace.files.update(desk.registersId, { viewers: ['rita@imstl.org'] });
    const { text } = await visit(page('/edit'), STRANGER);
    const people = [...text.matchAll(/<option value="([^"]+)"/g)].map(([, email]) => email);
    expect(people).toEqual([OWNER, HANDLER, VOLUNTEER, 'rita@imstl.org', STRANGER]);
    desk.workspace.files.update(desk.registersId, { viewers: [] });
  });
});

it('the summary names the second form, the third and the second spreadsheet', async () => {
  const { forms, spreadsheets } = JSON.parse((await visit('/local/summary', OWNER)).text);
  expect(forms.map(({ name }: { name: string }) => name)).toEqual(['report', 'image-opt-out']);
  expect(spreadsheets.map(({ name }: { name: string }) => name)).toEqual(['Registers', 'Cases']);
  expect(spreadsheets[1]).toEqual({
    name: 'Cases',
    spreadsheetId: casesId,
    url: `${served.url}spreadsheets/d/${casesId}/edit`,
  });
});

it.each([
  '/v4/nothing',
  '/v4/spreadsheets/x/nothing/y',
  '/v1/nothing',
  '/v1/forms/x/nothing',
  '/drive/v3/nothing',
  '/gmail/v1/nothing',
])('an unknown address of Google’s, %s, is answered in Google’s form', async (path) => {
  const answer = await fetch(new URL(path, served.url));
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    404,
    'application/json; charset=UTF-8',
  ]);
  expect(await answer.json()).toMatchObject({
    error: {
      code: 404,
      status: 'NOT_FOUND',
      message: `The requested URL ${path} was not found on this server.`,
    },
  });
});
