// Starts the longest test files first, so that at the end no worker waits for another; a fresh clone has not measured any.

const { default: Sequencer } = require('@jest/test-sequencer');

/** Longest first, as measured in seconds of one processor; the others are short. */
const LONG = [
  'scenarios/mischief',
  'scenarios/campaign-days',
  'scenarios/leak-faults',
  'scenarios/year-told',
  'scenarios/year',
  'scenarios/campaign-growth',
  'browser/cases',
  'scenarios/leak',
  'scenarios/interruptions',
  'browser/registers',
  'scenarios/server-kill',
  'scenarios/damaged-registers',
  'scenarios/versions',
  'browser/accessibility',
  'scenarios/cases-urgent',
  'scenarios/cost',
  'scenarios/cases-work',
  'browser/mails',
  'browser/publishing',
  'scenarios/staff-at-work',
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
