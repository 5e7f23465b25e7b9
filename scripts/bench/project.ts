// Runs a function of another Apps Script project on prepared data and counts what it costs.

import { basename, resolve } from 'node:path';
import type { ExecutionRecord, Workspace } from '../local-workspace/index.ts';
import type { WorkspaceEvent } from '../local-workspace/kernel/kernel.ts';
import { eventObject } from '../local-workspace/script/events.ts';
import type { Execution, ExecutionKind, ExecutionOptions } from '../local-workspace/script/execution.ts';
import type { TriggerRecord } from '../local-workspace/script/triggers.ts';
import { parseCells } from '../local-workspace/services/sheets/a1.ts';
import { rangeEvent } from '../local-workspace/services/sheets/script/event.ts';
import type { ProjectData } from './project-data.ts';
import { projectFiles } from './project-files.ts';
import { headers, type Prepared, prepare, RESPONSES_TAB } from './project-workspace.ts';

export interface ProjectCost {
  /** The function that ran. */
  readonly run: string;
  /** Remote calls beside mails. */
  readonly remoteCalls: number;
  /** Calls of Google's services as the script wrote them, answered from memory or not. */
  readonly methodCalls: number;
  readonly modelledMs: number;
  readonly mails: number;
  /** For each method: calls as written, remote calls, their time. A flush stands under SpreadsheetApp.flush. */
  readonly byMethod: Readonly<Record<string, { methodCalls: number; remoteCalls: number; ms: number }>>;
  /** Why it failed, in the words of Google's execution log. */
  readonly error?: string;
}

const SEND = /^(MailApp\.sendEmail|GmailApp\.sendEmail|Gmail\.Users\.(Messages|Drafts)\.send)$/;

/**
 * @param folder the other project's files
 * @throws Error when the folder, the data and the function do not fit together; a script that fails is told in `error`
 */
export function benchProject(folder: string, functionName: string, data: ProjectData): ProjectCost {
  const run = runProject(folder, functionName, data);
  run.workspace.close();
  return costOf(run.record);
}

/** As `benchProject`, with the Workspace as the function left it. */
export function runProject(
  folder: string,
  functionName: string,
  data: ProjectData,
): { workspace: Workspace; record: ExecutionRecord; ids: ReadonlyMap<string, string> } {
  const prepared = prepare(data);
  const { workspace, ids } = prepared;
  const named = (text: string) => text.replace(/\{\{(.+?)\}\}/g, (_, name: string) => idOf(ids, name));
  const replace = Object.fromEntries(Object.entries(data.replace).map(([from, to]) => [from, named(to)]));
  const container = data.container && Object.values(data.container)[0];
  const { scriptId } = workspace.addProject({
    title: basename(resolve(folder)),
    files: projectFiles(folder, replace, data.timeZone),
    ...(container === undefined ? {} : { container: idOf(ids, container) }),
  });
  const properties = Object.entries(data.properties).map(([key, value]) => [key, named(value)]);
  workspace.kernel.store.table('properties').set(`script ${scriptId}`, Object.fromEntries(properties));
  const { record } = workspace.runner.run({
    scriptId,
    functionName,
    user: data.owner,
    ...occasion(prepared, data),
  });
  return { workspace, record, ids };
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`No spreadsheet or form of the data is called “${name}”.`);
  return id;
}

interface Occasion {
  readonly kind: ExecutionKind;
  readonly authMode?: 'LIMITED';
  readonly args?: (execution: Execution) => readonly unknown[];
  readonly active?: ExecutionOptions['active'];
}

/** How the function is started, and the event that it is given. */
function occasion(prepared: Prepared, data: ProjectData): Occasion {
  const { trigger } = data;
  const { workspace, ids } = prepared;
  const bound = data.container && 'spreadsheet' in data.container ? data.container.spreadsheet : undefined;
  switch (trigger?.kind) {
    case undefined:
      return { kind: 'editor', args: () => data.args };
    case 'clock':
      return { kind: 'clock', args: (execution) => [event(workspace, execution)] };
    case 'open': {
      const spreadsheetId = idOf(ids, bound ?? missing('"open" needs a spreadsheet as "container"'));
      const active = { spreadsheetId, sheetId: workspace.sheets.firstSheetId(spreadsheetId) };
      return { kind: 'open', authMode: 'LIMITED', args: () => [{ authMode: 'LIMITED' }], active };
    }
    case 'edit': {
      const spreadsheetId = idOf(ids, bound ?? missing('"edit" needs a spreadsheet as "container"'));
      const edit = typed(workspace, data.owner, spreadsheetId, trigger);
      const active = { spreadsheetId, sheetId: edit.sheetId, range: edit.range };
      return { kind: 'edit', args: (execution) => [event(workspace, execution, edit)], active };
    }
    case 'form submit':
      return submission(prepared, data, trigger);
  }
}

function missing(what: string): never {
  throw new Error(`The trigger ${what}.`);
}

const event = (workspace: Workspace, execution: Execution, what?: WorkspaceEvent) =>
  eventObject(
    execution,
    { id: '1' } as TriggerRecord,
    { id: '1', triggerId: '1', dueAt: workspace.now(), ...(what ? { event: what } : {}) },
    workspace,
  );

/** Types into the cell, and gives the event that Google makes of it. */
function typed(
  workspace: Workspace,
  user: string,
  spreadsheetId: string,
  { sheet, cell, value }: { sheet: string; cell: string; value: string },
): Extract<WorkspaceEvent, { type: 'edit' }> {
  const sheetId = tabId(workspace, spreadsheetId, sheet);
  const { startRow, startColumn } = parseCells(cell) as { startRow: number; startColumn: number };
  let edit: WorkspaceEvent | undefined;
  workspace.kernel.onEvent((what) => {
    if (what.type === 'edit') edit = what;
  });
  workspace.sheets.userEdit(user, spreadsheetId, sheetId, startRow, startColumn, [[value]]);
  return edit as Extract<WorkspaceEvent, { type: 'edit' }>;
}

function tabId(workspace: Workspace, spreadsheetId: string, title: string): number {
  const { sheets } = workspace.sheets.book(spreadsheetId).record;
  const found = sheets.find((sheet) => sheet.title === title);
  if (!found) throw new Error(`The spreadsheet has no tab “${title}”.`);
  return found.sheetId;
}

/** The event of the form; or that of the spreadsheet, when the script is bound to the one that gets the responses. */
function submission(
  { workspace, ids, responses }: Prepared,
  data: ProjectData,
  trigger: Extract<ProjectData['trigger'], { kind: 'form submit' }>,
): Occasion {
  const form = data.forms.find(({ title }) => trigger.form === undefined || title === trigger.form);
  if (!form) missing('"form submit" needs a form of "forms"');
  const kept = responses.get(form.title) ?? [];
  const place = (trigger.response ?? kept.length) - 1;
  const responseId = kept[place];
  if (responseId === undefined) missing(`"form submit" names a response that “${form.title}” does not have`);
  const formId = idOf(ids, form.title);
  const bound = data.container && 'spreadsheet' in data.container ? data.container.spreadsheet : undefined;
  if (form.destination === undefined || form.destination !== bound) {
    const submit = { type: 'form-submit' as const, formId, responseId };
    return { kind: 'form submit', args: (execution) => [event(workspace, execution, submit)] };
  }
  const spreadsheetId = idOf(ids, form.destination);
  const sheetId = tabId(workspace, spreadsheetId, RESPONSES_TAB);
  const titles = headers(form);
  const range = { startRow: place + 1, endRow: place + 2, startColumn: 0, endColumn: titles.length };
  const view = workspace.sheets.view(data.owner, spreadsheetId, {
    sheetId,
    startRow: place + 1,
    rowLimit: 1,
  });
  const shown = view.sheets.find((sheet) => sheet.sheetId === sheetId)?.values[0] ?? [];
  const values = titles.map((_, column) => shown[column] ?? '');
  return {
    kind: 'form submit',
    active: { spreadsheetId, sheetId, range },
    args: (execution) => [
      {
        authMode: 'FULL',
        triggerUid: '1',
        ...rangeEvent(workspace.sheets, execution, spreadsheetId, sheetId, range),
        values,
        namedValues: Object.fromEntries(titles.map((title, column) => [title, [values[column]]])),
      },
    ],
  };
}

function costOf({
  functionName,
  calls,
  methodCalls,
  startedAt,
  endedAt,
  error,
}: ExecutionRecord): ProjectCost {
  const byMethod: Record<string, { methodCalls: number; remoteCalls: number; ms: number }> = {};
  const line = (method: string) => {
    byMethod[method] ??= { methodCalls: 0, remoteCalls: 0, ms: 0 };
    return byMethod[method];
  };
  for (const [method, count] of Object.entries(methodCalls)) line(method).methodCalls = count;
  for (const { method, ms } of calls) {
    line(method).remoteCalls++;
    line(method).ms += ms;
  }
  const mails = calls.filter((call) => SEND.test(call.method) && call.error === undefined).length;
  return {
    run: functionName,
    remoteCalls: calls.length - mails,
    methodCalls: Object.values(methodCalls).reduce((sum, count) => sum + count, 0),
    modelledMs: endedAt - startedAt,
    mails,
    byMethod: Object.fromEntries(Object.entries(byMethod).sort(([, a], [, b]) => b.ms - a.ms)),
    ...(error === undefined ? {} : { error }),
  };
}
