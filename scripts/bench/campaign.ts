// What it costs to ask every member for the first time, within the mails that one day allows.

import { letRest } from '../desk/as-if-run.ts';
import type { Desk } from '../desk/desk.ts';
import { membersNumbered } from '../desk/numbered-members.ts';
import type { ExecutionRecord, ScriptFile } from '../local-workspace/index.ts';
import { append, completed, costOf, deskToMeasure } from './desk.ts';

export interface CampaignCost {
  readonly members: number;
  /** Mails a day for everything but urgent reports. */
  readonly dailyBudget: number;
  /** Of the runs that send, beside mails. */
  readonly remoteCalls: number;
  readonly mails: number;
  readonly days: number;
  /** Fewer days do not do for so many mails. */
  readonly leastDays: number;
}

const DAY_MS = 86_400_000;
const TEN_MINUTES_MS = 600_000;
/** As the settings are at first: mails a day, without those that are kept free for safety reports. */
const DAILY_BUDGET = 1_300;

export function measureCampaign(
  files: readonly ScriptFile[],
  members: number,
  say: (line: string) => void = () => undefined,
): CampaignCost {
  const desk = deskToMeasure(files);
  append(
    desk,
    'Members',
    membersNumbered(members).map(({ name, email }) => ['', name, email, 'Mentee', 'Active']),
  );
  letRest(desk.workspace);
  const start = desk.workspace.now();
  const records: ExecutionRecord[] = [];
  const leastDays = Math.ceil(members / DAILY_BUDGET);
  let days = 0;
  for (let asked = 0; asked < members; asked = askedIn(desk)) {
    if (++days > 2 * leastDays) throw new Error(`After ${days} days only ${asked} of ${members} are asked`);
    desk.workspace.advanceTo(new Date(start + days * DAY_MS).toISOString());
    records.push(...sendForADay(desk));
    say(`Day ${days} of ${leastDays} of a campaign with ${members} members`);
  }
  desk.workspace.close();
  const { remoteCalls, mails } = costOf(records);
  return { members, dailyBudget: DAILY_BUDGET, remoteCalls, mails, days, leastDays };
}

const askedIn = (desk: Desk) =>
  desk.register('Mail log').filter(({ Kind, State }) => Kind === 'Invitation' && State === 'Sent').length;

/** The morning's run and those of every ten minutes, as long as they send. */
function sendForADay(desk: Desk): ExecutionRecord[] {
  const sending: ExecutionRecord[] = [];
  for (let name = 'everyMorning'; ; name = 'everyTenMinutes') {
    const { record } = desk.workspace.run(name, { scriptId: desk.scriptId });
    if (costOf([completed(record)]).mails === 0) return sending;
    sending.push(record);
    desk.workspace.advanceTo(new Date(record.startedAt + TEN_MINUTES_MS).toISOString());
  }
}
