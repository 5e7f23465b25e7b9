// A form that branches by what somebody wants, with long answers and several choices: in a browser, in a script, and gone again.

import { describe, expect, it } from '@jest/globals';
import type { Hono } from 'hono';
import { formRoutes } from '../../../scripts/local-workspace/page/form/form-routes.ts';
import type { Form } from '../../../scripts/local-workspace/services/forms/form-model.ts';
import { FormBench } from './support.ts';

/** First page: what she wants. Then reporting or asking, each with its own end; the last page is for all the others. */
const FORM = `
  form.setTitle('Report or ask');
  const want = form.addMultipleChoiceItem().setTitle('What do you want to do?');
  const reporting = form.addPageBreakItem().setTitle('What happened');
  form.addParagraphTextItem().setTitle('Tell us').setRequired(true).setValidation(
    FormApp.createParagraphTextValidation().requireTextLengthGreaterThanOrEqualTo(10)
      .setHelpText('Please write at least ten letters.').build());
  form.addCheckboxItem().setTitle('What was it about?').setChoiceValues(['Words', 'Touch', 'Money']);
  const asking = form.addPageBreakItem().setTitle('Your question').setGoToPage(FormApp.PageNavigationType.SUBMIT);
  form.addParagraphTextItem().setTitle('Question').setRequired(true);
  const rest = form.addPageBreakItem().setTitle('Anything else').setGoToPage(FormApp.PageNavigationType.SUBMIT);
  form.addTextItem().setTitle('Reference').setValidation(
    FormApp.createTextValidation().requireTextMatchesPattern('[A-Z]{2}-[0-9]{4}').setHelpText('Such as AB-1234.').build());
  form.addTextItem().setTitle('Name').setValidation(FormApp.createTextValidation().requireTextLengthGreaterThanOrEqualTo(2).build());
  want.setChoices([want.createChoice('Report', reporting), want.createChoice('Ask', asking), want.createChoice('Say something', rest)]);
`;

function setUp(more = '') {
  const bench = new FormBench();
  const form = bench.form(FORM + more);
  const app: Hono = formRoutes(bench.engine);
  const send = async (answers: Record<string, string | string[]>) => {
    const fields = Object.entries(answers).flatMap(([title, value]) =>
      [value].flat().map((one) => [bench.entry(form, title), one] as [string, string]),
    );
    const answer = await app.request(`/forms/d/e/${form.publishedId}/formResponse`, {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
    return { status: answer.status, text: await answer.text() };
  };
  return { bench, form, send };
}

/** What a script reads of the newest response. */
const answers = (bench: FormBench, form: Form): unknown =>
  bench.run(`
    const response = FormApp.openById('${form.id}').getResponses().pop();
    return response.getItemResponses().filter((one) => one.getResponse() !== '')
      .map((one) => [one.getItem().getTitle(), one.getResponse()]);`);

describe('the way through the form', () => {
  it.each<[string, Record<string, string | string[]>, unknown]>([
    [
      'a report keeps the ticked choices in a list, and nothing of other pages',
      {
        'What do you want to do?': 'Report',
        'Tell us': 'It was in the hall.',
        'What was it about?': ['Words', 'Money'],
        Question: 'typed before she changed her mind',
      },
      [
        ['What do you want to do?', 'Report'],
        ['Tell us', 'It was in the hall.'],
        ['What was it about?', ['Words', 'Money']],
      ],
    ],
    [
      'one ticked choice is a list, too',
      {
        'What do you want to do?': 'Report',
        'Tell us': 'It was in the hall.',
        'What was it about?': ['Touch'],
      },
      [
        ['What do you want to do?', 'Report'],
        ['Tell us', 'It was in the hall.'],
        ['What was it about?', ['Touch']],
      ],
    ],
    [
      'a question ends after its page',
      { 'What do you want to do?': 'Ask', Question: 'May I?', Reference: 'not a reference' },
      [
        ['What do you want to do?', 'Ask'],
        ['Question', 'May I?'],
      ],
    ],
    [
      'the last page',
      { 'What do you want to do?': 'Say something', Reference: 'AB-1234', Name: 'Bo' },
      [
        ['What do you want to do?', 'Say something'],
        ['Reference', 'AB-1234'],
        ['Name', 'Bo'],
      ],
    ],
    [
      'without an answer to a question that may stay open, the page’s own way: the next page',
      { 'Tell us': 'It was in the hall.' },
      [['Tell us', 'It was in the hall.']],
    ],
  ])('%s', async (_what, given, expected) => {
    const { bench, form, send } = setUp();
    expect((await send(given)).status).toBe(200);
    expect(answers(bench, form)).toEqual(expected);
  });

  it('without an answer it follows the instruction of the page break that comes next', async () => {
    const { bench, form, send } = setUp('reporting.setGoToPage(rest);');
    expect((await send({ Name: 'Bo' })).status).toBe(200);
    expect(answers(bench, form)).toEqual([['Name', 'Bo']]);
  });

  it('an open question that must be answered ends the way', async () => {
    const { bench, form, send } = setUp('want.setRequired(true);');
    const { status, text } = await send({ 'Tell us': 'short' });
    expect(status).toBe(400);
    expect(text).toContain('What do you want to do?: This is a required question');
    expect(text).not.toContain('Please write at least ten letters.</');
    expect(bench.engine.responses(form.id)).toEqual([]);
  });
});

describe('answers that do not fit', () => {
  it.each<[string, Record<string, string | string[]>, string]>([
    [
      'too short, in the form’s own words',
      { 'What do you want to do?': 'Report', 'Tell us': 'too short' },
      'Tell us: Please write at least ten letters.',
    ],
    [
      'required before long enough',
      { 'What do you want to do?': 'Report' },
      'Tell us: This is a required question',
    ],
    [
      'an own choice where none is offered',
      {
        'What do you want to do?': 'Report',
        'Tell us': 'It was in the hall.',
        'What was it about?': ['Words', '__other_option__'],
      },
      'What was it about?: Choose one of the options',
    ],
    [
      'not the pattern: the whole answer must match',
      { 'What do you want to do?': 'Say something', Reference: 'xAB-12345' },
      'Reference: Such as AB-1234.',
    ],
    [
      'too short, in Google’s words',
      { 'What do you want to do?': 'Say something', Name: 'B' },
      'Name: Must be at least 2 characters',
    ],
  ])('%s', async (_what, given, problem) => {
    const { bench, form, send } = setUp();
    const { status, text } = await send(given);
    expect(status).toBe(400);
    expect(text).toContain(problem);
    expect(bench.engine.responses(form.id)).toEqual([]);
    expect(bench.events).toEqual([]);
  });

  it('an open text passes whatever its rule says', async () => {
    const { send } = setUp();
    expect((await send({ 'What do you want to do?': 'Say something' })).status).toBe(200);
  });
});

describe('one response', () => {
  it('is read by its id, and deleted by it', async () => {
    const { bench, form, send } = setUp();
    await send({ 'What do you want to do?': 'Ask', Question: 'First?' });
    await send({ 'What do you want to do?': 'Ask', Question: 'Second?' });
    const [first, second] = bench.engine.responses(form.id).map(({ id }) => id);
    expect(
      bench.run(`
        const form = FormApp.openById('${form.id}');
        const response = form.getResponse('${first}');
        const same = form.deleteResponse('${first}').getId() === form.getId();
        return [response.getId(), response.getItemResponses().map((one) => one.getResponse()).filter(Boolean), same,
          form.getResponses().map((one) => one.getId())];`),
    ).toEqual([first, ['Ask', 'First?'], true, [second]]);
    expect(bench.lastRun?.calls.map(({ method }) => method)).toEqual([
      'FormApp.openById',
      'Form.getResponse',
      'Form.deleteResponse',
      'Form.getResponses',
    ]);
    for (const method of ['getResponse', 'deleteResponse']) {
      expect(() => bench.run(`FormApp.openById('${form.id}').${method}('${first}')`)).toThrow(
        'No response with the given ID could be found.',
      );
    }
    // Nothing of it is kept.
    const kept = JSON.stringify(bench.kernel.store.table(`form responses ${form.id}`).values());
    expect(kept).not.toContain('First?');
    expect(kept).toContain('Second?');
  });
});
