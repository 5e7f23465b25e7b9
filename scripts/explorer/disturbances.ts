// What can happen to a workflow, as data, and how it is made to happen.

import { PROBLEMS } from '../../src/content/problems.ts';
import { GoogleError } from '../local-workspace/kernel/errors.ts';
import type { Allowance } from '../local-workspace/kernel/quotas.ts';
import type { Execution, RemoteCall } from '../local-workspace/script/execution.ts';
import { NINA, type Scene, VOLUNTEER } from './scene.ts';

/** Something that goes wrong at one remote call, counted from 1. */
export type AtCall =
  | { readonly kind: 'kill'; readonly call: number; readonly how: KillName }
  | { readonly kind: 'fault'; readonly call: number; readonly how: FaultName }
  | { readonly kind: 'interleaving'; readonly call: number; readonly acts: readonly string[] };

/** Something that goes wrong with what starts the workflow. */
export interface AtTrigger {
  readonly kind: 'trigger';
  readonly how: TroubleName;
}

export type Disturbance = AtCall | AtTrigger;

export type KillName = 'before' | 'after' | 'after, what was buffered is lost';

export type TroubleName = (typeof TROUBLES)[number];
export const TROUBLES = [
  'lost',
  'doubled',
  'blank',
  'late',
  'out of order',
  'switched off for a week',
  'two installers',
] as const;

const MINUTE = 60_000;

/** What strikes at a call, before it takes effect or after. */
interface Strike {
  readonly when: 'before' | 'after';
  readonly strike: (scene: Scene, execution: Execution, call: RemoteCall) => void;
}

const failing = (code: 'INTERNAL' | 'UNAVAILABLE' | 'RESOURCE_EXHAUSTED', text: string) => (): never => {
  throw new GoogleError(code, text);
};

const FAULTS = {
  'transient error': {
    when: 'before',
    strike: failing('INTERNAL', "We're sorry, a server error occurred. Please wait a bit and try again."),
  },
  'error that stays': { when: 'before', strike: stays },
  'time-out after the effect': {
    when: 'after',
    strike: failing('UNAVAILABLE', 'Service timed out. Please try again later.'),
  },
  'too many requests (429)': {
    when: 'before',
    strike: failing('RESOURCE_EXHAUSTED', 'Quota exceeded for quota metric'),
  },
  'no mail left for the day': {
    when: 'before',
    strike: (scene, { user }) => useUp(scene, user, 'mail recipients'),
  },
  'no calls left for the minute': {
    when: 'before',
    strike: (scene, { user }) => useUp(scene, user, 'sheets reads', 'sheets writes'),
  },
  'slow call': { when: 'before', strike: (_, execution) => execution.wait(4.5 * MINUTE) },
  'call that outlasts the six minutes': {
    when: 'after',
    strike: (_, execution) => execution.wait(6 * MINUTE),
  },
} as const satisfies Record<string, Strike>;

export type FaultName = keyof typeof FAULTS;
export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[];

/** Whether a call can meet the fault: an allowance is used up for calls that need it. */
export function canMeet(method: string, how: FaultName): boolean {
  if (how === 'no mail left for the day') return /messages\.send/i.test(method);
  return how !== 'no calls left for the minute' || method.startsWith('Sheets.');
}

/** What staff are told of a failing call and tick themselves: it is true, and so may stand there once. */
const TOLD: readonly { readonly of: RegExp; readonly what: string }[] = [
  { of: /messages\.send$/i, what: PROBLEMS.caseMailHeld.what },
  ...[VOLUNTEER, NINA].map((email) => ({
    of: /^Drive\.Permissions\.create$/,
    what: PROBLEMS.photoListNotShared(email).what,
  })),
];

/** Lines that may be open after it. @param calls those of the run that it disturbs, by name */
export function toldOf(disturbance: Disturbance, calls: readonly string[]): string[] {
  return TOLD.filter(({ of }) => isFaultAt(disturbance, of, calls)).map(({ what }) => what);
}

/** Whether it is a failing call of one of these methods. @param calls those of the run, by name */
export const isFaultAt = (disturbance: Disturbance, of: RegExp, calls: readonly string[]): boolean =>
  disturbance.kind === 'fault' && of.test(calls[disturbance.call - 1] ?? '');

/** From here on, calls of this method fail as long as this run goes on. */
function stays({ workspace }: Scene, { options }: Execution, { method }: RemoteCall): never {
  const fail = new GoogleError('PERMISSION_DENIED', 'The caller does not have permission');
  const { functionName } = options;
  workspace.faults.add({ functionName, method, when: 'before', effect: { fail }, always: true });
  throw fail;
}

/** Uses up what is left of these allowances. */
function useUp({ workspace }: Scene, user: string, ...allowances: Allowance[]): void {
  const { quotas } = workspace.kernel;
  for (const allowance of allowances) quotas.add(user, allowance, quotas.left(user, allowance));
}

/** Lets the disturbance happen at its call of the function. @param act carries out what comes in between */
export function plant(scene: Scene, runs: string, at: AtCall, act: (name: string) => void): void {
  const { faults } = scene.workspace;
  if (at.kind === 'interleaving') {
    const run = () => {
      for (const name of at.acts) act(name);
    };
    faults.add({ functionName: runs, nth: at.call, when: 'before', effect: { run } });
  } else if (at.kind === 'fault') {
    const { when, strike }: Strike = FAULTS[at.how];
    const run = (execution: Execution, call: RemoteCall) => strike(scene, execution, call);
    faults.add({ functionName: runs, nth: at.call, when, effect: { run } });
  } else {
    const run = (execution: Execution) => {
      if (at.how === 'after, what was buffered is lost') scene.buffer.lose();
      execution.kill();
    };
    const when = at.how === 'before' ? 'before' : 'after';
    faults.add({ functionName: runs, nth: at.call, when, effect: { run } });
  }
}
