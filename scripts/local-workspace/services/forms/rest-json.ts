// Forms and responses as the Forms API v1 writes them; the compiler checks every field against googleapis' own types.

import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import type { FormsEngine } from './engine.ts';
import { asksSomething, type Choice, type Form, type FormItem, type FormResponse } from './form-model.ts';

/** REST ids are the hexadecimal digits of the numbers that FormApp and `entry.N` use. */
export const restId = (id: number): string => id.toString(16).padStart(8, '0');

export function restForm(engine: FormsEngine, form: Form): forms_v1.Schema$Form {
  return {
    formId: form.id,
    info: {
      title: form.title,
      documentTitle: engine.file(form).name,
      ...(form.description ? { description: form.description } : {}),
    },
    settings: { emailCollectionType: form.settings.emailCollection },
    revisionId: form.revision.toString(16).padStart(8, '0'),
    responderUri: engine.viewUrl(form),
    ...(form.destinationId === undefined ? {} : { linkedSheetId: form.destinationId }),
    ...(form.items.length > 0 ? { items: form.items.map(restItem) } : {}),
    publishSettings: restPublishSettings(form),
  };
}

export const restPublishSettings = (form: Form): forms_v1.Schema$PublishSettings => ({
  publishState: { isPublished: form.settings.published, isAcceptingResponses: form.settings.accepting },
});

function restItem(item: FormItem): forms_v1.Schema$Item {
  return {
    itemId: restId(item.id),
    ...(item.title ? { title: item.title } : {}),
    ...(item.help ? { description: item.help } : {}),
    ...(item.type === 'PAGE_BREAK' ? { pageBreakItem: {} } : {}),
    ...(item.type === 'SECTION_HEADER' ? { textItem: {} } : {}),
    ...(asksSomething(item) ? { questionItem: { question: restQuestion(item) } } : {}),
  };
}

function restQuestion(item: FormItem): forms_v1.Schema$Question {
  const question: forms_v1.Schema$Question = {
    questionId: restId(item.questionId),
    ...(item.required ? { required: true } : {}),
  };
  switch (item.type) {
    case 'TEXT':
      return { ...question, textQuestion: {} };
    case 'PARAGRAPH_TEXT':
      return { ...question, textQuestion: { paragraph: true } };
    case 'MULTIPLE_CHOICE':
      return { ...question, choiceQuestion: { type: 'RADIO', options: restOptions(item) } };
    case 'CHECKBOX':
      return { ...question, choiceQuestion: { type: 'CHECKBOX', options: restOptions(item) } };
    case 'LIST':
      return { ...question, choiceQuestion: { type: 'DROP_DOWN', options: restOptions(item) } };
    case 'SCALE': {
      const { low = 1, high = 5, lowLabel = '', highLabel = '' } = item.scale ?? {};
      const labels = { ...(lowLabel ? { lowLabel } : {}), ...(highLabel ? { highLabel } : {}) };
      return { ...question, scaleQuestion: { low, high, ...labels } };
    }
    case 'DATE':
      return { ...question, dateQuestion: item.includesYear === false ? {} : { includeYear: true } };
    case 'TIME':
      return { ...question, timeQuestion: {} };
    default:
      return question;
  }
}

const restOptions = (item: FormItem): forms_v1.Schema$Option[] => [
  ...item.choices.map((choice) => ({ value: choice.value, ...restNavigation(choice) })),
  ...(item.other ? [{ isOther: true }] : []),
];

function restNavigation({
  navigation,
}: Choice): Pick<forms_v1.Schema$Option, 'goToAction' | 'goToSectionId'> {
  switch (navigation?.type) {
    case 'CONTINUE':
      return { goToAction: 'NEXT_SECTION' };
    case 'RESTART':
      return { goToAction: 'RESTART_FORM' };
    case 'SUBMIT':
      return { goToAction: 'SUBMIT_FORM' };
    case 'GO_TO_PAGE':
      return { goToSectionId: restId(navigation.itemId) };
    default:
      return {};
  }
}

export function restResponse(response: FormResponse, withFormId: boolean): forms_v1.Schema$FormResponse {
  const answers = Object.entries(response.answers).map(([id, values]): [string, forms_v1.Schema$Answer] => {
    const questionId = restId(Number(id));
    return [questionId, { questionId, textAnswers: { answers: values.map((value) => ({ value })) } }];
  });
  return {
    ...(withFormId ? { formId: response.formId } : {}),
    responseId: response.id,
    createTime: new Date(response.createTime).toISOString(),
    lastSubmittedTime: new Date(response.lastSubmittedTime).toISOString(),
    ...(response.email ? { respondentEmail: response.email } : {}),
    ...(answers.length > 0 ? { answers: Object.fromEntries(answers) } : {}),
  };
}
