// A Workspace for stories about documents: scripts, the REST face for Google's own client, and people who edit.

import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { docs_v1 } from 'googleapis/build/src/apis/docs/v1.js';
import { createWorkspace, type Workspace } from '../../../scripts/local-workspace/index.ts';
import type { Face } from '../../../scripts/local-workspace/rest/api.ts';
import { callApi } from '../../../scripts/local-workspace/rest/dispatch.ts';
import { RestServer } from '../../../scripts/local-workspace/rest/server.ts';

export const OWNER = 'contact@imstl.org';
export const ANA = 'ana@example.org';

const AUTH = 'https://www.googleapis.com/auth/';

export type Requests = docs_v1.Schema$Request[];

export class DocsBench {
  readonly workspace: Workspace = createWorkspace();

  get engine() {
    return this.workspace.docs;
  }

  api<T>(
    method: string,
    path: Record<string, string>,
    rest: { query?: object; body?: unknown; user?: string; face?: Face } = {},
  ): T {
    const { query = {}, body, user = OWNER, face = 'rest' } = rest;
    const request = { path, query: { ...query }, body, caller: { email: user }, face };
    return callApi(this.workspace.apis.docs, `docs.documents.${method}`, request) as T;
  }

  create(title = 'Code of Conduct'): string {
    return this.api<docs_v1.Schema$Document>('create', {}, { body: { title } }).documentId as string;
  }

  get(documentId: string, query: object = {}, user = OWNER): docs_v1.Schema$Document {
    return this.api('get', { documentId }, { query, user });
  }

  update(
    documentId: string,
    requests: Requests,
    writeControl?: docs_v1.Schema$WriteControl,
    user = OWNER,
  ): docs_v1.Schema$BatchUpdateDocumentResponse {
    const body = { requests, ...(writeControl ? { writeControl } : {}) };
    return this.api('batchUpdate', { documentId }, { body, user });
  }

  /** A document with this text. */
  written(text: string): string {
    const id = this.create();
    this.update(id, [{ insertText: { location: { index: 1 }, text } }]);
    return id;
  }

  /** Each paragraph as its style, its list level and its text. */
  outline(documentId: string): string[] {
    return paragraphs(this.get(documentId)).map(({ paragraph }) => {
      const { bullet, paragraphStyle } = paragraph ?? {};
      const level = bullet ? `${'-'.repeat((bullet.nestingLevel ?? 0) + 1)} ` : '';
      return `${paragraphStyle?.namedStyleType}: ${level}${textOf(paragraph).slice(0, -1)}`;
    });
  }

  /** Runs the body of a function as a script; gives its value, or throws what the script throws. */
  run(body: string, scopes = ['documents']): unknown {
    const { scriptId } = this.workspace.addProject({
      title: 'Test',
      files: [
        { name: 'Code', type: 'SERVER_JS', source: `function main() { ${body} }` },
        {
          name: 'appsscript',
          type: 'JSON',
          source: JSON.stringify({
            timeZone: 'America/Chicago',
            runtimeVersion: 'V8',
            oauthScopes: scopes.map((scope) => AUTH + scope),
            dependencies: {
              enabledAdvancedServices: [{ userSymbol: 'Docs', serviceId: 'docs', version: 'v1' }],
            },
          }),
        },
      ],
    });
    const { record, result } = this.workspace.run('main', { scriptId });
    if (record.error !== undefined) throw new Error(record.error);
    return result;
  }

  /** Google's own client, against the REST face on a free port. */
  async client(): Promise<{ docs: docs_v1.Docs; close: () => Promise<void> }> {
    const { kernel, apis } = this.workspace;
    const rest = new RestServer({ kernel, methods: apis.docs, owner: OWNER });
    const server = serve({ fetch: rest.app().fetch, port: 0, hostname: '127.0.0.1' });
    await new Promise((ready) => server.once('listening', ready));
    const { port } = server.address() as AddressInfo;
    return {
      docs: new docs_v1.Docs({ rootUrl: `http://127.0.0.1:${port}/` }),
      close: () => new Promise((done) => server.close(() => done())),
    };
  }
}

export const paragraphs = (document: docs_v1.Schema$Document): docs_v1.Schema$StructuralElement[] =>
  (document.body?.content ?? []).filter(({ paragraph }) => paragraph);

export const textOf = (paragraph: docs_v1.Schema$Paragraph | undefined): string =>
  (paragraph?.elements ?? []).map(({ textRun }) => textRun?.content ?? '').join('');

/** The whole text, as a reader puts it together. */
export const wholeText = (document: docs_v1.Schema$Document): string =>
  paragraphs(document)
    .map(({ paragraph }) => textOf(paragraph))
    .join('')
    .slice(0, -1);
