// Names and addresses of people in mails, as they are read.

import type { GmailEngine, MailboxView } from '../../services/gmail/engine.ts';

const PERSON = /(?:"((?:[^"\\]|\\.)*)"|([^",<>]*?))\s*<([^<>]+)>/g;

/** The name that goes with an address in a header's text, or ''. */
export function nameIn(header: string, address: string): string {
  for (const [, quoted, bare, found] of header.matchAll(PERSON)) {
    if (found?.trim().toLowerCase() === address)
      return (quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '').trim();
  }
  return '';
}

/** A header's people without the quotes that only machines need. */
export const readablePeople = (header: string): string =>
  header.replace(/"((?:[^"\\]|\\.)*)"(?=\s*<)/g, (_, name: string) => name.replace(/\\(.)/g, '$1'));

/** A mailbox with a name for its owner: her account's, or the one that her newest mail calls her by. */
export function withName(gmail: GmailEngine, mailbox: MailboxView): MailboxView {
  if (mailbox.displayName !== '') return mailbox;
  const newest = gmail.mailboxes.at(mailbox.address, gmail.mailboxes.count(mailbox.address) - 1);
  if (!newest) return mailbox;
  const { address } = mailbox;
  return { ...mailbox, displayName: nameIn(newest.to, address) || nameIn(newest.from, address) };
}
