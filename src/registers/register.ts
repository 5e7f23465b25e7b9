// What a register is: a tab whose columns have a header and a kind, and what is wrong when they are not there.

import type { CellKind } from './cells.ts';

export interface Column<T> {
  header: string;
  kind: CellKind<T>;
  /** Not shown, because only the system has a use for it. */
  hidden?: boolean;
  /** Nothing of what stands in it may stand anywhere else. */
  confidential?: boolean;
  /** Long text that goes on in further lines of its cell. */
  wrap?: boolean;
  /** Whose it is, when that differs from the rest of the register; the colour of the heading shows it. */
  filledBy?: FilledBy;
}

/** The system, staff, or members through a form. */
export type FilledBy = 'system' | 'staff' | 'members';

export interface Register<E> {
  /** The name of its tab. */
  tab: string;
  /** The id that Set up gives a new tab; also its order. */
  sheetId: number;
  /** The columns in their order, by the name of the field of an entry. */
  columns: { readonly [K in keyof E]: Column<E[K]> };
  /** The field that identifies an entry. */
  key: keyof E & string;
  /** Who fills it: staff may type in it, or the system alone does (then a warning guards every cell). */
  filledBy: 'staff' | 'system';
  hidden?: boolean;
  /** Only shows what stands elsewhere: when it is damaged, everything else goes on. */
  isView?: boolean;
  /** Columns at the left that stay in view. */
  frozenColumns?: number;
  /** Height of its rows in pixels, when they show some lines of long texts. */
  rowHeight?: number;
}

// biome-ignore lint/suspicious/noExplicitAny: a register of whatever entry
export type AnyRegister = Register<any>;

export function column<T>(header: string, kind: CellKind<T>): Column<T> {
  return { header, kind };
}

/** An entry as its cells will keep it, so that what is worked out from it can be worked out anew from the tab. */
export function asKept<E extends object>({ columns }: Pick<Register<E>, 'columns'>, entry: E): E {
  const kept = { ...entry };
  for (const field of Object.keys(entry) as (keyof E)[]) {
    const { encode, decode, empty } = columns[field].kind;
    const value = encode(entry[field]);
    kept[field] = value === null || value === '' ? empty : (decode(value) ?? empty);
  }
  return kept;
}

/** The fields of a register in the order of its columns. */
export function fieldsOf<E>(register: Register<E>): (keyof E & string)[] {
  return Object.keys(register.columns) as (keyof E & string)[];
}

/** An entry whose every cell is empty. */
export function emptyEntry<E extends object>(register: Register<E>): E {
  return Object.fromEntries(
    fieldsOf(register).map((field) => [field, register.columns[field].kind.empty]),
  ) as E;
}

/** The columns of a register in their order, whatever its entry is. */
export function columnsOf(register: AnyRegister): (Column<unknown> & { field: string })[] {
  const columns = Object.entries<Column<unknown>>(register.columns);
  return columns.map(([field, column]) => ({ field, ...column }));
}

/** A tab or a column that the system needs is not there, so nothing was read or written. */
export class RegisterDamaged extends Error {
  constructor(
    readonly tab: string,
    /** The headers that are missing; none when the whole tab is. */
    readonly missing: readonly string[],
  ) {
    super(`${tab}: ${missing.length > 0 ? missing.join(', ') : 'no such tab'}`);
    this.name = 'RegisterDamaged';
  }
}
