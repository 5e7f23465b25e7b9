// What the local Workspace takes is what googleapis' own types have; and a comparison with those types finds what is not.

import { expect, it } from '@jest/globals';
import { createWorkspace } from '../../../scripts/local-workspace/index.ts';
import { type ApiMethod, pathParameters } from '../../../scripts/local-workspace/rest/api.ts';
import { type Exchanged, misfits, requestOf } from '../../support/google-types.ts';
import { KINDS } from '../../support/request-kinds.ts';
import { samples } from '../../support/schema-samples.ts';

/** Everything that a method takes: each field of its schemas stands in one of these. */
function takenBy(method: ApiMethod): Exchanged[] {
  const path = Object.fromEntries(pathParameters(method.path).map((name) => [name, '']));
  const query = method.query ? (samples(method.query)[0] as Record<string, unknown>) : {};
  const requests = Object.entries(KINDS[method.id] ?? {}).flatMap(([name, { schema }]) =>
    samples(schema).map((sample) => ({ [name]: sample })),
  );
  const bodies = method.body ? samples(method.body) : [undefined];
  return bodies.map((sample) => {
    const body = requests.length > 0 ? { ...(sample as object), requests } : sample;
    return requestOf({ method, path, query, body });
  });
}

it('the local Workspace takes no field that Google does not know', () => {
  const methods = Object.values(createWorkspace().apis).flat();
  expect(misfits(methods.flatMap(takenBy))).toEqual([]);
});

it('a field that Google does not know, and one of another kind, are found', () => {
  const id = 'sheets.spreadsheets.batchUpdate';
  const request = (addSheet: object, more = {}) => ({
    id,
    what: 'request' as const,
    value: { spreadsheetId: 'a', ...more, requestBody: { requests: [{ addSheet }] } },
  });
  const answer = (title: unknown) => ({
    id,
    what: 'answer' as const,
    value: { replies: [{ addSheet: { properties: { title } } }] },
  });
  expect(
    misfits([
      request({ properties: { title: 'Tea', colour: 'red' } }),
      request({ properties: { index: 'first' } }),
      request({}, { ranges: ['A1'] }),
      answer('Tea'),
      answer(7),
      { id: 'gmail.users.messages.batchModify', what: 'answer', value: {} },
      { id: 'sheets.spreadsheets.rename', what: 'answer', value: {} },
    ]),
  ).toEqual([
    expect.stringMatching(/^request of sheets.spreadsheets.batchUpdate: .*'"colour"' does not exist in type/),
    expect.stringMatching(/Type 'string' is not assignable to type 'number'/),
    expect.stringMatching(/'"ranges"' does not exist in type/),
    expect.stringMatching(/^answer of .*Type 'number' is not assignable to type 'string'/),
    expect.stringMatching(/batchModify: .*'{}' is not assignable to parameter of type 'void'/),
    expect.stringMatching(/'rename' does not exist/),
  ]);
});
