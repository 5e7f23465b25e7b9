// Google's own clients for the APIs that the commands use; of the real Google, or of the local Workspace.

import type { OAuth2Client } from 'google-auth-library';
import { docs_v1 } from 'googleapis/build/src/apis/docs/v1.js';
import { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import { script_v1 } from 'googleapis/build/src/apis/script/v1.js';
import { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { signIn } from './sign-in.ts';

export interface Clients {
  readonly docs: docs_v1.Docs;
  readonly drive: drive_v3.Drive;
  readonly forms: forms_v1.Forms;
  readonly script: script_v1.Script;
  readonly sheets: sheets_v4.Sheets;
}

const scope = (name: string) => `https://www.googleapis.com/auth/${name}`;

/** What reading everything needs, and nothing more. */
export const READ = [
  'spreadsheets.readonly',
  'documents.readonly',
  'forms.body.readonly',
  'forms.responses.readonly',
  'drive.metadata.readonly',
].map(scope);

/** What reading the cells of a spreadsheet needs. */
export const READ_CELLS = ['spreadsheets.readonly'].map(scope);

/** What looking at a script and at its runs needs. */
export const LOOK_AT_SCRIPT = ['script.projects.readonly', 'script.processes'].map(scope);

/** What making a new spreadsheet needs: a program sees only the files that it made itself. */
export const MAKE = ['drive.file'].map(scope);

export interface Connection {
  readonly scopes: readonly string[];
  /** Where the local Workspace is served, to work there and not at Google. */
  readonly local?: string;
  readonly keyFile?: string;
  readonly as?: string;
}

/** @throws CannotSignIn */
export async function connect({ scopes, local, keyFile, as }: Connection): Promise<Clients> {
  if (local !== undefined) return clients({ rootUrl: new URL('/', local).href });
  const auth = await signIn({ scopes, ...(keyFile ? { keyFile } : {}), ...(as ? { as } : {}) });
  return clients({ auth });
}

function clients(options: { rootUrl?: string; auth?: OAuth2Client }): Clients {
  // Waiting and asking again is done in one place (patience.ts).
  const all = { ...options, retry: false };
  return {
    docs: new docs_v1.Docs(all),
    drive: new drive_v3.Drive(all),
    forms: new forms_v1.Forms(all),
    script: new script_v1.Script(all),
    sheets: new sheets_v4.Sheets(all),
  };
}
