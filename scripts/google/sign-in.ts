// Signs a maintainer in: her consent in the browser, which comes back to this computer, or a service account's key.

import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { CodeChallengeMethod, type Credentials, JWT, OAuth2Client } from 'google-auth-library';
import * as z from 'zod';

/** Outside of the project, and readable by its owner alone. */
export const FOLDER = join(homedir(), '.config', 'imstl-code-of-conduct-desk');

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
  /** Where the client and the tokens are kept. */
  readonly folder?: string;
}

/** @throws CannotSignIn */
export async function signIn(wish: SignIn): Promise<OAuth2Client> {
  return wish.keyFile === undefined ? personalClient(wish) : serviceClient(wish.keyFile, wish);
}

async function serviceClient(keyFile: string, { scopes, as }: SignIn): Promise<JWT> {
  const read = key.safeParse(readJson(keyFile));
  if (!read.success) throw new CannotSignIn(`${keyFile} is not the key of a service account.`);
  const { client_email: email, private_key: pem } = read.data;
  const made = new JWT({ email, key: pem, scopes: [...scopes], ...(as ? { subject: as } : {}) });
  try {
    await made.authorize();
  } catch (error) {
    throw new CannotSignIn(
      `Google does not let ${email} work${as ? ` in the name of ${as}` : ''}: ${reasonOf(error)} An administrator allows it at admin.google.com, under Domain-wide delegation, with these scopes: ${scopes.join(', ')}`,
    );
  }
  return made;
}

async function personalClient(wish: SignIn): Promise<OAuth2Client> {
  const { scopes, endpoints, show = showAddress, folder = FOLDER } = wish;
  const file = join(folder, 'client.json');
  const read = client.safeParse(readJson(file));
  if (!read.success)
    throw new CannotSignIn(
      `Please make an OAuth client of the type “Desktop app” in the Google Cloud console, download it, and save it as ${file}.`,
    );
  const { client_id: clientId, client_secret: clientSecret } = read.data.installed;
  const urls = endpoints ? { oauth2AuthBaseUrl: endpoints.consent, oauth2TokenUrl: endpoints.token } : {};
  const made = new OAuth2Client({ clientId, clientSecret, endpoints: urls });
  const tokens = new KeptTokens(join(folder, 'tokens.json'), scopes);
  // An access token that was kept might have been taken back; a new one tells at once.
  const refreshToken = tokens.kept?.refresh_token;
  made.setCredentials(refreshToken ? { refresh_token: refreshToken } : {});
  if (!refreshToken || !(await isStillGood(made))) await consent(made, scopes, show);
  tokens.keep(made.credentials);
  made.on('tokens', (fresh) => tokens.keep({ ...made.credentials, ...fresh }));
  return made;
}

const showAddress = (address: string) =>
  console.error(`Please open this address in your browser and allow it there:\n\n${address}\n`);

/** Google takes permissions back, for one after half a year without use; then she is asked anew. */
async function isStillGood(made: OAuth2Client): Promise<boolean> {
  try {
    await made.getAccessToken();
    return true;
  } catch (error) {
    if (reasonOf(error).includes('invalid_grant')) return false;
    throw error;
  }
}

/** What Google gave for one set of scopes, so that a command that only reads can never do more. */
class KeptTokens {
  private readonly name: string;

  constructor(
    private readonly file: string,
    scopes: readonly string[],
  ) {
    this.name = [...scopes].sort().join(' ');
  }

  private get all(): Record<string, Credentials> {
    return (readJson(this.file) ?? {}) as Record<string, Credentials>;
  }

  get kept(): Credentials | undefined {
    return this.all[this.name];
  }

  keep(tokens: Credentials): void {
    mkdirSync(dirname(this.file), { recursive: true, mode: 0o700 });
    chmodSync(dirname(this.file), 0o700);
    writeFileSync(this.file, JSON.stringify({ ...this.all, [this.name]: tokens }, null, 2), { mode: 0o600 });
    chmodSync(this.file, 0o600);
  }
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
        const settle = () => {
          if (!isOurs) return;
          if (code) resolve(code);
          else reject(new CannotSignIn(notAllowed(searchParams.get('error') ?? 'nothing')));
        };
        response.end(isOurs && code ? 'Thank you. You can close this window.' : 'That did not work.', settle);
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
    const given = tokens.scope?.split(' ') ?? [];
    const lacking = scopes.filter((scope) => !given.includes(scope));
    if (lacking.length > 0)
      throw new CannotSignIn(
        `Not everything was allowed. Please tick all boxes. Missing: ${lacking.join(', ')}`,
      );
    made.setCredentials(tokens);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

const notAllowed = (said: string) =>
  `It was not allowed in the browser (Google says: ${said}). Nothing was done.`;

/** The words of a refusal by RFC 6749: `invalid_grant: Token has been expired or revoked.` */
function reasonOf(error: unknown): string {
  const { response, message } = error as {
    response?: { data?: { error?: string; error_description?: string } };
    message?: string;
  };
  const { error: code, error_description: description } = response?.data ?? {};
  return typeof code === 'string' ? `${code}: ${description ?? ''}` : String(message ?? error);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
