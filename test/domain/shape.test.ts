// Shapes: what comes from outside is taken when it is as expected, and only then.

import { describe, expect, it } from '@jest/globals';
import { byName, object, optional, type Shape, text, whole, yesOrNo } from '../../src/domain/shape.ts';

const person = object({
  name: text(1, 5),
  age: optional(whole(0)),
  isHere: yesOrNo,
  marks: byName(object({ row: whole(1) })),
});
const ANNA = { name: 'Anna', age: 41, isHere: true, marks: { a: { row: 1 } } };

const taken: [string, Shape<unknown>, unknown][] = [
  ['a text', text(), ''],
  ['a text of the least length', text(3), 'abc'],
  ['a text of the greatest length', text(0, 3), 'abc'],
  ['a whole number', whole(), -7],
  ['the least number', whole(1), 1],
  ['no', yesOrNo, false],
  ['what is optional', optional(text()), 'a'],
  ['nothing where it is optional', optional(text()), undefined],
  ['nothing by name', byName(text()), {}],
  ['an object', person, ANNA],
  ['an object without what is optional', person, { ...ANNA, age: undefined }],
  ['an object with more than was asked', person, { ...ANNA, more: null }],
];

const refused: [string, Shape<unknown>, unknown][] = [
  ['a number for a text', text(), 7],
  ['nothing for a text', text(), undefined],
  ['null for a text', text(), null],
  ['a text in an object', text(), new String('abc')],
  ['a text that is too short', text(3), 'ab'],
  ['a text that is too long', text(0, 3), 'abcd'],
  ['a part of a number', whole(), 1.5],
  ['a number as text', whole(), '1'],
  ['a number too big to be exact', whole(), 2 ** 53],
  ['no number', whole(), Number.NaN],
  ['a number below the least', whole(1), 0],
  ['a word for yes', yesOrNo, 'true'],
  ['null where it is optional', optional(text()), null],
  ['another shape where it is optional', optional(text()), 1],
  ['one wrong value by name', byName(text()), { a: 'a', b: 1 }],
  ['a text for values by name', byName(text()), 'abc'],
  ['null for values by name', byName(text()), null],
  ['null for an object', person, null],
  ['a text for an object', person, 'Anna'],
  ['an object that lacks something', person, { ...ANNA, name: undefined }],
  ['an object with something wrong', person, { ...ANNA, isHere: 1 }],
  ['an object with something wrong far within', person, { ...ANNA, marks: { a: { row: 1 }, b: { row: 0 } } }],
];

describe('takes', () => {
  it.each(taken)('%s', (_, shape, value) => expect(shape(value)).toBe(true));
});

describe('refuses', () => {
  it.each(refused)('%s', (_, shape, value) => expect(shape(value)).toBe(false));
});
