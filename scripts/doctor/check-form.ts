// Whether a form is open to everybody, asks what it should, and keeps its answers to itself.

import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import type { FormBlueprint } from '../../src/content/form.ts';
import { checkForm as checkOpen } from '../../src/domain/check-forms.ts';
import { compareForm } from './compare-form.ts';
import { amber, asInSheet, type Finding, red } from './finding.ts';
import type { LiveFile } from './read-files.ts';

export interface FormToCheck {
  readonly name: string;
  readonly file: LiveFile;
  readonly form: forms_v1.Schema$Form;
  /** Undefined when it is not known what it should ask, because the registers do not say. */
  readonly blueprint: FormBlueprint | undefined;
  /** Whether it may wait for the addresses of the two companions of the Code. */
  readonly mayWait: boolean;
  /** Whether its answers must not be seen by staff at large. */
  readonly isConfidential: boolean;
}

export function checkForm({ name, file, form, blueprint, mayWait, isConfidential }: FormToCheck): Finding[] {
  const { isPublished, isAcceptingResponses } = form.publishSettings?.publishState ?? {};
  const open = checkOpen({
    name,
    found: 'there',
    isPublished: isPublished ?? false,
    takesAnswers: isAcceptingResponses ?? false,
    mayWait,
    audience: file.permissions,
    changed: [],
  });
  const where = `Form “${name}”`;
  return [
    ...asInSheet(where, open),
    ...(blueprint ? compareForm(form, blueprint) : []).map((what) =>
      red(
        where,
        what,
        'Choose “Code of Conduct → Set up or repair…” in the Registers. It puts the questions back; what you added stays.',
      ),
    ),
    ...checkCollection(where, form),
    ...(form.linkedSheetId
      ? [
          (isConfidential ? red : amber)(
            where,
            'Its answers are also copied into another spreadsheet.',
            'Open the form, choose “Responses”, the three dots, and “Unlink form”. Then delete that spreadsheet; the registers have all that is needed.',
          ),
        ]
      : []),
  ];
}

/** Members answer without a Google account, and who reports may stay unnamed. */
function checkCollection(where: string, { settings }: forms_v1.Schema$Form): Finding[] {
  const remedy =
    'Open the form, choose “Settings → Responses”, and “Do not collect” under “Collect email addresses”.';
  if (settings?.emailCollectionType === 'VERIFIED')
    return [red(where, 'It asks everybody to sign in with Google, and keeps the address.', remedy)];
  if (settings?.emailCollectionType === 'RESPONDER_INPUT')
    return [
      red(
        where,
        'It asks everybody for an email address a second time, also who wants to stay unnamed.',
        remedy,
      ),
    ];
  return [];
}
