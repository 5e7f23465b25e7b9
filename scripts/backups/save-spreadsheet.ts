// Saves one spreadsheet: its tabs with everything that lies over them, and the cells block by block.
// It is of one moment: when something was recorded in it meanwhile, it is read anew. Only what staff type in that very
// moment may be in it by half.

import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { state } from '../../src/registers/shared-registers.ts';
import type { Clients } from '../google/clients.ts';
import { packBlock } from './cell-blocks.ts';
import { placeOf } from './saved-spreadsheet.ts';
import type { Saving } from './saving.ts';

/** Rows of one answer of Google, so that it stays well below 10 MB. */
const BLOCK = 2_000;
/** What a cell really holds, and what its formula gives; all else follows from it. */
const CELL = 'userEnteredValue,effectiveValue,userEnteredFormat,note,dataValidation,textFormatRuns';
const SIZES = 'rowMetadata(pixelSize,hiddenByUser),columnMetadata(pixelSize,hiddenByUser)';
const SHEET =
  'properties,protectedRanges,conditionalFormats,merges,basicFilter,filterViews,bandedRanges,charts';
/** So often it is read anew because something was recorded in it. */
const MOST_ROUNDS = 4;

/** The tabs without cells, and what State said before the cells were read. */
type Book = sheets_v4.Schema$Spreadsheet & { readonly moment: unknown };

/** @throws Error when there is no quiet moment; what Google says when it refuses */
export async function saveSpreadsheet(saving: Saving, { sheets }: Clients, spreadsheetId: string) {
  const place = placeOf(spreadsheetId);
  for (let round = 1; ; round++) {
    const book = await saving.part(`${place}book.json`, async (): Promise<Book> => {
      const fields = `spreadsheetId,properties,namedRanges,sheets(${SHEET})`;
      const { data } = await sheets.spreadsheets.get({ spreadsheetId, fields });
      return { ...data, moment: await momentOf(data) };
    });
    for (const { properties } of book.sheets ?? []) await saveCells(properties ?? {});
    const now = await saving.ask(() => momentOf(book));
    if (JSON.stringify(now) === JSON.stringify(book.moment)) return;
    saving.folder.remove(place);
    if (round === MOST_ROUNDS)
      throw new Error(
        'Something is recorded in this spreadsheet again and again. Please run the command again later.',
      );
  }

  /** What State remembers, above all the end of the audit trail: it changes with everything that is recorded. */
  async function momentOf({ sheets: tabs = [] }: sheets_v4.Schema$Spreadsheet): Promise<unknown> {
    if (!tabs.some(({ properties }) => properties?.title === state.tab)) return null;
    const { data } = await sheets.spreadsheets.values.get({ spreadsheetId, range: `'${state.tab}'` });
    return data.values ?? [];
  }

  async function saveCells({ sheetId, title, gridProperties }: sheets_v4.Schema$SheetProperties) {
    const rows = gridProperties?.rowCount ?? 0;
    for (let start = 0; start < rows; start += BLOCK) {
      const name = `${place}${sheetId}-${String(start + 1).padStart(7, '0')}.json`;
      const range = `'${title?.replaceAll("'", "''")}'!${start + 1}:${Math.min(start + BLOCK, rows)}`;
      await saving.part(name, async () => {
        const fields = `sheets(data(rowData(values(${CELL})),${SIZES}))`;
        const { data } = await sheets.spreadsheets.get({ spreadsheetId, ranges: [range], fields });
        return packBlock(start, data.sheets?.[0]?.data?.[0] ?? {});
      });
    }
  }
}
