// Questions without choices: text, paragraph, scale, date and time.

import { invalid } from '../../../kernel/errors.ts';
import { asText, QuestionItem } from './item-base.ts';
import { ItemResponse } from './item-response.ts';
import type { ParagraphTextValidation, TextValidation } from './validation.ts';

abstract class WrittenItem extends QuestionItem {
  clearValidation(): this {
    return this.set({ rule: undefined });
  }
  setValidation(validation: TextValidation | ParagraphTextValidation | null): this {
    return this.set({ rule: validation?.rule });
  }
  createResponse(response: unknown): ItemResponse {
    return new ItemResponse(this, asText(response));
  }
}

export class TextItem extends WrittenItem {
  static override readonly serviceName = 'TextItem';
  static override readonly signatures = {
    ...QuestionItem.signatures,
    clearValidation: [''],
    setValidation: ['TextValidation'],
    createResponse: ['String'],
  };
}

export class ParagraphTextItem extends WrittenItem {
  static override readonly serviceName = 'ParagraphTextItem';
  static override readonly signatures = {
    ...QuestionItem.signatures,
    clearValidation: [''],
    setValidation: ['ParagraphTextValidation'],
    createResponse: ['String'],
  };
}

export class ScaleItem extends QuestionItem {
  static override readonly serviceName = 'ScaleItem';
  static override readonly signatures = {
    ...QuestionItem.signatures,
    setBounds: ['Integer, Integer'],
    getLowerBound: [''],
    getUpperBound: [''],
    setLabels: ['String, String'],
    getLeftLabel: [''],
    getRightLabel: [''],
    createResponse: ['Integer'],
  };

  private get scale() {
    return this.item.scale ?? { low: 1, high: 5, lowLabel: '', highLabel: '' };
  }

  setBounds(low: number, high: number): this {
    if (low < 0 || low > 1) throw invalid('Invalid argument: lower');
    if (high < 3 || high > 10) throw invalid('Invalid argument: upper');
    return this.set({ scale: { ...this.scale, low, high } });
  }
  getLowerBound(): number {
    return this.scale.low;
  }
  getUpperBound(): number {
    return this.scale.high;
  }
  setLabels(low: unknown, high: unknown): this {
    return this.set({ scale: { ...this.scale, lowLabel: asText(low), highLabel: asText(high) } });
  }
  getLeftLabel(): string {
    return this.scale.lowLabel;
  }
  getRightLabel(): string {
    return this.scale.highLabel;
  }
  createResponse(response: number): ItemResponse {
    if (response < this.scale.low || response > this.scale.high) this.refuse();
    return new ItemResponse(this, String(response));
  }
}

export class DateItem extends QuestionItem {
  static override readonly serviceName = 'DateItem';
  static override readonly signatures = {
    ...QuestionItem.signatures,
    setIncludesYear: ['Boolean'],
    includesYear: [''],
    createResponse: ['Date'],
  };

  setIncludesYear(enabled: boolean): this {
    return this.set({ includesYear: enabled });
  }
  includesYear(): boolean {
    return this.item.includesYear ?? true;
  }
  /** The calendar date that the moment has in the script's time zone. */
  createResponse(response: Date): ItemResponse {
    const { timeZone } = this.context.execution.options;
    const day = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    const text = day.format(response);
    return new ItemResponse(this, this.includesYear() ? text : text.slice(5));
  }
}

export class TimeItem extends QuestionItem {
  static override readonly serviceName = 'TimeItem';
  static override readonly signatures = { ...QuestionItem.signatures, createResponse: ['Integer, Integer'] };

  createResponse(hour: number, minute: number): ItemResponse {
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) this.refuse();
    return new ItemResponse(this, `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
  }
}
