// Writes a mail of the Mail log anew from the registers; so nothing but the log has to be kept.

import type { MailWords } from '../content/mail-words.ts';
import { acceptanceConfirmed, personalLink, refusalConfirmed } from '../content/member-mails.ts';
import { REASONS } from '../content/problems.ts';
import {
  dailyDigest,
  noticeOfAcceptance,
  noticeOfNewVersion,
  noticeOfRefusal,
  noticeToMatch,
  trialMail,
} from '../content/staff-mails.ts';
import { parseCode } from '../domain/code-text.ts';
import type { Acceptance, Mail, Member } from '../domain/entries.ts';
import { oneLine } from '../domain/text.ts';
import { seldomPart } from '../google/seldom-part.ts';
import { startLink } from './agreement-links.ts';
import { askingMail, linkFor } from './compose-asking.ts';
import type { Desk } from './desk.ts';
import { changedClauses } from './differences.ts';
import { digestFacts } from './digest.ts';
import { imageLink } from './image-link.ts';

/** The words of a mail. Throws when what it is about is no longer in the registers, or its address is not hers. */
export function composeMail(desk: Desk, mail: Mail): MailWords {
  const { programme, contactAddress: contact } = desk.settings;
  const member = mail.memberId === '' ? undefined : memberOf(desk, mail);
  const known = { name: oneLine(member?.name ?? ''), programme, contact };
  switch (mail.kind) {
    case 'Acceptance confirmed': {
      const acceptance = acceptanceOf(desk, mail);
      const text = desk.textWithHash(acceptance.textHash);
      const code = text === null ? [] : parseCode(text);
      const pictures = member ? imageLink(desk, mail, member).link : '';
      const nextDue = member?.nextDue ?? null;
      const agreement = startLink(desk, mail, member);
      return acceptanceConfirmed({ ...known, acceptance, nextDue, code, pictures, agreement });
    }
    case 'Refusal confirmed':
      return refusalConfirmed({ ...known, acceptance: acceptanceOf(desk, mail) });
    case 'Personal link':
      return personalLink({ ...known, ...linkFor(desk, mail, memberOf(desk, mail)) });
    case 'Invitation':
    case 'New version':
    case 'Reminder':
    case 'Old version answered':
    case 'Link again':
      return askingMail(desk, mail, memberOf(desk, mail));
    case 'Notice of acceptance':
      return noticeOfAcceptance(noticeFacts(desk, mail));
    case 'Notice of refusal':
      return noticeOfRefusal(noticeFacts(desk, mail));
    case 'Notice to match':
      return noticeToMatch(noticeFacts(desk, mail));
    case 'Notice of new version': {
      const version = desk.tables.codeVersions.find(mail.reference)?.entry;
      const changed = changedClauses(desk, desk.activeVersion, version);
      const planned = version?.published ?? null;
      return noticeOfNewVersion({
        version: mail.reference,
        planned,
        changed,
        link: desk.linkTo('codeVersions'),
      });
    }
    case 'Daily digest':
      return dailyDigest(mail.reference, digestFacts(desk, mail.reference));
    case 'Opt-out confirmed':
    case 'Opt-out to confirm':
    case 'Opt-out taken back':
    case 'Pictures taken down':
    case 'Notice of opt-out':
    case 'Takedowns due':
      return seldomPart().imageMail(desk, mail, member);
    case 'Agreement to confirm':
    case 'Agreement waits':
    case 'Agreement in force':
    case 'Agreement ended':
    case 'Notice of agreement':
      return seldomPart().agreementMail(desk, mail, member);
    case 'Trial run':
      return trialMail();
    case null:
      throw new Error(REASONS.noKind);
  }
}

/** The member whom a mail is for; her link and her answers go to no address but hers. */
function memberOf(desk: Desk, { memberId, to }: Mail): Member {
  const row = desk.memberRow(memberId);
  if (!row) throw new Error(REASONS.noMember(memberId));
  if (row.entry.email.trim() !== to) throw new Error(REASONS.otherAddress(memberId));
  return row.entry;
}

function acceptanceOf(desk: Desk, mail: Mail): Acceptance {
  const row = desk.tables.acceptances.find(mail.reference);
  if (!row) throw new Error(REASONS.noAcceptance(mail.reference));
  return row.entry;
}

function noticeFacts(desk: Desk, mail: Mail) {
  const acceptance = acceptanceOf(desk, mail);
  const member = desk.memberRow(acceptance.memberId)?.entry;
  return {
    acceptance,
    memberName: oneLine(member?.name ?? ''),
    standing: member?.standing ?? null,
    link: desk.linkTo('acceptances'),
  };
}
