// The dialog “Their data…”: everything held about one member outside Cases, in plain words, to hand over to her.

import { inWords } from '../content/dates.ts';
import { TICKED } from '../content/evidence-words.ts';
import { REFUSALS } from '../content/problems.ts';
import { AUDIT } from '../content/tab-words.ts';
import { asProven, partyOf } from '../domain/agreements.ts';
import type { Agreement } from '../domain/image-entries.ts';
import { object, text } from '../domain/shape.ts';
import { personAtKeyboard } from '../google/session.ts';
import { type AnyRegister, columnsOf } from '../registers/register.ts';
import { REGISTERS, type RegisterName } from '../registers/registers.ts';
import type { Row } from '../registers/table.ts';
import { aboutHer } from './about-member.ts';
import type { Desk } from './desk.ts';
import { act, fromDialog } from './desk-action.ts';
import { ownCellsOf } from './own-columns.ts';
import { Refusal } from './staff-error.ts';
import { findLines } from './trail-blocks.ts';

const choice = object({ memberId: text() });

/** One row of a tab: where it stands, and what stands in it, by heading. */
export interface HeldRow {
  row: number;
  cells: [heading: string, value: string][];
}

export interface HeldTab {
  tab: string;
  rows: HeldRow[];
}

/** The registers that may say something about her, in the order in which she reads them. */
const SHOWN = [
  'members',
  'acceptances',
  'optOuts',
  'takedowns',
  'agreements',
  'mailLog',
  'mailbox',
  'followUps',
  'problems',
] as const satisfies readonly RegisterName[];

/** Signs of the system that tell nothing of her. */
const SIGNS = ['seal', 'print', 'steps', 'toDo', 'fingerprint'];

/** That it was handed out stands in the trail first. */
export function theirData(json: string) {
  const { memberId } = fromDialog(choice, json);
  const { desk, member } = act((opened) => {
    if (memberId === '') throw new Refusal(REFUSALS.chooseMember);
    const row = opened.memberRow(memberId);
    if (!row) throw new Refusal(REFUSALS.memberGone);
    const what = AUDIT.theirData;
    opened.audit({ who: personAtKeyboard(), what, subject: memberId, before: '', after: '' });
    return { desk: opened, member: row.entry };
  }, 'everything');
  const about = aboutHer(desk, member);
  const tabs = SHOWN.map((name): HeldTab => {
    const rows = desk.tables[name].rows as Row<never>[];
    const isAbout = about[name] as (entry: never) => boolean;
    return {
      tab: REGISTERS[name].tab,
      rows: rows
        .filter(({ entry }) => isAbout(entry))
        .map(({ index, entry }) => ({ row: index + 1, cells: shown(desk, name, entry, memberId) })),
    };
  });
  const { registersId: id, tabs: places } = desk.config;
  const { lines } = findLines(REGISTERS, { id, tabs: places }, about.auditTrail);
  const trail: HeldTab = {
    tab: REGISTERS.auditTrail.tab,
    rows: lines.map(({ row, entry }) => ({ row, cells: cellsOf(REGISTERS.auditTrail, entry) })),
  };
  const { programme, contactAddress: contact } = desk.settings;
  const forms = desk.config.forms;
  return {
    member: { id: member.id, name: member.name },
    made: inWords(desk.today),
    by: personAtKeyboard(),
    programme,
    contact,
    tabs: [...tabs, trail].filter(({ rows }) => rows.length > 0),
    forms: (Object.keys(forms) as (keyof typeof forms)[]).filter((purpose) => forms[purpose]).length,
  };
}

function shown(desk: Desk, name: RegisterName, entry: object, memberId: string): HeldRow['cells'] {
  if (name === 'members') return [...cellsOf(REGISTERS.members, entry), ...ownCellsOf(desk, memberId)];
  if (name !== 'agreements') return cellsOf(REGISTERS[name], entry);
  return cellsOf(REGISTERS.agreements, herSide(desk, entry as Agreement, memberId));
}

/** What she knows of an agreement herself: the other one's number stays out, and her name as far as mails have told it. */
function herSide(desk: Desk, agreement: Agreement, memberId: string): Partial<Agreement> {
  const { id, started, status, expires, revoked } = agreement;
  const part = partyOf(asProven(agreement), memberId);
  // Named by somebody else, who has not proven herself: she has not heard of it.
  if (part === null) return { id, started, status };
  const isHers = part === 'starter';
  const { starterConfirmed, otherConfirmed, scope, otherName } = agreement;
  const isAgreed = starterConfirmed !== null && otherConfirmed !== null;
  const nameOf = (of: string) => desk.memberRow(of)?.entry.name;
  const name = isHers ? (isAgreed && nameOf(agreement.other)) || otherName : nameOf(agreement.starter);
  const confirmed = isHers ? starterConfirmed : otherConfirmed;
  const known = { id, started, otherName: name ?? '', scope, expires, status, revoked };
  return { ...known, starter: memberId, starterConfirmed: confirmed };
}

/** What stands in the cells, by their headings; empty ones say nothing. */
function cellsOf(register: AnyRegister, entry: object): HeldRow['cells'] {
  const values = entry as Record<string, unknown>;
  return columnsOf(register).flatMap(({ field, header }): HeldRow['cells'] => {
    const value = values[field];
    if (SIGNS.includes(field) || value === undefined || value === null || value === '') return [];
    const said = typeof value === 'boolean' ? TICKED(value) : String(value).replace(/^([-\d]{10})T/, '$1 ');
    return [[header, said]];
  });
}
