// What has run, as Google's own client reads it: by script, function, kind, outcome and time.

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { script_v1 } from 'googleapis/build/src/apis/script/v1.js';
import { createWorkspace, type Workspace } from '../../../scripts/local-workspace/index.ts';
import { type ServedWorkspace, serveWorkspace } from '../../../scripts/local-workspace/server.ts';

const MANIFEST = { timeZone: 'Etc/GMT', runtimeVersion: 'V8', oauthScopes: [] };
const CODE = 'function good() {}\nfunction bad() { throw new Error("no"); }';

let workspace: Workspace;
let served: ServedWorkspace;
let processes: script_v1.Resource$Processes;
let scriptId: string;

beforeAll(async () => {
  workspace = createWorkspace({ start: '2026-01-12T15:00:00Z', seed: 1 });
  ({ scriptId } = workspace.addProject({
    title: 'Small',
    files: [
      { name: 'Code', type: 'SERVER_JS', source: CODE },
      { name: 'appsscript', type: 'JSON', source: JSON.stringify(MANIFEST) },
    ],
  }));
  workspace.run('good', { scriptId, kind: 'menu' });
  workspace.advance('PT1H');
  workspace.run('bad', { scriptId, kind: 'editor' });
  workspace.advance('PT1H');
  workspace.run('good', { scriptId, kind: 'editor', user: 'staff@imstl.org' });
  served = await serveWorkspace(workspace, { port: 0 });
  ({ processes } = new script_v1.Script({ rootUrl: served.url, retry: false }));
});

afterAll(() => served.close());

type Filter = script_v1.Params$Resource$Processes$Listscriptprocesses;
async function found(filter: Filter = {}): Promise<string[]> {
  const { data } = await processes.listScriptProcesses({ scriptId, ...filter });
  return (data.processes ?? []).map((one) => `${one.functionName} ${one.processType} ${one.processStatus}`);
}

it('lists the newest first, whoever ran it', async () => {
  expect(await found()).toEqual(['good EDITOR COMPLETED', 'bad EDITOR FAILED', 'good MENU COMPLETED']);
});

it('lists those that fit all conditions', async () => {
  expect(await found({ 'scriptProcessFilter.functionName': 'bad' })).toHaveLength(1);
  expect(await found({ 'scriptProcessFilter.types': ['MENU', 'TRIGGER'] })).toEqual(['good MENU COMPLETED']);
  expect(await found({ 'scriptProcessFilter.statuses': ['FAILED'] })).toEqual(['bad EDITOR FAILED']);
  expect(await found({ 'scriptProcessFilter.userAccessLevels': ['OWNER'] })).toHaveLength(2);
  const since = { 'scriptProcessFilter.startTime': '2026-01-12T15:30:00Z' };
  expect(await found(since)).toHaveLength(2);
  expect(await found({ ...since, 'scriptProcessFilter.endTime': '2026-01-12T16:30:00Z' })).toHaveLength(1);
});

it('lists what one user ran, by the same conditions', async () => {
  const { data } = await processes.list({ 'userProcessFilter.statuses': ['COMPLETED'] });
  expect(data.processes?.map(({ processType }) => processType)).toEqual(['MENU']);
});

it('refuses a kind that Google does not have', async () => {
  await expect(found({ 'scriptProcessFilter.types': ['CLOCK'] })).rejects.toThrow('Invalid value at');
});
