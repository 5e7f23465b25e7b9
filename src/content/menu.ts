// The menu of the Registers spreadsheet, and the titles of its dialogs and sidebars.

import type { Shown } from '../google/spreadsheet-ui.ts';

/** The function of the bundle behind each line; null draws a separator. */
export const MENU = {
  title: 'Code of Conduct',
  items: [
    ['Send invitations…', 'openInvitations'],
    ['Record a paper acceptance…', 'openPaperAcceptance'],
    ['Match a response…', 'openMatching'],
    ['Resend to this member…', 'openResending'],
    ['Photographer’s list…', 'openPhotographersList'],
    null,
    ['Look at the Code of Conduct now', 'lookAtCodeNow'],
    ['Publish a new version…', 'openPublishing'],
    ['Preview tomorrow’s mail…', 'openPreview'],
    null,
    ['Check for new responses now', 'checkForResponses'],
    ['Send waiting mail now', 'sendWaitingMail'],
    ['Pause all mail', 'pauseMail'],
    ['Resume mail', 'resumeMail'],
    null,
    ['Set up or repair…', 'setUpOrRepair'],
    ['Check set-up…', 'openCheck'],
  ],
} as const;

export const DIALOGS = {
  'set-up': { title: 'Set up or repair', width: 560, height: 620 },
  invitations: { title: 'Send invitations', width: 520, height: 420 },
  'paper-acceptance': { title: 'Record a paper acceptance', width: 560, height: 640 },
  resending: { title: 'Resend to this member', width: 560, height: 480 },
  publishing: { title: 'Publish a new version', width: 700, height: 680 },
  preview: { title: 'Tomorrow’s mail', width: 640, height: 600 },
  matching: { title: 'Match a response', width: 640, height: 640 },
  'photographers-list': { title: 'Photographer’s list', width: 700, height: 700 },
  check: { title: 'Check set-up', width: 700, height: 700 },
} as const satisfies Record<string, Shown>;

export type DialogName = keyof typeof DIALOGS;
