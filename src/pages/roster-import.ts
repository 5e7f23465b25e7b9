// The page of “Import the roster…”: bring a list, look at what it would do, accept. What it would do, the rules decide.

import { IMPORT_WORDS as WORDS } from '../content/import-words.ts';
import { type Brought, type Columns, IMPORT_FIELDS, inFields, readTable } from '../domain/import-columns.ts';
import {
  acceptedOf,
  choicesOf,
  type ImportPlan,
  type OnRoster,
  planImport,
  printOf,
} from '../domain/roster-import.ts';
import { showPlan } from './import-preview.ts';
import { asCells, readCsv, readFileText, type Unreadable } from './read-csv.ts';

/** What shared.js gives every page. */
interface SharedDesk {
  words: Record<string, string>;
  say(message: string, mood?: 'busy' | 'good' | 'bad'): void;
  call<T>(name: string, payload: unknown, then: (value: T) => void): void;
  addOption(select: HTMLSelectElement, value: string, text: string): void;
  whenOpen(start: () => void): void;
}
const { desk } = window as unknown as { desk: SharedDesk };
const byId = <E extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as E;
const { words, say, call } = desk;

const STEPS = ['bring', 'look', 'accept', 'done'] as const;
type Step = (typeof STEPS)[number];

let roster: OnRoster[] = [];
let brought: Brought = readTable([]);
let rows: string[][] = [];
let plan: ImportPlan;
/** What the person says yes to. */
let yes = new Set<string>();

function goTo(step: Step): void {
  for (const name of STEPS) {
    byId(name).hidden = name !== step;
    byId(`step-${name}`)?.removeAttribute('aria-current');
  }
  byId('steps').hidden = step === 'done';
  byId(`step-${step}`)?.setAttribute('aria-current', 'step');
  byId(step).focus({ preventScroll: true });
  scrollTo(0, 0);
}

// 1. Bring

function sayUnreadable(why: Unreadable): void {
  const { openQuote, ...others } = WORDS.unreadable;
  say(typeof why === 'string' ? others[why] : openQuote(why.openQuoteIn), 'bad');
}

async function takeFile(input: HTMLInputElement): Promise<void> {
  const [file] = input.files ?? [];
  if (!file) return;
  const read = readFileText(new Uint8Array(await file.arrayBuffer()));
  // So that the same file can be chosen again.
  input.value = '';
  if ('unreadable' in read) sayUnreadable(read.unreadable);
  else {
    byId<HTMLTextAreaElement>('pasted').value = read.text;
    say(WORDS.fileTaken(file.name), 'good');
  }
}

function takeCells(): void {
  say(words.working ?? '', 'busy');
  call<string[][]>('takeRosterCells', { range: byId<HTMLInputElement>('range').value }, (cells) => {
    byId<HTMLTextAreaElement>('pasted').value = asCells(cells);
    say(WORDS.cellsTaken, 'good');
  });
}

function lookAtList(): void {
  const read = readCsv(byId<HTMLTextAreaElement>('pasted').value);
  if ('unreadable' in read) {
    sayUnreadable(read.unreadable);
    return;
  }
  say('');
  byId('meanwhile').textContent = '';
  brought = readTable(read.table);
  showColumns();
  makePlan();
  goTo('look');
}

// 2. Look

/** A drop-down list for each field, which names the columns of the list. */
function showColumns(): void {
  const titles = brought.titles.map((title, at) => title.trim() || WORDS.column(at + 1));
  const examples = titles.map((_, at) => {
    const cell = brought.rows.find((row) => (row[at] ?? '').trim() !== '')?.[at] ?? '';
    return cell.trim().slice(0, 40);
  });
  const place = byId('columns');
  place.textContent = '';
  for (const field of IMPORT_FIELDS) {
    const [pair, label, select] = (['div', 'label', 'select'] as const).map((name) =>
      document.createElement(name),
    ) as [HTMLDivElement, HTMLLabelElement, HTMLSelectElement];
    select.id = `column-${field}`;
    label.htmlFor = select.id;
    label.textContent = WORDS.fields[field];
    pair.append(label, select);
    desk.addOption(select, '-1', WORDS.notThere);
    for (const [at, title] of titles.entries())
      desk.addOption(select, String(at), WORDS.example(title, examples[at] ?? ''));
    select.value = String(brought.columns[field]);
    select.onchange = () => {
      brought.columns[field] = Number(select.value);
      makePlan();
    };
    place.append(pair);
  }
}

const lacks = ({ id, name, firstName, lastName, email }: Columns) =>
  email < 0 && id < 0 ? WORDS.matchEmail : Math.max(name, firstName, lastName) < 0 ? WORDS.matchName : '';

/** Works out what the list would do, keeping what the person has decided already. */
function makePlan(decided?: { plan: ImportPlan; yes: ReadonlySet<string> }): void {
  rows = inFields(brought.rows, brought.columns);
  plan = planImport(rows, brought.first, roster);
  const before = decided && new Set(choicesOf(decided.plan).map(({ key }) => key));
  const isYes = ({ key, isUsual }: { key: string; isUsual: boolean }) =>
    before?.has(key) ? decided?.yes.has(key) : isUsual;
  yes = new Set(choicesOf(plan).flatMap((choice) => (isYes(choice) ? [choice.key] : [])));
  const used = new Set(Object.values(brought.columns).filter((at) => at >= 0)).size;
  byId('matched').textContent = WORDS.matched(used, brought.titles.length);
  const lacking = lacks(brought.columns);
  byId('lacking').textContent = lacking;
  if (lacking !== '') byId<HTMLDetailsElement>('matching').open = true;
  showPlan(byId('groups'), byId('counts'), { plan, roster, yes, copyRows, chosen: showIfAny });
  showIfAny();
}

/** How many are added and how many are changed, as the ticks stand. */
function accepted(): { added: number; changed: number } {
  const { added, changed } = acceptedOf(plan, yes);
  return { added: added.length, changed: changed.length };
}

function showIfAny(): void {
  const { added, changed } = accepted();
  const isAny = added + changed > 0;
  byId('go-on').hidden = !isAny;
  const couldBe = plan.added.length + plan.changed.length > 0;
  byId('nothing').textContent = isAny
    ? ''
    : couldBe
      ? WORDS.nothingChosen
      : plan.notTaken.length > 0
        ? ''
        : WORDS.nobodyNew;
}

/** Puts the rows that are not taken on the clipboard, to be mended in a sheet. Answers what became of it. */
function copyRows(): string {
  const titles = brought.titles.some((title) => title !== '') ? [[...brought.titles, WORDS.reason]] : [];
  const mended = plan.notTaken.map(({ at, troubles }) => {
    const cells = brought.rows[at - brought.first] ?? [];
    const filled = brought.titles.map((_, place) => cells[place] ?? '');
    return [...filled, troubles.map(({ problem, about }) => WORDS.problems[problem](about)).join(' ')];
  });
  const field = document.createElement('textarea');
  field.value = asCells([...titles, ...mended]);
  document.body.append(field);
  const focused = document.activeElement as HTMLElement | null;
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  focused?.focus();
  return isCopied ? WORDS.copied(mended.length) : WORDS.notCopied;
}

// 3. Accept

function showSummary(): void {
  const { added, changed } = accepted();
  byId('summary').textContent = WORDS.summary(added, changed);
  byId('left-out').textContent = plan.notTaken.length > 0 ? WORDS.leftOut(plan.notTaken.length) : '';
  say('');
  goTo('accept');
}

function importNow(): void {
  say(words.working ?? '', 'busy');
  const payload = { first: brought.first, rows, print: printOf(plan), yes: [...yes] };
  call<{ done: string } | { roster: OnRoster[] }>('importRoster', payload, (answer) => {
    if ('done' in answer) {
      say('');
      byId('was-done').textContent = answer.done;
      return goTo('done');
    }
    roster = answer.roster;
    makePlan({ plan, yes });
    say('');
    goTo('look');
    byId('meanwhile').textContent = WORDS.rosterChanged;
  });
}

desk.whenOpen(() => {
  call<OnRoster[]>('readRoster', null, (read) => {
    roster = read;
    byId<HTMLInputElement>('file').onchange = (event) => takeFile(event.target as HTMLInputElement);
    byId('take').onclick = takeCells;
    byId('to-look').onclick = lookAtList;
    byId('go-on').onclick = showSummary;
    byId('import').onclick = importNow;
    byId('back-to-bring').onclick = () => goTo('bring');
    byId('back-to-look').onclick = () => goTo('look');
    say('');
    goTo('bring');
  });
});
