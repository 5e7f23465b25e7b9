// FormApp: opens and creates forms, and holds the enumerations and builders.

import { GoogleError, invalid } from '../../../kernel/errors.ts';
import type { Execution } from '../../../script/execution.ts';
import { ServiceObject } from '../../../script/service.ts';
import type { FormsEngine } from '../engine.ts';
import {
  Alignment,
  DestinationType,
  EmailCollectionType,
  FeedbackType,
  ItemType,
  PageNavigationType,
} from './enums.ts';
import { Form } from './form.ts';
import { openForm } from './item.ts';
import { asText } from './item-base.ts';
import {
  CheckboxValidationBuilder,
  ParagraphTextValidationBuilder,
  TextValidationBuilder,
} from './validation.ts';

const FORMS = 'https://www.googleapis.com/auth/forms';

export class FormApp extends ServiceObject {
  static override readonly serviceName = 'FormApp';
  static override readonly signatures = {
    create: ['String', 'String, Boolean'],
    openById: ['String'],
    openByUrl: ['String'],
    getActiveForm: [''],
    createTextValidation: [''],
    createParagraphTextValidation: [''],
    createCheckboxValidation: [''],
  };
  static override readonly constants = {
    Alignment,
    DestinationType,
    EmailCollectionType,
    FeedbackType,
    ItemType,
    PageNavigationType,
  };
  static override readonly scopes = {
    create: [FORMS],
    openById: [FORMS],
    openByUrl: [FORMS],
    getActiveForm: [`${FORMS}.currentonly`, FORMS],
  };

  constructor(
    private readonly execution: Execution,
    private readonly engine: FormsEngine,
  ) {
    super();
  }

  create(title: unknown, isPublished: boolean = this.engine.bornPublished): Form {
    const { user, options } = this.execution;
    const form = this.execution.remote('FormApp.create', () =>
      this.engine.create(asText(title), user, { published: isPublished, app: options.scriptId }),
    );
    return new Form(openForm(this.execution, this.engine, form.id));
  }

  openById(id: unknown): Form {
    return this.execution.remote('FormApp.openById', () => this.open(asText(id)));
  }

  /** Takes the address of the form's editor; the address for members leads nowhere here, as on Google. */
  openByUrl(url: unknown): Form {
    const id = /^https:\/\/docs\.google\.com\/(?:a\/[^/]+\/)?forms\/d\/([\w-]+)(?:[/?#]|$)/.exec(
      this.googles(asText(url)),
    )?.[1];
    if (!id) throw invalid('Invalid argument: url');
    return this.execution.remote('FormApp.openByUrl', () => this.open(id));
  }

  /** The form that the script is bound to, or null. */
  getActiveForm(): Form | null {
    const { containerId } = this.execution.options;
    return containerId && this.engine.find(containerId)
      ? new Form(openForm(this.execution, this.engine, containerId))
      : null;
  }

  createTextValidation(): TextValidationBuilder {
    return new TextValidationBuilder();
  }
  createParagraphTextValidation(): ParagraphTextValidationBuilder {
    return new ParagraphTextValidationBuilder();
  }
  createCheckboxValidation(): CheckboxValidationBuilder {
    return new CheckboxValidationBuilder();
  }

  private googles(url: string): string {
    return url.startsWith(`${this.engine.origin}/`)
      ? `https://docs.google.com${url.slice(this.engine.origin.length)}`
      : url;
  }

  private open(id: string): Form {
    const form = this.engine.find(id);
    if (!form || !this.engine.files.may({ email: this.execution.user }, id, 'write')) {
      throw new GoogleError(
        'NOT_FOUND',
        'No item with the given ID could be found, or you do not have permission to access it.',
      );
    }
    return new Form(openForm(this.execution, this.engine, id));
  }
}

/** The global `FormApp` of an execution. */
export const formApp = (engine: FormsEngine, execution: Execution): FormApp => new FormApp(execution, engine);
