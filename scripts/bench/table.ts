// Writes a bench as tables for people, with what each figure means.

import type { Bench } from './measure.ts';

export type Cell = string | number;

export function tablesOf({ bundle, submission, burst, sweep, campaign, workspace }: Bench): string {
  return [
    `Bundle: ${number(bundle.minifiedBytes)} bytes, evaluated in ${number(bundle.evaluateMs)} ms`,
    titled('One submission of each form', [
      ['form', 'remote calls', 'mails', 'time at Google'],
      ...submission.map((one) => [one.form, one.remoteCalls, one.mails, seconds(one.modelledMs)]),
    ]),
    titled(`${burst.submissions} submissions at once`, [
      ['runs', 'remote calls', 'mails', 'lost', 'doubled'],
      [burst.executions, burst.remoteCalls, burst.mails, burst.lost, burst.doubled],
    ]),
    titled('The run of the morning', [
      ['members', 'due', 'remote calls', 'mails', 'time at Google', 'processor'],
      ...sweep.map((one) => [
        ...[one.members, `${one.duePercent} %`, one.remoteCalls, one.mails],
        ...[seconds(one.modelledMs), seconds(one.cpuMs)],
      ]),
    ]),
    titled('Asking everybody', [
      ['members', 'mails a day', 'remote calls', 'mails', 'days', 'days at least'],
      ...campaign.map((one) => [
        ...[one.members, one.dailyBudget, one.remoteCalls, one.mails],
        ...[one.days, one.leastDays],
      ]),
    ]),
    `Local Workspace: ${number(workspace.callsPerSecond)} calls a second; a simulated year takes ${number(workspace.yearSeconds)} s`,
    'Remote calls do not count the mails. Time at Google is modelled; all other times are those of this computer.',
  ].join('\n\n');
}

/** Texts to the left, numbers to the right, each column as wide as its widest cell. */
export function titled(title: string, rows: readonly (readonly Cell[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? number(cell) : cell)));
  const isText = (at: number) => at === 0 && rows.slice(1).every((row) => typeof row[at] === 'string');
  const width = (at: number) => Math.max(...cells.map((row) => row[at]?.length ?? 0));
  const lines = cells.map((row) =>
    row.map((cell, at) => (isText(at) ? cell.padEnd(width(at)) : cell.padStart(width(at)))).join('  '),
  );
  return [title, ...lines.map((line) => `  ${line}`)].join('\n');
}

const number = (value: number) => value.toLocaleString('en-US');
/** Milliseconds as people read them. */
export const seconds = (ms: number) =>
  `${(ms / 1000).toLocaleString('en-US', { maximumFractionDigits: 1 })} s`;
