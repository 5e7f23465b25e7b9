// Apps Script's DocumentApp, as far as it is offered: making and opening a document, and its text by paragraphs.

import { GoogleError, invalid, notImplemented } from '../../../kernel/errors.ts';
import type { Execution } from '../../../script/execution.ts';
import { ServiceObject } from '../../../script/service.ts';
import type { Draft } from '../draft.ts';
import type { DocsEngine } from '../engine.ts';
import { documentText, paragraphText } from '../model.ts';

const SCOPES = ['https://www.googleapis.com/auth/documents'];

class DocumentApp extends ServiceObject {
  static override readonly serviceName = 'DocumentApp';
  static override readonly signatures = { create: ['String'], openById: ['String'] };
  static override readonly scopes = { '*': SCOPES };

  constructor(
    private readonly execution: Execution,
    private readonly engine: DocsEngine,
  ) {
    super();
  }

  create(name: unknown): Document {
    const id = this.execution.remote('DocumentApp.create', () =>
      this.engine.create(this.execution.user, String(name)),
    );
    return new Document(new OpenDocument(this.execution, this.engine, id));
  }

  openById(given: unknown): Document {
    const id = String(given);
    this.execution.remote('DocumentApp.openById', () => {
      const may =
        this.engine.all().some(({ documentId }) => documentId === id) &&
        this.engine.files.may({ email: this.execution.user }, id, 'read');
      if (!may) {
        throw new GoogleError(
          'NOT_FOUND',
          `Document ${id} is missing (perhaps it was deleted, or you don't have read access?)`,
        );
      }
    });
    return new Document(new OpenDocument(this.execution, this.engine, id));
  }
}

/** A document that a script has open; what it changes is there at once. */
class OpenDocument {
  private closed = false;

  constructor(
    private readonly execution: Execution,
    private readonly engine: DocsEngine,
    readonly id: string,
  ) {}

  get name(): string {
    return this.engine.files.get(this.id).name;
  }

  read() {
    return this.engine.document(this.id);
  }

  change(method: string, work: (draft: Draft) => void): void {
    if (this.closed) throw invalid('Document is closed, its contents cannot be updated.');
    this.execution.remote(method, () =>
      this.engine.write({ email: this.execution.user }, this.id, (draft) => work(draft)),
    );
  }

  addEditor(email: string): void {
    this.execution.remote('Document.addEditor', () =>
      this.engine.files.addEditor({ email: this.execution.user }, this.id, email),
    );
  }

  close(): void {
    this.execution.remote('Document.saveAndClose', () => undefined);
    this.closed = true;
  }
}

class Document extends ServiceObject {
  static override readonly serviceName = 'Document';
  static override readonly signatures = {
    addEditor: ['String'],
    getBody: [''],
    getId: [''],
    getName: [''],
    getUrl: [''],
    saveAndClose: [''],
  };
  static override readonly scopes = { '*': SCOPES };

  constructor(private readonly open: OpenDocument) {
    super();
  }

  addEditor(email: unknown): this {
    this.open.addEditor(String(email));
    return this;
  }
  getBody(): Body {
    return new Body(this.open);
  }
  getId(): string {
    return this.open.id;
  }
  getName(): string {
    return this.open.name;
  }
  getUrl(): string {
    return `https://docs.google.com/open?id=${this.open.id}`;
  }
  saveAndClose(): void {
    this.open.close();
  }
}

class Body extends ServiceObject {
  static override readonly serviceName = 'Body';
  static override readonly signatures = {
    appendParagraph: ['String'],
    getParagraphs: [''],
    getText: [''],
    setText: ['String'],
  };
  static override readonly scopes = { '*': SCOPES };

  constructor(private readonly open: OpenDocument) {
    super();
  }

  getText(): string {
    return documentText(this.open.read().paragraphs);
  }

  setText(given: unknown): Body {
    const text = String(given);
    this.open.change('Body.setText', (draft) => {
      if (draft.end > 2) draft.delete(1, draft.end - 1);
      if (text !== '') draft.insert(1, text);
    });
    return this;
  }

  /** Comes after the last paragraph, even when that one is empty. */
  appendParagraph(given: unknown): Paragraph {
    const text = String(given);
    if (/[\r\n]/.test(text)) throw notImplemented('Body.appendParagraph with a line break in the text');
    this.open.change('Body.appendParagraph', (draft) => {
      draft.insert(draft.end - 1, '\n');
      const start = draft.end - 1;
      if (text !== '') draft.insert(start, text);
    });
    return new Paragraph(text);
  }

  getParagraphs(): Paragraph[] {
    return this.open
      .read()
      .paragraphs.map((paragraph) => new Paragraph(paragraphText(paragraph).slice(0, -1)));
  }
}

/** A paragraph as it was when the script asked for it. */
class Paragraph extends ServiceObject {
  static override readonly serviceName = 'Paragraph';
  static override readonly signatures = { getText: [''] };
  static override readonly scopes = { '*': SCOPES };

  constructor(private readonly text: string) {
    super();
  }

  getText(): string {
    return this.text;
  }
}

/** The global `DocumentApp` of an execution. */
export const documentApp = (engine: DocsEngine, execution: Execution): ServiceObject =>
  new DocumentApp(execution, engine);
