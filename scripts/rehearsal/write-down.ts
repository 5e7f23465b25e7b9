// Writes a rehearsal into a new folder: the page, and the tables as CSV.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvFiles } from './csv.ts';
import type { Figures, Task } from './figures.ts';
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
  const written = names ? told : { ...told, figures: nameless(told.figures) };
  const files = { [PAGE]: await pageOf(written, names), ...csvFiles(written.figures) };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { mode: 0o600 });
}

const ADDRESS = /[^\s<>“”"(),;:]+@[^\s<>“”"(),;:]+\w/g;

/** Members have no names, nor do sentences about what to do name them or anybody's address. */
function nameless(figures: Figures): Figures {
  const named = figures.members.filter(({ name }) => name.trim() !== '');
  const without = (text: string) =>
    named.reduce((all, { id, name }) => all.replaceAll(name, id), text.replace(ADDRESS, 'an address'));
  const plain = ({ what, whatToDo, ...task }: Task): Task => ({
    ...task,
    what: without(what),
    whatToDo: without(whatToDo),
  });
  const members = figures.members.map((member) => ({ ...member, name: '' }));
  const ofVersion = new Set(figures.askedAnew.map(({ id }) => id));
  return {
    ...figures,
    members,
    askedAnew: members.filter(({ id }) => ofVersion.has(id)),
    problems: figures.problems.map(plain),
    days: figures.days.map((day) => ({ ...day, tasks: day.tasks.map(plain) })),
  };
}
