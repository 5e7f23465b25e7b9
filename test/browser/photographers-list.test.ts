// Staff make the list for an event in the dialog: paste, read the groups, print, and put a draft into their Gmail.

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Frame, FrameLocator, Page } from 'playwright-core';
import type { ServedWorkspace } from '../../scripts/local-workspace/server.ts';
import { ANNA, BEA, CARA, type Person, TAB, TestDesk } from '../support/desk.ts';
import { expectToLookRight, inGrid, openPage, serve } from './support.ts';

const JOSE: Person = { name: 'José "Pepe" García', email: 'jose@example.org' };
const ANNIE: Person = { name: 'Ana María Ruiz-López', email: 'annie@example.org' };
const MARIA_1: Person = { name: 'Maria Silva', email: 'maria1@example.org' };
const MARIA_2: Person = { name: 'Maria Silva', email: 'maria2@example.org' };
const PASTED = [
  'Pepe Garcia',
  'RUIZ-LÓPEZ, ANA MARIA',
  'bea+spring@example.org',
  'Anna Ito <anna@example.org>',
  '1. Cara Diallo',
  'Maria Silva',
  'Maria Silva <maria2@example.org>',
  'Cara',
  'Nora Neu',
  'Carla Neumann',
  'guest@example.com',
  '"Ruiz Lopez, Ana Maria" <annie@example.org>',
].join('\n');
const SHOTS = process.env.SHOTS ?? '';

let desk: TestDesk;
let served: ServedWorkspace;
let page: Page;
let problems: string[];

beforeAll(async () => {
  desk = new TestDesk([ANNA, BEA, CARA, JOSE, ANNIE, MARIA_1, MARIA_2]);
  for (const [person, images] of [
    [BEA, 'Limited'],
    [JOSE, 'Opted out'],
    [ANNIE, 'Opted out'],
  ] as const)
    desk.type('Members', desk.rowOf(person), 'Images', [[images]]);
  const header = desk.grid('Opt-outs')[0] ?? [];
  const requests: Record<string, string>[] = [
    { 'Opt-out ID': 'O-000001', Name: 'Nora Neu', Email: 'nora@example.org', Status: 'To match' },
    { 'Opt-out ID': 'O-000002', Name: 'Wanda Weiss', Email: 'wanda@example.org', Status: 'To match' },
    {
      'Opt-out ID': 'O-000003',
      'Member ID': 'M-0001',
      Name: ANNA.name,
      'For whom': 'Children or family',
      'Family members': 'Leo',
      Status: 'In force',
    },
  ];
  const rows = requests.map((request) =>
    header.map((name) => ({ Kind: 'No future pictures', 'For whom': 'Herself', ...request })[name] ?? ''),
  );
  desk.workspace.sheets.userEdit(desk.workspace.owner, desk.registersId, 111, 1, 0, rows);
  desk.workspace.settle();
  desk.minutes(11);
  served = await serve(desk.workspace);
  ({ page, problems } = await openPage());
});

const frame = (): FrameLocator => page.frameLocator('dialog iframe');
const document = () => page.frames().find((found) => found.url().includes('/local/dialogs/')) as Frame;
const reads = (text: string) => frame().getByText(text).waitFor();
const press = (name: string) => frame().getByRole('button', { name }).click();
const shoot = async (name: string) => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
};

/** What a group shows: its heading and its names. */
const group = async (kind: string) => [
  await frame().locator(`.group.${kind} h3 span`).first().textContent(),
  ...(await frame().locator(`.group.${kind} li strong`).allTextContents()),
];

const looksRight = (name: string) => expectToLookRight(page, document, name, { shoot });

it('opens from the menu, and points to the list for every event', async () => {
  await page.goto(`${served.url}spreadsheets/d/${desk.registersId}/edit#gid=${TAB.Members}`);
  await inGrid(page, CARA.name).click();
  await page.getByRole('menuitem', { name: 'Code of Conduct' }).click();
  await page.getByRole('menuitem', { name: 'Photographer’s list…' }).click();
  await frame().getByLabel('Name of the event').waitFor();
  const link = frame().getByRole('link', { name: 'Open the list to share it' });
  expect(await link.getAttribute('href')).toMatch(/^https:\/\/docs\.google\.com\/spreadsheets\/d\//);
  await looksRight('form');
});

it('takes the cells that are selected, and says when named cells are not there', async () => {
  await press('Take the selected cells');
  await reads('The cells stand in “Who comes” now.');
  expect(await frame().getByLabel('Who comes').inputValue()).toBe(CARA.name);
  await frame().getByLabel('Or cells of this spreadsheet').fill('Party!A1:A9');
  await press('Take the selected cells');
  await reads('These cells cannot be found.');
});

it('asks for at least one person', async () => {
  await frame().getByLabel('Name of the event').fill('Spring tea 2026');
  await frame().getByLabel('Who comes').fill(' \n ');
  await press('Make the list');
  await reads('Please write at least one name or address.');
});

describe('twelve lines', () => {
  it('stand in their groups', async () => {
    await frame().getByLabel('Who comes').fill(PASTED);
    await press('Make the list');
    await reads('The list is ready.');
    expect({
      mustNot: await group('mustNot'),
      limited: await group('limited'),
      uncertain: await group('uncertain'),
      unknown: await group('unknown'),
      notOnRoster: await group('notOnRoster'),
      may: await group('may'),
    }).toEqual({
      mustNot: [
        'No pictures of',
        'Ana María Ruiz-López',
        'Leo (family of Anna Ito)',
        'José "Pepe" García',
        'Nora Neu',
      ],
      limited: ['Pictures, with care', 'Béa Cruz'],
      uncertain: ['Not sure who is meant', 'Maria Silva', 'Cara'],
      unknown: ['Asked for no pictures, and we cannot tell yet who it is', 'Wanda Weiss'],
      notOnRoster: [
        'Not on the roster: please ask them',
        'Carla Neumann',
        'Somebody of whom we have only an address',
      ],
      may: ['Pictures are fine', 'Anna Ito', 'Cara Diallo', 'Maria Silva'],
    });
    await reads('More than one person fits.');
    await reads('Maybe: Cara Diallo – Pictures are fine');
    await reads('Written: guest@example.com');
    await reads('Addresses: maria1@example.org · maria2@example.org');
    await looksRight('list');
  });

  it('are printed in black on white: title, event, day and names, no address', async () => {
    await document().evaluate(() => {
      window.print = () => {
        window.document.title = 'printed';
      };
    });
    await press('Print');
    expect(await document().title()).toBe('printed');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const seen = await document().evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(window.document.body);
      return { color, backgroundColor, text: window.document.body.innerText };
    });
    expect(seen.color).toBe('rgb(0, 0, 0)');
    expect(seen.backgroundColor).toBe('rgb(255, 255, 255)');
    for (const words of ['Photographer’s list', 'Spring tea 2026', 'Made on January 12, 2026.', 'Nora Neu'])
      expect(seen.text).toContain(words);
    expect(seen.text).not.toMatch(/@|Make a draft|Print|Close|Written:|Addresses:/);
    if (SHOTS)
      await frame()
        .locator('main')
        .screenshot({ path: `${SHOTS}/paper.png` });
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  });

  it('become a draft without anybody to send it to', async () => {
    await press('Make a draft in my Gmail');
    await reads('The draft is in your Gmail, under “Drafts”.');
    const { owner, gmail } = desk.workspace;
    const { messages } = gmail.list(owner, { labelIds: ['DRAFT'], limit: 9 });
    expect(messages.map(({ subject, to }) => [subject, to])).toEqual([['Pictures: Spring tea 2026', '']]);
    const { text } = gmail.view(owner, messages[0]?.id ?? '');
    expect(text).toContain('Leo (family of Anna Ito)');
    expect(text).toContain('Maria Silva – More than one person fits.');
    expect(text.replaceAll('contact@imstl.org', '')).not.toContain('@');
  });

  it('can be changed afterwards', async () => {
    await press('Change the people');
    expect(await frame().getByLabel('Who comes').inputValue()).toBe(PASTED);
    await press('Close');
    expect(problems).toEqual([]);
  });
});
