// Spreads the points over child processes, as many as there are cores.

import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Point } from './explorer.ts';
import type { Result } from './report.ts';
import type { Failure } from './trace.ts';

/** What a child is asked. */
export type Task =
  | { readonly list: string }
  | { readonly play: readonly Point[] }
  | { readonly shorten: Point };
/** What it answers. */
export type Answer =
  | { readonly points: Point[] }
  | { readonly results: Result[] }
  | { readonly failure: Failure };

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));

export class Pool {
  private readonly children: ChildProcess[];

  /** @param folder with the built bundle */
  constructor(size: number, folder: string, seed: number) {
    this.children = Array.from({ length: size }, () => fork(CHILD, [folder, String(seed)]));
  }

  /** Has all of it done, in any order; the answers come in the order of the tasks. */
  async all(tasks: readonly Task[], answered: (answer: Answer) => void = () => {}): Promise<Answer[]> {
    const answers: Answer[] = [];
    let next = 0;
    const workOn = async (child: ChildProcess) => {
      for (let at = next++; at < tasks.length; at = next++) {
        const answer = await ask(child, tasks[at] as Task);
        answers[at] = answer;
        answered(answer);
      }
    };
    await Promise.all(this.children.map(workOn));
    return answers;
  }

  end(): void {
    for (const child of this.children) child.kill();
  }
}

/** @throws Error with what the child says when it cannot answer */
function ask(child: ChildProcess, task: Task): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null) => reject(new Error(`A process of the explorer ended (${code}).`));
    child.once('exit', gone);
    child.once('message', (answer: Answer | { error: string }) => {
      child.off('exit', gone);
      if ('error' in answer) reject(new Error(answer.error));
      else resolve(answer);
    });
    child.send(task);
  });
}
