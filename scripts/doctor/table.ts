// Writes findings as a table of 80 columns: how serious, where, what is wrong, and below it what to do.

import type { Finding } from './finding.ts';

const WIDTH = 80;
const SERIOUS = 7;
const WHERE = 24;
const TEXT = WIDTH - SERIOUS - WHERE;

/** SGR codes of ECMA-48; without colour the words say the same. */
const COLOURS = { red: '\u001b[1;31m', amber: '\u001b[33m', off: '\u001b[0m' };

/** @param colour see https://no-color.org for when there should be none */
export function tableOf(findings: readonly Finding[], colour: boolean): string {
  const serious = findings.filter(({ severity }) => severity === 'red');
  const others = findings.filter(({ severity }) => severity === 'amber');
  if (findings.length === 0) return 'Everything that can be seen from outside is as it should be.\n';
  const rows = [...serious, ...others].map((finding) => rowOf(finding, colour));
  const counted = [count(serious.length, 'red'), count(others.length, 'amber')].filter((part) => part !== '');
  return `${rows.join('\n')}\nFound: ${counted.join(', ')}.\n`;
}

const count = (number: number, severity: string) => (number === 0 ? '' : `${number} ${severity}`);

function rowOf({ severity, where, what, remedy }: Finding, colour: boolean): string {
  const word = severity.toUpperCase().padEnd(SERIOUS);
  const first = colour ? `${COLOURS[severity]}${word}${COLOURS.off}` : word;
  const left = wrapped(where, WHERE - 2);
  const right = [
    ...wrapped(what, TEXT),
    ...wrapped(remedy, TEXT - 2).map((line, at) => (at ? '  ' : '→ ') + line),
  ];
  const lines = Array.from({ length: Math.max(left.length, right.length) }, (_, at) => {
    const start = at === 0 ? first : ' '.repeat(SERIOUS);
    return `${start}${(left[at] ?? '').padEnd(WHERE)}${right[at] ?? ''}`.trimEnd();
  });
  return `${lines.join('\n')}\n`;
}

/** Breaks a text between words into lines of at most so many letters; a longer word stays whole. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
