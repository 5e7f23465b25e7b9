// A script makes a file, says who may open it, and sees no other file.

import { describe, expect, it } from '@jest/globals';
import { RestServer } from '../../../scripts/local-workspace/rest/server.ts';
import { HANDLER, OWNER, RestrictedDesk, SCOPES, VOLUNTEER } from '../restricted-desk.ts';

const people = (id: string, options = '{}') =>
  `Drive.Permissions.list('${id}', Object.assign({ fields: 'nextPageToken,permissions(id,type,role,emailAddress,domain)' }, ${options}))`;

describe('a file that a script made', () => {
  it('is a spreadsheet of the account, with only the fields asked for in the answer', () => {
    const desk = new RestrictedDesk();
    const answer = desk.run(`return Drive.Files.create(
      { name: 'Cases', mimeType: 'application/vnd.google-apps.spreadsheet', writersCanShare: false }, null, { fields: 'id' });`);
    expect(Object.keys(answer as object)).toEqual(['id']);
    const { id } = answer as { id: string };
    expect(desk.workspace.files.get(id)).toMatchObject({ name: 'Cases', owner: OWNER, kind: 'spreadsheet' });
    expect(
      desk.run(`return [
        Drive.Files.get('${id}', { fields: 'name,writersCanShare,copyRequiresWriterPermission,capabilities(canShare)' }),
        Sheets.Spreadsheets.get('${id}', { fields: 'properties.title' }),
      ];`),
    ).toEqual([
      {
        name: 'Cases',
        writersCanShare: false,
        copyRequiresWriterPermission: false,
        capabilities: { canShare: true },
      },
      { properties: { title: 'Cases' } },
    ]);
  });

  it('is shared and taken away again, without a mail', () => {
    const desk = new RestrictedDesk();
    const id = desk.makeCases();
    const { permissions } = desk.run(`return ${people(id)};`) as { permissions: Record<string, string>[] };
    expect(permissions).toEqual([
      { id: expect.any(String), type: 'user', role: 'writer', emailAddress: HANDLER },
      { id: expect.any(String), type: 'user', role: 'owner', emailAddress: OWNER },
    ]);
    expect(desk.workspace.files.may({ email: HANDLER }, id, 'write')).toBe(true);
    const handler = permissions[0] as Record<string, string>;
    desk.run(`Drive.Permissions.remove('${id}', '${handler.id}');`);
    expect(desk.workspace.files.may({ email: HANDLER }, id, 'read')).toBe(false);
    expect(desk.workspace.gmail.overview()).toEqual([]);
    expect(() => desk.run(`Drive.Permissions.remove('${id}', '${handler.id}');`)).toThrow(
      `API call to drive.permissions.delete failed with error: Permission not found: ${handler.id}.`,
    );
    expect(() => desk.run(`Drive.Permissions.delete('${id}', 'x');`)).toThrow(
      'Drive.Permissions.delete is not implemented',
    );
  });

  it('lists who may open it page by page, groups, domains and the link among them', () => {
    const desk = new RestrictedDesk();
    const id = desk.makeCases();
    desk.run(`
      Drive.Permissions.create({ type: 'domain', role: 'reader', domain: 'imstl.org' }, '${id}');
      Drive.Permissions.create({ type: 'group', role: 'writer', emailAddress: 'board@imstl.org' }, '${id}', { sendNotificationEmail: false });
      Drive.Permissions.create({ type: 'anyone', role: 'reader' }, '${id}');`);
    const found = desk.run(`
      const found = [];
      let pageToken;
      let pages = 0;
      do {
        const page = ${people(id, '{ pageSize: 2, pageToken }')};
        found.push(...page.permissions.map(({ type, role, emailAddress, domain }) => [type, role, emailAddress || domain || ''].join(' ')));
        pageToken = page.nextPageToken;
        pages++;
      } while (pageToken);
      return [pages, found];`);
    expect(found).toEqual([
      3,
      [
        'anyone reader ',
        'domain reader imstl.org',
        'group writer board@imstl.org',
        `user writer ${HANDLER}`,
        `user owner ${OWNER}`,
      ],
    ]);
    desk.run(`for (const { id, type } of ${people(id)}.permissions)
      if (type !== 'user' && type !== 'domain') Drive.Permissions.remove('${id}', id);`);
    const may = (email: string, what: 'read' | 'write') => desk.workspace.files.may({ email }, id, what);
    expect([may(VOLUNTEER, 'read'), may(VOLUNTEER, 'write'), may('a@example.org', 'read')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('cannot be shared on by an editor once writersCanShare is off', () => {
    const desk = new RestrictedDesk();
    const id = desk.makeCases();
    // With drive.file alone, she would not see what the script made under another account.
    const wide = (user: string) => ({ user, scopes: [...SCOPES, 'drive'] });
    const asHandler = (body: string) => desk.run(body, wide(HANDLER));
    const share = `Drive.Permissions.create({ type: 'user', role: 'reader', emailAddress: '${VOLUNTEER}' }, '${id}', { sendNotificationEmail: false })`;
    const refusal = 'The user does not have sufficient permissions for this file.';
    expect(() => asHandler(share)).toThrow(refusal);
    expect(() => asHandler(`Drive.Files.update({ writersCanShare: true }, '${id}')`)).toThrow(refusal);
    expect(() => asHandler(`SpreadsheetApp.openById('${id}').addViewer('${VOLUNTEER}')`)).toThrow(
      'The caller does not have permission',
    );
    expect(asHandler(`return Drive.Files.get('${id}', { fields: 'permissions,capabilities' });`)).toEqual({
      capabilities: { canEdit: true, canShare: false },
    });
    desk.run(`Drive.Files.update({ writersCanShare: true }, '${id}')`);
    asHandler(share);
    expect(desk.workspace.files.may({ email: VOLUNTEER }, id, 'read')).toBe(true);
    // A reader does not learn who else may open it.
    expect(() => desk.run(people(id), wide(VOLUNTEER))).toThrow(refusal);
  });
});

describe('with the scope drive.file', () => {
  it('a script sees no file that it has not made', () => {
    const desk = new RestrictedDesk();
    const id = desk.makeCases();
    expect(desk.run(`return Drive.Files.list({ fields: 'files(id)' });`)).toEqual({ files: [{ id }] });
    expect(() => desk.run(`Drive.Files.get('${desk.registersId}')`)).toThrow(
      `API call to drive.files.get failed with error: File not found: ${desk.registersId}.`,
    );
    expect(() => desk.run(people(desk.registersId))).toThrow(`File not found: ${desk.registersId}.`);
    // The spreadsheet itself opens all the same: that is another scope.
    expect(
      desk.run(`return Sheets.Spreadsheets.get('${desk.registersId}', { fields: 'spreadsheetId' });`),
    ).toEqual({ spreadsheetId: desk.registersId });
    expect(() => desk.run(`Drive.Files.get('${id}')`, { user: HANDLER })).toThrow(`File not found: ${id}.`);
    const other = desk.addScript('');
    expect(() => desk.run(`Drive.Files.get('${id}')`, { scriptId: other })).toThrow(`File not found: ${id}.`);
  });

  it('also counts what it made through the Sheets API', () => {
    const desk = new RestrictedDesk();
    const id = desk.run(`return Sheets.Spreadsheets.create({ properties: { title: 'B' } }).spreadsheetId;`);
    expect(desk.run(`return Drive.Files.get('${id}', { fields: 'name' });`)).toEqual({ name: 'B' });
  });

  it('wider scopes see more: drive everything, drive.readonly without changing it', () => {
    const desk = new RestrictedDesk();
    const id = desk.registersId;
    const rename = `Drive.Files.update({ name: 'Lists' }, '${id}')`;
    expect(() => desk.run(rename, { scopes: [...SCOPES, 'drive.readonly'] })).toThrow(
      'The user has not granted the app',
    );
    expect(desk.run(`return ${rename}.name`, { scopes: [...SCOPES, 'drive'] })).toBe('Lists');
  });

  it('a token sees what programs made, and one without scopes everything', async () => {
    const desk = new RestrictedDesk();
    const { kernel, apis, owner } = desk.workspace;
    const rest = new RestServer({ kernel, methods: apis.drive, owner });
    const files = async (token: string, body?: object): Promise<unknown> => {
      const answer = await rest.handle(
        new Request(`http://localhost/drive/v3/files?fields=${body ? 'name' : 'files(name)'}`, {
          method: body ? 'POST' : 'GET',
          headers: { authorization: `Bearer ${token}` },
          ...(body ? { body: JSON.stringify(body) } : {}),
        }),
      );
      return answer.json();
    };
    const narrow = rest.tokens.issueToken(OWNER, ['https://www.googleapis.com/auth/drive.file']);
    expect(await files(narrow)).toEqual({});
    await files(narrow, { name: 'Made outside', mimeType: 'application/vnd.google-apps.spreadsheet' });
    expect(await files(narrow)).toEqual({ files: [{ name: 'Made outside' }] });
    expect(await files(rest.tokens.issueToken(OWNER))).toEqual({
      files: [{ name: 'Registers' }, { name: 'Desk' }, { name: 'Made outside' }],
    });
  });
});

it('without the service in its manifest a script has no Drive', () => {
  const desk = new RestrictedDesk();
  desk.workspace.projects.push(desk.scriptId, [
    { name: 'Code', type: 'SERVER_JS', source: 'function main() { return typeof Drive; }' },
    {
      name: 'appsscript',
      type: 'JSON',
      source: JSON.stringify({ timeZone: 'America/Chicago', runtimeVersion: 'V8', oauthScopes: [] }),
    },
  ]);
  expect(desk.workspace.run('main').result).toBe('undefined');
});

it('takes no file where its options belong', () => {
  const desk = new RestrictedDesk();
  const id = desk.makeCases();
  expect(() => desk.run(`Drive.Files.update({ name: 'x' }, '${id}', { fields: 'id' })`)).toThrow(
    "The parameters (Object,String,Object) don't match the method signature for Drive.Files.update.",
  );
  expect(desk.run(`return Drive.Files.update({ name: 'x' }, '${id}', null, { fields: 'name' })`)).toEqual({
    name: 'x',
  });
});
