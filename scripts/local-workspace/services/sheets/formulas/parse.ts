// Reads the formulas that the local Workspace knows: references, arithmetic, text joining, comparisons, function calls.

import { type OpenArea, parseCells, splitRange } from '../a1.ts';

export type Expression =
  | { readonly kind: 'value'; readonly value: string | number | boolean }
  | { readonly kind: 'error'; readonly text: string }
  | { readonly kind: 'range'; readonly sheet?: string; readonly area: OpenArea }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly (Expression | undefined)[] }
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    };

export type Token = {
  readonly kind: 'number' | 'string' | 'reference' | 'call' | 'name' | 'error' | 'operator' | 'space';
  readonly text: string;
};

const TOKENS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['space', /\s+/y],
  ['string', /"(?:[^"]|"")*"/y],
  ['error', /#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|ERROR!|NUM!)/y],
  ['call', /[A-Za-z_][A-Za-z0-9_.]*(?=\s*\()/y],
  [
    'reference',
    /(?:(?:'(?:[^']|'')*'|[A-Za-z_][A-Za-z0-9_]*)!)?(?:\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}(?:\$?\d+)?|:\$?\d+)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?:\$?\d+)?|\$?\d+:\$?\d+)(?![A-Za-z0-9_(])/y,
  ],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['name', /[A-Za-z_][A-Za-z0-9_.]*/y],
  ['operator', /<>|<=|>=|[-+*/^&=<>%(),;{}:!]/y],
];

/** A formula that cannot be read; Sheets shows `#ERROR!`. */
export class FormulaSyntaxError extends Error {}

export function tokenize(formula: string): Token[] {
  const text = formula.slice(1);
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    let found: Token | undefined;
    for (const [kind, pattern] of TOKENS) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (!match) continue;
      found = { kind, text: match[0] };
      break;
    }
    if (!found) throw new FormulaSyntaxError('Formula parse error.');
    tokens.push(found);
    at += found.text.length;
  }
  return tokens;
}

const LEVELS: readonly (readonly string[])[] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

class Parser {
  private at = 0;
  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Expression {
    const expression = this.binary(0);
    if (this.at < this.tokens.length) throw new FormulaSyntaxError('Formula parse error.');
    return expression;
  }

  private peek(text: string): boolean {
    const token = this.tokens[this.at];
    return token?.kind === 'operator' && token.text === text;
  }

  private take(text: string): boolean {
    if (!this.peek(text)) return false;
    this.at++;
    return true;
  }

  private binary(level: number): Expression {
    const operators = LEVELS[level];
    if (!operators) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      const token = this.tokens[this.at];
      if (token?.kind !== 'operator' || !operators.includes(token.text)) return left;
      this.at++;
      left = { kind: 'binary', operator: token.text, left, right: this.binary(level + 1) };
    }
  }

  private unary(): Expression {
    for (const operator of ['-', '+'])
      if (this.take(operator)) return { kind: 'unary', operator, operand: this.unary() };
    let operand = this.primary();
    while (this.take('%')) operand = { kind: 'unary', operator: '%', operand };
    return operand;
  }

  private primary(): Expression {
    const token = this.tokens[this.at++];
    if (!token) throw new FormulaSyntaxError('Formula parse error.');
    switch (token.kind) {
      case 'number':
        return { kind: 'value', value: Number(token.text) };
      case 'string':
        return { kind: 'value', value: token.text.slice(1, -1).replaceAll('""', '"') };
      case 'error':
        return { kind: 'error', text: token.text };
      case 'reference':
        return reference(token.text);
      case 'name':
        return /^(true|false)$/i.test(token.text)
          ? { kind: 'value', value: /^true$/i.test(token.text) }
          : { kind: 'name', name: token.text };
      case 'call': {
        this.take('(');
        const args: (Expression | undefined)[] = [];
        if (this.take(')')) return { kind: 'call', name: token.text.toUpperCase(), args };
        do args.push(this.peek(',') || this.peek(';') || this.peek(')') ? undefined : this.binary(0));
        while (this.take(',') || this.take(';'));
        if (!this.take(')')) throw new FormulaSyntaxError('Formula parse error.');
        return { kind: 'call', name: token.text.toUpperCase(), args };
      }
      default: {
        if (token.text !== '(') throw new FormulaSyntaxError('Formula parse error.');
        const inner = this.binary(0);
        if (!this.take(')')) throw new FormulaSyntaxError('Formula parse error.');
        return inner;
      }
    }
  }
}

function reference(text: string): Expression {
  const parts = splitRange(text);
  const area = parts?.cells === undefined ? undefined : parseCells(parts.cells);
  if (!area) throw new FormulaSyntaxError('Formula parse error.');
  return { kind: 'range', area, ...(parts?.title === undefined ? {} : { sheet: parts.title }) };
}

const parsed = new Map<string, Expression>();

/** @throws FormulaSyntaxError */
export function parseFormula(formula: string): Expression {
  let expression = parsed.get(formula);
  if (!expression) {
    expression = new Parser(tokenize(formula).filter((token) => token.kind !== 'space')).whole();
    if (parsed.size > 5000) parsed.clear();
    parsed.set(formula, expression);
  }
  return expression;
}

/** The names of all functions that a formula calls; empty when it cannot be read. */
export function calledFunctions(formula: string): string[] {
  try {
    return tokenize(formula)
      .filter((token) => token.kind === 'call')
      .map((token) => token.text.toUpperCase());
  } catch {
    return [];
  }
}
