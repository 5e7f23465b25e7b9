// Builds a form from its description, or brings it up to date; items keep their ids, so earlier answers stay.

import type { FormBlueprint, FormItem } from '../content/form.ts';
import { SUBMIT as SUBMIT_TARGET } from '../content/form.ts';

type Form = GoogleAppsScript.Forms.Form;
type Item = GoogleAppsScript.Forms.Item;

/** The id of each item of the form by our own key. */
export type ItemIds = Record<string, string>;

/** A new form that nobody can open yet. */
export function createForm(fileName: string): Form {
  return FormApp.create(fileName, false);
}

/**
 * Makes the form what the blueprint says and returns the ids of its items. Known items are changed in place,
 * missing ones added, headings and pages that are no longer wanted removed. Questions are never removed, and
 * what staff added stays behind ours.
 */
export function shapeForm(form: Form, blueprint: FormBlueprint, known: ItemIds): ItemIds {
  form
    .setTitle(blueprint.title)
    .setDescription(blueprint.description)
    .setConfirmationMessage(blueprint.confirmation)
    .setCustomClosedFormMessage(blueprint.closed)
    .setCollectEmail(false)
    .setAllowResponseEdits(false)
    .setShowLinkToRespondAgain(false)
    .setProgressBar(true);
  const before = itemsById(form);
  const ids: ItemIds = {};
  for (const wanted of blueprint.items) {
    const id = known[wanted.key] ?? '';
    ids[wanted.key] = before.get(id)?.getType() === typeOf(wanted) ? id : addItem(form, wanted);
  }
  removeForgotten(form, known, ids, before);
  const present = itemsById(form);
  const items = new Map(Object.entries(ids).map(([key, id]) => [key, present.get(id) as Item]));
  for (const [index, wanted] of blueprint.items.entries()) {
    const item = items.get(wanted.key);
    if (item && item.getIndex() !== index) form.moveItem(item.getIndex(), index);
  }
  for (const wanted of blueprint.items) describe(wanted, items);
  directPages(blueprint.items, items);
  return ids;
}

function itemsById(form: Form): Map<string, Item> {
  return new Map(form.getItems().map((item) => [String(item.getId()), item]));
}

function typeOf(wanted: FormItem): GoogleAppsScript.Forms.ItemType {
  switch (wanted.kind) {
    case 'page':
      return FormApp.ItemType.PAGE_BREAK;
    case 'words':
      return FormApp.ItemType.SECTION_HEADER;
    case 'line':
      return FormApp.ItemType.TEXT;
    case 'text':
      return FormApp.ItemType.PARAGRAPH_TEXT;
    case 'choice':
      return FormApp.ItemType.MULTIPLE_CHOICE;
    case 'tick':
      return FormApp.ItemType.CHECKBOX;
  }
}

/** Adds an empty item at the end and gives its id. */
function addItem(form: Form, wanted: FormItem): string {
  const adders = {
    page: () => form.addPageBreakItem(),
    words: () => form.addSectionHeaderItem(),
    line: () => form.addTextItem(),
    text: () => form.addParagraphTextItem(),
    choice: () => form.addMultipleChoiceItem(),
    tick: () => form.addCheckboxItem(),
  };
  return String(adders[wanted.kind]().getId());
}

function removeForgotten(form: Form, known: ItemIds, ids: ItemIds, before: Map<string, Item>): void {
  const { PAGE_BREAK, SECTION_HEADER } = FormApp.ItemType;
  for (const [key, id] of Object.entries(known)) {
    const item = ids[key] === id ? undefined : before.get(id);
    const asksNothing = item?.getType() === PAGE_BREAK || item?.getType() === SECTION_HEADER;
    if (item && asksNothing) form.deleteItem(item.getIndex());
  }
}

function describe(wanted: FormItem, items: Map<string, Item>): void {
  const item = items.get(wanted.key);
  if (!item) return;
  const help = wanted.help ?? '';
  switch (wanted.kind) {
    case 'page':
      item.asPageBreakItem().setTitle(wanted.title).setHelpText(help);
      break;
    case 'words':
      item.asSectionHeaderItem().setTitle(wanted.title).setHelpText(help);
      break;
    case 'line': {
      const line = item.asTextItem();
      line.setTitle(wanted.title).setHelpText(help).setRequired(wanted.required);
      if (wanted.email) {
        line.setValidation(
          FormApp.createTextValidation().setHelpText(wanted.email.message).requireTextIsEmail().build(),
        );
      }
      break;
    }
    case 'text':
      item.asParagraphTextItem().setTitle(wanted.title).setHelpText(help).setRequired(wanted.required);
      break;
    case 'tick':
      item
        .asCheckboxItem()
        .setTitle(wanted.title)
        .setHelpText(help)
        .setChoiceValues([wanted.label])
        .setRequired(true);
      break;
    case 'choice': {
      const choice = item.asMultipleChoiceItem();
      choice.setTitle(wanted.title).setHelpText(help).setRequired(wanted.required);
      choice.setChoices(
        wanted.options.map(({ label, goTo }) => {
          if (goTo === undefined) return choice.createChoice(label);
          const page = items.get(goTo)?.asPageBreakItem();
          return page
            ? choice.createChoice(label, page)
            : choice.createChoice(label, FormApp.PageNavigationType.SUBMIT);
        }),
      );
    }
  }
}

/** Google keeps "where this page leads" on the page break that follows: it takes effect at the end of the page before. */
function directPages(wanted: readonly FormItem[], items: Map<string, Item>): void {
  let next: string | undefined;
  for (const item of wanted) {
    if (item.kind !== 'page') continue;
    const page = items.get(item.key)?.asPageBreakItem();
    const target = next === undefined ? undefined : items.get(next)?.asPageBreakItem();
    const { CONTINUE, SUBMIT } = FormApp.PageNavigationType;
    if (target) page?.setGoToPage(target);
    else page?.setGoToPage(next === SUBMIT_TARGET ? SUBMIT : CONTINUE);
    next = item.next;
  }
}

/** Where a prefilled answer goes in the form's address. */
export interface PrefillLink {
  url: string;
  /** Name of the parameter of each prefilled question, such as `entry.123456`. */
  entries: Record<string, string>;
}

/** Finds the names of the parameters by asking Google for an address with answers that can be recognised. */
export function prefillLink(form: Form, ids: ItemIds, samples: Record<string, string>): PrefillLink {
  const response = form.createResponse();
  for (const [key, sample] of Object.entries(samples)) {
    const item = form.getItemById(Number(ids[key])) as unknown as Item | null;
    if (!item) continue;
    const answer =
      item.getType() === FormApp.ItemType.MULTIPLE_CHOICE
        ? item.asMultipleChoiceItem().createResponse(sample)
        : item.asTextItem().createResponse(sample);
    response.withItemResponse(answer);
  }
  const entries: Record<string, string> = {};
  for (const pair of response.toPrefilledUrl().split(/[?&]/)) {
    const [name = '', value = ''] = pair.split('=');
    const key = Object.keys(samples).find(
      (candidate) => samples[candidate] === decodeURIComponent(value.replace(/\+/g, ' ')),
    );
    if (key !== undefined && name.startsWith('entry.')) entries[key] = name;
  }
  return { url: form.getPublishedUrl(), entries };
}

/** Publishes the form and says whether it is open now. */
export function publishForm(form: Form): boolean {
  if (!form.isPublished() || !form.isAcceptingResponses()) form.setPublished(true);
  return form.isPublished() && form.isAcceptingResponses();
}
