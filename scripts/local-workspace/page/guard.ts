// Keeps the page to this computer: only local names as host, no writing from other sites, and a strict content policy.

import type { MiddlewareHandler } from 'hono';

const LOCAL_NAMES = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

/** What a page of ours may load: its own files and nothing else. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/**
 * A mail's HTML: its own styles, no scripts, nothing from the network; its links open beside the page. It keeps the
 * page's origin only so that the page can see how tall it is, which is safe as long as no script runs in it.
 */
export const MAIL_POLICY = [
  'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "frame-ancestors 'self'",
].join('; ');

/** A script's dialog: its own scripts and styles in an origin of their own, nothing from the network. */
export const DIALOG_POLICY = [
  'sandbox allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals',
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval'",
  "style-src 'unsafe-inline'",
  'img-src data: blob:',
  'font-src data:',
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

const hostName = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

/**
 * Refuses a foreign Host (a name that somebody else made point to this computer), and writing that another site started.
 * Answers that set no policy of their own get the page's.
 */
export const guard: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  if (!LOCAL_NAMES.has(hostName(host)))
    return c.text('The local Workspace answers only on this computer, as localhost.', 403);
  const origin = c.req.header('origin');
  const writes = c.req.method !== 'GET' && c.req.method !== 'HEAD' && c.req.method !== 'OPTIONS';
  if (writes && origin && !isSame(origin, host)) return c.text('Another site may not write here.', 403);
  await next();
  c.res.headers.set('X-Content-Type-Options', 'nosniff');
  c.res.headers.set('Referrer-Policy', 'same-origin');
  if (!c.res.headers.has('Content-Security-Policy'))
    c.res.headers.set('Content-Security-Policy', PAGE_POLICY);
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
  return undefined;
};

function isSame(origin: string, host: string): boolean {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
