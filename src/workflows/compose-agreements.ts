// Writes the mails about disclosure agreements.

import type { MailWords } from '../content/mail-words.ts';
import type { Mail, Member } from '../domain/entries.ts';
import type { Desk } from './desk.ts';

/** @param member nobody, for a mail to staff */
export function agreementMail(_desk: Desk, mail: Mail, _member: Member | undefined): MailWords {
  throw new Error(String(mail.kind));
}
