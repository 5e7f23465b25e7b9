// Sample entries for the tests of the domain.

import type { Acceptance, CodeVersion, Mail, Member } from '../../src/domain/entries.ts';

export function member(id: string, name: string, email: string, changes: Partial<Member> = {}): Member {
  return {
    id,
    name,
    email,
    role: 'Mentee',
    status: 'Active',
    joined: null,
    standing: null,
    acceptedVersion: '',
    acceptedOn: null,
    nextDue: null,
    images: 'Allowed',
    lastMailed: null,
    notes: '',
    askedFor: '',
    lastAsked: null,
    bounced: '',
    imagesGiven: null,
    imagesByStaff: null,
    ...changes,
  };
}

export function acceptance(changes: Partial<Acceptance> = {}): Acceptance {
  return {
    id: 'A-000001',
    received: '2025-07-01T10:00:00',
    memberId: 'M-1',
    name: 'Anna Ito',
    email: 'anna@example.org',
    role: 'Mentee',
    answer: 'Accepted',
    version: '2025-06-04',
    textHash: 'hash',
    confirmedBy: 'Personal link',
    statements: '',
    companions: '',
    responseId: 'r1',
    remark: '',
    seal: 'salt',
    ...changes,
  };
}

export function version(id: string, changes: Partial<CodeVersion> = {}): CodeVersion {
  return {
    version: id,
    lastUpdate: id,
    textHash: 'hash',
    published: null,
    publishedBy: '',
    change: 'Material',
    why: '',
    status: 'Active',
    ...changes,
  };
}

export function mail(id: string, changes: Partial<Mail> = {}): Mail {
  return {
    id,
    queued: '2026-03-01T09:00:00',
    kind: 'Invitation',
    to: 'anna@example.org',
    subject: '',
    memberId: 'M-1',
    reference: '2025-06-04',
    state: 'Queued',
    sent: null,
    gmailId: '',
    problem: '',
    ...changes,
  };
}
