// Runs a function of a script project as Google does: a fresh realm, the whole project evaluated, then the function.

import type { Script } from 'node:vm';
import { invalid, tooOften } from '../kernel/errors.ts';
import type { Kernel } from '../kernel/kernel.ts';
import {
  type AuthMode,
  type CallHook,
  Execution,
  ExecutionEnded,
  type ExecutionKind,
  type ExecutionOptions,
  type ExecutionRecord,
  type UiEffect,
} from './execution.ts';
import { Faults } from './faults.ts';
import type { Projects } from './projects.ts';
import { type AdvancedService, Realm } from './realm.ts';
import type { ServiceObject } from './service.ts';

/** What a realm offers to scripts, made anew for each execution. */
export interface Globals {
  readonly services: Readonly<Record<string, ServiceObject>>;
  readonly advanced: readonly AdvancedService[];
}

export interface RunRequest {
  readonly scriptId: string;
  readonly functionName: string;
  /** Values of this side; an event object may hold service objects. A function gets the execution that will use them. */
  readonly args?: readonly unknown[] | ((execution: Execution) => readonly unknown[]);
  readonly kind: ExecutionKind;
  readonly user: string;
  readonly authMode?: AuthMode;
  readonly active?: ExecutionOptions['active'];
  /** Takes the record when the execution has ended; with it, the execution may be put off while it waits for a lock. */
  readonly ended?: (record: ExecutionRecord) => void;
}

export interface RunResult {
  readonly record: ExecutionRecord;
  readonly result: unknown;
  readonly ui: readonly UiEffect[];
}

const MINUTE = 60_000;
const OF_TRIGGERS: ReadonlySet<ExecutionKind> = new Set(['clock', 'form submit', 'edit', 'change']);
/** How many executions of one account Google lets run at the same time. */
const AT_THE_SAME_TIME = 30;
const TOO_MANY = 'There are too many scripts running simultaneously for this Google user account.';
/** How many executions the log keeps. */
const KEPT = 1000;

/** A realm that waits for the next run that may share it, and what was evaluated in it. */
interface KeptRealm {
  readonly realm: Realm;
  readonly scripts: readonly Script[];
}

export class Runner {
  /**
   * Lets runs of triggers, and others of the same kind, of one account share a realm one after the other, which is many
   * times faster and unlike Google: variables of the script live on. Only with a script to which that makes no difference.
   */
  keepsRealms = false;
  private readonly kept = new Map<string, KeptRealm>();
  readonly faults = new Faults();
  /** Watchers of every remote call, the fault switches among them. */
  readonly hooks = new Set<CallHook>([this.faults, { after: () => this.goOn() }]);
  private readonly underWay = new Set<Execution>();
  private readonly putOff: { readonly request: RunRequest; readonly execution: Execution }[] = [];

  constructor(
    private readonly kernel: Kernel,
    private readonly projects: Projects,
    private readonly globals: (execution: Execution) => Globals,
  ) {}

  executions(): readonly ExecutionRecord[] {
    return this.log.all();
  }

  private get log() {
    return this.kernel.store.list<ExecutionRecord>('executions');
  }

  /** An execution that is put off gives no record; its request gets it later, before the outermost execution ends. */
  run(request: RunRequest & { ended: (record: ExecutionRecord) => void }): RunResult | undefined;
  run(request: RunRequest): RunResult;
  run(request: RunRequest): RunResult | undefined {
    return this.execute(request, this.begin(request));
  }

  private begin(request: RunRequest, earlier?: Execution): Execution {
    const { scriptId, functionName, kind, user } = request;
    const manifest = this.projects.manifest(scriptId);
    const { containerId } = this.projects.get(scriptId);
    return new Execution(
      this.kernel,
      {
        scriptId,
        functionName,
        kind,
        user,
        authMode: request.authMode ?? 'FULL',
        scopes: this.projects.granted(scriptId, user),
        timeZone: manifest.timeZone,
        limitMs: kind === 'custom function' || request.authMode === 'LIMITED' ? MINUTE / 2 : 6 * MINUTE,
        ...(request.ended ? { canBePutOff: true } : {}),
        ...(containerId ? { containerId } : {}),
        ...(request.active ? { active: request.active } : {}),
      },
      this.hooks,
      earlier,
    );
  }

  private execute(request: RunRequest, execution: Execution): RunResult | undefined {
    let result: unknown;
    let failure: unknown;
    const beside = [...this.underWay].filter(({ user }) => user === execution.user);
    this.underWay.add(execution);
    try {
      if (beside.length >= AT_THE_SAME_TIME) throw tooOften(TOO_MANY);
      result = this.evaluate(execution, request);
    } catch (error) {
      failure = error;
    }
    if (execution.putOffUntil) {
      this.putOff.push({ request, execution });
      this.goOn();
      return undefined;
    }
    try {
      execution.sendRest();
    } catch (error) {
      failure ??= error;
    }
    for (const undo of execution.atEnd.reverse()) undo();
    this.underWay.delete(execution);
    const record = this.record(execution, failure);
    request.ended?.(record);
    this.goOn();
    return { record, result: record.status === 'Completed' ? result : undefined, ui: execution.ui };
  }

  /**
   * Begins again what was put off, as soon as that for which it waits is over, or its time. When nothing else runs any
   * more, the clock moves on to that time.
   */
  private goOn(): void {
    while (this.putOff.length > 0) {
      const isReady = (one: Execution) =>
        one.putOffUntil && (one.putOffUntil.isOver() || one.putOffUntil.until <= this.kernel.clock.now());
      let place = this.putOff.findIndex(({ execution }) => isReady(execution));
      if (place < 0) {
        if (this.underWay.size > this.putOff.length) return;
        this.kernel.clock.moveTo(
          Math.min(...this.putOff.map(({ execution }) => execution.putOffUntil?.until ?? 0)),
        );
        place = this.putOff.findIndex(({ execution }) => isReady(execution));
      }
      const [{ request, execution }] = this.putOff.splice(place, 1) as [(typeof this.putOff)[number]];
      this.underWay.delete(execution);
      this.execute(request, this.begin(request, execution));
    }
  }

  private evaluate(execution: Execution, request: RunRequest): unknown {
    const { kind } = request;
    const scripts = this.projects.scripts(request.scriptId);
    const key = JSON.stringify([request.scriptId, execution.user, OF_TRIGGERS.has(kind) ? 'trigger' : kind]);
    // What was put off plays again what it learned from the first line of the script on.
    const kept = execution.wasPutOff ? undefined : this.takeKept(key, scripts);
    kept?.goOnFor(execution);
    const realm = kept ?? new Realm(execution);
    const { services, advanced } = this.globals(execution);
    for (const [name, service] of Object.entries(services)) realm.offer(name, service);
    for (const service of advanced) realm.offerAdvanced(service);
    if (!kept) for (const script of scripts) realm.load(script);
    const target = realm.find(request.functionName);
    if (!target || request.functionName.endsWith('_'))
      throw invalid(`Script function not found: ${request.functionName}`);
    const args = typeof request.args === 'function' ? request.args(execution) : (request.args ?? []);
    const result = realm.call(target, args);
    if (this.keepsRealms) this.kept.set(key, { realm, scripts });
    return result;
  }

  /** While it works it is nobody else's; one in which a run failed is not used again. */
  private takeKept(key: string, scripts: readonly Script[]): Realm | undefined {
    const kept = this.kept.get(key);
    this.kept.delete(key);
    const isSame = kept?.scripts.every((script, at) => script === scripts[at]) && this.keepsRealms;
    return isSame ? kept?.realm : undefined;
  }

  private record(execution: Execution, failure: unknown): ExecutionRecord {
    const { scriptId, functionName, kind, user } = execution.options;
    const status = execution.ended ?? (failure === undefined ? 'Completed' : 'Failed');
    const error =
      status === 'Timed out'
        ? 'Exceeded maximum execution time'
        : failure === undefined || status === 'Killed'
          ? undefined
          : describe(failure);
    const record: ExecutionRecord = {
      id: execution.id,
      scriptId,
      functionName,
      kind,
      user,
      startedAt: execution.startedAt,
      endedAt: execution.startedAt + execution.elapsedMs,
      status,
      log: execution.log,
      calls: execution.calls,
      methodCalls: execution.methodCalls,
      ...(error === undefined ? {} : { error }),
    };
    this.log.push(record);
    if (this.log.length > KEPT * 1.2) this.log.splice(0, this.log.length - KEPT);
    if (OF_TRIGGERS.has(kind)) {
      this.kernel.quotas.add(user, 'trigger runtime ms', execution.elapsedMs);
    }
    this.kernel.store.commit();
    this.kernel.changed('executions');
    return record;
  }
}

/** The text that Google's execution log shows for an error that nobody caught. */
function describe(failure: unknown): string {
  if (failure instanceof ExecutionEnded) return failure.message;
  const { name, message } = failure as { name?: string; message?: string };
  return message === undefined
    ? String(failure)
    : `${name === 'GoogleError' ? 'Exception' : (name ?? 'Error')}: ${message}`;
}
