// What has run, as the Apps Script API shows it: the processes of a user, and those of a script.

import type { script_v1 } from 'googleapis/build/src/apis/script/v1.js';
import type * as z from 'zod';
import type { ApiMethod } from '../../rest/api.ts';
import type { ExecutionKind, ExecutionRecord } from '../../script/execution.ts';
import type { Runner } from '../../script/runner.ts';
import type { ScriptEngine } from './engine.ts';
import { page } from './pages.ts';
import * as Schema from './schemas.ts';

type Process = script_v1.Schema$GoogleAppsScriptTypeProcess;

const SCOPES = ['https://www.googleapis.com/auth/script.processes'];
const TYPES: Readonly<Record<ExecutionKind, (typeof Schema.PROCESS_TYPES)[number]>> = {
  'form submit': 'TRIGGER',
  edit: 'TRIGGER',
  change: 'TRIGGER',
  open: 'SIMPLE_TRIGGER',
  clock: 'TIME_DRIVEN',
  menu: 'MENU',
  dialog: 'ADD_ON',
  'custom function': 'ADD_ON',
  editor: 'EDITOR',
  'web app': 'WEBAPP',
  api: 'EXECUTION_API',
};
const STATUSES: Readonly<Record<ExecutionRecord['status'], (typeof Schema.PROCESS_STATUSES)[number]>> = {
  Completed: 'COMPLETED',
  Failed: 'FAILED',
  'Timed out': 'TIMED_OUT',
  Killed: 'CANCELED',
};

/** Conditions of a list, all of which must hold; of those that name several values, one must. */
interface Filter {
  readonly functionName?: string | undefined;
  readonly startTime?: string | undefined;
  readonly endTime?: string | undefined;
  readonly types?: readonly string[] | undefined;
  readonly statuses?: readonly string[] | undefined;
  readonly userAccessLevels?: readonly string[] | undefined;
}

export function processMethods(engine: ScriptEngine, runner: Runner): ApiMethod[] {
  const newestFirst = () => [...runner.executions()].reverse();

  const processResource = (record: ExecutionRecord): Process => ({
    projectName: engine.projects.get(record.scriptId).title,
    functionName: record.functionName,
    processType: TYPES[record.kind],
    processStatus: STATUSES[record.status],
    userAccessLevel: engine.files.get(record.scriptId).owner === record.user ? 'OWNER' : 'WRITE',
    startTime: new Date(record.startedAt).toISOString(),
    duration: `${((record.endedAt - record.startedAt) / 1000).toFixed(3)}s`,
  });

  const found = (records: readonly ExecutionRecord[], filter: Filter): Process[] =>
    records
      .filter((record) => isInTime(record, filter))
      .map(processResource)
      .filter(fits(filter));

  const list: ApiMethod<z.infer<typeof Schema.UserProcesses>> = {
    id: 'script.processes.list',
    http: 'GET',
    path: '/v1/processes',
    query: Schema.UserProcesses,
    scopes: SCOPES,
    run({ query, caller }) {
      const { 'userProcessFilter.scriptId': scriptId } = query;
      const records = newestFirst().filter(
        (record) => record.user === caller.email && (scriptId === undefined || record.scriptId === scriptId),
      );
      return page('processes', found(records, filterIn(query, 'userProcessFilter')), query);
    },
  };

  const listOfScript: ApiMethod<z.infer<typeof Schema.ScriptProcesses>> = {
    id: 'script.processes.listScriptProcesses',
    http: 'GET',
    path: '/v1/processes:listScriptProcesses',
    query: Schema.ScriptProcesses,
    scopes: SCOPES,
    run({ query, caller }) {
      const { scriptId = '' } = query;
      engine.open(caller, scriptId, 'read');
      const records = newestFirst().filter((record) => record.scriptId === scriptId);
      return page('processes', found(records, filterIn(query, 'scriptProcessFilter')), query);
    },
  };

  return [list, listOfScript];
}

function filterIn(query: Readonly<Record<string, unknown>>, prefix: string): Filter {
  const own = Object.entries(query).filter(([name]) => name.startsWith(`${prefix}.`));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length + 1), value]));
}

/** Started at `startTime` or later, and completed by `endTime`. */
function isInTime({ startedAt, endedAt }: ExecutionRecord, { startTime, endTime }: Filter): boolean {
  return (
    (startTime === undefined || startedAt >= Date.parse(startTime)) &&
    (endTime === undefined || endedAt <= Date.parse(endTime))
  );
}

const fits =
  ({ functionName, types, statuses, userAccessLevels }: Filter) =>
  (process: Process): boolean =>
    (functionName === undefined || process.functionName === functionName) &&
    (!types || types.includes(process.processType ?? '')) &&
    (!statuses || statuses.includes(process.processStatus ?? '')) &&
    (!userAccessLevels || userAccessLevels.includes(process.userAccessLevel ?? ''));
