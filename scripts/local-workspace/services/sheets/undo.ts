// What people can undo: each her own actions in a spreadsheet, the last one first, while others go on writing there.

import { invalid, notImplemented } from '../../kernel/errors.ts';
import type { Draft, DraftPatch } from './draft.ts';
import type { SheetsEngine } from './engine.ts';
import type { Row, SheetRecord } from './model.ts';
import { undoRows } from './rows.ts';

/** An action, with what it changed: enough to take it back although others wrote meanwhile. */
interface Step {
  readonly patch: DraftPatch;
  /** The tabs as the action left them, and the rows that it changed, by tab: place, before, after. */
  readonly tabs: readonly SheetRecord[];
  readonly rows: readonly (readonly [number, readonly (readonly [number, Row, Row])[]])[];
  /** The spreadsheet's revisions before and after it. */
  readonly from: number;
  readonly to: number;
}

/** An action that changed more rows than this cannot be undone. */
const KEPT_ROWS = 20_000;
const KEPT_STEPS = 30;

export class UndoStacks {
  constructor(private readonly engine: SheetsEngine) {}

  private get stacks() {
    return this.engine.kernel.store.table<readonly Step[]>('sheet-undo');
  }

  private of(user: string, spreadsheetId: string): readonly Step[] {
    return this.stacks.get(`${spreadsheetId}:${user}`) ?? [];
  }

  private keep(user: string, spreadsheetId: string, steps: readonly Step[]): void {
    this.stacks.set(`${spreadsheetId}:${user}`, steps.slice(-KEPT_STEPS));
  }

  has(user: string, spreadsheetId: string): boolean {
    return this.of(user, spreadsheetId).length > 0;
  }

  /** Remembers what somebody just did. */
  add(user: string, spreadsheetId: string, patch: DraftPatch): void {
    const kept = patch.rows.reduce((sum, [, { rows }]) => sum + rows.length, 0);
    const to = this.engine.revision(spreadsheetId);
    const book = this.engine.book(spreadsheetId);
    const rows = patch.rows.map(([sheetId, changed]) => {
      const now = book.rows(sheetId);
      const places = changed.kind === 'set' ? changed.rows : [];
      return [sheetId, places.map(([index, before]) => [index, before, now.get(index)] as const)] as const;
    });
    const step = { patch, tabs: book.record.sheets, rows, from: to - 1, to };
    this.keep(user, spreadsheetId, kept > KEPT_ROWS ? [] : [...this.of(user, spreadsheetId), step]);
  }

  /** @throws INVALID_ARGUMENT when she has done nothing that could be undone */
  undo(user: string, spreadsheetId: string): void {
    const steps = [...this.of(user, spreadsheetId)];
    const step = steps.pop();
    if (!step) throw invalid('There is nothing to undo.');
    const isLast = step.to === this.engine.revision(spreadsheetId);
    this.engine.write({ email: user }, spreadsheetId, (draft) =>
      isLast ? restore(draft, step) : takeBack(draft, step),
    );
    const earlier = steps.pop();
    // Nobody wrote between the two, so that the earlier one can be restored whole, too.
    if (earlier && isLast && earlier.to === step.from)
      steps.push({ ...earlier, to: this.engine.revision(spreadsheetId) });
    else if (earlier) steps.push(earlier);
    this.keep(user, spreadsheetId, steps);
  }
}

function restore(draft: Draft, { patch }: Step): void {
  draft.record = patch.record;
  draft.title = patch.title;
  for (const [sheetId, rows] of patch.rows) undoRows(draft.rows(sheetId), rows);
}

/** Others wrote after it: only the cells and the tabs that it changed become what they were. */
function takeBack(draft: Draft, { patch, tabs, rows }: Step): void {
  for (const [sheetId, { kind }] of patch.rows) {
    if (kind === 'tail' || !draft.find(sheetId))
      throw notImplemented('Undoing moved rows or columns after others wrote');
  }
  const before = patch.record.sheets;
  const isHers = (tab: SheetRecord) => !before.includes(tab);
  if (before.length !== tabs.length)
    throw notImplemented('Undoing a tab that was added or deleted after others wrote');
  for (const tab of tabs.filter(isHers)) {
    const old = before.find(({ sheetId }) => sheetId === tab.sheetId);
    if (old && draft.find(tab.sheetId)) draft.changeSheet(tab.sheetId, differing(old, tab));
  }
  for (const [sheetId, changed] of rows) {
    for (const [index, old, hers] of changed) {
      const now = draft.rows(sheetId).get(index);
      const area = {
        startRow: index,
        endRow: index + 1,
        startColumn: 0,
        endColumn: Math.max(old.length, hers.length, now.length),
      };
      draft.mapArea(sheetId, area, (cell, _, column) =>
        JSON.stringify(old[column] ?? null) === JSON.stringify(hers[column] ?? null)
          ? cell
          : (old[column] ?? null),
      );
    }
  }
}

/** The properties of a tab that an action changed, as they were before. */
function differing(old: SheetRecord, hers: SheetRecord): Partial<SheetRecord> {
  const names = new Set([...Object.keys(old), ...Object.keys(hers)]) as Set<keyof SheetRecord>;
  const changed = [...names].filter((name) => JSON.stringify(old[name]) !== JSON.stringify(hers[name]));
  return Object.fromEntries(changed.map((name) => [name, old[name]]));
}
