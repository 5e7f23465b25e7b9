// Proves a backup offline: its parts by their checksums, and what the Registers hold by their audit trail.
//
// The checksums find every changed byte, but who changes a part can work out its checksum anew. The trail cannot be
// worked out anew unseen: it ends where the State of the Registers says, and every cell of an acceptance, of a version
// and of a line of the trail is proven by it, as is every text of a version by its hash. So with new checksums too, a
// change in what these cells hold is found. What only the checksums find: formats, notes, widths and rules of these
// tabs, columns that staff added to them, times that differ by less than a tenth of a second, and all other parts.

import { misfitInWords } from '../../src/content/proof-words.ts';
import { EMPTY_TRAIL } from '../../src/domain/audit.ts';
import { AT_FIRST, checkBeforeBreak, checkEnd, checkLines } from '../../src/domain/trail-check.ts';
import { inRows } from '../../src/registers/in-rows.ts';
import { RegisterDamaged } from '../../src/registers/register.ts';
import { REGISTERS } from '../../src/registers/registers.ts';
import { auditTrail, state } from '../../src/registers/shared-registers.ts';
import { recallTrail } from '../../src/registers/state.ts';
import { trailWords } from '../../src/workflows/trail-words.ts';
import { BackupFolder } from './backup-folder.ts';
import type { DeskFiles } from './find-files.ts';
import { SavedSpreadsheet } from './saved-spreadsheet.ts';

const DAMAGES = {
  missing: 'is missing',
  changed: 'is not as it was saved',
  'not listed': 'does not belong to this backup',
} as const;

/** What does not fit, in words; nothing, when all is proven. @throws Error when the backup was not finished */
export function verifyBackup(folder: BackupFolder): string[] {
  const damages = verifyParts(folder);
  return damages.length > 0 ? damages : verifyTrails(folder);
}

/** What the checksums say. */
const verifyParts = (folder: BackupFolder): string[] =>
  folder.damages().map(({ part, what }) => `The part ${part} ${DAMAGES[what]}.`);

/**
 * Opens a backup that is as it was saved. What its trails say is another matter: when somebody had changed the live
 * registers before, that is what was saved.
 * @throws Error when a part is not as it was saved
 */
export function openAsSaved(path: string): BackupFolder {
  const folder = BackupFolder.toRead(path);
  const [first] = verifyParts(folder);
  if (first) throw new Error(`This backup does not fit. ${first} “npm run verify” shows all.`);
  return folder;
}

/** What the audit trails say, apart from all checksums. */
export function verifyTrails(folder: BackupFolder): string[] {
  const { registers } = folder.manifest();
  const { spreadsheets } = folder.read<DeskFiles>('files.json');
  return spreadsheets.flatMap(({ id, title }) => {
    try {
      const saved = new SavedSpreadsheet(folder, id);
      // The list of photographers has no trail; the Registers and Cases do.
      if (id !== registers && !saved.sheet(auditTrail.tab)) return [];
      return verifyTrail(saved, id === registers).map((misfit) => `${title}: ${misfit}`);
    } catch (error) {
      if (error instanceof RegisterDamaged)
        return [`${title}: The headings of “${error.tab}” are not what they were.`];
      return [`${title}: This cannot be read: ${error instanceof Error ? error.message : error}`];
    }
  });
}

/** @param proves whether the trail proves acceptances and versions, as that of the Registers does */
function verifyTrail(saved: SavedSpreadsheet, proves: boolean): string[] {
  const lines = inRows(saved.register(auditTrail));
  const end = recallTrail(saved.register(state)) ?? EMPTY_TRAIL;
  const answers = proves ? inRows(saved.register(REGISTERS.acceptances)) : [];
  const versions = proves ? inRows(saved.register(REGISTERS.codeVersions)) : [];
  const texts = proves ? inRows(saved.register(REGISTERS.versionTexts)) : [];
  const words = proves
    ? trailWords()
    : { acceptance: new Set<string>(), version: new Set<string>(), erased: '' };
  const { progress, broken } = checkLines(AT_FIRST, lines, words);
  const misfits = broken
    ? [broken, ...checkBeforeBreak(progress, answers, versions)]
    : checkEnd(progress, end, answers, versions, texts);
  return [...new Set(misfits.map(misfitInWords))];
}
