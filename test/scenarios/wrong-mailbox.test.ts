// No mail reaches a mailbox that it is not meant for, and none that is meant for one gets lost on the way.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readHtml } from '../../scripts/desk/reading.ts';
import { invalid } from '../../scripts/local-workspace/kernel/errors.ts';
import { ANNA, BEA, CARA, CONTACT, DECLINE, type Person, REASON, TestDesk } from '../support/desk.ts';

const DANA: Person = { name: 'Dana Evans', email: 'dana@example.org' };
const DOUBLE = 'The Member ID M-0001 stands in more than one row of Members.';
const VOLUNTEER = 'vera@imstl.org';

let fresh: TestDesk;
let invited: TestDesk;

beforeAll(() => {
  fresh = new TestDesk();
  const [form] = fresh.workspace.forms.all();
  for (const id of [fresh.registersId, form?.id ?? ''])
    fresh.workspace.files.update(id, { editors: [VOLUNTEER] });
  fresh.save();
  invited = new TestDesk();
  invited.invite();
  invited.save();
});
beforeEach(() => {
  fresh.reset();
  invited.reset();
});

function change(desk: TestDesk, person: Person, header: string, value: string): void {
  desk.type('Members', desk.rowOf(person), header, [[value]]);
  desk.workspace.settle();
}

const mails = (desk: TestDesk, kind: string) => desk.register('Mail log').filter(({ Kind }) => Kind === kind);
const pause = (desk: TestDesk) => desk.set('Mail sending', 'Paused');
const resume = (desk: TestDesk) => {
  desk.set('Mail sending', 'On');
  desk.minutes(11);
};

describe('a Member ID that stands twice identifies nobody', () => {
  it('staff are told at once, nobody of the two is invited, and all is well when it is put right', () => {
    change(fresh, BEA, 'Member ID', 'M-0001');
    expect(fresh.openProblems()).toEqual([DOUBLE]);
    fresh.invite();
    fresh.nextDay();
    expect(fresh.sent().filter(({ to }) => /anna|bea/.test(to))).toEqual([]);
    expect(fresh.subjects(CARA.email)).toHaveLength(1);
    change(fresh, BEA, 'Member ID', '');
    expect(fresh.openProblems()).toEqual([]);
    expect(fresh.member(BEA)['Member ID']).toBe('M-0004');
    fresh.invite();
    for (const { email, name } of [ANNA, BEA]) expect(fresh.inbox(email)[0]?.text).toContain(`Dear ${name}`);
  });

  it('an answer by the link of that id is for staff to match, and no link goes to either', () => {
    const link = invited.linkOf(ANNA.email);
    change(invited, BEA, 'Member ID', 'M-0001');
    invited.answer(link, ANNA);
    invited.answer(invited.plainLink, BEA);
    invited.workspace.settle();
    expect(invited.register('Acceptances')).toMatchObject([
      {
        'Confirmed by': 'Unconfirmed',
        'Member ID': '',
        Remark: expect.stringContaining('M-0001 stands in more'),
      },
      {
        'Confirmed by': 'Unconfirmed',
        'Member ID': '',
        Remark: expect.stringContaining('M-0001 stands in more'),
      },
    ]);
    expect(invited.openProblems()).toEqual([
      DOUBLE,
      expect.stringContaining('A-000001'),
      expect.stringContaining('A-000002'),
    ]);
    expect(invited.subjects(ANNA.email)).toHaveLength(1);
    expect(invited.subjects(BEA.email)).toHaveLength(1);
    const { ok, message } = invited.tryAsking('resendLink', { memberId: 'M-0001' });
    expect([ok, message]).toEqual([false, expect.stringContaining('stands twice')]);
  });

  it('mail that waits already is taken out of line', () => {
    pause(invited);
    invited.answer(invited.plainLink, ANNA);
    invited.workspace.settle();
    change(invited, BEA, 'Member ID', 'M-0001');
    resume(invited);
    expect(mails(invited, 'Personal link')).toMatchObject([
      { State: 'Cancelled', Problem: expect.stringContaining('stands in more than one row') },
    ]);
    expect(invited.subjects(ANNA.email)).toHaveLength(1);
  });
});

describe('mail leaves only under the account that owns the desk', () => {
  it('a volunteer checks for responses: the answer is in, and the mails leave by the clock', () => {
    const link = fresh.sealedLink({ id: 'M-0001' }, '2025-06-04', '2026-03-13');
    const [trigger] = fresh.workspace.triggers
      .all()
      .filter(({ handler }) => handler === 'acceptanceSubmitted');
    fresh.workspace.triggers.setDisabled(trigger?.id ?? '', true);
    fresh.answer(link, ANNA);
    fresh.confirm('checkForResponses', VOLUNTEER);
    const record = fresh.workspace.executions().at(-1);
    expect(record?.calls.filter(({ method }) => method.startsWith('Gmail'))).toEqual([]);
    expect(fresh.register('Acceptances')).toHaveLength(1);
    expect(mails(fresh, 'Acceptance confirmed')).toMatchObject([{ State: 'Queued' }]);
    expect(fresh.sent()).toEqual([]);
    fresh.minutes(11);
    expect(fresh.subjects(ANNA.email)).toEqual(['Thank you: you accepted our Code of Conduct']);
  });
});

describe('mail in line', () => {
  it('goes to the address that the roster has when it leaves', () => {
    pause(invited);
    invited.answer(invited.plainLink, ANNA);
    invited.workspace.settle();
    change(invited, ANNA, 'Email', 'anna.new@example.org');
    resume(invited);
    expect(invited.subjects(ANNA.email)).toHaveLength(1);
    expect(invited.subjects('anna.new@example.org')).toEqual([expect.stringMatching(/^One more step/)]);
    expect(mails(invited, 'Personal link')).toMatchObject([{ To: 'anna.new@example.org', State: 'Sent' }]);
  });

  it('with a link is cancelled for a member who is no longer active, and any mail for one who is gone', () => {
    pause(invited);
    invited.answer(invited.plainLink, ANNA);
    invited.answer(invited.linkOf(CARA.email), CARA);
    invited.workspace.settle();
    change(invited, ANNA, 'Status', 'Removed');
    invited.workspace.sheets.userDeleteRows(
      invited.workspace.owner,
      invited.registersId,
      101,
      invited.rowOf(CARA) - 1,
    );
    resume(invited);
    expect(mails(invited, 'Personal link')).toMatchObject([
      { State: 'Cancelled', Problem: 'Not sent: she is not an active member any more.' },
    ]);
    expect(mails(invited, 'Acceptance confirmed')).toMatchObject([
      { State: 'Cancelled', Problem: expect.stringContaining('her row in Members is gone') },
    ]);
    expect(invited.subjects(ANNA.email)).toHaveLength(1);
    expect(invited.subjects(CARA.email)).toHaveLength(1);
  });
});

describe('a mail that could not be sent', () => {
  it('goes out when staff have corrected the address, once, and the problem is done', () => {
    const link = invited.linkOf(CARA.email);
    change(invited, CARA, 'Email', 'cara at example.org');
    invited.answer(link, CARA);
    invited.workspace.settle();
    expect(mails(invited, 'Personal link')).toMatchObject([{ State: 'Failed' }]);
    expect(invited.openProblems()).toEqual([expect.stringContaining('M-0003 (Cara Diallo) has no address')]);
    change(invited, { ...CARA, email: 'cara at example.org' }, 'Email', 'cara.new@example.org');
    invited.minutes(31);
    expect(mails(invited, 'Personal link')).toMatchObject([{ State: 'Sent', Problem: '' }]);
    expect(invited.subjects('cara.new@example.org')).toEqual([expect.stringMatching(/^One more step/)]);
    expect(invited.openProblems()).toEqual([]);
  });

  it('an invitation that Gmail refuses is not counted: she is invited at the new address', () => {
    const effect = { fail: invalid('Invalid To header') };
    fresh.workspace.faults.add({ method: /messages.send/i, when: 'before', effect });
    fresh.invite();
    expect(mails(fresh, 'Invitation').filter(({ State }) => State === 'Failed')).toHaveLength(1);
    expect(fresh.member(ANNA)['Last mailed'] ?? '').toBe('');
    change(fresh, ANNA, 'Email', 'anna.new@example.org');
    fresh.invite();
    expect(fresh.subjects('anna.new@example.org')).toHaveLength(1);
    fresh.minutes(11);
    expect(fresh.openProblems()).toEqual([]);
  });
});

it('a free account with the reserve as it comes still sends, and staff are told', () => {
  fresh.set('Mails a day at most', '100');
  fresh.invite();
  expect(fresh.sent()).toHaveLength(3);
  expect(fresh.openProblems()).toEqual([
    expect.stringMatching(
      /^“Mails a day kept free for safety reports” is 100, and “Mails a day at most” is 100/,
    ),
  ]);
  fresh.set('Mails a day kept free for safety reports', '10');
  fresh.minutes(11);
  expect(fresh.openProblems()).toEqual([]);
});

it('a flood of answers from strangers brings ten notices; of the others the digest tells', () => {
  for (let index = 1; index <= 14; index++)
    fresh.answer(fresh.plainLink, { name: `Stranger ${index}`, email: `stranger${index}@example.net` });
  fresh.workspace.settle();
  expect(fresh.subjects(CONTACT)).toHaveLength(10);
  fresh.nextDay();
  const digest = fresh.inbox(CONTACT).pop();
  expect(digest?.text).toMatch(/Answers to match to a member: 14/i);
  expect(digest?.text).toContain('Stranger 14');
});

it('an acceptance of a version that nobody knows is not confirmed to her', () => {
  const [version] = invited.register('Code versions');
  expect(version?.Version).toBe('2025-06-04');
  const link = invited.linkOf(ANNA.email);
  invited.type('Code versions', 2, 'Version', [['2025-06-05']]);
  invited.answer(link, ANNA);
  invited.workspace.settle();
  expect(invited.register('Acceptances')).toMatchObject([{ Answer: 'Accepted', 'Code version': '' }]);
  expect(invited.subjects(ANNA.email)).toHaveLength(1);
  expect(invited.openProblems()).toContainEqual(
    expect.stringContaining('accepts a version of the Code that is not in Code versions'),
  );
});

it('a long reason is cut in the register, where the form is named that holds all of it, and in mails, which name the row', () => {
  const reason = 'Because. '.repeat(1000);
  invited.answerByLink(CARA, { ...DECLINE, [REASON]: reason });
  const remark = invited.register('Acceptances')[0]?.Remark;
  expect(remark?.match(/Because\./g)?.length).toBeGreaterThan(200);
  expect(remark).toMatch(/the whole answer is in the form\)$/);
  const [notice] = invited.inbox(CONTACT);
  for (const shown of [notice?.text ?? '', readHtml(notice?.html ?? '')]) {
    expect(shown.match(/Because\./g)?.length).toBeLessThan(230);
    expect(shown.replace(/\s+/g, ' ')).toContain(
      'the whole remark stands in Acceptances, in the row A-000001',
    );
  }
});

it('a new member with the id of another gets none of her mail', () => {
  invited.type('Members', 5, 'Name', [[DANA.name, DANA.email, 'Mentee']]);
  invited.workspace.settle();
  change(invited, DANA, 'Member ID', 'M-0001');
  invited.nextDay();
  expect(invited.recipients()).not.toContain(DANA.email);
  expect(invited.openProblems()).toEqual([DOUBLE]);
});
