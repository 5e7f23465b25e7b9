// `npm run bench`: measures what the desk costs at Google, by size, or a function of another Apps Script project.

import { cac } from 'cac';
import { ALL, measure, SMALL } from './bench/measure.ts';
import { benchOther, type ProjectOptions } from './bench/project-command.ts';
import { DATA_HELP } from './bench/project-data.ts';
import { tablesOf } from './bench/table.ts';
import { start } from './google/command.ts';
import { builtFiles } from './rehearsal/begin.ts';

interface Options extends Partial<ProjectOptions> {
  readonly quick?: boolean;
}

const cli = cac('npm run bench --');
cli
  .command('', 'Measure remote calls, mails and times of the desk; nothing leaves this computer')
  .option('--json', 'Print the figures as JSON, and nothing else')
  .option('--quick', 'Only with 350 members: some minutes, in place of half an hour')
  .option(
    '--project <folder>',
    'Measure another project: *.gs or *.js, *.html, and appsscript.json if there is one',
  )
  .option('--run <function>', 'The function of it to run')
  .option('--data <file>', 'What is prepared before it runs, as below')
  .example('npm run bench -- --quick')
  .example('npm run bench -- --project ../mail-merge --run sendMails --data merge.json')
  .action((options: Options) => bench(options));
await start(cli, (sections) => [...sections, { title: 'Data', body: DATA_HELP }]);

async function bench({ quick, project, ...asked }: Options): Promise<void> {
  if (project !== undefined) return benchOther({ project, ...asked });
  const figures = measure(await builtFiles(), quick ? SMALL : ALL, say);
  console.log(asked.json ? JSON.stringify(figures, null, 2) : tablesOf(figures));
}

/** What is measured next; figures alone go to standard output. */
function say(line: string): void {
  process.stderr.write(`${line}…\n`);
}
