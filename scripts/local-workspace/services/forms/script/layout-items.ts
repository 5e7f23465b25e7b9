// Items that ask nothing: page breaks and section headers.

import { invalid } from '../../../kernel/errors.ts';
import type { EnumValue } from '../../../script/service.ts';
import type { Navigation } from '../form-model.ts';
import { PageNavigationType } from './enums.ts';
import { type FormContext, ItemBase } from './item-base.ts';

export class SectionHeaderItem extends ItemBase {
  static override readonly serviceName = 'SectionHeaderItem';
  static override readonly signatures = ItemBase.signatures;
}

export class PageBreakItem extends ItemBase {
  static override readonly serviceName = 'PageBreakItem';
  static override readonly signatures = {
    ...ItemBase.signatures,
    setGoToPage: ['PageBreakItem', 'PageNavigationType'],
    getGoToPage: [''],
    getPageNavigationType: [''],
  };

  /** Where to go at the end of the page before this break, instead of entering this one. */
  setGoToPage(target: PageBreakItem | EnumValue | null): this {
    return this.set({ goTo: navigationFrom(target) });
  }

  getGoToPage(): ItemBase | null {
    return targetOf(this.context, this.item.goTo);
  }

  getPageNavigationType(): EnumValue {
    return PageNavigationType[this.item.goTo?.type ?? 'CONTINUE'];
  }
}

export function navigationFrom(target: PageBreakItem | EnumValue | null | undefined): Navigation | undefined {
  if (target === null || target === undefined) return undefined;
  if (target instanceof PageBreakItem) return { type: 'GO_TO_PAGE', itemId: target.itemId };
  if (target.name === 'GO_TO_PAGE') throw invalid('Invalid argument: navigationType');
  return { type: target.name as 'CONTINUE' | 'SUBMIT' | 'RESTART' };
}

/** The page break that a navigation leads to, if it leads to one. */
export function targetOf(context: FormContext, navigation: Navigation | undefined): ItemBase | null {
  if (navigation?.type !== 'GO_TO_PAGE') return null;
  const item = context.form.items.find((candidate) => candidate.id === navigation.itemId);
  return item ? context.own(item) : null;
}
