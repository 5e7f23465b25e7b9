// The titles and sizes of the dialogs and sidebars; what they say stands in dialog-words.ts.

import type { Shown } from '../google/dialogs.ts';

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
