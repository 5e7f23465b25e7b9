// What an execution has learned from outside, in its order: played again, it leads a new realm to the same point.

import { GoogleError } from '../kernel/errors.ts';
import { ServiceObject } from './service.ts';

type Learned = { readonly what: string } & ({ readonly value: unknown } | { readonly error: GoogleError });

export class Tape {
  private at = 0;

  private constructor(private readonly learned: Learned[]) {}

  static empty(): Tape {
    return new Tape([]);
  }

  /**
   * Gives what was learned at this point the first time, or learns it now.
   * @throws Error when it was something else: then what happened depends on something that is not on the tape
   */
  play<T>(what: string, learn: () => T): T {
    const known = this.learned[this.at++];
    if (known) {
      if (known.what !== what) throw new Error(`${what} came where ${known.what} had come before`);
      if ('error' in known) throw known.error;
      return known.value as T;
    }
    const place = this.at - 1;
    try {
      const value = learn();
      this.learned[place] = { what, value };
      return value;
    } catch (error) {
      if (error instanceof GoogleError) this.learned[place] = { what, error };
      throw error;
    }
  }

  /** The same tape from its beginning; undefined when it holds an object of a service, which belongs to its execution. */
  rewound(): Tape | undefined {
    return this.learned.some((one) => 'value' in one && holdsService(one.value))
      ? undefined
      : new Tape(this.learned);
  }
}

const holdsService = (value: unknown): boolean =>
  value instanceof ServiceObject ||
  (typeof value === 'object' && value !== null && Object.values(value).some(holdsService));
