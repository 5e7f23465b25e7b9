// Looks at the set-up every night: what is wrong becomes a problem for staff, and is ticked off when it has passed.

import { findingWords } from '../content/check-words.ts';
import { nightsAsText, readNights, withNight } from '../domain/check-account.ts';
import { FINDINGS, type Finding, type FindingName, levelOf } from '../domain/check-findings.ts';
import { log } from '../google/session.ts';
import { recall, remember } from '../registers/state.ts';
import {
  lookAtClocksAndRoom,
  lookAtForms,
  lookAtPermissions,
  lookAtRecord,
  lookAtWork,
} from './check-areas.ts';
import type { Desk } from './desk.ts';
import { clearTrials } from './trial-run.ts';

/** In State: when the night's work ran before and after a change of the clocks. */
export const NIGHTS_ROW = 'Nights';

/** What the night looks at, and which findings that can clear. The rest is told by other work already, or is not urgent. */
const AREAS: readonly { look: (desk: Desk) => Finding[]; about: readonly FindingName[] }[] = [
  { look: lookAtWork, about: ['triggers missing', 'triggers twice', 'triggers off', 'work stopped'] },
  { look: lookAtPermissions, about: ['permissions missing'] },
  { look: lookAtClocksAndRoom, about: ['zones differ', 'little room for rows'] },
  { look: (desk) => lookAtRecord(desk), about: ['texts changed', 'trail end differs'] },
  {
    look: (desk) => lookAtForms(desk),
    about: [
      'form lost',
      'form closed',
      'form not made',
      'form only for some',
      'questions changed',
      'companions missing',
    ],
  },
];

export function checkByNight(desk: Desk): void {
  clearTrials(desk);
  noteNight(desk);
  for (const { look, about } of AREAS) {
    try {
      tell(desk, look(desk), about);
    } catch (error) {
      // What cannot be looked at tonight stops nothing, and what was told stays.
      log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
}

function tell(desk: Desk, found: readonly Finding[], about: readonly FindingName[]): void {
  const wrong = found.filter((one) => levelOf(one) === 'wrong').map(findingWords);
  for (const words of wrong) desk.problem(words, 'settings');
  const stillTrue = new Set(wrong.map(({ what }) => what));
  const names = about.filter((name) => FINDINGS[name] === 'wrong');
  for (const name of names) desk.solve({ whatToDo: findingWords({ name, about: [] }).whatToDo }, stillTrue);
}

/** Once a night: so that it shows, after the clocks have changed, whether Google keeps the hour. */
function noteNight({ now, tables, today }: Desk): void {
  const nights = readNights(recall(tables.state, NIGHTS_ROW));
  if (nights.some(({ ran }) => ran.startsWith(today))) return;
  const minutes = Math.round((Date.parse(`${now}Z`) - Date.now()) / 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  const ahead = Math.abs(minutes);
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
  remember(tables.state, NIGHTS_ROW, nightsAsText(withNight(nights, { offset, ran: now })));
}
