// How the cells of a Dashboard look when they are new; from then on their looks are the staff's.

import type { Block, Dashboard, RowLook } from './dashboard.ts';
import { widthOf } from './dashboard.ts';
import { colour, type Place } from './dashboard-charts.ts';

type Request = GoogleAppsScript.Sheets.Schema.Request;
type Format = GoogleAppsScript.Sheets.Schema.CellFormat;

const PLUM = colour('#6b2e5c');
const SOFT = colour('#5c5a66');
const PAPER = colour('#f3eef2');
const INK = colour('#2b2430');
const COUNT = { type: 'NUMBER', pattern: '#,##0' };
const day = (pattern: string) => ({ type: 'DATE', pattern });

/** Of the first cell of a row, and of those beside it where they differ. */
const LOOKS: Readonly<Record<RowLook, { first: Format; others?: Format }>> = {
  title: { first: { textFormat: { fontSize: 20, bold: true, foregroundColor: PLUM } } },
  note: { first: { textFormat: { foregroundColor: SOFT } } },
  label: { first: { textFormat: { bold: true, foregroundColor: SOFT } } },
  figure: {
    first: {
      numberFormat: COUNT,
      horizontalAlignment: 'LEFT',
      textFormat: { fontSize: 24, bold: true, foregroundColor: PLUM },
    },
  },
  heading: { first: { textFormat: { fontSize: 13, bold: true, foregroundColor: PLUM } } },
  header: {
    first: { backgroundColor: PAPER, textFormat: { bold: true, foregroundColor: INK }, wrapStrategy: 'WRAP' },
    others: {
      backgroundColor: PAPER,
      textFormat: { bold: true, foregroundColor: INK },
      wrapStrategy: 'WRAP',
      horizontalAlignment: 'RIGHT',
    },
  },
  line: { first: {}, others: { numberFormat: COUNT, horizontalAlignment: 'RIGHT' } },
  day: {
    first: { numberFormat: day('mmm d'), horizontalAlignment: 'LEFT' },
    others: { numberFormat: COUNT, horizontalAlignment: 'RIGHT' },
  },
  month: {
    first: { numberFormat: day('mmm yyyy'), horizontalAlignment: 'LEFT' },
    others: { numberFormat: COUNT, horizontalAlignment: 'RIGHT' },
  },
  date: { first: {}, others: { numberFormat: day('mmm d, yyyy'), horizontalAlignment: 'RIGHT' } },
};

/** The looks of a new block, row by row. */
export function blockLooks(block: Block, { sheetId, row, column }: Place): Request[] {
  const width = widthOf(block);
  const rows = block.rows.map(({ look }) => {
    const { first, others = first } = LOOKS[look];
    return {
      values: Array.from({ length: width }, (_, place) => ({
        userEnteredFormat: place === 0 ? first : others,
      })),
    };
  });
  const start = { sheetId, rowIndex: row, columnIndex: column };
  return [{ updateCells: { start, rows, fields: 'userEnteredFormat' } }];
}

/** A new tab, without lines between the cells, and with room for the charts. */
export function tabRequests({ tab, sheetId, widths, rowCount }: Dashboard): Request[] {
  const gridProperties = { rowCount, columnCount: widths.length + 9, hideGridlines: true };
  const columns = widths.map((pixelSize, startIndex) => ({
    updateDimensionProperties: {
      range: { sheetId, dimension: 'COLUMNS', startIndex, endIndex: startIndex + 1 },
      properties: { pixelSize },
      fields: 'pixelSize',
    },
  }));
  return [{ addSheet: { properties: { sheetId, title: tab, index: 1, gridProperties } } }, ...columns];
}
