// What a hand-over needs of Google: files shared with another account, and a file given to it.

import { REASONS } from '../content/problems.ts';

export type FileKind = 'form' | 'document' | 'spreadsheet';

/** Lets another account write in a file. Google may tell it by mail. */
export function addEditor(kind: FileKind, id: string, email: string): void {
  if (kind === 'form') FormApp.openById(id).addEditor(email);
  else if (kind === 'document') DocumentApp.openById(id).addEditor(email);
  else SpreadsheetApp.openById(id).addEditor(email);
}

/** Makes another account the owner of a spreadsheet that this account has made and owns; Google tells it by mail. */
export function makeOwner(fileId: string, emailAddress: string): void {
  if (!Drive?.Permissions) throw new Error(REASONS.serviceOff('Drive'));
  const permission = { type: 'user', role: 'owner', emailAddress };
  Drive.Permissions.create(permission, fileId, { transferOwnership: true });
}
