// What a look at the set-up can find: each finding by its name, and how serious it is. The words stand in content.

/** In order; worth a look; to be mended; could not be found out. */
export type Level = 'good' | 'look' | 'wrong' | 'unknown';

/** How serious each finding is. */
export const FINDINGS = {
  // The automatic work
  'triggers in place': 'good',
  'triggers of another account': 'unknown',
  'triggers of two accounts': 'wrong',
  'triggers missing': 'wrong',
  'triggers twice': 'wrong',
  'triggers off': 'wrong',
  'work runs': 'good',
  'work not noted yet': 'unknown',
  'work late': 'look',
  'work stopped': 'wrong',
  'permissions granted': 'good',
  'permissions missing': 'wrong',
  'permissions not seen': 'unknown',
  // The spreadsheet
  'tabs whole': 'good',
  'tabs missing': 'wrong',
  'headings missing': 'wrong',
  'guards missing': 'look',
  'lists missing': 'look',
  'settings make sense': 'good',
  'settings bad': 'look',
  'zones agree': 'good',
  'zones differ': 'wrong',
  'room for rows': 'good',
  'little room for rows': 'wrong',
  'sharing for you to judge': 'good',
  'registers open to all': 'wrong',
  'link sharing not seen': 'unknown',
  // The Code and the record
  'texts whole': 'good',
  'texts changed': 'wrong',
  'one version in force': 'good',
  'not one version in force': 'look',
  'document as recorded': 'good',
  'document differs': 'look',
  'document not read': 'look',
  'trail ends well': 'good',
  'trail end differs': 'wrong',
  // The forms
  'form open': 'good',
  'form lost': 'wrong',
  'form closed': 'wrong',
  'form not made': 'wrong',
  'form not looked at': 'unknown',
  'form for everybody': 'good',
  'form only for some': 'wrong',
  'audience not seen': 'unknown',
  'questions changed': 'wrong',
  'companions set': 'good',
  'companions missing': 'wrong',
  // The mail
  'sender is the contact address': 'good',
  'sender is another address': 'look',
  'sender not seen': 'unknown',
  'room for mail': 'good',
  'little room for mail': 'look',
  'no room for mail': 'wrong',
  'room not seen': 'unknown',
  'mail flows': 'good',
  'mail paused': 'look',
  'mail waits long': 'look',
  'mail failed': 'look',
  // Cases
  'cases in order': 'good',
  'cases not made': 'wrong',
  'cases not looked at': 'unknown',
  'cases shared wrongly': 'look',
  'case settings bad': 'look',
  'nobody handles cases': 'look',
  // The trial run
  'trial passed': 'good',
  'trial not recorded': 'wrong',
  'trial mail not sent': 'wrong',
  'trial mail waits': 'look',
  'trial not cleared away': 'look',
  'trial under the owner only': 'unknown',
  'trial needs the form': 'unknown',
  'form clock agrees': 'good',
  'form clock differs': 'wrong',
  // What Google leaves open
  answered: 'good',
  'tried form left': 'look',
  'not by a script': 'unknown',
} as const satisfies Record<string, Level>;

export type FindingName = keyof typeof FINDINGS;

/** A finding, and the names, numbers and times that its words need. */
export interface Finding {
  name: FindingName;
  about: readonly string[];
}

export const finding = (name: FindingName, ...about: readonly (string | number)[]): Finding => ({
  name,
  about: about.map(String),
});

export const levelOf = ({ name }: Pick<Finding, 'name'>): Level => FINDINGS[name];

/** One of these two, the second when there is something to list. */
export const listed = (bad: FindingName, found: readonly string[]): Finding[] =>
  found.length === 0 ? [] : [finding(bad, found.join('; '))];
