// The frame that every page of a form shares, and how text that people wrote becomes HTML.

import { html, raw } from 'hono/html';
import { FORM_STYLE } from './form-style.ts';

/** HTML whose texts have been escaped. */
export type Markup = ReturnType<typeof html>;

export interface Shell {
  readonly title: string;
  /** Address of the local Workspace's first page. */
  readonly home: string;
  /** Client script; part of the page. */
  readonly script?: string;
}

export function page(shell: Shell, content: Markup): string {
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="same-origin">
<link rel="icon" href="data:,">
<title>${shell.title}</title>
<style>${raw(FORM_STYLE)}</style>
${shell.script ? raw("<script>document.documentElement.classList.add('js')</script>") : ''}
</head>
<body>
<main>
${content}
<footer>
<p>A rehearsal on one computer: nothing that you type here leaves it.</p>
<p><a href="${shell.home}">The local Workspace</a></p>
</footer>
</main>
${shell.script ? raw(`<script>${shell.script}</script>`) : ''}
</body>
</html>
`;
  return String(document);
}

const LINK = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]/g;

/** Text with its web addresses made into links. */
function linked(text: string): Markup[] {
  const parts: Markup[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const [address] = match;
    parts.push(
      html`${text.slice(end, match.index)}<a href="${address}" target="_blank" rel="noopener noreferrer">${address}</a>`,
    );
    end = match.index + address.length;
  }
  parts.push(html`${text.slice(end)}`);
  return parts;
}

/** Paragraphs where the text has empty lines; other line breaks stay as they are. */
export function prose(text: string, className = 'prose'): Markup | '' {
  if (text.trim() === '') return '';
  const paragraphs = text.trim().split(/\n\s*\n/);
  return html`<div class="${className}" dir="auto">${paragraphs.map((paragraph) => html`<p dir="auto">${linked(paragraph)}</p>`)}</div>`;
}
