// Builds dist/: one Code.js, the pages of the dialogs, the texts, the manifest; and refuses what Apps Script would not run.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { type Program, parse } from 'acorn';
import * as esbuild from 'esbuild';
import mjml2html from 'mjml';
import Mustache from 'mustache';
import { CUSTOM_FUNCTIONS } from '../src/content/custom-functions.ts';
import { DIALOG_WORDS, SHARED_WORDS } from '../src/content/dialog-words.ts';
import { DIALOGS, type DialogName } from '../src/content/dialogs.ts';
import type { MailLayout } from '../src/content/render-mail.ts';
import { textsWith } from '../src/content/texts/texts.ts';
import { helpAsHtml } from './handbook.ts';
import { seldomPartOf, TAKE_SELDOM_PART } from './seldom-part.ts';
import { codeWithoutWords, insteadOfFiles, PLAIN_FIELDS, type Words } from './words-beside-code.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const GLOBAL_NAME = 'Desk';
const MOST_BYTES = 250 * 1024;
/** Words that have a file of their own; the code imports only their types. */
const TEXTS_FOLDER = 'src/content/texts/';
/**
 * These keep their words. The build puts them in elsewhere: into the dialogs, and into comments of formulas; or they are
 * data that only the seldom part holds.
 */
export const KEEP_WORDS = [
  'dialog-words.ts',
  'help.ts',
  'import-words.ts',
  'member-card-words.ts',
  'custom-functions.ts',
  'dashboard.ts',
  'case-dashboard.ts',
];

/** The functions of which Google calls some many times a day: triggers and formulas. Each becomes a top-level declaration; nothing else can be found by Google. */
export const ENTRY_POINTS = [
  'onOpen',
  'acceptanceSubmitted',
  'optOutSubmitted',
  'agreementSubmitted',
  'reportSubmitted',
  'staffEdited',
  'caseEdited',
  'everyTenMinutes',
  'IMAGE_PERMISSION',
  'CODE_STANDING',
] as const;

/** The functions that run once a day, or when somebody asks for it in the menu, a dialog or a sidebar; declared likewise. */
export const SELDOM_ENTRY_POINTS = [
  'everyNight',
  'casesEveryNight',
  'everyMorning',
  'casesEveryMorning',
  'openInvitations',
  'openRosterImport',
  'openPaperAcceptance',
  'openMatching',
  'openResending',
  'openMemberCard',
  'openPublishing',
  'openPreview',
  'openPhotographersList',
  'openHandOver',
  'openHelp',
  'setUpOrRepair',
  'openCheck',
  'checkPart',
  'promisedWord',
  'checkForResponses',
  'sendWaitingMail',
  'pauseMail',
  'resumeMail',
  'lookAtCodeNow',
  'readSetUp',
  'runSetUp',
  'readPlan',
  'carryOut',
  'readHandOver',
  'nameNextOwner',
  'takeBackNextOwner',
  'takeOver',
  'readPaper',
  'recordPaperAcceptance',
  'readUnmatched',
  'matchResponse',
  'readInvitations',
  'readInvitationsLeft',
  'sendInvitations',
  'readRoster',
  'takeRosterCells',
  'importRoster',
  'readResending',
  'resendLink',
  'readMemberCard',
  'setMemberStatus',
  'correctAddress',
  'openPaperAcceptanceFor',
  'readPublishing',
  'publishVersion',
  'stopVersion',
  'keepVersion',
  'readPreview',
  'readPhotographersList',
  'takeAttendees',
  'draftPhotographersList',
  'openEvidence',
  'openVerifyTrail',
  'openTheirData',
  'readEvidence',
  'evidenceForMember',
  'evidenceForAll',
  'makeEvidenceSheet',
  'verifyTrail',
  'verifyCasesTrail',
  'readTheirData',
  'exportTheirData',
  'readErasure',
  'eraseMember',
] as const;

/** What the code has beside them: the way to the seldom part, and what it calls there itself. */
export const INNER = {
  main: ['seldomPart', 'takeSeldomPart'],
  seldom: [
    'addReportMail',
    'addRequestMail',
    'agreementMail',
    'answersInTrail',
    'composeCaseMail',
    'differenceOf',
    'imageMail',
    'leave',
    'putIntoForm',
    'recordAgreement',
    'recordOptOutResponse',
    'recordReport',
    'recordReportMail',
    'recordRequestMail',
    'takeUpMessages',
    'takeUpTyped',
  ],
};

export interface BuildOptions {
  /** The folder to write to; it is emptied first. */
  outDir?: string;
  minify?: boolean;
  /** Sources to build instead of what stands in the files, by their paths below `src`; none of content or domain. */
  instead?: ReadonlyMap<string, string>;
  /** For several builds: what is the same in all of them. */
  surroundings?: Surroundings;
}

export interface BuildResult {
  outDir: string;
  /** Bytes of each file, by its name. */
  sizes: Record<string, number>;
}

export type Surroundings = Awaited<ReturnType<typeof buildSurroundings>>;

/** What no change of the code itself touches: its words, the texts and the pages. */
export async function buildSurroundings() {
  const { modules, words } = await codeWithoutWords(join(ROOT, 'src'), KEEP_WORDS);
  return { modules, texts: await gatherTexts(words), pages: await buildPages() };
}

/** Builds everything. Throws an Error that says what is wrong when the bundle would not run in Apps Script. */
export async function build({
  outDir = join(ROOT, 'dist'),
  minify = true,
  instead = new Map(),
  surroundings,
}: BuildOptions = {}): Promise<BuildResult> {
  const { modules, texts, pages } = surroundings ?? (await buildSurroundings());
  const { code, seldom } = await bundle(modules, texts.stamp, minify, instead);
  const files: Record<string, string> = {
    'Code.js': code,
    'seldom.html': seldom,
    ...pages,
    'texts.html': `<script type="application/json">${harmless(texts)}</script>\n`,
    'appsscript.json': await readFile(join(ROOT, 'appsscript.json'), 'utf8'),
  };
  checkBundle(code, seldom, minify ? MOST_BYTES : Number.POSITIVE_INFINITY);
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(outDir, name), content);
  const sizes = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, Buffer.byteLength(text)]),
  );
  return { outDir, sizes };
}

/** The code that every run evaluates, and the template of the seldom part. */
async function bundle(
  modules: ReadonlyMap<string, string>,
  textsStamp: string,
  minify: boolean,
  instead: ReadonlyMap<string, string>,
) {
  const source = (path: string) => join(ROOT, 'src', path);
  const changed = insteadOfFiles(new Map([...instead].map(([path, text]) => [source(path), text])), 'ts');
  const options = {
    minify,
    target: 'es2020',
    format: 'iife',
    globalName: GLOBAL_NAME,
    charset: 'utf8',
    legalComments: 'none',
    // The library as well.
    loader: { '.js': 'ts' },
    tsconfigRaw: { compilerOptions: { ...PLAIN_FIELDS, alwaysStrict: true } },
    define: { STAMP_OF_TEXTS: JSON.stringify(textsStamp), STAMP_OF_SELDOM: '""' },
    logLevel: 'silent',
  } satisfies esbuild.BuildOptions;
  const shared = source('google/shared-with-seldom.ts');
  const seldom = await seldomPartOf({
    main: source('main.ts'),
    seldom: source('seldom.ts'),
    shared,
    options: { ...options, plugins: [changed, insteadOfFiles(modules)] },
  });
  const result = await esbuild.build({
    ...options,
    stdin: {
      contents:
        "export * from './main.ts'; export { seldomPart, takeSeldomPart } from './google/seldom-part.ts';",
      resolveDir: source('.'),
    },
    bundle: true,
    write: false,
    define: { ...options.define, STAMP_OF_SELDOM: JSON.stringify(seldom.stamp) },
    plugins: [changed, insteadOfFiles(new Map([...modules, [shared, seldom.shared]]))],
    footer: { js: stubs().join('\n') },
    metafile: true,
  });
  const [output] = Object.values(result.metafile.outputs);
  const texts = Object.keys(output?.inputs ?? {}).filter((path) => path.includes(TEXTS_FOLDER));
  if (texts.length > 0)
    throw new Error(`These words belong beside the code, not into it: ${texts.join(', ')}`);
  return { code: (result.outputFiles[0]?.text ?? '') + customFunctions(), seldom: seldom.template };
}

function stubs(): string[] {
  const main = ENTRY_POINTS.filter((name) => !(name in CUSTOM_FUNCTIONS)).map(stub);
  const people = SELDOM_ENTRY_POINTS.map(
    (name) => `function ${name}(a){return ${GLOBAL_NAME}.seldomPart().${name}(a)}`,
  );
  return [...main, ...people, `function ${TAKE_SELDOM_PART}(a,b){${GLOBAL_NAME}.takeSeldomPart(a,b)}`];
}

const stub = (name: string) => `function ${name}(a){return ${GLOBAL_NAME}.${name}(a)}`;

/** Google Sheets offers a function with what its comment says of it, so it keeps its comment. */
function customFunctions(): string {
  const made = Object.entries(CUSTOM_FUNCTIONS).map(([name, { about, people, answers }]) => {
    const comment = `/**\n * ${about}\n * @param {A2:A} people ${people}\n * @return ${answers}\n * @customfunction\n */`;
    return `${comment}\n${stub(name).replaceAll('(a)', '(people)')}`;
  });
  return `\n${made.join('\n')}\n`;
}

/** A mail layout, taken apart at its places for words. Throws on any mistake in the layout. */
export const compileLayout = async (mjml: string) => partsOf(Mustache.parse(await layoutHtml(mjml)));

/** The HTML of a mail layout, with its places for words. Throws on any mistake in the layout. */
export async function layoutHtml(mjml: string): Promise<string> {
  const { html, errors } = await mjml2html(mjml, { validationLevel: 'strict' });
  if (errors.length > 0) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join('\n'));
  return html
    .replace('aria-roledescription="email" role="article"', 'role="main"')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/>\n</g, '><');
}

/** What the code, which fills it in, has to know of a layout. */
function partsOf(tokens: unknown[]): MailLayout {
  return (tokens as [kind: string, value: string, start: number, end: number, inner?: unknown[]][]).map(
    ([kind, value, , , inner = []]) => {
      if (kind === 'text') return value;
      if (kind === 'name') return [value];
      if (kind === '#') return [value, partsOf(inner)];
      if (kind === '^') return [`^${value}`, partsOf(inner)];
      throw new Error(`A mail layout cannot have “{{${kind}${value}}}”.`);
    },
  );
}

/** Pages whole in themselves: the shared style, script and parts put in, the words filled in. */
async function buildPages(): Promise<Record<string, string>> {
  const read = (name: string) => readFile(join(ROOT, 'src/pages', name), 'utf8');
  const [style, script, search] = await Promise.all(
    ['shared.css', 'shared.js', 'member-search.html'].map(read),
  );
  const pages: Record<string, string> = {};
  for (const name of Object.keys(DIALOGS) as DialogName[]) {
    const words = { ...SHARED_WORDS, ...DIALOG_WORDS[name], title: DIALOGS[name].title };
    const json = harmless(words);
    const template = (await read(`${name}.html`)).replace('<!-- member-search.html -->', () => search ?? '');
    const filled = Mustache.render(template, words).replace('<!-- how-tos -->', () => helpAsHtml());
    pages[`${name}.html`] = filled
      .replace('/* shared.css */', () => style ?? '')
      .replace('/* shared.js */', () => `window.WORDS = ${json};\n${script}`);
    const module = join(ROOT, `src/pages/${name}.ts`);
    if (existsSync(module)) {
      const code = await pageModule(module);
      pages[`${name}.html`] = pages[`${name}.html`]?.replace(`/* ${name}.ts */`, () => code) ?? '';
    }
  }
  return pages;
}

/**
 * The rules that a page follows itself, as a script for it. Apps Script would take `//` in a template literal for a
 * comment, so none is left; and esbuild writes no end of a script into a script.
 */
async function pageModule(entry: string): Promise<string> {
  const { outputFiles } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    target: 'es2020',
    format: 'iife',
    supported: { 'template-literal': false },
    legalComments: 'none',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** The words that the code reads when it needs them, with a stamp by which it knows that they are its own. */
async function gatherTexts(words: readonly Words[]) {
  const read = (name: string) => readFile(join(ROOT, 'src/content', name), 'utf8');
  const mailLayout = await compileLayout(await read('mail-layout.mjml'));
  const texts = { ...textsWith(await read('code-of-conduct.txt')), mailLayout, words };
  return { ...texts, stamp: createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 12) };
}

/** JSON in which nothing ends a script, begins a comment, or counts as HTML. */
function harmless(value: unknown): string {
  const escaped = (character: string) => `\\u00${character.charCodeAt(0).toString(16)}`;
  return JSON.stringify(value).replace(/[<>&/]/g, escaped);
}

/** Everything that Apps Script would stumble over, found here and not there. Throws an Error naming it. */
export function checkBundle(code: string, template: string, mostBytes = MOST_BYTES): void {
  const program = parsed(code);
  const declared = new Set(
    program.body.flatMap((node) => (node.type === 'FunctionDeclaration' && node.id ? [node.id.name] : [])),
  );
  const wanted = [...ENTRY_POINTS, ...SELDOM_ENTRY_POINTS, TAKE_SELDOM_PART];
  const missing = wanted.filter((name) => !declared.has(name));
  if (missing.length > 0) throw new Error(`Not a top-level function of the bundle: ${missing.join(', ')}`);
  const realm = vm.createContext({});
  try {
    vm.runInContext(code, realm, { timeout: 5000 });
  } catch (error) {
    const hint = /HtmlService/.test(String(error)) ? ' Are words read while the project is loaded?' : '';
    throw new Error(`The bundle does not evaluate in a realm that has only ECMAScript: ${error}.${hint}`);
  }
  const exported = vm.runInContext(`Object.keys(${GLOBAL_NAME})`, realm) as string[];
  compare([...ENTRY_POINTS, ...INNER.main], exported, 'src/main.ts');
  const [, scriptlet = ''] = /^<\?([\s\S]*)\?>\n$/.exec(template) ?? [];
  parsed(scriptlet);
  vm.runInContext(scriptlet, realm, { timeout: 5000 });
  const offered = vm.runInContext(`Object.keys(${GLOBAL_NAME}.seldomPart())`, realm) as string[];
  compare([...SELDOM_ENTRY_POINTS, ...INNER.seldom], offered, 'src/seldom.ts');
  const bytes = Buffer.byteLength(code);
  if (bytes > mostBytes) throw new Error(`The bundle has ${bytes} bytes; at most ${mostBytes}.`);
}

/** Throws when a list of entry points is not what its module exports. */
function compare(listed: readonly string[], exported: readonly string[], module: string): void {
  const unlisted = exported.filter((name) => !listed.includes(name));
  const absent = listed.filter((name) => !exported.includes(name));
  if (unlisted.length + absent.length > 0)
    throw new Error(`The list of entry points and ${module} differ: ${[...unlisted, ...absent].join(', ')}`);
}

function parsed(code: string): Program {
  try {
    return parse(code, { ecmaVersion: 2020, sourceType: 'script' });
  } catch (error) {
    throw new Error(`The bundle uses syntax newer than ES2020: ${String(error)}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { outDir, sizes } = await build();
    for (const [name, bytes] of Object.entries(sizes))
      console.log(`${String(bytes).padStart(8)} bytes  ${name}`);
    console.log(`Built ${outDir}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
