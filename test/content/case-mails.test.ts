// Mails about cases: nothing but their facts, nothing that tells a story to whoever sees the mailbox.

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileLayout } from '../../scripts/build.ts';
import { ROUTES } from '../../src/content/case-choices.ts';
import { outcomeLetter, questionReply } from '../../src/content/case-letters.ts';
import {
  casesDue,
  noticeOfAddition,
  noticeOfQuestion,
  noticeOfReport,
  questionReceived,
  reportAcknowledged,
  reportClosed,
  reportReceived,
  sharingAlert,
  urgentReport,
} from '../../src/content/case-mails.ts';
import type { MailWords } from '../../src/content/mail-words.ts';
import { type MailLayout, renderMail } from '../../src/content/render-mail.ts';
import { OUTCOME_LETTERS } from '../../src/content/texts/case-letters.ts';
import { CASE_MAIL_KINDS, type CaseMailKind, OUTCOMES } from '../../src/domain/case-entries.ts';

const FRAME = {
  programme: 'International Mentoring St. Louis',
  contact: 'contact@imstl.org',
  reference: 'REFERENCE-000001',
  audience: 'writer',
  reportUrl: 'https://docs.google.com/forms/d/e/report/viewform',
} as const;
const LINK = 'https://docs.google.com/spreadsheets/d/x/edit#gid=1';
const NUMBER = '2026-001';
const NEUTRAL = `A note from ${FRAME.programme}`;
const notice = { number: NUMBER, link: LINK };
const her = (ownSubject: string) => ({
  number: NUMBER,
  programme: FRAME.programme,
  contact: FRAME.contact,
  ownSubject,
});

const STAFF: Partial<Record<CaseMailKind, () => MailWords>> = {
  'Urgent report': () => urgentReport(notice),
  'Notice of report': () => noticeOfReport({ ...notice, urgency: 'Urgent', acknowledgeBy: '2026-01-14' }),
  'Notice of addition': () => noticeOfAddition(notice),
  'Notice of question': () => noticeOfQuestion({ ...notice, answerBy: '2026-01-19' }),
  'Cases due': () =>
    casesDue({ due: [{ number: NUMBER, waitsFor: 'acknowledge', since: '2026-01-14' }], link: LINK }),
  'Sharing alert': () =>
    sharingAlert({
      strangers: ['eve@example.org'],
      missing: ['handler@example.org'],
      openToAll: true,
      link: LINK,
    }),
};
const REPORTER: Partial<Record<CaseMailKind, (ownSubject?: string) => MailWords>> = {
  'Report received': (own = '') => reportReceived({ ...her(own), acknowledgeBy: '2026-01-14', canAdd: true }),
  'Report acknowledged': (own = '') => reportAcknowledged({ ...her(own), answerBy: '2026-04-12' }),
  'Report closed': (own = '') => reportClosed({ ...her(own), reconsiderBy: '2026-05-12' }),
  'Question received': (own = '') => questionReceived({ ...her(own), answerBy: '2026-01-19' }),
};
const ALL = { ...STAFF, ...REPORTER };
const TO_STAFF = Object.keys(STAFF) as CaseMailKind[];
const TO_HER = Object.keys(REPORTER) as CaseMailKind[];
const mail = (kind: CaseMailKind) => (ALL[kind] as () => MailWords)();

let layout: MailLayout = [];
beforeAll(async () => {
  const source = new URL('../../src/content/mail-layout.mjml', import.meta.url);
  layout = await compileLayout(readFileSync(source, 'utf8'));
});
const textOf = (words: MailWords) => renderMail(layout, words, FRAME).text;
/** All that the mail itself says, without the frame around every mail. */
const bodyOf = (words: MailWords) =>
  [words.subject, words.preview, textOf(words).split('\n-- \n')[0] ?? ''].join('\n');

it('has words for every kind of mail', () => {
  expect([...TO_STAFF, ...TO_HER].sort()).toEqual([...CASE_MAIL_KINDS].sort());
});

describe.each([...CASE_MAIL_KINDS])('%s', (kind) => {
  it('reads the same in HTML and as plain text', () => {
    const { html, text } = renderMail(layout, mail(kind), FRAME);
    const flat = html
      .replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ')
      .replace(/&#39;/g, "'")
      .replace(/&#x2F;/g, '/')
      .replace(/&amp;/g, '&')
      .replace(/\s+/g, ' ');
    const lines = text.split('\n').filter((line) => !/^[=-]*$|^-- $|https:/.test(line));
    for (const line of lines) {
      const words = line.replace(/^ {2}\* |:$/g, '').replace(/^[A-Z][a-z ]{1,30}: /, '');
      expect(flat).toContain(words.trim());
    }
    expect(text).toContain(FRAME.reference);
    expect(text + flat).not.toMatch(/undefined|null|NaN|\[object|\{\{/);
  });

  it('asks nobody for money', () => {
    expect(bodyOf(mail(kind))).not.toMatch(/money|pay|donat|fee\b|\$|salary|wage|employ/i);
  });

  it('has a subject that fits a phone', () => {
    expect(mail(kind).subject.length).toBeLessThanOrEqual(70);
  });
});

describe.each(TO_STAFF)('%s, to staff', (kind) => {
  it('says in its subject neither what it is about nor who', () => {
    expect(mail(kind).subject).not.toMatch(
      /violat|violen|harass|weapon|threat|abuse|complain|report|police/i,
    );
  });

  it('has the link, and no address but those of the sharing', () => {
    const addresses = bodyOf(mail(kind)).match(/\S+@\S+/g) ?? [];
    expect(bodyOf(mail(kind))).toContain(LINK);
    expect(addresses).toEqual(kind === 'Sharing alert' ? ['eve@example.org', 'handler@example.org'] : []);
  });
});

it('tells a safety contact what to do now, 911 before all that is written', () => {
  const text = textOf(urgentReport(notice));
  expect(text.indexOf('call 911')).toBeGreaterThan(0);
  expect(text.indexOf('call 911')).toBeLessThan(text.indexOf('police'));
  expect(urgentReport(notice).subject).toBe(`Urgent: please look at ${NUMBER} now`);
});

it('says to the contact address whether it is urgent', () => {
  const subject = (urgency: 'Urgent' | 'Normal') =>
    noticeOfReport({ ...notice, urgency, acknowledgeBy: null }).subject;
  expect([subject('Urgent'), subject('Normal')]).toEqual([
    `Urgent: ${NUMBER} is new in Cases`,
    `${NUMBER} is new in Cases`,
  ]);
});

it('says of each deadline its number, what it waits for, and since when; nothing more', () => {
  const due = [
    { number: '2026-001', waitsFor: 'acknowledge', since: '2026-01-14' },
    { number: 'Q-2026-002', waitsFor: 'question', since: '2026-01-15' },
  ] as const;
  const text = textOf(casesDue({ due, link: LINK }));
  expect(text).toContain('  * 2026-001: please acknowledge it (due January 14, 2026)');
  expect(text).toContain('  * Q-2026-002: please answer the question (due January 15, 2026)');
});

describe.each(TO_HER)('%s, to her who wrote', (kind) => {
  const write = REPORTER[kind] as (ownSubject?: string) => MailWords;

  it('tells nothing to whoever sees her mailbox', () => {
    expect(write().subject).toBe(NEUTRAL);
    expect(bodyOf(write())).not.toMatch(
      /case|complain|report|violat|safety|conduct|danger|police|911|accus|finding|outcome|warning|suspen|remov|urgent/i,
    );
    expect(bodyOf(write())).toContain(NUMBER);
  });

  it('has no link and no address but the contact address', () => {
    const text = bodyOf(write());
    expect(text).not.toContain('http');
    for (const address of text.match(/[\w.]+@[\w.]+\w/g) ?? []) expect(address).toBe(FRAME.contact);
  });

  it('takes her own words for the subject line, and nothing else of hers', () => {
    expect(write('The book club').subject).toBe('The book club');
    expect(bodyOf({ ...write('The book club'), subject: '' })).toBe(bodyOf({ ...write(), subject: '' }));
  });
});

describe('the subject line in her own words', () => {
  const subject = (own: string) =>
    reportReceived({ ...her(own), acknowledgeBy: null, canAdd: false }).subject;

  it.each([
    ['', NEUTRAL],
    ['   \n ', NEUTRAL],
    ['Your\r\nBcc: eve', 'Your Bcc: eve'],
    ['Win now www.example.com/x', 'Win now'],
    ['see https://example.org and eve@example.org', 'see and'],
    ['пример.рф', NEUTRAL],
    ['Meet at 9.30 am, e.g. here', 'Meet at am, e.g. here'],
    ['Call 314 555-0100 or ٣١٤ now', 'Call or now'],
    ['you all must send me the money', 'you all must send me the'],
    ['x'.repeat(61), `${'x'.repeat(60)}…`],
  ])('%j becomes %j', (own, expected) => {
    expect(subject(own)).toBe(expected);
  });

  it('is one line without a link, whatever she writes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.emailAddress()), (own) => {
        expect(subject(own)).toMatch(/^[^\r\n]{1,61}$/u);
        expect(subject(own)).not.toMatch(/:\/\/|@/);
      }),
    );
  });
});

it('an urgent mail tells how many reports wait', () => {
  const { subject } = urgentReport({ ...notice, waiting: 12 });
  expect(subject).toBe('Urgent: 12 reports wait, please look now');
  expect(textOf(urgentReport({ ...notice, waiting: 12 }))).toContain('tells of 12 reports');
  expect(urgentReport({ ...notice, waiting: 1 })).toEqual(urgentReport(notice));
});

it('tells her how to add something only when she can', () => {
  const known = { ...her(''), acknowledgeBy: '2026-01-14' };
  expect(textOf(reportReceived({ ...known, canAdd: true }))).toContain(`choose “${ROUTES.addition}”`);
  expect(textOf(reportReceived({ ...known, canAdd: false }))).not.toContain('pass-phrase');
  expect(textOf(reportReceived({ ...known, canAdd: false }))).toContain('by January 14, 2026');
});

describe('letters to begin with', () => {
  const known = {
    suspendedUntil: '2026-07-01',
    reconsiderBy: '2026-05-12',
    programme: FRAME.programme,
    contact: FRAME.contact,
  };
  const text = (outcome: (typeof OUTCOMES)[number]) =>
    outcomeLetter(OUTCOME_LETTERS, { ...known, outcome }).text;

  it.each([...OUTCOMES])(
    'for “%s” leave the facts to the handler, and say how to ask for a second look',
    (outcome) => {
      expect(text(outcome)).toContain('[her name]');
      expect(text(outcome)).toContain('[your name]');
      expect(text(outcome)).toContain('until May 12, 2026');
      expect(text(outcome)).toContain('What follows');
      expect(text(outcome)).not.toMatch(/employ|wage|salary|terminat|job|contract|money/i);
      expect(outcomeLetter(OUTCOME_LETTERS, { ...known, outcome, reconsiderBy: null }).text).toContain(
        'within 30 days',
      );
    },
  );

  it.each(['Conversation', 'Written warning', 'Suspension'] as const)(
    'for “%s” have behaviour, impact, change, consequence, in this order',
    (outcome) => {
      const parts = [
        'What happened',
        'Why it matters',
        'What we ask of you',
        'What follows',
        'If you do not agree',
      ];
      const places = parts.map((part) => text(outcome).indexOf(`\n${part}\n`));
      expect(places).toEqual([...places].sort((one, other) => one - other));
      expect(places[0]).toBeGreaterThan(0);
    },
  );

  it('say the last day of a suspension, or leave it to be filled in', () => {
    expect(text('Suspension')).toContain('until July 1, 2026');
    expect(
      outcomeLetter(OUTCOME_LETTERS, { ...known, outcome: 'Suspension', suspendedUntil: null }).text,
    ).toContain('until [date]');
  });

  it('ask no change of her who is no longer a Member, or who did nothing', () => {
    for (const outcome of ['None', 'Removal'] as const)
      expect(text(outcome)).not.toContain('What we ask of you');
  });

  it('answer a question without repeating it', () => {
    const reply = questionReply({ number: 'Q-2026-001', programme: FRAME.programme, contact: FRAME.contact });
    expect(reply).toContain('Q-2026-001');
    expect(reply).toContain('[Your answer');
  });
});
