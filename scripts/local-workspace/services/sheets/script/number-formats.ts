// From the pattern that a script sets to the kind of number format that the Sheets API keeps with it.

import type { NumberFormat } from '../schemas.ts';

/** @param pattern such as `@`, `0.00%`, `yyyy-mm-dd`; `General` and '' are the automatic format */
export function numberFormatOf(pattern: string | null): NumberFormat | undefined {
  if (pattern === null || pattern === '' || /^general$/i.test(pattern)) return undefined;
  return { type: kindOf(pattern.replace(/"[^"]*"|\\./g, '')), pattern };
}

function kindOf(bare: string): NumberFormat['type'] {
  if (bare === '@') return 'TEXT';
  if (/[0#?]/.test(bare)) {
    if (bare.includes('%')) return 'PERCENT';
    if (/E[+-]0/i.test(bare)) return 'SCIENTIFIC';
    return /[$€£¥]/.test(bare) ? 'CURRENCY' : 'NUMBER';
  }
  const time = /[hs]/i.test(bare);
  const day = /[yd]/i.test(bare) || (/m/i.test(bare) && !time);
  if (day) return time ? 'DATE_TIME' : 'DATE';
  return time ? 'TIME' : 'NUMBER';
}
