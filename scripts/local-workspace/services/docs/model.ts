// What a document is made of, as the store keeps it: paragraphs of text runs, each with its style, and the lists they belong to.

export const NAMED_STYLES = [
  'NORMAL_TEXT',
  'TITLE',
  'SUBTITLE',
  'HEADING_1',
  'HEADING_2',
  'HEADING_3',
  'HEADING_4',
  'HEADING_5',
  'HEADING_6',
] as const;
export type NamedStyle = (typeof NAMED_STYLES)[number];

/** Lists are made from one of Google's presets. */
export const BULLET_PRESETS = ['BULLET_DISC_CIRCLE_SQUARE', 'NUMBERED_DECIMAL_ALPHA_ROMAN'] as const;
export type BulletPreset = (typeof BULLET_PRESETS)[number];

/** Levels below this one do not exist. */
export const DEEPEST_LEVEL = 8;

export interface Dimension {
  readonly magnitude?: number | undefined;
  readonly unit?: 'PT' | undefined;
}

export interface Color {
  readonly color?:
    | {
        readonly rgbColor?:
          | {
              readonly red?: number | undefined;
              readonly green?: number | undefined;
              readonly blue?: number | undefined;
            }
          | undefined;
      }
    | undefined;
}

/** What differs from the paragraph's named style. */
export interface TextStyle {
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly underline?: boolean | undefined;
  readonly strikethrough?: boolean | undefined;
  readonly smallCaps?: boolean | undefined;
  readonly baselineOffset?: 'NONE' | 'SUPERSCRIPT' | 'SUBSCRIPT' | undefined;
  readonly fontSize?: Dimension | undefined;
  readonly foregroundColor?: Color | undefined;
  readonly backgroundColor?: Color | undefined;
  readonly weightedFontFamily?:
    | { readonly fontFamily?: string | undefined; readonly weight?: number | undefined }
    | undefined;
  readonly link?: { readonly url?: string | undefined } | undefined;
}

export interface TextRun {
  readonly text: string;
  readonly style: TextStyle;
}

export interface ParagraphStyle {
  readonly namedStyleType: NamedStyle;
  /** Google gives one to every heading and title. */
  readonly headingId?: string;
  readonly alignment?: 'START' | 'CENTER' | 'END' | 'JUSTIFIED' | undefined;
  readonly lineSpacing?: number | undefined;
  readonly spacingMode?: 'NEVER_COLLAPSE' | 'COLLAPSE_LISTS' | undefined;
  readonly spaceAbove?: Dimension | undefined;
  readonly spaceBelow?: Dimension | undefined;
  readonly indentStart?: Dimension | undefined;
  readonly indentEnd?: Dimension | undefined;
  readonly indentFirstLine?: Dimension | undefined;
  readonly keepLinesTogether?: boolean | undefined;
  readonly keepWithNext?: boolean | undefined;
  readonly avoidWidowAndOrphan?: boolean | undefined;
  readonly pageBreakBefore?: boolean | undefined;
}

export interface Bullet {
  readonly listId: string;
  readonly nestingLevel: number;
}

/** The texts of its runs together end with a line feed, the only one in them. */
export interface Paragraph {
  readonly runs: readonly TextRun[];
  readonly style: ParagraphStyle;
  readonly bullet?: Bullet;
}

export interface DocumentRecord {
  readonly documentId: string;
  readonly revisionId: string;
  /** At least one. */
  readonly paragraphs: readonly Paragraph[];
  readonly lists: Readonly<Record<string, { readonly preset: BulletPreset }>>;
}

export const NORMAL: ParagraphStyle = { namedStyleType: 'NORMAL_TEXT' };

export const emptyParagraph = (): Paragraph => ({ runs: [{ text: '\n', style: {} }], style: NORMAL });

/** The text of a paragraph with its line feed. */
export const paragraphText = (paragraph: Paragraph): string =>
  paragraph.runs.map(({ text }) => text).join('');

/** All text, with a line feed between paragraphs and none after the last one. */
export const documentText = (paragraphs: readonly Paragraph[]): string =>
  paragraphs.map(paragraphText).join('').slice(0, -1);
