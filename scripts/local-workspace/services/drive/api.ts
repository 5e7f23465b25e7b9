// The Drive API of the local Workspace, over its one list of files: names, trash, and who may open what.

import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import type * as z from 'zod';
import { denied, GoogleError, invalid, notImplemented } from '../../kernel/errors.ts';
import type { Caller } from '../../kernel/kernel.ts';
import type { ApiMethod, ApiRequest } from '../../rest/api.ts';
import type { DriveFile, FileKind, Files } from './files.ts';
import { permissionsOf, respondersOf, share, unshare } from './permissions.ts';
import * as Schema from './schemas.ts';

const TYPES: Readonly<Record<FileKind, string>> = {
  spreadsheet: 'application/vnd.google-apps.spreadsheet',
  form: 'application/vnd.google-apps.form',
  document: 'application/vnd.google-apps.document',
  script: 'application/vnd.google-apps.script',
};

const EDITORS: Readonly<Record<FileKind, string>> = {
  spreadsheet: 'https://docs.google.com/spreadsheets/d/{id}/edit?usp=drivesdk',
  form: 'https://docs.google.com/forms/d/{id}/edit?usp=drivesdk',
  document: 'https://docs.google.com/document/d/{id}/edit?usp=drivesdk',
  script: 'https://script.google.com/d/{id}/edit?usp=drivesdk',
};

const WRITE = ['https://www.googleapis.com/auth/drive', 'https://www.googleapis.com/auth/drive.file'];
const READ = [
  ...WRITE,
  'https://www.googleapis.com/auth/drive.readonly',
  'https://www.googleapis.com/auth/drive.metadata',
  'https://www.googleapis.com/auth/drive.metadata.readonly',
];

/** Scopes that open every file of an account. With drive.file alone a program sees only the files that it made. */
const EVERY_FILE = READ.filter((scope) => !scope.endsWith('/drive.file'));

/** How each service makes an empty file of its kind; answers its id. */
export type Creators = { readonly [Kind in FileKind]?: (caller: Caller, name: string) => string };

export function driveApi(files: Files, creators: Creators): ApiMethod[] {
  const open: Open = ({ caller, path }, what) => {
    const id = path.fileId as string;
    const file = files.find(id);
    if (!file || !files.may(caller, id, 'read') || !sees(caller, file))
      throw new GoogleError('NOT_FOUND', `File not found: ${id}.`);
    if (what === 'read') return file;
    if (!(what === 'share' ? files.mayShare(caller, id) : files.may(caller, id, 'write')))
      throw denied('The user does not have sufficient permissions for this file.');
    if (caller.scopes && !caller.scopes.includes(WRITE[0] as string) && !isOwn(caller, file))
      throw denied(`The user has not granted the app ${caller.app} write access to the file ${id}.`);
    return file;
  };

  const get: ApiMethod<z.infer<typeof Schema.OneFile>> = {
    id: 'drive.files.get',
    http: 'GET',
    path: '/drive/v3/files/{fileId}',
    query: Schema.OneFile,
    scopes: READ,
    run: (request): drive_v3.Schema$File => fileResource(files, open(request, 'read'), request),
  };

  const list: ApiMethod<z.infer<typeof Schema.ListFiles>> = {
    id: 'drive.files.list',
    http: 'GET',
    path: '/drive/v3/files',
    query: Schema.ListFiles,
    scopes: READ,
    run(request): drive_v3.Schema$FileList {
      const { q, pageSize = 100, pageToken } = request.query;
      const fits = fileQuery(q ?? '', request.caller);
      const found = files
        .all()
        .filter(
          (file) => files.may(request.caller, file.id, 'read') && sees(request.caller, file) && fits(file),
        );
      if (pageToken !== undefined && !/^\d{1,9}$/.test(pageToken)) throw invalid('Invalid Value');
      const start = Number(pageToken ?? 0);
      const end = start + pageSize;
      return {
        kind: 'drive#fileList',
        incompleteSearch: false,
        files: found.slice(start, end).map((file) => fileResource(files, file, request)),
        ...(end < found.length ? { nextPageToken: String(end) } : {}),
      };
    },
  };

  const create: ApiMethod<z.infer<typeof Schema.WriteFile>, z.infer<typeof Schema.File>> = {
    id: 'drive.files.create',
    http: 'POST',
    path: '/drive/v3/files',
    upload: '/upload/drive/v3/files',
    query: Schema.WriteFile,
    body: Schema.File,
    scopes: WRITE,
    run(request): drive_v3.Schema$File {
      refuseAbsent(request);
      const { name = 'Untitled', mimeType, writersCanShare, copyRequiresWriterPermission } = request.body;
      const kind = (Object.keys(TYPES) as FileKind[]).find((candidate) => TYPES[candidate] === mimeType);
      const make = kind && creators[kind];
      if (!make) throw notImplemented(`Creating a file of type ${mimeType ?? 'application/octet-stream'}`);
      const id = make(request.caller, name);
      files.madeBy(request.caller, id);
      const made = files.update(id, given({ writersCanShare, copyRequiresWriterPermission }));
      return fileResource(files, made, request);
    },
  };

  const update: ApiMethod<z.infer<typeof Schema.WriteFile>, z.infer<typeof Schema.File>> = {
    id: 'drive.files.update',
    http: 'PATCH',
    path: '/drive/v3/files/{fileId}',
    upload: '/upload/drive/v3/files/{fileId}',
    query: Schema.WriteFile,
    body: Schema.File,
    scopes: WRITE,
    run(request): drive_v3.Schema$File {
      refuseAbsent(request);
      const { name, trashed, mimeType, writersCanShare, copyRequiresWriterPermission } = request.body;
      const file = open(request, writersCanShare === undefined ? 'write' : 'share');
      if (mimeType !== undefined && mimeType !== TYPES[file.kind])
        throw notImplemented('Changing the type of a file');
      if (trashed !== undefined && file.owner !== request.caller.email) {
        throw denied('The user does not have sufficient permissions for this file.');
      }
      const wish = { name, trashed, writersCanShare, copyRequiresWriterPermission };
      return fileResource(files, files.update(file.id, given(wish)), request);
    },
  };

  return [get, list, create, update, ...permissionMethods(files, open)];
}

/** The file of a request. @throws NOT_FOUND, PERMISSION_DENIED */
type Open = (request: ApiRequest, what: 'read' | 'write' | 'share') => DriveFile;

/** A person gives the scope drive.file for herself: what the same script made under another account it cannot see. */
const isOwn = ({ app, email }: Caller, { madeBy }: DriveFile): boolean =>
  app !== undefined && madeBy?.app === app && madeBy.user === email;
const sees = (caller: Caller, file: DriveFile): boolean =>
  !caller.scopes || caller.scopes.some((scope) => EVERY_FILE.includes(scope)) || isOwn(caller, file);

/** The fields that a request holds. */
const given = <T extends object>(fields: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;

function permissionMethods(files: Files, open: Open): ApiMethod[] {
  const short = (permission: drive_v3.Schema$Permission, request: ApiRequest) =>
    request.fields ? permission : pick(permission, ['kind', 'id', 'type', 'role']);

  const list: ApiMethod<z.infer<typeof Schema.ListPermissions>> = {
    id: 'drive.permissions.list',
    http: 'GET',
    path: '/drive/v3/files/{fileId}/permissions',
    query: Schema.ListPermissions,
    scopes: READ,
    run(request): drive_v3.Schema$PermissionList {
      const { path, caller, query } = request;
      const file = open(request, 'read');
      const isForView = query.includePermissionsForView === 'published';
      const all = [...permissionsOf(file), ...(isForView ? respondersOf(file) : [])];
      if (!files.may(caller, path.fileId as string, 'write'))
        throw denied('The user does not have sufficient permissions for this file.');
      // Without a page size Google gives the whole list of a file in My Drive.
      const { pageSize = all.length, pageToken = '0' } = query;
      if (!/^\d{1,9}$/.test(pageToken)) throw invalid('Invalid Value');
      const end = Number(pageToken) + pageSize;
      return {
        kind: 'drive#permissionList',
        permissions: all.slice(Number(pageToken), end).map((permission) => short(permission, request)),
        ...(end < all.length ? { nextPageToken: String(end) } : {}),
      };
    },
  };

  const create: ApiMethod<z.infer<typeof Schema.CreatePermission>, z.infer<typeof Schema.Permission>> = {
    id: 'drive.permissions.create',
    http: 'POST',
    path: '/drive/v3/files/{fileId}/permissions',
    query: Schema.CreatePermission,
    body: Schema.Permission,
    scopes: WRITE,
    run(request): drive_v3.Schema$Permission {
      const file = open(request, 'share');
      return short(share(files, file, request.body, request.query.transferOwnership === true), request);
    },
  };

  const remove: ApiMethod<z.infer<typeof Schema.WriteFile>> = {
    id: 'drive.permissions.delete',
    http: 'DELETE',
    path: '/drive/v3/files/{fileId}/permissions/{permissionId}',
    query: Schema.WriteFile,
    scopes: WRITE,
    run: (request): void => unshare(files, open(request, 'share'), request.path.permissionId as string),
  };

  return [list, create, remove];
}

/** Without a `fields` mask Drive answers four fields only. */
function fileResource(files: Files, file: DriveFile, request: ApiRequest): drive_v3.Schema$File {
  const mine = file.owner === request.caller.email;
  const mayEdit = files.may(request.caller, file.id, 'write');
  const mayShare = files.mayShare(request.caller, file.id);
  const owner = { kind: 'drive#user', displayName: file.owner, me: mine, emailAddress: file.owner };
  const resource = {
    kind: 'drive#file',
    id: file.id,
    name: file.name,
    mimeType: TYPES[file.kind],
    trashed: file.trashed,
    explicitlyTrashed: file.trashed,
    createdTime: new Date(file.createdAt).toISOString(),
    webViewLink: EDITORS[file.kind].replace('{id}', file.id),
    owners: [owner],
    ownedByMe: mine,
    shared: permissionsOf(file).length > 1,
    writersCanShare: file.writersCanShare ?? true,
    copyRequiresWriterPermission: file.copyRequiresWriterPermission ?? false,
    capabilities: { canEdit: mayEdit, canShare: mayShare },
    ...(mayShare ? { permissions: permissionsOf(file) } : {}),
  };
  return request.fields ? resource : pick(resource, ['kind', 'id', 'name', 'mimeType']);
}

const pick = <T extends object>(from: T, names: readonly (keyof T & string)[]): Partial<T> =>
  Object.fromEntries(names.map((name) => [name, from[name]])) as Partial<T>;

function refuseAbsent({ body, media }: ApiRequest<unknown, z.infer<typeof Schema.File>>): void {
  if (media) throw notImplemented('Uploading the content of a file');
  for (const name of Schema.ABSENT_FIELDS)
    if (body[name] !== undefined) throw notImplemented(`The field ${name} of a Drive file`);
}

/** Terms joined with `and`: names, types, trash and owners. */
function fileQuery(q: string, caller: Caller): (file: DriveFile) => boolean {
  const terms = q.match(/(?:'(?:\\.|[^'\\])*'|[^'])+?(?=\s+and\s+|$)/g) ?? [];
  const tests = terms.map((raw): ((file: DriveFile) => boolean) => {
    const term = raw.trim().replace(/^and\s+/, '');
    const text = (match: RegExpExecArray) => (match[1] as string).replace(/\\(.)/g, '$1');
    const name = /^name\s*=\s*'((?:\\.|[^'\\])*)'$/.exec(term);
    if (name) return (file) => file.name === text(name);
    const part = /^name\s+contains\s+'((?:\\.|[^'\\])*)'$/.exec(term);
    if (part)
      return (file) =>
        file.name
          .toLowerCase()
          .split(/\s+/)
          .some((word) => word.startsWith(text(part).toLowerCase()));
    const type = /^mimeType\s*=\s*['"]((?:\\.|[^'"\\])*)['"]$/.exec(term);
    if (type) return (file) => TYPES[file.kind] === text(type);
    const owner = /^'((?:\\.|[^'\\])*)'\s+in\s+owners$/.exec(term);
    if (owner)
      return (file) => file.owner === (text(owner) === 'me' ? caller.email : text(owner).toLowerCase());
    if (/^trashed\s*=\s*false$/.test(term)) return () => true;
    throw notImplemented(`The Drive search ${term}`);
  });
  return (file) => tests.every((test) => test(file));
}
