// The answers of the form for disclosure agreements, understood.

import { expect, it } from '@jest/globals';
import { readAgreement, TERM_NAMES, WISHES } from '../../src/content/agreement-form.ts';
import { AGREEMENT_FORM } from '../../src/content/texts/agreement-form.ts';

const YES = ['Yes'];

it.each([
  ['start', { wish: WISHES.start, other: 'Bo', scope: 'x' }, 'start'],
  ['start without words', { wish: WISHES.start, other: 'Bo', scope: ' ' }, null],
  ['confirm', { wish: WISHES.confirm, 'confirm.yes': YES }, 'confirm'],
  ['confirm without the tick', { wish: WISHES.confirm }, null],
  ['confirm with the tick of another page', { wish: WISHES.confirm, 'end.yes': YES }, null],
  ['end', { wish: WISHES.end, 'end.yes': YES }, 'end'],
  ['end without the tick', { wish: WISHES.end, 'end.yes': [] }, null],
  ['a choice that the form no longer has', { wish: 'Dance', 'end.yes': YES }, null],
  ['nothing', {}, null],
])('%s', (_, raw, wish) => {
  expect(readAgreement(raw).wish).toBe(wish);
});

it.each([
  ['D-0001', 'D-0001'],
  [' d-12 ', 'D-0012'],
  ['D 0012.', 'D-0012'],
  ['7', 'D-0007'],
  ['D-12345', 'D-12345'],
  ['', ''],
  ['the one with Bo', ''],
  ['O-000001', ''],
  ['1 or 2', ''],
])('reads the number “%s” as “%s”', (typed, number) => {
  expect(readAgreement({ wish: WISHES.end, 'end.yes': YES, 'end.number': typed }).number).toBe(number);
});

it('reads the number of the page that she chose', () => {
  const raw = { 'confirm.number': 'D-0001', 'end.number': 'D-0002' };
  expect(readAgreement({ ...raw, wish: WISHES.end, 'end.yes': YES }).number).toBe('D-0002');
  expect(readAgreement({ ...raw, wish: WISHES.confirm, 'confirm.yes': YES }).number).toBe('D-0001');
});

it('knows who she is from the page of her choice alone', () => {
  const raw = { name: 'Anna', email: 'a@x.org', 'confirm.email': 'b@x.org', 'end.email': 'c@x.org' };
  const who = Object.values(WISHES).map((wish) => readAgreement({ ...raw, wish }));
  expect(who.map(({ name, email }) => [name, email])).toEqual([
    ['Anna', 'a@x.org'],
    ['', 'b@x.org'],
    ['', 'c@x.org'],
  ]);
});

it('takes the longest time for an answer that is missing or unknown', () => {
  const months = [...TERM_NAMES, '', '2 weeks'].map((term) => readAgreement({ term }).months);
  expect(months).toEqual([1, 3, 6, Infinity, Infinity, Infinity]);
});

it('has a sample of its own for each question that a link fills in', () => {
  const samples = Object.entries(AGREEMENT_FORM.samples);
  expect(new Set(samples.map(([, sample]) => sample)).size).toBe(samples.length);
  const keys = AGREEMENT_FORM.items.map(({ key }) => key);
  for (const [key] of samples) expect(keys).toContain(key);
  expect(samples.map(([key]) => key)).toEqual(['reference', 'wish', 'confirm.number', 'end.number']);
});
