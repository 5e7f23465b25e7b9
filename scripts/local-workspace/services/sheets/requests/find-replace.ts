// The request findReplace: looks for text in cells and enters what replaces it as if typed.

import * as z from 'zod';
import { invalid } from '../../../kernel/errors.ts';
import { cellValue, formulaOf, unpack } from '../cells.ts';
import { assertFits } from '../draft.ts';
import { display } from '../number-format.ts';
import { gridRange } from '../schemas.ts';
import { kind } from './kind.ts';

export const findReplace = kind(
  z.strictObject({
    find: z.string(),
    replacement: z.string().optional(),
    matchCase: z.boolean().optional(),
    matchEntireCell: z.boolean().optional(),
    searchByRegex: z.boolean().optional(),
    includeFormulas: z.boolean().optional(),
    range: gridRange.optional(),
    sheetId: z.int().optional(),
    allSheets: z.boolean().optional(),
  }),
  (draft, request) => {
    if (request.find === '') throw invalid('find must not be empty');
    const source = request.searchByRegex ? request.find : request.find.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    let pattern: RegExp;
    try {
      pattern = new RegExp(
        request.matchEntireCell ? `^(?:${source})$` : source,
        request.matchCase ? 'g' : 'gi',
      );
    } catch {
      throw invalid(`The regular expression is not valid: ${request.find}`);
    }
    const ranges = request.range
      ? [request.range]
      : request.allSheets
        ? draft.record.sheets.map(({ sheetId }) => ({ sheetId }))
        : [{ sheetId: request.sheetId ?? 0 }];
    let occurrences = 0;
    let values = 0;
    const rows = new Set<string>();
    const sheets = new Set<number>();
    for (const range of ranges) {
      const { sheet, area } = draft.area(range);
      draft.mapArea(
        sheet.sheetId,
        { ...area, endRow: Math.min(area.endRow, draft.rows(sheet.sheetId).length) },
        (cell, row, column) => {
          const value = cellValue(cell);
          if (value === undefined || formulaOf(cell) !== undefined) return cell;
          const parts = unpack(cell);
          const text = display(value, draft.styles.format(parts.s)?.numberFormat);
          const found = text.match(pattern)?.length ?? 0;
          if (found === 0) return cell;
          draft.assertMayEdit(sheet, {
            startRow: row,
            endRow: row + 1,
            startColumn: column,
            endColumn: column + 1,
          });
          const replacement = request.searchByRegex
            ? (request.replacement ?? '')
            : (request.replacement ?? '').replaceAll('$', '$$$$');
          const next = text.replace(pattern, replacement);
          assertFits(next);
          occurrences += found;
          values++;
          rows.add(`${sheet.sheetId}:${row}`);
          sheets.add(sheet.sheetId);
          return draft.typed(sheet.sheetId, cell, next);
        },
      );
    }
    return {
      findReplace: {
        ...(values > 0
          ? {
              valuesChanged: values,
              rowsChanged: rows.size,
              sheetsChanged: sheets.size,
              occurrencesChanged: occurrences,
            }
          : {}),
      },
    };
  },
);
