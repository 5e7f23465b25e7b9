// Finds the files of a desk: the Registers name them, in their hidden tab State, which Set up writes, and in Settings.

import type { CellValue } from '../../src/registers/cells.ts';
import { readSettings } from '../../src/registers/settings.ts';
import { FILES_IN_STATE, settings, state } from '../../src/registers/shared-registers.ts';
import { recall } from '../../src/registers/state.ts';
import { Table } from '../../src/registers/table.ts';
import type { Clients } from '../google/clients.ts';
import { statusOf } from '../google/patience.ts';

interface Found {
  readonly id: string;
  readonly title: string;
}

export interface DeskFiles {
  readonly spreadsheets: readonly Found[];
  readonly forms: readonly Found[];
  readonly documents: readonly Found[];
  /** Ids of files that this account may not open, or that are gone. */
  readonly closed: readonly string[];
}

const TYPES = {
  spreadsheets: 'application/vnd.google-apps.spreadsheet',
  forms: 'application/vnd.google-apps.form',
  documents: 'application/vnd.google-apps.document',
} as const;

/** @throws Error when the Registers do not name their files, with what to do */
export async function findFiles({ sheets, drive }: Clients, registers: string): Promise<DeskFiles> {
  const { data } = await sheets.spreadsheets.values.batchGet({
    spreadsheetId: registers,
    ranges: [`'${state.tab}'`, `'${settings.tab}'`],
    valueRenderOption: 'UNFORMATTED_VALUE',
  });
  const [stateGrid = [], settingsGrid = []] = (data.valueRanges ?? []).map(
    ({ values }) => (values ?? []) as CellValue[][],
  );
  const named = recall(new Table(state, 0, stateGrid), FILES_IN_STATE);
  if (named === '')
    throw new Error(
      'The Registers do not say which files belong to them. Please choose “Set up or repair…” in their menu once.',
    );
  const { codeDocument } = readSettings(new Table(settings, 0, settingsGrid)).settings;
  const found: (Found & { type: string })[] = [];
  const closed: string[] = [];
  for (const fileId of new Set([registers, ...named.split(' '), ...(codeDocument ? [codeDocument] : [])])) {
    try {
      const { data: file } = await drive.files.get({ fileId, fields: 'id,name,mimeType' });
      found.push({ id: fileId, title: file.name ?? '', type: file.mimeType ?? '' });
    } catch (error) {
      if (![403, 404].includes(statusOf(error) ?? 0)) throw error;
      closed.push(fileId);
    }
  }
  const ofType = (wanted: string) =>
    found.filter(({ type }) => type === wanted).map(({ id, title }) => ({ id, title }));
  return {
    spreadsheets: ofType(TYPES.spreadsheets),
    forms: ofType(TYPES.forms),
    documents: ofType(TYPES.documents),
    closed,
  };
}
