// The local Workspace: Google Workspace on one computer. `createWorkspace` is its public entry.

import { parseDuration, type Time } from './kernel/clock.ts';
import { notImplemented } from './kernel/errors.ts';
import { Kernel, type KernelOptions } from './kernel/kernel.ts';
import type { StoreSnapshot } from './kernel/store.ts';
import type { ApiMethod } from './rest/api.ts';
import { Dispatcher } from './script/dispatcher.ts';
import type { ExecutionOptions, ExecutionRecord, UiEffect } from './script/execution.ts';
import { globalsFor } from './script/globals.ts';
import { type Project, Projects, type ScriptFile } from './script/projects.ts';
import { Runner, type RunResult } from './script/runner.ts';
import { type PendingEvent, Triggers } from './script/triggers.ts';
import { docsApi } from './services/docs/api.ts';
import { DocsEngine } from './services/docs/engine.ts';
import { driveApi } from './services/drive/api.ts';
import { Files } from './services/drive/files.ts';
import { formsApi } from './services/forms/api.ts';
import { FormsEngine } from './services/forms/engine.ts';
import { gmailApi } from './services/gmail/api.ts';
import { GmailEngine } from './services/gmail/engine.ts';
import { scriptApi } from './services/script/api.ts';
import { ScriptEngine } from './services/script/engine.ts';
import { sheetsApi } from './services/sheets/api/index.ts';
import { SheetsEngine, UnknownFunction } from './services/sheets/engine.ts';

export { parseDuration } from './kernel/clock.ts';
export { GoogleError } from './kernel/errors.ts';
export { readProjectFolder } from './project-folder.ts';
export type { ExecutionRecord, UiEffect } from './script/execution.ts';
export type { ScriptFile } from './script/projects.ts';
export type { RunResult } from './script/runner.ts';

export interface WorkspaceOptions extends Omit<KernelOptions, 'start'> {
  /** First moment of the clock, ISO 8601 with zone; for a new store only. */
  start?: string;
  /** The organisation's own account, which owns what the scripts create. */
  owner?: string;
  /** Where the addresses of forms and spreadsheets begin; Google's own when left out. */
  origin?: string;
}

type ApiName = 'sheets' | 'forms' | 'gmail' | 'docs' | 'drive' | 'script';

export const createWorkspace = (options: WorkspaceOptions = {}): Workspace => new Workspace(options);

export class Workspace {
  readonly kernel: Kernel;
  readonly files: Files;
  readonly sheets: SheetsEngine;
  readonly forms: FormsEngine;
  readonly gmail: GmailEngine;
  readonly docs: DocsEngine;
  readonly projects: Projects;
  readonly triggers: Triggers;
  readonly runner: Runner;
  /** Every REST method, by service; the advanced services are made of the same. */
  readonly apis: Readonly<Record<ApiName, readonly ApiMethod[]>>;
  readonly owner: string;
  private readonly dispatcher: Dispatcher;

  constructor(options: WorkspaceOptions) {
    this.owner = options.owner ?? 'contact@imstl.org';
    const { start, origin, ...kernelOptions } = options;
    this.kernel = new Kernel({ ...kernelOptions, ...(start ? { start: Date.parse(start) } : {}) });
    this.files = new Files(this.kernel);
    this.sheets = new SheetsEngine(this.kernel, this.files);
    this.forms = new FormsEngine(this.kernel, this.files, origin ? { origin } : {});
    this.gmail = new GmailEngine(this.kernel);
    this.docs = new DocsEngine(this.kernel, this.files);
    this.projects = new Projects(this.kernel, this.files);
    this.triggers = new Triggers(this.kernel);
    this.runner = new Runner(this.kernel, this.projects, (execution) => globalsFor(this, execution));
    this.dispatcher = new Dispatcher(
      this.kernel,
      this.triggers,
      this.runner,
      this.gmail.delivery.bounces,
      this,
    );
    this.apis = {
      sheets: sheetsApi(this.sheets),
      forms: formsApi(this.forms),
      gmail: gmailApi(this.gmail),
      drive: driveApi(this.files, {
        spreadsheet: ({ email }, name) => this.sheets.create(email, { title: name }),
        form: ({ email }, name) => this.forms.create(name, email, { published: false }).id,
        document: ({ email }, name) => this.docs.create(email, name),
      }),
      docs: docsApi(this.docs),
      script: scriptApi(new ScriptEngine(this.kernel, this.files, this.projects), this.runner),
    };
    this.sheets.customFunctions = (spreadsheetId, name, args) =>
      this.customFunction(spreadsheetId, name, args);
    this.releaseStaleLocks();
  }

  // Projects and their functions

  /** Adds a script project, bound to a spreadsheet when `container` is given. */
  addProject(project: {
    title: string;
    files: readonly ScriptFile[];
    container?: string;
    owner?: string;
  }): Project {
    const { scriptId } = this.projects.create(project.title, project.owner ?? this.owner, project.container);
    this.projects.push(scriptId, project.files);
    this.kernel.store.commit();
    return this.projects.get(scriptId);
  }

  /** Runs a function as somebody who chose it in a menu, in the editor or in a dialog. */
  run(
    functionName: string,
    options: {
      scriptId?: string;
      args?: readonly unknown[];
      user?: string;
      kind?: 'menu' | 'editor' | 'dialog';
      active?: ExecutionOptions['active'];
    } = {},
  ): RunResult {
    return this.runner.run({
      scriptId: options.scriptId ?? this.onlyProject().scriptId,
      functionName,
      kind: options.kind ?? 'menu',
      user: options.user ?? this.owner,
      args: options.args ?? [],
      ...(options.active ? { active: options.active } : {}),
    });
  }

  /**
   * A dialog's `google.script.run.name(…args)`. Only top-level functions whose names do not end in `_`; an answer that
   * holds a Date arrives as null, as in Google's dialogs.
   */
  callFromDialog(
    scriptId: string,
    functionName: string,
    args: readonly unknown[],
    user: string,
    active?: ExecutionOptions['active'],
  ): RunResult {
    if (functionName.includes('.')) throw notImplemented(`google.script.run.${functionName}`);
    const run = this.run(functionName, {
      scriptId,
      args,
      user,
      kind: 'dialog',
      ...(active ? { active } : {}),
    });
    return { ...run, result: holdsDate(run.result) ? null : run.result };
  }

  /** A person opens a spreadsheet: the simple trigger onOpen of its scripts runs and may add menus. */
  openSpreadsheet(user: string, spreadsheetId: string): { scriptId: string; ui: readonly UiEffect[] }[] {
    this.files.require({ email: user }, spreadsheetId, 'read');
    const opened = this.projects.boundTo(spreadsheetId).flatMap(({ scriptId, files }) => {
      if (!files.some((file) => file.type === 'SERVER_JS' && /\bonOpen\b/.test(file.source))) return [];
      const { ui } = this.runner.run({
        scriptId,
        functionName: 'onOpen',
        kind: 'open',
        user,
        authMode: 'LIMITED',
        args: [{ authMode: 'LIMITED' }],
        active: { spreadsheetId, sheetId: this.sheets.firstSheetId(spreadsheetId) },
      });
      return [{ scriptId, ui }];
    });
    this.kernel.happened({ type: 'open', spreadsheetId, user });
    return opened;
  }

  // Time and triggers

  now(): Time {
    return this.kernel.clock.now();
  }

  /** Delivers every event that is due now; returns the executions that ran. */
  settle(): ExecutionRecord[] {
    return this.dispatcher.runUntil(this.now());
  }

  /** Moves the clock by an ISO 8601 duration (`P1D`); what falls due on the way runs, and delivery failures arrive, in order. */
  advance(duration: string): ExecutionRecord[] {
    return this.advanceTo(this.now() + parseDuration(duration));
  }

  /** Moves the clock to a moment: milliseconds since 1970 or ISO 8601 with zone. */
  advanceTo(moment: Time | string): ExecutionRecord[] {
    const target = typeof moment === 'string' ? Date.parse(moment) : moment;
    const records = this.dispatcher.runUntil(target);
    this.kernel.clock.moveTo(target);
    this.kernel.store.commit();
    this.kernel.changed('clock');
    return records;
  }

  /** Moves the clock to the next trigger that is due and runs it; nothing happens when none is. */
  advanceToNext(): ExecutionRecord[] {
    const next = this.triggers.nextDue();
    return next === undefined ? [] : this.advanceTo(Math.max(next, this.now()));
  }

  /** Delivers one waiting event now, whatever its time; no record when its execution is put off. */
  deliver(pending: PendingEvent): ExecutionRecord | undefined {
    return this.dispatcher.deliver(pending);
  }

  /** Whether what falls due while an execution is under way starts beside it, as on Google; otherwise after it. */
  set overlapping(isSo: boolean) {
    this.dispatcher.overlapping = isSo;
  }

  // Ends

  executions(): readonly ExecutionRecord[] {
    return this.runner.executions();
  }

  get faults() {
    return this.runner.faults;
  }

  snapshot(): StoreSnapshot {
    return this.kernel.store.snapshot();
  }

  restore(snapshot: StoreSnapshot): void {
    this.kernel.store.restore(snapshot);
    this.kernel.changed('*');
  }

  close(): void {
    this.kernel.store.close();
  }

  private onlyProject(): Project {
    const [project, ...others] = this.projects.all();
    if (!project || others.length > 0) throw new Error('Say which script project: there is not exactly one');
    return project;
  }

  private customFunction(spreadsheetId: string, name: string, args: unknown[]): unknown {
    const project = this.projects.boundTo(spreadsheetId)[0];
    if (!project) throw new UnknownFunction(name);
    const { record, result } = this.runner.run({
      scriptId: project.scriptId,
      functionName: name,
      kind: 'custom function',
      user: this.owner,
      authMode: 'CUSTOM_FUNCTION',
      args,
    });
    if (record.status !== 'Completed') throw new Error(record.error ?? record.status);
    return result;
  }

  /** Locks end with their executions, and no execution survives a restart. */
  private releaseStaleLocks(): void {
    const locks = this.kernel.store.table('locks');
    for (const key of locks.keys()) locks.delete(key);
  }
}

const holdsDate = (value: unknown): boolean =>
  value instanceof Date ||
  (typeof value === 'object' && value !== null && Object.values(value).some(holdsDate));
