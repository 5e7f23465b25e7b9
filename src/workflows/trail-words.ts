// What lines of the audit trail say that prove more than themselves.

import { AUDIT } from '../content/tab-words.ts';
import type { TrailWords } from '../domain/trail-check.ts';

export const trailWords = (): TrailWords => ({
  acceptance: new Set([
    AUDIT.accepted,
    AUDIT.declined,
    AUDIT.unconfirmed,
    AUDIT.paper,
    AUDIT.matched,
    AUDIT.answerPutBack,
  ]),
  version: new Set([
    AUDIT.version,
    AUDIT.noticed,
    AUDIT.renewedText,
    AUDIT.published,
    AUDIT.stopped,
    AUDIT.retired,
    AUDIT.kept,
  ]),
  erased: AUDIT.erased,
});
