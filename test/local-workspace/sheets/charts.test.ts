// Embedded charts through the API: added, changed, moved, deleted, and going along with the cells that they draw from.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { Bench, type Json, messageOf, STAFF } from './support.ts';

const range = (startColumnIndex: number, more: Json = {}): Json => ({
  sourceRange: {
    sources: [
      {
        sheetId: 0,
        startRowIndex: 1,
        endRowIndex: 5,
        startColumnIndex,
        endColumnIndex: startColumnIndex + 1,
        ...more,
      },
    ],
  },
});
const basic = (more: Json = {}): Json => ({
  chartType: 'COLUMN',
  headerCount: 1,
  domains: [{ domain: range(0) }],
  series: [{ series: range(1), targetAxis: 'LEFT_AXIS' }],
  ...more,
});
const chart = (more: Json = {}, spec: Json = {}): Json => ({
  addChart: {
    chart: {
      chartId: 5,
      spec: { title: 'Members', altText: 'How many members there are', basicChart: basic(), ...spec },
      position: { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 2, columnIndex: 4 } } },
      ...more,
    },
  },
});

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
  bench.batch([{ addSheet: { properties: { sheetId: 9, title: 'Other' } } }]);
});
const charts = (sheet = 0) =>
  bench.call('spreadsheets.get', { query: {}, path: {} }).sheets[sheet].charts ?? [];
const sources = () =>
  charts()[0].spec.basicChart.series.map(
    (one: Json) =>
      (one as never as { series: { sourceRange: { sources: Json[] } } }).series.sourceRange.sources[0],
  );
const refusal = (request: Json) => messageOf(() => bench.batch([request]));

describe('a chart', () => {
  it('is answered as it was given, with what Google adds', () => {
    const rgbColor = { red: 0.5 };
    const series = [{ series: range(1), targetAxis: 'LEFT_AXIS', colorStyle: { rgbColor } }];
    const { replies } = bench.batch([chart({}, { basicChart: basic({ series }) })]);
    const added = {
      chartId: 5,
      spec: {
        title: 'Members',
        altText: 'How many members there are',
        hiddenDimensionStrategy: 'SKIP_HIDDEN_ROWS_AND_COLUMNS',
        basicChart: basic({ series: [{ ...series[0], color: rgbColor }] }),
      },
      position: {
        overlayPosition: { anchorCell: { rowIndex: 2, columnIndex: 4 }, widthPixels: 600, heightPixels: 371 },
      },
    };
    expect(replies[0].addChart.chart).toEqual(added);
    expect(charts()).toEqual([added]);
    expect(bench.call('spreadsheets.get', { query: {} }).sheets[1].charts).toBeUndefined();
  });

  it('gets an id of its own when it comes without one', () => {
    const { replies } = bench.batch([chart({ chartId: undefined }), chart({ chartId: undefined })]);
    const [first, second] = replies.map(
      (reply: { addChart: { chart: Json } }) => reply.addChart.chart.chartId,
    );
    expect(first).not.toBe(second);
  });

  it('is changed, moved to another tab, resized and deleted', () => {
    bench.batch([
      chart(),
      { updateChartSpec: { chartId: 5, spec: { title: 'New', basicChart: basic({ chartType: 'LINE' }) } } },
      {
        updateEmbeddedObjectPosition: {
          objectId: 5,
          newPosition: { overlayPosition: { widthPixels: 300, heightPixels: 1 } },
          fields: 'widthPixels',
        },
      },
    ]);
    expect(charts()[0].spec).toMatchObject({ title: 'New', basicChart: { chartType: 'LINE' } });
    expect(charts()[0].spec.altText).toBeUndefined();
    expect(charts()[0].position.overlayPosition).toMatchObject({ widthPixels: 300, heightPixels: 371 });
    const newPosition = { overlayPosition: { anchorCell: { sheetId: 9 } } };
    bench.batch([{ updateEmbeddedObjectPosition: { objectId: 5, newPosition, fields: 'anchorCell' } }]);
    expect([charts(), charts(1)]).toEqual([[], [expect.objectContaining({ chartId: 5 })]]);
    bench.batch([{ deleteEmbeddedObject: { objectId: 5 } }]);
    expect(charts(1)).toEqual([]);
  });

  it('goes with its tab, and comes back when a person undoes that', () => {
    bench.batch([chart({ position: { overlayPosition: { anchorCell: { sheetId: 9 } } } })]);
    bench.sheets.userDeleteSheet(STAFF, bench.id, 9);
    expect(refusal({ deleteEmbeddedObject: { objectId: 5 } })).toMatch(/No embedded object with id: 5/);
    bench.sheets.userUndo(STAFF, bench.id);
    expect(charts(1)).toHaveLength(1);
  });

  it('is copied with its tab, and the copy draws from the copy', () => {
    bench.batch([chart(), { duplicateSheet: { sourceSheetId: 0, newSheetId: 3 } }]);
    const [copy] = charts();
    expect(copy.chartId).not.toBe(5);
    expect(copy.position.overlayPosition.anchorCell.sheetId).toBe(3);
    expect(sources()[0].sheetId).toBe(3);
  });
});

describe('the cells that it draws from', () => {
  const rows = (startIndex: number, endIndex: number, sheetId = 0) => ({
    sheetId,
    dimension: 'ROWS',
    startIndex,
    endIndex,
  });
  const columns = (startIndex: number, endIndex: number) => ({
    sheetId: 0,
    dimension: 'COLUMNS',
    startIndex,
    endIndex,
  });
  beforeEach(() => {
    bench.batch([chart({}, { basicChart: basic({ series: [{ series: range(1) }, { series: range(2) }] }) })]);
  });

  it('take it along when rows and columns come and go', () => {
    bench.batch([{ insertDimension: { range: rows(0, 3) } }, { insertDimension: { range: columns(1, 2) } }]);
    expect(sources()).toEqual([
      { sheetId: 0, startRowIndex: 4, endRowIndex: 8, startColumnIndex: 2, endColumnIndex: 3 },
      { sheetId: 0, startRowIndex: 4, endRowIndex: 8, startColumnIndex: 3, endColumnIndex: 4 },
    ]);
    expect(charts()[0].position.overlayPosition.anchorCell).toEqual({ rowIndex: 5, columnIndex: 5 });
    bench.batch([{ deleteDimension: { range: rows(0, 6) } }]);
    expect(sources()[0]).toMatchObject({ startRowIndex: 0, endRowIndex: 2 });
    // Its corner was among the rows that went.
    expect(charts()[0].position.overlayPosition.anchorCell).toEqual({ columnIndex: 5 });
  });

  it('leave it without a series when they are deleted', () => {
    bench.batch([{ deleteDimension: { range: columns(1, 2) } }]);
    expect(sources()).toEqual([expect.objectContaining({ startColumnIndex: 1 })]);
  });

  it('stay where they are when their tab is renamed, or another one changes', () => {
    const before = sources();
    bench.sheets.userRenameSheet(STAFF, bench.id, 0, 'Renamed');
    bench.batch([{ insertDimension: { range: rows(0, 3, 9) } }]);
    expect(sources()).toEqual(before);
  });

  it('may lie on another tab, and are lost with it', () => {
    bench.batch([
      chart(
        { chartId: 6 },
        { basicChart: basic({ series: [{ series: range(1, { sheetId: 9 }) }, { series: range(2) }] }) },
      ),
      { deleteSheet: { sheetId: 9 } },
    ]);
    expect(charts()[1].spec.basicChart.series).toEqual([{ series: range(2) }]);
  });
});

describe('what is refused', () => {
  it.each([
    ['no chart at all', chart({}, { basicChart: undefined }), 'ChartSpec must have a chart set.'],
    ['no place', chart({ position: undefined }), 'The position of the chart must be set.'],
    [
      'a tab that is not there',
      chart({ position: { overlayPosition: { anchorCell: { sheetId: 77 } } } }),
      'No grid with id: 77',
    ],
    [
      'a place beyond the grid',
      chart({ position: { overlayPosition: { anchorCell: { rowIndex: 5000 } } } }),
      'The anchor cell',
    ],
    ['no series', chart({}, { basicChart: basic({ series: [] }) }), 'at least one series'],
    [
      'a range that is wide and high',
      chart({}, { basicChart: basic({ series: [{ series: range(1, { endColumnIndex: 4 }) }] }) }),
      'a width or a height of 1',
    ],
    [
      'stacked lines',
      chart({}, { basicChart: basic({ chartType: 'LINE', stackedType: 'STACKED' }) }),
      'Stacking is not supported',
    ],
    [
      'a series of its own kind',
      chart({}, { basicChart: basic({ series: [{ series: range(1), type: 'LINE' }] }) }),
      'only for COMBO',
    ],
    [
      'a combined chart without kinds',
      chart({}, { basicChart: basic({ chartType: 'COMBO' }) }),
      'must be set for COMBO',
    ],
    [
      'a bar on the left axis',
      chart({}, { basicChart: basic({ chartType: 'BAR' }) }),
      'cannot be the target',
    ],
    ['an id that is taken', chart({ chartId: 8 }), 'already exists'],
    ['an unknown chart', { updateChartSpec: { chartId: 1, spec: {} } }, 'No embedded object with id: 1'],
    [
      'an unknown name',
      chart({}, { basicChart: basic({ colour: 'red' }) }),
      'Unknown name "colour" at \'requests[0].add_chart.chart.spec.basic_chart\'',
    ],
    [
      'an unknown kind',
      chart({}, { basicChart: basic({ chartType: 'DOUGHNUT' }) }),
      'requests[0].add_chart.chart.spec.basic_chart.chart_type',
    ],
    [
      'a pie',
      chart({}, { pieChart: {} }),
      'The field requests[0].addChart.chart.spec.pieChart is not implemented in the local Workspace',
    ],
    ['a tab of its own', chart({ position: { newSheet: true } }), 'newSheet is not implemented'],
    [
      'a place without fields',
      { updateEmbeddedObjectPosition: { objectId: 8, newPosition: { overlayPosition: {} } } },
      "At least one field must be listed in 'fields'",
    ],
  ])('%s', (_, request, message) => {
    bench.batch([chart({ chartId: 8 })]);
    expect(refusal(request)).toContain(message);
    expect(charts()).toHaveLength(1);
  });
});
