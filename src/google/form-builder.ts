// Builds a form from its description, or brings it up to date; items keep their ids, so earlier answers stay.

import type { FormBlueprint, FormItem } from '../content/form.ts';
import { SUBMIT as SUBMIT_TARGET } from '../content/form.ts';

type Form = GoogleAppsScript.Forms.Form;
type Item = GoogleAppsScript.Forms.Item;

/** The id of each item of the form by our own key. */
export type ItemIds = Record<string, string>;

/** A new form that nobody can fill in yet. */
export function createForm(fileName: string): Form {
  return FormApp.create(fileName, false);
}

/** Writes what differs, and counts how often it had to. */
class Changes {
  count = 0;

  set<T>(now: T, wanted: T, write: (value: T) => unknown): void {
    if (now === wanted) return;
    write(wanted);
    this.count++;
  }

  made<T>(value: T): T {
    this.count++;
    return value;
  }
}

/**
 * Makes the form what the blueprint says and returns the ids of its items. Known items are changed in place,
 * missing ones added, headings and pages that are no longer wanted removed. Questions are never removed, and
 * what staff added stays behind ours. What is as it should be is left alone; says whether all was.
 * @param keep is told the ids as soon as all items are there, so that a run that dies later does not add them twice
 */
export function shapeForm(
  form: Form,
  blueprint: FormBlueprint,
  known: ItemIds,
  keep: (ids: ItemIds) => void,
): { ids: ItemIds; changed: boolean } {
  const changes = new Changes();
  changes.set(form.getTitle(), blueprint.title, (text) => form.setTitle(text));
  changes.set(form.getDescription(), blueprint.description, (text) => form.setDescription(text));
  changes.set(form.getConfirmationMessage(), blueprint.confirmation, (text) =>
    form.setConfirmationMessage(text),
  );
  changes.set(form.getCustomClosedFormMessage(), blueprint.closed, (text) =>
    form.setCustomClosedFormMessage(text),
  );
  changes.set(form.canEditResponse(), false, (on) => form.setAllowResponseEdits(on));
  changes.set(form.hasRespondAgainLink(), false, (on) => form.setShowLinkToRespondAgain(on));
  changes.set(form.hasProgressBar(), true, (on) => form.setProgressBar(on));
  const before = itemsById(form);
  const ids: ItemIds = {};
  removeUnfinished(form, known, before);
  for (const wanted of blueprint.items) {
    const id = known[wanted.key] ?? '';
    const fits = before.get(id)?.getType() === typeOf(wanted);
    ids[wanted.key] = fits ? id : changes.made(addItem(form, wanted));
  }
  if (changes.count > 0) keep({ ...known, ...ids });
  removeForgotten(form, known, ids, before);
  const present = itemsById(form);
  const items = new Map(Object.entries(ids).map(([key, id]) => [key, present.get(id) as Item]));
  for (const [index, wanted] of blueprint.items.entries()) {
    const item = items.get(wanted.key);
    if (item) changes.set(item.getIndex(), index, (place) => form.moveItem(item.getIndex(), place));
  }
  for (const wanted of blueprint.items) describe(wanted, items, changes);
  directPages(blueprint.items, items, changes);
  return { ids, changed: changes.count > 0 };
}

/** An item without a word, which nobody knows, was left by a run that died before it could write into it. */
function removeUnfinished(form: Form, known: ItemIds, before: Map<string, Item>): void {
  const ours = new Set(Object.values(known));
  const { PAGE_BREAK, SECTION_HEADER, TEXT, PARAGRAPH_TEXT, MULTIPLE_CHOICE, CHECKBOX } = FormApp.ItemType;
  const kinds = [PAGE_BREAK, SECTION_HEADER, TEXT, PARAGRAPH_TEXT, MULTIPLE_CHOICE, CHECKBOX];
  for (const [id, item] of before) {
    if (!ours.has(id) && kinds.includes(item.getType()) && item.getTitle() === '')
      form.deleteItem(item.getIndex());
  }
}

function itemsById(form: Form): Map<string, Item> {
  return new Map(form.getItems().map((item) => [String(item.getId()), item]));
}

export function typeOf(wanted: FormItem): GoogleAppsScript.Forms.ItemType {
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
    case 'ticks':
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
    ticks: () => form.addCheckboxItem(),
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

function describe(wanted: FormItem, items: Map<string, Item>, changes: Changes): void {
  const item = items.get(wanted.key);
  if (!item) return;
  changes.set(item.getTitle(), wanted.title, (text) => item.setTitle(text));
  changes.set(item.getHelpText(), wanted.help ?? '', (text) => item.setHelpText(text));
  switch (wanted.kind) {
    case 'page':
    case 'words':
      return;
    case 'line': {
      const line = item.asTextItem();
      changes.set(line.isRequired(), wanted.required, (on) => line.setRequired(on));
      // Google tells nobody which rule a question has, so it is always written.
      if (wanted.email) {
        line.setValidation(
          FormApp.createTextValidation().setHelpText(wanted.email.message).requireTextIsEmail().build(),
        );
      } else if (wanted.atLeast) {
        const { characters, message } = wanted.atLeast;
        const rule = FormApp.createTextValidation().setHelpText(message);
        line.setValidation(rule.requireTextLengthGreaterThanOrEqualTo(characters).build());
      } else line.clearValidation();
      return;
    }
    case 'text': {
      const text = item.asParagraphTextItem();
      changes.set(text.isRequired(), wanted.required, (on) => text.setRequired(on));
      if (wanted.atLeast) {
        const { characters, message } = wanted.atLeast;
        const rule = FormApp.createParagraphTextValidation().setHelpText(message);
        text.setValidation(rule.requireTextLengthGreaterThanOrEqualTo(characters).build());
      } else text.clearValidation();
      return;
    }
    case 'tick':
      describeBoxes(item.asCheckboxItem(), [wanted.label], true, changes);
      return;
    case 'ticks':
      describeBoxes(item.asCheckboxItem(), wanted.labels, false, changes);
      return;
    case 'choice': {
      const choice = item.asMultipleChoiceItem();
      const now = choice.getChoices().map((option) => {
        const isWay = option.getPageNavigationType() !== null;
        return [option.getValue(), isWay ? wayOf(option.getGotoPage(), option.getPageNavigationType()) : ''];
      });
      const pageOf = (goTo: string) => items.get(goTo)?.asPageBreakItem() ?? null;
      const then = wanted.options.map(({ label, goTo }) => {
        const way = goTo === undefined ? '' : wayOf(pageOf(goTo), FormApp.PageNavigationType.SUBMIT);
        return [label, way];
      });
      changes.set(choice.hasOtherOption(), false, (on) => choice.showOtherOption(on));
      changes.set(JSON.stringify(now), JSON.stringify(then), () =>
        choice.setChoices(
          wanted.options.map(({ label, goTo }) => {
            if (goTo === undefined) return choice.createChoice(label);
            const page = pageOf(goTo);
            return page
              ? choice.createChoice(label, page)
              : choice.createChoice(label, FormApp.PageNavigationType.SUBMIT);
          }),
        ),
      );
      changes.set(choice.isRequired(), wanted.required, (on) => choice.setRequired(on));
    }
  }
}

function describeBoxes(
  boxes: GoogleAppsScript.Forms.CheckboxItem,
  labels: readonly string[],
  required: boolean,
  changes: Changes,
): void {
  const now = boxes.getChoices().map((choice) => choice.getValue());
  changes.set(JSON.stringify(now), JSON.stringify(labels), () => boxes.setChoiceValues([...labels]));
  changes.set(boxes.hasOtherOption(), false, (on) => boxes.showOtherOption(on));
  changes.set(boxes.isRequired(), required, (on) => boxes.setRequired(on));
  // A rule of somebody else's, such as a number of ticks, would keep answers back.
  boxes.clearValidation();
}

/** Where a page or an answer leads, as one word: the id of a page, or Google's name of the way. */
function wayOf(
  page: GoogleAppsScript.Forms.PageBreakItem | null,
  type: GoogleAppsScript.Forms.PageNavigationType,
): string {
  return String(page ? page.getId() : type);
}

/** Google keeps "where this page leads" on the page break that follows: it takes effect at the end of the page before. */
function directPages(wanted: readonly FormItem[], items: Map<string, Item>, changes: Changes): void {
  const { CONTINUE, SUBMIT } = FormApp.PageNavigationType;
  let next: string | undefined;
  for (const item of wanted) {
    if (item.kind !== 'page') continue;
    const page = items.get(item.key)?.asPageBreakItem();
    const target = next === undefined ? null : (items.get(next)?.asPageBreakItem() ?? null);
    const otherwise = next === SUBMIT_TARGET ? SUBMIT : CONTINUE;
    if (page) {
      const now = wayOf(page.getGoToPage(), page.getPageNavigationType());
      changes.set(now, wayOf(target, otherwise), () =>
        target ? page.setGoToPage(target) : page.setGoToPage(otherwise),
      );
    }
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
