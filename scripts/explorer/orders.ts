// In which orders a workflow, and the one thing that comes in between, may follow each other when nothing disturbs them.

import type { Scene } from './scene.ts';
import { run, type Workflow } from './workflows.ts';

/** One way in which all may happen, and the mails that it must then bring. */
export interface Order {
  readonly play: (scene: Scene) => void;
  readonly brings?: Workflow['brings'];
}

/** The first one is the usual one. Of more than one thing that comes in between, nothing is said. */
export function ordersOf(workflow: Workflow, [act, ...more]: readonly Workflow[]): Order[] {
  if (!act) return alone(workflow);
  if (more.length > 0) return [];
  const pairs = [
    [workflow, act],
    [act, workflow],
  ] as const;
  const turns = pairs.map(
    (pair): Order => ({ play: (scene) => pair.forEach((one) => void run(scene, one)) }),
  );
  return [...turns, ...pairs.flatMap(([one, other]) => overtaken(one, other))];
}

function alone(workflow: Workflow): Order[] {
  const { readLater } = workflow;
  const unread = (scene: Scene) => {
    const giveBack = readLater?.hide(scene);
    run(scene, workflow);
    giveBack?.();
  };
  return [{ play: (scene) => run(scene, workflow) }, ...(readLater ? [{ play: unread }] : [])];
}

/** Somebody does it just before the other one commits, which has read all there was by then; her run comes afterwards. */
function overtaken({ overtaken, happens }: Workflow, other: Workflow): Order[] {
  if (!overtaken?.by.includes(other.name)) return [];
  const play = (scene: Scene) => {
    scene.workspace.faults.add({
      functionName: other.runs,
      method: 'Sheets.Spreadsheets.batchUpdate',
      when: 'before',
      effect: { run: () => happens?.(scene) },
    });
    run(scene, other);
  };
  return [{ play, brings: overtaken.brings }];
}
