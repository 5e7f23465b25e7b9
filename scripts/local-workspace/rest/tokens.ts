// Access tokens of the REST face: each stands for an account and what may be done in its name; and those that renew them.

import { GoogleError } from '../kernel/errors.ts';
import type { Caller, Kernel } from '../kernel/kernel.ts';

/** Until when a token serves, milliseconds UTC; for ever without it. */
type Issued = Caller & { readonly until?: number };

export class Tokens {
  constructor(private readonly kernel: Kernel) {}

  private get table() {
    return this.kernel.store.table<Issued>('tokens');
  }

  private get refreshTokens() {
    return this.kernel.store.table<Caller>('refresh tokens');
  }

  /** @param scopes what the token may do; without them everything */
  issueToken(email: string, scopes?: readonly string[], until?: number): string {
    const token = `ya29.local-${this.kernel.random.id(40)}`;
    this.table.set(token, { ...callerOf(email, scopes), ...(until === undefined ? {} : { until }) });
    this.kernel.store.commit();
    return token;
  }

  /** A token with which a program gets new access tokens, until it is revoked. */
  issueRefreshToken(email: string, scopes?: readonly string[]): string {
    const token = `1//local-${this.kernel.random.id(60)}`;
    this.refreshTokens.set(token, callerOf(email, scopes));
    this.kernel.store.commit();
    return token;
  }

  /** For whom a refresh token was issued; undefined when it was not, or was revoked. */
  refreshed(token: string): Caller | undefined {
    return this.refreshTokens.get(token);
  }

  /** Says whether there was such a token. */
  revoke(token: string): boolean {
    const isKnown = this.table.get(token) !== undefined || this.refreshTokens.get(token) !== undefined;
    this.table.delete(token);
    this.refreshTokens.delete(token);
    this.kernel.store.commit();
    return isKnown;
  }

  /** @throws UNAUTHENTICATED for a token that was not issued here, or whose time is over */
  caller(token: string): Caller {
    const issued = this.table.get(token);
    if (issued && (issued.until === undefined || issued.until > this.kernel.clock.now())) {
      const { until: _, ...caller } = issued;
      return caller;
    }
    throw new GoogleError(
      'UNAUTHENTICATED',
      'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.',
    );
  }
}

function callerOf(email: string, scopes: readonly string[] | undefined): Caller {
  return { email: email.toLowerCase(), ...(scopes ? { scopes: [...scopes] } : {}) };
}
