// The forms, each shown as members see it on a phone and on a wide screen.

import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Form } from '../../services/forms/form-model.ts';
import type { PageContext } from '../context.ts';
import { type Html, page } from '../layout.ts';
import { notFoundPage } from '../not-found.ts';
import { several } from '../words.ts';

export function formViewRoutes(context: PageContext): Hono {
  const { workspace } = context;
  const app = new Hono();

  app.get('/forms', (c) => {
    const forms = workspace.forms.all();
    return page(c, context, {
      title: 'Forms',
      section: '/forms',
      content: html`<div class="page-head"><h1>Forms</h1><p>What members fill in. Open a form to try it on a phone and on a wide screen.</p></div>
        <section class="card flush" aria-label="Forms" id="forms" data-live="forms">${
          forms.length === 0
            ? html`<p class="empty">There is no form yet. “Set up or repair” in the registers’ menu makes them.</p>`
            : html`<ul class="list">${forms.map((form) => formLine(context, form))}</ul>`
        }</section>`,
    });
  });

  // Google's editor has this address; here one looks and tries, the script builds the form.
  app.get('/forms/d/:id/edit', (c) => c.redirect(`/forms/${c.req.param('id')}`));

  app.get('/forms/:id', (c) => {
    const form = workspace.forms.find(c.req.param('id'));
    if (!form)
      return notFoundPage(
        c,
        context,
        'This form is not here',
        'It may have been deleted, or the address is not complete.',
      );
    const title = workspace.forms.shownTitle(form);
    const address = `/forms/d/e/${form.publishedId}/viewform`;
    return page(c, context, {
      title,
      section: '/forms',
      scripts: ['form-view.js'],
      content: html`<div class="page-head"><p class="small"><a href="/forms">All forms</a></p><h1><bdi>${title}</bdi></h1>
          <p id="form-facts" data-live="forms">${state(form)} ${several(workspace.forms.responseCount(form.id), 'response')} so far.</p></div>
        <div class="row spread">
          <div class="seg" role="group" aria-label="Show it on">
            <button type="button" data-width="phone" aria-pressed="false">Phone</button><button type="button" data-width="desktop" aria-pressed="false">Wide screen</button><button type="button" data-width="both" aria-pressed="true" class="long">Both</button>
          </div>
          <div class="row"><a class="button main" href="${address}">Open the form itself</a><button type="button" data-copy="${context.origin}${address}">Copy its address</button></div>
        </div>
        <p class="small"><span class="soft">Its address:</span> <code class="address">${context.origin}${address}</code></p>
        <div class="stage" data-width="both" id="stage">
          <figure class="device phone"><div class="body"><iframe src="${address}" title="The form on a phone"></iframe></div><figcaption>On a phone</figcaption></figure>
          <figure class="device desktop"><div class="body"><iframe src="${address}" title="The form on a wide screen" loading="lazy"></iframe></div><figcaption>On a wide screen</figcaption></figure>
        </div>
        <p class="soft small">Members often come by a personal link in a mail, which fills in a reference. You find such links in <a href="/mail">their mailboxes</a>.</p>`,
    });
  });
  return app;
}

const state = ({ settings }: Form): Html =>
  !settings.published
    ? html`<span class="badge warn" data-mark="!">Not published yet</span>`
    : settings.accepting
      ? html`<span class="badge good" data-mark="✓">Open for answers</span>`
      : html`<span class="badge warn" data-mark="!">Closed</span>`;

function formLine({ workspace }: PageContext, form: Form): Html {
  const name = workspace.forms.file(form).name;
  const title = workspace.forms.shownTitle(form);
  return html`<li data-key="${form.id}"><a class="list-link" href="/forms/${form.id}"><span class="line"><strong><bdi>${title}</bdi></strong></span><span>${state(form)}</span>
    <span class="soft small">${name === title ? '' : html`<bdi>${name}</bdi> · `}${several(workspace.forms.responseCount(form.id), 'response')}</span><span></span></a></li>`;
}
