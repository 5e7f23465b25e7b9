// Shows what an import would do, in groups: what is not taken first, and ticks beside what the person can decide.

import { IMPORT_WORDS as WORDS } from '../content/import-words.ts';
import type { ImportPlan, OnRoster } from '../domain/roster-import.ts';
import { choiceOf } from '../domain/roster-import.ts';

export interface Preview {
  plan: ImportPlan;
  roster: readonly OnRoster[];
  /** What the person says yes to; ticks change it. */
  yes: Set<string>;
  /** Answers what became of it. */
  copyRows: () => string;
  /** Called after each tick. */
  chosen: () => void;
}

interface Group<T> {
  kind: keyof typeof WORDS.groups;
  items: readonly T[];
  show: (item: T) => HTMLElement;
  /** Stands above the items. */
  above?: HTMLElement;
  /** Open at once; others are opened by hand. */
  isOpen?: boolean;
}

/** So many items of a group are shown at a time. */
const AT_ONCE = 50;

function element<K extends keyof HTMLElementTagNameMap>(name: K, text = '', className = '') {
  const made = document.createElement(name);
  made.textContent = text;
  if (className !== '') made.className = className;
  return made;
}

export function showPlan(place: HTMLElement, counts: HTMLElement, preview: Preview): void {
  const { plan, roster, yes, copyRows } = preview;
  const alike = plan.added.filter((one) => one.alike.length > 0);
  const added = plan.added.filter((one) => one.alike.length === 0);
  const { notTaken, changed, unchanged, notInFile } = plan;
  const numbers = [
    ['added', added.length],
    ['changed', changed.length],
    ...(alike.length > 0 ? ([['alike', alike.length]] as const) : []),
    ['unchanged', unchanged],
    ['notTaken', notTaken.length],
  ] as const;
  counts.replaceChildren(
    ...numbers.flatMap(([kind, count]) => {
      const pair = element('div', '', kind);
      pair.append(element('dt', WORDS.counts[kind]), element('dd', count.toLocaleString('en-US')));
      return pair;
    }),
  );

  const copy = element('div');
  const copyButton = element('button', WORDS.copyRows, 'second');
  const copied = element('p');
  copied.setAttribute('role', 'status');
  copyButton.type = 'button';
  copyButton.onclick = () => {
    copied.textContent = copyRows();
  };
  copy.append(copyButton, copied);
  place.replaceChildren(
    ...groupOf({
      kind: 'notTaken',
      items: notTaken,
      above: copy,
      isOpen: true,
      show: ({ at, name, troubles }) => {
        const item = titled(WORDS.titled(at, name));
        for (const { problem, about } of troubles) item.append(element('p', WORDS.problems[problem](about)));
        return item;
      },
    }),
    ...groupOf({
      kind: 'alike',
      items: alike,
      isOpen: true,
      show: (one) => {
        const item = titled(WORDS.titled(one.at, `${one.name}, ${one.email}`));
        item.append(element('p', WORDS.alike(one.alike), 'hint'));
        item.append(tick(preview, choiceOf.added(one), WORDS.addAlike));
        return item;
      },
    }),
    ...groupOf({
      kind: 'changed',
      items: changed,
      isOpen: true,
      above: allTicks(preview),
      show: (one) => {
        const item = titled(WORDS.titled(one.at, WORDS.person(one.name, one.id)));
        for (const change of one.changes) {
          const label = WORDS.change(change.field, change.from, change.to);
          item.append(tick(preview, choiceOf.change(one, change), label));
          const careful = change.isUsual ? undefined : WORDS.careful[change.field];
          if (careful) item.append(element('p', careful, 'hint'));
        }
        return item;
      },
    }),
    ...groupOf({
      kind: 'added',
      items: added,
      show: ({ at, name, email, role, status, joined }) => {
        const item = titled(WORDS.titled(at, name));
        const more = [email, role, status, joined].filter((text) => text !== '');
        item.append(element('p', more.join(' · '), 'hint'));
        return item;
      },
    }),
    ...groupOf({
      kind: 'notInFile',
      items: notInFile.map((at) => roster[at]).filter((member) => member !== undefined),
      show: ({ id, name, email }) => {
        const item = titled(WORDS.person(name, id));
        item.append(element('p', email, 'hint'));
        return item;
      },
    }),
  );

  function allTicks({ chosen }: Preview): HTMLElement {
    const keys = changed.flatMap((one) => one.changes.map((change) => choiceOf.change(one, change)));
    const label = element('label', '', 'option all');
    const box = element('input');
    box.type = 'checkbox';
    const look = () => {
      const count = keys.filter((key) => yes.has(key)).length;
      box.checked = count === keys.length;
      box.indeterminate = count > 0 && count < keys.length;
    };
    box.onchange = () => {
      for (const key of keys)
        if (box.checked) yes.add(key);
        else yes.delete(key);
      for (const one of place.querySelectorAll<HTMLInputElement>('.changed input[data-choice]'))
        one.checked = box.checked;
      chosen();
    };
    place.onchange = look;
    look();
    label.append(box, element('span', WORDS.allChanges));
    return label;
  }
}

function titled(title: string): HTMLElement {
  const item = element('li');
  item.append(element('strong', title));
  return item;
}

function tick({ yes, chosen }: Preview, key: string, text: string): HTMLElement {
  const label = element('label', '', 'option');
  const box = element('input');
  box.type = 'checkbox';
  box.dataset.choice = key;
  box.checked = yes.has(key);
  box.onchange = () => {
    if (box.checked) yes.add(key);
    else yes.delete(key);
    chosen();
  };
  label.append(box, element('span', text));
  return label;
}

/** A group with its number, its hint and its items; nothing when it has none. */
function groupOf<T>({ kind, items, show, above, isOpen = false }: Group<T>): HTMLElement[] {
  if (items.length === 0) return [];
  const { title, hint } = WORDS.groups[kind];
  const group = element('details', '', `group ${kind}`);
  group.open = isOpen;
  const summary = element('summary');
  summary.append(element('span', title), element('span', items.length.toLocaleString('en-US'), 'count'));
  const list = element('ul');
  const more = element('button', '', 'second');
  more.type = 'button';
  const showMore = () => {
    const shown = list.children.length;
    const next = items.slice(shown, shown + AT_ONCE).map(show);
    list.append(...next);
    const left = items.length - list.children.length;
    more.hidden = left === 0;
    more.textContent = WORDS.more(Math.min(left, AT_ONCE));
    if (shown > 0) next[0]?.querySelector<HTMLElement>('input')?.focus();
  };
  more.onclick = showMore;
  showMore();
  group.append(summary, element('p', hint, 'hint'), ...(above ? [above] : []), list, more);
  return [group];
}
