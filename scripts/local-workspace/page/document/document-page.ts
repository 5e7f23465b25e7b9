// The list of documents, and one document as a sheet of paper that can be written on.

import type { Context } from 'hono';
import { html } from 'hono/html';
import { viewerForm } from '../access.ts';
import type { PageContext } from '../context.ts';
import { page } from '../layout.ts';
import { mayOpen, viewerOf } from '../viewer.ts';
import { paper } from './paper.ts';

export function documentList(c: Context, context: PageContext) {
  const { workspace } = context;
  const all = workspace.docs.all();
  const viewer = viewerOf(c, workspace);
  return page(c, context, {
    title: 'Documents',
    section: '/document',
    content: html`<div class="page-head"><h1>Documents</h1><p>What staff write in Google Docs. The desk reads the Code of Conduct here.</p></div>
      <section class="card flush" aria-label="Documents" id="list" data-live="docs">${
        all.length === 0
          ? html`<p class="empty">There is no document yet. “Set up or repair” in the registers’ menu makes one.</p>`
          : html`<ul class="list">${all.map(
              ({ documentId, name, owner }) =>
                html`<li data-key="${documentId}"><a class="list-link" href="/document/d/${documentId}/edit"><span class="line"><strong><bdi>${name}</bdi></strong></span><span></span><span class="soft small">owned by <bdi>${owner}</bdi></span><span>${mayOpen(workspace, viewer, documentId) ? '' : html`<span class="badge warn" data-mark="!">You may not open it</span>`}</span></a></li>`,
            )}</ul>`
      }</section>`,
  });
}

export function documentPage(c: Context, context: PageContext, documentId: string) {
  const viewer = viewerOf(c, context.workspace);
  const view = context.workspace.docs.view(viewer, documentId);
  return page(c, context, {
    title: view.title,
    section: '/document',
    scripts: ['document.js'],
    content: html`<div class="writing">
      <div class="writing-head">
        <div class="sheet-title"><h1><bdi>${view.title}</bdi></h1>${view.mayEdit ? '' : html`<span class="badge warn">View only</span>`}</div>
        ${viewerForm(context, viewer, c.req.path)}
      </div>
      ${
        view.mayEdit
          ? html`<div class="writing-bar">
        <p id="saved" class="saved" role="status">Nothing to save</p>
        <button type="button" id="save" class="main" aria-keyshortcuts="Control+S Meta+S">Save</button>
      </div>`
          : ''
      }
      <div id="paper" class="paper" data-document="${documentId}" data-revision="${view.revisionId}"${
        view.mayEdit
          ? html` contenteditable="true" role="textbox" aria-multiline="true" aria-label="Text of the document" spellcheck="true" autocapitalize="sentences"`
          : html` data-live="docs"`
      }>${paper(view)}</div>
    </div>`,
  });
}
