// Records the answer of a trial run: it takes the way of every answer, and counts nowhere.

import { TRIAL } from '../content/marks.ts';
import { localTime } from '../domain/calendar.ts';
import type { Acceptance, Mail } from '../domain/entries.ts';
import { readReference } from '../domain/reference.ts';
import { answersByKey, type FormResponseData } from '../google/form-responses.ts';
import { emptyEntry } from '../registers/register.ts';
import { REGISTERS } from '../registers/registers.ts';
import { composeMail } from './compose-mail.ts';
import type { Desk } from './desk.ts';

/** Whether a response is one, which only our own seal shows; then it has its row, and a mail to the owner is in line. */
export function recordTrial(desk: Desk, response: FormResponseData): boolean {
  const { config, now, tables } = desk;
  const { reference } = answersByKey(response, config.forms.acceptance.items);
  const reading = readReference(String(reference ?? ''), 'trial', desk.today, config.secret);
  if (!reading.ok) return false;
  const id = reading.reference.about;
  if (tables.acceptances.find(id)) return true;
  const row: Acceptance = emptyEntry(REGISTERS.acceptances);
  tables.acceptances.append({
    ...row,
    ...TRIAL,
    id,
    received: localTime(response.receivedMs),
    responseId: response.id,
  });
  const mail: Mail = emptyEntry(REGISTERS.mailLog);
  Object.assign(mail, { id, queued: now, kind: 'Trial run', to: config.owner, state: 'Queued' });
  tables.mailLog.append({ ...mail, subject: composeMail(desk, mail).subject });
  return true;
}
