// What one submission of each form costs.

import { Agreements, OTHER, SCOPE, START, TERM, WISH, WORDS } from '../desk/agreements.ts';
import { Cases, DANGER, ZOE } from '../desk/cases.ts';
import { ANNA, BEA, CARA } from '../desk/desk.ts';
import { Pictures, typed } from '../desk/pictures.ts';
import type { ScriptFile } from '../local-workspace/index.ts';
import { type Cost, completed, costOf, deskToMeasure } from './desk.ts';

export interface SubmissionCost extends Cost {
  readonly form: string;
}

/** Each by a member with her own link, or, for a report, by somebody who wants an answer by mail. */
export function measureSubmissions(files: readonly ScriptFile[]): SubmissionCost[] {
  const desk = deskToMeasure(files, { members: [ANNA, BEA, CARA] });
  desk.invite();
  const pictures = new Pictures(desk);
  const agreements = new Agreements(desk);
  const starts = { [WISH]: START, [OTHER]: BEA.name, [SCOPE]: WORDS, [TERM]: '3 months' };
  const submit: Record<string, () => unknown> = {
    acceptance: () => desk.answer(desk.linkOf(ANNA.email), ANNA),
    'image-opt-out': () => pictures.send(pictures.own(ANNA), ANNA, typed({ kind: 'Both' })),
    agreement: () => agreements.submit(agreements.linkOf('M-0001'), ANNA, starts),
    report: () => new Cases(desk).send({ ...DANGER, ...ZOE }),
  };
  desk.save();
  const costs = Object.entries(submit).map(([form, act]) => {
    desk.reset();
    act();
    return { form, ...costOf(desk.workspace.settle().map(completed)) };
  });
  desk.workspace.close();
  return costs;
}
