// `npm run verify`: proves a backup, without any connection.

import { cac } from 'cac';
import { BackupFolder } from './backups/backup-folder.ts';
import { verifyBackup } from './backups/verify-backup.ts';
import { start } from './google/command.ts';

const cli = cac('npm run verify --');
cli
  .command('<folder>', 'Work out all checksums and the audit trails anew, and show what does not fit')
  .example('npm run verify -- backups/2026-11-29')
  .action(verify);
await start(cli);

async function verify(folder: string): Promise<void> {
  const misfits = verifyBackup(BackupFolder.toRead(folder));
  for (const misfit of misfits) console.error(misfit);
  if (misfits.length > 0)
    throw new Error(
      `This backup does not fit, in ${misfits.length === 1 ? 'one place' : `${misfits.length} places`}.`,
    );
  console.log('Everything fits: all parts, the audit trails, the acceptances, the versions and their texts.');
}
