// Google's OAuth addresses: consent in the browser, tokens for a code, a refresh token or a service account, who a token stands for.

import { createHash, createPublicKey, verify } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Kernel } from '../kernel/kernel.ts';
import type { Tokens } from './tokens.ts';

/** What was agreed to in the browser, until a program fetches its tokens with the code. */
interface Consent {
  readonly email: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  readonly challenge?: string;
  readonly until: number;
}

/** An account for programs; with delegation it may act in the name of people. */
export interface ServiceAccount {
  readonly email: string;
  /** PEM. */
  readonly publicKey: string;
  /** Scopes that it may use in the name of people of the organisation; none without delegation. */
  readonly delegated?: readonly string[];
}

const SECONDS = 3600;
const JWT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** A refusal as RFC 6749 writes it. */
class Refused extends Error {
  constructor(
    readonly code: string,
    description: string,
  ) {
    super(description);
  }
}

export interface OAuthOptions {
  readonly kernel: Kernel;
  readonly tokens: Tokens;
  /** The accounts that can sign in. */
  accounts(): readonly string[];
}

export function oauthRoutes({ kernel, tokens, accounts }: OAuthOptions): Hono {
  const app = new Hono();
  const consents = () => kernel.store.table<Consent>('oauth consents');
  const services = () => kernel.store.table<ServiceAccount>('service accounts');

  /** Who is at the browser chooses her account, which is her consent. */
  const consent = (c: Context) => {
    const query = c.req.query();
    const { client_id: client, redirect_uri: redirectUri = '', scope = '', state = '' } = query;
    if (query.response_type !== 'code' || !client) return c.text('Error 400: invalid_request', 400);
    // Programs on one's own computer only (RFC 8252, section 7.3).
    if (!/^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/|$)/.test(redirectUri))
      return c.text('Error 400: redirect_uri_mismatch', 400);
    const email = query.local_account;
    if (email === DENIED) return c.redirect(backTo(redirectUri, { error: 'access_denied', state }));
    if (email === undefined || !accounts().includes(email))
      return c.html(choice(c.req.url, accounts(), scope.split(' ')));
    const code = `4/0A${kernel.random.id(60)}`;
    const { code_challenge: challenge } = query;
    consents().set(code, {
      email,
      scopes: scope.split(' ').filter((one) => one !== ''),
      redirectUri,
      until: kernel.clock.now() + 600_000,
      ...(challenge ? { challenge } : {}),
    });
    kernel.store.commit();
    return c.redirect(backTo(redirectUri, { state, code, scope }));
  };
  app.get('/o/oauth2/v2/auth', consent);
  app.get('/o/oauth2/auth', consent);

  app.post('/token', async (c) => {
    const given = new URLSearchParams(await c.req.text());
    const field = (name: string) => given.get(name) ?? '';
    try {
      switch (field('grant_type')) {
        case 'authorization_code':
          return c.json(forCode(field('code'), field('redirect_uri'), field('code_verifier')));
        case 'refresh_token':
          return c.json(issued(tokens.refreshed(field('refresh_token')), undefined));
        case JWT:
          return c.json(forAssertion(field('assertion')));
        default:
          throw new Refused('unsupported_grant_type', `Invalid grant_type: ${field('grant_type')}`);
      }
    } catch (error) {
      if (error instanceof Refused)
        return c.json({ error: error.code, error_description: error.message }, 400);
      throw error;
    }
  });

  function forCode(code: string, redirectUri: string, verifier: string) {
    const found = consents().get(code);
    // A code serves once.
    consents().delete(code);
    kernel.store.commit();
    if (!found || found.until < kernel.clock.now())
      throw new Refused('invalid_grant', 'Malformed auth code.');
    if (found.redirectUri !== redirectUri) throw new Refused('redirect_uri_mismatch', 'Bad Request');
    if (found.challenge !== undefined && ![verifier, sha256(verifier)].includes(found.challenge))
      throw new Refused('invalid_grant', 'Invalid code verifier.');
    const person = { email: found.email, scopes: found.scopes };
    return issued(person, tokens.issueRefreshToken(person.email, person.scopes));
  }

  function forAssertion(assertion: string) {
    const [header = '', claims = '', signature = ''] = assertion.split('.');
    const { iss = '', sub, scope = '' } = readClaims(claims);
    const account = services().get(iss);
    if (!account) throw new Refused('invalid_grant', 'Invalid grant: account not found');
    const key = createPublicKey(account.publicKey);
    const isSigned = verify(
      'RSA-SHA256',
      Buffer.from(`${header}.${claims}`),
      key,
      Buffer.from(signature, 'base64url'),
    );
    if (!isSigned) throw new Refused('invalid_grant', 'Invalid JWT Signature.');
    const scopes = scope.split(' ').filter((one) => one !== '');
    if (sub !== undefined && sub !== iss) {
      const { delegated = [] } = account;
      if (scopes.some((one) => !delegated.includes(one)))
        throw new Refused(
          'unauthorized_client',
          'Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.',
        );
    }
    return issued({ email: sub ?? iss, scopes }, undefined);
  }

  function issued(
    person: { email: string; scopes?: readonly string[] } | undefined,
    refresh: string | undefined,
  ) {
    if (!person) throw new Refused('invalid_grant', 'Token has been expired or revoked.');
    const { email, scopes } = person;
    return {
      access_token: tokens.issueToken(email, scopes, kernel.clock.now() + SECONDS * 1000),
      expires_in: SECONDS - 1,
      scope: (scopes ?? []).join(' '),
      token_type: 'Bearer',
      ...(refresh ? { refresh_token: refresh } : {}),
    };
  }

  app.post('/revoke', async (c) => {
    const given = new URLSearchParams(await c.req.text()).get('token') ?? c.req.query('token') ?? '';
    if (!tokens.revoke(given)) return c.json({ error: 'invalid_token' }, 400);
    return c.json({});
  });

  const who = (c: Context) => {
    const token =
      /^Bearer\s+(.+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? c.req.query('access_token');
    try {
      const { email } = tokens.caller(token ?? '');
      const id = createHash('sha256').update(email).digest('hex').slice(0, 18);
      return c.json({ id, sub: id, email, verified_email: true, email_verified: true });
    } catch {
      return c.json({ error: { code: 401, message: 'Invalid Credentials', status: 'UNAUTHENTICATED' } }, 401);
    }
  };
  app.get('/oauth2/v2/userinfo', who);
  app.get('/oauth2/v3/userinfo', who);
  return app;
}

/** Makes an account for programs known. */
export function addServiceAccount(kernel: Kernel, account: ServiceAccount): void {
  kernel.store.table<ServiceAccount>('service accounts').set(account.email, account);
  kernel.store.commit();
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');

function readClaims(part: string): { iss?: string; sub?: string; scope?: string } {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    throw new Refused('invalid_grant', 'Invalid JWT.');
  }
}

/** Chosen in place of an account. */
const DENIED = '';

function backTo(redirectUri: string, given: Readonly<Record<string, string>>): string {
  const back = new URL(redirectUri);
  for (const [name, value] of Object.entries(given)) if (value !== '') back.searchParams.set(name, value);
  return back.toString();
}

function choice(address: string, accounts: readonly string[], scopes: readonly string[]) {
  const to = (email: string) => {
    const url = new URL(address);
    url.searchParams.set('local_account', email);
    return `${url.pathname}${url.search}`;
  };
  return html`<!DOCTYPE html>
    <html lang="en">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Choose an account</title></head>
      <body>
        <main>
          <h1>Choose an account</h1>
          <p>A program on this computer asks for:</p>
          <ul>${scopes.map((one) => html`<li>${one}</li>`)}</ul>
          ${accounts.map((email) => html`<p><a href="${to(email)}">Allow it as ${email}</a></p>`)}
          <p><a href="${to(DENIED)}">Do not allow it</a></p>
        </main>
      </body>
    </html>`;
}
