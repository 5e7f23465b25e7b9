// A desk with two answers that is served, for the commands that save it and look into what was saved.

import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { makeBackup } from '../../scripts/backups/make-backup.ts';
import { letRest } from '../../scripts/desk/as-if-run.ts';
import { type Clients, connect } from '../../scripts/google/clients.ts';
import { type ServedWorkspace, serveWorkspace } from '../../scripts/local-workspace/server.ts';
import { ANNA, BEA, DECLINE, TAB, TestDesk } from './desk.ts';

export interface BackedUpDesk {
  readonly desk: TestDesk;
  readonly served: ServedWorkspace;
  readonly clients: Clients;
  /** Google lets sixty reads a minute through; the commands wait when it says so. */
  wait(ms: number): Promise<void>;
  backup(folder: string): Promise<unknown>;
}

/** The clock stands still but for waiting, and no trigger runs by it. */
export async function backedUpDesk(): Promise<BackedUpDesk> {
  const desk = new TestDesk();
  desk.invite();
  desk.minutes(11);
  desk.answerByLink(ANNA);
  desk.answerByLink(BEA, DECLINE);
  letRest(desk.workspace);
  const served = await serveWorkspace(desk.workspace, { port: 0 });
  const clients = await connect({ scopes: [], local: served.url });
  const wait = async (ms: number) => desk.workspace.kernel.clock.tick(ms);
  for (const id of [desk.registersId, desk.casesId]) {
    await resize(desk, clients, id);
    await wait(60_000);
  }
  const { owner, sheets } = desk.workspace;
  sheets.userEdit(owner, desk.registersId, TAB.Problems, 2_400, 2, [['far down']]);
  desk.workspace.settle();
  const now = () => new Date(desk.workspace.now());
  const backup = (folder: string) => makeBackup({ clients, folder, registers: desk.registersId, wait, now });
  return { desk, served, clients, wait, backup };
}

/** Staff may delete empty rows; that makes the tests quick. One tab is longer than what is asked for at a time. */
async function resize(desk: TestDesk, clients: Clients, spreadsheetId: string): Promise<void> {
  const fields = 'sheets(properties(sheetId,title,gridProperties(rowCount)))';
  const { data } = await clients.sheets.spreadsheets.get({ spreadsheetId, fields });
  const requests: sheets_v4.Schema$Request[] = [];
  for (const { properties } of data.sheets ?? []) {
    const { sheetId, title, gridProperties } = properties ?? {};
    const startIndex = desk.grid(title ?? '', spreadsheetId).length + 5;
    const endIndex = gridProperties?.rowCount ?? 0;
    const dimension = 'ROWS';
    if (title === 'Problems') requests.push({ appendDimension: { sheetId, dimension, length: 1_500 } });
    else if (startIndex < endIndex)
      requests.push({ deleteDimension: { range: { sheetId, dimension, startIndex, endIndex } } });
  }
  await clients.sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
}
