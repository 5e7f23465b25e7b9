// Whether the pushed code is the one of this computer, and whether what starts by itself still does.
// Google shows triggers only to the account that made them, and only inside of the script. From outside, their runs tell.

import { WORK_NAMES } from '../../src/content/check-words.ts';
import { localTime, ZONE } from '../../src/domain/calendar.ts';
import { checkWork } from '../../src/domain/check-work.ts';
import { ranRow, SET_UP_ROW } from '../../src/registers/state.ts';
import { HOURS, TRIGGERS, WORK_OF } from '../../src/workflows/wanted-triggers.ts';
import { amber, asInSheet, type Finding, red } from './finding.ts';
import type { Run, ScriptSource } from './read-script.ts';

const WHERE = 'Script';
const WORK = 'Automatic work';
const MANIFEST = 'appsscript';

interface Manifest {
  readonly timeZone?: string;
  readonly oauthScopes?: readonly string[];
  readonly dependencies?: { readonly enabledAdvancedServices?: readonly { readonly userSymbol: string }[] };
}

/** @param built what `npm run build` made on this computer */
export function checkSources(live: readonly ScriptSource[], built: readonly ScriptSource[]): Finding[] {
  const differing = built.filter(
    ({ name, type, source }) =>
      name !== MANIFEST && live.find((file) => file.name === name && file.type === type)?.source !== source,
  );
  const beside = live.filter(({ name }) => !built.some((file) => file.name === name));
  const names = [...differing, ...beside].map(({ name }) => name);
  return [
    ...(names.length > 0
      ? [
          amber(
            WHERE,
            `The code at Google is not the one of this computer. It differs in: ${names.join(', ')}.`,
            'If the newer one is here, run “npm run deploy”. If it is at Google, fetch the newest code of the project and run “npm run build”.',
          ),
        ]
      : []),
    ...checkManifest(manifestIn(live), manifestIn(built)),
  ];
}

function manifestIn(files: readonly ScriptSource[]): Manifest {
  return JSON.parse(files.find(({ name }) => name === MANIFEST)?.source ?? '{}');
}

function checkManifest(live: Manifest, built: Manifest): Finding[] {
  const short = (scope: string) => scope.slice(scope.lastIndexOf('/') + 1);
  const without = (all: readonly string[] = [], some: readonly string[] = []) =>
    all.filter((one) => !some.includes(one));
  const missing = without(built.oauthScopes, live.oauthScopes).map(short);
  const more = without(live.oauthScopes, built.oauthScopes).map(short);
  const services = ({ dependencies }: Manifest) =>
    (dependencies?.enabledAdvancedServices ?? []).map(({ userSymbol }) => userSymbol);
  const off = without(services(built), services(live));
  const deploy =
    'Run “npm run deploy”. After a change of permissions somebody has to open the menu once and allow them.';
  return [
    ...(missing.length > 0
      ? [
          red(
            WHERE,
            `The manifest does not ask for permissions that the code needs: ${missing.join(', ')}.`,
            deploy,
          ),
        ]
      : []),
    ...(more.length > 0
      ? [
          amber(
            WHERE,
            `The manifest asks for more permissions than the code needs: ${more.join(', ')}.`,
            deploy,
          ),
        ]
      : []),
    ...(off.length > 0
      ? [red(WHERE, `Services of Google that the code needs are switched off: ${off.join(', ')}.`, deploy)]
      : []),
    ...(live.timeZone === ZONE
      ? []
      : [
          red(
            WHERE,
            `Its time zone is ${live.timeZone ?? 'not set'}; it should be ${ZONE}. Daily work runs at wrong hours.`,
            `Set “timeZone” in appsscript.json back to “${ZONE}” and run “npm run deploy”.`,
          ),
        ]),
  ];
}

export interface WorkToCheck {
  /** The latest runs by function; undefined when Google did not show them. */
  readonly runs: ReadonlyMap<string, readonly Run[]> | undefined;
  /** What State of the Registers, or that of Cases, remembers under a name; empty when nothing. */
  readonly recalled: (name: string) => string;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
}

/** Hours after which a run must have come again, when Google shows each of them. */
const SEEN_OFTEN = { within: 3, late: 1 };
const SEEN_DAILY = { within: 30, late: 30 };

/** The last run of each function by what Google shows and by what the system noted itself, whichever is later. */
export function checkRuns({ runs, recalled, now }: WorkToCheck): Finding[] {
  const wanted = Object.entries(WORK_OF).map(([handler, work]) => {
    const [last] = runs?.get(handler) ?? [];
    const seen = last ? localTime(last.startedAt) : '';
    const noted = recalled(ranRow(work));
    const isDaily = TRIGGERS.daily.some((one) => one.handler === handler);
    const often = handler === TRIGGERS.everyTenMinutes ? SEEN_OFTEN : undefined;
    const hours = runs ? (isDaily ? SEEN_DAILY : often) : HOURS[work];
    return {
      name: WORK_NAMES[work],
      handler,
      source: null,
      ran: seen > noted ? seen : noted,
      within: hours?.within ?? null,
      late: hours?.late ?? null,
    };
  });
  // Whose the triggers are cannot be seen from outside; so that of all findings those about runs are left.
  const seen = { account: '', owner: 'the owner', triggers: [], wanted, now: localTime(now) };
  const stopped = asInSheet(WORK, checkWork({ ...seen, setUp: recalled(SET_UP_ROW) }));
  return [...stopped, ...[...(runs ?? [])].flatMap(([handler, list]) => checkLastRun(handler, list))];
}

/** A run that failed and was followed by one that did not has been made good: each takes up what the last one left. */
function checkLastRun(handler: string, [last]: readonly Run[]): Finding[] {
  const work = WORK_OF[handler];
  if (!last || !work || !['FAILED', 'TIMED_OUT'].includes(last.status)) return [];
  const how = last.status === 'FAILED' ? 'ended with an error' : 'took too long and was stopped';
  return [
    red(
      WORK,
      `${WORK_NAMES[work]}: its last run ${how} (${handler}, ${localTime(last.startedAt).replace('T', ' ')}).`,
      'Look at the tab Problems. What Google says stands in “Extensions → Apps Script → Executions”. If the next run fails too, tell the maintainer.',
    ),
  ];
}

/** @param answered when answers came in during the last days, milliseconds since 1970 */
export function checkStarted(
  where: string,
  handler: string,
  runs: readonly Run[],
  answered: readonly number[],
): Finding[] {
  const first = Math.min(...answered);
  const MINUTE = 60_000;
  if (answered.length === 0 || runs.some(({ startedAt }) => startedAt >= first - MINUTE)) return [];
  return [
    amber(
      where,
      `Answers came in, and “${handler}” did not start. They are taken up later, by the look every ten minutes.`,
      'Choose “Code of Conduct → Set up or repair…” in the Registers under the account of the automatic work. It makes the missing trigger anew.',
    ),
  ];
}
