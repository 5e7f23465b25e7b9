// What ran: the list of executions with filters, and each one with its calls and its log.

import { Hono } from 'hono';
import { html } from 'hono/html';
import type { ExecutionRecord } from '../../index.ts';
import type { PageContext } from '../context.ts';
import { type Html, page } from '../layout.ts';
import { notFoundPage } from '../not-found.ts';
import { mayOpenAll, viewerOf } from '../viewer.ts';
import {
  bytes,
  count,
  duration,
  exactTime,
  longDay,
  moment,
  outcome,
  several,
  spoken,
  startedBy,
} from '../words.ts';

const PER_PAGE = 100;
const UNSAID = 'Only people who may open every spreadsheet here can read what it said.';

/** Calls that hand a mail over. */
const isMail = (method: string): boolean =>
  /^Gmail\.Users\.(Messages|Drafts)\.send$|^MailApp\.sendEmail$|^GmailApp\.sendEmail$/.test(method);
export const mailsSent = (run: ExecutionRecord): number =>
  run.calls.filter((call) => isMail(call.method) && !call.error).length;

export function executionRoutes(context: PageContext): Hono {
  const { workspace } = context;
  const app = new Hono();

  app.get('/executions', (c) => {
    const all = workspace.executions();
    const functionName = c.req.query('function') ?? '';
    const status = c.req.query('status') ?? '';
    const skip = Math.max(0, Number(c.req.query('skip') ?? 0) || 0);
    const found = all
      .filter(
        (run) =>
          (!functionName || run.functionName === functionName) && (!status || statusGroup(run) === status),
      )
      .toReversed();
    const shown = found.slice(skip, skip + PER_PAGE);
    const names = [...new Set(all.map((run) => run.functionName))].sort();
    const link = (to: number) =>
      `/executions?${new URLSearchParams({ function: functionName, status, skip: String(to) })}`;
    return page(c, context, {
      title: 'What ran',
      section: '/executions',
      content: html`<div class="page-head"><h1>What ran</h1><p>Every run of the script, newest first. Times and costs follow what is known of Google; each run may last six minutes.</p></div>
        <form class="filters" action="/executions" data-search>
          <label>Function <select name="function"><option value="">All functions</option>${names.map((name) => html`<option value="${name}"${name === functionName ? html` selected` : ''}>${spoken(name)}</option>`)}</select></label>
          <label>Outcome <select name="status">${[
            ['', 'All outcomes'],
            ['done', 'Done'],
            ['failed', 'Failed, timed out or cut off'],
          ].map(
            ([value, name]) =>
              html`<option value="${value}"${value === status ? html` selected` : ''}>${name}</option>`,
          )}</select></label>
          <button type="submit">Show</button>
        </form>
        <div class="stack" id="list" data-live="executions clock"><section class="card flush" aria-label="Runs">${
          shown.length === 0
            ? html`<p class="empty">${all.length === 0 ? 'Nothing has run yet.' : 'No run matches.'}</p>`
            : html`<table class="runs"><thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">Outcome</th><th scope="col" class="number">Took</th><th scope="col" class="number">Calls</th><th scope="col" class="number">Mails</th></tr></thead>
              <tbody>${shown.map((run) => runRow(run, workspace.now(), mayOpenAll(workspace, viewerOf(c, workspace))))}</tbody></table>`
        }</section>
        ${
          found.length > PER_PAGE
            ? html`<nav class="pager" aria-label="More runs">${skip > 0 ? html`<a class="button" href="${link(Math.max(0, skip - PER_PAGE))}">Newer</a>` : ''}<span class="soft small">${count(skip + 1)} to ${count(Math.min(found.length, skip + PER_PAGE))} of ${count(found.length)}</span>${skip + PER_PAGE < found.length ? html`<a class="button" href="${link(skip + PER_PAGE)}">Older</a>` : ''}</nav>`
            : ''
        }</div>
        <p class="soft small"><a href="/rest-calls">Calls from outside</a>: what programs asked at Google’s REST addresses on this computer.</p>`,
    });
  });

  app.get('/executions/:id', (c) => {
    const run = workspace.executions().findLast(({ id }) => id === c.req.param('id'));
    if (!run)
      return notFoundPage(
        c,
        context,
        'This run is not in the log any more',
        'The log keeps the last thousand runs.',
      );
    return page(c, context, {
      title: spoken(run.functionName),
      section: '/executions',
      content: details(run, mayOpenAll(workspace, viewerOf(c, workspace))),
    });
  });
  return app;
}

const statusGroup = (run: ExecutionRecord): string => (run.status === 'Completed' ? 'done' : 'failed');

function badge(run: ExecutionRecord): Html {
  const { word, tone } = outcome(run.status);
  return html`<span class="badge ${tone}" data-mark="${tone === 'good' ? '✓' : '!'}">${word}</span>`;
}

function runRow(run: ExecutionRecord, now: number, withWords: boolean): Html {
  const mails = mailsSent(run);
  return html`<tr data-key="${run.id}"><td class="soft small">${moment(run.startedAt, now)}</td>
    <td><a href="/executions/${run.id}">${spoken(run.functionName)}</a> <span class="soft small nowrap">${startedBy(run.kind)}</span>${run.error && withWords ? html`<div class="small"><bdi>${cut(run.error)}</bdi></div>` : ''}</td>
    <td>${badge(run)}</td>
    <td class="number" data-name="Took">${duration(run.endedAt - run.startedAt)}</td>
    <td class="number" data-name="Calls">${count(run.calls.length)}</td>
    <td class="number" data-name="Mails">${count(mails)}</td></tr>`;
}

const cut = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

/** @param withWords whether the words of the script are shown: its errors and its log may quote what stands in a spreadsheet */
function details(run: ExecutionRecord, withWords: boolean): Html {
  const total = run.endedAt - run.startedAt;
  const limit = run.kind === 'custom function' || run.kind === 'open' ? 30_000 : 360_000;
  const share = Math.min(100, (total / limit) * 100);
  const facts: [string, Html | string][] = [
    ['Outcome', badge(run)],
    ['Started by', startedBy(run.kind)],
    ['With the rights of', html`<bdi>${run.user}</bdi>`],
    ['Began', `${longDay(run.startedAt)}, ${exactTime(run.startedAt)}`],
    ['Calls to Google', count(run.calls.length)],
    ['Mails sent', count(mailsSent(run))],
  ];
  return html`<div class="page-head"><p class="small"><a href="/executions">All runs</a></p><h1>${spoken(run.functionName)}</h1><p><code>${run.functionName}</code></p></div>
    ${run.error ? html`<div class="note bad" role="note"><strong>It ended with an error.</strong>${withWords ? html`<pre>${run.error}</pre>` : html` ${UNSAID}`}</div>` : ''}
    <section class="card stack" aria-label="In short">
      <dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
      <div class="limits"><div><div class="row spread small"><span>Time used</span><span>${duration(total)} of ${duration(limit)}</span></div>${bar(share)}</div></div>
    </section>
    <section class="card flush" aria-labelledby="calls"><div class="card-head"><h2 id="calls">Calls to Google</h2><span class="soft small">${several(run.calls.length, 'call')}, ${duration(run.calls.reduce((sum, call) => sum + call.ms, 0))}</span></div>
      ${
        run.calls.length === 0
          ? html`<p class="empty">It called nothing.</p>`
          : html`<table class="runs"><thead><tr><th scope="col">Call</th><th scope="col" class="number">Took</th><th scope="col" class="number">Sent</th><th scope="col" class="number">Received</th><th scope="col">Outcome</th></tr></thead><tbody>${run.calls.map(
              (call) =>
                html`<tr><td><code>${call.method}</code></td><td class="number" data-name="Took">${duration(call.ms)}</td><td class="number" data-name="Sent">${bytes(call.requestBytes)}</td><td class="number" data-name="Received">${bytes(call.responseBytes)}</td><td>${call.error ? html`<span class="badge bad" data-mark="!">Refused</span> <span class="small"><bdi>${call.error}</bdi></span>` : html`<span class="badge good" data-mark="✓">Done</span>`}</td></tr>`,
            )}</tbody></table>`
      }</section>
    <section class="card flush" aria-labelledby="log"><div class="card-head"><h2 id="log">What it wrote to its log</h2></div>
      ${run.log.length === 0 ? html`<p class="empty">Nothing.</p>` : !withWords ? html`<p class="empty">${UNSAID}</p>` : html`<ul class="log">${run.log.map(({ level, text }) => html`<li><span class="soft">${level}</span><bdi>${text}</bdi></li>`)}</ul>`}</section>`;
}

/** A bar that is filled up to a share of 100; the words beside it say the same. */
export function bar(share: number): Html {
  const tone = share >= 90 ? 'bad' : share >= 70 ? 'warn' : '';
  return html`<svg class="bar ${tone}" aria-hidden="true" focusable="false" viewBox="0 0 100 1" preserveAspectRatio="none"><rect width="${Math.max(share, share > 0 ? 1 : 0)}" height="1"/></svg>`;
}
