// What the dialog for a photographer's list asks its script: everybody who may be in a picture, cells, and a draft.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ANNA, BEA, CARA, TAB, TestDesk } from '../support/desk.ts';

const STAFF = 'rosa@example.org';
const LIST = {
  subject: 'Pictures: Spring tea',
  title: 'Spring tea',
  lines: ['Made on January 12, 2026.', 'Please mind these wishes.'],
  groups: [{ heading: 'No pictures of', items: ['Béa Cruz', '<b>Eve</b>'] }],
};

let desk: TestDesk;
beforeAll(() => {
  desk = new TestDesk();
  desk.type('Members', desk.rowOf(BEA), 'Images', [['Opted out']]);
  desk.workspace.settle();
  desk.workspace.files.update(desk.registersId, { editors: [STAFF] });
  const { sheets, owner } = desk.workspace;
  sheets.userAddSheet(owner, desk.registersId, 'Event');
  const event = sheets.book(desk.registersId).record.sheets.find(({ title }) => title === 'Event');
  sheets.userEdit(owner, desk.registersId, event?.sheetId ?? 0, 0, 0, [
    ['Name', 'Address'],
    [ANNA.name, ANNA.email],
    ['', ''],
    ['Béa', ''],
  ]);
  desk.save();
});
beforeEach(() => desk.reset());
afterAll(() => desk.workspace.close());

it('gives everybody who may be in a picture, in one read, and changes nothing', () => {
  const { people, today, list } = desk.ask('readPhotographersList', {}, STAFF);
  expect(today).toBe('January 12, 2026');
  expect(list).toMatch(/^https:\/\/docs\.google\.com\/spreadsheets\/d\/[\w-]+\/edit$/);
  expect(people).toEqual(
    [ANNA, BEA, CARA].map(({ name, email }, index) => ({
      kind: 'member',
      memberId: `M-000${index + 1}`,
      name,
      emails: [email],
      limits: name === BEA.name ? ['no pictures'] : [],
      of: '',
    })),
  );
  const calls =
    desk.workspace
      .executions()
      .at(-1)
      ?.calls.map(({ method }) => method) ?? [];
  expect(calls.filter((method) => /^Sheets/.test(method))).toEqual(['Sheets.Spreadsheets.Values.batchGet']);
});

describe('cells', () => {
  const selected = (sheetId: number, rows: [number, number], columns: [number, number]) => {
    const range = {
      startRow: rows[0],
      endRow: rows[1],
      startColumn: columns[0],
      endColumn: columns[1],
    };
    const active = { spreadsheetId: desk.registersId, sheetId, range };
    const question = [JSON.stringify({ range: '' })];
    const { result } = desk.workspace.callFromDialog(desk.scriptId, 'takeAttendees', question, STAFF, active);
    return JSON.parse(String(result)) as { ok: boolean; value?: string; message?: string };
  };

  it('that are selected come line by line', () => {
    expect(selected(TAB.Members, [1, 4], [1, 3])).toEqual({
      ok: true,
      value: [ANNA, BEA, CARA].map(({ name, email }) => `${name}\t${email}`).join('\n'),
    });
  });

  it.each([
    ['Event!A2:B40', `${ANNA.name}\t${ANNA.email}\nBéa`],
    [' event!A2:A ', `${ANNA.name}\nBéa`],
    ["'Event'!B2", ANNA.email],
  ])('that are named: %s', (range, text) => {
    expect(desk.ask('takeAttendees', { range }, STAFF)).toBe(text);
  });

  it.each([
    ['Party!A1:B2', 'These cells cannot be found. Please write them like this: Event!A2:B40.'],
    ['everybody', 'These cells cannot be found. Please write them like this: Event!A2:B40.'],
    ['Event!C1:C9', 'There is nothing in these cells.'],
  ])('that are not there: %s', (range, message) => {
    expect(desk.tryAsking('takeAttendees', { range }, STAFF)).toEqual({ ok: false, message });
    expect(desk.openProblems()).toEqual([]);
  });
});

describe('a draft', () => {
  const drafts = (address: string) => {
    const { mailboxes } = desk.workspace.gmail;
    const all = Array.from({ length: mailboxes.count(address) }, (_, place) => mailboxes.at(address, place));
    return all.flatMap((message) => (message?.labelIds.includes('DRAFT') ? [message] : []));
  };

  it('lies in the mailbox of the person at the keyboard, to nobody; nothing is sent', () => {
    const sent = desk.sent().length;
    desk.ask('draftPhotographersList', LIST, STAFF);
    const [draft, ...more] = drafts(STAFF);
    expect(more).toEqual([]);
    expect(drafts(desk.workspace.owner)).toEqual([]);
    expect(draft?.subject).toBe('Pictures: Spring tea');
    const { text, html, raw } = desk.workspace.gmail.view(STAFF, draft?.id ?? '');
    expect(raw).not.toMatch(/^(To|Cc|Bcc):/im);
    expect(raw).toMatch(new RegExp(`^From: .*<${STAFF}>`, 'm'));
    expect(text).toContain('No pictures of');
    expect(text).toContain('  * Béa Cruz');
    expect(html).toContain('&lt;b&gt;Eve&lt;');
    expect(text).toContain('You get this email because you take pictures for the program.');
    desk.minutes(30);
    expect(desk.sent()).toHaveLength(sent);
    expect(drafts(STAFF)).toHaveLength(1);
  });

  it('that Gmail does not take is said, and nothing else happens', () => {
    const hook = {
      before({ method }: { method: string }) {
        if (method === 'Gmail.Users.Drafts.create') throw new Error('backend error');
      },
    };
    desk.workspace.runner.hooks.add(hook);
    const answer = desk.tryAsking('draftPhotographersList', LIST, STAFF);
    desk.workspace.runner.hooks.delete(hook);
    expect(answer).toEqual({
      ok: false,
      message: 'Gmail did not take the draft. Please try it again, or print the list.',
    });
    expect(desk.openProblems()).toEqual([]);
  });
});
