// The words taken out of the code: what becomes a call, what stays, and that every module still says the same.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what the code in these texts has

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'acorn';
import * as esbuild from 'esbuild';
import { KEEP_WORDS } from '../scripts/build.ts';
import {
  codeWithoutWords,
  insteadOfFiles,
  modulesWithoutWords,
  WordList,
  type Words,
  withoutWords,
} from '../scripts/words-beside-code.ts';

const LONG = 'Some words that are long enough to be taken out.';

/** A pattern that means nothing else when it is escaped once too often or too little. */
const WORDS = String.raw`^\s*(a lot of words|in several languages|of mails that a machine wrote|\/and a list of them)\b.{0,9}$`;

const tight = (code: string) => code.replaceAll(' ', '');

/** The code without its import and without spaces, and the words. */
function taken(code: string): [string, readonly Words[]] {
  const list = new WordList();
  return [tight(withoutWords(code, list).replace(/^import\{.*?;/, '')), list.all];
}

describe('in a function', () => {
  it.each([
    ['a text', `f=()=>'${LONG}'`, 'f=()=>$words(0)', [[LONG]]],
    [
      'an escaped one',
      `f=()=>'It\\u2019s a line,\\nand another'`,
      'f=()=>$words(0)',
      [['It’s a line,\nand another']],
    ],
    [
      'a template',
      '(a,b)=>`To ${a} from the desk, ${b.c}`',
      '(a,b)=>$words(0,(a),(b.c))',
      [['To ', ' from the desk, ', '']],
    ],
    [
      'its cooked words',
      '(a)=>`A \\`tick\\` and a \\\\ here: ${a}\\n`',
      '(a)=>$words(0,(a))',
      [['A `tick` and a \\ here: ', '\n']],
    ],
    [
      'one in another',
      '(a)=>`Outside it there is ${a?`something inside ${a}`:""}`',
      '(a)=>$words(1,(a?$words(0,(a)):""))',
      [
        ['something inside ', ''],
        ['Outside it there is ', ''],
      ],
    ],
    [
      'two values with a comma',
      '(a,b)=>`Only the last one counts: ${a,b}`',
      '(a,b)=>$words(0,(a,b))',
      [['Only the last one counts: ', '']],
    ],
    ['the same words twice', `f=()=>['${LONG}',\`${LONG}\`]`, 'f=()=>[$words(0),$words(0)]', [[LONG]]],
    ['a default value', `function f(a='${LONG}'){}`, 'function f(a=$words(0)){}', [[LONG]]],
    ['a method', `o={m(){return '${LONG}'}}`, 'o={m(){return $words(0)}}', [[LONG]]],
    ['a value, and not its key', `f=()=>({'${LONG}':'${LONG}'})`, `f=()=>({'${LONG}':$words(0)})`, [[LONG]]],
    ['a computed key', `f=(o)=>o['${LONG}']`, 'f=(o)=>o[$words(0)]', [[LONG]]],
    [
      'a regular expression with many words',
      `f=()=>/${WORDS}/gi`,
      "f=()=>newRegExp($words(0),'gi')",
      [[WORDS]],
    ],
    ['a pattern of letters', 'f=()=>/\\p{L}"/gu', `f=()=>newRegExp("\\\\p{L}\\"",'gu')`, []],
  ])('%s goes', (_, code, expected, words) => {
    expect(taken(code)).toEqual([tight(expected), words]);
  });

  it.each([
    ['a short text', "f=()=>'Open Cases'"],
    ['a template with few words', '(a,b)=>`${a}: ${b}`'],
    ['a tagged template', '(a,tag)=>tag`words that only the tag can read: ${a}`'],
    ['the name of a case', "(a)=>{switch(a){case'a name that is rather long':return 1}}"],
    ['a regular expression', '(a)=>/a rather long regular expression/.test(a)'],
  ])('%s stays', (_, code) => {
    expect(withoutWords(code, new WordList())).toBe(code);
  });
});

describe('when the project is loaded', () => {
  it.each([
    ['a constant', `export const A = '${LONG}';`],
    ['a regular expression with many words', `export const A = /${WORDS}/;`],
    ['an element of a list', `export const A = ['${LONG}'];`],
    ['an import', "import { a } from './a-module-with-a-long-name.ts';"],
    ['a key', `export const A = { '${LONG}': 1 };`],
    ['a value that is built at once', `export const A = { set: new Set(['${LONG}']) };`],
  ])('%s stays', (_, code) => {
    expect(withoutWords(code, new WordList())).toBe(code);
  });

  it.each([
    ['a text', `A={key:'${LONG}'}`, 'A={get key(){return $words(0)}}'],
    ['a text under a quoted key', `A={'a key':'${LONG}'}`, "A={get 'a key'(){return $words(0)}}"],
    [
      'what a function of the module makes',
      `A={one:words('${LONG}',2)}`,
      'A={get one(){return words($words(0),2)}}',
    ],
    ['a text in an object within', `A={b:{c:'${LONG}'}}`, 'A={b:{get c(){return $words(0)}}}'],
  ])('%s becomes a getter', (_, code, expected) => {
    expect(taken(code)).toEqual([tight(expected), [[LONG]]]);
  });
});

describe('every module of words', () => {
  const folder = fileURLToPath(new URL('../src/content', import.meta.url));
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !KEEP_WORDS.includes(file));
  let modules: ReadonlyMap<string, string>;
  let words: readonly Words[];
  beforeAll(async () => {
    ({ modules, words } = await modulesWithoutWords(folder, KEEP_WORDS));
  });

  it('is taken apart', () => {
    expect([...modules.keys()].sort()).toEqual(files.map((file) => join(folder, file)).sort());
    expect(words.length).toBeGreaterThan(250);
    expect(new Set(words.map((one) => one.join('…'))).size).toBeGreaterThan(250);
  });

  it.each(files)('%s says the same without its words', async (file) => {
    const path = join(folder, file);
    const plain = said(await exportsOf(path, []));
    const apart = said(await exportsOf(path, [insteadOfFiles(modules)], words));
    expect(apart).toEqual(plain);
  });

  it('is asked here for most of its words', async () => {
    const all = await Promise.all(files.map((file) => exportsOf(join(folder, file), [])));
    const told = JSON.stringify(all.map((found) => said(found)));
    const isTold = (part: string) => told.includes(JSON.stringify(part).slice(1, -1));
    const untold = words.filter((parts) => !parts.every(isTold));
    expect(untold.length).toBeLessThan(words.length / 5);
  });

  it.each(files)('%s has lost no text and got none', (file) => {
    const path = join(folder, file);
    const { code } = esbuild.transformSync(readFileSync(path, 'utf8'), { loader: 'ts' });
    expect(textsIn(modules.get(path) ?? '', words)).toEqual(textsIn(code, []));
  });

  it('would be found out by one wrong word', async () => {
    const path = join(folder, 'problems.ts');
    const wrong = words.map((parts) => parts.map((part) => part.replace('is missing or has', 'has')));
    const plain = said(await exportsOf(path, []));
    expect(said(await exportsOf(path, [insteadOfFiles(modules)], wrong))).not.toEqual(plain);
  });
});

describe('every module of the domain', () => {
  const source = fileURLToPath(new URL('../src', import.meta.url));
  const files = readdirSync(join(source, 'domain'));
  const pathOf = (file: string) => join(source, 'domain', file);
  let modules: ReadonlyMap<string, string>;
  let words: readonly Words[];
  beforeAll(async () => {
    ({ modules, words } = await codeWithoutWords(source, KEEP_WORDS));
  });

  it.each(files)('%s has lost no text and got none', (file) => {
    const { code } = esbuild.transformSync(readFileSync(pathOf(file), 'utf8'), { loader: 'ts' });
    expect(textsIn(modules.get(pathOf(file)) ?? '', words)).toEqual(textsIn(code, []));
  });

  it('calls for long lists only, because the rest is needed in every run', () => {
    const calling = files.filter((file) => modules.get(pathOf(file))?.includes('$words('));
    expect(calling).toEqual(['case-urgency.ts', 'html-text.ts', 'mail-intake.ts', 'mail-quotes.ts']);
  });

  it('finds the same words in a report and in a mail', async () => {
    const ask = async (file: string, apart: boolean) =>
      (await exportsOf(pathOf(file), apart ? [insteadOfFiles(modules)] : [], words)) as {
        speaksOfDanger: (text: string) => boolean;
        ownWords: (text: string, subject: string) => object;
      };
    const reports = ['He had a gun.', 'They were stabbed', 'I feel UNSAFE', 'He did not come.'];
    const mails = [
      'Yes.\n\nOn Monday, 5 January 2026, Ana wrote:\n> Hello',
      'See below\n-----Original Message-----\nFrom: Bo',
      'Oui\n-- Message réexpédié --\nDébut du message réexpédié :\nDe : Bo',
      'Fine\nSent from my phone',
    ];
    for (const apart of [false, true]) {
      const { speaksOfDanger } = await ask('case-urgency.ts', apart);
      expect(reports.map(speaksOfDanger)).toEqual([true, true, true, false]);
      const { ownWords } = await ask('mail-quotes.ts', apart);
      expect(mails.map((text) => ownWords(text, ''))).toEqual([
        { text: 'Yes.', cut: expect.stringContaining('Hello') },
        { text: 'See below', cut: expect.stringContaining('From: Bo') },
        { text: mails[2], cut: '' },
        { text: 'Fine', cut: 'Sent from my phone' },
      ]);
    }
  });
});

interface Found {
  type?: string;
  callee?: { name?: string };
  arguments?: { value: number }[];
  value?: unknown;
  source?: unknown;
  regex?: { pattern: string; flags: string };
}

/** Every text, every pattern and every part of a template in the code, and those for which it calls, in the order of the alphabet. */
function textsIn(code: string, words: readonly Words[]): string[] {
  const texts: string[] = [];
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, callee, arguments: given, value, source, regex } = node as Found;
    if (source) return;
    if (type === 'Literal' && typeof value === 'string') texts.push(value);
    if (regex) texts.push(regex.pattern, regex.flags);
    if (type === 'TemplateElement') texts.push((value as { cooked: string }).cooked);
    if (callee?.name === '$words') texts.push(...(words[given?.[0]?.value ?? -1] ?? []));
    for (const one of Object.values(node)) look(one);
  };
  look(parse(code, { ecmaVersion: 2022, sourceType: 'module' }));
  return texts.sort();
}

/** A module as it comes out of esbuild, evaluated where there is nothing of Google but the file of texts. */
async function exportsOf(path: string, plugins: esbuild.Plugin[], words: readonly Words[] = []) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'found',
    define: { STAMP_OF_TEXTS: '"now"' },
    plugins,
  });
  const page = `<script>${JSON.stringify({ words, stamp: 'now' })}</script>`;
  const HtmlService = { createHtmlOutputFromFile: () => ({ getContent: () => page }) };
  const realm = vm.createContext({});
  vm.runInContext(outputFiles[0]?.text ?? '', realm);
  // Only now: nothing may be read while the project is loaded.
  Object.assign(realm, { HtmlService });
  return vm.runInContext('found', realm) as object;
}

/** All that a value says: its texts, and what its functions answer to whatever they are given. */
function said(value: unknown, depth = 0): unknown {
  if (typeof value === 'function') return answers(value as (...given: unknown[]) => unknown, depth);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => said(one, depth));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, said(one, depth)]));
}

function answers(asked: (...given: unknown[]) => unknown, depth: number): unknown {
  if (depth > 1) return 'a function';
  const given = [() => anything('x'), () => '2026-01-05', () => 1, () => 2, () => ['a', 'b'], () => null];
  return given.map((give) => {
    try {
      return said(asked(...Array.from({ length: 3 }, give)), depth + 1);
    } catch {
      return 'an error';
    }
  });
}

/** Has every property, answers every call and is a list of one; as a text it is its own name. */
function anything(name: string): unknown {
  const known = new Map<PropertyKey, unknown>([
    [Symbol.toPrimitive, () => name],
    [Symbol.iterator, () => [anything(`${name}.first`)].values()],
    ['tone', 'late'],
  ]);
  return new Proxy(() => name, {
    get: (_, key) => (known.has(key) ? known.get(key) : anything(`${name}.${String(key)}`)),
    apply: () => anything(`${name}()`),
    ownKeys: () => [],
    getOwnPropertyDescriptor: () => undefined,
  });
}
