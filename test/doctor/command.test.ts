// `npm run doctor` as a maintainer runs it: a table of 80 columns, JSON for machines, and how it ends.

import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { tableOf } from '../../scripts/doctor/table.ts';
import { TestDesk } from '../support/desk.ts';
import { Hands } from './hands.ts';
import { Doctor } from './support.ts';

let desk: TestDesk;
let doctor: Doctor;

beforeAll(async () => {
  desk = new TestDesk();
  doctor = await Doctor.comesTo(desk);
});

afterAll(() => doctor.leaves());

async function run(...wishes: string[]) {
  const command = spawn(process.execPath, ['--import', 'tsx', 'scripts/doctor.ts', ...wishes]);
  let [shown, said] = ['', ''];
  command.stdout.on('data', (part) => {
    shown += part;
  });
  command.stderr.on('data', (part) => {
    said += part;
  });
  const code = await new Promise((ended) => command.on('close', ended));
  return { code, shown, said };
}

it('ends with 2 and gives its findings as JSON', async () => {
  new Hands(desk).renameTab('Members', 'People');
  const { code, shown } = await run('--local', doctor.address, '--json');
  desk.reset();
  expect(JSON.parse(shown)).toEqual([
    {
      severity: 'red',
      where: 'Registers: Members',
      what: 'The tab “Members” is now called “People”.',
      remedy: expect.stringContaining('Set up or repair'),
    },
  ]);
  expect(code).toBe(2);
});

it('ends with 1 when it cannot look', async () => {
  const { code, shown, said } = await run('--local', 'http://127.0.0.1:9/');
  expect(said).toContain('Please start the local Workspace with “npm start”.');
  expect(shown).toBe('');
  expect(code).toBe(1);
});

it('says that all is well when nothing was found', () => {
  expect(tableOf([], false)).toBe('Everything that can be seen from outside is as it should be.\n');
});

it('writes a table of 80 columns, the red first, which says the same without colour', () => {
  const long = 'A sentence of many words that goes on and on until it needs another line of the table.';
  const findings = [
    { severity: 'amber', where: 'Registers', what: 'Something.', remedy: 'Do it.' },
    { severity: 'red', where: 'Form “Code of Conduct report or question”', what: long, remedy: long },
  ] as const;
  const plain = tableOf(findings, false);
  expect(`\n${plain}`).toBe(`
RED    Form “Code of Conduct   A sentence of many words that goes on and on
       report or question”     until it needs another line of the table.
                               → A sentence of many words that goes on and on
                                 until it needs another line of the table.

AMBER  Registers               Something.
                               → Do it.

Found: 1 red, 1 amber.
`);
  const coloured = tableOf(findings, true);
  expect(coloured).toContain('\u001b[1;31mRED');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
  expect(coloured.replace(/\u001b\[[\d;]*m/g, '')).toBe(plain);
  expect(Math.max(...plain.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});
