// Script projects: their files, their manifest, the spreadsheet they are bound to, and their properties.

import { Script } from 'node:vm';
import { invalid, notFound } from '../kernel/errors.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Files } from '../services/drive/files.ts';

/** The part of appsscript.json that the local Workspace acts on. */
export interface Manifest {
  readonly timeZone: string;
  readonly runtimeVersion?: string;
  readonly oauthScopes?: readonly string[];
  readonly executionApi?: { readonly access: string };
  readonly dependencies?: {
    readonly enabledAdvancedServices?: readonly {
      readonly userSymbol: string;
      readonly serviceId: string;
      readonly version: string;
    }[];
  };
}

export interface ScriptFile {
  /** Without its ending, as Google keeps it: `Code`, `dialog`. */
  readonly name: string;
  readonly type: 'SERVER_JS' | 'HTML' | 'JSON';
  readonly source: string;
}

export interface Project {
  readonly scriptId: string;
  readonly title: string;
  readonly containerId?: string;
  readonly files: readonly ScriptFile[];
  /** When its files were pushed last, milliseconds UTC. */
  readonly pushedAt?: number;
}

export class Projects {
  /** Compiled files, kept as long as their text is. */
  private readonly compiled = new Map<string, Script>();

  constructor(
    private readonly kernel: Kernel,
    private readonly files: Files,
  ) {}

  private get table() {
    return this.kernel.store.table<Project>('projects');
  }

  create(title: string, owner: string, containerId?: string): Project {
    const scriptId = this.files.create('script', title, owner).id;
    const project: Project = { scriptId, title, files: [], ...(containerId ? { containerId } : {}) };
    this.table.set(scriptId, project);
    return project;
  }

  /** Replaces all files, as a push does. @throws INVALID_ARGUMENT without a readable manifest */
  push(scriptId: string, files: readonly ScriptFile[]): void {
    const project = this.get(scriptId);
    const pushed = { ...project, files, pushedAt: this.kernel.clock.now() };
    readManifest(pushed);
    for (const file of files) if (file.type === 'SERVER_JS') this.compile(file);
    this.table.set(scriptId, pushed);
  }

  /**
   * Scopes of the manifest that an account did not grant: since 2025 people may untick some of them. An empty list
   * grants all again.
   */
  withhold(scriptId: string, account: string, scopes: readonly string[]): void {
    this.kernel.store.table<readonly string[]>('scopes not granted').set(`${scriptId} ${account}`, scopes);
  }

  /** The scopes that a run under this account has. */
  granted(scriptId: string, account: string): readonly string[] {
    const { oauthScopes = [] } = this.manifest(scriptId);
    const withheld = this.kernel.store.table<readonly string[]>('scopes not granted');
    const not = withheld.get(`${scriptId} ${account}`) ?? [];
    return oauthScopes.filter((scope) => !not.includes(scope));
  }

  get(scriptId: string): Project {
    const project = this.table.get(scriptId);
    if (!project) throw notFound();
    return project;
  }

  all(): Project[] {
    return this.table.values();
  }

  boundTo(containerId: string): Project[] {
    return this.all().filter((project) => project.containerId === containerId);
  }

  manifest(scriptId: string): Manifest {
    return readManifest(this.get(scriptId));
  }

  /** The server files, compiled, in push order. */
  scripts(scriptId: string): Script[] {
    return this.get(scriptId)
      .files.filter((file) => file.type === 'SERVER_JS')
      .map((file) => this.compile(file));
  }

  html(scriptId: string, name: string): string | undefined {
    return this.get(scriptId).files.find(
      (file) => file.type === 'HTML' && file.name === name.replace(/\.html$/, ''),
    )?.source;
  }

  private compile(file: ScriptFile): Script {
    let script = this.compiled.get(file.source);
    if (!script) {
      try {
        script = new Script(file.source, { filename: `${file.name}.gs` });
      } catch (error) {
        throw invalid(`Syntax error: ${(error as Error).message} file: ${file.name}.gs`);
      }
      this.compiled.set(file.source, script);
    }
    return script;
  }
}

function readManifest(project: Project): Manifest {
  const file = project.files.find(
    (candidate) => candidate.name === 'appsscript' && candidate.type === 'JSON',
  );
  if (!file) throw invalid('A project must contain a manifest file named appsscript.json');
  const manifest = JSON.parse(file.source) as Manifest;
  if (!manifest.timeZone) throw invalid('The manifest has no timeZone');
  if (manifest.runtimeVersion !== 'V8')
    throw invalid('The local Workspace runs projects with "runtimeVersion": "V8" only');
  return manifest;
}
