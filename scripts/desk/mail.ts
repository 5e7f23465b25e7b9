// Mail that comes to the desk: whoever writes it, the labels that staff or a filter put on it, and what becomes of it.

import { Cases } from '../desk/cases.ts';
import type { Line } from '../desk/reading.ts';
import { CONTACT, type Desk } from './desk.ts';

export const LABEL = {
  report: 'Code of Conduct/Report',
  'opt-out': 'Code of Conduct/Opt-out',
  question: 'Code of Conduct/Question',
  registered: 'Code of Conduct/Registered',
} as const;
export type Labelled = keyof typeof LABEL;

/** What somebody writes; all of it may be left out. */
export interface Written {
  from?: string;
  subject?: string;
  text?: string;
  /** More headers: `In-Reply-To`, for example. */
  headers?: Readonly<Record<string, string>>;
  labels?: readonly Labelled[];
}

export const MIA = 'Mia Moran <mia@example.net>';
export const MIAS = 'mia@example.net';
export const STORY = 'She told others what I told her in private.';

let number = 0;

/** The mailbox of the contact address, as the account has it that owns the desk. */
export class Mailbox {
  constructor(
    readonly desk: Desk,
    readonly cases = new Cases(desk),
  ) {}

  get workspace() {
    return this.desk.workspace;
  }

  private get owner() {
    return this.workspace.owner;
  }

  /** A mail arrives, and a filter labels it at once; gives Gmail's id. */
  receive({
    from = MIA,
    subject = 'Please help',
    text = STORY,
    headers = {},
    labels = [],
  }: Written = {}): string {
    number += 1;
    const all: Record<string, string> = {
      From: from,
      To: CONTACT,
      Subject: subject,
      'Message-ID': `<written-${number}@mail.example.net>`,
      'Content-Type': 'text/plain; charset=utf-8',
      ...headers,
    };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
    return this.source([...lines, '', text].join('\r\n'), ...labels);
  }

  /** As above, byte for byte. */
  source(source: string | Uint8Array, ...labels: readonly Labelled[]): string {
    const arrived = this.workspace.gmail.receive(source, [this.owner]);
    const [{ id = '' } = {}] = arrived;
    this.label(id, ...labels);
    return id;
  }

  label(id: string, ...labels: readonly Labelled[]): void {
    for (const one of labels) this.workspace.gmail.addLabel(this.owner, id, LABEL[one]);
  }

  unlabel(id: string, label: Labelled): void {
    this.workspace.gmail.removeLabel(this.owner, id, LABEL[label]);
  }

  message(id: string) {
    return this.workspace.gmail.mailboxes.get(this.owner, id);
  }

  isRegistered(id: string): boolean {
    return this.labelsOf(id).includes(LABEL.registered);
  }

  labelsOf(id: string): string[] {
    const { labels } = this.workspace.gmail;
    return labels.namesOf(this.owner, this.message(id).labelIds);
  }

  /** Somebody answers the newest mail that came to her. */
  answer(address: string, text: string, more: Written = {}): string {
    const { mailboxes } = this.workspace.gmail;
    const all = Array.from({ length: mailboxes.count(address) }, (_, place) => mailboxes.at(address, place));
    const newest = all.reverse().find((message) => message?.labelIds.includes('INBOX'));
    if (!newest) throw new Error(`No mail came to ${address}`);
    const headers = { 'In-Reply-To': newest.messageId, References: newest.messageId, ...more.headers };
    return this.receive({ from: address, subject: `Re: ${newest.subject}`, text, ...more, headers });
  }

  /** The next run of every ten minutes. */
  run() {
    this.desk.workspace.advance('PT1M');
    return this.desk.workspace.run('everyTenMinutes').record;
  }

  optOuts(): Line[] {
    return this.lines('Opt-outs', this.desk.registersId);
  }

  private lines(tab: string, spreadsheetId: string): Line[] {
    const [header = [], ...rows] = this.desk.grid(tab, spreadsheetId);
    return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
  }

  /** What the hidden tabs say became of each message. */
  noted(where: 'Registers' | 'Cases' = 'Cases'): Line[] {
    return this.lines('Mailbox', where === 'Cases' ? this.desk.casesId : this.desk.registersId);
  }

  /** Words that a mail about it left in Problems. */
  problemsAbout(id: string): string[] {
    return this.desk.openProblems().filter((what) => what.includes(id));
  }
}
