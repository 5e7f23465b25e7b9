// `npm start`: builds the bundle, opens the local Workspace (with the demonstration on the first start) and serves it.

import { existsSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
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
  const port = await freePort(process.env.PORT ?? '8787');
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

  const { url } = await serveWorkspace(workspace, { port });
  console.log(`Local Workspace ready at ${url}`);
}

/** The port to serve on. Ends the program with one line when it cannot be used, before anything is prepared. */
async function freePort(wanted: string): Promise<number> {
  const port = Number(wanted);
  const refuse = (why: string): never => {
    console.error(`${why} Choose another port: PORT=9000 npm start`);
    process.exit(1);
  };
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return refuse(`"${wanted}" is not a port.`);
  await new Promise<void>((resolve) => {
    const probe = createServer();
    probe.once('error', () => refuse(`Port ${port} is in use.`));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
  return port;
}

function open(folder: string, port: number) {
  const start = new Date(Date.now() - 21 * 86_400_000).toISOString();
  return createWorkspace({ folder, follow: true, seed: 2017, start, origin: `http://localhost:${port}` });
}
