// What a message in the mailbox is, and whether it may be answered.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainHeaders } from '../../src/domain/mail-charsets.ts';
import {
  type AnswerFacts,
  decideMail,
  type IncomingMail,
  type IntakeFacts,
  type MailDecision,
  mayAnswerMail,
  readMailbox,
  senderOf,
} from '../../src/domain/mail-intake.ts';
import { decode } from '../support/decode.ts';

const OURS = ['contact@imstl.org', 'desk@imstl.org'];
const FACTS: IntakeFacts = {
  ourAddresses: OURS,
  labels: {
    report: 'Code of Conduct/Report',
    'opt-out': 'Code of Conduct/Opt-out',
    question: 'Code of Conduct/Question',
  },
  knownMessages: new Set(['known']),
  threads: new Map([
    ['asked', [{ kind: 'question', id: 'Q-1' }]],
    [
      'both',
      [
        { kind: 'question', id: 'Q-1' },
        { kind: 'report', id: 'C-1' },
      ],
    ],
  ]),
  entryOf: (id) => (id === '<answer-1@mail.gmail.com>' ? { kind: 'opt-out', id: 'O-1' } : undefined),
};

type Header = [string, string];
const FROM: Header = ['From', 'Ana Ruiz <ana@example.org>'];
const mail = (headers: Header[] = [], changes: Partial<IncomingMail> = {}): IncomingMail => ({
  id: 'new',
  threadId: 'new',
  headers: plainHeaders(headers.some(([name]) => name === 'From') ? headers : [FROM, ...headers], decode),
  labels: ['INBOX', 'UNREAD', 'Code of Conduct/Report'],
  ...changes,
});
const labelled = (...labels: string[]) => ({ labels: labels.map((label) => `Code of Conduct/${label}`) });

describe('by its label', () => {
  it.each<[string[], string[] | null]>([
    [['Report'], ['report']],
    [['Opt-out'], ['opt-out']],
    [['Question'], ['question']],
    [['Question', 'Report'], ['report']],
    [
      ['Opt-out', 'Report'],
      ['report', 'opt-out'],
    ],
    [['report'], ['report']],
    [['Registered'], null],
    [[], null],
  ])('%j: %j', (labels, kinds) => {
    const expected = kinds ? { what: 'entry', kinds } : { what: 'not for us' };
    expect(decideMail(mail([], labelled(...labels)), FACTS)).toEqual(expected);
  });
});

describe('by its thread', () => {
  it.each<[string, IncomingMail, MailDecision]>([
    ['known by its id, with any label', mail([], { id: 'known' }), { what: 'known' }],
    [
      'in a known thread',
      mail([], { threadId: 'asked', labels: [] }),
      { what: 'reply', entry: { kind: 'question', id: 'Q-1' } },
    ],
    [
      'in a known thread with its label',
      mail([], { threadId: 'asked', ...labelled('Question') }),
      { what: 'reply', entry: { kind: 'question', id: 'Q-1' } },
    ],
    [
      'in a known thread, and now a report',
      mail([], { threadId: 'asked' }),
      { what: 'entry', kinds: ['report'] },
    ],
    [
      'in a thread of two: to the report',
      mail([], { threadId: 'both', labels: [] }),
      { what: 'reply', entry: { kind: 'report', id: 'C-1' } },
    ],
    [
      'an answer to our mail in a thread of its own',
      mail([['References', '<x@y> <answer-1@mail.gmail.com>']], labelled('Opt-out')),
      { what: 'reply', entry: { kind: 'opt-out', id: 'O-1' } },
    ],
    [
      'our own in a known thread',
      mail([['From', 'contact@imstl.org']], { threadId: 'asked', ...labelled('Question') }),
      { what: 'our own' },
    ],
    [
      'our own without a label',
      mail([['From', 'contact@imstl.org']], { labels: ['INBOX'] }),
      { what: 'our own' },
    ],
    [
      'what somebody wrote in a form on our website, in a known thread',
      mail(
        [
          ['From', 'contact@imstl.org'],
          ['Reply-To', 'eve@example.org'],
        ],
        { threadId: 'asked', labels: [] },
      ),
      { what: 'reply', entry: { kind: 'question', id: 'Q-1' } },
    ],
    [
      'automatic in a known thread',
      mail([['Auto-Submitted', 'auto-replied']], { threadId: 'asked' }),
      { what: 'automatic', because: 'says so', isSure: true },
    ],
  ])('%s', (_, given, expected) => {
    expect(decideMail(given, FACTS)).toEqual(expected);
  });
});

describe('by its headers', () => {
  it.each<[Header[], string]>([
    [[], 'entry'],
    [[['Auto-Submitted', 'no']], 'entry'],
    [[['Auto-Submitted', 'No (a person wrote it)']], 'entry'],
    [[['X-Auto-Response-Suppress', 'None']], 'entry'],
    [[['X-Auto-Response-Suppress', 'DR, RN, NRN']], 'entry'],
    [[['Precedence', 'normal']], 'entry'],
    [[['X-Autoreply', 'no']], 'entry'],
    [[['Return-Path', '<ana@example.org>']], 'entry'],
    [[['Subject', 'My mentor was out of office']], 'entry'],
    [[['Subject', 'Automation of my profile']], 'entry'],
    [[['Subject', 'Pictures from the vacation party']], 'entry'],
    [
      [
        ['List-Id', 'Contact <contact.imstl.org>'],
        ['Precedence', 'list'],
        ['List-Unsubscribe', '<https://g.co>'],
      ],
      'entry',
    ],
    [
      [
        ['Mailing-list', 'list contact@imstl.org; contact contact+owners@imstl.org'],
        ['Precedence', 'list'],
      ],
      'entry',
    ],
    [[['Auto-Submitted', 'auto-replied']], 'automatic'],
    [[['AUTO-SUBMITTED', ' Auto-Generated; owner-email="x"']], 'automatic'],
    [
      [
        ['Auto-Submitted', 'auto-replied (vacation)'],
        ['List-Id', '<contact.imstl.org>'],
      ],
      'automatic',
    ],
    [[['Precedence', 'bulk']], 'automatic'],
    [[['Precedence', 'junk']], 'automatic'],
    [[['Precedence', 'auto_reply']], 'automatic'],
    [[['X-Precedence', 'auto_reply']], 'automatic'],
    [[['X-Autoreply', 'yes']], 'automatic'],
    [[['X-Autorespond', 'Re: my question']], 'automatic'],
    [[['X-Mail-Autoreply', 'dtc-autoreply']], 'automatic'],
    [[['X-FC-MachineGenerated', 'true']], 'automatic'],
    [[['X-POST-MessageClass', '9; Autoresponder']], 'automatic'],
    [[['Delivered-To', 'Autoresponder']], 'automatic'],
    [[['X-Auto-Response-Suppress', 'All']], 'automatic'],
    [[['X-Auto-Response-Suppress', 'DR, OOF, AutoReply']], 'automatic'],
    [[['Return-Path', '<>']], 'automatic'],
    [[['List-Id', 'News <news.example.org>']], 'automatic'],
    [[['List-Unsubscribe', '<mailto:x@example.org>']], 'automatic'],
    [[['Content-Type', 'multipart/report; report-type=disposition-notification']], 'automatic'],
    [[['Subject', 'Automatic reply: Your request']], 'automatic'],
    [[['Subject', 'Out of Office: Your request']], 'automatic'],
    [[['Subject', 'Automatische Antwort: Anfrage']], 'automatic'],
    [[['Subject', 'Abwesenheitsnotiz']], 'automatic'],
    [[['Subject', '=?utf-8?Q?R=C3=A9ponse_automatique?= : absence']], 'automatic'],
    [[['Subject', 'Respuesta automática: Hola']], 'automatic'],
    [[['Subject', 'Resposta automática']], 'automatic'],
    [[['Subject', '自动回复: 您好']], 'automatic'],
    [[['Subject', '자동 회신: 안녕']], 'automatic'],
    [[['From', 'MAILER-DAEMON@example.org']], 'bounce'],
    [
      [
        ['From', 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>'],
        ['Auto-Submitted', 'auto-replied'],
      ],
      'bounce',
    ],
    [[['From', 'postmaster@example.org']], 'bounce'],
    [[['From', 'MAILER-DAEMON@localhost (Mail Delivery System)']], 'bounce'],
    [[['Content-Type', 'multipart/report; report-type=delivery-status; boundary=x']], 'bounce'],
    [[['X-Failed-Recipients', 'bo@example.org']], 'bounce'],
    [
      [
        ['Return-Path', '<>'],
        ['Subject', 'Undeliverable: Your request'],
      ],
      'bounce',
    ],
    [[['From', 'IMSTL <Contact+news@imstl.org>']], 'our own'],
    [[['X-IMSTL-Mail', 'E-000001']], 'entry'],
    [
      [
        ['From', 'contact@imstl.org'],
        ['X-IMSTL-Mail', 'E-000001'],
      ],
      'our own',
    ],
    [
      [
        ['From', '"Ana via Contact" <contact@imstl.org>'],
        ['List-Id', '<contact.imstl.org>'],
        ['X-Original-From', 'Ana <ana@yahoo.com>'],
      ],
      'entry',
    ],
    [
      [
        ['From', 'contact@imstl.org'],
        ['List-Id', '<contact.imstl.org>'],
        ['X-Original-Sender', 'desk@imstl.org'],
      ],
      'our own',
    ],
    [
      [
        ['From', 'contact@imstl.org'],
        ['Reply-To', 'eve@example.org'],
      ],
      'entry',
    ],
    [[['From', '']], 'entry'],
    [[['From', 'undisclosed']], 'entry'],
  ])('%j: %s', (headers, expected) => {
    expect(decideMail(mail(headers), FACTS).what).toBe(expected);
  });

  it('what Gmail has as sent or as a draft is our own', () => {
    expect(decideMail(mail([], { labels: ['SENT', 'Code of Conduct/Report'] }), FACTS)).toEqual({
      what: 'our own',
    });
    expect(decideMail(mail([], { labels: ['DRAFT', 'Code of Conduct/Report'] }), FACTS)).toEqual({
      what: 'our own',
    });
  });
});

describe('the sender', () => {
  it.each<[string, string, string]>([
    ['Ana Ruiz <ana@example.org>', 'Ana Ruiz', 'ana@example.org'],
    ['"Ruiz, Ana" <Ana@Example.org>', 'Ruiz, Ana', 'Ana@Example.org'],
    ['"Ana \\"Annie\\" Ruiz" <ana@example.org>', 'Ana "Annie" Ruiz', 'ana@example.org'],
    ['ana@example.org', '', 'ana@example.org'],
    ['ana@example.org (Ana Ruiz)', 'Ana Ruiz', 'ana@example.org'],
    ['=?ISO-8859-1?Q?Jos=E9_Garc=EDa?= <jose@example.org>', 'José García', 'jose@example.org'],
    ['=?UTF-8?B?5p2O?= =?UTF-8?B?5piO?= <li@example.org>', '李明', 'li@example.org'],
    ['=?UTF-8?Q?Boss_=3Cboss=40x.org=3E,?= <li@example.org>', 'Boss boss x.org', 'li@example.org'],
    ['=?x?Z?broken?= <li@example.org>', '=?x?Z?broken?=', 'li@example.org'],
    ['Ana <ana@example>', 'Ana', ''],
    ['Ana\r\n <ana@example.org>', 'Ana', 'ana@example.org'],
    ['', '', ''],
  ])('%j', (header, name, address) => {
    const [[, plain]] = plainHeaders([['From', header]], decode) as [Header];
    expect(readMailbox(plain)).toEqual({ name, address });
  });

  it('behind a mailing list of our own is who wrote to it', () => {
    const given = mail([
      ['From', 'contact@imstl.org'],
      ['Mailing-list', 'list contact@imstl.org'],
      ['Reply-To', 'Ana <ana@y.org>'],
    ]);
    expect(senderOf(given, OURS)).toEqual({ name: 'Ana', address: 'ana@y.org' });
  });
});

describe('an answer', () => {
  const answer: AnswerFacts = { ourAddresses: OURS, isThreadAnswered: false, recentAnswers: 0, cap: 3 };
  const may = (headers: Header[], changes: Partial<AnswerFacts> = {}, about: Partial<IncomingMail> = {}) => {
    const given = mail(headers, about);
    const result = mayAnswerMail(given, decideMail(given, FACTS), { ...answer, ...changes });
    return 'to' in result ? result.to.address : result.because;
  };
  it.each<[string, string, string]>([
    ['an entry', may([]), 'ana@example.org'],
    ['with another Reply-To', may([['Reply-To', 'eve@example.org']]), 'ana@example.org'],
    ['a reply', may([], {}, { threadId: 'asked', labels: [] }), 'not an entry'],
    ['no sender', may([['From', 'nobody']]), 'no address'],
    ['a machine', may([['From', 'no-reply@example.org']]), 'address of a machine'],
    ['a machine with a tag', may([['From', 'noreply+x@example.org']]), 'address of a machine'],
    ['automatic', may([['Auto-Submitted', 'auto-replied']]), 'not an entry'],
    ['a bounce', may([['From', 'postmaster@example.org']]), 'not an entry'],
    ['our own', may([['From', 'desk@imstl.org']]), 'not an entry'],
    ['one that has our header', may([['X-IMSTL-Mail', 'E-000001']]), 'asked not to'],
    [
      'a Reply-To in our name',
      may([
        ['From', 'desk@imstl.org'],
        ['Reply-To', 'eve@example.org'],
      ]),
      'no address',
    ],
    ['a thread that has its answer', may([], { isThreadAnswered: true }), 'thread has its answer'],
    ['at the cap', may([], { recentAnswers: 3 }), 'too many for this address'],
  ])('to %s: %s', (_, got, expected) => {
    expect(got).toBe(expected);
  });

  it('to a machine that answers each time, with no header that says so, stops after one', () => {
    const threads = new Map<string, { kind: 'report'; id: string }[]>();
    let answers = 0;
    for (let round = 0; round < 10; round++) {
      const given = mail([], { id: `m-${round}`, threadId: 't' });
      const decision = decideMail(given, { ...FACTS, threads });
      const result = mayAnswerMail(given, decision, {
        ...answer,
        isThreadAnswered: answers > 0,
        recentAnswers: answers,
      });
      threads.set('t', [{ kind: 'report', id: 'C-2' }]);
      if ('to' in result) answers++;
    }
    expect(answers).toBe(1);
  });
});

it('decides on anything without an error, and never answers what a machine or the desk wrote', () => {
  const name = fc.constantFrom(
    'From',
    'Subject',
    'Auto-Submitted',
    'Precedence',
    'Return-Path',
    'List-Id',
    'X-IMSTL-Mail',
    'Content-Type',
    'References',
  );
  const value = fc.oneof(
    fc.constantFrom(
      'ana@example.org',
      'contact@imstl.org',
      'bulk',
      'no',
      'auto-replied',
      '<>',
      'multipart/report',
      '<answer-1@mail.gmail.com>',
      '',
    ),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(name, value)),
      fc.subarray(['Report', 'Opt-out', 'Question']),
      (headers, labels) => {
        const given = mail(headers, labelled(...labels));
        const decision = decideMail(given, FACTS);
        const result = mayAnswerMail(given, decision, {
          ourAddresses: OURS,
          isThreadAnswered: false,
          recentAnswers: 0,
          cap: 3,
        });
        if ('to' in result) {
          expect(
            headers.some(([one, said]) => one === 'X-IMSTL-Mail' || (one === 'Return-Path' && said === '<>')),
          ).toBe(false);
          expect(result.to.address).not.toContain('imstl.org');
          expect(labels.length).toBeGreaterThan(0);
        }
      },
    ),
    { numRuns: 2000 },
  );
});
