// Watches a desk under load: what ran, what it called, what Google refused, and how near its limits the runs came.

import { cpuMs, SEND } from '../bench/desk.ts';
import type { Desk } from '../desk/desk.ts';
import type { ExecutionRecord } from '../local-workspace/index.ts';
import type { CallHook, RemoteCall } from '../local-workspace/script/execution.ts';

/** What a load has cost. */
export interface Cost {
  readonly runs: number;
  /** Beside mails. */
  readonly remoteCalls: number;
  readonly mails: number;
  /** Runs and calls that Google refused because there were too many at once, in a minute or in a day. */
  readonly refused: number;
  /** The longest run on the Workspace's clock; Google ends a run after six minutes. */
  readonly longestMs: number;
  /** Of one request; Google takes 10,485,760. */
  readonly mostBytes: number;
  /** Processor time of this computer, for the Workspace and the script together. */
  readonly cpuMs: number;
}

const TOO_MANY = /too many scripts running/;

export class Meter {
  private readonly calls: RemoteCall[] = [];
  private readonly runs: ExecutionRecord[] = [];
  private readonly hook: CallHook = { before: (call) => void this.calls.push(call) };
  private readonly began = cpuMs();

  constructor(private readonly desk: Desk) {
    desk.workspace.runner.hooks.add(this.hook);
  }

  /** Takes note of runs, and gives them. */
  note(runs: readonly ExecutionRecord[]): readonly ExecutionRecord[] {
    this.runs.push(...runs);
    return runs;
  }

  /** Runs a function as its trigger would. */
  run(functionName: string): void {
    this.note([this.desk.workspace.run(functionName, { scriptId: this.desk.scriptId }).record]);
  }

  /** Runs that did not end well, but for those that Google did not even begin. */
  get failures(): string[] {
    return this.runs
      .filter((run) => run.status !== 'Completed' && !isRefused(run))
      .map(({ functionName, status, error = '' }) => `${functionName} ended so: ${error || status}`);
  }

  /** Watches no longer. */
  end(): Cost {
    this.desk.workspace.runner.hooks.delete(this.hook);
    const mails = this.calls.filter(({ method }) => method === SEND).length;
    const refusedCalls = this.calls.filter(({ error }) => error === 'RESOURCE_EXHAUSTED').length;
    return {
      runs: this.runs.length,
      remoteCalls: this.calls.length - mails,
      mails,
      refused: this.runs.filter(isRefused).length + refusedCalls,
      longestMs: most(this.runs.map(({ startedAt, endedAt }) => endedAt - startedAt)),
      mostBytes: most(this.calls.map(({ requestBytes }) => requestBytes)),
      cpuMs: Math.round(cpuMs() - this.began),
    };
  }
}

const isRefused = ({ status, error = '', calls }: ExecutionRecord): boolean =>
  status === 'Failed' && calls.length === 0 && TOO_MANY.test(error);

const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), 0);
