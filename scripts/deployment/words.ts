// What the deploy command says: to the maintainer, in plain words, with what to do.

import type { Comparison, Difference } from './comparison.ts';

const list = (lines: readonly string[]) => lines.map((line) => `  ${line}`).join('\n');

export const DRY_RUN = 'This was a dry run: nothing was changed.';

export const BEFORE_SIGN_IN = `Please do two things in the browser:
  1. Switch on the Apps Script API at https://script.google.com/home/usersettings
  2. Sign in at the address below with the account that shall own the desk, and tick all boxes there.`;

export const nobodySignedIn = (user: string) =>
  `Nobody has signed in yet. Please run this once in a terminal, or: npx clasp login --user ${user}`;

export const place = (target: string, address: string, email: string) =>
  `Target “${target}”: ${address}\nSigned in as ${email}.`;

export const firstTime = (title: string, email: string, user: string) =>
  `This is the first time here. A new spreadsheet “${title}” with its script will be made. It will belong to ${email}.
If that is not the right account, stop here, run “npx clasp login --user ${user}”, and begin again.`;

export const makeIt = (email: string) => `Shall it belong to ${email}?`;

export const alreadyThere = (title: string, address: string) =>
  `There is a spreadsheet “${title}” already: ${address}
If the desk lives there, take the script id from it (Extensions → Apps Script → Project settings) and run this again with --script ID.
If it is left from an attempt that stopped, delete it and run this again. If it is something else, rename it.`;

export const otherScript = (file: string, scriptId: string) =>
  `${file} names another script already: ${scriptId}. Please leave --script out, or delete that file first.`;

export const nothingToDo = (version: number) =>
  `Nothing to do: what was built is live already, as version ${version}.`;

export const VERSION_MISSING =
  'The code is live already, but not kept as a version; an earlier run may have stopped before that.';

const STANDSTILL = `From the push on, ALL automatic work stands still: no form, no mail, no nightly check. It goes on as soon as
the account that owns the automatic work has opened the spreadsheet and agreed. Nothing is lost meanwhile: answers
wait in their forms. Please go on only if that account is at hand.`;

export function difference({ files, newScopes, droppedScopes }: Comparison, isNew: boolean): string {
  const parts = [];
  if (newScopes.length > 0 && !isNew)
    parts.push(`NEW PERMISSIONS:\n${list(newScopes)}\n${STANDSTILL}\n(README tells what each is for.)`);
  parts.push(`${isNew ? 'To be pushed' : 'What changes'}:\n${list(files.map(fileLine))}`);
  if (droppedScopes.length > 0) parts.push(`Permissions no longer asked for:\n${list(droppedScopes)}`);
  if (newScopes.length + droppedScopes.length === 0) parts.push('Permissions stay as they are.');
  return parts.join('\n');
}

function fileLine({ file, before, after }: Difference): string {
  if (before === undefined) return `new      ${file} (${after} bytes)`;
  if (after === undefined) return `removed  ${file} (${before} bytes)`;
  return `changed  ${file} (${before} → ${after} bytes)`;
}

export const touched = (version: number | undefined, files: readonly string[]) =>
  version === undefined
    ? `The live script holds code that this command did not put there:\n${list(files)}`
    : `The live script is not what version ${version} holds: somebody changed it in the editor, or an earlier run stopped half way.
${list(files)}`;

export const QUESTION = 'Replace the live code?';

export const keptAs = (when: string) => `As found on ${when}, before it was replaced`;

export const kept = (version: number) => `What was live is kept as version ${version}.`;

export const tooManyVersions = (count: number) =>
  `The script has ${count} versions, and Google keeps at most 200. Please delete old ones in the script's editor (Project history), and run this again. Nothing was changed.`;

export const notAsBuilt = (version: number, files: readonly string[]) =>
  `Version ${version} is not what was built: ${files.join(', ')}. Somebody may have changed it at the same moment. Please run this again.`;

export const done = (version: number, scopes: number) =>
  `Live as version ${version}. Checked: each file is byte for byte what was built, with its ${scopes} permissions.`;

export const authoriseNow = (address: string) =>
  `Now, with the account that owns the automatic work: open ${address},
choose “Code of Conduct → Set up or repair…”, and agree to the new permissions.`;

export const nextSteps = (
  address: string,
) => `If the desk is not set up yet, this is left to do in the browser:
  1. Open ${address}
  2. Wait until the menu “Code of Conduct” is there. Choose “Set up or repair…” in it, and agree to what Google asks.
  3. Choose “Set up or repair…” once more, fill in what it asks for, and press its button.`;

export const keepSettings = (file: string) =>
  `${file} now has the ids of spreadsheet and script. Please keep it with the project (git add ${file}): whoever deploys next needs it.`;
