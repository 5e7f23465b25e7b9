// The automatic work goes from one account to another: no gap, nothing twice, whatever dies or comes in between.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Cases, DANGER, VIOLATION } from '../../scripts/desk/cases.ts';
import { firstBrokenLine } from '../../scripts/desk/reading.ts';
import type { StoreSnapshot } from '../../scripts/local-workspace/kernel/store.ts';
import { ANNA, BEA, CARA, CONTACT, HANA, type Person, TestDesk } from '../support/desk.ts';
import { EACH, sampled } from '../support/sample.ts';

const NINA = 'nina@imstl.org';
const VERA = 'vera@imstl.org';
const TRIGGERS = 11;

let desk: TestDesk;
let cases: Cases;
/** The links of Anna, Béa and Cara. */
let links: Map<Person, string>;

beforeAll(() => {
  desk = new TestDesk();
  cases = new Cases(desk);
  desk.workspace.files.update(desk.registersId, { editors: [NINA, VERA] });
  desk.invite();
  links = new Map([ANNA, BEA, CARA].map((person) => [person, desk.linkOf(person.email)]));
  desk.minutes(11);
  desk.save();
});
beforeEach(() => desk.reset());

const asking = (name: string, question: unknown = {}, user = CONTACT) => desk.tryAsking(name, question, user);
const name = (email = NINA) => asking('nameNextOwner', { email });
const takeOver = () => asking('takeOver', {}, NINA);
const answers = (person: Person) => desk.answer(links.get(person) as string, person);
const property = (key: string) => {
  const stores = desk.workspace.kernel.store.table<Record<string, string>>('properties').values();
  return stores.find((values) => values.TRIGGER_OWNER)?.[key];
};
const owner = () => property('TRIGGER_OWNER');
const triggersOf = (account: string) => desk.workspace.triggers.all().filter((one) => one.owner === account);
const trail = () => desk.register('Audit trail').map(({ What }) => What);

/** The mails that have left a mailbox, by the number that stands in each. */
function sentFrom(mailbox: string): string[] {
  const { gmail } = desk.workspace;
  const all = Array.from({ length: gmail.mailboxes.count(mailbox) }, (_, place) =>
    gmail.mailboxes.at(mailbox, place),
  );
  return all
    .filter((message) => message?.labelIds.includes('SENT'))
    .map((message) => /IMSTL-[A-Z]+-\d+/.exec(gmail.view(mailbox, message?.id ?? '').raw)?.[0] ?? '');
}
const numbersSent = () => [CONTACT, NINA].flatMap(sentFrom);

/** Everything came in once and was answered once, and one account alone has the work. */
function expectAllGood(by: string, ...people: readonly Person[]): void {
  expect(owner()).toBe(by);
  expect(triggersOf(by)).toHaveLength(TRIGGERS);
  expect(triggersOf(by === NINA ? CONTACT : NINA)).toEqual([]);
  const rows = desk.register('Acceptances');
  expect(rows.map(({ Name }) => Name).sort()).toEqual(people.map((person) => person.name).sort());
  for (const { email } of people)
    expect(desk.subjects(email).filter((subject) => /^Thank you/.test(subject))).toHaveLength(1);
  const numbers = numbersSent();
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(desk.register('Mail log').filter(({ State }) => State !== 'Sent')).toEqual([]);
  expect(firstBrokenLine(desk.register('Audit trail'))).toBe(0);
  expect(desk.workspace.kernel.store.table('locks').size).toBe(0);
}

/** Nobody but the new account can open Cases, of those who are not handlers. */
function expectCasesPassedOn(): void {
  const { owner: of, editors } = desk.workspace.files.get(desk.casesId);
  expect(of).toBe(NINA);
  expect(editors).not.toContain(CONTACT);
  expect(editors).toContain(HANA);
}

describe('when all goes well', () => {
  it('the old account works on until the new one has taken over, and then leaves by itself', () => {
    expect(name()).toMatchObject({ ok: true, value: [expect.stringContaining(`${NINA} is named`)] });
    expect(desk.openProblems()).toEqual([`The automatic work is to go from ${CONTACT} to ${NINA}.`]);
    expect(triggersOf(CONTACT)).toHaveLength(TRIGGERS);
    answers(ANNA);
    desk.workspace.settle();
    expect(desk.register('Acceptances')).toHaveLength(1);
    expect(takeOver()).toMatchObject({
      ok: true,
      value: [expect.stringContaining(`under ${NINA} now`), expect.anything()],
    });
    expect(desk.openProblems()).toEqual([]);
    answers(BEA);
    desk.workspace.settle();
    desk.minutes(22);
    expectAllGood(NINA, ANNA, BEA);
    expectCasesPassedOn();
    expect(trail()).toEqual(
      expect.arrayContaining([
        'Named the next account for the automatic work',
        'Took over the automatic work',
      ]),
    );
    expect(desk.openProblems()).toEqual([]);
  });

  it('the whole of it goes on under the new account: nights, cases, the list for photographers, repair', () => {
    name();
    takeOver();
    desk.minutes(22);
    cases.report({ ...VIOLATION, 'Who did it?': 'Stina Strand' });
    cases.report(DANGER);
    desk.nextDay();
    desk.nextDay();
    expect(desk.openProblems()).toEqual([]);
    expect(desk.workspace.executions().filter(({ status }) => status !== 'Completed')).toEqual([]);
    expect(desk.ask('runSetUp', {}, NINA)).toEqual(['Everything is in place. Nothing had to be changed.']);
    expect(desk.tryAsking('runSetUp').ok).toBe(false);
    expectCasesPassedOn();
    expect(desk.workspace.files.get(desk.casesId).editors).not.toContain('stina@example.org');
  });

  it('and it can be handed back', () => {
    name();
    takeOver();
    desk.minutes(22);
    expect(asking('nameNextOwner', { email: CONTACT }, NINA).ok).toBe(true);
    expect(asking('takeOver').ok).toBe(true);
    answers(ANNA);
    desk.minutes(22);
    expectAllGood(CONTACT, ANNA);
    // With drive.file, Nina cannot give away what she has not made, so people are asked to.
    expect(desk.openProblems()).toEqual([`The Cases spreadsheet still belongs to ${NINA}.`]);
  });
});

describe('who may do what', () => {
  const message = (said: { message?: string }) => said.message;

  it('only the account that has the work names another, and only the named one takes over', () => {
    expect(message(asking('nameNextOwner', { email: VERA }, VERA))).toContain(`Please sign in as ${CONTACT}`);
    expect(message(asking('takeOver', {}, VERA))).toContain('No account is named yet');
    name();
    expect(message(asking('takeOver', {}, VERA))).toContain(`Only ${NINA} can take over`);
    expect(message(asking('takeOver'))).toContain('under this account already');
    expect(asking('readHandOver', {}, VERA).value).toMatchObject({
      role: 'other',
      owner: CONTACT,
      next: NINA,
    });
    expect(asking('readHandOver', {}, NINA).value).toMatchObject({
      role: 'next',
      sendsAs: false,
      files: expect.arrayContaining([{ name: 'The Cases spreadsheet', isOpen: true }]),
    });
    expect(owner()).toBe(CONTACT);
  });

  it.each([
    ['not an address', 'Please write the address'],
    [CONTACT.toUpperCase(), 'This is the account that has the automatic work'],
  ])('“%s” cannot be named', (email, words) => {
    expect(message(name(email))).toContain(words);
    expect(property('TRIGGER_OWNER_NEXT') ?? '').toBe('');
  });

  it('who is named in an open case is not let in, and is not told why', () => {
    cases.report({ ...VIOLATION, 'Who did it?': 'Nina' });
    cases.typeIn('People named', 'Person ID', 'P-0001', 'Email', NINA);
    desk.workspace.settle();
    expect(message(name())).toContain('cannot take over at the moment');
    expect(desk.workspace.files.get(desk.casesId).editors).not.toContain(NINA);
  });

  it('what the new account cannot open is said, and nothing has changed', () => {
    name();
    const form = desk.workspace.files.get(cases.form.id);
    desk.workspace.files.update(form.id, { editors: [] });
    expect(message(takeOver())).toContain('cannot open: The form “Report or ask”');
    expect(owner()).toBe(CONTACT);
    expect(triggersOf(NINA)).toEqual([]);
  });

  it('a night between naming and taking over raises no alarm about Cases', () => {
    name();
    desk.nextDay();
    expect(desk.openProblems()).toEqual([expect.stringContaining('is to go from')]);
    expect(desk.subjects('bora@example.org')).toEqual([]);
  });

  describe('a night of cases comes before the old account has left', () => {
    const ALARM = 'The Cases spreadsheet is not shared as its Settings say.';
    const toBoard = () => desk.subjects('bora@example.org');

    beforeEach(() => {
      name();
      takeOver();
      for (const { id } of triggersOf(CONTACT)) desk.workspace.triggers.setDisabled(id, true);
    });

    const night = () => {
      const { triggers } = desk.workspace;
      const [found] = triggersOf(NINA).filter(({ handler }) => handler === 'casesEveryNight');
      triggers.deliverLater(found?.id ?? '', desk.workspace.now());
      desk.workspace.settle();
    };

    it('no alarm about Cases as long as it can be on its way; when it has not left by the next night, there is one', () => {
      night();
      expect(desk.openProblems()).toEqual([]);
      expect(toBoard()).toEqual([]);
      desk.nextDay();
      expect(desk.openProblems()).toContain(ALARM);
      expect(toBoard()).toHaveLength(1);
    });

    it('there is one at once when somebody else can open Cases', () => {
      const { editors } = desk.workspace.files.get(desk.casesId);
      desk.workspace.files.update(desk.casesId, { editors: [...editors, VERA] });
      night();
      expect(desk.openProblems()).toContain(ALARM);
      const [mail] = desk.inbox('bora@example.org');
      expect(mail?.text).toContain(`* ${VERA}`);
      expect(mail?.text).not.toContain(`* ${CONTACT}`);
    });
  });

  it('taken back, the named account has nothing any more, even what it had begun', () => {
    name();
    desk.workspace.faults.add({
      functionName: 'takeOver',
      method: /newTrigger/,
      nth: 4,
      when: 'after',
      effect: { kill: true },
    });
    expect(() => takeOver()).toThrow();
    expect(triggersOf(NINA)).toHaveLength(4);
    expect(asking('takeBackNextOwner')).toMatchObject({ ok: true });
    answers(ANNA);
    desk.minutes(22);
    desk.nextDay();
    expect(triggersOf(NINA)).toEqual([]);
    expect(desk.workspace.files.get(desk.casesId).editors).not.toContain(NINA);
    expect(message(takeOver())).toContain('No account is named yet');
    expectAllGood(CONTACT, ANNA);
    expect(desk.openProblems()).toEqual([]);
  });

  it('the old account can leave by opening the dialog, and says so', () => {
    name();
    takeOver();
    expect(asking('readHandOver').value).toMatchObject({ role: 'other', ended: TRIGGERS });
    expect(triggersOf(CONTACT)).toEqual([]);
    desk.minutes(11);
    expectCasesPassedOn();
  });
});

describe('a mail that was just leaving under the old account', () => {
  function dieWhileSending(): void {
    desk.workspace.faults.add({
      functionName: 'acceptanceSubmitted',
      method: /messages.send/i,
      when: 'after',
      effect: { kill: true },
    });
    answers(ANNA);
    desk.workspace.settle();
    expect(desk.workspace.faults.pending).toBe(0);
  }

  it('is finished there first: the step is refused meanwhile, and the mail goes out once', () => {
    name();
    dieWhileSending();
    expect(takeOver().message).toContain('in a quarter of an hour');
    expect(owner()).toBe(CONTACT);
    desk.minutes(21);
    expect(takeOver().ok).toBe(true);
    desk.minutes(22);
    expectAllGood(NINA, ANNA);
  });

  it('is for staff to look for when the old account runs no more', () => {
    name();
    for (const { id } of triggersOf(CONTACT)) desk.workspace.triggers.setDisabled(id, true);
    desk.workspace.faults.clear();
    desk.workspace.triggers.setDisabled(
      triggersOf(CONTACT).find(({ handler }) => handler === 'acceptanceSubmitted')?.id ?? '',
      false,
    );
    dieWhileSending();
    desk.minutes(130);
    expect(takeOver().ok).toBe(true);
    // One had left when the run died, and one had not; nobody can tell which.
    const unsure = expect.stringMatching(/^Mail IMSTL-MAIL-\d+ was leaving under contact@imstl.org/);
    expect(desk.openProblems()).toEqual([unsure, unsure]);
    desk.minutes(22);
    const numbers = numbersSent();
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

/** The calls to Google that the last run of a function made. */
const callsOf = (functionName: string, user: string) =>
  desk.workspace
    .executions()
    .filter((run) => run.functionName === functionName && run.user === user)
    .at(-1)
    ?.calls.map(({ method }) => method) ?? [];

interface Calls {
  functionName: string;
  user: string;
  /** Where the story begins; after Set up and the invitations, when left out. */
  from?: StoreSnapshot;
  /** The calls at which something happens; all, when left out. */
  which?: RegExp;
}

/**
 * Tells a story once to see the calls of a function in it, and then once for each of them, or of a sample, at which
 * something happens; of calls that follow their like, only the first.
 */
function atEachCall(
  { functionName, user, from, which = /./ }: Calls,
  first: () => void,
  each: (nth: number) => void,
): void {
  const begin = () => (from ? desk.workspace.restore(from) : desk.reset());
  begin();
  first();
  const calls = callsOf(functionName, user);
  expect(calls.length).toBeGreaterThan(6);
  const points = calls.flatMap((method, index) =>
    method === calls[index - 1] || !which.test(method) ? [] : index + 1,
  );
  for (const nth of new Set([...sampled(points), ...points.slice(-1)])) {
    begin();
    each(nth);
    expect({ nth, pending: desk.workspace.faults.pending }).toEqual({ nth, pending: 0 });
  }
}

describe(`something happens at ${EACH} of the calls and the last`, () => {
  let named: StoreSnapshot;
  let over: StoreSnapshot;

  beforeAll(() => {
    desk.reset();
    name();
    named = desk.workspace.snapshot();
    takeOver();
    over = desk.workspace.snapshot();
  });

  const kill = (functionName: string, nth: number) =>
    desk.workspace.faults.add({ functionName, nth, when: 'after', effect: { kill: true } });
  const meanwhile = (functionName: string, nth: number, run: () => void) =>
    desk.workspace.faults.add({ functionName, nth, when: 'before', effect: { run } });

  it('the naming dies: begun again it is done, and members notice nothing', () => {
    atEachCall({ functionName: 'nameNextOwner', user: CONTACT }, name, (nth) => {
      kill('nameNextOwner', nth);
      expect(() => name()).toThrow();
      answers(ANNA);
      expect(name()).toMatchObject({ ok: true });
      expect(takeOver()).toMatchObject({ ok: true });
      desk.minutes(11);
      expectAllGood(NINA, ANNA);
    });
  });

  it('the naming dies: nobody is let in to Cases who is not named, and it can be taken back', () => {
    const canOpen = () => desk.workspace.files.get(desk.casesId).editors.includes(NINA);
    const steps = { functionName: 'nameNextOwner', user: CONTACT, which: /propert|permission|batchUpdate/i };
    const openOnes: boolean[] = [];
    atEachCall(steps, name, (nth) => {
      kill('nameNextOwner', nth);
      expect(() => name()).toThrow();
      openOnes.push(canOpen());
      if (canOpen()) expect(asking('nameNextOwner', { email: VERA }).ok).toBe(false);
      expect(asking('takeBackNextOwner').ok || !canOpen()).toBe(true);
      expect(canOpen()).toBe(false);
    });
    expect(new Set(openOnes)).toEqual(new Set([false, true]));
  });

  it('the taking over dies: begun again it is done, and answers that come in between are taken up once', () => {
    atEachCall({ functionName: 'takeOver', user: NINA, from: named }, takeOver, (nth) => {
      kill('takeOver', nth);
      expect(() => takeOver()).toThrow();
      answers(ANNA);
      desk.minutes(21);
      const isOver = owner() === NINA;
      expect(takeOver()).toMatchObject({ ok: !isOver });
      desk.minutes(11);
      expectAllGood(NINA, ANNA);
    });
  });

  it('the taking over dies just before the owner changes: the trail tells of it once, and again after it was taken back', () => {
    const TOOK_OVER = 'Took over the automatic work';
    const told = () => trail().filter((what) => what === TOOK_OVER).length;
    const die = () => {
      desk.workspace.faults.add({
        functionName: 'takeOver',
        method: /setProperties/,
        when: 'before',
        effect: { kill: true },
      });
      expect(() => takeOver()).toThrow();
      expect(owner()).toBe(CONTACT);
    };
    desk.workspace.restore(named);
    die();
    expect(takeOver()).toMatchObject({ ok: true });
    expect(told()).toBe(1);

    desk.workspace.restore(named);
    die();
    expect(asking('takeBackNextOwner').ok).toBe(true);
    name();
    expect(takeOver()).toMatchObject({ ok: true });
    expect(told()).toBe(2);
    desk.minutes(11);
    expectAllGood(NINA);
  });

  it('the old account leaves while the new one works on cases: it passes Cases on when it has its turn, and the trail tells', () => {
    desk.workspace.restore(named);
    meanwhileLeaves();
    expect(takeOver()).toMatchObject({ ok: true });
    expect(desk.workspace.faults.pending).toBe(0);
    expect(desk.workspace.files.get(desk.casesId).owner).toBe(CONTACT);
    desk.minutes(22);
    expectCasesPassedOn();
    expect(passedOn()).toBe(1);
  });

  /** How often the trail of Cases tells that it was passed on. */
  const passedOn = () =>
    cases
      .register('Audit trail')
      .filter(({ What }) => What === 'Made the next account the owner of the spreadsheet').length;

  /** The old account opens the dialog while the taking over, which is done, takes up reports. */
  const meanwhileLeaves = () =>
    desk.workspace.faults.add({
      functionName: 'takeOver',
      method: 'Sheets.Spreadsheets.Values.batchGet',
      nth: 4,
      when: 'before',
      effect: { run: () => void asking('readHandOver') },
    });

  it('the leaving of the old account dies: its next run goes on with it', () => {
    const leaves = () => desk.workspace.callFromDialog(desk.scriptId, 'readHandOver', ['{}'], CONTACT);
    atEachCall({ functionName: 'readHandOver', user: CONTACT, from: over }, leaves, (nth) => {
      kill('readHandOver', nth);
      leaves();
      desk.minutes(22);
      expect(triggersOf(CONTACT)).toEqual([]);
      expectCasesPassedOn();
      expect(passedOn()).toBe(1);
    });
  });

  it('the leaving dies as soon as Cases is passed on: its next run writes the line of the trail', () => {
    desk.workspace.restore(over);
    const passesOn = { functionName: 'readHandOver', method: 'Drive.Permissions.create' } as const;
    desk.workspace.faults.add({ ...passesOn, when: 'after', effect: { kill: true } });
    expect(() => asking('readHandOver')).toThrow();
    expect(desk.workspace.files.get(desk.casesId).owner).toBe(NINA);
    expect(passedOn()).toBe(0);
    desk.minutes(22);
    expectCasesPassedOn();
    expect(passedOn()).toBe(1);
  });

  it('an answer comes with its triggers in the midst of the taking over, and is taken up once', () => {
    const comesIn = () => {
      const before = new Set(desk.workspace.triggers.pending().map(({ id }) => id));
      answers(ANNA);
      for (const pending of desk.workspace.triggers.pending())
        if (!before.has(pending.id)) desk.workspace.deliver(pending);
    };
    const which = /Lock|newTrigger|batchUpdate|setProp/;
    atEachCall({ functionName: 'takeOver', user: NINA, from: named, which }, takeOver, (nth) => {
      meanwhile('takeOver', nth, comesIn);
      expect(takeOver()).toMatchObject({ ok: true });
      desk.minutes(11);
      expectAllGood(NINA, ANNA);
    });
  });

  it('an old run is overtaken by the taking over: it sends nothing any more, and nothing goes out twice', () => {
    const submitted = () => {
      answers(ANNA);
      desk.workspace.settle();
    };
    const run = { functionName: 'acceptanceSubmitted', user: CONTACT, from: named };
    atEachCall(run, submitted, (nth) => {
      let sentByThen: number | undefined;
      meanwhile('acceptanceSubmitted', nth, () => {
        if (!takeOver().ok) return;
        sentByThen = sentFrom(CONTACT).length;
        answers(BEA);
      });
      submitted();
      desk.minutes(11);
      if (owner() !== NINA) expect(takeOver()).toMatchObject({ ok: true });
      desk.minutes(11);
      if (sentByThen !== undefined) expect(sentFrom(CONTACT)).toHaveLength(sentByThen);
      expectAllGood(NINA, ANNA, ...(sentByThen === undefined ? [] : [BEA]));
    });
  });
});
