// Her own link to the form about pictures.

import type { Mail, Member } from '../domain/entries.ts';
import type { Desk } from './desk.ts';
import { type PersonalLink, personalLink } from './personal-link.ts';

/** Her own link to the form about pictures; what she wants is filled in when the link is for that. */
export function imageLink(
  desk: Desk,
  mail: Pick<Mail, 'queued'>,
  member: Member,
  { about = '', want }: { about?: string; want?: string } = {},
): PersonalLink {
  const answers: Record<string, string> = want ? { want } : {};
  return personalLink(desk, 'image-opt-out', member, { about, from: mail.queued, answers });
}
