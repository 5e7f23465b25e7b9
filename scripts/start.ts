// `npm start`: builds the bundle, opens the local Workspace (with the demonstration on the first start) and serves it.

import { existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cac } from 'cac';
import { build } from './build.ts';
import { isPrepared, prepareDemonstration } from './demonstration/prepare.ts';
import { createWorkspace, readProjectFolder } from './local-workspace/index.ts';
import { serveWorkspace } from './local-workspace/server.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const cli = cac('npm start --');
cli
  .command('', 'Serve the local Workspace')
  .option('--data <folder>', 'Folder that keeps its state', { default: `${root}.workspace` })
  .option('--fresh', 'Forget the state and begin with a new demonstration')
  .example('PORT=9000 npm start -- --fresh')
  .action(start);
cli.help();
cli.parse();

async function start(options: { data: string; fresh?: boolean }): Promise<void> {
  const port = Number(process.env.PORT ?? 8787);
  const dist = `${root}dist`;
  await build({ outDir: dist, minify: true });
  const files = readProjectFolder(dist);

  if (options.fresh) rmSync(options.data, { recursive: true, force: true });
  let workspace = open(options.data, port);
  if (!isPrepared(workspace) && existsSync(options.data)) {
    // An earlier first start did not finish: its half of a demonstration is worth nothing.
    workspace.close();
    rmSync(options.data, { recursive: true, force: true });
    workspace = open(options.data, port);
  }
  if (isPrepared(workspace)) {
    for (const project of workspace.projects.all()) workspace.projects.push(project.scriptId, files);
  } else {
    prepareDemonstration(workspace, files, (line) => console.log(line));
  }

  const { url } = await serveWorkspace(workspace, { port }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    console.error(
      `Port ${port} is in use. Stop the other program, or choose another port: PORT=9000 npm start`,
    );
    process.exit(1);
  });
  console.log(`Local Workspace ready at ${url}`);
}

function open(folder: string, port: number) {
  const start = new Date(Date.now() - 21 * 86_400_000).toISOString();
  return createWorkspace({ folder, follow: true, seed: 2017, start, origin: `http://localhost:${port}` });
}
