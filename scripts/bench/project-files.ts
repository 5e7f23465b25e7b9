// The files of another Apps Script project as they are pushed: its code with placeholders replaced, and a manifest.

import { readProjectFolder, type ScriptFile } from '../local-workspace/index.ts';
import type { Manifest } from '../local-workspace/script/projects.ts';

const AUTH = 'https://www.googleapis.com/auth/';

/**
 * What Google's automatic detection finds, near enough: a scope for each service whose name stands in the code, in
 * comments too. Explicit scopes in the manifest switch it off, here as there.
 */
const DETECTED: readonly (readonly [RegExp, string])[] = [
  [/\bSpreadsheetApp\b/, `${AUTH}spreadsheets`],
  [/\bFormApp\b/, `${AUTH}forms`],
  [/\bDocumentApp\b/, `${AUTH}documents`],
  [/\bMailApp\b/, `${AUTH}script.send_mail`],
  [/\bGmailApp\b/, 'https://mail.google.com/'],
  [/\b(newTrigger|getProjectTriggers|deleteTrigger)\b/, `${AUTH}script.scriptapp`],
  [/\b(getUi|showSidebar|showModalDialog)\b/, `${AUTH}script.container.ui`],
  [/\b(getActiveUser|getEffectiveUser)\b/, `${AUTH}userinfo.email`],
];

/** The scope of each advanced service that a manifest switches on. */
const ADVANCED: Readonly<Record<string, string>> = {
  sheets: `${AUTH}spreadsheets`,
  gmail: 'https://mail.google.com/',
  docs: `${AUTH}documents`,
  drive: `${AUTH}drive`,
  forms: `${AUTH}forms.body`,
  script: `${AUTH}script.projects`,
};

/**
 * @param folder holds *.gs, *.js and *.html, and appsscript.json unless the manifest is to be derived
 * @param replace texts of the code and what stands there instead
 * @throws Error when the folder holds no script
 */
export function projectFiles(
  folder: string,
  replace: Readonly<Record<string, string>>,
  timeZone: string,
): ScriptFile[] {
  const read = readProjectFolder(folder);
  const code = read
    .filter(({ type }) => type !== 'JSON')
    .map((file) => ({ ...file, source: replaced(file.source, replace) }));
  const scripts = code.filter(({ type }) => type === 'SERVER_JS');
  if (scripts.length === 0) throw new Error(`${folder} holds no script: no file ends in .gs or .js.`);
  const own = read.find(({ name, type }) => type === 'JSON' && name === 'appsscript');
  const manifest = own ? (JSON.parse(own.source) as Partial<Manifest>) : {};
  const enabled = manifest.dependencies?.enabledAdvancedServices ?? [];
  const complete: Manifest = {
    timeZone,
    runtimeVersion: 'V8',
    oauthScopes: [
      ...DETECTED.filter(([mark]) => scripts.some(({ source }) => mark.test(source))).map(
        ([, scope]) => scope,
      ),
      ...enabled.flatMap(({ serviceId }) => ADVANCED[serviceId] ?? []),
    ],
    ...manifest,
  };
  return [...code, { name: 'appsscript', type: 'JSON', source: JSON.stringify(complete) }];
}

const replaced = (source: string, replace: Readonly<Record<string, string>>): string =>
  Object.entries(replace).reduce((text, [from, to]) => text.replaceAll(from, () => to), source);
