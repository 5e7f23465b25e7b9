// Seeded randomness: the same seed gives the same ids, minutes and demonstration every time.

import type { Store, Table } from './store.ts';

export class Random {
  private readonly state: Table<number>;

  constructor(store: Store, seed: number) {
    this.state = store.table<number>('random');
    if (!this.state.has('state')) this.state.set('state', seed >>> 0);
  }

  /** A number from 0 up to 1 (mulberry32, a public-domain generator of 32 bits of state). */
  next(): number {
    const state = ((this.state.get('state') as number) + 0x6d2b79f5) >>> 0;
    this.state.set('state', state);
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  integer(below: number): number {
    return Math.floor(this.next() * below);
  }

  /** An id of letters, digits, `-` and `_`, in the style of Google's. */
  id(length: number, prefix = ''): string {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    let id = prefix;
    while (id.length < length) id += alphabet[this.integer(alphabet.length)];
    return id;
  }

  /** Lower-case hexadecimal digits. */
  hex(length: number): string {
    let id = '';
    while (id.length < length) id += this.integer(16).toString(16);
    return id;
  }
}
