// Starts the longest test files first, so that at the end no worker waits for another; a fresh clone has not measured any.

const { default: Sequencer } = require('@jest/test-sequencer');

/** Longest first, in seconds of one processor, with what browser and commands take; the others are short. */
const LONG = [
  'explorer/mistakes',
  'browser/cases',
  'deployment/deploy',
  'browser/mails',
  'browser/accessibility',
  'browser/evidence',
  'browser/registers',
  'rehearsal/rehearse',
  'browser/document',
  'browser/publishing',
  'browser/today',
  'browser/member-card',
  'browser/dashboard',
  'browser/staff-menu',
  'browser/roster-import',
  'explorer/short-run-2',
  'browser/pictures',
  'browser/incoming-mail',
  'rehearsal/from-backup',
  'browser/check-set-up',
  'scenarios/server-kill',
  'scenarios/check-set-up',
  'doctor/doctor',
  'explorer/short-run-1',
  'browser/photographers-list',
  'scenarios/campaign-growth',
  'bench/counts',
  'browser/script-dialogs',
  'doctor/command',
  'scenarios/damaged-registers',
  'browser/agreements',
  'scenarios/year-told',
  'browser/member',
  'scenarios/mischief',
  'scenarios/hand-over',
  'domain/hostile-text',
  'scenarios/agreements',
  'scenarios/leak',
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
