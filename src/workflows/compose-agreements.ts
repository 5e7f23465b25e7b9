// Writes the mails about disclosure agreements; only the two members get to read what may be told.

import { WISHES, type Wish } from '../content/agreement-form.ts';
import {
  agreementEnded,
  agreementEndLink,
  agreementInForce,
  agreementLookedAt,
  agreementToConfirm,
  agreementToProve,
  agreementWaits,
  nameInMail,
  noticeOfAgreement,
} from '../content/agreement-mails.ts';
import type { MailWords } from '../content/mail-words.ts';
import { REASONS } from '../content/problems.ts';
import { asProven, hasEnded, isChanged, partyOf } from '../domain/agreements.ts';
import type { Mail, Member } from '../domain/entries.ts';
import { oneLine } from '../domain/text.ts';
import { agreementOf } from './agreement-links.ts';
import type { Desk } from './desk.ts';
import { personalLink } from './personal-link.ts';

/** @param member nobody, for a mail to staff */
export function agreementMail(desk: Desk, mail: Mail, member: Member | undefined): MailWords {
  const id = agreementOf(mail.reference);
  if (mail.kind === 'Notice of agreement') return noticeOfAgreement(id, desk.linkTo('agreements'));
  const entry = desk.tables.agreements.find(id)?.entry;
  const agreement = entry && asProven(entry);
  const part = member && agreement && partyOf(agreement, member.id);
  if (!part) throw new Error(REASONS.noAgreement(id));
  const { starter, other, otherName, starterConfirmed, otherConfirmed } = agreement;
  const { programme, contactAddress: contact } = desk.settings;
  const isHers = part === 'starter';
  // Until the other one has said yes, who started it reads the name that she typed herself, once it is proven that she did.
  const isKnown = !isHers || (starterConfirmed !== null && otherConfirmed !== null);
  const onRoster = isKnown ? desk.memberRow(isHers ? other : starter)?.entry.name : undefined;
  const wish: Wish = mail.kind === 'Agreement to confirm' && mail.reference === id ? 'confirm' : 'end';
  const { link, expires: linkUntil } = personalLink(desk, 'agreement', member, {
    about: id,
    from: mail.queued,
    answers: { wish: WISHES[wish], [`${wish}.number`]: id },
  });
  const name = oneLine(member.name);
  const known = {
    agreement,
    name,
    programme,
    contact,
    with: nameInMail(onRoster ?? (isHers && starterConfirmed !== null ? otherName : '')),
    isHers,
    link,
    linkUntil,
  };
  if (isChanged(agreement)) return agreementLookedAt(known);
  switch (mail.kind) {
    case 'Agreement to confirm':
      if (hasEnded(agreement)) return agreementEnded(known);
      if (wish === 'end') return agreementEndLink(known);
      return (isHers ? agreementToProve : agreementToConfirm)(known);
    case 'Agreement waits':
      return agreementWaits(known);
    case 'Agreement in force':
      return agreementInForce({ ...known, isActive: member.status === 'Active' });
    default:
      return agreementEnded(known);
  }
}
