// A desk that is set up, with members on its roster: what staff and members do there, and what they then see.

import { createHmac } from 'node:crypto';
import type { MenuAction } from '../../src/content/confirm-words.ts';
import { answerForm } from '../demonstration/answer.ts';
import type { ExecutionRecord, ScriptFile, Workspace } from '../local-workspace/index.ts';
import type { StoreSnapshot } from '../local-workspace/kernel/store.ts';
import { callApi } from '../local-workspace/rest/dispatch.ts';
import type { MessageRecord } from '../local-workspace/services/gmail/engine.ts';
import { asIfSetUpNow, letRest } from './as-if-run.ts';
import type { Letter, Line } from './reading.ts';

export const CONTACT = 'contact@imstl.org';
export const DECLINE = { 'Do you accept the Code of Conduct?': 'I do not accept this Code of Conduct' };
export const REASON = 'Would you like to tell us why?';
export const ROLE = 'I take part as';

export const COMPANIONS = {
  termsVersion: '2025-01-01',
  termsLink: 'https://example.org/terms',
  privacyVersion: '2025-01-02',
  privacyLink: 'https://example.org/privacy',
};

interface FormulaCell {
  userEnteredValue?: { formulaValue?: string };
}

/** A link in Today: to a row of a tab or to Cases, and nothing else. */
const LINK_OF_TODAY =
  /^=HYPERLINK\("(?:#gid=\d+&range=A\d+|https:\/\/docs\.google\.com\/spreadsheets\/d\/[\w-]+\/edit)","[A-Z][a-z -]+(?:, row \d+)?"\)$/;

/** Where each tab is after the first Set up. */
export const TAB = {
  Today: 100,
  Members: 101,
  Acceptances: 102,
  'Opt-outs': 111,
  Takedowns: 112,
  'Code versions': 103,
  'Mail log': 104,
  'Audit trail': 105,
  Settings: 106,
  Problems: 107,
  State: 108,
  'Follow-up': 110,
  Agreements: 113,
} as const;
export type Tab = keyof typeof TAB;

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly role?: string;
}

export const ANNA = { name: 'Anna Ito', email: 'anna@example.org', role: 'Mentor' } as const;
export const BEA = { name: 'Béa Cruz', email: 'bea@example.org', role: 'Mentee' } as const;
export const CARA = { name: 'Cara Diallo', email: 'cara@example.org', role: 'Mentor and mentee' } as const;

/** Who works on cases. */
export const HANA = 'hana@example.org';
export const HEDI = 'hedi@example.org';
export const SARA = 'sara@example.org';
export const STINA = 'stina@example.org';
export const BORA = 'bora@example.org';
const CASE_STAFF = {
  Handlers: `Hana Horvat <${HANA}>; Hedi Hassan <${HEDI}>`,
  'Safety contacts': `Hana Horvat <${HANA}>; Sara Simon <${SARA}>`,
  'Stand-ins': `Stina Strand <${STINA}>`,
  'Board contact': `Bora Bek <${BORA}>`,
  'Who reads the contact address': 'Rita Reader <rita@example.org>',
};

/** Monday, 9:00 in St. Louis. */
export const START = '2026-01-12T15:00:00Z';

export interface Ids {
  readonly registersId: string;
  readonly scriptId: string;
}

export class Desk implements Ids {
  registersId = '';
  scriptId = '';
  private saved: StoreSnapshot | undefined;

  constructor(readonly workspace: Workspace) {}

  /** The organisation's own account sets it up from these files; then staff type the roster. */
  setUp(files: readonly ScriptFile[], members: readonly Person[]): Ids {
    this.setUpEmpty(files);
    return this.enrol(members);
  }

  /** As above, with nobody on the roster and nobody who handles cases. */
  setUpEmpty(files: readonly ScriptFile[]): Ids {
    this.begin(files);
    this.ask('runSetUp', COMPANIONS);
    return { registersId: this.registersId, scriptId: this.scriptId };
  }

  /** Staff type the roster, and who handles cases. */
  enrol(members: readonly Person[]): Ids {
    const roster = members.map(({ name, email, role }) => [name, email, role ?? 'Mentee']);
    this.type('Members', 2, 'Name', roster);
    this.workspace.settle();
    this.nameHandlers();
    return { registersId: this.registersId, scriptId: this.scriptId };
  }

  /** The code is pushed into a new spreadsheet; nobody has set it up. */
  begin(files: readonly ScriptFile[]): void {
    this.registersId = this.workspace.sheets.create(this.workspace.owner, { title: 'IMSTL Registers' });
    const project = { title: 'Code of Conduct desk', files, container: this.registersId };
    this.scriptId = this.workspace.addProject(project).scriptId;
  }

  /** Who works on cases, as staff type it into the Settings of the Cases spreadsheet. */
  private nameHandlers(): void {
    const rows = this.grid('Settings', this.casesId).map(([name]) => name);
    for (const [name, people] of Object.entries(CASE_STAFF)) {
      const row = rows.indexOf(name);
      this.workspace.sheets.userEdit(this.workspace.owner, this.casesId, TAB.Settings, row, 1, [[people]]);
    }
    this.workspace.settle();
  }

  /** The Cases spreadsheet. */
  get casesId(): string {
    return this.property('CASES_ID');
  }

  private property(name: string): string {
    const properties = this.workspace.kernel.store.table<Line>('properties').values();
    return properties.find((values) => values[name])?.[name] ?? '';
  }

  /** From here on, `reset` leads back to what is now. */
  save(): void {
    this.saved = this.workspace.snapshot();
  }

  reset(): void {
    this.workspace.faults.clear();
    if (this.saved) this.workspace.restore(this.saved);
  }

  // What members do

  /** The personal link in the newest mail to her that has one to this form; to the acceptance form, when none is named. */
  linkOf(address: string, formLink = this.plainLink): string {
    for (const message of this.labelled(address, 'INBOX').reverse()) {
      const links = this.read(address, message).text.match(/\S+\/viewform\?\S+/g) ?? [];
      const link = links.find((found) => found.startsWith(formLink));
      if (link) return link;
    }
    throw new Error(`No mail to ${address} has a link`);
  }

  /** The form whose title begins with this. */
  formCalled(beginning: string) {
    const form = this.workspace.forms.all().find(({ title }) => title.startsWith(beginning));
    if (!form) throw new Error(`There is no form “${beginning}”`);
    return form;
  }

  /** The address of the form without anything personal. */
  get plainLink(): string {
    const [form] = this.workspace.forms.all();
    if (!form) throw new Error('There is no form');
    return this.workspace.forms.viewUrl(form);
  }

  /** Fills in and submits the form behind a link; gives the id of the response. No trigger has run yet. */
  answer(link: string, person: Person, more: Readonly<Record<string, string>> = {}): string {
    const typed = { 'Your name': person.name, 'Your email address': person.email, ...more };
    return answerForm(this.workspace, link, typed);
  }

  /** Submits the form with her own link, and lets the triggers run. */
  answerByLink(person: Person, more: Readonly<Record<string, string>> = {}): void {
    this.answer(this.linkOf(person.email), person, more);
    this.workspace.settle();
  }

  /** The link, with another personal reference in it. */
  withReference(link: string, change: (reference: string) => string): string {
    const { questionId } = this.question('Your personal reference');
    const url = new URL(link);
    const name = `entry.${questionId}`;
    url.searchParams.set(name, change(url.searchParams.get(name) ?? ''));
    return url.href;
  }

  /** A reference under the desk’s own seal, for whatever purpose, as it would be mailed to her. */
  sealed(
    purpose: string,
    memberId: string,
    version: string,
    expires: string,
    address = this.addressOf(memberId),
  ): string {
    const mailedTo = this.seal(`${memberId}\n${address.toLowerCase()}`).slice(0, 8);
    const body = Buffer.from([purpose, memberId, version, expires, mailedTo].join('\n')).toString(
      'base64url',
    );
    return `${body}.${this.seal(body)}`;
  }

  /** A link to the acceptance form with such a reference, whether or not it was ever mailed. */
  sealedLink(member: { id: string; email?: string }, version: string, expires: string): string {
    const reference = this.sealed('acceptance', member.id, version, expires, member.email);
    return this.withReference(`${this.plainLink}?usp=pp_url`, () => reference);
  }

  private addressOf(memberId: string): string {
    return this.register('Members').find((line) => line['Member ID'] === memberId)?.Email ?? '';
  }

  private seal(text: string): string {
    const hmac = createHmac('sha256', this.property('REFERENCE_SECRET'));
    return hmac.update(text).digest().subarray(0, 16).toString('base64url');
  }

  question(title: string) {
    const [form] = this.workspace.forms.all();
    const item = form?.items.find((candidate) => candidate.title === title);
    if (!form || !item) throw new Error(`The form does not ask “${title}”`);
    return { formId: form.id, ...item };
  }

  // What staff do

  /** What a dialog asks its script; gives what the dialog would show. */
  tryAsking(functionName: string, question: unknown = {}, user = this.workspace.owner) {
    const { record, result } = this.workspace.callFromDialog(
      this.scriptId,
      functionName,
      [JSON.stringify(question)],
      user,
      { spreadsheetId: this.registersId, sheetId: TAB.Members },
    );
    if (record.status !== 'Completed') throw new Error(`${functionName}: ${record.error}`);
    return JSON.parse(String(result)) as { ok: boolean; message?: string; value?: unknown };
  }

  /** As above, for questions that must be answered. */
  // biome-ignore lint/suspicious/noExplicitAny: each dialog has its own answer
  ask(functionName: string, question: unknown = {}, user = this.workspace.owner): any {
    const answer = this.tryAsking(functionName, question, user);
    if (!answer.ok) throw new Error(`${functionName}: ${answer.message}`);
    return answer.value;
  }

  /** Chooses a line of the menu that asks first, and lets it happen; gives what is then said. */
  confirm(action: MenuAction, user = this.workspace.owner): string {
    return this.ask('carryOut', { action }, user);
  }

  repair(): string[] {
    return this.ask('runSetUp', {});
  }

  invite(): void {
    this.ask('sendInvitations');
  }

  /** Types into a tab, from a row (1 is the heading) and a heading on; the edit triggers wait. */
  type(tab: Tab, row: number, header: string, values: readonly (readonly string[])[]): void {
    const column = this.grid(tab)[0]?.indexOf(header) ?? -1;
    if (column < 0) throw new Error(`${tab} has no heading “${header}”`);
    this.workspace.sheets.userEdit(this.workspace.owner, this.registersId, TAB[tab], row - 1, column, values);
  }

  /** Sets a setting and lets the edit trigger run. */
  set(setting: string, value: string): void {
    const row = this.register('Settings').findIndex((line) => line.Setting === setting);
    this.type('Settings', row + 2, 'Value', [[value]]);
    this.workspace.settle();
  }

  /** The row of a member in the tab, counted as people count; 1 is the heading. */
  rowOf(person: Person): number {
    return this.grid('Members').findIndex((row) => row.includes(person.email)) + 1;
  }

  // Time

  minutes(count: number): ExecutionRecord[] {
    return this.workspace.advance(`PT${count}M`);
  }

  /** Long enough for every trigger of the day. */
  nextDay(): void {
    this.skipTo(new Date(this.workspace.now() + 23 * 3_600_000).toISOString());
    this.workspace.advance('PT1H');
  }

  /** Moves the clock without the runs of every ten minutes, which would come a thousand times a week. */
  skipTo(moment: string): void {
    const often = letRest(this.workspace, (handler) => handler === 'everyTenMinutes');
    const end = Date.parse(moment);
    for (const day = 24 * 3_600_000; this.workspace.now() + day < end; ) {
      this.workspace.advanceTo(new Date(this.workspace.now() + day).toISOString());
      asIfSetUpNow(this.workspace, this.registersId);
    }
    this.workspace.advanceTo(moment);
    for (const id of often) this.workspace.triggers.setNext(id, this.workspace.now() + 60_000);
  }

  /** The clock moves and no clock trigger fires, then or later: for stories of months that call the runs themselves. */
  sleepTo(moment: string): void {
    letRest(this.workspace);
    this.workspace.advanceTo(moment);
    asIfSetUpNow(this.workspace, this.registersId);
  }

  /** As above, but for a morning's work once a week, with which reminders of these weeks would go out. */
  weeksTo(moment: string): void {
    const week = 7 * 24 * 3_600_000;
    for (const end = Date.parse(moment); this.workspace.now() < end; ) {
      this.sleepTo(new Date(Math.min(this.workspace.now() + week, end)).toISOString());
      for (const run of ['everyMorning', 'everyTenMinutes']) this.workspace.run(run);
    }
  }

  // What people see

  register(tab: Tab): Line[] {
    const [header = [], ...rows] = this.grid(tab);
    return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
  }

  member(person: Pick<Person, 'email'>): Line {
    const found = this.register('Members').find((line) => line.Email === person.email);
    if (!found) throw new Error(`${person.email} is not on the roster`);
    return found;
  }

  /** The cells of a tab as they are shown. */
  grid(tab: string, spreadsheetId = this.registersId): string[][] {
    const { values = [] } = callApi(this.workspace.apis.sheets, 'sheets.spreadsheets.values.get', {
      path: { spreadsheetId, range: `'${tab}'` },
      caller: { email: this.workspace.files.get(spreadsheetId).owner },
    }) as { values?: string[][] };
    return values.map((row) => row.map(String));
  }

  /** Every formula that stands in the first sixty rows of any tab, but for the links that the system makes in Today. */
  formulas(): string[] {
    const { sheets } = callApi(this.workspace.apis.sheets, 'sheets.spreadsheets.get', {
      path: { spreadsheetId: this.registersId },
      query: {
        ranges: Object.keys(TAB).map((tab) => `'${tab}'!A1:N60`),
        fields: 'sheets(data(rowData(values(userEnteredValue(formulaValue)))))',
      },
      caller: { email: this.workspace.owner },
    }) as { sheets: { data?: { rowData?: { values?: FormulaCell[] }[] }[] }[] };
    const rows = sheets.flatMap(({ data = [] }) => data.flatMap(({ rowData = [] }) => rowData));
    const formulas = rows.flatMap(({ values = [] }) =>
      values.flatMap(({ userEnteredValue }) => userEnteredValue?.formulaValue ?? []),
    );
    return formulas.filter((formula) => !LINK_OF_TODAY.test(formula));
  }

  /** What is to be done, as the Problems tab tells it. */
  openProblems(): string[] {
    return this.register('Problems')
      .filter(({ Done }) => Done !== 'TRUE')
      .map((line) => line.What ?? '');
  }

  /** Mail in somebody's mailbox that came to her, oldest first. */
  inbox(address: string): Letter[] {
    return this.labelled(address, 'INBOX').map((message) => this.read(address, message));
  }

  /** The subjects alone, which need no reading of the mails. */
  subjects(address: string): string[] {
    return this.labelled(address, 'INBOX').map(({ subject }) => subject);
  }

  /** Every mail that the desk has ever sent, oldest first. */
  sent(): Letter[] {
    const { owner } = this.workspace;
    return this.labelled(owner, 'SENT').map((message) => this.read(owner, message));
  }

  /** Everybody to whom the desk has ever sent a mail. */
  recipients(): string[] {
    const everybody = this.workspace.gmail.mailboxes.addresses();
    return everybody.filter((address) => this.labelled(address, 'INBOX').length > 0).sort();
  }

  private labelled(address: string, label: string): MessageRecord[] {
    const { mailboxes } = this.workspace.gmail;
    const all = Array.from({ length: mailboxes.count(address) }, (_, place) => mailboxes.at(address, place));
    return all.filter((message) => message?.labelIds.includes(label)) as MessageRecord[];
  }

  private read(address: string, { id, to, subject }: MessageRecord): Letter {
    const { text, html, raw } = this.workspace.gmail.view(address, id);
    return { to, subject, text: text.replace(/\r\n/g, '\n'), html, raw };
  }
}
