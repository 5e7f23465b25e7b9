// Sample opt-outs, takedowns and agreements for the tests of the domain.

import { printed } from '../../src/domain/agreements.ts';
import type { Agreement, OptOut, Takedown } from '../../src/domain/image-entries.ts';

export function optOut(changes: Partial<OptOut> = {}): OptOut {
  return {
    id: 'O-000001',
    received: '2026-03-01T10:00:00',
    effective: '2026-03-01',
    memberId: 'M-1',
    name: 'Ana Ruiz',
    email: 'ana@example.org',
    kind: 'No future pictures',
    forWhom: 'Herself',
    family: '',
    scope: 'Everything',
    pictures: '',
    words: '',
    release: '',
    channel: 'Form',
    confirmedBy: 'Personal link',
    status: 'In force',
    responseId: 'r1',
    remark: '',
    steps: '',
    ...changes,
  };
}

export function takedown(changes: Partial<Takedown> = {}): Takedown {
  return {
    id: 'T-000001',
    optOut: 'O-000001',
    memberId: 'M-1',
    medium: 'Website',
    what: '',
    owner: 'Bo Li',
    due: '2026-03-15',
    ticked: changes.done !== null && changes.done !== undefined,
    done: null,
    remark: '',
    noted: false,
    ...changes,
  };
}

export function agreement(changes: Partial<Agreement> = {}): Agreement {
  return printed({
    id: 'D-0001',
    started: '2026-03-01T10:00:00',
    starter: 'M-1',
    other: 'M-2',
    otherName: 'Bo Li',
    scope: 'what we said about the job search, to the counselor',
    expires: '2026-06-30',
    starterConfirmed: '2026-03-01T10:00:00',
    otherConfirmed: null,
    status: null,
    revokedBy: '',
    revoked: null,
    responseIds: '',
    remark: '',
    print: '',
    ...changes,
  });
}
