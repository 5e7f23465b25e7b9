// A document while it is being changed; positions are counted as Docs counts them, in UTF-16 code units from 1.

import { invalid } from '../../kernel/errors.ts';
import {
  type BulletPreset,
  DEEPEST_LEVEL,
  type DocumentRecord,
  type Paragraph,
  type ParagraphStyle,
  paragraphText,
  type TextRun,
  type TextStyle,
} from './model.ts';

/** Position 0 belongs to the section break that opens every document. */
const FIRST = 1;

export class Draft {
  private paragraphs: Paragraph[];
  private lists: DocumentRecord['lists'];

  /** @param newId makes ids for headings and lists: `h.…`, `kix.…` */
  constructor(
    private readonly record: DocumentRecord,
    private readonly newId: (prefix: string) => string,
  ) {
    this.paragraphs = [...record.paragraphs];
    this.lists = record.lists;
  }

  result(): DocumentRecord {
    return { ...this.record, paragraphs: this.paragraphs, lists: this.lists };
  }

  /** The position after the last line feed. */
  get end(): number {
    return this.paragraphs.reduce((sum, paragraph) => sum + length(paragraph), FIRST);
  }

  /** Paragraphs with the positions where they begin. */
  all(): { paragraph: Paragraph; start: number }[] {
    let start = FIRST;
    return this.paragraphs.map((paragraph) => {
      const place = { paragraph, start };
      start += length(paragraph);
      return place;
    });
  }

  /** @param style of the new text; without it that of the text before it, or at the start of a paragraph of what follows */
  insert(index: number, given: string, style?: TextStyle): void {
    this.requireInside(index);
    const { at, offset } = this.locate(index);
    if (offset < 0) {
      throw invalid(
        'The insertion index must be inside the bounds of an existing paragraph. You can still create new paragraphs by inserting newlines.',
      );
    }
    const text = insertable(given);
    if (text === '') return;
    const paragraph = this.paragraphs[at] as Paragraph;
    this.keepPairs(paragraph, offset);
    const [before, after] = split(paragraph.runs, offset);
    const own = style ?? (before.at(-1) ?? (after[0] as TextRun)).style;
    const pieces = cut(join([...before, { text, style: own }, ...after]));
    this.paragraphs.splice(
      at,
      1,
      ...pieces.map((runs, i) => ({
        ...paragraph,
        runs,
        // The first piece keeps the heading's id; the others are headings of their own.
        style: i === 0 ? paragraph.style : this.identified({ ...paragraph.style, headingId: undefined }),
      })),
    );
  }

  /** Two paragraphs become one when the line feed between them goes. */
  delete(start: number, end: number): void {
    this.requireRange(start, end);
    if (start < FIRST) throw invalid('The range cannot include the section break at the start of the body.');
    const from = this.locate(start);
    const to = this.locate(end);
    const first = this.paragraphs[from.at] as Paragraph;
    const last = this.paragraphs[to.at] as Paragraph;
    this.keepPairs(first, from.offset);
    this.keepPairs(last, to.offset);
    const runs = join([...split(first.runs, from.offset)[0], ...split(last.runs, to.offset)[1]]);
    const kept = from.offset === 0 ? last : first;
    this.paragraphs.splice(from.at, to.at - from.at + 1, { ...kept, runs });
  }

  restyleText(start: number, end: number, change: (style: TextStyle) => TextStyle): void {
    this.requireRange(start, end);
    this.overlapping(start, end, (paragraph, begin) => {
      const [before, rest] = split(paragraph.runs, Math.max(0, start - begin));
      const [inside, after] = split(rest, end - Math.max(start, begin));
      const changed = inside.map((run) => ({ ...run, style: change(run.style) }));
      return { ...paragraph, runs: join([...before, ...changed, ...after]) };
    });
  }

  restyleParagraphs(start: number, end: number, change: (style: ParagraphStyle) => ParagraphStyle): void {
    this.requireRange(start, end);
    this.overlapping(start, end, (paragraph) => ({
      ...paragraph,
      style: this.identified(change(paragraph.style)),
    }));
  }

  /** As a person does, who may also style the empty paragraph at the end. @param to the number behind the last */
  restyleNumbered(from: number, to: number, change: (style: ParagraphStyle) => ParagraphStyle): void {
    this.paragraphs = this.paragraphs.map((paragraph, number) =>
      number >= from && number < to
        ? { ...paragraph, style: this.identified(change(paragraph.style)) }
        : paragraph,
    );
  }

  /** Leading tabs say how deep a paragraph lies in the list, and go. */
  bullet(start: number, end: number, preset: BulletPreset): void {
    this.requireRange(start, end);
    let before: Paragraph | undefined;
    for (const { paragraph, start: begin } of this.all())
      if (begin + length(paragraph) <= start) before = paragraph;
    const near = before?.bullet?.listId;
    const joins = near !== undefined && this.lists[near]?.preset === preset;
    const listId = joins ? near : this.newId('kix.');
    this.lists = { ...this.lists, [listId]: { preset } };
    this.overlapping(start, end, (paragraph) => {
      const tabs = /^\t*/.exec(paragraphText(paragraph))?.[0].length ?? 0;
      const nestingLevel = Math.min(tabs, DEEPEST_LEVEL);
      const indent = 36 * (nestingLevel + 1);
      return {
        runs: split(paragraph.runs, tabs)[1],
        style: {
          ...paragraph.style,
          indentStart: { magnitude: indent, unit: 'PT' },
          indentFirstLine: { magnitude: indent - 18, unit: 'PT' },
        },
        bullet: { listId, nestingLevel },
      };
    });
  }

  /** @returns how often the text was found; it is looked for inside paragraphs */
  replaceAll(wanted: string, replacement: string, matchCase: boolean): number {
    const spans = this.all().flatMap(({ paragraph, start }) =>
      occurrences(paragraphText(paragraph).slice(0, -1), wanted, matchCase).map((offset) => start + offset),
    );
    for (const start of spans.reverse()) this.replace(start, start + wanted.length, replacement);
    return spans.length;
  }

  /** Puts text in the place of other text, in the style of that text's beginning. */
  replace(start: number, end: number, text: string): void {
    const { at, offset } = this.locate(start);
    const style = (split((this.paragraphs[at] as Paragraph).runs, offset)[1][0] as TextRun).style;
    if (text !== '') this.insert(end, text, style);
    if (end > start) this.delete(start, end);
  }

  private identified(style: ParagraphStyle & { readonly headingId?: string | undefined }): ParagraphStyle {
    const { headingId, ...rest } = style;
    return rest.namedStyleType === 'NORMAL_TEXT'
      ? rest
      : { ...rest, headingId: headingId ?? this.newId('h.') };
  }

  /** The paragraph in which a position lies; the offset is -1 ahead of the first one. */
  private locate(index: number): { at: number; offset: number } {
    let start = FIRST;
    for (const [at, paragraph] of this.paragraphs.entries()) {
      const size = length(paragraph);
      if (index < start + size) return { at, offset: Math.max(index - start, -1) };
      start += size;
    }
    throw outside(index, this.end);
  }

  private overlapping(
    start: number,
    end: number,
    change: (paragraph: Paragraph, begin: number) => Paragraph,
  ): void {
    this.paragraphs = this.all().map(({ paragraph, start: begin }) =>
      begin < end && begin + length(paragraph) > start ? change(paragraph, begin) : paragraph,
    );
  }

  private requireInside(index: number): void {
    if (index >= this.end) throw outside(index, this.end);
  }

  private requireRange(start: number, end: number): void {
    if (end <= start) throw invalid('The range should not be empty.');
    if (end > this.end) throw outside(end, this.end);
    if (end === this.end)
      throw invalid('The range cannot include the newline character at the end of the segment.');
  }

  /** Docs never lets half of a character go. */
  private keepPairs(paragraph: Paragraph, offset: number): void {
    const around = paragraphText(paragraph).slice(Math.max(0, offset - 1), offset + 1);
    if (offset > 0 && /^[\ud800-\udbff][\udc00-\udfff]$/.test(around))
      throw invalid('The index cannot be inside a surrogate pair.');
  }
}

const outside = (index: number, end: number) =>
  invalid(`Index ${index} must be less than the end index of the referenced segment, ${end}.`);

const length = (paragraph: Paragraph): number =>
  paragraph.runs.reduce((sum, { text }) => sum + text.length, 0);

/** What remains of inserted text: control characters and private-use characters do not get into a document. */
export const insertable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that Google names
  text.replace(/[\u0000-\u0008\u000c-\u001f\ue000-\uf8ff]/g, '');

function split(runs: readonly TextRun[], offset: number): [TextRun[], TextRun[]] {
  const before: TextRun[] = [];
  const after: TextRun[] = [];
  let position = 0;
  for (const run of runs) {
    const at = Math.min(Math.max(offset - position, 0), run.text.length);
    if (at > 0) before.push({ ...run, text: run.text.slice(0, at) });
    if (at < run.text.length) after.push({ ...run, text: run.text.slice(at) });
    position += run.text.length;
  }
  return [before, after];
}

/** Neighbours of one style are one run. */
function join(runs: readonly TextRun[]): TextRun[] {
  const joined: TextRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && sameStyle(last.style, run.style))
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

const sameStyle = (one: TextStyle, other: TextStyle): boolean =>
  one === other || canonical(one) === canonical(other);

const canonical = (style: TextStyle): string =>
  JSON.stringify(Object.entries(style).sort(([a], [b]) => (a < b ? -1 : 1)));

/** One list of runs for each paragraph. */
function cut(runs: readonly TextRun[]): TextRun[][] {
  const paragraphs: TextRun[][] = [];
  let open: TextRun[] = [];
  for (const { text, style } of runs) {
    for (const piece of text.split(/(?<=\n)/)) {
      open.push({ text: piece, style });
      if (!piece.endsWith('\n')) continue;
      paragraphs.push(open);
      open = [];
    }
  }
  return paragraphs;
}

function occurrences(text: string, wanted: string, matchCase: boolean): number[] {
  const found: number[] = [];
  const pattern = new RegExp(wanted.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), matchCase ? 'g' : 'gi');
  for (const match of text.matchAll(pattern)) found.push(match.index);
  return found;
}
