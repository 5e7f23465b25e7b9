// Makes the bundle smaller: a text that stands in it many times becomes one constant, as does `void 0`.

import { type FunctionExpression, type Literal, type Node, parse, type UnaryExpression } from 'acorn';

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ$_';
const RESERVED = /^(do|if|in|for|let|new|try|var)$/;

/**
 * The same program with its repeated texts as constants, at the start of the function that makes up its first
 * declaration. A name of a property that stands in quotes is such a text too: it becomes `[constant]`. Texts outside of
 * that function and directives stay as they are.
 */
export function repeatedTextsOnce(code: string): string {
  const program = parse(code, { ecmaVersion: 2020, sourceType: 'script' });
  const body = bodyOfBundle(program.body);
  const places = new Map<string, Text[]>();
  for (const node of textsIn(body)) {
    const raw = code.slice(node.start, node.end);
    places.set(raw, [...(places.get(raw) ?? []), node]);
  }
  const names = freeNames(code);
  const constants: string[] = [];
  const edits: { start: number; end: number; text: string }[] = [];
  for (const [raw, texts] of places) {
    if (!isWorthIt(raw, texts)) continue;
    const name = names.next().value;
    constants.push(`${name}=${raw}`);
    // A keyword or a number may stand right beside the quotes.
    for (const { start, end, isKey } of texts)
      edits.push({ start, end, text: isKey ? `[${name}]` : spaced(code, start, name, end) });
  }
  if (constants.length === 0) return code;
  const start = body.start + 1;
  edits.push({ start, end: start, text: `const ${constants.join(',')};` });
  return edited(code, edits);
}

/** The block of `var Desk=(()=>{…})()`, whatever the name. Throws when the program begins with something else. */
function bodyOfBundle(statements: readonly Node[]): Node {
  for (const statement of statements) {
    if (statement.type !== 'VariableDeclaration') continue;
    const { init } = (statement as unknown as { declarations: [{ init?: { callee?: FunctionExpression } }] })
      .declarations[0];
    if (init?.callee?.body.type === 'BlockStatement') return init.callee.body;
  }
  throw new Error('The bundle does not begin with a function that is called at once.');
}

/** Where a text stands, and whether it is the name of a property there. */
interface Text {
  start: number;
  end: number;
  isKey: boolean;
}

/** Each costs its quotes and letters; a name has two or three letters, a constant a sign and a comma more. */
function isWorthIt(raw: string, texts: readonly Text[]): boolean {
  const bytes = Buffer.byteLength(raw);
  const names = texts.reduce((sum, { isKey }) => sum + (isKey ? 5 : 3), 0);
  return texts.length * bytes > bytes + 5 + names;
}

/** All texts, in the order of the code. */
function textsIn(node: Node): Text[] {
  const { start, end } = node;
  if (isText(node) || isVoidZero(node)) return [{ start, end, isKey: false }];
  return Object.entries(node).flatMap(([field, value]) => {
    if (node.type === 'ExpressionStatement' && 'directive' in node) return [];
    if (field !== 'key') return [value].flat().filter(isNode).flatMap(textsIn);
    const key = value as Node;
    // `__proto__` in quotes and in brackets are not the same.
    const isPlain = isText(key) && (key as Literal).value !== '__proto__' && !isComputed(node);
    return isPlain ? [{ start: key.start, end: key.end, isKey: true }] : [];
  });
}

const isText = (node: Node) => node.type === 'Literal' && typeof (node as Literal).value === 'string';
const isComputed = (node: Node) => (node as { computed?: boolean }).computed === true;

/** What `undefined` has become. */
function isVoidZero(node: Node): boolean {
  const { operator, argument } = node as UnaryExpression;
  return node.type === 'UnaryExpression' && operator === 'void' && argument.type === 'Literal';
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

/** Names that stand nowhere in the code, the shortest first. */
function* freeNames(code: string): Generator<string, never> {
  const taken = new Set(code.match(/[\w$]+/g));
  let shorter = [''];
  for (;;) {
    const longer = shorter.flatMap((name) => [...LETTERS].map((letter) => name + letter));
    for (const name of longer) if (!taken.has(name) && !RESERVED.test(name)) yield name;
    shorter = longer;
  }
}

function spaced(code: string, start: number, name: string, end: number): string {
  const before = /[\w$]/.test(code[start - 1] ?? '') ? ' ' : '';
  const after = /[\w$]/.test(code[end] ?? '') ? ' ' : '';
  return before + name + after;
}

function edited(code: string, edits: { start: number; end: number; text: string }[]): string {
  let text = '';
  let at = 0;
  for (const edit of edits.sort((a, b) => a.start - b.start)) {
    text += code.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + code.slice(at);
}
