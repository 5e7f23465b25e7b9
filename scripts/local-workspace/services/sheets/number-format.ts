// Turns values into the text that people see, by number format patterns such as `yyyy-mm-dd` and `#,##0.00`.

import type { Scalar } from './model.ts';
import type { NumberFormat } from './schemas.ts';
import { serialParts } from './serial.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** The patterns that Google uses when a format names only its type, for American English. */
const DEFAULT_PATTERNS: Readonly<Record<NumberFormat['type'], string>> = {
  TEXT: '@',
  NUMBER: '#,##0.00',
  PERCENT: '0.00%',
  CURRENCY: '"$"#,##0.00',
  DATE: 'm/d/yyyy',
  TIME: 'h:mm:ss am/pm',
  DATE_TIME: 'm/d/yyyy h:mm:ss',
  SCIENTIFIC: '0.00E+00',
};

export const patternOf = (format: NumberFormat): string => format.pattern || DEFAULT_PATTERNS[format.type];

export const isDateFormat = (format: NumberFormat | undefined): boolean =>
  format !== undefined && ['DATE', 'TIME', 'DATE_TIME'].includes(format.type);

/** What a cell shows. */
export function display(value: Scalar | undefined, format?: NumberFormat): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (!format) return general(value);
  const pattern = patternOf(format);
  const sections = splitSections(pattern);
  const section =
    value < 0 && sections[1]
      ? sections[1]
      : value === 0 && sections[2]
        ? sections[2]
        : (sections[0] as string);
  const magnitude = value < 0 && sections[1] ? -value : value;
  if (section === '@' || /^general$/i.test(section)) return general(magnitude);
  return isDateFormat(format) || (looksLikeDate(section) && !looksLikeNumber(section))
    ? formatDate(magnitude, section)
    : formatNumber(magnitude, section);
}

/** The automatic format: at most ten significant digits of a fraction, whole numbers up to fifteen digits in full. */
export function general(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value === 0 ? 0 : value);
  const short = Number(value.toPrecision(10));
  if (Math.abs(short) >= 1e15 || (short !== 0 && Math.abs(short) < 1e-5)) {
    const [mantissa = '', exponent = '0'] = Number(value.toPrecision(6)).toExponential().split('e');
    const digits = Math.abs(Number(exponent));
    return `${mantissa}E${Number(exponent) < 0 ? '-' : '+'}${digits < 10 ? `0${digits}` : digits}`;
  }
  return String(short);
}

function splitSections(pattern: string): string[] {
  const sections: string[] = [];
  let current = '';
  let quoted = false;
  for (let i = 0; i < pattern.length; i++) {
    const letter = pattern[i] as string;
    if (letter === '\\') {
      current += letter + (pattern[++i] ?? '');
      continue;
    }
    if (letter === '"') quoted = !quoted;
    if (letter === ';' && !quoted) {
      sections.push(current);
      current = '';
    } else current += letter;
  }
  return [...sections, current];
}

const withoutLiterals = (pattern: string): string => pattern.replace(/"[^"]*"|\\./g, '');
const looksLikeNumber = (pattern: string): boolean => /[0#?]/.test(withoutLiterals(pattern));
const looksLikeDate = (pattern: string): boolean => /[ymdhs]/i.test(withoutLiterals(pattern));

function formatDate(serial: number, pattern: string): string {
  const tokens =
    pattern
      .match(/"[^"]*"|\\.|y+|m+|d+|h+|s+|\.?0+|am\/pm|a\/p|\[[hms]+\]|\+|[^"\\]/gi)
      ?.filter((token) => token !== '+') ?? [];
  const parts = serialParts(serial);
  const half = tokens.some((token) => /^(am\/pm|a\/p)$/i.test(token));
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  const isMinute = (at: number): boolean => {
    const letters = (token: string | undefined) =>
      token !== undefined && /^\[?[a-z]/i.test(token) && !/^a/i.test(token);
    const before = tokens.slice(0, at).reverse().find(letters);
    const after = tokens.slice(at + 1).find(letters);
    return /^\[?h/i.test(before ?? '') || /^s/i.test(after ?? '');
  };
  return tokens
    .map((token, at) => {
      if (token.startsWith('"')) return token.slice(1, -1);
      if (token.startsWith('\\')) return token.slice(1);
      const size = token.length;
      switch (token[0]?.toLowerCase()) {
        case 'y':
          return size > 2 ? pad(parts.year, 4) : pad(parts.year % 100, 2);
        case 'm': {
          if (isMinute(at)) return size > 1 ? pad(parts.minute, 2) : String(parts.minute);
          const name = MONTHS[parts.month - 1] as string;
          return size === 1
            ? String(parts.month)
            : size === 2
              ? pad(parts.month, 2)
              : size === 3
                ? name.slice(0, 3)
                : size === 5
                  ? (name[0] as string)
                  : name;
        }
        case 'd': {
          const name = DAYS[parts.weekday] as string;
          return size === 1
            ? String(parts.day)
            : size === 2
              ? pad(parts.day, 2)
              : size === 3
                ? name.slice(0, 3)
                : name;
        }
        case 'h': {
          const hour = half ? ((parts.hour + 11) % 12) + 1 : parts.hour;
          return size > 1 ? pad(hour, 2) : String(hour);
        }
        case 's':
          return size > 1 ? pad(parts.second, 2) : String(parts.second);
        case 'a': {
          const text = parts.hour < 12 ? 'am' : 'pm';
          const shown = token[0] === 'A' ? text.toUpperCase() : text;
          return size > 3 ? shown : (shown[0] as string);
        }
        case '[': {
          const unit = token[1]?.toLowerCase();
          const whole = Math.floor(serial * (unit === 'h' ? 24 : unit === 'm' ? 1440 : 86_400) + 1e-9);
          return pad(whole, size - 2);
        }
        case '.':
          return `.${pad(parts.millisecond, 3).slice(0, size - 1)}`;
        default:
          return token;
      }
    })
    .join('');
}

function formatNumber(value: number, pattern: string): string {
  const bare = pattern.replace(/\[[^\]]*\]/g, '');
  const core = /(?:[0#?][0#?,.]*|\.[0#?]+)(?:[eE][+-]?0+)?/.exec(
    bare.replace(/"[^"]*"|\\./g, (literal) => '\u0000'.repeat(literal.length)),
  );
  const literal = (text: string): string =>
    text.replace(/"([^"]*)"|\\(.)/g, (_, quoted, escaped) => quoted ?? escaped).replace(/[_*]./g, '');
  if (!core) return (value < 0 ? '-' : '') + literal(bare.replace('@', general(Math.abs(value))));
  const before = literal(bare.slice(0, core.index));
  const after = literal(bare.slice(core.index + core[0].length));
  let amount = Math.abs(value) * 100 ** (withoutLiterals(bare).match(/%/g)?.length ?? 0);
  const [digits = '', exponent] = core[0].split(/[eE]/);
  let text: string;
  if (exponent !== undefined) {
    const decimals = (digits.split('.')[1] ?? '').length;
    const [mantissa = '', power = '0'] = amount.toExponential(decimals).split('e');
    text = `${mantissa}E${Number(power) < 0 ? '-' : '+'}${String(Math.abs(Number(power))).padStart(exponent.replace(/[+-]/, '').length, '0')}`;
  } else {
    const [whole = '', fraction = ''] = digits.split('.');
    const thousands = /,+$/.exec(whole)?.[0].length ?? 0;
    amount /= 1000 ** thousands;
    const most = fraction.replaceAll(',', '').length;
    const least = fraction.replace(/[^0]/g, '').length;
    const rounded = roundHalfUp(amount, most);
    let [left = '0', right = ''] = rounded.split('.');
    while (right.length > least && right.endsWith('0')) right = right.slice(0, -1);
    const zeros = whole.replace(/[^0]/g, '').length;
    if (left === '0' && zeros === 0 && (right !== '' || most === 0)) left = '';
    left = left.padStart(zeros, '0');
    if (whole.slice(0, whole.length - thousands).includes(',')) left = left.replace(/\B(?=(\d{3})+$)/g, ',');
    text = right === '' ? left + (digits.endsWith('.') ? '.' : '') : `${left}.${right}`;
  }
  const sign = value < 0 && /[1-9]/.test(text) ? '-' : '';
  return sign + before + text + after;
}

/** Rounds on the decimal digits that people see, so that 1.005 becomes 1.01. */
function roundHalfUp(value: number, decimals: number): string {
  if (value >= 1e21) return value.toFixed(0);
  return Number(`${Math.round(Number(`${value}e${decimals}`))}e-${decimals}`)
    .toFixed(decimals)
    .replace('NaN', value.toFixed(decimals));
}
