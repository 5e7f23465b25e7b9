// What programs asked at Google's REST addresses: method, account, outcome and sizes, never contents.

import { Hono } from 'hono';
import { html } from 'hono/html';
import { CallLog } from '../../rest/call-log.ts';
import type { PageContext } from '../context.ts';
import { type Html, page } from '../layout.ts';
import { bytes, moment } from '../words.ts';

const SHOWN = 300;

export function restCallRoutes(context: PageContext): Hono {
  const app = new Hono();
  app.get('/rest-calls', (c) =>
    page(c, context, {
      title: 'Calls from outside',
      section: '/executions',
      content: html`<div class="page-head"><p class="small"><a href="/executions">What ran</a></p><h1>Calls from outside</h1><p>What programs on this computer asked at Google’s REST addresses, such as clasp or a test with Google’s own client; newest first.</p></div>
        <section class="card flush" aria-label="Calls" id="calls" data-live="rest clock">${calls(context)}</section>`,
    }),
  );
  return app;
}

function calls({ workspace }: PageContext): Html {
  const all = new CallLog(workspace.kernel).all();
  if (all.length === 0) return html`<p class="empty">No program has called yet.</p>`;
  return html`<table class="runs"><thead><tr><th scope="col">When</th><th scope="col">Method</th><th scope="col">Account</th><th scope="col">Outcome</th><th scope="col" class="number">Sent</th><th scope="col" class="number">Received</th></tr></thead><tbody>${all
    .slice(-SHOWN)
    .toReversed()
    .map(
      (call) =>
        html`<tr><td class="soft small">${moment(call.at, workspace.now())}</td><td><code>${call.method}</code></td><td><bdi>${call.caller}</bdi></td><td><span class="badge ${call.status < 400 ? 'good' : 'bad'}" data-mark="${call.status < 400 ? '✓' : '!'}">${call.status < 400 ? 'Done' : 'Refused'} (${call.status})</span></td><td class="number" data-name="Sent">${bytes(call.requestBytes)}</td><td class="number" data-name="Received">${bytes(call.responseBytes)}</td></tr>`,
    )}</tbody></table>`;
}
