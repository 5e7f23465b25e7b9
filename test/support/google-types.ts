// Has the compiler check requests and answers against googleapis' own types: each field must be known, and of its kind.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Heard } from './traffic.ts';

const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url));
const VERSIONS: Readonly<Record<string, string>> = {
  sheets: 'v4',
  gmail: 'v1',
  drive: 'v3',
  docs: 'v1',
  forms: 'v1',
  script: 'v1',
};

const OPTIONS = {
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  types: ['node'],
  typeRoots: [join(MODULES, '@types')],
};

/** A value of which only the name of its field is checked. */
export const ANYTHING = Symbol('anything');

/** A method's request (path and query parameters, `requestBody`, `media`) or its answer. */
export interface Exchanged {
  /** `sheets.spreadsheets.values.batchGet` */
  readonly id: string;
  readonly what: 'request' | 'answer';
  readonly value: unknown;
}

/** A request that a method takes, or has taken; what stands in the address is text there, and of any kind in the types. */
export const requestOf = ({ method, path, query, body, media }: Omit<Heard, 'answer'>): Exchanged => ({
  id: method.id,
  what: 'request',
  value: {
    ...Object.fromEntries(Object.keys(path).map((name) => [name, ANYTHING])),
    ...query,
    ...(body === undefined ? {} : { requestBody: body }),
    ...(media ? { media: { mimeType: media.type, body: '' } } : {}),
  },
});

/** What does not fit, in the compiler's words; values that are built alike are told once. About two seconds. */
export function misfits(exchanged: readonly Exchanged[]): string[] {
  const lines = [...new Set(exchanged.map(line))];
  const folder = mkdtempSync(join(tmpdir(), 'exchanged-'));
  try {
    writeFileSync(join(folder, 'exchanged.ts'), [HEAD, ...lines].join('\n'));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: OPTIONS }));
    const compiler = join(MODULES, 'typescript/bin/tsc');
    const given = [compiler, '-p', folder, '--pretty', 'false'];
    const { status, stdout } = spawnSync(process.execPath, given, { encoding: 'utf8' });
    const found = [...stdout.matchAll(/exchanged\.ts\((\d+),\d+\): error (.*)/g)].map(([, at, text]) => {
      const place = Number(at) - HEAD.split('\n').length - 1;
      return `${/\/\* (.*?) \*\//.exec(lines[place] ?? '')?.[1] ?? `line ${at}`}: ${text}`;
    });
    if (status !== 0 && found.length === 0) throw new Error(stdout);
    return [...new Set(found)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const HEAD = [
  ...Object.entries(VERSIONS).map(
    ([api, version]) =>
      `import type { ${api}_${version} } from '${MODULES}/googleapis/build/src/apis/${api}/${version}.js';`,
  ),
  `import type { BodyResponseCallback } from '${MODULES}/googleapis-common/build/src/index.js';`,
  // The last way to call a method of googleapis hands its answer to a function.
  'type Answer<Method> = Method extends (callback: BodyResponseCallback<infer T>) => void ? T : never;',
  'declare function fits<T>(value: [T] extends [never] ? "no such method" : T): void;',
].join('\n');

/** One line for the compiler. */
function line({ id, what, value }: Exchanged): string {
  const [api = '', ...names] = id.split('.');
  const space = `${api}_${VERSIONS[api]}`;
  const method = names.at(-1) ?? '';
  const classes = names.map((name) => name.charAt(0).toUpperCase() + name.slice(1).toLowerCase());
  const resource = `${space}.Resource$${classes.slice(0, -1).join('$')}`;
  const type =
    what === 'request' ? `${space}.Params$Resource$${classes.join('$')}` : `Answer<${resource}['${method}']>`;
  return `/* ${what} of ${id} */ fits<${type}>(${skeleton(value)});`;
}

/** The value as a literal without its content; of the items of a list, one of each build. */
function skeleton(value: unknown): string {
  if (value === ANYTHING) return 'undefined as never';
  if (Array.isArray(value)) return `[${[...new Set(value.map(skeleton))].join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).filter(([, field]) => field !== undefined);
    return `{ ${fields.map(([name, field]) => `${JSON.stringify(name)}: ${skeleton(field)}`).join(', ')} }`;
  }
  if (typeof value === 'string') return "''";
  return typeof value === 'number' ? '0' : String(value);
}
