// `npm run help-pictures`: takes the pictures of the how-tos, docs/help/*.png, from the demonstration in a browser.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findOrFetchBrowser } from './browser.ts';
import { build } from './build.ts';
import { prepareDemonstration } from './demonstration/prepare.ts';
import { pictureFile } from './handbook.ts';
import { createWorkspace, readProjectFolder, type Workspace } from './local-workspace/index.ts';
import { callApi } from './local-workspace/rest/dispatch.ts';
import { serveWorkspace } from './local-workspace/server.ts';
import { smallPng } from './small-png.ts';

/** Narrow, so that words can still be read when a picture is as small as the sidebar. */
const SHEET = { width: 960, height: 760 };
const DIALOG = { width: 470, height: 900 };
/** Pixels of a picture for each pixel of the page. */
const SHARPNESS = 1.5;

const dist = mkdtempSync(join(tmpdir(), 'help-pictures-'));
await build({ outDir: dist });
const workspace = createWorkspace({ seed: 2017, start: '2026-02-02T15:00:00Z' });
prepareDemonstration(workspace, readProjectFolder(dist), console.log);
changeTheCode(workspace);
const registers = workspace.files.all('spreadsheet').find(({ name }) => name === 'IMSTL Registers');
const served = await serveWorkspace(workspace, { port: 0 });
const browser = await chromium.launch({ executablePath: findOrFetchBrowser(), args: ['--no-sandbox'] });
const reader = await browser.newPage();
const page = await browser.newPage({ deviceScaleFactor: SHARPNESS, colorScheme: 'light' });

await open({ ...SHEET, width: 1060 });
await shootTab('today', 'Today', '', { width: 950, height: 320 });
await open(SHEET);
await chooseMenu('Mail');
await shoot('menu', await around('.menu, .submenu', { top: 46, left: 30 }));
await page.keyboard.press('Escape');
await shootTab('problems', 'Problems', 'What');
await shootTab('opt-outs', 'Opt-outs', 'Kind');
await shootTab('takedowns', 'Takedowns');
await shootTab('settings', 'Settings');
await shootDialog('match', 'Match a response…');
await shootDialog('pause', 'Pause all mail…', 'Mail');
await shootDialog('publish', 'Publish a new version…', 'The Code');
await shootDialog('hand-over', 'Hand over…', 'System');

await browser.close();
await served.close();
workspace.close();
rmSync(dist, { recursive: true });

async function open(viewport: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(viewport);
  await page.goto(`${served.url}spreadsheets/d/${registers?.id}/edit`);
  await page.getByRole('gridcell').first().waitFor();
}

async function chooseMenu(...lines: string[]): Promise<void> {
  await page.getByRole('menuitem', { name: 'Code of Conduct' }).click();
  for (const name of lines) await page.getByRole('menuitem', { name, exact: true }).click();
}

/** The first rows of a tab, from a column on. */
async function shootTab(file: string, tab: string, column = '', size = { width: 520, height: 230 }) {
  await page.getByRole('tab', { name: tab, exact: true }).click();
  await page.locator('#cells').evaluate((cells, title) => {
    const headers = [...document.querySelectorAll<HTMLElement>('.tabulator-headers .tabulator-col')];
    const header = headers.find((found) => title !== '' && found.textContent?.trim().startsWith(title));
    cells.scrollLeft = (header?.offsetLeft ?? 60) - 60;
  }, column);
  await page.waitForTimeout(500);
  const grid = await page.locator('.tabulator').boundingBox();
  await shoot(file, { x: grid?.x ?? 0, y: grid?.y ?? 0, ...size });
}

async function shootDialog(file: string, line: string, submenu?: string): Promise<void> {
  await open(DIALOG);
  await chooseMenu(...(submenu ? [submenu, line] : [line]));
  const frame = page.frameLocator('dialog iframe');
  await frame.locator('#form:not([hidden])').waitFor();
  await page.waitForTimeout(300);
  const dialog = await around('dialog');
  await shoot(file, { ...dialog, width: dialog.width - 6, height: Math.min(dialog.height, 420) });
}

interface Clip {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The rectangle around elements, with some room before them. */
async function around(selector: string, { top = 0, left = 0 } = {}): Promise<Clip> {
  const boxes = await Promise.all((await page.locator(selector).all()).map((found) => found.boundingBox()));
  const seen = boxes.filter((box) => box !== null);
  const [x, y] = [Math.min(...seen.map((box) => box.x)) - left, Math.min(...seen.map((box) => box.y)) - top];
  const right = Math.max(...seen.map((box) => box.x + box.width));
  const end = Math.max(...seen.map((box) => box.y + box.height));
  return { x: Math.max(0, x), y: Math.max(0, y), width: right - x + 6, height: end - y + 6 };
}

async function shoot(file: string, clip: Clip): Promise<void> {
  const path = pictureFile(file);
  mkdirSync(dirname(path), { recursive: true });
  const picture = await (page as Page).screenshot({ clip });
  const { pixels, width, height } = await pixelsOf(picture.toString('base64'));
  const small = smallPng(Buffer.from(pixels, 'base64'), width, height);
  writeFileSync(path, small);
  console.log(`${String(small.length).padStart(7)} bytes  ${path}`);
}

/** The browser unpacks its own pictures. */
function pixelsOf(png: string): Promise<{ pixels: string; width: number; height: number }> {
  return reader.evaluate(async (source) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    let text = '';
    for (const value of context.getImageData(0, 0, image.width, image.height).data)
      text += String.fromCharCode(value);
    return { pixels: btoa(text), width: image.width, height: image.height };
  }, png);
}

/** A new version waits, so that there is something to publish. */
function changeTheCode({ apis, files, owner }: Workspace): void {
  const [document] = files.all('document');
  const replace = (from: string, to: string) => ({
    replaceAllText: { containsText: { text: from, matchCase: true }, replaceText: to },
  });
  callApi(apis.docs, 'docs.documents.batchUpdate', {
    path: { documentId: document?.id ?? '' },
    body: {
      requests: [
        replace('6/04/25', '2/20/26'),
        replace('respectful and courteous', 'kind, respectful and courteous'),
      ],
    },
    caller: { email: owner },
  });
}
