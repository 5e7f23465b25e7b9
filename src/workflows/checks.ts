// Looks whether settings and versions are whole; tells staff what is not, and ticks off what they have put right.

import { PROBLEMS, type ProblemWords } from '../content/problems.ts';
import type { RegisterName } from '../registers/registers.ts';
import { SETTING_NAMES, SETTINGS } from '../registers/settings.ts';
import type { Desk } from './desk.ts';

/** A setting that lost its row, and a row that is no setting. */
export function checkSettings(desk: Desk): void {
  const names = SETTING_NAMES.map((key) => SETTINGS[key].name);
  const found = desk.tables.settings.entries.map(({ setting }) => setting.trim());
  const missing = names.filter((name) => !found.includes(name)).map(PROBLEMS.settingMissing);
  const unknown = found.filter((name) => !names.includes(name)).map(PROBLEMS.settingUnknown);
  tell(
    desk,
    'settings',
    [...missing, ...unknown],
    [PROBLEMS.settingMissing(''), PROBLEMS.settingUnknown('')],
  );
}

/** One version is in force: not none, not two. */
export function checkVersions(desk: Desk): void {
  const active = desk.tables.codeVersions.entries.filter(({ status }) => status === 'Active');
  const several = PROBLEMS.severalActive(active.map(({ version }) => version));
  const found = active.length === 0 ? [PROBLEMS.noActive] : active.length > 1 ? [several] : [];
  tell(desk, 'codeVersions', found, [PROBLEMS.noActive, several]);
}

/** Leaves open what holds now, and ticks off the others of these kinds. */
function tell(
  desk: Desk,
  register: RegisterName,
  found: readonly ProblemWords[],
  kinds: readonly ProblemWords[],
): void {
  for (const words of found) desk.problem(words, register);
  const stillTrue = new Set(found.map(({ what }) => what));
  for (const { whatToDo } of kinds) desk.solve({ whatToDo }, stillTrue);
}
