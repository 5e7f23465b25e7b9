// The load of rows: registers nearly as long as one spreadsheet can hold, and all that reads them to their end.

import { deskToMeasure } from '../bench/desk.ts';
import { Cases } from '../desk/cases.ts';
import type { Desk } from '../desk/desk.ts';
import { memberNumbered } from '../desk/numbered-members.ts';
import { type Findings, lookOverDesk } from '../explorer/invariants.ts';
import type { ScriptFile } from '../local-workspace/index.ts';
import { fill } from './filled-desk.ts';
import type { Load } from './loads.ts';
import { Meter } from './meter.ts';
import { acceptBy, askMeasured, DAY_AFTER, liveTo, NEXT_DAY } from './people.ts';

/** As README’s “Growth” counts them: an acceptance, four mails and four lines of the trail, its own among them. */
const YEARS = 9;
const MAILS = 4;
const LINES = 3;
/** Beside the roster. */
const ROWS_OF_A_MEMBER = YEARS * (1 + MAILS + 1 + LINES);

/** @param rows about so many, of all registers together */
export function loadOfRows(files: readonly ScriptFile[], rows: number): Load {
  const members = Math.floor(rows / (ROWS_OF_A_MEMBER + 1));
  const desk = deskToMeasure(files);
  fill(desk, { members, years: YEARS, mails: MAILS, lines: LINES });
  const meter = new Meter(desk);
  for (const day of [NEXT_DAY, DAY_AFTER]) {
    liveTo(desk, meter, day);
    acceptBy(desk, meter, memberNumbered(members));
  }
  desk.type('Members', desk.rowOf(memberNumbered(1)), 'Notes', [['A note']]);
  meter.note(desk.workspace.settle());
  askMeasured(desk, meter, 'evidenceForMember', { memberId: memberNumbered(1).id });
  const verified = verifyTrail(desk, meter);
  const cost = meter.end();
  const isOld = (mailId: string) => Number(mailId.replace(/\D/g, '')) <= members * YEARS * MAILS;
  const findings = lookOverDesk({ desk, cases: new Cases(desk), isOld });
  findings.lost.push(...verified.lost);
  findings.stuck.push(...meter.failures, ...verified.stuck);
  desk.workspace.close();
  return { what: 'rows in the registers', count: rows, ...cost, findings };
}

interface Step {
  readonly next: number | null;
  readonly progress: unknown;
  readonly misfits: string[];
}

/** Step by step, as the dialog does it: what does not fit, and what stopped it. */
function verifyTrail(desk: Desk, meter: Meter): Pick<Findings, 'lost' | 'stuck'> {
  let question = {};
  try {
    for (;;) {
      const { next, progress, misfits } = askMeasured<Step>(desk, meter, 'verifyTrail', question);
      if (next === null) return { lost: misfits, stuck: [] };
      question = { next, progress };
    }
  } catch (error) {
    return { lost: [], stuck: [String(error)] };
  }
}
