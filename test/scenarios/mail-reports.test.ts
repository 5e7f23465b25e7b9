// Reports and questions that come by mail: labelled by staff or a filter, registered once, answered once.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Cases, FIRST, URGENT, ZOES } from '../../scripts/desk/cases.ts';
import { LABEL, Mailbox, MIAS, STORY } from '../../scripts/desk/mail.ts';
import { CONTACT, HANA, HEDI, SARA, TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let cases: Cases;
let mail: Mailbox;
beforeAll(() => {
  desk = new TestDesk();
  cases = new Cases(desk);
  mail = new Mailbox(desk, cases);
});
beforeEach(() => desk.reset());

const QUESTION = 'Q-2026-001';
const ACKNOWLEDGED = 'A note from International Mentoring St. Louis';
const numbers = () => [
  ...cases.register('Cases').map(({ Case }) => Case),
  ...cases.register('Questions').map(({ Question }) => Question),
];
const outcomes = () => mail.noted().map((line) => [line['What it is'], line.Entry]);

function erase(): void {
  cases.decide(FIRST, { Handler: HANA, Status: 'Under review', 'Not heard because': 'It is not safe.' });
  cases.decide(FIRST, { Finding: 'Not confirmed', Status: 'Finding', Outcome: 'None' });
  cases.set(FIRST, 'Status', 'Closed');
  desk.sleepTo('2033-02-01T15:00:00Z');
  cases.set(FIRST, 'Erase', 'TRUE');
  cases.night();
  expect(cases.case(FIRST)).toMatchObject({ 'What happened': '', Erased: '2033-02-01' });
}

describe('a report', () => {
  it('becomes a case with her words and her address, and is answered and labelled', () => {
    const id = mail.receive({ labels: ['report'] });
    mail.run();
    expect(cases.case(FIRST)).toMatchObject({
      'What happened': `Subject: Please help\n\n${STORY}`,
      Kind: 'Possible violation',
      Urgency: 'Normal',
      Status: 'New',
      Contact: 'By email',
    });
    expect(cases.person('Mia Moran')).toMatchObject({ Part: 'Reporter', Email: MIAS });
    expect(cases.log(FIRST)).toEqual([
      `Received: By email from Mia Moran <${MIAS}>.\nThe mail itself: https://mail.google.com/mail/u/0/#all/${id}`,
    ]);
    expect(desk.subjects(MIAS)).toEqual([ACKNOWLEDGED]);
    expect(desk.subjects(CONTACT)).toContain(`${FIRST} is new in Cases`);
    expect(desk.subjects(HANA)).toEqual([]);
    expect(mail.labelsOf(id)).toEqual([LABEL.registered, LABEL.report]);
    expect(mail.noted()).toMatchObject([{ 'What it is': 'Entry', Entry: FIRST, 'To do': '' }]);
  });

  it('that speaks of danger is told to the safety contacts in the same run', () => {
    mail.receive({ labels: ['report'], text: 'He waits for me with a knife.' });
    mail.run();
    expect(cases.case(FIRST)).toMatchObject({ Kind: 'Safety concern', Urgency: 'Urgent' });
    for (const address of [HANA, SARA]) expect(desk.subjects(address)).toEqual([URGENT]);
  });

  it.each([
    ['in her words', { text: 'Hedi Hassan reads my messages to others.' }],
    ['in her subject', { subject: 'About Hedi Hassan' }],
    [
      'in the mail that she answers',
      { text: `${STORY}\n\nOn Mon, Jan 5, 2026 Hedi Hassan <${HEDI}> wrote:\n> You again.` },
    ],
    ['as its sender', { from: `Hedi Hassan <${HEDI}>` }],
  ])('that names a handler %s is closed to her', (_, written) => {
    mail.receive({ labels: ['report'], ...written });
    mail.run();
    expect([cases.mayOpen(HANA), cases.mayOpen(HEDI)]).toEqual([true, false]);
    cases.night();
    expect(cases.mayOpen(HEDI)).toBe(false);
  });

  it('is taken up once, whatever becomes of its labels', () => {
    const id = mail.receive({ labels: ['report'] });
    mail.run();
    mail.unlabel(id, 'report');
    mail.unlabel(id, 'registered');
    mail.run();
    mail.label(id, 'report', 'question');
    mail.run();
    cases.night();
    expect(numbers()).toEqual([FIRST]);
    expect(desk.subjects(MIAS)).toHaveLength(1);
    expect(mail.isRegistered(id)).toBe(false);
  });

  it('that somebody has read, archived and labelled as registered by hand is taken up all the same', () => {
    const id = mail.receive({ labels: ['report', 'registered'] });
    desk.workspace.gmail.markRead(desk.workspace.owner, id);
    mail.run();
    expect(numbers()).toEqual([FIRST]);
  });

  it('whose label comes weeks later: its dates count from then', () => {
    const id = mail.receive();
    mail.run();
    expect(numbers()).toEqual([]);
    desk.sleepTo('2026-02-02T15:00:00Z');
    mail.label(id, 'report');
    mail.run();
    expect(cases.case(FIRST)).toMatchObject({
      Received: expect.stringContaining('2026-01-12'),
      'Acknowledge by': '2026-02-04',
    });
  });

  it('whose label comes months later is found by night', () => {
    const id = mail.receive();
    desk.sleepTo('2026-04-01T15:00:00Z');
    mail.label(id, 'report');
    mail.run();
    expect(numbers()).toEqual([]);
    cases.night();
    expect(numbers()).toEqual([FIRST]);
    expect(mail.isRegistered(id)).toBe(true);
  });

  it('is erased with the mail itself', () => {
    const id = mail.receive({ labels: ['report'] });
    mail.run();
    erase();
    expect(mail.message(id).labelIds).toContain('TRASH');
    expect(JSON.stringify(cases.register('Case log'))).not.toContain(MIAS);
  });
});

describe('a question', () => {
  it('stands in Questions, and is answered as one by the form', () => {
    const id = mail.receive({ labels: ['question'], subject: 'Gifts', text: 'May I give her a gift?' });
    mail.run();
    expect(cases.register('Questions')).toMatchObject([
      {
        Question: QUESTION,
        'What was asked': 'Subject: Gifts\n\nMay I give her a gift?',
        Name: 'Mia Moran',
        Email: MIAS,
        Contact: 'By email',
        Status: 'New',
      },
    ]);
    expect(numbers()).toEqual([QUESTION]);
    expect(desk.subjects(MIAS)).toEqual([ACKNOWLEDGED]);
    expect(desk.subjects(CONTACT)).toContain(`Question ${QUESTION} waits for an answer`);
    expect(mail.isRegistered(id)).toBe(true);
  });

  it('that is labelled a report as well is a report', () => {
    mail.receive({ labels: ['question', 'report'] });
    mail.run();
    expect(numbers()).toEqual([FIRST]);
  });
});

describe('an answer in a conversation', () => {
  beforeEach(() => {
    mail.receive({ labels: ['report'] });
    mail.run();
  });

  it.each([
    ['without a label', []],
    ['with one', ['report' as const]],
  ])('of hers, %s, is added to her case', (_, labels) => {
    const id = mail.answer(MIAS, 'It happened again.', { labels });
    mail.run();
    mail.run();
    expect(numbers()).toEqual([FIRST]);
    expect(cases.log(FIRST).slice(1)).toEqual([
      expect.stringMatching(
        /^Something was added by the person who wrote: Subject: Re: A note[\s\S]*It happened again\.[\s\S]*By email from <mia/,
      ),
    ]);
    expect(desk.subjects(CONTACT)).toContain(`Something was added to ${FIRST}`);
    expect(desk.subjects(MIAS)).toHaveLength(1);
    expect(mail.isRegistered(id)).toBe(true);
  });

  it('under another subject, with a label, is known by what it answers', () => {
    mail.answer(MIAS, 'It happened again.', { subject: 'Once more', labels: ['report'] });
    mail.run();
    expect(numbers()).toEqual([FIRST]);
    expect(cases.log(FIRST)).toHaveLength(2);
  });

  it('to her own first mail is added too', () => {
    const [first] = mail.noted();
    const { messageId } = mail.message(first?.Message ?? '');
    const headers = { 'In-Reply-To': messageId, References: messageId };
    mail.receive({ subject: 'Re: Please help', text: 'I forgot the day: Friday.', headers });
    mail.run();
    expect(cases.log(FIRST)[1]).toContain('I forgot the day: Friday.');
  });

  it('that speaks of danger makes the case urgent at once', () => {
    mail.answer(MIAS, 'Now he has a gun.');
    mail.run();
    expect(cases.case(FIRST).Urgency).toBe('Urgent');
    expect(desk.subjects(SARA)).toEqual([URGENT]);
  });

  it('that came long before it is found is found by night', () => {
    mail.answer(MIAS, 'It happened again.');
    desk.sleepTo('2026-01-20T15:00:00Z');
    mail.run();
    expect(cases.log(FIRST)).toHaveLength(1);
    cases.night();
    expect(cases.log(FIRST)[1]).toContain('It happened again.');
  });

  it.each([
    ['the contact address', CONTACT, 'To look at'],
    ['a handler’s own address', HANA, 'Ours'],
  ])('by staff, from %s, is no addition', (_, from, outcome) => {
    const [first] = mail.noted();
    const { messageId } = mail.message(first?.Message ?? '');
    const headers = { 'In-Reply-To': messageId, References: messageId };
    mail.receive({ from, subject: 'Re: Please help', headers, labels: ['report'] });
    mail.run();
    expect(cases.log(FIRST)).toHaveLength(1);
    expect(outcomes()).toEqual([
      ['Entry', FIRST],
      [outcome, ''],
    ]);
  });

  it('that is empty changes nothing', () => {
    mail.answer(MIAS, ' ');
    mail.run();
    expect(cases.log(FIRST)).toHaveLength(1);
    expect(outcomes()[1]).toEqual(['Empty', '']);
  });

  it('in the conversation of a case that was erased is a case of its own', () => {
    erase();
    mail.answer(MIAS, 'It happened again.', { labels: ['report'] });
    mail.run();
    expect(numbers()).toEqual([FIRST, '2033-001']);
  });

  it('to a question stands in its log, and staff hear of it', () => {
    mail.receive({ from: ZOES, labels: ['question'], text: 'May I?' });
    mail.run();
    mail.answer(ZOES, 'I mean a gift.');
    mail.run();
    expect(cases.log(QUESTION)[1]).toContain('I mean a gift.');
    expect(desk.subjects(CONTACT)).toContain(`Something was added to ${QUESTION}`);
  });
});

describe('machines', () => {
  /** Answers every mail that came to it since, by itself. */
  const autoresponder = (
    headers: Readonly<Record<string, string>>,
    labels: readonly ('report' | 'question')[],
    subjects: { subject?: string },
  ) => {
    let answered = 0;
    return () => {
      for (const _ of desk.subjects(MIAS).slice(answered)) {
        answered += 1;
        mail.answer(MIAS, `I am away. (${answered})`, { headers, labels, ...subjects });
      }
    };
  };

  it.each<[string, Record<string, string>, ('report' | 'question')[], { subject?: string }]>([
    ['that says what it is', { 'Auto-Submitted': 'auto-replied' }, ['report'], {}],
    ['that says nothing, unlabelled', {}, [], {}],
    ['that says nothing, whose mails a filter labels', {}, ['report'], {}],
    [
      'that says nothing, begins new conversations, and is labelled',
      { References: '' },
      ['report'],
      { subject: 'Thank you for your mail' },
    ],
  ])('an autoresponder %s: after one answer there is none', (_, signs, labels, subjects) => {
    const respond = autoresponder(signs, labels, subjects);
    mail.receive({ labels: ['report'] });
    for (let round = 0; round < 6; round++) {
      mail.run();
      respond();
    }
    expect(desk.subjects(MIAS)).toHaveLength(1);
    expect(numbers()).toEqual([FIRST]);
  });

  it('that write new mails without end get no more answers than an address may have in a day', () => {
    for (let round = 0; round < 12; round++) {
      mail.receive({ labels: ['question'], subject: `Ticket ${round}` });
      mail.run();
    }
    expect(numbers()).toHaveLength(12);
    const cap = Number(
      cases.register('Settings').find(({ Setting }) => /answers/i.test(Setting ?? ''))?.Default,
    );
    expect(desk.subjects(MIAS)).toHaveLength(cap);
  });

  it('a bounce of our answer becomes nothing, and gets nothing', () => {
    mail.receive({ from: 'gone@nowhere.example', labels: ['report'] });
    mail.run();
    mail.receive({
      from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      subject: 'Delivery Status Notification (Failure)',
      headers: {
        'X-Failed-Recipients': 'gone@nowhere.example',
        'Auto-Submitted': 'auto-replied',
      },
      labels: ['report'],
    });
    mail.run();
    expect(outcomes()).toEqual([
      ['Entry', FIRST],
      ['To look at', ''],
    ]);
    expect(desk.subjects('mailer-daemon@googlemail.com')).toEqual([]);
  });

  it('mails that a machine may have written are told, once, and stay what they are', () => {
    const id = mail.receive({ labels: ['report'], headers: { Precedence: 'bulk' } });
    for (let round = 0; round < 3; round++) mail.run();
    expect(numbers()).toEqual([]);
    expect(mail.problemsAbout(id)).toEqual([
      `A mail with one of our labels may have been written by a machine, so it was not taken up: https://mail.google.com/mail/u/0/#all/${id}`,
    ]);
    expect(desk.subjects(MIAS)).toEqual([]);
  });

  it('nobody is answered at the address to which answers are wanted', () => {
    mail.receive({ labels: ['report'], headers: { 'Reply-To': ZOES } });
    mail.run();
    expect([desk.subjects(MIAS).length, desk.subjects(ZOES).length]).toEqual([1, 0]);
  });

  it.each(['no-reply@example.net', 'Nobody at all'])(
    '%s is taken up and gets no answer, now or later',
    (from) => {
      mail.receive({ labels: ['report'], from });
      mail.run();
      cases.decide(FIRST, { Handler: HANA, Status: 'Acknowledged' });
      expect(cases.case(FIRST)).toMatchObject({ Contact: '', Status: 'Acknowledged' });
      expect(desk.recipients()).not.toContain(from);
      expect(cases.register('Mail log').map(({ Kind }) => Kind)).toEqual(['Notice of report']);
    },
  );
});

it('three hundred labelled mails at once are taken up by and by, the oldest first', () => {
  for (let at = 0; at < 300; at++)
    mail.receive({ labels: ['question'], from: `writer${at}@example.net`, text: `Question ${at}` });
  const taken = [];
  for (let round = 0; round < 5; round++) {
    mail.run();
    taken.push(cases.register('Questions').length);
  }
  expect(taken).toEqual([100, 200, 300, 300, 300]);
  const asked = cases.register('Questions').map((line) => line['What was asked']?.split('\n').pop());
  expect(asked).toEqual(Array.from({ length: 300 }, (_, at) => `Question ${at}`));
  expect(mail.noted().every((line) => line['To do'] === '')).toBe(true);
});

it('lists that learn of labels late make nothing twice', () => {
  desk.workspace.gmail.lag = { seconds: 300 };
  const ids = ['a', 'b', 'c'].map((text) =>
    mail.receive({ labels: ['report'], text, from: `${text}@example.net` }),
  );
  for (let round = 0; round < 12; round++) {
    mail.run();
    if (round === 6) mail.unlabel(ids[0] ?? '', 'report');
  }
  expect(numbers()).toEqual([FIRST, '2026-002', '2026-003']);
  expect(ids.map((id) => mail.isRegistered(id))).toEqual([true, true, true]);
  for (const text of 'abc') expect(desk.subjects(`${text}@example.net`)).toHaveLength(1);
});
