// MailApp and GmailApp in scripts: every form of sending, drafts, what a search finds, and what is refused.

import { describe, expect, it } from '@jest/globals';
import { createWorkspace } from '../../../scripts/local-workspace/index.ts';

const workspace = createWorkspace({ start: '2026-01-05T15:00:00Z', seed: 3, owner: 'office@example.org' });
const manifest = JSON.stringify({
  timeZone: 'America/Chicago',
  runtimeVersion: 'V8',
  oauthScopes: ['https://www.googleapis.com/auth/script.send_mail', 'https://mail.google.com/'],
});
workspace.gmail.configure({
  address: 'office@example.org',
  displayName: 'Office',
  aliases: [{ address: 'contact@example.org' }],
});
const files = (source: string) => [
  { name: 'Code', type: 'SERVER_JS' as const, source },
  { name: 'appsscript', type: 'JSON' as const, source: manifest },
];
const { scriptId } = workspace.addProject({ title: 'Mails', files: files('') });
const empty = workspace.snapshot();

function script(body: string) {
  workspace.restore(empty);
  workspace.projects.push(scriptId, files(`function main() { ${body} }`));
  const { record, result } = workspace.run('main', { scriptId, kind: 'editor' });
  return { result, error: record.error, calls: record.calls.map(({ method }) => method) };
}

const sent = (address: string) =>
  workspace.gmail.list(address, { limit: 10 }).messages.map(({ id }) => workspace.gmail.view(address, id));
const header = (mail: { headers: readonly { name: string; value: string }[] } | undefined, name: string) =>
  mail?.headers.find((one) => one.name === name)?.value;

describe('sending', () => {
  it.each([
    ["MailApp.sendEmail('ann@example.org', 'Hello', 'Text')", {}],
    [
      "MailApp.sendEmail('ann@example.org', 'reply@example.org', 'Hello', 'Text')",
      { replyTo: 'reply@example.org' },
    ],
    [
      "MailApp.sendEmail('ann@example.org', 'Hello', 'Text', {name: 'The Office', replyTo: 'reply@example.org'})",
      { from: 'The Office <office@example.org>', replyTo: 'reply@example.org' },
    ],
    [
      "MailApp.sendEmail({to: 'ann@example.org', subject: 'Hello', body: 'Text', htmlBody: '<b>Text</b>'})",
      { html: '<b>Text</b>' },
    ],
    [
      "MailApp.sendEmail({to: 'ann@example.org', subject: 'Hello', body: 'Text', from: 'contact@example.org'})",
      {},
    ],
    [
      "GmailApp.sendEmail('ann@example.org', 'Hello', 'Text', {from: 'contact@example.org'})",
      { from: 'contact@example.org' },
    ],
  ])('%s', (call, expected) => {
    expect(script(`${call};`).error).toBeUndefined();
    const [mail] = sent('ann@example.org');
    expect(mail?.text.trim()).toBe('Text');
    expect(header(mail, 'Subject')).toBe('Hello');
    const { from = 'Office <office@example.org>', replyTo, html = '' }: Record<string, string> = expected;
    expect([header(mail, 'From'), header(mail, 'Reply-To'), mail?.html.trim()]).toEqual([
      from,
      replyTo,
      html,
    ]);
  });

  it('reaches copies and blind copies, carries files, and counts every recipient', () => {
    const { result } = script(`
      const before = MailApp.getRemainingDailyQuota();
      MailApp.sendEmail('ann@example.org,bea@example.org', 'Hello', '', {
        cc: 'cleo@example.org', bcc: 'dora@example.org', attachments: [Utilities.newBlob('a,b', 'text/csv', 'list.csv')] });
      return before - MailApp.getRemainingDailyQuota();`);
    expect(result).toBe(4);
    for (const name of ['bea', 'cleo', 'dora']) {
      const [mail] = sent(`${name}@example.org`);
      expect(mail?.attachments).toMatchObject([{ name: 'list.csv', type: 'text/csv', size: 3 }]);
      expect(header(mail, 'Bcc')).toBeUndefined();
    }
  });

  it.each([
    ["MailApp.sendEmail('foo', 'a', 'b')", 'Invalid email: foo'],
    ["MailApp.sendEmail('', 'a', 'b')", 'Failed to send email: no recipient'],
    ["MailApp.sendEmail({subject: 'a'})", 'Failed to send email: no recipient'],
    ["MailApp.sendEmail('ann@example.org', 'x'.repeat(251), 'b')", 'Argument too large: subject'],
    [
      "GmailApp.sendEmail('ann@example.org', 'a', 'b', {from: 'other@example.org'})",
      'Invalid argument: other@example.org',
    ],
    [
      "MailApp.sendEmail('ann@example.org', 'a')",
      "The parameters (String,String) don't match the method signature for MailApp.sendEmail.",
    ],
  ])('%s', (call, message) => {
    expect(script(`${call};`).error).toBe(`Exception: ${message}`);
    expect(sent('ann@example.org')).toEqual([]);
  });
});

describe('drafts and threads', () => {
  it('keeps a draft and finds it with its files', () => {
    const { result } = script(`
      GmailApp.createDraft('', 'Template', 'plain', { htmlBody: '<p>Hi {{Name}}</p>', attachments: [Utilities.newBlob('x', 'text/plain', 'x.txt')] });
      const [draft] = GmailApp.getDrafts();
      const message = draft.getMessage();
      return [message.getSubject(), message.getBody().trim(), message.getPlainBody().trim(), message.getAttachments().map((file) => file.getName())];`);
    expect(result).toEqual(['Template', '<p>Hi {{Name}}</p>', 'plain', ['x.txt']]);
  });

  it('finds threads, reads their messages once, and marks them', () => {
    const { result, calls } = script(`
      GmailApp.sendEmail('office@example.org', 'To myself', 'Text');
      const [thread] = GmailApp.search('subject:myself');
      const [message] = thread.getMessages();
      const seen = [thread.getFirstMessageSubject(), thread.getMessageCount(), message.getFrom(), thread.isUnread()];
      thread.markRead();
      return [...seen, thread.isUnread()];`);
    expect(result).toEqual(['To myself', 1, 'Office <office@example.org>', true, false]);
    expect(calls).toEqual([
      'GmailApp.sendEmail',
      'GmailApp.search',
      'GmailThread.getMessages',
      'GmailThread.markRead',
      'GmailThread.isUnread',
    ]);
  });
});
