// A rehearsal that begins with a backup: its Registers and Cases in a local Workspace in memory, at the moment when it was made.

import type { docs_v1 } from 'googleapis/build/src/apis/docs/v1.js';
import { dateOf, localTime } from '../../src/domain/calendar.ts';
import type { LocalDate } from '../../src/domain/entries.ts';
import { textOf } from '../../src/google/docs.ts';
import { CASE_REGISTERS } from '../../src/registers/case-registers.ts';
import { SETTINGS } from '../../src/registers/settings.ts';
import { PROPERTY } from '../../src/workflows/config.ts';
import type { BackupFolder } from '../backups/backup-folder.ts';
import type { DeskFiles } from '../backups/find-files.ts';
import { restoreSpreadsheet } from '../backups/restore-backup.ts';
import { SavedSpreadsheet } from '../backups/saved-spreadsheet.ts';
import { verifyBackup } from '../backups/verify-backup.ts';
import { askDesk } from '../demonstration/prepare.ts';
import type { Clients } from '../google/clients.ts';
import type { ScriptFile, Workspace } from '../local-workspace/index.ts';
import { callApi } from '../local-workspace/rest/dispatch.ts';
import {
  giveProperty,
  type RehearsedDesk,
  saveTable,
  settingsOf,
  tableOf,
  workspaceToRehearse,
} from './rehearsed-desk.ts';

/** The day on which a backup was finished, in St. Louis. */
export const dayOfBackup = (folder: BackupFolder): LocalDate =>
  dateOf(localTime(Date.parse(folder.manifest().finished)));

/**
 * A copy of the desk in the backup, with the code of these files. Its forms are new ones, and nobody's mailbox holds mail.
 * The backup is only read.
 * @throws Error in plain words, when the backup is damaged or has no Cases
 */
export async function beginFromBackup(
  files: readonly ScriptFile[],
  folder: BackupFolder,
  seed: number,
): Promise<RehearsedDesk> {
  const [damage] = verifyBackup(folder);
  if (damage) throw new Error(`This backup does not fit. ${damage} “npm run verify” shows all.`);
  const { finished, registers } = folder.manifest();
  const all = folder.read<DeskFiles>('files.json');
  const saved = all.spreadsheets.map(({ id }) => new SavedSpreadsheet(folder, id));
  const cases = saved.find((one) => one.sheet(CASE_REGISTERS.cases.tab));
  if (!cases)
    throw new Error('This backup has no Cases. Please make it with the account to which the desk belongs.');

  const workspace = workspaceToRehearse(seed, finished);
  const clients = clientsOf(workspace);
  const restore = (one: SavedSpreadsheet) =>
    restoreSpreadsheet({ clients, saved: one, title: one.properties.title ?? '', wait: async () => {} });
  const registersId = await restore(new SavedSpreadsheet(folder, registers));
  const casesId = await restore(cases);
  const project = { title: 'Code of Conduct desk', files, container: registersId };
  const desk = { workspace, registersId, ...workspace.addProject(project) };
  giveProperty(desk, PROPERTY.cases, casesId);
  giveDocument(desk, folder);
  askDesk(workspace, desk.scriptId, 'runSetUp', {});
  return desk;
}

/** Google's own client for spreadsheets as far as restoring needs it, which asks this Workspace without any connection. */
function clientsOf({ apis, owner }: Workspace): Clients {
  interface Asked extends Record<string, unknown> {
    readonly requestBody?: unknown;
    readonly fields?: string;
  }
  const ask =
    (method: string) =>
    async ({ requestBody: body, fields, ...path }: Asked) => ({
      data: callApi(apis.sheets, `sheets.spreadsheets.${method}`, {
        path: path as Record<string, string>,
        query: { fields },
        body,
        caller: { email: owner },
      }),
    });
  const spreadsheets = { create: ask('create'), batchUpdate: ask('batchUpdate'), get: ask('get') };
  return { sheets: { spreadsheets } } as unknown as Clients;
}

/** The Code as its document said, in a new document; without one, Set up makes it with the text in force. */
function giveDocument(desk: RehearsedDesk, folder: BackupFolder): void {
  const { owner, docs } = desk.workspace;
  const part = `documents/${settingsOf(desk).codeDocument}.json`;
  let value = '';
  if (folder.has(part)) {
    const { title, body } = folder.read<docs_v1.Schema$Document>(part);
    const id = docs.create(owner, title ?? undefined);
    docs.userEdit(owner, id, textOf((body?.content ?? []) as Parameters<typeof textOf>[0]).trimEnd());
    value = `https://docs.google.com/document/d/${id}/edit`;
  }
  const table = tableOf(desk, 'settings');
  const row = table.find(SETTINGS.codeDocument.name);
  if (row) table.update(row, { value });
  saveTable(desk, table);
}
