// The Apps Script API v1: projects and their content, versions, deployments, running a function, and what has run.

import type { script_v1 } from 'googleapis/build/src/apis/script/v1.js';
import type * as z from 'zod';
import { denied, invalid, notFound, notImplemented } from '../../kernel/errors.ts';
import type { Caller } from '../../kernel/kernel.ts';
import type { ApiMethod } from '../../rest/api.ts';
import type { ExecutionRecord } from '../../script/execution.ts';
import type { Manifest, Project, ScriptFile } from '../../script/projects.ts';
import type { Runner } from '../../script/runner.ts';
import { type Deployment, functionsOf, type ScriptEngine, type Version } from './engine.ts';
import { page } from './pages.ts';
import { processMethods } from './processes.ts';
import * as Schema from './schemas.ts';

const scope = (name: string) => `https://www.googleapis.com/auth/${name}`;
const READ = [scope('script.projects'), scope('script.projects.readonly')];
const WRITE = [scope('script.projects')];
const DEPLOY = [scope('script.deployments')];
const READ_DEPLOYMENTS = [...DEPLOY, scope('script.deployments.readonly')];

const iso = (time: number) => new Date(time).toISOString();
const user = (email: string) => ({ email });

export function scriptApi(engine: ScriptEngine, runner: Runner): ApiMethod[] {
  const { projects } = engine;
  const id = (path: Readonly<Record<string, string>>) => path.scriptId as string;

  const projectResource = ({
    scriptId,
    title,
    containerId,
    pushedAt = 0,
  }: Project): script_v1.Schema$Project => {
    const { createdAt, owner } = engine.files.get(scriptId);
    const times = { createTime: iso(createdAt), updateTime: iso(pushedAt) };
    const parent = containerId ? { parentId: containerId } : {};
    return { scriptId, title, ...parent, ...times, creator: user(owner), lastModifyUser: user(owner) };
  };

  const content = (scriptId: string, files: readonly ScriptFile[]): script_v1.Schema$Content => {
    const { createdAt, owner } = engine.files.get(scriptId);
    const updateTime = iso(projects.get(scriptId).pushedAt ?? createdAt);
    return {
      scriptId,
      files: files.map((file) => {
        const values = functionsOf(file);
        const functions = file.type === 'SERVER_JS' ? { functionSet: { values } } : {};
        const times = { createTime: iso(createdAt), updateTime };
        return { ...file, lastModifyUser: user(owner), ...times, ...functions };
      }),
    };
  };

  const create: ApiMethod<unknown, z.infer<typeof Schema.CreateProject>> = {
    id: 'script.projects.create',
    http: 'POST',
    path: '/v1/projects',
    body: Schema.CreateProject,
    scopes: WRITE,
    run({ body: { title, parentId }, caller }) {
      if (!title) throw invalid('Request contains an invalid argument.');
      return projectResource(engine.create(caller, title, parentId));
    },
  };

  const get: ApiMethod = {
    id: 'script.projects.get',
    http: 'GET',
    path: '/v1/projects/{scriptId}',
    scopes: READ,
    run: ({ path, caller }) => projectResource(engine.open(caller, id(path), 'read')),
  };

  const getContent: ApiMethod<z.infer<typeof Schema.GetContent>> = {
    id: 'script.projects.getContent',
    http: 'GET',
    path: '/v1/projects/{scriptId}/content',
    query: Schema.GetContent,
    scopes: READ,
    run({ path, query: { versionNumber }, caller }) {
      const project = engine.open(caller, id(path), 'read');
      const { files } = versionNumber ? engine.version(id(path), versionNumber) : project;
      return content(project.scriptId, files);
    },
  };

  const updateContent: ApiMethod<unknown, z.infer<typeof Schema.Content>> = {
    id: 'script.projects.updateContent',
    http: 'PUT',
    path: '/v1/projects/{scriptId}/content',
    body: Schema.Content,
    scopes: WRITE,
    run({ path, body: { files = [] }, caller }) {
      const { scriptId } = engine.open(caller, id(path), 'write');
      const names = files.map(({ name }) => name);
      if (new Set(names).size < names.length) throw invalid('Request contains an invalid argument.');
      projects.push(
        scriptId,
        files.map(({ name, type, source }) => ({ name, type, source })),
      );
      return content(scriptId, projects.get(scriptId).files);
    },
  };

  const createVersion: ApiMethod<unknown, z.infer<typeof Schema.Version>> = {
    id: 'script.projects.versions.create',
    http: 'POST',
    path: '/v1/projects/{scriptId}/versions',
    body: Schema.Version,
    scopes: WRITE,
    run: ({ path, body, caller }) =>
      versionResource(engine.addVersion(engine.open(caller, id(path), 'write'), body.description ?? '')),
  };

  const getVersion: ApiMethod = {
    id: 'script.projects.versions.get',
    http: 'GET',
    path: '/v1/projects/{scriptId}/versions/{versionNumber}',
    scopes: READ,
    run({ path, caller }) {
      engine.open(caller, id(path), 'read');
      return versionResource(engine.version(id(path), Number(path.versionNumber)));
    },
  };

  const listVersions: ApiMethod<z.infer<typeof Schema.Pages>> = {
    id: 'script.projects.versions.list',
    http: 'GET',
    path: '/v1/projects/{scriptId}/versions',
    query: Schema.Pages,
    scopes: READ,
    run({ path, query, caller }) {
      engine.open(caller, id(path), 'read');
      const newestFirst = engine.versionsOf(id(path)).reverse();
      return page('versions', newestFirst.map(versionResource), query);
    },
  };

  const createDeployment: ApiMethod<unknown, z.infer<typeof Schema.DeploymentConfig>> = {
    id: 'script.projects.deployments.create',
    http: 'POST',
    path: '/v1/projects/{scriptId}/deployments',
    body: Schema.DeploymentConfig,
    scopes: DEPLOY,
    run({ path, body: { versionNumber, description }, caller }) {
      engine.open(caller, id(path), 'write');
      if (!versionNumber) throw invalid('Request contains an invalid argument.');
      return deploymentResource(engine.deploy(id(path), versionNumber, description ?? ''));
    },
  };

  const updateDeployment: ApiMethod<unknown, z.infer<typeof Schema.UpdateDeployment>> = {
    id: 'script.projects.deployments.update',
    http: 'PUT',
    path: '/v1/projects/{scriptId}/deployments/{deploymentId}',
    body: Schema.UpdateDeployment,
    scopes: DEPLOY,
    run({ path, body: { deploymentConfig = {} }, caller }) {
      engine.open(caller, id(path), 'write');
      const { versionNumber, description } = deploymentConfig;
      if (!versionNumber) throw invalid('Request contains an invalid argument.');
      return deploymentResource(
        engine.deploy(id(path), versionNumber, description ?? '', path.deploymentId as string),
      );
    },
  };

  const getDeployment: ApiMethod = {
    id: 'script.projects.deployments.get',
    http: 'GET',
    path: '/v1/projects/{scriptId}/deployments/{deploymentId}',
    scopes: READ_DEPLOYMENTS,
    run({ path, caller }) {
      engine.open(caller, id(path), 'read');
      return deploymentResource(engine.deploymentOf(id(path), path.deploymentId as string));
    },
  };

  const listDeployments: ApiMethod<z.infer<typeof Schema.Pages>> = {
    id: 'script.projects.deployments.list',
    http: 'GET',
    path: '/v1/projects/{scriptId}/deployments',
    query: Schema.Pages,
    scopes: READ_DEPLOYMENTS,
    run({ path, query, caller }) {
      engine.open(caller, id(path), 'read');
      return page('deployments', engine.deploymentsOf(id(path)).map(deploymentResource), query);
    },
  };

  const deleteDeployment: ApiMethod = {
    id: 'script.projects.deployments.delete',
    http: 'DELETE',
    path: '/v1/projects/{scriptId}/deployments/{deploymentId}',
    scopes: DEPLOY,
    run({ path, caller }) {
      engine.open(caller, id(path), 'write');
      engine.undeploy(id(path), path.deploymentId as string);
      return {};
    },
  };

  const run: ApiMethod<unknown, z.infer<typeof Schema.ExecutionRequest>> = {
    id: 'script.scripts.run',
    http: 'POST',
    path: '/v1/scripts/{scriptId}:run',
    body: Schema.ExecutionRequest,
    // Google asks for those of the script; see below.
    scopes: [],
    run({ path, body: { function: functionName, parameters = [], devMode = false }, caller }) {
      const project = engine.open(caller, id(path), devMode ? 'write' : 'read');
      const manifest = projects.manifest(project.scriptId);
      if (!manifest.executionApi || !functionName) throw notFound();
      mayRun(manifest, caller);
      if (!devMode && !isDeployedAsItIs(engine, project))
        throw notImplemented('Running a deployed version that is not the present content');
      const { scriptId } = project;
      const run = runner.run({
        scriptId,
        functionName,
        args: parameters,
        kind: 'api',
        user: caller.email,
      });
      return operation(run.record, run.result);
    },
  };

  return [
    create,
    get,
    getContent,
    updateContent,
    createVersion,
    getVersion,
    listVersions,
    createDeployment,
    updateDeployment,
    getDeployment,
    listDeployments,
    deleteDeployment,
    run,
    ...processMethods(engine, runner),
  ];
}

const versionResource = (version: Version): script_v1.Schema$Version => ({
  scriptId: version.scriptId,
  versionNumber: version.versionNumber,
  ...(version.description ? { description: version.description } : {}),
  createTime: iso(version.createdAt),
});

const deploymentResource = (deployment: Deployment): script_v1.Schema$Deployment => ({
  deploymentId: deployment.deploymentId,
  deploymentConfig: {
    scriptId: deployment.scriptId,
    ...(deployment.versionNumber ? { versionNumber: deployment.versionNumber } : {}),
    manifestFileName: 'appsscript',
    ...(deployment.description ? { description: deployment.description } : {}),
  },
  updateTime: iso(deployment.updatedAt),
  entryPoints: [],
});

/** Google wants the caller's token to hold every scope of the script. */
function mayRun({ oauthScopes = [], executionApi }: Manifest, { scopes }: Caller): void {
  if (executionApi && !['MYSELF', 'DOMAIN', 'ANYONE', 'ANYONE_ANONYMOUS'].includes(executionApi.access))
    throw invalid('Request contains an invalid argument.');
  if (scopes && oauthScopes.some((one) => !scopes.includes(one)))
    throw denied('Request had insufficient authentication scopes.');
}

function isDeployedAsItIs(engine: ScriptEngine, { scriptId, files }: Project): boolean {
  const numbers = engine.deploymentsOf(scriptId).map(({ versionNumber }) => versionNumber);
  const deployed = engine.versionsOf(scriptId).filter(({ versionNumber }) => numbers.includes(versionNumber));
  return deployed.some((version) => JSON.stringify(version.files) === JSON.stringify(files));
}

const TYPES = 'type.googleapis.com/google.apps.script.v1';

/** What a run came to, as an operation that is done. */
function operation({ status, error }: ExecutionRecord, result: unknown): script_v1.Schema$Operation {
  if (status === 'Completed')
    return { done: true, response: { '@type': `${TYPES}.ExecutionResponse`, result: result ?? null } };
  const [, errorType = 'ScriptError', errorMessage = error ?? status] =
    /^(\w+): (.*)$/s.exec(error ?? '') ?? [];
  const details = [{ '@type': `${TYPES}.ExecutionError`, errorMessage, errorType }];
  return { done: true, error: { code: 3, message: 'ScriptError', details } };
}
