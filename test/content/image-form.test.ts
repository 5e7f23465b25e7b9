// The form about pictures: its pages hang together, and its answers are understood.

import { describe, expect, it } from '@jest/globals';
import { SUBMIT } from '../../src/content/form.ts';
import { CONFIRM, HOW_FAR, readImageAnswers, WANTS, WHOM } from '../../src/content/image-form.ts';
import { IMAGE_FORM } from '../../src/content/texts/image-form.ts';

const { items, samples } = IMAGE_FORM;
const said = {
  name: ' Anna Ito ',
  email: 'anna@example.org',
  reference: 'abc',
  want: WANTS.Both,
  forWhom: WHOM['Herself and family'],
  family: 'Leo\nMía',
  scope: HOW_FAR['Certain pictures'],
  pictures: 'https://example.org/1',
  words: 'Thanks',
};

it('every way leads to a page or to the end, and every page can be reached', () => {
  const pages = items.filter(({ kind }) => kind === 'page').map(({ key }) => key);
  const ways = items.flatMap((item) => {
    if (item.kind === 'choice') return item.options.map(({ goTo }) => goTo ?? '');
    return item.kind === 'page' && item.next ? [item.next] : [];
  });
  for (const way of ways) expect([...pages, SUBMIT]).toContain(way);
  expect(pages.filter((page) => !ways.includes(page))).toEqual([]);
});

it('a link can fill in what is known, each recognised by its sample', () => {
  for (const key of Object.keys(samples)) expect(items.map((item) => item.key)).toContain(key);
  expect(new Set(Object.values(samples)).size).toBe(Object.keys(samples).length);
  expect(Object.keys(samples).sort()).toEqual(['reference', 'want']);
});

describe('an answer', () => {
  it.each([
    ['all of it', {}, {}],
    [
      'for herself: names that she left on a page do not count',
      { forWhom: WHOM.Herself },
      { forWhom: 'Herself', family: '' },
    ],
    [
      'everything: links that she left do not count',
      { scope: HOW_FAR.Everything },
      { scope: 'Everything', pictures: '' },
    ],
    [
      'a confirmation: who she is on the page that she left does not count',
      { want: CONFIRM },
      { isConfirmation: true, kind: null, name: '', email: '' },
    ],
    [
      'a confirmation without a link',
      { want: CONFIRM, 'confirm.email': ' bea@example.org' },
      { isConfirmation: true, kind: null, name: '', email: 'bea@example.org' },
    ],
    ['an address on the page of a confirmation that she left', { 'confirm.email': 'bea@example.org' }, {}],
    ['a choice that somebody changed in the form', { want: 'No thanks' }, { kind: null }],
    [
      'nothing but a name',
      { want: undefined, forWhom: undefined, scope: undefined, family: undefined, pictures: undefined },
      { kind: null, forWhom: null, scope: null, family: '', pictures: '' },
    ],
  ])('%s', (_, changes, understood) => {
    expect(readImageAnswers({ ...said, ...changes })).toEqual({
      ...said,
      want: undefined,
      'confirm.email': undefined,
      name: 'Anna Ito',
      isConfirmation: false,
      kind: 'Both',
      forWhom: 'Herself and family',
      scope: 'Certain pictures',
      ...understood,
    });
  });
});
