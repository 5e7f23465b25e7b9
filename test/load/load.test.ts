// Small versions of the loads of `npm run explore -- --load`.

import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { listed } from '../../scripts/explorer/trace.ts';
import { type Load, loadTable, putUnderLoad } from '../../scripts/load/loads.ts';
import { readProjectFolder } from '../../scripts/local-workspace/index.ts';

const FILES = readProjectFolder(fileURLToPath(new URL('../../dist', import.meta.url)));
const SIZES = { answers: 60, members: 60, rows: 600, days: 2 };

describe('a desk under load', () => {
  let loads: Load[];
  beforeAll(() => {
    loads = putUnderLoad(FILES, SIZES, () => undefined);
  });

  it('loses and doubles nothing, keeps standings, trail and budget, and leaves no lock', () => {
    expect(loads.map(({ what, count }) => [what, count])).toEqual([
      ['answers within ten minutes', SIZES.answers],
      ['members on the roster', SIZES.members],
      ['rows in the registers', SIZES.rows],
      ['days on the clock', SIZES.days],
    ]);
    expect(loads.flatMap(({ findings }) => listed(findings))).toEqual([]);
  });

  it('takes up all answers though Google refuses to run more than thirty triggers at once', () => {
    expect(loads[0]).toMatchObject({ refused: 20 });
    expect(loads[0]?.mails).toBeGreaterThanOrEqual(2 * 0.9 * SIZES.answers);
  });

  it('is told of in a table, with each finding in words', () => {
    const [load] = loads as [Load, ...Load[]];
    const findings = { ...load.findings, lost: ['An answer'] };
    expect(loadTable([{ ...load, findings }])).toMatch(
      /answers within ten minutes +60 [\s\S]+\nlost: An answer$/,
    );
  });
});
