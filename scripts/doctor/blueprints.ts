// What each form should be, worked out from what stands in the registers, as Set up does it.

import { acceptanceForm } from '../../src/content/acceptance-form.ts';
import type { FormBlueprint } from '../../src/content/form.ts';
import { filledForm } from '../../src/content/places.ts';
import { reportForm } from '../../src/content/report-form.ts';
import { ACCEPTANCE_FORM } from '../../src/content/texts/acceptance-form.ts';
import { AGREEMENT_FORM } from '../../src/content/texts/agreement-form.ts';
import { REPORT_FORM } from '../../src/content/texts/case-form-pages.ts';
import { IMAGE_FORM } from '../../src/content/texts/image-form.ts';
import { frozenText } from '../../src/domain/version-text.ts';
import type { CaseSettings } from '../../src/registers/case-settings.ts';
import type { REGISTERS } from '../../src/registers/registers.ts';
import { readSettings } from '../../src/registers/settings.ts';
import type { TablesIn } from './read-book.ts';

export type FormName = 'acceptance' | 'image-opt-out' | 'agreement' | 'report';

export const FORM_NAMES: Readonly<Record<FormName, string>> = {
  acceptance: ACCEPTANCE_FORM.fileName,
  'image-opt-out': IMAGE_FORM.fileName,
  agreement: AGREEMENT_FORM.fileName,
  report: REPORT_FORM.fileName,
};

/** Undefined for a form about which the registers do not say enough. */
export function blueprintsFrom(
  { settings, codeVersions, versionTexts }: TablesIn<typeof REGISTERS>,
  caseSettings: CaseSettings | undefined,
): Readonly<Record<FormName, FormBlueprint | undefined>> {
  const known = settings && readSettings(settings).settings;
  const active = codeVersions?.entries.find(({ status }) => status === 'Active');
  const text = active && versionTexts && frozenText(versionTexts.entries, active.textHash);
  return {
    acceptance: known && text ? acceptanceForm(ACCEPTANCE_FORM, text, known) : undefined,
    'image-opt-out': known && filledForm(IMAGE_FORM, known),
    agreement: known && filledForm(AGREEMENT_FORM, known),
    report:
      caseSettings &&
      reportForm(REPORT_FORM, { ...caseSettings, acknowledgeDays: caseSettings.acknowledgeWorkingDays }),
  };
}
