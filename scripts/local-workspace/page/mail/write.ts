// The pages on which a person writes a mail, or hands in the source of one.

import type { Context } from 'hono';
import { html } from 'hono/html';
import { isAddress, parseAddresses } from '../../services/gmail/addresses.ts';
import type { MessageView } from '../../services/gmail/engine.ts';
import { utf8ToByteText } from '../../services/gmail/header-text.ts';
import type { PageContext } from '../context.ts';
import { type Html, page } from '../layout.ts';
import { longDay, timeOfDay } from '../words.ts';
import { nameIn } from './people.ts';

/** What stands in the fields of the form. */
export interface Writing {
  readonly from: string;
  readonly name: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The mail in the writer's mailbox that this answers, or ''. */
  readonly answers: string;
  readonly quote: boolean;
}

const addresses = (text: string): string[] =>
  parseAddresses(utf8ToByteText(text))
    .map(({ address }) => address)
    .filter(isAddress);

/** What an answer to this mail begins with. */
export function answerTo(
  address: string,
  { message, headers }: MessageView,
): Omit<Writing, 'text' | 'quote'> {
  const replyTo = headers.find(({ name }) => name.toLowerCase() === 'reply-to')?.value ?? '';
  const own = addresses(message.from).some((from) => from.toLowerCase() === address);
  const [to] = addresses(own ? message.to : replyTo || message.from);
  return {
    from: address,
    name: nameIn(own ? message.from : message.to, address),
    to: to ?? '',
    subject: /^\s*re:/i.test(message.subject) ? message.subject : `Re: ${message.subject}`,
    answers: message.id,
  };
}

/** The text that is answered, as mail programs put it below an answer. */
export function quoted({ message, text }: MessageView): string {
  const lines = text.trimEnd().split(/\r?\n/);
  const when = `${longDay(message.internalDate)} at ${timeOfDay(message.internalDate)}`;
  return `\n\nOn ${when} ${message.from} wrote:\n${lines.map((line) => `> ${line}`).join('\n')}\n`;
}

/** Headers that put an answer into its conversation. */
export function threading({ headers }: MessageView): Record<string, string> {
  const value = (name: string) => headers.find((header) => header.name.toLowerCase() === name)?.value ?? '';
  const id = value('message-id');
  return id === '' ? {} : { 'In-Reply-To': id, References: `${value('references')} ${id}`.trim() };
}

export function writePage(c: Context, context: PageContext, writing: Writing, problem?: string) {
  const { owner } = context.workspace;
  const { from, name, to, subject, text, answers, quote } = writing;
  const title = answers ? 'Answer a mail' : to === owner ? `Write to ${owner}` : 'Write a mail';
  return page(
    c,
    context,
    {
      title,
      section: '/mail',
      content: html`<div class="page-head"><p class="small"><a href="${answers ? `/mail/${encodeURIComponent(from)}/${answers}` : '/mail'}">${answers ? 'Back to the mail' : 'All mailboxes'}</a></p>
          <h1>${title}</h1><p>${answers ? 'Your answer goes into the same conversation.' : 'Write as a member would, from her address.'} It arrives at once, and does not leave this computer.</p></div>
        ${problemNote(problem)}
        <form class="card write" method="post" action="/local/mail/write" enctype="multipart/form-data">
          <label>From, the address <input name="from" type="email" required autocomplete="off" spellcheck="false" value="${from}"${answers ? html` readonly` : ''}></label>
          <label>From, the name <input name="name" autocomplete="off" value="${name}"></label>
          <label>To <input name="to" required autocomplete="off" spellcheck="false" value="${to}"></label>
          <label>Subject <input name="subject" autocomplete="off" value="${subject}"></label>
          <label>Text <textarea name="text" rows="10">${text}</textarea></label>
          <label>Files <input name="files" type="file" multiple></label>
          ${answers ? html`<input type="hidden" name="answers" value="${answers}"><label class="check"><input type="checkbox" name="quote" value="yes"${quote ? html` checked` : ''}> Put the mail that you answer below your text</label>` : ''}
          <p><button type="submit" class="main">Send</button></p>
        </form>
        ${answers ? '' : html`<p class="small"><a href="/mail/paste">Paste a raw message instead</a></p>`}`,
    },
    problem === undefined ? 200 : 400,
  );
}

export interface Pasted {
  readonly to: string;
  readonly source: string;
}

export function pastePage(c: Context, context: PageContext, { to, source }: Pasted, problem?: string) {
  return page(
    c,
    context,
    {
      title: 'Paste a raw message',
      section: '/mail',
      content: html`<div class="page-head"><p class="small"><a href="/mail">All mailboxes</a></p>
          <h1>Paste a raw message</h1><p>Hand in a mail as it travels between mail servers: its headers, an empty line, and what follows (RFC 5322). In Gmail you find it under “Show original”. A file is taken byte for byte.</p></div>
        ${problemNote(problem)}
        <form class="card write" method="post" action="/local/mail" enctype="multipart/form-data">
          <label>Whose mailbox gets it <input name="to" autocomplete="off" spellcheck="false" value="${to}" aria-describedby="to-help"></label>
          <p class="small soft" id="to-help">Leave this empty to go by the To, Cc and Bcc headers of the message.</p>
          <label>Message <textarea name="source" class="source" rows="14" spellcheck="false" placeholder="From: member@example.org&#10;Subject: A question&#10;&#10;Dear team, …">${source}</textarea></label>
          <label>Or a file <input name="file" type="file" accept=".eml,.txt,message/rfc822"></label>
          <p><button type="submit" class="main">Deliver</button></p>
        </form>
        <p class="small"><a href="/mail/new">Write a mail instead</a></p>`,
    },
    problem === undefined ? 200 : 400,
  );
}

const problemNote = (problem: string | undefined): Html | string =>
  problem === undefined ? '' : html`<p class="note bad" role="alert">${problem}</p>`;
