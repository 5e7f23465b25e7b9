// The personal reference: hers for that form until that day, and nothing else passes.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addressSign,
  makeReference,
  type Reference,
  readReference,
  wasMailedTo,
} from '../../src/domain/reference.ts';

const SECRET = 'a secret that is long enough for a test';
const HERS: Reference = {
  purpose: 'acceptance',
  memberId: 'M-0012',
  about: '2025-06-04',
  expires: '2026-03-31',
  mailedTo: addressSign('M-0012', 'anna@example.org', SECRET),
};
const link = makeReference(HERS, SECRET);
const read = (text: string, today = '2026-03-01') => readReference(text, 'acceptance', today, SECRET);

it('is short and fit for an address', () => {
  expect(link).toMatch(/^[A-Za-z0-9_.-]{40,100}$/);
});

describe('what is accepted', () => {
  it.each([
    ['as it was sent', link, '2026-03-01'],
    ['with spaces around it', `  ${link}\n`, '2026-03-01'],
    ['on its last day', link, '2026-03-31'],
  ])('%s', (_, text, today) => {
    expect(read(text, today)).toEqual({ ok: true, reference: HERS });
  });
});

describe('what is not', () => {
  const [body = '', seal = ''] = link.split('.');
  const forged = Buffer.from(['acceptance', 'M-0013', '2025-06-04', '2026-03-31'].join('\n')).toString(
    'base64url',
  );
  it.each([
    ['nothing', '', 'none'],
    ['only spaces', '   ', 'none'],
    ['some words', 'I have no reference', 'not ours'],
    ['another member under the same seal', `${forged}.${seal}`, 'not ours'],
    ['without its seal', body, 'not ours'],
    ['with an empty seal', `${body}.`, 'not ours'],
    ['with more behind it', `${link}.x`, 'not ours'],
    ['sealed with another secret', makeReference(HERS, 'another secret'), 'not ours'],
    ['made for another form', makeReference({ ...HERS, purpose: 'image-opt-out' }, SECRET), 'other purpose'],
  ])('%s: %s', (_, text, why) => {
    expect(read(text)).toEqual({ ok: false, why });
  });

  it('a day too late: it still says whose it was', () => {
    const late = makeReference({ ...HERS, expires: '2026-02-28' }, SECRET);
    expect(read(late)).toEqual({ ok: false, why: 'expired', memberId: HERS.memberId });
  });
});

describe('the address that it was mailed to', () => {
  it.each([
    ['the same', 'M-0012', 'anna@example.org', SECRET, true],
    ['the same in capitals, with a space', 'M-0012', ' Anna@Example.ORG', SECRET, true],
    ['another', 'M-0012', 'anna@new.example', SECRET, false],
    ['the same with a plus tag, which may be another mailbox', 'M-0012', 'anna+x@example.org', SECRET, false],
    ['none any more', 'M-0012', '', SECRET, false],
    ['the same address of another member', 'M-0013', 'anna@example.org', SECRET, false],
    ['under another secret', 'M-0012', 'anna@example.org', 'another secret', false],
  ])('%s', (_, memberId, address, secret, fits) => {
    expect(wasMailedTo({ ...HERS, memberId }, address, secret)).toBe(fits);
  });

  it('a link from before links had it fits no address', () => {
    const { reference } = read(makeReference({ ...HERS, mailedTo: '' }, SECRET)) as { reference: Reference };
    expect(['', 'anna@example.org'].some((address) => wasMailedTo(reference, address, SECRET))).toBe(false);
  });
});

it('carries any member id and anything it is about', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[^\n]{1,40}$/u),
      fc.stringMatching(/^[^\n]{0,20}$/u),
      (memberId, about) => {
        const reference = { ...HERS, memberId, about };
        expect(read(makeReference(reference, SECRET))).toEqual({ ok: true, reference });
      },
    ),
  );
});

it('does not survive the change of any one character', () => {
  fc.assert(
    fc.property(fc.nat(link.length - 1), fc.stringMatching(/^[A-Za-z0-9_.-]$/), (at, character) => {
      fc.pre(link[at] !== character);
      expect(read(link.slice(0, at) + character + link.slice(at + 1)).ok).toBe(false);
    }),
  );
});

it('never throws, whatever is typed', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(read(text).ok).toBe(false)));
});
