// The clock: shown at the top of every page, and moved by `POST /local/clock`.

import { Hono } from 'hono';
import { html } from 'hono/html';
import { parseDuration } from '../index.ts';
import type { PageContext } from './context.ts';
import { count, longDay, moment, several, timeOfDay } from './words.ts';

/** What open pages are told about the clock. */
export interface ClockNews {
  readonly iso: string;
  readonly day: string;
  readonly time: string;
  /** What the button for the next due thing says, without its beginning. */
  readonly next: string;
  /** Set while the clock is moving. */
  readonly moving: boolean;
}

/** When the next thing is due; '' when nothing is waiting. */
function nextDueText({ workspace }: PageContext): string {
  const next = workspace.triggers.nextDue();
  return next === undefined ? '' : moment(Math.max(next, workspace.now()), workspace.now());
}

export function clockNews(context: PageContext): ClockNews {
  const now = context.workspace.now();
  return {
    iso: new Date(now).toISOString(),
    day: longDay(now),
    time: timeOfDay(now),
    next: nextDueText(context),
    moving: context.turns.target !== undefined,
  };
}

const DIAL = html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"><circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/></svg>`;

export function clockBar(context: PageContext) {
  const news = clockNews(context);
  return html`<section class="clock" aria-label="Clock of the rehearsal">
    <div class="clock-now">${DIAL}<span class="out">It is now</span><time datetime="${news.iso}" id="clock-time"><span id="clock-day">${news.day}</span>, <strong id="clock-hour">${news.time}</strong></time> <span class="soft small long">in St. Louis</span></div>
    <div class="clock-said" id="clock-said" role="status"></div>
    <button type="button" class="quiet" id="clock-stop" hidden>Stop here</button>
    <div class="clock-moves" role="group" aria-label="Move the clock">
      <span class="soft small long">Move the clock</span>
      <button type="button" data-clock='{"advance":"P1D"}'>+1 day</button>
      <button type="button" data-clock='{"advance":"P1W"}'>+1 week</button>
      <button type="button" data-clock='{"to":"next"}' title="Go to the moment when the next trigger is due"><span>Next<span class="long"> due</span><span id="clock-next-wrap"${news.next ? '' : html` hidden`}>: <span id="clock-next">${news.next}</span></span></span></button>
    </div>
  </section>`;
}

/** Longest move at once; more would only keep people waiting. */
const LONGEST_MS = 800 * 86_400_000;

export function clockRoutes(context: PageContext): Hono {
  const { workspace, turns } = context;
  const app = new Hono();
  app.get('/local/clock', (c) => c.json(clockNews(context)));
  app.post('/local/clock', async (c) => {
    const asked: unknown = await c.req.json().catch(() => undefined);
    if (typeof asked === 'object' && asked !== null && 'stop' in asked) {
      turns.stop();
      return c.json(clockNews(context));
    }
    let target: number;
    try {
      target = targetOf(asked, context);
    } catch (error) {
      return c.json({ error: (error as Error).message }, 400);
    }
    if (turns.target !== undefined)
      return c.json({ error: 'The clock is moving already. Wait until it has arrived.' }, 409);
    const { runs, failed, stopped } = await turns.moveTo(target);
    workspace.kernel.store.commit();
    context.live.changed('clock');
    const ran =
      runs === 0
        ? 'Nothing was due.'
        : `${several(runs, 'function')} ran${failed > 0 ? `, ${count(failed)} failed` : ''}.`;
    const said = stopped ? `Stopped on the way. ${ran}` : ran;
    return c.json({ clock: new Date(workspace.now()).toISOString(), runs, failed, said });
  });
  return app;
}

/** @throws with words for a person when the request makes no sense */
function targetOf(asked: unknown, { workspace }: PageContext): number {
  const wish = (typeof asked === 'object' && asked !== null ? asked : {}) as Record<string, unknown>;
  const now = workspace.now();
  let target: number;
  if (wish.to === 'next') target = Math.max(workspace.triggers.nextDue() ?? now, now);
  else if (typeof wish.to === 'string') target = Date.parse(wish.to);
  else if (typeof wish.advance === 'string') target = now + parseDuration(wish.advance);
  else throw new Error('Send {"advance":"P1D"}, {"to":"next"} or {"to":"2026-02-01T09:00:00-06:00"}.');
  if (Number.isNaN(target))
    throw new Error(`"${String(wish.to)}" is not a moment such as 2026-02-01T09:00:00-06:00.`);
  if (target < now) throw new Error('The clock only moves forward.');
  if (target - now > LONGEST_MS) throw new Error('The clock moves at most 800 days at once.');
  return target;
}
