// One answer of a form response.

import { ServiceObject } from '../../../script/service.ts';
import type { ItemBase } from './item-base.ts';

export class ItemResponse extends ServiceObject {
  static override readonly serviceName = 'ItemResponse';
  static override readonly signatures = { getItem: [''], getResponse: [''] };

  constructor(
    readonly source: ItemBase,
    readonly value: string | readonly string[],
  ) {
    super();
  }

  /** A generic Item, as Google gives it: `asTextItem()` and the like lead to its own class. */
  getItem(): ServiceObject {
    return this.source.context.generic(this.source.item);
  }

  /** Text; for checkboxes a list of texts. */
  getResponse(): string | readonly string[] {
    return this.value;
  }
}
