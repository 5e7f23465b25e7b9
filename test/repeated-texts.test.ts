// Texts that stand in the bundle many times: each becomes one constant, and the program still says the same.

import vm from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { repeatedTextsOnce } from '../scripts/repeated-texts.ts';

const LONG = 'waits for confirmation';
const bundle = (body: string, after = '') => `"use strict";var Desk=(()=>{${body}})();${after}`;
const result = (code: string) =>
  JSON.stringify(vm.runInNewContext(`${code};Desk`), (_, value) => value ?? 'nothing');

/** What comes out, after a look that it still says the same. */
function once(body: string, after = ''): string {
  const code = bundle(body, after);
  const smaller = repeatedTextsOnce(code);
  expect(result(smaller)).toBe(result(code));
  return smaller;
}

const times = (code: string, text: string) => code.split(text).length - 1;

describe('becomes one constant', () => {
  it.each([
    ['a text that stands there often', `return["${LONG}","${LONG}","${LONG}"]`],
    ['a value and the name of a property', `return[{"${LONG}":"${LONG}"},"${LONG}","${LONG}"]`],
    ['right beside a keyword', `return"${LONG}"in{}?"${LONG}":(()=>{return"${LONG}"})()`],
    [
      'the name of a case',
      `const f=a=>{switch(a){case"${LONG}":return 1}};return[f("${LONG}"),f("${LONG}")]`,
    ],
    ['what is read while the bundle is evaluated', `let a="${LONG}",b={c:"${LONG}"};return[a,b,"${LONG}"]`],
    ['a value beside a computed key', `return{["${LONG}"]:"${LONG}",x:"${LONG}"}`, 2],
    ['a default value', `return((a="${LONG}")=>[a,"${LONG}","${LONG}"])()`],
    ['in a template', `return\`\${"${LONG}"}, \${"${LONG}"}, \${"${LONG}"}\``],
  ])('%s', (_, body, left = 1) => {
    expect(times(once(body), LONG)).toBe(left);
  });

  it('nothing at all', () => {
    const many = Array.from({ length: 9 }, () => 'void 0').join();
    expect(times(once(`return[${many}]`), 'void 0')).toBe(1);
  });
});

describe('stays', () => {
  it.each([
    ['a text that stands there once', `return["${LONG}"]`],
    ['a short one', 'return["a","a","a"]'],
    ['a text of the function around it', `return(()=>{"use strict";return 1})()`],
    ['what a call answers that has no answer', `let n=0,f=()=>n++;return[${'void f(),'.repeat(9)}n]`],
  ])('%s', (_, body) => {
    expect(once(body)).toBe(bundle(body));
  });

  it('what stands outside of the bundle', () => {
    const after = `var a=["${LONG}","${LONG}","${LONG}"]`;
    expect(once('return 1', after)).toBe(bundle('return 1', after));
  });
});

it('takes no name that the code has', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ$_'];
  const names = letters.map((letter, place) => `${letter}=${place}`);
  const code = once(`let ${names.join()};return[aa=>[a,aa],"${LONG}","${LONG}","${LONG}",a,$,_]`);
  expect(code).toContain(`{const ab="${LONG}";let a=0`);
});

it('refuses what is no bundle', () => {
  expect(() => repeatedTextsOnce('function onOpen(){}')).toThrow('does not begin with a function');
});
