// Google's own client for Sheets, against the REST face.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { type Served, serveServices } from './support.ts';

let served: Served;
let sheets: sheets_v4.Sheets;
let spreadsheetId: string;

beforeAll(async () => {
  served = await serveServices();
  sheets = new sheets_v4.Sheets({ rootUrl: served.rootUrl });
  const created = await sheets.spreadsheets.create({
    requestBody: {
      properties: { title: 'Registers' },
      sheets: [{ properties: { sheetId: 7, title: 'Yes/No: Members' } }],
    },
  });
  spreadsheetId = created.data.spreadsheetId as string;
});
afterAll(() => served.close());

const range = "'Yes/No: Members'!A1:B2";

describe('googleapis', () => {
  it('writes and reads a range whose name holds slashes and colons', async () => {
    const updated = await sheets.spreadsheets.values.update({
      spreadsheetId,
      range,
      valueInputOption: 'RAW',
      requestBody: {
        values: [
          ['Name', 'Age'],
          ['Ána', 5],
        ],
      },
    });
    expect(updated.data).toMatchObject({ updatedRows: 2, updatedCells: 4 });
    const read = await sheets.spreadsheets.values.get({
      spreadsheetId,
      range,
      valueRenderOption: 'UNFORMATTED_VALUE',
    });
    expect(read.data.values).toEqual([
      ['Name', 'Age'],
      ['Ána', 5],
    ]);
    const batch = await sheets.spreadsheets.values.batchGet({
      spreadsheetId,
      ranges: [range, "'Yes/No: Members'!A2"],
    });
    expect(batch.data.valueRanges?.map(({ values }) => values)).toEqual([
      [
        ['Name', 'Age'],
        ['Ána', '5'],
      ],
      [['Ána']],
    ]);
  });

  it('appends, clears, changes many things at once', async () => {
    await sheets.spreadsheets.values.append({
      spreadsheetId,
      range: "'Yes/No: Members'!A1",
      valueInputOption: 'RAW',
      requestBody: { values: [['=1+1', null]] },
    });
    const batch = await sheets.spreadsheets.batchUpdate({
      spreadsheetId,
      requestBody: {
        requests: [
          { addSheet: { properties: { title: 'Mail log' } } },
          {
            appendCells: {
              sheetId: 7,
              rows: [{ values: [{ userEnteredValue: { stringValue: '=x' } }] }],
              fields: 'userEnteredValue',
            },
          },
        ],
      },
    });
    expect(batch.data.replies).toHaveLength(2);
    await sheets.spreadsheets.values.clear({ spreadsheetId, range: "'Yes/No: Members'!A1:B2" });
    const { data } = await sheets.spreadsheets.values.get({ spreadsheetId, range: "'Yes/No: Members'!A:A" });
    expect(data.values).toEqual([[], [], ['=1+1'], ['=x']]);
  });

  it('gives only the fields asked for', async () => {
    const { data } = await sheets.spreadsheets.get({
      spreadsheetId,
      fields: 'properties.title,sheets(properties(sheetId,title))',
    });
    expect(data).toEqual({
      properties: { title: 'Registers' },
      sheets: [
        { properties: { sheetId: 7, title: 'Yes/No: Members' } },
        { properties: { sheetId: expect.any(Number), title: 'Mail log' } },
      ],
    });
  });

  it.each([
    [
      'a missing tab',
      () => sheets.spreadsheets.values.get({ spreadsheetId, range: 'Nowhere!A1' }),
      400,
      'Unable to parse range: Nowhere!A1',
    ],
    [
      'a missing spreadsheet',
      () => sheets.spreadsheets.get({ spreadsheetId: 'nothing' }),
      404,
      'Requested entity was not found.',
    ],
    [
      'an unknown field',
      () =>
        sheets.spreadsheets.batchUpdate({
          spreadsheetId,
          requestBody: { requests: [{ addSheet: { propertys: {} } as object }] },
        }),
      400,
      'Invalid JSON payload received. Unknown name "propertys" at \'requests[0].add_sheet\': Cannot find field.',
    ],
    [
      'an unknown parameter',
      () => sheets.spreadsheets.get({ spreadsheetId, range: 'A1' } as object),
      400,
      'Invalid JSON payload received. Unknown name "range": Cannot bind query parameter. Field \'range\' could not be found in request message.',
    ],
  ])('%s is refused as by Google', async (_, request, status, message) => {
    await expect(request()).rejects.toMatchObject({ status, message });
  });

  it('a request of more than ten megabytes is refused, and nothing of it is written', async () => {
    const values = [['x'.repeat(10_485_760)]];
    const written = sheets.spreadsheets.values.append({
      spreadsheetId,
      range,
      valueInputOption: 'RAW',
      requestBody: { values },
    });
    await expect(written).rejects.toMatchObject({
      code: 400,
      message: 'Request payload size exceeds the limit: 10485760 bytes.',
    });
  });

  it('somebody else’s spreadsheet stays closed', async () => {
    const token = served.rest.tokens.issueToken('eve@example.org');
    const eve = new sheets_v4.Sheets({
      rootUrl: served.rootUrl,
      headers: { authorization: `Bearer ${token}` },
    });
    await expect(eve.spreadsheets.get({ spreadsheetId })).rejects.toMatchObject({
      status: 403,
      message: 'The caller does not have permission',
    });
  });
});
