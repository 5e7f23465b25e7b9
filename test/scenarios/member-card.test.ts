// The member card: what staff see of one member, and what becomes of her links and mails when they act there.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Pictures } from '../../scripts/desk/pictures.ts';
import { ANNA, BEA, CARA, DECLINE, TAB, TestDesk } from '../support/desk.ts';

const VOLUNTEER = 'vera@imstl.org';
const NEW = { ...ANNA, email: 'anna.new@example.org' };
const THANKS = 'Thank you: you accepted our Code of Conduct';

let desk: TestDesk;

beforeAll(() => {
  desk = new TestDesk();
  desk.workspace.files.update(desk.registersId, { editors: [VOLUNTEER] });
  desk.invite();
  desk.save();
});
beforeEach(() => desk.reset());

/** What the sidebar shows when this cell is selected. */
function cardAt(sheetId: number, row: number, column = 0, user = VOLUNTEER) {
  const { record, result } = desk.workspace.callFromDialog(
    desk.scriptId,
    'readMemberCard',
    [JSON.stringify({ memberId: '', selected: true })],
    user,
    {
      spreadsheetId: desk.registersId,
      sheetId,
      range: { startRow: row - 1, endRow: row, startColumn: column, endColumn: column + 1 },
    },
  );
  expect(record.error ?? '').toBe('');
  return JSON.parse(String(result)).value;
}

const mails = (kind: string) => desk.register('Mail log').filter(({ Kind }) => Kind === kind);
const correct = (email = NEW.email, before: string = ANNA.email, user = VOLUNTEER) =>
  desk.ask('correctAddress', { memberId: 'M-0001', before, email }, user);
const mark = (status: string) => desk.ask('setMemberStatus', { memberId: 'M-0001', status }, VOLUNTEER);
/** What was changed on the roster since staff typed it. */
const trail = () =>
  desk
    .register('Audit trail')
    .filter(({ What, Before }) => /“(Email|Status)”/.test(What ?? '') && !Before?.startsWith('('));

describe('what it shows', () => {
  it('is her whose row is selected, in Members and in other tabs, with her history', () => {
    desk.answerByLink(ANNA);
    const { card } = cardAt(TAB.Members, desk.rowOf(ANNA), 3);
    expect(card).toMatchObject({
      member: {
        id: 'M-0001',
        name: ANNA.name,
        standing: 'Current',
        nextDue: '2027-01-12',
        images: 'Allowed',
      },
      answers: [{ version: '2025-06-04', confirmedBy: 'Personal link', before: '' }],
      mails: [
        { kind: 'Acceptance confirmed', state: 'Sent' },
        { kind: 'Invitation', state: 'Sent' },
      ],
    });
    expect(cardAt(TAB.Acceptances, 2).card.member.id).toBe('M-0001');
    const bea = desk.grid('Mail log').findIndex((row) => row.includes(BEA.email)) + 1;
    expect(cardAt(TAB['Mail log'], bea).card.member.name).toBe(BEA.name);
  });

  it('is her whom a line of Today names', () => {
    desk.answerByLink(CARA, DECLINE);
    const row = desk.grid('Today').findIndex((line) => line.some((text) => text.includes(CARA.name))) + 1;
    expect(row).toBeGreaterThan(1);
    expect(cardAt(100, row).card.member.id).toBe('M-0003');
  });

  it('is the search where nobody is selected', () => {
    const { card, members } = cardAt(TAB.Settings, 2);
    expect(card).toBeNull();
    expect(members).toContainEqual({ id: 'M-0003', name: CARA.name, email: CARA.email });
  });

  it('is this and nothing else: not a word of Cases', () => {
    const { card } = cardAt(TAB.Members, desk.rowOf(ANNA));
    expect(Object.keys(card).sort()).toEqual([
      'agreements',
      'answers',
      'canBeAsked',
      'followUps',
      'mailComesBack',
      'mails',
      'member',
      'optOuts',
      'takedowns',
    ]);
  });
});

describe('a corrected address', () => {
  const ways: [string, () => void][] = [
    ['on the card', () => void correct()],
    [
      'typed into Members',
      () => {
        desk.type('Members', desk.rowOf(ANNA), 'Email', [[NEW.email]]);
        desk.workspace.settle();
      },
    ],
  ];
  it.each(ways)(
    '%s: the link in the old mailbox dies, and its answer brings a new one that works',
    (_, change) => {
      const old = desk.linkOf(ANNA.email);
      change();
      desk.answer(old, ANNA);
      desk.workspace.settle();
      expect(desk.register('Acceptances')).toMatchObject([
        {
          'Confirmed by': 'Unconfirmed',
          'Member ID': '',
          Remark: expect.stringContaining('an address that is not hers any more'),
        },
      ]);
      expect(desk.member(NEW).Standing).toBe('Never accepted');
      expect(desk.subjects(NEW.email)).toEqual([expect.stringMatching(/^One more step/)]);
      expect(desk.subjects(ANNA.email)).toHaveLength(1);
      expect(desk.openProblems()).toEqual([]);
      desk.answerByLink(NEW);
      expect(desk.member(NEW).Standing).toBe('Current');
      expect(desk.subjects(NEW.email)[1]).toBe(THANKS);
      expect(trail()).toMatchObject([{ Subject: 'M-0001', Before: ANNA.email, After: NEW.email }]);
    },
  );

  it('leaves what she accepted before, and other members, alone', () => {
    desk.answerByLink(ANNA);
    correct();
    desk.nextDay();
    expect(desk.member(NEW)).toMatchObject({ Standing: 'Current', 'Accepted version': '2025-06-04' });
    desk.answerByLink(BEA);
    expect(desk.member(BEA).Standing).toBe('Current');
  });

  it('in other capitals is the same one: the link goes on', () => {
    const old = desk.linkOf(ANNA.email);
    correct('Anna@Example.org');
    desk.answer(old, ANNA);
    desk.workspace.settle();
    expect(desk.register('Acceptances')).toMatchObject([{ 'Confirmed by': 'Personal link' }]);
  });

  it('a request about pictures by the old link is honored, and she confirms it from the new mailbox', () => {
    const pictures = new Pictures(desk);
    const old = pictures.own(ANNA);
    correct();
    pictures.ask(old, ANNA, {});
    expect(pictures.requests).toMatchObject([
      { 'Member ID': 'M-0001', Status: 'In force, to be confirmed', 'Confirmed by': 'Unconfirmed' },
    ]);
    expect(desk.subjects(NEW.email)).toHaveLength(1);
    pictures.confirm(NEW);
    expect(pictures.requests).toMatchObject([{ Status: 'In force' }]);
  });

  it('takes mail in line along, and a second press changes nothing', () => {
    desk.set('Mail sending', 'Paused');
    desk.answer(desk.plainLink, ANNA);
    desk.workspace.settle();
    correct();
    const lines = trail().length;
    expect(correct()).toContain('already');
    expect(trail()).toHaveLength(lines);
    desk.set('Mail sending', 'On');
    desk.minutes(11);
    expect(mails('Personal link')).toMatchObject([{ To: NEW.email, State: 'Sent' }]);
  });

  it.each([
    ['what is no address', ANNA.email, 'anna at home', 'Please write one mail address'],
    ['two', ANNA.email, 'a@example.org, b@example.org', 'Please write one mail address'],
    ['when the card shows an older one', 'older@example.org', NEW.email, 'changed by somebody else'],
  ])('refuses %s', (_, before, email, message) => {
    const answer = desk.tryAsking('correctAddress', { memberId: 'M-0001', before, email });
    expect(answer).toEqual({ ok: false, message: expect.stringContaining(message) });
    expect(desk.member(ANNA)['Member ID']).toBe('M-0001');
  });

  it('says when somebody else has it', () => {
    expect(correct('Bea+x@example.org')).toContain('M-0002 has the same address');
  });
});

describe('inactive', () => {
  it('stops what waits for her and all reminders, once; active again brings them back', () => {
    desk.set('Mail sending', 'Paused');
    desk.answer(desk.plainLink, ANNA);
    desk.workspace.settle();
    expect(mark('Inactive')).toContain('is inactive now');
    expect(mark('Inactive')).toContain('already');
    expect(desk.member(ANNA)).toMatchObject({ Status: 'Inactive', Standing: 'Exempt' });
    expect(trail()).toMatchObject([
      { Subject: 'M-0001', Before: 'Active', After: 'Inactive', Who: VOLUNTEER },
    ]);
    desk.set('Mail sending', 'On');
    desk.minutes(11);
    expect(mails('Personal link')).toMatchObject([{ State: 'Cancelled' }]);
    desk.skipTo('2026-01-28T15:00:00Z');
    desk.nextDay();
    expect(desk.subjects(ANNA.email)).toHaveLength(1);
    expect(desk.subjects(BEA.email).length).toBeGreaterThan(1);
    mark('Active');
    desk.nextDay();
    expect(desk.subjects(ANNA.email)).toHaveLength(2);
  });

  it.each(['Suspended', 'Removed'])('leaves %s to those who decided it', (status) => {
    desk.type('Members', desk.rowOf(ANNA), 'Status', [[status]]);
    desk.workspace.settle();
    const answer = desk.tryAsking('setMemberStatus', { memberId: 'M-0001', status: 'Active' });
    expect(answer).toMatchObject({ ok: false });
    expect(desk.tryAsking('setMemberStatus', { memberId: 'M-0002', status: 'Removed' })).toMatchObject({
      ok: false,
    });
    expect(desk.member(ANNA).Status).toBe(status);
  });
});

describe('the link again', () => {
  it('pressed twice by a volunteer: one mail, from the owner, by the clock', () => {
    expect(desk.ask('resendLink', { memberId: 'M-0001' }, VOLUNTEER)).toContain('within ten minutes');
    expect(desk.ask('resendLink', { memberId: 'M-0001' }, VOLUNTEER)).toContain('already');
    expect(mails('Link again')).toMatchObject([{ State: 'Queued' }]);
    const sent = desk.sent().length;
    desk.minutes(11);
    expect(desk.sent()).toHaveLength(sent + 1);
    expect(desk.subjects(ANNA.email)).toContain('Your link to our Code of Conduct');
    desk.minutes(11);
    expect(desk.ask('resendLink', { memberId: 'M-0001' })).toContain('within ten minutes');
    expect(mails('Link again')).toHaveLength(2);
  });

  it('just sent by the owner to the old address, goes to the new one at once', () => {
    desk.ask('resendLink', { memberId: 'M-0001' });
    correct();
    desk.ask('resendLink', { memberId: 'M-0001' });
    expect(desk.subjects(NEW.email)).toEqual(['Your link to our Code of Conduct']);
  });
});

it('opens the dialog for a paper with her name in it', () => {
  const { record, ui } = desk.workspace.callFromDialog(
    desk.scriptId,
    'openPaperAcceptanceFor',
    [JSON.stringify({ memberId: '</script><b>' })],
    VOLUNTEER,
    { spreadsheetId: desk.registersId, sheetId: TAB.Members },
  );
  expect(record.error ?? '').toBe('');
  const [dialog] = ui;
  expect(dialog?.kind).toBe('dialog');
  expect(JSON.stringify(dialog)).toContain('window.GIVEN={');
  expect(JSON.stringify(dialog)).not.toContain('</script><b>');
});
