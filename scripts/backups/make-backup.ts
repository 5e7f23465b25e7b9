// Saves everything that the desk keeps: spreadsheets with formats and formulas, forms with their answers, the Code's document.

import type { Clients } from '../google/clients.ts';
import { BackupFolder, type Manifest } from './backup-folder.ts';
import { findFiles } from './find-files.ts';
import { saveSpreadsheet } from './save-spreadsheet.ts';
import { Saving } from './saving.ts';

const BEGUN = 'begun.json';

export interface BackupWish {
  readonly clients: Clients;
  readonly folder: string;
  /** The id of the Registers. */
  readonly registers: string;
  /** Told before each part. */
  readonly progress?: (what: string) => void;
  readonly wait?: (ms: number) => Promise<void>;
  readonly now?: () => Date;
}

export interface MadeBackup extends Manifest {
  /** Ids of files that belong to the desk and that this account may not open. */
  readonly closed: readonly string[];
}

/**
 * Makes a backup, or goes on with one that was interrupted: what is in the folder already is not asked for again.
 * @throws what Google says when it refuses
 */
export async function makeBackup(wish: BackupWish): Promise<MadeBackup> {
  const folder = BackupFolder.toWrite(wish.folder);
  if (folder.isFinished)
    throw new Error(`${wish.folder} holds a finished backup already. Please give another folder.`);
  if (!folder.isEmpty && !folder.has(BEGUN))
    throw new Error(`${wish.folder} holds other files. Please give a new folder.`);
  const release = folder.claim();
  try {
    return await fill(folder, wish);
  } finally {
    release();
  }
}

async function fill(folder: BackupFolder, wish: BackupWish): Promise<MadeBackup> {
  const { clients, registers, progress = () => {}, wait, now = () => new Date() } = wish;
  const saving = new Saving(folder, progress, wait);
  const begun = await saving.part(BEGUN, async () => ({ begun: now().toISOString(), registers }));
  if (begun.registers !== registers)
    throw new Error(`${wish.folder} holds the begun backup of another desk. Please give another folder.`);
  const files = await saving.part('files.json', () => findFiles(clients, registers));
  for (const { id } of files.spreadsheets) await saveSpreadsheet(saving, clients, id);
  for (const { id } of files.forms) await saveForm(id);
  for (const { id } of files.documents)
    await saving.part(`documents/${id}.json`, async () => {
      return (await clients.docs.documents.get({ documentId: id })).data;
    });
  const made = folder.finish({ begun: begun.begun, finished: now().toISOString(), registers });
  return { ...made, closed: files.closed };

  async function saveForm(formId: string): Promise<void> {
    const place = `forms/${formId}`;
    await saving.part(`${place}/form.json`, async () => (await clients.forms.forms.get({ formId })).data);
    let pageToken: string | undefined;
    for (let page = 1; page === 1 || pageToken !== undefined; page++) {
      const asked = { formId, pageSize: 1_000, ...(pageToken ? { pageToken } : {}) };
      const name = `${place}/responses-${String(page).padStart(4, '0')}.json`;
      const answer = await saving.part(
        name,
        async () => (await clients.forms.forms.responses.list(asked)).data,
      );
      pageToken = answer.nextPageToken ?? undefined;
    }
  }
}
