// What the check of the audit trail says to staff: what does not fit, where, and what to do.

import type { Misfit } from '../domain/trail-check.ts';

const WHERE: Record<Misfit['where'], string> = {
  trail: 'In the tab “Audit trail”, line ',
  acceptance: 'In the tab “Acceptances”, ',
  version: 'In the tab “Code versions”, version ',
  text: 'In the tab “Version texts”, the text of version ',
};

const WHY: Record<Misfit['why'], string> = {
  moved: 'does not stand in its place: a line is missing, is there twice, or was moved',
  changed: 'is not as it was written',
  erased: 'has lost its words, and no erasure of a member says so',
  'cut off': 'and what followed it are missing, or the end of the trail was changed',
  gone: 'is gone',
  'not in the trail': 'is not in the audit trail',
  'unknown version': 'is about a version of the Code that is not in “Code versions” with the same text',
};

/** One sentence. */
export const misfitInWords = ({ where, why, of, row }: Misfit): string =>
  `${WHERE[where]}${of}${row === null ? '' : ` (row ${row})`} ${WHY[why]}.`;
