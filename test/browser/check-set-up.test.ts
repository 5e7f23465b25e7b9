// Staff open “Check set-up…”: as the account that owns the automatic work, and as another volunteer.

import { beforeAll, expect, it } from '@jest/globals';
import type { Frame, FrameLocator, Page } from 'playwright-core';
import type { ServedWorkspace } from '../../scripts/local-workspace/server.ts';
import { ANNA, TAB, TestDesk } from '../support/desk.ts';
import { chooseLine, expectToLookRight, inGrid, openPage, serve } from './support.ts';

const VERA = 'vera@imstl.org';
const SHOTS = process.env.SHOTS ?? '';
let desk: TestDesk;
let served: ServedWorkspace;
let page: Page;
let problems: string[];

beforeAll(async () => {
  desk = new TestDesk();
  desk.minutes(11);
  desk.workspace.run('everyNight');
  const { files, forms, triggers } = desk.workspace;
  files.update(desk.registersId, { editors: [VERA] });
  // One thing to mend, and one to look at.
  const pictures = forms.all().find(({ id }) => files.get(id).name === 'Pictures');
  files.update(pictures?.id ?? '', { responders: 'domain' });
  desk.set('Mail sending', 'Paused');
  const morning = triggers.all().find(({ handler }) => handler === 'everyMorning');
  triggers.delete(morning?.id ?? '');
  served = await serve(desk.workspace);
  ({ page, problems } = await openPage());
});

const frame = (): FrameLocator => page.frameLocator('dialog iframe');
const document = () => page.frames().find((found) => found.url().includes('/local/dialogs/')) as Frame;
const summary = (text: string) => frame().locator('#summary', { hasText: text }).waitFor({ timeout: 60_000 });
async function open(): Promise<void> {
  await page.goto(`${served.url}spreadsheets/d/${desk.registersId}/edit#gid=${TAB.Members}`);
  await inGrid(page, ANNA.name).waitFor();
  await chooseLine(page, 'Check set-up…');
}

const looksRight = (name: string) =>
  expectToLookRight(page, document, name, {
    shoot: async (look) => SHOTS && page.screenshot({ path: `${SHOTS}/${look}.png` }),
  });

it('shows the owner what is to be mended, what to look at, and what to do', async () => {
  await open();
  await summary('2 things are to be mended. 2 things are worth a look.');
  const line = (text: string) => frame().getByRole('listitem').filter({ hasText: text });
  const trigger = line('This does not start by itself: The work of the morning.');
  expect(await trigger.textContent()).toMatch(/^To be mended.*Choose “Code of Conduct → Set up or repair…”/);
  expect(await line('The form “Pictures”').textContent()).toMatch(/^To be mended.*Under “Responders” choose/);
  expect(await line('Mail is paused;').textContent()).toMatch(
    /^Please look.*Choose “Code of Conduct → Mail → Resume mail…”/,
  );
  const trial = line('The trial answer reached Acceptances.');
  expect(await trial.textContent()).toMatch(/^Please look/);
  const titles = await frame().getByRole('heading', { level: 2 }).allTextContents();
  expect(titles).toEqual([
    'Automatic work',
    'This spreadsheet',
    'The Code and the record',
    'Forms',
    'Mail',
    'Cases',
    'Trial run',
    'What Google leaves open, found out here',
  ]);
  await looksRight('check-owner');
});

it('after mending, “Check again” finds everything in order, and tries it once from end to end', async () => {
  desk.repair();
  const { files, forms } = desk.workspace;
  for (const { id } of forms.all()) files.update(id, { responders: 'anyone' });
  desk.set('Mail sending', 'On');
  await frame().getByRole('button', { name: 'Check again' }).click();
  await summary('Everything that could be looked at is in order.');
  await frame()
    .getByText('An answer of the system’s own went from the form into Acceptances, and its mail went out')
    .waitFor();
  await frame().getByText('the window waits for it here').waitFor();
  await looksRight('check-good');
  expect(desk.register('Acceptances').filter((row) => row['Acceptance ID'] !== '')).toEqual([]);
  await frame().getByRole('button', { name: 'Close' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

it('tells another volunteer whose account it is', async () => {
  await page.context().addCookies([{ name: 'looking_as', value: VERA, url: served.url }]);
  await open();
  // Nobody has shared the document of the Code with her.
  await summary('One thing is worth a look.');
  await frame().getByText('The automatic work runs under contact@imstl.org, and only that account').waitFor();
  await frame().getByText('The trial run sends a mail, which only contact@imstl.org can do.').waitFor();
  await looksRight('check-volunteer');
  expect(problems).toEqual([]);
});
