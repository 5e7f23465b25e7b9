// `npm run bench -- --project`: reads the other project and its data, runs the function, prints what it costs.

import { existsSync, readFileSync } from 'node:fs';
import { benchProject } from './project.ts';
import { readProjectData } from './project-data.ts';
import { projectTable } from './project-table.ts';

export interface ProjectOptions {
  /** The folder with the other project's files. */
  readonly project: string;
  /** The function to run. */
  readonly run?: string;
  /** The data file; without it nothing is prepared. */
  readonly data?: string;
  readonly json?: boolean;
}

/** @throws Error that says what is missing; a script that fails is told, and the program then ends with 1 */
export function benchOther({ project, run, data, json }: ProjectOptions): void {
  if (run === undefined) throw new Error('Which function? Please name it with --run.');
  if (!existsSync(project)) throw new Error(`There is no folder ${project}.`);
  if (data !== undefined && !existsSync(data)) throw new Error(`There is no file ${data}.`);
  const prepared =
    data === undefined ? readProjectData('{}', '') : readProjectData(readFileSync(data, 'utf8'), data);
  const cost = benchProject(project, run, prepared);
  console.log(json ? JSON.stringify(cost, null, 2) : projectTable(cost));
  if (cost.error !== undefined) process.exitCode = 1;
}
