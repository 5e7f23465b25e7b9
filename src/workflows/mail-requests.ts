// Makes a request about pictures of a mail, or notes a mail with one.

import { inWords } from '../content/dates.ts';
import { readWithCare, wordsOfMail, wroteAgain } from '../content/mailbox-words.ts';
import { BY_MAIL } from '../content/marks.ts';
import { AUDIT } from '../content/tab-words.ts';
import { dateOf } from '../domain/calendar.ts';
import type { Roster } from '../domain/identity.ts';
import type { Letter } from '../domain/mail-letter.ts';
import { responseIdOf } from '../domain/registered-mail.ts';
import type { Desk } from './desk.ts';
import { queueForStaff } from './outbox.ts';
import { recordOptOut } from './record-opt-out.ts';
import { senderOf } from './sender.ts';

/** Its words are not guessed at: it is taken to mean everything, and she can make it narrower by her own link. */
export function recordRequestMail(desk: Desk, roster: Roster, letter: Letter): string {
  const responseId = responseIdOf(letter);
  const { optOuts } = desk.tables;
  const known = optOuts.entries.find((entry) => entry.responseId === responseId);
  if (known) return known.id;
  const { name, address: email } = letter.sender;
  const { id } = recordOptOut(desk, roster, {
    kind: 'Both',
    forWhom: 'Herself and family',
    family: '',
    scope: 'Everything',
    pictures: '',
    words: letter.isReport ? '' : wordsOfMail(letter),
    name,
    email,
    identity: senderOf(desk, roster, 'image-opt-out', { email, reference: '' }, { signedInEmail: '' }),
    channel: 'Email',
    responseId,
    received: letter.received,
  });
  noteIn(desk, id, readWithCare());
  return id;
}

/** That she wrote again, and where; her words stay in the mail, because they may tell of more than pictures. */
export function addRequestMail(desk: Desk, id: string, letter: Letter): string {
  const { mailLog } = desk.tables;
  noteIn(desk, id, wroteAgain(letter, inWords(dateOf(letter.received))));
  desk.audit({ who: BY_MAIL, what: AUDIT.wroteAgain, subject: id, before: '', after: responseIdOf(letter) });
  const isTold = mailLog.entries.some(
    ({ kind, reference, queued }) =>
      kind === 'Notice of opt-out' && reference === id && dateOf(queued ?? '') === desk.today,
  );
  if (!isTold && desk.tables.optOuts.find(id)) queueForStaff(desk, 'Notice of opt-out', id);
  return id;
}

const LONGEST_REMARK = 5_000;

function noteIn(desk: Desk, id: string, note: string): void {
  const { optOuts } = desk.tables;
  const row = optOuts.find(id);
  if (!row || row.entry.remark.length > LONGEST_REMARK || row.entry.remark.includes(note)) return;
  optOuts.update(row, { remark: [row.entry.remark, note].filter((part) => part !== '').join('\n') });
}
