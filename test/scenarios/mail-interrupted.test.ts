// A run on the mailbox that dies or fails at any of its remote calls: the next runs make it good, once. And its cost.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Cases, FIRST, URGENT } from '../../scripts/desk/cases.ts';
import { casesWords, leaks, Watch, word } from '../../scripts/desk/leak.ts';
import { Mailbox } from '../../scripts/desk/mail.ts';
import { firstBrokenLine } from '../../scripts/desk/reading.ts';
import { ANNA, CONTACT, SARA, TestDesk } from '../support/desk.ts';
import { EACH, sampled } from '../support/sample.ts';

const desk = new TestDesk();
const cases = new Cases(desk);
const mail = new Mailbox(desk, cases);
const watch = new Watch(desk);
const { faults } = desk.workspace;
const LIST = 'Gmail.Users.Messages.list';
const methods = ({ calls }: { calls: readonly { method: string }[] }) => calls.map(({ method }) => method);

/** A report that is a request about pictures as well, and a question, both with words that stand nowhere else. */
let ids: string[];
beforeAll(() => {
  ids = [
    mail.receive({
      from: `Anna Ito <${ANNA.email}>`,
      subject: `About ${word('subject')}`,
      text: `He has a gun, ${word('story')}.\r\n\r\nOn Mon, Jan 5, 2026 Bo <bo@example.org> wrote:\r\n> ${word('quoted')}`,
      labels: ['report', 'opt-out'],
    }),
    mail.receive({
      text: `May I? ${word('asked')}`,
      labels: ['question'],
      from: `${word('from')} <zoe@example.net>`,
    }),
  ];
  desk.save();
});
beforeEach(() => {
  desk.reset();
  watch.finds.length = 0;
});

function expectAllDone(): void {
  expect(cases.register('Cases').map(({ Case }) => Case)).toEqual([FIRST]);
  expect(cases.register('Questions').map(({ Question }) => Question)).toEqual(['Q-2026-001']);
  expect(cases.log(FIRST)).toHaveLength(1);
  expect(mail.optOuts().map((line) => line['Opt-out ID'])).toEqual(['O-000001']);
  expect(desk.subjects(ANNA.email).sort()).toEqual([
    'A note from International Mentoring St. Louis',
    'One more step: please confirm your request about pictures',
  ]);
  expect(desk.subjects('zoe@example.net')).toHaveLength(1);
  expect(desk.subjects(SARA)).toEqual([URGENT]);
  expect(desk.subjects(CONTACT).filter((subject) => subject.includes(`${FIRST} is new`))).toHaveLength(1);
  expect(ids.map((id) => mail.isRegistered(id))).toEqual([true, true]);
  for (const where of ['Cases', 'Registers'] as const)
    expect(mail.noted(where).map((line) => line['To do'])).toEqual(where === 'Cases' ? ['', ''] : ['']);
  for (const trail of [cases.register('Audit trail'), desk.register('Audit trail')])
    expect(firstBrokenLine(trail)).toBe(0);
  expect(desk.workspace.kernel.store.table('locks').size).toBe(0);
}

/** Words that stand where they should not: not in Cases, and not in the mails that came. */
const strays = () => {
  const came = ids.map((id) => `mail in ${desk.workspace.owner}: ${mail.message(id).subject}`);
  return [...leaks(desk).filter(({ place }) => !came.includes(place)), ...watch.finds];
};

function calls(): string[] {
  desk.reset();
  const made = methods(mail.run());
  expectAllDone();
  return made;
}

describe('words', () => {
  it('of mails that came stand in Cases alone', () => {
    mail.run();
    expectAllDone();
    desk.nextDay();
    expect(strays()).toEqual([]);
    const told = JSON.stringify(casesWords(desk).map(({ words }) => words));
    for (const name of ['subject', 'story', 'quoted', 'asked', 'from']) expect(told).toContain(word(name));
  });
});

describe.each(['the run ends after it', 'Google refuses it'] as const)('%s', (disturbance) => {
  it(`at ${EACH} call: nothing is lost, doubled, or answered twice, and no word gets out`, () => {
    const made = calls();
    expect(made.length).toBeGreaterThan(25);
    // In its own words about Cases, Google may quote what it was sent.
    const ofCases = made.lastIndexOf('Properties.getProperties') + 1;
    const points = made.map((_, index) => index + 1);
    for (const nth of sampled(points, disturbance === 'Google refuses it' ? 2 : 0)) {
      desk.reset();
      const fail = nth < ofCases ? 'Bad value' : `Bad value: "${word('story')} ${word('asked')}"`;
      const strike =
        disturbance === 'Google refuses it'
          ? ({ when: 'before', effect: { fail } } as const)
          : ({ when: 'after', effect: { kill: true } } as const);
      faults.add({ functionName: 'everyTenMinutes', nth, ...strike });
      mail.run();
      expect([nth, faults.pending, strays()]).toEqual([nth, 0, []]);
      desk.workspace.advance('PT7M');
      for (let round = 0; round < 3; round++) mail.run();
      try {
        expectAllDone();
      } catch (error) {
        throw new Error(`Call ${nth}, ${made[nth - 1]}: ${String(error)}`);
      }
    }
  });
});

describe('what cannot be read', () => {
  it('is tried again, and told once when it fails again; the others are taken up', () => {
    faults.add({ method: 'Gmail.Users.Messages.get', when: 'before', effect: { fail: 'No' }, nth: 1 });
    mail.run();
    const [lost = ''] = ids;
    expect(cases.register('Questions')).toHaveLength(1);
    expect(desk.openProblems()).toEqual([]);
    mail.run();
    mail.run();
    expectAllDone();
    expect(mail.problemsAbout(lost)).toEqual([]);
  });

  it('again and again is told once, also when staff have ticked it', () => {
    faults.add({ method: 'Gmail.Users.Messages.get', when: 'before', effect: { fail: 'No' }, always: true });
    mail.run();
    expect(desk.openProblems()).toEqual([]);
    for (let round = 0; round < 3; round++) mail.run();
    expect(desk.openProblems()).toHaveLength(2);
    const rows = desk.register('Problems').length;
    desk.type(
      'Problems',
      2,
      'Done',
      Array.from({ length: rows }, () => ['TRUE']),
    );
    desk.workspace.settle();
    for (let round = 0; round < 3; round++) mail.run();
    expect(desk.openProblems()).toEqual([]);
    faults.clear();
    mail.run();
    expectAllDone();
  });

  it('because the mailbox cannot be looked at is told after half an hour, and solved by itself', () => {
    faults.add({ method: LIST, when: 'before', effect: { fail: 'No' }, always: true });
    mail.run();
    mail.run();
    expect(desk.openProblems()).toEqual([]);
    mail.run();
    expect(desk.openProblems()).toEqual([
      'The mailbox cannot be looked at, so requests that come by mail are not taken up.',
    ]);
    faults.clear();
    mail.run();
    expect(desk.openProblems()).toEqual([]);
    expectAllDone();
  });
});

describe('labels', () => {
  const { owner, gmail } = desk.workspace;
  const named = (name: string) => gmail.labels.named(owner, name) ?? '';
  const names = () => gmail.labels.ofUser(owner).map(({ name }) => name);

  it('are made by Set up, and made anew when one is gone; by night staff are told', () => {
    expect(names()).toEqual([
      'Code of Conduct',
      'Code of Conduct/Report',
      'Code of Conduct/Opt-out',
      'Code of Conduct/Question',
      'Code of Conduct/Registered',
    ]);
    gmail.labels.update(owner, named('Code of Conduct/Question'), { name: 'Questions' });
    desk.workspace.run('everyNight');
    expect(desk.openProblems()).toContain(
      'In Gmail, the system cannot find the label “Code of Conduct/Question”.',
    );
    expect(desk.repair().join('\n')).toContain('Labels made in Gmail: Code of Conduct/Question.');
    desk.workspace.run('everyNight');
    expect(desk.openProblems().filter((what) => what.includes('label'))).toEqual([]);
  });

  it('that are gone hold up nothing: what waits for “Registered” gets it when it is there again', () => {
    gmail.labels.remove(owner, named('Code of Conduct/Registered'));
    mail.run();
    expect(cases.register('Cases')).toHaveLength(1);
    expect(ids.map((id) => mail.isRegistered(id))).toEqual([false, false]);
    desk.repair();
    mail.run();
    expectAllDone();
  });
});

it('a run with nothing new costs one or two searches for each spreadsheet, and writes nothing', () => {
  const before = methods(mail.run()).length;
  // The next one writes into Today how many cases there are.
  mail.run();
  const idle = methods(mail.run());
  expect(before).toBeGreaterThan(idle.length);
  // The fifth is the look for urgent mail that came back.
  expect(idle.filter((method) => method.startsWith('Gmail'))).toEqual([LIST, LIST, LIST, LIST, LIST]);
  expect(idle.filter((method) => /batchUpdate/.test(method))).toEqual([]);
});
