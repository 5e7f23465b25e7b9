// What stands in the end, as facts that two runs can be compared by: without numbers, times and the order of rows.

import type { Line } from '../desk/reading.ts';
import type { Scene } from './scene.ts';

/** Each fact, and how often it holds. */
export type EndState = ReadonlyMap<string, number>;

export interface Difference {
  /** What the run has less often than it should. */
  readonly lost: readonly string[];
  /** What it has more often. */
  readonly doubled: readonly string[];
}

const REGISTERS = [
  'Members',
  'Acceptances',
  'Opt-outs',
  'Takedowns',
  'Agreements',
  'Code versions',
  'Follow-up',
  'Settings',
] as const;
const CASES = ['Cases', 'People named', 'Case log', 'Questions', 'Letters', 'Settings'] as const;

/** Columns that tell when, by whom or by which number something happened: Google does not always tell who it was. */
const PASSING =
  /^(When|Received|Queued|Sent|Gmail ID|Hash|Seal|Line|Last mailed|Last asked|Published|Published by|Who|Checked|Fingerprint)$/;

/** Staff are told that a run failed, and tick that off; the digest counts what waits for them. */
export const FAILED = 'Something did not work';
const DIGEST = 'Code of Conduct, ';
/**
 * What people did, as often as they did it: what was typed stands in the trail when Google told of it, and as often as
 * it did; who does not know whether Set up is done presses again.
 */
const BY_HAND = /^(?:Changed|Set up or repaired)/;

/** Everything that two runs may have differently though the same has happened. */
const withoutNumbers = (text: string) =>
  text
    .replace(/\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?)?/g, '‹time›')
    .replace(/\b(?:January|February|March|April) \d{1,2}(?:, \d{4})?/g, '‹time›')
    .replace(/\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/g, '‹time›')
    .replace(/\b(?:A|O|T|D|P|IMSTL-MAIL|IMSTL-NOTE)-\d+/g, '‹number›')
    .replace(/\b(?:Q-)?20\d\d-\d{3}\b/g, '‹number›')
    .replace(/\b(?:2_ABaO[\w-]+|[\w-]{30,})\b/g, '‹id›');

export function endState(scene: Scene): EndState {
  const facts = new Map<string, number>();
  const note = (fact: string) => facts.set(fact, (facts.get(fact) ?? 0) + 1);
  for (const tab of REGISTERS) for (const line of scene.register(tab)) noteLine(`Registers, ${tab}`, line);
  for (const tab of CASES) for (const line of scene.cases.register(tab)) noteLine(`Cases, ${tab}`, line);
  for (const what of scene.openProblems())
    if (!what.startsWith(FAILED)) note(`Open problem: ${withoutNumbers(what)}`);
  for (const address of scene.recipients())
    for (const subject of scene.subjects(address))
      if (!subject.startsWith(DIGEST)) note(`Mail to ${address}: ${withoutNumbers(subject)}`);
  for (const { handler, owner, disabled } of scene.workspace.triggers.all())
    note(`Trigger of ${owner}: ${handler}${disabled ? ', switched off' : ''}`);
  for (const { title, items } of scene.workspace.forms.all())
    note(`Form ${title}: ${items.map((item) => item.title).join(' | ')}`);
  for (const [name, id] of [
    ['Registers', scene.registersId],
    ['Cases', scene.casesId],
  ] as const) {
    const { owner, editors } = scene.workspace.files.get(id);
    note(`${name} of ${owner}, open to ${[...editors].sort().join(', ')}`);
  }
  for (const { What = '' } of scene.register('Audit trail')) if (!BY_HAND.test(What)) note(`Trail: ${What}`);
  for (const { What = '' } of scene.cases.register('Audit trail'))
    if (!BY_HAND.test(What)) note(`Trail of Cases: ${What}`);
  return facts;

  function noteLine(place: string, line: Line): void {
    const cells = Object.entries(line).filter(([header, value]) => value !== '' && !PASSING.test(header));
    if (cells.length === 0) return;
    note(`${place}: ${cells.map(([header, value]) => `${header} ${withoutNumbers(value)}`).join('; ')}`);
  }
}

export function differenceFrom(expected: EndState, found: EndState): Difference {
  const missing = (from: EndState, others: EndState) =>
    [...from].flatMap(([fact, count]) => {
      const less = count - (others.get(fact) ?? 0);
      return less > 0 ? [less > 1 ? `${fact} (${less} times)` : fact] : [];
    });
  return { lost: missing(expected, found), doubled: missing(found, expected) };
}
