// `npm run bench`: measures what the desk costs at Google, by size, on a local Workspace.

import { cac } from 'cac';
import { ALL, measure, SMALL } from './bench/measure.ts';
import { tablesOf } from './bench/table.ts';
import { runCommand } from './google/command.ts';
import { builtFiles } from './rehearsal/begin.ts';

interface Options {
  readonly json?: boolean;
  readonly quick?: boolean;
}

const cli = cac('npm run bench --');
cli
  .command('', 'Measure remote calls, mails and times of the desk; nothing leaves this computer')
  .option('--json', 'Print the figures as JSON, and nothing else')
  .option('--quick', 'Only with 350 members: some minutes, in place of half an hour')
  .example('npm run bench -- --quick')
  .action((options: Options) => runCommand(() => bench(options)));
cli.help();
cli.parse();

async function bench({ json, quick }: Options): Promise<void> {
  const figures = measure(await builtFiles(), quick ? SMALL : ALL, say);
  console.log(json ? JSON.stringify(figures, null, 2) : tablesOf(figures));
}

/** What is measured next; figures alone go to standard output. */
function say(line: string): void {
  process.stderr.write(`${line}…\n`);
}
