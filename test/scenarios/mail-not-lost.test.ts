// A mail that staff have labelled is never dropped without a word, whoever it says has sent it.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Cases, FIRST } from '../../scripts/desk/cases.ts';
import { Mailbox, MIAS, STORY } from '../../scripts/desk/mail.ts';
import { CONTACT, TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let cases: Cases;
let mail: Mailbox;
beforeAll(() => {
  desk = new TestDesk();
  cases = new Cases(desk);
  mail = new Mailbox(desk, cases);
});
beforeEach(() => desk.reset());

const WEBSITE = `IMSTL website <${CONTACT}>`;
const numbers = () => cases.register('Cases').map(({ Case }) => Case);

describe('a report in our own name', () => {
  it.each<[string, { from?: string; headers?: Record<string, string> }, reporter: string, answers: number]>([
    ['from a form on our website', { from: WEBSITE, headers: { 'Reply-To': MIAS } }, MIAS, 0],
    ['with our header, which anybody can write', { headers: { 'X-IMSTL-Mail': 'E-000001' } }, MIAS, 0],
  ])('%s becomes a case, without an answer by itself', (_, written, reporter, answers) => {
    const id = mail.receive({ ...written, labels: ['report'] });
    mail.run();
    expect(numbers()).toEqual([FIRST]);
    expect(cases.case(FIRST)['What happened']).toContain(STORY);
    expect(cases.register('People named').map(({ Email }) => Email)).toEqual([reporter]);
    expect(mail.problemsAbout(id)).toEqual([]);
    expect(desk.subjects(MIAS)).toHaveLength(answers);
  });
});

it.each<[string, Record<string, string>]>([
  ['our address alone', { From: WEBSITE }],
  ['our address and our header', { From: WEBSITE, 'X-IMSTL-Mail': 'E-000001' }],
  ['a program that says so', { 'Auto-Submitted': 'auto-generated' }],
  ['a machine that answers', { 'X-Autoreply': 'yes' }],
  ['nobody to return it to', { 'Return-Path': '<>' }],
  ['a mail that came back', { 'X-Failed-Recipients': 'gone@example.net' }],
])('with %s it is told to staff, once', (_, headers) => {
  const id = mail.receive({ headers, labels: ['report'] });
  for (const _round of [1, 2, 3]) mail.run();
  cases.night();
  expect(numbers()).toEqual([]);
  expect(mail.problemsAbout(id)).toHaveLength(1);
  expect(desk.subjects(MIAS)).toEqual([]);
});
