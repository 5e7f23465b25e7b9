// Writes the mails about pictures.

import { inWords } from '../content/dates.ts';
import { CONFIRM, WANTS } from '../content/image-form.ts';
import {
  noticeOfOptOut,
  optOutConfirmed,
  optOutTakenBack,
  optOutToConfirm,
  picturesTakenDown,
  takedownsDue,
} from '../content/image-mails.ts';
import type { MailWords } from '../content/mail-words.ts';
import { REASONS } from '../content/problems.ts';
import { TOOK_NOTHING_BACK } from '../content/remarks.ts';
import { addDays } from '../domain/calendar.ts';
import type { Mail, Member } from '../domain/entries.ts';
import { familyNames, isProven, type OptOut } from '../domain/image-entries.ts';
import { permissionOf } from '../domain/image-permission.ts';
import { isWithdrawal, remainsAfter } from '../domain/takedowns.ts';
import { oneLine } from '../domain/text.ts';
import type { Desk } from './desk.ts';
import { dueTakedowns, neededLines } from './due-takedowns.ts';
import { imageLink } from './image-link.ts';

/** @param member nobody, for a mail to staff */
export function imageMail(desk: Desk, mail: Mail, member: Member | undefined): MailWords {
  const { programme, contactAddress: contact } = desk.settings;
  if (mail.kind === 'Takedowns due') {
    const lines = dueTakedowns(desk).map(({ line }) => line);
    return takedownsDue({ lines, today: desk.today, link: desk.linkTo('takedowns') });
  }
  const optOut = desk.tables.optOuts.find(mail.reference)?.entry;
  if (!optOut) throw new Error(REASONS.noOptOut(mail.reference));
  if (!member) {
    const memberName = oneLine(desk.memberRow(optOut.memberId)?.entry.name ?? '');
    return noticeOfOptOut({ optOut, memberName, link: desk.linkTo('optOuts') });
  }
  // Staff may have corrected whose it is since the mail was put in line.
  if (optOut.memberId !== member.id) throw new Error(REASONS.noOptOut(mail.reference));
  const known = { name: oneLine(member.name), programme, contact, optOut };
  const remains = remainsAfter(optOut);
  switch (mail.kind) {
    case 'Opt-out to confirm':
      return optOutToConfirm({
        ...known,
        ...imageLink(desk, mail, member, { about: optOut.id, want: CONFIRM }),
      });
    case 'Opt-out taken back': {
      const hers = desk.tables.optOuts.entries.filter(({ memberId }) => memberId === member.id);
      const permission = permissionOf(hers, desk.today);
      // A name may come from a request that is not proven.
      const names = new Set(hers.filter(isProven).flatMap(({ family }) => familyNames(family)));
      for (const one of permission.family) if (!names.has(one.name)) one.name = '';
      const link = imageLink(desk, mail, member);
      const { effective, remark } = optOut;
      const from = effective !== null && effective > desk.today ? effective : null;
      const isNothing = remark.includes(TOOK_NOTHING_BACK);
      return optOutTakenBack({ ...known, ...link, permission, onRoster: member.images, from, isNothing });
    }
    case 'Pictures taken down':
      return picturesTakenDown({ ...known, remains, done: linesDone(desk, optOut) });
    default: {
      const link = imageLink(desk, mail, member, { want: WANTS['Take back an opt-out'] });
      const from = optOut.effective ?? desk.today;
      const due = isWithdrawal(optOut) ? addDays(from, desk.settings.takedownDays) : null;
      return optOutConfirmed({ ...known, ...link, due, remains });
    }
  }
}

/** What was taken down for a request, and when. */
function linesDone(desk: Desk, { id, memberId }: OptOut): [string, string][] {
  const lines = neededLines(desk).filter((line) => {
    return line.optOut === id && line.memberId === memberId && line.done !== null;
  });
  return lines.map(({ medium, what, done }) => [medium ?? what, inWords(done)]);
}
