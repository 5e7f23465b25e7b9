// SpreadsheetApp in scripts: reading, the active selection, menus and dialogs, and what of it is a remote call.

import { describe, expect, it } from '@jest/globals';
import { Execution, type ExecutionOptions } from '../../../scripts/local-workspace/script/execution.ts';
import { HtmlOutput } from '../../../scripts/local-workspace/services/html/html-output.ts';
import { rangeEvent } from '../../../scripts/local-workspace/services/sheets/script/event.ts';
import { spreadsheetApp } from '../../../scripts/local-workspace/services/sheets/script/spreadsheet-app.ts';
import { Bench, messageOf, OWNER, STRANGER } from './support.ts';

function start(bench: Bench, options: Partial<ExecutionOptions> = {}) {
  const execution = new Execution(
    bench.kernel,
    {
      scriptId: 'script',
      functionName: 'run',
      kind: 'menu',
      user: OWNER,
      authMode: 'FULL',
      containerId: bench.id,
      scopes: [],
      timeZone: 'America/Chicago',
      limitMs: 360_000,
      ...options,
    },
    new Set(),
  );
  return {
    execution,
    app: spreadsheetApp(bench.sheets, execution),
    calls: () => execution.calls.map(({ method }) => method),
  };
}

const filled = (): Bench => {
  const bench = new Bench();
  bench.write(
    'A1',
    [
      ['Name', 'Joined', 'Ok'],
      ['Ann', '2026-01-05', 'TRUE'],
      ['Bea', '', ''],
    ],
    'USER_ENTERED',
  );
  return bench;
};

describe('reading', () => {
  it('gives values with dates, and texts as people see them', () => {
    const { app } = start(filled());
    const range = app.getActiveSheet()?.getDataRange();
    expect(range?.getA1Notation()).toBe('A1:C3');
    expect(range?.getValues()).toEqual([
      ['Name', 'Joined', 'Ok'],
      ['Ann', new Date('2026-01-05T06:00:00Z'), true],
      ['Bea', '', ''],
    ]);
    expect(range?.getDisplayValues()[1]).toEqual(['Ann', '2026-01-05', 'TRUE']);
    expect(range?.getCell(2, 1).getValue()).toBe('Ann');
    expect(range?.offset(1, 0, 1, 2).getA1Notation()).toBe('A2:B2');
  });

  it('asks once for a range and then answers from memory until a flush', () => {
    const bench = filled();
    const { app, calls } = start(bench);
    const sheet = app.getActiveSpreadsheet()?.getSheetByName('Sheet1');
    sheet?.getRange('A1:C3').getValues();
    sheet?.getRange(2, 1).getValue();
    sheet?.getName();
    expect(calls()).toEqual(['Spreadsheet.getSheetByName', 'Range.getValues']);
    bench.write('A2', [['Changed']]);
    expect(sheet?.getRange(2, 1).getValue()).toBe('Ann');
    app.flush();
    expect(sheet?.getRange(2, 1).getValue()).toBe('Changed');
  });

  it('says what is wrong as Google does', () => {
    const bench = filled();
    const { app } = start(bench);
    const sheet = app.getActiveSheet();
    expect(messageOf(() => sheet?.getRange(1, 27))).toBe(
      'The coordinates of the range are outside the dimensions of the sheet.',
    );
    expect(messageOf(() => sheet?.getRange(1, 1, 0))).toBe(
      'The number of rows in the range must be at least 1.',
    );
    expect(messageOf(() => sheet?.getRange('Nowhere'))).toBe('Range not found');
    expect(messageOf(() => start(bench, { user: STRANGER }).app.openById(bench.id))).toBe(
      'You do not have permissions to access the requested document.',
    );
    expect(messageOf(() => start(bench, { authMode: 'LIMITED' }).app.openById(bench.id))).toContain(
      'You do not have permission to call SpreadsheetApp.openById',
    );
  });

  it('knows what the person has selected', () => {
    const bench = filled();
    const active = {
      spreadsheetId: bench.id,
      sheetId: 0,
      range: { startRow: 1, endRow: 3, startColumn: 0, endColumn: 2 },
    };
    const { app, calls } = start(bench, { active });
    expect(app.getActiveRange()?.getA1Notation()).toBe('A2:B3');
    expect(app.getCurrentCell()?.getA1Notation()).toBe('A2');
    expect(calls()).toEqual([]);
  });

  it('carries the edited cells in the event without a call', () => {
    const bench = filled();
    const { execution, calls } = start(bench, { kind: 'edit' });
    const { range, source } = rangeEvent(bench.sheets, execution, bench.id, 0, {
      startRow: 1,
      endRow: 2,
      startColumn: 1,
      endColumn: 2,
    });
    expect([range.getRow(), range.getColumn(), range.getSheet().getSheetId(), source.getId()]).toEqual([
      2,
      2,
      0,
      bench.id,
    ]);
    expect(calls()).toEqual([]);
  });

  it('creates, renames and opens', () => {
    const bench = new Bench();
    const { app } = start(bench);
    const made = app.create('Cases', 10, 3);
    made.rename('Cases 2026');
    const opened = app.openByUrl(made.getUrl());
    expect(opened.getName()).toBe('Cases 2026');
    expect(opened.getSheets()[0]?.getMaxRows()).toBe(10);
    expect(opened.getSheetByName('None')).toBeNull();
  });
});

describe('the window', () => {
  it('shows menus, dialogs, sidebars, alerts and toasts to whoever started the script', () => {
    const { app, execution } = start(new Bench());
    const ui = app.getUi();
    ui.createMenu('Desk')
      .addItem('Set up', 'setUp')
      .addSeparator()
      .addSubMenu(ui.createMenu('More').addItem('Help', 'help'))
      .addToUi();
    ui.showModalDialog(new HtmlOutput('<p>Hello</p>').setWidth(400).setHeight(300), 'Welcome');
    ui.alert(
      'Done',
      'All is well',
      (ui.constructor as typeof import('../../../scripts/local-workspace/services/sheets/script/ui.ts').Ui)
        .constants.ButtonSet.OK,
    );
    app.getActiveSpreadsheet()?.toast('Saved', 'Desk', 3);
    expect(execution.ui).toEqual([
      {
        kind: 'menu',
        title: 'Desk',
        entries: [
          { kind: 'item', caption: 'Set up', functionName: 'setUp' },
          { kind: 'separator' },
          {
            kind: 'submenu',
            caption: 'More',
            entries: [{ kind: 'item', caption: 'Help', functionName: 'help' }],
          },
        ],
      },
      { kind: 'dialog', title: 'Welcome', html: '<p>Hello</p>', width: 400, height: 300 },
      { kind: 'alert', title: 'Done', text: 'All is well' },
      { kind: 'toast', title: 'Desk', text: 'Saved' },
    ]);
  });

  it('is not there for a clock, and waits for nobody', () => {
    const bench = new Bench();
    expect(messageOf(() => start(bench, { kind: 'clock' }).app.getUi())).toBe(
      'Cannot call SpreadsheetApp.getUi() from this context.',
    );
    expect(messageOf(() => start(bench).app.getUi().prompt())).toContain('Ui.prompt');
    expect(
      messageOf(() => start(bench, { authMode: 'LIMITED' }).app.getUi().showSidebar(new HtmlOutput(''))),
    ).toContain('Ui.showSidebar');
  });
});
