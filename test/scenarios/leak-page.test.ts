// The local page: whoever may not open the Cases spreadsheet reads nothing of what was told, wherever she looks.

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Cases, ROUTE, WISH } from '../../scripts/desk/cases.ts';
import { fullAnswers, HER_ADDRESS, HER_SUBJECT, word, wordsIn } from '../../scripts/desk/leak.ts';
import { GoogleError } from '../../scripts/local-workspace/index.ts';
import { type ServedWorkspace, serveWorkspace } from '../../scripts/local-workspace/server.ts';
import { HANA, TestDesk } from '../support/desk.ts';

const VOLUNTEER = 'vera@example.org';
const STRANGER = 'someone.else@example.org';

const desk = new TestDesk();
const cases = new Cases(desk);
let served: ServedWorkspace;

beforeAll(async () => {
  const { files, faults } = desk.workspace;
  const { editors } = files.get(desk.registersId);
  files.update(desk.registersId, { editors: [...editors, VOLUNTEER] });
  for (const route of Object.values(ROUTE)) cases.report(fullAnswers(desk, { [WISH]: route }));
  cases.set('2026-001', 'Handler', HANA);
  const fail = new GoogleError('INVALID_ARGUMENT', `Invalid value, "${word('quoted')}"`);
  faults.add({ method: 'Sheets.Spreadsheets.batchUpdate', when: 'before', effect: { fail } });
  cases.set('2026-001', 'Police: details', `${word('police')} was called`);
  cases.type('2026-001', 'Not heard because', `${word('waiting')} is not read yet`);
  served = await serveWorkspace(desk.workspace, { port: 0 });
});
afterAll(() => served?.close());

async function visit(path: string, viewer: string): Promise<string> {
  const headers = { cookie: `looking_as=${encodeURIComponent(viewer)}`, accept: 'text/html,*/*' };
  const answer = await fetch(new URL(path, served.url), { headers, redirect: 'manual' });
  return answer.text();
}

/** Every address that one gets to by links, with what stands there. */
async function allPages(viewer: string): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const tabs = `/local/spreadsheets/${desk.casesId}`;
  const paths = new Set(['/', '/local/summary', '/local/clock', '/rest-calls', tabs, `${tabs}/tabs/201`]);
  for (const path of paths) {
    const text = await visit(path, viewer);
    pages.set(path, text);
    for (const [, href = ''] of text.matchAll(/(?:href|src)="(\/[^"/][^"#]*)/g))
      if (!href.startsWith('/local/assets/')) paths.add(href.replaceAll('&amp;', '&'));
  }
  return pages;
}

it.each([VOLUNTEER, STRANGER])(
  '%s finds her address and her subject line among the mails, and no more',
  async (viewer) => {
    const pages = await allPages(viewer);
    const of = (start: string) => [...pages.keys()].filter((path) => path.startsWith(start)).length;
    for (const start of ['/executions/', '/triggers', '/mail/', '/forms/', '/spreadsheets/'])
      expect([start, of(start)]).not.toEqual([start, 0]);
    const hers = new Set([...wordsIn(HER_ADDRESS), ...wordsIn(HER_SUBJECT)]);
    for (const [path, text] of pages) {
      const isAboutMail = path === '/' || path.startsWith('/mail');
      const found = wordsIn(text).filter((one) => !(isAboutMail && hers.has(one)));
      expect([path, found]).toEqual([path, []]);
    }
  },
);

it('a handler reads it all', async () => {
  expect(wordsIn(await visit(`/local/spreadsheets/${desk.casesId}/tabs/201`, HANA))).toContain(
    word('police'),
  );
});
