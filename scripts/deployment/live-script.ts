// The script as it is live: its content, its versions, its spreadsheet; read with Google's own client under clasp's sign-in.

import { existsSync, readFileSync } from 'node:fs';
import { OAuth2Client } from 'google-auth-library';
import { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { oauth2_v2 } from 'googleapis/build/src/apis/oauth2/v2.js';
import { script_v1 } from 'googleapis/build/src/apis/script/v1.js';
import * as z from 'zod';
import { patiently } from '../google/patience.ts';
import type { ScriptFile } from '../local-workspace/script/projects.ts';

/** The part that matters here of the file in which clasp keeps its sign-ins. */
const signIns = z.object({
  tokens: z.record(
    z.string(),
    z.object({ client_id: z.string(), client_secret: z.string(), refresh_token: z.string() }).optional(),
  ),
});

export interface Version {
  readonly number: number;
  readonly description: string;
}

export interface Account {
  readonly email: string;
  readonly scripts: script_v1.Script;
  readonly drive: drive_v3.Drive;
}

/**
 * @param file clasp's file with its sign-ins
 * @param local where the local Workspace is served, to work there and not at Google
 * @returns undefined when nobody has signed in under this name, or the sign-in has ended
 */
export async function signedIn(file: string, user: string, local?: string): Promise<Account | undefined> {
  const kept = existsSync(file) ? signIns.safeParse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
  const token = kept?.data?.tokens[user];
  if (!token) return undefined;
  const auth = new OAuth2Client({
    clientId: token.client_id,
    clientSecret: token.client_secret,
    ...(local ? { endpoints: { oauth2TokenUrl: new URL('/token', local).href } } : {}),
  });
  auth.setCredentials({ refresh_token: token.refresh_token });
  const options = { auth, retry: false, ...(local ? { rootUrl: local } : {}) };
  try {
    const { data } = await patiently(() => new oauth2_v2.Oauth2(options).userinfo.get());
    const clients = { scripts: new script_v1.Script(options), drive: new drive_v3.Drive(options) };
    return { email: data.email ?? 'an unknown account', ...clients };
  } catch (error) {
    const { message } = error as Error;
    if (message.includes('invalid_grant')) return undefined;
    throw new Error(
      `Google did not say who is signed in: ${message}. Please look at your connection, and run this again.`,
    );
  }
}

export class LiveScript {
  constructor(
    private readonly account: Account,
    private readonly scriptId: string,
  ) {}

  /** The id of the spreadsheet to which it is bound. @throws when it stands alone, or cannot be opened */
  async spreadsheetId(): Promise<string> {
    const { scriptId } = this;
    const { parentId } = await this.ask(() => this.projects.get({ scriptId }));
    if (!parentId) throw new Error(`The script ${scriptId} belongs to no spreadsheet.`);
    return parentId;
  }

  /** @param versionNumber without it, what runs now */
  async files(versionNumber?: number): Promise<ScriptFile[]> {
    const wish = { scriptId: this.scriptId, ...(versionNumber ? { versionNumber } : {}) };
    const { files = [] } = await this.ask(() => this.projects.getContent(wish));
    return files.map(({ name, type, source }) => ({
      name: name ?? '',
      type: type as ScriptFile['type'],
      source: source ?? '',
    }));
  }

  async versions(): Promise<Version[]> {
    const found: Version[] = [];
    let pageToken: string | undefined;
    do {
      const wish = { scriptId: this.scriptId, pageSize: 50, ...(pageToken ? { pageToken } : {}) };
      const page = await this.ask(() => this.projects.versions.list(wish));
      for (const { versionNumber, description } of page.versions ?? [])
        found.push({ number: versionNumber ?? 0, description: description ?? '' });
      pageToken = page.nextPageToken ?? undefined;
    } while (pageToken);
    return found;
  }

  /** Keeps what runs now under the next number. Not asked twice: that could make two. */
  async addVersion(description: string): Promise<number> {
    const wish = { scriptId: this.scriptId, requestBody: { description } };
    const { data } = await this.projects.versions.create(wish).catch((error) => this.explain(error));
    return data.versionNumber ?? 0;
  }

  private get projects() {
    return this.account.scripts.projects;
  }

  private async ask<T>(request: () => Promise<{ data: T }>): Promise<T> {
    return (await patiently(request).catch((error) => this.explain(error))).data;
  }

  private explain(error: { status?: number; message?: string }): never {
    const { email } = this.account;
    if (error.status === 404)
      throw new Error(
        `The script ${this.scriptId} is not there, or ${email} may not open it. Please ask its owner to share the spreadsheet with that account as an editor.`,
      );
    throw new Error(
      `Google refused: ${error.message}. Once that is put right, run this again: it goes on where it stopped.`,
    );
  }
}

/** The address of a spreadsheet of this name that the account can see already. */
export async function findSpreadsheet({ drive }: Account, title: string): Promise<string | undefined> {
  const q = `name = '${title}' and mimeType = 'application/vnd.google-apps.spreadsheet' and trashed = false`;
  const { data } = await patiently(() => drive.files.list({ q, fields: 'files(id)' }));
  const id = data.files?.[0]?.id;
  return id ? addressOf(id) : undefined;
}

export const addressOf = (spreadsheetId: string, local = 'https://docs.google.com/'): string =>
  new URL(`/spreadsheets/d/${spreadsheetId}/edit`, local).href;
