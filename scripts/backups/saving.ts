// Asks for the parts of a backup one after the other, each only as long as it is not there.

import { patiently } from '../google/patience.ts';
import type { BackupFolder } from './backup-folder.ts';

export class Saving {
  constructor(
    readonly folder: BackupFolder,
    private readonly progress: (what: string) => void = () => {},
    private readonly wait?: (ms: number) => Promise<void>,
  ) {}

  /** A part: as it is on disk, or asked for and put there. */
  async part<T>(name: string, ask: () => Promise<T>): Promise<T> {
    if (this.folder.has(name)) return this.folder.read<T>(name);
    this.progress(name);
    const value = await this.ask(ask);
    this.folder.write(name, value);
    return value;
  }

  /** What is not kept. */
  ask<T>(ask: () => Promise<T>): Promise<T> {
    return patiently(ask, this.wait);
  }
}
