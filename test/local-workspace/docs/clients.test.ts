// Documents through Google's own client, through the advanced service, and through DocumentApp.

import { describe, expect, it } from '@jest/globals';
import { DocsBench, wholeText } from './support.ts';

describe('Google’s own client', () => {
  it('writes and reads over HTTP', async () => {
    const bench = new DocsBench();
    const { docs, close } = await bench.client();
    try {
      const created = await docs.documents.create({ requestBody: { title: 'Code' } });
      const documentId = created.data.documentId as string;
      await docs.documents.batchUpdate({
        documentId,
        requestBody: { requests: [{ insertText: { endOfSegmentLocation: {}, text: 'Be kind.\nAlways.' } }] },
      });
      const { data } = await docs.documents.get({ documentId, fields: 'title,body(content(paragraph))' });
      expect(data.title).toBe('Code');
      expect(data.revisionId).toBeUndefined();
      expect(wholeText(data)).toBe('Be kind.\nAlways.');
      const tabs = await docs.documents.get({ documentId, includeTabsContent: true });
      expect(tabs.data.tabs).toHaveLength(1);
      await expect(docs.documents.get({ documentId: 'nothing' })).rejects.toMatchObject({ status: 404 });
      await expect(
        docs.documents.batchUpdate({ documentId, requestBody: { requests: [{ deleteContentRange: {} }] } }),
      ).rejects.toMatchObject({
        status: 400,
        message: expect.stringContaining('requests[0].deleteContentRange'),
      });
    } finally {
      await close();
    }
  });
});

const WRITE = `
  const { documentId } = Docs.Documents.create({ title: 'Code' });
  Docs.Documents.batchUpdate({ requests: [{ insertText: { location: { index: 1 }, text: 'Be kind.' } }] }, documentId);`;

describe('the advanced service', () => {
  it('creates, writes and reads', () => {
    const bench = new DocsBench();
    const [id, text] = bench.run(`${WRITE}
      const { body } = Docs.Documents.get(documentId, { fields: 'body' });
      return [documentId, body.content[1].paragraph.elements[0].textRun.content];`) as [string, string];
    expect(text).toBe('Be kind.\n');
    expect(bench.workspace.files.get(id)).toMatchObject({
      kind: 'document',
      name: 'Code',
      owner: 'contact@imstl.org',
    });
    expect(bench.workspace.executions()[0]?.calls.map(({ method }) => method)).toEqual([
      'Docs.Documents.create',
      'Docs.Documents.batchUpdate',
      'Docs.Documents.get',
    ]);
  });

  it('reads with the read-only scope, and does no more with it', () => {
    const bench = new DocsBench();
    const id = bench.written('Be kind.');
    expect(bench.run(`return Docs.Documents.get('${id}').title`, ['documents.readonly'])).toBe(
      'Code of Conduct',
    );
    expect(() => bench.run(WRITE, ['documents.readonly'])).toThrow(
      'Specified permissions are not sufficient to call docs.documents.create.',
    );
    expect(() => bench.run("Docs.Documents.get('nothing')")).toThrow(
      'API call to docs.documents.get failed with error: Requested entity was not found.',
    );
  });
});

describe('DocumentApp', () => {
  it('makes a document and writes paragraphs', () => {
    const bench = new DocsBench();
    const result = bench.run(`
      const doc = DocumentApp.create('Minutes');
      const body = doc.getBody();
      body.setText('One\\nTwo');
      body.appendParagraph('Three');
      doc.saveAndClose();
      const again = DocumentApp.openById(doc.getId());
      return [again.getName(), again.getBody().getText(), again.getBody().getParagraphs().map((p) => p.getText()).join('|')];`);
    expect(result).toEqual(['Minutes', 'One\nTwo\nThree', 'One|Two|Three']);
  });

  it('refuses what it does not have, what is closed and what is not there', () => {
    const bench = new DocsBench();
    const open = "const doc = DocumentApp.create('x');";
    expect(() => bench.run(`${open} doc.getBody().appendTable()`)).toThrow(
      'Body.appendTable is not implemented',
    );
    expect(() => bench.run(`${open} doc.saveAndClose(); doc.getBody().setText('y')`)).toThrow(
      'Document is closed, its contents cannot be updated.',
    );
    expect(() => bench.run("DocumentApp.openById('nothing')")).toThrow(
      'Document nothing is missing (perhaps it was deleted',
    );
    expect(() => bench.run(open, ['documents.readonly'])).toThrow(
      'Specified permissions are not sufficient to call DocumentApp.create',
    );
  });
});
