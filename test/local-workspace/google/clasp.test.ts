// The unmodified clasp against the local Workspace: sign in, create, push, version, deployment, run; what was pushed serves members.

import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { answerForm, newestLink } from '../../../scripts/demonstration/answer.ts';
import { type GoogleProxy, startGoogleProxy } from '../../../scripts/local-workspace/google-proxy.ts';
import { createWorkspace, type Workspace } from '../../../scripts/local-workspace/index.ts';
import { type ServedWorkspace, serveWorkspace } from '../../../scripts/local-workspace/server.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const CLASP = join(ROOT, 'node_modules/@google/clasp/build/src/index.js');
const ME = 'contact@imstl.org';

let folder = '';
let workspace: Workspace;
let served: ServedWorkspace;
let proxy: GoogleProxy;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clasp-'));
  workspace = createWorkspace({ start: '2026-01-12T15:00:00Z', seed: 1 });
  served = await serveWorkspace(workspace, { port: 0 });
  proxy = await startGoogleProxy(served.url);
  mkdirSync(join(folder, 'dist'));
}, 60_000);

afterAll(async () => {
  await proxy.close();
  await served.close();
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Said {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs clasp in the folder; `onOutput` sees what it says while it runs. */
function clasp(args: readonly string[], onOutput: (out: string) => void = () => {}): Promise<Said> {
  const { HTTPS_PROXY, NODE_EXTRA_CA_CERTS } = proxy.env;
  const env = { PATH: process.env.PATH, HOME: folder, HTTPS_PROXY, NODE_EXTRA_CA_CERTS, CI: 'true' };
  const child = spawn(process.execPath, [CLASP, ...args], { cwd: folder, env });
  const said = { out: '', err: '' };
  child.stdout.on('data', (data) => {
    said.out += data;
    onOutput(said.out);
  });
  child.stderr.on('data', (data) => {
    said.err += data;
  });
  return new Promise((done) => child.on('close', (status) => done({ status, ...said })));
}

/** Signs in: the browser is played by a request that chooses the account. */
function login(...options: string[]): Promise<Said> {
  let isAsked = false;
  return clasp(['login', ...options], (out) => {
    const [address] = /https:\/\/accounts\.google\.com\S+/.exec(out) ?? [];
    if (!address || isAsked) return;
    isAsked = true;
    const { pathname, search } = new URL(address);
    void fetch(new URL(`${pathname}${search}&local_account=${encodeURIComponent(ME)}`, served.url));
  });
}

const settings = () => JSON.parse(readFileSync(join(folder, '.clasp.json'), 'utf8'));

/** A function of the script, as a dialog calls it. */
function ask(functionName: string, question: unknown): unknown {
  const { scriptId, parentId: spreadsheetId } = settings();
  const active = { spreadsheetId, sheetId: 0 };
  const sent = [JSON.stringify(question)];
  const { result } = workspace.callFromDialog(scriptId, functionName, sent, ME, active);
  return JSON.parse(String(result));
}

it('signs in, creates, pushes, makes a version and a deployment, runs a function; then members are served', async () => {
  expect(await login()).toMatchObject({ status: 0, out: expect.stringContaining(`logged in as ${ME}`) });
  const created = await clasp([
    'create-script',
    '--type',
    'sheets',
    '--title',
    'Registers',
    '--rootDir',
    'dist',
  ]);
  expect(created).toMatchObject({ status: 0, out: expect.stringContaining('Created new script') });

  cpSync(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true });
  const manifestFile = join(folder, 'dist/appsscript.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  writeFileSync(manifestFile, JSON.stringify({ ...manifest, executionApi: { access: 'MYSELF' } }));
  expect(await clasp(['push', '--force'])).toMatchObject({
    status: 0,
    out: expect.stringMatching(/^Pushed \d+ files/),
  });
  const { scriptId, parentId } = settings();
  const pushed = workspace.projects.get(scriptId);
  const same = pushed.files.find(({ name }) => name === 'Code')?.source === readDist('Code.js');
  expect({ same, container: pushed.containerId }).toEqual({ same: true, container: parentId });

  expect((await clasp(['create-version', 'First'])).out).toBe('Created version 1\n');
  expect((await clasp(['create-deployment', '-V', '1', '-d', 'Live'])).out).toMatch(
    /^Deployed AKfycb\S+ @1\n$/,
  );
  expect((await clasp(['list-deployments'])).out).toMatch(/ @HEAD \n.* @1 - Live\n/s);

  // The token of the first sign-in may do what clasp does, and not what the script does.
  const refused = await clasp(['run-function', 'readSetUp']);
  expect(refused.err).toContain('make sure you have permission to run the script function');
  expect(await login('--use-project-scopes', '--include-clasp-scopes')).toMatchObject({ status: 0 });
  expect(await clasp(['run-function', 'readSetUp'])).toMatchObject({
    out: expect.stringContaining('"isSetUp":false'),
  });

  const companions = { termsLink: 'https://example.org/terms', privacyLink: 'https://example.org/privacy' };
  expect(ask('runSetUp', { ...companions, termsVersion: '1', privacyVersion: '1' })).toMatchObject({
    ok: true,
  });
  const { values = [] } = await registers('Members!1:1');
  const place = (header: string) => values[0]?.indexOf(header) ?? -1;
  workspace.sheets.userEdit(ME, parentId, 101, 1, place('Name'), [
    ['Anna Ito', 'anna@example.org', 'Mentor'],
  ]);
  workspace.settle();
  expect(ask('sendInvitations', {})).toMatchObject({ ok: true });
  workspace.advance('PT11M');
  const [form] = workspace.forms.all();
  const link = newestLink(workspace, 'anna@example.org', form ? workspace.forms.viewUrl(form) : '');
  answerForm(workspace, link ?? '', { 'Your name': 'Anna Ito', 'Your email address': 'anna@example.org' });
  workspace.settle();
  const { values: rows = [] } = await registers('Acceptances!A2:J');
  expect(rows).toEqual([expect.arrayContaining(['Anna Ito', 'Accepted', '2025-06-04', 'Personal link'])]);
}, 300_000);

const readDist = (name: string) => readFileSync(join(ROOT, 'dist', name), 'utf8');

async function registers(range: string): Promise<{ values?: string[][] }> {
  const { parentId } = settings();
  const answer = await fetch(new URL(`/v4/spreadsheets/${parentId}/values/${range}`, served.url));
  return (await answer.json()) as { values?: string[][] };
}

it('knows no other hosts, so that nothing leaves this computer', async () => {
  const { hostname, port } = new URL(proxy.env.HTTPS_PROXY);
  const status = await new Promise((resolve) => {
    const asking = request({ hostname, port, method: 'CONNECT', path: 'example.org:443' });
    asking.on('connect', ({ statusCode }) => resolve(statusCode)).end();
  });
  expect(status).toBe(403);
});
