// Two stories that leave no kind of request out: a desk's own, and one of Google's client, which calls each method.

import { docs_v1 } from 'googleapis/build/src/apis/docs/v1.js';
import { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1.js';
import { script_v1 } from 'googleapis/build/src/apis/script/v1.js';
import { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { Agreements } from '../../scripts/desk/agreements.ts';
import { Cases, DANGER, FIRST, VIOLATION, ZOE } from '../../scripts/desk/cases.ts';
import { ANNA, BEA, CARA, CONTACT, DECLINE, type Desk, HANA } from '../../scripts/desk/desk.ts';
import { Mailbox } from '../../scripts/desk/mail.ts';
import { Pictures } from '../../scripts/desk/pictures.ts';
import { look } from '../../scripts/desk/roster-import.ts';

const NINA = 'nina@imstl.org';
const PHOTO_LIST = { subject: 'Pictures', title: 'Tea', lines: ['Monday'], groups: [] };

/** What members, staff and the clock make a desk do in its first days. */
export function deskStory(desk: Desk): void {
  const { workspace } = desk;
  const [cases, pictures, agreements] = [new Cases(desk), new Pictures(desk), new Agreements(desk)];
  const mail = new Mailbox(desk, cases);
  workspace.files.update(desk.registersId, { editors: [NINA] });

  desk.invite();
  desk.answerByLink(ANNA);
  desk.answerByLink(BEA, DECLINE);
  desk.answer(desk.plainLink, { name: 'Cara', email: 'else@example.org' });
  workspace.settle();
  const { ticket } = desk.ask('readPaper');
  const paper = { ticket, memberId: 'M-0003', role: 'Mentee', signedOn: '2026-01-10', remark: 'Binder' };
  desk.ask('recordPaperAcceptance', paper);
  desk.ask('matchResponse', { acceptanceId: 'A-000003', memberId: 'M-0003', remark: 'She called.' });

  pictures.ask(pictures.own(ANNA), ANNA, { kind: 'Both', whom: 'Herself and family' });
  pictures.ask(pictures.link, CARA);
  agreements.start(agreements.linkOf('M-0001'));
  agreements.confirm(agreements.newestLinkOf(BEA), BEA);
  cases.report({ ...VIOLATION, ...ZOE });
  cases.report(DANGER);
  cases.decide(FIRST, { Handler: HANA, Status: 'Under review', Outcome: 'None' });
  mail.receive({ labels: ['report'] });
  mail.receive({ labels: ['opt-out'], text: 'No pictures, please.' });
  mail.receive({ headers: { 'Content-Disposition': 'attachment; filename="words.txt"' } });
  mail.run();

  const { order } = look(desk, 'Email,Name,Role\nnora@example.org,Nora Neu,Mentee\n');
  desk.ask('importRoster', order);
  desk.ask('readMemberCard', { memberId: 'M-0001', selected: false });
  desk.ask('correctAddress', { memberId: 'M-0003', before: CARA.email, email: 'cara.d@example.org' });
  desk.ask('setMemberStatus', { memberId: 'M-0004', status: 'Inactive' });
  desk.ask('resendLink', { memberId: 'M-0002' });
  desk.ask('readPhotographersList');
  desk.ask('draftPhotographersList', PHOTO_LIST);
  for (const part of ['work', 'sheet', 'forms', 'mail', 'account', 'tenant', 'trial'])
    desk.tryAsking('checkPart', { part });

  writeCode(desk, (text) =>
    text.replace(/Last Update: .*/, 'Last Update: 1/13/26').replace('no ', 'not any '),
  );
  desk.nextDay();
  desk.ask('readPublishing');
  desk.tryAsking('publishVersion', { version: '2026-01-13', editorial: false, why: 'Words can hurt.' });
  desk.ask('readPreview');
  for (let day = 0; day < 2; day++) desk.nextDay();
  bounce(desk, BEA.email);
  for (const handler of ['everyNight', 'everyMorning', 'casesEveryNight', 'casesEveryMorning'])
    workspace.run(handler);

  desk.ask('evidenceForMember', { memberId: 'M-0001' });
  desk.ask('makeEvidenceSheet');
  desk.ask('verifyTrail', {});
  desk.ask('exportTheirData', { memberId: 'M-0002' });
  desk.type('Members', desk.rowOf(BEA), 'Status', [['Removed']]);
  desk.minutes(21);
  desk.tryAsking('eraseMember', { memberId: 'M-0002', typed: 'M-0002', asked: true });
  desk.repair();
  desk.ask('nameNextOwner', { email: NINA });
  desk.ask('takeOver', {}, NINA);
  desk.minutes(21);
}

function writeCode({ workspace }: Desk, change: (text: string) => string): void {
  const [code] = workspace.files.all().filter(({ kind }) => kind === 'document');
  if (code) workspace.docs.userEdit(CONTACT, code.id, change(workspace.docs.text(code.id)));
}

function bounce({ workspace }: Desk, address: string): void {
  const head = ['From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>', `To: ${CONTACT}`];
  const lines = [...head, 'Subject: Failure', `X-Failed-Recipients: ${address}`, '', 'Address not found'];
  workspace.gmail.delivery.receive(lines.join('\r\n'));
}

/** Google's own client reads what the desk made, and calls every method that a desk does not need. */
export async function clientStory(desk: Desk, rootUrl: string): Promise<void> {
  await sheetsAndForms(desk, rootUrl);
  await filesAndDocuments(desk, rootUrl);
  await mailOf(rootUrl);
  await scripts(desk, rootUrl);
}

async function sheetsAndForms({ workspace, registersId }: Desk, rootUrl: string): Promise<void> {
  const { spreadsheets } = new sheets_v4.Sheets({ rootUrl });
  const made = await spreadsheets.create({
    requestBody: { properties: { title: 'Copy' }, sheets: [{ properties: { title: 'Tab' } }] },
  });
  const spreadsheetId = made.data.spreadsheetId as string;
  const { data: book } = await spreadsheets.get({ spreadsheetId: registersId });
  const titles = (book.sheets ?? []).map(({ properties }) => properties?.title ?? '');
  const ranges = titles.map((title) => `'${title}'!A1:P4`);
  await spreadsheets.get({ spreadsheetId: registersId, includeGridData: true, ranges });
  const { values } = spreadsheets;
  const written = { valueInputOption: 'USER_ENTERED', requestBody: { values: [['a', 1, true, null]] } };
  const shown = { includeValuesInResponse: true, responseValueRenderOption: 'FORMULA' };
  await values.update({ spreadsheetId, range: 'Tab!A1:D1', ...written, ...shown });
  await values.append({ spreadsheetId, range: 'Tab!A1', insertDataOption: 'INSERT_ROWS', ...written });
  const data = [{ range: 'Tab!A5', majorDimension: 'COLUMNS', values: [['=A1', '2026-01-12']] }];
  await values.batchUpdate({
    spreadsheetId,
    requestBody: { valueInputOption: 'RAW', data, includeValuesInResponse: true },
  });
  await values.get({ spreadsheetId, range: 'Tab!A1:D5', valueRenderOption: 'UNFORMATTED_VALUE' });
  await values.batchGet({ spreadsheetId, ranges: ['Tab!A1', 'Tab!B1:B2'], majorDimension: 'COLUMNS' });
  await values.clear({ spreadsheetId, range: 'Tab!A1' });
  await values.batchClear({ spreadsheetId, requestBody: { ranges: ['Tab!B1'] } });
  await changeTabs(spreadsheets, spreadsheetId, made.data.sheets?.[0]?.properties?.sheetId ?? 0);

  const { forms } = new forms_v1.Forms({ rootUrl });
  const { data: form } = await forms.create({ unpublished: true, requestBody: { info: { title: 'Tea' } } });
  await forms.setPublishSettings({
    formId: form.formId as string,
    requestBody: {
      publishSettings: { publishState: { isPublished: true, isAcceptingResponses: true } },
      updateMask: 'publishState',
    },
  });
  for (const { id: formId } of workspace.forms.all()) {
    await forms.get({ formId });
    const { data } = await forms.responses.list({ formId, pageSize: 2 });
    for (const { responseId } of data.responses ?? [])
      await forms.responses.get({ formId, responseId: responseId as string });
  }
}

/** The changes of a spreadsheet that a desk does not need, so that every kind of them is asked for. */
async function changeTabs(
  spreadsheets: sheets_v4.Resource$Spreadsheets,
  spreadsheetId: string,
  sheetId: number,
): Promise<void> {
  const range = { sheetId, startRowIndex: 0, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 2 };
  const cells = { sheetId, startRowIndex: 6, endRowIndex: 7, startColumnIndex: 0, endColumnIndex: 1 };
  const columns = { sheetId, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 };
  const rows = { sheetId, dimension: 'ROWS', startIndex: 8, endIndex: 9 };
  const sources = [{ ...range, endColumnIndex: 1 }];
  const spec = {
    title: 'Tea',
    basicChart: {
      chartType: 'COLUMN',
      legendPosition: 'BOTTOM_LEGEND',
      axis: [{ position: 'LEFT_AXIS', title: 'Cups', viewWindowOptions: { viewWindowMin: 0 } }],
      domains: [{ domain: { sourceRange: { sources } } }],
      series: [{ series: { sourceRange: { sources } }, color: { red: 1 }, targetAxis: 'LEFT_AXIS' }],
    },
  };
  const overlayPosition = { anchorCell: { sheetId, rowIndex: 2, columnIndex: 3 }, offsetXPixels: 5 };
  const condition = { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=A1>1' }] };
  const rule = { ranges: [range], booleanRule: { condition, format: { textFormat: { bold: true } } } };
  const ids = { protectedRangeId: 1, namedRangeId: 'tea', bandedRangeId: 2, chartId: 3 };
  const { protectedRangeId, namedRangeId, bandedRangeId, chartId: objectId } = ids;
  const ask = (requests: sheets_v4.Schema$Request[]) =>
    spreadsheets.batchUpdate({
      spreadsheetId,
      requestBody: { requests, includeSpreadsheetInResponse: true, responseIncludeGridData: true },
    });
  await ask([
    { addProtectedRange: { protectedRange: { protectedRangeId, range, editors: { users: [CONTACT] } } } },
    {
      updateProtectedRange: {
        protectedRange: { protectedRangeId, description: 'Ours' },
        fields: 'description',
      },
    },
    { addNamedRange: { namedRange: { namedRangeId, name: 'Tea', range } } },
    { updateNamedRange: { namedRange: { namedRangeId, name: 'Coffee' }, fields: 'name' } },
    { addBanding: { bandedRange: { bandedRangeId, range, rowProperties: { firstBandColor: { red: 1 } } } } },
    { addConditionalFormatRule: { rule, index: 0 } },
    { setBasicFilter: { filter: { range, criteria: { 0: { hiddenValues: ['a'] } } } } },
    { sortRange: { range, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }] } },
    { addChart: { chart: { chartId: objectId, spec, position: { overlayPosition } } } },
    { updateChartSpec: { chartId: objectId, spec } },
    {
      updateEmbeddedObjectPosition: {
        objectId,
        newPosition: { overlayPosition: { offsetXPixels: 9 } },
        fields: 'offsetXPixels',
      },
    },
    {
      createDeveloperMetadata: {
        developerMetadata: { metadataKey: 'tea', location: { spreadsheet: true }, visibility: 'DOCUMENT' },
      },
    },
    { updateBorders: { range, top: { style: 'SOLID', color: { blue: 1 } } } },
    { insertDimension: { range: rows, inheritFromBefore: true } },
    { appendDimension: { sheetId, dimension: 'ROWS', length: 3 } },
    { moveDimension: { source: columns, destinationIndex: 3 } },
    { autoResizeDimensions: { dimensions: columns } },
    { insertRange: { range: cells, shiftDimension: 'ROWS' } },
    { deleteRange: { range: cells, shiftDimension: 'ROWS' } },
    { deleteDimension: { range: rows } },
    { findReplace: { find: 'a', replacement: 'b', allSheets: true } },
    {
      updateCells: {
        range: cells,
        rows: [{ values: [{ userEnteredValue: { formulaValue: '=1/0' }, note: 'Why?' }] }],
        fields: 'userEnteredValue,note',
      },
    },
    { duplicateSheet: { sourceSheetId: sheetId, newSheetName: 'Twin' } },
  ]);
  await ask([
    { deleteEmbeddedObject: { objectId } },
    { clearBasicFilter: { sheetId } },
    { deleteConditionalFormatRule: { sheetId, index: 0 } },
    { deleteBanding: { bandedRangeId } },
    { deleteNamedRange: { namedRangeId } },
    { deleteProtectedRange: { protectedRangeId } },
  ]);
}

async function filesAndDocuments({ workspace }: Desk, rootUrl: string): Promise<void> {
  const { files, permissions } = new drive_v3.Drive({ rootUrl });
  await files.list({ q: 'trashed = false', pageSize: 3, fields: '*' });
  const mimeType = 'application/vnd.google-apps.spreadsheet';
  const { data } = await files.create({ requestBody: { name: 'Shared', mimeType, writersCanShare: false } });
  const fileId = data.id as string;
  await files.update({ fileId, requestBody: { name: 'Renamed' } });
  await files.get({ fileId, fields: '*' });
  const shared = await permissions.create({
    fileId,
    sendNotificationEmail: false,
    fields: '*',
    requestBody: { type: 'user', role: 'reader', emailAddress: HANA },
  });
  await permissions.list({ fileId, pageSize: 1, fields: '*' });
  await permissions.delete({ fileId, permissionId: shared.data.id as string });

  const { documents } = new docs_v1.Docs({ rootUrl });
  const { data: made } = await documents.create({ requestBody: { title: 'Minutes' } });
  const range = { startIndex: 1, endIndex: 4 };
  await documents.batchUpdate({
    documentId: made.documentId as string,
    requestBody: {
      requests: [
        { insertText: { text: 'Tea at four', location: { index: 1 } } },
        { updateTextStyle: { range, textStyle: { bold: true }, fields: 'bold' } },
        { updateParagraphStyle: { range, paragraphStyle: { namedStyleType: 'HEADING_1' }, fields: '*' } },
        { createParagraphBullets: { range, bulletPreset: 'BULLET_DISC_CIRCLE_SQUARE' } },
        { replaceAllText: { containsText: { text: 'four', matchCase: true }, replaceText: 'five' } },
        { deleteContentRange: { range } },
      ],
    },
  });
  for (const { id: documentId } of workspace.files.all().filter(({ kind }) => kind === 'document'))
    for (const includeTabsContent of [true, false]) await documents.get({ documentId, includeTabsContent });
}

async function mailOf(rootUrl: string): Promise<void> {
  const { users } = new gmail_v1.Gmail({ rootUrl });
  const userId = CONTACT;
  await users.getProfile({ userId });
  await users.settings.sendAs.list({ userId });
  const raw = Buffer.from(`To: ${HANA}\r\nSubject: Tea\r\n\r\nAt four`).toString('base64url');
  const { data: sent } = await users.messages.send({ userId, requestBody: { raw } });
  const { data: draft } = await users.drafts.create({ userId, requestBody: { message: { raw } } });
  await users.drafts.list({ userId, maxResults: 1 });
  await users.drafts.get({ userId, id: draft.id as string, format: 'full' });
  const { data: label } = await users.labels.create({ userId, requestBody: { name: 'Tea' } });
  const [id, addLabelIds] = [label.id as string, [label.id as string]];
  await users.labels.get({ userId, id });
  await users.labels.patch({ userId, id, requestBody: { labelListVisibility: 'labelHide' } });
  await users.labels.update({ userId, id, requestBody: { name: 'Coffee' } });
  await users.labels.list({ userId });
  const { data: found } = await users.messages.list({ userId, maxResults: 8, includeSpamTrash: true });
  for (const { id } of found.messages ?? [])
    for (const format of ['full', 'raw', 'metadata', 'minimal'])
      await users.messages.get({ userId, id: id as string, format });
  const { data: files } = await users.messages.list({ userId, q: 'has:attachment' });
  const messageId = files.messages?.[0]?.id as string;
  const { data: whole } = await users.messages.get({ userId, id: messageId });
  const attachmentId = whole.payload?.body?.attachmentId as string;
  await users.messages.attachments.get({ userId, messageId, id: attachmentId });
  const message = { userId, id: sent.id as string };
  await users.messages.modify({ ...message, requestBody: { addLabelIds } });
  await users.messages.batchModify({
    userId,
    requestBody: { ids: [message.id], removeLabelIds: addLabelIds },
  });
  await users.messages.trash(message);
  await users.messages.untrash(message);
  const thread = { userId, id: sent.threadId as string };
  await users.threads.list({ userId, maxResults: 2, q: 'in:sent' });
  await users.threads.get({ ...thread, format: 'metadata', metadataHeaders: ['To'] });
  await users.threads.modify({ ...thread, requestBody: { addLabelIds } });
  await users.labels.delete({ userId, id });
}

async function scripts({ workspace, scriptId }: Desk, rootUrl: string): Promise<void> {
  const { projects, processes, scripts } = new script_v1.Script({ rootUrl });
  const { data } = await projects.create({ requestBody: { title: 'Another' } });
  const another = { scriptId: data.scriptId as string };
  const manifest = { timeZone: 'America/Chicago', executionApi: { access: 'MYSELF' }, runtimeVersion: 'V8' };
  const files = [
    { name: 'appsscript', type: 'JSON', source: JSON.stringify(manifest) },
    {
      name: 'Code',
      type: 'SERVER_JS',
      source: 'function add(a, b) { if (b < 0) throw new Error("No"); return a + b; }',
    },
  ];
  await projects.updateContent({ ...another, requestBody: { files } });
  await projects.get(another);
  await projects.getContent({ scriptId });
  const version = (await projects.versions.create({ ...another, requestBody: { description: 'First' } }))
    .data;
  const versionNumber = version.versionNumber as number;
  await projects.versions.get({ ...another, versionNumber });
  await projects.versions.list({ ...another, pageSize: 1 });
  const deployed = await projects.deployments.create({ ...another, requestBody: { versionNumber } });
  const deployment = { ...another, deploymentId: deployed.data.deploymentId as string };
  await projects.deployments.update({ ...deployment, requestBody: { deploymentConfig: { versionNumber } } });
  await projects.deployments.get(deployment);
  await projects.deployments.list(another);
  for (const parameters of [
    [1, 2],
    [1, -1],
  ])
    await scripts.run({ ...another, requestBody: { function: 'add', parameters, devMode: true } });
  await projects.deployments.delete(deployment);
  await processes.list({ pageSize: 1, 'userProcessFilter.scriptId': scriptId });
  await processes.listScriptProcesses({ scriptId, 'scriptProcessFilter.functionName': 'runSetUp' });
  workspace.settle();
}
