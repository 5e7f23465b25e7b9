// The way through a form's pages, decided by the answers; the same code runs on the server and in the member's browser.

import {
  type Answers,
  asksSomething,
  type FormItem,
  type FormProblem,
  type Navigation,
} from './form-model.ts';
import { checkAnswer } from './form-rules.ts';

/** What a choice in the member's own words is called in the form's fields. */
export const OTHER = '__other_option__';

export interface FormPage {
  readonly index: number;
  /** The page break that opens it; the first page has none. */
  readonly heading?: FormItem;
  readonly items: readonly FormItem[];
  /** Where it leads when no answer on it says otherwise; undefined for the next page. */
  readonly goTo?: Navigation;
}

export function pagesOf(items: readonly FormItem[]): FormPage[] {
  const pages: { index: number; heading?: FormItem; items: FormItem[]; goTo?: Navigation }[] = [
    { index: 0, items: [] },
  ];
  for (const item of items) {
    const current = pages[pages.length - 1] as (typeof pages)[number];
    if (item.type === 'PAGE_BREAK') {
      // A page break's instruction is followed at the end of the page before it.
      current.goTo = item.goTo;
      pages.push({ index: pages.length, heading: item, items: [] });
    } else current.items.push(item);
  }
  return pages;
}

/**
 * The page after `page`, or 'submit'. Of several answers that lead somewhere only the last one counts,
 * and on the last page none does (Google's reference for PageNavigationType).
 */
export function nextPage(pages: readonly FormPage[], page: FormPage, answers: Answers): number | 'submit' {
  if (page.index === pages.length - 1) return 'submit';
  let navigation = page.goTo;
  for (const item of page.items) {
    if (item.type !== 'MULTIPLE_CHOICE' && item.type !== 'LIST') continue;
    const value = answers[item.questionId]?.[0];
    const chosen =
      value === undefined ? undefined : item.choices.find((choice) => choice.value === value)?.navigation;
    if (chosen) navigation = chosen;
  }
  switch (navigation?.type) {
    case 'SUBMIT':
      return 'submit';
    case 'RESTART':
      return 0;
    case 'GO_TO_PAGE': {
      const { itemId } = navigation;
      const target = pages.find((candidate) => candidate.heading?.id === itemId);
      return target ? target.index : page.index + 1;
    }
    default:
      return page.index + 1;
  }
}

export interface Walk {
  /** Indexes of the pages in the order in which they are passed. */
  readonly pages: readonly number[];
  /** The answers lead back to a page that was passed already: there is no end. */
  readonly loop: boolean;
}

export function walk(pages: readonly FormPage[], answers: Answers): Walk {
  const passed: number[] = [];
  let next: number | 'submit' = 0;
  while (next !== 'submit') {
    if (passed.includes(next)) return { pages: passed, loop: true };
    passed.push(next);
    next = nextPage(pages, pages[next] as FormPage, answers);
  }
  return { pages: passed, loop: false };
}

export function checkPage(page: FormPage, answers: Answers): FormProblem[] {
  const problems: FormProblem[] = [];
  for (const item of page.items) {
    if (!asksSomething(item)) continue;
    const message = checkAnswer(item, answers[item.questionId] ?? []);
    if (message) problems.push({ field: String(item.questionId), title: item.title, message });
  }
  return problems;
}

/**
 * Checks the pages that the answers lead through; what was typed on other pages is left out. Where a question that
 * decides the way has a problem, the way ends: nobody is asked for answers of a page that is perhaps not hers.
 */
export function checkForm(
  items: readonly FormItem[],
  answers: Answers,
): { answers: Answers; problems: FormProblem[] } {
  const pages = pagesOf(items);
  const way = walk(pages, answers);
  const visited = way.pages.map((index) => pages[index] as FormPage);
  const problems: FormProblem[] = [];
  for (const page of visited) {
    const found = checkPage(page, answers);
    problems.push(...found);
    const leads = (problem: FormProblem): boolean =>
      page.items.some(
        (item) =>
          String(item.questionId) === problem.field && item.choices.some((choice) => choice.navigation),
      );
    if (found.some(leads)) break;
  }
  if (way.loop && problems.length === 0) {
    const last = visited[visited.length - 1] as FormPage;
    const leading = last.items.filter((item) => item.choices.some((choice) => choice.navigation)).at(-1);
    problems.push({
      field: String(leading?.questionId ?? ''),
      title: leading?.title ?? '',
      message: 'This answer leads back to an earlier part of the form. Change an answer to go on.',
    });
  }
  const kept: Record<string, readonly string[]> = {};
  for (const item of visited.flatMap((page) => page.items)) {
    const values = (answers[item.questionId] ?? []).filter((value) => value !== '');
    if (asksSomething(item) && values.length > 0) kept[item.questionId] = values;
  }
  return { answers: kept, problems };
}

/** All values of a field, as a form posts them or an address carries them. */
export type FieldValues = (name: string) => readonly string[];

/** Reads the answers out of posted or prefilled fields. */
export function answersFrom(items: readonly FormItem[], fields: FieldValues): Answers {
  const answers: Record<string, readonly string[]> = {};
  for (const item of items) {
    if (!asksSomething(item)) continue;
    const values = valuesFrom(item, fields);
    if (values.length > 0) answers[item.questionId] = values;
  }
  return answers;
}

function valuesFrom(item: FormItem, fields: FieldValues): string[] {
  const name = `entry.${item.questionId}`;
  const part = (suffix: string, length: number): string => {
    const text = (fields(`${name}_${suffix}`)[0] ?? '').trim();
    return text === '' ? '' : text.padStart(length, '0');
  };
  const raw = fields(name);
  switch (item.type) {
    case 'CHECKBOX':
    case 'MULTIPLE_CHOICE':
    case 'LIST': {
      const own = fields(`${name}.other_option_response`)[0] ?? '';
      const values = raw
        .map((value) => (value === OTHER && item.other ? own : value))
        .filter((value) => value.trim() !== '');
      return [...new Set(values)];
    }
    case 'DATE': {
      const parts = [
        ...(item.includesYear === false ? [] : [part('year', 4)]),
        part('month', 2),
        part('day', 2),
      ];
      const text = (raw[0] ?? '').trim() || (parts.every((each) => each === '') ? '' : parts.join('-'));
      return text === '' ? [] : [text];
    }
    case 'TIME': {
      const parts = [part('hour', 2), part('minute', 2)];
      const text = (raw[0] ?? '').trim() || (parts.every((each) => each === '') ? '' : parts.join(':'));
      return text === '' ? [] : [text];
    }
    default: {
      // Browsers send line breaks as CR LF; Google keeps LF.
      const text = (raw[0] ?? '').replace(/\r\n?/g, '\n');
      return text === '' ? [] : [text];
    }
  }
}

/** The fields that show given answers: the reverse of `answersFrom`. */
export function fieldsFor(items: readonly FormItem[], answers: Answers): [name: string, value: string][] {
  const fields: [string, string][] = [];
  for (const item of items) {
    const name = `entry.${item.questionId}`;
    for (const value of (asksSomething(item) && answers[item.questionId]) || []) {
      const own = item.other && !item.choices.some((choice) => choice.value === value);
      fields.push([name, own ? OTHER : value]);
      if (own) fields.push([`${name}.other_option_response`, value]);
    }
  }
  return fields;
}
