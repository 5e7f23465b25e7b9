// The registers that every spreadsheet of the system has: its audit trail, its settings, and what it must remember.

import type { AuditLine, SettingRow, StateRow } from '../domain/entries.ts';
import { MAIL_OUTCOMES, type RegisteredMail } from '../domain/registered-mail.ts';
import { choice, dateTime, text, whole } from './cells.ts';
import { column, type Register } from './register.ts';

export const AUDIT_COLUMNS: Register<AuditLine>['columns'] = {
  line: column('Line', whole()),
  when: column('When', dateTime()),
  who: column('Who', text(200)),
  what: column('What', text(220)),
  subject: column('Subject', text(160)),
  before: column('Before', text(220)),
  after: column('After', text(220)),
  hash: column('Hash', text(480)),
  seal: { ...column('Seal', text(260)), hidden: true, confidential: true },
};

export const auditTrail: Register<AuditLine> = {
  tab: 'Audit trail',
  sheetId: 105,
  key: 'hash',
  filledBy: 'system',
  columns: AUDIT_COLUMNS,
};

export const settings: Register<SettingRow> = {
  tab: 'Settings',
  sheetId: 106,
  key: 'setting',
  filledBy: 'staff',
  columns: {
    setting: column('Setting', text(260)),
    value: column('Value', text(240)),
    meaning: column('Meaning', text(460)),
    default: column('Default', text(200)),
    problem: column('Problem', text(360)),
    lastGood: { ...column('Last good value', text(240)), hidden: true },
  },
};

export const state: Register<StateRow> = {
  tab: 'State',
  sheetId: 108,
  key: 'name',
  filledBy: 'system',
  hidden: true,
  columns: {
    name: column('Name', text(200)),
    value: column('Value', text(480)),
  },
};

/** In State: the ids of the files of this desk beside the Registers, with blanks between; for backups. */
export const FILES_IN_STATE = 'Files';

/** Each message of the mailbox that was looked at, so that it is never taken up twice. */
export const mailbox: Register<RegisteredMail> = {
  tab: 'Mailbox',
  sheetId: 114,
  key: 'message',
  filledBy: 'system',
  hidden: true,
  columns: {
    message: column('Message', text(150)),
    thread: column('Thread', text(150)),
    fingerprint: column('Fingerprint', text(150)),
    received: column('Received', dateTime()),
    outcome: column('What it is', choice(MAIL_OUTCOMES, 130)),
    entry: column('Entry', text(110)),
    toDo: column('To do', text(110)),
  },
};

/** What the trail of a spreadsheet needs. */
export interface TrailRegisters {
  readonly auditTrail: Register<AuditLine>;
  readonly state: Register<StateRow>;
}
