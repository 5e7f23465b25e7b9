// Colours as scripts write them: `#f4cccc`, `#fcc` or a CSS name, and back as `#f4cccc`.

import { invalid } from '../../kernel/errors.ts';
import type { Color } from './schemas.ts';

/** The names that CSS had first, and the few others that scripts use often. */
const NAMES: Readonly<Record<string, string>> = {
  aqua: '00ffff',
  black: '000000',
  blue: '0000ff',
  cyan: '00ffff',
  fuchsia: 'ff00ff',
  gray: '808080',
  green: '008000',
  grey: '808080',
  lightblue: 'add8e6',
  lightgray: 'd3d3d3',
  lightgreen: '90ee90',
  lightgrey: 'd3d3d3',
  lightyellow: 'ffffe0',
  lime: '00ff00',
  magenta: 'ff00ff',
  maroon: '800000',
  navy: '000080',
  olive: '808000',
  orange: 'ffa500',
  pink: 'ffc0cb',
  purple: '800080',
  red: 'ff0000',
  silver: 'c0c0c0',
  teal: '008080',
  white: 'ffffff',
  yellow: 'ffff00',
};

/** @param text null for none @throws INVALID_ARGUMENT for a text that is no colour known here */
export function colorOf(text: string | null): Color | undefined {
  if (text === null) return undefined;
  const name = text.trim().toLowerCase();
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(name);
  const hex =
    NAMES[name] ??
    (short
      ? short
          .slice(1)
          .map((digit) => digit + digit)
          .join('')
      : /^#([\da-f]{6})$/.exec(name)?.[1]);
  if (hex === undefined) throw invalid(`Invalid argument: ${text}`);
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return { red: part(0), green: part(2), blue: part(4) };
}

export const hexOf = ({ red = 0, green = 0, blue = 0 }: Color): string =>
  `#${[red, green, blue]
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
