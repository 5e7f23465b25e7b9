// The content policy of the forms' own pages, whose style and script stand in the page itself.

import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

const SCRIPT = /<script>([\s\S]*?)<\/script>/g;

/**
 * Allows exactly the scripts that the page came with. What members and staff write is escaped by then, so that none of
 * it can be one of them.
 */
export const formPolicy: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.get('content-type')?.startsWith('text/html')) return;
  if (c.res.headers.has('Content-Security-Policy') || !/^\/forms\/(d\/|account)/.test(c.req.path)) return;
  const body = await c.res.clone().text();
  // A page of ours, such as the one that says that nothing is here.
  if (body.includes('<script src="/local/assets/')) return;
  const hashes = [...body.matchAll(SCRIPT)].map(
    ([, script]) =>
      `'sha256-${createHash('sha256')
        .update(script ?? '')
        .digest('base64')}'`,
  );
  c.res.headers.set(
    'Content-Security-Policy',
    [
      "default-src 'none'",
      `script-src ${hashes.length > 0 ? hashes.join(' ') : "'none'"}`,
      "style-src 'unsafe-inline'",
      'img-src data:',
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'self'",
    ].join('; '),
  );
};
