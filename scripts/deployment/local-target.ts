// Deploying to the local Workspace: its desk as a target, its owner signed in, and clasp sent to it by a proxy.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGoogleProxy } from '../local-workspace/google-proxy.ts';
import type { Surroundings } from './deploy.ts';
import { type Target, writeIds } from './targets.ts';

const LOCAL: Target = {
  name: 'local',
  settingsFile: '.clasp.json',
  user: 'default',
  title: 'Registers',
  word: 'yes',
};
/** What clasp asks for, as far as a deployment needs it. */
const SCOPES = ['script.projects', 'drive.file', 'drive.metadata.readonly', 'userinfo.email'];
const PROGRAM = { client_id: 'deploy', client_secret: 'none' };

/**
 * @param url where the local Workspace is served
 * @param work gets the target, and where its settings, its sign-in and its `dist/` are: a folder for the occasion
 * @throws when no desk is there
 */
export async function withLocalTarget(
  url: string,
  work: (target: Target, here: Pick<Surroundings, 'folder' | 'signIns' | 'local'>) => Promise<void>,
): Promise<void> {
  const scriptId = await deskOf(url);
  const project = await answer<{ parentId: string; creator: { email: string } }>(
    new URL(`/v1/projects/${scriptId}`, url),
  );
  const proxy = await startGoogleProxy(url);
  const folder = mkdtempSync(join(tmpdir(), 'deploy-local-'));
  try {
    const signIns = join(folder, '.clasprc.json');
    writeIds(join(folder, LOCAL.settingsFile), { scriptId, parentId: project.parentId });
    const token = await refreshToken(url, project.creator.email);
    const kept = { type: 'authorized_user', ...PROGRAM, refresh_token: token };
    writeFileSync(signIns, JSON.stringify({ tokens: { [LOCAL.user]: kept } }), { mode: 0o600 });
    await work(LOCAL, { folder, signIns, local: { url, env: proxy.env } });
  } finally {
    await proxy.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function deskOf(url: string): Promise<string> {
  const found = await answer<{ script: { scriptId: string | null } }>(new URL('/local/summary', url)).catch(
    () => undefined,
  );
  if (!found?.script.scriptId)
    throw new Error(`No desk answers at ${url}. Please start the local Workspace with “npm start”.`);
  return found.script.scriptId;
}

/** The owner agrees, as she would in the browser. */
async function refreshToken(url: string, owner: string): Promise<string> {
  const consent = new URL('/o/oauth2/v2/auth', url);
  const scope = SCOPES.map((name) => `https://www.googleapis.com/auth/${name}`).join(' ');
  const asked = {
    response_type: 'code',
    client_id: PROGRAM.client_id,
    redirect_uri: 'http://localhost',
    scope,
    local_account: owner,
  };
  consent.search = new URLSearchParams(asked).toString();
  const back = (await fetch(consent, { redirect: 'manual' })).headers.get('location') ?? '';
  const code = new URL(back).searchParams.get('code') ?? '';
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: 'http://localhost',
  });
  const { refresh_token } = await answer<{ refresh_token: string }>(new URL('/token', url), body);
  return refresh_token;
}

async function answer<T>(address: URL, body?: URLSearchParams): Promise<T> {
  const given = await fetch(address, body ? { method: 'POST', body } : {});
  if (!given.ok) throw new Error(`The local Workspace refused ${address.pathname}: ${await given.text()}`);
  return (await given.json()) as T;
}
