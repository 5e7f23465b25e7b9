// Serves a Workspace on this computer: the page for people, the forms, and Google's REST addresses.

import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Workspace } from './index.ts';
import { pageApp } from './page/app.ts';
import { Assets } from './page/assets.ts';
import { clockNews } from './page/clock-bar.ts';
import type { PageContext } from './page/context.ts';
import { Live } from './page/live.ts';
import { Turns } from './page/turns.ts';

/** As long as Google's own servers keep an idle connection. */
const KEPT_ALIVE_MS = 240_000;

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port?: number;
  /** This computer only, unless somebody decides otherwise. */
  readonly host?: string;
}

export interface ServedWorkspace {
  /** `http://localhost:8787/` */
  readonly url: string;
  /** Stops serving; the Workspace itself stays open. */
  close(): Promise<void>;
}

/** @throws when the port is taken or a script of the page does not build */
export async function serveWorkspace(
  workspace: Workspace,
  options: ServeOptions = {},
): Promise<ServedWorkspace> {
  const { port = 8787, host = '127.0.0.1' } = options;
  const assets = await Assets.load();
  const live = new Live(workspace.kernel);
  let shownMinute = '';
  let shownAt = 0;
  const turns = new Turns(workspace, () => {
    const news = clockNews(context);
    const shown = `${news.day} ${news.time} ${news.next} ${news.moving}`;
    // While the clock runs ahead, a few times a second is enough to look at.
    if (shown === shownMinute || (news.moving && Date.now() - shownAt < 150)) return;
    shownMinute = shown;
    shownAt = Date.now();
    live.send('clock', JSON.stringify(news));
  });
  // The address is known once the server listens.
  const context = { workspace, assets, live, turns, origin: '' };
  const app = pageApp(context as PageContext);
  const server = await new Promise<Server>((resolve, reject) => {
    const listening = serve({ fetch: app.fetch, port, hostname: host }, () => resolve(listening)) as Server;
    // A connection that is being used again must not end while this process works on something long.
    listening.keepAliveTimeout = KEPT_ALIVE_MS;
    listening.once('error', reject);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  context.origin = `http://localhost:${bound}`;
  turns.soon();
  return {
    url: `${context.origin}/`,
    close: () =>
      new Promise((resolve, reject) => {
        turns.close();
        live.close();
        workspace.kernel.store.commit();
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
