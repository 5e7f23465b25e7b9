// The spreadsheet functions that the local Workspace calculates, and the names of Google's others, which it refuses.

import type { Scalar } from '../model.ts';
import { toSerial } from '../serial.ts';

/** An error in a cell, such as `#NAME?`. */
export class CellError {
  constructor(
    readonly text: '#ERROR!' | '#NAME?' | '#REF!' | '#VALUE!' | '#DIV/0!' | '#N/A' | '#NUM!',
    readonly message: string,
  ) {}
}

/** Google's names of the kinds of errors in `effectiveValue.errorValue`. */
export const ERROR_TYPES: Readonly<Record<CellError['text'], string>> = {
  '#ERROR!': 'ERROR',
  '#NAME?': 'NAME',
  '#REF!': 'REF',
  '#VALUE!': 'VALUE',
  '#DIV/0!': 'DIVIDE_BY_ZERO',
  '#N/A': 'N_A',
  '#NUM!': 'NUM',
};

/** What a cell or an expression amounts to; undefined is empty. */
export type Value = Scalar | CellError | undefined;
export type Matrix = readonly (readonly Value[])[];

/** Carries an error out of a calculation. */
export class Failure extends Error {
  constructor(readonly value: CellError) {
    super(value.message);
  }
}

const failure = (text: CellError['text'], message: string): Failure =>
  new Failure(new CellError(text, message));

export function toNumber(value: Value): number {
  if (value instanceof CellError) throw new Failure(value);
  if (value === undefined || value === '') return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const number = Number(value);
  if (Number.isNaN(number)) throw failure('#VALUE!', `The text '${value}' cannot be read as a number.`);
  return number;
}

export function toText(value: Value): string {
  if (value instanceof CellError) throw new Failure(value);
  if (value === undefined) return '';
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
}

export function toBoolean(value: Value): boolean {
  if (value instanceof CellError) throw new Failure(value);
  if (typeof value === 'string') {
    if (/^true$/i.test(value)) return true;
    if (value === '' || /^false$/i.test(value)) return false;
    throw failure('#VALUE!', `The text '${value}' is neither TRUE nor FALSE.`);
  }
  return Boolean(value);
}

export interface FunctionContext {
  readonly now: number;
  readonly timeZone: string;
}

type Implementation = (args: readonly (Value | Matrix)[], context: FunctionContext) => Value;

export const isMatrix = (value: Value | Matrix): value is Matrix => Array.isArray(value);
const single = (value: Value | Matrix | undefined): Value =>
  value !== undefined && isMatrix(value) ? value[0]?.[0] : value;
const flat = (args: readonly (Value | Matrix)[]): Value[] =>
  args.flatMap((arg) => (isMatrix(arg) ? arg.flat() : [arg]));
const numbers = (args: readonly (Value | Matrix)[]): number[] =>
  flat(args).filter((value): value is number => {
    if (value instanceof CellError) throw new Failure(value);
    return typeof value === 'number';
  });

/** Whether a value fits a criterion of COUNTIF: a value, `>5`, `<>x`, `a*`. */
function fits(value: Value, criterion: Value): boolean {
  const text = toText(criterion);
  const match = /^(<>|<=|>=|=|<|>)?(.*)$/s.exec(text) as RegExpExecArray;
  const [, operator = '=', wanted = ''] = match;
  const number = wanted.trim() === '' ? Number.NaN : Number(wanted);
  if (operator !== '=' && operator !== '<>') {
    if (typeof value !== 'number' || Number.isNaN(number)) return false;
    return operator === '<'
      ? value < number
      : operator === '>'
        ? value > number
        : operator === '<='
          ? value <= number
          : value >= number;
  }
  const pattern = wanted
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/~?[*?]/g, (mark) => (mark === '*' ? '.*' : mark === '?' ? '.' : `\\${mark[1]}`));
  const same =
    value === undefined
      ? wanted === ''
      : typeof value === 'number' && !Number.isNaN(number)
        ? value === number
        : !(value instanceof CellError) && new RegExp(`^${pattern}$`, 'is').test(toText(value));
  return operator === '=' ? same : !same;
}

/** IF, IFERROR and HYPERLINK are calculated by the evaluator itself. */
export const FUNCTIONS: Readonly<Record<string, Implementation>> = {
  SUM: (args) => numbers(args).reduce((sum, value) => sum + value, 0),
  COUNT: (args) => flat(args).filter((value) => typeof value === 'number').length,
  COUNTA: (args) => flat(args).filter((value) => value !== undefined).length,
  COUNTIF: ([range, criterion]) => flat([range]).filter((value) => fits(value, single(criterion))).length,
  COUNTIFS: (args) => {
    const columns = args.filter((_, i) => i % 2 === 0).map((range) => flat([range]));
    const criteria = args.filter((_, i) => i % 2 === 1).map(single);
    return (columns[0] ?? []).filter((_, row) => columns.every((column, i) => fits(column[row], criteria[i])))
      .length;
  },
  MIN: (args) => numbers(args).reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
  MAX: (args) => numbers(args).reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY),
  AVERAGE: (args) => {
    const all = numbers(args);
    if (all.length === 0)
      throw failure('#DIV/0!', 'Evaluation of function AVERAGE caused a divide by zero error.');
    return all.reduce((sum, value) => sum + value, 0) / all.length;
  },
  ROUND: ([value, places]) =>
    Number(
      `${Math.round(Number(`${toNumber(single(value))}e${toNumber(single(places))}`))}e${-toNumber(single(places))}`,
    ),
  AND: (args) => flat(args).every(toBoolean),
  OR: (args) => flat(args).some(toBoolean),
  NOT: ([value]) => !toBoolean(single(value)),
  CONCATENATE: (args) => flat(args).map(toText).join(''),
  LEN: ([value]) => toText(single(value)).length,
  TRIM: ([value]) => toText(single(value)).trim().replace(/ +/g, ' '),
  UPPER: ([value]) => toText(single(value)).toUpperCase(),
  LOWER: ([value]) => toText(single(value)).toLowerCase(),
  ISBLANK: ([value]) => single(value) === undefined,
  TODAY: (_, { now, timeZone }) => Math.floor(toSerial(now, timeZone)),
  NOW: (_, { now, timeZone }) => toSerial(now, timeZone),
};

export const SPECIAL_FUNCTIONS: readonly string[] = ['IF', 'IFERROR', 'HYPERLINK'];

/** Google's other functions; a name that is in neither list belongs to a custom function. */
const OTHERS = new Set(
  `ABS ACCRINT ACCRINTDISC ACOS ACOSH ACOT ADDRESS ARABIC ARRAYFORMULA ARRAY_CONSTRAIN ASC ASIN ASINH ATAN ATAN2 ATANH AVEDEV
AVERAGEA AVERAGEIF AVERAGEIFS BASE BIN2DEC BIN2HEX BYCOL BYROW CEILING CELL CHAR CHOOSE CHOOSECOLS CHOOSEROWS CLEAN CODE COLUMN COLUMNS
COMBIN CONCAT CONVERT CORREL COS COSH COUNTBLANK COUNTUNIQUE COUNTUNIQUEIFS DATE DATEDIF DATEVALUE DAY DAYS DAYS360 DB DCOUNT DDB
DEC2BIN DEC2HEX DECIMAL DEGREES DELTA DETECTLANGUAGE DGET DIVIDE DMAX DMIN DOLLAR DSUM EDATE ENCODEURL EOMONTH EPOCHTODATE EQ ERF
ERROR.TYPE EVEN EXACT EXP FACT FALSE FILTER FIND FIXED FLATTEN FLOOR FORECAST FORMULATEXT FREQUENCY FV GCD GETPIVOTDATA GOOGLEFINANCE
GOOGLETRANSLATE GROWTH GT GTE HEX2DEC HLOOKUP HOUR HSTACK IFNA IFS IMAGE IMPORTDATA IMPORTFEED IMPORTHTML IMPORTRANGE IMPORTXML INDEX
INDIRECT INT IRR ISBETWEEN ISDATE ISEMAIL ISERR ISERROR ISEVEN ISFORMULA ISLOGICAL ISNA ISNONTEXT ISNUMBER ISODD ISOWEEKNUM ISREF ISTEXT
ISURL JOIN LAMBDA LARGE LCM LEFT LET LINEST LN LOG LOG10 LOOKUP LT LTE MAKEARRAY MAP MATCH MAXIFS MEDIAN MID MINIFS MINUS MINUTE MOD
MODE MONTH MROUND MULTIPLY N NA NE NETWORKDAYS NETWORKDAYS.INTL NPV OCT2DEC ODD OFFSET PERCENTILE PERCENTRANK PI PMT POW POWER PRODUCT
PROPER PV QUARTILE QUERY QUOTIENT RADIANS RAND RANDARRAY RANDBETWEEN RANK RATE REDUCE REGEXEXTRACT REGEXMATCH REGEXREPLACE REPLACE REPT
RIGHT ROMAN ROUNDDOWN ROUNDUP ROW ROWS SCAN SEARCH SECOND SEQUENCE SHEET SHEETS SIGN SIN SINH SMALL SORT SORTN SPARKLINE SPLIT SQRT
STDEV STDEVP SUBSTITUTE SUBTOTAL SUMIF SUMIFS SUMPRODUCT SUMSQ SWITCH T TAN TANH TEXT TEXTJOIN TIME TIMEVALUE TOCOL TOROW TO_DATE TO_TEXT
TO_DOLLARS TO_PERCENT TO_PURE_NUMBER TRANSPOSE TREND TRUE TRUNC TYPE UMINUS UNARY_PERCENT UNICHAR UNICODE UNIQUE UPLUS VALUE VAR VARP
VLOOKUP VSTACK WEEKDAY WEEKNUM WORKDAY WORKDAY.INTL WRAPCOLS WRAPROWS XIRR XLOOKUP XMATCH XNPV XOR YEAR YEARFRAC`.split(
    /\s+/,
  ),
);

/** Whether a name is one of Google's own functions that the local Workspace does not calculate. */
export const isUnknownBuiltIn = (name: string): boolean => OTHERS.has(name);
