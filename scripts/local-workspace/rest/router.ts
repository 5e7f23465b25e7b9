// Finds the method that an address of a Google API stands for; written for Google's forms such as `…/values:batchGet` and encoded slashes.

import type { ApiMethod } from './api.ts';

export interface Route {
  readonly method: ApiMethod;
  readonly path: Readonly<Record<string, string>>;
  /** The address was the method's upload address. */
  readonly upload: boolean;
}

interface Pattern {
  readonly method: ApiMethod;
  readonly upload: boolean;
  readonly expression: RegExp;
  readonly names: readonly string[];
  /** Characters that stand fixed in the address: the pattern with most of them wins. */
  readonly fixed: number;
}

export class Router {
  private readonly patterns: readonly Pattern[];
  private readonly roots: ReadonlySet<string>;

  constructor(methods: readonly ApiMethod[]) {
    const all = methods.flatMap((method) => [
      pattern(method, method.path, false),
      ...(method.upload ? [pattern(method, method.upload, true)] : []),
    ]);
    this.patterns = all.sort((a, b) => b.fixed - a.fixed);
    this.roots = new Set(
      methods.flatMap(({ path, upload }) => [root(path), ...(upload ? [root(upload)] : [])]),
    );
  }

  /** @param path as it stands in the address, still encoded */
  find(http: string, path: string): Route | undefined {
    for (const { method, upload, expression, names } of this.patterns) {
      if (method.http !== http) continue;
      const match = expression.exec(path);
      if (!match) continue;
      const values = names.map((name, i) => [name, decode(match[i + 1] as string)] as const);
      if (values.some(([, value]) => value === undefined)) return undefined;
      return { method, upload, path: Object.fromEntries(values) as Record<string, string> };
    }
    return undefined;
  }

  /** Whether the address belongs to one of the APIs, known or not. */
  covers(path: string): boolean {
    return this.roots.has(root(path)) && path !== root(path).slice(0, -1);
  }
}

/** `/v4/spreadsheets/…` → `/v4/`. */
const root = (path: string): string => path.split('/').slice(0, 2).join('/').concat('/');

function pattern(method: ApiMethod, path: string, upload: boolean): Pattern {
  const names: string[] = [];
  let expression = '';
  let fixed = 0;
  for (const piece of path.split(/(\{\w+\})/)) {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    if (name) {
      names.push(name);
      expression += '([^/]+)';
    } else {
      // A colon may come encoded, as some clients write it.
      expression += piece.replace(/[.*+?^$()[\]\\|]/g, '\\$&').replace(/:/g, '(?::|%3A)');
      fixed += piece.length;
    }
  }
  return { method, upload, expression: new RegExp(`^${expression}$`), names, fixed };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
