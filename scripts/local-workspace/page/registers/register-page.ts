// The list of spreadsheets, and one spreadsheet as a page.

import type { Context } from 'hono';
import { html } from 'hono/html';
import { viewerForm } from '../access.ts';
import type { PageContext } from '../context.ts';
import { readDesk } from '../desk.ts';
import { page } from '../layout.ts';
import { mayOpen, viewerOf } from '../viewer.ts';

export function spreadsheetList(c: Context, context: PageContext) {
  const { workspace } = context;
  const named = new Map(
    readDesk(workspace).spreadsheets.map(({ name, spreadsheetId }) => [spreadsheetId, name]),
  );
  const all = workspace.sheets.all();
  const viewer = viewerOf(c, workspace);
  return page(c, context, {
    title: 'Registers',
    section: '/spreadsheets',
    content: html`<div class="page-head"><h1>Registers</h1><p>The spreadsheets in which staff follow members, mails and cases.</p></div>
      <section class="card flush" aria-label="Spreadsheets" id="list" data-live="sheets">${
        all.length === 0
          ? html`<p class="empty">There is no spreadsheet yet.</p>`
          : html`<ul class="list">${all.map(
              ({ spreadsheetId, name, owner }) =>
                html`<li data-key="${spreadsheetId}"><a class="list-link" href="/spreadsheets/d/${spreadsheetId}/edit"><span class="line"><strong><bdi>${name}</bdi></strong></span><span>${named.has(spreadsheetId) ? html`<span class="badge accent">${named.get(spreadsheetId)}</span>` : ''}</span><span class="soft small">owned by <bdi>${owner}</bdi></span><span>${mayOpen(workspace, viewer, spreadsheetId) ? '' : html`<span class="badge warn" data-mark="!">You may not open it</span>`}</span></a></li>`,
            )}</ul>`
      }</section>`,
  });
}

export function spreadsheetPage(c: Context, context: PageContext, spreadsheetId: string) {
  const { workspace } = context;
  const viewer = viewerOf(c, workspace);
  const { title } = workspace.sheets.book(spreadsheetId);
  const mayEdit = workspace.files.may({ email: viewer }, spreadsheetId, 'write');
  return page(c, context, {
    title,
    section: '/spreadsheets',
    scripts: ['registers.js'],
    styles: ['tabulator.css'],
    wide: true,
    content: html`<div class="sheet" id="sheet" data-spreadsheet="${spreadsheetId}" data-edit="${mayEdit ? 'yes' : 'no'}">
      <div class="sheet-head">
        <div class="sheet-title"><h1><bdi>${title}</bdi></h1><span class="soft small">as staff see it</span>${mayEdit ? '' : html`<span class="badge warn">View only</span>`}</div>
        ${viewerForm(context, viewer, `/spreadsheets/d/${spreadsheetId}/edit`)}
      </div>
      <div class="sheet-bar">
        <div id="menubar" role="menubar" aria-label="Menu of the spreadsheet" class="menubar"></div>
        <div class="sheet-tools">
          <label><span class="out">Find in this tab</span><input type="search" id="find" placeholder="Find in this tab" autocomplete="off" spellcheck="false"></label>
          <button type="button" id="reset" hidden>Show all rows</button>
          <span id="rows-shown" class="soft small" role="status"></span>
        </div>
      </div>
      <div class="cell-bar">
        <label for="cell-text" id="cell-name" class="cell-name">No cell</label>
        <textarea id="cell-text" rows="1" spellcheck="false" dir="auto" readonly></textarea>
        <p id="cell-note" class="cell-note" role="status"></p>
      </div>
      <div class="sheet-body"><section id="charts" class="charts" aria-label="Charts of this tab" hidden></section><div id="grid" class="grid"></div><aside id="sidebar" class="sidebar" aria-label="Sidebar" hidden></aside></div>
      <div class="tab-bar"><div id="tabs" role="tablist" aria-label="Tabs of the spreadsheet" class="tabs"></div><label class="field small" id="hidden-tabs" hidden><input type="checkbox" id="show-hidden"> Show hidden tabs</label></div>
    </div>`,
  });
}
