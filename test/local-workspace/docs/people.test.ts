// People who look at a document and edit it: formats stay where the text stays.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ANA, DocsBench, OWNER } from './support.ts';

function code(bench: DocsBench): string {
  const id = bench.written('Code\nRules\nBe kind\nBe fair\nEnd');
  bench.update(id, [
    {
      updateParagraphStyle: {
        range: { startIndex: 1, endIndex: 2 },
        paragraphStyle: { namedStyleType: 'TITLE' },
        fields: 'namedStyleType',
      },
    },
    {
      updateParagraphStyle: {
        range: { startIndex: 6, endIndex: 7 },
        paragraphStyle: { namedStyleType: 'HEADING_1' },
        fields: 'namedStyleType',
      },
    },
    {
      updateTextStyle: { range: { startIndex: 15, endIndex: 19 }, textStyle: { bold: true }, fields: 'bold' },
    },
    {
      createParagraphBullets: {
        range: { startIndex: 12, endIndex: 22 },
        bulletPreset: 'NUMBERED_DECIMAL_ALPHA_ROMAN',
      },
    },
  ]);
  return id;
}

describe('a person', () => {
  it('sees title, styles, lists and formats', () => {
    const bench = new DocsBench();
    const view = bench.engine.view(OWNER, code(bench));
    expect(view).toMatchObject({
      title: 'Code of Conduct',
      mayEdit: true,
      text: 'Code\nRules\nBe kind\nBe fair\nEnd',
    });
    expect(view.paragraphs[2]).toMatchObject({
      text: 'Be kind',
      style: 'NORMAL_TEXT',
      bullet: { level: 0, numbered: true },
      runs: [
        { text: 'Be ', bold: false },
        { text: 'kind', bold: true },
      ],
    });
  });

  it('rewords, adds and removes lines; what stays keeps its look', () => {
    const bench = new DocsBench();
    const id = code(bench);
    bench.engine.userEdit(
      OWNER,
      id,
      'Code\nOur rules\nNew under the heading\nBe very kind\nBe patient\nEnd\nReally',
    );
    expect(bench.outline(id)).toEqual([
      'TITLE: Code',
      'HEADING_1: Our rules',
      'NORMAL_TEXT: - New under the heading',
      'NORMAL_TEXT: - Be very kind',
      'NORMAL_TEXT: - Be patient',
      'NORMAL_TEXT: End',
      'NORMAL_TEXT: Really',
    ]);
  });

  it('a line added below a heading is normal text, one below a list item is an item', () => {
    const bench = new DocsBench();
    const id = code(bench);
    bench.engine.userEdit(OWNER, id, 'Code\nRules\nRead them\nBe kind\nBe fair\nBe patient\nEnd');
    expect(bench.outline(id)).toEqual([
      'TITLE: Code',
      'HEADING_1: Rules',
      'NORMAL_TEXT: Read them',
      'NORMAL_TEXT: - Be kind',
      'NORMAL_TEXT: - Be fair',
      'NORMAL_TEXT: - Be patient',
      'NORMAL_TEXT: End',
    ]);
  });

  it('gets exactly the text that she typed, whatever it was before', () => {
    const bench = new DocsBench();
    const id = code(bench);
    const line = fc.constantFrom(
      '',
      'Code',
      'Rules',
      'Be kind',
      'Be very kind',
      'Be fair',
      'End',
      '😀',
      '😁😀',
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 9 }), (lines) => {
        bench.engine.userEdit(OWNER, id, lines.join('\r\n'));
        expect(bench.engine.text(id)).toBe(lines.join('\n'));
      }),
      { numRuns: 300, examples: [[['Code', '']], [['Code']], [['', '']]] },
    );
  });

  it('who changes nothing makes no revision; who may only look changes nothing', () => {
    const bench = new DocsBench();
    const id = code(bench);
    const { revisionId } = bench.get(id);
    bench.engine.userEdit(OWNER, id, bench.engine.text(id));
    expect(bench.get(id).revisionId).toBe(revisionId);
    bench.workspace.files.update(id, { viewers: [ANA] });
    expect(bench.engine.view(ANA, id).mayEdit).toBe(false);
    expect(() => bench.engine.userEdit(ANA, id, 'Mine')).toThrow('The caller does not have permission');
  });

  it('a snapshot brings the document back', () => {
    const bench = new DocsBench();
    const id = code(bench);
    const before = bench.workspace.snapshot();
    bench.engine.userEdit(OWNER, id, 'Gone');
    bench.workspace.restore(before);
    expect(bench.engine.text(id)).toContain('Be kind');
    expect(bench.engine.all()).toEqual([{ documentId: id, name: 'Code of Conduct', owner: OWNER }]);
  });
});
