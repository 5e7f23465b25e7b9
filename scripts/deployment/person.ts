// Who sits at the terminal: sees what goes on, and is asked before something that matters.

import { createInterface } from 'node:readline/promises';

export interface Person {
  /** Whether somebody is there, who can answer and sign in. */
  readonly isThere: boolean;
  say(text: string): void;
  /** @returns what was typed */
  ask(question: string): Promise<string>;
}

export const terminal: Person = {
  isThere: process.stdin.isTTY === true,
  say: (text) => console.log(text),
  async ask(question) {
    const lines = createInterface({ input: process.stdin, output: process.stdout });
    try {
      return await lines.question(question);
    } finally {
      lines.close();
    }
  },
};

/** @throws unless she agrees */
export async function agreement(person: Person, question: string, word: string): Promise<void> {
  if (!person.isThere)
    throw new Error(
      `${question} Nobody is here to answer. Please run it in a terminal, or with --yes. Nothing was changed.`,
    );
  const typed = await person.ask(`${question} Type “${word}” to go on: `);
  if (typed.trim() !== word) throw new Error('Stopped. Nothing was changed.');
}
