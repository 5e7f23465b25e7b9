// A desk to live through years with: the built bundle in a local Workspace, a roster, people who answer, mail that is read.

import { fileURLToPath } from 'node:url';
import { asIfSetUpNow, letRest } from '../../scripts/desk/as-if-run.ts';
import {
  createWorkspace,
  type ExecutionRecord,
  readProjectFolder,
  type Workspace,
} from '../../scripts/local-workspace/index.ts';
import { callApi } from '../../scripts/local-workspace/rest/dispatch.ts';
import { prepared } from '../support/prepared.ts';
import { IS_FULL } from '../support/sample.ts';

const FILES = readProjectFolder(fileURLToPath(new URL('../../dist', import.meta.url)));
export const OWNER = 'contact@imstl.org';
const COMPANIONS = {
  termsVersion: '2025-06-04',
  termsLink: 'https://www.example.org/terms-of-use',
  privacyVersion: '2025-06-04',
  privacyLink: 'https://www.example.org/privacy-policy',
};

export interface Person {
  name: string;
  email: string;
}

/** A mail as it reached a person. */
export interface Received {
  /** Calendar date in St. Louis. */
  day: string;
  to: string;
  subject: string;
  text: string;
  /** The personal link in it. */
  link: string | undefined;
}

const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago', dateStyle: 'short' });
export const dayOf = (time: number): string => DAY.format(time);
const HOUR = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Chicago',
  hour: 'numeric',
  hourCycle: 'h23',
});
const hourOf = (time: number): number => Number(HOUR.format(time));
const DAY_MS = 86_400_000;

interface Ids {
  readonly registers: string;
  readonly scriptId: string;
}

export class Desk implements Ids {
  readonly workspace: Workspace;
  readonly registers: string;
  readonly scriptId: string;

  /** A desk that is set up and has nobody on its roster yet. */
  constructor(start: string, settings: Record<string, string> = {}) {
    this.workspace = createWorkspace({ start, owner: OWNER });
    const ids = prepared(this.workspace, ['year', start], () => this.setUp());
    this.workspace.runner.keepsRealms = !IS_FULL;
    this.registers = ids.registers;
    this.scriptId = ids.scriptId;
    for (const [name, value] of Object.entries(settings))
      this.set('Settings', 'Setting', name, 'Value', value);
  }

  private setUp(): Ids {
    const registers = this.workspace.sheets.create(OWNER, { title: 'IMSTL Registers' });
    const project = { title: 'Code of Conduct desk', files: FILES, container: registers };
    const { scriptId } = this.workspace.addProject(project);
    Object.assign(this, { registers, scriptId } satisfies Ids);
    this.ask('runSetUp', COMPANIONS);
    this.set('Settings', 'Setting', 'Notices of acceptances', 'Value', 'Daily digest');
    this.nameHandlers();
    // Every run is called by name, so that a day takes a few of them and not 144.
    letRest(this.workspace);
    for (const { id } of this.workspace.triggers.all()) this.workspace.triggers.setDisabled(id, true);
    return { registers, scriptId };
  }

  /** Who handles reports, as staff type it into the Settings of the Cases spreadsheet. */
  private nameHandlers(): void {
    const cases = this.workspace.files.all().find(({ name }) => name.includes('Cases'))?.id ?? '';
    this.workspace.sheets.userEdit(OWNER, cases, 106, 1, 1, [['Hana Horvat <hana@example.org>']]);
    this.workspace.settle();
  }

  get today(): string {
    return dayOf(this.workspace.now());
  }

  /** Runs a function as its trigger would. Throws when it fails. */
  run(functionName: string): ExecutionRecord {
    const switchAll = (disabled: boolean) => {
      for (const { id } of this.workspace.triggers.all()) this.workspace.triggers.setDisabled(id, disabled);
    };
    // To the night's own look at the set-up, all is as it should be.
    asIfSetUpNow(this.workspace, this.registers);
    switchAll(false);
    const { record } = this.workspace.run(functionName, { scriptId: this.scriptId });
    switchAll(true);
    if (record.status === 'Failed') throw new Error(`${functionName}: ${record.error}`);
    return record;
  }

  /** What a dialog asks its script. Throws with the words that the dialog would show. */
  ask<T>(functionName: string, question?: object): T {
    const args = question === undefined ? [] : [JSON.stringify(question)];
    const { record, result } = this.workspace.callFromDialog(this.scriptId, functionName, args, OWNER);
    const answer = record.status === 'Completed' ? JSON.parse(String(result)) : { message: record.error };
    if (!answer.ok) throw new Error(`${functionName}: ${answer.message}`);
    return answer.value as T;
  }

  /** Moves the clock to an hour of the next day; nothing runs on the way. */
  nextDay(hour = 6): void {
    const now = this.workspace.now();
    this.goTo(dayOf(now + DAY_MS * (hourOf(now) < 2 ? 1.2 : 1)), hour);
  }

  /** Moves the clock to an hour of a later day; nothing runs on the way. */
  goTo(day: string, hour = 6): void {
    const standard = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00-06:00`);
    this.workspace.advanceTo(hourOf(standard) === hour ? standard : standard - 3_600_000);
  }

  // Registers

  rows(tab: string): Record<string, unknown>[] {
    const { valueRanges } = callApi(this.workspace.apis.sheets, 'sheets.spreadsheets.values.batchGet', {
      path: { spreadsheetId: this.registers },
      query: {
        ranges: [`'${tab}'`],
        valueRenderOption: 'UNFORMATTED_VALUE',
        dateTimeRenderOption: 'FORMATTED_STRING',
      },
      body: undefined,
      caller: { email: OWNER },
    }) as { valueRanges: { values?: unknown[][] }[] };
    const [header = [], ...rows] = valueRanges[0]?.values ?? [];
    return rows.map((cells) => Object.fromEntries(header.map((name, i) => [String(name), cells[i] ?? ''])));
  }

  /** A staff member types into a cell; the edit trigger is lost, as it sometimes is. */
  set(tab: string, keyColumn: string, key: string, column: string, value: string): void {
    const rows = this.rows(tab);
    const row = rows.findIndex((found) => found[keyColumn] === key);
    const place = Object.keys(rows[0] ?? {}).indexOf(column);
    if (row < 0 || place < 0) throw new Error(`No ${key} or ${column} in ${tab}`);
    const range = `'${tab}'!${String.fromCharCode(65 + place)}${row + 2}`;
    this.write('values.update', { range }, { values: [[value]] });
  }

  addMembers(people: readonly (Person & { status?: string })[]): void {
    const values = people.map(({ name, email, status }) => ['', name, email, 'Mentee', status ?? 'Active']);
    this.write('values.append', { range: 'Members!A1' }, { values });
  }

  /** Rows as they would stand after years, written all at once. */
  append(tab: string, values: readonly (readonly unknown[])[]): void {
    for (let from = 0; from < values.length; from += 5000) {
      this.write('values.append', { range: `'${tab}'!A1` }, { values: values.slice(from, from + 5000) });
      // Google takes one write a second.
      this.workspace.advance('PT1S');
    }
  }

  /** A staff member sorts a tab by its first column, last first. */
  sortDescending(tab: string): void {
    const { sheets } = callApi(this.workspace.apis.sheets, 'sheets.spreadsheets.get', {
      path: { spreadsheetId: this.registers },
      query: {},
      body: undefined,
      caller: { email: OWNER },
    }) as { sheets: { properties: { sheetId: number; title: string } }[] };
    const sheetId = sheets.find(({ properties }) => properties.title === tab)?.properties.sheetId ?? 0;
    const range = { sheetId, startRowIndex: 1 };
    callApi(this.workspace.apis.sheets, 'sheets.spreadsheets.batchUpdate', {
      path: { spreadsheetId: this.registers },
      query: {},
      body: {
        requests: [{ sortRange: { range, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }] } }],
      },
      caller: { email: OWNER },
    });
  }

  private write(method: string, path: { range: string }, body: object): void {
    callApi(this.workspace.apis.sheets, `sheets.spreadsheets.${method}`, {
      path: { spreadsheetId: this.registers, ...path },
      query: { valueInputOption: 'USER_ENTERED' },
      body,
      caller: { email: OWNER },
    });
  }

  member(email: string): Record<string, unknown> {
    const found = this.rows('Members').find((row) => row.Email === email);
    if (!found) throw new Error(`Nobody has ${email}`);
    return found;
  }

  // The document

  get documentId(): string {
    const row = this.rows('Settings').find(({ Setting }) => Setting === 'Code of Conduct document');
    return /\/d\/([\w-]+)/.exec(String(row?.Value))?.[1] ?? '';
  }

  get codeText(): string {
    return this.workspace.docs.text(this.documentId);
  }

  writeCode(text: string): void {
    this.workspace.docs.userEdit(OWNER, this.documentId, text);
  }

  // Mail

  /** How many mails a person's mailbox holds. */
  count(email: string): number {
    return this.workspace.gmail.mailboxes.count(email);
  }

  /** All mails of a mailbox by day and subject, oldest first; nothing else of them is read. */
  subjects(email: string): { day: string; subject: string }[] {
    const { mailboxes } = this.workspace.gmail;
    return Array.from({ length: this.count(email) }, (_, place) => {
      const message = mailboxes.at(email, place);
      if (!message) throw new Error('no such mail');
      return { day: dayOf(message.internalDate), subject: message.subject };
    });
  }

  /** The address of the acceptance form; mails may lead to other forms too. */
  private get acceptanceForm(): string {
    const [form] = this.workspace.forms.all();
    this.formAddress ??= form ? this.workspace.forms.viewUrl(form) : undefined;
    return this.formAddress ?? '';
  }
  private formAddress: string | undefined;

  /** The newest personal link to the acceptance form that a person has. */
  linkOf(email: string): string | undefined {
    for (let from = this.count(email) - 1; from >= 0; from--) {
      const link = this.received(email, from, 1)[0]?.link;
      if (link !== undefined) return link;
    }
    return undefined;
  }

  received(email: string, from = 0, most = Number.POSITIVE_INFINITY): Received[] {
    const { gmail } = this.workspace;
    return Array.from({ length: Math.min(most, this.count(email) - from) }, (_, i) => {
      const message = gmail.mailboxes.at(email, from + i);
      if (!message) throw new Error('no such mail');
      const { text, headers } = gmail.view(email, message.id);
      const subject = headers.find(({ name }) => name.toLowerCase() === 'subject')?.value ?? '';
      return {
        day: dayOf(message.internalDate),
        to: email,
        subject,
        text,
        link: text.match(/\S+\/viewform\?\S+/g)?.find((link) => link.startsWith(this.acceptanceForm)),
      };
    });
  }

  /** Answers the form behind a link: what it prefills, what she types, and the first choice of what is asked. */
  answer(link: string, person: Person, choose: Record<string, string> = {}): void {
    const url = new URL(link);
    const form = this.workspace.forms.byPublishedId(/\/forms\/d\/e\/([^/]+)\//.exec(url.pathname)?.[1] ?? '');
    if (!form) throw new Error(`No form has the address ${link}`);
    const typed: Record<string, string> = {
      'Your name': person.name,
      'Your email address': person.email,
      ...choose,
    };
    const answers: Record<string, string | readonly string[]> = {};
    for (const item of form.items) {
      if (item.questionId === 0) continue;
      const usual = item.required ? item.choices[0]?.value : undefined;
      const answer = typed[item.title] ?? url.searchParams.get(`entry.${item.questionId}`) ?? usual;
      if (answer !== undefined)
        answers[item.questionId] = item.type === 'CHECKBOX' ? [answer].flat() : answer;
    }
    this.workspace.forms.submit({ formId: form.id, answers });
  }

  close(): void {
    this.workspace.close();
  }
}
