// The spreadsheet functions that the local Workspace calculates, and the names of Google's others, which it refuses.

import { daySerial, serialParts, toSerial } from '../serial.ts';
import { criterion } from './criterion.ts';
import {
  CellError,
  compare,
  Failure,
  failure,
  isMatrix,
  type Matrix,
  toBoolean,
  toNumber,
  toText,
  type Value,
} from './value.ts';

export interface FunctionContext {
  readonly now: number;
  readonly timeZone: string;
}

type Implementation = (args: readonly (Value | Matrix)[], context: FunctionContext) => Value;

const single = (value: Value | Matrix | undefined): Value =>
  value !== undefined && isMatrix(value) ? value[0]?.[0] : value;
/** A range that many formulas read is laid flat once. */
const flattened = new WeakMap<Matrix, readonly Value[]>();
function cellsOf(matrix: Matrix): readonly Value[] {
  let cells = flattened.get(matrix);
  if (!cells) {
    cells = matrix.flat();
    flattened.set(matrix, cells);
  }
  return cells;
}
const flat = (args: readonly (Value | Matrix)[]): readonly Value[] => {
  const [only] = args;
  if (args.length === 1 && only !== undefined && isMatrix(only)) return cellsOf(only);
  return args.flatMap((arg) => (arg !== undefined && isMatrix(arg) ? cellsOf(arg) : [arg]));
};
/** Of many counts over the same column most begin alike, such as all that count one kind of mail. */
const fitting = new WeakMap<readonly Value[], Map<Value, readonly number[]>>();
function rowsThatFit(column: readonly Value[], wanted: Value): readonly number[] {
  const known = fitting.get(column) ?? new Map<Value, readonly number[]>();
  fitting.set(column, known);
  let rows = known.get(wanted);
  if (!rows) {
    const fits = criterion(wanted);
    rows = column.flatMap((value, row) => (fits(value) ? row : []));
    known.set(wanted, rows);
  }
  return rows;
}
const numbers = (args: readonly (Value | Matrix)[]): number[] =>
  flat(args).filter((value): value is number => {
    if (value instanceof CellError) throw new Failure(value);
    return typeof value === 'number';
  });

/** IF, IFERROR and HYPERLINK are calculated by the evaluator itself. */
export const FUNCTIONS: Readonly<Record<string, Implementation>> = {
  SUM: (args) => numbers(args).reduce((sum, value) => sum + value, 0),
  COUNT: (args) => flat(args).filter((value) => typeof value === 'number').length,
  COUNTA: (args) => flat(args).filter((value) => value !== undefined).length,
  COUNTIF: ([range, wanted]) => {
    const fits = criterion(single(wanted));
    return flat([range]).filter((value) => fits(value)).length;
  },
  COUNTIFS: (args) => {
    const columns = args.filter((_, i) => i % 2 === 0).map((range) => flat([range]));
    if (columns.some(({ length }) => length !== columns[0]?.length))
      throw failure('#VALUE!', 'Array arguments to COUNTIFS are of different size.');
    const [first, ...others] = args.filter((_, i) => i % 2 === 1).map(single);
    return others.reduce(
      (left: readonly number[], wanted, i) => {
        const [fits, column] = [criterion(wanted), columns[i + 1] ?? []];
        return left.filter((row) => fits(column[row]));
      },
      rowsThatFit(columns[0] ?? [], first),
    ).length;
  },
  // Of nothing, both are 0.
  MIN: (args) =>
    numbers(args).reduce((least, value) => (value < least ? value : least), numbers(args)[0] ?? 0),
  MAX: (args) => numbers(args).reduce((most, value) => (value > most ? value : most), numbers(args)[0] ?? 0),
  MEDIAN: (args) => {
    const all = numbers(args).sort((a, b) => a - b);
    if (all.length === 0) throw failure('#NUM!', 'MEDIAN has no valid input data.');
    const middle = all.length >> 1;
    const upper = all[middle] as number;
    return all.length % 2 === 1 ? upper : (upper + (all[middle - 1] as number)) / 2;
  },
  SUMPRODUCT: (args) => {
    const factors = args.map((arg) => flat([arg]));
    if (factors.some(({ length }) => length !== factors[0]?.length))
      throw failure('#VALUE!', 'SUMPRODUCT has mismatched range sizes.');
    const factor = (value: Value) => {
      if (value instanceof CellError) throw new Failure(value);
      return typeof value === 'number' ? value : 0;
    };
    return (factors[0] ?? []).reduce(
      (sum: number, _, row) => sum + factors.reduce((product, values) => product * factor(values[row]), 1),
      0,
    );
  },
  INDEX: ([range, row, column]) => {
    const matrix = range !== undefined && isMatrix(range) ? range : [[range as Value]];
    const down = toNumber(single(row));
    const across = column === undefined ? 1 : toNumber(single(column));
    const line = matrix[down - 1];
    if (!line || across < 1 || across > line.length)
      throw failure(
        '#REF!',
        `INDEX parameter 2 value is ${down}. Valid values are between 1 and ${matrix.length} inclusive.`,
      );
    return line[across - 1];
  },
  MATCH: ([wanted, range, order]) => {
    if (order === undefined || toNumber(single(order)) !== 0)
      throw failure('#NAME?', 'MATCH in a sorted range is not implemented in the local Workspace');
    const value = single(wanted);
    if (value instanceof CellError) throw new Failure(value);
    const place = flat([range]).findIndex(
      (cell) => cell !== undefined && !(cell instanceof CellError) && compare(cell, value) === 0,
    );
    if (place < 0) throw failure('#N/A', `Did not find value '${toText(value)}' in MATCH evaluation.`);
    return place + 1;
  },
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
  ROUNDUP: ([value, places]) => {
    const number = toNumber(single(value));
    const shift = 10 ** toNumber(single(places));
    return (Math.sign(number) * Math.ceil(Math.abs(number) * shift - 1e-9)) / shift;
  },
  INT: ([value]) => Math.floor(toNumber(single(value))),
  MOD: ([value, divisor]) => {
    const by = toNumber(single(divisor));
    if (by === 0) throw failure('#DIV/0!', 'Function MOD parameter 2 cannot be zero.');
    const number = toNumber(single(value));
    return number - by * Math.floor(number / by);
  },
  MONTH: ([date]) => serialParts(toNumber(single(date))).month,
  AND: (args) => flat(args).every(toBoolean),
  OR: (args) => flat(args).some(toBoolean),
  NOT: ([value]) => !toBoolean(single(value)),
  CONCATENATE: (args) => flat(args).map(toText).join(''),
  LEN: ([value]) => toText(single(value)).length,
  TRIM: ([value]) => toText(single(value)).trim().replace(/ +/g, ' '),
  UPPER: ([value]) => toText(single(value)).toUpperCase(),
  LOWER: ([value]) => toText(single(value)).toLowerCase(),
  ISBLANK: ([value]) => single(value) === undefined,
  EOMONTH: ([start, months]) => {
    const { year, month } = serialParts(toNumber(single(start)));
    return daySerial(year, month + Math.trunc(toNumber(single(months))) + 1, 0);
  },
  TODAY: (_, { now, timeZone }) => Math.floor(toSerial(now, timeZone)),
  NOW: (_, { now, timeZone }) => toSerial(now, timeZone),
};

/** Functions that SUMPRODUCT and ARRAYFORMULA carry out cell by cell; of all else they are given whole ranges. */
export const BY_CELL: ReadonlySet<string> = new Set([
  'INT',
  'MOD',
  'MONTH',
  'ROUND',
  'ROUNDUP',
  'LEN',
  'TRIM',
  'UPPER',
  'LOWER',
  'NOT',
]);

/** Google's other functions; a name that is in neither list belongs to a custom function. */
const OTHERS = new Set(
  `ABS ACCRINT ACCRINTDISC ACOS ACOSH ACOT ADDRESS ARABIC ARRAY_CONSTRAIN ASC ASIN ASINH ATAN ATAN2 ATANH AVEDEV
AVERAGEA AVERAGEIF AVERAGEIFS BASE BIN2DEC BIN2HEX BYCOL BYROW CEILING CELL CHAR CHOOSE CHOOSECOLS CHOOSEROWS CLEAN CODE COLUMN COLUMNS
COMBIN CONCAT CONVERT CORREL COS COSH COUNTBLANK COUNTUNIQUE COUNTUNIQUEIFS DATE DATEDIF DATEVALUE DAY DAYS DAYS360 DB DCOUNT DDB
DEC2BIN DEC2HEX DECIMAL DEGREES DELTA DETECTLANGUAGE DGET DIVIDE DMAX DMIN DOLLAR DSUM EDATE ENCODEURL EPOCHTODATE EQ ERF
ERROR.TYPE EVEN EXACT EXP FACT FALSE FILTER FIND FIXED FLATTEN FLOOR FORECAST FORMULATEXT FREQUENCY FV GCD GETPIVOTDATA GOOGLEFINANCE
GOOGLETRANSLATE GROWTH GT GTE HEX2DEC HLOOKUP HOUR HSTACK IFNA IFS IMAGE IMPORTDATA IMPORTFEED IMPORTHTML IMPORTRANGE IMPORTXML 
INDIRECT IRR ISBETWEEN ISDATE ISEMAIL ISERR ISERROR ISEVEN ISFORMULA ISLOGICAL ISNA ISNONTEXT ISNUMBER ISODD ISOWEEKNUM ISREF ISTEXT
ISURL JOIN LAMBDA LARGE LCM LEFT LET LINEST LN LOG LOG10 LOOKUP LT LTE MAKEARRAY MAP MAXIFS MID MINIFS MINUS MINUTE 
MODE MROUND MULTIPLY N NA NE NETWORKDAYS NETWORKDAYS.INTL NPV OCT2DEC ODD OFFSET PERCENTILE PERCENTRANK PI PMT POW POWER PRODUCT
PROPER PV QUARTILE QUERY QUOTIENT RADIANS RAND RANDARRAY RANDBETWEEN RANK RATE REDUCE REGEXEXTRACT REGEXMATCH REGEXREPLACE REPLACE REPT
RIGHT ROMAN ROUNDDOWN ROW ROWS SCAN SEARCH SECOND SEQUENCE SHEET SHEETS SIGN SIN SINH SMALL SORT SORTN SPARKLINE SPLIT SQRT
STDEV STDEVP SUBSTITUTE SUBTOTAL SUMIF SUMIFS SUMSQ SWITCH T TAN TANH TEXT TEXTJOIN TIME TIMEVALUE TOCOL TOROW TO_DATE TO_TEXT
TO_DOLLARS TO_PERCENT TO_PURE_NUMBER TRANSPOSE TREND TRUE TRUNC TYPE UMINUS UNARY_PERCENT UNICHAR UNICODE UNIQUE UPLUS VALUE VAR VARP
VLOOKUP VSTACK WEEKDAY WEEKNUM WORKDAY WORKDAY.INTL WRAPCOLS WRAPROWS XIRR XLOOKUP XMATCH XNPV XOR YEAR YEARFRAC`.split(
    /\s+/,
  ),
);

/** Whether a name is one of Google's own functions that the local Workspace does not calculate. */
export const isUnknownBuiltIn = (name: string): boolean => OTHERS.has(name);
