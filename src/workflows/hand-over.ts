// Handing over: the account that owns the automatic work names the next one, which then takes over in one step.
// Until that step the triggers of the one work and those of the other do nothing; after it, it is the other way round.

import { CASE_AUDIT } from '../content/case-words.ts';
import { HAND_OVER, HAND_OVER_AUDIT, HAND_OVER_PROBLEMS } from '../content/hand-over-words.ts';
import { addHours, dateOf } from '../domain/calendar.ts';
import { isAddress, mailboxOf, tidyAddress } from '../domain/email-address.ts';
import type { LocalDateTime } from '../domain/entries.ts';
import { object, text } from '../domain/shape.ts';
import { editorsOfSpreadsheet } from '../google/dialogs.ts';
import { permissionsOf, shareWith, stopSharing } from '../google/drive.ts';
import { sendAsAddresses } from '../google/gmail.ts';
import { addEditor } from '../google/hand-over.ts';
import { writeProperties, writeProperty } from '../google/properties.ts';
import { accountRunning } from '../google/session.ts';
import { ensureTriggers } from '../google/triggers.ts';
import type { Table } from '../registers/table.ts';
import { noteAsked } from './asked.ts';
import { type CaseDesk, openCaseDesk } from './case-desk.ts';
import { type Config, PROPERTY, readConfig } from './config.ts';
import { type Desk, openDesk } from './desk.ts';
import { act, fromDialog } from './desk-action.ts';
import { drainForms } from './drain-forms.ts';
import { drainReports } from './drain-reports.ts';
import { inConfidence } from './guard.ts';
import { canOpen, handedFiles } from './handed-files.ts';
import { leave } from './leave.ts';
import { makeLabels } from './mail-labels.ts';
import type { Posted } from './mail-run.ts';
import { isLeaving, noteLeaving, noteStaying } from './owner.ts';
import { Refusal } from './staff-error.ts';
import { inCasesTurn, inTurn, WAIT } from './turn.ts';
import { type TriggerHandlers, triggersOf } from './wanted-triggers.ts';

/** What the dialog needs under each account: the one that has the work, the one that is to take it over, any other. */
export function readForHandOver() {
  const config = readConfig();
  const account = accountRunning();
  const { owner, nextOwner: next = '' } = config;
  const isNext = account !== owner && tidyAddress(account) === next;
  const common = { account, owner, next };
  if (account === owner) {
    const others = editorsOfSpreadsheet().filter((email) => tidyAddress(email) !== tidyAddress(owner));
    return { ...common, role: 'owner', others };
  }
  if (!isNext) return { ...common, role: 'other', ended: leave() };
  const desk = openDesk(config);
  const contact = desk.settings.contactAddress;
  const files = handedFiles(desk).map((file) => ({ name: file.name, isOpen: canOpen(file) }));
  return { ...common, role: 'next', files, contact, sendsAs: sendsAs(contact) };
}

/** Whether this account may send as an address; null when Gmail does not tell. */
function sendsAs(address: string): boolean | null {
  try {
    return sendAsAddresses().some((one) => tidyAddress(one) === tidyAddress(address));
  } catch {
    return null;
  }
}

const wish = object({ email: text(1, 254) });

/** The owner's account says which one takes over, and lets it open everything. Answers what was done, line by line. */
export function nameNextOwner(json: string): string[] {
  const next = tidyAddress(fromDialog(wish, json).email);
  const config = ownersConfig();
  if (!isAddress(next)) throw new Refusal(HAND_OVER.noAddress);
  if (next === tidyAddress(config.owner)) throw new Refusal(HAND_OVER.sameAccount);
  if (config.nextOwner && config.nextOwner !== next)
    throw new Refusal(HAND_OVER.otherNamed(config.nextOwner));
  if (config.cases) onCases(config, (desk) => letIn(desk, next));
  else writeProperty(PROPERTY.nextOwner, next);
  const notShared = shareAll(openDesk(config), next);
  act((desk) => {
    noteStaying(desk);
    desk.problem(HAND_OVER_PROBLEMS.waits(config.owner, next), 'settings');
    desk.audit({ who: config.owner, what: HAND_OVER_AUDIT.named, subject: next, before: '', after: next });
  });
  return [HAND_OVER.named(next), ...(notShared.length > 0 ? [HAND_OVER.notShared(notShared)] : [])];
}

/** The owner's account keeps the work after all. Answers what was done. */
export function takeBack(): string {
  const config = ownersConfig();
  const { owner, nextOwner: next } = config;
  if (!next) throw new Refusal(HAND_OVER.onlyNamed(owner, ''));
  onCases(config, (desk) => shutOut(desk, next));
  act((desk) => {
    desk.solve({ what: HAND_OVER_PROBLEMS.waits(owner, next).what });
    desk.audit({ who: owner, what: HAND_OVER_AUDIT.takenBack, subject: next, before: next, after: '' });
  });
  writeProperty(PROPERTY.nextOwner, '');
  return HAND_OVER.takenBack(next);
}

/** The named account takes over. It can be begun again after any step. Answers what was done, line by line. */
export function takeOver(handlers: TriggerHandlers): string[] {
  const config = namedConfig();
  const closed = handedFiles(openDesk(config)).filter((file) => !canOpen(file));
  if (closed.length > 0) throw new Refusal(HAND_OVER.cannotOpen(closed.map(({ name }) => name)));
  makeLabels();
  ensureTriggers(triggersOf(config, handlers));
  inCasesTurn(WAIT.dialog, () => inTurn(WAIT.dialog, flip));
  // What came in meanwhile, a safety report perhaps, does not wait for the clock.
  drainReports();
  drainForms();
  return [HAND_OVER.tookOver(accountRunning(), config.owner), HAND_OVER.afterwards(config.owner)];
}

/** The step itself, while no other run works on registers or cases: one write of the properties. */
function flip(): void {
  const config = namedConfig();
  const { owner: before, nextOwner: next = '' } = config;
  const account = accountRunning();
  const desk = openDesk(config);
  const unsure = settleMails(desk.tables.mailLog, desk.now, before);
  for (const { memberId, ...mail } of unsure)
    if (memberId !== '') noteAsked(desk, { memberId, ...mail }, dateOf(mail.sent ?? desk.now));
  const ids = unsure.map(({ id }) => id);
  if (config.cases)
    inConfidence(() => {
      const cases = openCaseDesk(config);
      ids.push(...settleMails(cases.tables.mailLog, cases.now, before).map(({ id }) => id));
      noteLeaving(cases);
      cases.commit();
    });
  for (const id of ids) desk.problem(HAND_OVER_PROBLEMS.mailUnsure(id, before), 'mailLog');
  desk.solve({ what: HAND_OVER_PROBLEMS.waits(before, next).what });
  if (!isLeaving(desk))
    desk.audit({ who: account, what: HAND_OVER_AUDIT.tookOver, subject: account, before, after: account });
  noteLeaving(desk);
  desk.commit();
  writeProperties({
    [PROPERTY.owner]: account,
    [PROPERTY.nextOwner]: '',
    [PROPERTY.ownerSince]: desk.now,
  });
}

/** After so many hours, the account before looks no more whether a mail has left: nobody can sign in there, perhaps. */
const HOPELESS_HOURS = 2;

/**
 * A mail that was just leaving can be found in the mailbox of the account before, and nowhere else, so that account
 * finishes it first. Gives those for which it is too late: they are not sent again, and staff look for them.
 */
function settleMails<M extends Posted>(mailLog: Table<M>, now: LocalDateTime, before: string): M[] {
  const leaving = mailLog.rows.filter(({ entry }) => entry.state === 'Sending');
  const since = addHours(now, -HOPELESS_HOURS);
  if (leaving.some(({ entry }) => (entry.sent ?? now) > since))
    throw new Refusal(HAND_OVER.mailOnItsWay(before));
  for (const row of leaving)
    mailLog.update(row, { state: 'Failed', problem: HAND_OVER.mailUnsure(before) } as Partial<M>);
  return leaving.map(({ entry }) => entry);
}

function ownersConfig(): Config {
  const config = readConfig();
  if (accountRunning() !== config.owner) throw new Refusal(HAND_OVER.onlyOwner(config.owner));
  return config;
}

function namedConfig(): Config {
  const config = readConfig();
  const { owner, nextOwner = '' } = config;
  const account = accountRunning();
  if (account === owner) throw new Refusal(HAND_OVER.already);
  if (tidyAddress(account) !== nextOwner) throw new Refusal(HAND_OVER.onlyNamed(owner, nextOwner));
  return config;
}

/** Changes with whom Cases is shared, in turn. */
function onCases(config: Config, work: (desk: CaseDesk) => void): void {
  if (!config.cases) return;
  inConfidence(() =>
    inCasesTurn(WAIT.dialog, () => {
      const desk = openCaseDesk(config);
      work(desk);
      desk.commit();
    }),
  );
}

/** It is written down first whom it lets in: then she can be shut out again, whatever dies on the way. */
function letIn(desk: CaseDesk, next: string): void {
  if (isNamed(desk, next)) throw new Refusal(HAND_OVER.notHer);
  writeProperty(PROPERTY.nextOwner, next);
  shareWith(desk.where.id, next);
  desk.audit({ who: desk.config.owner, what: CASE_AUDIT.shared, subject: next, before: '', after: '' });
}

/** A handler stays one. */
function shutOut(desk: CaseDesk, next: string): void {
  if (desk.readers.map(tidyAddress).includes(next)) return;
  for (const { id, email } of permissionsOf(desk.where.id))
    if (tidyAddress(email) === next) stopSharing(desk.where.id, id);
  desk.audit({ who: desk.config.owner, what: CASE_AUDIT.unshared, subject: next, before: '', after: '' });
}

/** Whether she is named in a case that is open, other than as the one who reported it. */
function isNamed({ tables: { cases, people } }: CaseDesk, address: string): boolean {
  const open = new Set(cases.entries.filter(({ status }) => status !== 'Closed').map(({ number }) => number));
  return people.entries.some(
    ({ number, part, email }) =>
      open.has(number) && part !== 'Reporter' && mailboxOf(email) === mailboxOf(address),
  );
}

/** Gives the names of the files that could not be shared. */
function shareAll(desk: Desk, next: string): string[] {
  const files = handedFiles(desk).filter(({ id }) => id !== desk.config.cases?.id);
  return files.flatMap(({ kind, id, name }) => {
    try {
      addEditor(kind, id, next);
      return [];
    } catch {
      return [name];
    }
  });
}
