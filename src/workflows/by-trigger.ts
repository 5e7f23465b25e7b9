// What every trigger goes through: those of an account that does not own the automatic work do nothing.

import { seldomPart } from '../google/seldom-part.ts';
import { NotTheOwner, startedByTrigger } from './config.ts';

/** Runs what a trigger starts. Under an account that has handed over, its triggers delete themselves instead. */
export const byTrigger =
  <E>(work: (event: E) => void) =>
  (event: E): void => {
    startedByTrigger();
    try {
      work(event);
    } catch (error) {
      if (!(error instanceof NotTheOwner)) throw error;
      seldomPart().leave();
    }
  };
