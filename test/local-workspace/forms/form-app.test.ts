// FormApp as a script sees it.

import { describe, expect, it } from '@jest/globals';
import { FormBench, OWNER } from './support.ts';

describe('creating and opening a form', () => {
  it('names the file only: the title is empty until it is set', () => {
    const bench = new FormBench();
    expect(
      bench.run(
        `const form = FormApp.create('Acceptance', true); return [form.getTitle(), form.setTitle('T').getTitle()]`,
      ),
    ).toEqual(['', 'T']);
    expect(bench.engine.all().map((form) => bench.engine.file(form).name)).toEqual(['Acceptance']);
  });

  it.each([
    ['create(title, true)', `FormApp.create('A', true)`, [true, true]],
    ['create(title, false)', `FormApp.create('A', false)`, [false, false]],
    ['create(title), where Google is of two minds', `FormApp.create('A')`, [false, false]],
    ['setPublished(true) opens it too', `FormApp.create('A', false).setPublished(true)`, [true, true]],
    ['setPublished(false) closes it too', `FormApp.create('A', true).setPublished(false)`, [false, false]],
    ['setAcceptingResponses(false)', `FormApp.create('A', true).setAcceptingResponses(false)`, [true, false]],
  ])('%s', (_what, make, expected) => {
    expect(
      new FormBench().run(`const form = ${make}; return [form.isPublished(), form.isAcceptingResponses()]`),
    ).toEqual(expected);
  });

  it('opens by id and by the editor address, which carry the file id; members get another id', () => {
    const bench = new FormBench();
    const result = bench.run(`
      const form = FormApp.create('A', true);
      return [form.getId(), FormApp.openById(form.getId()).getId(), FormApp.openByUrl(form.getEditUrl()).getId(), form.getPublishedUrl()]`);
    const [id, byId, byUrl, published] = result as string[];
    expect([byId, byUrl]).toEqual([id, id]);
    expect(published).toMatch(/^https:\/\/docs\.google\.com\/forms\/d\/e\/1FAIpQLS[\w-]{48}\/viewform$/);
    expect(published).not.toContain(id);
  });

  it.each([
    [`FormApp.openByUrl('bad')`, 'Invalid argument: url'],
    [
      `FormApp.openById('nowhere')`,
      'No item with the given ID could be found, or you do not have permission to access it.',
    ],
    [`FormApp.create('A', true).getDestinationId()`, 'The form currently has no response destination.'],
    [
      `FormApp.create('A', false).setAcceptingResponses(true)`,
      'Cannot accept responses for an unpublished form.',
    ],
    [`FormApp.create('A', true).getResponse('x')`, 'No response with the given ID could be found.'],
    [
      `FormApp.create('A', true).addImageItem()`,
      'Form.addImageItem is not implemented in the local Workspace',
    ],
    [`FormApp.create()`, "The parameters () don't match the method signature for FormApp.create."],
    [
      `FormApp.create('A', true).getItems('TEXT')`,
      "The parameters (String) don't match the method signature for Form.getItems.",
    ],
    [
      `FormApp.create('A', true).addTextItem().setRequired('yes')`,
      "The parameters (String) don't match the method signature for TextItem.setRequired.",
    ],
    [
      `FormApp.create('A', true).addTextItem().setValidation(FormApp.createCheckboxValidation().build())`,
      "The parameters (CheckboxValidation) don't match the method signature for TextItem.setValidation.",
    ],
    [`FormApp.createTextValidation().requireTextMatchesPattern('(?=a)')`, 'Invalid argument: pattern'],
    [
      `FormApp.create('A', true).addTextItem().asTextItem()`,
      'TextItem.asTextItem is not implemented in the local Workspace',
    ],
    [
      `const f = FormApp.create('A', true); f.addTextItem(); f.getItems()[0].asListItem()`,
      'Invalid conversion for item type: TEXT.',
    ],
    [
      `const i = FormApp.create('A', true).addListItem(); i.setChoices([i.createChoice('a', FormApp.PageNavigationType.SUBMIT), i.createChoice('b')])`,
      'Choices that use page navigation cannot be combined with choices that do not use page navigation.',
    ],
    [
      `FormApp.create('A', true).addListItem().setChoiceValues(['a']).createResponse('b')`,
      'Invalid response submitted to item: .',
    ],
    [
      `FormApp.create('A', true).addListItem().showOtherOption(true)`,
      'ListItem.showOtherOption is not implemented in the local Workspace',
    ],
    [
      `FormApp.create('A', true).setDestination(FormApp.DestinationType.SPREADSHEET, 'x')`,
      'Form.setDestination is not implemented in the local Workspace',
    ],
  ])('%s is refused', (call, text) => {
    expect(() => new FormBench().run(call)).toThrow(text);
  });

  it('does not open for an account that may not edit it, nor without the scope', () => {
    const bench = new FormBench();
    const form = bench.form('');
    const open = `return FormApp.openById('${form.id}').getId()`;
    expect(() => bench.run(open, 'stranger@example.org')).toThrow('No item with the given ID could be found');
    expect(() => bench.run(open, OWNER, [])).toThrow(
      'Specified permissions are not sufficient to call FormApp.openById',
    );
  });
});

describe('the items of a form', () => {
  it('keep their ids when they are moved; the question has an id of its own', () => {
    const bench = new FormBench();
    const form = bench.form(`
      form.addTextItem().setTitle('Name').setHelpText('As in your passport').setRequired(true);
      form.addPageBreakItem().setTitle('Second page');
      form.addCheckboxItem().setTitle('Days').setChoiceValues(['Mon', 'Tue']).showOtherOption(true);
      form.addScaleItem().setTitle('How much').setBounds(0, 10).setLabels('not', 'very');
      form.moveItem(2, 0);
      form.deleteItem(form.getItems(FormApp.ItemType.SCALE)[0]);`);
    expect(form.items.map((item) => item.title)).toEqual(['Days', 'Name', 'Second page']);
    const name = form.items[1];
    expect(name).toMatchObject({ help: 'As in your passport', required: true });
    expect(name?.questionId).not.toBe(name?.id);
    expect(form.items[2]?.questionId).toBe(0);
    expect(
      bench.run(`
      const item = FormApp.openById('${form.id}').getItemById(${name?.id});
      return [item.getTitle(), item.getIndex(), String(item.getType()), item.asTextItem().isRequired(), item.getType() === FormApp.ItemType.TEXT];`),
    ).toEqual(['Name', 1, 'TEXT', true, true]);
    expect(bench.run(`return FormApp.openById('${form.id}').getItemById(1)`)).toBeNull();
  });

  it('a new item with choices has one choice without a text', () => {
    expect(
      new FormBench().run(
        `return FormApp.create('A', true).addMultipleChoiceItem().getChoices().map((c) => c.getValue())`,
      ),
    ).toEqual(['']);
  });

  it('choices lead to pages, and to the next one when their page is deleted', () => {
    const bench = new FormBench();
    const result = bench.run(`
      const form = FormApp.create('A', true);
      const role = form.addMultipleChoiceItem();
      const page = form.addPageBreakItem().setTitle('Mentors');
      const other = form.addPageBreakItem().setTitle('Mentees').setGoToPage(page);
      role.setChoices([role.createChoice('Mentor', page), role.createChoice('None', FormApp.PageNavigationType.SUBMIT)]);
      const before = role.getChoices().map((c) => [String(c.getPageNavigationType()), c.getGotoPage() && c.getGotoPage().getTitle()]);
      const back = [other.getGoToPage().getTitle(), String(other.getPageNavigationType())];
      form.deleteItem(page);
      return [before, back, role.getChoices().map((c) => String(c.getPageNavigationType())), other.getGoToPage()];`);
    expect(result).toEqual([
      [
        ['GO_TO_PAGE', 'Mentors'],
        ['SUBMIT', null],
      ],
      ['Mentors', 'GO_TO_PAGE'],
      ['CONTINUE', 'SUBMIT'],
      null,
    ]);
  });

  it('duplicate copies to the end with new ids', () => {
    const bench = new FormBench();
    const form = bench.form(
      `form.addTextItem().setTitle('Name'); form.addDateItem().setTitle('Day'); form.getItems()[0].duplicate()`,
    );
    expect(form.items.map((item) => item.title)).toEqual(['Name', 'Day', 'Name']);
    expect(new Set(form.items.flatMap((item) => [item.id, item.questionId])).size).toBe(6);
  });
});

describe('responses', () => {
  const setUp = () => {
    const bench = new FormBench();
    const form = bench.form(`
      form.addTextItem().setTitle('Name'); form.addParagraphTextItem().setTitle('Story');
      form.addListItem().setTitle('Role').setChoiceValues(['Mentor', 'Mentee']);
      form.addCheckboxItem().setTitle('Agree').setChoiceValues(['One', 'Two']);
      form.addDateItem().setTitle('Day'); form.addTimeItem().setTitle('Time'); form.addScaleItem().setTitle('Scale')`);
    return { bench, form };
  };

  it('lists open text, date and time questions with an empty answer and leaves other open ones out', () => {
    const { bench, form } = setUp();
    bench.engine.submit({ formId: form.id, answers: { Agree: ['One', 'Two'] } });
    expect(
      bench.run(`
      const [response] = FormApp.openById('${form.id}').getResponses();
      return response.getItemResponses().map((r) => [r.getItem().getTitle(), r.getResponse()])`),
    ).toEqual([
      ['Name', ''],
      ['Story', ''],
      ['Agree', ['One', 'Two']],
      ['Day', ''],
      ['Time', ''],
    ]);
  });

  it('have no id, time and edit address before they are submitted, and fire no trigger', () => {
    const { bench, form } = setUp();
    const result = bench.run(`
      const form = FormApp.openById('${form.id}');
      const items = form.getItems();
      const draft = form.createResponse()
        .withItemResponse(items[0].asTextItem().createResponse('Aña'))
        .withItemResponse(items[4].asDateItem().createResponse(new Date('2026-01-06T03:00:00Z')))
        .withItemResponse(items[5].asTimeItem().createResponse(9, 5))
        .withItemResponse(items[6].asScaleItem().createResponse(4));
      const before = [draft.getId(), draft.getTimestamp(), draft.getEditResponseUrl()];
      const sent = draft.submit();
      let again = '';
      try { draft.submit(); } catch (error) { again = error.name + ': ' + error.message; }
      return [before, sent.getId() === form.getResponses()[0].getId(), sent.getItemResponses().map((r) => r.getResponse()), again, form.getResponse(sent.getId()).getRespondentEmail()];`);
    expect(result).toEqual([
      [null, null, null],
      true,
      ['Aña', '', '2026-01-05', '09:05', '4'],
      'Exception: This form response has already been submitted.',
      '',
    ]);
    expect(bench.events).toEqual([]);
  });

  it('are found from a moment on, earliest first, by their last submission', () => {
    const { bench, form } = setUp();
    bench.engine.updateSettings(form.id, { allowEdits: true });
    const first = bench.engine.submit({ formId: form.id, answers: { Name: 'first' } });
    bench.kernel.clock.tick(1000);
    const since = bench.kernel.clock.now();
    bench.engine.submit({ formId: form.id, answers: { Name: 'second' } });
    bench.kernel.clock.tick(1000);
    bench.engine.editResponse(first.id, { formId: form.id, answers: { Name: 'first, changed' } });
    expect(
      bench.run(`
      return FormApp.openById('${form.id}').getResponses(new Date(${since})).map((r) => r.getItemResponses()[0].getResponse())`),
    ).toEqual(['second', 'first, changed']);
  });

  it('cost one call for all of them; their answers are read from memory', () => {
    const { bench, form } = setUp();
    for (let i = 0; i < 30; i++) bench.engine.submit({ formId: form.id, answers: { Name: `Member ${i}` } });
    bench.run(
      `for (const r of FormApp.openById('${form.id}').getResponses()) for (const i of r.getItemResponses()) i.getItem().getId() + i.getResponse() + r.getId();`,
    );
    expect(bench.lastRun?.calls.map((call) => call.method)).toEqual([
      'FormApp.openById',
      'Form.getResponses',
    ]);
    expect(bench.lastRun?.calls[1]?.responseBytes).toBeGreaterThan(30 * 100);
  });

  it('of a deleted question are left out', () => {
    const { bench, form } = setUp();
    bench.engine.submit({ formId: form.id, answers: { Name: 'A', Role: 'Mentor' } });
    expect(
      bench.run(`
      const form = FormApp.openById('${form.id}');
      form.deleteItem(0); form.deleteItem(0); form.deleteItem(2); form.deleteItem(2);
      return form.getResponses()[0].getItemResponses().map((r) => r.getResponse())`),
    ).toEqual(['Mentor']);
  });
});

describe('each change of the form is one call', () => {
  it('setters of an item travel with the call that added it', () => {
    const bench = new FormBench();
    bench.form(
      `form.setTitle('T').setDescription('D').setProgressBar(true); form.addTextItem().setTitle('Name').setRequired(true)`,
    );
    expect(bench.lastRun?.calls.map((call) => call.method)).toEqual([
      'FormApp.create',
      'Form.setTitle',
      'Form.setDescription',
      'Form.setProgressBar',
      'Form.addTextItem',
    ]);
  });
});
