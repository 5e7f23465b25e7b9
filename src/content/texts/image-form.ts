// The words of the form about pictures: what she wants, for whom, and how far.

import { type FormBlueprint, type FormItem, page, SUBMIT, text, words } from '../form.ts';
import { CONFIRM, HOW_FAR, WANTS, WHOM } from '../image-form.ts';
import { addressWithoutLink, NAME_AND_ADDRESS, REFERENCE } from './who.ts';

/** A question that leads on by its answer. */
const ways = (key: string, title: string, help: string, goTo: readonly [string, string][]): FormItem => ({
  key,
  kind: 'choice',
  title,
  help,
  required: true,
  options: goTo.map(([label, target]) => ({ label, goTo: `page.${target}` })),
});

const ITEMS: FormItem[] = [
  ways('want', 'What do you want?', '', [
    [WANTS['No future pictures'], 'who'],
    [WANTS['Withdraw pictures already made'], 'who'],
    [WANTS.Both, 'who'],
    [WANTS['Take back an opt-out'], 'who'],
    [CONFIRM, 'confirm'],
  ]),
  REFERENCE,

  page('who', 'Who are you?', '', 'page.whom'),
  ...NAME_AND_ADDRESS,

  page('whom', 'Who is in the pictures?', ''),
  ways('forWhom', 'Whom do you mean?', '', [
    [WHOM.Herself, 'scope'],
    [WHOM['Children or family'], 'family'],
    [WHOM['Herself and family'], 'family'],
  ]),

  page('family', 'Your children or your family', ''),
  text('family', 'Their names', 'One name on each line.', true),

  page('scope', 'How far?', ''),
  ways('scope', 'Which pictures do you mean?', 'Pictures and videos.', [
    [HOW_FAR.Everything, 'words'],
    [HOW_FAR['Internet and social media'], 'words'],
    [HOW_FAR['Certain pictures'], 'pictures'],
  ]),

  page('pictures', 'Which pictures?', ''),
  text(
    'pictures',
    'Links to the pictures',
    'One link on each line. If you have no link, tell us where the picture is, for example “page 3 of the flyer”.',
    true,
  ),

  page('words', 'The last page', 'Press “Submit” when you are ready.', SUBMIT),
  text('words', 'Is there anything else that we should know?', 'Only if you want to.'),
  words(
    'honest',
    'What we cannot take back',
    'We take pictures down wherever we can reach them. Printed copies that were given out, and newsletters that were sent, are out of our hands. We are sorry about that.',
  ),

  page(
    'confirm',
    'You confirm what you asked for before',
    'If you came by the link in our email, there is nothing to fill in. Press “Submit”, and it is confirmed.',
    SUBMIT,
  ),
  addressWithoutLink('confirm'),
];

export const IMAGE_FORM: FormBlueprint & { samples: Record<string, string> } = {
  fileName: 'Pictures',
  title: 'Pictures of you: {{programme}}',
  description: [
    'Our Code of Conduct lets us take and use pictures of Members. You may say no at any time, for yourself and for your family, and you need not tell us why.',
    'Your answer holds from the day on which we get it. You are welcome at every event, with or without pictures.',
    'It takes about two minutes.',
  ].join('\n\n'),
  confirmation:
    'Thank you. We have your answer, and it goes to {{contact}} as your written request. An email from us is on its way to you. If it does not come within a day, please write to {{contact}}.',
  closed: 'This form takes no answers at the moment. Please write to {{contact}}.',
  items: ITEMS,
  /** An answer for each question that a personal link fills in; by them the names of its parameters are found. */
  samples: {
    reference: 'sample-reference',
    want: CONFIRM,
  },
};
