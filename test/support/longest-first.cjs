// Starts the longest test files first, so that at the end no worker waits for another; a fresh clone has not measured any.

const { default: Sequencer } = require('@jest/test-sequencer');

/** Longest first, as measured in seconds of one processor; the others are short. */
const LONG = [
  'explorer/mistakes',
  'deployment/deploy',
  'browser/mails',
  'browser/cases',
  'browser/accessibility',
  'browser/registers',
  'browser/evidence',
  'explorer/short-run-2',
  'scenarios/year-told',
  'browser/pictures',
  'browser/roster-import',
  'browser/dashboard',
  'browser/publishing',
  'browser/document',
  'local-workspace/rest/google-types',
  'doctor/doctor',
  'bench/counts',
  'browser/member-card',
  'browser/incoming-mail',
  'rehearsal/rehearse',
  'rehearsal/from-backup',
  'scenarios/campaign-growth',
  'backups/backup',
  'explorer/short-run-1',
  'scenarios/leak',
  'scenarios/check-set-up',
  'scenarios/server-kill',
  'scenarios/damaged-registers',
  'scenarios/agreements',
  'scenarios/hand-over',
  'doctor/command',
  'scenarios/leak-faults',
  'scenarios/dashboard',
  'scenarios/mischief',
  'scenarios/mail-interrupted',
  'scenarios/versions',
  'backups/offline',
  'build',
];

const FOLDERS = ['scenarios', 'browser', 'local-workspace'];

function place(path) {
  const inside = path.replaceAll('\\', '/').split('/test/').pop();
  const known = LONG.indexOf(inside.replace(/\.test\.ts$/, ''));
  if (known >= 0) return known;
  const folder = FOLDERS.findIndex((name) => inside.startsWith(`${name}/`));
  return LONG.length + (folder < 0 ? FOLDERS.length : folder);
}

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => place(a.path) - place(b.path) || (a.path < b.path ? -1 : 1));
  }
};
