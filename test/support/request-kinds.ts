// The kinds of requests that the two methods take which carry out many in one.

import type * as z from 'zod';
import { REQUESTS as DOCS } from '../../scripts/local-workspace/services/docs/requests.ts';
import { REQUESTS as SHEETS } from '../../scripts/local-workspace/services/sheets/requests/index.ts';

/** By the method's id, and then by the kind's name. */
export const KINDS: Readonly<Record<string, Readonly<Record<string, { readonly schema: z.ZodType }>>>> = {
  'sheets.spreadsheets.batchUpdate': SHEETS,
  'docs.documents.batchUpdate': DOCS,
};
