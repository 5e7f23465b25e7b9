// The first page: what this is, how things stand, where to go, and what happened last.

import { Hono } from 'hono';
import { html } from 'hono/html';
import type { ExecutionRecord } from '../../index.ts';
import type { PageContext } from '../context.ts';
import { codeDocument, type Desk, deskNumbers, readDesk } from '../desk.ts';
import { type Html, page } from '../layout.ts';
import { readablePeople } from '../mail/people.ts';
import { mayOpen, mayOpenAll, viewerOf } from '../viewer.ts';
import { count, duration, moment, outcome, several, spoken, startedBy } from '../words.ts';
import { files } from './files.ts';
import { DOCUMENT_ICON, FORM_ICON, MAIL_ICON, RUN_ICON, TABLE_ICON } from './icons.ts';

const SHOWN = 8;

export function overviewRoutes(context: PageContext): Hono {
  const app = new Hono();
  app.get('/', (c) => {
    const { workspace } = context;
    const viewer = viewerOf(c, workspace);
    const desk = readDesk(workspace);
    return page(c, context, {
      title: 'Overview',
      section: '/',
      content: html`<div class="hero">
        <h1>A rehearsal of the IMSTL Code of Conduct desk</h1>
        <p>Members accept the Code of Conduct in a form, staff follow it in their registers, and mails go back and forth. Here all of it runs on this computer: nothing leaves it, and every name is invented.</p>
      </div>
      ${numbers(context, desk, viewer)}
      <nav aria-label="Where to start">${doors(context, desk)}</nav>
      ${files(context, viewer)}
      <div class="two">${lastMails(context)}${lastRuns(context, mayOpenAll(workspace, viewer))}</div>`,
    });
  });
  return app;
}

/** Numbers come out of the registers: whoever may not open those sees none. */
function numbers({ workspace }: PageContext, desk: Desk, viewer: string): Html {
  const { members, accepted, notYet, waiting, mailsSent } = deskNumbers(workspace, {
    ...desk,
    spreadsheets: desk.spreadsheets.filter(({ spreadsheetId }) => mayOpen(workspace, viewer, spreadsheetId)),
  });
  const shown: [string, number | undefined][] = [
    ['members', members],
    ['have accepted', accepted],
    ['not yet', notYet],
    ['waiting for staff', waiting],
    ['mails sent', mailsSent],
  ];
  return html`<section aria-label="The desk in numbers"><dl class="card flush numbers" id="numbers" data-live="sheets mail">${shown.map(
    ([name, amount]) =>
      html`<div data-key="${name}"><dt>${name}</dt><dd>${amount === undefined ? '–' : count(amount)}</dd></div>`,
  )}</dl></section>`;
}

function doors({ workspace }: PageContext, desk: Desk): Html {
  const [form] = desk.forms;
  const registers = desk.spreadsheets.find(({ name }) => name === 'Registers');
  const code = codeDocument(workspace, desk);
  const cards: [string, string, string, Html][] = [
    [
      form ? `/forms/${form.form.id}` : '/forms',
      'Fill in the form as a member',
      'The acceptance form as she sees it, on a phone or a wide screen.',
      FORM_ICON,
    ],
    [
      registers ? `/spreadsheets/d/${registers.spreadsheetId}/edit` : '/spreadsheets',
      'Open the registers as staff',
      'Sort, filter and edit the tabs; use the menu that the desk adds to the spreadsheet.',
      TABLE_ICON,
    ],
    [
      code ? `/document/d/${code}/edit` : '/document',
      'Edit the Code of Conduct',
      'The document, as in Google Docs. A new “Last Update” date makes a new version.',
      DOCUMENT_ICON,
    ],
    [
      '/mail',
      'Read somebody’s mail',
      'Every mailbox, with each mail as it looks, as text and as it was sent.',
      MAIL_ICON,
    ],
    [
      '/executions',
      'See what ran',
      'Every run of the script, with its calls to Google, its time and its errors.',
      RUN_ICON,
    ],
  ];
  return html`<ul class="doors">${cards.map(
    ([href, title, text, icon]) =>
      html`<li><div class="card door">${icon}<h2><a href="${href}">${title}</a></h2><p>${text}</p></div></li>`,
  )}</ul>`;
}

function lastMails({ workspace }: PageContext): Html {
  const mails = workspace.gmail.list(workspace.owner, { labelIds: ['SENT'], limit: SHOWN }).messages;
  return html`<section class="card flush" aria-labelledby="last-mails">
    <div class="card-head"><h2 id="last-mails">Last mails from the desk</h2><a href="/mail/${encodeURIComponent(workspace.owner)}?show=sent">All sent mails<span class="out"> from the desk</span></a></div>
    <div id="mails" data-live="mail clock">${
      mails.length === 0
        ? html`<p class="empty">No mail has been sent yet.</p>`
        : html`<ul class="happened">${mails.map(
            (mail) =>
              html`<li data-key="${mail.id}"><a href="/mail/${encodeURIComponent(workspace.owner)}/${mail.id}"><bdi>${mail.subject || '(no subject)'}</bdi></a><span class="when">${moment(mail.internalDate, workspace.now())}</span><span class="more">to <bdi>${readablePeople(mail.to)}</bdi></span></li>`,
          )}</ul>`
    }</div>
  </section>`;
}

function lastRuns({ workspace }: PageContext, withWords: boolean): Html {
  const runs = lastOf(
    workspace.executions(),
    SHOWN,
    ({ kind }) => kind !== 'open' && kind !== 'custom function',
  );
  return html`<section class="card flush" aria-labelledby="last-runs">
    <div class="card-head"><h2 id="last-runs">What ran last</h2><a href="/executions">All runs</a></div>
    <div id="runs" data-live="executions clock">${
      runs.length === 0
        ? html`<p class="empty">Nothing has run yet. Send in a form, edit a register or move the clock.</p>`
        : html`<ul class="happened">${runs.map((run) => runLine(run, workspace.now(), withWords))}</ul>`
    }</div>
  </section>`;
}

/** The last few that count, newest first. */
function lastOf<T>(items: readonly T[], amount: number, counts: (item: T) => boolean): T[] {
  const found: T[] = [];
  for (let i = items.length - 1; i >= 0 && found.length < amount; i--)
    if (counts(items[i] as T)) found.push(items[i] as T);
  return found;
}

function runLine(run: ExecutionRecord, now: number, withWords: boolean): Html {
  const { word, tone } = outcome(run.status);
  const more =
    (withWords ? run.error : undefined) ??
    `${several(run.calls.length, 'call')} to Google, ${duration(run.endedAt - run.startedAt)}`;
  return html`<li data-key="${run.id}"><span class="row"><a href="/executions/${run.id}">${spoken(run.functionName)}</a>${tone === 'good' ? '' : html`<span class="badge ${tone}" data-mark="!">${word}</span>`}</span><span class="when">${moment(run.startedAt, now)}</span><span class="more">${startedBy(run.kind)} · ${more}</span></li>`;
}
