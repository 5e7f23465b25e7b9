// The acceptance form: the whole code put into it, and its answers understood.

import { type CodePiece, lastUpdateOf, parseCode } from '../domain/code-text.ts';
import type { Answer, Role } from '../domain/entries.ts';
import { ROLES } from '../domain/entries.ts';
import type { Settings } from '../registers/settings.ts';
import { type CompanionSettings, companionsText } from './companions.ts';
import type { FormBlueprint, FormItem, RawAnswers } from './form.ts';
import { filled } from './places.ts';

/** What a member agrees to, beside the code as a whole. */
export const STATEMENTS = {
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

export type StatementName = keyof typeof STATEMENTS;

/** The page of each role, as the keys of its statements name it. */
const PAGES: Record<Role, PageName> = { Mentor: 'mentor', Mentee: 'mentee', 'Mentor and mentee': 'both' };

type PageName = 'mentor' | 'mentee' | 'both' | 'all';

/** The statements on each page. */
export const STATEMENTS_ON: Record<PageName, readonly StatementName[]> = {
  mentor: ['interest', 'volunteer'],
  mentee: ['receptive'],
  both: ['interest', 'volunteer', 'receptive'],
  all: ['respect', 'availability', 'images'],
};

export const I_AGREE = 'I agree';
export const DECLINE = 'I do not accept this Code of Conduct';

/** The form without the code: what stands before it and after it, with places for what is known later. */
export interface AcceptanceFormWords extends Omit<FormBlueprint, 'items'> {
  before: FormItem[];
  after: FormItem[];
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

export type AcceptanceFormSettings = CompanionSettings & Pick<Settings, 'programme' | 'contactAddress'>;

/** The whole form for one text of the code. Throws when the text has no "Last Update" date. */
export function acceptanceForm(
  form: AcceptanceFormWords,
  codeText: string,
  settings: AcceptanceFormSettings,
): FormBlueprint {
  const { programme, contactAddress: contact } = settings;
  const lastUpdate = lastUpdateOf(codeText)?.printed;
  if (!lastUpdate) throw new Error('The text of the Code of Conduct has no readable “Last Update” date.');
  const companions = companionsText(settings);
  const { before, after, ...frame } = filled(form, { programme, contact, companions, lastUpdate });
  return { ...frame, items: [...before, ...codeItems(parseCode(codeText)), ...after] };
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
function statementsOf(role: Role | null): readonly StatementName[] {
  return [...(role ? STATEMENTS_ON[PAGES[role]] : []), ...STATEMENTS_ON.all];
}

/** Understands a response; a question that was not answered, or is no longer there, counts as empty. */
export function readAnswers(raw: RawAnswers): FormAnswers {
  const word = (key: string) => {
    const value = raw[key];
    return typeof value === 'string' ? value : '';
  };
  const chosen = word('answer');
  const accepted = /\(Last Update: ([^)]+)\)$/.exec(chosen);
  const pages = Object.keys(STATEMENTS_ON);
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
