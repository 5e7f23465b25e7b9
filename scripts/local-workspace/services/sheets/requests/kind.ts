// What one kind of batchUpdate request is: its schema and what it does to a draft.

import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type * as z from 'zod';
import type { Answer } from '../../../rest/api.ts';
import type { Draft } from '../draft.ts';

export type Reply = Answer<sheets_v4.Schema$Response>;

export interface RequestKind<T = unknown> {
  readonly schema: z.ZodType<T>;
  /** @param where the request as errors name it: `requests[0].addSheet` */
  apply(draft: Draft, request: T, where: string): Reply | undefined;
}

export function kind<T>(schema: z.ZodType<T>, apply: RequestKind<T>['apply']): RequestKind {
  return { schema, apply } as unknown as RequestKind;
}
