// Writes down every request that a Workspace takes, by whichever face, and every answer that it gives.

import * as z from 'zod';
import type { Workspace } from '../../scripts/local-workspace/index.ts';
import type { ApiMethod, ApiRequest } from '../../scripts/local-workspace/rest/api.ts';

/** A request that fits its method's schemas, with its answer; without one when it was refused later. */
export interface Heard extends Pick<ApiRequest, 'path' | 'query' | 'media'> {
  readonly method: ApiMethod;
  /** As it was sent. */
  readonly body?: unknown;
  answer?: { readonly value: unknown };
}

type Writable = { -readonly [Name in keyof ApiMethod]: ApiMethod[Name] };

/** From now on; gives the list, which grows. */
export function listen({ apis }: Pick<Workspace, 'apis'>): Heard[] {
  const all: Heard[] = [];
  for (const method of Object.values(apis).flat() as Writable[]) {
    let sent: unknown;
    const { run, body } = method;
    if (body)
      method.body = z.preprocess((given) => {
        sent ??= given;
        return given;
      }, body);
    method.run = (request) => {
      const { path, query, media } = request;
      const heard: Heard = { method, path, query, body: sent, ...(media ? { media } : {}) };
      sent = undefined;
      all.push(heard);
      const value = run.call(method, request);
      heard.answer = { value };
      return value;
    };
  }
  return all;
}
