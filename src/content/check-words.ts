// What each finding of “Check set-up…” says, and what to do about it. What to do never names anybody or anything: by it,
// a problem that has passed is found again and ticked off.

import type { Question } from '../domain/check-account.ts';
import type { Finding, FindingName } from '../domain/check-findings.ts';
import type { Work } from '../registers/state.ts';
import { timeInWords } from './dates.ts';
import { PROBLEMS, type ProblemWords } from './problems.ts';

type Words = (...about: string[]) => ProblemWords;

/** In order: there is nothing to do. */
const fine = (what: string): ProblemWords => ({ what, whatToDo: '' });
const words = (what: string, whatToDo: string): ProblemWords => ({ what, whatToDo });
const again = 'Then choose “Check set-up…” again.';
const repair =
  'Choose “Code of Conduct → Set up or repair…”. It puts back what is missing and changes no data.';

export const WORDS: Record<FindingName, Words> = {
  'triggers in place': (owner) => fine(`The automatic work is in place. It runs under ${owner}.`),
  'triggers of another account': (owner) =>
    words(
      `The automatic work runs under ${owner}, and only that account can look at it.`,
      'To check it, sign in as that account.',
    ),
  'triggers of two accounts': (owner, account) =>
    words(
      `Both ${owner} and ${account} run the automatic work, so mails may go out twice.`,
      `Sign in as the second of them, open “Extensions → Apps Script”, choose the clock at the left, and delete each line there. Then tick “Done” in Problems.`,
    ),
  'triggers missing': (names) =>
    words(`This does not start by itself: ${names}.`, `${repair} It starts all of it again. ${again}`),
  'triggers twice': (names) =>
    words(
      `This starts more than once each time: ${names}.`,
      `${repair} It takes away what is double. ${again}`,
    ),
  'triggers off': (names) =>
    words(
      `Google has switched this off: ${names}.`,
      `Open “Extensions → Apps Script”, choose the clock at the left, and delete the lines that are switched off. Then choose “Set up or repair…”: it makes new ones. ${again}`,
    ),
  'work runs': (name, when) => fine(`${name}: last noted on ${timeInWords(when ?? '')}.`),
  'work not noted yet': (names) =>
    words(`This has not run yet since the set-up: ${names}.`, 'Nothing to do. Please look again tomorrow.'),
  'work late': (name, when) =>
    words(
      `${name}: it is late. ${when ? `The last time was ${timeInWords(when)}.` : 'It has not run since the set-up.'}`,
      'Google may be slow today. Please look again in some hours.',
    ),
  'work stopped': (name, when) =>
    words(
      `${name}: it has not run for too long. ${when ? `The last time was ${timeInWords(when)}.` : 'It has never run.'}`,
      `Sign in as the account of the automatic work and choose “Set up or repair…”. If Google asks for permission, allow it. Look again after a day. If this stays, tell the maintainer.`,
    ),
  'permissions granted': () => fine('This account has given all the permissions that the system needs.'),
  'permissions missing': (names) =>
    words(
      `This account has not given permission for: ${names}.`,
      `Open the address beside this line, or choose “Set up or repair…”, and allow everything that Google asks for. ${again}`,
    ),
  'permissions not seen': () =>
    words(
      'Google does not tell which permissions this account has given.',
      'Nothing to do. If one is missing, the other lines here say so.',
    ),
  'tabs whole': () => fine('All tabs are there, with their headings, drop-down lists and warnings.'),
  'tabs missing': (names) =>
    words(
      `Tabs are missing or have another name: ${names}.`,
      `${repair} A tab that was renamed gets its name back.`,
    ),
  'headings missing': (names) =>
    words(`Headings are missing: ${names}.`, `Write them back into the first row, or: ${repair} ${again}`),
  'guards missing': (names) =>
    words(
      `The warning against typing by mistake is gone: ${names}.`,
      `${repair} It puts the warnings back. ${again}`,
    ),
  'lists missing': (names) =>
    words(`Drop-down lists are gone: ${names}.`, `${repair} It puts the lists back. ${again}`),
  'settings make sense': () => fine('Every setting makes sense.'),
  'settings bad': (names) =>
    words(
      `A setting does not make sense: ${names}.`,
      'Look at “Problem” beside it in Settings: there stands what to write, and which value holds until then.',
    ),
  'zones agree': (zone) => fine(`The clocks agree: spreadsheets and system are in the time zone ${zone}.`),
  'zones differ': (found, wanted) =>
    words(
      `A clock is in the time zone ${found}; it should be ${wanted}. Dates may be a day off.`,
      `${repair} It sets the spreadsheets right. If this stays, tell the maintainer: then it is the clock of the system. ${again}`,
    ),
  'room for rows': () => fine('There is room for many more rows in this spreadsheet.'),
  'little room for rows': () =>
    words(
      'This spreadsheet is more than 80 percent full: Google allows ten million cells, and counts empty ones.',
      'Delete empty rows and columns at the end of its tabs, and sheets that you do not need. Please do not delete rows that hold something. If this stays, tell the maintainer: then earlier years must move into a spreadsheet of their own.',
    ),
  'sharing for you to judge': (people) =>
    fine(
      `These people can change this spreadsheet: ${people}. Please think whether each of them still should.`,
    ),
  'registers open to all': () =>
    words(
      'This spreadsheet can be opened by anybody who has its link, or by everybody in the organization.',
      `It holds personal data. Choose “Share” at the top, and “Restricted” under “General access”. ${again}`,
    ),
  'link sharing not seen': () =>
    words(
      'Whether somebody with only the link can open this spreadsheet cannot be seen with the few permissions that the system has.',
      'Choose “Share” at the top. Under “General access” there should stand “Restricted”.',
    ),
  'texts whole': () => fine('The kept text of every version of the Code is as it was recorded.'),
  'texts changed': (version = '') => PROBLEMS.versionTextLost(version),
  'one version in force': (version) => fine(`One version of the Code is in force: ${version}.`),
  'not one version in force': () =>
    words(
      'Not exactly one version of the Code is in force.',
      'In Code versions, “Status” of the version in force should be “Active”, and of no other.',
    ),
  'document as recorded': () => fine('The document of the Code is the same as the version in force.'),
  'document differs': () =>
    words(
      'The document of the Code differs from the version in force.',
      'If a new version waits to be published, there is nothing to do. If not, look at Problems and choose “Code of Conduct → The Code → Look at the Code of Conduct now…”.',
    ),
  'document not read': () =>
    words(
      'The document of the Code cannot be read by this account.',
      'Look whether “Code of Conduct document” in Settings names it, and whether it is shared with this account.',
    ),
  'trail ends well': (line, count) =>
    fine(`The audit trail ends where it should, at line ${line}; its last ${count} lines fit together.`),
  'trail end differs': (line) =>
    words(
      `The audit trail does not fit together at line ${line}.`,
      'Somebody may have changed the tab “Audit trail” or “State”. Look at them in File → Version history, put the old rows back, and tell the maintainer.',
    ),
  'form open': (name) => fine(`The form “${name}” takes answers.`),
  'form lost': (name) =>
    words(
      `The form “${name}” cannot be opened.`,
      `It may be in the trash: sign in to Google Drive as the account of the automatic work and take it out. ${again}`,
    ),
  'form closed': (name = '') => PROBLEMS.oneFormNotOpen(name),
  'form not made': (name) =>
    words(`The form “${name}” has not been made.`, `${repair} It makes the form. ${again}`),
  'form not looked at': (name) =>
    words(
      `The form “${name}” cannot be opened by this account, so it was not looked at.`,
      'To check it, sign in as the account of the automatic work.',
    ),
  'form for everybody': (name) =>
    fine(`The form “${name}” takes answers, and everybody who has its link can fill it in.`),
  'form only for some': (name) =>
    words(
      `The form “${name}” can be filled in only by some people, such as those in the organization. Members are not among them.`,
      `Open the form and choose “Published” at the top, then “Manage”. Under “Responders” choose “Anyone with the link”. ${again}`,
    ),
  'audience not seen': (name) =>
    words(
      `The form “${name}” takes answers. Who may fill it in, Google does not tell the system here.`,
      'Open the link to the form in a private window. The questions should appear without a sign-in.',
    ),
  'questions changed': (name, titles) =>
    words(
      `In the form “${name}”, somebody changed or deleted: ${titles}.`,
      `${repair} It puts the questions of the forms back; what you added stays. ${again}`,
    ),
  'companions set': () => fine('The addresses of the Terms of Use and the Privacy Policy are set.'),
  'companions missing': () => PROBLEMS.companionsMissing,
  'sender is the contact address': (contact) => fine(`Mail goes out in the name of ${contact}.`),
  'sender is another address': (account, contact) =>
    words(
      `Mail goes out in the name of ${account} and not of ${contact}. Answers go to ${contact} all the same.`,
      'In Gmail, open “Settings → Accounts → Send mail as”, and add the contact address. Or leave it as it is.',
    ),
  'sender not seen': (owner) =>
    words(
      `From which address mail goes out can be seen only by ${owner}.`,
      'To check it, sign in as that account.',
    ),
  'room for mail': (left) => fine(`Google takes ${left} more mails from this account today.`),
  'little room for mail': (left, waiting) =>
    words(
      `Google takes only ${left} more mails from this account today; ${waiting} are waiting.`,
      'The rest leaves on the days after, urgent mail first. If this happens often, lower “Mails a day at most” in Settings.',
    ),
  'no room for mail': (waiting) =>
    words(
      `Google takes no more mail from this account today; ${waiting} are waiting.`,
      'They leave by themselves within a day. If somebody may be in danger, please look into Cases and call her.',
    ),
  'room not seen': (owner) =>
    words(
      `How many more mails may go out today can be seen only by ${owner}, and only if Google tells it.`,
      'To check it, sign in as that account.',
    ),
  'mail flows': (waiting) => fine(waiting === '0' ? 'No mail is waiting.' : `Mails in line now: ${waiting}.`),
  'mail paused': (waiting) =>
    words(
      `Mail is paused; ${waiting} are waiting.`,
      'Choose “Code of Conduct → Mail → Resume mail…” when they may go out.',
    ),
  'mail waits long': (count) =>
    words(
      `Mails have been waiting for more than two days: ${count}.`,
      'In a large round of mails that can be right. If not, choose “Code of Conduct → Mail → Send waiting mail now…” as the account of the automatic work, and look at Problems.',
    ),
  'mail failed': (count) =>
    words(
      `Mails of the last week that could not be sent: ${count}.`,
      'Look for “Failed” in Mail log, and correct the addresses in Members.',
    ),
  'cases in order': () =>
    fine('Only those who should can open the Cases spreadsheet, and its settings make sense.'),
  'cases not made': () =>
    words('The Cases spreadsheet has not been made.', `${repair} It makes Cases. ${again}`),
  'cases not looked at': (owner) =>
    words(
      'This account cannot open the Cases spreadsheet, so it was not looked at.',
      `That is right for everybody who does not handle cases. ${owner} can look.`,
    ),
  'cases shared wrongly': () =>
    words(
      'The Cases spreadsheet is not shared as its Settings say.',
      'Open Cases, choose “Share”, and leave only those who stand under “Handlers” and “Stand-ins” in its Settings.',
    ),
  'case settings bad': (names) =>
    words(
      `In the Settings of Cases, a value does not make sense: ${names}.`,
      'Look at “Problem” beside it there: it says what to write, and which value holds until then.',
    ),
  'nobody handles cases': () =>
    words(
      'Nobody is named who handles reports.',
      'Open Cases, and write names with addresses into “Handlers” and “Safety contacts” in its Settings.',
    ),
  'trial passed': (seconds) =>
    fine(
      `An answer of the system’s own went from the form into Acceptances, and its mail went out, in ${seconds} seconds. It was cleared away again.`,
    ),
  'trial not recorded': () =>
    words(
      'The trial answer was given to the form and did not reach Acceptances.',
      'Answers of members stay in the form. Look at Problems, choose “Set up or repair…”, and try the trial again. If it fails again, tell the maintainer.',
    ),
  'trial mail not sent': () =>
    words(
      'The trial answer reached Acceptances, but its mail did not go out.',
      'Look at Problems for what Google says about mail, and try the trial again. If it fails again, tell the maintainer.',
    ),
  'trial mail waits': () =>
    words(
      'The trial answer reached Acceptances. Its mail was not sent, because mail is paused or today’s mails are used up.',
      'Nothing is wrong with it. To try the mail too, check again when mail goes out.',
    ),
  'trial not cleared away': (what) =>
    words(
      `Something of the trial run could not be cleared away: ${what}.`,
      'It is tried again by itself each night.',
    ),
  'trial under the owner only': (owner) =>
    words(`The trial run sends a mail, which only ${owner} can do.`, 'To try it, sign in as that account.'),
  'trial needs the form': () =>
    words('The acceptance form is not open, so there was no trial run.', 'Open the form first; see above.'),
  'form clock agrees': () => fine('The clock of the form agrees with the clock of the system.'),
  'form clock differs': (seconds) =>
    words(
      `The clock of the form differs from the clock of the system by ${seconds} seconds.`,
      'The times in Acceptances are those of the form. Please tell the maintainer.',
    ),
  answered: (question, ...about) => fine(ANSWERS[question as Question](...about)),
  'tried form left': (name) =>
    words(
      `To find this out, a form was made that could not be put into the trash: “${name}”.`,
      'Please delete it in Google Drive. It holds nothing.',
    ),
  'not by a script': (question) => words(OPEN[question as Question] ?? '', ''),
};

/** What was found out about this account, where Google’s own pages leave it open. */
export const ANSWERS: Record<Question, (...about: string[]) => string> = {
  'forms born published': (is) =>
    `A form that the system makes is ${is === 'yes' ? 'open' : 'closed'} at first here. The system opens its forms itself, so either is fine.`,
  'lock taken twice': (waits) =>
    waits === 'yes'
      ? 'When the same work asks twice to be alone, it waits for itself here. The system asks only once, so either is fine.'
      : 'When the same work asks twice to be alone, it does not wait for itself here. The system asks only once, so either is fine.',
  'edited answers': () => '',
  'limits without a number': (length) =>
    `Google gives no greatest length for a link. The personal links here have ${length} characters; up to 2000 are safe.`,
  'hours over a clock change': (before, after) =>
    `The work of the night began at ${before} before the last change of the clocks, and at ${after} after it. The system depends on neither.`,
  'code from text': (is) =>
    `Making code from text ${is === 'yes' ? 'works' : 'does not work'} here. The system does not need it.`,
  'mails a day': (left, sent) =>
    `Google takes ${left} more mails today, and the system sent ${sent} within a day. Together that is about what this account may send a day.`,
  'how long things take': (open) => `To open a form took ${seconds(open)} here.`,
  'number after an edit': () => '',
};

const seconds = (ms = '') => `${(Number(ms) / 1000).toFixed(1)} seconds`;

/** What could not be found out, and what that means. */
const OPEN: Record<Question, string> = {
  'forms born published':
    'Whether a form that the system makes is open at first could not be tried. The system opens its forms itself, so either is fine.',
  'lock taken twice':
    'Whether the same work waits for itself when it asks twice to be alone could not be tried. The system asks only once, so either is fine.',
  'edited answers':
    'What a spreadsheet is told of an answer that was changed later: the system cannot find this out. The forms here let nobody change an answer.',
  'limits without a number':
    'The greatest size of a project or a link, and how many answers a form holds: the system cannot find this out.',
  'hours over a clock change':
    'Whether the work of the night keeps its hour when the clocks change: known after the next change. The system depends on neither.',
  'code from text': '',
  'mails a day': 'How many mails a day this account may send: Google did not tell.',
  'how long things take': 'How long it takes to open a form could not be measured.',
  'number after an edit':
    'Whether an answer keeps its number when it is changed later: the system cannot find this out. The forms here let nobody change an answer.',
};

export const findingWords = ({ name, about }: Finding): ProblemWords => WORDS[name](...about);

/** The groups of findings, in the order of the dialog. */
export const GROUPS = {
  work: 'Automatic work',
  sheet: 'This spreadsheet',
  record: 'The Code and the record',
  forms: 'Forms',
  mail: 'Mail',
  cases: 'Cases',
  trial: 'Trial run',
  account: 'What Google leaves open, found out here',
} as const;
export type GroupName = keyof typeof GROUPS;

/** What starts by itself, as the findings name it. */
export const WORK_NAMES: Record<Work, string> = {
  'ten minutes': 'The look every ten minutes',
  night: 'The work of the night',
  morning: 'The work of the morning',
  'cases night': 'The work of the night on cases',
  'cases morning': 'The work of the morning on cases',
  acceptance: 'Taking up acceptances',
  'image-opt-out': 'Taking up requests about pictures',
  agreement: 'Taking up agreements',
  report: 'Taking up reports',
  edits: 'Taking note of changes by hand here',
  'case edits': 'Taking note of changes by hand in Cases',
};

/** What each permission is for, by its name at Google. */
export const PERMISSIONS: Readonly<Record<string, string>> = {
  spreadsheets: 'spreadsheets',
  forms: 'forms',
  documents: 'the document of the Code',
  'drive.file': 'files that the system makes',
  'gmail.modify': 'sending and reading mail',
  'script.scriptapp': 'automatic work',
  'script.container.ui': 'this menu and its windows',
  'script.send_mail': 'how many mails are left today',
  'userinfo.email': 'who is signed in',
};

/** The form of Cases, as the check names it. */
export const REPORT_FORM_NAME = 'Report or ask';

/** What could not be cleared away after a trial run. */
export const TRIAL_LEFT = { answer: 'its answer in the form', mail: 'its mail' } as const;
