// The part of Set up that concerns the Code and its form.

import { acceptanceForm } from '../content/acceptance-form.ts';
import { companionsSet } from '../content/companions.ts';
import { PROBLEMS, SET_UP_DONE } from '../content/problems.ts';
import { DOCUMENT_TITLE } from '../content/shipped.ts';
import { AUDIT } from '../content/tab-words.ts';
import { hashCode, lastUpdateOf } from '../domain/code-text.ts';
import { createDocument } from '../google/docs.ts';
import { createForm, prefillLink, publishForm, shapeForm } from '../google/form-builder.ts';
import { openForm, openOrNull } from '../google/form-responses.ts';
import { writeProperties, writeProperty } from '../google/properties.ts';
import { personAtKeyboard } from '../google/session.ts';
import { readTexts } from '../google/texts.ts';
import { SETTINGS } from '../registers/settings.ts';
import { PROPERTY, parsed } from './config.ts';
import type { Desk } from './desk.ts';
import { freeze } from './look-at-code.ts';

/** The text that the project carries becomes the first version, when there is none; its words are kept for good. */
export function recordShippedVersion(desk: Desk, done: string[]): void {
  const { codeVersions } = desk.tables;
  const { codeOfConduct } = readTexts();
  const lastUpdate = lastUpdateOf(codeOfConduct);
  if (!lastUpdate) return;
  const { version } = lastUpdate;
  const textHash = hashCode(codeOfConduct);
  const known = codeVersions.find(version);
  if (known && known.entry.textHash !== textHash) desk.problem(PROBLEMS.codeChanged(version), 'codeVersions');
  if (codeVersions.rows.length === 0 || known?.entry.textHash === textHash)
    freeze(desk, version, codeOfConduct);
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

/** A Google Doc with the text in force, when there is none yet: from now on, that is where the Code is changed. */
export function setUpDocument(desk: Desk, done: string[]): void {
  const row = desk.tables.settings.find(SETTINGS.codeDocument.name);
  if (row?.entry.value.trim() !== '') return;
  const frozen = desk.activeVersion ? desk.textWithHash(desk.activeVersion.textHash) : null;
  const id = createDocument(DOCUMENT_TITLE, frozen ?? readTexts().codeOfConduct);
  desk.tables.settings.update(row, { value: `https://docs.google.com/document/d/${id}/edit` });
  done.push(SET_UP_DONE.documentMade);
}

/** Makes the form or brings it up to date, remembers where its answers are, and publishes it when all is set. */
export function setUpForm(desk: Desk, values: Record<string, string>, done: string[]): void {
  const active = desk.activeVersion;
  const text = (active && desk.textWithHash(active.textHash)) ?? readTexts().codeOfConduct;
  const existing = values[PROPERTY.form] ? openOrNull(values[PROPERTY.form] ?? '') : null;
  const form = existing ?? createForm(blueprintOf(desk, text).fileName);
  if (!existing) writeProperty(PROPERTY.form, form.getId());
  const known = existing ? ((parsed(values[PROPERTY.items]) ?? {}) as Record<string, string>) : {};
  if (renewForm(desk, form, text, known, values)) {
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

function blueprintOf(desk: Desk, text: string) {
  return acceptanceForm(readTexts().acceptanceForm, text, desk.settings);
}

/** Puts a text into the form that is there; its questions and its earlier answers stay. */
export function putIntoForm(desk: Desk, text: string): void {
  const { formId, items } = desk.config;
  renewForm(desk, openForm(formId), text, items, {});
}

/** Makes the form what it should be, whoever changed it, and remembers where its answers are. Says whether it had to. */
function renewForm(
  desk: Desk,
  form: GoogleAppsScript.Forms.Form,
  text: string,
  known: Record<string, string>,
  values: Record<string, string>,
): boolean {
  const keep = (ids: Record<string, string>) => writeProperty(PROPERTY.items, JSON.stringify(ids));
  const { ids: items, changed } = shapeForm(form, blueprintOf(desk, text), known, keep);
  const remembered = values[PROPERTY.link] && values[PROPERTY.formText] === hashCode(text);
  if (!changed && remembered) return false;
  const link = prefillLink(form, items, { reference: 'sample-reference', role: 'Mentor' });
  const formText = hashCode(text);
  writeProperties({
    [PROPERTY.items]: JSON.stringify(items),
    [PROPERTY.link]: JSON.stringify(link),
    [PROPERTY.formText]: formText,
  });
  Object.assign(desk.config, { items, link, formText });
  return true;
}
