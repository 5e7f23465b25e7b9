// A method of a Google REST API, written once and offered twice: over HTTP, and inside Apps Script as an advanced service.

import type * as z from 'zod';
import type { Caller } from '../kernel/kernel.ts';

/** Where a request comes from: over HTTP, or from a script through an advanced service. */
export type Face = 'rest' | 'script';

/** A file sent along with a request, as the upload addresses take it. */
export interface Media {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A request that has been checked against the method's schemas. */
export interface ApiRequest<Query = Record<string, unknown>, Body = unknown> {
  /** Path parameters, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  readonly caller: Caller;
  readonly face: Face;
  /** The partial-response mask as given; applied by the dispatcher, here only for methods that work differently under one. */
  readonly fields?: string;
  /** Only for methods with an `upload` address. */
  readonly media?: Media;
}

// biome-ignore lint/suspicious/noExplicitAny: a table holds methods of every request type
export interface ApiMethod<Query = any, Body = any> {
  /** As in Google's discovery documents: `sheets.spreadsheets.values.batchGet`. */
  readonly id: string;
  readonly http: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With parameters in braces, as in Google's reference: `/v4/spreadsheets/{spreadsheetId}/values:batchGet`. */
  readonly path: string;
  /** A second address that takes the content as a file: `/upload/gmail/v1/users/{userId}/messages/send`. */
  readonly upload?: string;
  /** Allowed query parameters; `z.strictObject`, so that an unknown one is refused. */
  readonly query?: z.ZodType<Query>;
  /** Request body; strict at every level. Methods without it take no body. */
  readonly body?: z.ZodType<Body>;
  /** The field of Google's request message that the body fills, where its error texts name it: `message`, `data`. */
  readonly bodyField?: string;
  /** Fields of the answer that hold bytes: Base64 over HTTP, arrays of signed bytes inside Apps Script. */
  readonly byteFields?: readonly string[];
  /** Most of its answer stands in frozen lists, which are the same from call to call as long as nobody changes them. */
  readonly answersInFrozenLists?: true;
  /** Any one of these scopes is enough; with none, the method judges for itself. */
  readonly scopes: readonly string[];
  /** Does the work; returns plain JSON as Google answers, or nothing where Google does; throws GoogleError. */
  run(request: ApiRequest<Query, Body>): unknown;
}

/** An answer in googleapis' own type, with lists that nobody changes any more. */
export type Answer<T> = T extends object ? { readonly [Name in keyof T]: Answer<T[Name]> } : T;

/** Names of the path parameters, in order. */
export const pathParameters = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);

/**
 * `sheets.spreadsheets.values.batchGet` → `['Spreadsheets', 'Values', 'batchGet']`, the names inside Apps Script,
 * where `delete` is called `remove`.
 */
export function scriptNames(id: string): string[] {
  const [, ...names] = id.split('.');
  return names.map((name, i) => {
    if (i < names.length - 1) return name.charAt(0).toUpperCase() + name.slice(1);
    return name === 'delete' ? 'remove' : name;
  });
}

/** The service's own name inside Apps Script, whatever a project calls it: `sheets.spreadsheets.get` → `Sheets`. */
export const serviceName = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1, id.indexOf('.'));
