// Looks at the four forms: whether each is there, open to everybody, asks what it should, and starts its work.

import { companionsSet } from '../../src/content/companions.ts';
import { readSettings } from '../../src/registers/settings.ts';
import { TRIGGERS } from '../../src/workflows/wanted-triggers.ts';
import { blueprintsFrom, FORM_NAMES, type FormName } from './blueprints.ts';
import { checkForm } from './check-form.ts';
import { checkStarted } from './check-script.ts';
import { checkFormSharing, checkThere } from './check-sharing.ts';
import type { Cases } from './examine-cases.ts';
import type { RegisterTables } from './examine-registers.ts';
import type { Finding } from './finding.ts';
import type { Look } from './look.ts';
import { readFile } from './read-files.ts';
import type { Run } from './read-script.ts';

interface Known {
  /** The latest runs by function; undefined when Google did not show them. */
  readonly runs: ReadonlyMap<string, readonly Run[]> | undefined;
  /** Who may write in the Registers; undefined when Google did not show it. */
  readonly staff: readonly string[] | undefined;
}

export async function examineForms(
  look: Look,
  ids: Readonly<Record<FormName, string>>,
  tables: RegisterTables,
  cases: Cases,
  { runs, staff }: Known,
): Promise<Finding[]> {
  const { clients, ask, now } = look;
  const blueprints = blueprintsFrom(tables, cases.settings);
  const mayWait = tables.settings ? !companionsSet(readSettings(tables.settings).settings) : false;
  const findings: Finding[] = [];
  for (const form of Object.keys(FORM_NAMES) as FormName[]) {
    const name = FORM_NAMES[form];
    const where = `Form “${name}”`;
    const formId = ids[form];
    const file = await ask(where, () => readFile(clients.drive, formId));
    findings.push(...checkThere(where, file));
    if (!file || file.trashed) continue;
    const { data } = await ask(`${where}, its questions`, () => clients.forms.forms.get({ formId }));
    const isConfidential = form === 'report';
    const facts = { name, file, form: data, blueprint: blueprints[form], isConfidential };
    findings.push(
      ...checkForm({ ...facts, mayWait: form === 'acceptance' && mayWait }),
      ...checkFormSharing(where, file, isConfidential ? cases.readers : staff),
    );
    const handler = form === 'report' ? TRIGGERS.onReport : TRIGGERS.onForm[form];
    const list = runs?.get(handler);
    if (!list) continue;
    const answered = await ask(`${where}, when answers came`, () => answeredLately(look, formId));
    findings.push(
      ...checkStarted(
        where,
        handler,
        list,
        answered.filter((time) => time < now - SLOW_MS),
      ),
    );
  }
  return findings;
}

const DAY_MS = 24 * 3_600_000;
/** A trigger may be late by so much. */
const SLOW_MS = 15 * 60_000;

/** When answers of the last two days came in, and nothing of what they say. One call. */
async function answeredLately({ clients, now }: Look, formId: string): Promise<number[]> {
  const since = new Date(now - 2 * DAY_MS).toISOString();
  const { data } = await clients.forms.forms.responses.list({
    formId,
    filter: `timestamp > ${since}`,
    fields: 'responses(lastSubmittedTime)',
  });
  return (data.responses ?? []).map(({ lastSubmittedTime }) => Date.parse(lastSubmittedTime ?? ''));
}
