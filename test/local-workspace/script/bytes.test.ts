// Bytes inside Apps Script: the contents of mails, and text in any charset.

import { expect, it } from '@jest/globals';
import { createWorkspace } from '../../../scripts/local-workspace/index.ts';
import { evaluate } from '../support.ts';

it.each([
  ['', [0xc3, 0xa9], 'é'],
  ['utf-8', [0x61, 0xff], 'a\ufffd'],
  ['ISO-8859-1', [0xe9, 0x80], 'é\u0080'],
  ['windows-1252', [0x80, 0x93], '€“'],
  ['ISO-8859-15', [0xa4], '€'],
  ['koi8-r', [0xf0, 0xd2, 0xc9], 'При'],
  ['GB2312', [0xc4, 0xe3, 0xba, 0xc3], '你好'],
  ['Shift_JIS', [0x93, 0xfa], '日'],
])('a blob in the charset “%s”', (charset, bytes, text) => {
  const signed = JSON.stringify([...new Int8Array(Uint8Array.from(bytes))]);
  const argument = charset === '' ? '' : `'${charset}'`;
  expect(evaluate(`return Utilities.newBlob(${signed}).getDataAsString(${argument})`)).toBe(text);
});

it('a charset that nobody knows is refused', () => {
  expect(() => evaluate(`return Utilities.newBlob([65]).getDataAsString('x-nobody')`)).toThrow('x-nobody');
});

it('the contents of mails are signed bytes, in a message, a thread and a file', () => {
  const workspace = createWorkspace({ start: '2026-01-12T15:00:00Z' });
  const type = 'multipart/mixed; boundary="b"';
  const file = 'Content-Type: image/png\r\nContent-Disposition: attachment; filename="a.png"\r\n\r\nPNG';
  const source = `From: a@example.org\r\nContent-Type: ${type}\r\n\r\n--b\r\n\r\né\r\n--b\r\n${file}\r\n--b--`;
  const [{ id = '', threadId = '' } = {}] = workspace.gmail.receive(source, [workspace.owner]);
  const code = `function main() {
    const message = Gmail.Users.Messages.get('me', '${id}');
    const thread = Gmail.Users.Threads.get('me', '${threadId}');
    const raw = Gmail.Users.Messages.get('me', '${id}', { format: 'raw' }).raw;
    const [text, file] = message.payload.parts;
    const read = (bytes) => Utilities.newBlob(bytes).getDataAsString();
    return JSON.stringify([
      text.body.data,
      thread.messages[0].payload.parts[0].body.data,
      read(raw).slice(0, 19),
      read(Gmail.Users.Messages.Attachments.get('me', '${id}', file.body.attachmentId).data),
    ]);
  }`;
  const manifest = {
    timeZone: 'America/Chicago',
    runtimeVersion: 'V8',
    oauthScopes: ['https://www.googleapis.com/auth/gmail.modify'],
    dependencies: { enabledAdvancedServices: [{ userSymbol: 'Gmail', serviceId: 'gmail', version: 'v1' }] },
  };
  workspace.addProject({
    title: 'Bytes',
    files: [
      { name: 'Code', type: 'SERVER_JS', source: code },
      { name: 'appsscript', type: 'JSON', source: JSON.stringify(manifest) },
    ],
  });
  const { record, result } = workspace.run('main');
  expect(record.error).toBeUndefined();
  expect(JSON.parse(String(result))).toEqual([[-61, -87], [-61, -87], 'From: a@example.org', 'PNG']);
});
