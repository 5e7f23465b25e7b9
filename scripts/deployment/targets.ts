// The two places that a maintainer deploys to, and the file beside package.json in which clasp finds the ids of each.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';

export interface Target {
  readonly name: string;
  /** clasp takes it with `--project`; `.clasp.json` without being told. */
  readonly settingsFile: string;
  /** Under which name clasp keeps the sign-in (`--user`), so that each target may have an account of its own. */
  readonly user: string;
  readonly title: string;
  /** What has to be typed to agree. */
  readonly word: string;
}

export const TARGETS: Readonly<Record<string, Target>> = {
  test: {
    name: 'test',
    settingsFile: '.clasp.json',
    user: 'default',
    title: 'Registers (test)',
    word: 'yes',
  },
  production: {
    name: 'production',
    settingsFile: '.clasp.production.json',
    user: 'production',
    title: 'Registers',
    word: 'production',
  },
};

/** @throws Error that names those that there are */
export function targetNamed(name: string): Target {
  const target = TARGETS[name];
  if (!target) throw new Error(`There is no target “${name}”. Please choose test or production.`);
  return target;
}

/** An empty id, as in the file that comes with the project, says that nothing was deployed yet. */
const settings = z.object({
  scriptId: z.string(),
  // Older ones of clasp write a list of one.
  parentId: z.union([z.string(), z.tuple([z.string()]).transform(([id]) => id)]).optional(),
});

export interface Ids {
  readonly scriptId: string;
  /** Of the spreadsheet that the script is bound to. */
  readonly parentId: string;
}

/** @returns undefined before the first time @throws when the file is there and not clasp's */
export function readIds(file: string): z.infer<typeof settings> | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const ids = settings.parse(JSON.parse(readFileSync(file, 'utf8')));
    return ids.scriptId === '' ? undefined : ids;
  } catch {
    throw new Error(
      `${file} cannot be read. Please put it right, or delete it and give the script's id with --script.`,
    );
  }
}

export function writeIds(file: string, { scriptId, parentId }: Ids): void {
  writeFileSync(file, `${JSON.stringify({ scriptId, rootDir: 'dist', parentId }, null, 2)}\n`);
}
