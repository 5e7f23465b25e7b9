// Finds the answers of one member in the forms of the registers, also those that have left no row, and deletes them.

import type { AboutMember } from '../domain/about-member.ts';
import { type Purpose, readReference } from '../domain/reference.ts';
import {
  answersByKey,
  deleteResponse,
  openForm,
  readResponses,
  responseData,
} from '../google/form-responses.ts';
import { FORM_PROPERTY } from './config.ts';
import type { Desk } from './desk.ts';

/** @param known ids of responses in rows that are hers */
export function deleteFormAnswersOf(
  desk: Desk,
  memberId: string,
  about: AboutMember,
  known: ReadonlySet<string>,
): void {
  for (const purpose of Object.keys(FORM_PROPERTY) as Purpose[]) {
    const place = desk.config.forms[purpose];
    if (!place) continue;
    const form = openForm(place.id);
    for (const response of readResponses(form, null)) {
      const data = responseData(response, desk.settings.googleSignIn === 'Yes');
      const answers = Object.entries(answersByKey(data, place.items));
      const emails = answers
        .filter(([key]) => /(^|\.)email$/.test(key))
        .map(([, value]) => String(value ?? ''));
      const reference = String(answers.find(([key]) => key === 'reference')?.[1] ?? '');
      const reading = readReference(reference, purpose, desk.today, desk.config.secret);
      const linkOf = reading.ok
        ? reading.reference.memberId
        : reading.why === 'expired'
          ? reading.memberId
          : '';
      const isHers =
        known.has(data.id) ||
        [data.signedInEmail, ...emails].some(about.isHers) ||
        (linkOf === memberId && !emails.some(about.isOthers));
      if (isHers) deleteResponse(form, data.id);
    }
  }
}
