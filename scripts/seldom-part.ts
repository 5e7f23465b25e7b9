// Splits the code in two: what runs many times a day, and the seldom part, which uses of the former what both need.

import { createHash } from 'node:crypto';
import { dirname, relative, resolve } from 'node:path';
import * as esbuild from 'esbuild';

/** Paths of modules. */
export interface Entries {
  /** What runs many times a day, what runs seldom, and the module that stands for what they share. */
  main: string;
  seldom: string;
  shared: string;
  /** How both are read and bundled. */
  options: esbuild.BuildOptions;
}

export interface SeldomPart {
  /** The HTML file of the seldom part: one scriptlet. */
  template: string;
  /** By which the code knows that the seldom part is of its own build. */
  stamp: string;
  /** The source of the module that gives the seldom part what it uses of the code. */
  shared: string;
}

/** The top-level function that the scriptlet calls; Google lets no page call a function whose name ends so. */
export const TAKE_SELDOM_PART = 'takeSeldomPart_';
/** In the seldom part, the call for what is shared; no module has another one of that name. */
const CALL = '$shared';
/** Such a call, before what is shared has its number: with the path of a module and the name of an export. */
const SHARED = /\$shared\("([^"]+)"\)/g;

export async function seldomPartOf({ main, seldom, shared, options }: Entries): Promise<SeldomPart> {
  const inMain = await modulesOf({ ...options, entryPoints: [main] });
  const { outputFiles } = await esbuild.build({
    ...options,
    entryPoints: [seldom],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'seldom',
    // Google would take `//` in a template literal of an HTML file for a comment.
    supported: { 'template-literal': false },
    plugins: [sharedModules(inMain, dirname(shared)), ...(options.plugins ?? [])],
  });
  const found = outputFiles?.[0]?.text ?? '';
  const keys = [...new Set([...found.matchAll(SHARED)].map(([, key = '']) => key))].sort();
  const code = found
    .replace(SHARED, (_, key) => `${CALL}(${keys.indexOf(key)})`)
    // In texts and patterns the same, and no beginning of a comment of the HTML file.
    .replaceAll('<!--', '<\\!--');
  const mark = /<\?|\?>/.exec(code);
  if (mark) throw new Error(`The seldom part cannot stand in a template, because it has “${mark[0]}”.`);
  const source = sharedSource(keys);
  const stamp = createHash('sha256').update(code).update(source).digest('hex').slice(0, 12);
  const body = `"use strict";var ${CALL}=function(n){return shared[n]};${code.trim()}return seldom`;
  const template = `<? ${TAKE_SELDOM_PART}("${stamp}",function(shared){${body}}) ?>\n`;
  return { template, stamp, shared: source };
}

/** The modules that a bundle really has something of. */
async function modulesOf(options: esbuild.BuildOptions): Promise<ReadonlySet<string>> {
  const built = await esbuild.build({ ...options, bundle: true, write: false, metafile: true });
  const [output] = Object.values(built.metafile.outputs);
  const used = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return new Set(used.map(([path]) => resolve(path)));
}

/** In the seldom part, a module of the code is a list of calls for what it exports; those that nobody wants go. */
function sharedModules(inMain: ReadonlySet<string>, folder: string) {
  return {
    name: 'shared-modules',
    setup(build) {
      build.onResolve({ filter: /./ }, async ({ path, pluginData, ...rest }) => {
        if (pluginData === 'seen' || rest.kind === 'entry-point') return undefined;
        const found = await build.resolve(path, { ...rest, pluginData: 'seen' });
        return inMain.has(found.path) ? { path: found.path, namespace: 'shared' } : undefined;
      });
      build.onLoad({ filter: /./, namespace: 'shared' }, async ({ path }) => {
        const names = await exportsOf(path);
        const calls = names.map((name) => {
          const key = JSON.stringify(`./${relative(folder, path)} ${name}`);
          return `export const ${name} = /* @__PURE__ */ ${CALL}(${key});`;
        });
        return { contents: calls.join('\n'), loader: 'js' };
      });
    },
  } satisfies esbuild.Plugin;
}

/** By the path of a module: builds that follow one another ask for the same. */
const exportsKnown = new Map<string, Promise<string[]>>();

/** The names that a module exports, but for types. */
function exportsOf(path: string): Promise<string[]> {
  const known = exportsKnown.get(path) ?? readExports(path);
  exportsKnown.set(path, known);
  return known;
}

async function readExports(path: string): Promise<string[]> {
  const { metafile } = await esbuild.build({
    entryPoints: [path],
    bundle: false,
    write: false,
    format: 'esm',
    metafile: true,
    outdir: '.',
  });
  return Object.values(metafile.outputs).flatMap(({ exports }) => exports);
}

function sharedSource(keys: readonly string[]): string {
  const imports = keys.map((key, number) => {
    const [path, name] = key.split(' ');
    return `import { ${name} as s${number} } from ${JSON.stringify(path)};`;
  });
  const entries = keys.map((_, number) => `${number}: s${number}`);
  return `${imports.join('\n')}\nexport const sharedWithSeldom = () => ({ ${entries.join(', ')} });\n`;
}
