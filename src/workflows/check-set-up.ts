// “Check set-up…”: looks at one part after another, so that the person sees the first results while the others come.

import { findingWords, GROUPS, type GroupName } from '../content/check-words.ts';
import { type AccountFacts, answersOf, readNights } from '../domain/check-account.ts';
import { type Finding, finding, type Level, levelOf } from '../domain/check-findings.ts';
import { checkTrial } from '../domain/check-trial.ts';
import { sentInADay } from '../domain/outbox.ts';
import { object, oneOf } from '../domain/shape.ts';
import { runsCodeFromText } from '../google/account.ts';
import { binFile } from '../google/drive.ts';
import { makePlainForm } from '../google/form-check.ts';
import { openForm } from '../google/form-responses.ts';
import { mailsLeft } from '../google/gmail.ts';
import { scriptLock } from '../google/lock.ts';
import { accountRunning } from '../google/session.ts';
import { RegisterDamaged } from '../registers/register.ts';
import { recall, remember } from '../registers/state.ts';
import {
  documentOf,
  lookAtCases,
  lookAtForms,
  lookAtMail,
  lookAtPermissions,
  lookAtRecord,
  lookAtSharing,
  lookAtSheet,
  lookAtWork,
  tried,
} from './check-areas.ts';
import { NIGHTS_ROW } from './check-by-night.ts';
import { readConfig } from './config.ts';
import { type Desk, openDesk } from './desk.ts';
import { act, fromDialog } from './desk-action.ts';
import { personalLink } from './personal-link.ts';
import { makeTrial } from './trial-run.ts';

/** The parts in their order, each one call of the dialog. */
const PARTS = {
  work: (): Group[] => {
    const config = readConfig();
    let desk: Desk;
    try {
      desk = openDesk(config);
    } catch (error) {
      // A tab or a heading is missing: that says more than that nothing can be read.
      if (error instanceof RegisterDamaged) return [group('sheet', lookAtSheet(config))];
      throw error;
    }
    return [
      group('work', [...lookAtWork(desk), ...lookAtPermissions()]),
      group('sheet', [...lookAtSheet(config, desk.tables.settings), ...lookAtSharing(desk)]),
      group('record', lookAtRecord(desk, documentOf(desk))),
    ];
  },
  forms: (): Group[] => {
    const desk = openDesk(readConfig());
    return [
      group('forms', lookAtForms(desk, true)),
      group('mail', lookAtMail(desk)),
      group('cases', lookAtCases(desk)),
    ];
  },
  trial: (): Group[] => [group('trial', checkTrial(makeTrial()))],
  account: (): Group[] => [group('account', act(lookAtAccount))],
} as const;
type Part = keyof typeof PARTS;

interface Item {
  level: Level;
  what: string;
  whatToDo: string;
  /** An address that helps; empty when there is none. */
  link: string;
}
interface Group {
  title: string;
  items: Item[];
}

const asked = object({ part: oneOf(...(Object.keys(PARTS) as Part[])) });

/** Looks at one part. */
export const checkPart = (json: string): Group[] => PARTS[fromDialog(asked, json).part]();

const group = (name: GroupName, found: readonly Finding[]): Group => ({
  title: GROUPS[name],
  items: found.map((one) => ({
    level: levelOf(one),
    ...findingWords(one),
    link: one.name === 'permissions missing' ? (one.about[1] ?? '') : '',
  })),
});

/** In State: whether a form that was made without a word about it was published. It is tried once. */
const BORN_ROW = 'Forms born published';
/** The file that is made for that, and put into the bin at once. */
const TRIED_FILE = 'Check set-up: can be deleted';

function lookAtAccount(desk: Desk): Finding[] {
  const { config, now, tables } = desk;
  const isOwner = accountRunning() === config.owner;
  const { bornPublished, isLeft } = isOwner
    ? formsBornPublished(desk)
    : { bornPublished: undefined, isLeft: false };
  const link = personalLink(
    desk,
    'acceptance',
    { id: 'M-0001', email: config.owner },
    { about: desk.activeVersion?.version ?? '', from: null },
  );
  const facts: AccountFacts = {
    bornPublished,
    codeFromText: runsCodeFromText(),
    mailsLeft: isOwner ? tried(mailsLeft) : undefined,
    mailsSent: sentInADay(tables.mailLog.entries, now),
    openMs: millisecondsOf(() => openForm(config.forms.acceptance.id)),
    linkLength: link.link === '' ? undefined : link.link.length,
    nights: readNights(recall(tables.state, NIGHTS_ROW)),
    // This run holds the lock already.
    lockWaits: tried(() => !scriptLock().take(200)),
  };
  return [...answersOf(facts), ...(isLeft ? [finding('tried form left', TRIED_FILE)] : [])];
}

function formsBornPublished({ tables }: Desk): { bornPublished: boolean | undefined; isLeft: boolean } {
  const known = recall(tables.state, BORN_ROW);
  if (known !== '') return { bornPublished: known === 'yes', isLeft: false };
  const made = tried(() => makePlainForm(TRIED_FILE));
  if (!made) return { bornPublished: undefined, isLeft: false };
  const isBinned = tried(() => {
    binFile(made.id);
    return true;
  });
  remember(tables.state, BORN_ROW, made.isPublished ? 'yes' : 'no');
  return { bornPublished: made.isPublished, isLeft: !isBinned };
}

function millisecondsOf(work: () => unknown): number | undefined {
  const began = Date.now();
  return tried(work) === undefined ? undefined : Date.now() - began;
}

/** Whether Google waits for a promise that a function gives back: then the page gets the word, and else something else. */
export const promisedWord = async (): Promise<string> => {
  await Promise.resolve();
  return 'word';
};
