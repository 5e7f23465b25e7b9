// The words of the form for disclosure agreements.

import { TERM_NAMES, WISHES } from '../agreement-form.ts';
import { type FormBlueprint, type FormItem, line, page, SUBMIT, text } from '../form.ts';
import { addressWithoutLink, NAME_AND_ADDRESS, REFERENCE } from './who.ts';

const NUMBER = [
  'Number of the agreement',
  'It is in our email, for example D-0001. If you use the link in our email, it is filled in for you.',
] as const;

const FIRST_PAGE: FormItem[] = [
  {
    key: 'wish',
    kind: 'choice',
    title: 'What would you like to do?',
    help: 'If somebody asked you for an agreement and you do not want it, you do not need to do anything.',
    required: true,
    options: [
      { label: WISHES.start, goTo: 'page.start' },
      { label: WISHES.confirm, goTo: 'page.confirm' },
      { label: WISHES.end, goTo: 'page.end' },
    ],
  },
  REFERENCE,
];

const START_PAGE: FormItem[] = [
  page(
    'start',
    'Start an agreement',
    'We write to the other member and ask her. If you came without your own link, we send you that first. The agreement holds when both of you have said yes, each with your own link. Until then, everything stays between you.',
    SUBMIT,
  ),
  ...NAME_AND_ADDRESS,
  {
    key: 'other',
    kind: 'line',
    title: 'Name of the other member',
    help: 'Your mentor or your mentee: first and last name.',
    required: true,
  },
  {
    key: 'otherEmail',
    kind: 'line',
    title: 'Her email address',
    help: 'Only if you know it. It helps us to find the right person.',
    required: false,
    email: { message: 'Please type one email address, or leave this empty.' },
  },
  text(
    'scope',
    'What may be told, and to whom?',
    'For example: “What we said about my job search may be told to my career counselor.” The other member reads these words in our email, and the staff of the program can read them. Please write only what they may read, and no details that are private.',
    true,
  ),
  {
    key: 'term',
    kind: 'choice',
    title: 'For how long?',
    help: 'Our email says the exact day. Each of you can end it earlier, at any time.',
    required: true,
    options: TERM_NAMES.map((label) => ({ label })),
  },
];

const CONFIRM_PAGE: FormItem[] = [
  page(
    'confirm',
    'Confirm an agreement',
    'What you agree to is in the email that we sent you. You do not have to agree. If you do not want it, just close this page.',
    SUBMIT,
  ),
  line('confirm.number', ...NUMBER),
  { key: 'confirm.yes', kind: 'tick', title: 'Do you agree?', help: '', label: 'Yes, I agree' },
  addressWithoutLink('confirm'),
];

const END_PAGE: FormItem[] = [
  page(
    'end',
    'End an agreement',
    'It ends at once, and you do not need a reason. We tell the other member only that it has ended.',
    SUBMIT,
  ),
  line('end.number', ...NUMBER),
  { key: 'end.yes', kind: 'tick', title: 'End it now?', help: '', label: 'Yes, end it' },
  addressWithoutLink('end'),
];

export const AGREEMENT_FORM: FormBlueprint & { samples: Record<string, string> } = {
  fileName: 'Disclosure agreement',
  title: 'An agreement on what may be told',
  description:
    'What a mentor and her mentee tell each other stays between them. If both of you agree, a part of it may be told to somebody else. Here you can start such an agreement, say yes to one, or end one. It takes two minutes. Questions? Write to {{contact}}.',
  confirmation:
    'Thank you. We send you an email about the next step. If none comes within a day, please write to {{contact}}.',
  closed: 'This form takes no answers at the moment. Please write to {{contact}}.',
  items: [...FIRST_PAGE, ...START_PAGE, ...CONFIRM_PAGE, ...END_PAGE],
  /** An answer for each question that a personal link fills in; by them the names of its parameters are found. */
  samples: {
    reference: 'sample-reference',
    wish: WISHES.end,
    'confirm.number': 'D-0001',
    'end.number': 'D-0002',
  },
};
