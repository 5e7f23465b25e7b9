// Disclosure agreements of a desk: what the two members and staff do, and what then stands in the register.

import { answerForm, type Typed } from '../demonstration/answer.ts';
import type { Line } from '../desk/reading.ts';
import { ANNA, BEA, type Desk, type Person } from './desk.ts';

export const FIRST = 'D-0001';
export const WISH = 'What would you like to do?';
export const START = 'Start a new agreement';
export const CONFIRM = 'Say yes to an agreement';
export const END = 'End an agreement';
export const OTHER = 'Name of the other member';
export const HER_ADDRESS = 'Her email address';
export const SCOPE = 'What may be told, and to whom?';
export const TERM = 'For how long?';
export const NUMBER = 'Number of the agreement';
export const SEND_TO = 'Where can we send you your link?';
const SHEET = 113;

/** What may be told, in words that stand nowhere else. */
export const WORDS = 'Our talks about the zebracareer, to the walruscounselor';

export class Agreements {
  constructor(readonly desk: Desk) {}

  get form() {
    return this.desk.formCalled('An agreement');
  }

  get plainLink(): string {
    return this.desk.workspace.forms.viewUrl(this.form);
  }

  /** Her own link, as a mail would have it. */
  linkOf(memberId: string, about = '', expires = '2026-12-31'): string {
    const item = this.form.items.find(({ title }) => title === 'Your personal reference');
    const reference = this.desk.sealed('agreement', memberId, about, expires);
    return `${this.plainLink}?usp=pp_url&entry.${item?.questionId}=${reference}`;
  }

  /** The links to this form in her mails, oldest first. */
  linksTo(address: string): string[] {
    const links = this.desk.inbox(address).flatMap(({ text }) => text.match(/\S+\/viewform\?\S+/g) ?? []);
    return links.filter((link) => link.startsWith(this.plainLink));
  }

  newestLinkOf({ email }: Person): string {
    const link = this.linksTo(email).pop();
    if (!link) throw new Error(`No mail to ${email} has a link`);
    return link;
  }

  /** Submits the form; no trigger has run yet. Who comes by a link types who she is only to start an agreement. */
  submit(link: string, person: Person, typed: Typed): string {
    const isStart = typed[WISH] === START;
    const known = {
      ...(isStart ? { 'Your name': person.name, 'Your email address': person.email } : {}),
      ...(link.includes('entry.') ? {} : { [SEND_TO]: person.email }),
    };
    return answerForm(this.desk.workspace, link, { ...known, ...typed });
  }

  /** She starts one with another; the triggers run. */
  start(link: string, person: Person = ANNA, more: Typed = {}): string {
    const typed = { [WISH]: START, [OTHER]: BEA.name, [SCOPE]: WORDS, [TERM]: '3 months', ...more };
    const id = this.submit(link, person, typed);
    this.desk.workspace.settle();
    return id;
  }

  confirm(link: string, person: Person, more: Typed = {}): void {
    this.submit(link, person, { [WISH]: CONFIRM, 'Do you agree?': 'Yes, I agree', ...more });
    this.desk.workspace.settle();
  }

  end(link: string, person: Person, more: Typed = {}): void {
    this.submit(link, person, { [WISH]: END, 'End it now?': 'Yes, end it', ...more });
    this.desk.workspace.settle();
  }

  get rows(): Line[] {
    const [header = [], ...rows] = this.desk.grid('Agreements');
    return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
  }

  row(id = FIRST): Line {
    const found = this.rows.find((line) => line['Agreement ID'] === id);
    if (!found) throw new Error(`${id} is not in Agreements`);
    return found;
  }

  /** Staff type into the row of an agreement; the triggers run, and mails leave within ten minutes. */
  type(header: string, value: string, id = FIRST): void {
    const [headers = []] = this.desk.grid('Agreements');
    const at = this.rows.findIndex((line) => line['Agreement ID'] === id) + 1;
    const { workspace, registersId } = this.desk;
    workspace.sheets.userEdit(workspace.owner, registersId, SHEET, at, headers.indexOf(header), [[value]]);
    workspace.settle();
    workspace.run('everyTenMinutes');
  }

  /** The morning of a day; no other run comes before. */
  morningOf(day: string): void {
    this.desk.sleepTo(`${day}T14:00:00Z`);
    this.desk.workspace.run('everyMorning');
  }

  /** Staff sort the tab, the last agreement first. */
  sortDown(): void {
    const { workspace, registersId } = this.desk;
    workspace.sheets.userSort(workspace.owner, registersId, SHEET, 0, true);
  }

  /** Staff delete a row. */
  deleteRow(id = FIRST): void {
    const at = this.rows.findIndex((line) => line['Agreement ID'] === id) + 1;
    this.desk.workspace.sheets.userDeleteRows(this.desk.workspace.owner, this.desk.registersId, SHEET, at, 1);
  }

  /** The subjects of the mails about agreements in a mailbox, without names and numbers. */
  told(person: Pick<Person, 'email'>): string[] {
    return this.desk
      .subjects(person.email)
      .flatMap((subject) => KINDS.find(([, is]) => is.test(subject))?.[0] ?? []);
  }
}

const KINDS: [string, RegExp][] = [
  ['is it yours', /^Did you ask for an agreement/],
  ['asked', /^An agreement with .*: do you want it/],
  ['link to end', /^Your personal link to end/],
  ['looked at', /^We are looking at your agreement/],
  ['waits', /^Your agreement with .* waits/],
  ['in force', /^Your agreement with .* holds from today/],
  ['ended', /^Your agreement with .* has ended/],
  ['notice', /^Please find the two members/],
];
