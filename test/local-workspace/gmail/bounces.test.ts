// Mail to addresses that cannot be reached: the send succeeds, and minutes later a delivery failure comes back.

import { describe, expect, it } from '@jest/globals';
import { createWorkspace, type Workspace } from '../../../scripts/local-workspace/index.ts';
import { callApi } from '../../../scripts/local-workspace/rest/dispatch.ts';
import { ANA, BEA, DESK, decode, header, type Message, plain } from './support.ts';

const GONE = 'gone@example.org';

class Desk {
  readonly workspace: Workspace = createWorkspace();

  get engine() {
    return this.workspace.gmail;
  }
  api<T>(method: string, path: Record<string, string>, rest: { query?: object; body?: unknown } = {}): T {
    const request = { path, query: { ...rest.query }, body: rest.body, caller: { email: DESK } };
    return callApi(this.workspace.apis.gmail, `gmail.users.${method}`, request) as T;
  }
  send(source: string): Message {
    return this.api(
      'messages.send',
      { userId: 'me' },
      { body: { raw: Buffer.from(source).toString('base64url') } },
    );
  }
  find(q: string, userId = 'me'): string[] {
    const { messages = [] } = this.api<{ messages?: { id: string }[] }>(
      'messages.list',
      { userId },
      { query: { q } },
    );
    return messages.map(({ id }) => id);
  }
  get(id: string, query: object = {}): Message {
    return this.api('messages.get', { userId: 'me', id }, { query });
  }
}

describe('a mail to an address that nobody has', () => {
  it('is sent, reaches nobody, and comes back minutes later, in its conversation', () => {
    const desk = new Desk();
    desk.engine.delivery.refuse('Gone@Example.org', 'no such user');
    const sent = desk.send(plain(`${GONE}, ${ANA}`, 'Welcome', 'Hello', [`Bcc: ${BEA}`]));
    expect(sent.labelIds).toEqual(['SENT']);
    expect(desk.find('', GONE)).toEqual([]);
    expect(desk.find('', ANA)).toHaveLength(1);
    expect(desk.find('from:mailer-daemon')).toEqual([]);

    desk.workspace.advance('PT59S');
    expect(desk.find('from:mailer-daemon')).toEqual([]);
    desk.workspace.advance('PT5M');
    const [id, ...others] = desk.find('from:mailer-daemon newer_than:2d');
    expect(others).toEqual([]);
    const bounce = desk.get(id as string);
    const original = desk.get(sent.id);
    const messageId = header(original, 'Message-ID');
    expect(bounce).toMatchObject({ labelIds: ['UNREAD', 'INBOX'], threadId: sent.threadId });
    expect(Object.fromEntries(bounce.payload.headers.map(({ name, value }) => [name, value]))).toMatchObject({
      From: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      To: DESK,
      Subject: 'Delivery Status Notification (Failure)',
      'Auto-Submitted': 'auto-replied',
      'X-Failed-Recipients': GONE,
      'In-Reply-To': messageId,
      References: messageId,
      'Content-Type': expect.stringMatching(/^multipart\/report;.*report-type=delivery-status/),
    });
    expect(Number(bounce.internalDate)).toBeLessThan(desk.workspace.now());
    desk.workspace.advance('P1D');
    expect(desk.find('from:mailer-daemon')).toHaveLength(1);
  });

  it('the failure holds a text, the machine’s report and the mail itself, without its blind copies', () => {
    const desk = new Desk();
    desk.engine.delivery.refuse(GONE, 'no such user');
    desk.send(plain(GONE, 'Welcome', 'Hello', [`Bcc: ${BEA}`]));
    desk.workspace.advance('PT5M');
    const [id = ''] = desk.find('from:mailer-daemon');
    const { payload } = desk.get(id);
    expect(payload.parts?.map(({ mimeType }) => mimeType)).toEqual([
      'multipart/related',
      'message/delivery-status',
      'message/rfc822',
    ]);
    const [texts, report] = payload.parts ?? [];
    expect(texts?.parts?.[0]?.parts?.map(({ mimeType }) => mimeType)).toEqual(['text/plain', 'text/html']);
    expect(decode(texts?.parts?.[0]?.parts?.[0]?.body.data)).toContain(GONE);
    expect(decode(report?.body.data)).toMatch(
      /Final-Recipient: rfc822; gone@example\.org\r\nAction: failed\r\nStatus: 5\.1\.1\r\n/,
    );
    const raw = decode(desk.get(id, { format: 'raw' }).raw);
    expect(raw).toContain('Subject: Welcome');
    expect(raw).not.toContain(BEA);
  });

  it('asking for single headers gives the address that failed', () => {
    const desk = new Desk();
    desk.engine.delivery.refuse(GONE, 'mailbox full');
    desk.send(plain(GONE, 'Welcome'));
    desk.workspace.advance('PT5M');
    const [id = ''] = desk.find('from:mailer-daemon newer_than:2d');
    const { payload } = desk.get(id, { format: 'metadata', metadataHeaders: ['X-Failed-Recipients'] });
    expect(payload.headers).toEqual([{ name: 'X-Failed-Recipients', value: GONE }]);
  });
});

describe('the ways in which mail fails', () => {
  it.each([
    ['no such user', 'Status: 5.1.1', '550 5.1.1'],
    ['mailbox full', 'Status: 5.2.2', '552 5.2.2'],
    ['domain not found', 'Status: 4.0.0', 'NXDOMAIN'],
  ] as const)('%s', (kind, status, diagnostic) => {
    const desk = new Desk();
    desk.engine.delivery.refuse(GONE, kind);
    desk.send(plain(GONE, 'Welcome'));
    desk.workspace.advance('PT5M');
    const [id = ''] = desk.find('from:mailer-daemon');
    const report = decode(desk.get(id).payload.parts?.[1]?.body.data);
    expect(report).toContain(status);
    expect(report).toContain(diagnostic);
  });

  it('one failure for each address, and none once it can be reached again', () => {
    const desk = new Desk();
    for (const address of [ANA, GONE]) desk.engine.delivery.refuse(address, 'no such user');
    expect(desk.engine.delivery.bounces.refusals()).toHaveLength(2);
    desk.send(plain(`${ANA}, ${GONE}`, 'Both'));
    desk.engine.delivery.accept(ANA);
    desk.send(plain(ANA, 'Again'));
    desk.workspace.advance('PT10M');
    const failed = desk.find('from:mailer-daemon').map((id) => header(desk.get(id), 'X-Failed-Recipients'));
    expect(failed.sort()).toEqual([ANA, GONE]);
    expect(desk.find('subject:again', ANA)).toHaveLength(1);
  });

  it('a snapshot holds what is still on its way', () => {
    const desk = new Desk();
    desk.engine.delivery.refuse(GONE, 'no such user');
    desk.send(plain(GONE, 'Welcome'));
    const before = desk.workspace.snapshot();
    desk.workspace.advance('P1D');
    desk.workspace.restore(before);
    expect(desk.find('from:mailer-daemon')).toEqual([]);
    desk.workspace.advance('P1D');
    expect(desk.find('from:mailer-daemon')).toHaveLength(1);
  });

  it('arrives between the triggers, in the order of time', () => {
    const desk = new Desk();
    desk.engine.delivery.refuse(GONE, 'no such user');
    const scopes = ['script.scriptapp', 'gmail.modify'].map(
      (name) => `https://www.googleapis.com/auth/${name}`,
    );
    desk.workspace.addProject({
      title: 'Watch',
      files: [
        {
          name: 'Code',
          type: 'SERVER_JS',
          source: `
            function start() { ScriptApp.newTrigger('look').timeBased().everyMinutes(1).create(); }
            function look() { console.log((Gmail.Users.Messages.list('me', { q: 'from:mailer-daemon' }).messages || []).length); }`,
        },
        {
          name: 'appsscript',
          type: 'JSON',
          source: JSON.stringify({
            timeZone: 'America/Chicago',
            runtimeVersion: 'V8',
            oauthScopes: scopes,
            dependencies: {
              enabledAdvancedServices: [{ userSymbol: 'Gmail', serviceId: 'gmail', version: 'v1' }],
            },
          }),
        },
      ],
    });
    desk.workspace.run('start');
    desk.send(plain(GONE, 'Welcome'));
    const seen = desk.workspace.advance('PT8M').map(({ log }) => log[0]?.text);
    expect(seen[0]).toBe('0');
    expect(seen.at(-1)).toBe('1');
    expect([...seen].sort()).toEqual(seen);
  });
});
