// Reads a folder of built project files (Code.js, HTML files, appsscript.json) as clasp would push it.

import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { ScriptFile } from './script/projects.ts';

const TYPES: Readonly<Record<string, ScriptFile['type']>> = {
  '.js': 'SERVER_JS',
  '.gs': 'SERVER_JS',
  '.html': 'HTML',
  '.json': 'JSON',
};

/** @param folder for example `dist` @returns the files in the order of their names, as clasp pushes them */
export function readProjectFolder(folder: string): ScriptFile[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const type = TYPES[extname(file)];
      return type
        ? [
            {
              name: file.slice(0, -extname(file).length),
              type,
              source: readFileSync(join(folder, file), 'utf8'),
            },
          ]
        : [];
    });
}
