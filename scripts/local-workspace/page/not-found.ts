// Pages for what is not there and for what went wrong.

import type { Context } from 'hono';
import { html } from 'hono/html';
import type { PageContext } from './context.ts';
import { page } from './layout.ts';

export const notFoundPage = (c: Context, context: PageContext, title: string, text: string) =>
  page(
    c,
    context,
    {
      title,
      section: '',
      content: html`<div class="page-head"><h1>${title}</h1><p>${text}</p></div><p><a class="button main" href="/">Back to the overview</a></p>`,
    },
    404,
  );

export const failurePage = (c: Context, context: PageContext, error: Error) =>
  page(
    c,
    context,
    {
      title: 'Something went wrong here',
      section: '',
      content: html`<div class="page-head"><h1>Something went wrong here</h1><p>The local Workspace could not show this page. What it says:</p></div><pre class="card">${error.message}</pre><p><a class="button main" href="/">Back to the overview</a></p>`,
    },
    500,
  );
