// Mails: the words reach the reader, in HTML and as plain text, and nothing from outside acts in them.

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileLayout } from '../../scripts/build.ts';
import type { MailWords } from '../../src/content/mail-words.ts';
import {
  acceptanceConfirmed,
  invitation,
  personalLink,
  refusalConfirmed,
} from '../../src/content/member-mails.ts';
import { renderMail } from '../../src/content/render-mail.ts';
import {
  dailyDigest,
  noticeOfAcceptance,
  noticeOfRefusal,
  noticeToMatch,
} from '../../src/content/staff-mails.ts';
import { parseCode } from '../../src/domain/code-text.ts';
import { acceptance } from '../domain/samples.ts';

const source = (name: string) => readFileSync(new URL(`../../src/content/${name}`, import.meta.url), 'utf8');
const FRAME = {
  programme: 'International Mentoring St. Louis',
  contact: 'contact@imstl.org',
  reference: 'IMSTL-MAIL-000001',
};
const her = (name: string) => ({ name, programme: FRAME.programme, contact: FRAME.contact });
const LINK = 'https://docs.google.com/forms/d/e/x/viewform?usp=pp_url&entry.1=abc.def';

let layout = '';
beforeAll(async () => {
  layout = await compileLayout(source('mail-layout.mjml'));
});

function allMails(name: string): [string, MailWords][] {
  const answer = acceptance({
    name,
    statements: 'I agree to treat all Members with respect.',
    companions: 'Terms of Use: 1',
  });
  const notice = { acceptance: answer, memberName: name, standing: 'Current', link: LINK } as const;
  const code = parseCode(source('code-of-conduct.txt'));
  const digest = {
    accepted: [answer],
    declined: [],
    unconfirmed: [],
    toMatch: [answer],
    problems: [],
    standings: [],
    link: LINK,
  };
  return [
    [
      'acceptance confirmed',
      acceptanceConfirmed({ ...her(name), acceptance: answer, nextDue: '2026-07-01', code }),
    ],
    ['refusal confirmed', refusalConfirmed({ ...her(name), acceptance: answer })],
    ['personal link', personalLink({ ...her(name), link: LINK, expires: '2026-05-01' })],
    ['invitation', invitation({ ...her(name), link: LINK, expires: '2026-05-01', version: '2025-06-04' })],
    ['notice of acceptance', noticeOfAcceptance(notice)],
    ['notice of refusal', noticeOfRefusal(notice)],
    ['notice to match', noticeToMatch(notice)],
    ['daily digest', dailyDigest('2026-03-02', digest)],
  ];
}

const readable = (html: string) =>
  html
    .replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ')
    .replace(/&#x([0-9A-F]+);/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

describe.each(allMails('Anna Ito').map(([kind]) => kind))('%s', (kind) => {
  const words = () => allMails('Anna Ito').find(([known]) => known === kind)?.[1] as MailWords;

  it('says the same in HTML and as plain text', () => {
    const { html, text } = renderMail(layout, words(), FRAME);
    const flat = readable(html);
    const lines = text.split('\n').filter((line) => !/^[=-]*$|^-- $|https:/.test(line));
    for (const line of lines) {
      const part = line
        .replace(/^ {2}\* /, '')
        .replace(/^[^:]{1,40}: /, '')
        .replace(/:$/, '')
        .trim();
      expect(flat).toContain(part.replace(/\s+/g, ' '));
    }
    expect(html).not.toContain('{{');
    expect(text).toContain(FRAME.reference);
  });

  it('never says undefined, null or NaN', () => {
    const { html, text } = renderMail(layout, words(), FRAME);
    expect(text + readable(html)).not.toMatch(/undefined|null|NaN|\[object/);
  });
});

it('lets no name act as HTML', () => {
  fc.assert(
    fc.property(fc.string(), (inner) => {
      const name = `<img src=x onerror="${inner}">&{{programme}}`;
      for (const [, words] of allMails(name)) {
        expect(renderMail(layout, words, FRAME).html).not.toContain('<img src=x');
      }
    }),
    { numRuns: 30 },
  );
});

it('keeps the whole code in the copy that a member gets', () => {
  const words = allMails('Anna')[0]?.[1] as MailWords;
  const { text } = renderMail(layout, words, FRAME);
  for (const { title, body } of parseCode(source('code-of-conduct.txt'))) {
    expect(text).toContain(title);
    for (const line of body.split('\n')) expect(text).toContain(line);
  }
});

it('keeps every mail well below the size that Gmail cuts', () => {
  for (const [, words] of allMails('Anna'))
    expect(Buffer.byteLength(renderMail(layout, words, FRAME).html)).toBeLessThan(90_000);
});
