// The files of the Workspace and who may open them: one entry for every spreadsheet, form and document.

import { denied, GoogleError, invalid } from '../../kernel/errors.ts';
import type { Caller, Kernel } from '../../kernel/kernel.ts';

export type FileKind = 'spreadsheet' | 'form' | 'document' | 'script';

export interface DriveFile {
  readonly id: string;
  readonly kind: FileKind;
  /** The name in Drive; a form's title is another thing. */
  readonly name: string;
  readonly owner: string;
  readonly editors: readonly string[];
  readonly viewers: readonly string[];
  /** What anyone with the link may do. */
  readonly link: 'none' | 'reader' | 'writer';
  /** Domains and groups that it is shared with. */
  readonly wide?: readonly WideShare[];
  /** Whether editors may share it on; they may when left out. */
  readonly writersCanShare?: boolean;
  /** Whether viewers are kept from downloading, printing and copying it. */
  readonly copyRequiresWriterPermission?: boolean;
  /** A form: who may fill it in once it is published; anyone with the link when left out. */
  readonly responders?: 'anyone' | 'domain';
  /** The script or program that made it through one of Google's APIs, and under which account: drive.file goes no further. */
  readonly madeBy?: { readonly app: string; readonly user: string };
  readonly trashed: boolean;
  readonly createdAt: number;
}

/** Everybody of a domain, or the members of a group. Who is in a group is not known here: it lets nobody in. */
export interface WideShare {
  readonly type: 'domain' | 'group';
  /** The domain's name or the group's address. */
  readonly name: string;
  readonly role: 'reader' | 'writer';
}

type Change = Partial<Omit<DriveFile, 'id' | 'kind' | 'createdAt'>>;

export class Files {
  constructor(private readonly kernel: Kernel) {}

  private get files() {
    return this.kernel.store.table<DriveFile>('files');
  }

  create(kind: FileKind, name: string, owner: string): DriveFile {
    const id = this.kernel.random.id(kind === 'script' ? 57 : 44, '1');
    const file: DriveFile = {
      id,
      kind,
      name,
      owner,
      editors: [],
      viewers: [],
      link: 'none',
      trashed: false,
      createdAt: this.kernel.clock.now(),
    };
    this.files.set(id, file);
    return file;
  }

  /** @throws NOT_FOUND as Google does for a wrong id and for a file that the caller must not know of */
  get(id: string): DriveFile {
    const file = this.files.get(id);
    if (!file) throw new GoogleError('NOT_FOUND', 'Requested entity was not found.');
    return file;
  }

  find(id: string): DriveFile | undefined {
    return this.files.get(id);
  }

  all(kind?: FileKind): DriveFile[] {
    return this.files.values().filter((file) => !file.trashed && (!kind || file.kind === kind));
  }

  update(id: string, change: Change): DriveFile {
    const file = { ...this.get(id), ...change };
    this.files.set(id, file);
    return file;
  }

  may(caller: Caller, id: string, what: 'read' | 'write'): boolean {
    const file = this.get(id);
    if (file.owner === caller.email || file.editors.includes(caller.email) || file.link === 'writer')
      return true;
    const domain = caller.email.slice(caller.email.lastIndexOf('@') + 1);
    const wide = file.wide?.filter(({ type, name }) => type === 'domain' && name === domain) ?? [];
    if (wide.some(({ role }) => role === 'writer')) return true;
    return (
      what === 'read' && (file.viewers.includes(caller.email) || file.link === 'reader' || wide.length > 0)
    );
  }

  /** Whether an account may see and change who can open the file. */
  mayShare(caller: Caller, id: string): boolean {
    const file = this.get(id);
    return file.owner === caller.email || (file.writersCanShare !== false && this.may(caller, id, 'write'));
  }

  /** What `addEditor` of each kind of file does. @throws PERMISSION_DENIED, INVALID_ARGUMENT */
  addEditor(caller: Caller, id: string, email: string): void {
    const { owner, editors } = this.require(caller, id, 'write');
    if (!this.mayShare(caller, id)) throw denied();
    if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw invalid(`Invalid email: ${email}`);
    if (email !== owner) this.update(id, { editors: [...new Set([...editors, email])] });
  }

  /** Notes which script or program has just made a file. */
  madeBy(caller: Caller, id: string): void {
    if (caller.app !== undefined) this.update(id, { madeBy: { app: caller.app, user: caller.email } });
  }

  /** @throws NOT_FOUND, PERMISSION_DENIED */
  require(caller: Caller, id: string, what: 'read' | 'write'): DriveFile {
    if (!this.may(caller, id, what)) throw denied();
    return this.get(id);
  }
}
