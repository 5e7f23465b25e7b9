// Texts that are written before all is known: `{{programme}}` in them is a place for what is known later.

/** The same value with every place in its texts filled in. Throws when there is nothing to put into one. */
export function filled<T>(value: T, known: Readonly<Record<string, string>>): T {
  const fill = (text: string) =>
    text.replace(/\{\{(\w+)\}\}/g, (place, name: string) => {
      const words = known[name];
      if (words === undefined) throw new Error(`There is nothing to put into ${place}.`);
      return words;
    });
  return JSON.parse(JSON.stringify(value), (_, part) => (typeof part === 'string' ? fill(part) : part)) as T;
}
