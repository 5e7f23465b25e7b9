// A rehearsal that begins with a backup: it goes on where the desk stood, sends nothing, and leaves the backup as it was.

import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { BackupFolder } from '../../scripts/backups/backup-folder.ts';
import { readProjectFolder } from '../../scripts/local-workspace/index.ts';
import { beginFromBackup, dayOfBackup } from '../../scripts/rehearsal/begin-from-backup.ts';
import { type DayEnd, rehearse } from '../../scripts/rehearsal/rehearse.ts';
import { entriesOf, type RehearsedDesk, settingsOf } from '../../scripts/rehearsal/rehearsed-desk.ts';
import { backedUpDesk } from '../support/backed-up-desk.ts';
import type { TestDesk } from '../support/desk.ts';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

let place: string;
let desk: TestDesk;
let backup: BackupFolder;
let copy: RehearsedDesk;
let ends: DayEnd[];
let connections = 0;
/** The roster, and the text of the Code, before the first day. */
let begun: { members: unknown[]; text: string };

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'rehearsal-'));
  const made = await backedUpDesk();
  desk = made.desk;
  await made.backup(place);
  await made.served.close();
  backup = BackupFolder.toRead(place);
  const watch = jest.spyOn(Socket.prototype, 'connect').mockImplementation(() => {
    connections++;
    throw new Error('A rehearsal connects to nothing');
  });
  copy = await beginFromBackup(readProjectFolder(DIST), backup, 1);
  begun = { members: rosterOf(copy), text: copy.workspace.docs.text(settingsOf(copy).codeDocument) };
  ends = rehearse(copy, { days: 4, habit: 'quick', random: () => 0.4 });
  watch.mockRestore();
});

afterAll(() => {
  rmSync(place, { recursive: true, force: true });
  desk?.workspace.close();
  copy?.workspace.close();
});

const rosterOf = (of: RehearsedDesk) =>
  entriesOf(of, 'members').map(({ id, name, email, standing, acceptedOn, lastAsked }) => {
    return { id, name, email, standing, acceptedOn, lastAsked };
  });

it('begins with the roster, the standing and the Code of the backup, on its day', () => {
  expect(begun.members).toHaveLength(3);
  expect(begun.members).toEqual(rosterOf(desk));
  expect(begun.text).toBe(desk.workspace.docs.text(settingsOf(desk).codeDocument));
  expect(dayOfBackup(backup)).toBe('2026-01-12');
  expect(ends.map(({ day }) => day)).toEqual(['2026-01-13', '2026-01-14', '2026-01-15', '2026-01-16']);
});

it('lets a member answer with the link that was mailed before the backup', () => {
  expect(entriesOf(copy, 'members').map(({ standing }) => standing)).toEqual([
    'Current',
    'Declined',
    'Current',
  ]);
  expect(entriesOf(copy, 'acceptances').map(({ confirmedBy }) => confirmedBy)).toEqual(
    Array(3).fill('Personal link'),
  );
  expect(entriesOf(copy, 'problems').map(({ what }) => what)).toEqual(
    entriesOf(desk, 'problems').map(({ what }) => what),
  );
});

it('is what the typed command does', async () => {
  const out = join(place, '..', `${basename(place)}-out`);
  const wishes = ['--from', place, '--days', '1', '--answers', 'none', '--no-names', '--out', out];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'scripts/rehearse.ts', ...wishes],
    { env: { ...process.env, NODE_OPTIONS: '' } },
  );
  const days = readFileSync(join(out, 'days.csv'), 'utf8');
  const files = readdirSync(out).sort();
  rmSync(out, { recursive: true });
  expect(stdout).toContain('The page: file://');
  expect(days.match(/^\d{4}-\d\d-\d\d/gm)).toEqual(['2026-01-13']);
  expect(files).toEqual(['asked.csv', 'days.csv', 'rehearsal.html', 'to-do.csv']);
}, 120_000);

it('connects to nothing, and changes nothing in the backup', () => {
  expect(connections).toBe(0);
  expect(backup.damages()).toEqual([]);
});
