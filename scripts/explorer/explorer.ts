// Plays a workflow with a disturbance, lets everything recover, and says what is then not as it should be.

import type { ScriptFile } from '../local-workspace/index.ts';
import { ACTS, actNamed, FIRST_ACTS } from './acts.ts';
import { isBuffered } from './buffer.ts';
import {
  type AtCall,
  canMeet,
  type Disturbance,
  FAULT_NAMES,
  isFaultAt,
  plant,
  TROUBLES,
  toldOf,
} from './disturbances.ts';
import { differenceFrom, type EndState, endState } from './end-state.ts';
import { fingerprint } from './fingerprint.ts';
import { type Findings, isClean, lookOver, none } from './invariants.ts';
import { ordersOf } from './orders.ts';
import { recoverLater, recoverSoon } from './recovery.ts';
import { type Moment, Scene } from './scene.ts';
import { NEXT_ONE, trouble } from './troubles.ts';
import { run, WORKFLOWS, type Workflow } from './workflows.ts';

/** One thing to try. */
export interface Point {
  readonly workflow: string;
  readonly disturbance: Disturbance;
}

/** A workflow as it goes when nothing disturbs it. */
interface Undisturbed {
  /** Where it begins. */
  readonly moment: Moment;
  /** The calls of its run, by name. */
  readonly calls: readonly string[];
  /** What may stand in the end. */
  readonly ends: readonly EndState[];
}

export class Explorer {
  private readonly scene: Scene;
  private start: Moment;
  private readonly fresh: { scene: Scene; start: Moment };
  private last: Scene;
  /** How much had run before the last play. */
  private ranBefore = 0;
  private readonly known = new Map<string, Undisturbed>();
  private readonly moments = new Map<string, Moment>();
  /** States from which all was well in the end: what leads to one of them again need not be followed further. */
  private readonly clean = new Set<string>();

  /** @param files the built bundle */
  constructor(
    files: readonly ScriptFile[],
    readonly seed = 1,
  ) {
    this.scene = new Scene(seed);
    this.scene.open(files);
    this.start = this.scene.moment();
    this.last = this.scene;
    const scene = new Scene(seed);
    scene.begin(files);
    this.fresh = { scene, start: scene.moment() };
  }

  /** The desk that is set up, and the one that is not yet. */
  get scenes(): readonly Scene[] {
    return [this.scene, this.fresh.scene];
  }

  /** From now on the desk runs this code. */
  push(files: readonly ScriptFile[]): void {
    this.known.clear();
    this.moments.clear();
    this.clean.clear();
    this.scene.goTo(this.start);
    this.scene.workspace.projects.push(this.scene.scriptId, files);
    this.start = this.scene.moment();
  }

  /** Everything that can be tried with a workflow, one after the other. */
  pointsOf(workflow: Workflow): Point[] {
    const { calls } = this.undisturbed(workflow);
    const disturbances = calls.flatMap((method, index) => atCall(workflow, method, index + 1));
    const triggers = troublesOf(workflow).map((how) => ({ kind: 'trigger', how }) as const);
    return [...disturbances, ...triggers].map((disturbance) => ({ workflow: workflow.name, disturbance }));
  }

  /** What is wrong after it. Throws when it is not played at all. */
  play({ workflow: name, disturbance }: Point): Findings {
    const workflow = workflowNamed(name);
    const acts = actsOf(disturbance).map(actNamed);
    const undisturbed = this.undisturbed(workflow, acts);
    const scene = this.sceneOf(workflow);
    scene.goTo(undisturbed.moment);
    this.last = scene;
    this.ranBefore = scene.workspace.executions().length;
    if (disturbance.kind === 'trigger') trouble(scene, workflow, disturbance.how);
    else this.disturb(scene, workflow, disturbance);
    scene.workspace.settle();
    // What is right after a week is not what is right a day later.
    const isLate = disturbance.kind === 'trigger' && disturbance.how === 'switched off for a week';
    const { readLater } = workflow;
    const isReadLater = readLater && isFaultAt(disturbance, readLater.of, undisturbed.calls);
    const ends = isLate ? [] : undisturbed.ends.filter((_, at) => at === 0 || acts.length > 0 || isReadLater);
    const told = toldOf(disturbance, undisturbed.calls).map((what) => `Open problem: ${what}`);
    const about = [name, ...acts.map((act) => act.name), isLate, isReadLater, ...told].join();
    // With all that comes in between, no state is the same as another.
    const stateTo = (minutes: number) =>
      acts.length > 1 ? '' : `${about} ${fingerprint(scene, undisturbed.moment.store, minutes)}`;
    const states = [stateTo(1)];
    if (this.isFollowed(states)) return none();
    recoverSoon(scene);
    // The runs of a night and of a morning look at days.
    states.push(stateTo(60));
    if (this.isFollowed(states)) return none();
    recoverLater(scene);
    const findings = this.judge(scene, acts.length === 0 ? workflow.brings : [], ends, told);
    if (isClean(findings)) for (const state of states) this.clean.add(state);
    return findings;
  }

  /** Whether the last of these states was followed to an end at which all was well; then the others need not be, either. */
  private isFollowed(states: readonly string[]): boolean {
    const last = states.at(-1) ?? '';
    const isWell = last !== '' && this.clean.has(last);
    if (isWell) for (const state of states) this.clean.add(state);
    return isWell;
  }

  /** The calls of the run that is disturbed, by name. */
  callsOf(name: string): readonly string[] {
    return this.undisturbed(workflowNamed(name)).calls;
  }

  /** What ran in the last play, for a trace. */
  get executions() {
    return this.last.workspace.executions().slice(this.ranBefore);
  }

  private disturb(scene: Scene, workflow: Workflow, at: AtCall): void {
    plant(scene, workflow.runs, at, (name) => run(scene, actNamed(name)));
    const { faults } = scene.workspace;
    run(scene, workflow);
    // With more that waits, its run may be a shorter one; then all of it comes afterwards.
    const isStruck = faults.pending === 0;
    faults.clear();
    if (isStruck) return;
    if (at.kind !== 'interleaving')
      throw new Error(`${workflow.name} does not come to its call ${at.call} any more.`);
    for (const name of at.acts) run(scene, actNamed(name));
  }

  /** @param told facts that may stand once more than in the end that is expected */
  private judge(
    scene: Scene,
    brings: Workflow['brings'],
    ends: readonly EndState[],
    told: readonly string[],
  ): Findings {
    scene.readOnce();
    const findings = lookOver(scene, brings);
    const found = endState(scene);
    const differences = ends.map((end) => differenceFrom(end, found));
    const size = ({ lost, doubled }: (typeof differences)[number]) => lost.length + doubled.length;
    const [nearest] = differences.sort((a, b) => size(a) - size(b));
    findings.lost.push(...(nearest?.lost ?? []));
    findings.doubled.push(...(nearest?.doubled ?? []).filter((fact) => !told.includes(fact)));
    return findings;
  }

  private sceneOf({ isFirst }: Workflow): Scene {
    return isFirst ? this.fresh.scene : this.scene;
  }

  /**
   * Prepared once. With one thing that comes in between, it may have come before as well as after; of what may stand
   * when many things come in between, nothing is said.
   */
  private undisturbed(workflow: Workflow, acts: readonly Workflow[] = []): Undisturbed {
    const key = [workflow, ...acts].map(({ name }) => name).join(', ');
    const known = this.known.get(key);
    if (known) return known;
    const scene = this.sceneOf(workflow);
    const moment = this.ready(workflow, acts);
    let calls: readonly string[] = [];
    const ends = ordersOf(workflow, acts).map(({ play, brings }) => {
      scene.goTo(moment);
      const before = scene.workspace.executions().length;
      play(scene);
      const executions = scene.workspace.executions().slice(before);
      const first = executions.find(({ functionName }) => functionName === workflow.runs);
      if (calls.length === 0) calls = first?.calls.map(({ method }) => method) ?? [];
      recoverSoon(scene);
      recoverLater(scene);
      scene.readOnce();
      const wrong = brings ? lookOver(scene, brings) : none();
      if (!isClean(wrong)) throw new Error(`${key} goes wrong undisturbed: ${JSON.stringify(wrong)}`);
      return endState(scene);
    });
    const made = { moment, calls, ends };
    this.known.set(key, made);
    return made;
  }

  /** The moment at which all of these may begin: the same for the same ones. */
  private ready(workflow: Workflow, acts: readonly Workflow[]): Moment {
    const all = [...WORKFLOWS, ...ACTS].filter((one, at, list) => {
      const isWanted = one === workflow || acts.includes(one);
      return isWanted && one.prepare !== undefined && list.indexOf(one) === at;
    });
    const key = all.map(({ name }) => name).join(', ');
    const scene = this.sceneOf(workflow);
    const known = workflow.isFirst ? this.fresh.start : this.moments.get(key);
    if (known) return known;
    scene.goTo(this.start);
    for (const { prepare } of all) prepare?.(scene);
    if (all.length === 1 && scene.unanswered.length > 0)
      throw new Error(`${key}: the preparation was refused.`);
    const moment = scene.moment();
    this.moments.set(key, moment);
    return moment;
  }
}

export function workflowNamed(name: string): Workflow {
  const found = WORKFLOWS.find((one) => one.name === name);
  if (!found)
    throw new Error(
      `No workflow is called “${name}”. There are: ${WORKFLOWS.map((one) => one.name).join(', ')}.`,
    );
  return found;
}

/** What comes in between. */
function actsOf(disturbance: Disturbance): readonly string[] {
  if (disturbance.kind === 'interleaving') return disturbance.acts;
  return disturbance.kind === 'trigger' && disturbance.how === 'out of order' ? [NEXT_ONE] : [];
}

/** All that can happen at a call; of what comes in between, all at once, and some of it alone: at each call others. */
function atCall({ isFirst, name }: Workflow, method: string, call: number): AtCall[] {
  const kills: AtCall[] = [
    { kind: 'kill', call, how: 'before' },
    { kind: 'kill', call, how: 'after' },
  ];
  if (isBuffered(method)) kills.push({ kind: 'kill', call, how: 'after, what was buffered is lost' });
  const faults = FAULT_NAMES.filter((how) => canMeet(method, how)).map(
    (how): AtCall => ({ kind: 'fault', call, how }),
  );
  const others = (isFirst ? FIRST_ACTS : ACTS).map((act) => act.name).filter((act) => act !== name);
  const alone = Array.from(
    { length: ALONE },
    (_, at) => others[(call * ALONE + at) % others.length] as string,
  );
  const between = [others, ...alone.map((one) => [one])];
  return [...kills, ...faults, ...between.map((acts): AtCall => ({ kind: 'interleaving', call, acts }))];
}

/** So many things come in between alone at each call. */
const ALONE = 2;

/** A button is pressed, or it is not: no trigger can come late or get lost. */
const troublesOf = ({ by }: Workflow) =>
  TROUBLES.filter((how) =>
    by === 'person'
      ? how === 'doubled' || how === 'switched off for a week'
      : by === 'event' || how !== 'blank',
  );
