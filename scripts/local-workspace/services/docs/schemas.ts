// The parts that Docs requests share, as strict zod schemas: positions, ranges, styles.

import * as z from 'zod';
import { NAMED_STYLES } from './model.ts';

/** Every document has one tab, and its body is the only segment. */
export const TAB_ID = 't.0';

/** Fields that Google has and the local Workspace does not. */
export const LATER_FIELDS: ReadonlySet<string> = new Set(
  `bookmark bookmarkId heading tabStops borderBetween borderBottom borderLeft borderRight borderTop shading searchByRegex`.split(
    ' ',
  ),
);

/** Every preset that Google has; of those that the local Workspace draws, see the model. */
export const EVERY_BULLET_PRESET = [
  'BULLET_DISC_CIRCLE_SQUARE',
  'BULLET_DIAMONDX_ARROW3D_SQUARE',
  'BULLET_CHECKBOX',
  'BULLET_ARROW_DIAMOND_DISC',
  'BULLET_STAR_CIRCLE_SQUARE',
  'BULLET_ARROW3D_CIRCLE_SQUARE',
  'BULLET_LEFTTRIANGLE_DIAMOND_DISC',
  'BULLET_DIAMONDX_HOLLOWDIAMOND_SQUARE',
  'BULLET_DIAMOND_CIRCLE_SQUARE',
  'NUMBERED_DECIMAL_ALPHA_ROMAN',
  'NUMBERED_DECIMAL_ALPHA_ROMAN_PARENS',
  'NUMBERED_DECIMAL_NESTED',
  'NUMBERED_UPPERALPHA_ALPHA_ROMAN',
  'NUMBERED_UPPERROMAN_UPPERALPHA_DECIMAL',
  'NUMBERED_ZERODECIMAL_ALPHA_ROMAN',
] as const;

const place = { segmentId: z.string().optional(), tabId: z.string().optional() };
export const location = z.strictObject({ index: z.int().optional(), ...place });
export const endOfSegment = z.strictObject(place);
export const range = z.strictObject({
  startIndex: z.int().optional(),
  endIndex: z.int().optional(),
  ...place,
});
export type Place = z.infer<typeof endOfSegment>;
export type Range = z.infer<typeof range>;

const dimension = z.strictObject({ magnitude: z.number().optional(), unit: z.enum(['PT']).optional() });
const color = z.strictObject({
  color: z
    .strictObject({
      rgbColor: z
        .strictObject({
          red: z.number().optional(),
          green: z.number().optional(),
          blue: z.number().optional(),
        })
        .optional(),
    })
    .optional(),
});

export const textStyle = z.strictObject({
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  underline: z.boolean().optional(),
  strikethrough: z.boolean().optional(),
  smallCaps: z.boolean().optional(),
  baselineOffset: z.enum(['NONE', 'SUPERSCRIPT', 'SUBSCRIPT']).optional(),
  fontSize: dimension.optional(),
  foregroundColor: color.optional(),
  backgroundColor: color.optional(),
  weightedFontFamily: z
    .strictObject({ fontFamily: z.string().optional(), weight: z.int().optional() })
    .optional(),
  link: z.strictObject({ url: z.string().optional() }).optional(),
});

export const paragraphStyle = z.strictObject({
  namedStyleType: z.enum(NAMED_STYLES).optional(),
  alignment: z.enum(['START', 'CENTER', 'END', 'JUSTIFIED']).optional(),
  lineSpacing: z.number().optional(),
  spacingMode: z.enum(['NEVER_COLLAPSE', 'COLLAPSE_LISTS']).optional(),
  spaceAbove: dimension.optional(),
  spaceBelow: dimension.optional(),
  indentStart: dimension.optional(),
  indentEnd: dimension.optional(),
  indentFirstLine: dimension.optional(),
  keepLinesTogether: z.boolean().optional(),
  keepWithNext: z.boolean().optional(),
  avoidWidowAndOrphan: z.boolean().optional(),
  pageBreakBefore: z.boolean().optional(),
  /** What readers get and writers may hand back: no mask reaches them, so that nothing comes of it. */
  headingId: z.string().optional(),
  direction: z.enum(['LEFT_TO_RIGHT']).optional(),
});

const { headingId: _, direction: __, ...writable } = paragraphStyle.shape;
const names = (shape: object): Readonly<Record<string, true>> =>
  Object.fromEntries(Object.keys(shape).map((name) => [name, true]));

/** What a mask of an update may name. */
export const TEXT_STYLE_FIELDS = { ...names(textStyle.shape), link: { url: true } } as const;
export const PARAGRAPH_STYLE_FIELDS = names(writable);
