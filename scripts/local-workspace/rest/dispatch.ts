// Checks a request against its ApiMethod as Google does, runs it, and cuts the answer down to the fields asked for.

import * as z from 'zod';
import { denied, type GoogleError, invalid, notFound, notImplemented } from '../kernel/errors.ts';
import type { Caller } from '../kernel/kernel.ts';
import { type ApiMethod, type Face, type Media, pathParameters } from './api.ts';
import { applyFieldMask, parseFieldMask } from './field-mask.ts';
import { type Issue, openIssues, refuseBody, refuseQuery, unknownParameter, valueAt } from './refusals.ts';

/** A request as it arrives: query values are text or lists of text over HTTP, and of any kind inside a script. */
export interface RawRequest {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly caller: Caller;
  readonly face?: Face;
  readonly media?: Media;
}

/** Query parameters that every Google method takes. */
const STANDARD = new Set([
  'alt',
  '$alt',
  'fields',
  '$fields',
  'key',
  '$key',
  'prettyPrint',
  '$prettyPrint',
  'quotaUser',
  '$quotaUser',
  'access_token',
  'oauth_token',
  'callback',
  '$callback',
  '$.xgafv',
  'uploadType',
  'upload_protocol',
]);

/** How large the body of a request may be that is no upload. */
const MOST_BYTES = 10_485_760;

/** @throws INVALID_ARGUMENT for a body that Google does not even read */
export function checkSize({ upload }: ApiMethod, bytes: number): void {
  if (!upload && bytes > MOST_BYTES)
    throw invalid(`Request payload size exceeds the limit: ${MOST_BYTES} bytes.`);
}

/** Finds the method and performs it. @throws NOT_IMPLEMENTED for an id that the table does not have */
export function callApi(methods: readonly ApiMethod[], id: string, request: RawRequest): unknown {
  const method = methods.find((candidate) => candidate.id === id);
  if (!method) throw notImplemented(id);
  return perform(method, request);
}

/** Checks and performs one request. Nothing has happened when it throws a refusal. */
export function perform(method: ApiMethod, request: RawRequest): unknown {
  const { caller } = request;
  const { scopes } = method;
  if (caller.scopes && scopes.length > 0 && !scopes.some((scope) => caller.scopes?.includes(scope))) {
    throw denied('Request had insufficient authentication scopes.');
  }
  const path = request.path ?? {};
  for (const name of pathParameters(method.path)) if (!path[name]) throw notFound();

  const given = Object.entries(request.query ?? {}).filter(
    ([, value]) => value !== undefined && value !== null,
  );
  const standard = Object.fromEntries(given.filter(([name]) => STANDARD.has(name)));
  const alt = String(standard.alt ?? standard.$alt ?? 'json');
  if (alt !== 'json') throw notImplemented(`alt=${alt}`);
  const fields = standard.fields ?? standard.$fields;
  const mask = typeof fields === 'string' && fields !== '' ? parseFieldMask(fields) : undefined;

  const query = checkQuery(method, Object.fromEntries(given.filter(([name]) => !STANDARD.has(name))));
  const body = checkBody(method, request.body);
  const answer = method.run({
    path,
    query,
    body,
    caller,
    face: request.face ?? 'rest',
    ...(mask ? { fields: fields as string } : {}),
    ...(request.media ? { media: request.media } : {}),
  });
  return mask ? applyFieldMask(answer, mask) : answer;
}

function checkQuery(method: ApiMethod, query: Record<string, unknown>): Record<string, unknown> {
  if (!method.query) {
    const [name] = Object.keys(query);
    if (name !== undefined) throw invalid(unknownParameter(name));
    return {};
  }
  const shape = shapeOf(method.query);
  const typed = Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      Object.hasOwn(shape, name) ? typedValue(shape[name], value) : value,
    ]),
  );
  const result = method.query.safeParse(typed);
  if (result.success) return result.data as Record<string, unknown>;
  throw refuseQuery(result.error.issues, typed);
}

function checkBody(method: ApiMethod, body: unknown): unknown {
  const given = body ?? {};
  if (!method.body) {
    const names = typeof given === 'object' ? Object.keys(given as object) : [];
    if (names.length === 0) return undefined;
    throw invalid(`Invalid JSON payload received. Unknown name "${names[0]}": Cannot find field.`);
  }
  let candidate: unknown = given;
  let refusal: GoogleError | undefined;
  // Google takes null for an absent field and digits in quotes for a number; each round mends what the last one found.
  for (let round = 0; round < 20; round++) {
    const result = method.body.safeParse(candidate);
    if (result.success) return result.data;
    refusal ??= refuseBody(result.error.issues, given, method.bodyField);
    const mended = mend(candidate, openIssues(result.error.issues));
    if (mended === undefined)
      throw round === 0 ? refusal : refuseBody(result.error.issues, candidate, method.bodyField);
    candidate = mended;
  }
  throw refusal as GoogleError;
}

/** A copy with mendable values mended, or undefined when one of the issues stands. */
function mend(body: unknown, issues: readonly Issue[]): unknown {
  const repairs: { path: readonly PropertyKey[]; value: unknown }[] = [];
  for (const issue of issues) {
    if (issue.path.length === 0 || issue.code === 'unrecognized_keys') return undefined;
    const value = valueAt(body, issue.path);
    const parent = valueAt(body, issue.path.slice(0, -1));
    if (value === null && !Array.isArray(parent)) repairs.push({ path: issue.path, value: undefined });
    else if (
      issue.code === 'invalid_type' &&
      typeof value === 'string' &&
      ['number', 'int'].includes(issue.expected)
    ) {
      if (!/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value)) return undefined;
      repairs.push({ path: issue.path, value: Number(value) });
    } else if (
      issue.code === 'invalid_type' &&
      issue.expected === 'boolean' &&
      (value === 'true' || value === 'false')
    ) {
      repairs.push({ path: issue.path, value: value === 'true' });
    } else return undefined;
  }
  const copy = structuredClone(body);
  for (const { path, value } of repairs) {
    const parent = valueAt(copy, path.slice(0, -1)) as Record<PropertyKey, unknown>;
    const name = path.at(-1) as PropertyKey;
    if (value === undefined) delete parent[name];
    else parent[name] = value;
  }
  return copy;
}

/** The fields of an object schema. */
function shapeOf(schema: z.ZodType): Record<string, z.ZodType | undefined> {
  const inner = bare(schema);
  return inner instanceof z.ZodObject ? (inner.shape as Record<string, z.ZodType>) : {};
}

/** A schema without the wrappers that make it optional and the like. */
function bare(schema: z.ZodType): z.ZodType {
  let current = schema;
  for (;;) {
    const definition = current.def as { type: string; innerType?: z.ZodType; in?: z.ZodType };
    const next = definition.innerType ?? (definition.type === 'pipe' ? definition.in : undefined);
    if (!next) return current;
    current = next;
  }
}

/** Brings a query value to the type of its schema, as far as it is written like one. */
function typedValue(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return value;
  const inner = bare(schema);
  if (inner instanceof z.ZodArray) {
    return (Array.isArray(value) ? value : [value]).map((item) =>
      typedValue(inner.element as z.ZodType, item),
    );
  }
  const { type } = inner.def;
  // A schema of another kind reads text and lists of text by itself.
  if (!['string', 'number', 'boolean', 'enum', 'literal'].includes(type)) return value;
  // Of a parameter that is given twice but not repeated, the last one counts.
  const single = Array.isArray(value) ? value.at(-1) : value;
  if (type === 'boolean' && typeof single === 'string')
    return single === 'true' ? true : single === 'false' ? false : single;
  if (type === 'number' && typeof single === 'string')
    return /^-?\d+(\.\d+)?$/.test(single) ? Number(single) : single;
  if (type === 'string' && (typeof single === 'number' || typeof single === 'boolean')) return String(single);
  return single;
}
