// Set up or repair, and the dialogs around it: who may, what is refused, and that running it again harms nothing.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { firstBrokenLine } from '../../scripts/desk/reading.ts';
import { ANNA, CONTACT, TestDesk } from '../support/desk.ts';

const desk = new TestDesk();
const VERA = 'vera@imstl.org';
const active = { spreadsheetId: desk.registersId, sheetId: 101 };

beforeEach(() => {
  desk.reset();
  desk.workspace.files.update(desk.registersId, { editors: [VERA] });
});

describe('set up', () => {
  it('run again finds everything in place, and changes no cell but the audit trail', () => {
    desk.invite();
    desk.answerByLink(ANNA);
    const tabs = ['Members', 'Acceptances', 'Code versions', 'Mail log', 'Settings', 'Problems'] as const;
    const before = tabs.map((tab) => desk.grid(tab));
    const triggers = desk.workspace.triggers.all().length;
    expect(desk.repair()).toEqual(['Everything is in place. Nothing had to be changed.']);
    expect(tabs.map((tab) => desk.grid(tab))).toEqual(before);
    expect(desk.workspace.triggers.all()).toHaveLength(triggers);
    expect(desk.workspace.forms.all()).toHaveLength(4);
    expect(firstBrokenLine(desk.register('Audit trail'))).toBe(0);
  });

  it('is refused to an account that does not own the triggers: every mail would go out twice', () => {
    const triggers = desk.workspace.triggers.all().length;
    expect(desk.tryAsking('runSetUp', {}, VERA)).toMatchObject({
      ok: false,
      message: expect.stringMatching(
        /^The automatic work .* runs under contact@imstl.org; you are signed in as/,
      ),
    });
    expect(desk.workspace.triggers.all()).toHaveLength(triggers);
    expect(desk.ask('readSetUp', {}, VERA)).toMatchObject({ account: VERA, owner: CONTACT, isSetUp: true });
  });

  it('refuses a link that is none, and keeps the one that stands', () => {
    expect(desk.tryAsking('runSetUp', { termsLink: 'www.example.org' })).toEqual({
      ok: false,
      message: 'Please write an address that begins with https://, or leave it empty.',
    });
    expect(desk.ask('readSetUp').known.termsLink).toBe('https://example.org/terms');
  });

  it('restores a trigger that is gone, and removes a double one', () => {
    const [submit] = desk.workspace.triggers.all().filter(({ handler }) => handler === 'acceptanceSubmitted');
    desk.workspace.triggers.delete(submit?.id ?? '');
    expect(desk.repair()).toEqual(['Automatic work switched on: 1.']);
    const night = desk.workspace.triggers.all().find(({ handler }) => handler === 'everyNight');
    if (night) desk.workspace.triggers.create(desk.scriptId, night.handler, night.owner, night.source);
    desk.repair();
    const handlers = desk.workspace.triggers.all().map(({ handler }) => handler);
    expect(handlers.sort()).toEqual([
      'acceptanceSubmitted',
      'agreementSubmitted',
      'caseEdited',
      'casesEveryMorning',
      'casesEveryNight',
      'everyMorning',
      'everyNight',
      'everyTenMinutes',
      'optOutSubmitted',
      'reportSubmitted',
      'staffEdited',
    ]);
  });

  it('brings back a question that staff deleted; the answers from before stay readable', () => {
    desk.invite();
    desk.answerByLink(ANNA);
    const { formId, id } = desk.question('Do you accept the Code of Conduct?');
    desk.workspace.forms.removeItem(formId, id);
    expect(desk.repair()).toEqual(['The acceptance form was brought up to date. Earlier answers are kept.']);
    expect(desk.question('Do you accept the Code of Conduct?').id).not.toBe(id);
    desk.minutes(11);
    expect(desk.register('Acceptances')).toHaveLength(1);
  });
});

describe('dialogs and menu', () => {
  it.each(['runSetUp', 'recordPaperAcceptance', 'matchResponse'])(
    '%s refuses what no dialog sends, and writes no problem for that',
    (name) => {
      for (const sent of ['', 'x', '[]', '{"memberId": 5}']) {
        const { result } = desk.workspace.callFromDialog(desk.scriptId, name, [sent], CONTACT, active);
        const answer = JSON.parse(String(result));
        if (name !== 'runSetUp' || sent === '' || sent === 'x') expect(answer.ok).toBe(false);
      }
      expect(desk.openProblems()).toEqual([]);
      expect(desk.register('Acceptances')).toEqual([]);
    },
  );

  it('“Send waiting mail”, chosen by a volunteer, says under which account mail leaves', () => {
    desk.ask('sendInvitations', {}, VERA);
    expect(desk.confirm('sendWaitingMail', VERA)).toBe(
      'Mail goes out under contact@imstl.org, within ten minutes.',
    );
    expect(desk.sent()).toEqual([]);
    expect(desk.confirm('sendWaitingMail')).toBe('3 mails were sent. None is waiting.');
    expect(desk.sent()).toHaveLength(3);
  });

  it('the menu opens when the spreadsheet is opened, and each of its lines leads somewhere', () => {
    const [opened] = desk.workspace.openSpreadsheet(VERA, desk.registersId);
    const [menu] = opened?.ui ?? [];
    expect(menu).toMatchObject({ kind: 'menu', title: 'Code of Conduct' });
    const entries = menu?.kind === 'menu' ? menu.entries : [];
    const inside = entries.flatMap((entry) => (entry.kind === 'submenu' ? entry.entries : [entry]));
    const names = inside.flatMap((entry) => (entry.kind === 'item' ? [entry.functionName] : []));
    expect(names.length).toBeGreaterThanOrEqual(15);
    for (const name of names) expect(desk.workspace.run(name, { active }).record.status).toBe('Completed');
  });
});
