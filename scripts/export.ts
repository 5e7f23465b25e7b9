// `npm run export`: the registers as xlsx and CSV, from the live ones or from a backup.

import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cac } from 'cac';
import { CASE_REGISTERS } from '../src/registers/case-registers.ts';
import { REGISTERS } from '../src/registers/registers.ts';
import { auditTrail } from '../src/registers/shared-registers.ts';
import { BackupFolder } from './backups/backup-folder.ts';
import { type DeskFiles, findFiles } from './backups/find-files.ts';
import { saveSpreadsheet } from './backups/save-spreadsheet.ts';
import { SavedSpreadsheet } from './backups/saved-spreadsheet.ts';
import { Saving } from './backups/saving.ts';
import { openAsSaved } from './backups/verify-backup.ts';
import { tabsOf, writeTabs } from './exports/export-tabs.ts';
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

interface Wish extends Where {
  readonly from?: string;
  readonly cases?: boolean;
}

const cli = addDesk(addWhere(cac('npm run export --')));
cli
  .command('<folder>', 'Write the registers as xlsx and CSV into a new folder')
  .option('--from <backup>', 'Take them from a backup, without any connection')
  .option('--cases', 'Write Cases instead, which is confidential')
  .example('npm run export -- exports/2026-11-29')
  .example('npm run export -- exports/2026-11-29 --from backups/2026-11-29')
  .action(exportRegisters);
await start(cli);

async function exportRegisters(folder: string, where: Wish): Promise<void> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`${folder} is not empty. Please give a new folder, so that nothing is written over.`);
  if (where.from !== undefined) return write(folder, openAsSaved(where.from), where);
  const registers = await registersId(where);
  const clients = await clientsFor(where, READ);
  const place = mkdtempSync(join(tmpdir(), 'export-'));
  // Nothing personal stays behind, also when she interrupts it.
  process.once('exit', () => rmSync(place, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(130));
  const read = BackupFolder.toWrite(place);
  const saving = new Saving(read, progressLine());
  const files = await saving.part('files.json', () => findFiles(clients, registers));
  const wanted = files.spreadsheets.filter(({ id }) => (id === registers) !== (where.cases ?? false));
  for (const { id } of wanted) await saveSpreadsheet(saving, clients, id);
  read.write('files.json', { ...files, spreadsheets: wanted });
  read.finish({ begun: '', finished: '', registers });
  console.log('');
  await write(folder, read, where);
}

async function write(folder: string, read: BackupFolder, { cases = false }: Wish): Promise<void> {
  const { registers } = read.manifest();
  const all = read.read<DeskFiles>('files.json').spreadsheets.map(({ id }) => new SavedSpreadsheet(read, id));
  // Beside the Registers only Cases has a trail.
  const saved = all.find((one) =>
    cases ? one.id !== registers && one.sheet(auditTrail.tab) : one.id === registers,
  );
  if (!saved) throw new Error('Cases is not there: perhaps this account may not open it.');
  const tabs = tabsOf(saved, Object.values(cases ? CASE_REGISTERS : REGISTERS), cases);
  const files = await writeTabs(folder, cases ? 'Cases' : 'Registers', tabs);
  console.log(`Wrote ${files.length} files into ${folder}.`);
  console.log(
    'They hold personal data. Keep them where only those look who must, and delete them afterwards.',
  );
}
