// Puts a spreadsheet of a backup into a new one, never over one that is there.
// Until it is whole its title says so; what an interrupted restore leaves behind can be told by that, and thrown away.

import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Clients } from '../google/clients.ts';
import { patiently } from '../google/patience.ts';
import { cellRequests, ruleRequests } from './restore-requests.ts';
import type { SavedSpreadsheet } from './saved-spreadsheet.ts';

type Request = sheets_v4.Schema$Request;

/** Requests of one call stay below this many bytes of JSON, as Google advises (2 MB). */
const MOST_BYTES = 1_500_000;

export interface RestoreWish {
  readonly clients: Clients;
  readonly saved: SavedSpreadsheet;
  readonly title: string;
  readonly progress?: (what: string) => void;
  readonly wait?: (ms: number) => Promise<void>;
}

/**
 * Makes a new spreadsheet with the tabs, cells, formats, formulas and rules of the one in the backup.
 * @returns the id of the new one
 * @throws what Google says when it refuses
 */
export async function restoreSpreadsheet(wish: RestoreWish): Promise<string> {
  const { clients, saved, title, progress = () => {}, wait } = wish;
  const { locale, timeZone } = saved.properties;
  let step = 0;
  const unfinished = () => `${title} (not complete, step ${step})`;
  progress(title);
  const { data: made } = await patiently(
    () =>
      clients.sheets.spreadsheets.create({
        requestBody: {
          properties: { title: unfinished(), locale, timeZone },
          sheets: saved.sheets.map(({ properties = {} }) => {
            const { index: _, sheetType: __, ...settable } = properties;
            return { properties: settable };
          }),
        },
        fields: 'spreadsheetId',
      }),
    wait,
  );
  const id = made.spreadsheetId ?? '';
  for (const portion of inPortions(allRequests(saved))) await send(portion);
  await send([], title);
  return id;

  /** The title is changed in the same call. So it tells whether a call whose answer was lost has taken place. */
  async function send(requests: readonly Request[], next?: string): Promise<void> {
    step++;
    const mark = next ?? unfinished();
    progress(mark);
    const naming = { updateSpreadsheetProperties: { properties: { title: mark }, fields: 'title' } };
    let isAgain = false;
    await patiently(async () => {
      if (isAgain && (await titleNow()) === mark) return;
      isAgain = true;
      await clients.sheets.spreadsheets.batchUpdate({
        spreadsheetId: id,
        requestBody: { requests: [...requests, naming] },
        fields: 'spreadsheetId',
      });
    }, wait);
  }

  async function titleNow(): Promise<string> {
    const fields = 'properties(title)';
    const { data } = await clients.sheets.spreadsheets.get({ spreadsheetId: id, fields });
    return data.properties?.title ?? '';
  }
}

/** All tabs first, for formulas and rules of one may look into another. */
function* allRequests(saved: SavedSpreadsheet): Iterable<Request> {
  for (const sheet of saved.sheets) yield* cellRequests(sheet.properties?.sheetId ?? 0, saved.blocks(sheet));
  for (const { namedRangeId: _, ...namedRange } of saved.namedRanges) yield { addNamedRange: { namedRange } };
  for (const sheet of saved.sheets) yield* ruleRequests(sheet);
}

function* inPortions(requests: Iterable<Request>): Iterable<Request[]> {
  let portion: Request[] = [];
  let bytes = 0;
  for (const request of requests) {
    const size = Buffer.byteLength(JSON.stringify(request));
    if (portion.length > 0 && bytes + size > MOST_BYTES) {
      yield portion;
      portion = [];
      bytes = 0;
    }
    portion.push(request);
    bytes += size;
  }
  if (portion.length > 0) yield portion;
}
