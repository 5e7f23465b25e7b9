// The pages and questions of the form “Report or ask”. Short and gentle: who reads them may have been hurt.

import {
  CONTACT_TIMES,
  CONTACT_WAYS,
  GOING_ON,
  GUIDELINES,
  type Guideline,
  SETTINGS_OF_CASES,
} from '../../domain/case-entries.ts';
import {
  BASES,
  GUIDELINE_MEANINGS,
  ON_BEHALF,
  ROUTE_NAMES,
  ROUTES,
  SAFETY_GUIDELINES,
  SETTING_MEANINGS,
  withMeaning,
} from '../case-choices.ts';
import { neutralSubject } from '../case-mails.ts';
import {
  choice,
  type FormBlueprint,
  type FormItem,
  line,
  page,
  SUBMIT,
  text,
  ticks,
  words,
} from '../form.ts';

const PASS_PHRASE_CHARACTERS = 10;

const FIRST_911 = 'If anyone is in danger now, call 911 first.';
const LOOKED_AT = 'A person looks at it within {{workingDays}}.';
const ALL_OPTIONAL = 'You can leave every question on this page empty.';
const ONE_NAME_A_LINE = 'One name on each line.';

const guidelineLabels = (names: readonly Guideline[]) => withMeaning(names, GUIDELINE_MEANINGS);

const passPhrase = (key: string, title: string, help: string, required: boolean): FormItem => ({
  key,
  kind: 'line',
  title,
  help,
  required,
  atLeast: {
    characters: PASS_PHRASE_CHARACTERS,
    message: `A pass-phrase has at least ${PASS_PHRASE_CHARACTERS} characters.`,
  },
});

const FIRST_PAGE: FormItem[] = [
  words(
    'you',
    'You decide what you tell us',
    [
      '• You do not need to give your name. That is fine.',
      '• You do not need to be sure, and you do not need proof.',
      '• We ask you to write what it is about. You can leave all other questions empty.',
      '• Your English does not need to be perfect. You can also write in your own language.',
      '• You can tell us something for yourself, for somebody else, or about something that you saw.',
    ].join('\n'),
  ),
  words(
    'us',
    'What happens with it',
    [
      '• Only the people who handle cases read it. They tell others only what is needed: to keep somebody safe, to be fair, or because the law asks for it.',
      `• ${LOOKED_AT} Nobody watches this form day and night.`,
      '• To be fair, we usually listen to the other side before we decide. If you are afraid of that, please write that too, so that we can be careful.',
      '• If it is about one of the people who handle cases, please write that too. Then somebody else works on it.',
      '• Nobody may treat you badly because you told us. If somebody does, please tell us that too.',
      '• We cannot promise a certain result. We will take what you write seriously.',
      '• You can also send an email instead: {{contact}}. A few more people may read it there.',
    ].join('\n'),
  ),
  {
    key: 'route',
    kind: 'choice',
    title: 'What would you like to do?',
    help: 'If you are not sure, choose what comes closest. No choice is wrong.',
    required: true,
    options: ROUTE_NAMES.map((route) => ({ label: ROUTES[route], goTo: `page.${route}` })),
  },
];

const VIOLATION_PAGES: FormItem[] = [
  page('violation', 'What happened', 'Only the first question needs an answer. It can be short.'),
  text(
    'happened',
    'What happened?',
    'Tell it in your own words, in the order that is easiest for you.',
    true,
  ),
  ticks('guidelines', 'What is it about?', guidelineLabels(GUIDELINES), 'Tick all that fit, or none.'),
  line('when', 'When did it happen?', 'A day, a time, or words like “last spring”. A guess is fine.'),
  line('place', 'Where did it happen?', 'A place; or the way it came, such as phone, email, or our website.'),
  choice(
    'setting',
    'What kind of place or contact was it?',
    withMeaning(SETTINGS_OF_CASES, SETTING_MEANINGS),
  ),
  choice('goingOn', 'Is it still going on?', GOING_ON),
  page('people', 'The people', ALL_OPTIONAL),
  choice('onBehalf', 'For whom are you telling us this?', ON_BEHALF),
  text(
    'reportedOn',
    'Who did it?',
    `${ONE_NAME_A_LINE} A mentor, a mentee, a former Member, or anybody else. If you do not know the name, describe the person.`,
  ),
  text('happenedTo', 'If it did not happen to you: to whom did it happen?', ONE_NAME_A_LINE),
  text('witnesses', 'Who else saw or heard it?', ONE_NAME_A_LINE),
  page('more', 'More, if you want', ALL_OPTIONAL, 'page.later'),
  text(
    'evidence',
    'Links to messages, pictures or files',
    'If you have some. If they are on your phone, keep them there, and write here that you have them.',
  ),
  text(
    'wish',
    'What would you like to happen?',
    'For example: only that we know about it; that somebody talks with her; that you do not meet her again. We cannot promise it, but it helps us.',
  ),
  ticks('basis', 'Was it because of one of these?', BASES, 'This is personal. Only if you want to.'),
  choice('police', 'Do the police know about it?', GOING_ON),
];

const SAFETY_PAGE: FormItem[] = [
  page(
    'safety',
    'A safety concern',
    `${FIRST_911} Then tell us here. You do not need to be sure: if something feels dangerous to you, that is enough. Only the first question needs an answer.`,
    'page.later',
  ),
  text('safety.happened', 'What is happening, or what has happened?', 'A few words are enough.', true),
  ticks(
    'safety.guidelines',
    'Is one of these part of it?',
    guidelineLabels(SAFETY_GUIDELINES),
    'Tick all that fit, or none.',
  ),
  line('safety.place', 'Where is it, or where was it?'),
  line('safety.when', 'When is it, or when was it?'),
  text('safety.reportedOn', 'Who makes it unsafe?', ONE_NAME_A_LINE),
  text(
    'safety.happenedTo',
    'Who is hurt, or may be hurt?',
    `${ONE_NAME_A_LINE} If it is only you, you can leave this empty.`,
  ),
  choice('safety.goingOn', 'Is the danger still there?', GOING_ON),
  choice('safety.police', 'Have the police been told?', GOING_ON),
];

const QUESTION_PAGE: FormItem[] = [
  page(
    'question',
    'Your question or concern',
    'About the Code of Conduct, or about anything in the program. No question is too small.',
    'page.contact',
  ),
  text('question', 'What would you like to ask or say?', '', true),
];

const ADDITION_PAGE: FormItem[] = [
  page(
    'addition',
    'Add to what you told us earlier',
    'Your pass-phrase shows us where it belongs. If you no longer have it, please go back and tell us anew: that is fine.',
    SUBMIT,
  ),
  passPhrase(
    'addTo',
    'Your pass-phrase',
    'The words that you chose when you wrote to us the first time.',
    true,
  ),
  text('addition', 'What would you like to add?', '', true),
];

const ENDING_PAGES: FormItem[] = [
  page(
    'later',
    'If you want to add something later',
    'You can choose a pass-phrase: words that only you know. With them you can come back to this form and add to what you told us, without your name. You can leave this empty.',
  ),
  passPhrase(
    'passPhrase',
    'A pass-phrase of your own',
    'Best are four words that do not belong together and that nobody can guess. Please do not take a password that you use elsewhere. Keep it in a safe place: we cannot send it to you if it is lost.',
    false,
  ),
  page(
    'contact',
    'May we contact you?',
    `${ALL_OPTIONAL} Without an email address or a phone number, we cannot answer you or ask you anything. We still read what you wrote.`,
    SUBMIT,
  ),
  choice('contact', 'How may we contact you?', CONTACT_WAYS),
  {
    key: 'email',
    kind: 'line',
    title: 'Your email address',
    help: 'Best is an address that nobody else reads.',
    required: false,
    email: { message: 'Please type one email address, for example maria@example.org, or leave it empty.' },
  },
  line(
    'phone',
    'Your phone number',
    'Best is a number where only you answer. You can add a wish, such as “no voice message”.',
  ),
  choice('contactTime', 'When may we contact you?', CONTACT_TIMES, 'St. Louis time.'),
  line(
    'contactSubject',
    'Words for the subject line of our emails',
    `We use a neutral subject line: “${neutralSubject('{{programme}}')}”. If you prefer other words, write them here. At most six words, without digits.`,
  ),
  line('name', 'Your name', 'Only if you want to.'),
];

/** The whole form, with places for what the settings say. */
export const REPORT_FORM: FormBlueprint = {
  fileName: 'Code of Conduct report or question',
  title: 'Report or ask',
  description: `${FIRST_911}\n\nHere you can tell {{programme}} about something that was not right or that worries you, or ask a question. You can do it on a phone. You do not need a Google account. The form does not tell us who you are.`,
  confirmation: `Thank you. We have what you wrote. ${LOOKED_AT} If you asked us to write to you, you will get a short email.\n\nIf anyone is in danger now, call 911. If it becomes urgent later, open this form again and choose “${ROUTES.safety}”.\n\nIf other people use this phone or computer, you may want to close this page now.`,
  closed: `This form is closed at the moment. Please write to {{contact}}. ${FIRST_911}`,
  items: [
    ...FIRST_PAGE,
    ...VIOLATION_PAGES,
    ...SAFETY_PAGE,
    ...QUESTION_PAGE,
    ...ADDITION_PAGE,
    ...ENDING_PAGES,
  ],
};
