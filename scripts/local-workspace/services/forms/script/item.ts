// The generic Item that `getItems()` gives, and the ways from it to the item's own class.

import { invalid } from '../../../kernel/errors.ts';
import type { Execution } from '../../../script/execution.ts';
import type { FormsEngine } from '../engine.ts';
import type { FormItem, ItemType } from '../form-model.ts';
import { CheckboxItem, ListItem, MultipleChoiceItem } from './choice-items.ts';
import { FormContext, ItemBase } from './item-base.ts';
import { PageBreakItem, SectionHeaderItem } from './layout-items.ts';
import { DateItem, ParagraphTextItem, ScaleItem, TextItem, TimeItem } from './question-items.ts';

type ItemClass = new (context: FormContext, itemId: number) => ItemBase;

const CLASSES: Readonly<Record<ItemType, ItemClass>> = {
  TEXT: TextItem,
  PARAGRAPH_TEXT: ParagraphTextItem,
  MULTIPLE_CHOICE: MultipleChoiceItem,
  CHECKBOX: CheckboxItem,
  LIST: ListItem,
  SCALE: ScaleItem,
  DATE: DateItem,
  TIME: TimeItem,
  PAGE_BREAK: PageBreakItem,
  SECTION_HEADER: SectionHeaderItem,
};

const nameOf = (type: ItemType): string => (CLASSES[type] as unknown as { serviceName: string }).serviceName;
const TYPES = Object.keys(CLASSES) as ItemType[];

export class Item extends ItemBase {
  static override readonly serviceName = 'Item';
  static override readonly signatures = {
    ...ItemBase.signatures,
    ...Object.fromEntries(TYPES.map((type) => [`as${nameOf(type)}`, ['']])),
  };

  override duplicate(): ItemBase {
    return this.context.generic(super.duplicate().item);
  }
}

for (const type of TYPES) {
  Object.defineProperty(Item.prototype, `as${nameOf(type)}`, {
    value(this: Item): ItemBase {
      if (this.item.type !== type) {
        throw invalid(`Invalid conversion for item type: ${this.item.type}.`);
      }
      return this.context.own(this.item);
    },
  });
}

export const openForm = (execution: Execution, engine: FormsEngine, formId: string): FormContext =>
  new FormContext(
    execution,
    engine,
    formId,
    (context, item: FormItem) => new CLASSES[item.type](context, item.id),
    (context, item: FormItem) => new Item(context, item.id),
  );
