// The acceptance form: the whole code, the right pages for each role, and answers understood.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { acceptanceForm, readAnswers } from '../../src/content/acceptance-form.ts';
import { type FormItem, SUBMIT } from '../../src/content/form.ts';
import { ACCEPTANCE_FORM } from '../../src/content/texts/acceptance-form.ts';

const CODE = readFileSync(new URL('../../src/content/code-of-conduct.txt', import.meta.url), 'utf8');
const SETTINGS = {
  programme: 'International Mentoring St. Louis',
  contactAddress: 'contact@imstl.org',
  termsVersion: '',
  termsLink: '',
  privacyVersion: '',
  privacyLink: '',
};
const { items } = acceptanceForm(ACCEPTANCE_FORM, CODE, SETTINGS);

/** The questions that a member sees who answers like this, in their order. */
function walk(answers: Record<string, string>): string[] {
  const seen: string[] = [];
  let at = 0;
  let leadsTo: string | undefined;
  while (at < items.length) {
    const item = items[at] as FormItem;
    if (item.kind === 'page') leadsTo = item.next;
    else if (item.kind !== 'words') seen.push(item.key);
    if (item.kind === 'choice')
      leadsTo = item.options.find(({ label }) => label === answers[item.key])?.goTo ?? leadsTo;
    const isEnd = items[at + 1] === undefined || items[at + 1]?.kind === 'page';
    if (isEnd && leadsTo === SUBMIT) return seen;
    const target = isEnd && leadsTo !== undefined ? items.findIndex(({ key }) => key === leadsTo) : at + 1;
    if (target < 0) throw new Error(`No page ${leadsTo}`);
    at = target;
  }
  return seen;
}

it('shows every word of the code', () => {
  const words = (text: string) =>
    text
      .normalize('NFC')
      .replace(/[•:\s]+/g, ' ')
      .trim();
  const shown = items
    .filter(({ key }) => key.startsWith('code.'))
    .map(({ title, help }) => `${title} ${help ?? ''}`);
  expect(words(shown.join(' '))).toBe(words(CODE));
});

it('names each item once', () => {
  expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
});

describe('the way through the form', () => {
  const accept = 'I accept this Code of Conduct (Last Update: 6/04/25)';
  const start = ['name', 'email', 'reference', 'answer'];
  const end = ['all.respect', 'all.availability', 'all.images'];
  it.each([
    [
      'a mentor',
      { answer: accept, role: 'Mentor' },
      [...start, 'role', 'mentor.interest', 'mentor.volunteer', ...end],
    ],
    ['a mentee', { answer: accept, role: 'Mentee' }, [...start, 'role', 'mentee.receptive', ...end]],
    [
      'both',
      { answer: accept, role: 'Mentor and mentee' },
      [...start, 'role', 'both.interest', 'both.volunteer', 'both.receptive', ...end],
    ],
    ['someone who does not accept', { answer: 'I do not accept this Code of Conduct' }, [...start, 'reason']],
  ])('of %s', (_, answers, expected) => {
    expect(walk(answers)).toEqual(expected);
  });
});

describe('what a response says', () => {
  it('is understood', () => {
    const said = readAnswers({
      name: 'Anna',
      email: 'anna@example.org',
      answer: 'I accept this Code of Conduct (Last Update: 6/04/25)',
      role: 'Mentor',
      'mentor.interest': ['I agree'],
      'all.respect': ['I agree'],
      'all.images': [],
    });
    expect(said).toMatchObject({
      name: 'Anna',
      reference: '',
      role: 'Mentor',
      answer: 'Accepted',
      lastUpdate: '6/04/25',
    });
    expect(said.statements).toHaveLength(2);
  });

  it.each([
    ['a refusal', { answer: 'I do not accept this Code of Conduct' }, 'Declined'],
    ['no answer', {}, null],
    ['an answer that the form never had', { answer: 'Maybe' }, null],
    [
      'an accepting answer with more behind it',
      { answer: 'I accept this Code of Conduct (Last Update: 6/04/25) not!' },
      null,
    ],
  ])('%s', (_, raw, answer) => {
    expect(readAnswers(raw).answer).toBe(answer);
  });
});

it('cannot be made from a text without a date', () => {
  expect(() => acceptanceForm(ACCEPTANCE_FORM, 'Code\n\nBe kind.', SETTINGS)).toThrow('Last Update');
});
