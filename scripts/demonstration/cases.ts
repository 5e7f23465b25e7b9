// Invents what the Cases spreadsheet of the demonstration holds: who works on cases, a few mild reports, and a question.

import type { Workspace } from '../local-workspace/index.ts';
import { callApi } from '../local-workspace/rest/dispatch.ts';
import { answerForm, type Typed } from './answer.ts';

const HANDLER = 'imani.osei@example.org';
const OTHER_HANDLER = 'dorota.wilk@example.org';

/** Settings of the Cases spreadsheet. */
const CASE_STAFF: Typed = {
  Handlers: `Imani Osei <${HANDLER}>; Dorota Wilk <${OTHER_HANDLER}>`,
  'Safety contacts': `Imani Osei <${HANDLER}>; Rosalind Kerr <rosalind.kerr@example.org>`,
  'Stand-ins': 'Rosalind Kerr <rosalind.kerr@example.org>',
  'Board contact': 'Beate Lorenz <beate.lorenz@example.org>',
  'Who reads the contact address': 'Paulette Rood <paulette.rood@example.org>',
};

const WISH = 'What would you like to do?';
const PASS_PHRASE = 'lantern river copper violin';

const PRIVATE_WORDS: Typed = {
  [WISH]: 'Report a possible violation of the Code of Conduct',
  'What happened?':
    'At the spring lunch my mentor told two other women about my family. I had told it only to her, and I had asked her to keep it to herself. One of them asked me about it the next day. I like my mentor, and I do not think that she meant it badly, but I do not want to tell her such things any more.',
  'What is it about?':
    'Confidentiality: something private was told to others, also after the mentoring had ended',
  'When did it happen?': 'At the lunch, two weeks ago',
  'Where did it happen?': 'The community room',
  'What kind of place or contact was it?': 'Event: a gathering of the program',
  'Is it still going on?': 'No',
  'For whom are you telling us this?': 'For myself',
  'Who did it?': 'Gertrud Blom',
  'What would you like to happen?': 'That somebody talks with her. I would like to stay in the program.',
  'A pass-phrase of your own': PASS_PHRASE,
  'How may we contact you?': 'By email',
  'Your email address': 'pilar.quiroga@example.org',
  'When may we contact you?': 'Any time',
  'Words for the subject line of our emails': 'The lunch',
  'Your name': 'Pilar Quiroga',
};

const LATE_AGAIN: Typed = {
  [WISH]: 'Report a possible violation of the Code of Conduct',
  'What happened?':
    'My mentee did not come to three meetings and did not write. I waited in the library each time.',
  'What is it about?':
    'Availability and accountability: somebody is never there, does not answer, or asks for too much',
  'Who did it?': 'Oda Lund',
  'How may we contact you?': 'By email',
  'Your email address': 'marit.sandvik@example.org',
  'Your name': 'Marit Sandvik',
};

const LATER_WORDS: Typed = {
  [WISH]: 'Add to something I told you earlier',
  'Your pass-phrase': PASS_PHRASE,
  'What would you like to add?':
    'She wrote to me and said that she is sorry. I would still like somebody to talk with her.',
};

const QUESTION: Typed = {
  [WISH]: 'Ask a question or share a concern',
  'What would you like to ask or say?':
    'My mentee would like to give me a small present for the new year. May I take it?',
  'How may we contact you?': 'By email',
  'Your email address': 'solveig.tveit@example.org',
  'Your name': 'Solveig Tveit',
};

/** A question and a report as anybody might send them, without words that mean somebody. */
export const QUESTION_ONLY: Typed = {
  [WISH]: 'Ask a question or share a concern',
  'What would you like to ask or say?': 'May I bring a friend to the next meeting?',
  'How may we contact you?': 'By email',
};
export const REPORT_ONLY: Typed = {
  [WISH]: 'Report a possible violation of the Code of Conduct',
  'What happened?': 'Somebody did not come to our meetings and did not write.',
  'What is it about?':
    'Availability and accountability: somebody is never there, does not answer, or asks for too much',
  'How may we contact you?': 'By email',
};

const WITHOUT_NAME: Typed = {
  [WISH]: 'Report a possible violation of the Code of Conduct',
  'What happened?':
    'In the group chat somebody makes jokes about how some of us speak English. Nobody says anything. It makes me feel small.',
  'What is it about?': 'Offensive or condescending words: words that insult somebody, or make her small',
  'What kind of place or contact was it?': 'Online: messages, calls, email, social media',
  'For whom are you telling us this?': 'I saw or heard it',
  'How may we contact you?': 'Please do not contact me',
};

const DARK_STAIRS: Typed = {
  [WISH]: 'Report a safety concern',
  'What is happening, or what has happened?':
    'The lamp over the stairs behind our meeting place is broken. After the evening group we go down in the dark.',
  'Where is it, or where was it?': 'The back stairs of the meeting place',
  'When is it, or when was it?': 'Every Tuesday evening',
  'Is the danger still there?': 'Yes',
  'How may we contact you?': 'By phone',
  'Your phone number': '555-0142, no voice message please',
  'When may we contact you?': 'Evenings (17 to 21)',
};

/** Something that happens on a day of the demonstration. */
export interface Happening {
  readonly day: number;
  readonly happens: () => void;
}

/** The spreadsheet in which cases are, and the form with which they begin. */
function findCases({ sheets, forms }: Workspace) {
  const book = sheets.all().find(({ name }) => name.startsWith('IMSTL Cases'));
  const form = forms.all().find(({ title }) => title === 'Report or ask');
  if (!book || !form) throw new Error('Set up has not made what cases need');
  return { spreadsheetId: book.spreadsheetId, link: forms.viewUrl(form) };
}

/** The organisation's account names those who work on cases. */
export function nameCaseStaff(workspace: Workspace): void {
  const { spreadsheetId } = findCases(workspace);
  for (const [setting, people] of Object.entries(CASE_STAFF))
    type(workspace, spreadsheetId, workspace.owner, 'Settings', setting, { Value: people });
}

/** @param deliver lets the script take up what was sent or typed */
export function caseHappenings(workspace: Workspace, deliver: () => void): Happening[] {
  const { spreadsheetId, link } = findCases(workspace);
  const year = new Date(workspace.now()).getFullYear();
  const sent = (day: number, typed: Typed): Happening => ({
    day,
    happens: () => {
      answerForm(workspace, link, typed);
      deliver();
    },
  });
  const worked = (day: number, handler: string, number: number, cells: Typed): Happening => ({
    day,
    happens: () => {
      const name = `${year}-${String(number).padStart(3, '0')}`;
      type(workspace, spreadsheetId, handler, 'Cases', name, cells);
      deliver();
    },
  });
  const on = (day: number) => new Date(workspace.now() + day * 86_400_000).toISOString().slice(0, 10);
  return [
    sent(1.1, LATE_AGAIN),
    worked(1.9, OTHER_HANDLER, 1, { Handler: OTHER_HANDLER, Status: 'Under review' }),
    sent(3.2, PRIVATE_WORDS),
    worked(4.1, HANDLER, 2, { Handler: HANDLER, Status: 'Acknowledged' }),
    worked(8.2, OTHER_HANDLER, 1, {
      'Her side heard on': on(7),
      Finding: 'Not confirmed',
      Status: 'Finding',
    }),
    worked(9.1, OTHER_HANDLER, 1, { Status: 'Closed' }),
    worked(11.1, HANDLER, 2, { Status: 'Under review' }),
    sent(16.3, LATER_WORDS),
    sent(18.6, QUESTION),
    sent(19.4, WITHOUT_NAME),
    sent(20.8, DARK_STAIRS),
  ];
}

/** Types into the row of a tab that begins with a name, under these headings. */
function type(
  workspace: Workspace,
  spreadsheetId: string,
  who: string,
  tab: string,
  name: string,
  cells: Typed,
): void {
  const { sheetId } = workspace.sheets
    .book(spreadsheetId)
    .record.sheets.find(({ title }) => title === tab) ?? { sheetId: -1 };
  const { values = [] } = callApi(workspace.apis.sheets, 'sheets.spreadsheets.values.get', {
    path: { spreadsheetId, range: `'${tab}'` },
    caller: { email: workspace.owner },
  }) as { values?: string[][] };
  const row = values.findIndex(([first]) => first === name);
  for (const [heading, value] of Object.entries(cells)) {
    const column = values[0]?.indexOf(heading) ?? -1;
    if (row < 0 || column < 0) throw new Error(`${tab} has no ${name}, or no “${heading}”`);
    workspace.sheets.userEdit(who, spreadsheetId, sheetId, row, column, [[value]]);
  }
}
