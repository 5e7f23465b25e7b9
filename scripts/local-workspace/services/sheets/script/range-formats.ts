// How a range looks, as scripts read and set it: colours, fonts, alignment, number formats, wrapping, borders.

import { invalid } from '../../../kernel/errors.ts';
import { type EnumValue, enumeration, type Signatures } from '../../../script/service.ts';
import { colorOf, hexOf } from '../colors.ts';
import { patternOf } from '../number-format.ts';
import type { CellFormat } from '../schemas.ts';
import { numberFormatOf } from './number-formats.ts';
import { RangeBase } from './range-base.ts';
import { gridRange, request } from './request.ts';

export const WrapStrategy = enumeration('WrapStrategy', ['WRAP', 'OVERFLOW', 'CLIP']);
export const BorderStyle = enumeration('BorderStyle', [
  'DOTTED',
  'DASHED',
  'SOLID',
  'SOLID_MEDIUM',
  'SOLID_THICK',
  'DOUBLE',
]);

interface Look {
  readonly plural: string;
  readonly type: 'String' | 'Integer' | 'Boolean' | 'WrapStrategy';
  /** The part of the format that a value stands for; null takes the part away. */
  // biome-ignore lint/suspicious/noExplicitAny: each line knows the type of its own values
  readonly set: (value: any, format: CellFormat) => CellFormat;
  readonly get: (format: CellFormat) => unknown;
}

const text = (format: CellFormat, change: CellFormat['textFormat']): CellFormat => ({
  ...format,
  textFormat: { ...format.textFormat, ...change },
});
const lower = (name: string | undefined, usual: string): string => name?.toLowerCase() ?? usual;

/** `setFontColor`, `setFontColors`, `getFontColor` and `getFontColors` of one line. */
const LOOKS: Readonly<Record<string, Look>> = {
  Background: {
    plural: 'Backgrounds',
    type: 'String',
    set: (value: string | null) => ({
      backgroundColor: colorOf(value),
      backgroundColorStyle: undefined,
    }),
    get: (format) =>
      hexOf(format.backgroundColorStyle?.rgbColor ?? format.backgroundColor ?? { red: 1, green: 1, blue: 1 }),
  },
  FontColor: {
    plural: 'FontColors',
    type: 'String',
    set: (value: string | null, format) =>
      text(format, { foregroundColor: colorOf(value), foregroundColorStyle: undefined }),
    get: ({ textFormat }) =>
      hexOf(textFormat?.foregroundColorStyle?.rgbColor ?? textFormat?.foregroundColor ?? {}),
  },
  FontWeight: {
    plural: 'FontWeights',
    type: 'String',
    set: (value: string | null, format) =>
      text(format, { bold: oneOf(value, { bold: true, normal: undefined }) }),
    get: ({ textFormat }) => (textFormat?.bold ? 'bold' : 'normal'),
  },
  FontStyle: {
    plural: 'FontStyles',
    type: 'String',
    set: (value: string | null, format) =>
      text(format, { italic: oneOf(value, { italic: true, normal: undefined }) }),
    get: ({ textFormat }) => (textFormat?.italic ? 'italic' : 'normal'),
  },
  FontLine: {
    plural: 'FontLines',
    type: 'String',
    set: (value: string | null, format) =>
      text(format, {
        underline: oneOf(value, { underline: true, 'line-through': undefined, none: undefined }),
        strikethrough: value === 'line-through' || undefined,
      }),
    get: ({ textFormat }) =>
      textFormat?.underline ? 'underline' : textFormat?.strikethrough ? 'line-through' : 'none',
  },
  FontSize: {
    plural: 'FontSizes',
    type: 'Integer',
    set: (value: number | null, format) => text(format, { fontSize: value ?? undefined }),
    get: ({ textFormat }) => textFormat?.fontSize ?? 10,
  },
  FontFamily: {
    plural: 'FontFamilies',
    type: 'String',
    set: (value: string | null, format) => text(format, { fontFamily: value ?? undefined }),
    get: ({ textFormat }) => textFormat?.fontFamily ?? 'Arial',
  },
  HorizontalAlignment: {
    plural: 'HorizontalAlignments',
    type: 'String',
    set: (value: string | null) => ({
      horizontalAlignment: oneOf(value, {
        left: 'LEFT' as const,
        center: 'CENTER' as const,
        right: 'RIGHT' as const,
        normal: undefined,
      }),
    }),
    get: ({ horizontalAlignment }) => lower(horizontalAlignment, 'general'),
  },
  VerticalAlignment: {
    plural: 'VerticalAlignments',
    type: 'String',
    set: (value: string | null) => ({
      verticalAlignment: oneOf(value, {
        top: 'TOP' as const,
        middle: 'MIDDLE' as const,
        bottom: 'BOTTOM' as const,
      }),
    }),
    get: ({ verticalAlignment }) => lower(verticalAlignment, 'bottom'),
  },
  NumberFormat: {
    plural: 'NumberFormats',
    type: 'String',
    set: (value: string | null) => ({ numberFormat: numberFormatOf(value) }),
    get: ({ numberFormat }) => (numberFormat ? patternOf(numberFormat) : 'General'),
  },
  Wrap: {
    plural: 'Wraps',
    type: 'Boolean',
    set: (value: boolean) => ({ wrapStrategy: value ? 'WRAP' : 'OVERFLOW_CELL' }),
    get: ({ wrapStrategy }) => wrapStrategy === 'WRAP',
  },
  WrapStrategy: {
    plural: 'WrapStrategies',
    type: 'WrapStrategy',
    set: (value: EnumValue) => ({
      wrapStrategy: value.name === 'OVERFLOW' ? 'OVERFLOW_CELL' : (value.name as 'WRAP' | 'CLIP'),
    }),
    get: ({ wrapStrategy = 'OVERFLOW_CELL' }) =>
      WrapStrategy[wrapStrategy === 'OVERFLOW_CELL' ? 'OVERFLOW' : (wrapStrategy as 'WRAP' | 'CLIP')],
  },
};

function oneOf<T>(value: string | null, known: Readonly<Record<string, T>>): T | undefined {
  if (value === null) return undefined;
  if (!Object.hasOwn(known, value)) throw invalid(`Invalid argument: ${value}`);
  return known[value];
}

/** Six sides: true, false, or null for what stays. */
const SIDES = new Array(6).fill('Object').join(', ');

export class FormattedRange extends RangeBase {
  static override readonly signatures: Signatures = {
    ...Object.fromEntries(
      Object.entries(LOOKS).flatMap(([name, { plural, type }]) => [
        [`set${name}`, [type]],
        [`set${plural}`, [`${type}[][]`]],
        [`get${name}`, ['']],
        [`get${plural}`, ['']],
      ]),
    ),
    setBackgroundRGB: ['Integer, Integer, Integer'],
    setBackgroundColor: ['String'],
    setBorder: [SIDES, `${SIDES}, String, BorderStyle`],
  };

  /** @param formatAt what a cell's format becomes */
  formatEach(formatAt: (format: CellFormat, row: number, column: number) => CellFormat): this {
    return this.laterEach((parts, row, column, draft) => {
      const format = formatAt(draft.styles.format(parts.s) ?? {}, row, column);
      return { ...parts, s: draft.styles.formatPlace(JSON.parse(JSON.stringify(format))) };
    });
  }

  setBackgroundRGB(red: number, green: number, blue: number): this {
    const color = { red: red / 255, green: green / 255, blue: blue / 255 };
    return this.formatEach(({ backgroundColorStyle: _, ...format }) => ({
      ...format,
      backgroundColor: color,
    }));
  }
  /** The older name of setBackground. */
  setBackgroundColor(color: string): this {
    (this as unknown as { setBackground(color: string): void }).setBackground(color);
    return this;
  }

  /** For each side: true draws it, false removes it, null leaves it. */
  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    innerVertical: boolean | null,
    innerHorizontal: boolean | null,
    color: string | null = null,
    style: EnumValue | null = null,
  ): this {
    const drawn = { style: style?.name ?? 'SOLID', color: colorOf(color ?? '#000000') };
    const given = { top, left, bottom, right, innerVertical, innerHorizontal };
    const lines = Object.entries(given)
      .filter(([, wanted]) => wanted !== null && wanted !== undefined)
      .map(([side, wanted]) => [side, wanted ? drawn : { style: 'NONE' }]);
    return this.later((draft) => {
      request(draft, {
        updateBorders: { range: gridRange(this.sheetId, this.area), ...Object.fromEntries(lines) },
      });
    });
  }
}

for (const [name, { plural, set, get }] of Object.entries(LOOKS)) {
  const methods: Record<string, (this: FormattedRange, value: never) => unknown> = {
    [`set${name}`](value: unknown) {
      set(value, {});
      return this.formatEach((format) => ({ ...format, ...set(value, format) }));
    },
    [`set${plural}`](data: unknown[][]) {
      const valueAt = this.checked(data);
      return this.formatEach((format, row, column) => ({ ...format, ...set(valueAt(row, column), format) }));
    },
    [`get${name}`]() {
      return get(this.first(`get${name}`).format);
    },
    [`get${plural}`]() {
      return this.cells(`get${plural}`).map((line) => line.map(({ format }) => get(format)));
    },
  };
  for (const [method, value] of Object.entries(methods))
    Object.defineProperty(FormattedRange.prototype, method, { value });
}
