// What handlers do with a case: step by step to its end, what they get wrong, and what Members has of it.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Cases, FIRST, ROUTE, WISH, ZOES } from '../../scripts/desk/cases.ts';
import { firstBrokenLine } from '../../scripts/desk/reading.ts';
import { ANNA, BEA, CONTACT, HANA, HEDI, SARA, TestDesk } from '../support/desk.ts';

const VIOLENT = {
  [WISH]: ROUTE.violation,
  'What happened?': 'She hit me.',
  'What is it about?': 'Violence or threats: hitting, pushing, or words that make somebody afraid',
  'Who did it?': 'Anna Ito',
  'How may we contact you?': 'By email',
  'Your email address': ZOES,
};
const HARMLESS = { [WISH]: ROUTE.violation, 'What happened?': 'She is never there.' };
const HEARD = { 'Her side heard on': '1/12/2026' };
const POLICE = { 'Police: decision': 'Do not contact', 'Police: details': 'She does not want it. Hana.' };
const REVIEWED = { Handler: HANA, Status: 'Under review', ...HEARD };

let desk: TestDesk;
let cases: Cases;
let annas: string;
beforeAll(() => {
  desk = new TestDesk();
  cases = new Cases(desk);
  annas = desk.member(ANNA)['Member ID'] ?? '';
  cases.report(VIOLENT);
  cases.report(HARMLESS);
  desk.save();
});
beforeEach(() => desk.reset());

/** All lines of the Registers spreadsheet that could tell of a case. */
const registers = () =>
  JSON.stringify(
    (['Members', 'Audit trail', 'Mail log', 'Problems'] as const).map((tab) => desk.register(tab)),
  );

function suspendAnna(number = FIRST, until = '1/20/2026'): void {
  cases.setPerson('Anna Ito', 'Member ID', annas);
  cases.decide(number, {
    ...REVIEWED,
    ...POLICE,
    Finding: 'Confirmed',
    'Suspended until': until,
    Outcome: 'Suspension',
  });
}

describe('a case of violence', () => {
  it('goes step by step from the report to its end', () => {
    cases.decide(FIRST, { Handler: HANA, Status: 'Acknowledged' });
    expect(cases.case(FIRST)).toMatchObject({
      Status: 'Acknowledged',
      Acknowledged: expect.stringMatching(/^2026-01-12 09:/),
    });
    expect(desk.inbox(ZOES).map(({ text }) => text)).toEqual([
      expect.stringContaining('We have received your message'),
      expect.stringContaining('A person has read your message 2026-001'),
    ]);
    suspendAnna();
    cases.decide(FIRST, { Status: 'Finding' });
    cases.decide(FIRST, { Status: 'Closed' });
    expect(cases.case(FIRST)).toMatchObject({
      Status: 'Closed',
      Finding: 'Confirmed',
      Outcome: 'Suspension',
      'Suspended until': '2026-01-20',
      'Outcome on': '2026-01-12',
      Closed: '2026-01-12',
      'Reconsider by': '2026-02-11',
      'Erase from': '2033-01-12',
    });
    expect(cases.log(FIRST)).toEqual([
      'Received',
      `Handler changed: ${HANA}`,
      'Acknowledged',
      'Status changed: Under review',
      'Her side was heard: 2026-01-12',
      'Decided about the police: Do not contact',
      'Decided about the police: Do not contact: She does not want it. Hana.',
      'Finding: Confirmed',
      'Outcome: Suspension until 2026-01-20',
      'Letter prepared: Letter to the member: Suspension',
      `Written into Members: ${annas} Suspended`,
      'Status changed: Finding',
      'Closed',
    ]);
    expect(cases.register('Case log').filter(({ Who }) => Who === HANA)).toHaveLength(10);
    expect(desk.inbox(ZOES).at(-1)?.text).toMatch(/Our work on it is finished.*February 11, 2026/s);
    expect(firstBrokenLine(cases.register('Audit trail'))).toBe(0);
    expect(desk.openProblems()).toEqual([]);
  });

  it('has the letter to the member ready, and never sends it', () => {
    suspendAnna();
    const [letter] = cases.register('Letters');
    expect(letter).toMatchObject({ Case: FIRST, About: 'Letter to the member: Suspension', Sent: 'FALSE' });
    expect(letter?.Text).toMatch(
      /What happened\n\[.*Why it matters\n.*What we ask of you\n.*What follows\n.*January 20, 2026.*February 11, 2026/s,
    );
    expect(letter?.Text).not.toMatch(/Anna|hit me/);
    desk.nextDay();
    expect(cases.mails(ANNA.email)).toEqual([]);
  });

  it.each([
    [{ Outcome: 'Written warning' }, 'Outcome', /outcome follows only from a finding “Confirmed”/],
    [
      { ...REVIEWED, Status: 'Awaiting information', Closed: '1/12/2026' },
      'Closed',
      /filled in by the system/,
    ],
    [{ Handler: HANA, Status: 'Under review', Finding: 'Confirmed' }, 'Finding', /not told her side yet/],
    [{ Status: 'Acknowledged' }, 'Status', /Nobody works on this case yet/],
    [{ Handler: 'somebody@example.org' }, 'Handler', /does not stand under “Handlers”/],
    [{ ...REVIEWED, Finding: 'Maybe' }, 'Finding', /not one of the choices/],
  ])('%j', (decisions, header, because) => {
    const last = Object.keys(decisions).at(-1) ?? '';
    const before = cases.case(FIRST);
    cases.decide(FIRST, decisions as Record<string, string>);
    expect(cases.note(FIRST, header)).toMatch(because);
    expect(cases.case(FIRST)[last]).toBe(before[last]);
    expect(cases.log(FIRST).at(-1)).toBe(`Change put back: ${header}`);
  });

  it.each([
    [{ Outcome: 'None', ...POLICE }, /Violence was confirmed/],
    [POLICE, /cannot be closed without an outcome/],
    [{ Outcome: 'Conversation' }, /decided yet whether the police must be told/],
    [{ Outcome: 'Conversation', 'Police: decision': 'Contact' }, /no reason yet/],
  ])(
    'is not closed with a confirmed finding and %j; the note goes when it is closed at last',
    (more, because) => {
      cases.decide(FIRST, { ...REVIEWED, Finding: 'Confirmed' });
      cases.decide(FIRST, { Status: 'Finding' });
      cases.decide(FIRST, { ...more, Status: 'Closed' });
      expect(cases.case(FIRST).Status).toBe('Finding');
      expect(cases.note(FIRST, 'Status')).toMatch(because);
      cases.decide(FIRST, { ...POLICE, Outcome: 'Conversation', Status: 'Closed' });
      expect(cases.case(FIRST).Status).toBe('Closed');
      expect(cases.note(FIRST, 'Status')).toBe('');
    },
  );

  it('is opened again when somebody asks for a second look', () => {
    suspendAnna();
    cases.decide(FIRST, { Status: 'Finding' });
    cases.decide(FIRST, { Status: 'Closed' });
    cases.decide(FIRST, { Status: 'Reopened' });
    expect(cases.case(FIRST)).toMatchObject({
      Status: 'Reopened',
      Closed: '',
      'Erase from': '',
      'Answer by': '2026-02-11',
    });
    cases.decide(FIRST, { Status: 'Under review', Outcome: '', 'Suspended until': '' });
    cases.decide(FIRST, { Finding: 'Not confirmed', Status: 'Finding' });
    cases.decide(FIRST, { Status: 'Closed' });
    expect(cases.case(FIRST)).toMatchObject({ Status: 'Closed', Finding: 'Not confirmed', Outcome: '' });
    expect(desk.member(ANNA).Status).toBe('Active');
    expect(cases.mails(ZOES)).toHaveLength(3);
  });
});

describe('what follows in Members', () => {
  it('a suspension is there at once, without why, and ends after its date', () => {
    suspendAnna();
    expect(desk.member(ANNA).Status).toBe('Suspended');
    expect(registers()).not.toMatch(/2026-001|hit me|zoe/i);
    expect(desk.register('Audit trail').filter(({ After }) => After === 'Suspended')).toEqual([
      expect.objectContaining({ Subject: annas, Before: 'Active' }),
    ]);
    desk.sleepTo('2026-01-20T23:00:00-06:00');
    cases.night();
    expect(desk.member(ANNA).Status).toBe('Suspended');
    desk.sleepTo('2026-01-21T03:00:00-06:00');
    cases.night();
    expect(desk.member(ANNA).Status).toBe('Active');
    expect(cases.person('Anna Ito').Applied).toBe('');
    expect(firstBrokenLine(desk.register('Audit trail'))).toBe(0);
  });

  it('a removal ends her membership', () => {
    cases.setPerson('Anna Ito', 'Member ID', annas);
    cases.decide(FIRST, { ...REVIEWED, Finding: 'Confirmed', Outcome: 'Removal' });
    expect(desk.member(ANNA)).toMatchObject({ Status: 'Removed' });
    expect(cases.person('Anna Ito').Applied).toBe(`${annas} Removed, before: Active`);
    expect(cases.register('Letters')[0]?.About).toBe('Letter to the member: Removal');
  });

  it('who had left the program before is not brought back when the case is over', () => {
    desk.type('Members', desk.rowOf(ANNA), 'Status', [['Inactive']]);
    desk.workspace.settle();
    suspendAnna();
    expect(desk.member(ANNA).Status).toBe('Suspended');
    desk.sleepTo('2026-01-21T03:00:00-06:00');
    cases.night();
    expect(desk.member(ANNA).Status).toBe('Inactive');
  });

  it('a damaged roster holds back neither the case nor a report that comes meanwhile', () => {
    desk.type('Members', 1, 'Joined', [['Since']]);
    cases.setPerson('Anna Ito', 'Member ID', annas);
    cases.decide(FIRST, { ...REVIEWED, Finding: 'Confirmed', Outcome: 'Removal' });
    expect(cases.register('Letters')).toHaveLength(1);
    const before = cases.mails(SARA).length;
    cases.report({ [WISH]: ROUTE.safety, 'What is happening, or what has happened?': 'He has a gun.' });
    expect(cases.mails(SARA)).toHaveLength(before + 1);
    expect(desk.openProblems()).toEqual([expect.stringMatching(/^In the tab “Members”, .* “Joined”/)]);
    desk.type('Members', 1, 'Since', [['Joined']]);
    cases.night();
    expect(desk.member(ANNA).Status).toBe('Removed');
  });

  it('of two cases about one member the heavier one counts, as long as it lasts', () => {
    suspendAnna();
    cases.report({ ...VIOLENT, 'Who did it?': 'A. Ito' });
    cases.setPerson('A. Ito', 'Member ID', annas);
    cases.decide('2026-003', { ...REVIEWED, Finding: 'Confirmed', Outcome: 'Removal' });
    expect(desk.member(ANNA).Status).toBe('Removed');
    cases.decide('2026-003', { Outcome: '', Finding: 'Not confirmed' });
    expect(desk.member(ANNA).Status).toBe('Suspended');
    desk.sleepTo('2026-01-21T09:00:00Z');
    cases.night();
    expect(desk.member(ANNA).Status).toBe('Active');
  });

  it('a Member ID that nobody has is told by the number of the case; a corrected one gives back', () => {
    cases.setPerson('Anna Ito', 'Member ID', 'M-9999');
    cases.decide(FIRST, { ...REVIEWED, Finding: 'Confirmed', Outcome: 'Removal' });
    expect(desk.openProblems()).toEqual([expect.stringMatching(/^In case 2026-001, a Member ID is not/)]);
    cases.setPerson('Anna Ito', 'Member ID', desk.member(BEA)['Member ID'] ?? '');
    expect(desk.member(BEA).Status).toBe('Removed');
    cases.setPerson('Anna Ito', 'Member ID', annas);
    expect([desk.member(ANNA).Status, desk.member(BEA).Status]).toEqual(['Removed', 'Active']);
  });
});

describe('many cells at once, and edits that no trigger saw', () => {
  it('a block pasted over two cases is judged case by case', () => {
    cases.paste(FIRST, 'Status', [
      ['Acknowledged', HANA],
      ['Closed', HEDI],
    ]);
    expect(cases.case(FIRST)).toMatchObject({ Status: 'Acknowledged', Handler: HANA });
    expect(cases.case('2026-002')).toMatchObject({ Status: 'New', Handler: HEDI });
    expect(cases.note('2026-002', 'Status')).toMatch(/cannot go from its status to this one/);
    expect(cases.mails(ZOES)).toHaveLength(2);
  });

  it('what the trigger missed is found in the night, by the same rules', () => {
    cases.switchTriggers(true, 'caseEdited');
    cases.decide(FIRST, { Handler: HANA, Status: 'Acknowledged', Outcome: 'Removal' });
    expect(cases.case(FIRST)).toMatchObject({ Acknowledged: '', Outcome: 'Removal' });
    cases.night();
    expect(cases.case(FIRST)).toMatchObject({ Status: 'Acknowledged', Outcome: '' });
    expect(cases.case(FIRST).Acknowledged).not.toBe('');
    expect(cases.note(FIRST, 'Outcome')).toMatch(/“Confirmed”/);
    expect(cases.mails(ZOES)).toHaveLength(2);
    cases.night();
    expect(cases.mails(ZOES)).toHaveLength(2);
  });

  it('a number that somebody changes or empties comes back', () => {
    for (const typed of ['', '2030-777']) {
      cases.set('2026-002', 'Case', typed);
      expect(cases.register('Cases').map(({ Case }) => Case)).toEqual([FIRST, '2026-002']);
      expect(cases.note('2026-002', 'Case')).toMatch(/filled in by the system/);
    }
    cases.report(HARMLESS);
    expect(cases.case('2026-003')).toMatchObject({ Status: 'New' });
  });

  it.each(['', 'by phone'])(
    'a case that a handler types, with the number “%s”, is taken up like any other',
    (number) => {
      cases.add('Cases', [
        {
          Case: number,
          'What happened': 'She said on the phone that Sara Simon has a gun.',
          Received: '1/9/2026',
          Handler: HEDI,
        },
      ]);
      expect(cases.case('2026-003')).toMatchObject({
        Received: '2026-01-09 00:00:00',
        Kind: 'Possible violation',
        Urgency: 'Urgent',
        Status: 'New',
        Handler: HEDI,
        'Acknowledge by': '2026-01-13',
      });
      expect(cases.log('2026-003')).toEqual([
        'Received',
        ...(number === '' ? [] : [`Change put back: Case: ${number}`]),
        `Conflict noted: ${SARA}`,
        `Handler changed: ${HEDI}`,
      ]);
      expect(cases.mails(SARA).at(-1)).toBe('Urgent: please look at 2026-001 now');
      expect(cases.mails(HANA).at(-1)).toBe('Urgent: please look at 2026-003 now');
      expect(cases.mails(CONTACT).at(-1)).toBe('Urgent: 2026-003 is new in Cases');
      cases.decide('2026-003', { Status: 'Acknowledged' }, HEDI);
      expect(cases.case('2026-003').Status).toBe('Acknowledged');
    },
  );

  it('a day of receipt that is still to come holds no report back', () => {
    cases.add('Cases', [{ 'What happened': 'It was told to me.', Received: '1/9/2062' }]);
    desk.nextDay();
    cases.report(HARMLESS);
    expect(cases.case('2026-004')).toMatchObject({ Status: 'New' });
  });

  it('lines that a handler adds belong to the case that she means', () => {
    cases.add('People named', [{ Case: 'case 2026 - 1', Name: 'Hedi Hassan', Part: 'Witness' }]);
    cases.add('Case log', [{ Case: '#2026-001', What: 'Talked with her' }]);
    cases.add('Case log', [{ Case: 'the first one', What: 'Talked with him' }]);
    expect(cases.person('Hedi Hassan').Case).toBe(FIRST);
    expect(cases.mayOpen(HEDI)).toBe(false);
    expect(cases.log(FIRST)).toEqual(['Received', `Conflict noted: ${HEDI}`, 'Talked with her']);
    cases.night();
    expect(desk.openProblems()).toEqual([]);
  });

  it('a row that somebody deletes is missed, and not taken up again', () => {
    cases.deleteRow('2026-002');
    cases.night();
    expect(desk.openProblems()).toEqual(['The row of 2026-002 is gone from the Cases spreadsheet.']);
    expect(cases.register('Cases').map(({ Case }) => Case)).toEqual([FIRST]);
    cases.report(HARMLESS);
    expect(cases.register('Cases').map(({ Case }) => Case)).toEqual([FIRST, '2026-003']);
  });
});

describe('what must not vanish quietly', () => {
  const whoAndWhat = () =>
    cases.register('Case log').map(({ Who, What, Details }) => [Who, What, Details].join(' | '));

  it('a deadline that somebody types comes back; the next step may be up to 90 days ahead', () => {
    for (const header of ['Acknowledge by', 'Answer by'] as const) {
      const before = cases.case(FIRST)[header];
      cases.set(FIRST, header, '1/1/2099');
      expect(cases.case(FIRST)[header]).toBe(before);
      expect(cases.note(FIRST, header)).toMatch(/filled in by the system/);
      expect(cases.log(FIRST).at(-1)).toBe(`Change put back: ${header}`);
    }
    cases.set(FIRST, 'Next step by', '4/12/2026');
    cases.set(FIRST, 'Next step by', '4/13/2026');
    expect(cases.case(FIRST)['Next step by']).toBe('2026-04-12');
    expect(cases.note(FIRST, 'Next step by')).toMatch(/more than 90 days ahead/);
  });

  it.each(['at once', 'in the night'])(
    'a change of what was told is logged %s, and repeats none of it',
    (when) => {
      cases.switchTriggers(when === 'in the night', 'caseEdited');
      cases.set(FIRST, 'Wish', 'Nothing.');
      cases.set(FIRST, 'What happened', '');
      if (when === 'in the night') cases.night();
      cases.switchTriggers(false, 'caseEdited');
      const who = when === 'at once' ? HANA : 'Somebody with access';
      for (const line of [`${who} | “Wish” changed | `, `${who} | “What happened” changed | `])
        expect(whoAndWhat().filter((one) => one === line)).toHaveLength(1);
      expect(cases.note(FIRST, 'What happened')).toMatch(/Version history/);
      expect(cases.note(FIRST, 'Wish')).toBe('');
      expect(cases.case(FIRST).Checked).not.toMatch(/hit me|Nothing/);
      expect(cases.case(FIRST).Checked?.length).toBeLessThan(1000);
      cases.set(FIRST, 'What happened', 'She hit me.');
      expect(cases.note(FIRST, 'What happened')).toBe('');
      const lines = whoAndWhat().length;
      cases.night();
      expect(whoAndWhat()).toHaveLength(lines);
    },
  );

  it('whoever makes a case less urgent stands in its log', () => {
    cases.set(FIRST, 'Urgency', 'Normal');
    expect(cases.case(FIRST).Urgency).toBe('Normal');
    expect(whoAndWhat().at(-1)).toBe(`${HANA} | “Urgency” changed | Urgent → Normal`);
  });

  it.each([
    [FIRST, 'What it is about', 'Dishonesty', 'Violence or threats → Dishonesty'],
    ['2026-002', 'Kind', 'Possible violation', 'Safety concern → Possible violation'],
  ])(
    '%s was once about violence, and is closed so, whatever “%s” says later',
    (number, header, calmer, log) => {
      if (header === 'Kind') cases.decide(number, { Kind: 'Safety concern' });
      cases.decide(number, { ...REVIEWED, [header]: calmer });
      expect(whoAndWhat().at(-1)).toBe(`${HANA} | “${header}” changed | ${log}`);
      cases.decide(number, { Urgency: 'Normal', Finding: 'Confirmed', Outcome: 'None' });
      cases.night();
      cases.decide(number, { Status: 'Finding' });
      cases.decide(number, { Status: 'Closed' });
      expect(cases.case(number)).toMatchObject({ [header]: calmer, Status: 'Finding' });
      expect(cases.note(number, 'Status')).toMatch(/Violence was confirmed.*police/s);
      cases.decide(number, { ...POLICE, Outcome: 'Conversation', Status: 'Closed' });
      expect(cases.case(number).Status).toBe('Closed');
    },
  );
});
