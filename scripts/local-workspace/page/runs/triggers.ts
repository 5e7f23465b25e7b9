// Triggers and when they come next, events that wait, and what is left of Google's allowances.

import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Allowance } from '../../kernel/quotas.ts';
import type { Schedule } from '../../script/schedule.ts';
import type { TriggerSource } from '../../script/triggers.ts';
import type { PageContext } from '../context.ts';
import { type Html, page } from '../layout.ts';
import { count, duration, longDay, moment, spoken, timeOfDay } from '../words.ts';
import { bar } from './executions.ts';

const EVENTS_SHOWN = 50;

export function triggerRoutes(context: PageContext): Hono {
  const app = new Hono();
  app.get('/triggers', (c) =>
    page(c, context, {
      title: 'Triggers',
      section: '/triggers',
      content: html`<div class="page-head"><h1>Triggers</h1><p>What makes the script run by itself, and how much of Google’s daily allowances is left.</p></div>
        <section class="card flush" aria-labelledby="own"><div class="card-head"><h2 id="own">Triggers of the script</h2></div><div id="triggers" data-live="triggers clock executions">${triggers(context)}</div></section>
        <section class="card flush" aria-labelledby="waiting"><div class="card-head"><h2 id="waiting">Waiting to be delivered</h2></div><div id="events" data-live="triggers clock executions sheets forms">${events(context)}</div></section>
        <div class="stack" id="quotas" data-live="executions clock mail sheets">${accounts(context).map((account) => allowances(context, account))}</div>`,
    }),
  );
  return app;
}

function triggers({ workspace }: PageContext): Html {
  const all = workspace.triggers.all();
  if (all.length === 0)
    return html`<p class="empty">The script has no triggers yet. “Set up or repair” in its menu makes them.</p>`;
  const now = workspace.now();
  return html`<table class="runs"><thead><tr><th scope="col">Function</th><th scope="col">Runs</th><th scope="col">Next time</th><th scope="col">With the rights of</th></tr></thead><tbody>${all.map(
    (
      trigger,
    ) => html`<tr data-key="${trigger.id}"><td><a href="/executions?function=${encodeURIComponent(trigger.handler)}">${spoken(trigger.handler)}</a></td>
      <td>${when(trigger.source, (id) => workspace.files.find(id)?.name ?? 'a deleted file')}${trigger.disabled ? html` <span class="badge warn" data-mark="!">Switched off</span>` : ''}</td>
      <td data-name="Next">${trigger.source.kind !== 'clock' ? 'when it happens' : trigger.nextAt === undefined ? 'never again' : moment(trigger.nextAt, now)}</td>
      <td data-name="Rights of"><bdi>${trigger.owner}</bdi></td></tr>`,
  )}</tbody></table>`;
}

function when(source: TriggerSource, nameOf: (id: string) => string): Html {
  switch (source.kind) {
    case 'form submit':
      return html`when <bdi>${nameOf(source.formId)}</bdi> is sent in`;
    case 'sheet form submit':
      return html`when a form sends a row to <bdi>${nameOf(source.spreadsheetId)}</bdi>`;
    case 'edit':
      return html`when somebody edits <bdi>${nameOf(source.spreadsheetId)}</bdi>`;
    case 'change':
      return html`when somebody changes the structure of <bdi>${nameOf(source.spreadsheetId)}</bdi>`;
    case 'open':
      return html`when somebody opens <bdi>${nameOf(source.spreadsheetId)}</bdi>`;
    case 'clock':
      return html`${scheduleWords(source.schedule)}`;
  }
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const every = (amount: number, unit: string): string =>
  amount === 1 ? `every ${unit}` : `every ${amount} ${unit}s`;
const hourWords = (hour: number | undefined): string =>
  hour === undefined ? '' : `, between ${clockHour(hour)} and ${clockHour((hour + 1) % 24)}`;
const clockHour = (hour: number): string => `${((hour + 11) % 12) + 1} ${hour < 12 ? 'AM' : 'PM'}`;

function scheduleWords(schedule: Schedule): string {
  switch (schedule.every) {
    case 'minutes':
      return every(schedule.count, 'minute');
    case 'hours':
      return every(schedule.count, 'hour');
    case 'days':
      return `${every(schedule.count, 'day')}${hourWords(schedule.hour)}`;
    case 'weeks':
      return `${every(schedule.count, 'week')} on ${WEEKDAYS[schedule.weekday - 1]}${hourWords(schedule.hour)}`;
    case 'month':
      return `on day ${schedule.day} of every month${hourWords(schedule.hour)}`;
    case 'once':
      return `once, on ${longDay(schedule.at)}, ${timeOfDay(schedule.at)}`;
  }
}

const EVENT_WORDS = {
  'form-submit': 'a form was sent in',
  edit: 'a register was edited',
  change: 'a spreadsheet was changed',
  open: 'a spreadsheet was opened',
} as const;

function events({ workspace }: PageContext): Html {
  const pending = workspace.triggers.pending();
  if (pending.length === 0) return html`<p class="empty">Nothing is waiting.</p>`;
  return html`<ul class="happened">${pending
    .slice(0, EVENTS_SHOWN)
    .map(
      (event) =>
        html`<li data-key="${event.id}"><span>${spoken(workspace.triggers.get(event.triggerId)?.handler ?? 'a deleted trigger')}</span><span class="when">${moment(event.dueAt, workspace.now())}</span><span class="more">${event.event ? EVENT_WORDS[event.event.type] : 'the clock'}</span></li>`,
    )}</ul>${pending.length > EVENTS_SHOWN ? html`<p class="empty small">and ${count(pending.length - EVENTS_SHOWN)} more</p>` : ''}`;
}

const ALLOWANCES: Readonly<Record<Allowance, string>> = {
  'mail recipients': 'Mail recipients a day',
  'mail reading': 'Mail read and searched a day',
  'properties use': 'Properties read and written a day',
  'trigger runtime ms': 'Time of triggers a day',
  'spreadsheets created': 'Spreadsheets made a day',
  'sheets reads': 'Sheets reads a minute',
  'sheets writes': 'Sheets writes a minute',
  'documents created': 'Documents made a day',
  'docs reads': 'Docs reads a minute',
  'docs writes': 'Docs writes a minute',
};

/** The desk's account, and others that triggers run for. */
function accounts({ workspace }: PageContext): string[] {
  return [...new Set([workspace.owner, ...workspace.triggers.all().map(({ owner }) => owner)])];
}

function allowances({ workspace }: PageContext, account: string): Html {
  return html`<section class="card stack" data-key="${account}" aria-label="Allowances of ${account}"><div><h2>What is left for <bdi>${account}</bdi></h2><p class="soft small">Google counts a day from the first use, not from midnight.</p></div>
    <ul class="limits">${workspace.kernel.quotas.report(account).map(({ allowance, used, limit }) => {
      const show = allowance === 'trigger runtime ms' ? duration : count;
      return html`<li><div class="row spread small"><span>${ALLOWANCES[allowance]}</span><span class="number">${show(Math.max(0, limit - used))} left of ${show(limit)}</span></div>${bar(Math.min(100, (used / limit) * 100))}</li>`;
    })}</ul></section>`;
}
