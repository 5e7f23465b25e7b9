// The frame around every page: title, way around, the clock, and what lies between.

import type { Context } from 'hono';
import { html } from 'hono/html';
import { clockBar } from './clock-bar.ts';
import type { PageContext } from './context.ts';

export type Html = ReturnType<typeof html>;

export interface PageParts {
  /** Of the page; the browser's title adds the name of the whole. */
  readonly title: string;
  /** Where in the main navigation it stands. */
  readonly section:
    | '/'
    | '/forms'
    | '/document'
    | '/spreadsheets'
    | '/mail'
    | '/executions'
    | '/triggers'
    | '';
  readonly content: Html;
  /** Names of browser scripts beside the one that every page has. */
  readonly scripts?: readonly string[];
  /** Names of style sheets beside the shared one. */
  readonly styles?: readonly string[];
  /** Uses the whole width, without a foot. */
  readonly wide?: boolean;
}

const SECTIONS = [
  ['/', 'Overview'],
  ['/forms', 'Forms'],
  ['/document', 'Documents'],
  ['/spreadsheets', 'Registers'],
  ['/mail', 'Mail'],
  ['/executions', 'What ran'],
  ['/triggers', 'Triggers'],
] as const;

/** An open hand holding a leaf-like tick: a promise that is kept. */
const MARK = html`<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false"><rect width="32" height="32" rx="9" fill="currentColor"/><path d="M9 16.5l5 5 9.5-11" fill="none" stroke="var(--card)" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

export function page(
  c: Context,
  context: PageContext,
  parts: PageParts,
  status: 200 | 400 | 403 | 404 | 500 = 200,
) {
  const { assets } = context;
  return c.html(
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${parts.title} · Code of Conduct desk, rehearsal</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<meta name="theme-color" content="#fffdf9" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#23201c" media="(prefers-color-scheme: dark)">
${(parts.styles ?? []).map((name) => html`<link rel="stylesheet" href="${assets.url(name)}">`)}
<link rel="stylesheet" href="${assets.url('style.css')}">
<script src="${assets.url('everywhere.js')}" defer></script>
${(parts.scripts ?? []).map((name) => html`<script src="${assets.url(name)}" defer></script>`)}
</head>
<body class="${parts.wide ? 'tall' : ''}">
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
  <div class="top-row">
    <a class="brand" href="/">${MARK}<span><strong>Code of Conduct desk</strong><span>Rehearsal on this computer</span></span></a>
    <nav class="pages" aria-label="Pages">${SECTIONS.map(
      ([href, name]) =>
        html`<a href="${href}"${parts.section === href ? html` aria-current="page"` : ''}>${name}</a>`,
    )}</nav>
  </div>
  ${clockBar(context)}
</header>
<main id="main" tabindex="-1" class="${parts.wide ? 'wide' : ''}">
${parts.content}
</main>
${parts.wide ? '' : html`<footer class="foot">A rehearsal: nothing here leaves this computer, and all people in it are invented.</footer>`}
<div class="toasts" id="toasts" role="status" aria-live="polite"></div>
</body>
</html>`,
    status,
  );
}

/** The page's icon, as its own file. */
export const FAVICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#0d5c56"/><path d="M9 16.5l5 5 9.5-11" fill="none" stroke="#fffdf9" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round"/></svg>';
