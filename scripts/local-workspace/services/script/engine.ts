// Script projects as the Apps Script API shows them: their content, their numbered versions, their deployments.

import { parse } from 'acorn';
import { denied, invalid, notFound } from '../../kernel/errors.ts';
import type { Caller, Kernel } from '../../kernel/kernel.ts';
import type { Project, Projects, ScriptFile } from '../../script/projects.ts';
import type { Files } from '../drive/files.ts';

/** The content of a project at one moment, which never changes. */
export interface Version {
  readonly scriptId: string;
  readonly versionNumber: number;
  readonly description: string;
  readonly createdAt: number;
  readonly files: readonly ScriptFile[];
}

export interface Deployment {
  readonly deploymentId: string;
  readonly scriptId: string;
  /** Without it, the deployment follows what was pushed last: each project has one such. */
  readonly versionNumber?: number;
  readonly description: string;
  readonly updatedAt: number;
}

/** A project may have so many versions (Google: quotas). */
const MOST_VERSIONS = 200;

/** What a project holds that was just made: a manifest and nothing else. */
const BASE_MANIFEST = { timeZone: 'America/New_York', exceptionLogging: 'STACKDRIVER', runtimeVersion: 'V8' };

export class ScriptEngine {
  constructor(
    private readonly kernel: Kernel,
    readonly files: Files,
    readonly projects: Projects,
  ) {}

  private get versions() {
    return this.kernel.store.table<Version>('script versions');
  }

  private get deployments() {
    return this.kernel.store.table<Deployment>('deployments');
  }

  /** @throws NOT_FOUND, also for a project that the caller must not know of; PERMISSION_DENIED */
  open(caller: Caller, scriptId: string, what: 'read' | 'write'): Project {
    const file = this.files.find(scriptId);
    // A script that is bound to a spreadsheet is shared with it.
    const holder = (project: Project) => project.containerId ?? scriptId;
    if (file?.kind !== 'script' || file.trashed) throw notFound();
    const project = this.projects.get(scriptId);
    if (!this.files.may(caller, holder(project), 'read')) throw notFound();
    if (!this.files.may(caller, holder(project), what)) throw denied();
    return project;
  }

  create(caller: Caller, title: string, parentId: string | undefined): Project {
    if (parentId !== undefined) {
      const parent = this.files.find(parentId);
      if (!parent || !this.files.may(caller, parentId, 'write')) throw notFound();
      if (parent.kind === 'script') throw invalid('Request contains an invalid argument.');
      if (this.projects.boundTo(parentId).length > 0) throw invalid('Request contains an invalid argument.');
    }
    const project = this.projects.create(title, caller.email, parentId);
    this.files.madeBy(caller, project.scriptId);
    const source = JSON.stringify(BASE_MANIFEST, null, 2);
    this.projects.push(project.scriptId, [{ name: 'appsscript', type: 'JSON', source }]);
    this.deployments.set(...this.deployment(project.scriptId, {}));
    return this.projects.get(project.scriptId);
  }

  addVersion({ scriptId, files }: Project, description: string): Version {
    const earlier = this.versionsOf(scriptId);
    if (earlier.length >= MOST_VERSIONS)
      throw invalid('Cannot create more versions: Script has reached the limit of 200 versions.');
    const versionNumber = earlier.length + 1;
    const version = { scriptId, versionNumber, description, createdAt: this.kernel.clock.now(), files };
    this.versions.set(`${scriptId} ${String(versionNumber).padStart(3, '0')}`, version);
    return version;
  }

  versionsOf(scriptId: string): Version[] {
    return this.versions.values().filter((version) => version.scriptId === scriptId);
  }

  /** @throws NOT_FOUND */
  version(scriptId: string, versionNumber: number): Version {
    const found = this.versionsOf(scriptId).find((version) => version.versionNumber === versionNumber);
    if (!found) throw notFound();
    return found;
  }

  deploymentsOf(scriptId: string): Deployment[] {
    return this.deployments.values().filter((deployment) => deployment.scriptId === scriptId);
  }

  /** @throws NOT_FOUND when the project has no such deployment */
  deploymentOf(scriptId: string, deploymentId: string): Deployment {
    const found = this.deployments.get(deploymentId);
    if (found?.scriptId !== scriptId) throw notFound();
    return found;
  }

  deploy(scriptId: string, versionNumber: number, description: string, deploymentId?: string): Deployment {
    this.version(scriptId, versionNumber);
    const earlier = deploymentId === undefined ? undefined : this.changeable(scriptId, deploymentId);
    const [id, deployment] = this.deployment(scriptId, { versionNumber, description }, earlier?.deploymentId);
    this.deployments.set(id, deployment);
    return deployment;
  }

  undeploy(scriptId: string, deploymentId: string): void {
    this.deployments.delete(this.changeable(scriptId, deploymentId).deploymentId);
  }

  private changeable(scriptId: string, deploymentId: string): Deployment {
    const found = this.deploymentOf(scriptId, deploymentId);
    if (found.versionNumber === undefined) throw invalid('Read-only deployments may not be modified.');
    return found;
  }

  private deployment(
    scriptId: string,
    given: { versionNumber?: number; description?: string },
    deploymentId = this.kernel.random.id(72, 'AKfycb'),
  ): [string, Deployment] {
    const { description = '', ...rest } = given;
    return [
      deploymentId,
      { deploymentId, scriptId, description, updatedAt: this.kernel.clock.now(), ...rest },
    ];
  }
}

interface DeclaredFunction {
  name: string;
  parameters: string[];
}

/** Reading a large file takes long, and its text never changes. */
const known = new WeakMap<ScriptFile, DeclaredFunction[]>();

/** The functions that a file declares at its top level, as Google lists them. */
export function functionsOf(file: ScriptFile): DeclaredFunction[] {
  const found = known.get(file) ?? declaredIn(file);
  known.set(file, found);
  return found;
}

function declaredIn({ type, source }: ScriptFile): DeclaredFunction[] {
  if (type !== 'SERVER_JS') return [];
  const { body } = parse(source, { ecmaVersion: 'latest' });
  return body.flatMap((node) =>
    node.type === 'FunctionDeclaration' && node.id
      ? [
          {
            name: node.id.name,
            parameters: node.params.flatMap((one) => (one.type === 'Identifier' ? [one.name] : [])),
          },
        ]
      : [],
  );
}
