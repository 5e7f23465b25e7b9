// The builders of rules for answers: TextValidation, ParagraphTextValidation, CheckboxValidation.

import { invalid } from '../../../kernel/errors.ts';
import { ServiceObject, type Signatures } from '../../../script/service.ts';
import type { Rule } from '../form-model.ts';
import { compilePattern, TEXT_RULES } from '../form-rules.ts';
import { asText } from './item-base.ts';

/** A finished rule; scripts only hand it to `setValidation`. */
export abstract class Validation extends ServiceObject {
  static override readonly signatures: Signatures = {};
  constructor(readonly rule: Rule | undefined) {
    super();
  }
}

export class TextValidation extends Validation {
  static override readonly serviceName = 'TextValidation';
}
export class ParagraphTextValidation extends Validation {
  static override readonly serviceName = 'ParagraphTextValidation';
}
export class CheckboxValidation extends Validation {
  static override readonly serviceName = 'CheckboxValidation';
}

/** Collects one requirement (the last one given counts) and the text shown when it is not met. */
abstract class ValidationBuilder extends ServiceObject {
  protected name: string | undefined;
  protected args: readonly (string | number)[] = [];
  protected helpText = '';

  setHelpText(text: unknown): this {
    this.helpText = asText(text);
    return this;
  }

  protected require(name: string, args: readonly unknown[]): this {
    if (name.endsWith('Pattern') && !compilePattern(asText(args[0]), false))
      throw invalid('Invalid argument: pattern');
    this.name = name;
    this.args = args.map((arg) => (typeof arg === 'number' ? arg : asText(arg)));
    return this;
  }

  protected get rule(): Rule | undefined {
    return this.name === undefined
      ? undefined
      : { name: this.name, args: this.args, helpText: this.helpText };
  }
}

const PARAMETERS: Readonly<Record<string, string>> = {
  '': '',
  n: 'Number',
  nn: 'Number, Number',
  i: 'Integer',
  p: 'String',
};

const builderSignatures = (rules: Readonly<Record<string, string>>): Signatures => ({
  ...Object.fromEntries(
    Object.entries(rules).map(([name, parameters]) => [`require${name}`, [PARAMETERS[parameters] as string]]),
  ),
  setHelpText: ['String'],
  build: [''],
});

/** Gives a builder one method for each of its rules. */
function addRules(builder: { prototype: object }, names: readonly string[]): void {
  for (const name of names) {
    Object.defineProperty(builder.prototype, `require${name}`, {
      value(this: { require(name: string, args: readonly unknown[]): unknown }, ...args: unknown[]) {
        return this.require(name, args);
      },
    });
  }
}

const textRules = Object.fromEntries(
  Object.entries(TEXT_RULES).map(([name, kind]) => [name, kind.parameters]),
);
const paragraphRules = Object.fromEntries(
  Object.entries(textRules).filter(([name]) => /Pattern$|^TextLength/.test(name)),
);
const checkboxRules = { SelectAtLeast: 'i', SelectAtMost: 'i', SelectExactly: 'i' };

export class TextValidationBuilder extends ValidationBuilder {
  static override readonly serviceName = 'TextValidationBuilder';
  static override readonly signatures = builderSignatures(textRules);
  build(): TextValidation {
    return new TextValidation(this.rule);
  }
}

export class ParagraphTextValidationBuilder extends ValidationBuilder {
  static override readonly serviceName = 'ParagraphTextValidationBuilder';
  static override readonly signatures = builderSignatures(paragraphRules);
  build(): ParagraphTextValidation {
    return new ParagraphTextValidation(this.rule);
  }
}

export class CheckboxValidationBuilder extends ValidationBuilder {
  static override readonly serviceName = 'CheckboxValidationBuilder';
  static override readonly signatures = builderSignatures(checkboxRules);
  build(): CheckboxValidation {
    return new CheckboxValidation(this.rule);
  }
}

addRules(TextValidationBuilder, Object.keys(textRules));
addRules(ParagraphTextValidationBuilder, Object.keys(paragraphRules));
addRules(CheckboxValidationBuilder, Object.keys(checkboxRules));
