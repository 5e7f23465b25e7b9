// Builds the code once for each mistake, into folders of that name: `tsx plant.ts FOLDER`.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, buildSurroundings } from '../../scripts/build.ts';
import { MISTAKES, type Mistake } from './mistakes.ts';

const SOURCE = fileURLToPath(new URL('../../src', import.meta.url));
const [, , folder = ''] = process.argv;

/** The source with the mistake in it. Throws when the source has changed, so that nobody knows where it belongs. */
function withMistake({ name, file, changes }: Mistake): string {
  let text = readFileSync(join(SOURCE, file), 'utf8');
  for (const [from, to] of changes) {
    if (text.split(from).length !== 2) throw new Error(`“${name}” does not know ${file} any more: ${from}`);
    text = text.replace(from, () => to);
  }
  return text;
}

const surroundings = await buildSurroundings();
for (const mistake of MISTAKES) {
  const instead = new Map([[mistake.file, withMistake(mistake)]]);
  await build({ outDir: join(folder, mistake.name), minify: false, instead, surroundings });
}
