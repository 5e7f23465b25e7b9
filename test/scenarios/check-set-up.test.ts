// “Check set-up…” and the night’s look: what is broken is found and said, and is in order again when it was mended.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { letRest } from '../../scripts/desk/as-if-run.ts';
import { firstBrokenLine } from '../../scripts/desk/reading.ts';
import { callApi } from '../../scripts/local-workspace/rest/dispatch.ts';
import { ANNA, CONTACT, TAB, TestDesk } from '../support/desk.ts';
import { EACH, sampled } from '../support/sample.ts';

interface Item {
  level: string;
  what: string;
  whatToDo: string;
}
interface Group {
  title: string;
  items: Item[];
}
type Part = 'work' | 'forms' | 'trial' | 'account';

const VERSION_TEXTS = 109;
const VERA = 'vera@imstl.org';
let desk: TestDesk;

beforeAll(() => {
  desk = new TestDesk();
  desk.workspace.files.update(desk.registersId, { editors: [VERA] });
  desk.minutes(11);
  desk.workspace.run('everyNight');
  desk.save();
});
beforeEach(() => desk.reset());

function check(part: Part, user?: string): Item[] {
  const groups: Group[] = desk.ask('checkPart', { part }, user);
  return groups.flatMap(({ items }) => items);
}

/** What is not in order. */
const found = (part: Part, user?: string) => notInOrder(check(part, user));
const notInOrder = (items: readonly Item[]) =>
  items
    .filter(({ level }) => level === 'wrong' || level === 'look')
    .map(({ level, what }) => `${level}: ${what}`);

const { owner } = { owner: CONTACT };
const triggerOf = (handler: string) => {
  const trigger = desk.workspace.triggers.all().find((one) => one.handler === handler);
  if (!trigger) throw new Error(handler);
  return trigger;
};
const formCalled = (name: string) => {
  const form = desk.workspace.forms.all().find(({ id }) => desk.workspace.files.get(id).name === name);
  if (!form) throw new Error(name);
  return form;
};
const change = (requests: unknown[]) =>
  callApi(desk.workspace.apis.sheets, 'sheets.spreadsheets.batchUpdate', {
    path: { spreadsheetId: desk.registersId },
    body: { requests },
    caller: { email: owner },
  });
const typeInto = (sheetId: number, row: number, column: number, text: string) => {
  desk.workspace.sheets.userEdit(owner, desk.registersId, sheetId, row, column, [[text]]);
  desk.workspace.settle();
};
const repair = () => void desk.repair();

it('finds a desk that was just set up in order', () => {
  for (const part of ['work', 'forms', 'account'] as const) expect(found(part)).toEqual([]);
  const levels = new Set([...check('work'), ...check('forms')].map(({ level }) => level));
  expect([...levels].sort()).toEqual(['good', 'unknown']);
  expect(desk.openProblems()).toEqual([]);
});

/** What somebody breaks, where it is found, what is said, and how it is mended; `night` when the night tells it too. */
const BROKEN: readonly {
  name: string;
  part: Part;
  breakIt: () => void;
  says: RegExp;
  /** Nothing, when only the old rows can mend it. */
  mend?: () => void;
  night?: true;
}[] = [
  {
    name: 'a trigger deleted',
    part: 'work',
    breakIt: () => desk.workspace.triggers.delete(triggerOf('casesEveryNight').id),
    says: /^wrong: This does not start by itself: The work of the night on cases\.$/,
    mend: repair,
    night: true,
  },
  {
    name: 'a trigger doubled',
    part: 'work',
    breakIt: () => {
      const { scriptId, handler, source } = triggerOf('everyMorning');
      desk.workspace.triggers.create(scriptId, handler, owner, source);
    },
    says: /^wrong: This starts more than once each time: The work of the morning\.$/,
    mend: repair,
    night: true,
  },
  {
    name: 'a trigger that Google switched off',
    part: 'work',
    breakIt: () => desk.workspace.triggers.setDisabled(triggerOf('acceptanceSubmitted').id, true),
    says: /^wrong: Google has switched this off: Taking up acceptances\.$/,
    mend() {
      desk.workspace.triggers.delete(triggerOf('acceptanceSubmitted').id);
      repair();
    },
    night: true,
  },
  {
    name: 'the work of every ten minutes that does not come',
    part: 'work',
    breakIt() {
      letRest(desk.workspace, (handler) => handler === 'everyTenMinutes');
      desk.workspace.advance('P2D');
    },
    says: /^wrong: The look every ten minutes: it has not run for too long\. The last time was January 12, 2026, 9:\d\d AM/,
    mend: () => void desk.workspace.run('everyTenMinutes'),
    night: true,
  },
  {
    name: 'a permission that was not given',
    part: 'work',
    breakIt: () =>
      desk.workspace.projects.withhold(desk.scriptId, owner, ['https://www.googleapis.com/auth/documents']),
    says: /^wrong: This account has not given permission for: the document of the Code\.$/,
    mend: () => desk.workspace.projects.withhold(desk.scriptId, owner, []),
    night: true,
  },
  {
    name: 'a tab renamed',
    part: 'work',
    breakIt: () => desk.workspace.sheets.userRenameSheet(owner, desk.registersId, TAB.Members, 'Ladies'),
    says: /^wrong: Tabs are missing or have another name: Members\.$/,
    mend: repair,
  },
  {
    name: 'a heading renamed',
    part: 'work',
    breakIt: () => typeInto(TAB.Members, 0, 2, 'Address'),
    says: /^wrong: Headings are missing: Members: Email\.$/,
    mend: repair,
  },
  {
    name: 'a warning taken away',
    part: 'work',
    breakIt() {
      const { sheets } = callApi(desk.workspace.apis.sheets, 'sheets.spreadsheets.get', {
        path: { spreadsheetId: desk.registersId },
        query: { fields: 'sheets(properties(title),protectedRanges(protectedRangeId))' },
        caller: { email: owner },
      }) as { sheets: { properties: { title: string }; protectedRanges?: { protectedRangeId: number }[] }[] };
      const log = sheets.find(({ properties }) => properties.title === 'Mail log');
      const [guard] = log?.protectedRanges ?? [];
      change([{ deleteProtectedRange: { protectedRangeId: guard?.protectedRangeId } }]);
    },
    says: /^look: The warning against typing by mistake is gone: Mail log\.$/,
    mend: repair,
  },
  {
    name: 'a drop-down list taken away',
    part: 'work',
    breakIt: () =>
      change([
        {
          setDataValidation: {
            range: { sheetId: TAB.Members, startRowIndex: 1, startColumnIndex: 3, endColumnIndex: 4 },
          },
        },
      ]),
    says: /^look: Drop-down lists are gone: Members: Role\.$/,
    mend: repair,
  },
  {
    name: 'a setting that makes no sense',
    part: 'work',
    breakIt: () => desk.set('Mails a day at most', 'plenty'),
    says: /^look: A setting does not make sense: Mails a day at most\.$/,
    mend: () => desk.set('Mails a day at most', '1400'),
  },
  {
    name: 'a clock of another zone',
    part: 'work',
    breakIt: () =>
      change([
        { updateSpreadsheetProperties: { properties: { timeZone: 'Europe/Berlin' }, fields: 'timeZone' } },
      ]),
    says: /^wrong: A clock is in the time zone Europe\/Berlin; it should be America\/Chicago\./,
    mend: repair,
    night: true,
  },
  {
    name: 'a spreadsheet that is nearly full',
    part: 'work',
    breakIt: () =>
      change([{ appendDimension: { sheetId: TAB['Mail log'], dimension: 'COLUMNS', length: 8_000 } }]),
    says: /^wrong: This spreadsheet is more than 80 percent full: /,
    mend: () =>
      change([
        {
          deleteDimension: {
            range: { sheetId: TAB['Mail log'], dimension: 'COLUMNS', startIndex: 40, endIndex: 8_000 },
          },
        },
      ]),
    night: true,
  },
  {
    name: 'a kept text that somebody changed',
    part: 'work',
    breakIt: () => typeInto(VERSION_TEXTS, 1, 3, 'Be nice.'),
    says: /^wrong: The recorded text of version 2025-06-04 is not as it was recorded\.$/,
    night: true,
  },
  {
    name: 'a document that cannot be read',
    part: 'work',
    breakIt: () => desk.set('Code of Conduct document', '1AbcdefghijklmnopqrstuvwxyZ-_9'),
    says: /^look: The document of the Code cannot be read by this account\.$/,
    mend: () => desk.set('Code of Conduct document', documentLink),
  },
  {
    name: 'a line of the trail that somebody changed',
    part: 'work',
    breakIt() {
      const { triggers } = desk.workspace;
      triggers.setDisabled(triggerOf('staffEdited').id, true);
      typeInto(TAB['Audit trail'], desk.grid('Audit trail').length - 1, 3, 'Nothing at all');
      triggers.setDisabled(triggerOf('staffEdited').id, false);
    },
    says: /^wrong: The audit trail does not fit together at line \d+\.$/,
    night: true,
  },
  {
    name: 'a form in the bin',
    part: 'forms',
    breakIt: () =>
      void desk.workspace.files.update(formCalled('Pictures').id, { trashed: true, owner: 'x@imstl.org' }),
    says: /^wrong: The form “Pictures” cannot be opened\.$/,
    mend() {
      const file = desk.workspace.files.find(lost);
      desk.workspace.files.update(lost, { ...file, trashed: false, owner });
    },
  },
  {
    name: 'a form that takes no answers',
    part: 'forms',
    breakIt: () => void desk.workspace.forms.updateSettings(formCalled('Pictures').id, { accepting: false }),
    says: /^wrong: The form “Pictures” does not take answers, although it should\.$/,
    mend: repair,
    night: true,
  },
  {
    name: 'a form for the organization only',
    part: 'forms',
    breakIt: () =>
      void desk.workspace.files.update(formCalled('Code of Conduct report or question').id, {
        responders: 'domain',
      }),
    says: /^wrong: The form “Report or ask” can be filled in only by some people/,
    mend: () =>
      void desk.workspace.files.update(formCalled('Code of Conduct report or question').id, {
        responders: 'anyone',
      }),
    night: true,
  },
  {
    name: 'a question with other words',
    part: 'forms',
    breakIt() {
      const { id, items } = formCalled('Code of Conduct acceptance');
      const changed = items.map((item) =>
        item.title === 'Your name' ? { ...item, title: 'Your nickname' } : item,
      );
      desk.workspace.forms.update(id, { items: changed });
    },
    says: /^wrong: In the form “Code of Conduct acceptance”, somebody changed or deleted: “Your name”\.$/,
    mend: repair,
    night: true,
  },
  {
    name: 'an answer to choose that is gone',
    part: 'forms',
    breakIt() {
      const { id, items } = formCalled('Disclosure agreement');
      const changed = items.map((item) =>
        'choices' in item && item.type === 'MULTIPLE_CHOICE'
          ? { ...item, choices: item.choices.slice(1) }
          : item,
      );
      desk.workspace.forms.update(id, { items: changed as typeof items });
    },
    says: /^wrong: In the form “Disclosure agreement”, somebody changed or deleted: “/,
    mend: repair,
    night: true,
  },
  {
    name: 'no link to the Terms of Use',
    part: 'forms',
    breakIt: () => desk.set('Terms of Use: link', ''),
    says: /^wrong: The Code points to the Terms of Use and the Privacy Policy/,
    mend: () => desk.set('Terms of Use: link', 'https://example.org/terms'),
    night: true,
  },
  {
    name: 'a contact address that the account may not use',
    part: 'forms',
    breakIt: () => desk.set('Contact address', 'hello@imstl.org'),
    says: /^look: Mail goes out in the name of contact@imstl\.org and not of hello@imstl\.org/,
    mend: () => desk.set('Contact address', CONTACT),
  },
  {
    name: 'no mail left today',
    part: 'forms',
    breakIt: () => desk.workspace.kernel.quotas.add(owner, 'mail recipients', 1500),
    says: /^wrong: Google takes no more mail from this account today/,
    mend: () => desk.skipTo(new Date(desk.workspace.now() + 48 * 3_600_000).toISOString()),
  },
  {
    name: 'mail paused',
    part: 'forms',
    breakIt: () => desk.set('Mail sending', 'Paused'),
    says: /^look: Mail is paused/,
    mend: () => desk.set('Mail sending', 'On'),
  },
  {
    name: 'Cases open to a stranger',
    part: 'forms',
    breakIt: () => void desk.workspace.files.update(desk.casesId, { viewers: ['xenia@example.org'] }),
    says: /^look: The Cases spreadsheet is not shared as its Settings say\.$/,
    mend: () => void desk.workspace.files.update(desk.casesId, { viewers: [] }),
  },
  {
    name: 'a setting of Cases that makes no sense',
    part: 'forms',
    breakIt() {
      const row = desk
        .grid('Settings', desk.casesId)
        .findIndex(([name]) => name === 'Days to answer a report');
      desk.workspace.sheets.userEdit(owner, desk.casesId, TAB.Settings, row, 1, [['soon']]);
      desk.workspace.settle();
    },
    says: /^look: In the Settings of Cases, a value does not make sense: Days to answer a report\.$/,
    mend() {
      const row = desk
        .grid('Settings', desk.casesId)
        .findIndex(([name]) => name === 'Days to answer a report');
      expect(desk.grid('Settings', desk.casesId)[row]?.[4]).toMatch(/the last good value holds: “90”\.$/);
      expect(desk.openProblems()).toEqual([
        expect.stringMatching(/^In the Settings of the Cases spreadsheet/),
      ]);
      desk.workspace.sheets.userEdit(owner, desk.casesId, TAB.Settings, row, 1, [['80']]);
      desk.workspace.settle();
      expect(desk.openProblems()).toEqual([]);
    },
  },
];
let lost = '';
let documentLink = '';

describe('what is broken', () => {
  it.each(BROKEN.map((one) => [one.name, one] as const))('%s', (_, { part, breakIt, says, mend, night }) => {
    lost = formCalled('Pictures').id;
    documentLink =
      desk.register('Settings').find(({ Setting }) => /document$/.test(Setting ?? ''))?.Value ?? '';
    breakIt();
    const items = check(part);
    const problem = notInOrder(items).find((line) => says.test(line));
    expect(problem ?? notInOrder(items)).toMatch(says);
    const item = items.find(({ what }) => problem?.endsWith(what));
    expect(item?.whatToDo).toMatch(/^[A-Z].*[.]$/);
    const told = () => desk.openProblems().filter((what) => problem?.endsWith(what));
    if (night) {
      desk.workspace.run('everyNight');
      desk.workspace.run('everyNight');
      expect(told()).toHaveLength(1);
    }
    if (!mend) return;
    mend();
    expect(found(part).filter((line) => says.test(line))).toEqual([]);
    if (night) {
      desk.workspace.run('everyNight');
      expect(told()).toEqual([]);
    }
  });
});

it('another volunteer learns whose account it is, and what only that one can see', () => {
  const says = (part: Part) => check(part, VERA).map(({ what }) => what);
  expect(says('work')).toContain(
    `The automatic work runs under ${owner}, and only that account can look at it.`,
  );
  expect(found('work', VERA)).toEqual(['look: The document of the Code cannot be read by this account.']);
  expect(says('forms').join('\n')).toMatch(/This account cannot open the Cases spreadsheet/);
  expect(says('forms').join('\n')).toMatch(/“Pictures” cannot be opened by this account/);
  expect(found('forms', VERA)).toEqual([]);
  expect(says('trial')).toEqual([`The trial run sends a mail, which only ${owner} can do.`]);
  expect(found('account', VERA)).toEqual([]);
  const { scriptId, handler, source } = triggerOf('everyNight');
  desk.workspace.triggers.create(scriptId, handler, VERA, source);
  expect(found('work', VERA)[0]).toMatch(
    /^wrong: Both contact@imstl.org and vera@imstl.org run the automatic work/,
  );
});

it('a look that fails at night stops nothing, and leaves what was told', () => {
  desk.workspace.triggers.delete(triggerOf('everyMorning').id);
  desk.workspace.run('everyNight');
  const told = desk.openProblems();
  expect(told).toEqual([expect.stringMatching(/^This does not start by itself/)]);
  repair();
  for (const method of [
    'ScriptApp.getProjectTriggers',
    'Drive.Permissions.list',
    'ScriptApp.getAuthorizationInfo',
  ])
    desk.workspace.faults.add({ method, when: 'before', effect: { fail: 'Service error' }, always: true });
  expect(desk.workspace.run('everyNight').record.status).toBe('Completed');
  expect(desk.openProblems()).toEqual(told);
});

describe('a trial run', () => {
  /** All that could be left of it, and all that it must not change. */
  const state = () => ({
    answers: desk.register('Acceptances').filter((row) => row['Acceptance ID'] !== ''),
    mails: desk.register('Mail log').filter((row) => row['Mail ID'] !== ''),
    members: desk.register('Members'),
    problems: desk.openProblems(),
    inbox: desk.subjects(CONTACT),
    responses: desk.workspace.forms.responses(formCalled('Code of Conduct acceptance').id).length,
    locks: desk.workspace.kernel.store.table('locks').size,
  });

  it('goes through form, register and mail, leaves one line of the trail, and nothing else', () => {
    desk.answer(desk.plainLink, { name: 'Nobody', email: 'nobody@example.org' });
    desk.workspace.settle();
    const before = state();
    const lines = desk.register('Audit trail').length;
    expect(check('trial').map(({ level, what }) => `${level}: ${what}`)).toEqual([
      expect.stringMatching(
        /^good: An answer of the system’s own went from the form into Acceptances, and its mail went out, in \d+ seconds/,
      ),
      'good: The clock of the form agrees with the clock of the system.',
    ]);
    expect(state()).toEqual(before);
    const trail = desk.register('Audit trail');
    expect(trail.slice(lines).map(({ What, Subject }) => `${What}: ${Subject}`)).toEqual([
      expect.stringMatching(/^Made a trial run, and cleared it away: TRIAL-20260112/),
    ]);
    expect(firstBrokenLine(trail)).toBe(0);
    // It was really there: a mail was sent, and is in the bin.
    expect(desk.sent().map(({ subject }) => subject)).toContain('Trial run: mail goes out');
    // The numbers of answers go on without a gap.
    desk.answer(desk.plainLink, { name: 'Nobody', email: 'nobody@example.org' });
    desk.workspace.settle();
    expect(desk.register('Acceptances').map((row) => row['Acceptance ID'])).toEqual(['A-000001', 'A-000002']);
  });

  it('while mail is paused, says that its mail was not tried', () => {
    desk.set('Mail sending', 'Paused');
    const before = state();
    expect(found('trial')).toEqual([
      expect.stringMatching(/^look: The trial answer reached Acceptances\. Its mail/),
    ]);
    expect(state()).toEqual(before);
  });

  it('while the form is closed, there is none', () => {
    desk.workspace.forms.updateSettings(formCalled('Code of Conduct acceptance').id, { accepting: false });
    expect(check('trial').map(({ what }) => what)).toEqual([
      'The acceptance form is not open, so there was no trial run.',
    ]);
  });

  it('a form that cannot be read, or mail that Gmail does not take, is said', () => {
    desk.workspace.faults.add({
      method: /messages.send/i,
      when: 'before',
      effect: { fail: 'Mail service not enabled' },
    });
    expect(found('trial')[0]).toMatch(
      /^wrong: The trial answer reached Acceptances, but its mail did not go out/,
    );
    desk.minutes(11);
    desk.workspace.run('everyNight');
    expect(state().mails.filter(({ Kind }) => Kind === 'Trial run')).toEqual([]);
  });

  it(`killed at ${EACH} of its calls: nothing counts, and after the night nothing is left`, () => {
    const before = state();
    const { calls } = desk.workspace.run('checkPart', { args: [JSON.stringify({ part: 'trial' })] }).record;
    desk.reset();
    expect(calls.length).toBeGreaterThan(15);
    const points = calls.map((_, index) => index + 1);
    for (const nth of sampled(points, 1)) {
      const when = nth % 2 === 0 ? 'before' : 'after';
      desk.workspace.faults.add({ functionName: 'checkPart', nth, when, effect: { kill: true } });
      const { status } = desk.workspace.run('checkPart', {
        args: [JSON.stringify({ part: 'trial' })],
      }).record;
      expect(status).toBe('Killed');
      expect(desk.member(ANNA)).toMatchObject({ Standing: 'Never accepted', 'Accepted on': '' });
      // The run of every ten minutes may find it first.
      if (nth % 3 === 0) desk.minutes(11);
      desk.workspace.run('everyNight');
      expect({ nth, ...state() }).toEqual({ nth, ...before });
      expect(firstBrokenLine(desk.register('Audit trail'))).toBe(0);
      desk.reset();
    }
  });
});
