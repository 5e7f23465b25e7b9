// Looks whether a form still asks what it should, and answers it by script: for “Check set-up…”.

import type { FormBlueprint, FormItem } from '../content/form.ts';
import { type ItemIds, typeOf } from './form-builder.ts';

type Form = GoogleAppsScript.Forms.Form;
type Item = GoogleAppsScript.Forms.Item;

/** Titles of what is gone from the form or differs from its description. No remote call: the form is open already. */
export function changedQuestions(form: Form, blueprint: FormBlueprint, known: ItemIds): string[] {
  const items = new Map(form.getItems().map((item) => [String(item.getId()), item]));
  const changed = blueprint.items.filter((wanted) => !fits(items.get(known[wanted.key] ?? ''), wanted));
  return changed.map(({ title }) => title);
}

function fits(item: Item | undefined, wanted: FormItem): boolean {
  if (item?.getType() !== typeOf(wanted)) return false;
  if (item.getTitle() !== wanted.title || item.getHelpText() !== (wanted.help ?? '')) return false;
  switch (wanted.kind) {
    case 'page':
    case 'words':
      return true;
    case 'line':
      return item.asTextItem().isRequired() === wanted.required;
    case 'text':
      return item.asParagraphTextItem().isRequired() === wanted.required;
    case 'tick':
    case 'ticks': {
      const boxes = item.asCheckboxItem();
      const labels = wanted.kind === 'tick' ? [wanted.label] : wanted.labels;
      return boxes.isRequired() === (wanted.kind === 'tick') && offers(boxes, labels);
    }
    case 'choice': {
      const choice = item.asMultipleChoiceItem();
      const labels = wanted.options.map(({ label }) => label);
      return choice.isRequired() === wanted.required && offers(choice, labels);
    }
  }
}

const offers = (
  item: GoogleAppsScript.Forms.CheckboxItem | GoogleAppsScript.Forms.MultipleChoiceItem,
  labels: readonly string[],
) => JSON.stringify(item.getChoices().map((choice) => choice.getValue())) === JSON.stringify(labels);

/** Gives an answer without a browser, which starts no trigger: by the id of each question, a line or a choice. */
export function giveAnswer(form: Form, answers: Readonly<Record<string, string>>): void {
  const response = form.createResponse();
  for (const [id, answer] of Object.entries(answers)) {
    const item = form.getItemById(Number(id)) as unknown as Item;
    const isChoice = item.getType() === FormApp.ItemType.MULTIPLE_CHOICE;
    response.withItemResponse(
      isChoice
        ? item.asMultipleChoiceItem().createResponse(answer)
        : item.asTextItem().createResponse(answer),
    );
  }
  response.submit();
}

/** Makes a form without saying whether it is published, as the documentation leaves that open; gives its id and whether it is. */
export function makePlainForm(fileName: string): { id: string; isPublished: boolean } {
  const form = FormApp.create(fileName);
  return { id: form.getId(), isPublished: form.isPublished() };
}
