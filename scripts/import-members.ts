// `npm run import-members`: shows what a CSV file would do to the roster, and with --write has the script do it.

import { readFileSync } from 'node:fs';
import { cac } from 'cac';
import { READ_CELLS } from './google/clients.ts';
import { addDesk, addWhere, clientsFor, registersId, scriptId, start, type Where } from './google/command.ts';
import { carryOut, inWords, planList, readMembers } from './roster/import-list.ts';

interface Wish extends Where {
  readonly dryRun?: boolean;
  readonly write?: boolean;
}

const cli = addDesk(addWhere(cac('npm run import-members --')));
cli
  .command('<file>', 'Show, row by row, what a CSV file would do to the roster; nothing is written')
  .option('--script <id>', 'Id of the script project, in place of that of the target')
  .option('--write', 'Then write it, all at once, as “Import the roster…” does')
  .option('--dry-run', 'Only show it; this is what happens anyway without --write')
  .example('npm run import-members -- members.csv')
  .example('npm run import-members -- members.csv --write')
  .action(importMembers);
await start(cli);

async function importMembers(file: string, where: Wish): Promise<void> {
  const writes = where.write === true && !where.dryRun;
  const registers = await registersId(where);
  const list = readFileSync(file);
  // Google lets only a program that may all that the script may run a function of it.
  const clients = await clientsFor(where, writes ? scriptScopes() : READ_CELLS);
  const planned = planList(list, await readMembers(clients, registers));
  for (const line of inWords(planned)) console.log(line);
  if (!writes) {
    console.log('Nothing was written. With --write it is.');
    return;
  }
  console.log(await carryOut(clients, await scriptId(where), planned).catch(explained));
}

function scriptScopes(): string[] {
  const manifest = readFileSync(new URL('../appsscript.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { oauthScopes: string[] }).oauthScopes;
}

function explained(error: unknown): never {
  const { status } = error as { status?: number };
  if (status !== 403 && status !== 404) throw error;
  throw new Error(
    'Google did not let this program run the script. For that you must own the script, and it must be in the same Google ' +
      'Cloud project as your OAuth client (Apps Script → Project settings) and deployed as API executable. ' +
      '“Import the roster…” in the menu does the same with the same file.',
  );
}
