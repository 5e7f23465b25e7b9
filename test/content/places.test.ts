// Places in texts: each is filled in wherever it stands, and none stays empty.

import { expect, it } from '@jest/globals';
import { filled } from '../../src/content/places.ts';

it('fills every place, however deep, and leaves everything else as it is', () => {
  const form = {
    title: '{{who}} and {{who}}',
    items: [{ help: 'By {{when}}.', required: true, next: null }],
  };
  expect(filled(form, { who: 'A "B"\n', when: '{{who}}' })).toEqual({
    title: 'A "B"\n and A "B"\n',
    items: [{ help: 'By {{who}}.', required: true, next: null }],
  });
});

it('does not leave a place empty', () => {
  expect(() => filled(['{{who}}'], {})).toThrow('{{who}}');
});
