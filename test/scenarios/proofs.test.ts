// Staff verify the trail, hand out evidence, and export what is held about a member.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Agreements, WORDS } from '../../scripts/desk/agreements.ts';
import { Cases, VIOLATION } from '../../scripts/desk/cases.ts';
import { Pictures } from '../../scripts/desk/pictures.ts';
import { firstBrokenLine } from '../../scripts/desk/reading.ts';
import { callApi } from '../../scripts/local-workspace/rest/dispatch.ts';
import { nextLine } from '../../src/domain/audit.ts';
import { serialOf } from '../../src/domain/calendar.ts';
import { ANNA, BEA, CARA, HANA, TAB, TestDesk } from '../support/desk.ts';

const VERA = 'vera@imstl.org';

let desk: TestDesk;
let agreements: Agreements;

beforeAll(() => {
  desk = new TestDesk();
  agreements = new Agreements(desk);
  desk.invite();
  desk.answerByLink(ANNA);
  desk.answerByLink(BEA);
  new Pictures(desk).ask(new Pictures(desk).own(ANNA), ANNA);
  desk.workspace.files.update(desk.registersId, { editors: [VERA, HANA] });
  desk.save();
});
beforeEach(() => desk.reset());

interface Step {
  next: number | null;
  proven: number;
  of: number;
  progress: object;
  found: object[];
  misfits: string[];
}

/** As the dialog does: one step after the other. */
function verify(name = 'verifyTrail', user = desk.workspace.owner): Step {
  let step: Step = desk.ask(name, {}, user);
  while (step.next !== null) {
    const { next, progress } = step;
    step = desk.ask(name, { next, progress }, user);
  }
  return step;
}

/** Writes into a cell as only somebody with the API can: no edit trigger notices. */
function plant(
  tab: string,
  row: number,
  header: string,
  value: string,
  spreadsheetId = desk.registersId,
): string {
  const grid = desk.grid(tab, spreadsheetId);
  const column = grid[0]?.indexOf(header) ?? -1;
  const range = `'${tab}'!${String.fromCharCode(65 + column)}${row}`;
  callApi(desk.workspace.apis.sheets, 'sheets.spreadsheets.values.update', {
    path: { spreadsheetId, range },
    query: { valueInputOption: 'RAW' },
    body: { values: [[value]] },
    caller: { email: desk.workspace.owner },
  });
  return grid[row - 1]?.[column] ?? '';
}

describe('the trail', () => {
  it('is proven from its first line to its last, and nothing is written', () => {
    const before = desk.register('Audit trail');
    expect(verify()).toMatchObject({ misfits: [], proven: before.length, of: before.length });
    expect(desk.register('Audit trail')).toEqual(before);
    expect(desk.openProblems()).toEqual([]);
  });

  it.each([
    ['Audit trail', 3, 'After', /line 2 \(row 3\) is not as it was written/],
    ['Audit trail', 4, 'Seal', /line 3 \(row 4\) is not as it was written/],
    ['Acceptances', 2, 'Statements', /A-000001 \(row 2\) is not as it was written/],
    ['Acceptances', 3, 'Email', /A-000002 \(row 3\) is not as it was written/],
    ['Acceptances', 2, 'Acceptance ID', /Acceptances”, x \(row 2\) is not in the audit trail/],
    ['Code versions', 2, 'Why', /“Code versions”, version 2025-06-04 \(row 2\) is not as it was written/],
    [
      'Version texts',
      4,
      'Text',
      /“Version texts”, the text of version 2025-06-04 .*is not as it was written/,
    ],
  ])('shows a change in %s, row %i, “%s”; staff are told until it is put back', (tab, row, header, words) => {
    const before = plant(tab, row, header, 'x');
    const { misfits } = verify();
    expect(misfits[0]).toMatch(words);
    expect(desk.openProblems()).toEqual([
      `“Verify the trail…” found something that is not as it was recorded. ${misfits[0]}`,
    ]);
    plant(tab, row, header, before);
    expect(verify().misfits).toEqual([]);
    expect(desk.openProblems()).toEqual([]);
  });

  it('whose end was changed in State is not whole', () => {
    const row = desk.grid('State').findIndex(([name]) => name === 'Audit hash') + 1;
    plant('State', row, 'Value', 'a'.repeat(64));
    expect(verify().misfits[0]).toMatch(/missing, or the end of the trail was changed/);
  });

  it('whose last lines were taken out is not whole, although the others fit', () => {
    const { length } = desk.register('Audit trail');
    desk.workspace.sheets.userDeleteRows(desk.workspace.owner, desk.registersId, TAB['Audit trail'], length);
    expect(firstBrokenLine(desk.register('Audit trail'))).toBe(0);
    expect(verify().misfits[0]).toMatch(/missing, or the end of the trail was changed/);
  });

  it.each([1, 2, 3])('is proven although an answer comes while it is read, before call %i', (nth) => {
    const before = desk.register('Audit trail').length;
    const run = () => desk.answerByLink(CARA);
    const method = 'Sheets.Spreadsheets.Values.batchGet';
    desk.workspace.faults.add({ functionName: 'verifyTrail', method, nth, when: 'before', effect: { run } });
    expect(verify().misfits).toEqual([]);
    expect([desk.workspace.faults.pending, desk.openProblems()]).toEqual([0, []]);
    expect(desk.register('Audit trail').length).toBeGreaterThan(before);
  });

  it.each([
    ['verifyTrail', 1],
    ['verifyTrail', 2],
    ['verifyCasesTrail', 1],
  ])('is proven although no reads are left in the minute, %s before call %i', (functionName, nth) => {
    new Cases(desk).report(VIOLATION);
    const { kernel, owner, faults } = desk.workspace;
    const run = () => kernel.quotas.add(owner, 'sheets reads', kernel.quotas.left(owner, 'sheets reads'));
    faults.add({ functionName, method: /batchGet$/, nth, when: 'before', effect: { run } });
    expect(verify(functionName)).toMatchObject({ next: null, misfits: [] });
    expect([faults.pending, desk.openProblems()]).toEqual([0, []]);
  });

  it('of Cases is verified for those who may open it, and tells nobody more than a number', () => {
    const cases = new Cases(desk);
    cases.report(VIOLATION);
    expect(verify('verifyCasesTrail', HANA)).toMatchObject({
      misfits: [],
      proven: cases.register('Audit trail').length,
    });
    const refused = desk.tryAsking('verifyCasesTrail', {}, VERA);
    expect(refused).toEqual({
      ok: false,
      message: 'Only people who may open the Cases spreadsheet can have its trail verified.',
    });
    plant('Audit trail', 3, 'Subject', 'Secret', desk.casesId);
    const { misfits } = verify('verifyCasesTrail', HANA);
    expect(misfits).toEqual(['In the tab “Audit trail”, line 2 (row 3) is not as it was written.']);
    expect(desk.openProblems()).toEqual([
      'In the Cases spreadsheet, row 3 of “Audit trail” is not as it was written.',
    ]);
  });
});

describe('evidence', () => {
  it('for one member has her answers with their place in the trail, and the exact text', () => {
    const trail = desk.register('Audit trail');
    const at = trail.findIndex(({ Subject }) => Subject === 'A-000001');
    const { proofs, texts, end, member } = desk.ask('evidenceForMember', { memberId: 'M-0001' }, VERA);
    expect(member).toMatchObject({ id: 'M-0001', name: ANNA.name });
    expect(proofs).toMatchObject([
      {
        id: 'A-000001',
        answer: 'Accepted',
        version: '2025-06-04',
        confirmedBy: 'Personal link',
        inTrail: { line: at + 1, hash: trail[at]?.Hash },
        isAsRecorded: true,
        isKnownText: true,
      },
    ]);
    expect(proofs[0].statements.length).toBeGreaterThan(3);
    expect(texts[0]).toMatchObject({ version: '2025-06-04', textHash: proofs[0].textHash });
    expect(texts[0].text).toContain('Last Update: 6/04/25');
    const last = desk.register('Audit trail').pop();
    expect(last).toMatchObject({ Who: VERA, What: 'Handed out evidence', Subject: 'M-0001' });
    expect(end).toEqual({ line: Number(last?.Line), hash: last?.Hash });
  });

  it('says so when a row was changed since', () => {
    plant('Acceptances', 2, 'Received', '2026-01-01');
    expect(desk.ask('evidenceForMember', { memberId: 'M-0001' }).proofs[0].isAsRecorded).toBe(false);
  });

  it('for all is a line for each member, in the dialog and as a sheet that only the one at the keyboard can open', () => {
    const { rows } = desk.ask('evidenceForAll');
    expect(
      rows.map(({ member, proof }: { member: { id: string }; proof: { answer: string } | null }) => [
        member.id,
        proof?.answer,
      ]),
    ).toEqual([
      ['M-0001', 'Accepted'],
      ['M-0002', 'Accepted'],
      ['M-0003', undefined],
    ]);
    const address: string = desk.ask('makeEvidenceSheet', {}, VERA);
    const id = /\/d\/([^/]+)\/edit$/.exec(address)?.[1] ?? '';
    const file = desk.workspace.files.get(id);
    expect([file?.owner, file?.editors]).toEqual([VERA, []]);
    const get = (range: string) =>
      (
        callApi(desk.workspace.apis.sheets, 'sheets.spreadsheets.values.get', {
          path: { spreadsheetId: id, range },
          caller: { email: VERA },
        }) as { values: string[][] }
      ).values;
    const [head = [], anna = [], , cara = []] = get("'Evidence'");
    expect(head.slice(0, 3)).toEqual(['Member ID', 'Name', 'Email']);
    expect(anna.slice(0, 7)).toEqual([
      'M-0001',
      ANNA.name,
      ANNA.email,
      'Mentor',
      'Active',
      'Accepted',
      '2025-06-04',
    ]);
    expect(anna[13]).toMatch(/^\d+$/);
    expect(cara[5]).toBe('Has not answered');
    expect(get("'What was agreed to'").map(([sign]) => sign)).toEqual(['Sign', 'S1', 'S2', 'T1', '', '', '']);
    expect(desk.register('Audit trail').pop()).toMatchObject({ Who: VERA, After: 'all members, as a sheet' });
  });
});

describe('what is held about a member', () => {
  const held = (memberId: string) => {
    const { tabs } = desk.ask('exportTheirData', { memberId }, VERA);
    return Object.fromEntries(tabs.map(({ tab, rows }: { tab: string; rows: unknown[] }) => [tab, rows]));
  };

  it('stands there by tab and row, and nothing about the others', () => {
    const found = held('M-0001');
    expect(Object.keys(found)).toEqual(['Members', 'Acceptances', 'Opt-outs', 'Mail log', 'Audit trail']);
    expect(found.Members[0].row).toBe(desk.rowOf(ANNA));
    expect(found.Members[0].cells).toContainEqual(['Email', ANNA.email]);
    expect(JSON.stringify(found)).not.toMatch(/Cruz|bea@|Diallo|M-0002|Seal/);
    expect(desk.register('Audit trail').pop()).toMatchObject({ Subject: 'M-0001', Who: VERA });
  });

  it('of an agreement is her side alone: what the mails have told her', () => {
    agreements.start(agreements.linkOf('M-0001'));
    const [annas, beas] = [held('M-0001'), held('M-0002')].map(({ Agreements: rows }) =>
      JSON.stringify(rows),
    );
    expect(annas).toContain(WORDS);
    expect(annas).toContain('["Other name","Béa Cruz"]');
    expect(beas).toContain(`["Other name","${ANNA.name}"]`);
    expect(annas).not.toMatch(/M-0002|bea@/);
    expect(beas).not.toMatch(/M-0001|anna@/);
  });

  it('of an agreement that a stranger may have started in her name, the other one hears nothing', () => {
    agreements.start(agreements.plainLink, CARA);
    const beas = JSON.stringify(held('M-0002').Agreements);
    expect(beas).toContain('D-0001');
    expect(beas).not.toMatch(/Cara|zebra/);
    expect(JSON.stringify(held('M-0003').Agreements)).toContain(WORDS);
  });

  it('of an agreement, the lines of the trail tell no more: neither who the other one is nor what may be told', () => {
    agreements.start(agreements.plainLink, CARA);
    desk.type('Agreements', 2, 'What may be told', [['a zebra of Béa Cruz']]);
    desk.workspace.settle();
    const lines = held('M-0002')['Audit trail'];
    const about = JSON.stringify(
      lines.filter(({ cells }: { cells: string[][] }) => cells.some(([, value]) => value === 'D-0001')),
    );
    expect(about).toContain('Started a disclosure agreement');
    expect(about).not.toMatch(/M-0003|Cara|zebra/);
  });
});

describe('a trail of more lines than one answer of Google holds', () => {
  const MANY = 10_500;

  /** Appends lines to the tab as the desk would have written them, and to what State remembers. */
  function lengthen(): void {
    const trail = desk.register('Audit trail');
    const last = trail[trail.length - 1];
    let head = { line: Number(last?.Line), hash: last?.Hash ?? '' };
    const rows = Array.from({ length: MANY }, (_, nth) => {
      const subject = `M-${nth}`;
      const event = { who: 'System', what: 'Standing changed', subject, before: 'Due', after: 'Overdue' };
      const next = nextLine(head, event, '2026-01-12T10:00:00', `seal ${nth}`);
      head = next.head;
      const { line, when, who, what, before, after, hash, seal } = next.line;
      const texts = [who, what, subject, before, after, hash, seal].map((stringValue) => ({ stringValue }));
      const cells = [{ numberValue: line }, { numberValue: serialOf(when ?? '') }, ...texts];
      return { values: cells.map((userEnteredValue) => ({ userEnteredValue })) };
    });
    const requests = [{ appendCells: { sheetId: TAB['Audit trail'], rows, fields: 'userEnteredValue' } }];
    callApi(desk.workspace.apis.sheets, 'sheets.spreadsheets.batchUpdate', {
      path: { spreadsheetId: desk.registersId },
      body: { requests },
      caller: { email: desk.workspace.owner },
    });
    const state = desk.grid('State').map(([name]) => name);
    plant('State', state.indexOf('Audit line') + 1, 'Value', String(head.line));
    plant('State', state.indexOf('Audit hash') + 1, 'Value', head.hash);
  }

  it('is read block by block, well within the time of a run', () => {
    lengthen();
    const { length } = desk.register('Audit trail');
    const { record, result } = desk.workspace.callFromDialog(
      desk.scriptId,
      'verifyTrail',
      ['{}'],
      desk.workspace.owner,
      {
        spreadsheetId: desk.registersId,
        sheetId: TAB.Members,
      },
    );
    const { value } = JSON.parse(String(result)) as { value: Step };
    expect([value.proven > 0, value.misfits]).toEqual([true, []]);
    expect(
      record.calls.filter(({ method }) => method === 'Sheets.Spreadsheets.Values.batchGet').length,
    ).toBeLessThan(6);
    expect(verify()).toMatchObject({ proven: length, of: length, misfits: [] });
    plant('Audit trail', length - 10, 'Subject', 'M-1');
    expect(verify()).toMatchObject({
      proven: length - 12,
      misfits: [expect.stringContaining(`row ${length - 10}`)],
    });
  });
});
