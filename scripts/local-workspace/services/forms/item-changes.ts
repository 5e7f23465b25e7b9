// New items, and what removing one does to those that led to it.

import type { FormItem, ItemType, Navigation } from './form-model.ts';

/** An item as Google makes it: no title, one choice without a text, a scale from 1 to 5. */
export function emptyItem(type: ItemType): FormItem {
  const choosable = type === 'MULTIPLE_CHOICE' || type === 'CHECKBOX' || type === 'LIST';
  return {
    id: 0,
    questionId: 0,
    type,
    title: '',
    help: '',
    required: false,
    choices: choosable ? [{ value: '' }] : [],
    other: false,
    ...(type === 'SCALE' ? { scale: { low: 1, high: 5, lowLabel: '', highLabel: '' } } : {}),
    ...(type === 'DATE' ? { includesYear: true } : {}),
  };
}

/** Choices and page breaks that led to the removed page lead to the next one instead. */
export function withoutItem(items: readonly FormItem[], itemId: number): FormItem[] {
  const onward = (navigation: Navigation | undefined): Navigation | undefined =>
    navigation?.type === 'GO_TO_PAGE' && navigation.itemId === itemId ? { type: 'CONTINUE' } : navigation;
  return items
    .filter((item) => item.id !== itemId)
    .map((item) => {
      const navigations = [item.goTo, ...item.choices.map((choice) => choice.navigation)];
      if (navigations.every((navigation) => onward(navigation) === navigation)) return item;
      const choices = item.choices.map((choice) => ({ ...choice, navigation: onward(choice.navigation) }));
      return { ...item, choices, goTo: onward(item.goTo) };
    });
}
