// Members who differ by their numbers alone, for desks on which there are many.

import { numbered } from '../../src/domain/running-number.ts';
import { NUMBERING } from '../../src/workflows/desk.ts';

const { prefix, digits } = NUMBERING.members;

/** The one who gets this number on a new roster; the first is 1. */
export const memberNumbered = (number: number) => ({
  id: numbered(prefix, number, digits),
  name: `Member ${number}`,
  email: `member${number}@example.org`,
});

export type NumberedMember = ReturnType<typeof memberNumbered>;

/** So many, from the first on. */
export const membersNumbered = (count: number): NumberedMember[] =>
  Array.from({ length: count }, (_, index) => memberNumbered(index + 1));
