// Decides whether one answer fits its question; the same code runs on the server and in the member's browser.

import type { FormItem, Rule } from './form-model.ts';

/** A shape check only, as Google's: something before and after one `@`, with a dot in the domain. */
const EMAIL = /^[^\s@<>(),;:"[\]\\]+@[^\s@.<>(),;:"[\]\\]+(\.[^\s@.<>(),;:"[\]\\]+)+$/;
const URL_SHAPE = /^(https?:\/\/|ftp:\/\/)?[^\s/?#.]+(\.[^\s/?#.]+)+([/?#]\S*)?$/i;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

export const REQUIRED_MESSAGE = 'This is a required question';

export const isEmailShaped = (text: string): boolean => EMAIL.test(text.trim());

interface RuleKind {
  /** `n`: number, `i`: whole number, `p`: pattern. */
  readonly parameters: string;
  fits(text: string, a: number, b: number, pattern: string): boolean;
  message(a: string | number | undefined, b: string | number | undefined): string;
}

const number = (
  parameters: string,
  message: RuleKind['message'],
  fits: (value: number, a: number, b: number) => boolean,
): RuleKind => ({
  parameters,
  fits: (text, a, b) => NUMBER.test(text.trim()) && fits(Number(text), a, b),
  message,
});

/** A character outside the basic plane counts once, so that an emoji is one character to a member. */
const lengthOf = (text: string): number => [...text].length;

export const TEXT_RULES: Readonly<Record<string, RuleKind>> = {
  Number: number(
    '',
    () => 'Must be a number',
    () => true,
  ),
  WholeNumber: number(
    '',
    () => 'Must be a whole number',
    (value) => Number.isInteger(value),
  ),
  NumberBetween: number(
    'nn',
    (a, b) => `Must be a number between ${a} and ${b}`,
    (value, a, b) => value >= a && value <= b,
  ),
  NumberNotBetween: number(
    'nn',
    (a, b) => `Must be a number less than ${a} or greater than ${b}`,
    (value, a, b) => value < a || value > b,
  ),
  NumberEqualTo: number(
    'n',
    (a) => `Must be a number equal to ${a}`,
    (value, a) => value === a,
  ),
  NumberNotEqualTo: number(
    'n',
    (a) => `Must be a number not equal to ${a}`,
    (value, a) => value !== a,
  ),
  NumberGreaterThan: number(
    'n',
    (a) => `Must be a number greater than ${a}`,
    (value, a) => value > a,
  ),
  NumberGreaterThanOrEqualTo: number(
    'n',
    (a) => `Must be a number greater than or equal to ${a}`,
    (value, a) => value >= a,
  ),
  NumberLessThan: number(
    'n',
    (a) => `Must be a number less than ${a}`,
    (value, a) => value < a,
  ),
  NumberLessThanOrEqualTo: number(
    'n',
    (a) => `Must be a number less than or equal to ${a}`,
    (value, a) => value <= a,
  ),
  TextIsEmail: { parameters: '', fits: isEmailShaped, message: () => 'Must be a valid email address' },
  TextIsUrl: {
    parameters: '',
    fits: (text) => URL_SHAPE.test(text.trim()),
    message: () => 'Must be a valid URL',
  },
  TextContainsPattern: {
    parameters: 'p',
    fits: (text, _a, _b, pattern) => contains(pattern, text),
    message: (a) => `Must contain ${a}`,
  },
  TextDoesNotContainPattern: {
    parameters: 'p',
    fits: (text, _a, _b, pattern) => !contains(pattern, text),
    message: (a) => `Must not contain ${a}`,
  },
  TextMatchesPattern: {
    parameters: 'p',
    fits: (text, _a, _b, pattern) => matches(pattern, text),
    message: (a) => `Must match the pattern ${a}`,
  },
  TextDoesNotMatchPattern: {
    parameters: 'p',
    fits: (text, _a, _b, pattern) => !matches(pattern, text),
    message: (a) => `Must not match the pattern ${a}`,
  },
  TextLengthGreaterThanOrEqualTo: {
    parameters: 'i',
    fits: (text, a) => lengthOf(text) >= a,
    message: (a) => `Must be at least ${a} characters`,
  },
  TextLengthLessThanOrEqualTo: {
    parameters: 'i',
    fits: (text, a) => lengthOf(text) <= a,
    message: (a) => `Must be at most ${a} characters`,
  },
};

const CHECKBOX_RULES: Readonly<
  Record<string, { fits(count: number, wanted: number): boolean; message(wanted: number): string }>
> = {
  SelectAtLeast: {
    fits: (count, wanted) => count >= wanted,
    message: (wanted) => `Must select at least ${options(wanted)}`,
  },
  SelectAtMost: {
    fits: (count, wanted) => count <= wanted,
    message: (wanted) => `Must select at most ${options(wanted)}`,
  },
  SelectExactly: {
    fits: (count, wanted) => count === wanted,
    message: (wanted) => `Must select exactly ${options(wanted)}`,
  },
};

const options = (count: number): string => `${count} ${count === 1 ? 'option' : 'options'}`;

/**
 * Google's patterns are RE2's: no look-around, no back-references.
 * @returns undefined for a pattern that RE2 would refuse
 */
export function compilePattern(pattern: string, whole: boolean): RegExp | undefined {
  const inline = /^\(\?([ims]+)\)/.exec(pattern);
  const body = inline ? pattern.slice(inline[0].length) : pattern;
  if (/\(\?(=|!|<=|<!)|\\[1-9]/.test(body)) return undefined;
  const source = body.replace(/\(\?P</g, '(?<');
  const text = whole ? `^(?:${source})$` : source;
  for (const flags of [`${inline?.[1] ?? ''}u`, inline?.[1] ?? '']) {
    try {
      return new RegExp(text, flags);
    } catch {
      // With the flag `u` JavaScript refuses escapes that RE2 accepts; without it only a broken pattern fails.
    }
  }
  return undefined;
}

const contains = (pattern: string, text: string): boolean =>
  compilePattern(pattern, false)?.test(text) ?? false;
const matches = (pattern: string, text: string): boolean =>
  compilePattern(pattern, true)?.test(text) ?? false;

function ruleMessage(rule: Rule, text: string): string | undefined {
  const kind = TEXT_RULES[rule.name];
  if (!kind) return undefined;
  const [a, b] = rule.args;
  if (kind.fits(text, Number(a), Number(b), String(a))) return undefined;
  return rule.helpText || kind.message(a, b);
}

function isDate(text: string, withYear: boolean): boolean {
  const match = (withYear ? /^(\d{4})-(\d\d)-(\d\d)$/ : /^()(\d\d)-(\d\d)$/).exec(text);
  if (!match) return false;
  const date = new Date(Date.UTC(Number(match[1] || 2000), Number(match[2]) - 1, Number(match[3])));
  return date.getUTCMonth() === Number(match[2]) - 1 && date.getUTCDate() === Number(match[3]);
}

/** The message for an answer that does not fit, or undefined when it does. No answer is an empty list. */
export function checkAnswer(item: FormItem, values: readonly string[]): string | undefined {
  const empty = values.every((value) => value.trim() === '');
  if (empty) return item.required ? REQUIRED_MESSAGE : undefined;
  const first = values[0] as string;
  switch (item.type) {
    case 'TEXT':
    case 'PARAGRAPH_TEXT':
      return item.rule && ruleMessage(item.rule, first);
    case 'MULTIPLE_CHOICE':
    case 'LIST':
    case 'CHECKBOX': {
      const strange = values.some(
        (value) => !item.other && !item.choices.some((choice) => choice.value === value),
      );
      if (strange || (item.type !== 'CHECKBOX' && values.length > 1)) return 'Choose one of the options';
      const kind = item.type === 'CHECKBOX' && item.rule ? CHECKBOX_RULES[item.rule.name] : undefined;
      const wanted = Number(item.rule?.args[0]);
      return kind && !kind.fits(values.length, wanted)
        ? item.rule?.helpText || kind.message(wanted)
        : undefined;
    }
    case 'SCALE': {
      const { low = 1, high = 5 } = item.scale ?? {};
      const fits = /^\d+$/.test(first) && Number(first) >= low && Number(first) <= high;
      return fits ? undefined : `Choose a number from ${low} to ${high}`;
    }
    case 'DATE':
      return isDate(first, item.includesYear ?? true) ? undefined : 'Invalid date';
    case 'TIME':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(first) ? undefined : 'Invalid time';
    default:
      return undefined;
  }
}
