// `GET /local/summary`: what is here, for machines.

import { asksSomething, type FormItem } from '../services/forms/form-model.ts';
import type { PageContext } from './context.ts';
import { readDesk, sentMails } from './desk.ts';

export function summary({ workspace, origin }: PageContext) {
  const desk = readDesk(workspace);
  return {
    clock: new Date(workspace.now()).toISOString(),
    forms: desk.forms.map(({ name, form }) => ({
      name,
      formId: form.id,
      viewform: `${origin}/forms/d/e/${form.publishedId}/viewform`,
      fields: form.items.filter(asksSomething).map(field),
    })),
    spreadsheets: desk.spreadsheets.map(({ name, spreadsheetId }) => ({
      name,
      spreadsheetId,
      url: `${origin}/spreadsheets/d/${spreadsheetId}/edit`,
    })),
    script: { scriptId: desk.scriptId ?? null },
    mail: { sent: sentMails(workspace) },
  };
}

const field = (item: FormItem) => ({
  title: item.title,
  entry: `entry.${item.questionId}`,
  type: item.type,
  required: item.required,
  choices: item.choices.map(({ value }) => value),
});
