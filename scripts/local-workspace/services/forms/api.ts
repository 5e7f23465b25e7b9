// The Forms API v1 as far as it is used: reading forms and responses, creating and publishing a form.

import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import * as z from 'zod';
import { invalid, notFound } from '../../kernel/errors.ts';
import type { ApiMethod } from '../../rest/api.ts';
import type { FormsEngine } from './engine.ts';
import { restForm, restPublishSettings, restResponse } from './rest-json.ts';

const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;
const DRIVE = [scope('drive'), scope('drive.file')];
const BODY = [...DRIVE, scope('forms.body')];
const READ_BODY = [...BODY, scope('drive.readonly'), scope('forms.body.readonly')];
const READ_RESPONSES = [...DRIVE, scope('forms.responses.readonly')];

const MOST_RESPONSES = 5000;

/** All fields of Google's Form; what creating ignores or refuses is decided in `run`. */
const formBody = z.strictObject({
  formId: z.unknown().optional(),
  info: z
    .strictObject({
      title: z.string().optional(),
      documentTitle: z.string().optional(),
      description: z.string().optional(),
    })
    .optional(),
  items: z.unknown().optional(),
  linkedSheetId: z.unknown().optional(),
  publishSettings: z.unknown().optional(),
  responderUri: z.unknown().optional(),
  revisionId: z.unknown().optional(),
  settings: z.unknown().optional(),
});

const publishBody = z.strictObject({
  publishSettings: z
    .strictObject({
      publishState: z
        .strictObject({ isPublished: z.boolean().optional(), isAcceptingResponses: z.boolean().optional() })
        .optional(),
    })
    .optional(),
  updateMask: z.string().optional(),
});

const listQuery = z.strictObject({
  filter: z.string().optional(),
  pageSize: z.number().int().optional(),
  pageToken: z.string().optional(),
});

export const formsApi = (engine: FormsEngine): ApiMethod[] => [
  {
    id: 'forms.forms.get',
    http: 'GET',
    path: '/v1/forms/{formId}',
    scopes: READ_BODY,
    run: ({ path, caller }): forms_v1.Schema$Form =>
      restForm(engine, engine.require(caller, path.formId as string, 'read')),
  },
  {
    id: 'forms.forms.create',
    http: 'POST',
    path: '/v1/forms',
    query: z.strictObject({ unpublished: z.boolean().optional() }),
    body: formBody,
    scopes: BODY,
    run: ({ query, body, caller }): forms_v1.Schema$Form => {
      const { info, items, settings } = body as z.infer<typeof formBody>;
      if (info?.description || items !== undefined || settings !== undefined) {
        throw invalid(
          'Only info.title can be set when creating a form. To add items and change settings, use batchUpdate.',
        );
      }
      if (!info?.title) throw invalid('The form must have a title: info.title is required.');
      const { unpublished } = query as { unpublished?: boolean };
      const published = unpublished === undefined ? engine.bornPublished : !unpublished;
      const name = info.documentTitle || 'Untitled form';
      const form = engine.create(name, caller.email, { published, title: info.title });
      engine.files.madeBy(caller, form.id);
      return restForm(engine, form);
    },
  },
  {
    id: 'forms.forms.setPublishSettings',
    http: 'POST',
    path: '/v1/forms/{formId}:setPublishSettings',
    body: publishBody,
    scopes: BODY,
    run: ({ path, body, caller }): forms_v1.Schema$SetPublishSettingsResponse => {
      const form = engine.require(caller, path.formId as string, 'write');
      const { publishSettings, updateMask = '*' } = body as z.infer<typeof publishBody>;
      for (const field of updateMask.split(',').map((name) => name.trim())) {
        if (!['*', 'publish_state', 'publishState'].includes(field)) {
          throw invalid(`Invalid update_mask path: ${field}`);
        }
      }
      const state = publishSettings?.publishState;
      if (!state) throw invalid('publish_settings.publish_state is required.');
      const { isPublished = false, isAcceptingResponses = false } = state;
      if (isAcceptingResponses && !isPublished) {
        throw invalid('is_accepting_responses cannot be true when is_published is false.');
      }
      const changed = engine.updateSettings(form.id, {
        published: isPublished,
        accepting: isAcceptingResponses,
      });
      return { formId: form.id, publishSettings: restPublishSettings(changed) };
    },
  },
  {
    id: 'forms.forms.responses.get',
    http: 'GET',
    path: '/v1/forms/{formId}/responses/{responseId}',
    scopes: READ_RESPONSES,
    run: ({ path, caller }): forms_v1.Schema$FormResponse => {
      const form = engine.require(caller, path.formId as string, 'read');
      const response = engine.response(form.id, path.responseId as string);
      if (!response) throw notFound();
      return restResponse(response, true);
    },
  },
  {
    id: 'forms.forms.responses.list',
    http: 'GET',
    path: '/v1/forms/{formId}/responses',
    query: listQuery,
    scopes: READ_RESPONSES,
    run: ({ path, query, caller }): forms_v1.Schema$ListFormResponsesResponse => {
      const form = engine.require(caller, path.formId as string, 'read');
      const { filter = '', pageSize = 0, pageToken = '' } = query as z.infer<typeof listQuery>;
      if (pageSize < 0) throw invalid('page_size must not be negative.');
      const wanted = timeFilter(filter);
      const start = pageToken === '' ? 0 : offsetIn(pageToken, filter);
      const size = pageSize === 0 ? MOST_RESPONSES : Math.min(pageSize, MOST_RESPONSES);
      const all = engine.responses(form.id).filter((response) => wanted(response.lastSubmittedTime));
      const page = all.slice(start, start + size);
      const more = start + size < all.length;
      return {
        ...(page.length > 0 ? { responses: page.map((response) => restResponse(response, false)) } : {}),
        ...(more ? { nextPageToken: tokenFor(start + size, filter) } : {}),
      };
    },
  },
];

/** `timestamp > N` and `timestamp >= N` are the only filters that Google has. */
function timeFilter(filter: string): (time: number) => boolean {
  if (filter.trim() === '') return () => true;
  const match = /^\s*timestamp\s*(>=?)\s*"?(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,9})?Z"?\s*$/.exec(filter);
  const seconds = match ? Date.parse(`${match[2]}Z`) : Number.NaN;
  if (!match || Number.isNaN(seconds)) {
    throw invalid(
      'Invalid filter: only "timestamp > N" and "timestamp >= N" with an RFC3339 UTC time are supported.',
    );
  }
  const bound = seconds + Number(match[3] ?? 0) * 1000;
  return match[1] === '>' ? (time) => time > bound : (time) => time >= bound;
}

const tokenFor = (offset: number, filter: string): string =>
  Buffer.from(JSON.stringify([offset, filter])).toString('base64url');

function offsetIn(token: string, filter: string): number {
  try {
    const [offset, original] = JSON.parse(Buffer.from(token, 'base64url').toString()) as [unknown, unknown];
    if (typeof offset === 'number' && offset > 0 && original === filter) return offset;
  } catch {
    // Anything that is not a token of ours is refused below.
  }
  throw invalid('Invalid page token.');
}
