// Mistakes that are typical of such work, each as a change of the source, and where the explorer should see it.

import type { Disturbance } from '../../scripts/explorer/disturbances.ts';

export interface Mistake {
  readonly name: string;
  /** Path below `src`. */
  readonly file: string;
  /** What stands there, exactly once, and what somebody might write instead. */
  readonly changes: readonly (readonly [from: string, to: string])[];
  readonly workflow: string;
  /** The first call of this method is where something happens. */
  readonly method: RegExp;
  readonly disturbance: (call: number) => Disturbance;
}

const COMMIT = /^Sheets\.Spreadsheets\.batchUpdate$/;
const SEND = /messages\.send$/i;
const killed = (how: 'before' | 'after') => (call: number) => ({ kind: 'kill', call, how }) as const;
const overtaken = (act: string) => (call: number) => ({ kind: 'interleaving', call, acts: [act] }) as const;

export const MISTAKES: readonly Mistake[] = [
  {
    name: 'a mail is marked as sent before it leaves',
    file: 'workflows/mail-run.ts',
    changes: [["{ state: 'Sending', sent: now }", "{ state: 'Sent', sent: now }"]],
    workflow: 'sending',
    method: SEND,
    disturbance: killed('before'),
  },
  {
    name: 'a mail is sent before the commit that marks it',
    file: 'workflows/mail-run.ts',
    changes: [
      [
        'let batch = takeBatch(outbox, MOST_IN_A_RUN);\n  outbox.commit();',
        'let batch = takeBatch(outbox, MOST_IN_A_RUN);',
      ],
    ],
    workflow: 'sending',
    method: SEND,
    disturbance: killed('after'),
  },
  {
    name: 'an interrupted mail is sent again without looking into Sent mail',
    file: 'workflows/mail-run.ts',
    changes: [['const gmailId = findSent(row.entry.id);', 'const gmailId = findSent(row.entry.id) && null;']],
    workflow: 'sending',
    method: SEND,
    disturbance: killed('after'),
  },
  {
    name: 'a time-out is taken for not sent',
    file: 'google/gmail.ts',
    changes: [
      [
        "return code === 400 || code === 413 || isAddress ? 'refused' : 'unknown';",
        "return code === 400 || code === 413 || isAddress ? 'refused' : 'later';",
      ],
    ],
    workflow: 'sending',
    method: SEND,
    disturbance: (call) => ({ kind: 'fault', call, how: 'time-out after the effect' }),
  },
  {
    name: 'nobody looks whether a response is known',
    file: 'workflows/take-up.ts',
    changes: [['if (responseIds.has(id) || seen.has(id)) continue;', 'if (seen.has(id)) continue;']],
    workflow: 'acceptance',
    method: COMMIT,
    disturbance: killed('after'),
  },
  {
    name: 'row numbers are kept across a read',
    file: 'workflows/book.ts',
    changes: [
      [
        '!table.stands(seen.get(table.sheetId) ?? new Map())',
        '!table.stands(seen.get(table.sheetId) ?? new Map()) && false',
      ],
    ],
    workflow: 'acceptance',
    method: COMMIT,
    disturbance: overtaken('staff sort'),
  },
  {
    name: 'no lock is taken',
    file: 'google/lock.ts',
    changes: [['take: (waitMs) => lock.tryLock(waitMs),', 'take: () => true,']],
    workflow: 'acceptance',
    method: COMMIT,
    disturbance: overtaken('another response'),
  },
  {
    name: 'the watermark moves before the commit',
    file: 'workflows/take-up-acceptances.ts',
    changes: [
      [
        "const from = options.everything && !isRecent ? '' : watermark(desk);",
        `const store = PropertiesService.getScriptProperties();
  const from = store.getProperty('READ_UP_TO') ?? '';
  store.setProperty('READ_UP_TO', desk.now);`,
      ],
    ],
    workflow: 'acceptance',
    method: COMMIT,
    disturbance: killed('before'),
  },
  {
    name: 'a commit is made in two writes',
    file: 'workflows/book.ts',
    changes: [
      [
        'const seen = commit(this.place.id, requests, toSee);',
        'commit(this.place.id, requests.splice(0, 1));\n      const seen = commit(this.place.id, requests, toSee);',
      ],
    ],
    workflow: 'acceptance',
    method: COMMIT,
    disturbance: killed('after'),
  },
  {
    name: 'a case is told in a mail',
    file: 'workflows/case-outbox.ts',
    changes: [
      [
        'writeLetter(seldomPart().composeCaseMail(desk, mail), {',
        "writeLetter({ ...seldomPart().composeCaseMail(desk, mail), subject: desk.caseRow(mail.reference)?.entry.happened ?? '' }, {",
      ],
    ],
    workflow: 'report',
    method: COMMIT,
    disturbance: killed('after'),
  },
  {
    name: 'what happened is written into the trail',
    file: 'workflows/record-report.ts',
    changes: [
      [
        "what: CASE_AUDIT.received, subject: number, before: '', after: '' });\n  addPeople",
        "what: CASE_AUDIT.received, subject: number, before: '', after: happened });\n  addPeople",
      ],
    ],
    workflow: 'report',
    method: COMMIT,
    disturbance: killed('after'),
  },
];
