// What members ask about pictures of them, what staff do about it, and what then stands in the registers.

import { answerForm, type Typed } from '../demonstration/answer.ts';
import type { Line } from '../desk/reading.ts';
import type { Desk, Person, Tab } from './desk.ts';

export const WANT = 'What do you want?';
export const SEND_TO = 'Where can we send you your link?';
export const FOR_WHOM = 'Whom do you mean?';
export const FAMILY = 'Their names';
export const HOW_FAR = 'Which pictures do you mean?';
export const LINKS = 'Links to the pictures';
export const MORE = 'Is there anything else that we should know?';

/** The answers of the form, by the words that stand in Opt-outs. */
export const KIND = {
  'No future pictures': 'No pictures of me from now on',
  'Withdraw pictures already made': 'Take down pictures that were made already',
  Both: 'Both: no new pictures, and take down the old ones',
  'Take back an opt-out': 'You may take and use pictures of me again',
} as const;
export const CONFIRM = 'I confirm what I asked for before';
export const WHOM = {
  Herself: 'Only me',
  'Children or family': 'Only my children or my family',
  'Herself and family': 'Me, and my children or my family',
} as const;
export const FAR = {
  Everything: 'All pictures, on paper and on screens',
  'Internet and social media': 'Only the internet and social media',
  'Certain pictures': 'Only certain pictures: I name them next',
} as const;

export interface Asked {
  readonly kind?: keyof typeof KIND;
  readonly whom?: keyof typeof WHOM;
  readonly far?: keyof typeof FAR;
  readonly family?: string;
  readonly links?: string;
  readonly words?: string;
}

/** What she types and chooses. */
export function typed({
  kind = 'No future pictures',
  whom = 'Herself',
  far = 'Everything',
  ...more
}: Asked): Typed {
  return {
    [WANT]: KIND[kind],
    [FOR_WHOM]: WHOM[whom],
    [HOW_FAR]: FAR[far],
    ...(whom === 'Herself' ? {} : { [FAMILY]: more.family ?? 'Leo' }),
    ...(far === 'Certain pictures' ? { [LINKS]: more.links ?? 'https://example.org/1.jpg' } : {}),
    ...(more.words ? { [MORE]: more.words } : {}),
  };
}

export class Pictures {
  constructor(readonly desk: Desk) {}

  get form() {
    return this.desk.formCalled('Pictures of you');
  }

  /** The form without anything personal. */
  get link(): string {
    return this.desk.workspace.forms.viewUrl(this.form);
  }

  private get reference(): string {
    const item = this.form.items.find(({ title }) => title === 'Your personal reference');
    return `entry.${item?.questionId}`;
  }

  /** Answers by the ids of their questions. */
  answers(given: Typed): Record<string, string> {
    const asked = this.form.items.filter(({ title }) => given[title] !== undefined);
    return Object.fromEntries(asked.map(({ questionId, title }) => [questionId, given[title] ?? '']));
  }

  /** A link with a reference under the desk’s own seal. */
  linkFor(memberId: string, { about = '', expires = '2030-01-01', purpose = 'image-opt-out' } = {}): string {
    const reference = this.desk.sealed(purpose, memberId, about, expires);
    return `${this.link}?usp=pp_url&${this.reference}=${reference}`;
  }

  /** Her own link, as her mails have it. */
  own(person: Pick<Person, 'email'>): string {
    return this.linkFor(this.desk.member(person)['Member ID'] ?? '');
  }

  /** Fills in and submits the form; no trigger has run yet. Who confirms is not asked who she is. */
  send(link: string, person: Person, answers: Typed): string {
    const isConfirmation = (answers[WANT] ?? decodeURIComponent(link)).includes(CONFIRM);
    const who: Typed = isConfirmation ? {} : { 'Your name': person.name, 'Your email address': person.email };
    return answerForm(this.desk.workspace, link, { ...who, ...answers });
  }

  /** As above, and lets the triggers run. */
  ask(link: string, person: Person, asked: Asked = {}): void {
    this.send(link, person, typed(asked));
    this.settle();
  }

  /** She opens the link of her newest mail about pictures, and submits what it fills in. */
  confirm(person: Person): void {
    this.send(this.desk.linkOf(person.email, this.link), person, {});
    this.settle();
  }

  settle(): void {
    this.desk.workspace.settle();
  }

  /** Staff type into cells of one row of a tab (1 is the heading), and the edit triggers run. */
  type(tab: Tab, row: number, cells: Readonly<Record<string, string>>): void {
    for (const [header, value] of Object.entries(cells)) this.desk.type(tab, row, header, [[value]]);
    this.settle();
  }

  get requests(): Line[] {
    return this.desk.register('Opt-outs');
  }

  get lines(): Line[] {
    return this.desk.register('Takedowns');
  }

  images(person: Pick<Person, 'email'>): string {
    return this.desk.member(person).Images ?? '';
  }

  /** What the trail says was done, of these subjects or of all. */
  trail(...subjects: readonly string[]): string[] {
    const lines = this.desk.register('Audit trail');
    const wanted = lines.filter(({ Subject = '' }) => subjects.length === 0 || subjects.includes(Subject));
    return wanted.map(({ Who, What, Before, After }) => `${Who}: ${What}: ${Before} → ${After}`);
  }
}
