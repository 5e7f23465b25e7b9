// Requests about pictures that come by mail: honored at once, confirmed by her own link, and never by an address alone.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Cases } from '../../scripts/desk/cases.ts';
import { LABEL, type Labelled, Mailbox, MIAS } from '../../scripts/desk/mail.ts';
import { Pictures } from '../../scripts/desk/pictures.ts';
import { ANNA, CONTACT, TAB, TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let mail: Mailbox;
beforeAll(() => {
  desk = new TestDesk();
  mail = new Mailbox(desk, new Cases(desk));
});
beforeEach(() => desk.reset());

const FIRST = 'O-000001';
const WORDS = 'Please take no pictures of me.';
const FROM_ANNA = { from: `Anna Ito <${ANNA.email}>`, subject: 'Pictures', text: WORDS } as const;
const receive = (more = {}) => mail.receive({ ...FROM_ANNA, labels: ['opt-out'], ...more });
const isWritten = (subject: string) => subject.startsWith('Written request');
const isToConfirm = ({ subject }: { subject: string }) => subject.includes('please confirm');
const outcomes = () => mail.noted('Registers').map((line) => [line['What it is'], line.Entry]);

describe('a request from the address of a member', () => {
  it('is honored at once, kept in her words, and she is asked to confirm at the address of the roster', () => {
    const id = receive();
    mail.run();
    expect(mail.optOuts()).toMatchObject([
      {
        'Opt-out ID': FIRST,
        'Member ID': desk.member(ANNA)['Member ID'],
        Name: 'Anna Ito',
        Email: ANNA.email,
        Kind: 'Both',
        'For whom': 'Herself and family',
        Scope: 'Everything',
        'In her words': `Subject: Pictures\n\n${WORDS}`,
        Channel: 'Email',
        'Confirmed by': 'Unconfirmed',
        Status: 'In force, to be confirmed',
        'Response ID': `mail-${id}`,
      },
    ]);
    expect(desk.member(ANNA).Images).toBe('Opted out');
    expect(desk.inbox(ANNA.email)).toHaveLength(1);
    const [asked] = desk.inbox(ANNA.email);
    expect(asked?.text).toMatch(/^Yes, this is my request:\n\S+\/viewform\?\S+$/m);
    expect(asked?.text).toContain('all pictures of you and of your family');
    expect(asked?.text).toContain('you can also choose something else');
    expect(mail.labelsOf(id)).toEqual([LABEL['opt-out'], LABEL.registered]);
  });

  it('that somebody else has sent under her name changes nothing but what does no harm', () => {
    receive({ headers: { 'Reply-To': MIAS, 'Return-Path': `<${MIAS}>` } });
    mail.run();
    expect(mail.optOuts()).toMatchObject([
      { 'Confirmed by': 'Unconfirmed', Status: 'In force, to be confirmed' },
    ]);
    expect([desk.subjects(ANNA.email).length, desk.subjects(MIAS).length]).toEqual([1, 0]);
  });

  it('is registered once, whatever becomes of its labels, its row, or the order of rows', () => {
    const id = receive();
    mail.run();
    mail.unlabel(id, 'opt-out');
    mail.run();
    mail.label(id, 'opt-out');
    mail.run();
    desk.workspace.run('everyNight');
    expect(mail.optOuts()).toHaveLength(1);
    const asked = desk.subjects(ANNA.email).filter((subject) => subject.includes('pictures'));
    expect(asked).toHaveLength(1);
  });
});

it('a request from a stranger waits for staff to match it, and nobody is written to', () => {
  const id = receive({ from: `Somebody <${MIAS}>` });
  mail.run();
  expect(mail.optOuts()).toMatchObject([{ 'Member ID': '', Status: 'To match', Email: MIAS }]);
  expect(desk.subjects(MIAS)).toEqual([]);
  expect(desk.openProblems().join('\n')).toContain(FIRST);
  expect(mail.isRegistered(id)).toBe(true);
});

describe('an answer in the conversation', () => {
  beforeEach(() => {
    receive();
    mail.run();
  });

  it.each([
    ['without a label', []],
    ['with one', ['opt-out' as const]],
  ])('%s is noted in the row, without its words, and staff hear of it once a day', (_, labels) => {
    const id = mail.answer(ANNA.email, 'Only on the website, please.', { labels });
    mail.run();
    mail.answer(ANNA.email, 'And one more thing.', { labels });
    mail.run();
    expect(mail.optOuts()).toHaveLength(1);
    const [{ Remark = '' } = {}] = mail.optOuts();
    expect(Remark).toContain(
      `${ANNA.email} wrote again on January 12, 2026: https://mail.google.com/mail/u/0/#all/${id}`,
    );
    expect(Remark.match(/wrote again/g)).toHaveLength(2);
    expect(JSON.stringify(mail.optOuts())).not.toContain('one more thing');
    const notices = desk.subjects(CONTACT).filter((subject) => subject.startsWith('Written request'));
    expect(notices).toHaveLength(1);
    expect(desk.subjects(ANNA.email)).toHaveLength(1);
    expect(outcomes()).toEqual([
      ['Entry', FIRST],
      ['Added', FIRST],
      ['Added', FIRST],
    ]);
  });

  it('by staff, and by machines, changes nothing', () => {
    const before = mail.optOuts();
    mail.answer(ANNA.email, 'I am away.', { headers: { 'Auto-Submitted': 'auto-replied' } });
    mail.answer(ANNA.email, 'Dear Anna', { from: CONTACT, labels: ['opt-out'] });
    mail.run();
    expect(mail.optOuts()).toEqual(before);
    expect(desk.subjects(ANNA.email)).toHaveLength(1);
  });
});

it('two machines that answer each other stop after one answer', () => {
  receive();
  for (let round = 0; round < 5; round++) {
    mail.run();
    mail.answer(ANNA.email, `I am away. (${round})`, { labels: ['opt-out'] });
  }
  expect(desk.subjects(ANNA.email)).toHaveLength(1);
});

describe('a mail that is a report as well becomes both', () => {
  const SECRET = 'She showed my kanariwords to others.';
  const registers = () => JSON.stringify(Object.keys(TAB).map((tab) => desk.grid(tab)));
  let id = '';
  beforeEach(() => {
    id = receive({ labels: ['report', 'opt-out'], text: SECRET });
    mail.run();
    mail.run();
  });

  it('and its words stand in Cases alone; nothing in the Registers tells of it', () => {
    expect(mail.cases.case()['What happened']).toContain('kanariwords');
    expect(mail.optOuts()).toMatchObject([{ 'In her words': '', Kind: 'Both', Name: 'Anna Ito' }]);
    expect(registers()).not.toMatch(/kanari|is a report|stand in Cases/);
  });

  it.each<[string, (answered: string) => Record<string, string>, Labelled[]]>([
    ['in a thread of its own', (answered) => ({ 'In-Reply-To': answered }), []],
    ['that names it as one of many', (answered) => ({ References: `${answered} <x@y>` }), []],
    ['with both labels', (answered) => ({ References: answered }), ['report', 'opt-out']],
  ])('an answer %s is noted in Cases alone, whatever became of the label', (_, headers, labels) => {
    for (const round of [1, 2]) {
      const before = [mail.optOuts(), desk.grid('Audit trail'), desk.subjects(CONTACT).filter(isWritten)];
      const named = headers(mail.message(id).messageId);
      mail.receive({ ...FROM_ANNA, subject: 'Re: Pictures', text: `More ${round}.`, headers: named, labels });
      mail.run();
      expect(mail.cases.log('2026-001')[round]).toContain(`More ${round}.`);
      expect([mail.optOuts(), desk.grid('Audit trail'), desk.subjects(CONTACT).filter(isWritten)]).toEqual(
        before,
      );
      mail.unlabel(id, 'report');
    }
    expect(registers()).not.toContain('wrote again');
  });

  it('and what she writes back to the mail about pictures is noted, as always', () => {
    const { mailboxes } = mail.workspace.gmail;
    const [asked] = [0, 1, 2].flatMap((place) => mailboxes.at(ANNA.email, place) ?? []).filter(isToConfirm);
    mail.answer(ANNA.email, 'Only on the website, please.', {
      subject: `Re: ${asked?.subject}`,
      headers: { 'In-Reply-To': asked?.messageId ?? '', References: asked?.messageId ?? '' },
    });
    mail.run();
    expect(mail.optOuts()).toMatchObject([{ Remark: expect.stringContaining('wrote again') }]);
  });

  it('and her own copy has no words of others', () => {
    const pictures = new Pictures(desk);
    pictures.send(desk.linkOf(ANNA.email, pictures.link), ANNA, {});
    pictures.settle();
    const copy = desk.inbox(ANNA.email).at(-1);
    expect(copy?.text).toContain('Your request is confirmed');
    expect(copy?.text).not.toContain('In your words');
  });
});
