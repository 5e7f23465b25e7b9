// The load of years: the demonstration's members live on for years, answer as members do, and get a new version each spring.

import { addDays } from '../../src/domain/calendar.ts';
import { Cases } from '../desk/cases.ts';
import { Desk } from '../desk/desk.ts';
import { lookOverDesk } from '../explorer/invariants.ts';
import type { ScriptFile } from '../local-workspace/index.ts';
import { Random } from '../local-workspace/kernel/random.ts';
import { Store } from '../local-workspace/kernel/store.ts';
import { beginWithDemonstration } from '../rehearsal/begin.ts';
import { rehearse } from '../rehearsal/rehearse.ts';
import { todayOf } from '../rehearsal/rehearsed-desk.ts';
import type { Load } from './loads.ts';
import { Meter } from './meter.ts';

const FIRST_DAY = '2026-01-12';
const YEAR = 365;
/** Days into each year. */
const SPRING = 100;

export function loadOfYears(files: readonly ScriptFile[], days: number, say: (line: string) => void): Load {
  const begun = beginWithDemonstration(files, 1, () => undefined, FIRST_DAY);
  const desk = Object.assign(new Desk(begun.workspace), begun);
  const chance = new Random(new Store(), 1);
  const meter = new Meter(desk);
  for (let lived = 0; lived < days; lived += YEAR) {
    say(`Day ${lived} of ${days}`);
    rehearse(desk, {
      days: Math.min(YEAR, days - lived),
      habit: 'usual',
      publish: { on: addDays(todayOf(desk), SPRING), change: 'Material' },
      random: () => chance.next(),
    });
    meter.note(desk.workspace.executions().filter(({ status }) => status !== 'Completed'));
  }
  const cost = meter.end();
  const findings = lookOverDesk({ desk, cases: new Cases(desk) });
  findings.stuck.push(...meter.failures);
  desk.workspace.close();
  return { what: 'days on the clock', count: days, ...cost, findings };
}
