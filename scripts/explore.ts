// `npm run explore`: kills, disturbs and overtakes every workflow at every one of its calls, and says what was lost or doubled.

import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cac } from 'cac';
import { build } from './build.ts';
import { Explorer, type Point, workflowNamed } from './explorer/explorer.ts';
import { isClean } from './explorer/invariants.ts';
import { portions, sampleOf } from './explorer/points.ts';
import { Pool } from './explorer/pool.ts';
import { progressBar } from './explorer/progress.ts';
import { asTable, countsOf, type Result } from './explorer/report.ts';
import { inWords, listed, readFailure, replay, writeFailure } from './explorer/trace.ts';
import { WORKFLOWS } from './explorer/workflows.ts';
import { start } from './google/command.ts';
import { FULL, isWell, loadTable, putUnderLoad } from './load/loads.ts';
import { readProjectFolder } from './local-workspace/index.ts';
import { builtFiles } from './rehearsal/begin.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FAILURES = join(ROOT, '.explored');

interface Options {
  readonly workflow?: string;
  readonly json?: boolean;
  readonly replay?: string;
  readonly seed: number;
  readonly sample?: number;
  readonly load?: boolean;
}

const cli = cac('npm run explore --');
cli
  .command('', 'Disturb every workflow at every one of its calls, and look whether all is well in the end')
  .option('--workflow <name>', `Only this one: ${WORKFLOWS.map(({ name }) => name).join(', ')}`)
  .option('--json', 'Print the counts as JSON, and nothing else')
  .option('--replay <file>', 'Play a failure again that was written to a file')
  .option('--seed <number>', 'Begin with other random numbers', { default: 1 })
  .option('--sample <number>', 'Try only so many points of each kind and workflow')
  .option('--load', 'Put a desk under load instead: many answers, members, rows and years')
  .action((options: Options) => {
    if (options.load) return load(options);
    return options.replay ? playAgain(options.replay) : explore(options);
  });
await start(cli);

async function explore({ workflow, json, seed, sample }: Options): Promise<void> {
  const begun = Date.now();
  const names = (workflow ? [workflowNamed(workflow)] : WORKFLOWS).map(({ name }) => name);
  const { outDir } = await build();
  const pool = new Pool(availableParallelism(), outDir, seed);
  try {
    const lists = await pool.all(names.map((list) => ({ list })));
    const points = lists.flatMap((answer) => ('points' in answer ? chosen(answer.points, sample) : []));
    const results = await playAll(pool, points);
    const failures = await writeFailures(pool, results);
    const seconds = Math.round((Date.now() - begun) / 1000);
    const workflows = countsOf(names, results);
    if (json) console.log(JSON.stringify({ workflows, seconds }));
    else
      console.log(
        [asTable(workflows), `${points.length} points in ${seconds} seconds`, ...failures].join('\n'),
      );
    if (results.some(({ findings }) => !isClean(findings))) process.exitCode = 1;
  } finally {
    pool.end();
  }
}

function chosen(points: Point[], sample: number | undefined): Point[] {
  if (!sample) return points;
  return sampleOf(points, { kill: sample, fault: sample, interleaving: sample, trigger: sample });
}

async function playAll(pool: Pool, points: readonly Point[]): Promise<Result[]> {
  const show = progressBar(points.length);
  let wrong = 0;
  const answers = await pool.all(
    portions(points).map((play) => ({ play })),
    (answer) => {
      if (!('results' in answer)) return;
      wrong += answer.results.filter(({ findings }) => !isClean(findings)).length;
      show(answer.results.length, wrong > 0 ? `, ${wrong} wrong` : '');
    },
  );
  return answers.flatMap((answer) => ('results' in answer ? answer.results : []));
}

/** Writes one file for each way in which a workflow fails, and says where. */
async function writeFailures(pool: Pool, results: readonly Result[]): Promise<string[]> {
  const kinds = new Map<string, Point>();
  for (const { point, findings } of results) {
    if (isClean(findings)) continue;
    const key = `${point.workflow}, ${point.disturbance.kind}: ${JSON.stringify(findings)}`;
    if (!kinds.has(key)) kinds.set(key, point);
  }
  const answers = await pool.all([...kinds.values()].map((shorten) => ({ shorten })));
  return answers.flatMap((answer, at) => {
    if (!('failure' in answer)) return [];
    const { failure } = answer;
    const file = writeFailure(FAILURES, failure, at + 1);
    return [
      `${failure.workflow}, ${inWords(failure.disturbance)}`,
      ...listed(failure.findings).map((line) => `  ${line}`),
      `  Again: npm run explore -- --replay ${file}`,
    ];
  });
}

async function playAgain(file: string): Promise<void> {
  const failure = readFailure(file);
  const { outDir } = await build();
  const explorer = new Explorer(readProjectFolder(outDir), failure.seed);
  console.log(`${failure.workflow}, ${inWords(failure.disturbance, explorer.callsOf(failure.workflow))}`);
  const again = replay(explorer, failure);
  console.log(again ? [...again.trace, '', ...listed(again.findings)].join('\n') : 'All is well now.');
  if (again) process.exitCode = 1;
}

async function load({ json }: Options): Promise<void> {
  const loads = putUnderLoad(await builtFiles(), FULL, (line) => void process.stderr.write(`${line}…\n`));
  console.log(json ? JSON.stringify({ loads }) : loadTable(loads));
  if (!isWell(loads)) process.exitCode = 1;
}
