// The questions of the Registers' forms about who answers.

import { type FormItem, line } from '../form.ts';

export const NAME_AND_ADDRESS: FormItem[] = [
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
];

export const REFERENCE: FormItem = line(
  'reference',
  'Your personal reference',
  'Filled in for you when you use the link in our email. Please leave it as it is. If it is empty, that is fine: we will send you your link.',
);

/** On a page where her link says who she is; who came without it gets one. */
export const addressWithoutLink = (page: string): FormItem => ({
  key: `${page}.email`,
  kind: 'line',
  title: 'Where can we send you your link?',
  help: 'Only if you did not come by our link: your email address.',
  required: false,
  email: { message: 'Please type one email address, or leave this empty.' },
});
