// What a register is: a tab whose columns have a header and a kind, and what is wrong when they are not there.

import type { CellKind } from './cells.ts';

export interface Column<T> {
  header: string;
  kind: CellKind<T>;
  /** Not shown, because only the system has a use for it. */
  hidden?: boolean;
}

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
}

// biome-ignore lint/suspicious/noExplicitAny: a register of whatever entry
export type AnyRegister = Register<any>;

export function column<T>(header: string, kind: CellKind<T>): Column<T> {
  return { header, kind };
}

/** The fields of a register in the order of its columns. */
export function fieldsOf<E>(register: Register<E>): (keyof E & string)[] {
  return Object.keys(register.columns) as (keyof E & string)[];
}

/** The columns of a register in their order, whatever its entry is. */
export function columnsOf(
  register: AnyRegister,
): { field: string; header: string; kind: CellKind<unknown>; hidden: boolean }[] {
  return Object.entries<Column<unknown>>(register.columns).map(
    ([field, { header, kind, hidden = false }]) => ({
      field,
      header,
      kind,
      hidden,
    }),
  );
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
