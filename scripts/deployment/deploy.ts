// Brings what was built into the script of a target: compares, asks where it matters, pushes, makes a version, checks it.

import { join } from 'node:path';
import { readProjectFolder } from '../local-workspace/project-folder.ts';
import type { ScriptFile } from '../local-workspace/script/projects.ts';
import { type ClaspOptions, push, signIn } from './clasp.ts';
import { type Comparison, compare, hasCode, scopesOf, stampOf } from './comparison.ts';
import { knownScript } from './first-time.ts';
import { type Account, addressOf, LiveScript, signedIn, type Version } from './live-script.ts';
import { agreement, type Person } from './person.ts';
import type { Target } from './targets.ts';
import * as words from './words.ts';

/** Google keeps so many versions of a script. */
const MOST_VERSIONS = 200;

export interface Wish {
  readonly target: Target;
  /** Agree to everything beforehand. */
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  /** Use this script, which exists already, and make none. */
  readonly script?: string;
}

export interface Surroundings {
  /** Where the target's settings are, and `dist/` beside them. */
  readonly folder: string;
  /** The file in which clasp keeps its sign-ins. */
  readonly signIns: string;
  readonly person: Person;
  /** Fills `dist/`. */
  build(): Promise<unknown>;
  /** The local Workspace instead of Google, and what clasp needs in its environment to find it. */
  readonly local?: { readonly url: string; readonly env: Readonly<Record<string, string>> };
}

/** @throws Error that says what to do */
export async function deploy(wish: Wish, here: Surroundings): Promise<void> {
  const { target, yes, dryRun } = wish;
  const { person, folder, local } = here;
  const settingsFile = join(folder, target.settingsFile);
  const clasp = { signIns: here.signIns, user: target.user, ...(local ? { env: local.env } : {}) };
  await here.build();
  const built = readProjectFolder(join(folder, 'dist'));
  const account = await signedInAccount(here, clasp);
  const ids = await knownScript({ wish, settingsFile, account, clasp, person });
  if (!ids) return person.say(words.DRY_RUN);
  const address = addressOf(ids.parentId, local?.url);
  person.say(words.place(target.name, address, account.email));
  const script = new LiveScript(account, ids.scriptId);
  const [live, versions] = [await script.files(), await script.versions()];
  const last = lastDeployed(versions);
  const comparison = compare(live, built);
  const isLive = comparison.files.length === 0;
  const isNew = last === undefined && (isLive || !hasCode(live));
  if (isLive && last?.stamp === stampOf(built)) return person.say(words.nothingToDo(last.number));

  const isTouched = !isLive && hasCode(live) && last?.stamp !== stampOf(live);
  if (isLive) person.say(words.VERSION_MISSING);
  else person.say(words.difference(comparison, isNew));
  if (isTouched) person.say(words.touched(last?.number, await touchedFiles(script, live, last)));
  if (dryRun) return person.say(words.DRY_RUN);
  if (versions.length > MOST_VERSIONS - 2) throw new Error(words.tooManyVersions(versions.length));
  if (!yes && !isLive && !isNew && needsAgreement(target, comparison, isTouched))
    await agreement(person, words.QUESTION, target.word);

  if (isTouched) person.say(words.kept(await script.addVersion(words.keptAs(now()))));
  if (!isLive) await push(folder, settingsFile, clasp);
  const version = await script.addVersion(describe(built));
  await check(script, version, built);
  person.say(words.done(version, scopesOf(built).length));
  if (isNew) person.say(words.nextSteps(address));
  else if (comparison.newScopes.length > 0) person.say(words.authoriseNow(address));
}

async function signedInAccount(here: Surroundings, clasp: ClaspOptions): Promise<Account> {
  const { person, signIns, local } = here;
  const known = await signedIn(signIns, clasp.user, local?.url);
  if (known) return known;
  if (!person.isThere) throw new Error(words.nobodySignedIn(clasp.user));
  person.say(words.BEFORE_SIGN_IN);
  await signIn(clasp, person.say);
  const account = await signedIn(signIns, clasp.user, local?.url);
  if (!account) throw new Error(words.nobodySignedIn(clasp.user));
  return account;
}

/** Where a mistake would reach people, and where it would undo somebody's work or stop all triggers. */
const needsAgreement = ({ name }: Target, { newScopes }: Comparison, isTouched: boolean): boolean =>
  name === 'production' || newScopes.length > 0 || isTouched;

const now = () => `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`;
const describe = (files: readonly ScriptFile[]) => `${now()}, build ${stampOf(files)}`;

/** The newest version that this command made: its description tells the stamp of its content. */
function lastDeployed(versions: readonly Version[]): { number: number; stamp: string } | undefined {
  const [newest] = versions
    .flatMap(({ number, description }) => {
      const stamp = / build ([0-9a-f]{12})$/.exec(description)?.[1];
      return stamp ? [{ number, stamp }] : [];
    })
    .sort((one, other) => other.number - one.number);
  return newest;
}

async function touchedFiles(
  script: LiveScript,
  live: readonly ScriptFile[],
  last: { number: number } | undefined,
): Promise<string[]> {
  const before = last ? await script.files(last.number) : [];
  return compare(before, live).files.map(({ file }) => file);
}

/** What was kept as the version is, byte for byte, what was built: so that runs from now on. */
async function check(script: LiveScript, version: number, built: readonly ScriptFile[]): Promise<void> {
  const { files } = compare(await script.files(version), built);
  if (files.length > 0)
    throw new Error(
      words.notAsBuilt(
        version,
        files.map(({ file }) => file),
      ),
    );
}
