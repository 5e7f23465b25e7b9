// What can be done with a backup without any connection: `npm run verify` finds any single changed byte, also when whoever
// changed it has worked the checksums out anew; `npm run export` makes tables of it.

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BackupFolder } from '../../scripts/backups/backup-folder.ts';
import type { Block, PackedCell } from '../../scripts/backups/cell-blocks.ts';
import type { DeskFiles } from '../../scripts/backups/find-files.ts';
import { SavedSpreadsheet } from '../../scripts/backups/saved-spreadsheet.ts';
import { openAsSaved, verifyBackup, verifyTrails } from '../../scripts/backups/verify-backup.ts';
import { asCsv, tabsOf, writeTabs } from '../../scripts/exports/export-tabs.ts';
import { CASE_REGISTERS } from '../../src/registers/case-registers.ts';
import { fieldsOf } from '../../src/registers/register.ts';
import { REGISTERS } from '../../src/registers/registers.ts';
import { backedUpDesk } from '../support/backed-up-desk.ts';

const PROVEN = ['acceptances', 'codeVersions', 'versionTexts', 'auditTrail'] as const;

let place = '';
let exported = '';
let folder: BackupFolder;
/** The first part of each tab that the trail proves. */
let parts: string[];

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'verify-'));
  const { desk, served, backup } = await backedUpDesk();
  await backup(place);
  await served.close();
  folder = BackupFolder.toRead(place);
  const saved = new SavedSpreadsheet(folder, desk.registersId);
  parts = PROVEN.map((name) => {
    const sheetId = saved.sheet(REGISTERS[name].tab)?.properties?.sheetId;
    return folder.parts(`spreadsheets/${desk.registersId}/${sheetId}-`)[0] ?? '';
  });
});

afterAll(() => {
  for (const made of [place, exported]) if (made) rmSync(made, { recursive: true, force: true });
});

/** Changes a part, looks, and puts it back. */
function whileChanged<T>(part: string, changed: Uint8Array | string, look: () => T): T {
  const file = join(place, part);
  const before = readFileSync(file);
  writeFileSync(file, changed);
  try {
    return look();
  } finally {
    writeFileSync(file, before);
  }
}

it('finds nothing in what nobody changed', () => {
  expect(verifyBackup(folder)).toEqual([]);
});

it('finds any changed byte of a file', () => {
  const anywhere = fc.tuple(fc.constantFrom(...folder.parts()), fc.nat(), fc.integer({ min: 1, max: 255 }));
  fc.assert(
    fc.property(anywhere, ([part, at, change]) => {
      const bytes = readFileSync(join(place, part));
      bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ change;
      expect(whileChanged(part, bytes, () => folder.damages())).toEqual([{ part, what: 'changed' }]);
    }),
    { numRuns: 30 },
  );
});

/** All cells of a register's columns that hold something, below the heading. */
function cellsOf(index: number): { block: Block; cells: PackedCell[] } {
  const block = folder.read<Block>(parts[index] ?? '');
  const width = fieldsOf<object>(REGISTERS[PROVEN[index] ?? 'auditTrail'] as never).length;
  const rows = block.rows.slice(1).flatMap(({ of }) => of.slice(0, width));
  return { block, cells: rows.filter(({ value }) => value) };
}

it('opens what was saved though its trail was broken before, and nothing that was changed afterwards', () => {
  const manifest = readFileSync(join(place, 'backup.json'), 'utf8');
  const [, , , part = ''] = parts;
  const { block, cells } = cellsOf(3);
  for (const cell of cells) Object.assign(cell.value ?? {}, { stringValue: 'something else' });
  whileChanged(part, JSON.stringify(block), () => {
    expect(() => openAsSaved(place)).toThrow(`The part ${part} is not as it was saved.`);
    folder.finish(folder.manifest());
    expect(verifyTrails(openAsSaved(place))).not.toEqual([]);
  });
  writeFileSync(join(place, 'backup.json'), manifest);
});

it('finds any changed byte of a cell that the trail proves, whatever the checksums say', () => {
  let tried = 0;
  const anywhere = fc.tuple(fc.nat(PROVEN.length - 1), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }));
  fc.assert(
    fc.property(anywhere, ([index, which, at, change]) => {
      const { block, cells } = cellsOf(index);
      const cell = cells[which % cells.length] as { value: { stringValue?: string; numberValue?: number } };
      const { stringValue, numberValue } = cell.value;
      if (stringValue !== undefined) {
        const bytes = Buffer.from(stringValue);
        bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ change;
        cell.value.stringValue = bytes.toString('utf8');
        if (cell.value.stringValue === stringValue) return;
      } else {
        // One digit of a number, but for those that are less than a tenth of a second.
        const text = String(numberValue).slice(0, String(Math.trunc(numberValue ?? 0)).length + 6);
        const digits = [...text];
        const digit = digits.findIndex((sign, place) => place >= at % text.length && sign !== '.');
        digits[digit] = String((Number(digits[digit]) + 1 + (change % 9)) % 10);
        cell.value.numberValue = Number(digits.join(''));
      }
      tried++;
      const found = whileChanged(parts[index] ?? '', JSON.stringify(block), () => verifyTrails(folder));
      expect({ found: found.length > 0, cell }).toEqual({ found: true, cell });
    }),
    { numRuns: 60 },
  );
  expect(tried).toBeGreaterThan(40);
});

it('finds a row that is gone, is there twice, or stands elsewhere', () => {
  for (const [index, part] of parts.entries()) {
    const { block } = cellsOf(index);
    const [head, first, ...rest] = block.rows.flatMap((run) =>
      Array.from({ length: run.times }, () => ({ ...run, times: 1 })),
    );
    const misfits = (rows: unknown[]) =>
      whileChanged(part, JSON.stringify({ ...block, rows }), () => verifyTrails(folder));
    expect(misfits([head, ...rest])).not.toEqual([]);
    expect(misfits([head, first, first, ...rest])).not.toEqual([]);
    expect(misfits([first, ...rest])).toEqual([expect.stringContaining('The headings of')]);
  }
});

it('gives the registers as CSV that Excel reads and that runs no formula, and as one workbook', async () => {
  const saved = new SavedSpreadsheet(folder, folder.manifest().registers);
  const tabs = tabsOf(saved, Object.values(REGISTERS), false);
  const files = await writeTabs(join(place, '..', `${basename(place)}-export`), 'Registers', tabs);
  exported = dirname(files[0] ?? '');
  expect(files.map((file) => basename(file)).sort()).toEqual(
    [
      'Acceptances',
      'Agreements',
      'Audit trail',
      'Code versions',
      'Follow-up',
      'Mail log',
      'Members',
      'Opt-outs',
      'Problems',
    ]
      .concat('Settings', 'Takedowns', 'Version texts')
      .map((name) => `${name}.csv`)
      .concat('Registers.xlsx')
      .sort(),
  );
  const acceptances = readFileSync(join(exported, 'Acceptances.csv'), 'utf8');
  expect(acceptances).toMatch(/^\uFEFFAcceptance ID,Received,Member ID,.*,Remark\r\n/);
  expect(acceptances).toMatch(/A-000001,2026-01-12 09:\d\d:\d\d,M-0001,Anna Ito,/);
  expect(acceptances).not.toContain('Seal');
  expect(statSync(join(exported, 'Acceptances.csv')).mode & 0o077).toBe(0);
  const evil = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', 'plain', null, { number: -1 }, true];
  expect(asCsv([evil])).toBe("\uFEFF'=1+1,'+1,'-1,'@SUM(A1),'\t=1,plain,,-1,TRUE\r\n");
  const workbook = readFileSync(join(exported, 'Registers.xlsx'));
  expect(workbook.subarray(0, 2).toString()).toBe('PK');
  await expect(writeTabs(exported, 'Registers', tabs)).rejects.toThrow('EEXIST');
});

it('leaves Cases out unless somebody asks for it by name', () => {
  const { spreadsheets } = folder.read<DeskFiles>('files.json');
  const cases = spreadsheets
    .map(({ id }) => new SavedSpreadsheet(folder, id))
    .find((one) => one.sheet('Case log'));
  expect(cases).toBeDefined();
  if (cases)
    expect(tabsOf(cases, Object.values(CASE_REGISTERS), true).map(({ title }) => title)).toContain(
      'Case log',
    );
  expect(
    tabsOf(new SavedSpreadsheet(folder, folder.manifest().registers), Object.values(REGISTERS), false).map(
      ({ title }) => title,
    ),
  ).not.toContain('Case log');
});
