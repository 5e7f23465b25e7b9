// Reads the address lists of mail headers (RFC 5322) and decides which addresses a mail can be sent to.

import { type ByteText, decodeCharset, decodeHeader, toBytes } from './header-text.ts';

export interface MailAddress {
  /** The name for people, or ''. */
  readonly name: string;
  /** As written; see `normalAddress` for comparing. */
  readonly address: string;
}

/** Addresses are compared, and mailboxes are named, in lower case. */
export const normalAddress = (address: string): string => address.trim().toLowerCase();

const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\u0080-\\u{10ffff}-]+";
const LOCAL = new RegExp(`^(?:${ATOM}(?:\\.${ATOM})*|"(?:[^"\\\\\\r\\n]|\\\\[^\\r\\n])+")$`, 'u');
const LABEL =
  '[A-Za-z0-9\\u0080-\\u{10ffff}](?:[A-Za-z0-9\\u0080-\\u{10ffff}-]{0,61}[A-Za-z0-9\\u0080-\\u{10ffff}])?';
const DOMAIN = new RegExp(`^${LABEL}(?:\\.${LABEL})+$`, 'u');

/** Whether Gmail would take the address as a recipient. */
export function isAddress(address: string): boolean {
  const at = address.lastIndexOf('@');
  if (at < 1 || at > 64 || address.length > 254 || /[\p{Cc}\p{Cf}\p{Z}]/u.test(address)) return false;
  return LOCAL.test(address.slice(0, at)) && DOMAIN.test(address.slice(at + 1));
}

/** One step of reading: quoted text, a comment, an address in brackets, a separator, or other characters. */
const TOKEN =
  /"(?:\\[\s\S]|[^"\\])*"|\((?:\\[\s\S]|[^()\\]|\([^()]*\))*\)|<[^<>]*>|[,;:]|[^",;:()<>]+|[\s\S]/g;

/** Everything that the header names, valid or not; an unreadable piece appears as an address that is not valid. */
export function parseAddresses(raw: ByteText): MailAddress[] {
  const found: MailAddress[] = [];
  let words = '';
  let bracketed: string | undefined;
  let broken = false;
  const finish = () => {
    const text = words.trim();
    if (broken) found.push({ name: '', address: readText(raw) });
    else if (bracketed !== undefined)
      found.push({ name: displayName(text), address: readText(bracketed.trim()) });
    else if (text !== '') found.push({ name: '', address: readText(text) });
    words = '';
    bracketed = undefined;
    broken = false;
  };
  for (const [token] of raw.matchAll(TOKEN)) {
    if (token === ',' || token === ';') finish();
    else if (token === ':') {
      // The name of a group: `Handlers: a@example.org, b@example.org;`
      if (words.includes('@')) broken = true;
      words = '';
    } else if (token.startsWith('(') && token.length > 1) continue;
    else if (token.startsWith('<') && token.length > 1) {
      if (bracketed !== undefined) broken = true;
      bracketed = token.slice(1, -1);
    } else {
      if (bracketed !== undefined && token.trim() !== '') broken = true;
      words += token;
    }
  }
  finish();
  return found;
}

const readText = (raw: ByteText): string => decodeCharset(toBytes(raw));

function displayName(raw: ByteText): string {
  return decodeHeader(
    raw.replace(/"((?:\\[\s\S]|[^"\\])*)"/g, (_, inner: string) => inner.replace(/\\([\s\S])/g, '$1')),
  );
}
