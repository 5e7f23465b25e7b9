// Who may open a file, as the Drive API's permissions.

import { createHash } from 'node:crypto';
import { denied, GoogleError, invalid, notImplemented } from '../../kernel/errors.ts';
import type { DriveFile, Files, WideShare } from './files.ts';

export interface PermissionResource {
  readonly kind: 'drive#permission';
  readonly id: string;
  readonly type: 'user' | 'group' | 'domain' | 'anyone';
  readonly role: 'owner' | 'writer' | 'reader';
  readonly emailAddress?: string;
  readonly domain?: string;
  readonly displayName?: string;
  readonly deleted?: boolean;
  readonly allowFileDiscovery?: boolean;
  readonly view?: 'published';
}

const LINK = 'anyoneWithLink';

/** The same address has the same permission id on every file, as on Google. */
const permissionId = (email: string): string =>
  BigInt(`0x${createHash('sha256').update(email).digest('hex').slice(0, 16)}`)
    .toString()
    .padStart(20, '0');

export function permissionsOf(file: DriveFile): PermissionResource[] {
  const user =
    (role: PermissionResource['role']) =>
    (email: string): PermissionResource => ({
      kind: 'drive#permission',
      id: permissionId(email),
      type: 'user',
      role,
      emailAddress: email,
      displayName: email,
      deleted: false,
    });
  return [
    ...(file.link === 'none'
      ? []
      : [
          {
            kind: 'drive#permission',
            id: LINK,
            type: 'anyone',
            role: file.link,
            allowFileDiscovery: false,
          } as const,
        ]),
    ...(file.wide ?? []).map(widePermission),
    ...file.viewers.map(user('reader')),
    ...file.editors.map(user('writer')),
    user('owner')(file.owner),
  ];
}

/** Who may fill in a form: what Google keeps as permissions for its published view. */
export function respondersOf(file: DriveFile): PermissionResource[] {
  if (file.kind !== 'form') return [];
  const reader = { kind: 'drive#permission', role: 'reader', view: 'published' } as const;
  const domain = file.owner.slice(file.owner.lastIndexOf('@') + 1);
  return file.responders === 'domain'
    ? [{ ...reader, id: permissionId(domain), type: 'domain', domain, displayName: domain }]
    : [{ ...reader, id: LINK, type: 'anyone', allowFileDiscovery: false }];
}

function widePermission({ type, name, role }: WideShare): PermissionResource {
  const named = type === 'domain' ? { domain: name } : { emailAddress: name, deleted: false };
  return { kind: 'drive#permission', id: permissionId(name), type, role, displayName: name, ...named };
}

export interface NewPermission {
  readonly type?: string | undefined;
  readonly role?: string | undefined;
  readonly emailAddress?: string | undefined;
  readonly domain?: string | undefined;
  readonly allowFileDiscovery?: boolean | undefined;
}

export function share(
  files: Files,
  file: DriveFile,
  given: NewPermission,
  transferOwnership: boolean,
): PermissionResource {
  const { type, role, emailAddress } = given;
  if (!type) throw invalid('The permission type field is required.');
  if (!role) throw invalid('The permission role field is required.');
  if (given.allowFileDiscovery) throw notImplemented('allowFileDiscovery');
  if (type === 'anyone') {
    if (role !== 'reader' && role !== 'writer') throw notImplemented(`The role ${role} for anyone`);
    files.update(file.id, { link: role });
    return find(files.get(file.id), LINK);
  }
  if (type === 'domain' || type === 'group') return shareWidely(files, file, type, given);
  const email = emailAddress?.trim().toLowerCase() ?? '';
  if (!/^[^\s@]+@[^\s@]+$/.test(email))
    throw invalid('The specified emailAddress is invalid or not applicable for the given permission type.');
  const others = (list: readonly string[]) => list.filter((one) => one !== email);
  const without = { editors: others(file.editors), viewers: others(file.viewers) };
  if (role === 'owner') {
    if (!transferOwnership)
      throw denied("The transferOwnership parameter must be enabled when the permission role is 'owner'.");
    files.update(file.id, { ...without, owner: email, editors: [...without.editors, file.owner] });
  } else if (file.owner === email) return find(file, permissionId(email));
  else if (role === 'writer') files.update(file.id, { ...without, editors: [...without.editors, email] });
  else if (role === 'reader') files.update(file.id, { ...without, viewers: [...without.viewers, email] });
  else throw notImplemented(`The role ${role}`);
  return find(files.get(file.id), permissionId(email));
}

function shareWidely(
  files: Files,
  file: DriveFile,
  type: WideShare['type'],
  { role, domain, emailAddress }: NewPermission,
): PermissionResource {
  const name = (type === 'domain' ? domain : emailAddress)?.trim().toLowerCase() ?? '';
  if (role !== 'reader' && role !== 'writer') throw notImplemented(`The role ${role} for a ${type}`);
  if (!(type === 'domain' ? /^[^\s@]+\.[^\s@]+$/ : /^[^\s@]+@[^\s@]+$/).test(name))
    throw invalid(`The specified ${type} is invalid or not applicable for the given permission type.`);
  const others = file.wide?.filter((share) => share.name !== name) ?? [];
  files.update(file.id, { wide: [...others, { type, name, role }] });
  return find(files.get(file.id), permissionId(name));
}

export function unshare(files: Files, file: DriveFile, id: string): void {
  const { role } = find(file, id);
  if (role === 'owner') throw denied('The owner of a file cannot be removed.');
  if (id === LINK) files.update(file.id, { link: 'none' });
  else {
    const others = (list: readonly string[]) => list.filter((one) => permissionId(one) !== id);
    files.update(file.id, {
      editors: others(file.editors),
      viewers: others(file.viewers),
      wide: file.wide?.filter(({ name }) => permissionId(name) !== id) ?? [],
    });
  }
}

function find(file: DriveFile, id: string): PermissionResource {
  const permission = permissionsOf(file).find((one) => one.id === id);
  if (!permission) throw new GoogleError('NOT_FOUND', `Permission not found: ${id}.`);
  return permission;
}
