// Takes long words out of the code: they stand in the file of texts, and the code calls for them by number.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Literal, type Node, type Property, parse, type TemplateLiteral } from 'acorn';
import * as esbuild from 'esbuild';

/** A text, or the parts of a text between which something is put. */
export type Words = readonly string[];

/** From so many bytes on, a call is shorter than the words. */
const LEAST_BYTES = 11;
/** From so many bytes on, a regular expression is made of its text: its words are of many languages, or long lists. */
const LEAST_BYTES_OF_PATTERN = 100;
/**
 * A pattern that names characters by what they are is made of its text as well: V8 reads all patterns while it compiles,
 * and looking up the letters of all languages takes it half a millisecond.
 */
const NAMES_CHARACTERS = /\\p\{/i;
/** The same for the value of a property, which becomes a getter. */
const LEAST_BYTES_OF_PROPERTY = 32;
/** In modules that have no words for people: the short ones are names, which are needed in every run. */
const LEAST_BYTES_OF_LIST = 100;
/** The name of the call in a module; no module has another one of that name. */
const CALL = '$words';

/** Gives words their numbers; the same words get the same one. */
export class WordList {
  readonly all: Words[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(words: Words): number {
    const key = JSON.stringify(words);
    const number = this.#numbers.get(key) ?? this.all.push(words) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}

/**
 * The code of a module without its long words. In functions every long text becomes a call, and a costly pattern is made
 * of its text. What is evaluated when the project is loaded must not call, because nothing may be read then: there, a
 * long text that is the value of a property, or a call that is, becomes a getter. All else stays as it is.
 * @param leastBytes of a text that goes
 */
export function withoutWords(code: string, list: WordList, leastBytes = LEAST_BYTES): string {
  const program = parse(code, { ecmaVersion: 2022, sourceType: 'module' });

  /** The code of a node. */
  function written(node: Node, isInFunction: boolean): string {
    const words = wordsOf(node);
    if (isInFunction && words && bytesOf(words) >= leastBytes) return call(node, words);
    const { regex } = node as Literal;
    if (isInFunction && regex && NAMES_CHARACTERS.test(regex.pattern))
      return ` new RegExp(${JSON.stringify(regex.pattern)},'${regex.flags}') `;
    if (isInFunction && regex && Buffer.byteLength(regex.pattern) >= LEAST_BYTES_OF_PATTERN)
      return ` new RegExp(${CALL}(${list.numberOf([regex.pattern])}),'${regex.flags}') `;
    if (!isInFunction && isLateProperty(node)) {
      const { key, value } = node as Property;
      return `get ${code.slice(key.start, key.end)}(){return ${written(value, true)}}`;
    }
    const isLate = isInFunction || /Function/.test(node.type);
    let text = '';
    let at = node.start;
    for (const child of childrenOf(node)) {
      if (child.start < at) continue;
      text += code.slice(at, child.start) + written(child, isLate);
      at = child.end;
    }
    return text + code.slice(at, node.end);
  }

  function call(node: Node, words: Words): string {
    const between = node.type === 'TemplateLiteral' ? (node as TemplateLiteral).expressions : [];
    const values = between.map((value) => `,(${written(value, true)})`);
    return ` ${CALL}(${list.numberOf(words)}${values.join('')}) `;
  }

  const text = written(program, false);
  return text === code ? code : `import{words as ${CALL}}from'../google/texts.ts';${text}`;
}

/** The words of a text or of a template; undefined for anything else. */
function wordsOf(node: Node): Words | undefined {
  const { type, value } = node as Node & { value?: unknown };
  if (type === 'Literal') return typeof value === 'string' ? [value] : undefined;
  if (type !== 'TemplateLiteral') return undefined;
  return (node as TemplateLiteral).quasis.map(({ value: { cooked } }) => cooked ?? '');
}

const bytesOf = (words: Words) => Buffer.byteLength(words.join(''));

/** Whether it is a property whose value is a long text, or what a function of the module makes of one. */
function isLateProperty(node: Node): boolean {
  if (node.type !== 'Property') return false;
  const { kind, computed, method, shorthand, value } = node as Property;
  if (kind !== 'init' || computed || method || shorthand) return false;
  const words = wordsOf(value);
  if (words) return bytesOf(words) >= LEAST_BYTES_OF_PROPERTY;
  return value.type === 'CallExpression' && value.callee.type === 'Identifier';
}

/** What stands in a node, in its order. Names of properties and of cases, and the template of a tag, are no words. */
function childrenOf(node: Node): Node[] {
  const all = Object.entries(node).flatMap(([field, value]) => {
    if (field === 'key' && !(node as Property).computed) return [];
    if (field === 'test' && node.type === 'SwitchCase') return [];
    if (field === 'quasi') return (value as TemplateLiteral).expressions;
    return (Array.isArray(value) ? value : [value]).filter(isNode);
  });
  return all.sort((a, b) => a.start - b.start);
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

/**
 * All modules of a folder but these, read and taken apart in the order of their names, so that the numbers are always
 * the same.
 */
export async function modulesWithoutWords(
  folder: string,
  keep: readonly string[],
  list = new WordList(),
  leastBytes = LEAST_BYTES,
) {
  const modules = new Map<string, string>();
  const files = (await readdir(folder)).filter((file) => /(?<!\.d)\.ts$/.test(file) && !keep.includes(file));
  for (const file of files.sort()) {
    const source = await readFile(join(folder, file), 'utf8');
    const { code } = await esbuild.transform(source, {
      loader: 'ts',
      target: 'es2020',
      charset: 'utf8',
      tsconfigRaw: { compilerOptions: PLAIN_FIELDS },
    });
    modules.set(join(folder, file), withoutWords(code, list, leastBytes));
  }
  return { modules, words: list.all };
}

/** The modules of words without their words, and those of the domain without their long lists of words. */
export async function codeWithoutWords(source: string, keep: readonly string[]) {
  const list = new WordList();
  const content = await modulesWithoutWords(join(source, 'content'), keep, list);
  const domain = await modulesWithoutWords(join(source, 'domain'), [], list, LEAST_BYTES_OF_LIST);
  return { modules: new Map([...content.modules, ...domain.modules]), words: list.all };
}

/** The fields of classes become plain assignments; otherwise each would be a call of a helper. */
export const PLAIN_FIELDS = { useDefineForClassFields: false };

/** Gives esbuild these modules instead of their files. */
export const insteadOfFiles = (
  modules: ReadonlyMap<string, string>,
  loader: 'js' | 'ts' = 'js',
): esbuild.Plugin => ({
  name: 'words-beside-code',
  setup(pluginBuild) {
    pluginBuild.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const contents = modules.get(path);
      return contents === undefined ? undefined : { contents, loader };
    });
  },
});
