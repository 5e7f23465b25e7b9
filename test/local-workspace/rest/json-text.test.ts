// Answers whose lists are kept have the same text as any other JSON.

import { expect, it } from '@jest/globals';
import { jsonText } from '../../../scripts/local-workspace/rest/json-text.ts';

it('is the text of JSON.stringify, the first time and when most of an answer is known already', () => {
  const row = Object.freeze(['“Ann” \\ \n', 1.5, true, '']);
  const rows = Object.freeze([row, Object.freeze([]), Object.freeze(['\ud800', -0, 1e21])]);
  const more = Object.freeze([...rows, Object.freeze(['new'])]);
  for (const values of [rows, rows, more, [['changed'], ...rows], undefined]) {
    const answer = { spreadsheetId: 'a"b', valueRanges: [{ range: "'A B'!A1", values }, {}], none: null };
    expect(jsonText(answer)).toBe(JSON.stringify(answer));
  }
});

it('never keeps the text of a list that may still change', () => {
  const list: unknown[] = [1];
  expect(jsonText({ list })).toBe('{"list":[1]}');
  list.push(2);
  expect(jsonText({ list })).toBe('{"list":[1,2]}');
});
