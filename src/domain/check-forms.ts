// Whether the forms are open to everybody and ask what they should.

import type { FoundPermission } from './case-routing.ts';
import { type Finding, finding, listed } from './check-findings.ts';

export interface FormFacts {
  /** Its name in Drive. */
  name: string;
  /** `none` before Set up has made it; `lost` when nobody can open it; `closed to us` under another account. */
  found: 'none' | 'lost' | 'closed to us' | 'there';
  isPublished: boolean;
  takesAnswers: boolean;
  /** Waits until the two companions of the Code are set. */
  mayWait: boolean;
  /** Who may fill it in; undefined when Google does not tell. */
  audience: readonly (FoundPermission & { view: string })[] | undefined;
  /** Questions that are gone or differ. */
  changed: readonly string[];
}

export function checkForm(form: FormFacts): Finding[] {
  const { name } = form;
  if (form.found === 'none') return [finding('form not made', name)];
  if (form.found === 'lost') return [finding('form lost', name)];
  if (form.found === 'closed to us') return [finding('form not looked at', name)];
  const changed =
    form.changed.length > 0 ? [finding('questions changed', name, form.changed.join(', '))] : [];
  if (!form.isPublished || !form.takesAnswers)
    return form.mayWait ? changed : [finding('form closed', name), ...changed];
  return [audienceOf(form), ...changed];
}

/** Who may fill in a published form is a permission for its published view. */
function audienceOf({ name, audience }: FormFacts): Finding {
  if (audience === undefined) return finding('audience not seen', name);
  const isForAll = audience.some(({ type, view }) => type === 'anyone' && view === 'published');
  return finding(isForAll ? 'form for everybody' : 'form only for some', name);
}

export interface CompanionFacts {
  /** Names of the settings about the companions that are empty, or whose link does not begin with https. */
  missing: readonly string[];
}

export const checkCompanions = ({ missing }: CompanionFacts): Finding[] =>
  missing.length > 0 ? listed('companions missing', missing) : [finding('companions set')];
