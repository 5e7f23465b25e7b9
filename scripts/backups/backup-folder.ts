// A backup on disk: parts that are whole or not there, and at the end a list of them with checksums.

import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import * as z from 'zod';

const manifest = z.object({
  /** When the backup was begun and finished, ISO 8601, UTC. */
  begun: z.string(),
  finished: z.string(),
  /** The id of the Registers. */
  registers: z.string(),
  parts: z.record(z.string(), z.object({ bytes: z.number(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof manifest>;

const MANIFEST = 'backup.json';
const UNFINISHED = '.part';
/** Holds the number of the process that is writing; it is no part. */
const CLAIM = `in-use${UNFINISHED}`;

/** A part that is not what the list says. */
export interface Damage {
  readonly part: string;
  readonly what: 'missing' | 'changed' | 'not listed';
}

export class BackupFolder {
  /** A folder for a new backup, or for one that goes on. Only its owner can look into it. */
  static toWrite(path: string): BackupFolder {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return new BackupFolder(path);
  }

  /** @throws Error when it is not a finished backup */
  static toRead(path: string): BackupFolder {
    if (!existsSync(path) || !statSync(path).isDirectory()) throw new Error(`There is no folder ${path}.`);
    const folder = new BackupFolder(path);
    folder.manifest();
    return folder;
  }

  private constructor(readonly path: string) {}

  /** Whether there is nothing at all, but for what an interruption may have left. */
  get isEmpty(): boolean {
    return readdirSync(this.path).every((name) => name.endsWith(UNFINISHED));
  }

  /**
   * Keeps other commands out as long as this process lives.
   * @returns what lets them in again
   * @throws Error when another one is writing
   */
  claim(): () => void {
    const file = this.fileOf(CLAIM);
    if (existsSync(file) && lives(Number(readFileSync(file, 'utf8'))))
      throw new Error(
        `Another command is writing into ${this.path}. Please wait until it has ended. If none is, delete ${file}.`,
      );
    rmSync(file, { force: true });
    writeFileSync(file, String(process.pid), { mode: 0o600, flag: 'wx' });
    return () => rmSync(file, { force: true });
  }

  has(part: string): boolean {
    return existsSync(this.fileOf(part));
  }

  /** Readable by its owner alone. A part appears whole: an interruption leaves it out. */
  write(part: string, value: unknown): void {
    const file = this.fileOf(part);
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(`${file}${UNFINISHED}`, `${JSON.stringify(value)}\n`, { mode: 0o600 });
    renameSync(`${file}${UNFINISHED}`, file);
  }

  /** @throws Error when it is not there, or no JSON */
  read<T>(part: string): T {
    return JSON.parse(readFileSync(this.fileOf(part), 'utf8')) as T;
  }

  /** Takes a part away, or all of a place. */
  remove(place: string): void {
    rmSync(this.fileOf(place), { recursive: true, force: true });
  }

  /** All parts of a place, in the order of their names. */
  parts(place = ''): string[] {
    const all = readdirSync(this.path, { recursive: true, withFileTypes: true });
    const files = all.filter((entry) => entry.isFile() && !entry.name.endsWith(UNFINISHED));
    return files
      .map(({ parentPath, name }) => relative(this.path, join(parentPath, name)).replaceAll('\\', '/'))
      .filter((path) => path !== MANIFEST && path.startsWith(place))
      .sort();
  }

  get isFinished(): boolean {
    return this.has(MANIFEST);
  }

  /** Measures all parts and writes the list of them, which makes it a backup. */
  finish(about: Pick<Manifest, 'begun' | 'finished' | 'registers'>): Manifest {
    const parts = Object.fromEntries(this.parts().map((part) => [part, this.measure(part)]));
    const made = { ...about, parts };
    this.write(MANIFEST, made);
    return made;
  }

  /** @throws Error when the backup was not finished, or its list cannot be read */
  manifest(): Manifest {
    if (!this.isFinished)
      throw new Error(
        `${this.path} is not a finished backup. “npm run backup” with this folder goes on with it.`,
      );
    try {
      return manifest.parse(this.read(MANIFEST));
    } catch {
      throw new Error(
        `The list of parts, ${join(this.path, MANIFEST)}, cannot be read. Somebody changed it.`,
      );
    }
  }

  /** What differs from the list; nothing, when the backup is as it was made. */
  damages(): Damage[] {
    const { parts } = this.manifest();
    const present = this.parts();
    const damaged = Object.entries(parts).flatMap(([part, listed]): Damage[] => {
      if (!present.includes(part)) return [{ part, what: 'missing' }];
      return this.measure(part).sha256 === listed.sha256 ? [] : [{ part, what: 'changed' }];
    });
    const unlisted = present.filter((part) => !Object.hasOwn(parts, part));
    return [...damaged, ...unlisted.map((part) => ({ part, what: 'not listed' as const }))];
  }

  private measure(part: string): { bytes: number; sha256: string } {
    const content = readFileSync(this.fileOf(part));
    return { bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
  }

  /** @throws Error when it would lie elsewhere: whoever changes a backup can write any name into it */
  private fileOf(part: string): string {
    const file = join(this.path, part);
    if (relative(this.path, file).startsWith('..'))
      throw new Error(`“${part}” would lie outside of ${this.path}. Somebody changed this backup.`);
    return file;
  }
}

/** Whether a process of this number runs on this computer. */
function lives(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}
