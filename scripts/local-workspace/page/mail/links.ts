// Makes the links in a mail work here: Google's addresses of the desk's own files lead to this server, all others open beside the page.

import type { PageContext } from '../context.ts';

const FILE = /https?:\/\/(?:docs\.google\.com|localhost:\d+)(\/(?:forms|spreadsheets|document)\/[^\s"'<>]*)/g;

/** Leads links to forms and spreadsheets, on Google or on another port of this computer, to the same files here. */
export const localLinks = (text: string, context: PageContext): string =>
  text.replace(FILE, (whole, path: string) => (isOurs(path, context) ? `${context.origin}${path}` : whole));

function isOurs(path: string, { workspace }: PageContext): boolean {
  const published = /^\/forms\/d\/e\/([\w-]+)/.exec(path)?.[1];
  if (published) return workspace.forms.byPublishedId(published) !== undefined;
  const id = /^\/\w+\/d\/([\w-]+)/.exec(path)?.[1];
  return id !== undefined && workspace.files.find(id) !== undefined;
}

/**
 * A mail's HTML for its frame. The frame's policy keeps scripts and the network out; this adds that links open in a
 * tab of their own and that the text begins at the edge.
 */
export const framed = (html: string, context: PageContext): string =>
  `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><base target="_blank">` +
  `<style>body{margin:20px;font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;overflow-wrap:anywhere}</style>` +
  html.replace(HREF, (_, before: string, quote: string, address: string) => {
    return `${before}${quote}${escaped(localLinks(unescaped(address), context))}${quote}`;
  });

const HREF = /(\shref\s*=\s*)(["'])(.*?)\2/gis;
const SIGNS: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', apos: "'" };

/** Whoever wrote the mail may have escaped any sign of an address, slashes too. */
const unescaped = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return SIGNS[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

const LINK = /\bhttps?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]}]/g;

/** Cuts a plain text into words and links. */
export function cutAtLinks(text: string): { text: string; link: boolean }[] {
  const pieces: { text: string; link: boolean }[] = [];
  let at = 0;
  for (const match of text.matchAll(LINK)) {
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), link: false });
    pieces.push({ text: match[0], link: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), link: false });
  return pieces;
}
