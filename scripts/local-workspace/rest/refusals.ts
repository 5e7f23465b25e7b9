// Turns what a schema finds wrong with a request into the texts in which Google refuses it.

import type * as z from 'zod';
import { type GoogleError, invalid } from '../kernel/errors.ts';

export type Issue = z.core.$ZodIssue;

/** Names in Google's texts are those of its own messages: `requests[0].update_cells`. */
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export function googlePath(path: readonly PropertyKey[], prefix?: string): string {
  let text = prefix ?? '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += `${text === '' ? '' : '.'}${snake(String(step))}`;
  }
  return text;
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'TYPE_STRING',
  number: 'TYPE_DOUBLE',
  int: 'TYPE_INT32',
  boolean: 'TYPE_BOOL',
  array: 'repeated field',
  object: 'message',
  record: 'map',
};

export function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const step of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[step];
  return value;
}

/** Issues with those inside unions laid open: of a union, the branch that comes nearest to fitting counts. */
export function openIssues(issues: readonly Issue[]): Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
    const branches = issue.errors.map((branch) =>
      openIssues(branch.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }) as Issue)),
    );
    return branches.reduce((best, branch) => (distance(branch) < distance(best) ? branch : best));
  });
}

/** A branch that does not know a field is farther off than one whose fields hold wrong values, the more so the shallower. */
function distance(branch: readonly Issue[]): number {
  const unknown = branch.filter((issue) => issue.code === 'unrecognized_keys').length;
  const depth = Math.max(...branch.map((issue) => issue.path.length));
  return unknown * 10_000 - depth * 100 + branch.length;
}

function typeOf(issue: Issue): string {
  if (issue.code === 'invalid_value') return 'TYPE_ENUM';
  if (issue.code === 'invalid_type') return TYPES[issue.expected] ?? issue.expected;
  if (issue.code === 'too_big' || issue.code === 'too_small') return TYPES[issue.origin] ?? issue.origin;
  return 'TYPE_STRING';
}

function bodyText(issue: Issue, body: unknown, prefix: string | undefined): string[] {
  const at = googlePath(issue.path, prefix);
  const value = valueAt(body, issue.path);
  if (issue.code === 'unrecognized_keys') {
    const where = at === '' ? '' : ` at '${at}'`;
    return issue.keys.map(
      (key) => `Invalid JSON payload received. Unknown name "${key}"${where}: Cannot find field.`,
    );
  }
  if (issue.code === 'custom') return [issue.message];
  if (value === undefined) return [`Missing required field: ${at}`];
  if (issue.code === 'invalid_type' && Array.isArray(value)) {
    const parent = googlePath(issue.path.slice(0, -1), prefix);
    const where = parent === '' ? '' : ` at '${parent}'`;
    return [
      `Invalid JSON payload received. Unknown name "${String(issue.path.at(-1) ?? '')}"${where}: Proto field is not repeating, cannot start list.`,
    ];
  }
  if (at === '') return ['Invalid JSON payload received. Root element must be a message.'];
  const shown =
    typeof value === 'object' && value !== null
      ? 'Starting an object on a scalar field'
      : JSON.stringify(value);
  return [`Invalid value at '${at}' (${typeOf(issue)}), ${shown}`];
}

/** The refusal of a request body. */
export function refuseBody(issues: readonly Issue[], body: unknown, prefix?: string): GoogleError {
  return invalid(
    [...new Set(openIssues(issues).flatMap((issue) => bodyText(issue, body, prefix)))].join('\n'),
  );
}

function queryText(issue: Issue, query: unknown): string[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map(unknownParameter);
  if (issue.code === 'custom') return [issue.message];
  const at = googlePath(issue.path);
  const value = valueAt(query, issue.path);
  if (value === undefined) return [`Required parameter is missing: ${String(issue.path[0])}`];
  return [`Invalid value at '${at}' (${typeOf(issue)}), ${JSON.stringify(value)}`];
}

export const unknownParameter = (name: string): string =>
  `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`;

/** The refusal of query parameters. */
export function refuseQuery(issues: readonly Issue[], query: unknown): GoogleError {
  return invalid([...new Set(openIssues(issues).flatMap((issue) => queryText(issue, query)))].join('\n'));
}
