// Running numbers of ids, such as A-000012.

/** The id with a number of at least `digits` digits. */
export function numbered(prefix: string, number: number, digits: number): string {
  return prefix + String(number).padStart(digits, '0');
}

/** The highest number among ids of this prefix; 0 when there is none. Other ids are left aside. */
export function highestNumber(prefix: string, ids: Iterable<string>): number {
  let highest = 0;
  for (const id of ids) {
    const digits = id.startsWith(prefix) ? id.slice(prefix.length) : '';
    if (/^\d{1,12}$/.test(digits)) highest = Math.max(highest, Number(digits));
  }
  return highest;
}
