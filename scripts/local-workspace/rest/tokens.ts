// Access tokens of the REST face: each stands for an account and what may be done in its name.

import { GoogleError } from '../kernel/errors.ts';
import type { Caller, Kernel } from '../kernel/kernel.ts';

export class Tokens {
  constructor(private readonly kernel: Kernel) {}

  private get table() {
    return this.kernel.store.table<Caller>('tokens');
  }

  /** @param scopes what the token may do; without them everything */
  issueToken(email: string, scopes?: readonly string[]): string {
    const token = `ya29.local-${this.kernel.random.id(40)}`;
    this.table.set(token, { email: email.toLowerCase(), ...(scopes ? { scopes: [...scopes] } : {}) });
    this.kernel.store.commit();
    return token;
  }

  revoke(token: string): void {
    this.table.delete(token);
    this.kernel.store.commit();
  }

  /** @throws UNAUTHENTICATED for a token that was not issued here */
  caller(token: string): Caller {
    const caller = this.table.get(token);
    if (caller) return caller;
    throw new GoogleError(
      'UNAUTHENTICATED',
      'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.',
    );
  }
}
