// The list of mailboxes, and the mails of one mailbox.

import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import { isAddress, normalAddress } from '../../services/gmail/addresses.ts';
import type { MailboxView, MessageRecord } from '../../services/gmail/engine.ts';
import type { PageContext } from '../context.ts';
import { type Html, page } from '../layout.ts';
import { count, moment, several } from '../words.ts';
import { labelsOf, labelTags } from './labels.ts';
import { readablePeople, withName } from './people.ts';

const PER_PAGE = 50;
const MAILBOXES_SHOWN = 200;

/** `GET /mail`: everybody's mailbox; `?q=` narrows it to addresses and names that contain all the words. */
export function mailboxList(c: Context, context: PageContext) {
  const { workspace } = context;
  const query = (c.req.query('q') ?? '').trim();
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const all = workspace.gmail.overview().map((mailbox) => withName(workspace.gmail, mailbox));
  const found = all
    .filter(({ address, displayName }) =>
      words.every((word) => `${address} ${displayName.toLowerCase()}`.includes(word)),
    )
    .sort(
      (a, b) =>
        Number(b.address === workspace.owner) - Number(a.address === workspace.owner) ||
        (b.lastAt ?? 0) - (a.lastAt ?? 0),
    );
  const typed = normalAddress(query);
  const open = isAddress(typed) && !all.some(({ address }) => address === typed);
  return page(c, context, {
    title: 'Mail',
    section: '/mail',
    content: html`<div class="page-head"><h1>Mail</h1><p>Whoever was written to has a mailbox here. Open one to read what she got. No mail leaves this computer.</p></div>
      <p class="row"><a class="button main" href="/mail/new">Write to <bdi>${workspace.owner}</bdi></a> <a class="button" href="/mail/paste">Paste a raw message</a></p>
      <form class="filters" role="search" action="/mail" data-search>
        <label class="grow">Find a mailbox by name or address <input type="search" name="q" value="${query}" autocomplete="off" spellcheck="false"></label>
        <button type="submit">Find</button>
      </form>
      <section class="card flush" aria-label="Mailboxes" id="mailboxes" data-live="mail clock">
        ${
          found.length === 0
            ? html`<p class="empty">${query ? html`No mailbox matches “<bdi>${query}</bdi>”.` : 'Nobody has got a mail yet.'}${open ? html` <a href="/mail/${encodeURIComponent(typed)}">Open the mailbox of <bdi>${typed}</bdi></a>` : ''}</p>`
            : html`<ul class="list">${found.slice(0, MAILBOXES_SHOWN).map((mailbox) => mailboxLine(mailbox, workspace.now(), workspace.owner))}</ul>`
        }
      </section>
      ${found.length > MAILBOXES_SHOWN ? html`<p class="soft small">${count(found.length - MAILBOXES_SHOWN)} more. Type a name or an address above to find them.</p>` : ''}`,
  });
}

function mailboxLine(mailbox: MailboxView, now: number, owner: string): Html {
  const { address, displayName, unread, messages, lastAt } = mailbox;
  return html`<li data-key="${address}" class="${unread > 0 ? 'unread' : ''}"><a class="list-link" href="/mail/${encodeURIComponent(address)}">
    <span class="line from"><bdi>${displayName || address}</bdi>${displayName ? html` <span class="soft small"><bdi>${address}</bdi></span>` : ''}${address === owner ? html` <span class="badge accent">the desk itself</span>` : ''}</span>
    <span class="when">${lastAt === undefined ? '' : moment(lastAt, now)}</span>
    <span class="soft small">${several(messages, 'mail')}</span>
    <span class="when">${unread > 0 ? html`<span class="badge accent">${count(unread)} unread</span>` : ''}</span>
  </a></li>`;
}

const SHOWS = [
  ['inbox', 'Received', ['INBOX']],
  ['sent', 'Sent', ['SENT']],
  ['all', 'All', []],
] as const;

/** `GET /mail/<address>`: newest first; `?show=` received, sent or all; `?q=` as in Gmail's search; `?from=` to go on. */
export function mailbox(c: Context, context: PageContext, address: string) {
  const { workspace } = context;
  const query = (c.req.query('q') ?? '').trim();
  const found = workspace.gmail.overview().find((view) => view.address === address);
  const counts = found && withName(workspace.gmail, found);
  const asked = c.req.query('show') ?? (counts && counts.inbox === 0 && counts.sent > 0 ? 'sent' : 'inbox');
  const [show, , labelIds] = SHOWS.find(([name]) => name === asked) ?? SHOWS[0];
  const from = Number(c.req.query('from') ?? Number.NaN);
  const { messages, next } = workspace.gmail.list(address, {
    query,
    labelIds,
    limit: PER_PAGE,
    ...(Number.isInteger(from) ? { from } : {}),
  });
  const link = (change: Record<string, string>) =>
    `/mail/${encodeURIComponent(address)}?${new URLSearchParams({ show, ...(query ? { q: query } : {}), ...change })}`;
  const name = counts?.displayName ?? '';
  return page(c, context, {
    title: `Mail of ${address}`,
    section: '/mail',
    content: html`<div class="page-head"><p class="small"><a href="/mail">All mailboxes</a></p>
        <h1><bdi>${name || address}</bdi></h1>
        <p>${name ? html`<bdi>${address}</bdi> · ` : ''}<span id="mail-counts" data-live="mail">${several(counts?.messages ?? 0, 'mail')}, ${count(counts?.unread ?? 0)} unread</span></p>
        ${address === workspace.owner ? '' : html`<p><a class="button" href="/mail/new?from=${encodeURIComponent(address)}"><span>Write to <bdi>${workspace.owner}</bdi> as this person</span></a></p>`}</div>
      <form class="filters" role="search" action="/mail/${encodeURIComponent(address)}">
        <input type="hidden" name="show" value="${show}">
        <label class="grow">Search this mailbox, as in Gmail <input type="search" name="q" value="${query}" autocomplete="off" spellcheck="false" placeholder="for example: subject:accepted after:2026/01/01"></label>
        <button type="submit">Search</button>
      </form>
      <nav class="row" aria-label="Which mails">${SHOWS.map(([key, title]) => html`<a class="button" href="${link({ show: key })}"${key === show ? html` aria-current="true"` : ''}>${title}</a>`)}</nav>
      <section class="card flush" aria-label="Mails" id="mails" data-live="mail clock">
        ${
          messages.length === 0
            ? html`<p class="empty">${query ? 'No mail matches.' : 'No mail here yet.'}</p>`
            : html`<ul class="list">${messages.map((message) => mailLine(context, message, address, show))}</ul>`
        }
      </section>
      ${next === undefined ? '' : html`<nav class="pager" aria-label="More mails"><a class="button" href="${link({ from: String(next) })}">Older mails</a></nav>`}`,
  });
}

function mailLine(context: PageContext, message: MessageRecord, address: string, show: string): Html {
  const sent =
    show === 'sent' ||
    (show === 'all' && message.labelIds.includes('SENT') && !message.labelIds.includes('INBOX'));
  const unread = message.labelIds.includes('UNREAD') && !sent;
  return html`<li data-key="${message.id}" class="${unread ? 'unread' : ''}"><a class="list-link" href="/mail/${encodeURIComponent(address)}/${message.id}">
    <span class="line from">${unread ? html`<span class="out">Unread. </span>` : ''}${sent ? 'To ' : ''}<bdi>${readablePeople(sent ? message.to : message.from) || '(no sender)'}</bdi></span>
    <span class="when">${moment(message.internalDate, context.workspace.now())}</span>
    <span class="line wide subject"><bdi>${message.subject || '(no subject)'}</bdi></span>
    <span class="line wide soft small"><bdi>${raw(message.snippet)}</bdi></span>
    ${labelTags(labelsOf(context, address, message))}
  </a></li>`;
}
