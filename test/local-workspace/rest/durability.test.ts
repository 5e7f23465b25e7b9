// What was answered is on disk: a second Workspace over the same folder sees it.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1.js';
import { Kernel } from '../../../scripts/local-workspace/kernel/kernel.ts';
import { GmailEngine } from '../../../scripts/local-workspace/services/gmail/engine.ts';
import { serveServices } from './support.ts';

it('a mail whose sending was confirmed survives the end of the process', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'workspace-'));
  const served = await serveServices(folder);
  const gmail = new gmail_v1.Gmail({ rootUrl: served.rootUrl });
  const raw = Buffer.from('To: ana@example.org\r\nSubject: Kept\r\n\r\nx').toString('base64url');
  const { data } = await gmail.users.messages.send({ userId: 'me', requestBody: { raw } });
  // Nothing was closed: the second one reads what the first had written by the time of its answer.
  const second = new Kernel({ folder });
  const { messages } = new GmailEngine(second).list('contact@imstl.org', {
    query: 'in:sent subject:kept',
    limit: 5,
  });
  expect(messages.map(({ id }) => id)).toEqual([data.id]);
  second.store.close();
  await served.close();
  rmSync(folder, { recursive: true });
});
