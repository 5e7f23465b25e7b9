// Many numbers in few characters: `3, 8-12`.

/** In their order, each once. */
export function inRanges(numbers: Iterable<number>): string {
  const ranges: [number, number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = ranges[ranges.length - 1];
    if (last && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
}

export function fromRanges(text: string): Set<number> {
  const numbers = new Set<number>();
  for (const range of text.match(/\d+(-\d+)?/g) ?? []) {
    const [first = 0, last = first] = range.split('-').map(Number);
    for (let number = first; number <= last; number++) numbers.add(number);
  }
  return numbers;
}
