// The small dialog before a menu line that mails or changes much: what would happen, and then that it happened.

import { CONFIRM, MAIL_LINE, type MenuAction } from '../content/confirm-words.ts';
import { DONE } from '../content/done-words.ts';
import type { Mail } from '../domain/entries.ts';
import { mailsToSend } from '../domain/outbox.ts';
import { object, type Shape } from '../domain/shape.ts';
import { accountRunning } from '../google/session.ts';
import { readConfig } from './config.ts';
import { type Desk, openDesk } from './desk.ts';
import { fromDialog } from './desk-action.ts';
import { drainForms, takeUpForms } from './drain-forms.ts';
import { lookAtCode } from './look-at-code.ts';
import { sendWaitingMail, switchMail } from './mail-switch.ts';
import { lookNow } from './publishing.ts';

/** What the dialog shows. Without a `run` there is nothing to do, and no button for it. */
export interface Plan {
  lines: string[];
  /** How many mails of which kind, the most first. */
  kinds: [kind: string, mails: number][];
  /** To how many addresses. */
  people: number;
  /** Some of the mails, in words. */
  first: string[];
  run: string;
}

const SHOWN = 5;

const isAction = ((value) => Object.keys(DO).includes(String(value))) as Shape<MenuAction>;
const wish = object({ action: isAction });

/** Nothing is changed and nothing is sent: what would happen is worked out on registers that are then forgotten. */
export function readPlan(json: string): Plan & { title: string } {
  const { action } = fromDialog(wish, json);
  const desk = openDesk(readConfig(), action === 'checkForResponses' ? 'recent' : 'usual');
  return { title: CONFIRM[action].title, ...PLAN[action](desk) };
}

/** Does it. Answers what was done; doing it twice does no more. */
export function carryOut(json: string): string {
  return DO[fromDialog(wish, json).action]();
}

const DO: Record<MenuAction, () => string> = {
  sendWaitingMail,
  pauseMail: () => switchMail('Paused'),
  resumeMail: () => switchMail('On'),
  checkForResponses() {
    const taken = drainForms();
    return taken === null ? DONE.checkingElsewhere : DONE.checked(taken);
  },
  lookAtCodeNow: lookNow,
};

const PLAN: Record<MenuAction, (desk: Desk) => Plan> = {
  sendWaitingMail(desk) {
    const { none, leaves, noneToday, run } = CONFIRM.sendWaitingMail;
    const { owner } = desk.config;
    const { now, later } = waitingMails(desk);
    if (now.length + later === 0) return plan([none]);
    if (desk.settings.sending === 'Paused') return plan([CONFIRM.paused]);
    if (accountRunning() !== owner) return plan([CONFIRM.onlyOwner(owner)], '', desk, now);
    if (now.length === 0) return plan([noneToday(later)]);
    return plan([leaves(now.length, later)], run, desk, now);
  },
  pauseMail(desk) {
    const { already, what, cases, waiting, run } = CONFIRM.pauseMail;
    if (desk.settings.sending === 'Paused') return plan([already]);
    const mails = desk.tables.mailLog.entries.filter(isWaiting);
    return plan([what, cases, ...(mails.length > 0 ? [waiting] : [])], run, desk, mails);
  },
  resumeMail(desk) {
    const { already, what, run } = CONFIRM.resumeMail;
    if (desk.settings.sending !== 'Paused') return plan([already]);
    const { now, later } = waitingMails(desk);
    return plan([what(now.length, later)], run, desk, now);
  },
  checkForResponses(desk) {
    const { none, found, foundOnly, cases, run } = CONFIRM.checkForResponses;
    const before = new Set(desk.tables.mailLog.entries);
    const taken = takeUpForms(desk);
    const mails = desk.tables.mailLog.entries.filter((mail) => isWaiting(mail) && !before.has(mail));
    if (taken === 0) return plan([none, cases]);
    return plan([cases, (mails.length > 0 ? found : foundOnly)(taken)], run, desk, mails);
  },
  lookAtCodeNow(desk) {
    const { looked, nothing, follows, run } = CONFIRM.lookAtCodeNow;
    const before = new Set(desk.tables.mailLog.entries);
    const told = lookAtCode(desk);
    if (told === DONE.looked['nothing new']) return plan([looked, told, nothing]);
    const mails = desk.tables.mailLog.entries.filter((mail) => !before.has(mail));
    return plan([looked, told, follows], run, desk, mails);
  },
};

const isWaiting = ({ state }: Mail) => state === 'Queued';

/** The mails that may leave today, as if mail were on, and how many wait for later. */
function waitingMails(desk: Desk): { now: Mail[]; later: number } {
  const waiting = desk.tables.mailLog.entries.filter(isWaiting).length;
  const rules = { ...desk.outboxRules, paused: false };
  const now = mailsToSend(desk.tables.mailLog.entries, rules, desk.now, waiting);
  return { now, later: waiting - now.length };
}

function plan(lines: string[], run = '', desk?: Desk, mails: readonly Mail[] = []): Plan {
  const kinds = new Map<string, number>();
  for (const { kind } of mails) kinds.set(kind ?? '', (kinds.get(kind ?? '') ?? 0) + 1);
  const inWords = ({ kind, memberId, to }: Mail) =>
    MAIL_LINE(kind ?? '', desk?.memberRow(memberId)?.entry.name ?? to);
  return {
    lines,
    kinds: [...kinds].sort((a, b) => b[1] - a[1]),
    people: new Set(mails.map(({ to }) => to)).size,
    first: mails.slice(0, SHOWN).map(inWords),
    run,
  };
}
