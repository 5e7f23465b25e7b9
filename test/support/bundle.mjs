// Bundles all test files with what they import, once for the whole run: one file each, and what several share in files
// of its own. So Jest loads twenty files for a test where there are two hundred modules. The local Workspace is a bundle
// that Node.js loads once for each worker, so that it is read, compiled and optimized once, and not for each test file.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TESTS = join(ROOT, 'test');
const WORKSPACE = join(ROOT, 'scripts/local-workspace');
const SEEDED = join(TESTS, 'support/seeded-fast-check.ts');

/** Packages of many small modules, which are bundled too. */
const INLINED = /^(zod|hono|@hono\/node-server|@internationalized\/date|@noble\/hashes)(\/|$)/;
/** Large ones, and what outlives a test file: Node.js loads them once for each worker. Jest loads all others. */
const LOADED_ONCE = /^(fast-check|playwright-core|googleapis|google-auth-library|mjml)(\/|$)|\.cjs$/;

const { resolve: pathOf } = createRequire(import.meta.url);
const workspaceIn = (folder) => join(folder, 'local-workspace.cjs');
const isInWorkspace = (path) => path.startsWith(WORKSPACE + sep);

/** @param folder where the bundles go, under the paths that the test files have in test/ */
export async function bundleTests(folder) {
  const usual = { bundle: true, platform: 'node', target: 'node20', logLevel: 'warning' };
  const names = readdirSync(TESTS, { recursive: true, encoding: 'utf8' });
  const tests = build({
    ...usual,
    entryPoints: names.filter((name) => name.endsWith('.test.ts')).map((name) => join(TESTS, name)),
    outdir: folder,
    outbase: TESTS,
    // Where the shared files are, seen from a bundle that Jest takes for the test file itself.
    publicPath: folder,
    outExtension: { '.js': '.mjs' },
    splitting: true,
    format: 'esm',
    sourcemap: 'external',
    plugins: [loadedWorkspace(workspaceIn(folder)), packages, ownAddress],
  });
  const workspace = build({
    ...usual,
    stdin: { contents: listOfModules(), resolveDir: WORKSPACE },
    outfile: workspaceIn(folder),
    format: 'cjs',
    plugins: [installedPackages, ownAddress],
  });
  await Promise.all([tests, workspace]);
}

/** A module that has all modules of the local Workspace by their paths; each is evaluated when it is asked for. */
function listOfModules() {
  const names = readdirSync(WORKSPACE, { recursive: true, encoding: 'utf8' });
  const modules = names
    .filter((name) => /(?<!\.d)\.ts$/.test(name))
    .map((name) => JSON.stringify(join(WORKSPACE, name)));
  return `module.exports = {${modules.map((path) => `get ${path}() { return require(${path}) }`).join(',')}}`;
}

/** What a test imports of the local Workspace comes from the bundle that is loaded once. */
const loadedWorkspace = (bundle) => ({
  name: 'loaded workspace',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
      const found = resolve(resolveDir, path);
      return isInWorkspace(found) ? { path: found, namespace: 'local Workspace' } : undefined;
    });
    onLoad({ filter: /./, namespace: 'local Workspace' }, ({ path }) => ({
      contents: `module.exports = loadOnce(${JSON.stringify(bundle)})[${JSON.stringify(path)}]`,
    }));
  },
});

/** The bundle of the local Workspace stands elsewhere, and still finds the packages that it does not hold. */
const installedPackages = {
  name: 'installed packages',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) => {
      if (kind === 'entry-point' || importer.includes('node_modules') || INLINED.test(path)) return undefined;
      return { path: isBuiltin(path) ? path : pathOf(path), external: true };
    });
  },
};

const packages = {
  name: 'packages',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]|\.cjs$/ }, ({ path, importer, resolveDir, kind }) => {
      if (kind === 'entry-point' || importer.includes('node_modules')) return undefined;
      if (path === 'fast-check' && importer !== SEEDED) return { path: SEEDED };
      if (LOADED_ONCE.test(path)) {
        const found = path.startsWith('.') ? join(resolveDir, path) : path;
        return { path: found, namespace: 'loaded once' };
      }
      return INLINED.test(path) ? undefined : { path, external: true };
    });
    onLoad({ filter: /./, namespace: 'loaded once' }, ({ path }) => ({
      contents: `module.exports = loadOnce(${JSON.stringify(path)})`,
    }));
  },
};

/** In a bundle a module still knows where it was. */
const ownAddress = {
  name: 'own address',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const address = JSON.stringify(pathToFileURL(path).href);
      const contents = readFileSync(path, 'utf8').replaceAll('import.meta.url', address);
      return { contents, loader: 'ts' };
    });
  },
};
