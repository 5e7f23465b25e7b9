// Documents as the Docs API v1 writes them; the compiler checks every field against googleapis' own types.

import type { docs_v1 } from 'googleapis/build/src/apis/docs/v1.js';
import {
  type BulletPreset,
  DEEPEST_LEVEL,
  type DocumentRecord,
  NAMED_STYLES,
  type NamedStyle,
  type Paragraph,
} from './model.ts';
import { TAB_ID } from './schemas.ts';

const points = (magnitude: number): docs_v1.Schema$Dimension => ({ magnitude, unit: 'PT' });

/** A document's content, as it stands at the top of an answer or in a tab. */
type Content = Pick<docs_v1.Schema$DocumentTab, 'body' | 'documentStyle' | 'namedStyles' | 'lists'>;

export interface Shown {
  readonly title: string;
  /** Whether the caller may edit: only then does Google tell the revision. */
  readonly mayWrite: boolean;
  readonly inTabs: boolean;
  readonly suggestionsViewMode: string;
}

export function renderDocument(record: DocumentRecord, shown: Shown): docs_v1.Schema$Document {
  const content = renderContent(record);
  const tab: docs_v1.Schema$Tab = {
    tabProperties: { tabId: TAB_ID, title: 'Tab 1', index: 0 },
    documentTab: content,
  };
  return {
    title: shown.title,
    ...(shown.inTabs ? { tabs: [tab] } : content),
    ...(shown.mayWrite ? { revisionId: record.revisionId } : {}),
    suggestionsViewMode: shown.suggestionsViewMode,
    documentId: record.documentId,
  };
}

function renderContent(record: DocumentRecord): Content {
  const lists = Object.entries(record.lists);
  return {
    body: { content: [SECTION_BREAK, ...renderParagraphs(record.paragraphs)] },
    documentStyle: DOCUMENT_STYLE,
    namedStyles: { styles: NAMED_STYLES.map(renderNamedStyle) },
    ...(lists.length > 0
      ? { lists: Object.fromEntries(lists.map(([id, { preset }]) => [id, renderList(preset)])) }
      : {}),
  };
}

function renderParagraphs(paragraphs: readonly Paragraph[]): docs_v1.Schema$StructuralElement[] {
  let position = 1;
  return paragraphs.map(({ runs, style, bullet }) => {
    const startIndex = position;
    const elements = runs.map(({ text, style: textStyle }): docs_v1.Schema$ParagraphElement => {
      const element = { startIndex: position, endIndex: position + text.length };
      position = element.endIndex;
      return { ...element, textRun: { content: text, textStyle: renderTextStyle(textStyle) } };
    });
    const paragraph: docs_v1.Schema$Paragraph = {
      elements,
      paragraphStyle: { ...style, direction: 'LEFT_TO_RIGHT' },
      ...(bullet
        ? {
            bullet: {
              listId: bullet.listId,
              ...(bullet.nestingLevel > 0 ? { nestingLevel: bullet.nestingLevel } : {}),
              textStyle: {},
            },
          }
        : {}),
    };
    return { startIndex, endIndex: position, paragraph };
  });
}

const renderTextStyle = (style: Paragraph['runs'][number]['style']): docs_v1.Schema$TextStyle => ({
  ...style,
});

/** The first element of every body; its position 0 is left out, as every zero. */
const SECTION_BREAK: docs_v1.Schema$StructuralElement = {
  endIndex: 1,
  sectionBreak: {
    sectionStyle: {
      columnSeparatorStyle: 'NONE',
      contentDirection: 'LEFT_TO_RIGHT',
      sectionType: 'CONTINUOUS',
    },
  },
};

const DOCUMENT_STYLE: docs_v1.Schema$DocumentStyle = {
  background: { color: {} },
  pageNumberStart: 1,
  marginTop: points(72),
  marginBottom: points(72),
  marginRight: points(72),
  marginLeft: points(72),
  pageSize: { height: points(792), width: points(612) },
  marginHeader: points(36),
  marginFooter: points(36),
  useCustomHeaderFooterMargins: true,
};

/** Font size, and the space above and below, of a new document's styles. */
const SIZES: Readonly<Record<NamedStyle, readonly [number, number, number]>> = {
  NORMAL_TEXT: [11, 0, 0],
  TITLE: [26, 0, 3],
  SUBTITLE: [15, 0, 16],
  HEADING_1: [20, 20, 6],
  HEADING_2: [16, 18, 6],
  HEADING_3: [14, 16, 4],
  HEADING_4: [12, 14, 4],
  HEADING_5: [11, 12, 4],
  HEADING_6: [11, 12, 4],
};

function renderNamedStyle(name: NamedStyle): docs_v1.Schema$NamedStyle {
  const [size, above, below] = SIZES[name];
  return {
    namedStyleType: name,
    textStyle: { fontSize: points(size) },
    paragraphStyle: {
      namedStyleType: 'NORMAL_TEXT',
      direction: 'LEFT_TO_RIGHT',
      spaceAbove: points(above),
      spaceBelow: points(below),
    },
  };
}

const GLYPHS: Readonly<Record<BulletPreset, readonly docs_v1.Schema$NestingLevel[]>> = {
  BULLET_DISC_CIRCLE_SQUARE: [{ glyphSymbol: '●' }, { glyphSymbol: '○' }, { glyphSymbol: '■' }],
  NUMBERED_DECIMAL_ALPHA_ROMAN: [{ glyphType: 'DECIMAL' }, { glyphType: 'ALPHA' }, { glyphType: 'ROMAN' }],
};

function renderList(preset: BulletPreset): docs_v1.Schema$List {
  const glyphs = GLYPHS[preset];
  const nestingLevels = Array.from({ length: DEEPEST_LEVEL + 1 }, (_, level): docs_v1.Schema$NestingLevel => {
    const glyph = glyphs[level % glyphs.length] as docs_v1.Schema$NestingLevel;
    return {
      bulletAlignment: 'START',
      ...glyph,
      glyphFormat: glyph.glyphType ? `%${level}.` : `%${level}`,
      indentFirstLine: points(36 * (level + 1) - 18),
      indentStart: points(36 * (level + 1)),
      textStyle: {},
      startNumber: 1,
    };
  });
  return { listProperties: { nestingLevels } };
}
