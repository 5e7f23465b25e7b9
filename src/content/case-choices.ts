// The answers to choose from in the form “Report or ask”, with what they mean in plain words.

import type { Guideline, SettingOfCase } from '../domain/case-entries.ts';

/** What she came for, and the words of that answer. */
export const ROUTES = {
  violation: 'Report a possible violation of the Code of Conduct',
  safety: 'Report a safety concern',
  question: 'Ask a question or share a concern',
  addition: 'Add to something I told you earlier',
} as const;
export type ReportRoute = keyof typeof ROUTES;
export const ROUTE_NAMES = Object.keys(ROUTES) as ReportRoute[];

/** What each guideline means in plain words; stands behind its name, after a colon. */
export const GUIDELINE_MEANINGS: Record<Guideline, string> = {
  'Violence or threats': 'hitting, pushing, or words that make somebody afraid',
  Weapons: 'a gun, a knife, or another weapon',
  'Harm to a child': 'a child was hurt, or may be hurt',
  Harassment: 'unwanted words, messages, or touch',
  Discrimination: 'somebody is treated worse because of who she is',
  Exploitation: 'somebody uses another person for her own gain',
  'Offensive or condescending words': 'words that insult somebody, or make her small',
  Dishonesty: 'somebody does not tell the truth',
  Confidentiality: 'something private was told to others, also after the mentoring had ended',
  'Requests for money': 'somebody asked for money, gave it, or took it',
  'Misuse of the website or of email': 'used against the law, or to hurt somebody',
  'Damage to a place': 'a room, a building, or the things in it',
  Pictures: 'pictures taken or shown against somebody’s wish',
  'Availability and accountability': 'somebody is never there, does not answer, or asks for too much',
  'Something else': 'what is not in this list',
};

export const SETTING_MEANINGS: Record<SettingOfCase, string> = {
  Event: 'a gathering of the program',
  'Individual meetup': 'a mentor and a mentee meet',
  Online: 'messages, calls, email, social media',
  Site: 'the website of the program',
  'Public place': 'a street, a shop, a restaurant',
};

/** The guidelines about which the short page for safety asks. */
export const SAFETY_GUIDELINES = ['Violence or threats', 'Weapons', 'Harm to a child', 'Harassment'] as const;

/** On whose behalf she writes. */
export const ON_BEHALF = ['For myself', 'For somebody else', 'I saw or heard it'] as const;
export type OnBehalf = (typeof ON_BEHALF)[number];

/** The protected categories of the Code, as far as it names them. */
export const BASES = [
  'Gender identity and expression',
  'Sexual orientation',
  'Disability',
  'Neurodiversity',
  'Physical appearance',
  'Body size',
  'Ethnicity',
  'Nationality',
  'Race',
  'Age',
  'Religion, culture or beliefs',
  'Another reason',
] as const;
export type Basis = (typeof BASES)[number];

/** Each name with its meaning behind a colon: what the form shows. */
export function withMeaning<N extends string>(names: readonly N[], meanings: Record<N, string>): string[] {
  return names.map((name) => `${name}: ${meanings[name]}`);
}

/** Which of the names was chosen, with or without its meaning, whose words may change; null for none of them. */
export function nameOf<N extends string>(names: readonly N[], label: string): N | null {
  return names.find((name) => label === name || label.startsWith(`${name}: `)) ?? null;
}
