// What goes wrong with triggers on Google: they get lost, come twice, blank, late, out of order, or not for a week.

import { actNamed } from './acts.ts';
import type { TroubleName } from './disturbances.ts';
import { NINA, type Scene } from './scene.ts';
import type { Workflow } from './workflows.ts';

const MINUTE = 60_000;
/** What comes last, and is delivered first. */
export const NEXT_ONE = 'another response';

/** No trigger fires for a week, whatever happens at its beginning. */
export function aWeekWithoutTriggers(scene: Scene, happens = () => {}): void {
  const { workspace } = scene;
  const { triggers } = workspace;
  for (const { id } of triggers.all()) triggers.setDisabled(id, true);
  happens();
  workspace.advance('P7D');
  for (const { id } of triggers.all()) triggers.setDisabled(id, false);
  scene.windUp();
}

/** Lets the workflow happen, and its triggers go wrong. */
export function trouble(scene: Scene, workflow: Workflow, how: TroubleName): void {
  const { workspace } = scene;
  const { triggers } = workspace;
  const happens = () => {
    workflow.happens?.(scene);
    if (workflow.by === 'clock') scene.fallDue(workflow.runs);
  };
  const waiting = () => triggers.pending();
  switch (how) {
    case 'lost':
      happens();
      scene.loseEvents();
      return;
    case 'doubled':
      happens();
      if (workflow.by === 'person') happens();
      for (const { triggerId, event } of waiting()) {
        triggers.deliverLater(triggerId, workspace.now(), event);
        triggers.deliverLater(triggerId, workspace.now() + 30 * MINUTE, event);
      }
      scene.minutes(31);
      return;
    case 'blank':
      happens();
      for (const { id, triggerId, event } of waiting()) {
        triggers.delivered(id);
        triggers.deliverLater(triggerId, workspace.now(), event, true);
      }
      workspace.settle();
      return;
    case 'late':
      happens();
      for (const { id, triggerId, event } of waiting()) {
        triggers.delivered(id);
        triggers.deliverLater(triggerId, workspace.now() + 200 * MINUTE, event);
      }
      scene.minutes(205);
      return;
    case 'out of order':
      happens();
      actNamed(NEXT_ONE).happens?.(scene);
      for (const pending of waiting().reverse()) workspace.deliver(pending);
      return;
    case 'switched off for a week':
      aWeekWithoutTriggers(scene, happens);
      return;
    case 'two installers':
      for (const { scriptId, handler, source } of triggers.all())
        triggers.create(scriptId, handler, NINA, source);
      happens();
      workspace.settle();
      return;
  }
}
