// A process of the explorer: has a desk of its own, plays what it is asked to, and answers.

import { readProjectFolder } from '../local-workspace/index.ts';
import { Explorer, workflowNamed } from './explorer.ts';
import type { Answer, Task } from './pool.ts';
import { playOrStop, shortest } from './trace.ts';

const [, , folder = '', seed = '1'] = process.argv;
const explorer = new Explorer(readProjectFolder(folder), Number(seed));

process.on('message', (task: Task) => {
  try {
    process.send?.(answerTo(task));
  } catch (error) {
    process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

function answerTo(task: Task): Answer {
  if ('list' in task) return { points: explorer.pointsOf(workflowNamed(task.list)) };
  if ('shorten' in task) return { failure: shortest(explorer, task.shorten) };
  return { results: task.play.map((point) => ({ point, findings: playOrStop(explorer, point) })) };
}
