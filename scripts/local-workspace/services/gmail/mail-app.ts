// Apps Script's MailApp, as far as it is offered: the recipients that are left today.

import type { Execution } from '../../script/execution.ts';
import { ServiceObject } from '../../script/service.ts';
import type { GmailEngine } from './engine.ts';

class MailApp extends ServiceObject {
  static override readonly serviceName = 'MailApp';
  static override readonly signatures = { getRemainingDailyQuota: [''] };
  static override readonly scopes = { '*': ['https://www.googleapis.com/auth/script.send_mail'] };

  constructor(
    private readonly engine: GmailEngine,
    private readonly execution: Execution,
  ) {
    super();
  }

  /** Recipients that the account may still write to; all ways of sending draw on the same allowance. */
  getRemainingDailyQuota(): number {
    return this.execution.remote('MailApp.getRemainingDailyQuota', () =>
      this.engine.kernel.quotas.left(this.execution.user, 'mail recipients'),
    );
  }
}

export const mailApp = (engine: GmailEngine, execution: Execution): ServiceObject =>
  new MailApp(engine, execution);
