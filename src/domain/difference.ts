// What changed between two texts of the code, clause by clause, down to the word.

import { type CodePiece, parseCode } from './code-text.ts';

/** A stretch of words: the same in both texts, only in the new one, only in the old one, or left out as unchanged. */
export interface Stretch {
  kind: 'same' | 'added' | 'removed' | 'gap';
  text: string;
}

export interface ClauseChange {
  kind: 'added' | 'removed' | 'reworded';
  title: string;
  /** The whole clause when it is new or gone; when it is reworded, the changes with some words around. */
  stretches: Stretch[];
}

const keyOf = ({ title }: CodePiece) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '');

/** The clauses that were added, taken out or reworded, in the order of the new text. Moved clauses are no change. */
export function differenceOf(before: string, after: string): ClauseChange[] {
  const isClause = ({ kind }: CodePiece) => kind !== 'last update';
  const old = parseCode(before).filter(isClause);
  const fresh = parseCode(after).filter(isClause);
  const pairs = pairUp(old, fresh);
  const changes: ClauseChange[] = [];
  let place = 0;
  for (const piece of fresh) {
    const earlier = pairs.get(piece);
    if (earlier) {
      const until = old.indexOf(earlier);
      for (; place < until; place++) noteRemoved(changes, old[place] as CodePiece, pairs);
      place = Math.max(place, until + 1);
      const title = earlier.title === piece.title ? piece.title : `${earlier.title} → ${piece.title}`;
      const stretches = earlier.body === piece.body ? [] : shortened(compareWords(earlier.body, piece.body));
      if (stretches.length > 0 || title !== piece.title) changes.push({ kind: 'reworded', title, stretches });
    } else changes.push({ kind: 'added', title: piece.title, stretches: whole('added', piece) });
  }
  for (; place < old.length; place++) noteRemoved(changes, old[place] as CodePiece, pairs);
  return changes;
}

function noteRemoved(changes: ClauseChange[], piece: CodePiece, pairs: Map<CodePiece, CodePiece>): void {
  if ([...pairs.values()].includes(piece)) return;
  changes.push({ kind: 'removed', title: piece.title, stretches: whole('removed', piece) });
}

const whole = (kind: 'added' | 'removed', { body }: CodePiece): Stretch[] =>
  body === '' ? [] : [{ kind, text: wordsOf(body).join(' ') }];

/** The old clause of each new one: that of the same title, or one of another title with mostly the same words. */
function pairUp(old: readonly CodePiece[], fresh: readonly CodePiece[]): Map<CodePiece, CodePiece> {
  const pairs = new Map<CodePiece, CodePiece>();
  const left = new Set(old);
  const pair = (piece: CodePiece, earlier: CodePiece | undefined) => {
    if (!earlier) return;
    pairs.set(piece, earlier);
    left.delete(earlier);
  };
  for (const piece of fresh)
    pair(
      piece,
      [...left].find((earlier) => keyOf(earlier) === keyOf(piece)),
    );
  for (const piece of fresh) {
    if (!pairs.has(piece))
      pair(
        piece,
        [...left].find((earlier) => isMostly(earlier.body, piece.body)),
      );
  }
  return pairs;
}

/** Whether two bodies have two thirds of their words in common. */
function isMostly(before: string, after: string): boolean {
  const [a, b] = [new Set(wordsOf(before)), new Set(wordsOf(after))];
  const common = [...a].filter((word) => b.has(word)).length;
  return common > 0 && common / Math.max(a.size, b.size) >= 2 / 3;
}

/** The longest common run of words kept, the others marked; beginnings and ends that agree are set aside first. */
export function compareWords(before: string, after: string): Stretch[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end++;
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const marked: Stretch[] = [];
  const add = (kind: Stretch['kind'], words: readonly string[]) => {
    const last = marked[marked.length - 1];
    if (words.length === 0) return;
    if (last?.kind === kind) last.text += ` ${words.join(' ')}`;
    else marked.push({ kind, text: words.join(' ') });
  };
  add('same', a.slice(0, start));
  walk(x, y, add);
  add('same', a.slice(a.length - end));
  return marked;
}

/** Follows the table of longest common runs from the first words to the last; within a change, old words come first. */
function walk(x: string[], y: string[], add: (kind: Stretch['kind'], words: string[]) => void): void {
  const width = y.length + 1;
  const longest = new Uint16Array((x.length + 1) * width);
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = y.length - 1; j >= 0; j--) {
      const at = i * width + j;
      longest[at] =
        x[i] === y[j]
          ? (longest[at + width + 1] as number) + 1
          : Math.max(longest[at + width] as number, longest[at + 1] as number);
    }
  }
  let [i, j] = [0, 0];
  let fresh: string[] = [];
  const flush = () => {
    add('added', fresh);
    fresh = [];
  };
  while (i < x.length || j < y.length) {
    const at = i * width + j;
    if (i < x.length && j < y.length && x[i] === y[j]) {
      flush();
      add('same', [x[i++] as string]);
      j++;
    } else if (
      j < y.length &&
      (i === x.length || (longest[at + 1] as number) > (longest[at + width] as number))
    ) {
      fresh.push(y[j++] as string);
    } else add('removed', [x[i++] as string]);
  }
  flush();
}

/** Words kept on each side of a change. */
const AROUND = 7;

/** Leaves out what did not change and stands far from any change. */
function shortened(stretches: readonly Stretch[]): Stretch[] {
  return stretches.flatMap((stretch, index) => {
    if (stretch.kind !== 'same') return [stretch];
    const words = wordsOf(stretch.text);
    const before = index === 0 ? 0 : AROUND;
    const after = index === stretches.length - 1 ? 0 : AROUND;
    if (words.length <= before + after + 3) return [stretch];
    const same = (part: string[]): Stretch[] =>
      part.length > 0 ? [{ kind: 'same', text: part.join(' ') }] : [];
    return [
      ...same(words.slice(0, before)),
      { kind: 'gap', text: '…' },
      ...same(words.slice(words.length - after)),
    ];
  });
}
