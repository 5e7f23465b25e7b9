// Every request of the desk and every answer of the local Workspace fit googleapis' own types; spoilt ones are refused.

import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ANNA, BEA, CARA, Desk, START } from '../../../scripts/desk/desk.ts';
import { createWorkspace, readProjectFolder } from '../../../scripts/local-workspace/index.ts';
import type { ApiMethod } from '../../../scripts/local-workspace/rest/api.ts';
import { RestServer } from '../../../scripts/local-workspace/rest/server.ts';
import { type ServedWorkspace, serveWorkspace } from '../../../scripts/local-workspace/server.ts';
import { clientStory, deskStory } from '../../support/every-request.ts';
import { type Exchanged, misfits, requestOf } from '../../support/google-types.ts';
import { KINDS } from '../../support/request-kinds.ts';
import { IS_FULL } from '../../support/sample.ts';
import { type Spoilt, spoiltBodies, spoiltQueries } from '../../support/spoilt.ts';
import { type Heard, listen } from '../../support/traffic.ts';

const DIST = fileURLToPath(new URL('../../../dist', import.meta.url));

let desk: Desk;
let served: ServedWorkspace;
let all: Heard[] = [];
let methods: ApiMethod[] = [];

beforeAll(async () => {
  const workspace = createWorkspace({ start: START, seed: 1 });
  workspace.runner.keepsRealms = !IS_FULL;
  all = listen(workspace);
  desk = new Desk(workspace);
  desk.setUp(readProjectFolder(DIST), [ANNA, BEA, CARA]);
  deskStory(desk);
  served = await serveWorkspace(desk.workspace, { port: 0 });
  await clientStory(desk, served.url);
  methods = Object.values(desk.workspace.apis).flat();
});
afterAll(async () => {
  await served.close();
  desk.workspace.close();
});

const exchanged = (heard: Heard): Exchanged[] => {
  const { method, answer } = heard;
  return [
    requestOf(heard),
    ...(answer ? [{ id: method.id, what: 'answer' as const, value: answer.value }] : []),
  ];
};

const kindsOf = (body: unknown) => (body as { requests: object[] }).requests.flatMap(Object.keys);

it('every request and every answer fits, and no method and no kind of request is left out', () => {
  const heard = new Set(all.map(({ method }) => method));
  expect(methods.filter((method) => !heard.has(method)).map(({ id }) => id)).toEqual([]);
  for (const [id, kinds] of Object.entries(KINDS)) {
    const asked = new Set(all.filter(({ method }) => method.id === id).flatMap(({ body }) => kindsOf(body)));
    expect(Object.keys(kinds).filter((name) => !asked.has(name))).toEqual([]);
  }
  expect(misfits(all.flatMap(exchanged))).toEqual([]);
});

/** Sends each over HTTP; gives those that were answered otherwise than Google does. */
async function taken(spoilt: readonly Spoilt[]): Promise<unknown[]> {
  const { kernel } = desk.workspace;
  const rest = new RestServer({ kernel, methods, owner: desk.workspace.owner });
  const wrong: unknown[] = [];
  for (const { url, http, body, refusal } of spoilt) {
    // The allowances of a minute begin anew.
    kernel.clock.moveTo(kernel.clock.now() + 61_000);
    const sent = { method: http, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const answer = await rest.handle(new Request(`http://localhost${url}`, sent));
    const { error } = (await answer.json()) as { error?: { message: string; status: string } };
    const isRefused = answer.status === 400 && error?.status === 'INVALID_ARGUMENT';
    if (!isRefused || !refusal.test(error.message))
      wrong.push(
        [url.slice(0, 30), error?.message ?? answer.status, String(refusal).slice(0, 120)].join(' | '),
      );
  }
  return wrong;
}

it.each([
  ['body', spoiltBodies],
  ['query', spoiltQueries],
])(
  'a request with a %s that Google would refuse is refused in its words, and changes nothing',
  async (_, spoil) => {
    const before = kept();
    const spoilt = spoil(all);
    expect(spoilt.length).toBeGreaterThan(50);
    expect(await taken(spoilt)).toEqual([]);
    expect(kept()).toEqual(before);
  },
);

/** Everything in the store but the clock, what was asked, and how often. */
function kept() {
  const { tables, lists } = desk.workspace.snapshot();
  const passing = ['quotas', 'clock', 'restCalls'];
  return [...tables, ...lists].filter(([name]) => !passing.includes(name));
}
