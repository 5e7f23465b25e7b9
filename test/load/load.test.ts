// Small versions of the loads of `npm run explore -- --load`; the years only in a full run.

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { listed } from '../../scripts/explorer/trace.ts';
import { loadOfAnswers } from '../../scripts/load/answers.ts';
import { loadTable } from '../../scripts/load/loads.ts';
import { loadOfMembers } from '../../scripts/load/members.ts';
import { loadOfRows } from '../../scripts/load/rows.ts';
import { loadOfYears } from '../../scripts/load/years.ts';
import { readProjectFolder } from '../../scripts/local-workspace/index.ts';
import { IS_FULL } from '../support/sample.ts';

const FILES = readProjectFolder(fileURLToPath(new URL('../../dist', import.meta.url)));

describe('a desk under load loses and doubles nothing, keeps standings, trail and budget, and leaves no lock', () => {
  it('forty answers in the same second: all are taken up, though Google refuses to run a quarter of the triggers', () => {
    const load = loadOfAnswers(FILES, 40);
    expect(listed(load.findings)).toEqual([]);
    expect(load.refused).toBe(10);
    expect(load.mails).toBeGreaterThan(2 * 36);
    const told = loadTable([{ ...load, findings: { ...load.findings, lost: ['An answer'] } }]);
    expect(told).toMatch(/answers within ten minutes +40 [\s\S]+\nlost: An answer$/);
  });

  it('members on the roster, and a new version for them', () => {
    expect(listed(loadOfMembers(FILES, 20).findings)).toEqual([]);
  });

  it('rows of years in the registers, whose trail the desk itself verifies', () => {
    expect(listed(loadOfRows(FILES, 400).findings)).toEqual([]);
  });

  if (IS_FULL)
    it('days on the clock', () => {
      expect(listed(loadOfYears(FILES, 30, () => undefined).findings)).toEqual([]);
    }, 600_000);
});
