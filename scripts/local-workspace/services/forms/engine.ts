// Keeps forms and their responses: what FormApp, the Forms API and the form's page all stand on.

import { GoogleError, invalid, notFound, notImplemented } from '../../kernel/errors.ts';
import type { Caller, Kernel } from '../../kernel/kernel.ts';
import type { DriveFile, Files } from '../drive/files.ts';
import {
  type Answers,
  asksSomething,
  DEFAULT_SETTINGS,
  type Form,
  type FormItem,
  type FormResponse,
  type FormSettings,
  type ItemType,
} from './form-model.ts';
import { fieldsFor } from './form-walk.ts';
import { emptyItem, withoutItem } from './item-changes.ts';
import { acceptSubmission, type MemberSubmission, namedAnswers, type Submission } from './submissions.ts';

/** Writes responses into the spreadsheet that a form is linked to. */
export interface LinkedSheets {
  /** Makes the tab for the responses; throws when the spreadsheet cannot be opened. */
  link(form: Form, spreadsheetId: string): void;
  write(form: Form, response: FormResponse, edited: boolean): void;
}

export interface FormsOptions {
  /** Where the forms' addresses begin. */
  readonly origin?: string;
  /**
   * Whether `FormApp.create(title)` with one argument gives a published form. Google says that it changed in June 2026
   * for forms made by its API and leaves FormApp open (apps-script-facts, section 4); scripts must work with both.
   */
  readonly bornPublished?: boolean;
  readonly linkedSheets?: LinkedSheets;
}

export class FormsEngine {
  readonly origin: string;
  readonly bornPublished: boolean;

  constructor(
    readonly kernel: Kernel,
    readonly files: Files,
    private readonly options: FormsOptions = {},
  ) {
    this.origin = options.origin ?? 'https://docs.google.com';
    this.bornPublished = options.bornPublished ?? false;
  }

  private get forms() {
    return this.kernel.store.table<Form>('forms');
  }

  /** Form ids by published id. */
  private get addresses() {
    return this.kernel.store.table<string>('form addresses');
  }

  private responseTable(formId: string) {
    return this.kernel.store.table<FormResponse>(`form responses ${formId}`);
  }

  /** @param options.app the script that makes it; Google does not say whether the Drive API then counts it as its own */
  create(name: string, owner: string, options: { published: boolean; title?: string; app?: string }): Form {
    const file = this.files.create('form', name, owner);
    if (options.app !== undefined) this.files.madeBy({ email: owner, app: options.app }, file.id);
    const form: Form = {
      id: file.id,
      publishedId: this.kernel.random.id(56, '1FAIpQLS'),
      title: options.title ?? '',
      description: '',
      items: [],
      settings: { ...DEFAULT_SETTINGS, published: options.published, accepting: options.published },
      revision: 1,
    };
    this.forms.set(form.id, form);
    this.addresses.set(form.publishedId, form.id);
    this.kernel.changed('forms');
    return form;
  }

  /** @throws NOT_FOUND */
  get(formId: string): Form {
    const form = this.forms.get(formId);
    if (!form) throw notFound();
    return form;
  }

  find(formId: string): Form | undefined {
    return this.forms.get(formId);
  }

  /** Every form that is not in the bin, in the order of creation. */
  all(): Form[] {
    return this.forms.values().filter((form) => this.files.find(form.id)?.trashed === false);
  }

  byPublishedId(publishedId: string): Form | undefined {
    const formId = this.addresses.get(publishedId);
    const form = formId === undefined ? undefined : this.forms.get(formId);
    return form && this.files.find(form.id)?.trashed === false ? form : undefined;
  }

  file(form: Form): DriveFile {
    return this.files.get(form.id);
  }

  /** What members see above the form: its title, or the file's name while it has none. */
  shownTitle(form: Form): string {
    return form.title || this.file(form).name;
  }

  /** @throws NOT_FOUND, PERMISSION_DENIED */
  require(caller: Caller, formId: string, what: 'read' | 'write'): Form {
    this.get(formId);
    this.files.require(caller, formId, what);
    return this.get(formId);
  }

  viewUrl(form: Form): string {
    return `${this.origin}/forms/d/e/${form.publishedId}/viewform`;
  }

  editorUrl(form: Form): string {
    return `${this.origin}/forms/d/${form.id}/edit`;
  }

  editResponseUrl(response: FormResponse): string {
    return `${this.viewUrl(this.get(response.formId))}?edit2=${response.editToken}`;
  }

  /** The form's address with answers already filled in; spaces become `+`, as Google writes them. */
  prefilledUrl(form: Form, answers: Answers): string {
    const encode = (text: string): string => encodeURIComponent(text).replace(/%20/g, '+');
    const fields = fieldsFor(form.items, answers).map(([name, value]) => `&${name}=${encode(value)}`);
    return `${this.viewUrl(form)}?usp=pp_url${fields.join('')}`;
  }

  update(formId: string, change: Partial<Pick<Form, 'title' | 'description' | 'items'>>): Form {
    const form = this.get(formId);
    return this.put({ ...form, ...change, revision: form.revision + 1 });
  }

  updateSettings(formId: string, change: Partial<FormSettings>): Form {
    const form = this.get(formId);
    const settings = { ...form.settings, ...change };
    return this.put({
      ...form,
      settings: { ...settings, accepting: settings.accepting && settings.published },
    });
  }

  /** Links the form to a spreadsheet, or to none. */
  setDestination(formId: string, spreadsheetId: string | undefined): Form {
    const form = this.get(formId);
    if (spreadsheetId !== undefined) {
      if (!this.options.linkedSheets) throw notImplemented('Form.setDestination');
      this.options.linkedSheets.link(form, spreadsheetId);
    }
    const { destinationId: _, ...unlinked } = form;
    return this.put(spreadsheetId === undefined ? unlinked : { ...unlinked, destinationId: spreadsheetId });
  }

  private put(form: Form): Form {
    this.forms.set(form.id, form);
    this.kernel.changed('forms');
    return form;
  }

  addItem(formId: string, type: ItemType, copy?: FormItem): FormItem {
    const form = this.get(formId);
    const used = new Set(form.items.flatMap((item) => [item.id, item.questionId]));
    const newId = (): number => {
      let id = 0;
      while (id === 0 || used.has(id)) id = this.kernel.random.integer(2 ** 31);
      used.add(id);
      return id;
    };
    const base: FormItem = copy ?? emptyItem(type);
    const item: FormItem = { ...base, id: newId(), questionId: asksSomething(base) ? newId() : 0 };
    this.update(formId, { items: [...form.items, item] });
    return item;
  }

  /** @throws when the item is gone */
  item(formId: string, itemId: number): FormItem {
    const item = this.get(formId).items.find((candidate) => candidate.id === itemId);
    if (!item) throw new GoogleError('NOT_FOUND', 'The item does not exist in the form.');
    return item;
  }

  updateItem(
    formId: string,
    itemId: number,
    change: Partial<Omit<FormItem, 'id' | 'questionId' | 'type'>>,
  ): FormItem {
    const item = { ...this.item(formId, itemId), ...change };
    this.update(formId, { items: this.get(formId).items.map((each) => (each.id === itemId ? item : each)) });
    return item;
  }

  removeItem(formId: string, itemId: number): void {
    this.item(formId, itemId);
    this.update(formId, { items: withoutItem(this.get(formId).items, itemId) });
  }

  moveItem(formId: string, from: number, to: number): FormItem {
    const items = [...this.get(formId).items];
    if (from < 0 || from >= items.length || to < 0 || to >= items.length)
      throw invalid('Invalid argument: index');
    const [item] = items.splice(from, 1) as [FormItem];
    items.splice(to, 0, item);
    this.update(formId, { items });
    return item;
  }

  /** In the order of their last submission. */
  responses(formId: string): FormResponse[] {
    const all = this.responseTable(formId).values();
    return all.sort((a, b) => a.lastSubmittedTime - b.lastSubmittedTime);
  }

  responseCount(formId: string): number {
    return this.responseTable(formId).size;
  }

  response(formId: string, responseId: string): FormResponse | undefined {
    return this.responseTable(formId).get(responseId);
  }

  responseByToken(formId: string, editToken: string): FormResponse | undefined {
    return this.responseTable(formId)
      .values()
      .find((response) => response.editToken === editToken);
  }

  /** Stores a new response, or the new state of an edited one, without telling anybody. */
  keepResponse(
    form: Form,
    what: Pick<FormResponse, 'answers' | 'email' | 'account'>,
    previous?: FormResponse,
  ): FormResponse {
    const now = this.kernel.clock.now();
    const response: FormResponse = {
      id: previous?.id ?? this.kernel.random.id(64, 'ACYDBN'),
      formId: form.id,
      createTime: previous?.createTime ?? now,
      lastSubmittedTime: now,
      answers: what.answers,
      email: what.email,
      account: what.account,
      editToken: previous?.editToken ?? this.kernel.random.id(48, '2_ABaOnu'),
    };
    this.responseTable(form.id).set(response.id, response);
    if (form.destinationId !== undefined)
      this.options.linkedSheets?.write(form, response, previous !== undefined);
    this.kernel.changed('forms');
    return response;
  }

  deleteResponse(formId: string, responseId: string): void {
    this.responseTable(formId).delete(responseId);
    this.kernel.changed('forms');
  }

  deleteAllResponses(formId: string): void {
    for (const id of this.responseTable(formId).keys()) this.responseTable(formId).delete(id);
    this.kernel.changed('forms');
  }

  /**
   * A member submits the form in her browser: checked like the page, stored, triggers queued.
   * @throws FormRefused
   */
  submit(submission: MemberSubmission): FormResponse {
    const form = this.get(submission.formId);
    return acceptSubmission(this, form, { ...submission, answers: namedAnswers(form, submission.answers) });
  }

  /** A member changes her response: same id, new time of submission; answers that are not named stay. */
  editResponse(responseId: string, submission: MemberSubmission): FormResponse {
    const form = this.get(submission.formId);
    const previous = this.response(form.id, responseId);
    if (!previous) throw notFound();
    const answers = { ...previous.answers, ...namedAnswers(form, submission.answers) };
    return acceptSubmission(this, form, { email: previous.email, ...submission, answers }, previous);
  }

  /** A submission whose answers are read already; the page uses it. */
  accept(form: Form, submission: Submission, previous?: FormResponse): FormResponse {
    return acceptSubmission(this, form, submission, previous);
  }
}
