// The paragraphs of a document as they stand on the sheet of paper.

import { html } from 'hono/html';
import type { NamedStyle } from '../../services/docs/model.ts';
import type { DocumentView, ParagraphView, RunView } from '../../services/docs/view.ts';
import type { Html } from '../layout.ts';

/** Levels below the page's own heading. */
const LEVELS: Partial<Record<NamedStyle, number>> = {
  TITLE: 2,
  HEADING_1: 2,
  HEADING_2: 3,
  HEADING_3: 4,
  HEADING_4: 5,
  HEADING_5: 6,
  HEADING_6: 6,
};

/** No white space between the paragraphs: on the sheet every character counts. */
export function paper({ paragraphs }: DocumentView): Html {
  let level = 1;
  const blocks = paragraphs.map((paragraph) => {
    const wanted = LEVELS[paragraph.style];
    if (wanted === undefined || paragraph.bullet || paragraph.text.trim() === '')
      return block(paragraph, 'p');
    // A document may leave out a level; those who find their way by headings would miss it.
    level = Math.min(wanted, level + 1);
    return block(paragraph, `h${level}`);
  });
  return html`${blocks}`;
}

function block({ bullet, style, text, runs }: ParagraphView, tag: string): Html {
  const look = bullet
    ? `item ${bullet.numbered ? 'numbered' : 'dotted'} level-${bullet.level}`
    : style.toLowerCase().replace('_', '-');
  // Without this, an empty last line would have no height.
  const end = text === '' || text.endsWith('\v') ? html`<br>` : '';
  return html`<${tag} class="${look}" dir="auto">${runs.map(run)}${end}</${tag}>`;
}

function run({ text, bold, italic, underline, strikethrough, link }: RunView): Html {
  // A vertical tab is a line break inside a paragraph.
  let words = html`${text.split('\v').map((piece, i) => (i === 0 ? html`${piece}` : html`<br>${piece}`))}`;
  if (strikethrough) words = html`<s>${words}</s>`;
  if (italic) words = html`<i>${words}</i>`;
  if (bold) words = html`<b>${words}</b>`;
  if (link && /^(https?|mailto):/i.test(link)) return html`<a href="${link}">${words}</a>`;
  return underline ? html`<u>${words}</u>` : words;
}
