// RangeList: several ranges of a tab that a script changes alike.

import { ServiceObject, type Signatures } from '../../../script/service.ts';
import type { Range } from './range.ts';
import { WritableRange } from './range-writes.ts';

/** Methods that are passed on to each range. */
const SHARED = Object.keys(WritableRange.signatures).filter(
  (name) =>
    /^(setValue|setFormula|setNote|clear\w*|check|uncheck|insertCheckboxes)$/.test(name) ||
    /^set(Background|FontColor|FontWeight|FontStyle|FontLine|FontSize|FontFamily|HorizontalAlignment|VerticalAlignment|NumberFormat|Wrap|WrapStrategy)$/.test(
      name,
    ),
);
const { signatures } = WritableRange;

export class RangeList extends ServiceObject {
  static override readonly serviceName = 'RangeList';
  static override readonly signatures: Signatures = {
    ...Object.fromEntries(SHARED.map((name) => [name, signatures[name] ?? []])),
    getRanges: [''],
  };

  constructor(readonly ranges: readonly Range[]) {
    super();
  }

  getRanges(): readonly Range[] {
    return this.ranges;
  }
}

for (const name of SHARED) {
  Object.defineProperty(RangeList.prototype, name, {
    value(this: RangeList, ...values: unknown[]) {
      for (const range of this.ranges)
        (range as unknown as Record<string, (...args: unknown[]) => unknown>)[name]?.(...values);
      return this;
    },
  });
}
