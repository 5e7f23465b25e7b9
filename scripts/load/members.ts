// The load of members: a long roster lives through two days, on one of which a new version of the Code is published.

import { Cases } from '../desk/cases.ts';
import { Desk, START } from '../desk/desk.ts';
import { lookOverDesk } from '../explorer/invariants.ts';
import { createWorkspace, type ScriptFile } from '../local-workspace/index.ts';
import { fill, memberNumbered } from './filled-desk.ts';
import type { Load } from './loads.ts';
import { Meter } from './meter.ts';
import { acceptBy, publishNewCode } from './people.ts';

const NEXT_DAY = '2026-01-13T15:00:00Z';
const DAY_AFTER = '2026-01-14T15:00:00Z';

export function loadOfMembers(files: readonly ScriptFile[], count: number): Load {
  const desk = new Desk(createWorkspace({ start: START, seed: 1 }));
  desk.setUp(files, []);
  fill(desk, { members: count, years: 1, mails: 1, lines: 1 });
  const meter = new Meter(desk);
  const dayAndNight = (next: string) => {
    desk.sleepTo(next);
    for (const work of ['everyNight', 'everyMorning', 'everyTenMinutes']) meter.run(work);
  };
  dayAndNight(NEXT_DAY);
  acceptBy(desk, meter, memberNumbered(1));
  publishNewCode(desk, meter);
  meter.run('everyTenMinutes');
  acceptBy(desk, meter, memberNumbered(count));
  dayAndNight(DAY_AFTER);
  const cost = meter.end();
  const isOld = (mailId: string) => Number(mailId.replace(/\D/g, '')) <= count;
  const findings = lookOverDesk({ desk, cases: new Cases(desk), isOld });
  findings.stuck.push(...meter.failures, ...desk.openProblems());
  desk.workspace.close();
  return { what: 'members on the roster', count, ...cost, findings };
}
