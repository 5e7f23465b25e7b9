// The same methods inside Apps Script: argument order, error texts, scopes and the record of calls.

import { describe, expect, it } from '@jest/globals';
import { Kernel } from '../../../scripts/local-workspace/kernel/kernel.ts';
import { advancedService } from '../../../scripts/local-workspace/rest/advanced-service.ts';
import { Projects } from '../../../scripts/local-workspace/script/projects.ts';
import { Runner } from '../../../scripts/local-workspace/script/runner.ts';
import { Files } from '../../../scripts/local-workspace/services/drive/files.ts';
import { gmailApi } from '../../../scripts/local-workspace/services/gmail/api.ts';
import { GmailEngine } from '../../../scripts/local-workspace/services/gmail/engine.ts';

const MODIFY = 'https://www.googleapis.com/auth/gmail.modify';
const USER = 'contact@imstl.org';

function run(body: string, options: { scopes?: string[]; symbol?: string; authMode?: 'LIMITED' } = {}) {
  const kernel = new Kernel({});
  const engine = new GmailEngine(kernel);
  const projects = new Projects(kernel, new Files(kernel));
  const { scriptId } = projects.create('Test', USER);
  const manifest = {
    timeZone: 'America/Chicago',
    runtimeVersion: 'V8',
    oauthScopes: options.scopes ?? [MODIFY],
  };
  projects.push(scriptId, [
    { name: 'Code', type: 'SERVER_JS', source: `function main() { ${body} }` },
    { name: 'appsscript', type: 'JSON', source: JSON.stringify(manifest) },
  ]);
  const runner = new Runner(kernel, projects, (execution) => ({
    services: {},
    advanced: [
      advancedService(options.symbol ?? 'Gmail', gmailApi(engine), execution, { email: execution.user }),
    ],
  }));
  const { authMode } = options;
  return runner.run({
    scriptId,
    functionName: 'main',
    kind: 'editor',
    user: USER,
    args: [],
    ...(authMode ? { authMode } : {}),
  });
}

const RAW = Buffer.from('To: ana@example.org\r\nSubject: Hi\r\n\r\nHello').toString('base64url');

describe('an advanced service', () => {
  it('takes body, path parameters and options in this order, and records the call', () => {
    const { record, result } = run(`
      const sent = Gmail.Users.Messages.send({ raw: '${RAW}' }, 'me');
      const list = Gmail.Users.Messages.list('me', { q: 'in:sent hello', maxResults: 5, fields: 'messages(id)' });
      return [sent.id, list.messages];`);
    expect(record.error).toBeUndefined();
    const [id, messages] = result as [string, unknown];
    expect(messages).toEqual([{ id }]);
    expect(record.calls).toMatchObject([
      {
        method: 'Gmail.Users.Messages.send',
        requestBytes: expect.any(Number),
        responseBytes: expect.any(Number),
      },
      { method: 'Gmail.Users.Messages.list' },
    ]);
    expect(record.calls[0]?.requestBytes).toBeGreaterThan(RAW.length);
  });

  it('is found under the name of the manifest and recorded under its own', () => {
    const { record } = run(`return Post.Users.getProfile('me').emailAddress;`, { symbol: 'Post' });
    expect(record.calls).toMatchObject([{ method: 'Gmail.Users.getProfile' }]);
  });

  it('calls delete remove', () => {
    const { record, result } = run(`
      const label = Gmail.Users.Labels.create({ name: 'A' }, 'me');
      Gmail.Users.Labels.remove('me', label.id);
      return Gmail.Users.Labels.list('me').labels.filter((one) => one.type === 'user').length;`);
    expect([record.error, result]).toEqual([undefined, 0]);
  });

  it.each([
    [
      `Gmail.Users.Messages.send({ raw: 'x', to: 'y' }, 'me')`,
      'API call to gmail.users.messages.send failed with error: Invalid JSON payload received. Unknown name "to" at \'message\': Cannot find field.',
    ],
    [
      `Gmail.Users.Messages.get('me', '18c0ffee18c0ffee')`,
      'API call to gmail.users.messages.get failed with error: Requested entity was not found.',
    ],
    [
      `Gmail.Users.Messages.list('ana@example.org')`,
      'API call to gmail.users.messages.list failed with error: Delegation denied for contact@imstl.org',
    ],
    [`Gmail.Users.Messages.send('me')`, 'Invalid number of arguments provided. Expected 2-3 only'],
    [
      `Gmail.Users.Messages.send(undefined, 'me')`,
      "The parameters (null,String) don't match the method signature for Gmail.Users.Messages.send.",
    ],
    [
      `Gmail.Users.Messages.send({}, null)`,
      "The parameters (Object,null) don't match the method signature for Gmail.Users.Messages.send.",
    ],
    [`Gmail.Users.History.list('me')`, 'Gmail.Users.History is not implemented in the local Workspace'],
    [
      `Gmail.Users.Messages.insert({}, 'me')`,
      'Gmail.Users.Messages.insert is not implemented in the local Workspace',
    ],
    [
      `Gmail.Users.Labels.create({ name: 'x'.repeat(10485760) }, 'me')`,
      'API call to gmail.users.labels.create failed with error: Request payload size exceeds the limit: 10485760 bytes.',
    ],
  ])('%s', (source, message) => {
    expect(run(`return ${source};`).record.error).toContain(message);
  });

  it('needs a scope of the manifest', () => {
    const { record } = run(`return Gmail.Users.Messages.send({ raw: '${RAW}' }, 'me');`, {
      scopes: ['https://www.googleapis.com/auth/gmail.readonly'],
    });
    expect(record.error).toContain(
      'Specified permissions are not sufficient to call gmail.users.messages.send. Required permissions: ',
    );
    expect(record.calls).toEqual([]);
  });

  it('is not for simple triggers', () => {
    const { record } = run(`return Gmail.Users.getProfile('me');`, { authMode: 'LIMITED' });
    expect(record.error).toContain(
      'You do not have permission to call gmail.users.getProfile. Required permissions: ',
    );
  });
});
