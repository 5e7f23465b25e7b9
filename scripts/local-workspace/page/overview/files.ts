// All spreadsheets, documents and forms on the first page, and which of them the person who looks may open.

import { html } from 'hono/html';
import type { PageContext } from '../context.ts';
import type { Html } from '../layout.ts';
import { mayOpen } from '../viewer.ts';

interface Line {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly may: 'open it' | 'fill it in' | 'not open it';
}

export function files(context: PageContext, viewer: string): Html {
  const lines = [
    ...spreadsheetLines(context, viewer),
    ...documentLines(context, viewer),
    ...formLines(context, viewer),
  ];
  return html`<section class="card flush" aria-labelledby="files-title">
    <div class="card-head"><h2 id="files-title">Spreadsheets, documents and forms</h2><span class="soft small">as <bdi>${viewer}</bdi> sees them</span></div>
    <div id="files" data-live="sheets docs forms executions">${
      lines.length === 0
        ? html`<p class="empty">There is no file yet.</p>`
        : html`<ul class="happened">${lines.map(
            ({ id, name, address, may }) =>
              html`<li data-key="${id}"><a href="${address}"><bdi>${name}</bdi></a><span class="badge ${may === 'not open it' ? 'warn' : 'good'}" data-mark="${may === 'not open it' ? '!' : '✓'}">You may ${may}</span></li>`,
          )}</ul>`
    }</div>
  </section>`;
}

const spreadsheetLines = ({ workspace }: PageContext, viewer: string): Line[] =>
  workspace.sheets.all().map(({ spreadsheetId, name }) => ({
    id: spreadsheetId,
    name,
    address: `/spreadsheets/d/${spreadsheetId}/edit`,
    may: mayOpen(workspace, viewer, spreadsheetId) ? 'open it' : 'not open it',
  }));

const documentLines = ({ workspace }: PageContext, viewer: string): Line[] =>
  workspace.docs.all().map(({ documentId, name }) => ({
    id: documentId,
    name,
    address: `/document/d/${documentId}/edit`,
    may: mayOpen(workspace, viewer, documentId) ? 'open it' : 'not open it',
  }));

/** A published form is for everybody; one that is not published is for those who build it. */
const formLines = ({ workspace }: PageContext, viewer: string): Line[] =>
  workspace.forms.all().map((form) => ({
    id: form.id,
    name: workspace.forms.shownTitle(form),
    address: `/forms/${form.id}`,
    may: form.settings.published
      ? 'fill it in'
      : mayOpen(workspace, viewer, form.id)
        ? 'open it'
        : 'not open it',
  }));
