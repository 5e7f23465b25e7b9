// Requests about pictures that come by mail: honored as those that somebody sends by the form without her own link.

import { inWords } from '../content/dates.ts';
import { readWithCare, wordsOfMail, wroteAgain } from '../content/mailbox-words.ts';
import { BY_MAIL } from '../content/marks.ts';
import { AUDIT } from '../content/tab-words.ts';
import { dateOf } from '../domain/calendar.ts';
import type { Roster } from '../domain/identity.ts';
import type { MailEntry } from '../domain/mail-intake.ts';
import { type Letter, responseIdOf } from '../domain/mail-letter.ts';
import type { Desk } from './desk.ts';
import { finishMail, type MailDesk, takeUpMail } from './mail-take-up.ts';
import { queueForStaff } from './outbox.ts';
import { recordOptOut } from './record-opt-out.ts';
import { senderOf } from './sender.ts';

/** Call `reviewOptOuts` afterwards: it does what follows from a request. */
export const takeUpOptOutMail = (desk: Desk, roster: Roster, options: { byNight: boolean }) =>
  takeUpMail(mailDeskOf(desk, roster), options);

export const finishOptOutMail = (desk: Desk) => finishMail(mailDeskOf(desk));

const mailDeskOf = (desk: Desk, roster?: Roster): MailDesk => ({
  config: desk.config,
  contactAddress: desk.settings.contactAddress,
  kinds: ['opt-out'],
  tables: desk.tables,
  answers: answersOf(desk),
  elsewhere: ['report', 'question'],
  isElsewhere: ({ id }) => desk.tables.optOuts.find(id)?.entry.words === '',
  isStaff: () => false,
  record: (_, letter) => (roster ? recordMail(desk, roster, letter) : ''),
  add: ({ id }, letter) => addMail(desk, id, letter),
  tell: (words) => desk.problem(words, 'optOuts'),
  solve: (words) => desk.solve({ whatToDo: words.whatToDo }),
  commit: () => desk.commit(),
});

/** Mails to members about their requests. */
function answersOf({ tables: { mailLog, optOuts } }: Desk): Map<string, MailEntry> {
  const ids = new Set(optOuts.entries.map(({ id }) => id));
  const mails = mailLog.entries.filter(
    ({ memberId, gmailId, reference }) => memberId !== '' && gmailId !== '' && ids.has(reference),
  );
  return new Map(mails.map(({ gmailId, reference: id }) => [gmailId, { kind: 'opt-out', id }]));
}

/** Its words are not guessed at: it is taken to mean everything, and she can make it narrower by her own link. */
function recordMail(desk: Desk, roster: Roster, letter: Letter): string {
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
function addMail(desk: Desk, id: string, letter: Letter): string {
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
