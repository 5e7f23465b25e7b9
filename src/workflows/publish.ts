// Publishes a version: freezes it as the one in force, retires the one before, and puts it into the form.

import { BY_SYSTEM } from '../content/marks.ts';
import { PROBLEMS } from '../content/problems.ts';
import { AUDIT } from '../content/tab-words.ts';
import type { CodeVersion } from '../domain/entries.ts';
import { seldomPart } from '../google/seldom-part.ts';
import { accountRunning } from '../google/session.ts';
import { recall, remember } from '../registers/state.ts';
import type { Row } from '../registers/table.ts';
import { askMore, watchAsking } from './asking.ts';
import { auditVersion } from './audit-version.ts';
import { configAsItStands } from './config.ts';
import type { Desk } from './desk.ts';
import { updateStandings } from './roster.ts';

/** Publishes the versions whose waiting is over. Says whether there was one. */
export function publishDue(desk: Desk): boolean {
  const isDue = ({ status, published }: CodeVersion) =>
    status === 'Waiting' && published !== null && published <= desk.now;
  const due = desk.tables.codeVersions.rows.filter(({ entry }) => isDue(entry));
  due.sort((a, b) => (a.entry.version < b.entry.version ? -1 : 1));
  for (const row of due) publish(desk, row, BY_SYSTEM);
  return due.length > 0;
}

/**
 * All of it lands together: the version, the one before, that members are to be asked, and the standing of every member
 * (of the first, when they are many).
 */
export function publish(desk: Desk, row: Row<CodeVersion>, who: string): void {
  const { codeVersions } = desk.tables;
  for (const other of codeVersions.rows.filter(({ entry }) => entry.status === 'Active')) {
    codeVersions.update(other, { status: 'Retired' });
    auditVersion(desk, other, AUDIT.retired, { who, before: 'Active', after: ['Retired'] });
  }
  const { version, textHash, status, change } = row.entry;
  codeVersions.update(row, { status: 'Active', published: desk.now, publishedBy: who });
  desk.solve({ what: PROBLEMS.codeStopped(version).what });
  const after = [change ?? 'Material', textHash];
  auditVersion(desk, row, AUDIT.published, { who, before: status ?? '', after });
  if (desk.tables.acceptances.isRecent && change !== 'Editorial') askDeclinersAgain(desk);
  askMore(desk, true);
  if (change !== 'Editorial') watchAsking(desk, version);
  updateStandings(desk);
}

/** Their refusal may stand in a row that was not read, and it was about the version before. */
function askDeclinersAgain(desk: Desk): void {
  const { members } = desk.tables;
  for (const row of members.rows.filter(({ entry }) => entry.standing === 'Declined'))
    members.update(row, { standing: 'New version to accept' });
}

/** In State: the text that is being put into the form, until the trail has its line. */
const BEING_PUT = 'Being put into the form';

/**
 * Sees to it that the form shows the version in force, and the trail that it was put there; a run that died before it was
 * done leaves it to the next. Only the owner's runs do it. What the desk has changed is committed first, so that the form
 * never shows what no register knows.
 */
export function bringFormUpToDate(desk: Desk): void {
  const active = desk.activeVersion;
  const { state } = desk.tables;
  const isPut = desk.config.formText === active?.textHash && recall(state, BEING_PUT) === '';
  if (!active || isPut || accountRunning() !== desk.config.owner) return;
  // What is remembered of the form was read before this run's turn came: another run may have renewed it meanwhile.
  const { forms, formText } = configAsItStands();
  Object.assign(desk.config, { forms, formText });
  if (formText !== active.textHash) {
    const text = desk.textWithHash(active.textHash);
    const lost = PROBLEMS.versionTextLost(active.version);
    if (text === null) {
      desk.problem(lost, 'versionTexts');
      return;
    }
    desk.solve({ what: lost.what });
    remember(state, BEING_PUT, active.textHash);
    desk.commit();
    seldomPart().putIntoForm(desk, text);
  }
  if (recall(state, BEING_PUT) === '') return;
  remember(state, BEING_PUT, '');
  desk.audit({ what: AUDIT.formRebuilt, subject: active.version, before: '', after: active.textHash });
}
