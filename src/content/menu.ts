// The menu of the Registers spreadsheet, and the titles of its dialogs and sidebars.

import type { MenuGroup, Shown } from '../google/spreadsheet-ui.ts';

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

export const DIALOGS = {
  'set-up': { title: 'Set up or repair', width: 560, height: 620 },
  confirm: { title: 'Please confirm', width: 560, height: 560 },
  help: { title: 'Help', sidebar: true },
  'hand-over': { title: 'Hand over', width: 620, height: 640 },
  invitations: { title: 'Send invitations', width: 520, height: 420 },
  'roster-import': { title: 'Import the roster', width: 760, height: 720 },
  'paper-acceptance': { title: 'Record a paper acceptance', width: 560, height: 640 },
  resending: { title: 'Resend to this member', width: 560, height: 480 },
  'member-card': { title: 'Member card', sidebar: true },
  publishing: { title: 'Publish a new version', width: 700, height: 680 },
  preview: { title: 'Tomorrow’s mail', width: 640, height: 600 },
  matching: { title: 'Match a response', width: 640, height: 640 },
  'photographers-list': { title: 'Photographer’s list', width: 700, height: 700 },
  check: { title: 'Check set-up', width: 700, height: 700 },
  evidence: { title: 'Evidence', width: 900, height: 760 },
  'verify-trail': { title: 'Verify the trail', width: 620, height: 520 },
  'their-data': { title: 'Their data', width: 820, height: 760 },
} as const satisfies Record<string, Shown>;

export type DialogName = keyof typeof DIALOGS;
