// Whether what stands in the registers makes sense: settings, versions with their texts, the end of the trail, the outbox.

import { EMPTY_TRAIL } from '../../src/domain/audit.ts';
import { addHours } from '../../src/domain/calendar.ts';
import { finding, listed } from '../../src/domain/check-findings.ts';
import { checkCompanions } from '../../src/domain/check-forms.ts';
import { checkMail } from '../../src/domain/check-mail.ts';
import { brokenAt, checkRecord, type RecordFacts } from '../../src/domain/check-record.ts';
import type { LocalDateTime, Mail, SettingRow } from '../../src/domain/entries.ts';
import { versionsThatCount } from '../../src/domain/standing.ts';
import { frozenText } from '../../src/domain/version-text.ts';
import { readCaseSettings } from '../../src/registers/case-settings.ts';
import type { REGISTERS } from '../../src/registers/registers.ts';
import { readSettings, SETTINGS } from '../../src/registers/settings.ts';
import { recallTrail } from '../../src/registers/state.ts';
import type { Table } from '../../src/registers/table.ts';
import { asInSheet, type Finding, red } from './finding.ts';
import type { TablesIn } from './read-book.ts';
import type { TrailEnd } from './read-trail.ts';

const COMPANIONS = ['termsVersion', 'termsLink', 'privacyVersion', 'privacyLink'] as const;

export function checkSettings(table: Table<SettingRow>): Finding[] {
  const { settings, rows } = readSettings(table);
  const bad = rows.filter(({ isBad }) => isBad).map(({ key }) => SETTINGS[key].name);
  const empty = COMPANIONS.filter((key) => settings[key] === '').map((key) => SETTINGS[key].name);
  return asInSheet('Registers: Settings', [
    ...listed('settings bad', bad),
    ...checkCompanions({ missing: empty }),
  ]);
}

export function checkCaseSettings(table: Table<SettingRow>): Finding[] {
  const { settings, rows } = readCaseSettings(table);
  const bad = rows.filter(({ isBad }) => isBad).map(({ row }) => row.entry.setting);
  const nobody = settings.handlers.length === 0 ? [finding('nobody handles cases')] : [];
  return asInSheet('Cases: Settings', [...listed('case settings bad', bad), ...nobody]);
}

/** @param document how the document of the Code compares with the version in force */
export function checkVersions(
  { codeVersions, versionTexts }: TablesIn<Pick<typeof REGISTERS, 'codeVersions' | 'versionTexts'>>,
  document: RecordFacts['document'],
): Finding[] {
  if (!codeVersions || !versionTexts) return [];
  const { entries } = codeVersions;
  const counting = versionsThatCount(entries);
  const lost = entries.filter(
    ({ version, textHash }) =>
      counting.includes(version) && frozenText(versionTexts.entries, textHash) === null,
  );
  const isWaiting = entries.some(({ status }) => status === 'Waiting');
  const active = entries.filter(({ status }) => status === 'Active').map(({ version }) => version);
  const found = checkRecord({
    changedTexts: lost.map(({ version }) => version),
    active,
    // A version that waits to be published stands in the document already.
    document: isWaiting || lost.length > 0 || active.length !== 1 ? undefined : document,
    head: EMPTY_TRAIL,
    lastLines: [],
  });
  return asInSheet('Registers: Code versions', found);
}

/** Only the last lines; “npm run verify” and “Verify the trail…” in the menu prove all of them. */
export function checkTrail(where: string, { state, lines }: TrailEnd): Finding[] {
  const broken = brokenAt(recallTrail(state) ?? EMPTY_TRAIL, lines);
  return asInSheet(where, broken === null ? [] : [finding('trail end differs', broken)]);
}

/** A run finishes within minutes what it found in Sending: it looks in Sent mail whether the mail has left. */
const STUCK_HOURS = 1;

export function checkOutbox(
  where: string,
  log: readonly Pick<Mail, 'id' | 'state' | 'queued' | 'sent'>[],
  { isPaused, now }: { isPaused: boolean; now: LocalDateTime },
): Finding[] {
  const since = addHours(now, -STUCK_HOURS);
  const stuck = log.filter(
    ({ state, sent, queued }) => state === 'Sending' && (sent ?? queued ?? '') < since,
  );
  const nobody = { account: '', owner: 'the owner', contact: '', sendsAs: undefined, left: undefined };
  const rest = log.filter(({ state }) => state !== 'Sending');
  return [
    ...(stuck.length > 0
      ? [
          red(
            where,
            `Mails were being sent and were never finished: ${stuck.map(({ id }) => id).join(', ')}.`,
            'Sign in as the account of the automatic work and choose “Code of Conduct → Mail → Send waiting mail now…”. It looks first whether they have left, so that none goes out twice.',
          ),
        ]
      : []),
    // From which address mail leaves, and how many Google still takes, only the account itself can see.
    ...asInSheet(where, checkMail({ ...nobody, perDay: 0, paused: isPaused, log: rest, now })),
  ];
}
