// The Docs API v1 as far as it is used: creating, reading and changing a document.

import type { docs_v1 } from 'googleapis/build/src/apis/docs/v1.js';
import * as z from 'zod';
import { invalid, notImplemented } from '../../kernel/errors.ts';
import type { Caller } from '../../kernel/kernel.ts';
import type { ApiMethod } from '../../rest/api.ts';
import type { DocsEngine } from './engine.ts';
import { renderDocument, type Shown } from './render.ts';
import { applyRequests, readRequests } from './requests.ts';

const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;
const WRITE = [scope('documents'), scope('drive'), scope('drive.file')];
const READ = [...WRITE, scope('documents.readonly'), scope('drive.readonly')];

/** Every field that Google takes; all but the title come to nothing, as on Google. */
const IGNORED = [
  'body',
  'documentId',
  'documentStyle',
  'footers',
  'footnotes',
  'headers',
  'inlineObjects',
  'lists',
  'namedRanges',
  'namedStyles',
  'positionedObjects',
  'revisionId',
  'suggestedDocumentStyleChanges',
  'suggestedNamedStylesChanges',
  'suggestionsViewMode',
  'tabs',
] as const satisfies readonly (keyof docs_v1.Schema$Document)[];
const createBody = z.strictObject({
  title: z.string().optional(),
  ...(Object.fromEntries(IGNORED.map((name) => [name, z.unknown().optional()])) as Record<
    (typeof IGNORED)[number],
    z.ZodOptional<z.ZodUnknown>
  >),
});

const getQuery = z.strictObject({
  includeTabsContent: z.boolean().optional(),
  suggestionsViewMode: z
    .enum([
      'DEFAULT_FOR_CURRENT_ACCESS',
      'SUGGESTIONS_INLINE',
      'PREVIEW_SUGGESTIONS_ACCEPTED',
      'PREVIEW_WITHOUT_SUGGESTIONS',
    ])
    .optional(),
});

const batchUpdateBody = z.strictObject({
  requests: z.array(z.record(z.string(), z.unknown())).optional(),
  writeControl: z
    .strictObject({ requiredRevisionId: z.string().optional(), targetRevisionId: z.string().optional() })
    .optional(),
});

export function docsApi(engine: DocsEngine): ApiMethod[] {
  const answer = (
    caller: Caller,
    id: string,
    inTabs = false,
    mode: z.infer<typeof getQuery>['suggestionsViewMode'] = 'DEFAULT_FOR_CURRENT_ACCESS',
  ): docs_v1.Schema$Document => {
    const record = engine.open(caller, id);
    const mayWrite = engine.files.may(caller, id, 'write');
    const own = mayWrite ? 'SUGGESTIONS_INLINE' : 'PREVIEW_WITHOUT_SUGGESTIONS';
    const shown: Shown = {
      title: engine.files.get(id).name,
      mayWrite,
      inTabs,
      suggestionsViewMode: mode === 'DEFAULT_FOR_CURRENT_ACCESS' ? own : mode,
    };
    return renderDocument(record, shown);
  };

  const create: ApiMethod<unknown, z.infer<typeof createBody>> = {
    id: 'docs.documents.create',
    http: 'POST',
    path: '/v1/documents',
    body: createBody,
    scopes: WRITE,
    run({ body, caller }): docs_v1.Schema$Document {
      engine.count(caller, 'Write');
      const id = engine.create(caller.email, body.title || undefined);
      engine.files.madeBy(caller, id);
      return answer(caller, id);
    },
  };

  const get: ApiMethod<z.infer<typeof getQuery>> = {
    id: 'docs.documents.get',
    http: 'GET',
    path: '/v1/documents/{documentId}',
    query: getQuery,
    scopes: READ,
    run({ path, query, caller }): docs_v1.Schema$Document {
      engine.count(caller, 'Read');
      return answer(caller, path.documentId as string, query.includeTabsContent, query.suggestionsViewMode);
    },
  };

  const batchUpdate: ApiMethod<unknown, z.infer<typeof batchUpdateBody>> = {
    id: 'docs.documents.batchUpdate',
    http: 'POST',
    path: '/v1/documents/{documentId}:batchUpdate',
    body: batchUpdateBody,
    scopes: WRITE,
    run({ path, body, caller }): docs_v1.Schema$BatchUpdateDocumentResponse {
      const { writeControl = {} } = body;
      const requests = readRequests(body.requests ?? []);
      engine.count(caller, 'Write');
      const documentId = path.documentId as string;
      const { requiredRevisionId: required, targetRevisionId: target } = writeControl;
      if (required && target) throw invalid('Only one write control can be set.');
      const replies = engine.write(caller, documentId, (draft, { revisionId }) => {
        if (required && required !== revisionId) {
          throw invalid(
            `The required revision ID '${required}' does not match the latest revision of the document.`,
          );
        }
        if (target && target !== revisionId)
          throw notImplemented('A targetRevisionId that is not the latest revision');
        if (requests.length === 0) throw invalid('Must specify at least one request.');
        return applyRequests(draft, requests);
      });
      const { revisionId } = engine.document(documentId);
      return { documentId, replies, writeControl: { requiredRevisionId: revisionId } };
    },
  };

  return [create, get, batchUpdate];
}
