// Starts the REST face of the services on a free port, for Google's own clients.

import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Kernel } from '../../../scripts/local-workspace/kernel/kernel.ts';
import { RestServer } from '../../../scripts/local-workspace/rest/server.ts';
import { driveApi } from '../../../scripts/local-workspace/services/drive/api.ts';
import { Files } from '../../../scripts/local-workspace/services/drive/files.ts';
import { formsApi } from '../../../scripts/local-workspace/services/forms/api.ts';
import { FormsEngine } from '../../../scripts/local-workspace/services/forms/engine.ts';
import { gmailApi } from '../../../scripts/local-workspace/services/gmail/api.ts';
import { GmailEngine } from '../../../scripts/local-workspace/services/gmail/engine.ts';
import { sheetsApi } from '../../../scripts/local-workspace/services/sheets/api/index.ts';
import { SheetsEngine } from '../../../scripts/local-workspace/services/sheets/engine.ts';

export const OWNER = 'contact@imstl.org';

export async function serveServices(folder?: string) {
  const kernel = new Kernel(folder ? { folder } : {});
  const files = new Files(kernel);
  const sheets = new SheetsEngine(kernel, files);
  const forms = new FormsEngine(kernel, files);
  const gmail = new GmailEngine(kernel);
  const drive = driveApi(files, {
    spreadsheet: (caller, name) => sheets.create(caller.email, { title: name }),
    form: (caller, name) => forms.create(name, caller.email, { published: false }).id,
  });
  const methods = [...sheetsApi(sheets), ...formsApi(forms), ...gmailApi(gmail), ...drive];
  const rest = new RestServer({ kernel, methods, owner: OWNER });
  const server = serve({ fetch: rest.app().fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((ready) => server.once('listening', ready));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    await new Promise((done) => server.close(done));
    kernel.store.close();
  };
  return { kernel, files, sheets, forms, gmail, rest, rootUrl: `http://127.0.0.1:${port}/`, close };
}

export type Served = Awaited<ReturnType<typeof serveServices>>;
