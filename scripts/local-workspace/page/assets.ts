// The page's own files: the style sheet and the browser scripts, bundled once at the start and kept in memory.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { STYLE } from './style.ts';

export interface Asset {
  readonly type: string;
  readonly body: string;
}

const FOLDER = dirname(fileURLToPath(import.meta.url));
const SCRIPTS = ['everywhere', 'form-view', 'document', 'mail', 'registers', 'dialog-shim'];

/** Gives addresses that change with the content, so that browsers may keep what they have. */
/** How esbuild makes a script for a browser of modules. */
export const FOR_BROWSERS = {
  bundle: true,
  write: false,
  format: 'iife',
  target: 'es2022',
  minify: true,
  logLevel: 'silent',
} as const;

export class Assets {
  private readonly assets = new Map<string, Asset>();
  private readonly versions = new Map<string, string>();

  /** @throws when a script does not build */
  static async load(): Promise<Assets> {
    const assets = new Assets();
    assets.add('style.css', { type: 'text/css; charset=utf-8', body: STYLE });
    const grid = createRequire(import.meta.url).resolve('tabulator-tables/dist/css/tabulator.min.css');
    const gridStyle = readFileSync(grid, 'utf8').replace(/\/\*# sourceMappingURL.*?\*\//, '');
    assets.add('tabulator.css', { type: 'text/css; charset=utf-8', body: gridStyle });
    const { outputFiles } = await build({
      entryPoints: SCRIPTS.map((name) => join(FOLDER, 'client', `${name}.ts`)),
      outdir: join(FOLDER, 'out'),
      ...FOR_BROWSERS,
    });
    for (const file of outputFiles) {
      assets.add(basename(file.path), { type: 'text/javascript; charset=utf-8', body: file.text });
    }
    return assets;
  }

  private add(name: string, asset: Asset): void {
    this.assets.set(name, asset);
    this.versions.set(name, createHash('sha256').update(asset.body).digest('hex').slice(0, 12));
  }

  get(name: string): Asset | undefined {
    return this.assets.get(name);
  }

  url(name: string): string {
    return `/local/assets/${name}?v=${this.versions.get(name) ?? ''}`;
  }
}
