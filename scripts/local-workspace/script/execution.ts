// One run of one function: its time, its remote calls, its log and its end.

import type { Time } from '../kernel/clock.ts';
import { type ErrorCode, GoogleError } from '../kernel/errors.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { Tape } from './tape.ts';

/** A remote call as the execution log shows it. It carries sizes and times, never contents. */
export interface RemoteCall {
  readonly method: string;
  readonly at: Time;
  ms: number;
  requestBytes: number;
  responseBytes: number;
  /** The code of a refusal: its words may quote what was sent. */
  error?: ErrorCode;
}

export type ExecutionKind =
  | 'form submit'
  | 'edit'
  | 'change'
  | 'open'
  | 'clock'
  | 'menu'
  | 'dialog'
  | 'custom function'
  | 'editor'
  | 'web app'
  | 'api';

export type AuthMode = 'NONE' | 'LIMITED' | 'FULL' | 'CUSTOM_FUNCTION';

/** What an execution shows to the person who started it: dialogs, sidebars, toasts, menus. */
export type UiEffect =
  | {
      readonly kind: 'dialog' | 'sidebar';
      readonly title: string;
      readonly html: string;
      readonly width?: number;
      readonly height?: number;
    }
  | { readonly kind: 'alert' | 'toast'; readonly title: string; readonly text: string }
  | { readonly kind: 'menu'; readonly title: string; readonly entries: readonly MenuEntry[] };

export type MenuEntry =
  | { readonly kind: 'item'; readonly caption: string; readonly functionName: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'submenu'; readonly caption: string; readonly entries: readonly MenuEntry[] };

/** The record of an execution, kept in the store. */
export interface ExecutionRecord {
  readonly id: string;
  readonly scriptId: string;
  readonly functionName: string;
  readonly kind: ExecutionKind;
  /** Whose rights it ran with: the trigger's creator, or the person at the menu. */
  readonly user: string;
  readonly startedAt: Time;
  readonly endedAt: Time;
  readonly status: 'Completed' | 'Failed' | 'Timed out' | 'Killed';
  readonly error?: string;
  readonly log: readonly { readonly level: string; readonly text: string }[];
  /** Remote calls: what went over the wire, in order. */
  readonly calls: readonly RemoteCall[];
  /** Calls of the services' methods as the script wrote them, by method; most are answered from memory. */
  readonly methodCalls: Readonly<Record<string, number>>;
}

export interface ExecutionOptions {
  readonly scriptId: string;
  readonly functionName: string;
  readonly kind: ExecutionKind;
  readonly user: string;
  readonly authMode: AuthMode;
  /** The spreadsheet that the script is bound to. */
  readonly containerId?: string;
  /** Scopes of the manifest that the account has granted. */
  readonly scopes: readonly string[];
  readonly timeZone: string;
  /** Milliseconds before Google ends the execution. */
  readonly limitMs: number;
  /** Whether it may be put off while it waits: whoever started it does not need its result at once. */
  readonly canBePutOff?: boolean;
  /** What the person who started it is looking at. */
  readonly active?: {
    readonly spreadsheetId: string;
    readonly sheetId: number;
    /** Zero-based, ends exclusive. */
    readonly range?: { startRow: number; endRow: number; startColumn: number; endColumn: number };
  };
}

/** What an execution waits for, and until when at the latest. */
interface Waiting {
  readonly isOver: () => boolean;
  readonly since: Time;
  readonly until: Time;
}

/** Ends an execution at once; scripts may catch it, but everything they call afterwards throws it again. */
export class ExecutionEnded extends Error {}

/**
 * What may happen at a remote call. `before` comes ahead of its effect, `after` follows it: throwing a GoogleError
 * fails the call, `execution.kill()` ends the execution there, and a nested `workspace.run…` is another execution
 * that comes in between.
 */
export interface CallHook {
  before?(call: RemoteCall, execution: Execution): void;
  after?(call: RemoteCall, execution: Execution): void;
}

/** How large a remote call is; without it, its bytes count as 0. */
export interface RemoteSize<T> {
  readonly request?: number;
  readonly response?: (result: T) => number;
  /** The line of the cost model, when it is not the method's own. */
  readonly costsAs?: string;
}

export class Execution {
  readonly id: string;
  readonly startedAt: Time;
  readonly calls: RemoteCall[];
  readonly log: { level: string; text: string }[] = [];
  readonly ui: UiEffect[] = [];
  readonly methodCalls: Record<string, number> = {};
  /** What is still to be sent when the script's function has ended, such as buffered writes. */
  readonly unsent = new Set<() => void>();
  /** Things to undo at the end of the script, such as held locks. */
  readonly atEnd: (() => void)[];
  /** Modelled time this execution has used; executions that came in between do not count. */
  elapsedMs: number;
  private readonly tape: Tape;
  private death: 'Timed out' | 'Killed' | undefined;
  private waiting: Waiting | undefined;
  /** How often it was put off before it was begun again, and how often it has come to such a point since. */
  private readonly timesPutOff: number;
  private timesAtWait = 0;

  /** With `earlier`, it goes on where that one was put off, as soon as its new realm has come to the same point. */
  constructor(
    readonly kernel: Kernel,
    readonly options: ExecutionOptions,
    private readonly hooks: ReadonlySet<CallHook>,
    earlier?: Execution,
  ) {
    this.id = earlier?.id ?? kernel.random.hex(16);
    this.startedAt = earlier?.startedAt ?? kernel.clock.now();
    this.calls = earlier?.calls ?? [];
    this.atEnd = earlier?.atEnd ?? [];
    this.tape = earlier?.tape.rewound() ?? Tape.empty();
    this.timesPutOff = earlier ? earlier.timesPutOff + 1 : 0;
    this.elapsedMs = earlier ? earlier.elapsedMs + kernel.clock.now() - (earlier.waiting?.since ?? 0) : 0;
    if (this.elapsedMs > options.limitMs) this.death = 'Timed out';
  }

  get user(): string {
    return this.options.user;
  }

  /** Whether it is begun again, after it was put off. */
  get wasPutOff(): boolean {
    return this.timesPutOff > 0;
  }

  /**
   * Performs a remote call: recorded, timed, open to faults, its effect on disk when it returns.
   * @param method as the script names it, such as `Sheets.Spreadsheets.batchUpdate` or `Form.getResponses`
   * @param effect does the work; throws GoogleError when Google would refuse
   */
  remote<T>(method: string, effect: () => T, size?: RemoteSize<T>): T {
    this.assertAlive();
    return this.learn(method, () => this.perform(method, effect, size));
  }

  /** Takes note of something that is not the same a second time, such as the time. */
  learn<T>(what: string, learn: () => T): T {
    return this.tape.play(what, learn);
  }

  private perform<T>(method: string, effect: () => T, size: RemoteSize<T> | undefined): T {
    const call: RemoteCall = {
      method,
      at: this.kernel.clock.now(),
      ms: 0,
      requestBytes: size?.request ?? 0,
      responseBytes: 0,
    };
    this.calls.push(call);
    try {
      for (const hook of this.hooks) hook.before?.(call, this);
      this.assertAlive();
      const result = effect();
      call.responseBytes = size?.response?.(result) ?? 0;
      this.spend(call, size?.costsAs);
      this.kernel.store.commit();
      for (const hook of this.hooks) hook.after?.(call, this);
      this.assertAlive();
      return result;
    } catch (error) {
      if (error instanceof GoogleError) {
        call.error = error.code;
        if (call.ms === 0) this.spend(call, size?.costsAs);
      }
      throw error;
    }
  }

  /** Counts a call of a method as the script wrote it, remote or not. */
  called(method: string): void {
    this.methodCalls[method] = (this.methodCalls[method] ?? 0) + 1;
  }

  /** The time of a write that is only put into the buffer. */
  buffered(): void {
    this.learn('buffered write', () => this.wait(this.kernel.costs.of('buffered write', 0, 0)));
  }

  /** Sends what is still in the buffers, when the function has ended; what a dead execution had there is lost. */
  sendRest(): void {
    for (const send of this.unsent) if (!this.death) send();
  }

  /** Lets modelled time pass, for `Utilities.sleep` and waiting for locks. */
  wait(ms: number): void {
    this.elapsedMs += ms;
    this.kernel.clock.tick(ms);
    if (this.elapsedMs > this.options.limitMs) this.death ??= 'Timed out';
    this.assertAlive();
  }

  /**
   * Puts the execution off until something is over, at most so many milliseconds. Comes back at once with false when
   * it cannot be put off; when it is begun again, it comes to this point a second time, and gets true.
   */
  putOff(isOver: () => boolean, mostMs: number): boolean {
    if (this.timesAtWait++ < this.timesPutOff) return true;
    if (!this.options.canBePutOff || !this.tape.rewound()) return false;
    const now = this.kernel.clock.now();
    this.waiting = { isOver, since: now, until: now + mostMs };
    throw new ExecutionEnded('Waiting');
  }

  /** What it waits for, when it was put off. */
  get putOffUntil(): Omit<Waiting, 'since'> | undefined {
    return this.waiting;
  }

  /** Ends the execution as if Google's machine had gone away. */
  kill(): void {
    this.death ??= 'Killed';
  }

  /** How it died, if it did. */
  get ended(): 'Timed out' | 'Killed' | undefined {
    return this.death;
  }

  assertAlive(): void {
    if (this.waiting) throw new ExecutionEnded('Waiting');
    if (this.death)
      throw new ExecutionEnded(
        this.death === 'Timed out' ? 'Exceeded maximum execution time' : 'Execution ended',
      );
  }

  private spend(call: RemoteCall, costsAs = call.method): void {
    call.ms = this.kernel.costs.of(costsAs, call.requestBytes, call.responseBytes);
    this.elapsedMs += call.ms;
    this.kernel.clock.tick(call.ms);
    if (this.elapsedMs > this.options.limitMs) this.death ??= 'Timed out';
  }
}
