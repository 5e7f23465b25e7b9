// A story of days: a desk, a calendar, and a notebook for each member; at the end every mail is compared.

import { expect } from '@jest/globals';
import { type Asking, type Day, Notebook } from './model-year.ts';
import { Desk, OWNER, type Person } from './support-year.ts';

const DAY_MS = 86_400_000;

const KINDS: [RegExp, Asking | 'Thanks' | 'Refused'][] = [
  [/^Please read and accept our Code of Conduct by/, 'Invitation'],
  [/^Our Code of Conduct has changed: please answer by/, 'New version'],
  [/^Please accept our Code of Conduct by/, 'Reminder'],
  [/^A reminder: our Code of Conduct, by/, 'Reminder'],
  [/^Today: please accept our Code of Conduct/, 'Reminder'],
  [/^We miss your answer to our Code of Conduct/, 'Reminder'],
  [/^Last reminder: please answer our Code of Conduct/, 'Reminder'],
  [/^Thank you: you accepted our Code of Conduct/, 'Thanks'],
  [/^We have your answer about our Code of Conduct/, 'Refused'],
];
const kindOf = (subject: string) => KINDS.find(([pattern]) => pattern.test(subject))?.[1] ?? subject;

export interface Member extends Person {
  notebook: Notebook;
  expected: string[];
  /** The mailboxes that she had, one after the other. */
  addresses: string[];
}

export class Story {
  readonly desk: Desk;
  readonly members: Member[] = [];
  day: Day = 0;
  version = 0;
  /** Whose mail has come back, which the next night's run will see. */
  private readonly bounced: Member[] = [];

  constructor(
    private readonly start: string,
    waitingDays: number,
  ) {
    this.desk = new Desk(`${start}T18:00:00Z`, {
      'Days that a new version waits before it is published': String(waitingDays),
    });
  }

  dateOf(day: Day): string {
    return new Date(Date.parse(this.start) + day * DAY_MS).toISOString().slice(0, 10);
  }

  private nextYear = (day: Day): Day => {
    const [year, month, date] = this.dateOf(day).split('-').map(Number) as [number, number, number];
    const lastOfMonth = new Date(Date.UTC(year + 1, month, 0)).getUTCDate();
    const then = Date.UTC(year + 1, month - 1, Math.min(date, lastOfMonth));
    return Math.round((then - Date.parse(this.start)) / DAY_MS);
  };

  join(count: number): void {
    const people = Array.from({ length: count }, (_, i) => {
      const number = this.members.length + i + 1;
      return { name: `Member ${number}`, email: `member${number}@example.org` };
    });
    this.desk.addMembers(people);
    for (const person of people) {
      const notebook = new Notebook(this.nextYear);
      this.members.push({ ...person, notebook, expected: [], addresses: [person.email] });
    }
  }

  /** The morning of a later day; nothing runs on the way. */
  goTo(day: Day): void {
    this.desk.goTo(this.dateOf(day));
    this.day = day;
    expect(this.desk.today).toBe(this.dateOf(day));
  }

  /** The night's run, or only the morning's. The night's takes up the answers that wait, too. */
  sweep(runs: 'everyNight' | 'everyMorning'): void {
    this.desk.run(runs);
    if (runs === 'everyNight') for (const { notebook } of this.bounced.splice(0)) notebook.reachable = false;
    for (const { notebook, expected } of this.members) {
      const mail = notebook.sweep(this.day, this.version);
      if (mail) expected.push(`${this.dateOf(this.day)} ${mail}`);
    }
  }

  writeNewCode(): void {
    const [year, month, date] = this.dateOf(this.day).split('-').map(Number);
    const next = this.desk.codeText
      .replace(/Last Update: .*/, `Last Update: ${month}/${date}/${year}`)
      .replace(/shall be kept confidential/, `shall always be kept confidential`);
    this.desk.writeCode(next);
  }

  /**
   * She answers with the newest link that she has, if it still works. Says whether she could; her answer is taken up
   * by the next run that does so, which has to come on the same day.
   */
  answer(member: Member, decline = false): boolean {
    const { notebook } = member;
    const isOpen = notebook.declined !== this.version && notebook.asked.length > 0;
    if (!notebook.active || !isOpen || this.day - (notebook.asked[notebook.asked.length - 1] ?? 0) > 50)
      return false;
    const link = this.desk.linkOf(member.email);
    if (link === undefined) return false;
    const refusal = { 'Do you accept the Code of Conduct?': 'I do not accept this Code of Conduct' };
    this.desk.answer(link, member, decline ? refusal : {});
    if (decline) notebook.declined = this.version;
    else {
      notebook.declined = null;
      notebook.accepted = { version: this.version, day: this.day };
    }
    if (notebook.reachable)
      member.expected.push(`${this.dateOf(this.day)} ${decline ? 'Refused' : 'Thanks'}`);
    return true;
  }

  setStatus(member: Member, status: string): void {
    this.desk.set('Members', 'Name', member.name, 'Status', status);
    member.notebook.active = status === 'Active';
  }

  /** Mail to her comes back; the next night's run sees it. */
  bounce(member: Member): void {
    this.desk.workspace.gmail.delivery.receive(
      [
        'From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
        `To: ${OWNER}`,
        'Subject: Delivery Status Notification (Failure)',
        `X-Failed-Recipients: ${member.email}`,
        '',
        'Address not found',
      ].join('\r\n'),
    );
    this.bounced.push(member);
  }

  correctAddress(member: Member): void {
    const email = `new.${member.addresses.length}.${member.addresses[0]}`;
    this.desk.set('Members', 'Name', member.name, 'Email', email);
    member.email = email;
    member.addresses.push(email);
    member.notebook.reachable = true;
  }

  /** Compares all mailboxes with the notebooks. */
  check(): void {
    for (const { name, addresses, expected } of this.members) {
      const mails = addresses.flatMap((address) => this.desk.subjects(address));
      const seen = mails.map(({ day, subject }) => `${day} ${kindOf(subject)}`);
      expect({ name, mails: seen }).toEqual({ name, mails: expected });
    }
    const known = new Set([OWNER, ...this.members.flatMap(({ addresses }) => addresses)]);
    const boxes = this.desk.workspace.gmail.mailboxes.addresses();
    expect(boxes.filter((address) => !known.has(address))).toEqual([]);
    const open = this.desk.rows('Problems').filter(({ Done }) => Done !== true);
    expect(open.map(({ What }) => What)).toEqual([]);
  }
}
