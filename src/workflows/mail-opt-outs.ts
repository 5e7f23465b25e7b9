// Requests about pictures that come by mail: honored as those that somebody sends by the form without her own link.

import type { Roster } from '../domain/identity.ts';
import type { MailEntry } from '../domain/mail-intake.ts';
import { seldomPart } from '../google/seldom-part.ts';
import type { Desk } from './desk.ts';
import { finishMail, type MailDesk, takeUpMail } from './mail-take-up.ts';

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
  record: (_, letter) => (roster ? seldomPart().recordRequestMail(desk, roster, letter) : ''),
  add: ({ id }, letter) => seldomPart().addRequestMail(desk, id, letter),
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
