// The menu lines that mail or change much: each says first what it would do, does it once, and says what was done.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { MenuAction } from '../../src/content/confirm-words.ts';
import { ANNA, BEA, CARA, CONTACT, TAB, TestDesk } from '../support/desk.ts';

const VERA = 'vera@imstl.org';
const TABS = Object.keys(TAB) as (keyof typeof TAB)[];
const ACTIONS: MenuAction[] = [
  'sendWaitingMail',
  'pauseMail',
  'resumeMail',
  'checkForResponses',
  'lookAtCodeNow',
];

let desk: TestDesk;
beforeAll(() => {
  desk = new TestDesk();
  desk.workspace.files.update(desk.registersId, { editors: [VERA] });
  desk.save();
});
beforeEach(() => desk.reset());

const plan = (action: MenuAction, user = CONTACT) => desk.ask('readPlan', { action }, user);
/** Google lets so many reads of one account through in a minute, so that each look takes a minute of its own. */
const everything = () => {
  desk.workspace.kernel.clock.tick(61_000);
  return TABS.map((tab) => desk.grid(tab));
};
/** Three invitations in line, which a volunteer has put there. */
const threeWait = () => desk.ask('sendInvitations', {}, VERA);

it.each(ACTIONS)('“%s” opens a dialog that knows what it is about', (action) => {
  const active = { spreadsheetId: desk.registersId, sheetId: TAB.Members };
  const { ui } = desk.workspace.run(action, { active });
  expect(ui).toMatchObject([{ kind: 'dialog', html: expect.stringContaining(`"action":"${action}"`) }]);
});

it.each(ACTIONS)('reading what “%s” would do changes nothing', (action) => {
  threeWait();
  desk.answer(`${desk.plainLink}?usp=pp_url`, ANNA);
  const before = everything();
  plan(action);
  expect(everything()).toEqual(before);
  expect(desk.sent()).toEqual([]);
});

it('an action that the dialog does not have is refused', () => {
  for (const action of ['setUp', 'toString', '', 7])
    for (const name of ['readPlan', 'carryOut']) expect(desk.tryAsking(name, { action }).ok).toBe(false);
});

describe('send waiting mail', () => {
  it('shows how many of which kind go to how many people, sends them once, and says so', () => {
    threeWait();
    expect(plan('sendWaitingMail')).toMatchObject({
      title: 'Send waiting mail now',
      lines: ['3 mails leave now.'],
      kinds: [['Invitation', 3]],
      people: 3,
      first: [`Invitation: ${ANNA.name}`, `Invitation: ${BEA.name}`, `Invitation: ${CARA.name}`],
      run: 'Send them now',
    });
    expect(desk.confirm('sendWaitingMail')).toBe('3 mails were sent. None is waiting.');
    expect(desk.confirm('sendWaitingMail')).toBe('0 mails were sent. None is waiting.');
    expect(desk.sent()).toHaveLength(3);
    expect(plan('sendWaitingMail')).toMatchObject({
      run: '',
      lines: [expect.stringContaining('No mail waits')],
    });
  });

  it('says what the budget of the day leaves for later', () => {
    desk.set('Mails a day at most', '4');
    desk.set('Mails a day kept free for safety reports', '2');
    threeWait();
    desk.ask('resendLink', { memberId: 'M-0003' }, VERA);
    expect(plan('sendWaitingMail').lines).toEqual([
      '2 mails leave now. One more waits for the next days, and goes out by itself.',
    ]);
  });

  it('a volunteer has nothing to do: it leaves from the owner’s account by itself', () => {
    threeWait();
    expect(plan('sendWaitingMail', VERA)).toMatchObject({
      lines: [expect.stringContaining(`Mail leaves from the account ${CONTACT}`)],
      run: '',
    });
    desk.confirm('sendWaitingMail', VERA);
    expect(desk.sent()).toEqual([]);
    desk.minutes(11);
    expect(desk.sent()).toHaveLength(3);
  });
});

it('pause and resume: each says what it means, and does nothing a second time', () => {
  threeWait();
  expect(plan('resumeMail')).toMatchObject({ run: '', lines: ['Mail is on. There is nothing to resume.'] });
  expect(plan('pauseMail')).toMatchObject({ kinds: [['Invitation', 3]], run: 'Pause mail' });
  expect(desk.confirm('pauseMail', VERA)).toMatch(/^Mail is paused/);
  expect(desk.confirm('pauseMail', VERA)).toMatch(/^Mail is paused/);
  expect(plan('pauseMail')).toMatchObject({ run: '' });
  expect(plan('sendWaitingMail')).toMatchObject({
    run: '',
    lines: [expect.stringContaining('Mail is paused')],
  });
  desk.minutes(11);
  expect(desk.sent()).toEqual([]);
  expect(plan('resumeMail')).toMatchObject({
    lines: ['Mail is switched on again. 3 mails leave within ten minutes.'],
    run: 'Resume mail',
  });
  desk.confirm('resumeMail', VERA);
  desk.minutes(11);
  expect(desk.sent()).toHaveLength(3);
  const trail = desk.register('Audit trail').map(({ What }) => What);
  expect(trail.filter((what) => what === 'Paused mail')).toHaveLength(1);
});

it('check for responses: counts the answers that are new, and the mails that would follow', () => {
  desk.invite();
  expect(plan('checkForResponses')).toMatchObject({ run: '' });
  const link = desk.linkOf(ANNA.email);
  const [trigger] = desk.workspace.triggers.all().filter(({ handler }) => handler === 'acceptanceSubmitted');
  desk.workspace.triggers.setDisabled(trigger?.id ?? '', true);
  desk.answer(link, ANNA);
  expect(plan('checkForResponses')).toMatchObject({
    lines: [expect.anything(), expect.stringMatching(/^One answer is in the forms/)],
    kinds: expect.arrayContaining([['Acceptance confirmed', 1]]),
    run: 'Take them up',
  });
  expect(desk.confirm('checkForResponses')).toBe('One new response was taken up.');
  expect(desk.confirm('checkForResponses')).toBe('No new responses.');
  expect(desk.register('Acceptances')).toHaveLength(1);
});

it('look at the Code: says what it found, and asks only when there is something to keep', () => {
  expect(plan('lookAtCodeNow')).toMatchObject({ run: '' });
});

describe('invitations', () => {
  it('say how many are left, go on without the window, and say when all are out', () => {
    desk.set('Mails a day at most', '4');
    desk.set('Mails a day kept free for safety reports', '2');
    desk.ask('sendInvitations');
    expect(desk.sent()).toHaveLength(2);
    expect(desk.ask('readInvitationsLeft')).toEqual({ left: 1, days: 1, paused: false });
    expect(desk.ask('readInvitations')).toMatchObject({ count: 1, inLine: 0 });
    const trail = () =>
      desk.register('Audit trail').filter(({ What }) => What === 'All members have been asked');
    expect(trail()).toEqual([]);
    desk.nextDay();
    desk.nextDay();
    expect(desk.ask('readInvitationsLeft')).toEqual({ left: 0, days: 0, paused: false });
    expect(trail()).toMatchObject([{ Subject: '2025-06-04', After: '3' }]);
    desk.nextDay();
    const digest = desk.inbox(CONTACT).find(({ text }) => text.includes('All mails about the version of'));
    expect(digest?.text).toContain('Members asked: 3.');
  });
});
