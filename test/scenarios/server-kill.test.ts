// The server dies in the middle of many submissions: none that was confirmed to a member is lost, none is doubled.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1.js';
import { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { membersNumbered, type NumberedMember } from '../../scripts/desk/numbered-members.ts';
import { type Person, TestDesk } from '../support/desk.ts';
import { IS_FULL } from '../support/sample.ts';

const SERVED = fileURLToPath(new URL('../support/served-desk.ts', import.meta.url));
const COUNT = IS_FULL ? 200 : 60;
const AT_ONCE = 8;
/** The server is killed when so many members have been told “Thank you”. */
const KILL_AFTER = COUNT / 2 - AT_ONCE;

const members = membersNumbered(COUNT);
const folder = mkdtempSync(join(tmpdir(), 'desk-kill-'));
let port: number;
let server: ChildProcess;
let registersId: string;
/** For each member the body that her browser posts. */
let posts: { person: Person; path: string; body: string }[];

beforeAll(async () => {
  port = await freePort();
  const desk = new TestDesk(members, { folder, follow: true, start: new Date().toISOString() });
  posts = members.map((person) => ({ person, ...browserPost(desk, person) }));
  registersId = desk.registersId;
  desk.workspace.close();
  server = await serve();
});

afterAll(() => {
  server?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

it('after a restart each confirmed submission is one row, and each of those members has one mail', async () => {
  const confirmed = new Set<string>();
  let killed = false;
  const queue = [...posts];
  const browser = async () => {
    for (let next = queue.shift(); next && !killed; next = queue.shift()) {
      const { path, body, person } = next;
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const answer = await fetch(`http://localhost:${port}${path}`, { method: 'POST', headers, body }).catch(
        () => undefined,
      );
      if (answer?.status === 200 && (await answer.text().catch(() => '')).includes('Thank you'))
        confirmed.add(person.email);
      if (confirmed.size >= KILL_AFTER && !killed) {
        killed = true;
        server.kill('SIGKILL');
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, browser));
  expect(killed).toBe(true);
  expect(confirmed.size).toBeGreaterThanOrEqual(KILL_AFTER);
  expect(confirmed.size).toBeLessThan(COUNT);

  server = await serve();
  await settled(confirmed.size);
  const rows = await register('Acceptances');
  const addresses = rows.map((row) => row[4] ?? '');
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(new Set(rows.map((row) => row[12])).size).toBe(rows.length);
  expect(addresses).toEqual(expect.arrayContaining([...confirmed]));
  expect(rows.length - confirmed.size).toBeLessThanOrEqual(AT_ONCE);

  const gmail = new gmail_v1.Gmail({ rootUrl: `http://localhost:${port}/` });
  for (const userId of addresses) {
    const { data } = await gmail.users.messages.list({ userId, q: 'subject:"you accepted our Code"' });
    expect([userId, data.messages?.length]).toEqual([userId, 1]);
  }
});

/** What the browser sends: all her fields, the reference of her personal link among them. */
function browserPost(desk: TestDesk, person: NumberedMember): { path: string; body: string } {
  const form = desk.workspace.forms.get(desk.question('Your name').formId);
  const typed: Record<string, string> = {
    'Your name': person.name,
    'Your email address': person.email,
    'Your personal reference': desk.sealed('acceptance', person.id, '2025-06-04', '2099-12-31', person.email),
  };
  const body = new URLSearchParams();
  for (const { questionId, title, required, choices } of form.items) {
    const value = typed[title] ?? (required ? choices[0]?.value : undefined);
    if (questionId !== 0 && value !== undefined) body.set(`entry.${questionId}`, value);
  }
  return { path: `/forms/d/e/${form.publishedId}/formResponse`, body: body.toString() };
}

/** Waits until every mail has left and at least so many answers are in. */
async function settled(atLeast: number): Promise<void> {
  // What the dead run had in hand is looked up in Sent mail after ten minutes; the clock is moved there.
  await fetch(`http://localhost:${port}/local/clock`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ advance: 'PT31M' }),
  });
  for (let patience = 0; patience < 100; patience++) {
    const states = (await register('Mail log')).map((row) => row[7]);
    if (states.length >= 2 * atLeast && states.every((state) => state === 'Sent')) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The mails never came to rest');
}

async function register(tab: string): Promise<string[][]> {
  const sheets = new sheets_v4.Sheets({ rootUrl: `http://localhost:${port}/` });
  const { data } = await sheets.spreadsheets.values.get({ spreadsheetId: registersId, range: `'${tab}'` });
  return ((data.values ?? []) as string[][]).slice(1);
}

/** Starts the real server over the folder, in a process of its own. */
function serve(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', SERVED, folder, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (line) => String(line).includes('ready at') && resolve(child));
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
