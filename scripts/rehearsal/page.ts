// The page of a rehearsal: one file that needs nothing else, with the answer, charts, days, who is asked when, problems.

import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { html, raw } from 'hono/html';
import { FOR_BROWSERS } from '../local-workspace/page/assets.ts';
import { STYLE } from '../local-workspace/page/style.ts';
import { chartsOf, shortDay } from './charts.ts';
import type { DayFigures, Figures, MemberFigures, Task } from './figures.ts';
import { answerInWords, dayInWords, headingOf, number, type Told } from './in-words.ts';

const OWN_STYLE = `
.answer { display: grid; gap: 0.6rem; padding-inline-start: 0; list-style: none; max-width: 52rem; font-size: 1.05rem; }
.answer li:first-child { font: 600 1.3rem/1.4 var(--title); }
.answer li:last-child { color: var(--ink-soft); font-size: 0.925rem; }
.charts { all: unset; display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); }
.chart { align-content: start; }
.chart:first-child { grid-column: 1 / -1; }
.chart-table { max-block-size: 24rem; overflow: auto; }
details.list > summary { padding: 0.4rem 0; font-weight: 600; color: var(--accent); inline-size: fit-content; }
details.list .scroll { max-block-size: 32rem; overflow: auto; border: 1px solid var(--line); border-radius: var(--radius); background: var(--card); }
details.list thead th { position: sticky; inset-block-start: 0; background: var(--card); white-space: normal; vertical-align: bottom; }
details.list table { font-size: 0.95rem; }
details.list tbody th { color: inherit; font-size: inherit; font-weight: 500; }
details.list thead th.number { text-align: end; }
.numbers dd.bad { color: var(--bad); }
section { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.75rem; min-width: 0; }
@media print { details.list .scroll { max-block-size: none; } }
`;

/** @param isNamed whether it names members, and so must say that it does; otherwise their ids stand for them */
export async function pageOf(told: Told, isNamed: boolean): Promise<string> {
  const { figures } = told;
  const [first, last] = [figures.days[0]?.day ?? '', figures.days[figures.days.length - 1]?.day ?? ''];
  const heading = headingOf(told);
  const names = new Map(figures.members.map(({ id, name }) => [id, isNamed ? name : id]));
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${heading}</title>
<style>${raw(STYLE + OWN_STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<main id="main" tabindex="-1">
<header class="page-head">
  <h1>${heading}</h1>
  <p>Rehearsed on this computer from ${dayInWords(first)} to ${dayInWords(last)}. Nothing was sent to anybody.</p>
</header>
${isNamed ? NAMING : NAMELESS}
<section class="card" aria-labelledby="answer">
  <h2 id="answer" class="out">The answer</h2>
  <ul class="answer">${answerInWords(told).map((sentence) => html`<li>${sentence}</li>`)}</ul>
</section>
${numbers(figures)}
<section aria-label="Charts"><div id="charts" class="charts"></div></section>
<noscript><p class="note">The charts need JavaScript. The tables below hold the same figures.</p></noscript>
${days(figures)}
${asked(figures, names)}
${tasks(figures, names)}
${problems(figures.problems)}
</main>
<script type="application/json" id="chart-data">${raw(JSON.stringify(chartsOf(figures)).replaceAll('<', '\\u003c'))}</script>
<script>${raw(await clientScript())}</script>
</body>
</html>
`;
  return String(await page);
}

const NAMING = html`<p class="note"><strong>This page holds personal data.</strong> It names members and says what they might do. Keep it where only those look who must, and delete it when it has served.</p>`;
const NAMELESS = html`<p class="note">This page names nobody. In place of names it has member ids; who may open the Registers can see there who they are.</p>`;

function numbers({ days, budget, members }: Figures) {
  const last = days[days.length - 1];
  const total = days.reduce((sum, { mails }) => sum + mails, 0);
  const busiest = Math.max(0, ...days.map(({ mails }) => mails));
  const lapsed = members.filter(({ hasLapsed }) => hasLapsed).length;
  const toDo = days.reduce((sum, { tasks }) => sum + tasks.length, 0);
  const figure = (name: string, value: string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  return html`<dl class="card numbers">
${figure('mails in all', number(total))}
${figure(`mails on the busiest day, of ${number(budget)}`, number(busiest))}
${figure(`of ${number(last?.active ?? 0)} active members have accepted at the end`, number(last?.accepted ?? 0))}
${figure('let the day pass', number(lapsed))}
${figure('things for staff to do', number(toDo))}
</dl>`;
}

type Html = ReturnType<typeof html>;

/** Columns that hold numbers. */
const COUNTS = ['Mails', 'Asking', 'Answering', 'To staff', 'Accepted', 'For staff to do'];

/** A table that opens; one row each. */
function list(
  title: string,
  summary: string,
  headers: readonly string[],
  rows: readonly Html[],
  open = false,
) {
  const id = title.toLowerCase().replace(/\W+/g, '-');
  return html`<section>
<h2 id="${id}">${title}</h2>
${
  rows.length === 0
    ? html`<p class="soft">${summary}</p>`
    : html`<details class="list"${open ? ' open' : ''}><summary>${summary}</summary>
<div class="scroll" tabindex="0" role="region" aria-labelledby="${id}"><table>
<thead><tr>${headers.map((name) => html`<th scope="col"${COUNTS.includes(name) ? html` class="number"` : ''}>${name}</th>`)}</tr></thead>
<tbody>${rows}</tbody>
</table></div></details>`
}
</section>`;
}

/** Only days on which something happens: in a year there are many others. */
function days({ days }: Figures) {
  const isBusy = ({ accepted, mails, tasks }: DayFigures, place: number) =>
    mails + tasks.length > 0 || (place > 0 && accepted !== days[place - 1]?.accepted);
  const busy = days.filter(isBusy);
  const row = ({ day, mails, asking, answering, staff, accepted, tasks }: DayFigures) =>
    html`<tr><th scope="row" class="nowrap">${weekday(day)}</th>${[
      mails,
      asking,
      answering,
      staff,
      accepted,
      tasks.length,
    ].map((value) => html`<td class="number">${number(value)}</td>`)}</tr>`;
  const summary =
    busy.length === days.length
      ? `All ${number(days.length)} days`
      : `${number(busy.length)} of ${number(days.length)} days; on the others nothing happens`;
  return list('Day by day', summary, ['Day', ...COUNTS], busy.map(row));
}

function asked({ members }: Figures, names: ReadonlyMap<string, string>) {
  const all = members
    .filter(({ asked }) => asked.length > 0)
    .sort((a, b) => ((a.asked[0]?.day ?? '') < (b.asked[0]?.day ?? '') ? -1 : 1));
  const row = ({ id, asked, answered, standing }: MemberFigures) =>
    html`<tr><th scope="row"><bdi>${names.get(id)}</bdi></th><td>${asked
      .map(({ day, kind }) => `${shortDay(day)} (${kind.toLowerCase()})`)
      .join(
        ', ',
      )}</td><td class="nowrap">${answered ? `${answered.answer} ${shortDay(answered.day)}` : 'no answer'}</td><td>${standing ?? ''}</td></tr>`;
  const summary = all.length === 0 ? 'Nobody is asked.' : `${number(all.length)} members who are asked`;
  return list(
    'Who is asked when',
    summary,
    ['Member', 'Asked on', 'Answer', 'Standing at the end'],
    all.map(row),
  );
}

function tasks({ days }: Figures, names: ReadonlyMap<string, string>) {
  const all = days.flatMap(({ tasks }) => tasks.filter(({ memberId }) => memberId !== ''));
  const row = ({ day, what, whatToDo, memberId }: Task) =>
    html`<tr><th scope="row" class="nowrap">${weekday(day)}</th><td><bdi>${names.get(memberId)}</bdi></td><td>${what}</td><td>${whatToDo}</td></tr>`;
  const summary =
    all.length === 0 ? 'Nobody needs a person’s care.' : `${number(all.length)} members to look after`;
  return list('Follow-up for staff', summary, ['Day', 'Member', 'Why', 'What to do'], all.map(row));
}

function problems(all: readonly Task[]) {
  const row = ({ day, what, whatToDo }: Task) =>
    html`<tr><th scope="row" class="nowrap">${weekday(day)}</th><td>${what}</td><td>${whatToDo}</td></tr>`;
  const summary = all.length === 0 ? 'No problem comes up.' : `${number(all.length)} problems`;
  return list('Problems', summary, ['Day', 'What', 'What to do'], all.map(row), true);
}

const WEEKDAY = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  weekday: 'short',
  month: 'short',
  day: 'numeric',
});
const weekday = (day: string): string => WEEKDAY.format(Date.parse(day));

/** The charts' script with all that it needs. */
async function clientScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page-client.ts', import.meta.url))],
    ...FOR_BROWSERS,
  });
  return (outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script');
}
