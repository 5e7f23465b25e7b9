// README tells in plain words what each permission is for that the script asks for, and of no other; its commands exist, and
// its figures are those of the bench.

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

it('states the remote calls that the bench has counted', () => {
  const { submission, burst, sweep, campaign } = JSON.parse(read('test/bench/counts.json'));
  const [, part = ''] = /## Growth\n([\s\S]*?)\n## /.exec(read('README.md')) ?? [];
  const told = (line: string) => part.split('\n').find((one) => one.startsWith(`| ${line} |`));
  const number = (count: number) => count.toLocaleString('en-US');
  const calls = submission.map(({ remoteCalls }: { remoteCalls: number }) => remoteCalls);
  expect(told('one answer of a form')).toContain(`| ${Math.min(...calls)} or ${Math.max(...calls)} |`);
  expect(told('100 acceptances at once')).toContain(`| ${burst.remoteCalls} in all |`);
  const quiet = sweep.filter(({ duePercent }: { duePercent: number }) => duePercent === 0);
  const mornings = ['350', '10,000', '100,000'].map(
    (members) => `a morning with nothing due, ${members} members`,
  );
  for (const [at, morning] of mornings.entries())
    expect(told(morning)).toContain(`| ${quiet[at].remoteCalls} |`);
  for (const { members, remoteCalls, mails, days } of campaign) {
    expect(told(`asking ${number(members)} members`)).toContain(
      `| ${remoteCalls}, and ${number(mails)} mails |`,
    );
    expect(told(`asking ${number(members)} members`)).toContain(days === 1 ? 'first day' : `${days} days`);
  }
});
