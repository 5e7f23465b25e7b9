// One mail of each kind with invented words, for tests that look at all of them.

import { readFileSync } from 'node:fs';
import {
  agreementEnded,
  agreementEndLink,
  agreementInForce,
  agreementLookedAt,
  agreementToConfirm,
  agreementToProve,
  agreementWaits,
  nameInMail,
  noticeOfAgreement,
} from '../../src/content/agreement-mails.ts';
import {
  invitation,
  linkAgain,
  newVersion,
  oldVersionAnswered,
  reminder,
} from '../../src/content/asking-mails.ts';
import {
  noticeOfOptOut,
  optOutConfirmed,
  optOutTakenBack,
  optOutToConfirm,
  picturesTakenDown,
  takedownsDue,
} from '../../src/content/image-mails.ts';
import type { MailWords } from '../../src/content/mail-words.ts';
import { acceptanceConfirmed, personalLink, refusalConfirmed } from '../../src/content/member-mails.ts';
import {
  dailyDigest,
  noticeOfAcceptance,
  noticeOfNewVersion,
  noticeOfRefusal,
  noticeToMatch,
} from '../../src/content/staff-mails.ts';
import { parseCode } from '../../src/domain/code-text.ts';
import { differenceOf } from '../../src/domain/difference.ts';
import { permissionOf } from '../../src/domain/image-permission.ts';
import { remainsAfter } from '../../src/domain/takedowns.ts';
import { agreement, optOut, takedown } from '../domain/image-samples.ts';
import { acceptance } from '../domain/samples.ts';

/** A file of src/content. */
export const source = (name: string) =>
  readFileSync(new URL(`../../src/content/${name}`, import.meta.url), 'utf8');
export const FRAME = {
  programme: 'International Mentoring St. Louis',
  contact: 'contact@imstl.org',
  reference: 'IMSTL-MAIL-000001',
  audience: 'member',
  reportUrl: 'https://docs.google.com/forms/d/e/report/viewform',
} as const;
const her = (name: string) => ({ name, programme: FRAME.programme, contact: FRAME.contact });
const LINK = 'https://docs.google.com/forms/d/e/x/viewform?usp=pp_url&entry.1=abc.def';

export const TONES = ['early', 'soon', 'today', 'late', 'last'] as const;

/** The mails about pictures. */
function imageMails(name: string): [string, MailWords][] {
  const request = optOut({
    name,
    kind: 'Both',
    forWhom: 'Herself and family',
    family: `${name}\nMía`,
    scope: 'Certain pictures',
    pictures:
      'https://www.facebook.com/photos/a-very-long-name-of-a-picture-that-goes-on-and-on-without-a-break-1',
    words: 'Please, also the one in the hall.\nThank you!',
    remark: 'Matched by rita@example.org.',
  });
  const takeBack = { ...request, kind: 'Take back an opt-out', scope: 'Everything' } as const;
  const now = { from: null, isNothing: false };
  const known = { ...her(name), optOut: request, link: LINK, expires: '2026-05-01' };
  const withdrawal = { ...request, scope: 'Everything' } as const;
  const remains = remainsAfter(withdrawal);
  const permission = permissionOf([request], '2026-03-10');
  const lines = [takedown({ what: 'Take pictures off the website.' }), takedown({ due: null })];
  return [
    ['opt-out confirmed', optOutConfirmed({ ...known, optOut: withdrawal, due: '2026-03-31', remains })],
    ['opt-out confirmed, certain pictures', optOutConfirmed({ ...known, due: null, remains: [] })],
    [
      'opt-out confirmed that was taken back',
      optOutConfirmed({ ...known, optOut: { ...request, status: 'Taken back' }, due: null, remains: [] }),
    ],
    ['opt-out to confirm', optOutToConfirm(known)],
    ['take-back to confirm', optOutToConfirm({ ...known, optOut: takeBack })],
    [
      'opt-out taken back',
      optOutTakenBack({ ...known, optOut: takeBack, permission, onRoster: 'Opted out', ...now }),
    ],
    [
      'pictures taken down',
      picturesTakenDown({ ...known, remains, done: [['Social media', 'March 3, 2026']] }),
    ],
    ['notice of opt-out', noticeOfOptOut({ optOut: request, memberName: name, link: LINK })],
    [
      'notice of opt-out to match',
      noticeOfOptOut({ optOut: { ...request, status: 'To match' }, memberName: '', link: LINK }),
    ],
    ['takedowns due', takedownsDue({ lines, today: '2026-03-20', link: LINK })],
  ];
}

/** @param name of the member */
export function allMails(name: string): [string, MailWords][] {
  const answer = acceptance({
    name,
    statements: 'I agree to treat all Members with respect.',
    companions: 'Terms of Use: 1',
  });
  const notice = { acceptance: answer, memberName: name, standing: 'Current', link: LINK } as const;
  const code = parseCode(source('code-of-conduct.txt'));
  const asking = {
    ...her(name),
    link: LINK,
    expires: '2026-05-01',
    version: '2026-03-01',
    due: '2026-04-01',
  };
  const text = source('code-of-conduct.txt');
  const edited = text
    .replace('no offensive language', 'no hurtful language')
    .replace('  • Finances:', '  • Meetings: Ask before you record a meeting.\n\n  • Finances:');
  const difference = { since: '2025-06-04', changes: differenceOf(text, edited) };
  const much = {
    since: '2025-06-04',
    changes: differenceOf(text, `Code\n\nAll new\n\n${'Word. '.repeat(90)}`),
  };
  const digest = {
    accepted: [answer],
    declined: [],
    unconfirmed: [],
    toMatch: [answer],
    problems: [],
    followUps: [],
    standings: [],
    allAsked: null,
    pictures: { requests: [], toMatch: [optOut({ name })], takedowns: [takedown()] },
    link: LINK,
  };
  const shared = agreement({ status: 'Waiting', scope: `about work, to ${name}` });
  const both = { ...shared, otherConfirmed: '2026-03-02T09:00:00', status: 'In force' } as const;
  const party = {
    ...her(name),
    agreement: shared,
    with: nameInMail(name),
    isHers: false,
    link: LINK,
    linkUntil: '2026-05-01',
  };
  const held = { ...party, agreement: both };
  return [
    [
      'acceptance confirmed',
      acceptanceConfirmed({
        ...her(name),
        acceptance: answer,
        nextDue: '2026-07-01',
        code,
        pictures: LINK,
        agreement: LINK,
      }),
    ],
    ['refusal confirmed', refusalConfirmed({ ...her(name), acceptance: answer })],
    ['personal link', personalLink({ ...her(name), link: LINK, expires: '2026-05-01' })],
    ['invitation', invitation(asking)],
    ['new version', newVersion({ ...asking, why: 'The law changed.', difference })],
    ['new version, of which much is new', newVersion({ ...asking, why: '', difference: much })],
    ['new version, without the text she accepted', newVersion({ ...asking, why: '', difference: null })],
    ...TONES.map(
      (tone) =>
        [`reminder, ${tone}`, reminder({ ...asking, tone, acceptedOn: '2025-04-02' })] as [string, MailWords],
    ),
    ['first reminder of one who never accepted', reminder({ ...asking, tone: 'soon', acceptedOn: null })],
    ['old version answered', oldVersionAnswered({ ...asking, answered: '2025-06-04', difference })],
    ['link again', linkAgain(asking)],
    [
      'notice of a new version',
      noticeOfNewVersion({
        version: '2026-03-01',
        planned: '2026-03-02T02:10:00',
        changed: ['Finances (changed): no money'],
        link: LINK,
      }),
    ],
    ['notice of acceptance', noticeOfAcceptance(notice)],
    ['notice of refusal', noticeOfRefusal(notice)],
    ['notice to match', noticeToMatch(notice)],
    ...imageMails(name),
    ['agreement to confirm', agreementToConfirm(party)],
    [
      'agreement to prove',
      agreementToProve({ ...party, isHers: true, agreement: { ...shared, starterConfirmed: null } }),
    ],
    ['agreement looked at', agreementLookedAt(party)],
    ['link to end an agreement', agreementEndLink(party)],
    ['agreement waits', agreementWaits(party)],
    ['agreement in force', agreementInForce({ ...held, isActive: true })],
    ['agreement in force, without a link', agreementInForce({ ...held, isActive: false })],
    ['agreement ended', agreementEnded({ ...held, agreement: { ...both, status: 'Revoked' } })],
    ['agreement ran out', agreementEnded({ ...held, agreement: { ...both, status: 'Expired' } })],
    ['agreement never confirmed', agreementEnded({ ...party, agreement: { ...shared, status: 'Expired' } })],
    ['notice of agreement', noticeOfAgreement('D-0001', LINK)],
    ['daily digest', dailyDigest('2026-03-02', digest)],
    [
      'daily digest, all asked',
      dailyDigest('2026-03-02', { ...digest, allAsked: { version: '2026-03-01', members: '340' } }),
    ],
  ];
}
