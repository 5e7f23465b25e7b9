// `npm run deploy`: brings the desk onto Google, the first time with all that this needs, later in one step.

import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cac } from 'cac';
import { build } from './build.ts';
import { deploy } from './deployment/deploy.ts';
import { withLocalTarget } from './deployment/local-target.ts';
import { terminal } from './deployment/person.ts';
import { targetNamed } from './deployment/targets.ts';
import { localAddress, start } from './google/command.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface Options {
  target: string;
  script?: string;
  dryRun?: boolean;
  yes?: boolean;
  local?: string | boolean;
}

const cli = cac('npm run deploy --');
cli
  .command('', 'Build, compare with what is live, push, make a version, check it')
  .option('--target <name>', 'test or production, which asks before it changes anything', { default: 'test' })
  .option('--script <id>', 'The first time: use this script, which exists already, and make none')
  .option('--dry-run', 'Only say what would change')
  .option('--yes', 'Agree to everything beforehand, also to new permissions; for use without a terminal')
  .option('--local [address]', 'Work on the local Workspace (http://localhost:8787/), not at Google')
  .example('npm run deploy')
  .example('npm run deploy -- --target production --dry-run')
  .action(run);
await start(cli);

async function run({ target: name, local, ...wish }: Options): Promise<void> {
  const address = localAddress({ ...(local === undefined ? {} : { local }) });
  const rest = (folder: string) => ({
    person: terminal,
    build: () => build({ outDir: join(folder, 'dist') }),
  });
  if (address)
    return withLocalTarget(address, (target, here) =>
      deploy({ ...wish, target }, { ...here, ...rest(here.folder) }),
    );
  await deploy(
    { ...wish, target: targetNamed(name) },
    { folder: ROOT, signIns: join(homedir(), '.clasprc.json'), ...rest(ROOT) },
  );
}
