// Writes the mails that ask a member for her answer.

import {
  type Difference,
  invitation,
  linkAgain,
  newVersion,
  oldVersionAnswered,
  reminder,
} from '../content/asking-mails.ts';
import type { MailWords } from '../content/mail-words.ts';
import { REASONS } from '../content/problems.ts';
import { isRenewal, occasionOf } from '../domain/asking.ts';
import { addDays } from '../domain/calendar.ts';
import type { CodeVersion, Mail, Member } from '../domain/entries.ts';
import { toneOn } from '../domain/reminders.ts';
import type { Desk } from './desk.ts';
import { differenceBetween } from './differences.ts';
import { type PersonalLink, personalLink } from './personal-link.ts';

/** @param version the version in force, or one that is looked at before it is published */
export function askingMail(
  desk: Desk,
  mail: Pick<Mail, 'kind' | 'reference' | 'queued'>,
  member: Member,
  version: CodeVersion | undefined = desk.activeVersion,
): MailWords {
  if (!version) throw new Error(REASONS.noVersion);
  const { programme, contactAddress: contact } = desk.settings;
  const rules = desk.askingRules;
  const due = occasionOf(member, rules, desk.today)?.due ?? addDays(desk.today, rules.answerDays);
  const known = {
    name: member.name,
    programme,
    contact,
    version: version.version,
    due,
    ...linkFor(desk, mail, member),
  };
  switch (mail.kind) {
    case 'Invitation':
      return invitation(known);
    case 'New version':
      return newVersion({ ...known, why: version.why, difference: differenceFor(desk, member, version) });
    case 'Old version answered': {
      const answered = desk.tables.acceptances.find(mail.reference)?.entry.version ?? '';
      return oldVersionAnswered({ ...known, answered, difference: differenceFor(desk, member, version) });
    }
    case 'Reminder': {
      const tone = toneOn(mail.reference, rules.reminders, desk.today);
      return reminder({
        ...known,
        due: mail.reference,
        tone,
        acceptedOn: isRenewal(member) ? member.acceptedOn : null,
      });
    }
    default:
      return linkAgain(known);
  }
}

/** What changed since the version that she accepted last; null when one of the two texts is not kept. */
function differenceFor(desk: Desk, member: Member, version: CodeVersion): Difference | null {
  const accepted = desk.tables.codeVersions.find(member.acceptedVersion)?.entry;
  const changes = accepted ? differenceBetween(desk, accepted, version) : null;
  return changes && { since: member.acceptedVersion, changes };
}

/** Her own link to the acceptance form; the same again when the mail is written again. */
export function linkFor(desk: Desk, mail: Pick<Mail, 'queued'>, member: Member): PersonalLink {
  const answers: Record<string, string> = member.role ? { role: member.role } : {};
  return personalLink(desk, 'acceptance', member, {
    about: desk.activeVersion?.version ?? '',
    from: mail.queued,
    answers,
  });
}
