// Google's own client for Gmail, against the REST face.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1.js';
import { OWNER, type Served, serveServices } from './support.ts';

let served: Served;
let gmail: gmail_v1.Gmail;

beforeAll(async () => {
  served = await serveServices();
  gmail = new gmail_v1.Gmail({ rootUrl: served.rootUrl });
});
afterAll(() => served.close());

const encode = (source: string) => Buffer.from(source).toString('base64url');
const ANA = 'ana@example.org';

describe('googleapis', () => {
  it('sends, lists, reads, labels', async () => {
    const raw = encode(`To: ${ANA}\r\nSubject: =?UTF-8?B?SGVsbG8g8J+SnA==?=\r\n\r\nGood day`);
    const sent = await gmail.users.messages.send({ userId: 'me', requestBody: { raw } });
    expect(sent.status).toBe(200);
    expect(sent.data.labelIds).toEqual(['SENT']);
    const list = await gmail.users.messages.list({
      userId: ANA,
      q: 'in:inbox "good day"',
      maxResults: 5,
      labelIds: ['INBOX', 'UNREAD'],
    });
    expect(list.data.messages).toHaveLength(1);
    const id = list.data.messages?.[0]?.id as string;
    const message = await gmail.users.messages.get({
      userId: ANA,
      id,
      format: 'metadata',
      metadataHeaders: ['Subject', 'To'],
    });
    expect(message.data.payload?.headers).toEqual([
      { name: 'To', value: ANA },
      { name: 'Subject', value: 'Hello 💜' },
    ]);
    const label = await gmail.users.labels.create({
      userId: ANA,
      requestBody: { name: 'Kept', labelListVisibility: 'labelShow' },
    });
    const changed = await gmail.users.messages.modify({
      userId: ANA,
      id,
      requestBody: { addLabelIds: [label.data.id as string] },
    });
    expect(changed.data.labelIds).toEqual(['UNREAD', 'INBOX', 'Label_1']);
    const thread = await gmail.users.threads.get({
      userId: ANA,
      id: message.data.threadId as string,
      fields: 'messages(id,labelIds)',
    });
    expect(thread.data).toEqual({ messages: [{ id, labelIds: ['UNREAD', 'INBOX', 'Label_1'] }] });
    const aliases = await gmail.users.settings.sendAs.list({ userId: 'me' });
    expect(aliases.data.sendAs?.[0]).toMatchObject({ sendAsEmail: OWNER, isPrimary: true });
  });

  it.each([
    ['with a description', { requestBody: {} }],
    ['alone', {}],
  ])('sends a mail as a file, %s', async (_, more) => {
    const body = `To: bea@example.org\r\nSubject: As a file\r\n\r\nüñï\r\n\r\nend`;
    // The client takes the root of upload addresses from the call, not from its own options.
    const media = { mimeType: 'message/rfc822', body };
    const sent = await gmail.users.messages.send(
      { userId: 'me', ...more, media },
      { rootUrl: served.rootUrl },
    );
    const view = served.gmail.view(OWNER, sent.data.id as string);
    expect(view).toMatchObject({
      text: 'üñï\r\n\r\nend',
      message: { subject: 'As a file', to: 'bea@example.org' },
    });
  });

  it.each([
    [
      'a missing recipient',
      () => gmail.users.messages.send({ userId: 'me', requestBody: { raw: encode('Subject: x\r\n\r\nx') } }),
      400,
      'Recipient address required',
    ],
    [
      'an unknown message',
      () => gmail.users.messages.get({ userId: 'me', id: '18c0ffee18c0ffee' }),
      404,
      'Requested entity was not found.',
    ],
    [
      'an unknown field',
      () => gmail.users.messages.send({ userId: 'me', requestBody: { rav: 'x' } as object }),
      400,
      'Invalid JSON payload received. Unknown name "rav" at \'message\': Cannot find field.',
    ],
    [
      'a method that is not here',
      () => gmail.users.history.list({ userId: 'me' }),
      404,
      'The requested URL /gmail/v1/users/me/history was not found on this server.',
    ],
  ])('%s is an error as from Google', async (_, request, status, message) => {
    await expect(request()).rejects.toMatchObject({ status, message });
  });
});

describe('tokens', () => {
  const asToken = (token: string) =>
    new gmail_v1.Gmail({ rootUrl: served.rootUrl, headers: { authorization: `Bearer ${token}` } });

  it('a token is an account with its scopes', async () => {
    const token = served.rest.tokens.issueToken('Bea@example.org', [
      'https://www.googleapis.com/auth/gmail.readonly',
    ]);
    const profile = await asToken(token).users.getProfile({ userId: 'me' });
    expect(profile.data.emailAddress).toBe('bea@example.org');
    await expect(
      asToken(token).users.messages.send({ userId: 'me', requestBody: { raw: 'x' } }),
    ).rejects.toMatchObject({
      status: 403,
      message: 'Request had insufficient authentication scopes.',
    });
    served.rest.tokens.revoke(token);
    await expect(asToken(token).users.getProfile({ userId: 'me' })).rejects.toMatchObject({ status: 401 });
  });

  it('an unknown token is refused in Google’s form', async () => {
    const answer = await fetch(`${served.rootUrl}gmail/v1/users/me/profile`, {
      headers: { authorization: 'Bearer nonsense' },
    });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({
      error: {
        code: 401,
        status: 'UNAUTHENTICATED',
        message: expect.stringMatching(
          /^Request had invalid authentication credentials\. Expected OAuth 2 access token/,
        ),
        errors: [{ domain: 'global', reason: 'authError' }],
      },
    });
  });
});

describe('raw HTTP', () => {
  it.each([
    ['{', 'Invalid JSON payload received. Unexpected token.'],
    ['[]', 'Invalid JSON payload received. Root element must be a message.'],
    ['"x"', 'Invalid JSON payload received. Root element must be a message.'],
  ])('a body of %s', async (body, message) => {
    const answer = await fetch(`${served.rootUrl}gmail/v1/users/me/messages/send`, { method: 'POST', body });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { message, status: 'INVALID_ARGUMENT' } });
  });

  it('what is not an API is left to the page', async () => {
    const answer = await fetch(`${served.rootUrl}forms/d/e/x/viewform`);
    expect(await answer.text()).toBe('404 Not Found');
  });

  it('calls are recorded without contents', () => {
    const calls = served.rest.log.all();
    expect(calls).toContainEqual(
      expect.objectContaining({
        method: 'gmail.users.messages.send',
        status: 200,
        caller: OWNER,
      }),
    );
    expect(calls).toContainEqual(
      expect.objectContaining({ method: 'gmail.users.getProfile', status: 401, caller: '' }),
    );
    expect(JSON.stringify(calls)).not.toContain('good day');
  });
});
