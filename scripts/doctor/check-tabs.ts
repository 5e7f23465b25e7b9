// Whether a spreadsheet has the tabs, headings, lists, guards and clock that the code expects.

import { findingWords } from '../../src/content/check-words.ts';
import { ZONE } from '../../src/domain/calendar.ts';
import { finding } from '../../src/domain/check-findings.ts';
import { type AnyRegister, columnsOf } from '../../src/registers/register.ts';
import { type Layout, planTabs, tabsWithoutGuard } from '../../src/registers/tab-requests.ts';
import { amber, type Finding, REPAIR, red } from './finding.ts';
import type { LiveBook, LiveTab } from './read-book.ts';

/** Dates that staff type and formulas are understood by it. */
const LOCALE = 'en_US';

/** @param name how the findings call the spreadsheet */
export function checkTabs(name: string, book: LiveBook, { registers, notes }: Layout): Finding[] {
  const all = Object.values(registers);
  // From outside, a tab that was renamed is known by the id that Set up gives.
  const usual = Object.fromEntries(all.map(({ tab, sheetId }) => [tab, sheetId]));
  const plan = planTabs({ registers, notes }, book.tabs, usual);
  const unguarded = tabsWithoutGuard(plan, book.tabs);
  const place = (tab: string) => `${name}: ${tab}`;
  return [
    ...plan.added.map((tab) => red(place(tab), `The tab “${tab}” is gone.`, REPAIR)),
    ...plan.renamed.map((tab) => {
      const now = book.tabs.find(({ sheetId }) => sheetId === plan.sheetIds[tab])?.title;
      return red(
        place(tab),
        `The tab “${tab}” is now called “${now}”.`,
        `Give it its name back, or: ${REPAIR}`,
      );
    }),
    ...Object.entries(registers).flatMap(([key, register]) => {
      const tab = book.tabs.find(({ sheetId }) => sheetId === plan.sheetIds[register.tab]);
      const isUnguarded = tab !== undefined && unguarded.includes(tab.title);
      return tab ? checkTab(place(register.tab), { ...tab, isUnguarded }, register, notes[key] ?? {}) : [];
    }),
    ...checkClock(name, book),
  ];
}

function checkTab(
  where: string,
  tab: LiveTab & { isUnguarded: boolean },
  register: AnyRegister,
  notes: Readonly<Record<string, string>>,
): Finding[] {
  const titles = tab.header.map(({ text }) => text.trim().toLowerCase());
  const columns = columnsOf(register).map((column) => ({
    ...column,
    position: titles.indexOf(column.header.toLowerCase()),
  }));
  const missing = columns.filter(({ position }) => position < 0);
  if (missing.length === columns.length)
    return [red(where, 'The row of headings at the top is gone.', REPAIR)];
  const present = columns.filter(({ position }) => position >= 0);
  return [
    ...missing.map(({ header, field }) => {
      const now = tab.header.find(({ note }) => note !== '' && note === notes[field])?.text;
      const what = now
        ? `The heading “${header}” is now “${now}”.`
        : `The column “${header}” is gone, or its heading is.`;
      return red(where, what, `Write the heading back into the first row, or: ${REPAIR}`);
    }),
    ...present
      .filter(({ header }) => titles.filter((title) => title === header.toLowerCase()).length > 1)
      .map(({ header }) =>
        red(
          where,
          `The heading “${header}” stands there twice. The system uses the first one only.`,
          'Look which of the two columns is right, and give the other one another heading.',
        ),
      ),
    ...checkOrder(where, present),
    ...present
      .filter(({ kind, position }) => kind.choices && !hasList(tab, position, kind.choices))
      .map(({ header }) =>
        amber(where, `The drop-down list of “${header}” is gone, or offers something else.`, REPAIR),
      ),
    ...(tab.isUnguarded ? [amber(where, 'The warning against typing by mistake is gone.', REPAIR)] : []),
    ...(tab.isWalled
      ? [
          amber(
            where,
            'Cells are locked, so that what staff do from the menu may fail there.',
            'Open “Data → Protect sheets and ranges” and choose “Show a warning when editing this range”, or delete the line.',
          ),
        ]
      : []),
  ];
}

/** Columns are found by their headings, so another order does no harm; colours and handbook know the usual one. */
function checkOrder(where: string, present: readonly { header: string; position: number }[]): Finding[] {
  const found = [...present].sort((a, b) => a.position - b.position);
  const at = present.findIndex(({ header }, place) => header !== found[place]?.header);
  return at < 0
    ? []
    : [
        amber(
          where,
          `The columns are in another order than usual, from “${present[at]?.header}” on.`,
          'It does no harm: the system finds columns by their headings. To have it as in the handbook, drag them back.',
        ),
      ];
}

/** New rows bring their list with them, so one row that has it shows that the column is as it should be. */
function hasList({ lists }: LiveTab, column: number, choices: readonly string[]): boolean {
  return (lists[column] ?? []).some((found) => JSON.stringify(found) === JSON.stringify(choices));
}

function checkClock(name: string, { timeZone, locale }: LiveBook): Finding[] {
  const { what, whatToDo } = findingWords(finding('zones differ', timeZone, ZONE));
  return [
    ...(timeZone === ZONE ? [] : [red(name, what, whatToDo)]),
    ...(locale === LOCALE
      ? []
      : [
          amber(
            name,
            `The locale is ${locale}; it should be ${LOCALE}. Dates that staff type may be read wrongly.`,
            'Open “File → Settings” in the spreadsheet and choose “United States” under “Locale”.',
          ),
        ]),
  ];
}
