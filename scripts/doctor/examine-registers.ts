// Looks at the Registers: their tabs, and what stands in those that the system itself depends on.

import { HEADER_NOTES } from '../../src/content/texts/header-notes.ts';
import { localTime } from '../../src/domain/calendar.ts';
import type { RecordFacts } from '../../src/domain/check-record.ts';
import { hashCode } from '../../src/domain/code-text.ts';
import { textOf } from '../../src/google/docs.ts';
import { REGISTERS } from '../../src/registers/registers.ts';
import { readSettings } from '../../src/registers/settings.ts';
import { statusOf } from '../google/patience.ts';
import { checkOutbox, checkSettings, checkTrail, checkVersions } from './check-record.ts';
import { checkTabs } from './check-tabs.ts';
import type { Finding } from './finding.ts';
import type { Look } from './look.ts';
import { readBook, readTables, type TablesIn } from './read-book.ts';
import { readTrailEnd } from './read-trail.ts';

/** Of members, answers and agreements nothing is read. */
const { settings, state, codeVersions, versionTexts, mailLog } = REGISTERS;
const READ = { settings, state, codeVersions, versionTexts, mailLog };

export type RegisterTables = TablesIn<typeof READ>;

export async function examineRegisters(look: Look, id: string) {
  const { clients, ask, now } = look;
  const book = await ask('Registers', () => readBook(clients.sheets, id, REGISTERS));
  const tables: RegisterTables = await ask('Registers, what stands in them', () =>
    readTables(clients.sheets, book, READ),
  );
  const end = await ask('Registers, the end of the trail', () =>
    readTrailEnd(clients.sheets, book, tables.state),
  );
  const values = tables.settings && readSettings(tables.settings).settings;
  const documentId = values?.codeDocument ?? '';
  const active = tables.codeVersions?.entries.find(({ status }) => status === 'Active');
  const document = documentId === '' ? undefined : await compareDocument(look, documentId, active?.textHash);
  const outbox = { isPaused: values?.sending === 'Paused', now: localTime(now) };
  const findings: Finding[] = [
    ...checkTabs('Registers', book, { registers: REGISTERS, notes: HEADER_NOTES }),
    ...(tables.settings ? checkSettings(tables.settings) : []),
    ...checkVersions(tables, document),
    ...(end ? checkTrail('Registers: Audit trail', end) : []),
    ...(tables.mailLog ? checkOutbox('Registers: Mail log', tables.mailLog.entries, outbox) : []),
  ];
  return { findings, tables, documentId };
}

/** How the document of the Code compares with the version in force; undefined when it cannot be opened. One call. */
async function compareDocument(
  { clients, ask }: Look,
  documentId: string,
  hash: string | undefined,
): Promise<RecordFacts['document']> {
  const suggestionsViewMode = 'PREVIEW_WITHOUT_SUGGESTIONS';
  try {
    const { data } = await ask('Code document', () =>
      clients.docs.documents.get({ documentId, suggestionsViewMode }),
    );
    type Content = Parameters<typeof textOf>[0];
    return hashCode(textOf((data.body?.content ?? []) as Content)) === hash ? 'same' : 'differs';
  } catch (error) {
    // That it is gone is found where all files are looked at.
    if ([403, 404].includes(statusOf(error) ?? 0)) return undefined;
    throw error;
  }
}
