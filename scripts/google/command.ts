// What the commands share: where they work, how they say what goes on, and how they end.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CAC } from 'cac';
import { readIds, targetNamed } from '../deployment/targets.ts';
import { type Clients, connect } from './clients.ts';
import { statusOf } from './patience.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Where {
  /** Set to an address, or to true for the usual one. */
  readonly local?: string | boolean;
  readonly key?: string;
  readonly as?: string;
  readonly registers?: string;
  readonly script?: string;
  readonly target?: string;
}

/** How a command reaches Google, or the local Workspace. */
export function addWhere(cli: CAC): CAC {
  return cli
    .option('--local [address]', 'Work on the local Workspace (http://localhost:8787/), not at Google')
    .option('--key <file>', 'Sign in with the key of a service account')
    .option('--as <address>', 'In whose name the service account acts');
}

/** Which desk a command looks at. */
export function addDesk(cli: CAC): CAC {
  return cli
    .option('--target <name>', 'Which desk: test (the usual one) or production')
    .option('--registers <id>', 'Id of the Registers, in place of those of the target');
}

/** Where the local Workspace answers; undefined to work at Google. @throws Error when it is no address */
export function localAddress({ local }: Where): string | undefined {
  if (local === undefined || local === false) return undefined;
  if (local === true || local === '') return `http://localhost:${process.env.PORT ?? 8787}/`;
  if (!/^https?:\/\//.test(local))
    throw new Error(`“${local}” is no address. Please write --local behind everything else.`);
  return local;
}

interface Summary {
  readonly clock: string;
  readonly spreadsheets: readonly { readonly name: string; readonly spreadsheetId: string }[];
  readonly script: { readonly scriptId: string | null };
}

async function summaryOf(local: string): Promise<Summary> {
  const answer = await fetch(new URL('/local/summary', local)).catch(() => undefined);
  if (!answer?.ok)
    throw new Error(`Nothing answers at ${local}. Please start the local Workspace with “npm start”.`);
  return (await answer.json()) as Summary;
}

/** What time it is in the local Workspace, in milliseconds since 1970, UTC. */
export const localClock = async (local: string): Promise<number> =>
  Date.parse((await summaryOf(local)).clock);

/** @throws Error that says what to do, when it is not known */
export async function registersId(where: Where): Promise<string> {
  const id = where.registers ?? (await knownIds(where)).registers;
  if (!id) throw new Error(unknown('spreadsheet', 'the Registers with --registers', where));
  return id;
}

/** The id of the script project. @throws Error that says what to do, when it is not known */
export async function scriptId(where: Where): Promise<string> {
  const id = where.script ?? (await knownIds(where)).script;
  if (!id) throw new Error(unknown('script', 'the script project with --script', where));
  return id;
}

const unknown = (what: string, of: string, { target = 'test' }: Where) =>
  `Which ${what}? Nothing was deployed to “${target}” from this folder. Please run “npm run deploy” first, or give the id of ${of}.`;

/** As the local Workspace says, or the file in which a deployment kept them. */
async function knownIds(
  where: Where,
): Promise<{ registers?: string | undefined; script?: string | undefined }> {
  const local = localAddress(where);
  const target = targetNamed(where.target ?? 'test');
  if (local === undefined) {
    const ids = readIds(join(ROOT, target.settingsFile));
    return { registers: ids?.parentId, script: ids?.scriptId };
  }
  const { spreadsheets, script } = await summaryOf(local);
  const registers = spreadsheets.find(({ name }) => name === 'Registers')?.spreadsheetId;
  return { registers, script: script.scriptId ?? undefined };
}

/** Google's clients with these scopes, of the place and in the name that the command line says. @throws CannotSignIn */
export const clientsFor = (where: Where, scopes: readonly string[]): Promise<Clients> =>
  connect({ scopes, local: localAddress(where), keyFile: where.key, as: where.as });

/** Reads the command line and runs what it asks for; one that makes no sense is explained, and the program ends with 1. */
export async function start(cli: CAC, help?: Parameters<CAC['help']>[0]): Promise<void> {
  await runCommand(async () => {
    cli.help(help);
    const { options } = cli.parse(process.argv, { run: false });
    if (!options.help) await cli.runMatchedCommand();
  });
}

/** Runs a command; what goes wrong is said in plain words, and the program ends with 1. */
async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(inWords(error));
    process.exitCode = 1;
  }
}

/** What can be done about a refusal of Google. */
const REMEDIES: Readonly<Record<number, string>> = {
  401: 'Please run the command again to sign in anew.',
  403: 'The account that signed in may not do that. Is it the one that owns the Registers, and is the API switched on?',
  404: 'Either it is not there, or the account that signed in may not see it.',
  429: 'Google is busy. Please run the command again in some minutes.',
};

/** What is the matter with a file or folder, by the code of the operating system. */
const FILE_TROUBLES: Readonly<Record<string, string>> = {
  EACCES: 'You may not read or write this',
  EISDIR: 'This is a folder, not a file',
  ENOENT: 'This is not there',
  ENOSPC: 'The disk is full',
  ENOTDIR: 'This is a file, not a folder',
  EPERM: 'You may not change this',
  EROFS: 'Nothing can be written here',
};

/** The line to the service is not there. */
const NO_LINE = new Set(['EAI_AGAIN', 'ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT']);

function inWords(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && error.name === 'CACError') return `${said}. See --help.`;
  const { code = '', path } = error as { code?: string; path?: string };
  const trouble = FILE_TROUBLES[code];
  if (trouble) return path === undefined ? `${trouble}.` : `${trouble}: ${path}`;
  if (NO_LINE.has(code))
    return `There was no answer (${said}). Please look after the connection, and run the command again.`;
  const status = statusOf(error);
  return status === undefined ? said : `Google says: ${said} ${REMEDIES[status] ?? ''}`.trim();
}

/** Says what is being done: on one line that is written over at a terminal, line by line elsewhere. */
export function progressLine(write: NodeJS.WriteStream = process.stdout): (what: string) => void {
  let number = 0;
  return (what) => {
    number++;
    if (write.isTTY) write.write(`\r\u001b[K${number}  ${what}`.slice(0, (write.columns ?? 80) + 4));
    else if (number % 25 === 1) write.write(`${number}  ${what}\n`);
  };
}
