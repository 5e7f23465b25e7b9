// Makes text from outside fit for a cell or a line, without changing what its writer said.

/** A cell takes 50,000 characters; this leaves room for the mark. */
export const CELL_LIMIT = 49_000;

/** Joins the two halves of surrogate pairs and replaces halves that stand alone, which Google refuses. */
function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}

/** Text fit for a cell: CR, CRLF and NEL become LF, other control characters go (tabs stay), all else stays. */
export function cellText(text: string): string {
  return wellFormed(text.replace(/\r\n?|\u0085/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, ''));
}

/** Cuts at `limit` UTF-16 units, never within a character, and ends with `mark`. Shorter text is unchanged. */
export function shorten(text: string, limit: number, mark: string): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  return cut.replace(/[\uD800-\uDBFF]$/, '') + mark;
}

/**
 * One line for a name or a subject: any run of white space and line breaks becomes one space, and the
 * invisible characters that turn the writing direction of what follows are taken out.
 * Right-to-left scripts and emoji stay as they are.
 */
export function oneLine(text: string): string {
  return cellText(text)
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .trim();
}
