// The JSON text of an answer in which most is as it was in the answer before.

const texts = new WeakMap<readonly unknown[], string>();

/** As JSON.stringify, for plain data. What a frozen list holds never changes, so its text is made only once. */
export function jsonText(value: unknown): string {
  if (Array.isArray(value)) return texts.get(value) ?? listText(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  // Put together piece by piece, because a long text is then copied only when somebody reads it.
  let text = '';
  for (const [name, one] of Object.entries(value))
    if (one !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${jsonText(one)}`;
  return `{${text}}`;
}

function listText(list: readonly unknown[]): string {
  const text = `[${list.map(jsonText).join(',')}]`;
  if (Object.isFrozen(list)) texts.set(list, text);
  return text;
}
