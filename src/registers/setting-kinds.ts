// The kinds of settings: how a text in the Value column becomes a value, and which texts make sense.

import { isAddress } from '../domain/email-address.ts';
import type { SettingRow } from '../domain/entries.ts';
import type { Row, Table } from './table.ts';

export interface Setting<T> {
  name: string;
  /** As it stands in the Default column. */
  default: string;
  /** The value that a text stands for; undefined when the text makes no sense. */
  read: (text: string) => T | undefined;
}

export function setting<T>(name: string, byDefault: string, read: Setting<T>['read']): Setting<T> {
  return { name, default: byDefault, read };
}

/** The row of a setting that is not in the tab yet. */
export function newRow({ name, default: byDefault }: Setting<unknown>, meaning: string): SettingRow {
  return { setting: name, value: byDefault, meaning, default: byDefault, problem: '', lastGood: byDefault };
}

export const wholeBetween = (low: number, high: number) => (text: string) => {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  return number >= low && number <= high ? number : undefined;
};

export const oneOf =
  <const V extends string>(...values: V[]) =>
  (text: string) =>
    values.find((value) => value.toLowerCase() === text.toLowerCase());

export const matching = (test: (text: string) => boolean) => (text: string) =>
  test(text) ? text : undefined;

/** Whole numbers between commas, such as `30, 14, 7`; none when the text is `none`. */
export const wholeList = (low: number, high: number) => (text: string) => {
  if (/^none$/i.test(text)) return [];
  const numbers = text.split(',').map((part) => wholeBetween(low, high)(part.trim()));
  return numbers.every((number) => number !== undefined) ? (numbers as number[]) : undefined;
};

export const address = matching(isAddress);
export const words = matching((text) => text.length >= 1 && text.length <= 200);
export const wordsOrNone = matching((text) => text.length <= 200);
/** The id of a Google Doc, by itself or in its address. */
export const documentOrNone = (text: string) =>
  text === ''
    ? ''
    : /^(?:https:\/\/docs\.google\.com\/document\/(?:u\/\d+\/)?d\/)?([\w-]{20,})(?:[/?#].*)?$/.exec(
        text,
      )?.[1];
export const linkOrNone = matching((text) => /^(https:\/\/[^\s<>"]{3,500})?$/.test(text));

// biome-ignore lint/suspicious/noExplicitAny: settings of whatever value
export type Definitions = { readonly [key: string]: Setting<any> };
export type ValuesOf<D extends Definitions> = {
  -readonly [K in keyof D]: D[K] extends Setting<infer T> ? T : never;
};

/** A setting as it stands in its row. */
export interface Read<Key> {
  key: Key;
  row: Row<SettingRow>;
  /** The text whose value holds now. */
  holds: string;
  /** Whether what stands in the row makes no sense, so that something else holds. */
  isBad: boolean;
}

/**
 * All settings. For a value that makes no sense the last good one holds; for a missing row or an empty cell, or when
 * there is no good one, the default.
 */
export function readValues<D extends Definitions>(
  definitions: D,
  table: Table<SettingRow>,
): { settings: ValuesOf<D>; rows: Read<keyof D & string>[] } {
  const settings: Partial<Record<keyof D, unknown>> = {};
  const rows: Read<keyof D & string>[] = [];
  for (const [key, { name, read, default: byDefault }] of Object.entries(definitions)) {
    const row = table.rows.find((candidate) => candidate.entry.setting.trim() === name);
    const text = row?.entry.value.trim() || byDefault;
    const isBad = read(text) === undefined;
    const lastGood = row?.entry.lastGood ?? '';
    const holds = !isBad ? text : lastGood !== '' && read(lastGood) !== undefined ? lastGood : byDefault;
    if (row) rows.push({ key, row, holds, isBad });
    settings[key as keyof D] = read(holds);
  }
  return { settings: settings as ValuesOf<D>, rows };
}

/** Adds the settings that are missing and brings the words of the others up to date; says how many were added. */
export function addSettings<D extends Definitions>(
  table: Table<SettingRow>,
  definitions: D,
  meanings: Readonly<Record<keyof D, string>>,
): number {
  let added = 0;
  for (const [key, definition] of Object.entries(definitions)) {
    const fresh = newRow(definition, meanings[key as keyof D]);
    const row = table.find(fresh.setting);
    if (row) table.update(row, { meaning: fresh.meaning, default: fresh.default });
    else {
      table.append(fresh);
      added++;
    }
  }
  return added;
}
