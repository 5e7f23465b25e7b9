// Ui: menus, dialogs and sidebars that a script shows in the spreadsheet's window.

import { invalid, notImplemented } from '../../../kernel/errors.ts';
import type { Execution, MenuEntry } from '../../../script/execution.ts';
import { type EnumValue, enumeration, ServiceObject } from '../../../script/service.ts';
import type { HtmlOutput } from '../../html/html-output.ts';

const CONTAINER_UI = ['https://www.googleapis.com/auth/script.container.ui'];

const Button = enumeration('Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
const ButtonSet = enumeration('ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);

/** Kinds of executions that nobody looks at. */
const UNSEEN: readonly Execution['options']['kind'][] = [
  'clock',
  'form submit',
  'custom function',
  'web app',
];

export class Ui extends ServiceObject {
  static override readonly serviceName = 'Ui';
  static override readonly signatures = {
    createMenu: ['String'],
    createAddonMenu: [''],
    showModalDialog: ['HtmlOutput, String'],
    showModelessDialog: ['HtmlOutput, String'],
    showSidebar: ['HtmlOutput'],
    alert: ['String', 'String, ButtonSet', 'String, String, ButtonSet'],
    prompt: ['String', 'String, ButtonSet', 'String, String, ButtonSet'],
  };
  static override readonly constants = { Button, ButtonSet };
  static override readonly scopes = {
    showModalDialog: CONTAINER_UI,
    showModelessDialog: CONTAINER_UI,
    showSidebar: CONTAINER_UI,
    alert: CONTAINER_UI,
    prompt: CONTAINER_UI,
  };

  constructor(private readonly execution: Execution) {
    super();
    if (UNSEEN.includes(execution.options.kind))
      throw invalid('Cannot call SpreadsheetApp.getUi() from this context.');
  }

  createMenu(caption: string): Menu {
    return new Menu(this.execution, caption);
  }
  createAddonMenu(): Menu {
    return new Menu(this.execution, 'Extensions');
  }

  showModalDialog(html: HtmlOutput, title: string): void {
    this.showDialog('Ui.showModalDialog', html, title);
  }
  showModelessDialog(html: HtmlOutput, title: string): void {
    this.showDialog('Ui.showModelessDialog', html, title);
  }
  private showDialog(method: string, html: HtmlOutput, title: string): void {
    this.assertMayShow(method);
    this.execution.remote(method, () =>
      this.execution.ui.push({
        kind: 'dialog',
        title,
        html: html.content,
        ...(html.width === undefined ? {} : { width: html.width }),
        ...(html.height === undefined ? {} : { height: html.height }),
      }),
    );
  }
  showSidebar(html: HtmlOutput): void {
    this.assertMayShow('Ui.showSidebar');
    this.execution.remote('Ui.showSidebar', () =>
      this.execution.ui.push({ kind: 'sidebar', title: html.title, html: html.content }),
    );
  }

  /** A script waits for the person's answer here, and the local Workspace cannot wait: one with OK alone has only one answer. */
  alert(first: string, second?: string | EnumValue, third?: EnumValue): EnumValue {
    const buttons = third ?? (typeof second === 'object' ? second : ButtonSet.OK);
    if (buttons !== ButtonSet.OK)
      throw notImplemented(`Ui.alert with ButtonSet.${buttons.name} (use a dialog with buttons instead)`);
    this.assertMayShow('Ui.alert');
    const titled = third !== undefined;
    this.execution.remote('Ui.alert', () =>
      this.execution.ui.push({
        kind: 'alert',
        title: titled ? first : '',
        text: titled ? String(second) : first,
      }),
    );
    return Button.OK;
  }
  prompt(): never {
    throw notImplemented('Ui.prompt (use a dialog with a field instead)');
  }

  /** A simple trigger may add menus, but shows nothing that needs permission. */
  private assertMayShow(method: string): void {
    if (this.execution.options.authMode === 'FULL') return;
    throw invalid(
      `Specified permissions are not sufficient to call ${method}. Required permissions: ${CONTAINER_UI[0]}`,
    );
  }
}

export class Menu extends ServiceObject {
  static override readonly serviceName = 'Menu';
  static override readonly signatures = {
    addItem: ['String, String'],
    addSeparator: [''],
    addSubMenu: ['Menu'],
    addToUi: [''],
  };
  private readonly entries: MenuEntry[] = [];

  constructor(
    private readonly execution: Execution,
    private readonly caption: string,
  ) {
    super();
  }

  addItem(caption: string, functionName: string): this {
    this.entries.push({ kind: 'item', caption, functionName });
    return this;
  }
  addSeparator(): this {
    this.entries.push({ kind: 'separator' });
    return this;
  }
  addSubMenu(menu: Menu): this {
    this.entries.push({ kind: 'submenu', caption: menu.caption, entries: menu.entries });
    return this;
  }
  addToUi(): void {
    this.execution.remote('Menu.addToUi', () =>
      this.execution.ui.push({ kind: 'menu', title: this.caption, entries: [...this.entries] }),
    );
  }
}
