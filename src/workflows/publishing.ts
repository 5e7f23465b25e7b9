// The dialog “Publish a new version…”: first a rehearsal of what would happen, then it happens or is stopped.

import { inWords, timeInWords } from '../content/dates.ts';
import { DONE } from '../content/done-words.ts';
import { asPlainText } from '../content/mail-words.ts';
import { REFUSALS } from '../content/problems.ts';
import { AUDIT } from '../content/tab-words.ts';
import { asksOn } from '../domain/asking.ts';
import { addDays, daysBetween } from '../domain/calendar.ts';
import type { CodeVersion, LocalDate, Member } from '../domain/entries.ts';
import { leavingDays, ordinaryPerDay, roomLeft } from '../domain/outbox.ts';
import { object, text, yesOrNo } from '../domain/shape.ts';
import { answersIn, standingOf, versionsThatCount } from '../domain/standing.ts';
import { oneLine } from '../domain/text.ts';
import { accountRunning, personAtKeyboard } from '../google/session.ts';
import type { Row } from '../registers/table.ts';
import { queueAsks } from './asking.ts';
import { auditVersion } from './audit-version.ts';
import { askingMail } from './compose-asking.ts';
import type { Desk } from './desk.ts';
import { act, fromDialog } from './desk-action.ts';
import { changedClauses } from './differences.ts';
import { lookAtCode } from './look-at-code.ts';
import { bringFormUpToDate, publish } from './publish.ts';
import { Refusal } from './staff-error.ts';

const order = object({
  version: text(),
  editorial: yesOrNo,
  why: text(0, 500),
});

/** Looks at the document, and shows the version that waits with all that publishing it would bring. */
export function readForPublishing() {
  return act((desk) => {
    const look = lookAtCode(desk);
    const row = candidate(desk);
    if (!row) return { look, found: null };
    const { version, status, published, why, change } = row.entry;
    const found = {
      version,
      printed: inWords(version),
      planned: status === 'Waiting' ? timeInWords(published) : '',
      why,
      editorial: change === 'Editorial',
      changed: changedClauses(desk, desk.activeVersion, row.entry),
      ...rehearsal(desk, row.entry),
    };
    return { look, found };
  });
}

/** The newest version that is recorded and not published. */
function candidate(desk: Desk): Row<CodeVersion> | undefined {
  const active = desk.activeVersion?.version ?? '';
  return desk.tables.codeVersions.rows
    .filter(({ entry }) => (entry.status === 'Waiting' || entry.status === 'Draft') && entry.version > active)
    .sort((a, b) => (a.entry.version < b.entry.version ? 1 : -1))[0];
}

/** Who would be written to, from when to when, and what three of them would read. */
function rehearsal(desk: Desk, version: CodeVersion) {
  const asked = membersAsked(desk, version);
  const perDay = ordinaryPerDay(desk.outboxRules);
  const left = roomLeft(desk.tables.mailLog.entries, { ...desk.outboxRules, paused: false }, desk.now);
  const from = asked.map(({ before }) => (before ? addDays(before, desk.settings.quietDays) : ''));
  const [first, last] = leavingDays(from, desk.today, left, perDay);
  const samples = [asked[0], asked[asked.length - 1], asked[Math.floor(asked.length / 2)]];
  return {
    count: asked.length,
    days: asked.length && daysBetween(first, last) + 1,
    first: inWords(first),
    last: inWords(last),
    paused: desk.outboxRules.paused,
    previews: [...new Set(samples)].flatMap((member) => (member ? [previewOf(desk, member, version)] : [])),
  };
}

/**
 * The members as they would be asked if the version were in force and not editorial, in their order; the quiet days
 * after the mail of the day `before` count for nothing here.
 */
function membersAsked(desk: Desk, version: CodeVersion): (Member & { before: LocalDate | null })[] {
  const { members, acceptances, codeVersions } = desk.tables;
  const others = codeVersions.entries
    .filter((known) => known.version !== version.version)
    .map((known) => (known.status === 'Active' ? ({ ...known, status: 'Retired' } as const) : known));
  const counting = versionsThatCount([...others, { ...version, status: 'Active', change: 'Material' }]);
  const inForce = desk.activeVersion?.version ?? '';
  const answersOf = answersIn(acceptances.entries, acceptances.isRecent, inForce);
  const imagined = members.entries.map((member) => ({
    ...member,
    ...standingOf(member, answersOf(member), counting, desk.settings, desk.today),
    lastAsked: null,
    before: member.lastAsked,
  }));
  const rules = { ...desk.askingRules, version: version.version, since: version.version };
  return asksOn(imagined, rules, desk.today)
    .filter(({ ask }) => ask.isFirst)
    .map(({ member }) => member);
}

function previewOf(desk: Desk, member: Member, version: CodeVersion) {
  const kind = member.acceptedVersion === '' ? 'Invitation' : 'New version';
  const mail = { kind, reference: version.version, queued: desk.now } as const;
  const words = askingMail(desk, mail, { ...member, nextDue: null, askedFor: '' }, version);
  return { name: member.name, subject: words.subject, text: asPlainText(words, '', '') };
}

/** Publishes it now. Answers what was done. */
export function publishNow(json: string): string {
  const sent = fromDialog(order, json);
  return act((desk) => {
    const row = candidate(desk);
    if (row?.entry.version !== sent.version) throw new Refusal(REFUSALS.versionGone);
    const count = sent.editorial ? 0 : membersAsked(desk, row.entry).length;
    const change = sent.editorial ? 'Editorial' : 'Material';
    desk.tables.codeVersions.update(row, { change, why: oneLine(sent.why) });
    publish(desk, row, personAtKeyboard());
    if (accountRunning() === desk.config.owner) {
      bringFormUpToDate(desk);
      queueAsks(desk);
    }
    return DONE.published(sent.version, count);
  });
}

/** Keeps what was written about it, and does not let it be published by itself. Answers what was done. */
export function stopVersion(json: string): string {
  const sent = fromDialog(order, json);
  return act((desk) => {
    const row = candidate(desk);
    if (row?.entry.version !== sent.version) throw new Refusal(REFUSALS.versionGone);
    const { status } = row.entry;
    const change = sent.editorial ? 'Editorial' : 'Material';
    desk.tables.codeVersions.update(row, {
      change,
      why: oneLine(sent.why),
      status: 'Draft',
      published: null,
      publishedBy: '',
    });
    const who = personAtKeyboard();
    auditVersion(desk, row, AUDIT.stopped, { who, before: status ?? '', after: ['Draft'] });
    return DONE.stopped(sent.version);
  });
}

/** Keeps what was written about it; it goes on waiting. Answers what was done. */
export function keepVersion(json: string): string {
  const sent = fromDialog(order, json);
  return act((desk) => {
    const row = candidate(desk);
    if (row?.entry.version !== sent.version) throw new Refusal(REFUSALS.versionGone);
    const change = sent.editorial ? 'Editorial' : 'Material';
    if (desk.tables.codeVersions.update(row, { change, why: oneLine(sent.why) }))
      auditVersion(desk, row, AUDIT.kept, { who: personAtKeyboard(), after: [change] });
    return DONE.kept(sent.version);
  });
}

/** The menu line that only looks. Answers what was found. */
export function lookNow(): string {
  return act((desk) => lookAtCode(desk));
}
