// Mails: the words reach the reader, in HTML and as plain text, and nothing from outside acts in them.

import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileLayout } from '../../scripts/build.ts';
import type { MailWords } from '../../src/content/mail-words.ts';
import { type MailLayout, renderMail } from '../../src/content/render-mail.ts';
import { parseCode } from '../../src/domain/code-text.ts';
import { allMails, FRAME, source, TONES } from './every-mail.ts';

let layout: MailLayout = [];
beforeAll(async () => {
  layout = await compileLayout(source('mail-layout.mjml'));
});

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
    const lines = text.split('\n').filter((line) => !/^[=-]*$|^-- $|https:|\[new: |\[taken out: /.test(line));
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

it('marks what changed for her, in both forms, and leaves the rest out', () => {
  const words = allMails('Anna').find(([kind]) => kind === 'new version')?.[1] as MailWords;
  const { html, text } = renderMail(layout, words, FRAME);
  expect(text).toContain('Communication & Honesty (changed)');
  expect(text).toContain('we expect that no [taken out: offensive] [new: hurtful] language be used.');
  expect(text).toContain('Meetings (new)\n[new: Ask before you record a meeting.]');
  expect(html).toContain('<del>offensive</del> <ins>hurtful</ins>');
  expect(text).not.toContain('open and honest in all communications');
});

it.each(TONES)('says in the subject of a reminder (%s) what to do', (tone) => {
  const [, words] = allMails('Anna').find(([kind]) => kind === `reminder, ${tone}`) as [string, MailWords];
  expect(words.subject).toMatch(/Code of Conduct/);
  expect(words.subject.length).toBeLessThanOrEqual(60);
});

it.each([
  ['member', /because you take part in the program/, true],
  ['staff', /because you look after the Code/, false],
  ['writer', /because somebody wrote to us/, false],
] as const)(
  'tells a %s why she gets it; only members are shown where to report or ask',
  (audience, why, isShown) => {
    const words = allMails('Anna Ito')[0]?.[1] as MailWords;
    const { html, text } = renderMail(layout, words, { ...FRAME, audience });
    expect(text).toMatch(why);
    for (const form of [html.replaceAll('&#x2F;', '/'), text])
      expect(form.includes(FRAME.reportUrl)).toBe(isShown);
    const before = renderMail(layout, words, { ...FRAME, audience, reportUrl: '' });
    expect(before.text).not.toMatch(/Report or ask/);
  },
);
