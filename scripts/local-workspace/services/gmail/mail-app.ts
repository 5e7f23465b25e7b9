// Apps Script's MailApp: sending, and the recipients that are left today.

import type { Execution } from '../../script/execution.ts';
import { ServiceObject } from '../../script/service.ts';
import type { GmailEngine } from './engine.ts';
import { assertRecipient, type MailOptions, mailOf, SEND_SIGNATURES } from './script-mail.ts';

class MailApp extends ServiceObject {
  static override readonly serviceName = 'MailApp';
  static override readonly signatures = {
    getRemainingDailyQuota: [''],
    sendEmail: ['Object', ...SEND_SIGNATURES, 'String, String, String, String'],
  };
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

  /** `(message)`, `(to, subject, body)`, `(to, subject, body, options)` or `(to, replyTo, subject, body)`. */
  sendEmail(
    first: string | MailOptions,
    second?: string,
    third?: string,
    fourth?: string | MailOptions,
  ): void {
    // A `from` is passed over in silence here: the mail leaves from the account's own address.
    const { from: _, ...options } = optionsOf(first, second, third, fourth);
    this.execution.remote('MailApp.sendEmail', () => {
      assertRecipient(options);
      const { user } = this.execution;
      this.engine.write(user, mailOf(this.engine, user, options));
    });
  }
}

function optionsOf(
  first: string | MailOptions,
  second: string | undefined,
  third: string | undefined,
  fourth: string | MailOptions | undefined,
): MailOptions {
  if (typeof first === 'object' && first !== null) return first;
  if (typeof fourth === 'string') return { to: first, replyTo: second, subject: third, body: fourth };
  return { ...fourth, to: first, subject: second, body: third };
}

export const mailApp = (engine: GmailEngine, execution: Execution): ServiceObject =>
  new MailApp(engine, execution);
