// Whatever people write, the rules and the words take it without breaking, and it stays the text that it is.

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Arbitrary } from 'fast-check';
import { compileLayout } from '../../scripts/build.ts';
import { button, facts, list, type MailWords, paragraph, title } from '../../src/content/mail-words.ts';
import { type MailLayout, renderMail } from '../../src/content/render-mail.ts';
import { readAttendees } from '../../src/domain/attendees.ts';
import { conflictsOf } from '../../src/domain/case-conflicts.ts';
import { isPassPhrase, passPhraseHash } from '../../src/domain/case-passphrase.ts';
import { speaksOfDanger } from '../../src/domain/case-urgency.ts';
import { parseCode } from '../../src/domain/code-text.ts';
import { sameInConstantTime } from '../../src/domain/digest.ts';
import { isAddress, mailboxOf } from '../../src/domain/email-address.ts';
import { textOfHtml } from '../../src/domain/html-text.ts';
import { identify, indexRoster } from '../../src/domain/identity.ts';
import { inFields, readTable } from '../../src/domain/import-columns.ts';
import { decodeHeader } from '../../src/domain/mail-charsets.ts';
import { readMailbox } from '../../src/domain/mail-intake.ts';
import { type MailPart, readMail } from '../../src/domain/mail-text.ts';
import { likeness } from '../../src/domain/matching.ts';
import { writeMessage } from '../../src/domain/mime.ts';
import { almostSame, readingsOf } from '../../src/domain/person-names.ts';
import { publicName } from '../../src/domain/photographers-list.ts';
import { addressSign, makeReference, readReference } from '../../src/domain/reference.ts';
import { planImport } from '../../src/domain/roster-import.ts';
import { asCells, readCsv } from '../../src/pages/read-csv.ts';
import { CASE_SETTINGS } from '../../src/registers/case-settings.ts';
import { choice, date, dateTime, text, tick, whole } from '../../src/registers/cells.ts';
import { extendedValue } from '../../src/registers/requests.ts';
import { SETTINGS } from '../../src/registers/settings.ts';
import { FRAME, source } from '../content/every-mail.ts';
import { decode } from '../support/decode.ts';
import { ENDLESS, inputsTried, nasty, nastyOfAnyLength, runs } from '../support/hostile.ts';
import { IS_FULL } from '../support/sample.ts';
import fc from '../support/seeded-fast-check.ts';
import { member } from './samples.ts';

/** Half of a pair of surrogates, which Google refuses. */
const HALF_A_SIGN = /\p{Cs}/u;
const SECRET = 'a secret that is long enough for a test';
const ANNA = member('M-0012', 'Anna Ito', 'anna@example.org');
const TODAY = '2026-03-01';
const LINK = makeReference(
  {
    purpose: 'acceptance',
    memberId: ANNA.id,
    about: '2025-06-04',
    expires: '2026-03-31',
    mailedTo: addressSign(ANNA.id, ANNA.email, SECRET),
  },
  SECRET,
);

describe('a forged reference', () => {
  const roster = indexRoster([ANNA]);
  const rules = { purpose: 'acceptance', today: TODAY, secret: SECRET, googleSignIn: true } as const;
  const isTaken = (reference: string) =>
    readReference(reference, 'acceptance', TODAY, SECRET).ok ||
    identify({ email: '', reference, signedInEmail: '' }, roster, rules).member !== null;

  it('is never taken, wherever something else stands in it, is left out or comes in between', () => {
    expect(isTaken(LINK)).toBe(true);
    fc.assert(
      fc.property(fc.nat(LINK.length), fc.nat(3), nasty, (at, left, put) => {
        const forged = LINK.slice(0, at) + put + LINK.slice(at + left);
        fc.pre(forged.trim() !== LINK);
        expect(isTaken(forged)).toBe(false);
      }),
      runs(12_000),
    );
  });

  it('is not taken with any one bit turned, cut at any length, doubled, or in letters that look alike', () => {
    const bits = [...LINK].flatMap((sign, at) =>
      Array.from(
        { length: 16 },
        (_, bit) =>
          LINK.slice(0, at) + String.fromCharCode(sign.charCodeAt(0) ^ (1 << bit)) + LINK.slice(at + 1),
      ),
    );
    const lengths = [...LINK].map((_, at) => LINK.slice(0, at));
    const wide = (sign: string) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0);
    const alike = [...LINK].map((sign, at) => LINK.slice(0, at) + wide(sign) + LINK.slice(at + 1));
    const others = [LINK + LINK, `${LINK}.${LINK}`, `${LINK}=`, LINK.toUpperCase(), LINK.toLowerCase()];
    const forged = [...bits, ...lengths, ...alike, ...others].filter((one) => one.trim() !== LINK);
    expect(forged.length).toBeGreaterThan(1_000);
    expect((IS_FULL ? forged : forged.filter((_, at) => at % 7 === 0)).filter(isTaken)).toEqual([]);
  });

  it('is compared by the same number of looks, wherever the first difference stands', () => {
    const { length } = LINK;
    const looks = (one: string) => {
      let count = 0;
      const watched = {
        length,
        charCodeAt: (at: number) => {
          count++;
          return one.charCodeAt(at);
        },
      };
      sameInConstantTime(watched as unknown as string, LINK);
      return count;
    };
    const counts = Array.from({ length }, (_, at) => looks(`${LINK.slice(0, at)}~${LINK.slice(at + 1)}`));
    expect(new Set([...counts, looks(LINK)])).toEqual(new Set([length]));
  });

  it('nor is a pass-phrase that is not hers', () => {
    const phrase = 'three blue elephants dance';
    const kept = passPhraseHash(phrase, SECRET);
    expect(isPassPhrase(phrase, kept, SECRET)).toBe(true);
    const letters = (said: string) => said.toLowerCase().replace(/[^a-z]/g, '');
    fc.assert(
      fc.property(nasty, (said) => {
        fc.pre(letters(said) !== letters(phrase));
        expect(isPassPhrase(said, kept, SECRET)).toBe(false);
      }),
      runs(4_000),
    );
  });
});

describe('a mail', () => {
  let layout: MailLayout = [];
  beforeAll(async () => {
    layout = await compileLayout(source('mail-layout.mjml'));
  });
  const toBase64 = (said: string) => Buffer.from(said, 'utf8').toString('base64');
  const NAMES = ['From', 'To', 'Reply-To', 'Subject', 'X-IMSTL-Mail', 'MIME-Version', 'Content-Type'];

  it('has the headers that it should have, each one line, whatever stands in its subject and names', () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, nastyOfAnyLength, (subject, name, from, said) => {
        const raw = writeMessage(
          {
            from: { name: from, address: 'contact@imstl.org' },
            to: { name, address: ANNA.email },
            replyTo: 'contact@imstl.org',
            subject,
            text: said,
            html: said,
            headers: { 'X-IMSTL-Mail': 'IMSTL-MAIL-000001' },
          },
          toBase64,
        );
        const [head = ''] = raw.split('\r\n\r\n');
        const lines = head.split(/\r\n(?![ \t])/);
        expect(lines.map((line) => line.split(':')[0])).toEqual(NAMES);
        // Neither a lone CR nor a lone LF, which some programs take for the end of a line; nothing but ASCII.
        expect(raw.replace(/\r\n/g, '')).toMatch(/^[\x20-\x7E]*$/);
        const [sender = '', receiver = ''] = lines.map((line) => line.replace(/"(?:[^"\\]|\\.)*"/, ''));
        expect([sender, receiver].map((line) => line.match(/[^\s<>:]+@[^\s<>]+/g))).toEqual([
          ['contact@imstl.org'],
          [ANNA.email],
        ]);
        expect(raw.match(/^--part-of-this-mail/gm)).toHaveLength(3);
      }),
      runs(3_000),
    );
  });

  it.each(['thief@evil.example, x@y.org', 'a@b.org\r\nBcc: c@d.org', 'a@b.org>', '"a"@b.org'])(
    'never goes to %j',
    (address) => {
      expect(isAddress(address)).toBe(false);
    },
  );

  it('goes to one address alone: whatever counts as an address has nothing in it that could end it', () => {
    fc.assert(
      fc.property(nasty, (said) => {
        const isOne = isAddress(said);
        if (isOne) expect(said).toMatch(/^[!-~]+@[A-Za-z0-9.-]+$/);
        if (isOne) expect(said).not.toMatch(/[\s<>",;:()[\]\\]/);
      }),
      runs(8_000),
    );
  });

  it('has no tag, no attribute and no entity but those of its layout', () => {
    const said = (words: string): MailWords => ({
      subject: words,
      preview: words,
      blocks: [
        title(words),
        paragraph(words),
        list([words]),
        facts([[words, words]]),
        button(words, 'https://example.org/'),
      ],
    });
    /** Every sign with which something could begin or end in HTML. */
    const signsOf = (words: string) =>
      renderMail(layout, said(words), { ...FRAME, programme: words }).html.replace(/[^<>"'`=]/g, '');
    const plain = signsOf('word');
    fc.assert(
      fc.property(nasty, (words) => {
        fc.pre(words !== '');
        expect(signsOf(words)).toBe(plain);
      }),
      runs(4_000),
    );
  });
});

describe('a cell', () => {
  it('of text is written as text: never as a formula, whole letters, no control characters, short enough', () => {
    const kind = text();
    fc.assert(
      fc.property(nastyOfAnyLength, (said) => {
        const value = extendedValue(kind.encode(said));
        if (value === undefined) return;
        expect(Object.keys(value)).toEqual(['stringValue']);
        const kept = value.stringValue ?? '';
        expect(kept.length).toBeLessThanOrEqual(50_000);
        expect(kept).not.toMatch(HALF_A_SIGN);
        expect(/(?![\n\t])\p{Cc}/u.test(kept)).toBe(false);
      }),
      runs(10_000),
    );
  });

  it('of any kind reads whatever staff type, as a value that it can write again, or as none', () => {
    const kinds = [date(), dateTime(), whole(), tick(), choice(['Yes', 'No']), text()];
    const typed = fc.oneof(nastyOfAnyLength, fc.double(), fc.boolean(), fc.integer());
    fc.assert(
      fc.property(typed, (said) => {
        for (const kind of kinds) {
          const value = kind.decode(said);
          if (value !== undefined) (kind.encode as (value: unknown) => unknown)(value);
        }
      }),
      runs(10_000),
    );
  });

  it('of a setting holds a value that makes sense, or none', () => {
    fc.assert(
      fc.property(nastyOfAnyLength, (said) => {
        for (const { read, name } of Object.values({ ...SETTINGS, ...CASE_SETTINGS })) {
          const value: unknown = (read as (said: string) => unknown)(said.trim());
          if (/address/i.test(name) && typeof value === 'string' && value !== '')
            expect(value).not.toMatch(/[\s<>,;]/);
          if (/link$/.test(name) && value) expect(value).toMatch(/^https:\/\/[^\s<>"]+$/);
          if (typeof value === 'number') expect(Number.isSafeInteger(value)).toBe(true);
        }
      }),
      runs(10_000),
    );
  });
});

describe('a list of members', () => {
  const roster = [{ ...ANNA, role: 'Mentor', status: 'Active', joined: '', isErased: false }];

  it('is read cell by cell, and only what makes sense is taken', () => {
    const row = fc.array(nasty, { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), fc.boolean(), (rows, isPasted) => {
        const quoted = (cell: string) => `"${cell.replace(/"/g, '""')}"`;
        const body = isPasted ? asCells(rows) : rows.map((cells) => cells.map(quoted).join(',')).join('\n');
        const read = readCsv(isPasted ? body : `Name,Email,Role,Status,Joined\n${body}`);
        if ('unreadable' in read) return;
        const { rows: all, columns, first } = readTable(read.table);
        const { added, changed } = planImport(inFields(all, columns), first, roster);
        for (const { name, email } of added) {
          expect(isAddress(email)).toBe(true);
          expect(name).not.toMatch(/[\r\n\u202A-\u202E]|\p{Cc}/u);
        }
        for (const { id } of changed) expect(id).toBe(ANNA.id);
      }),
      runs(2_000),
    );
  });

  it('that is not a list at all is read or refused in words', () => {
    fc.assert(
      fc.property(nastyOfAnyLength, (said) => {
        const read = readCsv(said);
        if ('table' in read) planImport(inFields(read.table, readTable(read.table).columns), 1, roster);
        for (const { each } of readAttendees(said))
          for (const { name, email } of each) expect(name + email).not.toBe('');
      }),
      runs(3_000),
    );
  });
});

describe('a mail that comes in', () => {
  const options = { mark: '…', forwarded: '--', decode };
  const types = fc.constantFrom('text/plain', 'text/html', 'multipart/mixed', 'message/rfc822', 'image/png');
  const charsets = fc.constantFrom('utf-8', 'utf-16', 'windows-1252', 'iso-2022-jp', 'x-none', '"', '');
  const leaf = fc.record({ type: types, charset: charsets, said: nastyOfAnyLength, name: nasty });
  type Leaf = typeof leaf extends Arbitrary<infer T> ? T : never;
  const partOf = ({ type, charset, said, name }: Leaf): MailPart => ({
    mimeType: type,
    filename: type === 'image/png' ? name : '',
    headers: [
      { name: 'Content-Type', value: `${type}; charset=${charset}; name="${name}"` },
      { name, value: said },
    ],
    body: { data: Buffer.from(said).toString('base64url'), size: said.length },
    ...(type.startsWith('m') ? { parts: [{ mimeType: 'text/html', body: { data: said } }] } : {}),
  });

  it('is read without breaking, and what is kept of it fits a cell', () => {
    fc.assert(
      fc.property(fc.array(leaf, { maxLength: 4 }), nasty, (leaves, subject) => {
        const parts = leaves.map(partOf);
        const read = readMail({ mimeType: 'multipart/mixed', parts }, { ...options, subject });
        for (const kept of [read.text, read.cut]) {
          expect(kept.length).toBeLessThanOrEqual(50_000);
          expect(kept).not.toMatch(HALF_A_SIGN);
        }
      }),
      runs(1_500),
    );
  });

  it('has a sender with one address or none, and headers of one text each', () => {
    fc.assert(
      fc.property(nastyOfAnyLength, nasty, (header, name) => {
        for (const said of [header, `${name} <${header}>`, `"${name}" <anna@example.org>`]) {
          const { address } = readMailbox(said);
          if (address !== '') expect(isAddress(address)).toBe(true);
        }
        expect(typeof decodeHeader(header, decode)).toBe('string');
        textOfHtml(header);
      }),
      runs(4_000),
    );
  });
});

describe('words about people', () => {
  const staff = [{ name: 'Hana Horvat', email: 'hana@example.org', role: 'Handler' as const }];

  it('are compared without breaking', () => {
    fc.assert(
      fc.property(nastyOfAnyLength, nasty, (one, other) => {
        readingsOf(other);
        almostSame(other, 'Anna Ito');
        likeness(other, ANNA.name);
        speaksOfDanger(one);
        parseCode(one);
        conflictsOf(
          { texts: [one], people: [{ part: 'Person reported on' as const, name: other, email: one }] },
          staff,
        );
      }),
      runs(3_000),
    );
  });

  it.each(ENDLESS.map((said) => [`${JSON.stringify(said.slice(0, 6))} without end`, said]))(
    'and in no more than two seconds of the processor: %s',
    (_, said) => {
      const started = process.cpuUsage();
      textOfHtml(said);
      readMailbox(said);
      decodeHeader(said, decode);
      readCsv(said);
      readAttendees(said);
      readMail(
        { mimeType: 'text/plain', body: { data: Buffer.from(said).toString('base64url') } },
        { ...{ mark: '…', forwarded: '--', decode }, subject: said },
      );
      isAddress(said);
      mailboxOf(said);
      publicName(said);
      speaksOfDanger(said);
      parseCode(said);
      conflictsOf(
        { texts: [said], people: [{ part: 'Person reported on' as const, name: said, email: said }] },
        staff,
      );
      const { user } = process.cpuUsage(started);
      expect(user).toBeLessThan(2_000_000);
    },
  );
});

it('as many hostile texts were tried as promised', () => {
  expect(inputsTried()).toBeGreaterThan(IS_FULL ? 100_000 : 2_000);
});
