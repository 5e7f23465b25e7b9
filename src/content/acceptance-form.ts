// The acceptance form: the whole code to read, the answer, and the statements of each role.

import { type CodePiece, lastUpdateOf, parseCode } from '../domain/code-text.ts';
import type { Answer, Role } from '../domain/entries.ts';
import { ROLES } from '../domain/entries.ts';
import type { Settings } from '../registers/settings.ts';
import { type CompanionSettings, companionsText } from './companions.ts';
import { type FormBlueprint, type FormItem, type RawAnswers, SUBMIT } from './form.ts';

/** What a member agrees to, beside the code as a whole. */
const STATEMENTS = {
  interest: 'As a mentor, I will always strive to act in the best interest of my mentee.',
  volunteer:
    'As a mentor, I am a volunteer and not an employee. No employment relationship comes from this Code of Conduct or any other policy, and I am not entitled to wages, benefits, or other remuneration.',
  receptive:
    'As a mentee, I will be receptive to new ideas, networks, knowledge, skills, resources, feedback, and advice.',
  respect: 'I agree to treat all Members with respect.',
  availability:
    'I agree to be respectful of other Members’ availability and obligations, so that we do not unduly burden one another.',
  images:
    'I have read the section “Images and Photos”. I know that I can opt out of this release, or withdraw my consent, by writing to contact@imstl.org.',
} as const;

type StatementName = keyof typeof STATEMENTS;

/** The page of each role, as the keys of its statements name it. */
const PAGES: Record<Role, string> = { Mentor: 'mentor', Mentee: 'mentee', 'Mentor and mentee': 'both' };

const I_AGREE = 'I agree';
const DECLINE = 'I do not accept this Code of Conduct';

/** The words of the answer name the version, so that the answer by itself shows what was accepted. */
export function acceptLabel(lastUpdate: string): string {
  return `I accept this Code of Conduct (Last Update: ${lastUpdate})`;
}

const tick = (page: string, name: StatementName): FormItem => ({
  key: `${page}.${name}`,
  kind: 'tick',
  title: STATEMENTS[name],
  label: I_AGREE,
});

const WELCOME: FormItem[] = [
  {
    key: 'name',
    kind: 'line',
    title: 'Your name',
    help: 'As you use it in the program.',
    required: true,
  },
  {
    key: 'email',
    kind: 'line',
    title: 'Your email address',
    help: 'The address where we write to you.',
    required: true,
    email: { message: 'Please type one email address, for example maria@example.org.' },
  },
  {
    key: 'reference',
    kind: 'line',
    title: 'Your personal reference',
    help: 'Filled in for you when you use the link in our email. Please leave it as it is. If it is empty, that is fine: we will send you your link.',
    required: false,
  },
];

const AFTER_THE_CODE: FormItem[] = [
  { key: 'page.answer', kind: 'page', title: 'Your answer' },
  // The question itself stands here; see `answerQuestion`.
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
  tick('mentor', 'interest'),
  tick('mentor', 'volunteer'),
  { key: 'page.Mentee', kind: 'page', title: 'For mentees', next: 'page.all' },
  tick('mentee', 'receptive'),
  {
    key: 'page.Mentor and mentee',
    kind: 'page',
    title: 'For mentors who are also mentees',
    next: 'page.all',
  },
  tick('both', 'interest'),
  tick('both', 'volunteer'),
  tick('both', 'receptive'),
  {
    key: 'page.all',
    kind: 'page',
    title: 'For all Members',
    help: 'The last page. The Code asks each Member to say these herself.',
    next: SUBMIT,
  },
  tick('all', 'respect'),
  tick('all', 'availability'),
  tick('all', 'images'),
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

function answerQuestion(lastUpdate: string): FormItem {
  return {
    key: 'answer',
    kind: 'choice',
    title: 'Do you accept the Code of Conduct?',
    help: 'You accept the whole Code, not parts of it.',
    required: true,
    options: [
      { label: acceptLabel(lastUpdate), goTo: 'page.role' },
      { label: DECLINE, goTo: 'page.declined' },
    ],
  };
}

const keyOf = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The code as items of the form: every part on a page of its own, every section under its heading, nothing left out. */
export function codeItems(pieces: readonly CodePiece[]): FormItem[] {
  return pieces.map((piece) => {
    const item = { key: `code.${keyOf(piece.title)}`, title: piece.title, help: piece.body };
    if (piece.kind === 'title') return { ...item, key: 'code.title', kind: 'page' };
    if (piece.kind === 'last update') return { ...item, key: 'code.last-update', kind: 'words' };
    return { ...item, kind: piece.kind === 'part' ? 'page' : 'words' };
  });
}

/** The two companions to which the Code points; they stand beside its text, which stays as it is. */
function companionsItem(settings: CompanionSettings): FormItem {
  const help = `The Code of Conduct points to both of them. Please read them too.\n\n${companionsText(settings)}`;
  return { key: 'companions', kind: 'words', title: 'Terms of Use and Privacy Policy', help };
}

export type AcceptanceFormSettings = CompanionSettings & Pick<Settings, 'programme' | 'contactAddress'>;

/** The whole form for one text of the code. Throws when the text has no "Last Update" date. */
export function acceptanceForm(codeText: string, settings: AcceptanceFormSettings): FormBlueprint {
  const { programme, contactAddress: contact } = settings;
  const lastUpdate = lastUpdateOf(codeText);
  if (!lastUpdate) throw new Error('The text of the Code of Conduct has no readable “Last Update” date.');
  const [answerPage, ...others] = AFTER_THE_CODE as [FormItem, ...FormItem[]];
  return {
    fileName: 'Code of Conduct acceptance',
    title: `Code of Conduct: ${programme}`,
    description:
      'Please read our Code of Conduct and tell us whether you accept it. It takes about ten minutes. You can do it on a phone, and you do not need a Google account.',
    confirmation: `Thank you. We have your answer. An email from us is on its way to you. If it does not come within a day, please write to ${contact}.`,
    closed: `This form takes no answers at the moment. Please write to ${contact}.`,
    items: [
      ...WELCOME,
      ...codeItems(parseCode(codeText)),
      companionsItem(settings),
      answerPage,
      answerQuestion(lastUpdate.printed),
      ...others,
    ],
  };
}

/** A response to this form, understood. */
export interface FormAnswers {
  name: string;
  email: string;
  reference: string;
  role: Role | null;
  answer: Answer | null;
  /** The date of the code as the chosen answer names it (`6/04/25`); empty when it names none. */
  lastUpdate: string;
  statements: string[];
  /** Statements of her role to which she did not agree, although the form asks all of them; only when she accepts. */
  missing: string[];
  reason: string;
}

/** The statements that stand on the pages of a role. */
function statementsOf(role: Role | null): StatementName[] {
  const page = role && PAGES[role];
  const names = Object.keys(STATEMENTS) as StatementName[];
  const keys = new Set(AFTER_THE_CODE.map(({ key }) => key));
  return names.filter((name) => keys.has(`all.${name}`) || keys.has(`${page}.${name}`));
}

/** Understands a response; a question that was not answered, or is no longer there, counts as empty. */
export function readAnswers(raw: RawAnswers): FormAnswers {
  const word = (key: string) => {
    const value = raw[key];
    return typeof value === 'string' ? value : '';
  };
  const chosen = word('answer');
  const accepted = /\(Last Update: ([^)]+)\)$/.exec(chosen);
  const pages = [...Object.values(PAGES), 'all'];
  const role = ROLES.find((known) => known === word('role')) ?? null;
  const names = Object.keys(STATEMENTS) as StatementName[];
  const agreed = names.filter((name) =>
    pages.some((page) => [raw[`${page}.${name}`]].flat().includes(I_AGREE)),
  );
  return {
    name: word('name'),
    email: word('email'),
    reference: word('reference'),
    role,
    answer: accepted ? 'Accepted' : chosen === DECLINE ? 'Declined' : null,
    lastUpdate: accepted?.[1] ?? '',
    statements: agreed.map((name) => STATEMENTS[name]),
    missing: accepted
      ? statementsOf(role)
          .filter((name) => !agreed.includes(name))
          .map((name) => STATEMENTS[name])
      : [],
    reason: word('reason'),
  };
}
