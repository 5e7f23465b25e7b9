// Runs small scripts of a test's own in a realm with the basic services.

import { Kernel, type KernelOptions } from '../../scripts/local-workspace/kernel/kernel.ts';
import { Projects } from '../../scripts/local-workspace/script/projects.ts';
import { Runner, type RunRequest, type RunResult } from '../../scripts/local-workspace/script/runner.ts';
import { CacheService } from '../../scripts/local-workspace/services/cache/cache-service.ts';
import { Files } from '../../scripts/local-workspace/services/drive/files.ts';
import { HtmlService } from '../../scripts/local-workspace/services/html/html-service.ts';
import { LockService } from '../../scripts/local-workspace/services/lock/lock-service.ts';
import { PropertiesService } from '../../scripts/local-workspace/services/properties/properties-service.ts';
import { Session } from '../../scripts/local-workspace/services/session/session.ts';
import { Utilities } from '../../scripts/local-workspace/services/utilities/utilities.ts';

export const OWNER = 'contact@imstl.org';

export interface Bench {
  readonly kernel: Kernel;
  readonly runner: Runner;
  readonly scriptId: string;
  run(functionName: string, request?: Partial<RunRequest>): RunResult;
}

export function bench(
  source: string,
  options: KernelOptions & { scopes?: string[]; html?: Record<string, string> } = {},
): Bench {
  const kernel = new Kernel(options);
  const projects = new Projects(kernel, new Files(kernel));
  const { scriptId } = projects.create('Test', OWNER);
  const scopes = options.scopes ?? ['https://www.googleapis.com/auth/userinfo.email'];
  projects.push(scriptId, [
    { name: 'Code', type: 'SERVER_JS', source },
    ...Object.entries(options.html ?? {}).map(([name, html]) => ({
      name,
      type: 'HTML' as const,
      source: html,
    })),
    {
      name: 'appsscript',
      type: 'JSON',
      source: JSON.stringify({ timeZone: 'America/Chicago', runtimeVersion: 'V8', oauthScopes: scopes }),
    },
  ]);
  const runner = new Runner(kernel, projects, (execution) => ({
    services: {
      CacheService: new CacheService(execution),
      HtmlService: new HtmlService((name) => projects.html(scriptId, name)),
      LockService: new LockService(execution),
      PropertiesService: new PropertiesService(execution),
      Session: new Session(execution),
      Utilities: new Utilities(execution),
    },
    advanced: [],
  }));
  return {
    kernel,
    runner,
    scriptId,
    run: (functionName, request = {}) =>
      runner.run({ scriptId, functionName, kind: 'editor', user: OWNER, ...request }),
  };
}

/** Runs an expression as the body of a function and gives its value; throws what the script throws. */
export function evaluate(expression: string, options: Parameters<typeof bench>[1] = {}): unknown {
  const { record, result } = bench(`function main() { ${expression} }`, options).run('main');
  if (record.error !== undefined) throw new Error(record.error);
  return result;
}
