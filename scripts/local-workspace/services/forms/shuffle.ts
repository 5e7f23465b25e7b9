// Puts the questions of each page into another order for each visit, for forms that ask for it.

import { asksSomething, type FormItem } from './form-model.ts';

/** Headings stay where they are; questions change places within their page. */
export function shuffled(items: readonly FormItem[], seed: number): FormItem[] {
  let state = seed >>> 0;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
  const result = [...items];
  let start = 0;
  for (let index = 0; index <= result.length; index++) {
    if (index < result.length && result[index]?.type !== 'PAGE_BREAK') continue;
    const places = result.map((_, place) => place).slice(start, index);
    const questions = places.filter((place) => asksSomething(result[place] as FormItem));
    for (let last = questions.length - 1; last > 0; last--) {
      const [a, b] = [questions[last] as number, questions[random(last + 1)] as number];
      [result[a], result[b]] = [result[b] as FormItem, result[a] as FormItem];
    }
    start = index + 1;
  }
  return result;
}
