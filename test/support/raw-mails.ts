// Fifty mails as they come from the world outside, byte for byte, with what a careful reader makes of each.

import { AUTOMATIC, BOUNCES, OWN } from '../local-workspace/gmail/raw/automatic.ts';
import { CHARSETS } from '../local-workspace/gmail/raw/charsets.ts';
import { MALFORMED } from '../local-workspace/gmail/raw/malformed.ts';
import { PEOPLE } from '../local-workspace/gmail/raw/people.ts';
import { WITH_FILES } from '../local-workspace/gmail/raw/with-files.ts';

export interface RawMail {
  readonly name: string;
  /**
   * `request`: from a person who can be answered, even if its form is broken; `automatic` and `bounce`: from a
   * machine; `own`: from the desk's own address; `malformed`: nobody to answer can be read in it.
   */
  readonly kind: 'request' | 'automatic' | 'bounce' | 'own' | 'malformed';
  /** The source, as it would be handed to the desk's mail server. */
  readonly source: Uint8Array;
  readonly expected: {
    /** The sender's address in lower case, or '' when there is none. */
    readonly from: string;
    readonly subject: string;
    /** What a person reads of it, of HTML the words; runs of white space count as one space. */
    readonly text: string;
    /** A machine wrote it (`automatic` and `bounce`). */
    readonly automatic: boolean;
  };
}

/** Text as `expected` has it: runs of white space, line breaks among them, as one space. */
export const oneSpaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const RAW_MAILS: readonly RawMail[] = [
  ...PEOPLE,
  ...WITH_FILES,
  ...CHARSETS,
  ...AUTOMATIC,
  ...BOUNCES,
  ...OWN,
  ...MALFORMED,
];
