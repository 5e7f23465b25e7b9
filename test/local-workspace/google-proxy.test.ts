// The proxy by which programs find the local Workspace at Google's addresses leads nowhere else.

import { request } from 'node:http';
import { expect, it } from '@jest/globals';
import { startGoogleProxy } from '../../scripts/local-workspace/google-proxy.ts';

it('knows no other hosts, so that nothing leaves this computer', async () => {
  const proxy = await startGoogleProxy('http://localhost:8787/');
  const { hostname, port } = new URL(proxy.env.HTTPS_PROXY);
  const status = await new Promise((resolve) => {
    const asking = request({ hostname, port, method: 'CONNECT', path: 'example.org:443' });
    asking.on('connect', ({ statusCode }) => resolve(statusCode)).end();
  });
  await proxy.close();
  expect(status).toBe(403);
});
