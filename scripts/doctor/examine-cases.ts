// Looks at the Cases spreadsheet: its tabs, its settings, its outbox, and who can open it. Nothing of a case is told.

import { CASE_NOTES } from '../../src/content/texts/case-header-notes.ts';
import { EMPTY_TRAIL } from '../../src/domain/audit.ts';
import { localTime } from '../../src/domain/calendar.ts';
import { CASE_REGISTERS } from '../../src/registers/case-registers.ts';
import { type CaseSettings, readCaseSettings } from '../../src/registers/case-settings.ts';
import { recall } from '../../src/registers/state.ts';
import { CaseDesk, type CaseTables } from '../../src/workflows/case-desk.ts';
import type { Config } from '../../src/workflows/config.ts';
import { statusOf } from '../google/patience.ts';
import { checkCaseSettings, checkOutbox, checkTrail } from './check-record.ts';
import { checkCases, checkThere } from './check-sharing.ts';
import { checkTabs } from './check-tabs.ts';
import { amber, type Finding } from './finding.ts';
import type { Look } from './look.ts';
import { readBook, readTables, type TablesIn } from './read-book.ts';
import type { LiveFile } from './read-files.ts';
import { readTrailEnd } from './read-trail.ts';

/** What says who works on cases, and who of them is named in one. */
const { cases, questions, people, settings, state, mailLog } = CASE_REGISTERS;
const READ = { cases, questions, people, settings, state, mailLog };

export interface Cases {
  readonly findings: Finding[];
  readonly settings?: CaseSettings;
  /** Addresses of those who should be able to open it; undefined when its registers do not say. */
  readonly readers?: readonly string[];
  /** What State there remembers under a name; empty when nothing. */
  readonly recalled: (name: string) => string;
}

export async function examineCases(look: Look, id: string, file: LiveFile | null): Promise<Cases> {
  const there = checkThere('Cases', file);
  const nothing = { recalled: () => '' };
  if (!file || file.trashed) return { ...nothing, findings: there };
  const { clients, ask, now } = look;
  const read = await ask('Cases', () => readBook(clients.sheets, id, CASE_REGISTERS)).catch((error) => {
    if (statusOf(error) === 403) return undefined;
    throw error;
  });
  if (!read) {
    const what = 'This account cannot open it, so that it was not looked at.';
    const remedy = 'To look at it too, run this again as the account of the automatic work.';
    return { ...nothing, findings: [...there, amber('Cases', what, remedy)] };
  }
  const tables: TablesIn<typeof READ> = await ask('Cases, who works on them', () =>
    readTables(clients.sheets, read, READ),
  );
  const end = await ask('Cases, the end of the trail', () =>
    readTrailEnd(clients.sheets, read, tables.state),
  );
  const values = tables.settings && readCaseSettings(tables.settings).settings;
  const readers = readersFrom(tables);
  const outbox = { isPaused: values?.sending === 'Paused', now: localTime(now) };
  const findings = [
    ...there,
    ...checkTabs('Cases', read, { registers: CASE_REGISTERS, notes: CASE_NOTES }),
    ...checkCases(file, readers),
    ...(tables.settings ? checkCaseSettings(tables.settings) : []),
    ...(end ? checkTrail('Cases: Audit trail', end) : []),
    ...(tables.mailLog ? checkOutbox('Cases: Mail log', tables.mailLog.entries, outbox) : []),
  ];
  return {
    findings,
    ...(values ? { settings: values } : {}),
    ...(readers ? { readers } : {}),
    recalled: (name) => (tables.state ? recall(tables.state, name) : ''),
  };
}

/** As the system itself works it out: handlers and stand-ins, but for those who are named in an open case. */
function readersFrom(tables: TablesIn<typeof READ>): string[] | undefined {
  if (!tables.cases || !tables.questions || !tables.people || !tables.settings) return undefined;
  const place = { id: '', tabs: {}, formId: '', items: {} };
  return new CaseDesk({} as Config, place, tables as unknown as CaseTables, EMPTY_TRAIL).readers;
}
