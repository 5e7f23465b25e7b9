// What only rare work needs: the words and colours of a set-up, the words of the forms,
// a letter on an outcome, why a change was put back. The build writes them
// into a file of their own, and the code holds none of them.

import { ACCEPTANCE_FORM } from './acceptance-form.ts';
import { AGREEMENT_FORM } from './agreement-form.ts';
import { REPORT_FORM } from './case-form-pages.ts';
import { CASE_NOTES } from './case-header-notes.ts';
import { OUTCOME_LETTERS } from './case-letters.ts';
import { CASE_LOOKS } from './case-looks.ts';
import { CASE_SETTING_MEANINGS } from './case-setting-meanings.ts';
import { HEADER_NOTES } from './header-notes.ts';
import { IMAGE_FORM } from './image-form.ts';
import { LOOKS } from './looks.ts';
import { PUT_BACK } from './put-back.ts';
import { SETTING_MEANINGS } from './setting-meanings.ts';
import { TODAY_WORDS } from './today-words.ts';

/** @param codeOfConduct the text of the Code of Conduct, for a first set-up */
export const textsWith = (codeOfConduct: string) => ({
  codeOfConduct,
  acceptanceForm: ACCEPTANCE_FORM,
  reportForm: REPORT_FORM,
  forms: { 'image-opt-out': IMAGE_FORM, agreement: AGREEMENT_FORM },
  outcomeLetters: OUTCOME_LETTERS,
  headerNotes: HEADER_NOTES,
  looks: LOOKS,
  caseHeaderNotes: CASE_NOTES,
  caseLooks: CASE_LOOKS,
  putBack: PUT_BACK,
  settingMeanings: SETTING_MEANINGS,
  today: TODAY_WORDS,
  caseSettingMeanings: CASE_SETTING_MEANINGS,
});

export type Texts = ReturnType<typeof textsWith>;
