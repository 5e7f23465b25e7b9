// Texts that are written before all is known: `{{programme}}` in them is a place for what is known later.

import type { Settings } from '../registers/settings.ts';
import type { FormBlueprint } from './form.ts';

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

/** A form of which the settings need to say no more than this; its samples are for prefilled links. */
export function filledForm(
  { samples: _, ...words }: FormBlueprint & { samples: unknown },
  { programme, contactAddress: contact }: Pick<Settings, 'programme' | 'contactAddress'>,
): FormBlueprint {
  return filled(words, { programme, contact });
}
