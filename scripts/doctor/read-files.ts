// Reads what Drive knows of the files of a desk: whether each is there, and who may open it.

import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { statusOf } from '../google/patience.ts';

/** Who may do what with a file; `view` is `published` for whoever may only fill in a form. */
export interface LivePermission {
  readonly type: string;
  readonly role: string;
  readonly email: string;
  readonly view: string;
}

export interface LiveFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly trashed: boolean;
  /** Undefined when this account may not see it. */
  readonly permissions: readonly LivePermission[] | undefined;
}

/** The files of a desk, in the order in which Set up writes their ids into State. Settings name the document. */
export const FILES = {
  acceptance: 'form',
  'image-opt-out': 'form',
  agreement: 'form',
  cases: 'spreadsheet',
  report: 'form',
  photoList: 'spreadsheet',
} as const;
export type FileName = keyof typeof FILES;

/** The id of each file; undefined when State does not name them all, as before a first Set up. */
export function idsIn(state: string): Record<FileName, string> | undefined {
  const ids = state.split(' ').filter((id) => id !== '');
  const names = Object.keys(FILES) as FileName[];
  if (ids.length !== names.length) return undefined;
  return Object.fromEntries(names.map((name, place) => [name, ids[place]])) as Record<FileName, string>;
}

/** Null when the file does not exist or this account may not know of it. Two calls. */
export async function readFile(drive: drive_v3.Drive, fileId: string): Promise<LiveFile | null> {
  try {
    const { data } = await drive.files.get({ fileId, fields: 'id,name,mimeType,trashed' });
    const { name, mimeType, trashed } = data;
    const type = (mimeType ?? '').replace('application/vnd.google-apps.', '');
    const permissions = await readPermissions(drive, fileId);
    return { id: fileId, name: name ?? '', type, trashed: trashed ?? false, permissions };
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}

async function readPermissions(drive: drive_v3.Drive, fileId: string): Promise<LivePermission[] | undefined> {
  const found: LivePermission[] = [];
  let pageToken: string | undefined;
  try {
    do {
      const { data } = await drive.permissions.list({
        fileId,
        fields: 'nextPageToken,permissions(type,role,emailAddress,view)',
        includePermissionsForView: 'published',
        pageSize: 100,
        ...(pageToken ? { pageToken } : {}),
      });
      for (const { type, role, emailAddress, view } of data.permissions ?? [])
        found.push({ type: type ?? '', role: role ?? '', email: emailAddress ?? '', view: view ?? '' });
      pageToken = data.nextPageToken ?? undefined;
    } while (pageToken);
    return found;
  } catch (error) {
    if (statusOf(error) === 403) return undefined;
    throw error;
  }
}
