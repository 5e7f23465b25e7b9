// What stands out in the Cases spreadsheet: what is urgent, late or new; what is over steps back.

import type { LookRule } from '../../registers/tab-looks.ts';

const OVER = { paper: '#f0eff1', ink: '#68656d' } as const;
const LATE = { paper: '#fbe0dd', ink: '#8c1d18', bold: true } as const;
const NEW = { paper: '#fdf0c4', ink: '#5c4400', bold: true } as const;
const AT_WORK = { paper: '#e1ecf7', ink: '#1d4468' } as const;
const WAITING = { paper: '#ece6f5', ink: '#4a3570' } as const;
const DECIDED = { paper: '#e2f0e4', ink: '#1f5130' } as const;

const late = (by: string, still: string) => `AND({${by}}<>"",{${by}}<TODAY(),${still})`;
const NOT_CLOSED = '{status}<>"Closed"';

export const CASE_LOOKS: Readonly<Record<string, readonly LookRule[]>> = {
  cases: [
    { when: '{status}="Closed"', ...OVER },
    { fields: ['number', 'urgency'], when: '{urgency}="Urgent"', ...LATE },
    { fields: ['status'], when: 'OR({status}="New",{status}="Reopened")', ...NEW },
    { fields: ['status'], when: 'OR({status}="Acknowledged",{status}="Under review")', ...AT_WORK },
    { fields: ['status'], when: '{status}="Awaiting information"', ...WAITING },
    { fields: ['status'], when: '{status}="Finding"', ...DECIDED },
    { fields: ['acknowledgeBy'], when: late('acknowledgeBy', '{acknowledged}=""'), ...LATE },
    { fields: ['nextStepBy'], when: late('nextStepBy', NOT_CLOSED), ...LATE },
    { fields: ['answerBy'], when: late('answerBy', NOT_CLOSED), ...LATE },
  ],
  questions: [
    { when: 'OR({status}="Answered",{status}="No answer needed")', ...OVER },
    { fields: ['status'], when: '{status}="New"', ...NEW },
    { fields: ['answerBy'], when: late('answerBy', '{status}="New"'), ...LATE },
  ],
};
