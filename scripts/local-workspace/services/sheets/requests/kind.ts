// What one kind of batchUpdate request is: its schema and what it does to a draft.

import type * as z from 'zod';
import type { Draft } from '../draft.ts';

export interface RequestKind<T = unknown> {
  readonly schema: z.ZodType<T>;
  /** @param where the request as errors name it: `requests[0].addSheet`; @returns the reply, without its name */
  apply(draft: Draft, request: T, where: string): object | undefined;
}

export function kind<T>(schema: z.ZodType<T>, apply: RequestKind<T>['apply']): RequestKind {
  return { schema, apply } as unknown as RequestKind;
}
