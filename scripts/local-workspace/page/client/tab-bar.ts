// The tabs at the foot of a spreadsheet; the one in front stands in the address, as on Google.

export interface TabInfo {
  readonly sheetId: number;
  readonly title: string;
  readonly hidden: boolean;
}

/** A cell, its row and column counted from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export class TabBar {
  chosen = -1;
  private all: readonly TabInfo[] = [];
  private readonly list = document.getElementById('tabs') as HTMLElement;
  private readonly showHidden = document.getElementById('show-hidden') as HTMLInputElement;

  constructor(private readonly open: (sheetId: number, place?: Place) => void) {
    this.showHidden.addEventListener('change', () => this.draw());
    this.list.addEventListener('keydown', (event) => {
      const buttons = [...this.list.querySelectorAll<HTMLElement>('[role=tab]')];
      const at = buttons.indexOf(document.activeElement as HTMLElement);
      const step = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
      if (at < 0 || step === undefined) return;
      event.preventDefault();
      const next = buttons[(step + buttons.length) % buttons.length];
      next?.focus();
      next?.click();
    });
    window.addEventListener('hashchange', () => {
      const place = this.wantedPlace();
      if (place || this.wanted() !== this.chosen) this.open(this.wanted(), place);
    });
  }

  show(tabs: readonly TabInfo[]): void {
    if (JSON.stringify(tabs) === JSON.stringify(this.all)) return;
    this.all = tabs;
    const label = document.getElementById('hidden-tabs');
    if (label) label.hidden = !tabs.some(({ hidden }) => hidden);
    this.draw();
  }

  /** The tab that the address names, or the first one. */
  wanted(): number {
    const named = Number(/gid=(\d+)/.exec(location.hash)?.[1] ?? Number.NaN);
    const found =
      this.all.find(({ sheetId }) => sheetId === named) ??
      this.all.find(({ hidden }) => !hidden) ??
      this.all[0];
    return found?.sheetId ?? -1;
  }

  /** The first cell of the range that the address names. */
  wantedPlace(): Place | undefined {
    const [, letters, row] = /[#&]range=([A-Z]{1,3})(\d+)/.exec(location.hash) ?? [];
    if (!letters || !row) return undefined;
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return { row: Number(row) - 1, column };
  }

  choose(sheetId: number): void {
    this.chosen = sheetId;
    history.replaceState(null, '', `#gid=${sheetId}`);
    this.draw();
    const front = this.list.querySelector<HTMLElement>('[aria-selected=true]');
    if (front) this.list.scrollLeft = front.offsetLeft - this.list.offsetLeft - 40;
  }

  /** Changes the buttons that are there, so that the focus stays where it is. */
  private draw(): void {
    const shown = this.all.filter(
      (tab) => !tab.hidden || this.showHidden.checked || tab.sheetId === this.chosen,
    );
    const known = new Map(
      [...this.list.querySelectorAll<HTMLElement>('[role=tab]')].map((button) => [
        button.dataset.sheet,
        button,
      ]),
    );
    const buttons = shown.map(({ sheetId, title, hidden }) => {
      const button = known.get(String(sheetId)) ?? this.button(sheetId);
      button.textContent = hidden ? `${title} (hidden)` : title;
      button.className = hidden ? 'is-hidden' : '';
      button.setAttribute('aria-selected', String(sheetId === this.chosen));
      button.tabIndex = sheetId === this.chosen ? 0 : -1;
      return button;
    });
    for (const button of known.values()) if (!buttons.includes(button)) button.remove();
    buttons.forEach((button, i) => {
      if (this.list.children[i] !== button) this.list.insertBefore(button, this.list.children[i] ?? null);
    });
  }

  private button(sheetId: number): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.dir = 'auto';
    button.setAttribute('role', 'tab');
    button.setAttribute('aria-controls', 'grid');
    button.dataset.sheet = String(sheetId);
    button.addEventListener('click', () => this.open(sheetId));
    return button;
  }
}
