// What stands out in the Registers: in Today, what is late or due, and the calm line when nothing waits.

import type { LookRule } from '../../registers/tab-looks.ts';

const LATE = { paper: '#fbe0dd', ink: '#8c1d18', bold: true } as const;
const TODAY = { paper: '#fdf0c4', ink: '#5c4400', bold: true } as const;
const CALM = { paper: '#e2f0e4', ink: '#1f5130' } as const;

export const LOOKS: Readonly<Record<string, readonly LookRule[]>> = {
  today: [
    { when: 'COUNTIF({what},"Nothing waits*")>0', ...CALM },
    { fields: ['when'], when: 'COUNTIF({when},"Was due*")>0', ...LATE },
    { fields: ['when'], when: '{when}="Today"', ...TODAY },
  ],
};
