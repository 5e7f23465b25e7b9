// The menu of the Registers spreadsheet.

import type { MenuGroup } from '../google/spreadsheet-ui.ts';

/** Each line with the function of the bundle behind it. A new line goes into the group where staff would look for it. */
export const MENU = {
  title: 'Code of Conduct',
  groups: [
    {
      lines: [
        ['Member card', 'openMemberCard'],
        ['Match a response…', 'openMatching'],
        ['Record a paper acceptance…', 'openPaperAcceptance'],
        ['Resend to this member…', 'openResending'],
        ['Photographer’s list…', 'openPhotographersList'],
      ],
    },
    { title: 'Members', lines: [['Import the roster…', 'openRosterImport']] },
    {
      title: 'Mail',
      lines: [
        ['Send invitations…', 'openInvitations'],
        ['Preview tomorrow’s mail…', 'openPreview'],
        ['Send waiting mail now…', 'sendWaitingMail'],
        ['Pause all mail…', 'pauseMail'],
        ['Resume mail…', 'resumeMail'],
      ],
    },
    {
      title: 'The Code',
      lines: [
        ['Look at the Code of Conduct now…', 'lookAtCodeNow'],
        ['Publish a new version…', 'openPublishing'],
      ],
    },
    {
      title: 'Evidence',
      lines: [
        ['Evidence…', 'openEvidence'],
        ['Verify the trail…', 'openVerifyTrail'],
        ['Their data…', 'openTheirData'],
      ],
    },
    {
      title: 'System',
      lines: [
        ['Check for new responses now…', 'checkForResponses'],
        ['Hand over…', 'openHandOver'],
      ],
    },
    {
      lines: [
        ['Set up or repair…', 'setUpOrRepair'],
        ['Check set-up…', 'openCheck'],
      ],
    },
    {
      lines: [['Help', 'openHelp']],
    },
  ],
} as const satisfies { title: string; groups: readonly MenuGroup[] };
