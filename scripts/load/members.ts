// The load of members: a long roster lives through two days, on one of which a new version of the Code is published.

import { deskToMeasure } from '../bench/desk.ts';
import { Cases } from '../desk/cases.ts';
import { memberNumbered } from '../desk/numbered-members.ts';
import { lookOverDesk } from '../explorer/invariants.ts';
import type { ScriptFile } from '../local-workspace/index.ts';
import { fill } from './filled-desk.ts';
import type { Load } from './loads.ts';
import { Meter } from './meter.ts';
import { acceptBy, DAY_AFTER, liveTo, NEXT_DAY, publishNewCode } from './people.ts';

export function loadOfMembers(files: readonly ScriptFile[], count: number): Load {
  const desk = deskToMeasure(files);
  fill(desk, { members: count, years: 1, mails: 1, lines: 1 });
  const meter = new Meter(desk);
  liveTo(desk, meter, NEXT_DAY);
  acceptBy(desk, meter, memberNumbered(1));
  publishNewCode(desk, meter);
  meter.run('everyTenMinutes');
  acceptBy(desk, meter, memberNumbered(count));
  liveTo(desk, meter, DAY_AFTER);
  const cost = meter.end();
  const isOld = (mailId: string) => Number(mailId.replace(/\D/g, '')) <= count;
  const findings = lookOverDesk({ desk, cases: new Cases(desk), isOld });
  findings.stuck.push(...meter.failures, ...desk.openProblems());
  desk.workspace.close();
  return { what: 'members on the roster', count, ...cost, findings };
}
