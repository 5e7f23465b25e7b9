// Fifty mails of the world outside, labelled in the mailbox: each becomes the right entry or none, and none is dropped.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Cases } from '../support/cases.ts';
import { type Person, TestDesk } from '../support/desk.ts';
import { Mailbox } from '../support/mail.ts';
import { oneSpaced, RAW_MAILS, type RawMail } from '../support/raw-mails.ts';
import type { Line } from '../support/reading.ts';

const isRequest = ({ kind }: RawMail) => kind === 'request';

/** What the tabs hold of a mail: the entries, and whether Problems tell of it. */
interface Became {
  row: Line | undefined;
  case: Line | undefined;
  optOut: Line | undefined;
  problems: string[];
}

describe.each(['report', 'opt-out'] as const)('all of them with the label of a kind: %s', (label) => {
  let desk: TestDesk;
  let mail: Mailbox;
  const ids = new Map<string, string>();
  const became = ({ name }: RawMail): Became => {
    const id = ids.get(name) ?? '';
    const where = label === 'report' ? 'Cases' : 'Registers';
    return {
      row: mail.noted(where).find((line) => line.Message === id),
      case: mail.cases.register('Cases').find((line) => line['Response ID'] === `mail-${id}`),
      optOut: mail.optOuts().find((line) => line['Response ID'] === `mail-${id}`),
      problems: mail.problemsAbout(id),
    };
  };

  beforeAll(() => {
    const members: Person[] = RAW_MAILS.filter(isRequest)
      .map(({ expected }) => expected.from)
      .filter((from, at, all) => from !== '' && all.indexOf(from) === at)
      .map((email, at) => ({ name: `Member ${at}`, email }));
    desk = new TestDesk(members);
    mail = new Mailbox(desk, new Cases(desk));
    for (const { name, source } of RAW_MAILS) ids.set(name, mail.source(source, label));
    mail.run();
    mail.run();
    console.log(RAW_MAILS.map((one) => {const b=became(one); return [one.kind, one.name, b.row?.['What it is'], b.row?.Entry, b.problems.length, one.expected.from].join(' | ')}).join('\n'));
  });
  it('x', () => {});
});
