// `npm run verify` finds any single changed byte, also when whoever changed it has worked the checksums out anew.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BackupFolder } from '../../scripts/backups/backup-folder.ts';
import type { Block, PackedCell } from '../../scripts/backups/cell-blocks.ts';
import { makeBackup } from '../../scripts/backups/make-backup.ts';
import { SavedSpreadsheet } from '../../scripts/backups/saved-spreadsheet.ts';
import { verifyBackup, verifyTrails } from '../../scripts/backups/verify-backup.ts';
import { connect } from '../../scripts/google/clients.ts';
import { serveWorkspace } from '../../scripts/local-workspace/server.ts';
import { fieldsOf } from '../../src/registers/register.ts';
import { REGISTERS } from '../../src/registers/registers.ts';
import { ANNA, BEA, DECLINE, TestDesk } from '../support/desk.ts';

const PROVEN = ['acceptances', 'codeVersions', 'versionTexts', 'auditTrail'] as const;

let place = '';
let folder: BackupFolder;
/** The first part of each tab that the trail proves. */
let parts: string[];

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'verify-'));
  const desk = new TestDesk();
  desk.invite();
  desk.minutes(11);
  desk.answerByLink(ANNA);
  desk.answerByLink(BEA, DECLINE);
  const served = await serveWorkspace(desk.workspace, { port: 0 });
  const clients = await connect({ scopes: [], local: served.url });
  const wait = async (ms: number) => desk.workspace.kernel.clock.tick(ms);
  await makeBackup({ clients, folder: place, registers: desk.registersId, wait });
  await served.close();
  folder = BackupFolder.toRead(place);
  const saved = new SavedSpreadsheet(folder, desk.registersId);
  parts = PROVEN.map((name) => {
    const sheetId = saved.sheet(REGISTERS[name].tab)?.properties?.sheetId;
    return folder.parts(`spreadsheets/${desk.registersId}/${sheetId}-`)[0] ?? '';
  });
}, 60_000);

afterAll(() => rmSync(place, { recursive: true, force: true }));

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
      const place_ = at % bytes.length;
      bytes[place_] = (bytes[place_] ?? 0) ^ change;
      expect(whileChanged(part, bytes, () => folder.damages())).toEqual([{ part, what: 'changed' }]);
    }),
    { numRuns: 60 },
  );
});

/** All cells of a register's columns that hold something, below the heading. */
function cellsOf(index: number): { block: Block; cells: PackedCell[] } {
  const block = folder.read<Block>(parts[index] ?? '');
  const width = fieldsOf<object>(REGISTERS[PROVEN[index] ?? 'auditTrail'] as never).length;
  const rows = block.rows.slice(1).flatMap(({ of }) => of.slice(0, width));
  return { block, cells: rows.filter(({ value }) => value) };
}

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
    { numRuns: 150 },
  );
  expect(tried).toBeGreaterThan(100);
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
