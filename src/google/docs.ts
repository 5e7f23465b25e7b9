// The Google Doc of the Code of Conduct: read as plain text, or made for a first set-up.
// Reading alone would do with the scope documents.readonly; making the document needs documents, and drive.file
// would not let the system read a document that staff made themselves.

import { REASONS } from '../content/problems.ts';

type Content = GoogleAppsScript.Docs.Schema.StructuralElement;

function documents(): GoogleAppsScript.Docs.Collection.DocumentsCollection {
  if (!Docs?.Documents) throw new Error(REASONS.serviceOff('Docs'));
  return Docs.Documents;
}

/** The text as it reads without suggestions that nobody has accepted yet; an item of a list begins with `• `. One call. */
export function readDocument(id: string): string {
  const found = documents().get(id, { suggestionsViewMode: 'PREVIEW_WITHOUT_SUGGESTIONS' });
  return textOf(found.body?.content ?? []);
}

/** The text of what Google gives as the body of a document. */
export function textOf(content: readonly Content[]): string {
  return content
    .map(({ paragraph, table }) => {
      if (paragraph) {
        const text = (paragraph.elements ?? []).map(({ textRun }) => textRun?.content ?? '').join('');
        return (paragraph.bullet && text.trim() !== '' ? '• ' : '') + text;
      }
      const cells = (table?.tableRows ?? []).flatMap(({ tableCells }) => tableCells ?? []);
      return cells.map((cell) => textOf(cell.content ?? [])).join('');
    })
    .join('');
}

/** Makes a document with this text and gives its id. Two calls. */
export function createDocument(title: string, text: string): string {
  const id = documents().create({ title }).documentId ?? '';
  documents().batchUpdate({ requests: [{ insertText: { location: { index: 1 }, text } }] }, id);
  return id;
}
