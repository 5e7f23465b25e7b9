// The build: what it writes runs in Apps Script, and what would not run is refused.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import vm from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { build, checkBundle, ENTRY_POINTS } from '../scripts/build.ts';

let folder = '';
let code = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-build-'));
  await build({ outDir: folder });
  code = readFileSync(join(folder, 'Code.js'), 'utf8');
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('writes one script, the pages of the dialogs, and the manifest', () => {
  expect(readdirSync(folder).sort()).toEqual([
    'Code.js',
    'appsscript.json',
    'invitations.html',
    'matching.html',
    'paper-acceptance.html',
    'preview.html',
    'publishing.html',
    'resending.html',
    'set-up.html',
  ]);
});

it('stays small', () => {
  expect(Buffer.byteLength(code)).toBeLessThan(300 * 1024);
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
    'console',
  ];
  const trap = (name: string) => new Proxy({}, { get: (_, key) => touched.push(`${name}.${String(key)}`) });
  vm.runInNewContext(code, Object.fromEntries(services.map((name) => [name, trap(name)])));
  expect(touched).toEqual([]);
});

it('carries the Code of Conduct unchanged', () => {
  const text = readFileSync(new URL('../src/content/code-of-conduct.txt', import.meta.url), 'utf8');
  expect(code).toContain(text.slice(20, 200));
});

it('leaves no place for words unfilled in a page, and no line comment in a template text', () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.html'))) {
    const page = readFileSync(join(folder, name), 'utf8');
    expect(page).not.toMatch(/\{\{|\/\* shared|member-search\.html/);
    expect(page).not.toMatch(/`[^`\n]*\/\/[^`\n]*`/);
  }
});

describe('what it refuses', () => {
  const exportsAll = `var CodeOfConductDesk={${ENTRY_POINTS.map((name) => `${name}(){}`).join(',')}};`;
  const stubs = ENTRY_POINTS.map((name) => `function ${name}(){}`);
  const sound = [exportsAll, ...stubs].join('\n');

  it('nothing in a sound bundle', () => {
    expect(() => checkBundle(sound)).not.toThrow();
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
    ['one that the list does not have', sound.replace('={', '={more(){},'), 'src/main.ts differ: more'],
    ['a global of the browser', `${sound}\nnew TextEncoder()`, 'does not evaluate'],
    ['a service of Google at the top', `${sound}\nSpreadsheetApp.getUi()`, 'does not evaluate'],
    ['optional chaining', `${sound}\nvar a={}; a?.b`, 'newer than ES2019'],
    ['a private field', `${sound}\nclass A { #a = 1 }`, 'newer than ES2019'],
    ['an export', `${sound}\nexport const a = 1`, 'newer than ES2019'],
    ['more than 300 KB', `${sound}\nvar a='${'x'.repeat(310_000)}'`, 'at most 307200'],
  ])('%s', (_, bundle, message) => {
    expect(() => checkBundle(bundle)).toThrow(message);
  });
});
