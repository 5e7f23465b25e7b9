// The Forms API v1 over the shared dispatcher.

import { describe, expect, it } from '@jest/globals';
import { callApi } from '../../../scripts/local-workspace/rest/dispatch.ts';
import { formsApi } from '../../../scripts/local-workspace/services/forms/api.ts';
import { FormBench, OWNER } from './support.ts';

interface ListAnswer {
  responses?: { responseId: string; formId?: string }[];
  nextPageToken?: string;
}

function setUp(body: string) {
  const bench = new FormBench();
  const form = bench.form(`form.setTitle('Acceptance'); ${body}`);
  const call = (
    id: string,
    request: { path?: Record<string, string>; query?: object; body?: unknown },
    email = OWNER,
  ) =>
    callApi(formsApi(bench.engine), `forms.forms.${id}`, {
      path: { formId: form.id, ...request.path },
      query: { ...request.query },
      body: request.body,
      caller: { email },
    });
  return { bench, form, call };
}

describe('forms.get', () => {
  it('writes ids as the hexadecimal digits of those in FormApp and in entry.N', () => {
    const { bench, form, call } = setUp(`
      const role = form.addMultipleChoiceItem().setTitle('Role').setRequired(true).showOtherOption(true);
      const page = form.addPageBreakItem().setTitle('More').setHelpText('Help');
      form.addParagraphTextItem().setTitle('Story');
      role.setChoices([role.createChoice('Mentor', page), role.createChoice('No', FormApp.PageNavigationType.SUBMIT)])`);
    const [role, page, story] = form.items;
    const hex = (id: number | undefined) => (id ?? 0).toString(16).padStart(8, '0');
    expect(call('get', {})).toEqual({
      formId: form.id,
      info: { title: 'Acceptance', documentTitle: 'A form' },
      settings: { emailCollectionType: 'DO_NOT_COLLECT' },
      revisionId: expect.any(String),
      responderUri: bench.engine.viewUrl(form),
      publishSettings: { publishState: { isPublished: true, isAcceptingResponses: true } },
      items: [
        {
          itemId: hex(role?.id),
          title: 'Role',
          questionItem: {
            question: {
              questionId: hex(role?.questionId),
              required: true,
              choiceQuestion: {
                type: 'RADIO',
                options: [
                  { value: 'Mentor', goToSectionId: hex(page?.id) },
                  { value: 'No', goToAction: 'SUBMIT_FORM' },
                  { isOther: true },
                ],
              },
            },
          },
        },
        { itemId: hex(page?.id), title: 'More', description: 'Help', pageBreakItem: {} },
        {
          itemId: hex(story?.id),
          title: 'Story',
          questionItem: {
            question: { questionId: hex(story?.questionId), textQuestion: { paragraph: true } },
          },
        },
      ],
    });
  });

  it.each([
    ['a form that is not there', { formId: 'nowhere' }, OWNER, 'Requested entity was not found.'],
    ['a stranger', {}, 'stranger@example.org', 'The caller does not have permission'],
  ])('refuses %s', (_what, path, email, text) => {
    expect(() => setUp('').call('get', { path }, email)).toThrow(text);
  });
});

describe('forms.create and setPublishSettings', () => {
  it('makes a form with a title and nothing else', () => {
    const { call } = setUp('');
    const made = call('create', {
      body: { info: { title: 'T', documentTitle: 'D' } },
      query: { unpublished: false },
    });
    expect(made).toMatchObject({
      info: { title: 'T', documentTitle: 'D' },
      publishSettings: { publishState: { isPublished: true, isAcceptingResponses: true } },
    });
    expect(() => call('create', { body: { info: { title: 'T' }, items: [] } })).toThrow(
      'Only info.title can be set when creating a form.',
    );
    expect(() => call('create', { body: { info: { titel: 'T' } } })).toThrow(
      'Invalid JSON payload received. Unknown name "titel" at \'info\': Cannot find field.',
    );
  });

  it('publishes, and refuses to accept responses for an unpublished form', () => {
    const { bench, form, call } = setUp('');
    const set = (isPublished: boolean, isAcceptingResponses: boolean) =>
      call('setPublishSettings', {
        body: {
          publishSettings: { publishState: { isPublished, isAcceptingResponses } },
          updateMask: 'publish_state',
        },
      });
    set(false, false);
    expect(bench.engine.get(form.id).settings).toMatchObject({ published: false, accepting: false });
    expect(() => set(false, true)).toThrow('is_accepting_responses');
    expect(set(true, false)).toEqual({
      formId: form.id,
      publishSettings: { publishState: { isPublished: true, isAcceptingResponses: false } },
    });
  });
});

describe('forms.responses', () => {
  const withResponses = () => {
    const made = setUp(
      `form.setCollectEmail(true).setAllowResponseEdits(true); form.addTextItem().setTitle('Name')`,
    );
    const ids = [1, 2, 3].map((number) => {
      const email = `m${number}@example.org`;
      const { id } = made.bench.engine.submit({
        formId: made.form.id,
        answers: { Name: `M${number}` },
        email,
      });
      made.bench.kernel.clock.tick(1000);
      return id;
    });
    const list = (query: object) => made.call('responses.list', { query }) as ListAnswer;
    const found = (query: object) =>
      list(query).responses?.map((response) => ids.indexOf(response.responseId) + 1) ?? [];
    const time = (number: number): string =>
      new Date(
        made.bench.engine.response(made.form.id, ids[number - 1] as string)?.createTime ?? 0,
      ).toISOString();
    return { ...made, ids, list, found, time };
  };

  it('gives one response by its id, with answers by question id', () => {
    const { form, call, ids, time } = withResponses();
    const questionId = form.items[0]?.questionId.toString(16).padStart(8, '0') ?? '';
    expect(call('responses.get', { path: { responseId: ids[0] as string } })).toEqual({
      formId: form.id,
      responseId: ids[0],
      createTime: time(1),
      lastSubmittedTime: time(1),
      respondentEmail: 'm1@example.org',
      answers: { [questionId]: { questionId, textAnswers: { answers: [{ value: 'M1' }] } } },
    });
    expect(() => call('responses.get', { path: { responseId: 'x' } })).toThrow(
      'Requested entity was not found.',
    );
  });

  it('filters by the last time of submission', () => {
    const { bench, form, ids, found, time } = withResponses();
    expect(found({})).toEqual([1, 2, 3]);
    expect(found({ filter: `timestamp > ${time(2)}` })).toEqual([3]);
    expect(found({ filter: `timestamp >= ${time(2)}` })).toEqual([2, 3]);
    bench.engine.editResponse(ids[0] as string, { formId: form.id, answers: { Name: 'changed' } });
    expect(found({ filter: `timestamp > ${time(2)}` })).toEqual([3, 1]);
  });

  it('gives page after page, without the form id', () => {
    const { list } = withResponses();
    const first = list({ pageSize: 2 });
    expect(first.responses).toHaveLength(2);
    expect(first.responses?.[0]).not.toHaveProperty('formId');
    const second = list({ pageSize: 2, pageToken: first.nextPageToken });
    expect(second.responses).toHaveLength(1);
    expect(second).not.toHaveProperty('nextPageToken');
  });

  it.each([
    ['another filter', { filter: 'email = "x"' }, 'Invalid filter'],
    ['a time without zone', { filter: 'timestamp > 2026-01-05T10:00:00' }, 'Invalid filter'],
    ['a token that is not ours', { pageToken: 'abc' }, 'Invalid page token.'],
    ['an unknown parameter', { max: 3 }, 'max'],
  ])('refuses %s', (_what, query, text) => {
    expect(() => withResponses().list(query)).toThrow(text);
  });
});
