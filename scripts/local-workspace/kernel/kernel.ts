// What every service stands on: the store, the clock, seeded ids, the accounts, quotas and the record of remote calls.

import { Clock, type Time } from './clock.ts';
import { CostModel } from './cost-model.ts';
import { Quotas } from './quotas.ts';
import { Random } from './random.ts';
import { Store } from './store.ts';

export interface KernelOptions {
  /** Folder that keeps the state; without it everything lives in memory. */
  folder?: string;
  seed?: number;
  /** First moment of the clock, in milliseconds since 1970; only used for a new store. */
  start?: Time;
  /** The clock follows the computer's own instead of standing still. */
  follow?: boolean;
  /** `workspace`: a paid Google Workspace domain; `consumer`: a gmail.com account. Decides the quotas. */
  edition?: 'workspace' | 'consumer';
}

/** Who asks: an account by its address; `scopes` are what its token may do (undefined: everything). */
export interface Caller {
  readonly email: string;
  readonly scopes?: readonly string[];
  /** The script or program that asks in the account's name. */
  readonly app?: string;
}

/** What people do, as far as triggers can notice it. Scripts and REST clients cause none of these. */
export type WorkspaceEvent =
  | { readonly type: 'form-submit'; readonly formId: string; readonly responseId: string }
  | {
      readonly type: 'edit';
      readonly spreadsheetId: string;
      readonly sheetId: number;
      /** Zero-based, ends exclusive. */
      readonly range: { startRow: number; endRow: number; startColumn: number; endColumn: number };
      readonly user: string;
      /** Only for a single cell, as Google gives them. */
      readonly value?: unknown;
      readonly oldValue?: unknown;
    }
  | {
      readonly type: 'change';
      readonly spreadsheetId: string;
      readonly changeType:
        | 'EDIT'
        | 'INSERT_ROW'
        | 'INSERT_COLUMN'
        | 'REMOVE_ROW'
        | 'REMOVE_COLUMN'
        | 'INSERT_GRID'
        | 'REMOVE_GRID'
        | 'FORMAT'
        | 'OTHER';
      readonly user: string;
    }
  | { readonly type: 'open'; readonly spreadsheetId: string; readonly user: string };

export type ChangeListener = (topic: string) => void;

export class Kernel {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly quotas: Quotas;
  readonly costs = new CostModel();
  private readonly listeners = new Set<ChangeListener>();
  private readonly eventListeners = new Set<(event: WorkspaceEvent) => void>();

  constructor(options: KernelOptions) {
    this.store = new Store(options.folder);
    this.clock = new Clock(
      this.store,
      options.start ?? Date.parse('2026-01-05T15:00:00Z'),
      options.follow ?? false,
    );
    this.random = new Random(this.store, options.seed ?? 1);
    this.quotas = new Quotas(this.store, this.clock, options.edition ?? 'workspace');
  }

  /** Tells open pages that something changed: 'forms', 'sheets', 'mail', 'executions', 'clock', 'triggers', or '*' for all. */
  changed(topic: string): void {
    for (const listener of this.listeners) listener(topic);
  }

  /** Reports what a person did; triggers that wait for it are queued before this returns. */
  happened(event: WorkspaceEvent): void {
    for (const listener of this.eventListeners) listener(event);
  }

  onEvent(listener: (event: WorkspaceEvent) => void): void {
    this.eventListeners.add(listener);
  }

  onChange(listener: ChangeListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
