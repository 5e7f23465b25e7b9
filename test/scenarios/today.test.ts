// Today, the first tab: each thing that waits for a person stands there with its link, and is gone when it is done.

import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Agreements } from '../../scripts/desk/agreements.ts';
import { Cases, ROUTE, VIOLATION, WISH } from '../../scripts/desk/cases.ts';
import { Pictures, typed } from '../../scripts/desk/pictures.ts';
import { firstBrokenLine, type Line } from '../../scripts/desk/reading.ts';
import { GoogleError } from '../../scripts/local-workspace/kernel/errors.ts';
import { ANNA, BEA, CARA, DECLINE, HANA, TAB, type Tab, TestDesk } from '../support/desk.ts';
import { behind, lineOf, NOTHING, todayOf } from '../support/today.ts';

let desk: TestDesk;
let pictures: Pictures;
let agreements: Agreements;
let cases: Cases;

beforeAll(() => {
  desk = new TestDesk();
  pictures = new Pictures(desk);
  agreements = new Agreements(desk);
  cases = new Cases(desk);
  desk.invite();
  desk.minutes(10);
  desk.save();
});
beforeEach(() => desk.reset());
afterEach(() => {
  expect(firstBrokenLine(desk.register('Audit trail'))).toBe(0);
  expect(desk.formulas()).toEqual([]);
});

const whats = () => todayOf(desk).map(({ what }) => what);
const STRANGER = { name: 'Nora Nobody', email: 'nora@example.net' };
const owner = () => desk.workspace.owner;

/** Staff type into the row of a register in which a heading has this value; the triggers run. */
function typeWhere(tab: Tab, header: string, value: string, cells: Line): void {
  const row = desk.register(tab).findIndex((line) => line[header]?.includes(value));
  if (row < 0) throw new Error(`${tab} has no ${value}`);
  pictures.type(tab, row + 2, cells);
}
const tick = (tab: Tab, header: string, value: string) => typeWhere(tab, header, value, { Done: 'TRUE' });

function comesBack(address: string): void {
  const bounce = [
    'From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
    `To: ${owner()}`,
    'Subject: Delivery Status Notification (Failure)',
    `X-Failed-Recipients: ${address}`,
    '',
    'Address not found',
  ].join('\r\n');
  desk.workspace.gmail.delivery.receive(bounce);
  desk.workspace.run('everyNight');
}

function documentOf() {
  const { docs } = desk.workspace;
  const found = desk.register('Settings').find(({ Setting }) => Setting === 'Code of Conduct document');
  const id = /[\w-]{20,}/.exec(found?.Value ?? '')?.[0] ?? '';
  return { text: docs.text(id), write: (text: string) => docs.userEdit(owner(), id, text) };
}

function gmailSays(fail: GoogleError, work: () => void): void {
  desk.workspace.faults.add({ method: /messages.send/i, when: 'before', effect: { fail }, always: true });
  work();
  desk.workspace.faults.clear();
}

it('says kindly that nothing waits, and stands first', () => {
  expect(todayOf(desk)).toEqual([{ what: NOTHING, open: '', when: '', toDo: '', link: '' }]);
  expect(desk.grid('Today')[0]).toEqual(['What waits for you', 'Open', 'When', 'What to do']);
  const [first] = desk.workspace.sheets.open({ email: owner() }, desk.registersId).record.sheets;
  expect(first?.title).toBe('Today');
});

interface Story {
  comes: () => void;
  /** How its line begins, and what it says. */
  begins: string;
  says: RegExp;
  when: string;
  /** The row to which its link leads. */
  leadsTo: [tab: Tab, row: Line];
  done: () => void;
}

const STORIES: Record<string, Story> = {
  'an answer that nobody can match, until staff match it': {
    comes: () => {
      desk.answer(desk.plainLink, STRANGER);
      desk.workspace.settle();
    },
    begins: 'Answer A-000001: who sent it?',
    says: /Match a response…/,
    when: 'Since January 12, 2026',
    leadsTo: ['Acceptances', { 'Acceptance ID': 'A-000001' }],
    done: () =>
      desk.ask('matchResponse', { acceptanceId: 'A-000001', memberId: 'M-0001', remark: 'She called.' }),
  },
  'an answer of somebody whom nobody knows, until staff tick it in Problems': {
    comes: () => {
      desk.answer(desk.plainLink, STRANGER);
      desk.workspace.settle();
    },
    begins: 'Answer A-000001: who sent it?',
    says: /If nobody knows her, tick “Done” for it in Problems/,
    when: 'Since January 12, 2026',
    leadsTo: ['Acceptances', { 'Acceptance ID': 'A-000001' }],
    done: () => tick('Problems', 'What', 'A-000001'),
  },
  'a request about pictures that nobody can match': {
    comes: () => {
      pictures.send(pictures.link, STRANGER, typed({}));
      pictures.settle();
    },
    begins: 'Request O-000001 about pictures: who sent it?',
    says: /write her Member ID/,
    when: 'Since January 12, 2026',
    leadsTo: ['Opt-outs', { 'Opt-out ID': 'O-000001' }],
    done: () => typeWhere('Opt-outs', 'Opt-out ID', 'O-000001', { 'Member ID': 'M-0002' }),
  },
  'an agreement that nobody can match': {
    comes: () => void agreements.start(agreements.plainLink, STRANGER),
    begins: 'Agreement D-0001: who are the two members?',
    says: /write their Member IDs/,
    when: 'Since January 12, 2026',
    leadsTo: ['Agreements', { 'Agreement ID': 'D-0001' }],
    done: () => agreements.type('Status', 'Revoked'),
  },
  'a refusal, until staff have talked with her': {
    comes: () => desk.answerByLink(ANNA, DECLINE),
    begins: 'Anna Ito does not accept the Code',
    says: /Talk with her.*Then tick “Done” in her row/,
    when: 'Since January 12, 2026',
    leadsTo: ['Follow-up', { Name: ANNA.name, Reason: 'Does not accept the Code' }],
    done: () => tick('Follow-up', 'Name', ANNA.name),
  },
  'a refusal, until she accepts after all': {
    comes: () => desk.answerByLink(ANNA, DECLINE),
    begins: 'Anna Ito does not accept the Code',
    says: /Talk with her/,
    when: 'Since January 12, 2026',
    leadsTo: ['Follow-up', { Name: ANNA.name }],
    done: () => desk.answerByLink(ANNA),
  },
  'an address from which mail comes back, until staff correct it': {
    comes: () => comesBack(CARA.email),
    begins: 'Mail to Cara Diallo comes back',
    says: /Ask her for her new address/,
    when: 'Since January 12, 2026',
    leadsTo: ['Follow-up', { Name: CARA.name, Reason: 'Mail comes back' }],
    done: () => typeWhere('Members', 'Name', CARA.name, { Email: 'cara.new@example.org' }),
  },
  'a member without an address': {
    comes: () => typeWhere('Members', 'Name', BEA.name, { Email: 'none' }),
    begins: 'Béa Cruz has no address that mail can go to',
    says: /Correct “Email” in Members/,
    when: 'Since January 12, 2026',
    leadsTo: ['Follow-up', { Name: BEA.name, Reason: 'No usable address' }],
    done: () => typeWhere('Members', 'Name', BEA.name, { Email: BEA.email }),
  },
  'a mail that cannot be sent': {
    comes: () =>
      gmailSays(new GoogleError('INVALID_ARGUMENT', 'Invalid To header'), () => {
        desk.answer(desk.linkOf(ANNA.email), ANNA);
        desk.set('Notices of acceptances', 'Daily digest');
      }),
    begins: 'The mail IMSTL-MAIL-',
    says: /Check the address.*Then tick “Done”/,
    when: 'Since January 12, 2026',
    leadsTo: ['Problems', { Done: 'FALSE' }],
    done: () => {
      for (const [index] of desk.register('Problems').entries())
        pictures.type('Problems', index + 2, { Done: 'TRUE' });
    },
  },
  'mail that is paused': {
    comes: () => desk.set('Mail sending', 'Paused'),
    begins: 'Mail is paused. Waiting mails: 0',
    says: /Resume mail/,
    when: '',
    leadsTo: ['Settings', { Setting: 'Mail sending' }],
    done: () => desk.confirm('resumeMail'),
  },
  'a setting that makes no sense': {
    comes: () => desk.set('Mails a day at most', 'many'),
    begins: 'The setting “Mails a day at most” is “many”',
    says: /Until then the last good value holds/,
    when: 'Since January 12, 2026',
    leadsTo: ['Problems', { Done: 'FALSE' }],
    done: () => desk.set('Mails a day at most', '900'),
  },
  'a document that was changed under its old date': {
    comes: () => {
      const { text, write } = documentOf();
      write(text.replace('no offensive language', 'no hurtful language'));
      desk.confirm('lookAtCodeNow');
    },
    begins: 'The text in the document differs from the version of 2025-06-04',
    says: /write a new date into “Last Update”/,
    when: 'Since January 12, 2026',
    leadsTo: ['Problems', { Done: 'FALSE' }],
    done: () => {
      const { text, write } = documentOf();
      write(text.replace('no hurtful language', 'no offensive language'));
      desk.confirm('lookAtCodeNow');
    },
  },
  'a new version that waits, until staff stop it': {
    comes: () => {
      const { text, write } = documentOf();
      write(text.replace(/Last Update: .*/, 'Last Update: 1/11/26'));
      desk.confirm('lookAtCodeNow');
    },
    begins: 'A new version of the Code waits: January 11, 2026',
    says: /Publish a new version….*by itself/,
    when: 'By January 13, 2026',
    leadsTo: ['Code versions', { Version: '2026-01-11', Status: 'Waiting' }],
    done: () => desk.ask('stopVersion', { version: '2026-01-11', editorial: false, why: '' }),
  },
};

describe('stands there with a link to its row, and goes when it is done', () => {
  it.each(Object.entries(STORIES))('%s', (_, { comes, begins, says, when, leadsTo: [tab, row], done }) => {
    comes();
    const line = lineOf(desk, begins);
    expect(line).toMatchObject({ when, toDo: expect.stringMatching(says) });
    expect(behind(desk, line)).toEqual({ tab, row: expect.objectContaining(row) });
    expect(line.open).toMatch(new RegExp(`^${tab}, row \\d+$`));
    const before = whats().filter((what) => !what.startsWith(begins) && what !== NOTHING);
    done();
    expect(whats()).toEqual(before.length > 0 ? before : [NOTHING]);
  });
});

describe('pictures to take down', () => {
  const twoLines = { kind: 'Both', far: 'Certain pictures', links: 'https://imstl.org/a.jpg' } as const;
  beforeEach(() => {
    pictures.ask(pictures.own(ANNA), ANNA, twoLines);
    expect(whats()).toEqual([NOTHING]);
  });

  it('come a week before their day, stand above all else once they are late, and go one by one', () => {
    desk.sleepTo('2026-02-05T14:00:00Z');
    desk.workspace.run('everyMorning');
    expect(todayOf(desk).map(({ what, when }) => [what.slice(0, 10), when])).toEqual([
      ['Take down:', 'By February 11, 2026'],
      ['Take down:', 'By February 11, 2026'],
    ]);
    expect(behind(desk, todayOf(desk)[0] as never)).toMatchObject({
      tab: 'Takedowns',
      row: { 'Takedown ID': 'T-000001' },
    });
    desk.sleepTo('2026-02-11T14:00:00Z');
    desk.workspace.run('everyMorning');
    desk.set('Mail sending', 'Paused');
    expect(todayOf(desk).map(({ when }) => when)).toEqual(['Today', 'Today', '']);
    desk.sleepTo('2026-02-12T14:00:00Z');
    desk.workspace.run('everyMorning');
    expect(todayOf(desk).map(({ when }) => when)).toEqual([
      'Was due February 11, 2026',
      'Was due February 11, 2026',
      '',
    ]);
    tick('Takedowns', 'Takedown ID', 'T-000001');
    expect(todayOf(desk).map(({ open }) => open.replace(/\d+/, '#'))).toEqual([
      'Takedowns, row #',
      'Settings, row #',
    ]);
    tick('Takedowns', 'Takedown ID', 'T-000002');
    expect(whats()).toEqual([expect.stringMatching(/^Mail is paused/)]);
  });

  it('more than three are one line with their number, which leads to the first', () => {
    pictures.ask(pictures.own(BEA), BEA, twoLines);
    desk.sleepTo('2026-02-12T14:00:00Z');
    desk.workspace.run('everyMorning');
    expect(todayOf(desk)).toEqual([
      expect.objectContaining({
        what: 'Places where pictures are to be taken down: 4',
        when: 'Was due February 11, 2026',
        open: 'Takedowns, row 2',
      }),
    ]);
  });
});

describe('cases', () => {
  const close = (number: string) => {
    const reviewed = { Handler: HANA, Status: 'Under review', 'Her side heard on': '1/12/2026' };
    cases.decide(number, { ...reviewed, Finding: 'Not confirmed', Outcome: 'None' });
    cases.decide(number, { Status: 'Finding' });
    cases.decide(number, { Status: 'Closed' });
    desk.minutes(10);
  };
  const QUESTION = { [WISH]: ROUTE.question, 'What would you like to ask or say?': 'May I bring my zebra?' };

  it('are a number with a link to Cases, and nothing else', () => {
    const before = JSON.stringify(todayOf(desk));
    cases.report(VIOLATION);
    cases.report(VIOLATION);
    desk.minutes(20);
    const [line, ...more] = todayOf(desk);
    expect([line, ...more.map(({ what }) => what)]).toEqual([
      {
        what: 'Open cases: 2',
        open: 'Cases',
        when: '',
        toDo: 'For those who handle cases: open Cases and look at what is due. Nobody else can open it.',
        link: `https://docs.google.com/spreadsheets/d/${desk.casesId}/edit`,
      },
    ]);
    close('2026-001');
    expect(whats()).toEqual(['Open cases: 1']);
    close('2026-002');
    expect(JSON.stringify(todayOf(desk))).toBe(before);
  });

  it('questions are a number with the first day by which to answer, until they are answered', () => {
    cases.report(QUESTION);
    desk.minutes(20);
    const { 'Answer by': by } = cases.register('Questions')[0] ?? {};
    expect(by).toBe('2026-01-19');
    expect(lineOf(desk, 'Unanswered questions: 1').when).toBe('By January 19, 2026');
    expect(desk.grid('Today').join()).not.toMatch(/zebra/i);
    cases.typeIn('Questions', 'Question', 'Q-2026-001', 'Status', 'Answered');
    desk.minutes(10);
    expect(whats()).toEqual([NOTHING]);
  });

  it('a run that changes no number writes none', () => {
    cases.report(VIOLATION);
    desk.minutes(40);
    const written = desk.workspace
      .executions()
      .slice(-2)
      .flatMap(({ calls }) => calls.map(({ method }) => method))
      .filter((method) => /setPropert|batchUpdate/i.test(method));
    expect(written).toEqual([]);
  });
});

describe('what staff do to the tab', () => {
  const names = () => desk.grid('Today').map(([what]) => what);
  const sheets = () => desk.workspace.sheets;
  beforeEach(() => {
    desk.answerByLink(ANNA, DECLINE);
    desk.set('Mail sending', 'Paused');
  });
  const right = [
    'What waits for you',
    'Mail is paused. Waiting mails: 0',
    'Anna Ito does not accept the Code',
  ];

  it.each<[string, () => void]>([
    ['type over a line', () => desk.type('Today', 2, 'What waits for you', [['Done!'], ['Me too']])],
    ['type below the list', () => desk.type('Today', 9, 'What waits for you', [['Call Bea']])],
    ['overwrite a link', () => desk.type('Today', 2, 'Open', [['somewhere']])],
    ['delete a line', () => sheets().userDeleteRows(owner(), desk.registersId, TAB.Today, 1)],
    ['delete all rows but one', () => sheets().userDeleteRows(owner(), desk.registersId, TAB.Today, 2, 998)],
    ['sort the rows', () => sheets().userSort(owner(), desk.registersId, TAB.Today, 0, false)],
    ['insert rows', () => sheets().userInsertRows(owner(), desk.registersId, TAB.Today, 1, 3)],
  ])('%s: the next run puts it right, and nothing else is touched', (_, mischief) => {
    expect(names()).toEqual(right);
    mischief();
    const runs = desk.minutes(10);
    expect(runs.map(({ error }) => error ?? '').join('')).toBe('');
    expect(names().slice(0, 3)).toEqual(right);
    expect(names().slice(3).join('')).toBe('');
    expect(todayOf(desk).every(({ link }) => link.startsWith('#gid='))).toBe(true);
    expect(desk.openProblems()).toEqual([]);
  });

  it.each<[string, () => void, RegExp]>([
    [
      'rename a heading',
      () => desk.type('Today', 1, 'When', [['Since']]),
      /In the tab “Today”, the system cannot find: “When”/,
    ],
    [
      'delete a column',
      () => sheets().userDeleteColumns(owner(), desk.registersId, TAB.Today, 3),
      /cannot find: “What to do”/,
    ],
    [
      'rename the tab',
      () => sheets().userRenameSheet(owner(), desk.registersId, TAB.Today, 'Tasks'),
      /The tab “Today” is missing or has another name/,
    ],
    [
      'delete the tab',
      () => sheets().userDeleteSheet(owner(), desk.registersId, TAB.Today),
      /The tab “Today” is missing or has another name/,
    ],
  ])('%s: all else goes on, staff are told once, and repair brings it back', (_, mischief, problem) => {
    mischief();
    desk.set('Mail sending', 'On');
    desk.answerByLink(BEA);
    desk.minutes(20);
    expect(desk.member(BEA).Standing).toBe('Current');
    expect(desk.openProblems()).toEqual([expect.stringMatching(problem)]);
    desk.repair();
    desk.minutes(10);
    expect(desk.openProblems()).toEqual([]);
    expect(names()).toEqual(['What waits for you', 'Anna Ito does not accept the Code']);
    const [first] = desk.workspace.sheets.open({ email: owner() }, desk.registersId).record.sheets;
    expect(first?.title).toBe('Today');
  });

  it('add a column of their own and move ours: the list stays whole', () => {
    sheets().userInsertColumns(owner(), desk.registersId, TAB.Today, 0);
    desk.answerByLink(BEA, DECLINE);
    desk.minutes(10);
    expect(desk.grid('Today').map((row) => row[1])).toEqual([
      'What waits for you',
      'Mail is paused. Waiting mails: 2',
      'Anna Ito does not accept the Code',
      'Béa Cruz does not accept the Code',
    ]);
  });
});

it('is written in the same commit as what it tells of, and not at all when nothing differs', () => {
  desk.answer(desk.linkOf(ANNA.email), ANNA, DECLINE);
  const [run] = desk.workspace.settle();
  expect(run?.calls.filter(({ method }) => method.endsWith('batchUpdate'))).toHaveLength(2);
  expect(whats()).toEqual(['Anna Ito does not accept the Code']);
  const later = desk.minutes(30).flatMap(({ calls }) => calls.map(({ method }) => method));
  expect(later.filter((method) => method.endsWith('batchUpdate'))).toEqual([]);
});
