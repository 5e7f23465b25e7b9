// The part of Set up that concerns the Code and its form.

import { acceptanceForm } from '../content/acceptance-form.ts';
import { companionsSet } from '../content/companions.ts';
import { PROBLEMS, SET_UP_DONE } from '../content/problems.ts';
import { CODE_TEXT } from '../content/shipped.ts';
import { AUDIT } from '../content/tab-words.ts';
import { hashCode, lastUpdateOf } from '../domain/code-text.ts';
import { sha256Hex } from '../domain/digest.ts';
import { createForm, prefillLink, publishForm, shapeForm } from '../google/form-builder.ts';
import { openForm } from '../google/form-responses.ts';
import { writeProperties, writeProperty } from '../google/properties.ts';
import { personAtKeyboard } from '../google/session.ts';
import { PROPERTY, parsed } from './config.ts';
import type { Desk } from './desk.ts';

/** The text that the bundle carries becomes the first version, when there is none. */
export function recordShippedVersion(desk: Desk, done: string[]): void {
  const { codeVersions } = desk.tables;
  const lastUpdate = lastUpdateOf(CODE_TEXT);
  if (!lastUpdate) return;
  const { version } = lastUpdate;
  const textHash = hashCode(CODE_TEXT);
  const known = codeVersions.find(version);
  if (known && known.entry.textHash !== textHash) desk.problem(PROBLEMS.codeChanged(version), 'codeVersions');
  if (codeVersions.rows.length > 0) return;
  const by = personAtKeyboard();
  codeVersions.append({
    version,
    lastUpdate: version,
    textHash,
    published: desk.now,
    publishedBy: by,
    change: 'First',
    why: '',
    status: 'Active',
  });
  desk.audit({ who: by, what: AUDIT.version, subject: version, before: '', after: textHash });
  done.push(SET_UP_DONE.versionAdded(version));
}

/** Makes the form or brings it up to date, remembers where its answers are, and publishes it when all is set. */
export function setUpForm(desk: Desk, values: Record<string, string>, done: string[]): void {
  const { programme, contactAddress } = desk.settings;
  const blueprint = acceptanceForm(CODE_TEXT, programme, contactAddress);
  const shape = sha256Hex(JSON.stringify(blueprint));
  const existing = values[PROPERTY.form] ? openOrNull(values[PROPERTY.form] ?? '') : null;
  const form = existing ?? createForm(blueprint.fileName);
  if (!existing) writeProperty(PROPERTY.form, form.getId());
  const known = existing ? ((parsed(values[PROPERTY.items]) ?? {}) as Record<string, string>) : {};
  const present = new Set(form.getItems().map((item) => String(item.getId())));
  const isWhole = blueprint.items.every(({ key }) => present.has(known[key] ?? ''));
  if (!isWhole || values[PROPERTY.shape] !== shape || !values[PROPERTY.link]) {
    const items = shapeForm(form, blueprint, known);
    writeProperty(PROPERTY.items, JSON.stringify(items));
    const link = prefillLink(form, items, { reference: 'sample-reference', role: 'Mentor' });
    writeProperties({ [PROPERTY.link]: JSON.stringify(link), [PROPERTY.shape]: shape });
    done.push(existing ? SET_UP_DONE.formRenewed : SET_UP_DONE.formMade);
  }
  if (!companionsSet(desk.settings)) return;
  const wasOpen = form.isPublished() && form.isAcceptingResponses();
  if (publishForm(form)) {
    desk.solve({ what: PROBLEMS.formNotOpen.what });
    if (!wasOpen) done.push(SET_UP_DONE.formPublished);
  } else desk.problem(PROBLEMS.formNotOpen, 'settings');
  desk.commit();
}

/** The form, or null when it was deleted or cannot be opened. */
function openOrNull(formId: string) {
  try {
    return openForm(formId);
  } catch {
    return null;
  }
}
