// What a person does to a spreadsheet on the page, as the page sends it.

import * as z from 'zod';
import type { Workspace } from '../../index.ts';

const place = z.int().min(0);
const sheetId = z.int();
const AREA = { startRow: place, endRow: place, startColumn: place, endColumn: place };

const action = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('edit'),
    sheetId,
    row: place,
    column: place,
    values: z.array(z.array(z.string())).min(1),
  }),
  z.strictObject({ do: z.literal('clear'), sheetId, ...AREA }),
  z.strictObject({ do: z.literal('insert rows'), sheetId, at: place, count: z.int().min(1).max(1000) }),
  z.strictObject({ do: z.literal('delete rows'), sheetId, at: place, count: z.int().min(1) }),
  z.strictObject({ do: z.literal('insert columns'), sheetId, at: place, count: z.int().min(1).max(100) }),
  z.strictObject({ do: z.literal('delete columns'), sheetId, at: place, count: z.int().min(1) }),
  z.strictObject({ do: z.literal('move column'), sheetId, from: place, to: place }),
  z.strictObject({ do: z.literal('sort'), sheetId, column: place, down: z.boolean() }),
  z.strictObject({ do: z.literal('add tab'), title: z.string() }),
  z.strictObject({ do: z.literal('rename tab'), sheetId, title: z.string() }),
  z.strictObject({ do: z.literal('delete tab'), sheetId }),
  z.strictObject({ do: z.literal('hide columns'), sheetId, at: place, count: z.int().min(1) }),
  z.strictObject({ do: z.literal('show all columns'), sheetId }),
  z.strictObject({ do: z.literal('colour'), sheetId, ...AREA, colour: z.enum(['yellow', 'green', 'none']) }),
  z.strictObject({ do: z.literal('copy tab'), sheetId }),
  z.strictObject({ do: z.literal('move tab'), sheetId, to: place }),
  z.strictObject({ do: z.literal('undo') }),
]);
export type SheetAction = z.infer<typeof action>;

/** @returns undefined for what is no action */
export const readAction = (value: unknown): SheetAction | undefined => action.safeParse(value).data;

const COLOURS = {
  yellow: { red: 1, green: 0.95, blue: 0.6 },
  green: { red: 0.72, green: 0.88, blue: 0.8 },
  none: undefined,
};

type Act<Do extends SheetAction['do']> = (wish: Extract<SheetAction, { do: Do }>) => void;

/** Does it as that person, with her rights. @throws GoogleError when Google would refuse */
export function perform({ sheets }: Workspace, user: string, id: string, wish: SheetAction): void {
  const change = (kind: string, body: object) => sheets.people.request(user, id, 'OTHER', { [kind]: body });
  const hide = (columns: object, hiddenByUser: boolean) =>
    change('updateDimensionProperties', {
      range: { dimension: 'COLUMNS', ...columns },
      properties: { hiddenByUser },
      fields: 'hiddenByUser',
    });
  const acts: { [Do in SheetAction['do']]: Act<Do> } = {
    edit: ({ sheetId, row, column, values }) => sheets.userEdit(user, id, sheetId, row, column, values),
    clear: ({ do: _, sheetId, ...area }) => sheets.userClear(user, id, sheetId, area),
    'insert rows': ({ sheetId, at, count }) => sheets.userInsertRows(user, id, sheetId, at, count),
    'delete rows': ({ sheetId, at, count }) => sheets.userDeleteRows(user, id, sheetId, at, count),
    'insert columns': ({ sheetId, at, count }) => sheets.userInsertColumns(user, id, sheetId, at, count),
    'delete columns': ({ sheetId, at, count }) => sheets.userDeleteColumns(user, id, sheetId, at, count),
    'move column': ({ sheetId, from, to }) => sheets.userMoveColumn(user, id, sheetId, from, to),
    sort: ({ sheetId, column, down }) => sheets.userSort(user, id, sheetId, column, down),
    'add tab': ({ title }) => sheets.userAddSheet(user, id, title),
    'rename tab': ({ sheetId, title }) => sheets.userRenameSheet(user, id, sheetId, title),
    'delete tab': ({ sheetId }) => sheets.userDeleteSheet(user, id, sheetId),
    'hide columns': ({ sheetId, at, count }) => hide({ sheetId, startIndex: at, endIndex: at + count }, true),
    'show all columns': ({ sheetId }) => hide({ sheetId }, false),
    colour: ({ sheetId, colour, startRow, endRow, startColumn, endColumn }) =>
      change('repeatCell', {
        range: {
          sheetId,
          startRowIndex: startRow,
          endRowIndex: endRow,
          startColumnIndex: startColumn,
          endColumnIndex: endColumn,
        },
        cell: COLOURS[colour] ? { userEnteredFormat: { backgroundColor: COLOURS[colour] } } : {},
        fields: 'userEnteredFormat.backgroundColor',
      }),
    'copy tab': ({ sheetId }) => change('duplicateSheet', { sourceSheetId: sheetId }),
    'move tab': ({ sheetId, to: index }) =>
      change('updateSheetProperties', { properties: { sheetId, index }, fields: 'index' }),
    undo: () => sheets.userUndo(user, id),
  };
  (acts[wish.do] as (wish: SheetAction) => void)(wish);
}
