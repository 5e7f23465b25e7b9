// What an account has granted to a script, and who may fill in a form that it made.

import { expect, it } from '@jest/globals';
import { createWorkspace } from '../../../scripts/local-workspace/index.ts';

const auth = (name: string) => `https://www.googleapis.com/auth/${name}`;
const SCOPES = ['forms', 'drive.file', 'script.scriptapp'].map(auth);
const SOURCE = `
  function ask(scopes) {
    var mode = ScriptApp.AuthMode.FULL;
    var info = scopes ? ScriptApp.getAuthorizationInfo(mode, scopes) : ScriptApp.getAuthorizationInfo(mode);
    return [String(info.getAuthorizationStatus()), info.getAuthorizationUrl(), info.getAuthorizedScopes()];
  }
  function makeForm() {
    return FormApp.create('Form', true).getId();
  }
  function responders(id) {
    var fields = 'permissions(type,role,view,domain)';
    var found = Drive.Permissions.list(id, { fields: fields, includePermissionsForView: 'published' });
    return found.permissions.filter(function (one) { return one.view; });
  }
  function usual(id) {
    return Drive.Permissions.list(id, { fields: 'permissions(type,role,view)' }).permissions;
  }`;

function desk() {
  const workspace = createWorkspace({ seed: 3, start: '2026-01-12T15:00:00Z' });
  const manifest = {
    timeZone: 'America/Chicago',
    runtimeVersion: 'V8',
    oauthScopes: SCOPES,
    dependencies: { enabledAdvancedServices: [{ userSymbol: 'Drive', serviceId: 'drive', version: 'v3' }] },
  };
  const { scriptId } = workspace.addProject({
    title: 'Small',
    files: [
      { name: 'Code', type: 'SERVER_JS', source: SOURCE },
      { name: 'appsscript', type: 'JSON', source: JSON.stringify(manifest) },
    ],
  });
  const run = (name: string, ...args: unknown[]) => {
    const { record, result } = workspace.run(name, { args });
    if (record.error !== undefined) throw new Error(record.error);
    return result;
  };
  return { workspace, scriptId, run };
}

it('a script learns which permissions an account did not give, and fails where it needs them', () => {
  const { workspace, scriptId, run } = desk();
  expect(run('ask')).toEqual(['NOT_REQUIRED', null, SCOPES]);
  workspace.projects.withhold(scriptId, workspace.owner, [auth('forms')]);
  const [status, url, granted] = run('ask') as [string, string, string[]];
  expect(status).toBe('REQUIRED');
  expect(url).toMatch(/^https:\/\/script\.google\.com\//);
  expect(granted).toEqual([auth('drive.file'), auth('script.scriptapp')]);
  expect((run('ask', [auth('drive.file')]) as string[]).slice(0, 2)).toEqual(['NOT_REQUIRED', null]);
  expect(() => run('makeForm')).toThrow(
    /^Exception: Specified permissions are not sufficient to call FormApp\.create/,
  );
  workspace.projects.withhold(scriptId, workspace.owner, []);
  expect(run('makeForm')).toBeTruthy();
});

it('who may fill in a form is a permission of its published view, given only when it is asked for', () => {
  const { workspace, run } = desk();
  const id = run('makeForm') as string;
  expect(run('responders', id)).toEqual([{ type: 'anyone', role: 'reader', view: 'published' }]);
  expect(run('usual', id)).toEqual([{ type: 'user', role: 'owner' }]);
  const submit = (account?: string) => () =>
    workspace.forms.submit({ formId: id, answers: {}, ...(account ? { account } : {}) });
  expect(submit()).not.toThrow();
  workspace.files.update(id, { responders: 'domain' });
  expect(run('responders', id)).toEqual([
    { type: 'domain', role: 'reader', view: 'published', domain: 'imstl.org' },
  ]);
  expect(submit()).toThrow('The form asks you to sign in');
  expect(submit('anna@example.org')).toThrow('The form asks you to sign in');
  expect(submit('vera@imstl.org')).not.toThrow();
});
