// Writes a mail of the Mail log anew from the registers; so nothing but the log has to be kept.

import type { MailWords } from '../content/mail-words.ts';
import { acceptanceConfirmed, invitation, personalLink, refusalConfirmed } from '../content/member-mails.ts';
import { CODE_TEXT } from '../content/shipped.ts';
import { dailyDigest, noticeOfAcceptance, noticeOfRefusal, noticeToMatch } from '../content/staff-mails.ts';
import { addDays, dateOf } from '../domain/calendar.ts';
import { type CodePiece, hashCode, parseCode } from '../domain/code-text.ts';
import type { Acceptance, LocalDate, Mail, Member } from '../domain/entries.ts';
import { makeReference } from '../domain/reference.ts';
import { oneLine } from '../domain/text.ts';
import type { Desk } from './desk.ts';
import { digestFacts } from './digest.ts';

/** The words of a mail. Throws when what it is about is no longer in the registers. */
export function composeMail(desk: Desk, mail: Mail): MailWords {
  const { programme, contactAddress: contact } = desk.settings;
  const member = desk.memberRow(mail.memberId)?.entry;
  const known = { name: oneLine(member?.name ?? ''), programme, contact };
  switch (mail.kind) {
    case 'Acceptance confirmed': {
      const acceptance = acceptanceOf(desk, mail);
      const code = codeWithHash(acceptance.textHash);
      return acceptanceConfirmed({ ...known, acceptance, nextDue: member?.nextDue ?? null, code });
    }
    case 'Refusal confirmed':
      return refusalConfirmed({ ...known, acceptance: acceptanceOf(desk, mail) });
    case 'Personal link':
      return personalLink({ ...known, ...linkFor(desk, mail, member) });
    case 'Invitation':
      return invitation({ ...known, ...linkFor(desk, mail, member), version: mail.reference });
    case 'Notice of acceptance':
      return noticeOfAcceptance(noticeFacts(desk, mail));
    case 'Notice of refusal':
      return noticeOfRefusal(noticeFacts(desk, mail));
    case 'Notice to match':
      return noticeToMatch(noticeFacts(desk, mail));
    case 'Daily digest':
      return dailyDigest(mail.reference, digestFacts(desk, mail.reference));
    case null:
      throw new Error('no kind');
  }
}

let shipped: { hash: string; pieces: CodePiece[] } | undefined;

/** The text with this hash, in pieces; none when it is not the shipped one. Worked out once in a run. */
function codeWithHash(hash: string): CodePiece[] {
  shipped ??= { hash: hashCode(CODE_TEXT), pieces: parseCode(CODE_TEXT) };
  return hash === shipped.hash ? shipped.pieces : [];
}

function acceptanceOf(desk: Desk, mail: Mail): Acceptance {
  const row = desk.tables.acceptances.find(mail.reference);
  if (!row) throw new Error(`no acceptance ${mail.reference}`);
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

/** Her own link to the form; the same again when the mail is written again. */
function linkFor(desk: Desk, mail: Mail, member: Member | undefined): { link: string; expires: LocalDate } {
  if (!member) throw new Error(`no member ${mail.memberId}`);
  const from = mail.queued ? dateOf(mail.queued) : desk.today;
  const expires = addDays(from, desk.settings.linkDays);
  const version = desk.activeVersion?.version ?? '';
  const reference = makeReference(
    { purpose: 'acceptance', memberId: member.id, version, expires },
    desk.config.secret,
  );
  const { url, entries } = desk.config.link;
  const parameters = [`${entries.reference}=${encodeURIComponent(reference)}`];
  if (member.role && entries.role) parameters.push(`${entries.role}=${encodeURIComponent(member.role)}`);
  return { link: `${url}?usp=pp_url&${parameters.join('&')}`, expires };
}
