// What stands in the spreadsheet “Evidence” beside its rows, and in what is handed over to a member.

export const EVIDENCE_SHEET = {
  title: (programme: string, day: string) => `Evidence: Code of Conduct, ${programme}, ${day}`,
  tab: 'Evidence',
  texts: 'What was agreed to',
  headers: [
    'Member ID',
    'Name',
    'Email',
    'Takes part as',
    'Status',
    'Answer',
    'Version of the Code',
    'When',
    'Confirmed by',
    'Agreed to',
    'Other texts',
    'Fingerprint of the text (SHA-256)',
    'Number of the answer',
    'Line in the audit trail',
    'Fingerprint of that line (SHA-256)',
  ],
  when: 'When',
  none: 'Has not answered',
  notInTrail: 'not in the trail',
  notAsRecorded: 'the row was changed since the trail recorded it',
  textHeaders: ['Sign', 'What it stands for'],
  made: (made: string, by: string) => `Made on ${made}, by ${by}.`,
  end: (line: number, hash: string) =>
    `The audit trail had ${line} lines then. The fingerprint of its last line: ${hash}`,
  how: 'Each line of the audit trail carries a fingerprint of itself and of the line before. So no line can be changed, left out or added later without breaking all that follow. “Code of Conduct → Evidence → Verify the trail…” works all of them out anew.',
};

/** A box to tick, in words. */
export const TICKED = (isTicked: boolean) => (isTicked ? 'Yes' : 'No');

/** Stands for the heading of a column that has none. */
export const NO_HEADING = '(no heading)';
