// Serves a small desk that a test has prepared in a folder. Arguments: the folder, the port.

import { createWorkspace } from '../../scripts/local-workspace/index.ts';
import { serveWorkspace } from '../../scripts/local-workspace/server.ts';

const [folder = '', port = '0'] = process.argv.slice(2);
const { url } = await serveWorkspace(createWorkspace({ folder, follow: true }), { port: Number(port) });
console.log(`Local Workspace ready at ${url}`);
