// Stories of disclosure agreements: who starts, confirms and ends one, how, and what each of the two is told.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  Agreements,
  CONFIRM,
  FIRST,
  HER_ADDRESS,
  NUMBER,
  OTHER,
  SCOPE,
  TERM,
  WORDS,
} from '../../scripts/desk/agreements.ts';
import { firstBrokenLine } from '../../scripts/desk/reading.ts';
import { ANNA, BEA, CARA, CONTACT, type Person, TestDesk } from '../support/desk.ts';

const STRANGER = { name: 'Nobody Known', email: 'nobody@example.net' };
/** Two with the same name. */
const DOUBLES = [
  { name: 'Dana Li', email: 'dana1@example.org' },
  { name: 'Dana Li', email: 'dana2@example.org' },
];
const LEFT = { name: 'Ewa Left', email: 'ewa@example.org' };

const desk = new TestDesk([ANNA, BEA, CARA, ...DOUBLES, LEFT]);
const agreements = new Agreements(desk);
const ids = { anna: 'M-0001', bea: 'M-0002', cara: 'M-0003', dana1: 'M-0004', ewa: 'M-0006' };

beforeAll(() => {
  desk.type('Members', desk.rowOf(LEFT), 'Status', [['Removed']]);
  desk.workspace.settle();
  desk.save();
});
beforeEach(() => desk.reset());

const told = () => [agreements.told(ANNA), agreements.told(BEA)];
const status = () => agreements.row().Status;

describe('started', () => {
  it('by her own link: the other is asked, with the words and until when', () => {
    agreements.start(agreements.linkOf(ids.anna));
    expect(agreements.row()).toMatchObject({
      'Member ID': ids.anna,
      'Other member ID': ids.bea,
      'What may be told': WORDS,
      Expires: '2026-04-12',
      Confirmed: expect.stringMatching(/^2026-01-12/),
      'Other confirmed': '',
      Status: 'Waiting',
    });
    expect(told()).toEqual([['waits'], ['asked']]);
    expect(desk.inbox(BEA.email).pop()?.text).toMatch(
      new RegExp(
        `Dear Béa Cruz,[^]*Anna Ito asks you[^]*${WORDS}[^]*Until: April 11, 2026[^]*You do not have to agree`,
      ),
    );
    expect(desk.openProblems()).toEqual([]);
  });

  it('without a link: only she is asked; the other hears of it when she has proven that it is hers', () => {
    agreements.start(agreements.plainLink);
    expect(told()).toEqual([['is it yours'], []]);
    expect(desk.recipients()).toEqual([ANNA.email]);
    expect(desk.openProblems()).toEqual([]);
    expect(desk.inbox(ANNA.email).pop()?.text).toContain('The staff of the program can read them');
    agreements.confirm(agreements.newestLinkOf(ANNA), ANNA);
    expect([status(), ...told()]).toEqual(['Waiting', ['is it yours', 'waits'], ['asked']]);
    expect(desk.inbox(ANNA.email).pop()?.text).toContain(WORDS);
    expect(desk.inbox(BEA.email).pop()?.text).toMatch(
      new RegExp(`Anna Ito asks you[^]*${WORDS}[^]*The staff of the program can read these words`),
    );
    const form = JSON.stringify(agreements.form.items);
    expect(form).toContain('the staff of the program can read them');
    agreements.confirm(agreements.newestLinkOf(BEA), BEA);
    expect([status(), ...told()]).toEqual([
      'In force',
      ['is it yours', 'waits', 'in force'],
      ['asked', 'in force'],
    ]);
  });

  it('by a stranger in her name: none of his words stands in any mail, now or later', () => {
    const words = 'Please call 314-555-0100 or write to help@imstl-verify.com, imstl-verify.com';
    const more = { [SCOPE]: words, [HER_ADDRESS]: BEA.email };
    agreements.start(agreements.plainLink, { name: 'anna ITO', email: 'Anna@Example.ORG' }, more);
    agreements.confirm(agreements.plainLink, ANNA, { [NUMBER]: FIRST });
    agreements.end(agreements.plainLink, ANNA, { [NUMBER]: FIRST });
    agreements.confirm(agreements.plainLink, BEA, { [NUMBER]: FIRST });
    agreements.end(agreements.plainLink, BEA, { [NUMBER]: FIRST });
    agreements.confirm(agreements.linkOf(ids.bea, FIRST), BEA);
    agreements.end(agreements.linkOf(ids.bea, FIRST), BEA);
    desk.nextDay();
    agreements.type('Status', 'Revoked');
    expect(told()).toEqual([['is it yours', 'is it yours', 'link to end', 'ended'], []]);
    const readBy = ({ email }: { email: string }) =>
      desk.inbox(email).map(({ subject, text, html }) => subject + text + html);
    expect([ANNA, BEA, { email: CONTACT }].flatMap(readBy).join()).not.toMatch(
      /314-555|imstl-verify|anna ITO/,
    );
    expect(readBy(ANNA).join()).not.toMatch(/Béa Cruz|bea@/);
  });

  it.each([
    ['another name', 'x', 0],
    ['no name at all', '-', 0],
    ['the name of somebody else', BEA.name, 0],
    ['only her first name', 'Anna', 1],
    ['her name, written otherwise', 'ITO, anna', 1],
  ])('without a link, with her address and %s: nobody else learns whose it is', (_, name, asked) => {
    agreements.start(agreements.plainLink, { name, email: ANNA.email });
    expect(agreements.row()).toMatchObject({
      'Member ID': asked ? ids.anna : '',
      Status: asked ? 'Waiting' : 'To match',
      Remark: asked ? expect.stringContaining('Sent to the address') : expect.stringContaining(ANNA.email),
    });
    expect(desk.recipients()).toEqual([asked ? ANNA.email : CONTACT]);
  });

  it('again and again in her name: she is asked three times, and staff hear of it once', () => {
    desk.set('Automatic answers to one address a day', '50');
    for (let time = 0; time < 6; time++) agreements.start(agreements.plainLink);
    desk.nextDay();
    expect([agreements.rows.length, ...told()]).toEqual([6, Array(3).fill('is it yours'), []]);
    expect(desk.openProblems()).toEqual([expect.stringContaining('started in the name of M-0001')]);
    agreements.confirm(agreements.plainLink, ANNA);
    expect(agreements.told(ANNA)).toHaveLength(6);
    agreements.start(agreements.linkOf(ids.anna));
    expect(agreements.told(BEA)).toEqual(['asked']);
    agreements.end(agreements.linkOf(ids.anna, FIRST), ANNA);
    agreements.confirm(agreements.linkOf(ids.anna, 'D-0002'), ANNA);
    agreements.confirm(agreements.linkOf(ids.anna, 'D-0003'), ANNA);
    agreements.confirm(agreements.linkOf(ids.anna, 'D-0004'), ANNA);
    agreements.start(agreements.plainLink);
    expect(agreements.told(ANNA).pop()).toBe('is it yours');
  });

  it.each<[string, Person, Record<string, string>, string, string[], string[]]>([
    ['a name that nobody has', ANNA, { [OTHER]: 'Zoe Nobody' }, '', ['waits'], []],
    ['two of the same name', ANNA, { [OTHER]: 'Dana Li' }, '', ['waits'], []],
    [
      'one of two of the same name, by her address',
      ANNA,
      { [OTHER]: 'Dana Li', [HER_ADDRESS]: 'dana1@example.org' },
      ids.dana1,
      ['waits'],
      [],
    ],
    [
      'a name and an address that do not fit together',
      ANNA,
      { [HER_ADDRESS]: CARA.email },
      '',
      ['waits'],
      [],
    ],
    ['herself', ANNA, { [OTHER]: 'Anna Ito' }, '', ['waits'], []],
    ['somebody who is not active', ANNA, { [OTHER]: LEFT.name }, '', ['waits'], []],
    ['a part of a name', ANNA, { [OTHER]: 'Béa' }, '', ['waits'], []],
    [
      'an address alone that is hers',
      ANNA,
      { [OTHER]: '-', [HER_ADDRESS]: BEA.email },
      ids.bea,
      ['waits'],
      ['asked'],
    ],
  ])('with %s', (_, person, more, other, annas, beas) => {
    agreements.start(agreements.linkOf(ids.anna), person, more);
    const isSure = other !== '';
    expect(agreements.row()).toMatchObject({
      'Other member ID': other,
      Status: isSure ? 'Waiting' : 'To match',
      'Member ID': ids.anna,
    });
    expect(told()).toEqual([annas, beas]);
    expect(agreements.told({ email: CONTACT })).toEqual(isSure ? [] : ['notice']);
    expect(desk.openProblems()).toHaveLength(isSure ? 0 : 1);
  });

  it('nobody learns whether a name is on the roster: the mails are alike', () => {
    const mailAbout = (name: string) => {
      desk.reset();
      agreements.start(agreements.linkOf(ids.anna), ANNA, { [OTHER]: name });
      const { subject, text } = desk.inbox(ANNA.email).pop() ?? {};
      return `${subject}${text}`.replaceAll(name, 'NAME').replace(/IMSTL-MAIL-\d+/g, '');
    };
    expect(mailAbout('bea CRUZ')).toBe(mailAbout('Zoe Nobody'));
  });

  it.each<[string, () => string, Person]>([
    ['a stranger', () => agreements.plainLink, STRANGER],
    ['a stranger with a made-up reference', () => `${agreements.linkOf('M-0001')}x`, STRANGER],
    ['who has left the program, by her link', () => agreements.linkOf(ids.ewa), LEFT],
    ['who has left the program', () => agreements.plainLink, LEFT],
    ['somebody with the link of one and the address of another', () => agreements.linkOf(ids.anna), CARA],
  ])('by %s: staff find out, nobody else gets mail', (_, link, person) => {
    agreements.start(link(), person);
    expect(agreements.row()).toMatchObject({
      'Member ID': '',
      'Other member ID': ids.bea,
      Status: 'To match',
    });
    expect(desk.recipients()).toEqual([CONTACT]);
    agreements.type('Member ID', ids.anna);
    expect([status(), ...told()]).toEqual(['Waiting', ['is it yours'], []]);
    expect(desk.openProblems()).toEqual([]);
  });

  it.each([
    ['1 month', '12', '2026-02-12'],
    ['6 months', '12', '2026-07-12'],
    ['As long as possible', '12', '2027-01-12'],
    ['6 months', '2', '2026-03-12'],
  ])('for %s, at most %s months: until %s', (term, most, expires) => {
    desk.set('Months that a disclosure agreement holds at most', most);
    agreements.start(agreements.linkOf(ids.anna), ANNA, { [TERM]: term });
    expect(agreements.row().Expires).toBe(expires);
  });

  it('words with links, signs and very many lines are harmless in the mail and whole in the register', () => {
    const words = `=HYPERLINK("http://x.example/a")\n<script>alert(1)</script> www.evil.example/pay {{programme}}\n${'more '.repeat(1500)}`;
    agreements.start(agreements.linkOf(ids.anna), ANNA, { 'What may be told, and to whom?': words });
    expect(agreements.row()['What may be told']).toBe(words.trim());
    const { text = '', html = '' } = desk.inbox(BEA.email).pop() ?? {};
    expect(text).not.toMatch(/x\.example|evil\.example/);
    expect(text).toContain('(link left out)');
    expect(html).not.toContain('<script>alert');
    expect(text.length).toBeLessThan(6000);
  });
});

describe('staff find out who is meant', () => {
  beforeEach(() => {
    agreements.start(agreements.linkOf(ids.anna), ANNA, { [OTHER]: 'My mentor' });
  });

  it('and the other is asked at once; who started it hears nothing anew', () => {
    agreements.type('Other member ID', ` ${ids.bea}`);
    expect([status(), ...told()]).toEqual(['Waiting', ['waits'], ['asked']]);
    expect(desk.openProblems()).toEqual([]);
    agreements.confirm(agreements.newestLinkOf(BEA), BEA);
    expect(status()).toBe('In force');
  });

  it.each([
    ['herself', 'M-0001'],
    ['nobody', 'M-9999'],
    ['somebody who is not active', 'M-0006'],
  ])('but name %s: it waits, with a word on that, until it is put right', (_, id) => {
    agreements.type('Other member ID', id);
    expect([status(), ...told()]).toEqual(['To match', ['waits'], []]);
    expect(desk.openProblems()).toContainEqual(expect.stringContaining('two different active members'));
    agreements.type('Other member ID', ids.bea);
    expect([status(), ...told()]).toEqual(['Waiting', ['waits'], ['asked']]);
    expect(desk.openProblems()).toEqual([]);
  });

  it('and name another starter: her yes does not count for that one', () => {
    agreements.type('Member ID', ids.cara);
    agreements.type('Other member ID', ids.bea);
    expect(agreements.row()).toMatchObject({ Confirmed: '', Status: 'Waiting' });
    expect([agreements.told(CARA), agreements.told(BEA)]).toEqual([['is it yours'], []]);
    agreements.confirm(agreements.newestLinkOf(CARA), CARA);
    expect([status(), agreements.told(BEA)]).toEqual(['Waiting', ['asked']]);
    agreements.confirm(agreements.newestLinkOf(BEA), BEA);
    expect(status()).toBe('In force');
  });

  it('in the morning too, when the edit was not noticed', () => {
    desk.workspace.faults.add({
      functionName: 'staffEdited',
      nth: 1,
      when: 'before',
      effect: { kill: true },
    });
    agreements.type('Other member ID', ids.bea);
    expect(status()).toBe('To match');
    desk.workspace.run('everyMorning');
    expect([status(), ...told()]).toEqual(['Waiting', ['waits'], ['asked']]);
  });
});

describe('confirmed', () => {
  beforeEach(() => {
    agreements.start(agreements.linkOf(ids.anna));
  });

  it('by one tap with her own link: both are told, with a link to end it', () => {
    const link = agreements.newestLinkOf(BEA);
    expect(decodeURIComponent(link)).toContain(CONFIRM);
    agreements.submit(link, BEA, { 'Do you agree?': 'Yes, I agree' });
    desk.workspace.settle();
    expect([status(), ...told()]).toEqual(['In force', ['waits', 'in force'], ['asked', 'in force']]);
    expect(decodeURIComponent(agreements.newestLinkOf(ANNA))).toContain('End an agreement');
    expect(desk.inbox(ANNA.email).pop()?.text).toMatch(new RegExp(`until April 11, 2026[^]*${WORDS}`));
  });

  it('twice: once is enough', () => {
    const link = agreements.newestLinkOf(BEA);
    agreements.confirm(link, BEA);
    const first = agreements.row();
    agreements.confirm(link, BEA);
    expect(agreements.row()).toEqual(first);
    expect(told()).toEqual([
      ['waits', 'in force'],
      ['asked', 'in force'],
    ]);
  });

  it.each<[string, () => string, Person, string[], number]>([
    ['a stranger', () => agreements.plainLink, STRANGER, ['asked'], 1],
    ['a third member with a link of her own', () => agreements.linkOf(ids.cara, FIRST), CARA, ['asked'], 1],
    ['the starter again', () => agreements.linkOf(ids.anna, FIRST), ANNA, ['asked'], 0],
    [
      'her address without her link, who gets it again',
      () => agreements.plainLink,
      BEA,
      ['asked', 'asked'],
      0,
    ],
    [
      'a link that is too old, who gets a new one',
      () => agreements.linkOf(ids.bea, FIRST, '2026-01-11'),
      BEA,
      ['asked', 'asked'],
      0,
    ],
    ['a link for another form', () => agreements.plainLink.concat('?usp=pp_url'), STRANGER, ['asked'], 1],
  ])('by %s: it does not count', (_, link, person, beas, problems) => {
    agreements.confirm(link(), person, { [NUMBER]: FIRST });
    expect(status()).toBe('Waiting');
    expect(told()).toEqual([['waits'], beas]);
    expect(desk.openProblems()).toHaveLength(problems);
    expect(desk.recipients()).toEqual([ANNA.email, BEA.email]);
  });

  it('the same response is seen again, also after staff have deleted the row: nothing comes twice', () => {
    agreements.confirm(agreements.newestLinkOf(BEA), BEA);
    agreements.deleteRow();
    desk.workspace.run('everyNight');
    desk.minutes(30);
    expect(agreements.rows).toEqual([]);
    expect(told()).toEqual([
      ['waits', 'in force'],
      ['asked', 'in force'],
    ]);
  });
});

describe('ended', () => {
  const STATES: [string, () => void, string[], string[]][] = [
    ['waits', () => undefined, ['waits', 'ended'], ['asked', 'ended']],
    [
      'is in force',
      () => agreements.confirm(agreements.newestLinkOf(BEA), BEA),
      ['waits', 'in force', 'ended'],
      ['asked', 'in force', 'ended'],
    ],
  ];
  describe.each(STATES)('while it %s', (_, prepare, annas, beas) => {
    it.each<[string, string, Person]>([
      ['who started it', ids.anna, ANNA],
      ['the other', ids.bea, BEA],
    ])('by %s: at once, both are told, and it never comes back', (_, id, person) => {
      agreements.start(agreements.linkOf(ids.anna));
      prepare();
      agreements.end(agreements.linkOf(id, FIRST), person);
      const ended = agreements.row();
      expect(ended).toMatchObject({
        Status: 'Revoked',
        'Ended by': id,
        Ended: expect.stringMatching(/^2026/),
      });
      expect(told()).toEqual([annas, beas]);
      expect(desk.inbox(BEA.email).pop()?.text).not.toContain(WORDS);
      agreements.confirm(agreements.linkOf(ids.bea, FIRST), BEA);
      expect(agreements.row()).toEqual(ended);
      expect(told()).toEqual([annas, [...beas, 'ended']]);
      desk.nextDay();
      expect(told()).toEqual([annas, [...beas, 'ended']]);
    });
  });

  it('before staff have matched it', () => {
    agreements.start(agreements.linkOf(ids.anna), ANNA, { [OTHER]: 'My mentor' });
    agreements.end(agreements.linkOf(ids.anna, FIRST), ANNA);
    expect([status(), ...told(), desk.openProblems()]).toEqual(['Revoked', ['waits', 'ended'], [], []]);
    agreements.type('Other member ID', ids.bea);
    expect([status(), agreements.told(BEA)]).toEqual(['Revoked', []]);
  });

  it('with only her address and the number: she gets her link, and with it ends it', () => {
    agreements.start(agreements.linkOf(ids.anna));
    agreements.confirm(agreements.newestLinkOf(BEA), BEA);
    agreements.end(agreements.plainLink, BEA, { [NUMBER]: 'd 1' });
    expect([status(), agreements.told(BEA)]).toEqual(['In force', ['asked', 'in force', 'link to end']]);
    agreements.submit(agreements.newestLinkOf(BEA), BEA, { 'End it now?': 'Yes, end it' });
    desk.workspace.settle();
    expect(agreements.row()).toMatchObject({ Status: 'Revoked', 'Ended by': ids.bea });
  });

  it('by a third member or a stranger: no', () => {
    agreements.start(agreements.linkOf(ids.anna));
    agreements.end(agreements.linkOf(ids.cara, FIRST), CARA, { [NUMBER]: FIRST });
    agreements.end(agreements.plainLink, STRANGER, { [NUMBER]: FIRST });
    expect(status()).toBe('Waiting');
    expect(desk.openProblems()).toEqual([expect.stringContaining(`wants to end the agreement ${FIRST}`)]);
  });

  it('by staff, in the name of one who is no longer active: she may end it, and gets mail without a link', () => {
    agreements.start(agreements.linkOf(ids.anna));
    desk.type('Members', desk.rowOf(ANNA), 'Status', [['Removed']]);
    desk.workspace.settle();
    agreements.confirm(agreements.newestLinkOf(BEA), BEA);
    expect(status()).toBe('In force');
    const { text = '' } = desk.inbox(ANNA.email).pop() ?? {};
    expect(text).toContain(`To end it, write to ${CONTACT}`);
    expect(agreements.linksTo(ANNA.email)).toEqual([]);
    agreements.type('Status', 'Revoked');
    expect(agreements.row()).toMatchObject({ 'Ended by': 'Staff', Ended: expect.stringMatching(/^2026/) });
    expect(told()).toEqual([
      ['waits', 'in force', 'ended'],
      ['asked', 'in force', 'ended'],
    ]);
    expect(desk.openProblems()).toEqual([]);
  });
});

describe('the calendar', () => {
  it('ends it on its day, and tells both once', () => {
    agreements.start(agreements.linkOf(ids.anna), ANNA, { [TERM]: '1 month' });
    agreements.confirm(agreements.newestLinkOf(BEA), BEA);
    agreements.morningOf('2026-02-11');
    expect(status()).toBe('In force');
    agreements.morningOf('2026-02-12');
    agreements.morningOf('2026-02-13');
    expect([status(), ...told()]).toEqual([
      'Expired',
      ['waits', 'in force', 'ended'],
      ['asked', 'in force', 'ended'],
    ]);
    expect(desk.inbox(BEA.email).pop()?.text).toContain('Its last day was February 11, 2026.');
  });

  it('lets an agreement go that one has not confirmed in 30 days; only who had is told', () => {
    agreements.start(agreements.linkOf(ids.anna));
    agreements.morningOf('2026-02-10');
    expect(status()).toBe('Waiting');
    agreements.morningOf('2026-02-11');
    agreements.morningOf('2026-02-12');
    expect([status(), ...told()]).toEqual(['Expired', ['waits', 'ended'], ['asked']]);
    expect(desk.inbox(ANNA.email).pop()?.text).toContain('It was not confirmed by both in time');
    agreements.confirm(agreements.newestLinkOf(BEA), BEA);
    expect([status(), ...told()]).toEqual(['Expired', ['waits', 'ended'], ['asked', 'ended']]);
  });

  it('counts these days from when staff have found the other', () => {
    agreements.start(agreements.linkOf(ids.anna), ANNA, { [OTHER]: 'My mentor', [TERM]: '6 months' });
    agreements.morningOf('2026-02-20');
    agreements.type('Other member ID', ids.bea);
    agreements.morningOf('2026-03-21');
    expect(status()).toBe('Waiting');
    agreements.morningOf('2026-03-22');
    expect(status()).toBe('Expired');
  });

  it('tells on a later day what went over the cap of an address', () => {
    desk.set('Automatic answers to one address a day', '1');
    agreements.start(agreements.linkOf(ids.anna));
    agreements.start(agreements.linkOf(ids.cara), CARA);
    expect(agreements.told(BEA)).toEqual(['asked']);
    desk.nextDay();
    desk.nextDay();
    expect(agreements.told(BEA)).toEqual(['asked', 'asked']);
    desk.nextDay();
    expect(agreements.told(BEA)).toEqual(['asked', 'asked']);
  });
});

describe('staff', () => {
  beforeEach(() => {
    agreements.start(agreements.linkOf(ids.anna));
    agreements.confirm(agreements.newestLinkOf(BEA), BEA);
  });

  it.each([
    ['What may be told', 'Everything', 'Somebody changed “Agreements” by hand'],
    ['Other member ID', 'M-0003', 'Somebody changed “Agreements” by hand'],
    ['Expires', '2030-01-01', 'Somebody changed “Agreements” by hand'],
  ])('change “%s” by hand: it is a problem', (header, value, problem) => {
    agreements.type(header, value);
    expect(desk.openProblems()).toEqual(
      expect.arrayContaining([
        expect.stringContaining(problem),
        expect.stringContaining('not as the system wrote it'),
      ]),
    );
  });

  it.each([
    ['What may be told', 'Everything, to everybody'],
    ['What may be told', ''],
    ['Expires', '2030-01-01'],
    ['Expires', '2026-01-10'],
    ['Other member ID', 'M-0003'],
    ['Member ID', 'M-0003'],
    ['Status', 'To match'],
  ])(
    'change “%s” to “%s”: it does not hold until that is put back, and nobody is mailed',
    (header, value) => {
      const before = agreements.row();
      const toldBefore = [...told(), agreements.told(CARA)];
      agreements.type(header, value);
      desk.nextDay();
      expect(agreements.row()).toEqual({ ...before, [header]: value });
      expect([...told(), agreements.told(CARA)]).toEqual(toldBefore);
      const isNotAsWritten = expect.stringContaining(`${FIRST} is not as the system wrote it`);
      expect(desk.openProblems()).toContainEqual(isNotAsWritten);
      agreements.type(header, before[header] ?? '');
      expect([agreements.row(), ...told(), agreements.told(CARA)]).toEqual([before, ...toldBefore]);
      expect(desk.openProblems()).not.toContainEqual(isNotAsWritten);
      agreements.end(agreements.linkOf(ids.bea, FIRST), BEA);
      expect([status(), agreements.told(BEA).pop(), agreements.told(ANNA).pop()]).toEqual([
        'Revoked',
        'ended',
        'ended',
      ]);
    },
  );

  it('change the words before the other has answered: her yes does not count, and she may end it all the same', () => {
    agreements.start(agreements.linkOf(ids.anna));
    const { 'What may be told': words = '' } = agreements.row('D-0002');
    agreements.type('What may be told', 'Everything', 'D-0002');
    agreements.confirm(agreements.linkOf(ids.bea, 'D-0002'), BEA);
    expect([agreements.row('D-0002').Status, agreements.told(BEA).pop()]).toEqual(['Waiting', 'looked at']);
    expect(desk.inbox(BEA.email).pop()?.text).not.toContain('Everything');
    agreements.type('What may be told', words, 'D-0002');
    agreements.confirm(agreements.linkOf(ids.bea, 'D-0002'), BEA);
    expect(agreements.row('D-0002').Status).toBe('In force');
    agreements.type('What may be told', 'Everything', 'D-0002');
    agreements.end(agreements.linkOf(ids.bea, 'D-0002'), BEA);
    expect([agreements.row('D-0002').Status, agreements.told(BEA).pop()]).toEqual(['Revoked', 'ended']);
    expect(desk.openProblems().filter((problem) => problem.includes('not as the system wrote it'))).toEqual(
      [],
    );
  });

  it('write a remark: that is theirs', () => {
    agreements.type('Remark', 'We talked on the phone.');
    expect(desk.openProblems()).toEqual([]);
  });

  it('cannot say yes in the name of a member', () => {
    agreements.start(agreements.plainLink);
    agreements.type('Confirmed', '2026-01-12', 'D-0002');
    agreements.confirm(agreements.linkOf(ids.bea, 'D-0002'), BEA);
    expect([agreements.row('D-0002').Status, agreements.told(BEA)]).toEqual([
      'Waiting',
      ['asked', 'in force'],
    ]);
    agreements.confirm(agreements.linkOf(ids.anna, 'D-0002'), ANNA);
    agreements.confirm(agreements.newestLinkOf(BEA), BEA);
    expect(agreements.row('D-0002').Status).toBe('In force');
  });

  it('cannot bring back what has ended, or make hold what was not confirmed', () => {
    agreements.end(agreements.linkOf(ids.anna, FIRST), ANNA);
    agreements.type('Status', 'In force');
    expect(status()).toBe('Revoked');
    agreements.start(agreements.linkOf(ids.anna));
    agreements.type('Status', 'In force', 'D-0002');
    expect(agreements.row('D-0002').Status).toBe('Waiting');
    expect(desk.openProblems()).toHaveLength(2);
  });
});

it('the words stand in Agreements and in the mails to the two; nowhere else', () => {
  agreements.start(agreements.linkOf(ids.anna));
  agreements.confirm(agreements.newestLinkOf(BEA), BEA);
  agreements.type('What may be told', `${WORDS}, or not`);
  agreements.start(agreements.linkOf(ids.cara), CARA, { [OTHER]: 'Zoe Nobody' });
  agreements.end(agreements.linkOf(ids.bea, FIRST), BEA);
  desk.nextDay();
  const secret = /zebracareer|walruscounselor/;
  const readers = desk.recipients().filter((address) =>
    desk.inbox(address).some((letter) => {
      expect(letter.subject).not.toMatch(secret);
      return secret.test(letter.text + letter.html + letter.raw);
    }),
  );
  expect(readers).toEqual([ANNA.email, BEA.email, CARA.email]);
  expect(desk.inbox(CONTACT).map(({ subject }) => subject)).toContain(
    'Please find the two members of an agreement: D-0002',
  );
  const tabs = desk.workspace.sheets.view(desk.workspace.owner, desk.registersId).sheets;
  const withWords = tabs
    .filter(({ values }) => secret.test(JSON.stringify(values)))
    .map(({ title }) => title);
  expect(withWords).toEqual(['Agreements']);
  expect(firstBrokenLine(desk.register('Audit trail'))).toBe(0);
  expect(desk.formulas()).toEqual([]);
});
