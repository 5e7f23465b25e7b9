// Lets unmodified programs such as clasp find the local Workspace at Google's own addresses: a proxy for HTTPS_PROXY that
// knows Google's hosts and no other, with a certificate made for the occasion (NODE_EXTRA_CA_CERTS).

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

const HOSTS = ['*.googleapis.com', 'googleapis.com', 'accounts.google.com', 'script.google.com'];

export interface GoogleProxy {
  /** What a program needs in its environment. */
  readonly env: Readonly<Record<'HTTPS_PROXY' | 'NODE_EXTRA_CA_CERTS', string>>;
  close(): Promise<void>;
}

/** @param workspaceUrl where the local Workspace is served: `http://localhost:8787/` */
export async function startGoogleProxy(workspaceUrl: string): Promise<GoogleProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'google-proxy-'));
  const certificateFile = join(folder, 'certificate.pem');
  const { cert, private: key } = await certificate();
  writeFileSync(certificateFile, cert);
  const sockets = new Set<Socket>();
  const tls = createTlsServer({ cert, key }, (incoming, answer) => passOn(workspaceUrl, incoming, answer));
  const proxy = createServer((_, answer) => answer.writeHead(405).end());
  proxy.on('connect', ({ url = '' }: IncomingMessage, socket: Socket, head: Buffer) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    if (!isGoogles(url)) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    tls.emit('connection', socket);
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  const { port } = proxy.address() as AddressInfo;
  return {
    env: { HTTPS_PROXY: `http://127.0.0.1:${port}`, NODE_EXTRA_CA_CERTS: certificateFile },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => proxy.close(closed));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function certificate() {
  const names = HOSTS.map((value) => ({ type: 2 as const, value }));
  return generate([{ name: 'commonName', value: 'Local Workspace' }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: names },
    ],
  });
}

function isGoogles(address: string): boolean {
  const host = address.replace(/:\d+$/, '').toLowerCase();
  return HOSTS.some((known) => (known.startsWith('*') ? host.endsWith(known.slice(1)) : host === known));
}

/** The local Workspace answers only to local names. */
function passOn(workspaceUrl: string, incoming: IncomingMessage, answer: ServerResponse): void {
  const { method, url = '/', headers } = incoming;
  const target = new URL(url, workspaceUrl);
  const passed = request(target, { method, headers: { ...headers, host: target.host } }, (given) => {
    answer.writeHead(given.statusCode ?? 502, given.headers);
    given.pipe(answer);
  });
  passed.on('error', () => answer.writeHead(502).end());
  incoming.pipe(passed);
}
