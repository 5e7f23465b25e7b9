// The no-photo list: a spreadsheet of its own with names and what to mind, which can be shared with photographers.

import { inWords } from '../content/dates.ts';
import { PHOTO_LIST, TO_MIND } from '../content/photo-words.ts';
import { PROBLEMS } from '../content/problems.ts';
import { sha256Hex } from '../domain/digest.ts';
import {
  generalList,
  type PersonInPictures,
  peopleInPictures,
  publicName,
} from '../domain/photographers-list.ts';
import { oneLine } from '../domain/text.ts';
import { isThere } from '../google/drive.ts';
import { accountRunning } from '../google/session.ts';
import { commit } from '../google/sheets.ts';
import { recall, remember } from '../registers/state.ts';
import type { Desk } from './desk.ts';

export type Request = GoogleAppsScript.Sheets.Schema.Request;

/** The tab with which every new spreadsheet begins. */
export const SHEET = { sheetId: 0 };
export const HEAD_ROWS = 3;
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
