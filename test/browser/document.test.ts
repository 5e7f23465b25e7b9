// Staff write on a document: it is saved, never lost, follows others, and stays closed to whom it is not shared with.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { createWorkspace, type Workspace } from '../../scripts/local-workspace/index.ts';
import { callApi } from '../../scripts/local-workspace/rest/dispatch.ts';
import type { ServedWorkspace } from '../../scripts/local-workspace/server.ts';
import {
  DESKTOP,
  eventually,
  openPage,
  overflowOf,
  PHONE,
  selectWords,
  serve,
  violations,
} from './support.ts';

const TEXT = [
  'Our rules',
  '',
  'Be kind',
  'Be kind  to all: <b>all</b> & everybody. \u00a0🌻',
  'One\vline\v',
  'Money',
  'No loans',
  'No gifts',
  '  ',
  'Last Update: 6/04/25',
].join('\n');

let workspace: Workspace;
let served: ServedWorkspace;
let documentId: string;
let page: Page;
let problems: string[];

beforeAll(async () => {
  workspace = createWorkspace({ seed: 7, start: '2026-01-05T09:00:00-06:00' });
  served = await serve(workspace);
  ({ page, problems } = await openPage());
  documentId = workspace.docs.create(workspace.owner, 'Code of Conduct');
  workspace.files.update(documentId, { editors: ['editor@example.org'], viewers: ['viewer@example.org'] });
});

beforeEach(async () => {
  workspace.docs.userEdit(workspace.owner, documentId, TEXT);
  restyle('Our rules', 'TITLE');
  restyle('Be kind', 'HEADING_3');
  await page.context().clearCookies();
  await page.goto(`${served.url}document/d/${documentId}/edit`);
  await page.waitForFunction(() => document.documentElement.dataset.live === 'yes');
  problems.length = 0;
});

function restyle(line: string, namedStyleType: string): void {
  const startIndex = text().indexOf(line) + 1;
  const range = { startIndex, endIndex: startIndex + line.length };
  callApi(workspace.apis.docs, 'docs.documents.batchUpdate', {
    path: { documentId },
    body: {
      requests: [
        { updateParagraphStyle: { range, paragraphStyle: { namedStyleType }, fields: 'namedStyleType' } },
      ],
    },
    caller: { email: workspace.owner },
  });
}

const text = () => workspace.docs.text(documentId);
const said = (words: string) => page.locator('#saved', { hasText: words }).waitFor();
const save = () => page.getByRole('button', { name: 'Save', exact: true }).click();

async function lookAs(email: string): Promise<void> {
  await page.context().addCookies([{ name: 'looking_as', value: email, url: served.url }]);
  await page.reload();
}

describe('writing', () => {
  it('shows headings, and saves what is typed and nothing else', async () => {
    await page.getByRole('heading', { name: 'Our rules', level: 2 }).waitFor();
    await page.getByRole('heading', { name: 'Be kind', level: 3 }).waitFor();
    await selectWords(page, '6/04/25');
    await page.keyboard.type('2/03/26');
    await said('Not saved yet');
    expect(text()).toBe(TEXT);
    await save();
    await said('Saved');
    expect(text()).toBe(TEXT.replace('6/04/25', '2/03/26'));
    expect(problems).toEqual([]);
  });

  it('Ctrl+S saves; Enter makes a paragraph, Shift+Enter a line, and below a heading comes plain text', async () => {
    await selectWords(page, 'Our rules');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('For all');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('of us');
    await page.keyboard.press('Control+s');
    await said('Saved');
    expect(text()).toBe(TEXT.replace('rules\n', 'rules\nFor all\vof us\n'));
    expect(workspace.docs.view(workspace.owner, documentId).paragraphs[1]?.style).toBe('NORMAL_TEXT');
  });

  it('takes lines away and joins them', async () => {
    await selectWords(page, 'No gifts');
    await page.keyboard.press('Home');
    await page.keyboard.press('Backspace');
    await page.keyboard.type(', ');
    await page.keyboard.press('Control+s');
    await said('Saved');
    expect(text()).toBe(TEXT.replace('loans\nNo', 'loans, No'));
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.type('Anew');
    await page.keyboard.press('Control+s');
    await eventually(text, (now) => now === 'Anew');
  });

  it('pastes words without their look, and makes no letter bold that would not be kept', async () => {
    await selectWords(page, 'Money');
    await page.keyboard.press('Control+b');
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/html', '<h1>Gold</h1><script>1</script>');
      data.setData('text/plain', 'Gold\r\n\r\nand silver');
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    });
    expect(await page.locator('#paper').locator('b, h1, script').count()).toBe(0);
    await page.keyboard.press('Control+s');
    await said('Saved');
    expect(text()).toBe(TEXT.replace('Money', 'Gold\n\nand silver'));
  });
});

describe('nothing is lost', () => {
  it('keeps what was typed when saving fails, says so, and saves it later', async () => {
    await page.route('**/local/documents/**', (route) => route.abort());
    await selectWords(page, 'Money');
    await page.keyboard.type('Coins');
    await save();
    await said('Not saved. What you typed is still here.');
    expect(await page.locator('#paper').textContent()).toContain('Coins');
    await page.unroute('**/local/documents/**');
    await save();
    await eventually(text, (now) => now.includes('Coins'));
  });

  it('asks before it writes over what somebody else wrote meanwhile', async () => {
    await selectWords(page, 'Money');
    await page.keyboard.type('Coins');
    workspace.docs.userEdit('editor@example.org', documentId, TEXT.replace('No gifts', 'No presents'));
    await save();
    await page.getByRole('dialog', { name: 'Somebody else has changed this document' }).waitFor();
    await page.getByRole('button', { name: 'Go back' }).click();
    expect(text()).toContain('No presents');
    await save();
    await page.getByRole('button', { name: 'Save mine' }).click();
    await said('Saved');
    expect(text()).toBe(TEXT.replace('Money', 'Coins'));
  });

  it('follows somebody else while nothing is typed here', async () => {
    workspace.docs.userEdit('editor@example.org', documentId, TEXT.replace('No gifts', 'No presents'));
    await page.locator('#paper', { hasText: 'No presents' }).waitFor();
    await selectWords(page, 'presents');
    await page.keyboard.type('gold');
    await save();
    await said('Saved');
    expect(text()).toContain('No gold');
  });
});

describe('who may', () => {
  it('a viewer reads, and cannot write', async () => {
    await lookAs('viewer@example.org');
    await page.getByText('View only').waitFor();
    expect(await page.locator('[contenteditable]').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
    const status = await page.evaluate(
      async (id) =>
        (await fetch(`/local/documents/${id}`, { method: 'POST', body: JSON.stringify({ text: 'Mine' }) }))
          .status,
      documentId,
    );
    expect({ status, text: text() }).toEqual({ status: 403, text: TEXT });
  });

  it('somebody without access reads nothing, and can look as somebody who has it', async () => {
    await lookAs('someone.else@example.org');
    await page.getByRole('heading', { name: 'You need access' }).waitFor();
    expect(await page.content()).not.toContain('Be kind');
    await page.getByLabel('Looking as').selectOption('editor@example.org');
    await page.getByRole('textbox', { name: 'Text of the document' }).waitFor();
  });
});

it.each([
  ['a phone', 'light', PHONE],
  ['a desk', 'dark', DESKTOP],
] as const)('has no barrier on %s (%s), and does not run off the edge', async (_, colorScheme, look) => {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize(look.viewport ?? { width: 375, height: 800 });
  for (const who of ['viewer@example.org', 'someone.else@example.org', workspace.owner]) {
    await lookAs(who);
    expect({ who, barriers: await violations(page), overflow: await overflowOf(page) }).toEqual({
      who,
      barriers: [],
      overflow: 0,
    });
  }
});

it('is found from the list of documents', async () => {
  await page.goto(`${served.url}document`);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Code of Conduct owned by' }).click();
  await page.getByRole('textbox', { name: 'Text of the document' }).waitFor();
});
