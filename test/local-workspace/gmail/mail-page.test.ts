// The mail pages as a browser without scripts and a program use them: writing, answering, handing in sources, labelling.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createWorkspace, type Workspace } from '../../../scripts/local-workspace/index.ts';
import { type ServedWorkspace, serveWorkspace } from '../../../scripts/local-workspace/server.ts';
import { oneSpaced, RAW_MAILS } from '../../support/raw-mails.ts';
import { ANA, DESK } from './support.ts';

let workspace: Workspace;
let served: ServedWorkspace;
beforeEach(async () => {
  workspace = createWorkspace({ seed: 3, start: '2026-01-05T09:00:00-06:00' });
  served = await serveWorkspace(workspace, { port: 0 });
});
afterEach(async () => {
  await served.close();
  workspace.close();
});

const get = async (path: string) => {
  const answer = await fetch(new URL(path, served.url));
  return { status: answer.status, text: await answer.text() };
};
const post = async (path: string, fields: Record<string, string | Blob>) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const answer = await fetch(new URL(path, served.url), { method: 'POST', body, redirect: 'manual' });
  return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() };
};
const handIn = async (body: BodyInit, type = 'message/rfc822', query = '') => {
  const address = new URL(`/local/mail${query}`, served.url);
  const answer = await fetch(address, { method: 'POST', body, headers: { 'content-type': type } });
  return {
    status: answer.status,
    json: (await answer.json()) as { arrived: { mailbox: string; id: string }[] },
  };
};
const newest = (address: string) => {
  const [message] = workspace.gmail.list(address, { limit: 1 }).messages;
  if (!message) throw new Error(`${address} has no mail`);
  return workspace.gmail.view(address, message.id);
};
const escaped = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? '',
  );

describe('POST /local/mail', () => {
  it('takes all fifty mails byte for byte, and each has a page that shows it', async () => {
    for (const { name, source, expected } of RAW_MAILS) {
      const { status, json } = await handIn(new Blob([source as BlobPart]), 'message/rfc822', `?to=${DESK}`);
      expect([name, status, json.arrived.map(({ mailbox }) => mailbox)]).toEqual([name, 200, [DESK]]);
      const path = `/mail/${DESK}/${json.arrived[0]?.id}`;
      const kept = await fetch(new URL(`${path}/raw`, served.url));
      expect(Buffer.from(await kept.arrayBuffer()).equals(source)).toBe(true);
      const page = await get(path);
      expect([name, page.status]).toEqual([name, 200]);
      const heading = /<h1><bdi>([\s\S]*?)<\/bdi>/.exec(page.text)?.[1] ?? '';
      expect(oneSpaced(heading)).toBe(escaped(expected.subject || '(no subject)'));
      if (expected.from) expect(page.text.toLowerCase()).toContain(expected.from);
    }
    const list = await get(`/mail/${DESK}?show=all`);
    expect([list.status, list.text.match(/<li data-key/g)?.length]).toEqual([200, 50]);
  });

  it('goes by the headers when nobody is named, and says what it cannot deliver', async () => {
    const source =
      'From: Ana <ana@example.org>\r\nTo: contact@imstl.org, bea@example.org\r\nSubject: Hi\r\n\r\nHello';
    const { json } = await handIn(source);
    expect(json.arrived.map(({ mailbox }) => mailbox)).toEqual([DESK, 'bea@example.org']);
    expect(await handIn('Subject: lost\r\n\r\nHello')).toEqual({
      status: 400,
      json: { error: 'Recipient address required' },
    });
    expect((await handIn('{}', 'application/json')).status).toBe(415);
  });

  it('by the form: pasted words, or a file as it is', async () => {
    const pasted = await post('/local/mail', {
      to: DESK,
      source: 'From: ana@example.org\r\nSubject: Zoë\r\n\r\nHello',
    });
    expect([pasted.status, pasted.to]).toEqual([303, `/mail/contact%40imstl.org/${newest(DESK).message.id}`]);
    expect(newest(DESK).message.subject).toBe('Zoë');
    const bytes = Buffer.from('Content-Type: text/plain; charset=iso-8859-1\n\nna\xefve', 'latin1');
    await post('/local/mail', { to: DESK, source: 'passed over', file: new Blob([bytes]) });
    expect(newest(DESK).text).toBe('naïve');
    const empty = await post('/local/mail', { to: DESK, source: '' });
    expect([empty.status, /Paste a message or choose a file\./.test(empty.text)]).toEqual([400, true]);
    const nowhere = await post('/local/mail', { to: 'nowhere', source: 'From: a@example.org\n\nKeep <me>' });
    expect(nowhere.status).toBe(400);
    expect(nowhere.text).toContain('Nobody can be reached there.');
    expect(nowhere.text).toContain('Keep &lt;me&gt;');
  });
});

describe('writing', () => {
  const WRITTEN = { from: ANA, name: 'Ana "Sunny" María', to: DESK, subject: 'Ünï', text: 'May I?' };

  it('as a member, with a name and a file; she has it in her Sent mail', async () => {
    const form = await get(`/mail/new?from=${ANA}`);
    expect(form.text).toContain('Write to contact@imstl.org');
    const sent = await post('/local/mail/write', {
      ...WRITTEN,
      files: new File(['picture'], 'me.jpg', { type: 'image/jpeg' }),
    });
    expect([sent.status, sent.to]).toEqual([303, `/mail/ana%40example.org/${newest(ANA).message.id}`]);
    const arrived = newest(DESK);
    expect(arrived).toMatchObject({
      text: 'May I?',
      attachments: [{ name: 'me.jpg', type: 'image/jpeg', size: 7 }],
    });
    expect(arrived.message).toMatchObject({
      from: 'Ana "Sunny" María <ana@example.org>',
      subject: 'Ünï',
    });
    expect(newest(ANA).message.labelIds).toEqual(['SENT']);
  });

  it('an answer goes into the conversation, with what it answers below it', async () => {
    await post('/local/mail/write', WRITTEN);
    const first = newest(DESK);
    const form = await get(`/mail/${DESK}/${first.message.id}/answer`);
    expect(form.text).toContain('value="Re: Ünï"');
    expect(form.text).toContain('value="ana@example.org"');
    await post('/local/mail/write', {
      from: DESK,
      to: ANA,
      subject: 'Re: Ünï',
      text: 'You may.',
      answers: first.message.id,
      quote: 'yes',
    });
    const answer = newest(ANA);
    expect(answer.text).toMatch(
      /^You may\.\n\nOn Monday, January 5, 2026 at 9:00 AM Ana [^\n]* wrote:\n> May I\?\n$/,
    );
    expect(workspace.gmail.mailboxes.thread(ANA, answer.message.threadId)).toHaveLength(2);
    expect(newest(DESK).message.threadId).toBe(first.message.threadId);
    await post('/local/mail/write', {
      from: ANA,
      to: DESK,
      subject: 'Re: Ünï',
      text: 'Thanks',
      answers: answer.message.id,
    });
    expect(newest(DESK).text).toBe('Thanks');
    expect(workspace.gmail.mailboxes.thread(DESK, first.message.threadId)).toHaveLength(3);
    expect((await get(`/mail/${DESK}/${first.message.id}`)).text).toContain('This conversation');
  });

  it('what cannot be sent is kept in the form, with the reason', async () => {
    const refused = await post('/local/mail/write', { ...WRITTEN, to: 'nobody', text: 'Keep <me>' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('Nobody can be reached there.');
    expect(refused.text).toContain('Keep &lt;me&gt;');
    expect((await post('/local/mail/write', { ...WRITTEN, from: 'ana' })).status).toBe(400);
    expect(workspace.gmail.overview()).toEqual([]);
    expect((await get(`/mail/${DESK}/0123/answer`)).status).toBe(404);
  });
});

describe('labels', () => {
  const REPORT = 'Code of Conduct/Report';
  const conversation = () => {
    const ids = ['Help', 'Re: Help'].map(
      (subject) =>
        workspace.gmail.receive({
          from: ANA,
          to: DESK,
          subject,
          headers: { References: '<help@example.org>' },
        })[0]?.id ?? '',
    );
    return ids as [string, string];
  };
  const names = (id: string) =>
    workspace.gmail.labels.namesOf(DESK, workspace.gmail.mailboxes.get(DESK, id).labelIds);
  const label = (id: string, fields: Record<string, string>) =>
    post(`/local/mail/${DESK}/${id}/labels`, fields);

  it('are put on one mail or its whole conversation, seen in the list, and taken away', async () => {
    const [first, second] = conversation();
    const done = await label(first, { label: REPORT });
    expect([done.status, done.to]).toEqual([303, `/mail/contact%40imstl.org/${first}#labels`]);
    expect([names(first), names(second)]).toEqual([[REPORT], []]);
    await label(second, { label: 'code of conduct/report', conversation: 'yes' });
    expect([names(first), names(second)]).toEqual([[REPORT], [REPORT]]);
    expect((await get(`/mail/${DESK}`)).text.match(/Code of Conduct\/Report/g)).toHaveLength(2);
    const page = (await get(`/mail/${DESK}/${first}`)).text;
    expect(page).toContain('Take the label Code of Conduct/Report away');
    await label(first, { remove: REPORT });
    expect([names(first), names(second)]).toEqual([[], [REPORT]]);
    expect((await get(`/mail/${DESK}/${first}`)).text).toContain('<option value="Code of Conduct/Report">');
  });

  it('a name that Gmail refuses is told on the page of the mail', async () => {
    const [id] = conversation();
    const refused = await label(id, { label: 'a//b' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('There can be no such label. (Gmail says: Invalid label name)');
    expect((await label('0123', { label: 'x' })).status).toBe(404);
  });
});
