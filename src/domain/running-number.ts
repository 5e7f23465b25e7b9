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

/** The ids up to the last number given out that nothing bears. */
export function missingIds(ids: readonly string[], prefix: string, digits: number, last: number): string[] {
  const borne = new Set(ids);
  const missing: string[] = [];
  for (let number = 1; number <= last; number++) {
    const id = numbered(prefix, number, digits);
    if (!borne.has(id)) missing.push(id);
  }
  return missing;
}
