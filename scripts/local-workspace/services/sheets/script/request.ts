// Carries out a request of the Sheets API for a method of SpreadsheetApp: the same work, the errors in SpreadsheetApp's words.

import { GoogleError } from '../../../kernel/errors.ts';
import type { Draft } from '../draft.ts';
import type { Area } from '../model.ts';
import { applyRequests, readRequests } from '../requests/index.ts';
import type { Reply } from '../requests/kind.ts';
import type { GridRange } from '../schemas.ts';

/** @throws GoogleError without the place in a list of requests that the API names */
export function request(draft: Draft, body: Readonly<Record<string, unknown>>): Reply {
  try {
    return applyRequests(draft, readRequests([body]))[0] as Reply;
  } catch (error) {
    if (!(error instanceof GoogleError)) throw error;
    throw new GoogleError(error.code, error.message.replace(/^Invalid requests\[0\]\.\w+: /, ''));
  }
}

export const gridRange = (sheetId: number, area: Area): GridRange => ({
  sheetId,
  startRowIndex: area.startRow,
  endRowIndex: area.endRow,
  startColumnIndex: area.startColumn,
  endColumnIndex: area.endColumn,
});
