// The Form object of Apps Script.

import { GoogleError, invalid } from '../../../kernel/errors.ts';
import { type EnumValue, ServiceObject, type Signatures } from '../../../script/service.ts';
import type { FormSettings, ItemType, FormResponse as Stored } from '../form-model.ts';
import { DestinationType, emailCollectionOf } from './enums.ts';
import { FormResponse } from './form-response.ts';
import { asText, type FormContext, ItemBase } from './item-base.ts';

const ADDERS = {
  addTextItem: 'TEXT',
  addParagraphTextItem: 'PARAGRAPH_TEXT',
  addMultipleChoiceItem: 'MULTIPLE_CHOICE',
  addCheckboxItem: 'CHECKBOX',
  addListItem: 'LIST',
  addScaleItem: 'SCALE',
  addDateItem: 'DATE',
  addTimeItem: 'TIME',
  addPageBreakItem: 'PAGE_BREAK',
  addSectionHeaderItem: 'SECTION_HEADER',
} as const satisfies Record<string, ItemType>;

/** Settings that are simply switched or written, with their readers. */
const SWITCHES = {
  setAllowResponseEdits: ['allowEdits', 'canEditResponse'],
  setLimitOneResponsePerUser: ['limitOne', 'hasLimitOneResponsePerUser'],
  setProgressBar: ['progressBar', 'hasProgressBar'],
  setShowLinkToRespondAgain: ['respondAgainLink', 'hasRespondAgainLink'],
  setShuffleQuestions: ['shuffleQuestions', 'getShuffleQuestions'],
  setPublishingSummary: ['publishingSummary', 'isPublishingSummary'],
} as const satisfies Record<string, readonly [keyof FormSettings, string]>;

const TEXTS = {
  setConfirmationMessage: ['confirmationMessage', 'getConfirmationMessage'],
  setCustomClosedFormMessage: ['closedMessage', 'getCustomClosedFormMessage'],
} as const satisfies Record<string, readonly [keyof FormSettings, string]>;

const each = (names: readonly string[], lists: readonly string[]): Signatures =>
  Object.fromEntries(names.map((name) => [name, lists]));
const readers = (table: Readonly<Record<string, readonly [string, string]>>): string[] =>
  Object.values(table).map(([, reader]) => reader);

export class Form extends ServiceObject {
  static override readonly serviceName = 'Form';
  static override readonly signatures: Signatures = {
    ...each(Object.keys(ADDERS), ['']),
    ...each(Object.keys(SWITCHES), ['Boolean']),
    ...each(Object.keys(TEXTS), ['String']),
    ...each([...readers(SWITCHES), ...readers(TEXTS)], ['']),
    addEditor: ['String'],
    getId: [''],
    getTitle: [''],
    setTitle: ['String'],
    getDescription: [''],
    setDescription: ['String'],
    getItems: ['', 'ItemType'],
    getItemById: ['Integer'],
    deleteItem: ['Integer', 'Item'],
    moveItem: ['Integer, Integer', 'Item, Integer'],
    isPublished: [''],
    setPublished: ['Boolean'],
    isAcceptingResponses: [''],
    setAcceptingResponses: ['Boolean'],
    supportsAdvancedResponderPermissions: [''],
    collectsEmail: [''],
    setCollectEmail: ['Boolean'],
    setEmailCollectionType: ['EmailCollectionType'],
    getPublishedUrl: [''],
    getEditUrl: [''],
    getSummaryUrl: [''],
    createResponse: [''],
    getResponse: ['String'],
    getResponses: ['', 'Date'],
    deleteResponse: ['String'],
    deleteAllResponses: [''],
    setDestination: ['DestinationType, String'],
    removeDestination: [''],
    getDestinationId: [''],
    getDestinationType: [''],
  };

  constructor(readonly context: FormContext) {
    super();
  }

  private get form() {
    return this.context.form;
  }

  /** One call to Google that changes the form. */
  change(method: string, effect: () => unknown): this {
    this.context.change(`Form.${method}`, effect);
    return this;
  }

  setting(method: string, change: Partial<FormSettings>): this {
    return this.change(method, () => this.context.engine.updateSettings(this.context.formId, change));
  }

  addEditor(email: unknown): this {
    const { engine, execution, formId } = this.context;
    return this.change('addEditor', () =>
      engine.files.addEditor({ email: execution.user }, formId, asText(email)),
    );
  }
  getId(): string {
    return this.context.formId;
  }
  /** '' until `setTitle`: `FormApp.create` names the file only. */
  getTitle(): string {
    return this.form.title;
  }
  setTitle(title: unknown): this {
    return this.change('setTitle', () => this.context.engine.update(this.getId(), { title: asText(title) }));
  }
  getDescription(): string {
    return this.form.description;
  }
  setDescription(description: unknown): this {
    return this.change('setDescription', () =>
      this.context.engine.update(this.getId(), { description: asText(description) }),
    );
  }

  /** The structure came with opening the form, so that reading it costs no call. */
  getItems(type?: EnumValue | null): ItemBase[] {
    return this.form.items
      .filter((item) => !type || item.type === type.name)
      .map((item) => this.context.generic(item));
  }
  getItemById(id: number): ItemBase | null {
    const item = this.form.items.find((candidate) => candidate.id === id);
    return item ? this.context.generic(item) : null;
  }
  deleteItem(which: number | ItemBase): void {
    const id = which instanceof ItemBase ? which.itemId : this.form.items[which]?.id;
    if (id === undefined) throw invalid('Invalid argument: index');
    this.change('deleteItem', () => this.context.engine.removeItem(this.getId(), id));
  }
  moveItem(which: number | ItemBase, to: number): ItemBase {
    const from = which instanceof ItemBase ? which.getIndex() : which;
    const { context } = this;
    return context.generic(
      context.change('Form.moveItem', () => context.engine.moveItem(this.getId(), from, to)),
    );
  }

  isPublished(): boolean {
    return this.form.settings.published;
  }
  /** Publishing also opens the form for responses; the other way round it closes it. */
  setPublished(enabled: boolean): this {
    return this.setting('setPublished', { published: enabled, accepting: enabled });
  }
  isAcceptingResponses(): boolean {
    return this.form.settings.accepting;
  }
  setAcceptingResponses(enabled: boolean): this {
    if (enabled && !this.isPublished()) throw invalid('Cannot accept responses for an unpublished form.');
    return this.setting('setAcceptingResponses', { accepting: enabled });
  }
  supportsAdvancedResponderPermissions(): boolean {
    return true;
  }
  collectsEmail(): boolean {
    return this.form.settings.emailCollection !== 'DO_NOT_COLLECT';
  }
  /** Switching it on asks members to type their address; it never makes it a verified one. */
  setCollectEmail(collect: boolean): this {
    const kept = this.collectsEmail() ? this.form.settings.emailCollection : 'RESPONDER_INPUT';
    return this.setting('setCollectEmail', { emailCollection: collect ? kept : 'DO_NOT_COLLECT' });
  }
  setEmailCollectionType(type: EnumValue | null): this {
    if (!type) throw invalid('Invalid argument: type');
    return this.setting('setEmailCollectionType', { emailCollection: emailCollectionOf(type) });
  }

  getPublishedUrl(): string {
    return this.context.engine.viewUrl(this.form);
  }
  getEditUrl(): string {
    return this.context.engine.editorUrl(this.form);
  }
  getSummaryUrl(): string {
    return `${this.context.engine.origin}/forms/d/${this.getId()}/viewanalytics`;
  }

  createResponse(): FormResponse {
    return new FormResponse(this.context);
  }
  getResponse(responseId: string): FormResponse {
    const found = this.context.execution.remote('Form.getResponse', () => this.stored(responseId), {
      request: responseId.length,
      response: sizeOf,
    });
    return new FormResponse(this.context, found);
  }
  /** All responses, or those submitted or changed at a moment or after it, the earliest first. */
  getResponses(since?: Date | null): FormResponse[] {
    const found = this.context.execution.remote(
      'Form.getResponses',
      () => {
        const all = this.context.engine.responses(this.getId());
        return since ? all.filter((response) => response.lastSubmittedTime >= since.getTime()) : all;
      },
      { response: (responses) => responses.reduce((bytes, response) => bytes + sizeOf(response), 0) },
    );
    return found.map((response) => new FormResponse(this.context, response));
  }
  deleteResponse(responseId: string): this {
    return this.change('deleteResponse', () => {
      this.stored(responseId);
      this.context.engine.deleteResponse(this.getId(), responseId);
    });
  }
  deleteAllResponses(): this {
    return this.change('deleteAllResponses', () => this.context.engine.deleteAllResponses(this.getId()));
  }
  private stored(responseId: string): Stored {
    const stored = this.context.engine.response(this.getId(), responseId);
    if (!stored) throw new GoogleError('NOT_FOUND', 'No response with the given ID could be found.');
    return stored;
  }

  setDestination(_type: EnumValue | null, id: string): this {
    return this.change('setDestination', () => this.context.engine.setDestination(this.getId(), id));
  }
  removeDestination(): this {
    return this.change('removeDestination', () =>
      this.context.engine.setDestination(this.getId(), undefined),
    );
  }
  /** @throws when there is none, as Google does */
  getDestinationId(): string {
    const { destinationId } = this.form;
    if (destinationId === undefined) throw invalid('The form currently has no response destination.');
    return destinationId;
  }
  getDestinationType(): EnumValue {
    this.getDestinationId();
    return DestinationType.SPREADSHEET;
  }
}

const define = (name: string, value: (this: Form, ...args: never[]) => unknown): void => {
  Object.defineProperty(Form.prototype, name, { value });
};

for (const [name, type] of Object.entries(ADDERS)) {
  define(name, function () {
    const { context } = this;
    return context.own(context.change(`Form.${name}`, () => context.engine.addItem(context.formId, type)));
  });
}
for (const [name, [key, reader]] of Object.entries(SWITCHES)) {
  define(name, function (enabled: boolean) {
    return this.setting(name, { [key]: enabled });
  });
  define(reader, function () {
    return this.context.form.settings[key];
  });
}
for (const [name, [key, reader]] of Object.entries(TEXTS)) {
  define(name, function (text: unknown) {
    return this.setting(name, { [key]: asText(text) });
  });
  define(reader, function () {
    return this.context.form.settings[key];
  });
}

/** Bytes of a response on the wire, near enough; counted once for each state of a response. */
function sizeOf(response: Stored): number {
  let size = sizes.get(response);
  if (size === undefined) {
    size = Buffer.byteLength(JSON.stringify(response));
    sizes.set(response, size);
  }
  return size;
}
const sizes = new WeakMap<Stored, number>();
