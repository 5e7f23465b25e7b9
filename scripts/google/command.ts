// What the commands share: where they work, how they say what goes on, and how they end.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CAC } from 'cac';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Where {
  /** Set to an address, or to true for the usual one. */
  readonly local?: string | boolean;
  readonly key?: string;
  readonly as?: string;
  readonly registers?: string;
}

export function addWhere(cli: CAC): CAC {
  return cli
    .option('--local [address]', 'Work on the local Workspace (http://localhost:8787/), not at Google')
    .option('--key <file>', 'Sign in with the key of a service account')
    .option('--as <address>', 'In whose name the service account acts')
    .option('--registers <id>', 'Id of the Registers; otherwise the one in .clasp.json, or the local one');
}

export const localAddress = ({ local }: Where): string | undefined =>
  local === undefined || local === false
    ? undefined
    : local === true || local === ''
      ? `http://localhost:${process.env.PORT ?? 8787}/`
      : String(local);

/** @throws Error that says what to do, when it is not known */
export async function registersId(where: Where): Promise<string> {
  if (where.registers) return where.registers;
  const local = localAddress(where);
  if (local !== undefined) {
    const answer = await fetch(new URL('/local/summary', local)).catch(() => undefined);
    if (!answer)
      throw new Error(`Nothing answers at ${local}. Please start the local Workspace with “npm start”.`);
    const { spreadsheets } = (await answer.json()) as {
      spreadsheets: { name: string; spreadsheetId: string }[];
    };
    const found = spreadsheets.find(({ name }) => name === 'Registers');
    if (found) return found.spreadsheetId;
  }
  const file = `${ROOT}.clasp.json`;
  const { parentId } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  if (typeof parentId !== 'string')
    throw new Error('Which spreadsheet? Please give the id of the Registers with --registers.');
  return parentId;
}

/** Runs a command; what goes wrong is said in one line, and the program ends with 1. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

/** Says what is being done: on one line that is written over at a terminal, line by line elsewhere. */
export function progressLine(write = process.stdout): (what: string) => void {
  let number = 0;
  return (what) => {
    number++;
    if (write.isTTY) write.write(`\r\u001b[K${number}  ${what}`.slice(0, (write.columns ?? 80) + 4));
    else if (number % 25 === 1) write.write(`${number}  ${what}\n`);
  };
}
