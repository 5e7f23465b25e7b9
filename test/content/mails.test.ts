// Mails: the words reach the reader, in HTML and as plain text, and nothing from outside acts in them.

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileLayout } from '../../scripts/build.ts';
import {
  invitation,
  linkAgain,
  newVersion,
  oldVersionAnswered,
  reminder,
} from '../../src/content/asking-mails.ts';
import type { MailWords } from '../../src/content/mail-words.ts';
import { acceptanceConfirmed, personalLink, refusalConfirmed } from '../../src/content/member-mails.ts';
import { type MailLayout, renderMail } from '../../src/content/render-mail.ts';
import {
  dailyDigest,
  noticeOfAcceptance,
  noticeOfNewVersion,
  noticeOfRefusal,
  noticeToMatch,
} from '../../src/content/staff-mails.ts';
import { parseCode } from '../../src/domain/code-text.ts';
import { differenceOf } from '../../src/domain/difference.ts';
import { acceptance } from '../domain/samples.ts';

const source = (name: string) => readFileSync(new URL(`../../src/content/${name}`, import.meta.url), 'utf8');
const FRAME = {
  programme: 'International Mentoring St. Louis',
  contact: 'contact@imstl.org',
  reference: 'IMSTL-MAIL-000001',
};
const her = (name: string) => ({ name, programme: FRAME.programme, contact: FRAME.contact });
const LINK = 'https://docs.google.com/forms/d/e/x/viewform?usp=pp_url&entry.1=abc.def';

let layout: MailLayout = [];
beforeAll(async () => {
  layout = await compileLayout(source('mail-layout.mjml'));
});

const TONES = ['early', 'soon', 'today', 'late', 'last'] as const;

function allMails(name: string): [string, MailWords][] {
  const answer = acceptance({
    name,
    statements: 'I agree to treat all Members with respect.',
    companions: 'Terms of Use: 1',
  });
  const notice = { acceptance: answer, memberName: name, standing: 'Current', link: LINK } as const;
  const code = parseCode(source('code-of-conduct.txt'));
  const asking = {
    ...her(name),
    link: LINK,
    expires: '2026-05-01',
    version: '2026-03-01',
    due: '2026-04-01',
  };
  const text = source('code-of-conduct.txt');
  const edited = text
    .replace('no offensive language', 'no hurtful language')
    .replace('  • Finances:', '  • Meetings: Ask before you record a meeting.\n\n  • Finances:');
  const difference = { since: '2025-06-04', changes: differenceOf(text, edited) };
  const much = {
    since: '2025-06-04',
    changes: differenceOf(text, `Code\n\nAll new\n\n${'Word. '.repeat(90)}`),
  };
  const digest = {
    accepted: [answer],
    declined: [],
    unconfirmed: [],
    toMatch: [answer],
    problems: [],
    followUps: [],
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
    ['invitation', invitation(asking)],
    ['new version', newVersion({ ...asking, why: 'The law changed.', difference })],
    ['new version, of which much is new', newVersion({ ...asking, why: '', difference: much })],
    ['new version, without the text she accepted', newVersion({ ...asking, why: '', difference: null })],
    ...TONES.map(
      (tone) =>
        [`reminder, ${tone}`, reminder({ ...asking, tone, acceptedOn: '2025-04-02' })] as [string, MailWords],
    ),
    ['first reminder of one who never accepted', reminder({ ...asking, tone: 'soon', acceptedOn: null })],
    ['old version answered', oldVersionAnswered({ ...asking, answered: '2025-06-04', difference })],
    ['link again', linkAgain(asking)],
    [
      'notice of a new version',
      noticeOfNewVersion({
        version: '2026-03-01',
        planned: '2026-03-02T02:10:00',
        changed: ['Finances (changed): no money'],
        link: LINK,
      }),
    ],
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
