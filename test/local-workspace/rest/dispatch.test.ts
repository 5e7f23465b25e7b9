// Requests are checked as Google checks them, and refused in Google's words.

import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import type { ApiMethod } from '../../../scripts/local-workspace/rest/api.ts';
import { callApi } from '../../../scripts/local-workspace/rest/dispatch.ts';

const update: ApiMethod = {
  id: 'sheets.spreadsheets.batchUpdate',
  http: 'POST',
  path: '/v4/spreadsheets/{spreadsheetId}:batchUpdate',
  query: z.strictObject({
    ranges: z.array(z.string()).optional(),
    includeGridData: z.boolean().optional(),
    maxResults: z.int().optional(),
    option: z.enum(['RAW', 'USER_ENTERED']).optional(),
  }),
  body: z.strictObject({
    requests: z
      .array(
        z.strictObject({
          updateCells: z
            .strictObject({
              sheetId: z.int().optional(),
              fields: z.string().optional(),
              bold: z.boolean().optional(),
              kind: z.enum(['A', 'B']).optional(),
              value: z
                .union([z.strictObject({ text: z.string() }), z.strictObject({ number: z.number() })])
                .optional(),
            })
            .optional(),
        }),
      )
      .optional(),
    values: z.array(z.array(z.union([z.string(), z.number(), z.null()]))).optional(),
  }),
  scopes: ['https://www.googleapis.com/auth/spreadsheets'],
  run: ({ body, query, path, fields }) => ({ body, query, path, fields }),
};

const call = (rest: { query?: Record<string, unknown>; body?: unknown; scopes?: string[]; id?: string }) =>
  callApi([update], rest.id ?? update.id, {
    path: { spreadsheetId: 's1' },
    query: rest.query ?? {},
    body: rest.body,
    caller: { email: 'a@example.org', ...(rest.scopes ? { scopes: rest.scopes } : {}) },
  });

const cells = (fields: object) => ({ requests: [{ updateCells: {} }, { updateCells: fields }] });

describe('a body', () => {
  const refused: [unknown, string][] = [
    [{ request: [] }, 'Invalid JSON payload received. Unknown name "request": Cannot find field.'],
    [
      cells({ sheetID: 1 }),
      'Invalid JSON payload received. Unknown name "sheetID" at \'requests[1].update_cells\': Cannot find field.',
    ],
    [
      { requests: [{ updateCell: {}, sortAll: {} }] },
      'Invalid JSON payload received. Unknown name "updateCell" at \'requests[0]\': Cannot find field.\nInvalid JSON payload received. Unknown name "sortAll" at \'requests[0]\': Cannot find field.',
    ],
    [cells({ sheetId: 'x' }), 'Invalid value at \'requests[1].update_cells.sheet_id\' (TYPE_DOUBLE), "x"'],
    [cells({ sheetId: 1.5 }), "Invalid value at 'requests[1].update_cells.sheet_id' (TYPE_INT32), 1.5"],
    [cells({ fields: 5 }), "Invalid value at 'requests[1].update_cells.fields' (TYPE_STRING), 5"],
    [cells({ bold: 'yes' }), 'Invalid value at \'requests[1].update_cells.bold\' (TYPE_BOOL), "yes"'],
    [cells({ kind: 'C' }), 'Invalid value at \'requests[1].update_cells.kind\' (TYPE_ENUM), "C"'],
    [
      cells({ fields: ['x'] }),
      'Invalid JSON payload received. Unknown name "fields" at \'requests[1].update_cells\': Proto field is not repeating, cannot start list.',
    ],
    [
      cells({ value: { number: 'x' } }),
      'Invalid value at \'requests[1].update_cells.value.number\' (TYPE_DOUBLE), "x"',
    ],
    [{ nothing: null }, 'Invalid JSON payload received. Unknown name "nothing": Cannot find field.'],
    [5, 'Invalid JSON payload received. Root element must be a message.'],
  ];
  it.each(refused)('%j is refused', (body, message) => {
    expect(() => call({ body })).toThrow(new Error(message));
  });

  const taken: [string, unknown, unknown][] = [
    ['nothing', undefined, {}],
    ['null is an absent field', cells({ sheetId: null, fields: 'a', kind: null }), cells({ fields: 'a' })],
    [
      'numbers and truth values in quotes',
      cells({ sheetId: '7', bold: 'true' }),
      cells({ sheetId: 7, bold: true }),
    ],
    ['null as a value stays', { values: [[null, 1]] }, { values: [[null, 1]] }],
  ];
  it.each(taken)('%s', (_, body, expected) => {
    expect(call({ body })).toMatchObject({ body: expected });
  });

  it('is not changed by the checking', () => {
    const body = cells({ sheetId: null });
    call({ body });
    expect(body).toEqual(cells({ sheetId: null }));
  });
});

describe('query parameters', () => {
  it('come as text and get their types', () => {
    expect(call({ query: { ranges: 'A1', includeGridData: 'true', maxResults: '5' } })).toMatchObject({
      query: { ranges: ['A1'], includeGridData: true, maxResults: 5 },
    });
    expect(call({ query: { ranges: ['A1', 'B2'], option: 'RAW' } })).toMatchObject({
      query: { ranges: ['A1', 'B2'], option: 'RAW' },
    });
  });

  it.each([
    [
      { range: 'A1' },
      'Unknown name "range": Cannot bind query parameter. Field \'range\' could not be found in request message.',
    ],
    [{ includeGridData: 'maybe' }, 'Invalid value at \'include_grid_data\' (TYPE_BOOL), "maybe"'],
    [{ maxResults: 'ten' }, 'Invalid value at \'max_results\' (TYPE_DOUBLE), "ten"'],
    [{ option: 'raw' }, 'Invalid value at \'option\' (TYPE_ENUM), "raw"'],
    [{ alt: 'media' }, 'alt=media is not implemented'],
  ])('%j is refused', (query, message) => expect(() => call({ query })).toThrow(message));

  it('the standard ones are taken everywhere, and fields cuts the answer', () => {
    const query = {
      alt: 'json',
      key: 'k',
      prettyPrint: 'false',
      quotaUser: 'u',
      access_token: 't',
      fields: 'path,fields',
    };
    expect(call({ query })).toEqual({ path: { spreadsheetId: 's1' }, fields: 'path,fields' });
  });
});

describe('rights', () => {
  it('a token needs one of the scopes', () => {
    expect(call({ scopes: ['https://www.googleapis.com/auth/spreadsheets'] })).toBeDefined();
    expect(() => call({ scopes: ['https://www.googleapis.com/auth/drive.file'] })).toThrow(
      'Request had insufficient authentication scopes.',
    );
  });
  it('an unknown method is named', () => {
    expect(() => call({ id: 'sheets.spreadsheets.copy' })).toThrow(
      'sheets.spreadsheets.copy is not implemented',
    );
  });
});
