// What all items of a form have in common, and the way from one item to its form.

import { invalid, notFound } from '../../../kernel/errors.ts';
import type { Execution } from '../../../script/execution.ts';
import { type EnumValue, ServiceObject } from '../../../script/service.ts';
import type { FormsEngine } from '../engine.ts';
import type { Form, FormItem } from '../form-model.ts';
import { itemTypeOf } from './enums.ts';

/** An open form within an execution. */
export class FormContext {
  constructor(
    readonly execution: Execution,
    readonly engine: FormsEngine,
    readonly formId: string,
    /** Makes the object of an item's own class. */
    private readonly wrap: (context: FormContext, item: FormItem) => ItemBase,
    /** Makes the generic Item that lists give. */
    private readonly wrapGeneric: (context: FormContext, item: FormItem) => ItemBase,
  ) {}

  get form(): Form {
    return this.engine.get(this.formId);
  }

  own(item: FormItem): ItemBase {
    return this.wrap(this, item);
  }

  generic(item: FormItem): ItemBase {
    return this.wrapGeneric(this, item);
  }

  /**
   * A change of the form's structure is one call to Google. The setters of an item fill in what that call has begun: they
   * are buffered and travel with the next call, so they are not counted. A killed execution can leave an item behind
   * whose title or choices are not set yet, as on Google.
   */
  change<T>(method: string, effect: () => T): T {
    const { execution, engine } = this;
    return execution.remote(method, () => {
      engine.require({ email: execution.user }, this.formId, 'write');
      return effect();
    });
  }
}

export type ItemChange = Partial<Omit<FormItem, 'id' | 'questionId' | 'type'>>;

/** Google turns numbers and booleans into text where text is wanted, and null into nothing. */
export const asText = (value: unknown): string =>
  value === null || value === undefined ? '' : String(value);

export abstract class ItemBase extends ServiceObject {
  static override readonly serviceName: string = 'Item';
  static override readonly signatures: Readonly<Record<string, readonly string[]>> = {
    getId: [''],
    getIndex: [''],
    getType: [''],
    getTitle: [''],
    setTitle: ['String'],
    getHelpText: [''],
    setHelpText: ['String'],
    duplicate: [''],
  };

  constructor(
    readonly context: FormContext,
    readonly itemId: number,
  ) {
    super();
  }

  /** The item as it is now. */
  get item(): FormItem {
    const item = this.context.form.items.find((candidate) => candidate.id === this.itemId);
    if (!item) throw notFound('The item does not exist in the form.');
    return item;
  }

  protected set(change: ItemChange): this {
    this.context.engine.updateItem(this.context.formId, this.itemId, change);
    return this;
  }

  getId(): number {
    return this.itemId;
  }
  getIndex(): number {
    return this.context.form.items.indexOf(this.item);
  }
  getType(): EnumValue {
    return itemTypeOf(this.item.type);
  }
  getTitle(): string {
    return this.item.title;
  }
  setTitle(title: unknown): this {
    return this.set({ title: asText(title) });
  }
  getHelpText(): string {
    return this.item.help;
  }
  setHelpText(text: unknown): this {
    return this.set({ help: asText(text) });
  }
  /** Copies the item to the end of the form. */
  duplicate(): ItemBase {
    const { context } = this;
    return context.own(
      context.change('Item.duplicate', () =>
        context.engine.addItem(context.formId, this.item.type, this.item),
      ),
    );
  }
}

/** An item that asks something. */
export abstract class QuestionItem extends ItemBase {
  static override readonly signatures: Readonly<Record<string, readonly string[]>> = {
    ...ItemBase.signatures,
    isRequired: [''],
    setRequired: ['Boolean'],
  };

  isRequired(): boolean {
    return this.item.required;
  }
  setRequired(enabled: boolean): this {
    return this.set({ required: enabled });
  }

  protected refuse(): never {
    throw invalid(`Invalid response submitted to item: ${this.item.title}.`);
  }
}
