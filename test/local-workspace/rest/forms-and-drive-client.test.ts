// Google's own clients for Forms and Drive, against the REST face.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import { OWNER, type Served, serveServices } from './support.ts';

let served: Served;
let drive: drive_v3.Drive;
let forms: forms_v1.Forms;

beforeAll(async () => {
  served = await serveServices();
  drive = new drive_v3.Drive({ rootUrl: served.rootUrl });
  forms = new forms_v1.Forms({ rootUrl: served.rootUrl });
});
afterAll(() => served.close());

const SHEET = 'application/vnd.google-apps.spreadsheet';

describe('Forms', () => {
  it('a form is read with its questions, and its responses are listed', async () => {
    const form = served.forms.create('Acceptance', OWNER, { published: true, title: 'Code of Conduct' });
    const item = served.forms.addItem(form.id, 'TEXT');
    served.forms.updateItem(form.id, item.id, { title: 'Your name' });
    const read = await forms.forms.get({ formId: form.id });
    expect(read.data).toMatchObject({
      formId: form.id,
      info: { title: 'Code of Conduct', documentTitle: 'Acceptance' },
    });
    expect(read.data.items).toMatchObject([
      { title: 'Your name', questionItem: { question: { textQuestion: {} } } },
    ]);
    const responses = await forms.forms.responses.list({ formId: form.id });
    expect(responses.data.responses ?? []).toEqual([]);
  });

  it('a form that is not there', async () => {
    await expect(forms.forms.get({ formId: 'nothing' })).rejects.toMatchObject({
      status: 404,
      message: 'Requested entity was not found.',
    });
  });
});

describe('Drive', () => {
  it('makes, names, finds, shares and trashes a spreadsheet', async () => {
    const { data } = await drive.files.create({
      requestBody: { name: "Staff's list", mimeType: SHEET },
      fields: '*',
    });
    expect(data).toMatchObject({
      name: "Staff's list",
      mimeType: SHEET,
      trashed: false,
      owners: [{ emailAddress: OWNER, me: true }],
    });
    const fileId = data.id as string;
    expect(served.sheets.firstSheetId(fileId)).toEqual(expect.any(Number));
    await drive.files.update({ fileId, requestBody: { name: 'Cases' } });
    const found = await drive.files.list({
      q: `name = 'Cases' and mimeType = '${SHEET}' and 'me' in owners and trashed = false`,
    });
    expect(found.data.files).toEqual([{ kind: 'drive#file', id: fileId, name: 'Cases', mimeType: SHEET }]);

    const shared = await drive.permissions.create({
      fileId,
      requestBody: { type: 'user', role: 'writer', emailAddress: 'bea@example.org' },
    });
    await drive.permissions.create({ fileId, requestBody: { type: 'anyone', role: 'reader' } });
    const permissions = await drive.permissions.list({
      fileId,
      fields: 'permissions(type,role,emailAddress)',
    });
    expect(permissions.data.permissions).toEqual([
      { type: 'anyone', role: 'reader' },
      { type: 'user', role: 'writer', emailAddress: 'bea@example.org' },
      { type: 'user', role: 'owner', emailAddress: OWNER },
    ]);
    expect(served.files.may({ email: 'bea@example.org' }, fileId, 'write')).toBe(true);
    await drive.permissions.delete({ fileId, permissionId: shared.data.id as string });
    await drive.permissions.delete({ fileId, permissionId: 'anyoneWithLink' });
    expect(served.files.may({ email: 'bea@example.org' }, fileId, 'read')).toBe(false);

    await drive.files.update({ fileId, requestBody: { trashed: true } });
    expect((await drive.files.list({ q: "name = 'Cases'" })).data.files).toEqual([]);
  });

  it('what is not offered is refused by name', async () => {
    const create = (requestBody: object) => drive.files.create({ requestBody });
    await expect(create({ name: 'x', mimeType: 'text/plain' })).rejects.toMatchObject({
      status: 501,
      message: expect.stringContaining('text/plain'),
    });
    await expect(create({ name: 'x', mimeType: SHEET, parents: ['p'] })).rejects.toMatchObject({
      message: expect.stringContaining('parents'),
    });
    await expect(create({ nam: 'x' })).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('Unknown name "nam"'),
    });
    await expect(drive.files.list({ q: "fullText contains 'x'" })).rejects.toMatchObject({
      message: expect.stringContaining('fullText'),
    });
  });

  it('files that the caller may not see are not found', async () => {
    const token = served.rest.tokens.issueToken('eve@example.org');
    const eve = new drive_v3.Drive({
      rootUrl: served.rootUrl,
      headers: { authorization: `Bearer ${token}` },
    });
    const { data } = await drive.files.create({
      requestBody: { name: 'Private', mimeType: 'application/vnd.google-apps.form' },
    });
    await expect(eve.files.get({ fileId: data.id as string })).rejects.toMatchObject({
      status: 404,
      message: `File not found: ${data.id}.`,
    });
    expect((await eve.files.list()).data.files).toEqual([]);
  });
});
