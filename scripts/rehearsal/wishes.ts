// What somebody who types `npm run rehearse` may wish for, checked before any work begins.

import { existsSync, readFileSync } from 'node:fs';
import { addDays, daysBetween, readIsoDate } from '../../src/domain/calendar.ts';
import { lastUpdateOf } from '../../src/domain/code-text.ts';
import type { LocalDate } from '../../src/domain/entries.ts';
import { HABITS } from './habits.ts';
import type { Publishing } from './rehearse.ts';

export interface Options {
  readonly days: unknown;
  readonly answers: unknown;
  readonly seed: unknown;
  readonly publish?: unknown;
  readonly code?: unknown;
  readonly change: unknown;
}

const MOST_DAYS = 366;

/** @param first the first day of the rehearsal @throws Error that says what to do */
export function readWishes(options: Options, first: LocalDate) {
  const days = whole(options.days, '--days', 1, MOST_DAYS);
  const seed = whole(options.seed, '--seed', 0, 2 ** 32 - 1);
  const habit = oneOf(options.answers, '--answers', HABITS);
  const publish = readPublishing(options, first, addDays(first, days - 1));
  return { days, seed, habit, ...(publish ? { publish } : {}) };
}

function readPublishing(
  { publish, code, change }: Options,
  first: LocalDate,
  last: LocalDate,
): Publishing | undefined {
  const kind = oneOf(change, '--change', ['material', 'editorial'] as const);
  if (publish === undefined && code === undefined) return undefined;
  const on = publish === undefined ? first : readIsoDate(String(publish));
  if (on === null) throw new Error(`“${publish}” is not a day. Please write it as in 2026-12-07.`);
  if (daysBetween(first, on) < 0 || daysBetween(on, last) < 0)
    throw new Error(
      `${on} lies outside of this rehearsal, which goes from ${first} to ${last}. Please change --publish or --days.`,
    );
  const text = code === undefined ? {} : { text: readCode(String(code)) };
  return { on, change: kind === 'material' ? 'Material' : 'Editorial', ...text };
}

function readCode(file: string): string {
  if (!existsSync(file))
    throw new Error(`There is no file ${file}. Please give the text of the Code as a plain text file.`);
  const text = readFileSync(file, 'utf8');
  if (!lastUpdateOf(text))
    throw new Error(`${file} has no line such as “Last Update: 6/04/2025”. Please add one at its end.`);
  return text;
}

function whole(value: unknown, name: string, low: number, high: number): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < low || number > high)
    throw new Error(`Please write a whole number from ${low} to ${high} after ${name}.`);
  return number;
}

function oneOf<const T extends string>(value: unknown, name: string, all: readonly T[]): T {
  const found = all.find((one) => one === value);
  if (!found) throw new Error(`Please write one of these after ${name}: ${all.join(', ')}.`);
  return found;
}
