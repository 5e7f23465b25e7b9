// Bundles all test files with what they import, once for the whole run: one file each, and what several share in files
// of its own. So Jest loads twenty files for a test where there are two hundred modules.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TESTS = join(ROOT, 'test');
const SEEDED = join(TESTS, 'support/seeded-fast-check.ts');

/** Packages of many small modules, which are bundled too. */
const INLINED = /^(fast-check|zod|hono|@hono\/node-server|@internationalized\/date|@noble\/hashes)(\/|$)/;
/** Large ones, and what outlives a test file: Node.js loads them once for each worker. Jest loads all others. */
const LOADED_ONCE = /^(playwright-core|googleapis|google-auth-library|mjml)(\/|$)|\.cjs$/;

/** @param folder where the bundles go, under the paths that the test files have in test/ */
export async function bundleTests(folder) {
  const names = readdirSync(TESTS, { recursive: true, encoding: 'utf8' });
  await build({
    entryPoints: names.filter((name) => name.endsWith('.test.ts')).map((name) => join(TESTS, name)),
    outdir: folder,
    outbase: TESTS,
    // Where the shared files are, seen from a bundle that Jest takes for the test file itself.
    publicPath: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'external',
    logLevel: 'warning',
    plugins: [packages, ownAddress],
  });
}

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
