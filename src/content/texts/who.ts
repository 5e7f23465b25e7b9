// The questions with which the forms of the Registers begin: who answers.

import type { FormItem } from '../form.ts';

export const WHO: FormItem[] = [
  {
    key: 'name',
    kind: 'line',
    title: 'Your name',
    help: 'As you use it in the program.',
    required: true,
  },
  {
    key: 'email',
    kind: 'line',
    title: 'Your email address',
    help: 'The address where we write to you.',
    required: true,
    email: { message: 'Please type one email address, for example maria@example.org.' },
  },
  {
    key: 'reference',
    kind: 'line',
    title: 'Your personal reference',
    help: 'Filled in for you when you use the link in our email. Please leave it as it is. If it is empty, that is fine: we will send you your link.',
    required: false,
  },
];
