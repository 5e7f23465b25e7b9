// `npm run restore`: puts the spreadsheets of a backup into new ones; what is there stays as it is. Forms stay in the
// backup, because no program can put answers into a form; the registers hold them all, and Set up makes new forms.

import { cac } from 'cac';
import type { DeskFiles } from './backups/find-files.ts';
import { restoreSpreadsheet } from './backups/restore-backup.ts';
import { SavedSpreadsheet } from './backups/saved-spreadsheet.ts';
import { openAsSaved, verifyTrails } from './backups/verify-backup.ts';
import { addressOf } from './deployment/live-script.ts';
import { MAKE } from './google/clients.ts';
import { addWhere, clientsFor, localAddress, progressLine, start, type Where } from './google/command.ts';

interface Wish extends Where {
  readonly dryRun?: boolean;
}

const cli = addWhere(cac('npm run restore --'));
cli
  .command('<folder>', 'Make new spreadsheets from a backup; forms and the document stay in it')
  .option('--dry-run', 'Only say what would be made')
  .example('npm run restore -- backups/2026-11-29 --dry-run')
  .action(restore);
await start(cli);

async function restore(path: string, where: Wish): Promise<void> {
  const folder = openAsSaved(path);
  for (const misfit of verifyTrails(folder)) console.error(`${misfit} It is restored as it was saved.`);
  const day = folder.manifest().finished.slice(0, 10);
  const all = folder.read<DeskFiles>('files.json').spreadsheets.map(({ id, title }) => ({
    saved: new SavedSpreadsheet(folder, id),
    title: `${title} (as of ${day})`,
  }));
  if (where.dryRun) {
    for (const { saved, title } of all)
      console.log(`Would make “${title}” with ${saved.sheets.length} tabs.`);
    return;
  }
  const clients = await clientsFor(where, MAKE);
  for (const { saved, title } of all) {
    const id = await restoreSpreadsheet({ clients, saved, title, progress: progressLine() });
    console.log(`\nMade “${title}”: ${addressOf(id, localAddress(where))}`);
  }
  console.log('What is live was not touched. Look into the new ones, and copy over what you need.');
}
