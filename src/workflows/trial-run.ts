// The trial run: an answer of the system's own goes through the form, the register and the mail, and is cleared away.
// Whatever stops it, nothing of it counts: its answer bears a seal that makes it no member's, and each night clears up.

import { DECLINE } from '../content/acceptance-form.ts';
import { TRIAL_LEFT } from '../content/check-words.ts';
import { TRIAL } from '../content/marks.ts';
import { AUDIT } from '../content/tab-words.ts';
import { instantOf, localTime } from '../domain/calendar.ts';
import { isTrial, type TrialFacts, trialId, trialReference } from '../domain/check-trial.ts';
import { ordinaryPerDay, sentInADay } from '../domain/outbox.ts';
import { makeReference } from '../domain/reference.ts';
import { giveAnswer } from '../google/form-check.ts';
import { deleteResponse, openForm } from '../google/form-responses.ts';
import { binMessage, findSent } from '../google/gmail.ts';
import { accountRunning, log, personAtKeyboard } from '../google/session.ts';
import { emptyEntry, type Register } from '../registers/register.ts';
import { REGISTERS } from '../registers/registers.ts';
import type { Row, Table } from '../registers/table.ts';
import { readConfig } from './config.ts';
import { type Desk, openDesk } from './desk.ts';
import { drainOnce } from './drain-forms.ts';
import { inTurn, WAIT } from './turn.ts';

const NOTHING: Omit<TrialFacts, 'ran' | 'owner'> = {
  isRecorded: false,
  mail: null,
  mailWaits: false,
  left: [],
  seconds: 0,
  clockDiffers: null,
};

/** Makes one under the owner's account, which alone sends mail. */
export function makeTrial(): TrialFacts {
  const config = readConfig();
  const { owner, startedMs } = config;
  if (accountRunning() !== owner) return { ...NOTHING, owner, ran: 'other account' };
  const work = (): TrialFacts => {
    const form = openForm(config.forms.acceptance.id);
    if (!form.isPublished() || !form.isAcceptingResponses()) return { ...NOTHING, owner, ran: 'form closed' };
    const id = trialId(localTime(startedMs));
    const reference = makeReference(trialReference(id), config.secret);
    const answers = { name: TRIAL.name, email: owner, reference, answer: DECLINE };
    const { items } = config.forms.acceptance;
    const submittedMs = Date.now();
    giveAnswer(
      form,
      Object.fromEntries(Object.entries(answers).map(([key, answer]) => [items[key] ?? '', answer])),
    );
    drainOnce(config, { form }, ['acceptance']);
    const seconds = Math.round((Date.now() - submittedMs) / 1000);
    const desk = openDesk(config);
    const facts = { ...outcomeOf(desk, id, submittedMs), owner, seconds, ran: 'yes' as const };
    const left = clearTrials(desk, personAtKeyboard());
    desk.commit();
    return { ...facts, left };
  };
  return inTurn(WAIT.dialog, work);
}

function outcomeOf({ now, outboxRules, tables }: Desk, id: string, submittedMs: number) {
  const answer = tables.acceptances.find(id)?.entry;
  const mail = tables.mailLog.find(id)?.entry;
  const isUsedUp = sentInADay(tables.mailLog.entries, now) >= ordinaryPerDay(outboxRules);
  const received = answer?.received ? instantOf(answer.received) : null;
  return {
    isRecorded: answer !== undefined,
    mail: mail?.state ?? null,
    mailWaits: outboxRules.paused || isUsedUp,
    clockDiffers: received === null ? null : Math.round(Math.abs(received - submittedMs) / 1000),
  };
}

/**
 * Clears away what trial runs have left: first the answer in the form, so that no drain records it anew, then the rows.
 * One line of the trail tells it. Does nothing, and costs nothing, when there is nothing. Says what could not be cleared.
 */
export function clearTrials(desk: Desk, who?: string): string[] {
  const { acceptances, mailLog } = desk.tables;
  const answers = acceptances.rows.filter(({ entry }) => isTrial(entry));
  const mails = mailLog.rows.filter(({ entry }) => isTrial(entry));
  const left = new Set<string>();
  const cleared = new Set<string>();
  const attempt = (what: string, id: string, work: () => void) => {
    try {
      work();
      cleared.add(id);
    } catch (error) {
      log(String(error));
      left.add(what);
    }
  };
  for (const row of answers)
    attempt(TRIAL_LEFT.answer, row.entry.id, () => {
      deleteResponse(openForm(desk.config.forms.acceptance.id), row.entry.responseId);
      empty(acceptances, row, REGISTERS.acceptances);
    });
  for (const row of mails)
    attempt(TRIAL_LEFT.mail, row.entry.id, () => {
      const { gmailId, id, state } = row.entry;
      const sent = gmailId || (state === 'Sending' ? findSent(id) : null);
      if (sent) binMessage(sent);
      empty(mailLog, row, REGISTERS.mailLog);
    });
  for (const subject of cleared) desk.audit({ who, what: AUDIT.trial, subject, before: '', after: '' });
  return [...left];
}

/** Empties the cells of a row; a commit finds the row again when people have moved it meanwhile. */
function empty<E extends object>(table: Table<E>, row: Row<E>, register: Register<E>): void {
  table.update(row, emptyEntry(register));
}
