// Writing a Code of Conduct into a new document through the Docs API, and reading it again.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ANA, DocsBench, OWNER, paragraphs, type Requests, textOf, wholeText } from './support.ts';

const style = (startIndex: number, endIndex: number, namedStyleType: string): Requests[number] => ({
  updateParagraphStyle: {
    range: { startIndex, endIndex },
    paragraphStyle: { namedStyleType },
    fields: 'namedStyleType',
  },
});
const insert = (index: number, text: string): Requests[number] => ({
  insertText: { location: { index }, text },
});

describe('a new document', () => {
  it('is one empty paragraph after the section break', () => {
    const bench = new DocsBench();
    const document = bench.get(bench.create('Code of Conduct'));
    expect(document).toMatchObject({ title: 'Code of Conduct', suggestionsViewMode: 'SUGGESTIONS_INLINE' });
    expect(document.body?.content).toEqual([
      { endIndex: 1, sectionBreak: expect.anything() },
      {
        startIndex: 1,
        endIndex: 2,
        paragraph: {
          elements: [{ startIndex: 1, endIndex: 2, textRun: { content: '\n', textStyle: {} } }],
          paragraphStyle: { namedStyleType: 'NORMAL_TEXT', direction: 'LEFT_TO_RIGHT' },
        },
      },
    ]);
    expect(document.tabs).toBeUndefined();
  });

  it('shows its content in its one tab when asked for tabs', () => {
    const bench = new DocsBench();
    const id = bench.written('Be kind.');
    const document = bench.get(id, { includeTabsContent: true });
    expect(document.body).toBeUndefined();
    expect(document.tabs).toMatchObject([{ tabProperties: { tabId: 't.0', index: 0 } }]);
    expect(document.tabs?.[0]?.documentTab?.body).toEqual(bench.get(id).body);
  });

  it('takes only its title from what is handed along, as on Google', () => {
    const bench = new DocsBench();
    const body = { title: 'Empty', body: { content: [{ paragraph: {} }] } };
    const { documentId } = bench.api<{ documentId: string }>('create', {}, { body });
    expect(wholeText(bench.get(documentId))).toBe('');
    expect(() => bench.api('create', {}, { body: { name: 'x' } })).toThrow(
      'Unknown name "name": Cannot find field.',
    );
  });
});

describe('writing and reading', () => {
  it('a title, headings and a list, in one call', () => {
    const bench = new DocsBench();
    const id = bench.create();
    const { replies, writeControl } = bench.update(id, [
      insert(1, 'Code\nRules\nBe kind\n\tTo all\nEnd'),
      style(1, 2, 'TITLE'),
      style(6, 7, 'HEADING_1'),
      {
        createParagraphBullets: {
          range: { startIndex: 12, endIndex: 25 },
          bulletPreset: 'BULLET_DISC_CIRCLE_SQUARE',
        },
      },
    ]);
    expect(replies).toEqual([{}, {}, {}, {}]);
    expect(writeControl?.requiredRevisionId).toBe(bench.get(id).revisionId);
    expect(bench.outline(id)).toEqual([
      'TITLE: Code',
      'HEADING_1: Rules',
      'NORMAL_TEXT: - Be kind',
      'NORMAL_TEXT: -- To all',
      'NORMAL_TEXT: End',
    ]);
    const { lists } = bench.get(id);
    const [list] = Object.values(lists ?? {});
    expect(list?.listProperties?.nestingLevels?.slice(0, 2)).toMatchObject([
      { glyphSymbol: '●' },
      { glyphSymbol: '○' },
    ]);
    expect(paragraphs(bench.get(id))[1]?.paragraph?.paragraphStyle?.headingId).toMatch(/^h\./);
  });

  it('any text comes back as it was written, and every index says where its text stands', () => {
    const bench = new DocsBench();
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(fc.oneof(word, fc.constant('\n'), fc.constant('👩🏽‍🏫 ')), { minLength: 1, maxLength: 30 }),
        (pieces) => {
          const clean = (text: string) =>
            text.replace(/[\p{Cc}\ue000-\uf8ff]/gu, (c) => (c === '\n' ? c : ''));
          const text = clean(pieces.join(''));
          fc.pre(text !== '');
          bench.workspace.kernel.clock.tick(60_000);
          const id = bench.written(text);
          const document = bench.get(id);
          expect(wholeText(document)).toBe(text);
          expect(bench.engine.text(id)).toBe(text);
          let position = 1;
          for (const { startIndex, endIndex, paragraph } of paragraphs(document)) {
            expect(startIndex).toBe(position);
            for (const element of paragraph?.elements ?? []) {
              expect(element.startIndex).toBe(position);
              position += element.textRun?.content?.length ?? 0;
              expect(element.endIndex).toBe(position);
            }
            expect(endIndex).toBe(position);
            expect(textOf(paragraph)).toMatch(/^[^\n]*\n$/);
          }
          expect(position).toBe(text.length + 2);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('control characters and carriage returns do not get in', () => {
    const bench = new DocsBench();
    expect(wholeText(bench.get(bench.written('a\r\nb\u0007\u000bc\ue000')))).toBe('a\nb\u000bc');
  });

  it('inserting and deleting at random is like doing it with a string', () => {
    const bench = new DocsBench();
    const step = fc.record({
      at: fc.nat(1000),
      length: fc.nat(12),
      text: fc.constantFrom('kind', 'a\nb', '\n', 'x\n\ny'),
      remove: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        bench.workspace.kernel.clock.tick(60_000);
        const id = bench.create();
        let text = '';
        const requests: Requests = steps.flatMap(({ at, length, text: added, remove }) => {
          const from = at % (text.length + 1);
          const to = Math.min(from + length, text.length);
          if (!remove) {
            text = text.slice(0, from) + added + text.slice(from);
            return [insert(from + 1, added)];
          }
          if (to === from) return [];
          text = text.slice(0, from) + text.slice(to);
          return [{ deleteContentRange: { range: { startIndex: from + 1, endIndex: to + 1 } } }];
        });
        if (requests.length > 0) bench.update(id, requests);
        expect(wholeText(bench.get(id))).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  it('new text looks like the text before it, and a new paragraph like the one that it was split from', () => {
    const bench = new DocsBench();
    const id = bench.written('Be kind');
    bench.update(id, [
      style(1, 2, 'HEADING_2'),
      {
        updateTextStyle: { range: { startIndex: 1, endIndex: 3 }, textStyle: { bold: true }, fields: 'bold' },
      },
      insert(3, ' very\nand'),
    ]);
    expect(bench.outline(id)).toEqual(['HEADING_2: Be very', 'HEADING_2: and kind']);
    const [first, second] = paragraphs(bench.get(id));
    expect(second?.paragraph?.elements?.map(({ textRun }) => [textRun?.content, textRun?.textStyle])).toEqual(
      [
        ['and', { bold: true }],
        [' kind\n', {}],
      ],
    );
    expect(first?.paragraph?.paragraphStyle?.headingId).not.toBe(
      second?.paragraph?.paragraphStyle?.headingId,
    );
  });

  it('a link brings its look, and takes it away again', () => {
    const bench = new DocsBench();
    const id = bench.written('See here.');
    const range = { startIndex: 5, endIndex: 9 };
    bench.update(id, [
      { updateTextStyle: { range, textStyle: { link: { url: 'https://imstl.org' } }, fields: 'link' } },
    ]);
    const run = () =>
      paragraphs(bench.get(id))[0]?.paragraph?.elements?.find(({ startIndex }) => startIndex === 5);
    expect(run()?.textRun).toMatchObject({
      content: 'here',
      textStyle: { underline: true, link: { url: 'https://imstl.org' } },
    });
    bench.update(id, [{ updateTextStyle: { range, textStyle: {}, fields: 'link' } }]);
    expect(paragraphs(bench.get(id))[0]?.paragraph?.elements).toHaveLength(1);
  });

  it('replaces text wherever it stands, and counts it', () => {
    const bench = new DocsBench();
    const id = bench.written('Last Update: May\nmay and MAY');
    const replace = (text: string, replaceText: string, matchCase: boolean) =>
      bench.update(id, [{ replaceAllText: { containsText: { text, matchCase }, replaceText } }]).replies;
    expect(replace('MAY', 'June', true)).toEqual([{ replaceAllText: { occurrencesChanged: 1 } }]);
    expect(replace('may', 'July\n1', false)).toEqual([{ replaceAllText: { occurrencesChanged: 2 } }]);
    expect(replace('August', '', false)).toEqual([{ replaceAllText: {} }]);
    expect(wholeText(bench.get(id))).toBe('Last Update: July\n1\nJuly\n1 and June');
  });
});

describe('what is refused', () => {
  const cases: [string, Requests[number], string][] = [
    [
      'behind the end',
      insert(9, 'x'),
      'Invalid requests[1].insertText: Index 9 must be less than the end index of the referenced segment, 9.',
    ],
    [
      'the section break',
      insert(0, 'x'),
      'Invalid requests[1].insertText: The insertion index must be inside the bounds of an existing paragraph.',
    ],
    [
      'no text',
      insert(1, ''),
      'Invalid requests[1].insertText: Insert text requests must specify text to insert.',
    ],
    [
      'nothing to delete',
      { deleteContentRange: { range: { startIndex: 2, endIndex: 2 } } },
      'Invalid requests[1].deleteContentRange: The range should not be empty.',
    ],
    [
      'the last line feed',
      { deleteContentRange: { range: { startIndex: 2, endIndex: 9 } } },
      'Invalid requests[1].deleteContentRange: The range cannot include the newline character at the end of the segment.',
    ],
    [
      'no mask',
      { updateTextStyle: { range: { startIndex: 1, endIndex: 2 }, textStyle: { bold: true } } },
      "Invalid requests[1].updateTextStyle: At least one field must be listed in 'fields'.",
    ],
    [
      'a mask with a wrong name',
      { updateTextStyle: { range: { startIndex: 1, endIndex: 2 }, textStyle: {}, fields: 'bald' } },
      "Field 'bald' could not be found in request message.",
    ],
    ['half a character', { deleteContentRange: { range: { startIndex: 1, endIndex: 2 } } }, 'surrogate pair'],
    [
      'two requests in one',
      { ...insert(1, 'x'), ...style(1, 2, 'TITLE') },
      "Cannot set 'updateParagraphStyle'",
    ],
    [
      'another tab',
      { insertText: { location: { index: 1, tabId: 't.9' }, text: 'x' } },
      'The tab ID t.9 was not found.',
    ],
    [
      'what Google does not know',
      { insertTxt: {} } as object,
      'Unknown name "insertTxt" at \'requests[1]\': Cannot find field.',
    ],
    [
      'what is not offered',
      { insertTable: { rows: 2, columns: 2, location: { index: 1 } } },
      'The request insertTable is not implemented',
    ],
    [
      'a field that is not offered',
      {
        updateParagraphStyle: {
          range: { startIndex: 1, endIndex: 2 },
          paragraphStyle: { tabStops: [] },
          fields: '*',
        },
      },
      'tabStops is not implemented',
    ],
    [
      'a preset that is not offered',
      { createParagraphBullets: { range: { startIndex: 1, endIndex: 2 }, bulletPreset: 'BULLET_CHECKBOX' } },
      'BULLET_CHECKBOX is not implemented',
    ],
  ];
  it.each(cases)('%s: nothing of the whole call happens', (_, request, message) => {
    const bench = new DocsBench();
    const id = bench.written('😀 kind');
    const before = bench.get(id);
    expect(() => bench.update(id, [style(1, 3, 'TITLE'), request])).toThrow(message);
    expect(bench.get(id)).toEqual(before);
  });

  it('a change that was made for another revision', () => {
    const bench = new DocsBench();
    const id = bench.create();
    const { revisionId } = bench.get(id);
    bench.update(id, [insert(1, 'one')], { requiredRevisionId: revisionId as string });
    expect(() => bench.update(id, [insert(1, 'two')], { requiredRevisionId: revisionId as string })).toThrow(
      'does not match the latest revision',
    );
    bench.engine.userEdit(OWNER, id, 'three');
    expect(bench.get(id).revisionId).not.toBe(revisionId);
    expect(bench.engine.text(id)).toBe('three');
  });

  it('who may not read or write', () => {
    const bench = new DocsBench();
    const id = bench.written('Secret');
    expect(() => bench.get('nothing')).toThrow('Requested entity was not found.');
    expect(() => bench.get(id, {}, ANA)).toThrow('The caller does not have permission');
    bench.workspace.files.update(id, { viewers: [ANA] });
    const seen = bench.get(id, {}, ANA);
    expect(wholeText(seen)).toBe('Secret');
    expect(seen).toMatchObject({ suggestionsViewMode: 'PREVIEW_WITHOUT_SUGGESTIONS' });
    expect(seen.revisionId).toBeUndefined();
    expect(() => bench.update(id, [insert(1, 'x')], undefined, ANA)).toThrow(
      'The caller does not have permission',
    );
  });

  it('more than 60 writes a minute', () => {
    const bench = new DocsBench();
    const id = bench.create();
    for (let i = 1; i < 60; i++) bench.update(id, [insert(1, 'x')]);
    expect(() => bench.update(id, [insert(1, 'x')])).toThrow(
      "Quota exceeded for quota metric 'Write requests'",
    );
    bench.workspace.kernel.clock.tick(60_000);
    bench.update(id, [insert(1, 'x')]);
  });
});
