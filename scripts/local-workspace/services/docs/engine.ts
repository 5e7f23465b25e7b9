// The documents of the Workspace: opening them with permission, changing them all at once, and what people do with them.

import { notFound } from '../../kernel/errors.ts';
import type { Caller, Kernel } from '../../kernel/kernel.ts';
import type { Files } from '../drive/files.ts';
import { Draft } from './draft.ts';
import { type DocumentRecord, documentText, emptyParagraph } from './model.ts';
import { rewrite } from './rewrite.ts';
import { type DocumentView, viewParagraph } from './view.ts';

export type { DocumentView, ParagraphView } from './view.ts';

export class DocsEngine {
  constructor(
    readonly kernel: Kernel,
    readonly files: Files,
  ) {}

  private get records() {
    return this.kernel.store.table<DocumentRecord>('documents');
  }

  /** A new, empty document; answers its id. */
  create(owner: string, title = 'Untitled document'): string {
    this.kernel.quotas.take(
      owner,
      'documents created',
      1,
      'Service invoked too many times for one day: docs create.',
    );
    const { id } = this.files.create('document', title, owner);
    this.records.set(id, {
      documentId: id,
      revisionId: this.newRevision(),
      paragraphs: [emptyParagraph()],
      lists: {},
    });
    this.kernel.changed('docs');
    return id;
  }

  /** All documents, for the page. */
  all(): { documentId: string; name: string; owner: string }[] {
    return this.files
      .all('document')
      .filter(({ id }) => this.records.has(id))
      .map(({ id, name, owner }) => ({ documentId: id, name, owner }));
  }

  /** Opens for reading. @throws NOT_FOUND, PERMISSION_DENIED */
  open(caller: Caller, documentId: string): DocumentRecord {
    return this.permitted(caller, documentId, 'read');
  }

  /** The document, without asking for permission. @throws NOT_FOUND */
  document(documentId: string): DocumentRecord {
    const record = this.records.get(documentId);
    if (!record) throw notFound();
    return record;
  }

  /** Its whole text without formats, without asking for permission: a line feed between paragraphs. */
  text(documentId: string): string {
    return documentText(this.document(documentId).paragraphs);
  }

  /** Changes a document: everything that `work` does lands together, or nothing when it throws. */
  write<T>(caller: Caller, documentId: string, work: (draft: Draft, record: DocumentRecord) => T): T {
    const record = this.permitted(caller, documentId, 'write');
    const draft = new Draft(record, (prefix) => `${prefix}${this.kernel.random.id(12).toLowerCase()}`);
    const result = work(draft, record);
    this.records.set(documentId, { ...draft.result(), revisionId: this.newRevision() });
    this.kernel.changed('docs');
    return result;
  }

  /** Counts one API call against the caller's allowance of the minute. @throws RESOURCE_EXHAUSTED */
  count(caller: Caller, kind: 'Read' | 'Write'): void {
    this.kernel.quotas.take(
      caller.email,
      kind === 'Read' ? 'docs reads' : 'docs writes',
      1,
      `Quota exceeded for quota metric '${kind} requests' and limit '${kind} requests per minute per user' of service 'docs.googleapis.com' for consumer 'project_number:0'.`,
    );
  }

  // What people do

  /** What the page shows to a person. @throws NOT_FOUND, PERMISSION_DENIED */
  view(user: string, documentId: string): DocumentView {
    const { paragraphs, lists, revisionId } = this.open({ email: user }, documentId);
    return {
      documentId,
      title: this.files.get(documentId).name,
      revisionId,
      mayEdit: this.files.may({ email: user }, documentId, 'write'),
      paragraphs: paragraphs.map((paragraph) => viewParagraph(paragraph, lists)),
      text: documentText(paragraphs),
    };
  }

  /**
   * A person changes the text: one line a paragraph. Paragraphs that stay keep their formats, reworded ones too, and
   * new ones look like their neighbours. Nothing happens when nothing differs.
   * @throws NOT_FOUND, PERMISSION_DENIED
   */
  userEdit(user: string, documentId: string, wholeText: string): void {
    const record = this.permitted({ email: user }, documentId, 'write');
    if (documentText(record.paragraphs) === wholeText.replace(/\r\n?/g, '\n')) return;
    this.write({ email: user }, documentId, (draft) => rewrite(draft, wholeText));
  }

  private permitted(caller: Caller, documentId: string, what: 'read' | 'write'): DocumentRecord {
    const record = this.document(documentId);
    this.files.require(caller, documentId, what);
    return record;
  }

  private newRevision(): string {
    return this.kernel.random.id(64, 'ALm37B');
  }
}
