// Words about requests that come by mail: the labels, what is kept beside the words of a mail, and its address.

import type { MailEntryKind } from '../domain/mail-intake.ts';
import type { Letter } from '../domain/mail-letter.ts';

/** The labels of Gmail, one for each kind of entry. */
export const MAIL_LABELS: Readonly<Record<MailEntryKind, string>> = {
  report: 'Code of Conduct/Report',
  'opt-out': 'Code of Conduct/Opt-out',
  question: 'Code of Conduct/Question',
};
export const REGISTERED = 'Code of Conduct/Registered';
/** All of them, the one above the others first. */
export const ALL_LABELS = ['Code of Conduct', ...Object.values(MAIL_LABELS), REGISTERED];

/** Where those who may read the mailbox find a mail. */
export const linkToMail = (id: string) => `https://mail.google.com/mail/u/0/#all/${id}`;

/** What a reading of mails puts between the words. */
export const READING_MARKS = {
  mark: '… (shortened; the whole text is in the mail)',
  forwarded: '---------- Forwarded message ---------',
};

const noWords = () => '(There are no words in this mail. Please open it.)';

/** The words of a mail as they stand in its entry. */
export const wordsOfMail = ({ subject, text }: Letter) =>
  [subject && `Subject: ${subject}`, text || noWords()].filter((part) => part !== '').join('\n\n');

const sizeInWords = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

const MOST_FILES = 30;

/** What else is known of a mail. */
export function besideMail({ id, sender, attachments, isReadable, cut }: Letter): string {
  const from = [sender.name, sender.address && `<${sender.address}>`].filter((part) => part !== '').join(' ');
  const files = attachments.map(({ name, size }) => `${name} (${sizeInWords(size)})`);
  if (files.length > MOST_FILES) files.splice(MOST_FILES, files.length, `${files.length - MOST_FILES} more`);
  return [
    `By email from ${from || 'somebody whose address cannot be read'}.`,
    files.length > 0 ? `Attached: ${files.join(', ')}.` : '',
    isReadable ? '' : 'Not all of it could be read.',
    `The mail itself: ${linkToMail(id)}`,
    cut && `Below her words stood:\n${cut}`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** What stands under “Remark” of a request about pictures, whose words nobody but staff can read for sure. */
export const readWithCare = () =>
  'It came by email, so the system took it to mean all pictures of her and her family. If her words say less, please correct the row.';
export const wroteAgain = ({ id, sender }: Letter, on: string) =>
  `${sender.address || 'Somebody'} wrote again on ${on}: ${linkToMail(id)}`;
