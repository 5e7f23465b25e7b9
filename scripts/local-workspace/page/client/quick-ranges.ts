// Tabulator's selecting of ranges, made quick for long tabs: it draws the rows in view instead of every row there is.

import { SelectRangeModule } from 'tabulator-tables';

/** The parts of the module that have no public type. */
export interface RangeModule {
  layoutElement(visibleRows?: boolean): void;
  navigate(jump: boolean, expand: boolean, direction: 'up' | 'down' | 'left' | 'right'): boolean;
}

const Original = SelectRangeModule as unknown as new (...args: unknown[]) => RangeModule;

class Quick extends Original {
  override layoutElement(): void {
    super.layoutElement(true);
  }
}

export const QuickRangesModule = Quick as unknown as typeof SelectRangeModule;
