// The no-photo list: a spreadsheet of its own with names and what to mind, which can be shared with photographers.

import { inWords } from '../content/dates.ts';
import { PHOTO_LIST, TO_MIND } from '../content/photo-words.ts';
import { PROBLEMS, SET_UP_DONE } from '../content/problems.ts';
import { sha256Hex } from '../domain/digest.ts';
import {
  generalList,
  type PersonInPictures,
  peopleInPictures,
  publicName,
} from '../domain/photographers-list.ts';
import { oneLine } from '../domain/text.ts';
import { createSpreadsheet, isThere, permissionsOf, shareWith } from '../google/drive.ts';
import { writeProperty } from '../google/properties.ts';
import { accountRunning } from '../google/session.ts';
import { commit, describeSpreadsheet } from '../google/sheets.ts';
import { editorsOfSpreadsheet } from '../google/spreadsheet-ui.ts';
import { recall, remember } from '../registers/state.ts';
import { PROPERTY } from './config.ts';
import type { Desk } from './desk.ts';
import { noteProblems } from './note-problem.ts';

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** The tab with which every new spreadsheet begins. */
const SHEET = { sheetId: 0 };
const HEAD_ROWS = 3;
/** In State: the hash of what was written last, since when it stands, and the day on which it was written. */
const WRITTEN = 'No-photo list';

/** Everybody who may be in a picture, as the registers stand now. */
export const peopleOf = ({ tables: { members, optOuts }, today }: Desk): PersonInPictures[] =>
  peopleInPictures(members.entries, optOuts.entries, today);

/**
 * Brings the list up to date; one that would stay as it is costs no call. Call it after the registers are committed:
 * when the list cannot be written, staff are told, and all other work is done already.
 * @param repair writes it also when nothing has changed, always or once a day: somebody may have typed into it
 */
export function refreshPhotoList(desk: Desk, repair: 'no' | 'daily' | 'now' = 'no'): void {
  const id = desk.config.photoList;
  if (!id || accountRunning() !== desk.config.owner) return;
  const { mustNot, limited } = generalList(peopleOf(desk));
  const minded = [...mustNot, ...limited];
  const facts = minded.map(({ kind, name, of, limits }) => [kind, name, of, limits]);
  const hash = sha256Hex(JSON.stringify([id, facts]));
  const [known, since, written] = recall(desk.tables.state, WRITTEN).split(' ');
  const isRepaired = repair === 'no' || (repair === 'daily' && written === desk.today);
  if (known === hash && isRepaired) return;
  const changed = known === hash && since ? since : desk.today;
  try {
    if (!isThere(id)) throw new Error();
    commit(id, writing(rowsOf(minded), inWords(changed)));
    remember(desk.tables.state, WRITTEN, `${hash} ${changed} ${desk.today}`);
    desk.solve({ what: PROBLEMS.photoListLost.what });
  } catch {
    desk.problem(PROBLEMS.photoListLost, 'optOuts');
  }
  desk.commit();
}

/** Requests that nobody has matched; anybody can send many. */
const MOST_UNMATCHED = 20;
const isUnmatched = ({ kind, memberId }: PersonInPictures) =>
  kind === 'to match' || (kind === 'family' && memberId === '');

/** Names and what to mind, each line once: no address, no number, no reason. */
function rowsOf(people: readonly PersonInPictures[]): string[][] {
  const unmatched = people.filter(isUnmatched);
  const left = new Set(unmatched.slice(MOST_UNMATCHED));
  const rows = people
    .filter((person) => !left.has(person))
    .map((person) => [nameOf(person), person.limits.map((limit) => TO_MIND[limit]).join('. ')] as const);
  if (left.size > 0) rows.push([PHOTO_LIST.more, '']);
  return [...new Map(rows.map((row) => [row.join('\n'), [...row]])).values()];
}

function nameOf({ kind, name, of }: PersonInPictures): string {
  const [shown = '', asker] = [name, of].map((one) => publicName(oneLine(one)));
  if (kind !== 'family' || !asker) return shown || PHOTO_LIST.nameless;
  return shown ? PHOTO_LIST.named(shown, asker) : PHOTO_LIST.family(asker);
}

function writing(rows: string[][], changed: string): Request[] {
  const body = rows.length > 0 ? rows : [[PHOTO_LIST.nobody]];
  const all = [[PHOTO_LIST.intro], [PHOTO_LIST.changed(changed)], PHOTO_LIST.headers, ...body];
  const fields = 'userEnteredValue';
  const properties = { ...SHEET, gridProperties: { rowCount: all.length } };
  const cells = all.map((row) => ({
    values: row.map((stringValue) => ({ userEnteredValue: { stringValue } })),
  }));
  return [
    { updateSheetProperties: { properties, fields: 'gridProperties.rowCount' } },
    { updateCells: { range: SHEET, fields } },
    { updateCells: { start: { ...SHEET, rowIndex: 0, columnIndex: 0 }, rows: cells, fields } },
  ];
}

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
