// Session: who runs the script, and in which time zone.

import type { Execution } from '../../script/execution.ts';
import { ServiceObject } from '../../script/service.ts';

const EMAIL_SCOPE = 'https://www.googleapis.com/auth/userinfo.email';

export class User extends ServiceObject {
  static override readonly serviceName = 'User';
  static override readonly signatures = { getEmail: [''], getUserLoginId: [''] };

  constructor(private readonly email: string) {
    super();
  }

  getEmail(): string {
    return this.email;
  }

  getUserLoginId(): string {
    return this.email;
  }
}

export class Session extends ServiceObject {
  static override readonly serviceName = 'Session';
  static override readonly signatures = {
    getActiveUser: [''],
    getEffectiveUser: [''],
    getScriptTimeZone: [''],
    getActiveUserLocale: [''],
    getTemporaryActiveUserKey: [''],
  };

  constructor(private readonly execution: Execution) {
    super();
  }

  /** Without an address in simple triggers, in custom functions and without the userinfo.email scope. */
  getActiveUser(): User {
    const { authMode, scopes, user } = this.execution.options;
    return new User(authMode === 'FULL' && scopes.includes(EMAIL_SCOPE) ? user : '');
  }

  getEffectiveUser(): User {
    const { authMode, scopes, user } = this.execution.options;
    return new User(authMode === 'FULL' && scopes.includes(EMAIL_SCOPE) ? user : '');
  }

  getScriptTimeZone(): string {
    return this.execution.options.timeZone;
  }

  getActiveUserLocale(): string {
    return 'en';
  }

  getTemporaryActiveUserKey(): string {
    return Buffer.from(`${this.execution.options.scriptId} ${this.execution.user}`)
      .toString('base64url')
      .slice(0, 40);
  }
}
