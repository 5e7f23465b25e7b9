// Takes every response of the form about pictures that is not in the register yet.

import { readImageAnswers } from '../content/image-form.ts';
import { localTime } from '../domain/calendar.ts';
import type { Roster } from '../domain/identity.ts';
import { answersByKey, type FormResponseData } from '../google/form-responses.ts';
import type { Desk } from './desk.ts';
import { confirmOptOuts, recordOptOut, takenUpBefore } from './record-opt-out.ts';
import { senderOf } from './sender.ts';
import { type DrainOptions, readFrom, takeUp } from './take-up.ts';

export function takeUpOptOuts(desk: Desk, roster: Roster, options: DrainOptions): number {
  let latest = '';
  for (const { received, channel } of desk.tables.optOuts.entries)
    if (channel === 'Form' && received !== null && received > latest) latest = received;
  const from = options.everything ? '' : readFrom(latest);
  const responseIds = { has: takenUpBefore(desk) };
  return takeUp(desk, 'image-opt-out', { register: 'optOuts', responseIds, from }, options, (response) =>
    recordResponse(desk, roster, response),
  );
}

function recordResponse(desk: Desk, roster: Roster, response: FormResponseData): void {
  const items = desk.config.forms['image-opt-out']?.items ?? {};
  const { isConfirmation, reference, ...said } = readImageAnswers(answersByKey(response, items));
  const request = {
    ...said,
    identity: senderOf(desk, roster, 'image-opt-out', { email: said.email, reference }, response),
    channel: 'Form',
    responseId: response.id,
    received: localTime(response.receivedMs),
  } as const;
  if (isConfirmation) confirmOptOuts(desk, roster, request);
  else recordOptOut(desk, roster, request);
}
