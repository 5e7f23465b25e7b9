// A maintainer signs in: consent in the browser, renewal, refusals, and a service account at Google's own addresses.

import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { READ_CELLS } from '../../scripts/google/clients.ts';
import { signIn } from '../../scripts/google/sign-in.ts';
import { startGoogleProxy } from '../../scripts/local-workspace/google-proxy.ts';
import { addServiceAccount } from '../../scripts/local-workspace/rest/oauth.ts';
import { type ServedWorkspace, serveWorkspace } from '../../scripts/local-workspace/server.ts';
import { ANNA, CONTACT, TestDesk } from '../support/desk.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let desk: TestDesk;
let served: ServedWorkspace;
let place = '';
let folder = '';
let asked: string[] = [];

beforeAll(async () => {
  desk = new TestDesk();
  served = await serveWorkspace(desk.workspace, { port: 0 });
  place = mkdtempSync(join(tmpdir(), 'sign-in-'));
});
afterAll(async () => {
  await served.close();
  rmSync(place, { recursive: true, force: true });
});
beforeEach(() => {
  asked = [];
  folder = mkdtempSync(join(place, 'kept-'));
  const installed = { client_id: 'desk.apps.googleusercontent.com', client_secret: 'not so secret' };
  writeFileSync(join(folder, 'client.json'), JSON.stringify({ installed }));
});

/** What somebody does in her browser with the address of Google's page. */
type Browser = (address: URL) => Promise<unknown>;

const allow: Browser = (address) => {
  address.searchParams.set('local_account', CONTACT);
  return fetch(address);
};
const deny: Browser = (address) => {
  address.searchParams.set('local_account', '');
  return fetch(address);
};

function come(browser: Browser, scopes = READ_CELLS) {
  const endpoints = { consent: `${served.url}o/oauth2/v2/auth`, token: `${served.url}token` };
  const show = (address: string) => {
    asked.push(address);
    void browser(new URL(address));
  };
  return signIn({ scopes, endpoints, show, folder });
}

const tokens = () => JSON.parse(readFileSync(join(folder, 'tokens.json'), 'utf8'));
const members = (token: string | null | undefined) =>
  fetch(new URL(`/v4/spreadsheets/${desk.registersId}/values/Members`, served.url), {
    headers: { authorization: `Bearer ${token}` },
  });

it('asks in the browser once, for no more than is needed, and keeps what it was given to itself', async () => {
  const client = await come(allow);
  const [address = ''] = asked;
  const { searchParams } = new URL(address);
  expect(searchParams.get('scope')).toBe(READ_CELLS.join(' '));
  expect(searchParams.get('code_challenge_method')).toBe('S256');
  expect(searchParams.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await members((await client.getAccessToken()).token)).status).toBe(200);
  expect(statSync(join(folder, 'tokens.json')).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  await come(allow);
  expect(asked).toHaveLength(1);
  // Another command needs more, and this one still has no more than before.
  await come(allow, [...READ_CELLS, 'https://www.googleapis.com/auth/drive.file']);
  expect(asked).toHaveLength(2);
  expect(Object.keys(tokens())).toHaveLength(2);
});

it('renews what has run out, and asks again when Google has taken it back', async () => {
  await come(allow);
  const [[name, kept]] = Object.entries(tokens()) as [[string, object]];
  writeFileSync(join(folder, 'tokens.json'), JSON.stringify({ [name]: { ...kept, expiry_date: 1 } }));
  const client = await come(deny);
  expect(asked).toHaveLength(1);
  expect((await members(client.credentials.access_token)).status).toBe(200);
  expect(tokens()[name].access_token).toBe(client.credentials.access_token);
  const lost = { ...kept, refresh_token: '1//gone', expiry_date: 1 };
  writeFileSync(join(folder, 'tokens.json'), JSON.stringify({ [name]: lost }));
  await come(allow);
  expect(asked).toHaveLength(2);
});

it('says so when she does not allow it, and keeps nothing', async () => {
  await expect(come(deny)).rejects.toThrow('It was not allowed in the browser (Google says: access_denied).');
  expect(() => tokens()).toThrow('ENOENT');
});

it('takes no code that somebody else brings, and goes on waiting for its own', async () => {
  const client = await come(async (address) => {
    const back = new URL(address.searchParams.get('redirect_uri') ?? '');
    back.search = new URLSearchParams({ code: '4/0Astolen', state: 'of another' }).toString();
    const answer = await fetch(back);
    expect(await answer.text()).toBe('That did not work.');
    await allow(address);
  });
  expect((await members((await client.getAccessToken()).token)).status).toBe(200);
});

it('needs every permission that it asked for', async () => {
  const some: Browser = (address) => {
    address.searchParams.set('scope', 'https://www.googleapis.com/auth/drive.file');
    return allow(address);
  };
  await expect(come(some)).rejects.toThrow('Not everything was allowed.');
  expect(() => tokens()).toThrow('ENOENT');
});

it('says what to do when there is no client', async () => {
  rmSync(join(folder, 'client.json'));
  await expect(come(allow)).rejects.toThrow('make an OAuth client of the type “Desktop app”');
});

it('lets a command work with a service account, as far as an administrator allows it', async () => {
  const proxy = await startGoogleProxy(served.url);
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const email = 'backup@desk.iam.gserviceaccount.com';
  const pem = (key: typeof publicKey) => key.export({ type: 'spki', format: 'pem' }).toString();
  const account = { email, publicKey: pem(publicKey) };
  const keyFile = join(folder, 'key.json');
  const list = join(folder, 'list.csv');
  const private_key = privateKey.export({ type: 'pkcs8', format: 'pem' });
  writeFileSync(keyFile, JSON.stringify({ client_email: email, private_key }));
  writeFileSync(list, `Name,Email\n${ANNA.name},${ANNA.email}\n`);
  const run = () =>
    new Promise<{ status: number | null; out: string; err: string }>((done) => {
      const args = ['scripts/import-members.ts', list, '--registers', desk.registersId, '--key', keyFile];
      const env = { ...process.env, ...proxy.env, HOME: folder };
      const child = spawn(process.execPath, ['--import', 'tsx', ...args, '--as', CONTACT], {
        cwd: ROOT,
        env,
      });
      let [out, err] = ['', ''];
      child.stdout.on('data', (text) => {
        out += text;
      });
      child.stderr.on('data', (text) => {
        err += text;
      });
      child.on('close', (status) => done({ status, out, err }));
    });
  addServiceAccount(desk.workspace.kernel, account);
  const refused = await run();
  expect(refused).toMatchObject({ status: 1, out: '' });
  expect(refused.err).toContain(
    `Google does not let ${email} work in the name of ${CONTACT}: unauthorized_client`,
  );
  addServiceAccount(desk.workspace.kernel, { ...account, delegated: READ_CELLS });
  expect(await run()).toMatchObject({
    status: 0,
    out: '0 new, 0 changed, 1 unchanged, 0 not taken.\nNothing was written. With --write it is.\n',
  });
  await proxy.close();
});
