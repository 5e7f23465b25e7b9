// A response in a script's hands: one that it fetched, or one that it is putting together.

import { GoogleError } from '../../../kernel/errors.ts';
import { ServiceObject } from '../../../script/service.ts';
import { type Answers, asksSomething, type FormItem, type FormResponse as Stored } from '../form-model.ts';
import type { FormContext, ItemBase } from './item-base.ts';
import { ItemResponse } from './item-response.ts';

/** Questions that Google lists with the answer '' when they were left open; others are left out. */
const LISTED_WHEN_OPEN = new Set(['TEXT', 'PARAGRAPH_TEXT', 'DATE', 'TIME']);

/** Everything is in memory once `getResponses` has fetched it, so that reading answers costs no call. */
export class FormResponse extends ServiceObject {
  static override readonly serviceName = 'FormResponse';
  static override readonly signatures = {
    getId: [''],
    getTimestamp: [''],
    getRespondentEmail: [''],
    getItemResponses: [''],
    getResponseForItem: ['Item'],
    getEditResponseUrl: [''],
    toPrefilledUrl: [''],
    withItemResponse: ['ItemResponse'],
    submit: [''],
  };

  private answers: Answers;
  private submitted: boolean;

  constructor(
    private readonly context: FormContext,
    private readonly stored?: Stored,
  ) {
    super();
    this.answers = stored?.answers ?? {};
    this.submitted = stored !== undefined;
  }

  /** Null until it is submitted. */
  getId(): string | null {
    return this.stored?.id ?? null;
  }

  /** When it was submitted last. */
  getTimestamp(): Date | null {
    return this.stored ? new Date(this.stored.lastSubmittedTime) : null;
  }

  getRespondentEmail(): string {
    return this.stored?.email ?? '';
  }

  getItemResponses(): ItemResponse[] {
    return this.context.form.items.flatMap((item) => this.responseTo(item) ?? []);
  }

  getResponseForItem(item: ItemBase | null): ItemResponse | null {
    return (item && this.responseTo(item.item)) ?? null;
  }

  private responseTo(item: FormItem): ItemResponse | undefined {
    if (!asksSomething(item)) return undefined;
    const values = this.answers[item.questionId];
    const source = this.context.own(item);
    if (values) return new ItemResponse(source, item.type === 'CHECKBOX' ? values : (values[0] as string));
    return this.stored && LISTED_WHEN_OPEN.has(item.type) ? new ItemResponse(source, '') : undefined;
  }

  getEditResponseUrl(): string | null {
    return this.stored ? this.context.engine.editResponseUrl(this.stored) : null;
  }

  toPrefilledUrl(): string {
    return this.context.engine.prefilledUrl(this.context.form, this.answers);
  }

  withItemResponse(response: ItemResponse | null): this {
    if (!response) return this;
    const { questionId } = response.source.item;
    const values = typeof response.value === 'string' ? [response.value] : response.value;
    this.answers = { ...this.answers, [questionId]: values };
    return this;
  }

  /** Puts the response into the form without a browser: no trigger fires, nothing is checked that a page would check. */
  submit(): FormResponse {
    if (this.submitted)
      throw new GoogleError('INVALID_ARGUMENT', 'This form response has already been submitted.');
    const { context } = this;
    const kept = Object.fromEntries(
      Object.entries(this.answers)
        .map(([id, values]) => [id, values.filter((value) => value !== '')] as const)
        .filter(([, values]) => values.length > 0),
    );
    const stored = context.execution.remote('FormResponse.submit', () => {
      if (!context.form.settings.accepting) {
        throw new GoogleError('INVALID_ARGUMENT', 'This form is not currently accepting responses.');
      }
      return context.engine.keepResponse(context.form, { answers: kept });
    });
    this.submitted = true;
    return new FormResponse(context, stored);
  }
}
