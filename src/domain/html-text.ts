// Turns the HTML of a mail into plain text: words, lines, lists, links and quotes; nothing is run or fetched.

import { once } from './once.ts';

const blocks = once(
  () =>
    new Set(
      'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(
        ' ',
      ),
    ),
);
/** Blocks with an empty line around them. */
const WIDE = new Set('p h1 h2 h3 h4 h5 h6 ul ol blockquote pre table'.split(' '));
/** What is inside them is not for readers. */
const UNSEEN = new Set('script style head title template noscript svg math object iframe'.split(' '));

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  zwnj: '',
  zwj: '\u200d',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  euro: '€',
  copy: '©',
  reg: '®',
  trade: '™',
  iexcl: '¡',
  iquest: '¿',
  szlig: 'ß',
  AElig: 'Æ',
  aelig: 'æ',
  Oslash: 'Ø',
  oslash: 'ø',
  ETH: 'Ð',
  eth: 'ð',
  THORN: 'Þ',
  thorn: 'þ',
  OElig: 'Œ',
  oelig: 'œ',
};

const MARKS: Record<string, string> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030a',
  cedil: '\u0327',
  caron: '\u030c',
};

function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});?/gi, (whole, name: string) => {
    if (name.startsWith('#')) {
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
      return isCharacter ? String.fromCodePoint(code) : '\uFFFD';
    }
    const known = ENTITIES[name] ?? ENTITIES[name.toLowerCase()];
    if (known !== undefined) return known;
    const [, letter, mark] = /^([a-z])([a-z]+)$/i.exec(name) ?? [];
    const sign = MARKS[mark ?? ''];
    return letter && sign ? `${letter}${sign}`.normalize('NFC') : whole;
  });
}

/** The text that is written so far, line by line. */
class Lines {
  private readonly lines: string[] = [];
  private line = '';
  private isEmptyLineWanted = false;
  private endsWithSpace = true;
  quotes = 0;

  add(text: string, isPreformatted: boolean): void {
    if (isPreformatted) {
      const [first = '', ...more] = text.split('\n');
      this.line += first;
      for (const next of more) {
        this.breakLine();
        this.line = next;
      }
      this.endsWithSpace = false;
      return;
    }
    const flat = text.replace(/[ \t\r\n\f]+/g, ' ');
    const added = this.endsWithSpace ? flat.replace(/^ /, '') : flat;
    this.line += added;
    if (added !== '') this.endsWithSpace = added.endsWith(' ');
  }

  /** Ends the line, if anything stands in it. */
  endLine(isWide: boolean): void {
    if (this.line.trim() !== '') this.breakLine();
    this.line = '';
    this.endsWithSpace = true;
    this.isEmptyLineWanted ||= isWide && this.lines.length > 0;
  }

  breakLine(): void {
    const prefix = '> '.repeat(this.quotes);
    if (this.isEmptyLineWanted && this.lines[this.lines.length - 1]?.replace(/^[> ]+/, '') !== '')
      this.lines.push(prefix.trim());
    this.isEmptyLineWanted = false;
    this.lines.push(`${prefix}${this.line.trimEnd()}`);
    this.line = '';
    this.endsWithSpace = true;
  }

  text(): string {
    this.endLine(false);
    return this.lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .replace(/^\n+|\n+$/g, '');
  }
}

const attribute = (tag: string, name: string): string => {
  const [, a, b, c] =
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>"']+))`, 'i').exec(tag.slice(0, 4000)) ?? [];
  return decodeEntities(a ?? b ?? c ?? '').trim();
};

/** Quoted mail comes out with `> ` before its lines; a link with its address behind it, where the words do not say it. */
export function textOfHtml(html: string): string {
  const lines = new Lines();
  let preformatted = 0;
  let link = { href: '', text: '' };
  const closeLink = () => {
    const { href, text } = link;
    link = { href: '', text: '' };
    const said = text.replace(/\s+/g, '');
    const isSaid = (said.length > 3 && href.includes(said)) || said.includes(href);
    if (href !== '' && !isSaid) lines.add(` (${href})`, false);
  };
  const neverClosed = new Set<string>();
  let at = 0;
  while (at < html.length) {
    const open = nextTag(html, at);
    const text = decodeEntities(html.slice(at, open));
    lines.add(text, preformatted > 0);
    link.text += text;
    if (open >= html.length) break;
    if (html.startsWith('<!--', open)) {
      at = after(html, '-->', open + 4);
      continue;
    }
    const close = endOfTag(html, open);
    const tag = html.slice(open, close);
    at = close;
    const [, slash, name = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(tag.slice(0, 40)) ?? [];
    const element = name.toLowerCase();
    const isEnd = slash === '/';
    if (UNSEEN.has(element) && !isEnd && !tag.endsWith('/>')) {
      const end = neverClosed.has(element) ? -1 : endOfElement(html, element, close);
      if (end < 0) neverClosed.add(element);
      else at = end;
    } else if (element === 'br') lines.breakLine();
    else if (element === 'img' && !isEnd) lines.add(attribute(tag, 'alt'), false);
    else if (element === 'a') {
      closeLink();
      const href = isEnd ? '' : attribute(tag, 'href');
      if (/^https?:/i.test(href)) link = { href, text: '' };
    } else if (element === 'td' || element === 'th') lines.add(' ', false);
    else if (blocks().has(element)) {
      lines.endLine(WIDE.has(element));
      if (element === 'blockquote') lines.quotes = Math.min(Math.max(0, lines.quotes + (isEnd ? -1 : 1)), 20);
      if (element === 'pre') preformatted = Math.max(0, preformatted + (isEnd ? -1 : 1));
      if (element === 'li' && !isEnd) lines.add('- ', false);
    }
  }
  closeLink();
  return lines.text();
}

/** Where the next tag or comment begins; a `<` that begins none is text. */
function nextTag(html: string, from: number): number {
  let at = html.indexOf('<', from);
  while (at >= 0 && !/[a-z/!?]/i.test(html[at + 1] ?? '')) at = html.indexOf('<', at + 1);
  return at < 0 ? html.length : at;
}

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

/** Behind the `>` of a tag; one in quotes does not count, unless the quotes are never closed. */
function endOfTag(html: string, open: number): number {
  const simple = after(html, '>', open);
  let quote = '';
  for (let at = open; at < Math.min(html.length, open + 20_000); at++) {
    const character = html[at] as string;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if ((character === '"' || character === "'") && /[=\s]/.test(html[at - 1] ?? ''))
      quote = character;
    else if (character === '>') return at + 1;
  }
  return simple;
}

/** Behind the end of an element that is left out; -1 when it is never closed: then only its tag is left out. */
function endOfElement(html: string, element: string, from: number): number {
  const end = new RegExp(`</${element}\\s*>`, 'gi');
  end.lastIndex = from;
  const found = end.exec(html);
  return found ? found.index + found[0].length : -1;
}
