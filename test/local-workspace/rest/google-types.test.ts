// Every request of the desk and every answer of the local Workspace fit googleapis' own types.

import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ANNA, BEA, CARA, Desk, START } from '../../../scripts/desk/desk.ts';
import { createWorkspace, readProjectFolder } from '../../../scripts/local-workspace/index.ts';
import type { ApiMethod } from '../../../scripts/local-workspace/rest/api.ts';
import { type ServedWorkspace, serveWorkspace } from '../../../scripts/local-workspace/server.ts';
import { clientStory, deskStory } from '../../support/every-request.ts';
import { type Exchanged, misfits, requestOf } from '../../support/google-types.ts';
import { KINDS } from '../../support/request-kinds.ts';
import { type Heard, listen } from '../../support/traffic.ts';

const DIST = fileURLToPath(new URL('../../../dist', import.meta.url));

let desk: Desk;
let served: ServedWorkspace;
let all: Heard[] = [];
let methods: ApiMethod[] = [];

beforeAll(async () => {
  const workspace = createWorkspace({ start: START, seed: 1 });
  all = listen(workspace);
  desk = new Desk(workspace);
  desk.setUp(readProjectFolder(DIST), [ANNA, BEA, CARA]);
  deskStory(desk);
  served = await serveWorkspace(desk.workspace, { port: 0 });
  await clientStory(desk, served.url);
  methods = Object.values(desk.workspace.apis).flat();
}, 180_000);
afterAll(() => served.close());

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
