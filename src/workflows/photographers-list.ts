// The dialog “Photographer's list…”: gives the page everybody who may be in a picture, and keeps its list as a draft.

import { inWords } from '../content/dates.ts';
import { heading, list, paragraph, title } from '../content/mail-words.ts';
import { REFUSALS } from '../content/problems.ts';
import { renderMail } from '../content/render-mail.ts';
import { writeMessage } from '../domain/mime.ts';
import { listOf, object, text } from '../domain/shape.ts';
import { createDraft, toBase64 } from '../google/gmail.ts';
import { cellsShown } from '../google/own-tab.ts';
import { personAtKeyboard } from '../google/session.ts';
import { readTexts } from '../google/texts.ts';
import { readConfig } from './config.ts';
import { openDesk } from './desk.ts';
import { fromDialog } from './desk-action.ts';
import { peopleOf } from './photo-list.ts';
import { Refusal } from './staff-error.ts';

const wantedCells = object({ range: text(0, 200) });
const draft = object({
  subject: text(0, 300),
  title: text(),
  lines: listOf(text()),
  groups: listOf(object({ heading: text(), items: listOf(text()) })),
});

/** What the dialog needs; who is meant by a line and what to mind, the page works out itself. */
export function readForPhotographers() {
  const desk = openDesk(readConfig());
  const { photoList } = desk.config;
  return {
    people: peopleOf(desk),
    today: inWords(desk.today),
    list: photoList ? `https://docs.google.com/spreadsheets/d/${photoList}/edit` : '',
  };
}

/** The people in the cells that are named or selected, a line for each row. */
export function takeAttendees(json: string): string {
  const cells = cellsShown(fromDialog(wantedCells, json).range.trim());
  if (!cells) throw new Refusal(REFUSALS.noSuchCells);
  const lines = cells.map((row) => row.join('\t').trim()).filter((line) => line !== '');
  if (lines.length === 0) throw new Refusal(REFUSALS.emptyCells);
  return lines.join('\n');
}

/** Puts the list among the drafts of the person at the keyboard, to nobody yet. */
export function draftList(json: string): void {
  const sent = fromDialog(draft, json);
  const { programme, contactAddress: contact } = openDesk(readConfig()).settings;
  const groups = sent.groups.flatMap((group) => [heading(group.heading), list(group.items)]);
  const blocks = [title(sent.title), ...sent.lines.map(paragraph), ...groups];
  const words = { subject: sent.subject, preview: sent.title, blocks };
  const frame = { programme, contact, reference: '', audience: 'photographer', reportUrl: '' } as const;
  const from = { name: programme, address: personAtKeyboard() };
  const message = { from, to: null, replyTo: contact, subject: sent.subject, headers: {} };
  try {
    createDraft(writeMessage({ ...message, ...renderMail(readTexts().mailLayout, words, frame) }, toBase64));
  } catch {
    throw new Refusal(REFUSALS.noDraft);
  }
}
