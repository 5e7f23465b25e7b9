// Triggers on a spreadsheet that the script is not bound to, and on a second form.

import { expect, it } from '@jest/globals';
import { HANDLER, OWNER, RestrictedDesk, SECRET, VOLUNTEER } from '../restricted-desk.ts';

const HANDLERS = `
  const keep = (name, what) => PropertiesService.getScriptProperties().setProperty(name, JSON.stringify(what));
  function caseEdited(e) {
    keep('edit', {
      keys: Object.keys(e).sort(),
      source: [e.source.getId(), e.source.getName()],
      range: [e.range.getSheet().getName(), e.range.getA1Notation(), e.range.getValue()],
      value: e.value, oldValue: e.oldValue, user: e.user.getEmail(), me: Session.getEffectiveUser().getEmail(),
    });
  }
  function reportSubmitted(e) {
    keep('report', [e.source.getId(), e.response.getItemResponses().map((answer) => answer.getResponse())]);
  }
  function acceptanceSubmitted() { keep('acceptance', true); }
`;

function kept(desk: RestrictedDesk, name: string): unknown {
  const table = desk.workspace.kernel.store.table<Record<string, string>>('properties');
  return JSON.parse(table.get(`script ${desk.scriptId}`)?.[name] ?? 'null');
}

it('an edit of the other spreadsheet reaches the script with cells, values and person', () => {
  const desk = new RestrictedDesk();
  const id = desk.makeCases();
  desk.run(`ScriptApp.newTrigger('caseEdited').forSpreadsheet('${id}').onEdit().create();`);
  expect(
    desk.run(`return ScriptApp.getProjectTriggers().map((trigger) =>
      [trigger.getHandlerFunction(), trigger.getEventType().name(), trigger.getTriggerSourceId()]);`),
  ).toEqual([['caseEdited', 'ON_EDIT', id]]);
  desk.push(HANDLERS);

  desk.workspace.sheets.userEdit(HANDLER, id, 0, 1, 1, [['Talked with both']]);
  expect(desk.workspace.settle().map(({ functionName, error }) => [functionName, error])).toEqual([
    ['caseEdited', undefined],
  ]);
  expect(kept(desk, 'edit')).toEqual({
    keys: ['authMode', 'oldValue', 'range', 'source', 'triggerUid', 'user', 'value'],
    source: [id, 'Cases'],
    range: ['Open cases', 'B2', 'Talked with both'],
    value: 'Talked with both',
    oldValue: SECRET,
    user: HANDLER,
    me: OWNER,
  });

  // Several cells at once carry no values, and the container's edits are not this trigger's.
  desk.workspace.sheets.userEdit(HANDLER, id, 0, 2, 0, [['C-2', 'Second']]);
  desk.workspace.sheets.userEdit(VOLUNTEER, desk.registersId, 0, 0, 0, [['x']]);
  expect(desk.workspace.settle()).toHaveLength(1);
  expect(kept(desk, 'edit')).toMatchObject({
    keys: ['authMode', 'range', 'source', 'triggerUid', 'user'],
    range: ['Open cases', 'A3:B3', 'C-2'],
  });
});

it('nobody makes a trigger on a spreadsheet that she may not open', () => {
  const desk = new RestrictedDesk();
  const id = desk.makeCases();
  const create = `ScriptApp.newTrigger('caseEdited').forSpreadsheet('${id}').onEdit().create();`;
  expect(() => desk.run(create, { user: VOLUNTEER })).toThrow(
    'No item with the given ID could be found, or you do not have permission to access it.',
  );
  expect(desk.workspace.triggers.all()).toEqual([]);
});

it('each of two forms has its own trigger', () => {
  const desk = new RestrictedDesk();
  const [acceptance, report] = desk.run(`
    return ['Acceptance', 'Report or ask'].map((name) => {
      const form = FormApp.create(name, true);
      form.addTextItem().setTitle('What');
      ScriptApp.newTrigger(name === 'Acceptance' ? 'acceptanceSubmitted' : 'reportSubmitted').forForm(form).onFormSubmit().create();
      return form.getId();
    });`) as [string, string];
  desk.push(HANDLERS);
  desk.workspace.forms.submit({ formId: report, answers: { What: 'A question' } });
  expect(desk.workspace.settle().map(({ functionName }) => functionName)).toEqual(['reportSubmitted']);
  expect(kept(desk, 'report')).toEqual([report, ['A question']]);
  desk.workspace.forms.submit({ formId: acceptance, answers: {} });
  expect(desk.workspace.settle().map(({ functionName }) => functionName)).toEqual(['acceptanceSubmitted']);
});

it('what was written, sent or refused is not in the record of a run', () => {
  const desk = new RestrictedDesk();
  const id = desk.makeCases();
  expect(desk.lastRun.calls.map((call) => Object.keys(call).sort().join())).toEqual(
    desk.lastRun.calls.map(() => 'at,method,ms,requestBytes,responseBytes'),
  );
  desk.run(`
    Sheets.Spreadsheets.Values.get('${id}', "'Open cases'!A1:B9");
    try {
      Sheets.Spreadsheets.batchUpdate({ requests: [{ updateCells: { fields: 'note', start: { sheetId: '${SECRET}' }, rows: [] } }] }, '${id}');
    } catch (error) {
      if (!error.message.includes('${SECRET}')) throw error;
    }
    SpreadsheetApp.openById('${id}').getSheets()[0].getDataRange().getValues();`);
  expect(desk.lastRun.calls[1]).toMatchObject({
    method: 'Sheets.Spreadsheets.batchUpdate',
    error: 'INVALID_ARGUMENT',
  });
  const { store } = desk.workspace.kernel;
  const records = [...store.list('executions').all(), ...store.list('restCalls').all()];
  expect(records.length).toBeGreaterThan(1);
  expect(JSON.stringify(records)).not.toContain(SECRET);
});
