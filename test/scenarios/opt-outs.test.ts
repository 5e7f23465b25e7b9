// Members say no to pictures and yes again, by every way there is: what then stands in the registers, and who is told.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type Asked,
  CONFIRM,
  type FAR,
  type KIND,
  Pictures,
  SEND_TO,
  typed,
  WANT,
  type WHOM,
} from '../../scripts/desk/pictures.ts';
import { firstBrokenLine } from '../../scripts/desk/reading.ts';
import { ANNA, BEA, CARA, CONTACT, TestDesk } from '../support/desk.ts';

const DANA = { name: 'Dana Ruiz', email: 'family@example.org' };
const ELSA = { name: 'Elsa Ruiz', email: 'family@example.org' };
const FINA = { name: 'Fina Gray', email: 'fina@example.org' };
const NOBODY = { name: 'Zora Stranger', email: 'zora@example.net' };

const CONFIRMED = 'We have your request about pictures';
const TO_CONFIRM = 'One more step: please confirm your request about pictures';
const TAKEN_BACK = 'You took back your request about pictures';

const desk = new TestDesk([ANNA, BEA, CARA, DANA, ELSA, FINA]);
const pictures = new Pictures(desk);

beforeAll(() => {
  desk.type('Members', desk.rowOf(FINA), 'Status', [['Inactive']]);
  desk.workspace.settle();
  desk.save();
});
beforeEach(() => desk.reset());

const newest = () => pictures.requests.at(-1) ?? {};
/** Subjects of the mails to her about pictures; she is asked about the Code, too. */
const mails = ({ email }: { email: string }) =>
  desk.subjects(email).filter((subject) => subject.includes('pictures'));
const lines = () => pictures.lines.map(({ Medium = '' }) => Medium || '(any)');

describe('what she asks for, by her own link', () => {
  const MEDIA = 'Print, Newsletter, Website, Social media, Video, Partner or contractor';
  const ONLINE = MEDIA.replace('Print, ', '');
  it.each<[keyof typeof KIND, keyof typeof FAR, images: string, takenDown: string]>([
    ['No future pictures', 'Everything', 'Opted out', ''],
    ['No future pictures', 'Internet and social media', 'Limited', ''],
    ['No future pictures', 'Certain pictures', 'Limited', ''],
    ['Withdraw pictures already made', 'Everything', 'Limited', MEDIA],
    ['Withdraw pictures already made', 'Internet and social media', 'Limited', ONLINE],
    ['Withdraw pictures already made', 'Certain pictures', 'Limited', 'Website, (any)'],
    ['Both', 'Everything', 'Opted out', MEDIA],
    ['Both', 'Internet and social media', 'Limited', ONLINE],
    ['Both', 'Certain pictures', 'Limited', 'Website, (any)'],
  ])('%s, %s: pictures are “%s”, to take down: %s', (kind, far, images, takenDown) => {
    const people: (keyof typeof WHOM)[] = ['Herself', 'Children or family', 'Herself and family'];
    for (const whom of people) {
      desk.reset();
      pictures.ask(pictures.own(ANNA), ANNA, { kind, far, whom });
      expect(newest()).toMatchObject({
        'Opt-out ID': 'O-000001',
        Effective: '2026-01-12',
        'Member ID': 'M-0001',
        Kind: kind,
        'For whom': whom,
        'Family members': whom === 'Herself' ? '' : 'Leo',
        Scope: far,
        Pictures: far === 'Certain pictures' ? 'https://example.org/1.jpg' : '',
        Channel: 'Form',
        'Confirmed by': 'Personal link',
        Status: 'In force',
        Release: expect.stringMatching(
          /^• Images and Photos: IMSTL, .*written request to contact@imstl\.org\.$/,
        ),
      });
      // Pictures of her family alone leave those of herself as they are, but somebody has to look.
      expect(pictures.images(ANNA)).toBe(whom === 'Children or family' ? 'Limited' : images);
      expect(lines().join(', ')).toBe(takenDown);
      for (const line of pictures.lines)
        expect(line).toMatchObject({ Due: '2026-02-11', 'Member ID': 'M-0001', Done: 'FALSE' });
      expect(desk.subjects(ANNA.email)).toEqual([CONFIRMED]);

      pictures.ask(pictures.own(ANNA), ANNA, { kind: 'Take back an opt-out', far, whom });
      expect(pictures.requests.map(({ Status }) => Status)).toEqual(['Taken back', 'Done']);
      expect(pictures.images(ANNA)).toBe('Allowed');
      expect(desk.subjects(ANNA.email)).toEqual([CONFIRMED, TAKEN_BACK]);
      for (const line of pictures.lines) expect(line.Remark).toBe('Taken back: no longer needed.');
      expect(firstBrokenLine(desk.register('Audit trail'))).toBe(0);
    }
  });
});

describe('how it comes', () => {
  const foreign = () => pictures.linkFor('M-0002');
  type Way = [
    way: string,
    person: { name: string; email: string },
    link: () => string,
    member: string,
    status: string,
    mail: string[],
    problem: boolean,
  ];
  const WAYS: Way[] = [
    ['by her own link', ANNA, () => pictures.own(ANNA), 'M-0001', 'In force', [CONFIRMED], false],
    [
      'by her own link, with another address typed',
      { ...ANNA, email: 'anna@work.example' },
      () => pictures.own(ANNA),
      'M-0001',
      'In force',
      [CONFIRMED],
      false,
    ],
    ['without a link', BEA, () => pictures.link, 'M-0002', 'In force, to be confirmed', [TO_CONFIRM], false],
    [
      'without a link, the address in capitals and with a tag',
      { ...BEA, email: 'Bea+forms@Example.org' },
      () => pictures.link,
      'M-0002',
      'In force, to be confirmed',
      [TO_CONFIRM],
      false,
    ],
    [
      'from one who is not active any more',
      FINA,
      () => pictures.link,
      'M-0006',
      'In force, to be confirmed',
      [TO_CONFIRM],
      false,
    ],
    [
      'by a link that is too old',
      BEA,
      () => pictures.linkFor('M-0002', { expires: '2026-01-11' }),
      'M-0002',
      'In force, to be confirmed',
      [TO_CONFIRM],
      false,
    ],
    [
      'by a link to another form',
      BEA,
      () => pictures.linkFor('M-0002', { purpose: 'acceptance' }),
      'M-0002',
      'In force, to be confirmed',
      [TO_CONFIRM],
      false,
    ],
    ['from an address that two share', DANA, () => pictures.link, '', 'To match', [], true],
    ['from an address that nobody has', NOBODY, () => pictures.link, '', 'To match', [], true],
    ['by the link of another member', ANNA, foreign, '', 'To match', [], true],
  ];
  it.each(WAYS)('%s', (_, person, link, member, status, mail, isProblem) => {
    pictures.ask(link(), person);
    expect(newest()).toMatchObject({ 'Member ID': member, Status: status, Email: person.email });
    const owner = desk.register('Members').find((row) => row['Member ID'] === member);
    if (owner) expect([owner.Images, desk.subjects(owner.Email ?? '')]).toEqual(['Opted out', mail]);
    expect(desk.subjects(CONTACT)).toEqual([`Written request about pictures: ${owner?.Name ?? person.name}`]);
    expect(desk.openProblems()).toEqual(
      isProblem
        ? ['Request O-000001 about pictures came in, and the system cannot tell for certain who sent it.']
        : [],
    );
    const told = new Set([CONTACT, ...(owner ? [owner.Email] : [])]);
    expect(new Set(desk.recipients())).toEqual(told);
  });

  it('signed in to Google', () => {
    desk.set('Google sign-in', 'Yes');
    const { forms } = desk.workspace;
    const { form } = pictures;
    const emailCollection = 'VERIFIED';
    forms.updateSettings(form.id, { emailCollection });
    const answers = pictures.answers({
      ...typed({}),
      'Your name': 'C',
      'Your email address': 'c@example.net',
    });
    forms.submit({ formId: form.id, answers, account: CARA.email });
    pictures.settle();
    expect(newest()).toMatchObject({
      'Member ID': 'M-0003',
      'Confirmed by': 'Google sign-in',
      Status: 'In force',
    });
    expect(pictures.images(CARA)).toBe('Opted out');
  });

  it('the copy to the program has all that she wrote, and no word of a stranger goes to a member', () => {
    const words = 'See http://evil.example/pay\nSecond line';
    const all = { kind: 'Both', far: 'Certain pictures', whom: 'Herself and family' } as const;
    pictures.ask(pictures.link, BEA, { ...all, words, family: 'Leo\nMía', links: 'http://evil.example/p' });
    const [copy] = desk.inbox(CONTACT);
    for (const part of ['Second line', 'Leo, Mía', 'http://evil.example/p', BEA.email])
      expect(copy?.text).toContain(part);
    expect(desk.inbox(BEA.email)[0]?.text).not.toMatch(/evil|Leo|Second/);
    pictures.confirm(BEA);
    expect(desk.inbox(BEA.email)[1]?.text).toContain('http://evil.example/pay');
  });

  it('what looks like a formula is text', () => {
    pictures.ask(pictures.own(ANNA), ANNA, { words: '=1+1', whom: 'Herself and family', family: '=2+2' });
    expect(newest()).toMatchObject({ 'In her words': '=1+1', 'Family members': '=2+2' });
    expect(desk.formulas()).toEqual([]);
  });

  it('a flood from strangers: all are in the register, and ten copies go out', () => {
    for (let nth = 0; nth < 15; nth++)
      pictures.send(pictures.link, { ...NOBODY, email: `z${nth}@example.net` }, typed({}));
    pictures.send(pictures.own(ANNA), ANNA, typed({}));
    pictures.settle();
    expect(pictures.requests).toHaveLength(16);
    expect(desk.subjects(CONTACT)).toHaveLength(11);
    desk.nextDay();
    const digest = desk.inbox(CONTACT).at(-1);
    expect(digest?.text).toContain('Requests about pictures to match to a member: 15');
  });

  it('a flood in her name: no more mails to her a day than the setting says', () => {
    for (let nth = 0; nth < 9; nth++) pictures.send(pictures.link, BEA, typed({ words: `${nth}` }));
    pictures.settle();
    expect(desk.subjects(BEA.email)).toHaveLength(5);
    expect(pictures.images(BEA)).toBe('Opted out');
  });
});

describe('she confirms', () => {
  const status = () => pictures.requests.map(({ Status }) => Status).join(', ');
  const takeBack: Asked = { kind: 'Take back an opt-out' };

  it('an opt-out: it held before, and now it is proven', () => {
    pictures.ask(pictures.link, BEA);
    pictures.confirm(BEA);
    expect([status(), pictures.images(BEA)]).toEqual(['In force', 'Opted out']);
    expect(mails(BEA)).toEqual([TO_CONFIRM, CONFIRMED]);
    expect(pictures.requests).toHaveLength(1);
    expect(pictures.trail('O-000001').at(-1)).toBe(
      'Form about pictures: Confirmed a request about pictures: In force, to be confirmed → In force',
    );
  });

  it('a take-back: nothing changes before', () => {
    pictures.ask(pictures.own(BEA), BEA, { kind: 'Both' });
    pictures.ask(pictures.link, BEA, takeBack);
    expect([status(), pictures.images(BEA)]).toEqual(['In force, Waits for confirmation', 'Opted out']);
    desk.nextDay();
    expect(pictures.images(BEA)).toBe('Opted out');
    pictures.confirm(BEA);
    expect([status(), pictures.images(BEA)]).toEqual(['Taken back, Done', 'Allowed']);
    expect(mails(BEA)).toEqual([CONFIRMED, TO_CONFIRM, TAKEN_BACK]);
    expect(desk.inbox(BEA.email).at(-1)?.text).toContain('Pictures of you may be taken and used');
  });

  it('a take-back ends only what was asked before it, however late it is confirmed', () => {
    pictures.ask(pictures.own(BEA), BEA, { far: 'Internet and social media' });
    pictures.ask(pictures.link, BEA, { ...takeBack });
    const link = desk.linkOf(BEA.email, pictures.link);
    pictures.ask(pictures.own(BEA), BEA, {});
    pictures.send(link, BEA, {});
    pictures.settle();
    expect([status(), pictures.images(BEA)]).toEqual(['Taken back, Done, In force', 'Opted out']);
  });

  it('a part: for herself, and not for her children', () => {
    pictures.ask(pictures.own(BEA), BEA, { whom: 'Herself and family' });
    pictures.ask(pictures.own(BEA), BEA, takeBack);
    expect([status(), pictures.images(BEA)]).toEqual(['In force, Done', 'Limited']);
    expect(pictures.requests[0]?.Remark).toBe('Partly taken back by O-000002.');
    expect(desk.inbox(BEA.email).at(-1)?.text).toContain('For Leo: no pictures are taken or used.');
  });

  it('what was never asked: it is said, and nothing changes', () => {
    pictures.ask(pictures.own(BEA), BEA, takeBack);
    expect([status(), pictures.images(BEA)]).toEqual(['Done', 'Allowed']);
    expect(mails(BEA)).toEqual(['Nothing has changed about your pictures']);
  });

  it('twice: nothing changes, and she reads once more how it stands', () => {
    pictures.ask(pictures.link, BEA);
    const link = desk.linkOf(BEA.email, pictures.link);
    for (let times = 0; times < 2; times++) {
      pictures.send(link, BEA, {});
      pictures.settle();
    }
    expect([status(), pictures.images(BEA)]).toEqual(['In force', 'Opted out']);
    expect(mails(BEA)).toEqual([TO_CONFIRM, CONFIRMED, CONFIRMED]);
  });

  it('what she has taken back since: it stays taken back, and she is told', () => {
    pictures.ask(pictures.link, BEA);
    const link = desk.linkOf(BEA.email, pictures.link);
    pictures.ask(pictures.own(BEA), BEA, takeBack);
    pictures.send(link, BEA, {});
    pictures.settle();
    expect([status(), pictures.images(BEA)]).toEqual(['Taken back, Done', 'Allowed']);
    expect(mails(BEA).at(-1)).toBe('Your request about pictures was taken back before');
  });

  it('with a general link of hers: all that waits is confirmed', () => {
    pictures.ask(pictures.link, BEA);
    pictures.ask(pictures.link, BEA, { kind: 'Both', far: 'Internet and social media' });
    pictures.send(pictures.own(BEA), BEA, { [WANT]: CONFIRM });
    pictures.settle();
    expect(status()).toBe('In force, In force');
  });

  const old = () => pictures.linkFor('M-0002', { about: 'O-000001', expires: '2026-01-11' });
  const foreign = () => `${pictures.linkFor('M-0002', { about: 'O-000001' })}x`;
  it.each([
    ['without a link, by her address', () => pictures.link, { [SEND_TO]: BEA.email }],
    ['with a link that is too old', old, {}],
    ['with a link that is too old, and her address', old, { [SEND_TO]: 'Bea@Example.org' }],
    ['with a seal that is not ours, and her address', foreign, { [SEND_TO]: BEA.email }],
  ])('%s: nothing changes, and she gets her link again', (_, link, more) => {
    pictures.ask(pictures.link, BEA, takeBack);
    pictures.send(link(), BEA, { [WANT]: CONFIRM, ...more });
    pictures.settle();
    expect(status()).toBe('Waits for confirmation');
    expect(mails(BEA)).toEqual([TO_CONFIRM, TO_CONFIRM]);
    expect(pictures.trail('M-0002').join()).toContain('Left a confirmation about pictures aside');
    desk.nextDay();
    expect(mails(BEA)).toHaveLength(2);
  });

  it.each([
    ['the request of another member', 'M-0001', 'O-000001', ANNA],
    ['a request that is not there', 'M-0002', 'O-000077', BEA],
  ])('%s: nothing changes, and staff are told', (_, member, about, person) => {
    pictures.ask(pictures.link, BEA, takeBack);
    pictures.send(pictures.linkFor(member, { about }), person, { [WANT]: CONFIRM });
    pictures.settle();
    expect(status()).toBe('Waits for confirmation');
    expect(desk.openProblems()).toEqual([expect.stringMatching(`^${member} confirmed the request ${about}`)]);
  });

  it.each([
    ['a stranger', () => pictures.link, { [SEND_TO]: NOBODY.email }],
    ['nobody at all', () => pictures.link, {}],
    ['a seal that is not ours', foreign, {}],
    [
      'an old link of one who left the roster',
      () => pictures.linkFor('M-0099', { expires: '2026-01-11' }),
      {},
    ],
  ])('by %s: nothing changes and nobody gets mail', (_, link, more) => {
    pictures.send(link(), NOBODY, { [WANT]: CONFIRM, ...more });
    pictures.settle();
    desk.nextDay();
    expect(pictures.requests).toEqual([]);
    expect(desk.subjects(NOBODY.email)).toEqual([]);
  });
});

it('a response is taken up once, whatever staff sort or delete', () => {
  const { sheets, owner } = desk.workspace;
  for (const person of [ANNA, BEA, CARA]) pictures.ask(pictures.own(person), person);
  sheets.userSort(owner, desk.registersId, 111, 0, true);
  sheets.userDeleteRows(owner, desk.registersId, 111, 2);
  const before = desk.sent().length;
  desk.minutes(11);
  desk.nextDay();
  expect(pictures.requests.map((row) => row['Opt-out ID'])).toEqual(['O-000003', 'O-000001']);
  expect(desk.sent().filter(({ subject }) => /pictures/.test(subject))).toHaveLength(before);
  // Her row is gone; a picture that is not taken does no harm, so staff decide.
  expect(pictures.images(BEA)).toBe('Opted out');
  expect(desk.openProblems()).toEqual([expect.stringMatching(/^“Images” of M-0002 is “Opted out”/)]);
  desk.type('Members', desk.rowOf(BEA), 'Images', [['Allowed']]);
  pictures.settle();
  expect([pictures.images(BEA), desk.openProblems()]).toEqual(['Allowed', []]);
});

it('her confirmation of the Code leads to this form', () => {
  desk.invite();
  desk.answerByLink(ANNA);
  const link = desk.linkOf(ANNA.email, pictures.link);
  pictures.ask(link, ANNA);
  expect(newest()).toMatchObject({ 'Confirmed by': 'Personal link', 'Member ID': 'M-0001' });
});
