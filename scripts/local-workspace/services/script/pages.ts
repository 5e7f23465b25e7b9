// Lists of the Apps Script API, page by page.

import type * as z from 'zod';
import { invalid } from '../../kernel/errors.ts';
import type { Pages } from './schemas.ts';

/** A stretch of a list, and the token of the next one. */
export function page<Name extends string, Item>(
  name: Name,
  items: readonly Item[],
  { pageSize = 50, pageToken }: z.infer<typeof Pages>,
) {
  if (pageToken !== undefined && !/^\d{1,9}$/.test(pageToken))
    throw invalid('Request contains an invalid argument.');
  const start = Number(pageToken ?? 0);
  const end = start + pageSize;
  return {
    [name]: items.slice(start, end),
    ...(end < items.length ? { nextPageToken: String(end) } : {}),
  };
}
