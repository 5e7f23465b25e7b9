// A backup holds everything, goes on after any interruption, and comes back equal.

import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BackupFolder } from '../../scripts/backups/backup-folder.ts';
import { makeBackup } from '../../scripts/backups/make-backup.ts';
import { restoreSpreadsheet } from '../../scripts/backups/restore-backup.ts';
import { saveSpreadsheet } from '../../scripts/backups/save-spreadsheet.ts';
import { SavedSpreadsheet } from '../../scripts/backups/saved-spreadsheet.ts';
import { Saving } from '../../scripts/backups/saving.ts';
import { verifyBackup } from '../../scripts/backups/verify-backup.ts';
import { type Clients, connect } from '../../scripts/google/clients.ts';
import { REGISTERS } from '../../src/registers/registers.ts';
import { type BackedUpDesk, backedUpDesk } from '../support/backed-up-desk.ts';
import { BEA, type Tab, type TestDesk } from '../support/desk.ts';
import { IS_FULL } from '../support/sample.ts';

/** So many requests get through more each time. */
const EVERY = IS_FULL ? 1 : 4;

let place = '';
let saved: BackedUpDesk;
let desk: TestDesk;
let line: Line;
let clients: Clients;
let broken: Clients;

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'backup-'));
  saved = await backedUpDesk();
  ({ desk, clients } = saved);
  line = await Line.to(saved.served.url);
  broken = await connect({ scopes: [], local: line.url });
  await backup('first');
});

afterAll(async () => {
  line.close();
  await saved.served.close();
  rmSync(place, { recursive: true, force: true });
});

/** A line to the Workspace that breaks: it lets some requests through, and loses the next ones or their answers. */
class Line {
  left = Number.POSITIVE_INFINITY;
  lost: 'request' | 'answer' = 'request';
  count = 0;
  private readonly server: Server;

  static async to(target: string): Promise<Line> {
    const line = new Line(target);
    await new Promise<void>((listening) => line.server.listen(0, '127.0.0.1', listening));
    return line;
  }

  private constructor(target: string) {
    this.server = createServer((incoming, answer) => {
      this.count++;
      const isLost = this.left-- <= 0;
      if (isLost && this.lost === 'request') return void incoming.socket.destroy();
      const { method, url = '/', headers } = incoming;
      const host = new URL(target).host;
      const passed = request(new URL(url, target), { method, headers: { ...headers, host } }, (given) => {
        if (isLost) {
          given.resume();
          return void incoming.socket.destroy();
        }
        answer.writeHead(given.statusCode ?? 502, given.headers);
        given.pipe(answer);
      });
      incoming.pipe(passed);
    });
  }

  get url(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}/`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

const at = (name: string) => join(place, name);
const open = (name: string) => BackupFolder.toRead(at(name));
const wait = (ms: number) => saved.wait(ms);
const backup = (name: string) => saved.backup(at(name));
const interrupted = async () => {
  throw new Error('interrupted');
};

/**
 * All that a backup says of a spreadsheet. Left out is what Google gives anew: the ids of the file, of named ranges, of
 * protections and of bands; its name; and who may edit what is protected, which starts with the one who made it.
 */
function contentOf(folder: BackupFolder, spreadsheetId: string) {
  const book = new SavedSpreadsheet(folder, spreadsheetId);
  const { title: _, ...properties } = book.properties;
  const without = <T extends object>(items: readonly T[] = [], ...names: (keyof T)[]) =>
    items.map((item) =>
      Object.fromEntries(Object.entries(item).filter(([key]) => !names.includes(key as keyof T))),
    );
  return {
    properties,
    namedRanges: without(book.namedRanges, 'namedRangeId'),
    sheets: book.sheets.map(({ protectedRanges, bandedRanges, ...sheet }) => ({
      ...sheet,
      protectedRanges: without(protectedRanges ?? [], 'protectedRangeId', 'editors'),
      bandedRanges: without(bandedRanges ?? [], 'bandedRangeId'),
      blocks: [...book.blocks(sheet)],
    })),
  };
}

it('holds both spreadsheets and the list, all forms with their answers, and the document', () => {
  const folder = open('first');
  const names = folder.parts();
  expect(names.filter((name) => name.endsWith('form.json'))).toHaveLength(4);
  expect(names.filter((name) => name.endsWith('book.json'))).toHaveLength(3);
  expect(names.filter((name) => name.startsWith('documents/'))).toHaveLength(1);
  const answers = names.filter((part) => part.includes('responses-0001'));
  expect(answers.map((part) => folder.read<{ responses?: [] }>(part).responses?.length ?? 0).sort()).toEqual([
    0, 0, 0, 2,
  ]);
  const book = new SavedSpreadsheet(folder, desk.registersId);
  expect(book.register(REGISTERS.versionTexts).entries.map(({ text }) => text)).toEqual(
    desk.register('Version texts' as Tab).map(({ Text }) => Text),
  );
  expect(verifyBackup(folder)).toEqual([]);
  for (const part of ['', ...names]) expect(statSync(join(folder.path, part)).mode & 0o077).toBe(0);
});

it(`goes on wherever ${EVERY === 1 ? 'a' : 'every fourth'} request or its answer is lost, and then holds the same`, async () => {
  let lostCount = 0;
  // More requests get through each time, until that has made a part; so each, or every fourth, is lost once.
  for (let through = 0, parts = 0; ; ) {
    Object.assign(line, { left: through, lost: lostCount % 2 === 0 ? 'request' : 'answer' });
    try {
      const wish = { clients: broken, folder: at('often'), registers: desk.registersId, wait: interrupted };
      await makeBackup(wish);
      break;
    } catch (error) {
      expect(String(error)).toContain('interrupted');
      lostCount++;
      desk.workspace.kernel.clock.tick(15_000);
      const made = BackupFolder.toWrite(at('often')).parts().length;
      through = made > parts ? 0 : through + EVERY;
      parts = made;
    }
  }
  expect(lostCount).toBeGreaterThan(50 / EVERY);
  const [first, often] = [open('first'), open('often')];
  const without = (parts: string[]) => parts.filter((part) => part !== 'begun.json');
  expect(without(often.parts())).toEqual(without(first.parts()));
  for (const part of without(first.parts())) expect(often.read(part)).toEqual(first.read(part));
});

it('waits when Google is busy, as long as it says', async () => {
  Object.assign(line, { left: 5, lost: 'request' });
  const waited: number[] = [];
  const later = async (ms: number) => {
    waited.push(ms);
    if (waited.length === 6) line.left = Number.POSITIVE_INFINITY;
    await wait(Math.max(ms, 60_000));
  };
  await makeBackup({ clients: broken, folder: at('busy'), registers: desk.registersId, wait: later });
  expect(waited.slice(0, 6).map((ms) => Math.floor(Math.log2(ms / 1000)))).toEqual([0, 1, 2, 3, 4, 5]);
});

it('reads a spreadsheet anew in which something was recorded meanwhile', async () => {
  let isDone = false;
  const progress = (part: string) => {
    if (isDone || !part.includes('/102-')) return;
    isDone = true;
    desk.type('Members', 4, 'Status', [['Inactive']]);
    desk.workspace.settle();
  };
  await makeBackup({ clients, folder: at('meanwhile'), registers: desk.registersId, wait, progress });
  const book = new SavedSpreadsheet(open('meanwhile'), desk.registersId);
  expect(book.register(REGISTERS.auditTrail).entries).toHaveLength(desk.register('Audit trail').length);
  expect(verifyBackup(open('meanwhile'))).toEqual([]);
  expect(isDone).toBe(true);
});

it.each(['Registers', 'Cases'])(
  'brings %s back equal in a new spreadsheet',
  async (name) => {
    const id = name === 'Cases' ? desk.casesId : desk.registersId;
    const before = desk.workspace.sheets.all().length;
    const book = new SavedSpreadsheet(open('first'), id);
    // The answer to each change is lost once: nothing may be done twice for it.
    const unsure = async (ms: number) => {
      line.left = 2;
      await wait(ms);
    };
    Object.assign(line, { left: 1, lost: 'answer' });
    const restored = await restoreSpreadsheet({
      clients: broken,
      saved: book,
      title: `${name} anew`,
      wait: unsure,
    });
    expect(desk.workspace.sheets.all()).toHaveLength(before + 1);
    const again = BackupFolder.toWrite(at(`${name} again`));
    await saveSpreadsheet(new Saving(again, undefined, wait), clients, restored);
    const [as, was] = [contentOf(again, restored), contentOf(open('first'), id)];
    expect(as.sheets).toHaveLength(was.sheets.length);
    for (const [index, sheet] of was.sheets.entries()) expect(as.sheets[index]).toEqual(sheet);
    expect(as).toEqual(was);
    await wait(60_000);
    expect(desk.member(BEA).Name).toBe(BEA.name);
  },
  120_000,
);

it('refuses a folder that holds another backup, or none', async () => {
  await expect(backup('first')).rejects.toThrow('holds a finished backup already');
  BackupFolder.toWrite(at('other')).write('begun.json', { begun: '', registers: 'another' });
  await expect(backup('other')).rejects.toThrow('of another desk');
  expect(() => open('other')).toThrow('is not a finished backup');
  expect(() => open('nowhere')).toThrow('There is no folder');
  BackupFolder.toWrite(at('full')).write('letters.json', {});
  await expect(backup('full')).rejects.toThrow('holds other files');
});

it('refuses a folder into which another command is writing, and takes it over when that one has died', async () => {
  const folder = BackupFolder.toWrite(at('two at once'));
  const release = folder.claim();
  await expect(backup('two at once')).rejects.toThrow('Another command is writing into');
  release();
  writeFileSync(at('two at once/in-use.part'), '999999999');
  folder.claim()();
  expect(existsSync(at('two at once/in-use.part'))).toBe(false);
});

it('reads and writes nothing outside of its folder', () => {
  for (const part of ['../other/begun.json', 'spreadsheets/../../other/begun.json'])
    expect(() => open('first').read(part)).toThrow('Somebody changed this backup.');
});

it('shows each part that was changed, is gone, or was put beside', () => {
  const folder = open('busy');
  const [first = '', second = ''] = folder.parts();
  folder.write(first, { changed: true });
  folder.remove(second);
  folder.write('beside.json', {});
  expect(folder.damages()).toEqual([
    { part: first, what: 'changed' },
    { part: second, what: 'missing' },
    { part: 'beside.json', what: 'not listed' },
  ]);
});
