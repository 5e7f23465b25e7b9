// Rules of data validation that a script builds with SpreadsheetApp.newDataValidation().

import { ServiceObject, type Signatures } from '../../../script/service.ts';
import { formatRange } from '../a1.ts';
import type { DataValidationRule } from '../schemas.ts';
import type { RangeBase } from './range-base.ts';

type ConditionType = DataValidationRule['condition']['type'];

/** Methods that compare with numbers or texts: what they take, and the condition. */
const COMPARISONS = {
  requireNumberBetween: ['Number, Number', 'NUMBER_BETWEEN'],
  requireNumberEqualTo: ['Number', 'NUMBER_EQ'],
  requireNumberGreaterThan: ['Number', 'NUMBER_GREATER'],
  requireNumberGreaterThanOrEqualTo: ['Number', 'NUMBER_GREATER_THAN_EQ'],
  requireNumberLessThan: ['Number', 'NUMBER_LESS'],
  requireNumberLessThanOrEqualTo: ['Number', 'NUMBER_LESS_THAN_EQ'],
  requireTextContains: ['String', 'TEXT_CONTAINS'],
  requireTextDoesNotContain: ['String', 'TEXT_NOT_CONTAINS'],
  requireTextEqualTo: ['String', 'TEXT_EQ'],
  requireTextIsEmail: ['', 'TEXT_IS_EMAIL'],
  requireTextIsUrl: ['', 'TEXT_IS_URL'],
  requireFormulaSatisfied: ['String', 'CUSTOM_FORMULA'],
  requireDate: ['', 'DATE_IS_VALID'],
  requireCheckbox: ['', 'BOOLEAN'],
} as const satisfies Record<string, readonly [string, ConditionType]>;

export class DataValidation extends ServiceObject {
  static override readonly serviceName = 'DataValidation';
  static override readonly signatures = { getAllowInvalid: [''], getHelpText: [''] };

  constructor(readonly rule: DataValidationRule) {
    super();
  }

  getAllowInvalid(): boolean {
    return !this.rule.strict;
  }
  getHelpText(): string | null {
    return this.rule.inputMessage ?? null;
  }
}

export class DataValidationBuilder extends ServiceObject {
  static override readonly serviceName = 'DataValidationBuilder';
  static override readonly signatures: Signatures = {
    ...Object.fromEntries(Object.entries(COMPARISONS).map(([name, [list]]) => [name, [list]])),
    requireValueInList: ['String[]', 'String[], Boolean'],
    requireValueInRange: ['Range', 'Range, Boolean'],
    setAllowInvalid: ['Boolean'],
    setHelpText: ['String'],
    build: [''],
  };
  /** What does not fit is only marked, unless the script says otherwise. */
  private rule: DataValidationRule = { condition: { type: 'NOT_BLANK' }, strict: false };

  require(type: ConditionType, values: readonly unknown[], showCustomUi?: boolean): this {
    const condition = { type, values: values.map((value) => ({ userEnteredValue: String(value) })) };
    this.rule = { ...this.rule, condition, ...(showCustomUi === undefined ? {} : { showCustomUi }) };
    return this;
  }
  requireValueInList(values: string[], showDropdown = true): this {
    return this.require('ONE_OF_LIST', values, showDropdown);
  }
  requireValueInRange(range: RangeBase, showDropdown = true): this {
    const sheet = range.workbook.sheet(range.sheetId, 'DataValidationBuilder.requireValueInRange');
    return this.require('ONE_OF_RANGE', [`=${formatRange(sheet, range.area)}`], showDropdown);
  }
  setAllowInvalid(allow: boolean): this {
    this.rule = { ...this.rule, strict: !allow };
    return this;
  }
  setHelpText(text: string): this {
    this.rule = { ...this.rule, inputMessage: text };
    return this;
  }
  build(): DataValidation {
    return new DataValidation(this.rule);
  }
}

for (const [name, [, type]] of Object.entries(COMPARISONS)) {
  Object.defineProperty(DataValidationBuilder.prototype, name, {
    value(this: DataValidationBuilder, ...values: unknown[]) {
      return this.require(type, values);
    },
  });
}
