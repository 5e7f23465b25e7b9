// Writes a rehearsal into a new folder: the page, and the tables as CSV.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvFiles } from './csv.ts';
import type { MemberFigures } from './figures.ts';
import type { Told } from './in-words.ts';
import { pageOf } from './page.ts';

export const PAGE = 'rehearsal.html';

/** @throws Error when the folder is there already, which is never written over */
export function requireNew(folder: string): void {
  if (existsSync(folder))
    throw new Error(
      `${folder} is there already, and is not written over. Please give another folder with --out.`,
    );
}

/** Readable by its owner alone. @param names whether members are named, and not only their ids given */
export async function writeDown(folder: string, told: Told, names: boolean): Promise<void> {
  requireNew(folder);
  const nameOf = ({ id, name }: MemberFigures) => (names ? name : id);
  const files = { [PAGE]: await pageOf(told, nameOf), ...csvFiles(told.figures, names ? nameOf : () => '') };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { mode: 0o600 });
}
