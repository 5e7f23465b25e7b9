// The part of Set up that concerns the Code and the forms of the Registers.

import { acceptanceForm } from '../content/acceptance-form.ts';
import { companionsSet } from '../content/companions.ts';
import { SET_UP_DONE } from '../content/done-words.ts';
import type { FormBlueprint } from '../content/form.ts';
import { filledForm } from '../content/places.ts';
import { PROBLEMS } from '../content/problems.ts';
import { DOCUMENT_TITLE } from '../content/shipped.ts';
import { AUDIT } from '../content/tab-words.ts';
import { hashCode, lastUpdateOf } from '../domain/code-text.ts';
import { createDocument } from '../google/docs.ts';
import { createForm, prefillLink, publishForm, shapeForm } from '../google/form-builder.ts';
import { openForm, openLeftForm, openUnlessGone } from '../google/form-responses.ts';
import { writeProperties, writeProperty } from '../google/properties.ts';
import { personAtKeyboard } from '../google/session.ts';
import { readTexts } from '../google/texts.ts';
import { SETTINGS } from '../registers/settings.ts';
import { auditVersion } from './audit-version.ts';
import { FORM_PROPERTY, PROPERTY, parsed } from './config.ts';
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
  const row = codeVersions.append({
    version,
    lastUpdate: version,
    textHash,
    published: desk.now,
    publishedBy: by,
    change: 'First',
    why: '',
    status: 'Active',
  });
  auditVersion(desk, row, AUDIT.version, { who: by, after: [textHash] });
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

/** Makes each form or brings it up to date, remembers where its answers are, and publishes what may be open. */
export function setUpForms(desk: Desk, values: Record<string, string>, done: string[]): void {
  setUpAcceptanceForm(desk, values, done);
  for (const purpose of ['image-opt-out', 'agreement'] as const) setUpForm(desk, purpose, values, done);
}

function setUpAcceptanceForm(desk: Desk, values: Record<string, string>, done: string[]): void {
  const active = desk.activeVersion;
  const text = (active && desk.textWithHash(active.textHash)) ?? readTexts().codeOfConduct;
  const place = FORM_PROPERTY.acceptance;
  const { form, known, isNew } = formAt(place, blueprintOf(desk, text), values);
  if (renewForm(desk, form, text, known, values))
    done.push(isNew ? SET_UP_DONE.formMade : SET_UP_DONE.formRenewed);
  if (!companionsSet(desk.settings)) return;
  const wasOpen = form.isPublished() && form.isAcceptingResponses();
  if (publishForm(form)) {
    desk.solve({ what: PROBLEMS.formNotOpen.what });
    if (!wasOpen) done.push(SET_UP_DONE.formPublished);
  } else desk.problem(PROBLEMS.formNotOpen, 'settings');
  desk.commit();
}

/** A form that is always open: for pictures, or for disclosure agreements. */
function setUpForm(
  desk: Desk,
  purpose: 'image-opt-out' | 'agreement',
  values: Record<string, string>,
  done: string[],
): void {
  const place = FORM_PROPERTY[purpose];
  const { samples } = readTexts().forms[purpose];
  const blueprint = blueprintFor(desk, purpose);
  const { form, known, isNew } = formAt(place, blueprint, values);
  const keep = (ids: Record<string, string>) => writeProperty(place.items, JSON.stringify(ids));
  const { ids, changed } = shapeForm(form, blueprint, known, keep);
  if (changed || !values[place.link])
    writeProperties({
      [place.items]: JSON.stringify(ids),
      [place.link]: JSON.stringify(prefillLink(form, ids, samples)),
    });
  if (isNew || changed)
    done.push((isNew ? SET_UP_DONE.oneFormMade : SET_UP_DONE.oneFormRenewed)(blueprint.fileName));
  const notOpen = PROBLEMS.oneFormNotOpen(blueprint.fileName);
  if (publishForm(form)) desk.solve({ what: notOpen.what });
  else desk.problem(notOpen, 'settings');
  desk.commit();
}

/**
 * The form that is remembered, or a new one whose id is written down before anything else is done to it; and its items
 * as they are known: none as long as it is new, also when the run before died over it.
 */
export function formAt(
  place: { id: string; items: string },
  { fileName }: Pick<FormBlueprint, 'fileName'>,
  values: Record<string, string>,
) {
  const existing = values[place.id] ? openUnlessGone(values[place.id] ?? '') : null;
  const form = existing ?? openLeftForm(fileName) ?? createForm(fileName);
  if (!existing) writeProperties({ [place.id]: form.getId(), [place.items]: '{}' });
  const known = existing ? ((parsed(values[place.items]) ?? {}) as Record<string, string>) : {};
  const isNew = Object.keys(known).length === 0;
  if (isNew) form.setCollectEmail(false);
  return { form, known, isNew };
}

/** What a form that is always open should be. */
export function blueprintFor(desk: Desk, purpose: 'image-opt-out' | 'agreement'): FormBlueprint {
  return filledForm(readTexts().forms[purpose], desk.settings);
}

/** What the acceptance form should be for a text of the Code. */
export function blueprintOf(desk: Desk, text: string): FormBlueprint {
  return acceptanceForm(readTexts().acceptanceForm, text, desk.settings);
}

/** Puts a text into the form that is there; its questions and its earlier answers stay. */
export function putIntoForm(desk: Desk, text: string): void {
  const { id, items } = desk.config.forms.acceptance;
  renewForm(desk, openForm(id), text, items, {});
}

/** Makes the form what it should be, whoever changed it, and remembers where its answers are. Says whether it had to. */
function renewForm(
  desk: Desk,
  form: GoogleAppsScript.Forms.Form,
  text: string,
  known: Record<string, string>,
  values: Record<string, string>,
): boolean {
  const place = FORM_PROPERTY.acceptance;
  const keep = (ids: Record<string, string>) => writeProperty(place.items, JSON.stringify(ids));
  const { ids: items, changed } = shapeForm(form, blueprintOf(desk, text), known, keep);
  const formText = hashCode(text);
  if (!changed && values[place.link] && values[PROPERTY.formText] === formText) return false;
  const link = prefillLink(form, items, { reference: 'sample-reference', role: 'Mentor' });
  writeProperties({
    [place.items]: JSON.stringify(items),
    [place.link]: JSON.stringify(link),
    [PROPERTY.formText]: formText,
  });
  Object.assign(desk.config.forms.acceptance, { items, link });
  desk.config.formText = formText;
  return true;
}
