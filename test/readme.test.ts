// README tells in plain words what each permission is for that the script asks for, and of no other; and its commands exist.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';

const read = (name: string) => readFileSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), 'utf8');

it('has a line for each scope of appsscript.json', () => {
  const { oauthScopes } = JSON.parse(read('appsscript.json')) as { oauthScopes: string[] };
  const [, part = ''] = /## What it may do\n([\s\S]*?)\n## /.exec(read('README.md')) ?? [];
  const told = [...part.matchAll(/^\| `([\w.]+)` \| .{40,} \|$/gm)].map(([, scope]) => scope);
  const asked = oauthScopes.map((scope) => scope.replace('https://www.googleapis.com/auth/', ''));
  expect(told.sort()).toEqual(asked.sort());
});

it('names commands that there are', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = [...read('README.md').matchAll(/\bnpm (?:run )?([a-z][\w:-]*)/g)].map(
    ([, name = '']) => name,
  );
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  const [, table = ''] = /## Commands for the maintainer\n([\s\S]*?)\n## /.exec(read('README.md')) ?? [];
  const told = [...table.matchAll(/^\| `npm run ([\w-]+)/gm)].map(([, name]) => name);
  expect(told).toEqual(
    expect.arrayContaining(['backup', 'restore', 'verify', 'export', 'doctor', 'rehearse']),
  );
});
