// The shape of a spreadsheet in the store: its record, its tabs and the rows of each tab.

import type { Chart } from './chart-schemas.ts';
import type {
  BandingProperties,
  CellFormat,
  ColorStyle,
  Condition,
  DataValidationRule,
  GridRange,
} from './schemas.ts';

/** What a cell can hold: text, a number (dates are numbers too), true or false. */
export type Scalar = string | number | boolean;

/**
 * A cell that has more than a plain value. `s` and `d` are places in the spreadsheet's lists of formats and validation
 * rules: each distinct one is kept once, so that a hundred thousand formatted rows stay cheap in memory and on disk.
 */
export interface RichCell {
  /** Value, for a cell without formula. */
  readonly v?: Scalar;
  /** Formula, with its `=`. */
  readonly f?: string;
  /** Format. */
  readonly s?: number;
  /** Validation rule. */
  readonly d?: number;
  /** Note. */
  readonly n?: string;
}

/** Most cells are a bare value; null is an empty one. */
export type Cell = null | Scalar | RichCell;

/** Never changed in place; empty cells at the end are left out. */
export type Row = readonly Cell[];

export const EMPTY_ROW: Row = [];

export interface GridProperties {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozenRowCount: number;
  readonly frozenColumnCount: number;
  readonly hideGridlines: boolean;
}

export interface DimensionProperties {
  readonly pixelSize?: number;
  readonly hiddenByUser?: boolean;
}

export interface ProtectedRange {
  readonly protectedRangeId: number;
  readonly range: GridRange;
  readonly namedRangeId?: string;
  readonly description?: string;
  readonly warningOnly: boolean;
  readonly unprotectedRanges: readonly GridRange[];
  readonly editors: { readonly users: readonly string[]; readonly domainUsersCanEdit: boolean };
}

export interface ConditionalFormatRule {
  readonly ranges: readonly GridRange[];
  readonly booleanRule?: { readonly condition: Condition; readonly format: CellFormat };
}

export interface BandedRange {
  readonly bandedRangeId: number;
  readonly range: GridRange;
  readonly rowProperties?: BandingProperties;
  readonly columnProperties?: BandingProperties;
}

export interface SortSpec {
  readonly dimensionIndex?: number;
  readonly sortOrder?: 'ASCENDING' | 'DESCENDING';
}

export interface FilterCriteria {
  readonly hiddenValues?: readonly string[];
  readonly condition?: Condition;
}

export interface BasicFilter {
  readonly range: GridRange;
  readonly sortSpecs?: readonly SortSpec[];
  readonly criteria?: Readonly<Record<string, FilterCriteria>>;
}

export interface NamedRange {
  readonly namedRangeId: string;
  readonly name: string;
  readonly range: GridRange;
}

export interface DeveloperMetadata {
  readonly metadataId: number;
  readonly metadataKey: string;
  readonly metadataValue?: string;
  readonly visibility: 'DOCUMENT' | 'PROJECT';
  readonly location: {
    readonly spreadsheet?: boolean;
    readonly sheetId?: number;
    readonly dimensionRange?: {
      readonly sheetId: number;
      readonly dimension: 'ROWS' | 'COLUMNS';
      readonly startIndex: number;
      readonly endIndex: number;
    };
  };
}

export interface SheetRecord {
  readonly sheetId: number;
  readonly title: string;
  readonly hidden: boolean;
  readonly rightToLeft: boolean;
  readonly tabColorStyle?: ColorStyle;
  readonly grid: GridProperties;
  /** By index; only those that differ from the usual width or height. */
  readonly columns: Readonly<Record<string, DimensionProperties>>;
  readonly rows: Readonly<Record<string, DimensionProperties>>;
  readonly protectedRanges: readonly ProtectedRange[];
  readonly conditionalFormats: readonly ConditionalFormatRule[];
  readonly bandedRanges: readonly BandedRange[];
  readonly basicFilter?: BasicFilter;
  readonly merges: readonly GridRange[];
  readonly charts?: readonly Chart[];
  /** Whether a formula was ever written: tabs without need no calculation. */
  readonly formulas: boolean;
}

/** Everything about a spreadsheet but its cells; the title is the file's name. */
export interface SpreadsheetRecord {
  readonly spreadsheetId: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly autoRecalc: 'ON_CHANGE' | 'MINUTE' | 'HOUR';
  /** In the order of the tabs. */
  readonly sheets: readonly SheetRecord[];
  readonly namedRanges: readonly NamedRange[];
  readonly developerMetadata: readonly DeveloperMetadata[];
}

/** Zero-based, ends exclusive, without open ends. */
export interface Area {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** What the rules of a spreadsheet ask for: its formats and rules by place, as the store keeps them. */
export interface Styles {
  format(place: number | undefined): CellFormat | undefined;
  validation(place: number | undefined): DataValidationRule | undefined;
}

export const LIMITS = {
  cells: 10_000_000,
  characters: 50_000,
  columns: 18_278,
  sheets: 200,
  titleLength: 100,
} as const;

export const DEFAULT_GRID: GridProperties = {
  rowCount: 1000,
  columnCount: 26,
  frozenRowCount: 0,
  frozenColumnCount: 0,
  hideGridlines: false,
};
