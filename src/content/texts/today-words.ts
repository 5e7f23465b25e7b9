// What the tab Today says: what waits for a person, and what she can do. `{{about}}` is what it is about, `{{toDo}}` what
// another tab asks for, `{{count}}` how many there are.

import type { WaitingKind } from '../../domain/today.ts';

interface Words {
  what: string;
  whatToDo: string;
}

const EACH_ROW = 'Each row there says what to do. When it is done, tick “Done” in the row.';
const FOLLOW_UP = '{{toDo}} Then tick “Done” in her row.';

/** One of a kind, and more of them than have a line each. */
export const TODAY_WORDS: Readonly<Record<WaitingKind, { one: Words; many?: Words }>> = {
  cases: {
    one: {
      what: 'Open cases: {{about}}',
      whatToDo: 'For those who handle cases: open Cases and look at what is due. Nobody else can open it.',
    },
  },
  questions: {
    one: {
      what: 'Unanswered questions: {{about}}',
      whatToDo: 'For those who handle cases: answer them from Cases, in the tab “Questions”.',
    },
  },
  'paused mail': {
    one: {
      what: 'Mail is paused. Waiting mails: {{about}}',
      whatToDo: 'When mail may go out again, choose “Code of Conduct → Mail → Resume mail…”.',
    },
  },
  document: {
    one: { what: '{{about}}', whatToDo: '{{toDo}}' },
    many: { what: 'Problems with the document of the Code: {{count}}', whatToDo: EACH_ROW },
  },
  'new version': {
    one: {
      what: 'A new version of the Code waits: {{about}}',
      whatToDo:
        'Choose “Code of Conduct → The Code → Publish a new version…” to look at it, to publish it or to stop it. On this day it is published by itself.',
    },
  },
  problem: {
    one: { what: '{{about}}', whatToDo: '{{toDo}}' },
    many: { what: 'Open problems: {{count}}', whatToDo: EACH_ROW },
  },
  'failed mail': {
    one: { what: '{{about}}', whatToDo: '{{toDo}} Then tick “Done” in its row.' },
    many: { what: 'Mails that could not be sent: {{count}}', whatToDo: EACH_ROW },
  },
  takedown: {
    one: { what: 'Take down: {{about}}', whatToDo: 'When it is down, tick “Done” in its row.' },
    many: {
      what: 'Places where pictures are to be taken down: {{count}}',
      whatToDo: 'When one is done, tick “Done” in its row.',
    },
  },
  'Does not accept the Code': {
    one: { what: '{{about}} does not accept the Code', whatToDo: FOLLOW_UP },
    many: { what: 'Members who do not accept the Code: {{count}}', whatToDo: EACH_ROW },
  },
  'answer to match': {
    one: {
      what: 'Answer {{about}}: who sent it?',
      whatToDo:
        'Choose “Code of Conduct → Match a response…”. If nobody knows her, tick “Done” for it in Problems.',
    },
    many: {
      what: 'Answers, and nobody knows who sent them: {{count}}',
      whatToDo: 'Choose “Code of Conduct → Match a response…”. It shows them all.',
    },
  },
  'request to match': {
    one: {
      what: 'Request {{about}} about pictures: who sent it?',
      whatToDo: 'When you know her, write her Member ID into its row.',
    },
    many: {
      what: 'Requests about pictures, and nobody knows who sent them: {{count}}',
      whatToDo: 'In Opt-outs, write the Member ID into each row whose Status is “To match”.',
    },
  },
  'agreement to match': {
    one: {
      what: 'Agreement {{about}}: who are the two members?',
      whatToDo: 'When you know them, write their Member IDs into its row.',
    },
    many: {
      what: 'Agreements, and nobody knows the two members: {{count}}',
      whatToDo: 'In Agreements, write the Member IDs into each row whose Status is “To match”.',
    },
  },
  'Mail comes back': {
    one: { what: 'Mail to {{about}} comes back', whatToDo: FOLLOW_UP },
    many: { what: 'Members whose mail comes back: {{count}}', whatToDo: EACH_ROW },
  },
  'No usable address': {
    one: { what: '{{about}} has no address that mail can go to', whatToDo: FOLLOW_UP },
    many: { what: 'Members without an address that mail can go to: {{count}}', whatToDo: EACH_ROW },
  },
  'No answer to the reminders': {
    one: { what: '{{about}} has not answered the reminders', whatToDo: FOLLOW_UP },
    many: { what: 'Members who have not answered the reminders: {{count}}', whatToDo: EACH_ROW },
  },
};
