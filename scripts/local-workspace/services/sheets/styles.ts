// Formats and validation rules of a spreadsheet, each distinct one kept once and named by its place in a list.

import type { List, Store } from '../../kernel/store.ts';
import type { Styles } from './model.ts';
import type { CellFormat, DataValidationRule } from './schemas.ts';

interface Known {
  readonly places: Map<string, { readonly place: number; readonly value: unknown }>;
  seen: number;
}

/** From the text of a style to its place; checked against the list, because a restored list may hold other things. */
const known = new WeakMap<List<unknown>, Known>();

class Interned<T> {
  private readonly added: T[] = [];
  private readonly addedPlaces = new Map<string, number>();

  constructor(private readonly list: List<T>) {}

  get(place: number | undefined): T | undefined {
    if (place === undefined) return undefined;
    return place < this.list.length ? this.list.get(place) : this.added[place - this.list.length];
  }

  place(value: T): number {
    const text = JSON.stringify(value);
    const kept = this.lookUp(text);
    if (kept !== undefined) return kept;
    const pending = this.addedPlaces.get(text);
    if (pending !== undefined) return pending;
    const place = this.list.length + this.added.length;
    this.added.push(value);
    this.addedPlaces.set(text, place);
    return place;
  }

  commit(): void {
    for (const value of this.added) this.list.push(value);
    this.added.length = 0;
    this.addedPlaces.clear();
  }

  private lookUp(text: string): number | undefined {
    const entry = known.get(this.list);
    const kept = entry?.places.get(text);
    if (kept && this.list.get(kept.place) === kept.value) return kept.place;
    if (entry && !kept && entry.seen === this.list.length) return undefined;
    const places = new Map(this.list.all().map((value, place) => [JSON.stringify(value), { place, value }]));
    known.set(this.list, { places, seen: this.list.length });
    return places.get(text)?.place;
  }
}

export class StyleBook implements Styles {
  private readonly formats: Interned<CellFormat>;
  private readonly rules: Interned<DataValidationRule>;

  constructor(store: Store, spreadsheetId: string) {
    this.formats = new Interned(store.list<CellFormat>(`formats:${spreadsheetId}`));
    this.rules = new Interned(store.list<DataValidationRule>(`validations:${spreadsheetId}`));
  }

  format(place: number | undefined): CellFormat | undefined {
    return this.formats.get(place);
  }
  validation(place: number | undefined): DataValidationRule | undefined {
    return this.rules.get(place);
  }
  /** The place of a format; undefined for one that says nothing. */
  formatPlace(format: CellFormat | undefined): number | undefined {
    return format && Object.keys(format).length > 0 ? this.formats.place(format) : undefined;
  }
  validationPlace(rule: DataValidationRule | undefined): number | undefined {
    return rule ? this.rules.place(rule) : undefined;
  }
  commit(): void {
    this.formats.commit();
    this.rules.commit();
  }
}
