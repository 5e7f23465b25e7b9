// The form “Report or ask”: what the settings say in it, and its answers understood.

import {
  CONTACT_TIMES,
  CONTACT_WAYS,
  type ContactTime,
  type ContactWay,
  GOING_ON,
  type GoingOn,
  GUIDELINES,
  type Guideline,
  SETTINGS_OF_CASES,
  type SettingOfCase,
} from '../domain/case-entries.ts';
import {
  BASES,
  type Basis,
  nameOf,
  ON_BEHALF,
  type OnBehalf,
  type ReportRoute,
  ROUTE_NAMES,
  ROUTES,
} from './case-choices.ts';
import type { FormBlueprint, RawAnswers } from './form.ts';
import { filled } from './places.ts';

export interface ReportFormSettings {
  programme: string;
  contactAddress: string;
  /** Working days until somebody looks at a report. */
  acknowledgeDays?: number;
}

const workingDays = (days: number) =>
  days === 1 ? 'one working day' : `${days === 2 ? 'two' : days} working days`;

/** The form with what the settings say. Its words come from the texts beside the code. */
export function reportForm(form: FormBlueprint, settings: ReportFormSettings): FormBlueprint {
  const { programme, contactAddress: contact, acknowledgeDays = 2 } = settings;
  return filled(form, { programme, contact, workingDays: workingDays(acknowledgeDays) });
}

/** What a response says; empty, or null, where she did not answer. */
export interface ReportSaid {
  route: ReportRoute | null;
  guidelines: Guideline[];
  happened: string;
  when: string;
  place: string;
  setting: SettingOfCase | null;
  goingOn: GoingOn | null;
  onBehalf: OnBehalf | null;
  /** One name each. */
  reportedOn: string[];
  happenedTo: string[];
  witnesses: string[];
  evidence: string;
  wish: string;
  basis: Basis[];
  police: GoingOn | null;
  question: string;
  /** The pass-phrase of something that she told earlier, as typed, and what she adds to it. */
  addTo: string;
  addition: string;
  /** The pass-phrase that she chose, as typed. */
  passPhrase: string;
  contact: ContactWay | null;
  email: string;
  phone: string;
  contactTime: ContactTime | null;
  contactSubject: string;
  name: string;
}

/** The question of each route that needs an answer. */
const MAIN_QUESTION: Record<ReportRoute, string> = {
  violation: 'happened',
  safety: 'safety.happened',
  question: 'question',
  addition: 'addition',
};

/**
 * Understands a response. Only the pages of her own route count: what she wrote before she went back and chose
 * another one, she has taken back. A tick that the form no longer offers counts as “Something else”.
 */
export function readReport(raw: RawAnswers): ReportSaid {
  const answer = (key: string) => {
    const value = raw[key];
    return typeof value === 'string' ? value.trim() : '';
  };
  const isAnswered = (name: ReportRoute) => answer(MAIN_QUESTION[name]) !== '';
  const route =
    ROUTE_NAMES.find((name) => ROUTES[name] === answer('route')) ?? ROUTE_NAMES.find(isAnswered) ?? null;
  const on = (wanted: ReportRoute, key: string) => (route === wanted ? answer(key) : '');
  const told = (key: string) => on('violation', key) || on('safety', `safety.${key}`);
  const ticked = (key: string) => {
    const own = route === 'violation' ? key : route === 'safety' ? `safety.${key}` : '';
    return [raw[own] ?? []].flat();
  };
  const names = (key: string) =>
    told(key)
      .split('\n')
      .map((name) => name.trim())
      .filter((name) => name !== '');
  return {
    route,
    guidelines: unique(ticked('guidelines').map((label) => nameOf(GUIDELINES, label) ?? 'Something else')),
    happened: told('happened'),
    when: told('when'),
    place: told('place'),
    setting: nameOf(SETTINGS_OF_CASES, told('setting')),
    goingOn: nameOf(GOING_ON, told('goingOn')),
    onBehalf: nameOf(ON_BEHALF, told('onBehalf')),
    reportedOn: names('reportedOn'),
    happenedTo: names('happenedTo'),
    witnesses: names('witnesses'),
    evidence: told('evidence'),
    wish: told('wish'),
    basis: unique(ticked('basis').map((label) => nameOf(BASES, label) ?? 'Another reason')),
    police: nameOf(GOING_ON, told('police')),
    question: on('question', 'question'),
    addTo: on('addition', 'addTo'),
    addition: on('addition', 'addition'),
    passPhrase: answer('passPhrase'),
    contact: nameOf(CONTACT_WAYS, answer('contact')),
    email: answer('email'),
    phone: answer('phone'),
    contactTime: nameOf(CONTACT_TIMES, answer('contactTime')),
    contactSubject: answer('contactSubject'),
    name: answer('name'),
  };
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
