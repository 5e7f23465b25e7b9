// What triggers and formulas call. The build makes each a top-level function; what runs seldom is in seldom.ts.

import { MENU } from './content/menu.ts';
import { showMenu } from './google/spreadsheet-ui.ts';
import { byTrigger } from './workflows/by-trigger.ts';
import * as caseEdits from './workflows/case-edit.ts';
import * as columns from './workflows/column-answers.ts';
import { drainByClock, formSubmitted } from './workflows/drain-forms.ts';
import * as reports from './workflows/drain-reports.ts';
import * as edits from './workflows/staff-edit.ts';

// Triggers
export const onOpen = () => showMenu(MENU.title, MENU.groups);
export const acceptanceSubmitted = byTrigger(formSubmitted('acceptance'));
export const optOutSubmitted = byTrigger(formSubmitted('image-opt-out'));
export const agreementSubmitted = byTrigger(formSubmitted('agreement'));
export const reportSubmitted = byTrigger(reports.reportSubmitted);
export const staffEdited = byTrigger(edits.staffEdited);
export const caseEdited = byTrigger(caseEdits.caseEdited);
export const everyTenMinutes = byTrigger(() => {
  try {
    drainByClock();
  } finally {
    reports.drainReports();
  }
});

// Formulas
export const IMAGE_PERMISSION = columns.imagePermission;
export const CODE_STANDING = columns.codeStanding;
