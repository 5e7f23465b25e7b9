// The served Workspace as programs meet it: what is here, the clock, crowds, and who is kept out.

import { request } from 'node:http';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { StoreSnapshot } from '../../scripts/local-workspace/kernel/store.ts';
import { eventually, type SmallDesk, smallDesk } from './support.ts';

let desk: SmallDesk;
let start: StoreSnapshot;
beforeAll(async () => {
  desk = await smallDesk();
  start = desk.workspace.snapshot();
});
beforeEach(() => desk.workspace.restore(start));

interface Summary {
  clock: string;
  forms: { name: string; viewform: string; fields: { title: string; entry: string }[] }[];
  mail: { sent: number };
}
const summary = async (): Promise<Summary> =>
  (await fetch(`${desk.served.url}local/summary`)).json() as Promise<Summary>;
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(desk.served.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('GET /local/summary', () => {
  it('says what is here', async () => {
    const [form] = desk.workspace.forms.all();
    const entry = (i: number) =>
      `entry.${form?.items.filter(({ questionId }) => questionId !== 0)[i]?.questionId}`;
    expect(await summary()).toEqual({
      clock: expect.stringMatching(/^2026-01-05T15:00:\d\d\.\d{3}Z$/),
      forms: [
        {
          name: 'acceptance',
          formId: form?.id,
          viewform: `${desk.served.url}forms/d/e/${form?.publishedId}/viewform`,
          fields: [
            { title: 'Your name', entry: entry(0), type: 'TEXT', required: true, choices: [] },
            { title: 'Your email', entry: entry(1), type: 'TEXT', required: true, choices: [] },
            {
              title: 'Do you accept?',
              entry: entry(2),
              type: 'MULTIPLE_CHOICE',
              required: true,
              choices: ['I accept', 'I do not accept'],
            },
          ],
        },
      ],
      spreadsheets: [
        {
          name: 'Registers',
          spreadsheetId: desk.spreadsheetId,
          url: `${desk.served.url}spreadsheets/d/${desk.spreadsheetId}/edit`,
        },
      ],
      script: { scriptId: desk.scriptId },
      mail: { sent: 0 },
    });
  });
});

describe('POST /local/clock', () => {
  it('moves the clock and tells how much ran', async () => {
    const before = Date.parse((await summary()).clock);
    const answer = await post('local/clock', { advance: 'P2D' });
    expect(await answer.json()).toMatchObject({ runs: 2, failed: 0 });
    expect(Date.parse((await summary()).clock) - before).toBeGreaterThanOrEqual(2 * 86_400_000);
  });

  it.each([
    [{ advance: 'tomorrow' }, '"tomorrow" is not a duration such as P1D, P1W or PT90M'],
    [{ to: '2020-01-01T00:00:00Z' }, 'The clock only moves forward.'],
    [{ to: 'soon' }, '"soon" is not a moment such as 2026-02-01T09:00:00-06:00.'],
    [{ advance: 'P900D' }, 'The clock moves at most 800 days at once.'],
    [[], 'Send {"advance":"P1D"}, {"to":"next"} or {"to":"2026-02-01T09:00:00-06:00"}.'],
  ])('refuses %j', async (wish, words) => {
    const answer = await post('local/clock', wish);
    expect([answer.status, await answer.json()]).toEqual([400, { error: words }]);
  });
});

describe('a crowd', () => {
  it('200 members at once are all answered, all kept, and each gets her mail', async () => {
    const [form] = (await summary()).forms;
    const address = form?.viewform.replace('viewform', 'formResponse') ?? '';
    const send = (i: number) => {
      const [name, email, accept] = form?.fields ?? [];
      const fields = new URLSearchParams({
        [name?.entry ?? '']: `Person ${i}`,
        [email?.entry ?? '']: `crowd${i}@example.org`,
        [accept?.entry ?? '']: 'I accept',
      });
      return fetch(address, { method: 'POST', body: fields });
    };
    const answers = await Promise.all(Array.from({ length: 200 }, (_, i) => send(i)));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    expect(desk.workspace.forms.responseCount(desk.workspace.forms.all()[0]?.id ?? '')).toBe(200);
    await eventually(
      async () => (await summary()).mail.sent,
      (sent) => sent === 200,
      60_000,
    );
  });
});

describe('who is kept out', () => {
  /** Node's fetch sets Host by itself. */
  const withHost = (host: string): Promise<number> =>
    new Promise((resolve, reject) => {
      request(`${desk.served.url}local/summary`, { headers: { host } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });

  it('a name that only points to this computer', async () => {
    expect(await withHost('evil.example')).toBe(403);
    expect(await withHost('127.0.0.1')).toBe(200);
  });

  it('writing that another site started', async () => {
    expect((await post('local/clock', { advance: 'P1D' }, { origin: 'https://evil.example' })).status).toBe(
      403,
    );
    expect((await post('local/clock', { advance: 'P1D' }, { origin: 'null' })).status).toBe(403);
  });

  it('every page carries a strict content policy', async () => {
    for (const path of ['', 'mail', 'executions', 'nowhere', `spreadsheets/d/${desk.spreadsheetId}/edit`]) {
      const { headers } = await fetch(desk.served.url + path);
      expect(headers.get('content-security-policy')).toMatch(
        /default-src 'none'; script-src 'self'; style-src 'self';/,
      );
    }
    const [form] = (await summary()).forms;
    const policy = (await fetch(form?.viewform ?? '')).headers.get('content-security-policy');
    expect(policy).toMatch(/script-src 'sha256-/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  });
});

describe('what is not here', () => {
  it.each(['nowhere', 'forms/nope', 'spreadsheets/d/nope/edit', 'executions/nope', 'mail/a@example.org/123'])(
    '%s',
    async (path) => {
      const answer = await fetch(desk.served.url + path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('Back to the overview');
    },
  );

  it('an action, a call or a row that makes no sense', async () => {
    const bad = async (path: string, body: unknown) => (await post(path, body)).status;
    const sheet = `local/spreadsheets/${desk.spreadsheetId}`;
    expect(await bad(`${sheet}/actions`, { do: 'explode' })).toBe(400);
    expect(
      await bad(`${sheet}/actions`, { do: 'edit', sheetId: 999, row: 0, column: 0, values: [['x']] }),
    ).toBe(400);
    expect(await bad(`${sheet}/tabs/101/rows`, { rows: ['a'] })).toBe(400);
    expect(await bad(`${sheet}/tabs/999/rows`, { rows: [1] })).toBe(404);
    expect(await bad('local/script/run', { scriptId: 'nope', functionName: 'x', kind: 'dialog' })).toBe(404);
    expect(await bad('local/spreadsheets/nope/open', {})).toBe(404);
  });

  it('Google’s REST addresses answer beside the page', async () => {
    const answer = await fetch(
      `${desk.served.url}v4/spreadsheets/${desk.spreadsheetId}?fields=properties.title`,
    );
    expect(await answer.json()).toEqual({ properties: { title: 'Registers' } });
  });
});
