// Makes the no-photo list, a spreadsheet of its own, and opens it to those who work in the registers.

import { SET_UP_DONE } from '../content/done-words.ts';
import { PHOTO_LIST } from '../content/photo-words.ts';
import { PROBLEMS } from '../content/problems.ts';
import { describeSpreadsheet } from '../google/describe-spreadsheet.ts';
import { editorsOfSpreadsheet } from '../google/dialogs.ts';
import { createSpreadsheet, isThere, permissionsOf, shareWith } from '../google/drive.ts';
import { writeProperty } from '../google/properties.ts';
import { commit } from '../google/sheets.ts';
import { PROPERTY } from './config.ts';
import { noteProblems } from './note-problem.ts';
import { HEAD_ROWS, type Request, SHEET } from './photo-list.ts';

/** Makes the list, or anew when it is lost, and opens it to those who work in the registers. */
export function setUpPhotoList(values: Record<string, string>, done: string[]): void {
  const known = values[PROPERTY.photoList];
  const isKept = known !== undefined && isThere(known);
  const id = isKept ? known : createSpreadsheet(PHOTO_LIST.title, true);
  if (!isKept) {
    writeProperty(PROPERTY.photoList, id);
    done.push(SET_UP_DONE.photoListMade);
  }
  const tab = describeSpreadsheet(id).tabs.find(({ sheetId }) => sheetId === SHEET.sheetId);
  if (!tab?.guards.includes(PHOTO_LIST.guard)) commit(id, shaping(tab === undefined));
  const readers = permissionsOf(id).map(({ email }) => email.toLowerCase());
  for (const email of editorsOfSpreadsheet()) {
    if (readers.includes(email.toLowerCase())) continue;
    try {
      shareWith(id, email);
    } catch {
      noteProblems(PROBLEMS.photoListNotShared(email));
    }
  }
}

function shaping(isTabLost: boolean): Request[] {
  const gridProperties = { frozenRowCount: HEAD_ROWS, columnCount: PHOTO_LIST.headers.length, rowCount: 100 };
  const properties = { ...SHEET, title: PHOTO_LIST.title, gridProperties };
  const look = (startRowIndex: number, endRowIndex: number | undefined, textFormat: object): Request => ({
    repeatCell: {
      range: { ...SHEET, startRowIndex, ...(endRowIndex === undefined ? {} : { endRowIndex }) },
      cell: { userEnteredFormat: { textFormat } },
      fields: 'userEnteredFormat.textFormat',
    },
  });
  const width = (startIndex: number, pixelSize: number): Request => ({
    updateDimensionProperties: {
      range: { ...SHEET, dimension: 'COLUMNS', startIndex, endIndex: startIndex + 1 },
      properties: { pixelSize },
      fields: 'pixelSize',
    },
  });
  const protectedRange = { range: SHEET, description: PHOTO_LIST.guard, warningOnly: true };
  return [
    ...(isTabLost ? [{ addSheet: { properties: { ...SHEET, title: PHOTO_LIST.title } } }] : []),
    {
      updateSheetProperties: {
        properties,
        fields: 'title,gridProperties.frozenRowCount,gridProperties.columnCount,gridProperties.rowCount',
      },
    },
    look(0, undefined, { fontSize: 12 }),
    look(0, 1, { fontSize: 12, bold: true }),
    look(2, 3, { fontSize: 12, bold: true }),
    width(0, 340),
    width(1, 420),
    { addProtectedRange: { protectedRange } },
  ];
}
