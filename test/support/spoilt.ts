// Spoils valid requests in one place each: a field or a parameter that nobody knows, a value of another kind, a word that is none.

import type { Heard } from './traffic.ts';

export interface Spoilt {
  readonly http: string;
  readonly url: string;
  readonly body?: unknown;
  /** What Google says. */
  readonly refusal: RegExp;
}

const UNKNOWN = 'notAField';
const NO_WORD = 'NOT_A_WORD';
/** Texts that are of a closed set, as their writing tells. */
const isWord = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Z][A-Z\d]+(_[A-Z\d]+)*$/.test(value);
/** Fields that hold what people write, ids, names of their own, or anything at all. */
const FREE =
  /^(values?|parameters|criteria|text|title|name|description|note|(string|userEntered|formula)Value|\w*[iI]ds?|source|raw)$/;

type Path = readonly (string | number)[];

/** Every place in every body, the items of a list counting as one place; of each method. */
export function spoiltBodies(all: readonly Heard[]): Spoilt[] {
  const seen = new Set<string>();
  return all.flatMap((heard) => {
    const { method, body: whole } = heard;
    if (whole === undefined) return [];
    return oneByOne(whole).flatMap((body) =>
      [...places(body)].flatMap(([path, value]) => {
        const place = `${method.id} ${path.map((step) => (typeof step === 'number' ? '*' : step)).join('.')}`;
        if (seen.has(place)) return [];
        seen.add(place);
        const { http } = method;
        return spoiltValues(value, path, method.bodyField ?? '').map(([bad, refusal]) => ({
          http,
          url: urlOf(heard),
          body: withValue(body, path, bad),
          refusal,
        }));
      }),
    );
  });
}

/** A body of many requests as many bodies, which are shorter. */
const oneByOne = (body: unknown): unknown[] => {
  const { requests } = body as { requests?: unknown[] };
  return requests ? requests.map((request) => ({ ...(body as object), requests: [request] })) : [body];
};

/** What may stand in a place instead, and how Google refuses it. */
function spoiltValues(value: unknown, path: Path, root: string): [unknown, RegExp][] {
  const at = path.reduce<string>((text, step) => text + stepOf(step, text), root);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const where = at === '' ? '' : ` at '${at}'`;
    const text = `Invalid JSON payload received. Unknown name "${UNKNOWN}"${where}: Cannot find field.`;
    return [[{ ...value, [UNKNOWN]: 1 }, exactly(text)]];
  }
  const invalid = new RegExp(`^Invalid (value at '${escaped(at)}'|JSON payload received\\.)`);
  if (Array.isArray(value)) return [['a word', invalid]];
  const bad: unknown[] = typeof value === 'string' ? [{}] : ['a word', {}];
  return [...bad, ...(isWord(value) ? [NO_WORD] : [])].map((other) => [other, invalid]);
}

/** Google's messages write `updateCells` as `update_cells`. */
const stepOf = (step: string | number, before: string): string =>
  typeof step === 'number'
    ? `[${step}]`
    : `${before === '' ? '' : '.'}${step.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;

function* places(value: unknown, path: Path = []): Generator<[Path, unknown]> {
  if (value === null) return;
  yield [path, value];
  if (typeof value !== 'object') return;
  for (const [name, inner] of Object.entries(value as object)) {
    const step = Array.isArray(value) ? Number(name) : name;
    if (!FREE.test(name)) yield* places(inner, [...path, step]);
  }
}

function withValue(root: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  const copy = (Array.isArray(root) ? [...root] : { ...(root as object) }) as Record<
    string | number,
    unknown
  >;
  copy[step] = withValue(copy[step], rest, value);
  return copy;
}

/** An unknown parameter for each method, and each known one that is no free text with a value that it cannot have. */
export function spoiltQueries(all: readonly Heard[]): Spoilt[] {
  const seen = new Set<string>();
  return all.flatMap((heard) => {
    const { method, query, body } = heard;
    const bad = Object.entries({ [UNKNOWN]: 0, ...(query as object) }).filter(([name, value]) => {
      const isNew = !seen.has(`${method.id} ${name}`) && (typeof value !== 'string' || isWord(value));
      if (isNew) seen.add(`${method.id} ${name}`);
      return isNew && !Array.isArray(value);
    });
    return bad.map(([name]) => ({
      http: method.http,
      url: urlOf(heard, { ...query, [name]: NO_WORD }),
      body,
      refusal:
        name === UNKNOWN
          ? exactly(
              `Invalid JSON payload received. Unknown name "${UNKNOWN}": Cannot bind query parameter. Field '${UNKNOWN}' could not be found in request message.`,
            )
          : new RegExp(`^Invalid value at '${stepOf(name, '')}'`),
    }));
  });
}

function urlOf(
  { method, path, query: given }: Heard,
  query: Readonly<Record<string, unknown>> = given,
): string {
  const address = method.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(path[name] ?? ''),
  );
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((one) => `${name}=${encodeURIComponent(String(one))}`),
  );
  return `${address}?${pairs.join('&')}`;
}

const escaped = (text: string) => text.replace(/[.*+?^$()[\]\\|{}]/g, '\\$&');
const exactly = (text: string) => new RegExp(`^${escaped(text)}$`);
