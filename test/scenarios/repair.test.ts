// What “Set up or repair” mends: a form that was left half built, one that staff changed, and one that is gone; and what it leaves alone.

import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createWorkspace, readProjectFolder } from '../../scripts/local-workspace/index.ts';
import { ANNA, TestDesk } from '../support/desk.ts';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const ANSWER = 'Do you accept the Code of Conduct?';
const RENEWED = 'The acceptance form was brought up to date. Earlier answers are kept.';
const COMPANIONS = 'Terms of Use and Privacy Policy';

let desk: TestDesk;
beforeAll(() => {
  desk = new TestDesk();
});
beforeEach(() => desk.reset());

const form = (of = desk) => {
  const [found] = of.workspace.forms.all();
  if (!found) throw new Error('There is no form');
  return found;
};

describe('Set up, killed while it builds a form, is run again', () => {
  const whole = (of = desk.workspace) =>
    of.forms
      .all()
      .map(({ id, settings, items }) => [
        of.files.get(id).name,
        settings,
        ...items.map(({ type, title, help }) => ({ type, title, help })),
      ]);

  it.each([
    ['at a call of the first form', { method: /Form|Item/, nth: 10, when: 'before' }],
    ['at a later one', { method: /Form|Item/, nth: 30, when: 'before' }],
    ['at its last items', { method: /Form|Item/, nth: 44, when: 'before' }],
    ['when Google has just made the first form', { method: 'FormApp.create', nth: 1, when: 'after' }],
    ['when Google has just made the last form', { method: 'FormApp.create', nth: 4, when: 'after' }],
    ['before a form collects no addresses', { method: 'Form.setCollectEmail', nth: 2, when: 'before' }],
  ] as const)('%s: each form is there once, with each item once', (_, fault) => {
    const workspace = createWorkspace({ start: '2026-01-12T15:00:00Z', seed: 1 });
    const registersId = workspace.sheets.create(workspace.owner, { title: 'IMSTL Registers' });
    const project = { title: 'Desk', files: readProjectFolder(DIST), container: registersId };
    const { scriptId } = workspace.addProject(project);
    const companions = JSON.stringify({
      termsVersion: '2025-01-01',
      termsLink: 'https://example.org/terms',
      privacyVersion: '2025-01-02',
      privacyLink: 'https://example.org/privacy',
    });
    const setUp = () =>
      workspace.callFromDialog(scriptId, 'runSetUp', [companions], workspace.owner, {
        spreadsheetId: registersId,
        sheetId: 0,
      });
    workspace.faults.add({ ...fault, effect: { kill: true } });
    expect(setUp().record.status).toBe('Killed');
    expect(setUp().record.status).toBe('Completed');
    expect(whole(workspace)).toEqual(whole());
  });
});

describe('a file that Google does not open just now is not made anew', () => {
  const files = () => desk.workspace.kernel.store.table('files').keys();

  it.each([
    ['a form', 'FormApp.openById'],
    ['the list of who may not be in pictures', 'Drive.Files.get'],
  ])('%s', (_, method) => {
    const before = files();
    const fail = 'Service unavailable';
    desk.workspace.faults.add({ functionName: 'runSetUp', method, when: 'before', effect: { fail } });
    expect(() => desk.repair()).toThrow();
    expect(desk.workspace.faults.pending).toBe(0);
    desk.repair();
    expect(files()).toEqual(before);
  });

  it('the Cases spreadsheet, and its line in Problems is ticked when it opens again', () => {
    const before = files();
    const fail = 'Service unavailable';
    const method = 'Sheets.Spreadsheets.get';
    desk.workspace.faults.add({ functionName: 'runSetUp', method, nth: 3, when: 'before', effect: { fail } });
    expect(() => desk.repair()).toThrow('The Cases spreadsheet cannot be opened');
    expect(desk.openProblems()).toHaveLength(1);
    desk.repair();
    expect(desk.openProblems()).toEqual([]);
    expect(files()).toEqual(before);
  });

  it('but a form that is gone for good is', () => {
    const { id } = form();
    for (const table of ['forms', 'files']) desk.workspace.kernel.store.table(table).delete(id);
    expect(desk.repair()).toContain('The acceptance form was made.');
  });
});

describe('a form that staff changed', () => {
  it('gets back its answers, ways, words and required questions, and no answer is lost', () => {
    desk.invite();
    desk.answerByLink(ANNA);
    const before = form().items;
    const items = before.map((item) => {
      if (item.title === ANSWER) {
        const choices = item.choices.map(({ value }) => ({ value: value.replace(/ this .*/, '') }));
        return { ...item, choices, required: false, other: true, help: 'Up to you.' };
      }
      if (item.title === 'Your name') return { ...item, title: 'Name?' };
      if (item.type === 'CHECKBOX') return { ...item, choices: [{ value: 'Yes' }], required: false };
      return item.goTo ? { ...item, goTo: { type: 'RESTART' as const } } : item;
    });
    desk.workspace.forms.update(form().id, { items, title: 'A form' });
    expect(desk.repair()).toEqual([RENEWED]);
    expect(form().items).toEqual(before);
    expect(form().title).toMatch(/^Code of Conduct: /);
    expect(desk.repair()).toEqual(['Everything is in place. Nothing had to be changed.']);
    expect(desk.register('Acceptances')).toHaveLength(1);
  });
});

describe('the Terms of Use and the Privacy Policy', () => {
  it('stand in the form after the text of the Code, with version and link', () => {
    const titles = form().items.map(({ title }) => title);
    expect(titles.indexOf(COMPANIONS)).toBe(titles.indexOf('Your answer') - 1);
    const { help } = desk.question(COMPANIONS);
    expect(help).toContain('Terms of Use: 2025-01-01, https://example.org/terms');
    expect(help).toContain('Privacy Policy: 2025-01-02, https://example.org/privacy');
  });

  it('come into the form anew when their settings changed', () => {
    desk.set('Terms of Use: link', 'https://example.org/terms-2');
    expect(desk.repair()).toEqual([RENEWED]);
    expect(desk.question(COMPANIONS).help).toContain('https://example.org/terms-2');
  });
});
