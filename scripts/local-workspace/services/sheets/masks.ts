// Field masks of requests: which parts of a resource a request changes.

import { type GoogleError, invalid } from '../../kernel/errors.ts';

/** What is wanted below each name; `true` is everything. */
export type MaskTree = { readonly [name: string]: MaskTree | true };

/** Reads `a,b(c,d),e/f,g.h`; undefined for `*`, which wants everything. */
export function parseMask(text: string): MaskTree | undefined {
  const tokens = text.match(/[^,()]+|[,()]/g) ?? [];
  let at = 0;
  const level = (): Record<string, MaskTree | true> => {
    const tree: Record<string, MaskTree | true> = {};
    for (;;) {
      const name = tokens[at++]?.trim();
      if (!name || !/^[A-Za-z0-9_*./]+$/.test(name)) throw badMask(text);
      let below: MaskTree | true = true;
      if (tokens[at] === '(') {
        at++;
        below = level();
        if (tokens[at++] !== ')') throw badMask(text);
      }
      add(tree, name.split(/[./]/), below);
      if (tokens[at] !== ',') return tree;
      at++;
    }
  };
  const tree = level();
  if (at < tokens.length) throw badMask(text);
  return tree['*'] === true ? undefined : tree;
}

const badMask = (text: string): GoogleError =>
  invalid(`Request contains an invalid argument. Invalid field selection ${text}`);

function add(tree: Record<string, MaskTree | true>, path: readonly string[], below: MaskTree | true): void {
  const [name = '', ...rest] = path;
  const present = tree[name];
  if (rest.length === 0) {
    tree[name] = below === true || present === true ? true : { ...present, ...below };
    return;
  }
  if (present === true) return;
  const next: Record<string, MaskTree | true> = { ...present };
  add(next, rest, below);
  tree[name] = next;
}

/**
 * The paths of a request's `fields`, such as `userEnteredValue` and `userEnteredFormat.textFormat.bold`.
 * @param where the request as errors name it, such as `requests[0].updateCells`
 * @param known names that the resource has, to any depth
 */
export function updatePaths(fields: string | undefined, where: string, known: MaskTree): string[][] {
  if (!fields)
    throw invalid(
      `Invalid ${where}: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)`,
    );
  const tree = parseMask(fields);
  if (!tree) return Object.keys(known).map((name) => [name]);
  const paths: string[][] = [];
  const walk = (below: MaskTree, allowed: MaskTree | true, path: string[]): void => {
    for (const [name, next] of Object.entries(below)) {
      const field = camel(name);
      const inside = allowed === true ? true : allowed[field];
      if (inside === undefined) {
        const text = [...path, name].join('.');
        throw invalid(
          `Invalid value at '${snakePath(where)}.fields' (type.googleapis.com/google.protobuf.FieldMask), Field '${text}' could not be found in request message.`,
        );
      }
      if (next === true) paths.push([...path, field]);
      else walk(next, inside, [...path, field]);
    }
  };
  walk(tree, known, []);
  return paths;
}

const camel = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
/** `requests[0].updateCells` → `requests[0].update_cells`, as errors about the JSON itself name it. */
export const snakePath = (path: string): string =>
  path.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

type Plain = Readonly<Record<string, unknown>>;

/** A resource with the parts at some paths taken from another; what the other lacks is removed. */
export function updateAt<T extends object>(
  target: T,
  source: object,
  paths: readonly (readonly string[])[],
): T {
  let result = target as Plain;
  for (const path of paths) result = replaceAt(result, source as Plain, path);
  return result as T;
}

function replaceAt(target: Plain, source: Plain | undefined, path: readonly string[]): Plain {
  const [name = '', ...rest] = path;
  const { [name]: old, ...others } = target;
  const given = source?.[name];
  if (rest.length === 0) return given === undefined ? others : { ...target, [name]: given };
  const next = replaceAt((old ?? {}) as Plain, given as Plain | undefined, rest);
  return Object.keys(next).length === 0 ? others : { ...target, [name]: next };
}
