// A desk to measure: set up in a Workspace of its own, with registers filled as they would stand after a year.

import { Desk, type Person, START } from '../desk/desk.ts';
import { createWorkspace, type ExecutionRecord, type ScriptFile } from '../local-workspace/index.ts';
import { callApi } from '../local-workspace/rest/dispatch.ts';
import type { CallHook } from '../local-workspace/script/execution.ts';

/** What a run has cost. */
export interface Cost {
  /** Remote calls beside mails. */
  readonly remoteCalls: number;
  readonly mails: number;
  /** Time on the Workspace's clock. */
  readonly modelledMs: number;
}

export const SEND = 'Gmail.Users.Messages.send';
/** Google takes so many writes a minute; a write of many rows fits well below its two megabytes. */
const ROWS_AT_ONCE = 2_000;

/** @param files the built bundle @param members who is on the roster from the beginning */
export function deskToMeasure(
  files: readonly ScriptFile[],
  { start = START, members = [] }: { start?: string; members?: readonly Person[] } = {},
): Desk {
  const desk = new Desk(createWorkspace({ start, seed: 1 }));
  desk.setUp(files, members);
  return desk;
}

export function costOf(records: readonly ExecutionRecord[]): Cost {
  const calls = records.flatMap((record) => record.calls);
  const mails = calls.filter(({ method }) => method === SEND).length;
  const modelledMs = records.reduce((sum, { startedAt, endedAt }) => sum + endedAt - startedAt, 0);
  return { remoteCalls: calls.length - mails, mails, modelledMs };
}

/** Throws when a run has not gone well: its cost would mean nothing. */
export function completed(record: ExecutionRecord): ExecutionRecord {
  if (record.status === 'Completed') return record;
  throw new Error(`${record.functionName}: ${record.error ?? record.status}`);
}

/** Appends rows to a tab, as typed, in writes of a size that Google takes. */
export function append(desk: Desk, tab: string, rows: readonly (readonly unknown[])[]): void {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    callApi(desk.workspace.apis.sheets, 'sheets.spreadsheets.values.append', {
      path: { spreadsheetId: desk.registersId, range: `'${tab}'!A1` },
      query: { valueInputOption: 'USER_ENTERED' },
      body: { values: rows.slice(from, from + ROWS_AT_ONCE) },
      caller: { email: desk.workspace.owner },
    });
    desk.workspace.kernel.clock.tick(1_000);
  }
}

/**
 * Runs a function as its trigger would. The processor time is that of the script alone: what the Workspace needs for
 * the remote calls is not counted, because on Google another machine does that.
 */
export function runMeasured(desk: Desk, functionName: string): { record: ExecutionRecord; cpuMs: number } {
  let elsewhere = 0;
  let since = 0;
  const hook: CallHook = {
    before: () => {
      since = cpuMs();
    },
    after: () => {
      elsewhere += cpuMs() - since;
    },
  };
  const { hooks } = desk.workspace.runner;
  hooks.add(hook);
  const began = cpuMs();
  const { record } = desk.workspace.run(functionName, { scriptId: desk.scriptId });
  const spent = cpuMs() - began;
  hooks.delete(hook);
  return { record: completed(record), cpuMs: Math.round(spent - elsewhere) };
}

/** Processor time of this process so far. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
