// Writes the evidence for all members into a spreadsheet of its own.

import { inWords } from '../content/dates.ts';
import { EVIDENCE_SHEET } from '../content/evidence-words.ts';
import { localTime, serialOf } from '../domain/calendar.ts';
import type { EvidenceRow, InTrail } from '../domain/evidence.ts';
import { createSpreadsheet } from '../google/drive.ts';
import { commit } from '../google/sheets.ts';
import type { CellValue } from '../registers/cells.ts';
import { extendedValue } from '../registers/requests.ts';

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** So many rows one call writes: about four megabytes. */
const ROWS_IN_A_CALL = 5_000;
const [SHEET, TEXTS] = [0, 1];
const WIDTHS = [90, 180, 220, 140, 90, 90, 130, 150, 120, 90, 90, 220, 140, 130, 220];

/** Long texts that stand in many rows stand once, under a sign. */
class Signs {
  private readonly signs = new Map<string, string>();

  constructor(private readonly letter: string) {}

  of(text: string): string {
    if (text === '') return '';
    const known = this.signs.get(text) ?? `${this.letter}${this.signs.size + 1}`;
    this.signs.set(text, known);
    return known;
  }

  get rows(): string[][] {
    return Array.from(this.signs, ([text, sign]) => [sign, text]);
  }
}

export function makeSheet(
  rows: readonly EvidenceRow[],
  { made, by, programme, end }: { made: string; by: string; programme: string; end: InTrail },
): string {
  const [agreed, companions] = [new Signs('S'), new Signs('T')];
  const cells = rows.map(({ member: { id, name, email, role, status }, proof }): CellValue[] => {
    const who = [id, name, email, role, status];
    if (!proof) return [...who, EVIDENCE_SHEET.none];
    return [
      ...who,
      proof.answer,
      proof.version,
      proof.received && serialOf(proof.received),
      proof.confirmedBy,
      agreed.of(proof.statements.join('\n')),
      companions.of(proof.companions),
      proof.textHash,
      proof.id,
      proof.inTrail && !proof.isAsRecorded
        ? EVIDENCE_SHEET.notAsRecorded
        : (proof.inTrail?.line ?? EVIDENCE_SHEET.notInTrail),
      proof.inTrail?.hash ?? '',
    ];
  });
  const notes = [EVIDENCE_SHEET.made(made, by), EVIDENCE_SHEET.end(end.line, end.hash), EVIDENCE_SHEET.how];
  const legend = [...agreed.rows, ...companions.rows, ...notes.map((note) => ['', note])];
  const id = createSpreadsheet(EVIDENCE_SHEET.title(programme, inWords(localTime(Date.now()))));
  const first = cells.splice(0, ROWS_IN_A_CALL);
  commit(id, [
    ...shaping(rows.length, legend.length),
    writing(SHEET, 0, [EVIDENCE_SHEET.headers, ...first]),
    writing(TEXTS, 0, [EVIDENCE_SHEET.textHeaders, ...legend]),
  ]);
  for (let row = first.length + 1; cells.length > 0; row += ROWS_IN_A_CALL)
    commit(id, [writing(SHEET, row, cells.splice(0, ROWS_IN_A_CALL))]);
  return `https://docs.google.com/spreadsheets/d/${id}/edit`;
}

const writing = (sheetId: number, rowIndex: number, rows: readonly (readonly CellValue[])[]): Request => ({
  updateCells: {
    start: { sheetId, rowIndex, columnIndex: 0 },
    rows: rows.map((values) => ({
      values: values.map((value) => {
        const userEnteredValue = extendedValue(value === '' ? null : value);
        return userEnteredValue ? { userEnteredValue } : {};
      }),
    })),
    fields: 'userEnteredValue',
  },
});

function shaping(rows: number, texts: number): Request[] {
  const grid = (rowCount: number, columnCount: number) => ({ rowCount, columnCount, frozenRowCount: 1 });
  const bold = (sheetId: number): Request => ({
    repeatCell: {
      range: { sheetId, startRowIndex: 0, endRowIndex: 1 },
      cell: { userEnteredFormat: { textFormat: { bold: true } } },
      fields: 'userEnteredFormat.textFormat',
    },
  });
  const width = (sheetId: number, startIndex: number, pixelSize: number): Request => ({
    updateDimensionProperties: {
      range: { sheetId, dimension: 'COLUMNS', startIndex, endIndex: startIndex + 1 },
      properties: { pixelSize },
      fields: 'pixelSize',
    },
  });
  const format = { numberFormat: { type: 'DATE_TIME', pattern: 'yyyy-mm-dd hh:mm:ss' } };
  const wrap = { wrapStrategy: 'WRAP', verticalAlignment: 'TOP' };
  const when = EVIDENCE_SHEET.headers.indexOf(EVIDENCE_SHEET.when);
  return [
    {
      updateSheetProperties: {
        properties: {
          sheetId: SHEET,
          title: EVIDENCE_SHEET.tab,
          gridProperties: grid(rows + 1, EVIDENCE_SHEET.headers.length),
        },
        fields: 'title,gridProperties(rowCount,columnCount,frozenRowCount)',
      },
    },
    {
      addSheet: {
        properties: {
          sheetId: TEXTS,
          title: EVIDENCE_SHEET.texts,
          gridProperties: grid(texts + 1, EVIDENCE_SHEET.textHeaders.length),
        },
      },
    },
    bold(SHEET),
    bold(TEXTS),
    ...WIDTHS.map((pixelSize, column) => width(SHEET, column, pixelSize)),
    width(TEXTS, 1, 700),
    {
      repeatCell: {
        range: { sheetId: SHEET, startRowIndex: 1, startColumnIndex: when, endColumnIndex: when + 1 },
        cell: { userEnteredFormat: format },
        fields: 'userEnteredFormat.numberFormat',
      },
    },
    {
      repeatCell: {
        range: { sheetId: TEXTS, startRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 },
        cell: { userEnteredFormat: wrap },
        fields: 'userEnteredFormat(wrapStrategy,verticalAlignment)',
      },
    },
  ];
}
