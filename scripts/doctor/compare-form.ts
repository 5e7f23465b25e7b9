// Compares a form as Google's Forms API shows it with its description. What the API does not show is not compared:
// rules on answers, the texts after sending, and where a page leads at its end.

import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import { type FormBlueprint, type FormItem, SUBMIT } from '../../src/content/form.ts';

/** A page, a text or a question in the same words for both sides. */
interface Item {
  readonly kind: string;
  readonly title: string;
  readonly help: string;
  readonly required: boolean;
  readonly choices: readonly string[];
  /** Where each choice leads: to the page of a title, to the end, or on. */
  readonly ways: readonly string[];
}

/** What differs, one sentence each; beyond a few, how many more there are. */
export function compareForm(form: forms_v1.Schema$Form, blueprint: FormBlueprint): string[] {
  const found = (form.items ?? []).map((item) => liveItem(item, form.items ?? []));
  const wanted = blueprint.items.map((item) => wantedItem(item, blueprint.items));
  const differences = [
    ...(form.info?.title === blueprint.title ? [] : ['Its title was changed.']),
    ...((form.info?.description ?? '') === blueprint.description
      ? []
      : ['The text under its title was changed.']),
    ...compareItems(wanted, found),
  ];
  const MOST = 5;
  const rest = differences.length - MOST;
  return rest > 0 ? [...differences.slice(0, MOST), `${rest} more things differ.`] : differences;
}

function compareItems(wanted: readonly Item[], found: readonly Item[]): string[] {
  const pairs = align(wanted, found);
  const paired = new Set(pairs.values());
  const left = new Set(found.keys());
  for (const place of paired) left.delete(place);
  return wanted.flatMap((item, index) => {
    const here = found[pairs.get(index) ?? -1];
    if (here) return compareItem(item, here);
    const moved = [...left].find((place) => isSame(item, found[place]));
    if (moved !== undefined) {
      left.delete(moved);
      return [`“${item.title}” stands at another place.`];
    }
    const reworded = (pairs.get(index - 1) ?? -1) + 1;
    const now = left.has(reworded) && found[reworded]?.kind === item.kind ? found[reworded] : undefined;
    if (!now) return [`“${item.title}” is gone.`];
    left.delete(reworded);
    pairs.set(index, reworded);
    return [`“${item.title}” is now called “${now.title}”.`];
  });
}

const isSame = (one: Item, other: Item | undefined) => one.kind === other?.kind && one.title === other.title;

/** The longest run of items that both have in the same order: for each place among the wanted, that among the found. */
function align(wanted: readonly Item[], found: readonly Item[]): Map<number, number> {
  const lengths = Array.from({ length: wanted.length + 1 }, () =>
    new Array<number>(found.length + 1).fill(0),
  );
  const at = (a: number, b: number) => lengths[a]?.[b] ?? 0;
  for (let a = wanted.length - 1; a >= 0; a--)
    for (let b = found.length - 1; b >= 0; b--) {
      const same = isSame(wanted[a] as Item, found[b]);
      (lengths[a] as number[])[b] = same ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
    }
  const pairs = new Map<number, number>();
  for (let a = 0, b = 0; a < wanted.length && b < found.length; ) {
    if (isSame(wanted[a] as Item, found[b])) pairs.set(a++, b++);
    else if (at(a + 1, b) >= at(a, b + 1)) a++;
    else b++;
  }
  return pairs;
}

function compareItem(wanted: Item, found: Item): string[] {
  const named = `“${wanted.title}”`;
  if (found.help !== wanted.help) return [`The text under ${named} was changed.`];
  if (found.required !== wanted.required)
    return [
      `${named} ${found.required ? 'must be answered now, and should not' : 'can be left empty now, and should not'}.`,
    ];
  if (JSON.stringify(found.choices) !== JSON.stringify(wanted.choices))
    return [`The choices of ${named} were changed.`];
  return JSON.stringify(found.ways) === JSON.stringify(wanted.ways)
    ? []
    : [`Answers of ${named} lead to other pages than they should.`];
}

const END = 'the end';
const ON = '';

function wantedItem(item: FormItem, all: readonly FormItem[]): Item {
  const { title, help = '' } = item;
  const plain = { title, help, required: false, choices: [], ways: [] };
  switch (item.kind) {
    case 'page':
    case 'words':
      return { ...plain, kind: item.kind };
    case 'line':
    case 'text':
      return { ...plain, kind: item.kind, required: item.required };
    case 'tick':
      return { ...plain, kind: 'ticks', required: true, choices: [item.label] };
    case 'ticks':
      return { ...plain, kind: 'ticks', choices: item.labels };
    case 'choice': {
      const way = (goTo?: string) =>
        goTo === undefined ? ON : goTo === SUBMIT ? END : (all.find(({ key }) => key === goTo)?.title ?? '?');
      return {
        ...plain,
        kind: 'choice',
        required: item.required,
        choices: item.options.map(({ label }) => label),
        ways: item.options.map(({ goTo }) => way(goTo)),
      };
    }
  }
}

function liveItem(item: forms_v1.Schema$Item, all: readonly forms_v1.Schema$Item[]): Item {
  const { title, description } = item;
  const question = item.questionItem?.question;
  const { type, options = [] } = question?.choiceQuestion ?? {};
  const isChoice = type === 'RADIO';
  const way = ({ goToSectionId, goToAction }: forms_v1.Schema$Option) =>
    goToAction === 'SUBMIT_FORM'
      ? END
      : goToSectionId
        ? (all.find(({ itemId }) => itemId === goToSectionId)?.title ?? '?')
        : (goToAction ?? ON);
  return {
    kind: kindOf(item),
    title: title ?? '',
    help: description ?? '',
    required: question?.required ?? false,
    choices: options.map(({ value, isOther }) => (isOther ? '(in her own words)' : (value ?? ''))),
    ways: isChoice ? options.map(way) : [],
  };
}

function kindOf({ pageBreakItem, textItem, questionItem }: forms_v1.Schema$Item): string {
  if (pageBreakItem) return 'page';
  if (textItem) return 'words';
  const { textQuestion, choiceQuestion } = questionItem?.question ?? {};
  if (textQuestion) return textQuestion.paragraph ? 'text' : 'line';
  if (choiceQuestion) return choiceQuestion.type === 'RADIO' ? 'choice' : 'ticks';
  return 'something else';
}
