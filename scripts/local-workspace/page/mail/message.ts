// One mail: as it looks, as plain text, and as it was sent.

import type { Context } from 'hono';
import { html } from 'hono/html';
import type { MessageView } from '../../services/gmail/engine.ts';
import type { PageContext } from '../context.ts';
import { type Html, type PageParts, page } from '../layout.ts';
import { bytes, longDay, timeOfDay } from '../words.ts';
import { conversation } from './conversation.ts';
import { labelForms } from './labels.ts';
import { cutAtLinks, localLinks } from './links.ts';
import { readablePeople } from './people.ts';

/** More than this of a source is not shown, only offered as a file. */
const LONGEST_SOURCE = 300_000;

export function message(
  c: Context,
  context: PageContext,
  address: string,
  view: MessageView,
  problem?: string,
) {
  const { message: mail, attachments } = view;
  const own = `/mail/${encodeURIComponent(address)}/${mail.id}`;
  const thread = context.workspace.gmail.mailboxes.thread(address, mail.threadId);
  const views: [string, string, Html][] = [
    ...(view.html
      ? [
          [
            'html',
            'As it looks',
            html`<iframe class="mail-frame" title="The mail as it looks" src="${own}/html" sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>`,
          ] as [string, string, Html],
        ]
      : []),
    [
      'text',
      'Plain text',
      html`<div class="mail-text" tabindex="0" role="region" aria-label="Plain text of the mail"><pre dir="auto">${view.text ? textWithLinks(localLinks(view.text, context)) : 'This mail has no plain text.'}</pre></div>`,
    ],
    [
      'raw',
      'As it was sent',
      html`<div class="mail-text" tabindex="0" role="region" aria-label="Source of the mail"><p class="small"><a href="${own}/raw" download>Save as a file</a></p><pre class="raw">${view.raw.slice(0, LONGEST_SOURCE)}${view.raw.length > LONGEST_SOURCE ? '\n… (cut here; the file holds all of it)' : ''}</pre></div>`,
    ],
  ];
  const parts: PageParts = {
    title: mail.subject || '(no subject)',
    section: '/mail',
    scripts: ['mail.js'],
    content: html`<p class="small"><a href="/mail/${encodeURIComponent(address)}">Mailbox of <bdi>${address}</bdi></a></p>
      <article class="card flush">
        <header class="mail-head">
          <h1><bdi>${mail.subject || '(no subject)'}</bdi></h1>
          <dl>
            <dt>From</dt><dd><bdi>${readablePeople(mail.from) || '(no sender)'}</bdi></dd>
            <dt>To</dt><dd><bdi>${readablePeople(mail.to)}</bdi></dd>
            ${mail.cc ? html`<dt>Cc</dt><dd><bdi>${readablePeople(mail.cc)}</bdi></dd>` : ''}
            ${replyTo(view)}
            <dt>When</dt><dd>${longDay(mail.internalDate)}, ${timeOfDay(mail.internalDate)}</dd>
            ${attachments.length > 0 ? html`<dt>Files</dt><dd>${attachments.map((file) => html`<a href="${own}/files/${encodeURIComponent(file.id)}" download="${file.name}"><bdi>${file.name || 'file'}</bdi></a> <span class="soft small">${bytes(file.size)}</span> `)}</dd>` : ''}
          </dl>
          <p><a class="button" href="${own}/answer">Answer</a></p>
        </header>
        ${labelForms(context, address, mail, thread.length - 1, problem)}
        <div class="views" role="tablist" aria-label="Ways to see this mail">${views.map(
          ([key, title], i) =>
            html`<button type="button" role="tab" id="tab-${key}" aria-controls="view-${key}" aria-selected="${i === 0 ? 'true' : 'false'}" tabindex="${i === 0 ? 0 : -1}">${title}</button>`,
        )}</div>
        ${views.map(([key, , content], i) => html`<div role="tabpanel" id="view-${key}" aria-labelledby="tab-${key}"${i === 0 ? '' : html` hidden`}>${content}</div>`)}
      </article>
      ${conversation(context, address, mail, thread)}`,
  };
  return page(c, context, parts, problem === undefined ? 200 : 400);
}

function replyTo({ headers, message }: MessageView): Html | string {
  const value = headers.find(({ name }) => name.toLowerCase() === 'reply-to')?.value;
  return value && value !== message.from
    ? html`<dt>Answers go to</dt><dd><bdi>${readablePeople(value)}</bdi></dd>`
    : '';
}

/** Links in plain text can be followed, as in any mail program. */
const textWithLinks = (text: string): Html[] =>
  cutAtLinks(text).map((piece) =>
    piece.link
      ? html`<a href="${piece.text}" target="_blank" rel="noreferrer">${piece.text}</a>`
      : html`${piece.text}`,
  );
