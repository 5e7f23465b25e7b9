// Keeps the tab Today: gathers what waits for a person, and says what it is, since when, where, and what to do.

import { inWords } from '../content/dates.ts';
import { filled } from '../content/places.ts';
import { TODAY } from '../content/today-words.ts';
import { dateOf } from '../domain/calendar.ts';
import type { LocalDate, LocalDateTime } from '../domain/entries.ts';
import { oneLine, shorten } from '../domain/text.ts';
import { type TodayLine, todayLines, type Waiting, type WaitingKind } from '../domain/today.ts';
import { readTexts } from '../google/texts.ts';
import type { Link } from '../registers/cells.ts';
import { REGISTERS, type RegisterName, type TodayRow } from '../registers/registers.ts';
import { SETTINGS } from '../registers/settings.ts';
import { readCaseCount } from './case-count.ts';
import type { Desk, Tables } from './desk.ts';
import { dueTakedowns } from './due-takedowns.ts';
import { answerToMatch, openProblems } from './open-problems.ts';

/** What is put into the words of one thing that waits, and the link to it. */
interface About {
  about: string;
  toDo: string;
  open: Link;
}
type Thing = Waiting<About>;
type EntryOf<R extends RegisterName> = Tables[R]['entries'][number];

/** A cell shows so many letters; the row to which it leads has all of them. */
const MOST_LETTERS = 100;

/** The list as it is to be now. */
export function todayRows(desk: Desk): TodayRow[] {
  const lines = todayLines(whatWaits(desk), desk.today).map((line) => {
    const { one, many } = readTexts().today[line.kind];
    const { about, toDo, open } = line.about;
    const words = line.count > 1 && many ? many : one;
    return {
      ...filled(words, { about, toDo, count: String(line.count) }),
      when: whenOf(line, desk.today),
      open,
    };
  });
  const nothing = { what: TODAY.nothing(), open: { words: '', address: '' }, when: '', whatToDo: '' };
  return lines.length > 0 ? lines : [nothing];
}

function whenOf({ since, by, isOverdue }: TodayLine<About>, today: LocalDate): string {
  if (by === null) return since === null ? '' : TODAY.since(since);
  if (isOverdue) return TODAY.wasDue(by);
  return by === today ? TODAY.now() : TODAY.by(by);
}

function whatWaits(desk: Desk): Thing[] {
  const { settings, mailLog } = desk.tables;
  const { cases, questions, answerBy } = readCaseCount(desk.config);
  const ofCases = {
    words: TODAY.cases(),
    address: `https://docs.google.com/spreadsheets/d/${desk.config.cases?.id}/edit`,
  };
  const isPaused = desk.settings.sending === 'Paused';
  const paused = isPaused ? settings.find(SETTINGS.sending.name) : undefined;
  const waiting = mailLog.entries.filter(({ state }) => state === 'Queued').length;
  const due = new Set(dueTakedowns(desk).map(({ line }) => line));
  return [
    ...(cases > 0 ? [thing(ofCases, 'cases', String(cases))] : []),
    ...(questions > 0 ? [thing(ofCases, 'questions', String(questions), { by: answerBy })] : []),
    ...(paused ? [thing(rowOf(desk, 'settings', paused.index), 'paused mail', String(waiting))] : []),
    ...inRows(desk, 'codeVersions', ({ status, version, published: by }) =>
      status === 'Waiting' ? ['new version', inWords(version), { by }] : null,
    ),
    ...inRows(desk, 'takedowns', (line) =>
      due.has(line) ? ['takedown', line.what, { by: line.due }] : null,
    ),
    ...inRows(desk, 'optOuts', ({ status, id, received: since }) =>
      status === 'To match' ? ['request to match', id, { since }] : null,
    ),
    ...inRows(desk, 'agreements', ({ status, id, started: since }) =>
      status === 'To match' ? ['agreement to match', id, { since }] : null,
    ),
    ...inRows(desk, 'followUps', ({ done, reason, name, whatToDo: toDo, since }) =>
      done || !reason ? null : [reason, name || TODAY.nobody(), { toDo, since }],
    ),
    ...problemThings(desk),
  ];
}

interface Details {
  since?: LocalDateTime | LocalDate | null;
  by?: LocalDateTime | LocalDate | null;
  toDo?: string;
}
type Found = readonly [kind: WaitingKind, about: string, details: Details];

/** The rows of a register in which `find` finds something that waits. */
function inRows<R extends RegisterName>(
  desk: Desk,
  register: R,
  find: (entry: EntryOf<R>) => Found | null,
): Thing[] {
  return desk.tables[register].rows.flatMap(({ entry, index }) => {
    const found = find(entry as EntryOf<R>);
    return found ? thing(rowOf(desk, register, index), ...found) : [];
  });
}

function thing(open: Link, kind: WaitingKind, about: string, details: Details = {}): Thing {
  const { since, by, toDo = '' } = details;
  const short = shorten(oneLine(about), MOST_LETTERS, '…');
  const told = { about: short, toDo, open };
  return { kind, since: since ? dateOf(since) : null, by: by ? dateOf(by) : null, about: told };
}

/** A link to a row, counted from 0. */
function rowOf({ config }: Desk, register: RegisterName, index: number): Link {
  const { tab } = REGISTERS[register];
  return { words: TODAY.row(tab, index + 1), address: `#gid=${config.tabs[tab] ?? 0}&range=A${index + 1}` };
}

/** Requests and agreements to match are in the list already, with the rows that they are about. */
function problemThings(desk: Desk): Thing[] {
  return openProblems(desk).flatMap(({ row: { entry, index }, kind }) => {
    const { what, whatToDo: toDo, when: since } = entry;
    if (kind === 'request to match' || kind === 'agreement to match') return [];
    const here = rowOf(desk, 'problems', index);
    if (kind !== 'answer to match') return thing(here, kind, what, { since, toDo });
    const { id, row: answer } = answerToMatch(desk, entry);
    return thing(answer ? rowOf(desk, 'acceptances', answer.index) : here, kind, id, { since });
  });
}
