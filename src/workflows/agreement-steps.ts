// Carries out one step of a disclosure agreement: its row, the audit trail, and who is told.

import { PROBLEMS } from '../content/problems.ts';
import { NOT_SENT } from '../content/remarks.ts';
import { AUDIT } from '../content/tab-words.ts';
import {
  type AgreementNotice,
  type AgreementRefusal,
  type AgreementStep,
  afterStep,
  asProven,
  hasEnded,
  isChanged,
  partyOf,
} from '../domain/agreements.ts';
import type { LocalDateTime, Mail, MailKind } from '../domain/entries.ts';
import type { Agreement } from '../domain/image-entries.ts';
import { mayNotifyToMatch } from '../domain/outbox.ts';
import type { Row } from '../registers/table.ts';
import { agreementOf } from './agreement-links.ts';
import type { Desk } from './desk.ts';
import { queueForMember, queueForStaff } from './outbox.ts';

const KIND = {
  'asked to confirm': 'Agreement to confirm',
  'waits for the other': 'Agreement waits',
  'in force': 'Agreement in force',
  revoked: 'Agreement ended',
  expired: 'Agreement ended',
  'to match': 'Notice of agreement',
} as const satisfies Record<AgreementNotice['what'], MailKind>;

/** Whether a mail about an agreement still fits how it stands, and nobody has changed it by hand. A link that was asked for always does. */
export function isStillTrue({ kind, memberId, reference }: Mail, agreement: Agreement): boolean {
  const { id, status, starterConfirmed, otherConfirmed } = agreement;
  if (isChanged(agreement)) return false;
  const isOpen = status === 'Waiting' || status === 'To match';
  const part = partyOf(agreement, memberId);
  if (kind === 'Agreement to confirm' && reference === id)
    return isOpen && part !== null && (part === 'starter' ? starterConfirmed : otherConfirmed) === null;
  if (kind === 'Agreement waits') return isOpen;
  if (kind === 'Agreement in force') return status === 'In force';
  return kind !== 'Agreement ended' || hasEnded(agreement);
}

export interface StepBy {
  who?: string;
  /** What the trail holds of it, beside the status. */
  details?: readonly string[];
  /** What is added to the lines of its steps when it took effect. */
  line?: string;
  /** Nobody is told. */
  isQuiet?: boolean;
}

/** @param given the agreement as the step finds it, when that differs from what its row says */
export function takeStep(
  desk: Desk,
  row: Row<Agreement>,
  action: AgreementStep,
  at: LocalDateTime,
  { who, details = [], line, isQuiet }: StepBy = {},
  given = asProven(row.entry),
): { refused: AgreementRefusal | null; told: readonly string[] } {
  const { agreements } = desk.tables;
  const { agreement, tell, refused } = afterStep(given, action, at);
  if (agreement === given) return { refused, told: [] };
  const { id } = agreement;
  const before = row.entry.status ?? '';
  const isDone = refused === null;
  const changes = Object.entries(agreement).filter(
    ([field, value]) => action.step === 'match' || value !== given[field as keyof Agreement],
  );
  const responseIds = isDone && line ? [row.entry.responseIds, line].filter(Boolean).join('\n') : undefined;
  agreements.update(row, { ...Object.fromEntries(changes), ...(responseIds && { responseIds }) });
  const after = [agreement.status ?? '', ...(isDone ? details : [])]
    .filter((part) => part !== '')
    .join(' | ');
  desk.audit({ who, what: AUDIT.agreement[isDone ? action.step : 'day'], subject: id, before, after });
  if (agreement.status !== 'To match')
    for (const problem of [PROBLEMS.agreementToMatch(id), PROBLEMS.agreementMembers(id)])
      desk.solve({ what: problem.what });
  desk.solve({ what: PROBLEMS.agreementChanged(id).what });
  takeBackMails(desk, agreement);
  return { refused, told: (isQuiet ? [] : tell).map((notice) => tellOne(desk, agreement, notice)) };
}

/** Mails in line that no longer fit are not sent. */
function takeBackMails({ tables: { mailLog } }: Desk, agreement: Agreement): void {
  for (const row of mailLog.rows) {
    const mail = row.entry;
    if (mail.state !== 'Queued' || agreementOf(mail.reference) !== agreement.id) continue;
    if (!isStillTrue(mail, agreement))
      mailLog.update(row, { state: 'Cancelled', problem: NOT_SENT.noLongerNeeded });
  }
}

/** Gives the Member ID of who was told; empty for staff, and for who is no longer on the roster. */
function tellOne(desk: Desk, { id, starter, other }: Agreement, { to, what }: AgreementNotice): string {
  if (to === 'staff') {
    desk.problem(PROBLEMS.agreementToMatch(id), 'agreements');
    if (mayNotifyToMatch(desk.tables.mailLog.entries, desk.now, KIND['to match']))
      queueForStaff(desk, KIND['to match'], id);
    return '';
  }
  const member = desk.memberRow(to === 'starter' ? starter : other)?.entry;
  if (member) queueForMember(desk, KIND[what], member, id);
  return member?.id ?? '';
}
