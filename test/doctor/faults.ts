// Faults as people make them, one by one, each with what the doctor must say about it: where, what, and what to do.

import { CARA, HEDI, type TestDesk } from '../support/desk.ts';
import type { Hands } from './hands.ts';

interface Fault {
  readonly fault: string;
  readonly plant: (hands: Hands, desk: TestDesk) => void;
  readonly finds: {
    readonly severity: 'red' | 'amber';
    readonly where: string;
    /** Words that must stand in what it says, and in the remedy. */
    readonly what: string;
    readonly remedy: string;
  };
}

const red = (where: string, what: string, remedy: string): Fault['finds'] => ({
  severity: 'red',
  where,
  what,
  remedy,
});
const amber = (where: string, what: string, remedy: string): Fault['finds'] => ({
  ...red(where, what, remedy),
  severity: 'amber',
});

const SET_UP = 'Set up or repair';
const WHOLE_DRIVE = 'https://www.googleapis.com/auth/drive';
const STRANGER = 'eve@example.com';
const ACCEPTANCE = 'Form “Code of Conduct acceptance”';
const PICTURES = 'Form “Pictures”';
const AGREEMENT = 'Form “Disclosure agreement”';
const REPORT = 'Form “Code of Conduct report or question”';

const TABS: Fault[] = [
  {
    fault: 'a tab was renamed',
    plant: (hands) => hands.renameTab('Members', 'People'),
    finds: red('Registers: Members', 'is now called “People”', SET_UP),
  },
  {
    fault: 'a tab was deleted',
    plant: (hands) => hands.deleteTab('Follow-up'),
    finds: red('Registers: Follow-up', 'The tab “Follow-up” is gone', SET_UP),
  },
  {
    fault: 'the tab with the settings was deleted',
    plant: (hands) => hands.deleteTab('Settings'),
    finds: red('Registers: Settings', 'The tab “Settings” is gone', SET_UP),
  },
  {
    fault: 'the hidden tab State was deleted',
    plant: (hands) => hands.deleteTab('State'),
    finds: red('Registers: State', 'The tab “State” is gone', SET_UP),
  },
  {
    fault: 'a heading was renamed',
    plant: (hands) => hands.write('Members', { column: 'Email' }, 'E-mail'),
    finds: red('Registers: Members', 'The heading “Email” is now “E-mail”', 'Write the heading back'),
  },
  {
    fault: 'a column was deleted',
    plant: (hands) => hands.deleteColumn('Members', 'Next due'),
    finds: red('Registers: Members', 'The column “Next due” is gone', SET_UP),
  },
  {
    fault: 'the row of headings was deleted',
    plant: (hands) => hands.deleteTopRow('Takedowns'),
    finds: red('Registers: Takedowns', 'The row of headings at the top is gone', SET_UP),
  },
  {
    fault: 'two columns have the same heading',
    plant: (hands) => hands.write('Members', { column: 'Birthday' }, 'Name'),
    finds: red('Registers: Members', '“Name” stands there twice', 'give the other one another heading'),
  },
  {
    fault: 'columns were put into another order',
    plant: (hands) => hands.moveColumn('Members', 'Status', 'Name'),
    finds: amber('Registers: Members', 'in another order than usual, from “Name” on', 'drag them back'),
  },
  {
    fault: 'a heading in Cases was renamed',
    plant: (hands) => hands.writeCaseHeading('Letters', 'About', 'Topic'),
    finds: red('Cases: Letters', 'The heading “About” is now “Topic”', SET_UP),
  },
  {
    fault: 'a drop-down list was taken away',
    plant: (hands) => hands.setList('Members', 'Status'),
    finds: amber('Registers: Members', 'The drop-down list of “Status” is gone', SET_UP),
  },
  {
    fault: 'a drop-down list offers something else',
    plant: (hands) => hands.setList('Members', 'Role', ['Mentor', 'Friend']),
    finds: amber('Registers: Members', 'The drop-down list of “Role”', SET_UP),
  },
  {
    fault: 'the warning of a tab was taken away',
    plant: (hands) => hands.changeGuard('Mail log', 'take away'),
    finds: amber('Registers: Mail log', 'The warning against typing by mistake is gone', SET_UP),
  },
  {
    fault: 'a tab was locked',
    plant: (hands) => hands.changeGuard('Acceptances', 'lock'),
    finds: amber('Registers: Acceptances', 'Cells are locked', 'Data → Protect sheets and ranges'),
  },
  {
    fault: 'the Registers are in another time zone',
    plant: (hands) => hands.setClock({ timeZone: 'Europe/Berlin' }),
    finds: red('Registers', 'Europe/Berlin', SET_UP),
  },
  {
    fault: 'Cases is in another time zone',
    plant: (hands, desk) => hands.setClock({ timeZone: 'America/New_York' }, desk.casesId),
    finds: red('Cases', 'America/New_York', SET_UP),
  },
  {
    fault: 'the Registers have another locale',
    plant: (hands) => hands.setClock({ locale: 'de_DE' }),
    finds: amber('Registers', 'The locale is de_DE', 'File → Settings'),
  },
];

const CONTENT: Fault[] = [
  {
    fault: 'a setting has a value that makes no sense',
    plant: (hands) => hands.setSetting('Mails a day at most', 'plenty'),
    finds: amber('Registers: Settings', 'does not make sense: Mails a day at most', '“Problem” beside it'),
  },
  {
    fault: 'a setting of Cases has a value that makes no sense',
    plant: (hands) => hands.setCaseSetting('Days to answer a report', 'soon'),
    finds: amber('Cases: Settings', 'Days to answer a report', '“Problem” beside it'),
  },
  {
    fault: 'mail is paused',
    plant: (hands) => hands.setSetting('Mail sending', 'Paused'),
    finds: amber('Registers: Mail log', 'Mail is paused', 'Resume mail'),
  },
  {
    fault: 'a mail was being sent and was never finished',
    plant: (hands) => hands.write('Mail log', { column: 'State', row: 1 }, 'Sending'),
    finds: red('Registers: Mail log', 'never finished: IMSTL-MAIL-', 'Send waiting mail now'),
  },
  {
    fault: 'a word of the kept text of a version was changed',
    plant: (hands) => hands.writeIntoVersionText(),
    finds: red('Registers: Code versions', '2025-06-04', 'Version history'),
  },
  {
    fault: 'the recorded hash of a version was changed',
    plant: (hands) => hands.write('Code versions', { column: 'Text hash', row: 1 }, 'f'.repeat(64)),
    finds: red('Registers: Code versions', '2025-06-04', 'Version history'),
  },
  {
    fault: 'no version is in force any more',
    plant: (hands) => hands.write('Code versions', { column: 'Status', row: 1 }, 'Retired'),
    finds: amber('Registers: Code versions', 'Not exactly one version', '“Active”'),
  },
  {
    fault: 'a line of the trail was changed',
    plant: (hands) => hands.write('Audit trail', { column: 'What', row: 2 }, 'Nothing'),
    finds: red('Registers: Audit trail', 'does not fit together at line', 'Version history'),
  },
  {
    fault: 'State does not say which files belong to the desk',
    plant(hands, desk) {
      const row = desk.register('State').findIndex(({ Name }) => Name === 'Files');
      hands.write('State', { column: 'Value', row: row + 1 }, '');
    },
    finds: red('Registers: State', 'do not say which files belong to them', SET_UP),
  },
];

const FORMS: Fault[] = [
  {
    fault: 'a form is not published',
    plant: (hands) => hands.setForm('pictures', { published: false }),
    finds: red(PICTURES, 'does not take answers', 'Publish'),
  },
  {
    fault: 'a form does not accept responses',
    plant: (hands) => hands.setForm('report', { accepting: false }),
    finds: red(REPORT, 'does not take answers', 'Accepting responses'),
  },
  {
    fault: 'a form can be filled in by the organization only',
    plant: (hands) => hands.change('acceptance', { responders: 'domain' }),
    finds: red(ACCEPTANCE, 'only by some people', 'Anyone with the link'),
  },
  {
    fault: 'a form asks everybody to sign in',
    plant: (hands) => hands.setForm('report', { emailCollection: 'VERIFIED' }),
    finds: red(REPORT, 'sign in with Google', 'Do not collect'),
  },
  {
    fault: 'a form asks for an email address a second time',
    plant: (hands) => hands.setForm('agreement', { emailCollection: 'RESPONDER_INPUT' }),
    finds: red(AGREEMENT, 'email address a second time', 'Do not collect'),
  },
  {
    fault: 'a question was deleted',
    plant: (hands) => hands.deleteQuestion('acceptance', 'Your email address'),
    finds: red(ACCEPTANCE, '“Your email address” is gone', SET_UP),
  },
  {
    fault: 'a question stands at another place',
    plant: (hands) => hands.moveQuestion('acceptance', 'Your name', 'Your personal reference'),
    finds: red(ACCEPTANCE, 'stands at another place', SET_UP),
  },
  {
    fault: 'a question was renamed',
    plant: (hands) => hands.changeQuestion('report', 'What happened?', { title: 'Tell us' }),
    finds: red(REPORT, '“What happened?” is now called “Tell us”', SET_UP),
  },
  {
    fault: 'the text under a question was changed',
    plant: (hands) => hands.changeQuestion('acceptance', 'Do you accept the Code of Conduct?', { help: '' }),
    finds: red(ACCEPTANCE, 'The text under “Do you accept the Code of Conduct?”', SET_UP),
  },
  {
    fault: 'a clause of the Code was changed in the form',
    plant: (hands) => hands.changeQuestion('acceptance', 'GUIDELINES', { help: 'Be nice.' }),
    finds: red(ACCEPTANCE, 'The text under', SET_UP),
  },
  {
    fault: 'a question need not be answered any more',
    plant: (hands) => hands.changeQuestion('acceptance', 'I take part as', { required: false }),
    finds: red(ACCEPTANCE, '“I take part as” can be left empty', SET_UP),
  },
  {
    fault: 'a question must be answered now',
    plant: (hands) => hands.changeQuestion('report', 'When did it happen?', { required: true }),
    finds: red(REPORT, '“When did it happen?” must be answered now', SET_UP),
  },
  {
    fault: 'the choices of a question were changed',
    plant(hands) {
      const { choices } = hands.questionOf('pictures', 'Which pictures do you mean?');
      hands.changeQuestion('pictures', 'Which pictures do you mean?', { choices: choices.slice(1) });
    },
    finds: red(PICTURES, 'The choices of “Which pictures do you mean?” were changed', SET_UP),
  },
  {
    fault: 'an answer leads to another page',
    plant(hands) {
      const { choices } = hands.questionOf('pictures', 'What do you want?');
      const straight = choices.map(({ value }) => ({ value }));
      hands.changeQuestion('pictures', 'What do you want?', { choices: straight });
    },
    finds: red(PICTURES, 'Answers of “What do you want?” lead to other pages', SET_UP),
  },
  {
    fault: 'the title of a form was changed',
    plant: (hands) => hands.retitleForm('report', 'Complaints'),
    finds: red(REPORT, 'Its title was changed', SET_UP),
  },
  {
    fault: 'the answers of a confidential form are copied into a spreadsheet',
    plant: (hands) => hands.linkToSheet('report'),
    finds: red(REPORT, 'copied into another spreadsheet', 'Unlink form'),
  },
];

const SHARING: Fault[] = [
  {
    fault: 'the Registers are open to everybody with the link',
    plant: (hands) => hands.change('Registers', { link: 'reader' }),
    finds: red('Registers', 'by anybody who has its link', '“Restricted”'),
  },
  {
    fault: 'Cases is open to everybody with the link',
    plant: (hands) => hands.change('Cases', { link: 'reader' }),
    finds: red('Cases', 'Whoever has the link', '“Restricted”'),
  },
  {
    fault: 'somebody who handles no cases can open Cases',
    plant: (hands) => hands.change('Cases', { viewers: [STRANGER] }),
    finds: red('Cases', `${STRANGER} can open it`, 'remove this person'),
  },
  {
    fault: 'a handler cannot open Cases',
    plant: (hands, desk) => {
      const { editors } = desk.workspace.files.get(desk.casesId);
      hands.change('Cases', { editors: editors.filter((one) => one !== HEDI) });
    },
    finds: amber('Cases', `${HEDI} handles cases and cannot open it`, 'choose “Share”'),
  },
  {
    fault: 'a form can be edited by everybody with the link',
    plant: (hands) => hands.change('acceptance', { link: 'writer' }),
    finds: red(ACCEPTANCE, 'can open the form’s own page', '“Restricted”'),
  },
  {
    fault: 'a stranger can read the answers of the form for reports',
    plant: (hands) => hands.change('report', { editors: [STRANGER] }),
    finds: red(REPORT, `${STRANGER} can open the form’s own page`, 'Add collaborators'),
  },
  {
    fault: 'everybody can change the document of the Code',
    plant: (hands) => hands.change('Code document', { link: 'writer' }),
    finds: red('Code document', 'can change the text of the Code', '“Viewer” or “Restricted”'),
  },
  {
    fault: 'the no-photo list is open to everybody with the link',
    plant: (hands) => hands.change('no-photo list', { link: 'reader' }),
    finds: red('No-photo list', 'can read the names', '“Restricted”'),
  },
  {
    fault: 'a form is in the trash',
    plant: (hands) => hands.change('agreement', { trashed: true }),
    finds: red(AGREEMENT, 'It is in the trash', 'restore it'),
  },
  {
    fault: 'Cases was deleted for good',
    plant: (hands) => hands.erase('Cases'),
    finds: red('Cases', 'It is gone', 'tell the maintainer'),
  },
];

const SCRIPT: Fault[] = [
  {
    fault: 'the trigger of every ten minutes is missing',
    plant(hands, desk) {
      hands.deleteTrigger('everyTenMinutes');
      desk.workspace.advance('PT4H');
    },
    finds: red('Automatic work', 'The look every ten minutes: it has not run for too long', SET_UP),
  },
  {
    fault: 'the trigger of the night is missing',
    plant(hands, desk) {
      hands.deleteTrigger('everyNight');
      desk.nextDay();
    },
    finds: red('Automatic work', 'The work of the night: it has not run for too long', SET_UP),
  },
  {
    fault: 'the trigger of a form is missing',
    plant(hands, desk) {
      hands.deleteTrigger('acceptanceSubmitted');
      desk.answerByLink(CARA);
      desk.minutes(30);
    },
    finds: amber(ACCEPTANCE, '“acceptanceSubmitted” did not start', SET_UP),
  },
  {
    fault: 'a run failed',
    plant: (hands) => hands.fail('casesEveryMorning'),
    finds: red('Automatic work', 'its last run ended with an error', 'Executions'),
  },
  {
    fault: 'somebody changed the code at Google',
    plant: (hands) => hands.push('Code', (source) => `${source}\n// mine`),
    finds: amber('Script', 'It differs in: Code', 'npm run deploy'),
  },
  {
    fault: 'the manifest lacks a permission',
    plant: (hands) => hands.push('appsscript', (source) => source.replace(/"[^"]*gmail\.modify",\s*/, '')),
    finds: red('Script', 'permissions that the code needs: gmail.modify', 'npm run deploy'),
  },
  {
    fault: 'the manifest asks for more than it needs',
    plant: (hands) =>
      hands.push('appsscript', (source) =>
        source.replace('"oauthScopes": [', `"oauthScopes": ["${WHOLE_DRIVE}",`),
      ),
    finds: amber('Script', 'more permissions than the code needs: drive.', 'npm run deploy'),
  },
  {
    fault: 'an advanced service is switched off',
    plant: (hands) =>
      hands.push('appsscript', (source) => source.replace(/\{ "userSymbol": "Docs".*\},\s*/, '')),
    finds: red('Script', 'switched off: Docs', 'npm run deploy'),
  },
  {
    fault: 'the script is in another time zone',
    plant: (hands) => hands.push('appsscript', (source) => source.replace('America/Chicago', 'Etc/GMT')),
    finds: red('Script', 'Its time zone is Etc/GMT', 'timeZone'),
  },
];

export const FAULTS: Readonly<Record<string, readonly Fault[]>> = {
  'In the spreadsheets': TABS,
  'In what stands there': CONTENT,
  'In the forms': FORMS,
  'In who may open what': SHARING,
  'In the script and its runs': SCRIPT,
};
