// Runs of tests share realms, so that variables live on: these are all that there are, and none makes a difference.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';

const SOURCE = fileURLToPath(new URL('../src', import.meta.url));
/** A variable of a module, and a list or a table that begins empty. */
const CHANGING =
  /^(?:export )?(?:let|var) (\w+)|^(?:export )?const (\w+)[^=]* = (?:new \w+\(\)|\[\]|\{\});/gm;

it('the code keeps nothing from one run to the next but its texts, its seldom part, and what kind of run it is', () => {
  const names = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' });
  const ofScript = names.filter((name) => name.endsWith('.ts') && !/^pages[\\/]/.test(name));
  expect(ofScript.length).toBeGreaterThan(100);
  const found = ofScript.flatMap((name) =>
    [...readFileSync(`${SOURCE}/${name}`, 'utf8').matchAll(CHANGING)].map(
      ([, variable, constant]) => `${name.replaceAll('\\', '/')}: ${variable ?? constant}`,
    ),
  );
  // A realm is shared by runs of triggers, or by others of the same kind.
  expect(found.sort()).toEqual([
    'google/seldom-part.ts: part',
    'google/texts.ts: known',
    'workflows/config.ts: isTriggered',
  ]);
});
