// Makes a spreadsheet of its own and says who may open it, through the Drive API: only files made here can be seen.
// After a hand-over these are files that another account made: what may be asked of Sheets is asked there then.

import { REASONS } from '../content/problems.ts';
import type { FoundPermission } from '../domain/case-routing.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** With whom a file is shared, and how to take that away. */
export interface Permission extends FoundPermission {
  id: string;
}

function drive() {
  if (!Drive?.Files || !Drive.Permissions) throw new Error(REASONS.serviceOff('Drive'));
  return { files: Drive.Files, permissions: Drive.Permissions };
}

/** A new spreadsheet that only this account can open, and that its editors cannot share on unless they may. Gives its id. */
export function createSpreadsheet(name: string, writersCanShare = false): string {
  const mimeType = 'application/vnd.google-apps.spreadsheet';
  const file = { name, mimeType, writersCanShare } as GoogleAppsScript.Drive_v3.Drive.V3.Schema.File;
  return drive().files.create(file, undefined as never, { fields: 'id' }).id ?? '';
}

const isNotShown = (error: unknown) => (error as { details?: { code?: number } }).details?.code === 404;

/** Asks Drive, or Sheets when Drive does not let this account see the file. */
function ask<T>(fileId: string, ofDrive: () => T, ofSheets: (file: Spreadsheet) => T): T {
  try {
    return ofDrive();
  } catch (error) {
    if (!isNotShown(error)) throw error;
    return ofSheets(SpreadsheetApp.openById(fileId));
  }
}

/**
 * What Drive knows of a file: “unknown” is one that is gone for good, or that another account made. Throws when Drive
 * cannot be asked now, so that nobody takes a file for lost that is there.
 */
export function whereIs(fileId: string): 'in use' | 'in the bin' | 'unknown' {
  try {
    return drive().files.get(fileId, { fields: 'trashed' }).trashed === true ? 'in the bin' : 'in use';
  } catch (error) {
    if (isNotShown(error)) return 'unknown';
    throw error;
  }
}

/** Whether a spreadsheet of ours can be opened and is not in the bin. Throws when Drive cannot be asked now. */
export function isThere(fileId: string): boolean {
  const place = whereIs(fileId);
  if (place !== 'unknown') return place === 'in use';
  try {
    SpreadsheetApp.openById(fileId);
    return true;
  } catch {
    return false;
  }
}

/** Everybody with whom a spreadsheet is shared by name; one call for each hundred. */
export function permissionsOf(fileId: string): Permission[] {
  return ask(fileId, () => listedPermissions(fileId), peopleOf);
}

function peopleOf(file: Spreadsheet): Permission[] {
  const owner = file.getOwner()?.getEmail() ?? '';
  const as = (role: string) => (user: { getEmail(): string }) => {
    const email = user.getEmail();
    return { id: email, type: 'user', role: email === owner ? 'owner' : role, email };
  };
  return [...file.getEditors().map(as('writer')), ...file.getViewers().map(as('reader'))];
}

function listedPermissions(fileId: string): Permission[] {
  const found: Permission[] = [];
  let pageToken: string | undefined;
  do {
    const fields = 'nextPageToken,permissions(id,type,role,emailAddress)';
    const page = drive().permissions.list(fileId, {
      fields,
      pageSize: 100,
      ...(pageToken ? { pageToken } : {}),
    });
    for (const { id = '', type = '', role = '', emailAddress = '' } of page.permissions ?? [])
      found.push({ id, type, role, email: emailAddress });
    pageToken = page.nextPageToken;
  } while (pageToken);
  return found;
}

/** Lets somebody write in a file; Google sends no mail about it. */
export function shareWith(fileId: string, emailAddress: string): void {
  const permission = { type: 'user', role: 'writer', emailAddress };
  ask(
    fileId,
    () => void drive().permissions.create(permission, fileId, { sendNotificationEmail: false }),
    (file) => void file.addEditor(emailAddress),
  );
}

export function stopSharing(fileId: string, permissionId: string): void {
  ask(
    fileId,
    () => drive().permissions.remove(fileId, permissionId),
    (file) => void file.removeEditor(permissionId).removeViewer(permissionId),
  );
}

/** Who may fill in a form: permissions for its published view, which Google gives only when it is asked for them. */
export function respondersOf(formId: string): (FoundPermission & { view: string })[] {
  const found = drive().permissions.list(formId, {
    fields: 'permissions(type,role,emailAddress,view)',
    includePermissionsForView: 'published',
  });
  type Found = GoogleAppsScript.Drive_v3.Drive.V3.Schema.Permission & { view?: string };
  return ((found.permissions ?? []) as Found[]).map(
    ({ type = '', role = '', emailAddress = '', view = '' }) => ({
      type,
      role,
      email: emailAddress,
      view,
    }),
  );
}

/** The ids of the forms of this name that this account has made here; one made just now may be missing. */
export function ownFormsNamed(name: string): string[] {
  const quoted = name.replace(/[\\']/g, '\\$&');
  const q = `mimeType = 'application/vnd.google-apps.form' and name = '${quoted}' and 'me' in owners and trashed = false`;
  return (drive().files.list({ q, fields: 'files(id)' }).files ?? []).map(({ id = '' }) => id);
}

/** Puts a file of ours into the bin. */
export function binFile(fileId: string): void {
  const trashed = { trashed: true } as GoogleAppsScript.Drive_v3.Drive.V3.Schema.File;
  drive().files.update(trashed, fileId);
}
