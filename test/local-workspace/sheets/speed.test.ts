// Speed on large tabs: appending does not look through the rows, and reading a hundred thousand of them takes a moment.

import { describe, expect, it } from '@jest/globals';
import { processorTime } from '../../support/processor-time.ts';
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
    let started = processorTime();
    for (let i = 0; i < 50; i++) bench.batch([append([row])]);
    expect(processorTime() - started).toBeLessThan(1500);
    started = processorTime();
    const answer = bench.call('spreadsheets.values.batchGet', {
      query: { ranges: ['Sheet1'], valueRenderOption: 'UNFORMATTED_VALUE' },
    });
    expect(processorTime() - started).toBeLessThan(5000);
    expect(answer.valueRanges[0].values).toHaveLength(100_050);
  });

  it('is counted by a hundred formulas within seconds, and appending waits for none of them', () => {
    const bench = new Bench();
    bench.batch([{ addSheet: { properties: { sheetId: 1, title: 'Figures' } } }]);
    bench.sheets.write({ email: OWNER }, bench.id, (draft) => {
      draft.resize(0, { rowCount: 100_000 });
      draft
        .rows(0)
        .replace(Array.from({ length: 100_000 }, (_, i) => ['A', i % 2 ? 'Sent' : 'Queued', 46_000 + i]));
    });
    const count = (day: number) => [
      `=COUNTIFS(Sheet1!A:A,"A",Sheet1!B:B,"Sent",Sheet1!C:C,">="&${day},Sheet1!C:C,"<"&${day + 10})`,
    ];
    bench.write(
      'Figures!A1',
      Array.from({ length: 100 }, (_, i) => count(46_000 + i)),
      'USER_ENTERED',
    );
    let started = processorTime();
    for (let i = 0; i < 50; i++) bench.batch([append([[text('A'), text('Sent'), number(1)]])]);
    expect(processorTime() - started).toBeLessThan(1500);
    started = processorTime();
    expect(bench.read('Figures!A1:A100')).toEqual(Array.from({ length: 100 }, () => [5]));
    expect(processorTime() - started).toBeLessThan(8000);
  });
});
