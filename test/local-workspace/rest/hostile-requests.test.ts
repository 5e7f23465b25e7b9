// Hostile text in every request of the REST face: each is answered, or refused as Google refuses, and nothing breaks.

import { afterEach, describe, expect, it } from '@jest/globals';
import { GoogleError } from '../../../scripts/local-workspace/kernel/errors.ts';
import { perform } from '../../../scripts/local-workspace/rest/dispatch.ts';
import { ANNA, BEA, TestDesk } from '../../support/desk.ts';
import { inputsTried, runs } from '../../support/hostile.ts';
import { hostileRequest } from '../../support/hostile-requests.ts';
import { KINDS } from '../../support/request-kinds.ts';
import { IS_FULL } from '../../support/sample.ts';
import fc from '../../support/seeded-fast-check.ts';

/** For each method, and for each kind of request that it takes. */
const RUNS = 100;

const desk = new TestDesk([ANNA, BEA]);
const { workspace } = desk;
const messages = Array.from({ length: workspace.gmail.mailboxes.count(workspace.owner) }, (_, place) =>
  String(workspace.gmail.mailboxes.at(workspace.owner, place)?.id),
);
const spreadsheets = [desk.registersId, desk.casesId];
const forms = workspace.forms.all().map(({ id }) => id);
const known = {
  userId: ['me', workspace.owner],
  spreadsheetId: spreadsheets,
  range: ["'Members'!A1:C3", 'Settings!B2', 'A1'],
  formId: forms,
  fileId: [...spreadsheets, ...forms],
  scriptId: [desk.scriptId],
  id: ['INBOX', ...messages],
};

afterEach(() => desk.reset());

describe.each(
  Object.values(workspace.apis)
    .flat()
    .map((method) => [method.id, method] as const),
)('%s', (id, method) => {
  it('answers, or refuses in words', () => {
    const kinds = Math.max(1, Object.keys(KINDS[id] ?? {}).length);
    fc.assert(
      fc.property(hostileRequest(method, known), (request) => {
        try {
          JSON.stringify(perform(method, { ...request, caller: { email: workspace.owner } }));
        } catch (error) {
          if (!(error instanceof GoogleError)) throw error;
          expect(error.message).not.toBe('');
          expect(error.code).not.toBe('INTERNAL');
        }
      }),
      { ...runs(RUNS * kinds), endOnFailure: true },
    );
  });
});

it('as many hostile texts were tried as promised', () => {
  expect(inputsTried()).toBeGreaterThan(IS_FULL ? 20_000 : 400);
});
