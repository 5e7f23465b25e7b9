// Questions with choices: multiple choice, checkboxes, and the drop-down list.

import { invalid } from '../../../kernel/errors.ts';
import { type EnumValue, ServiceObject } from '../../../script/service.ts';
import type { Choice as ChoiceValue } from '../form-model.ts';
import { PageNavigationType } from './enums.ts';
import { asText, type FormContext, type ItemBase, QuestionItem } from './item-base.ts';
import { ItemResponse } from './item-response.ts';
import { navigationFrom, type PageBreakItem, targetOf } from './layout-items.ts';
import type { CheckboxValidation } from './validation.ts';

export class Choice extends ServiceObject {
  static override readonly serviceName = 'Choice';
  static override readonly signatures = {
    getValue: [''],
    getGotoPage: [''],
    getPageNavigationType: [''],
    isCorrectAnswer: [''],
  };

  constructor(
    private readonly context: FormContext,
    readonly choice: ChoiceValue,
  ) {
    super();
  }

  getValue(): string {
    return this.choice.value;
  }
  getGotoPage(): ItemBase | null {
    return targetOf(this.context, this.choice.navigation);
  }
  getPageNavigationType(): EnumValue | null {
    return this.choice.navigation ? PageNavigationType[this.choice.navigation.type] : null;
  }
  isCorrectAnswer(): boolean {
    return this.choice.correct ?? false;
  }
}

abstract class ChoiceItem extends QuestionItem {
  static override readonly signatures: Readonly<Record<string, readonly string[]>> = {
    ...QuestionItem.signatures,
    createChoice: ['String', 'String, Boolean'],
    getChoices: [''],
    setChoices: ['Choice[]'],
    setChoiceValues: ['String[]'],
    createResponse: ['String'],
  };

  createChoice(value: unknown, more?: boolean | PageBreakItem | EnumValue | null): Choice {
    if (typeof more === 'boolean') return new Choice(this.context, { value: asText(value), correct: more });
    const navigation = navigationFrom(more);
    return new Choice(this.context, { value: asText(value), ...(navigation ? { navigation } : {}) });
  }

  getChoices(): Choice[] {
    return this.item.choices.map((choice) => new Choice(this.context, choice));
  }

  setChoices(choices: readonly Choice[]): this {
    return this.setAll(choices.map((each) => each.choice));
  }

  setChoiceValues(values: readonly unknown[]): this {
    return this.setAll(values.map((value) => ({ value: asText(value) })));
  }

  private setAll(choices: readonly ChoiceValue[]): this {
    if (choices.length === 0) throw invalid('Array is empty: choices');
    const leading = choices.filter((choice) => choice.navigation);
    if (leading.length > 0 && leading.length < choices.length) {
      throw invalid(
        'Choices that use page navigation cannot be combined with choices that do not use page navigation.',
      );
    }
    return this.set({ choices });
  }

  protected offers(value: string): boolean {
    return this.item.other || this.item.choices.some((choice) => choice.value === value);
  }

  createResponse(response: unknown): ItemResponse {
    const value = asText(response);
    return this.offers(value) ? new ItemResponse(this, value) : this.refuse();
  }
}

const WITH_OTHER = { showOtherOption: ['Boolean'], hasOtherOption: [''] };
const WITH_NAVIGATION = {
  createChoice: ['String', 'String, Boolean', 'String, PageBreakItem', 'String, PageNavigationType'],
};

abstract class ChoiceItemWithOther extends ChoiceItem {
  showOtherOption(enabled: boolean): this {
    return this.set({ other: enabled });
  }
  hasOtherOption(): boolean {
    return this.item.other;
  }
}

export class MultipleChoiceItem extends ChoiceItemWithOther {
  static override readonly serviceName = 'MultipleChoiceItem';
  static override readonly signatures = { ...ChoiceItem.signatures, ...WITH_OTHER, ...WITH_NAVIGATION };
}

export class ListItem extends ChoiceItem {
  static override readonly serviceName = 'ListItem';
  static override readonly signatures = { ...ChoiceItem.signatures, ...WITH_NAVIGATION };
}

export class CheckboxItem extends ChoiceItemWithOther {
  static override readonly serviceName = 'CheckboxItem';
  static override readonly signatures = {
    ...ChoiceItem.signatures,
    ...WITH_OTHER,
    createResponse: ['String[]'],
    setValidation: ['CheckboxValidation'],
    clearValidation: [''],
  };

  setValidation(validation: CheckboxValidation | null): this {
    return this.set({ rule: validation?.rule });
  }
  clearValidation(): this {
    return this.set({ rule: undefined });
  }

  override createResponse(responses: unknown): ItemResponse {
    const values = ((responses ?? []) as unknown[]).map(asText);
    return values.every((value) => this.offers(value)) ? new ItemResponse(this, values) : this.refuse();
  }
}
