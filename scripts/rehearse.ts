// `npm run rehearse`: tries the coming days on a copy of the desk on this computer, and writes down what would happen.

import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cac } from 'cac';
import { addDays } from '../src/domain/calendar.ts';
import { BackupFolder } from './backups/backup-folder.ts';
import { start } from './google/command.ts';
import { Random } from './local-workspace/kernel/random.ts';
import { Store } from './local-workspace/kernel/store.ts';
import { beginWithDemonstration, builtFiles, todayIs } from './rehearsal/begin.ts';
import { beginFromBackup, dayOfBackup } from './rehearsal/begin-from-backup.ts';
import { figuresOf } from './rehearsal/figures.ts';
import { answerInWords, headingOf } from './rehearsal/in-words.ts';
import { rehearse } from './rehearsal/rehearse.ts';
import { type Options, readWishes } from './rehearsal/wishes.ts';
import { PAGE, requireNew, writeDown } from './rehearsal/write-down.ts';

interface Rehearsing extends Options {
  readonly from?: string;
  readonly out?: string;
  readonly names: boolean;
}

const cli = cac('npm run rehearse --');
cli
  .command('', 'Show what would happen in the coming days; nothing leaves this computer')
  .option('--from <folder>', 'Begin with this backup; otherwise with invented members')
  .option('--days <number>', 'For how many days', { default: 365 })
  .option('--publish <day>', 'The Code is published on this day, as 2026-12-07')
  .option('--code <file>', 'The new text of the Code; otherwise the present one')
  .option('--change <kind>', 'material: everybody is asked anew; editorial: nobody is', {
    default: 'material',
  })
  .option('--answers <how>', 'How members answer: usual, quick, slow, none', { default: 'usual' })
  .option('--seed <number>', 'The same number gives the same rehearsal', { default: 1 })
  .option('--out <folder>', 'A new folder for the page and the tables')
  .option('--no-names', 'Write member ids only, no names')
  .example('npm run rehearse -- --publish 2026-12-07 --days 60')
  .example('npm run rehearse -- --from backups/2026-11-29 --no-names')
  .action(work);
await start(cli);

async function work(options: Rehearsing): Promise<void> {
  const backup = options.from === undefined ? undefined : BackupFolder.toRead(resolve(String(options.from)));
  const today = backup ? dayOfBackup(backup) : todayIs();
  const wishes = readWishes(options, addDays(today, 1));
  const folder = resolve(options.out ?? `rehearsal-${today}`);
  requireNew(folder);
  const files = await builtFiles();
  const desk = backup
    ? await beginFromBackup(files, backup, wishes.seed)
    : beginWithDemonstration(files, wishes.seed, (line) => console.log(line), today);
  const chance = new Random(new Store(), wishes.seed);
  const ends = rehearse(desk, { ...wishes, random: () => chance.next(), progress: showDay(wishes.days) });
  const told = { ...wishes, figures: figuresOf(desk, ends, wishes.publish) };
  await writeDown(folder, told, options.names);
  console.log(`\n${headingOf(told)}\n\n${answerInWords(told).join('\n')}\n`);
  console.log(`The page: ${pathToFileURL(join(folder, PAGE)).href}`);
  if (options.names)
    console.log('It and the tables beside it hold personal data. Keep them where only those look who must.');
}

/** On one line at a terminal, and now and then elsewhere. */
function showDay(days: number): (day: string, number: number) => void {
  const { isTTY } = process.stdout;
  return (day, number) => {
    if (isTTY) process.stdout.write(`\r\u001b[K${day}  ${number} of ${days} days`);
    else if (number % 30 === 0 || number === days) console.log(`${day}  ${number} of ${days} days`);
  };
}
