// Reads the script project from outside: its files, and when each of its functions ran last.

import type { script_v1 } from 'googleapis/build/src/apis/script/v1.js';

export interface ScriptSource {
  readonly name: string;
  readonly type: string;
  readonly source: string;
}

/** A run of a function that something started by itself. */
export interface Run {
  /** Milliseconds since 1970, UTC. */
  readonly startedAt: number;
  /** `COMPLETED`, `FAILED`, `TIMED_OUT`, `RUNNING` or another word of Google’s. */
  readonly status: string;
}

/** One call. */
export async function readSources(script: script_v1.Script, scriptId: string): Promise<ScriptSource[]> {
  const { data } = await script.projects.getContent({ scriptId, fields: 'files(name,type,source)' });
  return (data.files ?? []).map(({ name, type, source }) => ({
    name: name ?? '',
    type: type ?? '',
    source: source ?? '',
  }));
}

/**
 * The latest runs of a function that a trigger started, newest first. Google shows about a week of them. One call.
 */
export async function readRuns(script: script_v1.Script, scriptId: string, handler: string): Promise<Run[]> {
  const { data } = await script.processes.listScriptProcesses({
    scriptId,
    'scriptProcessFilter.functionName': handler,
    'scriptProcessFilter.types': ['TRIGGER', 'TIME_DRIVEN'],
    pageSize: 20,
  });
  const runs = (data.processes ?? []).map(({ startTime, processStatus }) => ({
    startedAt: Date.parse(startTime ?? ''),
    status: processStatus ?? '',
  }));
  return runs.sort((a, b) => b.startedAt - a.startedAt);
}
