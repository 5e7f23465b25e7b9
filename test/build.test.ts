// The build: what it writes runs in Apps Script, and what would not run is refused.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { build, checkBundle, ENTRY_POINTS, INNER, SELDOM_ENTRY_POINTS } from '../scripts/build.ts';
import type { Texts } from '../src/content/texts/texts.ts';

/** What global-setup has built. */
const BUILT = fileURLToPath(new URL('../dist', import.meta.url));
let folder = '';
let code = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-build-'));
  await build({ outDir: folder });
  code = readFileSync(join(folder, 'Code.js'), 'utf8');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('writes one script, the pages of the dialogs, the texts, and the manifest', () => {
  expect(readdirSync(folder).sort()).toEqual([
    'Code.js',
    'appsscript.json',
    'check.html',
    'confirm.html',
    'evidence.html',
    'hand-over.html',
    'help.html',
    'invitations.html',
    'matching.html',
    'member-card.html',
    'paper-acceptance.html',
    'photographers-list.html',
    'preview.html',
    'publishing.html',
    'resending.html',
    'roster-import.html',
    'seldom.html',
    'set-up.html',
    'texts.html',
    'their-data.html',
    'verify-trail.html',
  ]);
});

it('stays small', () => {
  expect(Buffer.byteLength(code)).toBeLessThanOrEqual(250 * 1024);
});

it('is strict, so that a mistake throws', () => {
  expect(code).toMatch(/^["']use strict["'];/);
});

it('comes out the same each time: as before all tests', () => {
  const differs = (file: string) =>
    readFileSync(join(BUILT, file), 'utf8') !== readFileSync(join(folder, file), 'utf8');
  expect(readdirSync(folder).filter(differs)).toEqual([]);
});

it('touches nothing while it is evaluated: any service of Google would throw', () => {
  const touched: string[] = [];
  const services = [
    'SpreadsheetApp',
    'FormApp',
    'PropertiesService',
    'LockService',
    'Session',
    'Sheets',
    'Gmail',
    'HtmlService',
    'console',
  ];
  const trap = (name: string) => new Proxy({}, { get: (_, key) => touched.push(`${name}.${String(key)}`) });
  vm.runInNewContext(code, Object.fromEntries(services.map((name) => [name, trap(name)])));
  expect(touched).toEqual([]);
});

const texts = () => {
  const page = readFileSync(join(folder, 'texts.html'), 'utf8');
  return JSON.parse(page.replace(/<\/?script[^>]*>/g, '')) as Texts;
};

/** Every line of every text in a value. */
function linesOf(value: unknown): string[] {
  if (typeof value === 'string') return value.split('\n');
  return value && typeof value === 'object' ? Object.values(value).flatMap(linesOf) : [];
}

it('carries the Code of Conduct unchanged', () => {
  const text = readFileSync(new URL('../src/content/code-of-conduct.txt', import.meta.url), 'utf8');
  expect(texts().codeOfConduct).toBe(text);
});

it('keeps words beside the code, and only there', () => {
  const sentences = linesOf(texts()).filter((line) => line.length > 50);
  expect(sentences.length).toBeGreaterThan(400);
  expect(sentences.filter((line) => code.includes(line))).toEqual([]);
});

it('keeps what seldom runs out of what every run evaluates', () => {
  const template = readFileSync(join(folder, 'seldom.html'), 'utf8');
  expect(template).toMatch(/^<\? takeSeldomPart_\(/);
  expect(template.match(/<\?|\?>|<!--/g)).toEqual(['<?', '?>']);
  expect(template).not.toMatch(/`[^`\n]*\/\/[^`\n]*`/);
  expect(Buffer.byteLength(template)).toBeGreaterThan(40_000);
});

it('writes texts that are harmless as HTML', () => {
  const page = readFileSync(join(folder, 'texts.html'), 'utf8');
  const [, json = ''] = /^<script type="application\/json">(.*)<\/script>\n$/.exec(page) ?? [];
  expect(json.length).toBeGreaterThan(40_000);
  expect(json).not.toMatch(/[<>&/]/);
});

it('leaves no place for words unfilled in a page, and no line comment in a template text', () => {
  const isPage = (file: string) => file.endsWith('.html') && !['seldom.html', 'texts.html'].includes(file);
  for (const name of readdirSync(folder).filter(isPage)) {
    const page = readFileSync(join(folder, name), 'utf8');
    expect(page).not.toMatch(/\{\{|\/\* shared|member-search\.html/);
    expect(page).not.toMatch(/`[^`\n]*\/\/[^`\n]*`/);
  }
});

describe('what it refuses', () => {
  const methods = (names: readonly string[]) => names.map((name) => `${name}(){}`).join(',');
  const way = 'seldomPart(){return part},takeSeldomPart(stamp,make){part=make()}';
  const exportsAll = `var part,Desk={${methods(ENTRY_POINTS)},${way}};`;
  const all = [...ENTRY_POINTS, ...SELDOM_ENTRY_POINTS];
  const stubs = [
    ...all.map((name) => `function ${name}(){}`),
    'function takeSeldomPart_(a,b){Desk.takeSeldomPart(a,b)}',
  ];
  const sound = [exportsAll, ...stubs].join('\n');
  const inner = INNER.seldom.map((name) => `${name}(){}`).join();
  const seldom = `<? takeSeldomPart_('',function(){return {${inner},${methods(SELDOM_ENTRY_POINTS)}}}) ?>\n`;

  it('nothing in a sound bundle', () => {
    expect(() => checkBundle(sound, seldom)).not.toThrow();
  });

  it.each([
    [
      'an entry point that is missing',
      sound.replace('function onOpen(){}', ''),
      'Not a top-level function of the bundle: onOpen',
    ],
    [
      'one that is a constant',
      sound.replace('function onOpen(){}', 'const onOpen=()=>{}'),
      'Not a top-level function',
    ],
    [
      'one inside another function',
      sound.replace('function onOpen(){}', '(function(){function onOpen(){}})()'),
      'Not a top-level',
    ],
    ['one that the source does not have', sound.replace('onOpen(){},', ''), 'src/main.ts differ: onOpen'],
    [
      'one that the list does not have',
      sound.replace('Desk={', 'Desk={more(){},'),
      'src/main.ts differ: more',
    ],
    ['a global of the browser', `${sound}\nnew TextEncoder()`, 'does not evaluate'],
    ['a service of Google at the top', `${sound}\nSpreadsheetApp.getUi()`, 'does not evaluate'],
    ['logical assignment', `${sound}\nvar a=0; a||=1`, 'newer than ES2020'],
    ['a private field', `${sound}\nclass A { #a = 1 }`, 'newer than ES2020'],
    ['an export', `${sound}\nexport const a = 1`, 'newer than ES2020'],
    ['more than 250 KB', `${sound}\nvar a='${'x'.repeat(256_000)}'`, 'at most 256000'],
  ])('%s', (_, bundle, message) => {
    expect(() => checkBundle(bundle, seldom)).toThrow(message);
  });

  it.each([
    [
      'a function that the list does not have',
      seldom.replace('everyNight(){}', 'everyNight(){},more(){}'),
      'more',
    ],
    ['one that the list has alone', seldom.replace('everyNight(){},', ''), 'everyNight'],
    ['syntax that is too new', seldom.replace('return', 'var a=0; a||=1; return'), 'newer than ES2020'],
  ])('in the seldom part, %s', (_, template, message) => {
    expect(() => checkBundle(sound, template)).toThrow(message);
  });

  it('a seldom part of another build', () => {
    const realm = vm.createContext({
      HtmlService: { createTemplateFromFile: () => ({ evaluate() {} }) },
    });
    vm.runInContext(code, realm);
    vm.runInContext("takeSeldomPart_('another', () => ({}))", realm);
    expect(() => vm.runInContext('everyNight()', realm)).toThrow('not of one build');
  });
});
