// What is evidence stays provable: edits by hand leave a trace, and what does not fit together is said in plain words.

import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { firstBrokenLine } from '../../scripts/desk/reading.ts';
import { ANNA, BEA, ROLE, TAB, type Tab, TestDesk } from '../support/desk.ts';

let desk: TestDesk;

beforeAll(() => {
  desk = new TestDesk();
  desk.invite();
  desk.answerByLink(ANNA);
  desk.save();
});
beforeEach(() => desk.reset());

const lastLine = () => desk.register('Audit trail').pop();
const edit = (tab: Tab, row: number, header: string, value: string) => {
  desk.type(tab, row, header, [[value]]);
  desk.workspace.settle();
};

describe('an edit by hand', () => {
  afterEach(() => expect(firstBrokenLine(desk.register('Audit trail'))).toBe(0));

  it.each([
    ['Acceptances', 'Answer', 'Declined', 'Accepted', 'A-000001'],
    ['Acceptances', 'Received', '2026-02-01', '2026-01-12T09:00:00', 'A-000001'],
    ['Code versions', 'Why', 'Because', '', '2025-06-04'],
    ['Mail log', 'To', 'x@example.org', ANNA.email, 'IMSTL-MAIL-000001'],
  ] as const)(
    'in %s (%s) stands in the audit trail, and staff are told',
    (tab, header, value, before, of) => {
      edit(tab, 2, header, value);
      const line = lastLine();
      expect(line).toMatchObject({ What: `Changed “${header}”`, Subject: of, Who: desk.workspace.owner });
      expect(line?.Before?.slice(0, 13)).toBe(before.slice(0, 13));
      expect(line?.After?.startsWith(value)).toBe(true);
      expect(desk.openProblems()).toEqual([`Somebody changed “${tab}” by hand; “${header}” of ${of}.`]);
    },
  );

  it('of a row that is emptied leaves a line too', () => {
    const width = desk.grid('Acceptances')[0]?.length ?? 0;
    desk.type('Acceptances', 2, 'Acceptance ID', [Array(width).fill('')]);
    desk.workspace.settle();
    expect(desk.register('Audit trail').some(({ What }) => What === 'Emptied rows of “Acceptances”')).toBe(
      true,
    );
    expect(desk.openProblems()[0]).toBe('Somebody changed “Acceptances” by hand; row 2.');
  });

  it('of a date on the roster shows the date before, not its number', () => {
    edit('Members', 2, 'Joined', '2025-03-01');
    edit('Members', 2, 'Joined', '2025-04-01');
    expect(lastLine()).toMatchObject({ Before: '2025-03-01', After: '2025-04-01' });
  });
});

it('an edit of the audit trail itself is told, and leaves its own line', () => {
  const { What = '' } = desk.register('Audit trail')[0] ?? {};
  edit('Audit trail', 2, 'What', 'Nothing');
  expect(lastLine()).toMatchObject({ What: 'Changed “What”', Before: What, After: 'Nothing' });
  expect(desk.openProblems()[0]).toMatch(/^Somebody changed “Audit trail” by hand; “What” of /);
  expect(firstBrokenLine(desk.register('Audit trail'))).toBe(1);
});

describe('a setting that lost its row', () => {
  const rowOf = (name: string) => desk.register('Settings').findIndex(({ Setting }) => Setting === name);

  it('“Mail sending”: pausing puts it back, and no mail leaves', () => {
    const { sheets, owner } = desk.workspace;
    sheets.userDeleteRows(owner, desk.registersId, TAB.Settings, rowOf('Mail sending') + 1);
    desk.confirm('pauseMail');
    expect(desk.register('Settings').pop()).toMatchObject({ Setting: 'Mail sending', Value: 'Paused' });
    desk.answerByLink(BEA);
    desk.minutes(21);
    expect(desk.subjects(BEA.email)).toHaveLength(1);
  });

  it('under another name: staff are told at once, and repair brings it back', () => {
    edit('Settings', rowOf('Mail sending') + 2, 'Setting', 'Mail sendin');
    expect(desk.openProblems()).toEqual([
      'The setting “Mail sending” is missing in Settings.',
      'In Settings, “Mail sendin” is not the name of a setting.',
    ]);
    desk.repair();
    expect(desk.openProblems()).toEqual(['In Settings, “Mail sendin” is not the name of a setting.']);
  });
});

describe('the version in force', () => {
  it('is none: staff are told what to do, until it is done', () => {
    edit('Code versions', 2, 'Status', 'Retired');
    const noActive = expect.stringMatching(/^No version in Code versions is “Active”/);
    expect(desk.openProblems()).toContainEqual(noActive);
    edit('Code versions', 2, 'Status', 'Active');
    expect(desk.openProblems()).not.toContainEqual(noActive);
  });

  it('are two: staff are told', () => {
    desk.type('Code versions', 3, 'Version', [['Second']]);
    edit('Code versions', 3, 'Status', 'Active');
    expect(desk.openProblems()).toContain(
      'More than one version in Code versions is “Active”: 2025-06-04, Second.',
    );
  });

  it('is newer than the paper: the paper is refused', () => {
    const { ticket } = desk.ask('readPaper');
    const paper = { ticket, memberId: 'M-0002', role: 'Mentee', signedOn: '2025-06-03', remark: 'Binder' };
    const { ok, message } = desk.tryAsking('recordPaperAcceptance', paper);
    expect(ok).toBe(false);
    expect(message).toMatch(/^The date on the paper lies before /);
    expect(desk.tryAsking('recordPaperAcceptance', { ...paper, signedOn: '2025-06-04' }).ok).toBe(true);
  });
});

describe('the remark of an acceptance', () => {
  const remark = () => desk.register('Acceptances').pop()?.Remark;

  it('says when the role in the form differs from the roster’s', () => {
    desk.answerByLink(BEA, { [ROLE]: 'Mentor' });
    expect(remark()).toContain('In the form she takes part as “Mentor”; on the roster stands “Mentee”.');
  });

  it('says which statement is missing', () => {
    const { formId, id } = desk.question('I agree to treat all Members with respect.');
    desk.workspace.forms.removeItem(formId, id);
    desk.answerByLink(BEA);
    expect(remark()).toBe('She did not agree to: I agree to treat all Members with respect.');
  });
});

describe('an unexpected error', () => {
  it('of the morning stays open until a morning has worked', () => {
    const fail = 'Service unavailable';
    desk.workspace.faults.add({
      functionName: 'everyMorning',
      method: /batchGet/,
      when: 'before',
      effect: { fail },
    });
    desk.workspace.run('everyMorning');
    const told = 'Something did not work (the work of the morning): ';
    expect(desk.openProblems()[0]?.startsWith(told)).toBe(true);
    desk.minutes(21);
    expect(desk.openProblems()).toHaveLength(1);
    desk.workspace.run('everyMorning');
    expect(desk.openProblems()).toEqual([]);
  });
});
