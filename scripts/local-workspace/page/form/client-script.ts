// Bundles the client script, once, so that browser and server share the code that walks through a form.

import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

let bundled: string | undefined;

export function clientScript(): string {
  bundled ??= buildSync({
    entryPoints: [fileURLToPath(new URL('./client.ts', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2019',
    charset: 'ascii',
  }).outputFiles[0]?.text.trim();
  return bundled ?? '';
}
