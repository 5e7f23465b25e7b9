// What the tabs of the registers say: how cells are guarded, what was edited, and what the audit trail records.

/** Description of the warning that guards cells which the system fills in. */
export const GUARDED = {
  tab: 'The system fills in this tab. Please do not type here.',
  figures: 'The system keeps these figures up to date. Please do not type here.',
  header: 'The system finds its columns by these headings. Please do not rename them.',
};

/** What the audit trail says was done. */
export const AUDIT = {
  wroteAgain: 'Noted that she wrote again',
  setUp: 'Set up or repaired',
  accepted: 'Accepted the Code of Conduct',
  declined: 'Declined the Code of Conduct',
  unconfirmed: 'Answered without proof of who it was',
  answerPutBack: 'Put back an answer whose row was gone',
  rowsGone: (tab: string) => `Noticed that rows of “${tab}” are gone`,
  paper: 'Recorded a paper acceptance',
  matched: 'Matched an answer to a member',
  standing: 'Standing changed',
  statusByProgram: 'Status changed by the program',
  memberId: 'Got a Member ID',
  imported: 'Imported a list into the roster',
  importedChange: (header: string) => `Changed “${header}” by an import`,
  importedCounts(ids: readonly string[], changed: number, unchanged: number, notTaken: number): string {
    const [first, last] = [ids[0], ids[ids.length - 1]];
    const added =
      first === undefined ? '0 new' : `${ids.length} new (${first === last ? first : `${first} to ${last}`})`;
    return `${added}, ${changed} changed, ${unchanged} unchanged, ${notTaken} rows not taken`;
  },
  memberIdBack: 'Got back a Member ID',
  invited: 'Put invitations in line',
  allAsked: 'All members have been asked',
  edited: (header: string) => `Changed “${header}”`,
  emptied: (tab: string) => `Emptied rows of “${tab}”`,
  version: 'Recorded a version of the Code',
  noticed: 'Noticed a new version of the Code',
  renewedText: 'Noticed a change in a waiting version',
  published: 'Published a version of the Code',
  stopped: 'Stopped a waiting version',
  kept: 'Wrote about a waiting version',
  retired: 'Retired a version of the Code',
  formRebuilt: 'Put the version into the acceptance form',
  agreement: {
    start: 'Started a disclosure agreement',
    match: 'Found the members of a disclosure agreement',
    confirm: 'Confirmed a disclosure agreement',
    revoke: 'Ended a disclosure agreement',
    day: 'A disclosure agreement ran out',
    putBack: 'Put back the status of a disclosure agreement',
  },
  bounced: 'Mail came back',
  optOut: 'Asked about pictures',
  optOutConfirmed: 'Confirmed a request about pictures',
  optOutMatched: 'Matched a request about pictures to a member',
  optOutTakenBack: 'Took back a request about pictures',
  optOutLeft: 'Left a confirmation about pictures aside',
  images: 'Images changed',
  takedown: 'Has to be taken down',
  takenDown: 'Taken down',
  notTakenDown: 'Not taken down after all',
  resent: 'Sent the link again',
  trial: 'Made a trial run, and cleared it away',
  evidence: 'Handed out evidence',
  theirData: 'Handed out what is held about a member',
  erased: 'Erased a former member',
  paused: 'Paused mail',
  resumed: 'Resumed mail',
};

/** Standing in a cell that a bigger change covered, so that its earlier value is not known. */
export const NOT_KNOWN = '(several cells at once; not known)';

/** Standing for what is nobody's business but that of two members. */
export const NOT_SHOWN = '(not shown here)';

/** Where somebody changed something by hand. */
export const EDITED = {
  cell: (header: string, subject: string) => `“${header}” of ${subject}`,
  rows: (first: number, last: number) => (first === last ? `row ${first}` : `rows ${first} to ${last}`),
  places: (places: readonly string[]) =>
    places.length > 3 ? `${places.slice(0, 3).join(', ')} and more` : places.join(', '),
};
