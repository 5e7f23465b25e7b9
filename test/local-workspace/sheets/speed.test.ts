// Speed on large tabs: appending does not look through the rows, and reading a hundred thousand of them takes a moment.

import { describe, expect, it } from '@jest/globals';
import { append, Bench, number, OWNER, text } from './support.ts';

describe('a tab of 100,000 rows', () => {
  it('takes fifty appended rows and is read, each within seconds', () => {
    const bench = new Bench();
    const row = Array.from({ length: 13 }, (_, i) => (i % 3 === 0 ? number(46_000 + i) : text(`value ${i}`)));
    // Each row its own array, as after a hundred thousand single appends.
    const stored = () => row.map((_, i) => (i % 3 === 0 ? { v: 46_000 + i, s: 0 } : `value ${i}`));
    bench.sheets.write({ email: OWNER }, bench.id, (draft) => {
      draft.styles.formatPlace({ numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } });
      draft.resize(0, { rowCount: 100_000 });
      draft.rows(0).replace(Array.from({ length: 100_000 }, stored));
    });
    let started = performance.now();
    for (let i = 0; i < 50; i++) bench.batch([append([row])]);
    expect(performance.now() - started).toBeLessThan(1500);
    started = performance.now();
    const answer = bench.call('spreadsheets.values.batchGet', {
      query: { ranges: ['Sheet1'], valueRenderOption: 'UNFORMATTED_VALUE' },
    });
    expect(performance.now() - started).toBeLessThan(5000);
    expect(answer.valueRanges[0].values).toHaveLength(100_050);
  });
});
