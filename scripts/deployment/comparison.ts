// What differs between the live script and what was built here; and the stamp by which a content is known again.

import { createHash } from 'node:crypto';
import type { ScriptFile } from '../local-workspace/script/projects.ts';

export interface Difference {
  /** As in dist/. */
  readonly file: string;
  /** Bytes; undefined where it is not. */
  readonly before: number | undefined;
  readonly after: number | undefined;
}

export interface Comparison {
  readonly files: readonly Difference[];
  readonly newScopes: readonly string[];
  readonly droppedScopes: readonly string[];
}

const ENDINGS = { SERVER_JS: '.js', HTML: '.html', JSON: '.json' } as const;

export function compare(before: readonly ScriptFile[], after: readonly ScriptFile[]): Comparison {
  const [old, now] = [byName(before), byName(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])].sort();
  const [had, has] = [scopesOf(before), scopesOf(after)];
  return {
    files: names
      .filter((name) => old.get(name) !== now.get(name))
      .map((file) => ({ file, before: bytes(old.get(file)), after: bytes(now.get(file)) })),
    newScopes: has.filter((scope) => !had.includes(scope)),
    droppedScopes: had.filter((scope) => !has.includes(scope)),
  };
}

const bytes = (source: string | undefined) => (source === undefined ? undefined : Buffer.byteLength(source));

const byName = (files: readonly ScriptFile[]) =>
  new Map(files.map(({ name, type, source }) => [`${name}${ENDINGS[type]}`, source]));

/** The permissions that the manifest asks for; none when it cannot be read. */
export function scopesOf(files: readonly ScriptFile[]): string[] {
  try {
    return JSON.parse(files.find(({ type }) => type === 'JSON')?.source ?? '{}').oauthScopes ?? [];
  } catch {
    return [];
  }
}

/** Whether there is anything beside the manifest, with which a script begins. */
export const hasCode = (files: readonly ScriptFile[]): boolean => files.some(({ type }) => type !== 'JSON');

/** Twelve digits that are the same only for the same content, in whatever order. */
export function stampOf(files: readonly ScriptFile[]): string {
  const content = JSON.stringify([...byName(files)].sort());
  return createHash('sha256').update(content).digest('hex').slice(0, 12);
}
