// A Workspace with forms only: scripts that use FormApp, members who answer, and what happened afterwards.

import {
  Kernel,
  type KernelOptions,
  type WorkspaceEvent,
} from '../../../scripts/local-workspace/kernel/kernel.ts';
import type { ExecutionRecord } from '../../../scripts/local-workspace/script/execution.ts';
import { Projects } from '../../../scripts/local-workspace/script/projects.ts';
import { Runner } from '../../../scripts/local-workspace/script/runner.ts';
import { Files } from '../../../scripts/local-workspace/services/drive/files.ts';
import { FormsEngine, type FormsOptions } from '../../../scripts/local-workspace/services/forms/engine.ts';
import type { Form } from '../../../scripts/local-workspace/services/forms/form-model.ts';
import { formApp } from '../../../scripts/local-workspace/services/forms/script/form-app.ts';

export const OWNER = 'contact@imstl.org';
const FORMS_SCOPE = 'https://www.googleapis.com/auth/forms';

export class FormBench {
  readonly kernel: Kernel;
  readonly files: Files;
  readonly engine: FormsEngine;
  readonly events: WorkspaceEvent[] = [];
  lastRun: ExecutionRecord | undefined;
  private readonly projects: Projects;

  constructor(options: KernelOptions & FormsOptions = {}) {
    this.kernel = new Kernel(options);
    this.files = new Files(this.kernel);
    this.engine = new FormsEngine(this.kernel, this.files, options);
    this.projects = new Projects(this.kernel, this.files);
    this.kernel.onEvent((event) => this.events.push(event));
  }

  /** Runs the body of a function as a script of the owner; throws what the script throws. */
  run(body: string, user = OWNER, scopes = [FORMS_SCOPE]): unknown {
    const { scriptId } = this.projects.create('Test', user);
    const manifest = { timeZone: 'America/Chicago', runtimeVersion: 'V8', oauthScopes: scopes };
    this.projects.push(scriptId, [
      { name: 'Code', type: 'SERVER_JS', source: `function main() { ${body} }` },
      { name: 'appsscript', type: 'JSON', source: JSON.stringify(manifest) },
    ]);
    const runner = new Runner(this.kernel, this.projects, (execution) => ({
      services: { FormApp: formApp(this.engine, execution) },
      advanced: [],
    }));
    const { record, result } = runner.run({ scriptId, functionName: 'main', kind: 'editor', user });
    this.lastRun = record;
    if (record.error !== undefined) throw new Error(record.error);
    return result;
  }

  /** Makes a published form with a script; `form` is at hand in it. */
  form(body: string): Form {
    const id = this.run(
      `const form = FormApp.create('A form', true); ${body}; return form.getId();`,
    ) as string;
    return this.engine.get(id);
  }

  /** `entry.N` by question title. */
  entry(form: Form, title: string): string {
    const item = this.engine.get(form.id).items.find((candidate) => candidate.title === title);
    if (!item) throw new Error(`No question ${title}`);
    return `entry.${item.questionId}`;
  }
}
