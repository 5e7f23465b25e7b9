// All addresses of the page, the forms and the REST face in one application.

import { Hono } from 'hono';
import { oauthRoutes } from '../rest/oauth.ts';
import { RestServer } from '../rest/server.ts';
import { clockNews, clockRoutes } from './clock-bar.ts';
import type { PageContext } from './context.ts';
import { documentRoutes } from './document/routes.ts';
import { formRoutes } from './form/form-routes.ts';
import { formPolicy } from './form-policy.ts';
import { formViewRoutes } from './form-views/form-views.ts';
import { guard } from './guard.ts';
import { FAVICON } from './layout.ts';
import { mailRoutes } from './mail/routes.ts';
import { failurePage, notFoundPage } from './not-found.ts';
import { overviewRoutes } from './overview/overview.ts';
import { registerRoutes } from './registers/routes.ts';
import { executionRoutes } from './runs/executions.ts';
import { restCallRoutes } from './runs/rest-calls.ts';
import { triggerRoutes } from './runs/triggers.ts';
import { summary } from './summary.ts';
import { staff, viewerRoutes, visitorOf } from './viewer.ts';

export function pageApp(context: PageContext): Hono {
  const { workspace, turns, live, assets } = context;
  const app = new Hono();
  app.use('*', guard);
  app.use('*', async (c, next) => {
    // These two stay open on purpose; triggers do not wait for them.
    if (c.req.path === '/local/events' || c.req.path === '/local/clock') await next();
    else await turns.during(next);
  });

  const rest = new RestServer({
    kernel: workspace.kernel,
    methods: Object.values(workspace.apis).flat(),
    owner: workspace.owner,
    visitor: visitorOf,
  });
  app.route('/', rest.app());
  const { kernel } = workspace;
  app.route('/', oauthRoutes({ kernel, tokens: rest.tokens, accounts: () => staff(workspace) }));

  app.use('/forms/*', formPolicy);
  app.route(
    '/',
    formRoutes(workspace.forms, {
      home: '/',
      accounts: () => staff(workspace),
      afterSubmit: () => turns.soon(),
    }),
  );

  app.get('/local/assets/:name', (c) => {
    const asset = assets.get(c.req.param('name'));
    if (!asset) return c.text('No such file.', 404);
    return c.body(asset.body, 200, {
      'Content-Type': asset.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  });
  app.get('/favicon.svg', (c) =>
    c.body(FAVICON, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' }),
  );
  app.get('/favicon.ico', (c) => c.redirect('/favicon.svg'));
  app.get('/local/summary', (c) => c.json(summary(context)));
  app.get('/local/events', (c) => live.stream(c, () => JSON.stringify(clockNews(context))));

  const parts = [
    clockRoutes,
    viewerRoutes,
    overviewRoutes,
    formViewRoutes,
    documentRoutes,
    registerRoutes,
    mailRoutes,
    executionRoutes,
    restCallRoutes,
    triggerRoutes,
  ];
  for (const part of parts) app.route('/', part(context));

  app.notFound((c) =>
    c.req.path.startsWith('/local/')
      ? c.json({ error: `There is nothing at ${c.req.path}.` }, 404)
      : notFoundPage(
          c,
          context,
          'This page is not here',
          'The address may be incomplete, or what it led to is gone.',
        ),
  );
  app.onError((error, c) => {
    console.error(error);
    if (c.req.path.startsWith('/local/')) return c.json({ error: error.message }, 500);
    return failurePage(c, context, error);
  });
  return app;
}
