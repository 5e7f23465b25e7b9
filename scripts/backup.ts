// `npm run backup`: saves everything that the desk keeps into one folder of this computer.

import { cac } from 'cac';
import { makeBackup } from './backups/make-backup.ts';
import { READ } from './google/clients.ts';
import {
  addDesk,
  addWhere,
  clientsFor,
  progressLine,
  registersId,
  start,
  type Where,
} from './google/command.ts';

const cli = addDesk(addWhere(cac('npm run backup --')));
cli
  .command(
    '<folder>',
    'Save all spreadsheets, forms with their answers, and the document; after an interruption it goes on',
  )
  .example('npm run backup -- backups/2026-11-29')
  .example('npm run backup -- backups/rehearsal --local')
  .action(backup);
await start(cli);

async function backup(folder: string, where: Where): Promise<void> {
  const registers = await registersId(where);
  const clients = await clientsFor(where, READ);
  const { parts, closed } = await makeBackup({ clients, folder, registers, progress: progressLine() });
  const bytes = Object.values(parts).reduce((sum, part) => sum + part.bytes, 0);
  console.log(`\nSaved ${Object.keys(parts).length} parts, ${Math.ceil(bytes / 1024)} KB, in ${folder}.`);
  if (closed.length > 0)
    console.log(`Not saved, because this account may not open them or they are gone: ${closed.join(', ')}`);
  console.log(`“npm run verify -- ${folder}” proves it, now or later, without any connection.`);
  console.log('It holds personal data. Keep it where only those look who must.');
}
