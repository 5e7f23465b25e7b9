// Finds in the audit trail what it says of answers whose rows somebody deleted.

import { answerInLine, type LostAnswer } from '../domain/lost-answer.ts';
import { REGISTERS } from '../registers/registers.ts';
import type { Desk } from './desk.ts';
import { findLines } from './trail-blocks.ts';
import { trailWords } from './trail-words.ts';

/** Those with these ids, by the ids of their responses; each as its last line has it. */
export function answersInTrail({ config }: Desk, ids: readonly string[]): Map<string, LostAnswer> {
  const wanted = new Set(ids);
  const { acceptance } = trailWords();
  const { lines } = findLines(
    REGISTERS,
    { id: config.registersId, tabs: config.tabs },
    ({ what, subject }) => acceptance.has(what) && wanted.has(subject),
  );
  const found = new Map<string, LostAnswer>();
  for (const { entry } of lines) {
    const read = answerInLine(entry);
    if (read) found.set(read.responseId, read.answer);
  }
  return found;
}
