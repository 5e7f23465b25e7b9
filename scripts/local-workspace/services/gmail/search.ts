// Gmail's search language, as far as it is offered: reads a query into a test for messages.

import { invalid, notImplemented } from '../../kernel/errors.ts';
import type { MessageRecord } from './mailboxes.ts';

/** What a search may look at. */
export interface SearchSubject {
  readonly message: MessageRecord;
  /** Every word of a message, in the form of `searchable`. */
  words(message: MessageRecord): string;
}

export interface SearchContext {
  readonly now: number;
  /** The account's own addresses, for `from:me`. */
  readonly own: readonly string[];
  labelNamed(name: string): string | undefined;
}

export interface Search {
  matches(subject: SearchSubject): boolean;
  /** The query itself names spam or trash, which searches leave out otherwise. */
  readonly everywhere: boolean;
  /** No older message matches; milliseconds since 1970. */
  readonly since: number;
}

type Test = (subject: SearchSubject) => boolean;

/** Tests that look at words, or may do so. */
const LOOKING = new WeakSet<Test>();
function looking(test: Test): Test {
  LOOKING.add(test);
  return test;
}

/** Tests that no message older than this passes, in milliseconds since 1970. */
const SINCE = new WeakMap<Test, number>();
function notBefore(since: number): Test {
  const test: Test = ({ message }) => message.internalDate >= since;
  SINCE.set(test, since);
  return test;
}

/** Words in lower case between single spaces: what is neither letter nor digit parts words. */
export function searchable(text: string): string {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
  return ` ${words.join(' ')} `;
}

const contains = (text: string, phrase: string): boolean => {
  const wanted = searchable(phrase);
  return wanted.trim() === '' || text.includes(wanted);
};

const PIECE = /\s*(?:([{}()])|(-?)(?:([A-Za-z][A-Za-z0-9_]*):(?!\/\/))?(?:"([^"]*)"?|([^\s(){}"]+))?)/y;

/** @throws NOT_IMPLEMENTED by name for an operator that is not offered */
export function parseSearch(query: string, context: SearchContext): Search {
  let position = 0;
  let everywhere = false;

  /** Terms up to the closing bracket; side by side all must fit, with OR between them or in braces any. */
  const group = (close: string | undefined, make: (value: string) => Test): Test => {
    const all: Test[][] = [];
    let joining = false;
    while (position < query.length) {
      if (/^\s*$/.test(query.slice(position))) break;
      const bracket = /^\s*([)}])/.exec(query.slice(position));
      if (bracket) {
        position += bracket[0].length;
        if (bracket[1] === close) break;
        continue;
      }
      if (/^\s*(OR|\|)(?=[\s(){}"]|$)/.test(query.slice(position))) {
        position += /^\s*(OR|\|)/.exec(query.slice(position))?.[0].length ?? 1;
        joining = all.length > 0;
        continue;
      }
      if (/^\s*AND(?=[\s(){}"]|$)/.test(query.slice(position))) {
        position += /^\s*AND/.exec(query.slice(position))?.[0].length ?? 1;
        continue;
      }
      const term = oneTerm(make);
      if (joining) all.at(-1)?.push(term);
      else all.push([term]);
      joining = false;
    }
    const anyOf =
      (tests: readonly Test[]): Test =>
      (subject) =>
        tests.some((test) => test(subject));
    if (close === '}') return all.length === 0 ? () => true : anyOf(all.flat());
    const each = all.map((tests) => (tests.length === 1 ? (tests[0] as Test) : looking(anyOf(tests))));
    // What tests numbers and labels goes first: it spares reading most of the messages.
    each.sort((a, b) => Number(LOOKING.has(a)) - Number(LOOKING.has(b)));
    const together: Test = (subject) => each.every((test) => test(subject));
    SINCE.set(together, Math.max(...each.map((test) => SINCE.get(test) ?? -Infinity)));
    return together;
  };

  const oneTerm = (make: (value: string) => Test): Test => {
    PIECE.lastIndex = position;
    const match = PIECE.exec(query) as RegExpExecArray;
    if (match[0].trim() === '') {
      position += 1;
      return () => true;
    }
    position = PIECE.lastIndex;
    const [, bracket, minus, operator, quoted, plain] = match;
    if (bracket) return group(bracket === '{' ? '}' : ')', make);
    const making = operator ? (value: string) => operatorTest(operator.toLowerCase(), value) : make;
    const value = quoted ?? plain;
    let test: Test;
    if (value !== undefined) test = making(value);
    else {
      const open = /^\s*([({])/.exec(query.slice(position));
      if (!open) return () => true;
      position += open[0].length;
      test = group(open[1] === '{' ? '}' : ')', making);
    }
    if (!minus) return test;
    const not: Test = (subject) => !test(subject);
    return LOOKING.has(test) ? looking(not) : not;
  };

  const labelled = (id: string | undefined): Test =>
    id ? ({ message }) => message.labelIds.includes(id) : () => false;
  const person = (read: (message: MessageRecord) => string, value: string): Test => {
    const wanted = value.toLowerCase() === 'me' ? context.own : [value];
    return looking(({ message }) => wanted.some((one) => contains(searchable(read(message)), one)));
  };

  const place = (value: string): Test => {
    const name = value.toLowerCase();
    if (['anywhere', 'spam', 'trash', 'bin'].includes(name)) everywhere = true;
    if (name === 'anywhere') return () => true;
    if (name === 'read') return ({ message }) => !message.labelIds.includes('UNREAD');
    const id = { drafts: 'DRAFT', bin: 'TRASH', chats: 'CHAT' }[name];
    return labelled(id ?? context.labelNamed(value));
  };
  const state = (value: string): Test => {
    if (!STATES.has(value.toLowerCase())) throw notImplemented(`The search operator is:${value}`);
    return place(value);
  };

  const operatorTest = (operator: string, value: string): Test => {
    switch (operator) {
      case 'in':
        return place(value);
      case 'is':
        return state(value);
      case 'label':
        return labelled(context.labelNamed(value));
      case 'category':
        return labelled(context.labelNamed(`category_${value === 'primary' ? 'personal' : value}`));
      case 'from':
        return person((message) => message.from, value);
      case 'to':
        return person((message) => `${message.to} ; ${message.cc} ; ${message.bcc ?? ''}`, value);
      case 'cc':
        return person((message) => message.cc, value);
      case 'bcc':
        return person((message) => message.bcc ?? '', value);
      case 'subject':
        return looking(({ message }) => contains(searchable(message.subject), value));
      case 'filename':
        return ({ message }) => message.attachments.some((name) => contains(searchable(name), value));
      case 'has':
        if (value.toLowerCase() !== 'attachment') throw notImplemented(`The search operator has:${value}`);
        return ({ message }) => message.attachments.length > 0;
      case 'rfc822msgid':
        return ({ message }) => message.messageId.replace(/^<|>$/g, '') === value.replace(/^<|>$/g, '');
      case 'newer_than':
        return notBefore(ago(value, context.now));
      case 'older_than': {
        const until = ago(value, context.now);
        return ({ message }) => message.internalDate < until;
      }
      case 'after':
      case 'newer':
        return notBefore(moment(value));
      case 'before':
      case 'older': {
        const until = moment(value);
        return ({ message }) => message.internalDate < until;
      }
      case 'larger':
      case 'smaller': {
        const bytes = size(value);
        return ({ message }) => (operator === 'larger' ? message.size > bytes : message.size < bytes);
      }
      default:
        throw notImplemented(`The search operator ${operator}:`);
    }
  };

  const test = group(undefined, (value) =>
    looking((subject) => contains(subject.words(subject.message), value)),
  );
  return { matches: test, everywhere, since: SINCE.get(test) ?? -Infinity };
}

/** What `is:` can ask for. */
const STATES = new Set(['unread', 'read', 'starred', 'important', 'sent', 'draft', 'inbox', 'spam', 'trash']);

const UNITS: Readonly<Record<string, number>> = { h: 1 / 24, d: 1, m: 30, y: 365 };

function ago(value: string, now: number): number {
  const match = /^(\d+)([hdmy])$/i.exec(value);
  if (!match) throw invalid(`Invalid search duration: ${value}`);
  return now - Number(match[1]) * (UNITS[(match[2] as string).toLowerCase()] as number) * 86_400_000;
}

function size(value: string): number {
  const match = /^(\d+)([km]?)b?$/i.exec(value);
  if (!match) throw invalid(`Invalid search size: ${value}`);
  return Number(match[1]) * ({ k: 1024, m: 1024 * 1024 }[(match[2] as string).toLowerCase()] ?? 1);
}

/** Seconds since 1970, or a date, which the Gmail API takes as midnight in California. */
function moment(value: string): number {
  if (/^\d{6,}$/.test(value)) return Number(value) * 1000;
  const match = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(value);
  const utc = match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : Number.NaN;
  if (Number.isNaN(utc)) throw invalid(`Invalid search date: ${value}`);
  for (const hours of [7, 8]) {
    const time = utc + hours * 3_600_000;
    if (new Date(time).toLocaleTimeString('en-GB', { timeZone: 'America/Los_Angeles' }) === '00:00:00')
      return time;
  }
  return utc + 8 * 3_600_000;
}
