// Fifty mails of the world outside, labelled in the mailbox: each becomes the right entry or none, and none is dropped.

import { beforeAll, describe, expect, it } from '@jest/globals';
import { Cases } from '../../scripts/desk/cases.ts';
import { Mailbox } from '../../scripts/desk/mail.ts';
import type { Line } from '../../scripts/desk/reading.ts';
import { type Person, TestDesk } from '../support/desk.ts';
import { oneSpaced, RAW_MAILS, type RawMail } from '../support/raw-mails.ts';

const isRequest = ({ kind }: RawMail) => kind === 'request';

/** What the tabs hold of a mail: what it was taken for, its entry, and the lines in Problems that name it. */
interface Became {
  noted: Line | undefined;
  entry: Line | undefined;
  problems: string[];
}

describe.each(['report', 'opt-out'] as const)('all of them with the label of a kind: %s', (label) => {
  const became = new Map<RawMail, Became>();

  beforeAll(() => {
    const members: Person[] = RAW_MAILS.filter(isRequest)
      .map(({ expected }) => expected.from)
      .filter((from, at, all) => from !== '' && all.indexOf(from) === at)
      .map((email, at) => ({ name: `Member ${at}`, email }));
    const desk = new TestDesk(members);
    const mail = new Mailbox(desk, new Cases(desk));
    const ids = new Map(RAW_MAILS.map((one) => [one, mail.source(one.source, label)]));
    mail.run();
    const noted = mail.noted(label === 'report' ? 'Cases' : 'Registers');
    const entries = label === 'report' ? mail.cases.register('Cases') : mail.optOuts();
    const problems = desk.openProblems();
    for (const [one, id] of ids)
      became.set(one, {
        noted: noted.find((line) => line.Message === id),
        entry: entries.find((line) => line['Response ID'] === `mail-${id}`),
        problems: problems.filter((what) => what.includes(id)),
      });
  });

  it.each(RAW_MAILS.map((one) => [one.kind, one.name, one] as const))('%s: %s', (_, name, one) => {
    const { noted, entry, problems } = became.get(one) as Became;
    const words = oneSpaced(entry?.['What happened'] ?? entry?.['In her words'] ?? '');
    const outcome = OUTCOMES[name] ?? USUALLY[one.kind];
    expect([noted?.['What it is'], problems.length]).toEqual(outcome);
    expect(entry !== undefined).toBe(outcome[0] === 'Entry');
    if (!entry) return;
    expect(words).toContain(oneSpaced(one.expected.subject));
    expect(words).toContain(oneSpaced(ownWords(one)));
    if (label === 'opt-out')
      expect(entry.Status).toBe(isRequest(one) ? 'In force, to be confirmed' : 'To match');
  });
});

/** What each kind becomes, and how many lines in Problems tell of it. */
const USUALLY: Readonly<Record<RawMail['kind'], [outcome: string, problems: number]>> = {
  request: ['Entry', 0],
  automatic: ['To look at', 1],
  bounce: ['To look at', 1],
  own: ['To look at', 1],
  // Nobody can be answered, but what she wrote is kept.
  malformed: ['Entry', 1],
};

/** The others: nothing stands in them, or only a person can tell whether a machine wrote them. */
const OUTCOMES: Readonly<Record<string, [outcome: string, problems: number]>> = {
  'nothing but a sender': ['Empty', 1],
  'no mail at all': ['Empty', 1],
  'a subject that only sounds like an automatic answer': ['To look at', 1],
  'an absence in German whose only sign is an Exchange header': ['To look at', 1],
  'the vacation program of a Unix host': ['To look at', 1],
  'a post on a mailing list': ['To look at', 1],
  'a newsletter': ['To look at', 1],
};

/** What stands in the entry: not the signature, nor the mail that she answers. */
const ownWords = ({ expected: { text } }: RawMail) => text.split(/ (?:On \w{3}, |-- |Sent from )/)[0] ?? '';
