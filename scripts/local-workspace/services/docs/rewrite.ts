// Turns the text of a document into another one as a person would who edits it: only what differs is touched.

import type { Draft } from './draft.ts';
import { type Paragraph, paragraphText } from './model.ts';

/** @param wholeText one line a paragraph */
export function rewrite(draft: Draft, wholeText: string): void {
  const wanted = wholeText.replace(/\r\n?/g, '\n').split('\n');
  const old = draft.all().map(({ paragraph }) => paragraphText(paragraph).slice(0, -1));
  // From the end to the beginning, so that the paragraphs still to be changed keep their numbers.
  for (const gap of gaps(old, wanted).reverse()) fill(draft, gap, wanted);
}

/** Paragraphs `from` up to `to` become the lines `start` up to `end`. */
interface Gap {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

function fill(draft: Draft, { from, to, start, end }: Gap, wanted: readonly string[]): void {
  const common = Math.min(to - from, end - start);
  const at = (number: number) => draft.all()[number] as { paragraph: Paragraph; start: number };
  const length = (number: number) => paragraphText(at(number).paragraph).length;
  // Lines that are too many go with the line feed behind them, or at the end of the document with the one before.
  for (let number = to - 1; number >= from + common; number--) {
    const begin = at(number).start;
    if (number < draft.all().length - 1) draft.delete(begin, begin + length(number));
    else draft.delete(begin - 1, begin + length(number) - 1);
  }
  const added = wanted.slice(start + common, end);
  if (added.length > 0) {
    const before = from + common - 1;
    if (before >= 0) {
      const { start: begin } = at(before);
      draft.insert(begin + length(before) - 1, `\n${added.join('\n')}`, {});
      // As when somebody presses Enter at the end of a heading.
      if (at(before).paragraph.style.namedStyleType !== 'NORMAL_TEXT') {
        draft.restyleNumbered(before + 1, before + 1 + added.length, (style) => ({
          ...style,
          namedStyleType: 'NORMAL_TEXT',
        }));
      }
    } else draft.insert(1, `${added.join('\n')}\n`, {});
  }
  for (let i = common - 1; i >= 0; i--) reword(draft, at(from + i), wanted[start + i] as string);
}

/** Keeps what both texts begin and end with. */
function reword(
  draft: Draft,
  { paragraph, start }: { paragraph: Paragraph; start: number },
  wanted: string,
): void {
  const old = paragraphText(paragraph).slice(0, -1);
  if (old === wanted) return;
  const most = Math.min(old.length, wanted.length);
  let head = 0;
  while (head < most && old[head] === wanted[head]) head++;
  if (/[\ud800-\udbff]/.test(old[head - 1] ?? '')) head--;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === wanted.at(-1 - tail)) tail++;
  if (/[\udc00-\udfff]/.test(old.at(-tail) ?? '') && tail > 0) tail--;
  draft.replace(start + head, start + old.length - tail, wanted.slice(head, wanted.length - tail));
}

/** What lies between the paragraphs that both texts share, by their longest common subsequence. */
function gaps(old: readonly string[], wanted: readonly string[]): Gap[] {
  const longest = old.map(() => new Array<number>(wanted.length + 1).fill(0));
  longest.push(new Array<number>(wanted.length + 1).fill(0));
  const at = (i: number, j: number) => longest[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = wanted.length - 1; j >= 0; j--) {
      (longest[i] as number[])[j] =
        old[i] === wanted[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found: Gap[] = [];
  let from = 0;
  let start = 0;
  let i = 0;
  let j = 0;
  const close = () => {
    if (i > from || j > start) found.push({ from, to: i, start, end: j });
  };
  while (i < old.length && j < wanted.length) {
    if (old[i] === wanted[j]) {
      close();
      i++;
      j++;
      from = i;
      start = j;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  i = old.length;
  j = wanted.length;
  close();
  return found;
}
