// The words of the acceptance form: its questions before and after the code, and the statements of each role.

import { ROLES } from '../../domain/entries.ts';
import { type AcceptanceFormWords, DECLINE, I_AGREE, STATEMENTS, STATEMENTS_ON } from '../acceptance-form.ts';
import { type FormItem, SUBMIT } from '../form.ts';
import { NAME_AND_ADDRESS, REFERENCE } from './who.ts';

/** The words of the answer name the version, so that the answer by itself shows what was accepted. */
const ACCEPT = 'I accept this Code of Conduct (Last Update: {{lastUpdate}})';

/** The statements of a page, each with a box to tick. */
const ticks = (page: keyof typeof STATEMENTS_ON): FormItem[] =>
  STATEMENTS_ON[page].map((name) => ({
    key: `${page}.${name}`,
    kind: 'tick',
    title: STATEMENTS[name],
    label: I_AGREE,
  }));

/** What stands after the code; the two companions to which it points stand beside its text, which stays as it is. */
const AFTER_THE_CODE: FormItem[] = [
  {
    key: 'companions',
    kind: 'words',
    title: 'Terms of Use and Privacy Policy',
    help: 'The Code of Conduct points to both of them. Please read them too.\n\n{{companions}}',
  },
  { key: 'page.answer', kind: 'page', title: 'Your answer' },
  {
    key: 'answer',
    kind: 'choice',
    title: 'Do you accept the Code of Conduct?',
    help: 'You accept the whole Code, not parts of it.',
    required: true,
    options: [
      { label: ACCEPT, goTo: 'page.role' },
      { label: DECLINE, goTo: 'page.declined' },
    ],
  },
  {
    key: 'page.role',
    kind: 'page',
    title: 'Your part in the program',
    help: 'Thank you. A few words of the Code are for mentors, and a few for mentees.',
  },
  {
    key: 'role',
    kind: 'choice',
    title: 'I take part as',
    required: true,
    options: ROLES.map((role) => ({ label: role, goTo: `page.${role}` })),
  },
  { key: 'page.Mentor', kind: 'page', title: 'For mentors', next: 'page.all' },
  ...ticks('mentor'),
  { key: 'page.Mentee', kind: 'page', title: 'For mentees', next: 'page.all' },
  ...ticks('mentee'),
  {
    key: 'page.Mentor and mentee',
    kind: 'page',
    title: 'For mentors who are also mentees',
    next: 'page.all',
  },
  ...ticks('both'),
  {
    key: 'page.all',
    kind: 'page',
    title: 'For all Members',
    help: 'The last page. The Code asks each Member to say these herself.',
    next: SUBMIT,
  },
  ...ticks('all'),
  {
    key: 'page.declined',
    kind: 'page',
    title: 'You do not accept the Code',
    help: 'That is your right. We will write to you, and someone from the program will talk with you about what comes next. Press “Submit” to send your answer, or “Back” to change it.',
  },
  {
    key: 'reason',
    kind: 'text',
    title: 'Would you like to tell us why?',
    help: 'Only if you want to.',
    required: false,
  },
];

/** The whole form but for the code, with places for what is known later. */
export const ACCEPTANCE_FORM: AcceptanceFormWords = {
  fileName: 'Code of Conduct acceptance',
  title: 'Code of Conduct: {{programme}}',
  description:
    'Please read our Code of Conduct and tell us whether you accept it. It takes about ten minutes. You can do it on a phone, and you do not need a Google account.',
  confirmation:
    'Thank you. We have your answer. An email from us is on its way to you. If it does not come within a day, please write to {{contact}}.',
  closed: 'This form takes no answers at the moment. Please write to {{contact}}.',
  before: [...NAME_AND_ADDRESS, REFERENCE],
  after: AFTER_THE_CODE,
};
