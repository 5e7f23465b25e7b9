// Small signs that the system puts into cells.

/** Stands at the end of a text that was too long for a cell. */
export const SHORTENED = '… (shortened; the whole answer is in the form)';

/** Who did it, in the audit trail, when no person at the keyboard did. */
export const BY_FORM = 'Acceptance form';
export const BY_IMAGE_FORM = 'Form about pictures';
export const BY_REPORT_FORM = 'Report form';
export const BY_AGREEMENT_FORM = 'Form “Disclosure agreement”';
export const BY_MAIL = 'Email';
export const BY_SYSTEM = 'System';

/** Stands in Acceptances while a trial run is under way. */
export const TRIAL = {
  name: 'Trial run of the system',
  remark: 'A trial run. It counts nowhere and is cleared away by itself.',
};

/** Stands under “Published by” of a version that the document took back before it was published. */
export const BY_NOBODY = 'Nobody: the document shows it no longer';

/** Somebody with access, of whom Google does not tell more. */
export const BY_SOMEBODY = 'Somebody with access';
