// The menu bar of a spreadsheet, worked by mouse, touch or keys as menu bars are: arrows, Home, End, Escape, first letters.
// A submenu opens beside its line, and below it where the window is narrow.

export type MenuItem =
  | { readonly kind: 'item'; readonly caption: string; readonly disabled?: boolean; choose(): void }
  | { readonly kind: 'separator' }
  | { readonly kind: 'group'; readonly caption: string; readonly items: readonly MenuItem[] }
  | Submenu;

interface Submenu {
  readonly kind: 'submenu';
  readonly caption: string;
  readonly items: readonly MenuItem[];
}

export interface Menu {
  readonly title: string;
  /** Made by the script. */
  readonly own?: boolean;
  items(): readonly MenuItem[];
}

let openPopup: { element: HTMLElement; opener: HTMLElement; close(focus: boolean): void } | undefined;

document.addEventListener('pointerdown', (event) => {
  const inside =
    openPopup &&
    (openPopup.element.contains(event.target as Node) || openPopup.opener.contains(event.target as Node));
  if (openPopup && !inside) openPopup.close(false);
});

export function showMenus(bar: HTMLElement, menus: readonly Menu[]): void {
  const tops: HTMLElement[] = [];
  const step = (by: number, open: boolean): void => {
    const at = tops.indexOf((openPopup?.opener ?? document.activeElement) as HTMLElement);
    const next = tops[(at + by + tops.length) % tops.length];
    if (!next) return;
    for (const top of tops) top.tabIndex = top === next ? 0 : -1;
    next.focus();
    if (open) next.click();
    else openPopup?.close(false);
  };
  bar.replaceChildren(
    ...menus.map((menu, i) => {
      const holder = document.createElement('div');
      holder.setAttribute('role', 'none');
      const top = document.createElement('button');
      top.type = 'button';
      top.setAttribute('role', 'menuitem');
      top.setAttribute('aria-haspopup', 'menu');
      top.setAttribute('aria-expanded', 'false');
      top.tabIndex = i === 0 ? 0 : -1;
      top.textContent = menu.title;
      if (menu.own) top.className = 'own';
      const open = (last = false): HTMLElement =>
        openMenu(top, menu.items(), holder, (key) => step(key === 'ArrowRight' ? 1 : -1, true), last);
      top.addEventListener('click', () => (openPopup?.opener === top ? openPopup.close(true) : open()));
      top.addEventListener('keydown', (event) => {
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') open(event.key === 'ArrowUp');
        else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft')
          step(event.key === 'ArrowRight' ? 1 : -1, false);
        else return;
        event.preventDefault();
      });
      tops.push(top);
      holder.append(top);
      return holder;
    }),
  );
}

/** Opens a menu below its opener; `holder` is what it is placed in. */
export function openMenu(
  opener: HTMLElement,
  items: readonly MenuItem[],
  holder: HTMLElement,
  sideways?: (key: string) => void,
  last = false,
): HTMLElement {
  openPopup?.close(false);
  const element = document.createElement('div');
  element.className = 'menu';
  element.setAttribute('role', 'menu');
  element.setAttribute('aria-label', opener.textContent || opener.getAttribute('aria-label') || 'Menu');
  const close = (focus: boolean): void => {
    element.remove();
    opener.setAttribute('aria-expanded', 'false');
    openPopup = undefined;
    if (focus) opener.focus();
  };
  addItems(element, items, close);
  opener.setAttribute('aria-expanded', 'true');
  openPopup = { element, opener, close };
  holder.append(element);
  keepInside(element);
  element.addEventListener('keydown', (event) => {
    const level = (event.target as HTMLElement).closest<HTMLElement>('[role=menu]') ?? element;
    const parent = level === element ? undefined : (level.previousElementSibling as HTMLElement);
    const choices = choicesIn(level);
    const here = document.activeElement as HTMLElement;
    const at = choices.indexOf(here);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: choices.length - 1 }[event.key];
    if (to !== undefined) choices[(to + choices.length) % choices.length]?.focus();
    else if (event.key === 'ArrowRight' && here.ariaHasPopup === 'menu') unfold(here, true);
    else if ((event.key === 'ArrowLeft' || event.key === 'Escape') && parent) {
      unfold(parent, false);
      parent.focus();
    } else if (event.key === 'Escape') close(true);
    else if (event.key === 'Tab') return close(false);
    else if ((event.key === 'ArrowRight' || event.key === 'ArrowLeft') && sideways) sideways(event.key);
    else if (event.key.length === 1 && event.key !== ' ') {
      const letter = event.key.toLowerCase();
      [...choices.slice(at + 1), ...choices]
        .find((choice) => choice.textContent?.toLowerCase().startsWith(letter))
        ?.focus();
    } else return undefined;
    event.preventDefault();
    event.stopPropagation();
    return undefined;
  });
  const lines = choicesIn(element);
  (last ? lines.at(-1) : lines[0])?.focus();
  return element;
}

/** The lines of a menu, without those of its submenus. */
const choicesIn = (menu: HTMLElement): HTMLElement[] =>
  [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')].filter(
    (choice) => choice.closest('[role=menu]') === menu,
  );

/** Opens the submenu of a line and closes the others beside it, or closes it. */
function unfold(opener: HTMLElement, open: boolean, focus = open): void {
  const menu = opener.nextElementSibling as HTMLElement;
  const level = opener.closest<HTMLElement>('[role=menu]');
  for (const other of level?.querySelectorAll<HTMLElement>('[aria-expanded=true]') ?? []) {
    other.ariaExpanded = 'false';
    (other.nextElementSibling as HTMLElement).hidden = true;
  }
  opener.ariaExpanded = String(open);
  menu.hidden = !open;
  if (!open) return;
  menu.classList.remove('to-start');
  if (menu.getBoundingClientRect().right > document.documentElement.clientWidth - 8)
    menu.classList.add('to-start');
  if (focus) choicesIn(menu)[0]?.focus();
}

function addItems(menu: HTMLElement, items: readonly MenuItem[], close: (focus: boolean) => void): void {
  for (const item of items) {
    if (item.kind === 'separator') {
      const line = document.createElement('div');
      line.setAttribute('role', 'separator');
      menu.append(line);
      continue;
    }
    if (item.kind === 'group') {
      const group = document.createElement('div');
      group.setAttribute('role', 'group');
      group.setAttribute('aria-label', item.caption);
      const title = document.createElement('div');
      title.className = 'group';
      title.setAttribute('aria-hidden', 'true');
      title.textContent = item.caption;
      group.append(title);
      addItems(group, item.items, close);
      menu.append(group);
      continue;
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('role', 'menuitem');
    button.tabIndex = -1;
    button.textContent = item.caption;
    if (item.kind === 'submenu') {
      menu.append(submenuOf(button, item, close));
      continue;
    }
    if (item.disabled) button.setAttribute('aria-disabled', 'true');
    button.addEventListener('click', () => {
      if (item.disabled) return;
      close(true);
      item.choose();
    });
    menu.append(button);
  }
}

function submenuOf(
  opener: HTMLElement,
  { caption, items }: Submenu,
  close: (focus: boolean) => void,
): HTMLElement {
  const holder = document.createElement('div');
  holder.setAttribute('role', 'none');
  holder.className = 'holder';
  opener.ariaHasPopup = 'menu';
  opener.ariaExpanded = 'false';
  const menu = document.createElement('div');
  menu.className = 'submenu';
  menu.setAttribute('role', 'menu');
  menu.setAttribute('aria-label', caption);
  menu.hidden = true;
  addItems(menu, items, close);
  opener.addEventListener('click', () => unfold(opener, menu.hidden === true));
  holder.append(opener, menu);
  return holder;
}

/** A menu near the edge of a narrow window moves back inside. */
function keepInside(element: HTMLElement): void {
  const { left, right } = element.getBoundingClientRect();
  const over = right - document.documentElement.clientWidth + 8;
  if (over > 0) element.style.insetInlineStart = `${-Math.min(over, left - 8)}px`;
}
