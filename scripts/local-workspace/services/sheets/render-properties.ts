// Properties of spreadsheets and tabs as Google's answers give them: what is false or zero by default is left out.

import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Book } from './book.ts';
import type { SheetRecord } from './model.ts';
import type { ColorStyle } from './schemas.ts';

export function sheetProperties(sheet: SheetRecord, index: number): sheets_v4.Schema$SheetProperties {
  const { grid } = sheet;
  return {
    sheetId: sheet.sheetId,
    title: sheet.title,
    index,
    sheetType: 'GRID',
    gridProperties: {
      rowCount: grid.rowCount,
      columnCount: grid.columnCount,
      ...(grid.frozenRowCount > 0 ? { frozenRowCount: grid.frozenRowCount } : {}),
      ...(grid.frozenColumnCount > 0 ? { frozenColumnCount: grid.frozenColumnCount } : {}),
      ...(grid.hideGridlines ? { hideGridlines: true } : {}),
    },
    ...(sheet.hidden ? { hidden: true } : {}),
    ...tabColor(sheet.tabColorStyle),
    ...(sheet.rightToLeft ? { rightToLeft: true } : {}),
  };
}

const tabColor = (style: ColorStyle | undefined): sheets_v4.Schema$SheetProperties =>
  style ? { ...(style.rgbColor ? { tabColor: style.rgbColor } : {}), tabColorStyle: style } : {};

export function spreadsheetProperties({ record, title }: Book): sheets_v4.Schema$SpreadsheetProperties {
  return { title, locale: record.locale, autoRecalc: record.autoRecalc, timeZone: record.timeZone };
}
