// Who is looking at a file: the choice of the account that one plays, and what somebody gets who may not open the file.

import type { Context } from 'hono';
import { html } from 'hono/html';
import type { PageContext } from './context.ts';
import { type Html, type PageParts, page } from './layout.ts';
import { STRANGER, staff, viewerOf } from './viewer.ts';

/** Chooses the account one plays; without a script the button does it. */
export function viewerForm(context: PageContext, viewer: string, back: string): Html {
  const people = [...new Set([...staff(context.workspace), viewer, STRANGER])];
  return html`<form method="post" action="/local/viewer" class="row" id="viewer-form">
    <input type="hidden" name="back" value="${back}">
    <label class="field">Looking as <select name="email" id="viewer">${people.map(
      (email) =>
        html`<option value="${email}"${email === viewer ? html` selected` : ''}>${email}${email === STRANGER ? ' (no access)' : ''}</option>`,
    )}<option value="" data-other>Somebody else…</option></select></label>
    <noscript><button type="submit">Change</button></noscript>
  </form>`;
}

interface ClosedFile extends Pick<PageParts, 'section' | 'scripts'> {
  /** What people call such a file. */
  readonly kind: string;
  /** Where to go as somebody else. */
  readonly back: string;
}

export function noAccessPage(c: Context, context: PageContext, { kind, back, ...parts }: ClosedFile) {
  const viewer = viewerOf(c, context.workspace);
  return page(
    c,
    context,
    {
      ...parts,
      title: 'You need access',
      content: html`<div class="page-head"><h1>You need access</h1><p>Ask for access, or switch to an account with access. This is what <bdi>${viewer}</bdi> gets who opens this ${kind}.</p></div>
        <div class="card stack"><p>Switch to another account:</p>${viewerForm(context, viewer, back)}</div>`,
    },
    403,
  );
}
