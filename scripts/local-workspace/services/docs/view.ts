// A document as a page shows it to a person.

import { type BulletPreset, type NamedStyle, type Paragraph, paragraphText } from './model.ts';

export interface RunView {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough: boolean;
  readonly link: string | undefined;
}

export interface ParagraphView {
  /** Without its line feed; a vertical tab is a line break inside the paragraph. */
  readonly text: string;
  readonly style: NamedStyle;
  readonly bullet:
    | { readonly listId: string; readonly level: number; readonly numbered: boolean }
    | undefined;
  readonly runs: readonly RunView[];
}

export interface DocumentView {
  readonly documentId: string;
  readonly title: string;
  readonly revisionId: string;
  readonly mayEdit: boolean;
  readonly paragraphs: readonly ParagraphView[];
  /** The text of all paragraphs, one a line, as `userEdit` takes it. */
  readonly text: string;
}

export function viewParagraph(
  paragraph: Paragraph,
  lists: Readonly<Record<string, { readonly preset: BulletPreset }>>,
): ParagraphView {
  const { bullet, runs, style } = paragraph;
  return {
    text: paragraphText(paragraph).slice(0, -1),
    style: style.namedStyleType,
    bullet: bullet && {
      listId: bullet.listId,
      level: bullet.nestingLevel,
      numbered: lists[bullet.listId]?.preset.startsWith('NUMBERED') ?? false,
    },
    runs: runs
      .map(({ text, style: { bold, italic, underline, strikethrough, link } }) => ({
        text: text.replace('\n', ''),
        bold: bold ?? false,
        italic: italic ?? false,
        underline: underline ?? false,
        strikethrough: strikethrough ?? false,
        link: link?.url,
      }))
      .filter(({ text }) => text !== ''),
  };
}
