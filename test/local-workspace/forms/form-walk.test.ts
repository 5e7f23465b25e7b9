// The way through a form's pages, and which answers fit, as tables.

import { describe, expect, it } from '@jest/globals';
import type { FormItem, Navigation } from '../../../scripts/local-workspace/services/forms/form-model.ts';
import { checkAnswer } from '../../../scripts/local-workspace/services/forms/form-rules.ts';
import {
  answersFrom,
  checkForm,
  fieldsFor,
  pagesOf,
  walk,
} from '../../../scripts/local-workspace/services/forms/form-walk.ts';

const item = (change: Partial<FormItem>): FormItem => ({
  id: 1,
  questionId: 1,
  type: 'TEXT',
  title: '',
  help: '',
  required: false,
  choices: [],
  other: false,
  ...change,
});
const to = (itemId: number): Navigation => ({ type: 'GO_TO_PAGE', itemId });
const submit: Navigation = { type: 'SUBMIT' };
const restart: Navigation = { type: 'RESTART' };
const onward: Navigation = { type: 'CONTINUE' };
const page = (id: number, goTo?: Navigation): FormItem =>
  item({ id, questionId: 0, type: 'PAGE_BREAK', title: `Page ${id}`, goTo });
const question = (questionId: number, choices: Record<string, Navigation>): FormItem =>
  item({
    id: 100 + questionId,
    questionId,
    type: 'MULTIPLE_CHOICE',
    choices: Object.entries(choices).map(([value, navigation]) => ({ value, navigation })),
  });

describe('the way through the pages', () => {
  // Page 0, then the pages opened by the page breaks 10, 20 and 30.
  const role = question(1, { Mentor: to(10), Mentee: to(20), Neither: submit, Again: restart, Next: onward });
  const sure = question(2, { Yes: to(30), No: submit });
  const plain = [role, page(10), item({ id: 3, questionId: 3 }), page(20), page(30)];

  it.each<[string, FormItem[], Record<number, string[]>, number[], boolean]>([
    ['without an answer it goes from page to page', plain, {}, [0, 1, 2, 3], false],
    ['an answer leads to its page', plain, { 1: ['Mentee'] }, [0, 2, 3], false],
    ['an answer can end the form', plain, { 1: ['Neither'] }, [0], false],
    ['an answer can lead back to the beginning, which is no way out', plain, { 1: ['Again'] }, [0], true],
    ['an answer that the form does not have leads nowhere', plain, { 1: ['Martian'] }, [0, 1, 2, 3], false],
    [
      'of two answers that lead somewhere the last one counts',
      [role, sure, page(10), page(20), page(30)],
      { 1: ['Mentee'], 2: ['Yes'] },
      [0, 3],
      false,
    ],
    [
      'an open question does not undo an earlier answer',
      [role, sure, page(10), page(20), page(30)],
      { 1: ['Mentee'] },
      [0, 2, 3],
      false,
    ],
    [
      'a page break says where to go at the end of the page before it',
      [role, page(10), item({}), page(20, to(30)), page(30)],
      { 1: ['Mentor'] },
      [0, 1, 3],
      false,
    ],
    [
      'but who is led to its page by an answer enters it',
      [role, page(10), item({}), page(20, to(30)), page(30)],
      { 1: ['Mentee'] },
      [0, 2, 3],
      false,
    ],
    [
      'an answer goes before the page break',
      [role, page(10, submit), page(20), page(30)],
      { 1: ['Mentee'] },
      [0, 2, 3],
      false,
    ],
    [
      'CONTINUE leads to the next page whatever the page break says',
      [role, page(10, submit), page(20), page(30)],
      { 1: ['Next'] },
      [0, 1, 2, 3],
      false,
    ],
    ['on the last page answers lead nowhere', [page(10), role], { 1: ['Again'] }, [0, 1], false],
    [
      'a page that is gone is the next page',
      [question(1, { A: to(99) }), page(10)],
      { 1: ['A'] },
      [0, 1],
      false,
    ],
    ['a form without pages has one', [item({})], {}, [0], false],
  ])('%s', (_what, items, answers, pages, loop) => {
    expect(walk(pagesOf(items), answers)).toEqual({ pages, loop });
  });

  it('drops what was typed on pages that are not on the way', () => {
    const items = [
      role,
      page(10),
      item({ questionId: 3, required: true }),
      page(20),
      item({ questionId: 4, required: true }),
    ];
    const answers = { 1: ['Mentee'], 3: ['only mentors'], 4: ['only mentees'] };
    expect(checkForm(items, answers)).toEqual({
      problems: [],
      answers: { 1: ['Mentee'], 4: ['only mentees'] },
    });
  });

  it('asks for nothing behind an open question that decides the way', () => {
    const items = [
      { ...role, title: 'Role', required: true },
      page(10),
      item({ questionId: 3, required: true }),
    ];
    expect(checkForm(items, {}).problems).toEqual([
      { field: '1', title: 'Role', message: 'This is a required question' },
    ]);
  });

  it('does not let an answer through that leads in a circle', () => {
    const [problem] = checkForm(plain, { 1: ['Again'] }).problems;
    expect(problem).toMatchObject({ field: '1', message: expect.stringContaining('leads back') });
  });
});

describe('answers that fit', () => {
  const text = (name: string, ...args: (string | number)[]): Partial<FormItem> => ({
    rule: { name, args, helpText: '' },
  });
  const boxes = (name: string, count: number): Partial<FormItem> => ({
    type: 'CHECKBOX',
    choices: [{ value: 'a' }, { value: 'b' }, { value: 'c' }],
    rule: { name, args: [count], helpText: '' },
  });
  const radio: Partial<FormItem> = { type: 'MULTIPLE_CHOICE', choices: [{ value: 'a' }] };

  it.each<[string, Partial<FormItem>, string[], string | undefined]>([
    ['required, open', { required: true }, [], 'This is a required question'],
    ['required, only spaces', { required: true }, ['   '], 'This is a required question'],
    ['not required, open', text('TextIsEmail'), [], undefined],
    ['email', text('TextIsEmail'), ['ada@example.org'], undefined],
    ['email with plus and capitals', text('TextIsEmail'), ['Ada+imstl@Example.ORG'], undefined],
    ['email with spaces around it', text('TextIsEmail'), [' ada@example.org '], undefined],
    ['email without domain', text('TextIsEmail'), ['ada@example'], 'Must be a valid email address'],
    ['two emails', text('TextIsEmail'), ['a@b.org, c@d.org'], 'Must be a valid email address'],
    ['URL', text('TextIsUrl'), ['https://example.org/a?b=c'], undefined],
    ['URL without scheme', text('TextIsUrl'), ['www.example.org'], undefined],
    ['no URL', text('TextIsUrl'), ['hello'], 'Must be a valid URL'],
    ['number', text('Number'), ['-1.5e3'], undefined],
    ['no number', text('Number'), ['1,5'], 'Must be a number'],
    ['whole number', text('WholeNumber'), ['7'], undefined],
    ['no whole number', text('WholeNumber'), ['7.5'], 'Must be a whole number'],
    ['between', text('NumberBetween', 1, 5), ['5'], undefined],
    ['not between', text('NumberBetween', 1, 5), ['6'], 'Must be a number between 1 and 5'],
    ['outside', text('NumberNotBetween', 1, 5), ['3'], 'Must be a number less than 1 or greater than 5'],
    ['greater', text('NumberGreaterThan', 1), ['1'], 'Must be a number greater than 1'],
    ['not equal', text('NumberNotEqualTo', 1), ['1'], 'Must be a number not equal to 1'],
    [
      'matches whole text only',
      text('TextMatchesPattern', '\\d{3}'),
      ['1234'],
      'Must match the pattern \\d{3}',
    ],
    ['matches', text('TextMatchesPattern', '\\d{3}'), ['123'], undefined],
    ['matches without regard to case', text('TextMatchesPattern', '(?i)abc'), ['ABC'], undefined],
    ['contains', text('TextContainsPattern', 'b'), ['abc'], undefined],
    ['must not contain', text('TextDoesNotContainPattern', 'b'), ['abc'], 'Must not contain b'],
    ['must not match', text('TextDoesNotMatchPattern', 'b'), ['abc'], undefined],
    ['at most, an emoji is one', text('TextLengthLessThanOrEqualTo', 2), ['💜💜'], undefined],
    ['too long', text('TextLengthLessThanOrEqualTo', 2), ['abc'], 'Must be at most 2 characters'],
    ['too short', text('TextLengthGreaterThanOrEqualTo', 4), ['abc'], 'Must be at least 4 characters'],
    [
      'custom text',
      { rule: { name: 'Number', args: [], helpText: 'Digits please' } },
      ['x'],
      'Digits please',
    ],
    ['at least', boxes('SelectAtLeast', 2), ['a'], 'Must select at least 2 options'],
    ['at most', boxes('SelectAtMost', 1), ['a', 'b'], 'Must select at most 1 option'],
    ['exactly', boxes('SelectExactly', 2), ['a', 'b'], undefined],
    ['no box is no answer', boxes('SelectExactly', 2), [], undefined],
    ['a choice that is not there', radio, ['b'], 'Choose one of the options'],
    ['own words where they are allowed', { ...radio, other: true }, ['b'], undefined],
    ['two answers to one question', radio, ['a', 'a2'], 'Choose one of the options'],
    ['scale', { type: 'SCALE', scale: { low: 0, high: 10, lowLabel: '', highLabel: '' } }, ['0'], undefined],
    ['off the scale', { type: 'SCALE' }, ['6'], 'Choose a number from 1 to 5'],
    ['leap day', { type: 'DATE' }, ['2028-02-29'], undefined],
    ['no leap day', { type: 'DATE' }, ['2027-02-29'], 'Invalid date'],
    ['day without year', { type: 'DATE', includesYear: false }, ['02-29'], undefined],
    ['time', { type: 'TIME' }, ['23:59'], undefined],
    ['no time', { type: 'TIME' }, ['24:00'], 'Invalid time'],
  ])('%s', (_what, change, values, message) => {
    expect(checkAnswer(item(change), values)).toBe(message);
  });
});

describe('fields and answers', () => {
  const items = [
    item({ questionId: 1 }),
    item({ questionId: 2, type: 'CHECKBOX', choices: [{ value: 'a' }], other: true }),
    item({ questionId: 3, type: 'DATE' }),
    item({ questionId: 4, type: 'TIME' }),
  ];
  const read = (entries: [string, string][]) =>
    answersFrom(items, (name) => entries.filter(([key]) => key === name).map(([, value]) => value));

  it('are two ways of saying the same', () => {
    const answers = { 1: ['=1+1\n"<b>"'], 2: ['a', 'my own'], 3: ['2026-01-05'], 4: ['09:30'] };
    expect(read(fieldsFor(items, answers))).toEqual(answers);
  });

  it('are also read from the parts that Google sends', () => {
    const parts: [string, string][] = [
      ['entry.3_year', '2026'],
      ['entry.3_month', '1'],
      ['entry.3_day', '5'],
      ['entry.4_hour', '9'],
      ['entry.4_minute', '05'],
    ];
    expect(read(parts)).toEqual({ 3: ['2026-01-05'], 4: ['09:05'] });
  });

  it('line breaks of browsers become those of Google; own words without a text are no answer', () => {
    expect(read([['entry.1', 'a\r\nb\rc']])).toEqual({ 1: ['a\nb\nc'] });
    expect(read([['entry.2', '__other_option__']])).toEqual({});
  });
});
