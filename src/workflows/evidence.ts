// The dialog “Evidence…”: what proves who accepted which text when, for one member or for all, to print or as a sheet.

import { timeInWords } from '../content/dates.ts';
import { REFUSALS } from '../content/problems.ts';
import { AUDIT } from '../content/tab-words.ts';
import {
  answersByMember,
  evidenceRows,
  type InTrail,
  type Proof,
  placesIn,
  proofOf,
} from '../domain/evidence.ts';
import { object, text } from '../domain/shape.ts';
import { selectedRow } from '../google/dialogs.ts';
import { personAtKeyboard } from '../google/session.ts';
import { REGISTERS } from '../registers/registers.ts';
import { readConfig } from './config.ts';
import { type Desk, openDesk } from './desk.ts';
import { act, fromDialog } from './desk-action.ts';
import { makeSheet } from './evidence-sheet.ts';
import { Refusal } from './staff-error.ts';
import { findLines } from './trail-blocks.ts';
import { trailWords } from './trail-words.ts';

const choice = object({ memberId: text() });

/** What the dialog needs: the roster, and whose row is selected. */
export function readForEvidence() {
  const { members } = openDesk(readConfig()).tables;
  const selected = selectedRow();
  const isSelected = (index: number) => selected?.sheetId === members.sheetId && selected.row === index;
  return {
    members: members.entries
      .filter(({ id }) => id !== '')
      .map(({ id, name, email }) => ({ id, name, email })),
    selected: members.rows.find(({ index }) => isSelected(index))?.entry.id ?? '',
  };
}

/** That it was handed out stands in the trail first; then the trail is read up to that line. */
function handOut<T>(subject: string, after: string, work: (desk: Desk) => T): { value: T; desk: Desk } {
  return act((desk) => {
    const value = work(desk);
    desk.audit({ who: personAtKeyboard(), what: AUDIT.evidence, subject, before: '', after });
    return { value, desk };
  }, 'everything');
}

/** The lines of the trail that are about these answers, and where the trail ends. */
function trailFor(desk: Desk, isWanted: (acceptanceId: string) => boolean) {
  const { registersId: id, tabs } = desk.config;
  const { acceptance } = trailWords();
  const found = findLines(
    REGISTERS,
    { id, tabs },
    ({ what, subject }) => acceptance.has(what) && isWanted(subject),
  );
  const places = placesIn(found.lines.map(({ entry }) => entry));
  return { places, end: found.end };
}

const head = (desk: Desk, end: InTrail) => ({
  made: timeInWords(desk.now),
  by: personAtKeyboard(),
  programme: desk.settings.programme,
  end,
});

/** Everything that proves what one member has accepted, with the exact texts. */
export function evidenceFor(json: string) {
  const { memberId } = fromDialog(choice, json);
  const { desk, value: member } = handOut(memberId, '', (opened) => {
    if (memberId === '') throw new Refusal(REFUSALS.chooseMember);
    const row = opened.memberRow(memberId);
    if (!row) throw new Refusal(REFUSALS.memberGone);
    return row.entry;
  });
  const { acceptances, codeVersions } = desk.tables;
  const answers = answersByMember(acceptances.entries).get(memberId) ?? [];
  const ids = new Set(answers.map(({ id }) => id));
  const { places, end } = trailFor(desk, (id) => ids.has(id));
  const proofs = answers.map((answer) => {
    const received = timeInWords(answer.received);
    return { ...proofOf(answer, places, codeVersions.entries), received };
  });
  const hashes = new Set(answers.map(({ textHash }) => textHash));
  const texts = codeVersions.entries
    .filter(({ textHash }) => hashes.has(textHash))
    .map(({ version, textHash, published }) => ({
      version,
      textHash,
      published: timeInWords(published),
      text: desk.textWithHash(textHash),
    }));
  const { id, name, email, role, status } = member;
  return { ...head(desk, end), member: { id, name, email, role, status }, proofs, texts };
}

function everybody(after: string) {
  const { desk } = handOut('', after, () => null);
  const { members, acceptances, codeVersions } = desk.tables;
  const { places, end } = trailFor(desk, () => true);
  const rows = evidenceRows(members.entries, acceptances.entries, places, codeVersions.entries);
  return { desk, end, rows };
}

/** A line for each member: the last answer of hers that counts. */
export function evidenceForAll() {
  const { desk, end, rows } = everybody('all members');
  const shown = rows.map(({ member: { id, name }, proof }) => ({
    member: { id, name },
    proof: proof && briefly(proof),
  }));
  return { ...head(desk, end), rows: shown };
}

/** What the table shows. */
function briefly({
  answer,
  version,
  textHash,
  confirmedBy,
  received,
  inTrail,
  isAsRecorded,
  isKnownText,
}: Proof) {
  const shown = { answer, version, textHash, confirmedBy, inTrail, isAsRecorded, isKnownText };
  return { ...shown, received: timeInWords(received) };
}

/** The same as a spreadsheet of its own, which only the account at the keyboard can open. Gives its address. */
export function evidenceSheet(): string {
  const { desk, end, rows } = everybody('all members, as a sheet');
  return makeSheet(rows, head(desk, end));
}
