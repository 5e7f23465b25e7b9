// A former member is erased: what tells who she is goes everywhere, what proves her acceptance stays, and a run that dies is made good.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Pictures, typed } from '../../scripts/desk/pictures.ts';
import { firstBrokenLine } from '../../scripts/desk/reading.ts';
import { ANNA, BEA, CARA, CONTACT, TAB, TestDesk } from '../support/desk.ts';
import { EACH, sampled } from '../support/sample.ts';

const ANNAS = 'M-0001';

let desk: TestDesk;
let pictures: Pictures;

/** Anna accepts, asks for no pictures and takes that back, is written about by staff, and leaves. */
beforeAll(() => {
  desk = new TestDesk();
  pictures = new Pictures(desk);
  desk.invite();
  desk.answerByLink(ANNA);
  desk.answerByLink(BEA);
  desk.answer(desk.plainLink, ANNA);
  desk.workspace.settle();
  pictures.ask(pictures.own(ANNA), ANNA, { words: 'Please mind my son Leopold.' });
  pictures.ask(pictures.own(ANNA), ANNA, { kind: 'Take back an opt-out' });
  desk.type('Members', desk.rowOf(ANNA), 'Notes', [['Anna Ito moved to Chicago']]);
  desk.workspace.settle();
  desk.type('Members', desk.rowOf(ANNA), 'Status', [['Removed']]);
  desk.workspace.settle();
  desk.minutes(21);
  desk.save();
});
beforeEach(() => desk.reset());

const order = { memberId: ANNAS, typed: ANNAS, asked: true };
const erase = () => desk.ask('eraseMember', order) as string;

/** Verifies the trail as the dialog does. */
function verify(): { misfits: string[]; proven: number } {
  let step = desk.ask('verifyTrail', {});
  for (let steps = 0; step.next !== null && steps < 50; steps++) {
    const { next, progress } = step;
    step = desk.ask('verifyTrail', { next, progress });
  }
  return step;
}

/** Every cell of every tab, and what is in the forms. */
const everything = () =>
  JSON.stringify([
    ...[
      'Members',
      'Follow-up',
      'Acceptances',
      'Opt-outs',
      'Takedowns',
      'Agreements',
      'Mail log',
      'Audit trail',
    ].map((tab) => desk.grid(tab)),
    desk.grid('Problems'),
    desk.grid('Mailbox'),
    desk.workspace.forms.all().map(({ id }) => desk.workspace.forms.responses(id)),
  ]);

/** What may tell of Anna, and nothing of it is left. */
const ANNA_WORDS = /Anna|Ito\b|anna@|Leopold|Chicago/i;

function expectErased(): void {
  expect(everything()).not.toMatch(ANNA_WORDS);
  expect(desk.register('Acceptances')[0]).toMatchObject({
    'Acceptance ID': 'A-000001',
    'Member ID': ANNAS,
    Answer: 'Accepted',
    'Code version': '2025-06-04',
    'Confirmed by': 'Personal link',
    Name: '',
  });
  expect(desk.register('Members')[0]).toMatchObject({
    'Member ID': ANNAS,
    Name: '',
    Status: 'Removed',
    'Accepted version': '2025-06-04',
  });
  const lines = desk.register('Audit trail').filter(({ What }) => What === 'Erased a former member');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ Who: desk.workspace.owner, Subject: ANNAS, Before: '' });
  expect(firstBrokenLine(desk.register('Audit trail'))).toBe(0);
  expect(verify().misfits).toEqual([]);
  expect(desk.workspace.kernel.store.table('locks').size).toBe(0);
}

it('says first what goes and what stays', () => {
  const found = desk.ask('readErasure', { memberId: ANNAS });
  expect(found.obstacles).toEqual([]);
  expect(found.erased.map(({ what }: { what: string }) => what.split(':')[0])).toEqual([
    'Members',
    'Members',
    'Acceptances',
    'Opt-outs',
    'Mail log',
    'Gmail',
    'Audit trail',
    'Google Forms',
  ]);
  expect(found.kept.join(' ')).not.toContain('Her name, and what she asked for');
});

it('erases what tells who she is, in the registers, the forms and the mailbox, and proves the rest as before', () => {
  expect(everything()).toMatch(ANNA_WORDS);
  const before = desk.register('Acceptances');
  expect(erase()).toBe(`${ANNAS} is erased. The audit trail has a line about it, without her name.`);
  expectErased();
  const kept = ['Received', 'Text hash', 'Statements', 'Companions', 'Response ID'];
  for (const [index, row] of desk.register('Acceptances').entries())
    for (const name of kept) expect([name, row[name]]).toEqual([name, before[index]?.[name]]);
  const mails = desk.workspace.gmail.list(desk.workspace.owner, { labelIds: ['SENT'], limit: 99 }).messages;
  expect(mails.filter(({ to }) => to.includes(ANNA.email))).toEqual([]);
  expect(desk.member(BEA)).toMatchObject({ Name: BEA.name, Standing: 'Current' });
});

it('leaves proven an answer that was put back because its row was gone', () => {
  desk.workspace.sheets.userDeleteRows(CONTACT, desk.registersId, TAB.Acceptances, 1);
  desk.minutes(11);
  expect(desk.register('Audit trail').map(({ What }) => What)).toContain(
    'Put back an answer whose row was gone',
  );
  erase();
  expect(everything()).not.toMatch(ANNA_WORDS);
  expect(verify().misfits).toEqual([]);
});

it('is not undone by any drain, night or morning, and brings no problem', () => {
  erase();
  const problems = desk.openProblems();
  const [members, answers] = [desk.grid('Members'), desk.grid('Acceptances')];
  desk.nextDay();
  desk.ask('verifyTrail', {});
  desk.workspace.run('checkForResponses', {
    active: { spreadsheetId: desk.registersId, sheetId: TAB.Members },
  });
  expect(desk.grid('Acceptances')).toEqual(answers);
  expect(desk.grid('Members')[1]).toEqual(members[1]);
  expect(desk.openProblems()).toEqual(problems);
  expectErased();
});

it('a second time changes nothing', () => {
  erase();
  const before = everything();
  expect(erase()).toMatch(/^M-0001 is erased\./);
  expect(everything()).toBe(before);
});

it('her answer to an old link afterwards is a new one that staff look at', () => {
  const link = desk.linkOf(ANNA.email);
  erase();
  desk.answer(link, ANNA);
  desk.workspace.settle();
  expect(desk.register('Acceptances').pop()).toMatchObject({
    'Confirmed by': 'Unconfirmed',
    Name: ANNA.name,
  });
  expect(verify().misfits).toEqual([]);
});

it('her row deleted afterwards: a row that is only begun is a new member, and not her', () => {
  erase();
  desk.workspace.sheets.userDeleteRows(CONTACT, desk.registersId, TAB.Members, 1);
  desk.type('Members', desk.grid('Members').length + 1, 'Role', [['Mentor']]);
  desk.workspace.settle();
  expect(desk.register('Members').pop()).toMatchObject({ 'Member ID': 'M-0004', Role: 'Mentor' });
  expect(desk.register('Audit trail').some(({ What }) => What === 'Got back a Member ID')).toBe(false);
});

describe('is refused', () => {
  const refusal = (more: object, user = desk.workspace.owner) => {
    const before = everything();
    const { ok, message } = desk.tryAsking('eraseMember', { ...order, ...more }, user);
    expect([ok, everything() === before]).toEqual([false, true]);
    return message;
  };

  it('without her Member ID typed, or without the word of a case handler', () => {
    expect(refusal({ typed: 'M-0002' })).toMatch(/^Please type her Member ID/);
    expect(refusal({ asked: false })).toMatch(/^Please ask the case handlers/);
  });

  it('for an active member', () => {
    expect(refusal({ memberId: 'M-0002', typed: 'm-0002' })).toMatch(/^Only somebody whose Status/);
  });

  it('under another account, which cannot delete in the forms', () => {
    const volunteer = 'rosa@example.org';
    desk.workspace.files.update(desk.registersId, { editors: [volunteer] });
    expect(refusal({}, volunteer)).toMatch(/account of the automatic work/);
  });
});

it('what stands about her in columns of the staff’s own is shown to her, and staff are told to empty it', () => {
  const { sheets, owner } = desk.workspace;
  const right = desk.grid('Members')[0]?.length ?? 0;
  sheets.userEdit(owner, desk.registersId, TAB.Members, 0, right, [['Phone', '', 'Car']]);
  sheets.userEdit(owner, desk.registersId, TAB.Members, desk.rowOf(ANNA) - 1, right, [
    ['555-0100', 'since 3/4/2024'],
  ]);
  desk.type('Members', desk.rowOf(BEA), 'Car', [['a van']]);
  desk.workspace.settle();
  const [members] = desk.ask('exportTheirData', { memberId: ANNAS }).tabs;
  expect(members.rows[0].cells.slice(-2)).toEqual([
    ['Phone', '555-0100'],
    ['(no heading)', 'since 3/4/2024'],
  ]);
  expect(desk.ask('readErasure', { memberId: ANNAS }).kept.pop()).toContain('“Phone”, “(no heading)”');
  expect(erase()).toContain('Please empty her cells in your own columns of Members now: “Phone”');
  expect(desk.ask('readErasure', { memberId: 'M-0003' }).kept.join(' ')).not.toContain('columns of your own');
});

describe('an answer that the registers do not have yet', () => {
  const send = () =>
    pictures.send(pictures.own(ANNA), ANNA, typed({ family: 'Leopold', whom: 'Herself and family' }));

  it('is taken up first, and she is erased only when staff have looked again', () => {
    send();
    const { message } = desk.tryAsking('eraseMember', order);
    expect(message).toMatch(/^A new answer came in/);
    expect(desk.register('Opt-outs')[2]).toMatchObject({ 'Member ID': ANNAS, Status: 'In force' });
    expect(erase()).toContain('Her name stays in Members');
    expect(desk.register('Opt-outs')[2]).toMatchObject({ 'Family members': 'Leopold', Status: 'In force' });
  });

  it('and cannot be taken up is not deleted', () => {
    const id = send();
    const table = `form responses ${pictures.form.id}`;
    const responses = desk.workspace.kernel.store.table<{ lastSubmittedTime: number }>(table);
    const response = responses.get(id);
    if (response) responses.set(id, { ...response, lastSubmittedTime: 9e15 });
    const { message } = desk.tryAsking('eraseMember', order);
    expect(message).toMatch(/^An answer in a form could not be taken up/);
    expect(responses.get(id)).toBeDefined();
    expect(desk.openProblems()).toContain(`The response ${id} of a form could not be taken up.`);
    expect(desk.ask('readErasure', { memberId: ANNAS }).obstacles).toEqual([message]);
  });
});

describe('a wish not to be in pictures', () => {
  beforeEach(() => {
    pictures.ask(pictures.own(ANNA), ANNA, {
      family: 'Leopold',
      whom: 'Herself and family',
      words: 'Since Chicago.',
    });
    desk.type('Members', desk.rowOf(ANNA), 'Status', [['Removed']]);
    desk.workspace.settle();
  });

  it('keeps her name and what is needed, and no more; the list for photographers has her still', () => {
    const list = () =>
      JSON.stringify(
        desk.ask('readPhotographersList').people.filter((one: { limits: string[] }) => one.limits.length > 0),
      );
    expect(desk.ask('readErasure', { memberId: ANNAS }).kept.join(' ')).toContain(
      'Her name, and what she asked for',
    );
    const before = JSON.parse(list());
    expect(erase()).toContain('Her name stays in Members');
    expect(JSON.parse(list())).toEqual(
      before.map((one: object) =>
        'emails' in one && (one.emails as string[]).length > 0 ? { ...one, emails: [''] } : one,
      ),
    );
    expect(desk.register('Members')[0]).toMatchObject({ Name: ANNA.name, Email: '', Images: 'Opted out' });
    const rows = desk.register('Opt-outs');
    expect(rows[2]).toMatchObject({
      'Family members': 'Leopold',
      Name: '',
      Email: '',
      'In her words': '',
      Status: 'In force',
    });
    desk.nextDay();
    expect(desk.register('Opt-outs')[2]).toMatchObject({ Status: 'In force', 'In her words': '' });
    expect(desk.register('Members')[0]).toMatchObject({ Images: 'Opted out' });
    expect(everything().replaceAll(ANNA.name, '').replaceAll('Leopold', '')).not.toMatch(ANNA_WORDS);
    expect(verify().misfits).toEqual([]);
  });

  it('waits until pictures are taken down', () => {
    pictures.ask(pictures.own(ANNA), ANNA, { kind: 'Withdraw pictures already made' });
    const { message } = desk.tryAsking('eraseMember', order);
    expect(message).toMatch(/^Pictures of her still have to be taken down: T-000001/);
  });
});

describe('a run that dies', () => {
  const methods = () => {
    const { record } = desk.workspace.callFromDialog(
      desk.scriptId,
      'eraseMember',
      [JSON.stringify(order)],
      desk.workspace.owner,
      { spreadsheetId: desk.registersId, sheetId: TAB.Members },
    );
    return record.calls.map(({ method }) => method);
  };

  it(`at ${EACH} of its remote calls is made good by trying again`, () => {
    const calls = methods();
    expect(calls.filter((method) => method === 'Form.deleteResponse').length).toBe(4);
    const sheets = calls.filter((method) => method === 'Sheets.Spreadsheets.batchUpdate');
    expect(sheets).toHaveLength(1);
    const points = calls.map((_, index) => index + 1);
    for (const nth of sampled(points, 1)) {
      desk.reset();
      desk.workspace.faults.add({ functionName: 'eraseMember', nth, when: 'after', effect: { kill: true } });
      methods();
      expect([nth, desk.workspace.faults.pending]).toEqual([nth, 0]);
      desk.minutes(31);
      erase();
      expectErased();
    }
  });
});

it('mails to the program about her lose her name too', () => {
  erase();
  const notices = desk.register('Mail log').filter(({ To }) => To === CONTACT);
  expect(notices.length).toBeGreaterThan(0);
  expect(JSON.stringify(notices)).not.toMatch(ANNA_WORDS);
  expect(desk.member(CARA).Name).toBe(CARA.name);
});
