// Which script a target has: the one that its settings name, one that exists already, or a new one with its spreadsheet.

import { type ClaspOptions, createSpreadsheet } from './clasp.ts';
import type { Wish } from './deploy.ts';
import { type Account, findSpreadsheet, LiveScript } from './live-script.ts';
import { agreement, type Person } from './person.ts';
import { type Ids, readIds, writeIds } from './targets.ts';
import * as words from './words.ts';

interface Situation {
  readonly wish: Wish;
  readonly settingsFile: string;
  readonly account: Account;
  readonly clasp: ClaspOptions;
  readonly person: Person;
}

/** @returns undefined in a dry run that would make a new one */
export async function knownScript(situation: Situation): Promise<Ids | undefined> {
  const { wish, settingsFile, account } = situation;
  const settings = readIds(settingsFile);
  if (wish.script && settings && settings.scriptId !== wish.script)
    throw new Error(words.otherScript(settingsFile, settings.scriptId));
  const scriptId = wish.script ?? settings?.scriptId;
  if (scriptId === undefined) return makeScript(situation);
  const known = settings?.parentId;
  if (known !== undefined) return { scriptId, parentId: known };
  const ids = { scriptId, parentId: await new LiveScript(account, scriptId).spreadsheetId() };
  return wish.dryRun ? ids : kept(ids, situation);
}

async function makeScript(situation: Situation): Promise<Ids | undefined> {
  const { wish, account, clasp, person } = situation;
  const { title, word, user } = wish.target;
  // One that stands there already may be the desk itself, known to somebody else's computer only.
  const there = await findSpreadsheet(account, title);
  if (there) throw new Error(words.alreadyThere(title, there));
  person.say(words.firstTime(title, account.email, user));
  if (wish.dryRun) return undefined;
  if (!wish.yes) await agreement(person, words.makeIt(account.email), word);
  return kept(await createSpreadsheet(title, clasp), situation);
}

function kept(ids: Ids, { wish, settingsFile, person }: Situation): Ids {
  writeIds(settingsFile, ids);
  person.say(words.keepSettings(wish.target.settingsFile));
  return ids;
}
