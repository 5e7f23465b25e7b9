// Signs a maintainer in: her consent in the browser, which comes back to this computer, or a service account's key.

import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { CodeChallengeMethod, type Credentials, JWT, OAuth2Client } from 'google-auth-library';
import * as z from 'zod';

/** Outside of the project, and readable by its owner alone. */
export const FOLDER = join(homedir(), '.config', 'imstl-code-of-conduct-desk');
const CLIENT = join(FOLDER, 'client.json');
const TOKENS = join(FOLDER, 'tokens.json');

/** What a maintainer can do about it stands in the message. */
export class CannotSignIn extends Error {}

const client = z.object({ installed: z.object({ client_id: z.string(), client_secret: z.string() }) });
const key = z.object({ client_email: z.string(), private_key: z.string() });

export interface SignIn {
  readonly scopes: readonly string[];
  /** File with the key of a service account. */
  readonly keyFile?: string;
  /** In whose name a service account acts (domain-wide delegation). */
  readonly as?: string;
  /** Where the addresses of Google are, other than Google's own. */
  readonly endpoints?: { readonly consent: string; readonly token: string };
  /** Shows the address where she consents. */
  readonly show?: (address: string) => void;
}

/** @throws CannotSignIn */
export async function signIn(wish: SignIn): Promise<OAuth2Client> {
  return wish.keyFile === undefined ? personalClient(wish) : serviceClient(wish.keyFile, wish);
}

function serviceClient(keyFile: string, { scopes, as }: SignIn): JWT {
  const read = key.safeParse(readJson(keyFile));
  if (!read.success) throw new CannotSignIn(`${keyFile} is not the key of a service account.`);
  const { client_email: email, private_key: pem } = read.data;
  return new JWT({ email, key: pem, scopes: [...scopes], ...(as ? { subject: as } : {}) });
}

async function personalClient({ scopes, endpoints, show = console.log }: SignIn): Promise<OAuth2Client> {
  const read = client.safeParse(readJson(CLIENT));
  if (!read.success)
    throw new CannotSignIn(
      `Please make an OAuth client of the type “Desktop app” in the Google Cloud console, download it, and save it as ${CLIENT}.`,
    );
  const { client_id: clientId, client_secret: clientSecret } = read.data.installed;
  const urls = endpoints ? { oauth2AuthBaseUrl: endpoints.consent, oauth2TokenUrl: endpoints.token } : {};
  const kept = existsSync(TOKENS) ? (readJson(TOKENS) as Credentials & { scope?: string }) : {};
  const isEnough = scopes.every((scope) => kept.scope?.split(' ').includes(scope));
  const made = new OAuth2Client({ clientId, clientSecret, endpoints: urls });
  made.on('tokens', (tokens) => keep({ ...kept, ...tokens }));
  if (isEnough && kept.refresh_token) made.setCredentials(kept);
  else await consent(made, scopes, show);
  return made;
}

/** RFC 8252: the browser brings the answer to an address of this computer; with a code challenge (RFC 7636). */
async function consent(
  made: OAuth2Client,
  scopes: readonly string[],
  show: (address: string) => void,
): Promise<void> {
  const { codeVerifier, codeChallenge = '' } = await made.generateCodeVerifierAsync();
  const state = randomUUID();
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const redirectUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const answer = new Promise<string>((resolve, reject) => {
      server.on('request', ({ url = '/' }, response) => {
        const { searchParams } = new URL(url, redirectUri);
        const code = searchParams.get('code');
        const isOurs = searchParams.get('state') === state;
        response.end(isOurs && code ? 'Thank you. You can close this window.' : 'That did not work.');
        if (!isOurs) return;
        if (code) resolve(code);
        else reject(new CannotSignIn(`Google said: ${searchParams.get('error') ?? 'no answer'}.`));
      });
    });
    show(
      made.generateAuthUrl({
        access_type: 'offline',
        prompt: 'consent',
        scope: [...scopes],
        redirect_uri: redirectUri,
        state,
        code_challenge: codeChallenge,
        code_challenge_method: CodeChallengeMethod.S256,
      }),
    );
    const { tokens } = await made.getToken({ code: await answer, codeVerifier, redirect_uri: redirectUri });
    made.setCredentials(tokens);
    keep(tokens);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

function keep(tokens: Credentials): void {
  mkdirSync(dirname(TOKENS), { recursive: true, mode: 0o700 });
  writeFileSync(TOKENS, JSON.stringify(tokens, null, 2), { mode: 0o600 });
  chmodSync(TOKENS, 0o600);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
