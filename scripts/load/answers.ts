// The load of answers: many members send forms within ten minutes, fifty of them at once now and then.

import { addDays } from '../../src/domain/calendar.ts';
import { deskToMeasure } from '../bench/desk.ts';
import { Cases, DANGER } from '../desk/cases.ts';
import type { Desk, Person } from '../desk/desk.ts';
import { membersNumbered, type NumberedMember } from '../desk/numbered-members.ts';
import { Pictures, typed } from '../desk/pictures.ts';
import { lookOverDesk } from '../explorer/invariants.ts';
import type { ScriptFile } from '../local-workspace/index.ts';
import { Random } from '../local-workspace/kernel/random.ts';
import { Store } from '../local-workspace/kernel/store.ts';
import type { CallHook } from '../local-workspace/script/execution.ts';
import { todayOf } from '../rehearsal/rehearsed-desk.ts';
import type { Load } from './loads.ts';
import { Meter } from './meter.ts';

const MINUTE = 60_000;
const TEN = 10 * MINUTE;
const DAY = 24 * 60 * MINUTE;
/** So many come in the same second, more than Google runs at the same time. */
const WAVE = 50;
/** Of twenty answers one is about pictures and one a report; the others accept the Code. */
const EVERY = 20;
const MOST_DAYS = 10;
const THANKS = /^Thank you/;

interface Arrival {
  readonly at: number;
  readonly send: () => unknown;
}

export function loadOfAnswers(files: readonly ScriptFile[], count: number): Load {
  const people = membersNumbered(count);
  const desk = deskToMeasure(files, { members: people });
  desk.minutes(11);
  const meter = new Meter(desk);
  const began = desk.workspace.now();
  desk.workspace.overlapping = true;
  comeIn(desk, meter, arrivals(desk, people));
  const registeredMs = untilRegistered(desk, meter) - began;
  for (let day = 0; day < MOST_DAYS && waiting(desk); day++) meter.note(desk.workspace.advance('P1D'));
  for (const work of ['everyNight', 'everyMorning']) meter.run(work);
  const cost = meter.end();
  const findings = lookOverDesk({ desk, cases: new Cases(desk) });
  findings.stuck.push(...meter.failures);
  if (waiting(desk)) findings.stuck.push(`Mails wait after ${MOST_DAYS} days`);
  lookAtThanks(desk, people, findings);
  lookAtBudget(desk, findings);
  desk.workspace.close();
  return { what: 'answers within ten minutes', count, registeredMs, ...cost, findings };
}

const isFor = (index: number, which: number) => index % EVERY === which;
const accepts = (index: number) => !isFor(index, 3) && !isFor(index, 7);

/** Half of them come in waves, the others one by one. */
function arrivals(desk: Desk, people: readonly NumberedMember[]): Arrival[] {
  const pictures = new Pictures(desk);
  const cases = new Cases(desk);
  const chance = new Random(new Store(), 1);
  const began = desk.workspace.now();
  const expires = addDays(todayOf(desk), 60);
  const send = (person: NumberedMember, index: number) => {
    if (isFor(index, 7)) return () => cases.send(DANGER);
    if (isFor(index, 3)) {
      const own = pictures.linkFor(person.id);
      return () => pictures.send(own, person, typed({ kind: 'No future pictures' }));
    }
    const own = desk.sealedLink(person, '2025-06-04', expires);
    return () => desk.answer(own, person);
  };
  let wave = 0;
  const all = people.map((person, index) => {
    if (index % WAVE === 0) wave = chance.next();
    const share = index % (2 * WAVE) < WAVE ? wave : chance.next();
    return { at: began + Math.floor((share * TEN) / 1_000) * 1_000, send: send(person, index) };
  });
  return all.sort((a, b) => a.at - b.at);
}

/** Each is sent in its second, also while runs are under way. */
function comeIn(desk: Desk, meter: Meter, coming: Arrival[]): void {
  const { workspace } = desk;
  const sendDue = () => {
    while (coming[0] && coming[0].at <= workspace.now()) coming.shift()?.send();
  };
  const hook: CallHook = { before: sendDue };
  workspace.runner.hooks.add(hook);
  while (coming[0]) {
    meter.note(workspace.advanceTo(Math.max(coming[0].at, workspace.now())));
    sendDue();
    meter.note(workspace.settle());
  }
  workspace.runner.hooks.delete(hook);
}

/** When the last answer is in its register, milliseconds since 1970. */
function untilRegistered(desk: Desk, meter: Meter): number {
  const cases = new Cases(desk);
  const sent = desk.workspace.forms
    .all()
    .reduce((sum, { id }) => sum + desk.workspace.forms.responses(id).length, 0);
  const registered = () =>
    desk.register('Acceptances').length +
    desk.register('Opt-outs').length +
    cases.register('Cases').length +
    cases.register('Questions').length;
  const latest = desk.workspace.now() + DAY;
  while (registered() < sent && desk.workspace.now() < latest) meter.note(desk.minutes(1));
  return desk.workspace.now();
}

const waiting = (desk: Desk): boolean =>
  [...desk.register('Mail log'), ...new Cases(desk).register('Mail log')].some(
    ({ State }) => State === 'Queued',
  );

/** Whoever accepted is thanked once, and nobody else. */
function lookAtThanks(desk: Desk, people: readonly Person[], { lost, doubled }: Load['findings']): void {
  for (const [index, { email }] of people.entries()) {
    const thanks = desk.subjects(email).filter((subject) => THANKS.test(subject)).length;
    if (thanks < Number(accepts(index))) lost.push(`The thanks to ${email}`);
    if (thanks > Number(accepts(index))) doubled.push(`The thanks to ${email}, ${thanks} times`);
  }
}

/** In no 24 hours more mails leave than Settings allow. */
function lookAtBudget(desk: Desk, { stuck }: Load['findings']): void {
  const { gmail, owner } = desk.workspace;
  const setting = desk.register('Settings').find(({ Setting }) => Setting === 'Mails a day at most');
  const times = Array.from({ length: gmail.mailboxes.count(owner) }, (_, place) =>
    gmail.mailboxes.at(owner, place),
  )
    .filter((mail) => mail?.labelIds.includes('SENT'))
    .map((mail) => Number(mail?.internalDate));
  const allowed = Number(setting?.Value || setting?.Default);
  for (const [at, time] of times.entries())
    if ((times[at + allowed] ?? Number.POSITIVE_INFINITY) - time < DAY - TEN) {
      stuck.push(`More than ${allowed} mails left in a day`);
      return;
    }
}
