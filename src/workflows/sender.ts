// Who sent a response of one of the Registers' forms, as far as the registers can tell.

import { type Identity, identify, type Roster } from '../domain/identity.ts';
import type { Purpose } from '../domain/reference.ts';
import type { FormResponseData } from '../google/form-responses.ts';
import type { Desk } from './desk.ts';

/** @param said the address and the reference as they stand in the response */
export function senderOf(
  desk: Desk,
  roster: Roster,
  purpose: Purpose,
  said: { email: string; reference: string },
  { signedInEmail }: Pick<FormResponseData, 'signedInEmail'>,
): Identity {
  return identify({ email: said.email, reference: said.reference, signedInEmail }, roster, {
    purpose,
    today: desk.today,
    secret: desk.config.secret,
    googleSignIn: desk.settings.googleSignIn === 'Yes',
  });
}
