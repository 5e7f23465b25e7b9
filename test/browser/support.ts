// What the browser tests share: a served Workspace with a small script project, a browser, and the accessibility check.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect } from '@jest/globals';
import type { BrowserContextOptions, Frame, Locator, Page } from 'playwright-core';
import { createWorkspace, readProjectFolder, type Workspace } from '../../scripts/local-workspace/index.ts';
import { type ServedWorkspace, serveWorkspace } from '../../scripts/local-workspace/server.ts';
import { IS_FULL } from '../support/sample.ts';
import { borrowBrowser, giveBackBrowser } from '../support/shared-browser.cjs';

const FOLDER = dirname(fileURLToPath(import.meta.url));

export const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
} satisfies BrowserContextOptions;
export const DESKTOP = { viewport: { width: 1280, height: 800 } } satisfies BrowserContextOptions;

/** What has to be closed after the last test of the file. */
const open: (() => Promise<void>)[] = [];
afterAll(async () => {
  await giveBackBrowser();
  for (const close of open.splice(0)) await close();
});

/** Serves a Workspace on a free port, until the last test of the file. */
export async function serve(workspace: Workspace): Promise<ServedWorkspace> {
  const served = await serveWorkspace(workspace, { port: 0 });
  open.push(async () => {
    await served.close();
    workspace.close();
  });
  return served;
}

export interface SmallDesk {
  readonly workspace: Workspace;
  readonly served: ServedWorkspace;
  readonly spreadsheetId: string;
  readonly scriptId: string;
}

export const NAMES = [
  'Amina Yusuf',
  'Beatriz Lima',
  'Chen Li',
  '<img src=x onerror=alert(1)>',
  'ليلى حداد',
  'Zoë 🌻 Novak',
  'O’Neil "Sunny" Ray',
];

/** A Workspace with the project of this folder, set up and with a few members, served until the last test. */
export async function smallDesk(options: { members?: readonly string[] } = {}): Promise<SmallDesk> {
  const workspace = createWorkspace({ seed: 7, start: '2026-01-05T09:00:00-06:00' });
  const spreadsheetId = workspace.sheets.create(workspace.owner, {
    title: 'Registers',
    timeZone: 'America/Chicago',
  });
  const { scriptId } = workspace.addProject({
    title: 'Club desk',
    files: readProjectFolder(join(FOLDER, 'project')),
    container: spreadsheetId,
  });
  mustComplete(workspace, 'setUp', []);
  const [first] = workspace.sheets.book(spreadsheetId).record.sheets;
  workspace.sheets.userDeleteSheet(workspace.owner, spreadsheetId, first?.sheetId ?? 0);
  mustComplete(workspace, 'addMembers', [options.members ?? NAMES]);
  workspace.settle();
  return { workspace, served: await serve(workspace), spreadsheetId, scriptId };

  function mustComplete(running: Workspace, name: string, args: readonly unknown[]): void {
    const { record } = running.run(name, {
      args,
      active: { spreadsheetId, sheetId: running.sheets.firstSheetId(spreadsheetId) },
    });
    if (record.status !== 'Completed') throw new Error(`${name}: ${record.error}`);
  }
}

/** Longer than anything takes on a computer that has much else to do. */
const PATIENCE_MS = 120_000;

/** A page of its own, and what the browser reports of it: errors, and a broken content policy. */
export async function openPage(
  options: BrowserContextOptions = DESKTOP,
): Promise<{ page: Page; problems: string[] }> {
  const browser = await borrowBrowser();
  const context = await browser.newContext(options);
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  return { page, problems };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** Rules whose outcome differs between light and dark; in a full run, all that count. */
export const COLOURS: readonly string[] | undefined = IS_FULL ? undefined : OF_COLOURS;

/** Rules whose outcome differs between narrow and wide, and between light and dark; in a full run, all that count. */
export const LOOKS: readonly string[] | undefined = IS_FULL ? undefined : [...OF_COLOURS, 'target-size'];

/**
 * What axe finds wrong on a page, in words; an empty list is what one wants.
 * @param rules by name; without them all that count
 */
export async function violations(page: Page | Frame, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: RULES };
  return page.evaluate(async (runOnly) => {
    interface Axe {
      run(
        context: Document,
        options: object,
      ): Promise<{
        violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
      }>;
    }
    const { axe } = window as unknown as { axe: Axe };
    // It would look for a selector of each element that it judges, and fetch again what the page has loaded.
    const spared = { iframes: false, selectors: false, preload: false };
    const found = await axe.run(document, { runOnly, resultTypes: ['violations'], ...spared });
    return found.violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.html} ${node.failureSummary ?? ''}`),
    );
  }, runOnly);
}

/**
 * Expects nothing beyond the edge of what is shown in the light, narrow and wide, and no barrier in light and in dark;
 * barriers are looked for at the first width, and in a full run at all. Most rules judge what is the same in dark as in light.
 * @param shoot takes a picture of a look
 */
export async function expectToLookRight(
  page: Page,
  shown: () => Page | Frame,
  name: string,
  { widths = [375, 900], shoot }: { widths?: number[]; shoot?: (look: string) => Promise<unknown> } = {},
): Promise<void> {
  const asItIs = page.viewportSize()?.width;
  // To draw a page anew takes long, so the width that it has comes first.
  for (const width of [...widths].sort((a, b) => Number(b === asItIs) - Number(a === asItIs))) {
    const isJudged = width === widths[0] || IS_FULL;
    if (width !== asItIs) await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of isJudged ? (['light', 'dark'] as const) : (['light'] as const)) {
      if (colorScheme === 'dark') await page.emulateMedia({ colorScheme });
      await shoot?.(`${name}-${width}-${colorScheme}`);
      const rules = colorScheme === 'dark' ? COLOURS : undefined;
      const barriers = isJudged ? await violations(shown(), rules) : [];
      const found = { name, width, colorScheme, barriers, overflow: await overflowOf(shown()) };
      expect(found).toEqual({ name, width, colorScheme, barriers: [], overflow: 0 });
    }
    if (isJudged) await page.emulateMedia({ colorScheme: 'light' });
  }
}

/** Selects words on a page that can be written on; what is typed next takes their place. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const paper = document.getElementById('paper') as HTMLElement;
    paper.focus();
    const walker = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode: node } = walker;
      const at = (node.nodeValue ?? '').indexOf(wanted);
      if (at < 0) continue;
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error(`“${wanted}” is not on the paper`);
  }, words);
}

/** The words in a cell of the grid; to find a cell by its role and name would ask for the names of all cells. */
export const inGrid = (page: Page, words: string): Locator =>
  page.getByRole('grid').getByText(words, { exact: true });

/** How far a page can be scrolled sideways, in pixels. */
export const overflowOf = (page: Page | Frame): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Chooses a line of the desk's own menu, in whichever submenu it stands. */
export async function chooseLine(page: Page, item: string): Promise<void> {
  await page.getByRole('menuitem', { name: 'Code of Conduct', exact: true }).click();
  const line = page.locator('.menu [role=menuitem]', { hasText: item }).first();
  const opener = line.locator('xpath=ancestor::*[@class="submenu"]/preceding-sibling::button');
  if ((await opener.count()) > 0) await opener.click();
  await line.click();
}

/** Waits until something is so, and says what it was when it never is. */
export async function eventually<T>(
  look: () => T | Promise<T>,
  isRight: (found: T) => boolean,
  patience = PATIENCE_MS,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (isRight(found)) return found;
    if (Date.now() > end) throw new Error(`It never came true; last seen: ${JSON.stringify(found)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
