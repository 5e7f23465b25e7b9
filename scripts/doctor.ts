// `npm run doctor`: compares what is live with what the code expects, from outside, and says what to do. Changes nothing.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cac } from 'cac';
import { examine } from './doctor/examine.ts';
import { tableOf } from './doctor/table.ts';
import { LOOK_AT_SCRIPT, READ } from './google/clients.ts';
import {
  addDesk,
  addWhere,
  clientsFor,
  localAddress,
  localClock,
  progressLine,
  registersId,
  scriptId,
  start,
  type Where,
} from './google/command.ts';
import { readProjectFolder } from './local-workspace/index.ts';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const FOUND = 2;

interface Wishes extends Where {
  readonly json?: boolean;
}

const cli = addDesk(addWhere(cac('npm run doctor --')));
cli
  .command('', 'Compare what is live with what the code expects, and say what to do. Changes nothing')
  .option('--script <id>', 'Id of the script project; otherwise the one in .clasp.json, or the local one')
  .option('--json', 'Print the findings as JSON: severity, where, what, remedy')
  .example('npm run doctor -- --local')
  .action(doctor);
await start(cli, (sections) => [
  ...sections,
  {
    title: 'What it looks at',
    body: `  Tabs, headings, lists, warnings, clocks; settings, versions, mails, the end of
  the trail; the forms, and whether they are open to everybody; who may open
  which file; the pushed code; when the automatic work ran last.
  Google lists triggers to nobody outside of the script, so their runs are
  judged. “Check set-up…” in the menu lists the triggers themselves.`,
  },
  {
    title: 'How it ends',
    body: '  0  nothing found\n  1  it could not look\n  2  it found something',
  },
]);

async function doctor({ json = false, ...where }: Wishes): Promise<void> {
  if (!existsSync(DIST))
    throw new Error('There is nothing to compare with. Please run “npm run build” first.');
  const local = localAddress(where);
  const [registers, script] = [await registersId(where), await scriptId(where)];
  const clients = await clientsFor(where, [...READ, ...LOOK_AT_SCRIPT]);
  const now = local === undefined ? Date.now() : await localClock(local);
  const built = readProjectFolder(DIST);
  const progress = progressLine(process.stderr);
  const findings = await examine({ clients, registers, script, built, now, progress });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  const colour = process.stdout.isTTY && !process.env.NO_COLOR;
  process.stdout.write(json ? `${JSON.stringify(findings, null, 2)}\n` : tableOf(findings, colour));
  if (findings.length > 0) process.exitCode = FOUND;
}
