// What a look at the set-up finds: facts in, findings out.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { findingWords, PERMISSIONS } from '../../src/content/check-words.ts';
import { EMPTY_TRAIL, nextLine } from '../../src/domain/audit.ts';
import {
  type AccountFacts,
  answersOf,
  nightsAsText,
  readNights,
  withNight,
} from '../../src/domain/check-account.ts';
import { FINDINGS, type Finding, type FindingName, levelOf } from '../../src/domain/check-findings.ts';
import { checkCompanions, checkForm, type FormFacts } from '../../src/domain/check-forms.ts';
import { checkMail, type MailFacts } from '../../src/domain/check-mail.ts';
import { brokenAt, checkRecord, type RecordFacts } from '../../src/domain/check-record.ts';
import {
  type CaseFacts,
  checkCases,
  checkRegistersSharing,
  checkSheet,
  type SheetFacts,
} from '../../src/domain/check-sheets.ts';
import {
  checkTrial,
  isTrial,
  type TrialFacts,
  trialId,
  trialReference,
} from '../../src/domain/check-trial.ts';
import { checkPermissions, checkWork, type WantedWork, type WorkFacts } from '../../src/domain/check-work.ts';
import type { AuditLine } from '../../src/domain/entries.ts';
import { makeReference, readReference } from '../../src/domain/reference.ts';
import { SCOPES } from '../../src/google/account.ts';

const names = (found: readonly Finding[]) => found.map(({ name }) => name);
const NOW = '2026-01-12T09:00:00';
const OWNER = 'desk@imstl.org';

it('asks for the permissions of the manifest, each with its words', () => {
  const manifest = JSON.parse(readFileSync(new URL('../../appsscript.json', import.meta.url), 'utf8'));
  expect([...SCOPES].sort()).toEqual([...manifest.oauthScopes].sort());
  for (const scope of SCOPES) expect(PERMISSIONS[scope.slice(scope.lastIndexOf('/') + 1)]).toBeTruthy();
});

describe('words', () => {
  const all = Object.keys(FINDINGS) as FindingName[];

  it('say of each finding what it is, and of each that is not in order what to do', () => {
    for (const name of all.filter((one) => one !== 'answered' && one !== 'not by a script')) {
      const { what, whatToDo } = findingWords({ name, about: ['5', '6', '7'] });
      expect(what).toMatch(/[.]$/);
      expect({ name, toDo: whatToDo !== '' }).toEqual({ name, toDo: FINDINGS[name] !== 'good' });
    }
  });

  it('never name in what to do what is found, because a problem that has passed is found again by it', () => {
    for (const name of all.filter((one) => FINDINGS[one] === 'wrong'))
      expect(findingWords({ name, about: ['A', 'B'] }).whatToDo).toBe(
        findingWords({ name, about: [] }).whatToDo,
      );
  });

  it('tell two findings that are wrong apart by what to do', () => {
    const wrong = all.filter((name) => FINDINGS[name] === 'wrong');
    expect(new Set(wrong.map((name) => findingWords({ name, about: [] }).whatToDo)).size).toBe(wrong.length);
  });
});

describe('automatic work', () => {
  const night: WantedWork = {
    name: 'Night',
    handler: 'n',
    source: null,
    ran: '2026-01-12T02:10:00',
    within: 30,
    late: 30,
  };
  const often: WantedWork = {
    name: 'Often',
    handler: 'o',
    source: null,
    ran: '2026-01-12T08:50:00',
    within: 32,
    late: 8,
  };
  const form: WantedWork = {
    name: 'Form',
    handler: 'f',
    source: 'form-1',
    ran: '',
    within: null,
    late: null,
  };
  const seen = (handler: string, source: string | null = null, isOff = false) => ({ handler, source, isOff });
  const fine: WorkFacts = {
    account: OWNER,
    owner: OWNER,
    wanted: [night, often, form],
    triggers: [seen('n'), seen('o'), seen('f', 'form-1'), seen('other')],
    setUp: '2026-01-01T10:00:00',
    now: NOW,
  };
  const runs = ['work runs', 'work runs'];

  it.each<[string, Partial<WorkFacts>, string[]]>([
    ['all in place', {}, ['triggers in place', ...runs]],
    ['one missing', { triggers: [seen('n'), seen('f', 'form-1')] }, ['triggers missing', ...runs]],
    [
      'one for another form',
      { triggers: [seen('n'), seen('o'), seen('f', 'form-2')] },
      ['triggers missing', ...runs],
    ],
    [
      'one twice',
      { triggers: [seen('n'), seen('n'), seen('o'), seen('f', 'form-1')] },
      ['triggers twice', ...runs],
    ],
    [
      'one off',
      { triggers: [seen('n', null, true), seen('o'), seen('f', 'form-1')] },
      ['triggers off', ...runs],
    ],
    [
      'another account',
      { account: 'vera@imstl.org', triggers: [] },
      ['triggers of another account', ...runs],
    ],
    [
      'two accounts',
      { account: 'vera@imstl.org', triggers: [seen('n')] },
      ['triggers of two accounts', ...runs],
    ],
    [
      'a late one',
      { wanted: [{ ...often, ran: '2026-01-12T00:59:00' }], triggers: [seen('o')] },
      ['triggers in place', 'work late'],
    ],
    [
      'one that stopped',
      { wanted: [{ ...often, ran: '2026-01-11T00:59:00' }], triggers: [seen('o')] },
      ['triggers in place', 'work stopped'],
    ],
    [
      'just set up',
      {
        wanted: [{ ...night, ran: '' }, form],
        triggers: [seen('n'), seen('f', 'form-1')],
        setUp: '2026-01-12T08:00:00',
      },
      ['triggers in place', 'work not noted yet'],
    ],
    [
      'repaired after a stop: counted from then',
      {
        wanted: [{ ...night, ran: '2025-12-01T02:00:00' }],
        triggers: [seen('n')],
        setUp: '2026-01-12T08:00:00',
      },
      ['triggers in place', 'work runs'],
    ],
    [
      'never ran, long after the set-up',
      { wanted: [{ ...night, ran: '' }], triggers: [seen('n')] },
      ['triggers in place', 'work stopped'],
    ],
    [
      'nothing known of the set-up',
      { wanted: [{ ...night, ran: '' }], triggers: [seen('n')], setUp: '' },
      ['triggers in place', 'work not noted yet'],
    ],
  ])('%s', (_, facts, found) => {
    expect(names(checkWork({ ...fine, ...facts }))).toEqual(found);
  });

  it('says which, in words', () => {
    const [missing] = checkWork({ ...fine, triggers: [] });
    expect(missing).toEqual({ name: 'triggers missing', about: ['Night; Often; Form'] });
  });

  it.each([
    [[], 'permissions granted'],
    [['forms'], 'permissions missing'],
    [undefined, 'permissions not seen'],
  ] as const)('permissions %j: %s', (missing, name) => {
    expect(names(checkPermissions(missing, ''))).toEqual([name]);
  });
});

describe('the spreadsheet', () => {
  const fine: SheetFacts = {
    missingTabs: [],
    missingHeadings: [],
    unguarded: [],
    withoutList: [],
    badSettings: [],
    zones: ['America/Chicago', 'America/Chicago'],
    cells: 8_000_000,
  };

  it.each<[Partial<SheetFacts>, string[]]>([
    [{}, ['tabs whole', 'settings make sense', 'zones agree', 'room for rows']],
    [{ missingTabs: ['Members'] }, ['tabs missing', 'settings make sense', 'zones agree', 'room for rows']],
    [
      { missingHeadings: ['Members: Email'] },
      ['headings missing', 'settings make sense', 'zones agree', 'room for rows'],
    ],
    [{ unguarded: ['Mail log'] }, ['guards missing', 'settings make sense', 'zones agree', 'room for rows']],
    [
      { withoutList: ['Members: Role'] },
      ['lists missing', 'settings make sense', 'zones agree', 'room for rows'],
    ],
    [{ badSettings: ['Programme name'] }, ['tabs whole', 'settings bad', 'zones agree', 'room for rows']],
    [
      { zones: ['America/Chicago', 'Europe/Berlin'] },
      ['tabs whole', 'settings make sense', 'zones differ', 'room for rows'],
    ],
    [{ cells: 8_000_001 }, ['tabs whole', 'settings make sense', 'zones agree', 'little room for rows']],
  ])('%j', (facts, found) => {
    expect(names(checkSheet({ ...fine, ...facts }))).toEqual(found);
  });

  it.each<[object[] | undefined, string[]]>([
    [undefined, ['sharing for you to judge', 'link sharing not seen']],
    [[{ type: 'user', role: 'owner', email: OWNER }], ['sharing for you to judge']],
    [[{ type: 'anyone', role: 'reader', email: '' }], ['registers open to all', 'sharing for you to judge']],
    [[{ type: 'domain', role: 'reader', email: '' }], ['registers open to all', 'sharing for you to judge']],
  ])('shared as %j', (permissions, found) => {
    const facts = { permissions: permissions as CaseFacts['permissions'], editors: [OWNER] };
    expect(names(checkRegistersSharing(facts))).toEqual(found);
  });

  const ana = { type: 'user', role: 'writer', email: 'ana@imstl.org' };
  const cases: CaseFacts = {
    found: 'open',
    badSettings: [],
    handlers: 1,
    permissions: [ana, { type: 'user', role: 'owner', email: OWNER }],
    readers: ['ana@imstl.org'],
    owner: OWNER,
  };
  it.each<[Partial<CaseFacts>, string[]]>([
    [{}, ['cases in order']],
    [{ found: 'none' }, ['cases not made']],
    [{ found: 'closed' }, ['cases not looked at']],
    [{ readers: [] }, ['cases shared wrongly']],
    [{ permissions: [] }, ['cases shared wrongly']],
    [
      { permissions: [...cases.permissions, { type: 'anyone', role: 'reader', email: '' }] },
      ['cases shared wrongly'],
    ],
    [{ badSettings: ['Handlers'], handlers: 0 }, ['case settings bad', 'nobody handles cases']],
  ])('Cases %j', (facts, found) => {
    expect(names(checkCases({ ...cases, ...facts }))).toEqual(found);
  });
});

describe('forms', () => {
  const everybody = { type: 'anyone', role: 'reader', email: '', view: 'published' };
  const fine: FormFacts = {
    name: 'Pictures',
    found: 'there',
    isPublished: true,
    takesAnswers: true,
    mayWait: false,
    audience: [everybody],
    changed: [],
  };

  it.each<[Partial<FormFacts>, string[]]>([
    [{}, ['form for everybody']],
    [{ found: 'none' }, ['form not made']],
    [{ found: 'lost' }, ['form lost']],
    [{ found: 'closed to us' }, ['form not looked at']],
    [{ isPublished: false, takesAnswers: false }, ['form closed']],
    [{ takesAnswers: false }, ['form closed']],
    [{ isPublished: false, takesAnswers: false, mayWait: true }, []],
    [{ audience: undefined }, ['audience not seen']],
    [{ audience: [{ ...everybody, type: 'domain' }] }, ['form only for some']],
    // Who may look at the answers, not at the questions.
    [{ audience: [{ ...everybody, view: '' }] }, ['form only for some']],
    [{ changed: ['“Your name”'] }, ['form for everybody', 'questions changed']],
  ])('%j', (facts, found) => {
    expect(names(checkForm({ ...fine, ...facts }))).toEqual(found);
  });

  it('companions', () => {
    expect(names(checkCompanions({ missing: [] }))).toEqual(['companions set']);
    expect(names(checkCompanions({ missing: ['Terms of Use: link'] }))).toEqual(['companions missing']);
  });
});

describe('mail', () => {
  const mail = (state: 'Queued' | 'Sent' | 'Failed' | 'Sending', queued: string) => ({
    id: 'x',
    state,
    queued,
  });
  const fine: MailFacts = {
    account: OWNER,
    owner: OWNER,
    contact: 'contact@imstl.org',
    sendsAs: [OWNER, 'Contact@imstl.org'],
    left: 1400,
    perDay: 1400,
    paused: false,
    log: [mail('Sent', '2025-01-01T09:00:00')],
    now: NOW,
  };
  const good = ['sender is the contact address', 'room for mail', 'mail flows'];
  const lately = '2026-01-12T08:00:00';

  it.each<[Partial<MailFacts>, string[]]>([
    [{}, good],
    [{ contact: OWNER, sendsAs: [] }, good],
    [{ sendsAs: [OWNER] }, ['sender is another address', 'room for mail', 'mail flows']],
    [{ sendsAs: undefined, left: undefined }, ['sender not seen', 'room not seen', 'mail flows']],
    [{ account: 'vera@imstl.org' }, ['sender not seen', 'room not seen', 'mail flows']],
    [{ left: 0 }, ['sender is the contact address', 'no room for mail', 'mail flows']],
    [{ left: 19 }, ['sender is the contact address', 'little room for mail', 'mail flows']],
    [
      { left: 20, log: Array(21).fill(mail('Queued', lately)) },
      ['sender is the contact address', 'little room for mail', 'mail flows'],
    ],
    [{ log: [mail('Queued', lately)] }, good],
    [{ log: [mail('Queued', '2026-01-10T08:59:00')] }, [...good.slice(0, 2), 'mail waits long']],
    [{ log: [mail('Sending', '2026-01-10T08:59:00')] }, [...good.slice(0, 2), 'mail waits long']],
    [{ paused: true, log: [mail('Queued', '2026-01-01T08:59:00')] }, [...good.slice(0, 2), 'mail paused']],
    [{ log: [mail('Failed', lately)] }, [...good.slice(0, 2), 'mail failed']],
    [{ log: [mail('Failed', '2026-01-05T08:59:00')] }, good],
  ])('%j', (facts, found) => {
    expect(names(checkMail({ ...fine, ...facts }))).toEqual(found);
  });
});

describe('the record', () => {
  const lines: AuditLine[] = [];
  let head = EMPTY_TRAIL;
  for (const what of ['a', 'b', 'c', 'd', 'e']) {
    const next = nextLine(head, { who: 'w', what, subject: '', before: '', after: '' }, NOW, 'seal');
    lines.push(next.line);
    head = next.head;
  }
  const fine: RecordFacts = {
    changedTexts: [],
    active: ['2025-06-04'],
    document: 'same',
    head,
    lastLines: lines.slice(2),
  };
  const good = ['texts whole', 'one version in force', 'document as recorded', 'trail ends well'];

  it.each<[Partial<RecordFacts>, string[]]>([
    [{}, good],
    [{ document: undefined }, good.filter((name) => !name.startsWith('document'))],
    [{ document: 'differs' }, ['texts whole', 'one version in force', 'document differs', 'trail ends well']],
    [
      { document: 'not read' },
      ['texts whole', 'one version in force', 'document not read', 'trail ends well'],
    ],
    [{ changedTexts: ['2024-01-01', '2025-06-04'] }, ['texts changed', 'texts changed', ...good.slice(1)]],
    [{ active: [] }, ['texts whole', 'not one version in force', ...good.slice(2)]],
    [{ active: ['a', 'b'] }, ['texts whole', 'not one version in force', ...good.slice(2)]],
    [{ lastLines: [] }, [...good.slice(0, 3), 'trail end differs']],
  ])('%j', (facts, found) => {
    expect(names(checkRecord({ ...fine, ...facts }))).toEqual(found);
  });

  it.each<[string, AuditLine[], number | null]>([
    ['the last three', lines.slice(2), null],
    ['all', lines, null],
    ['a word changed', [...lines.slice(2, 4), { ...(lines[4] as AuditLine), what: 'x' }], 5],
    ['a word of the first changed', [{ ...(lines[0] as AuditLine), what: 'x' }, ...lines.slice(1)], 1],
    ['a line taken out', [lines[2], lines[4]] as AuditLine[], 5],
    ['two lines changed places', [lines[3], lines[2], lines[4]] as AuditLine[], 3],
    ['the last line taken away', lines.slice(2, 4), 5],
    ['no line', [], 5],
  ])('the end of the trail, %s', (_, last, broken) => {
    expect(brokenAt(head, last)).toBe(broken);
  });

  it('an empty trail ends well', () => {
    expect(brokenAt(EMPTY_TRAIL, [])).toBeNull();
  });
});

describe('the trial run', () => {
  const fine: TrialFacts = {
    ran: 'yes',
    owner: OWNER,
    isRecorded: true,
    mail: 'Sent',
    mailWaits: false,
    left: [],
    seconds: 3,
    clockDiffers: 1,
  };

  it.each<[Partial<TrialFacts>, string[]]>([
    [{}, ['trial passed', 'form clock agrees']],
    [{ clockDiffers: 121 }, ['trial passed', 'form clock differs']],
    [{ ran: 'other account' }, ['trial under the owner only']],
    [{ ran: 'form closed' }, ['trial needs the form']],
    [{ isRecorded: false, mail: null, clockDiffers: null }, ['trial not recorded']],
    [{ mail: 'Queued', mailWaits: true }, ['trial mail waits', 'form clock agrees']],
    [{ mail: 'Queued' }, ['trial mail not sent', 'form clock agrees']],
    [{ mail: 'Failed', mailWaits: true }, ['trial mail not sent', 'form clock agrees']],
    [{ left: ['its mail'] }, ['trial passed', 'trial not cleared away', 'form clock agrees']],
  ])('%j', (facts, found) => {
    expect(names(checkTrial({ ...fine, ...facts }))).toEqual(found);
  });

  it('is known by a seal of its own, which opens no form and never runs out', () => {
    const id = trialId(NOW);
    expect(isTrial({ id })).toBe(true);
    for (const other of ['A-000001', 'IMSTL-MAIL-000001', 'M-0001', ''])
      expect(isTrial({ id: other })).toBe(false);
    const text = makeReference(trialReference(id), 'secret');
    expect(readReference(text, 'trial', '2099-01-01', 'secret')).toMatchObject({
      ok: true,
      reference: { about: id },
    });
    for (const purpose of ['acceptance', 'image-opt-out', 'agreement'] as const)
      expect(readReference(text, purpose, '2026-01-12', 'secret')).toEqual({
        ok: false,
        why: 'other purpose',
      });
    const hers = makeReference(
      { purpose: 'acceptance', memberId: 'M-0001', about: id, expires: '2099-01-01', mailedTo: '' },
      'secret',
    );
    expect(readReference(hers, 'trial', '2026-01-12', 'secret').ok).toBe(false);
    expect(readReference(text, 'trial', '2026-01-12', 'another secret').ok).toBe(false);
  });
});

describe('what Google leaves open', () => {
  const facts: AccountFacts = {
    bornPublished: false,
    lockWaits: true,
    codeFromText: true,
    mailsLeft: 1490,
    mailsSent: 10,
    openMs: 812,
    linkLength: 210,
    nights: [],
  };
  const said = (changes: Partial<AccountFacts>) =>
    answersOf({ ...facts, ...changes }).map((one) => findingWords(one).what);

  it('has an answer or says that there is none, to each question', () => {
    expect(said({})).toHaveLength(9);
    const nothing = {
      bornPublished: undefined,
      lockWaits: undefined,
      mailsLeft: undefined,
      openMs: undefined,
      linkLength: undefined,
    };
    for (const text of [...said({}), ...said(nothing)]) expect(text).toMatch(/^[A-Z].{30,}[.]$/);
    expect(answersOf({ ...facts, ...nothing }).filter((one) => levelOf(one) === 'good')).toHaveLength(1);
  });

  it('compares the nights before and after a change of the clocks', () => {
    const winter = { offset: '-06:00', ran: '2026-03-07T02:14:00' };
    const summer = { offset: '-05:00', ran: '2026-03-08T03:14:00' };
    let nights = withNight([], winter);
    expect(said({ nights })[4]).toMatch(/known after the next change/);
    nights = withNight(readNights(nightsAsText(nights)), { ...summer, ran: '2026-03-08T01:00:00' });
    nights = withNight(readNights(nightsAsText(nights)), summer);
    expect(nights).toEqual([summer, winter]);
    expect(said({ nights })[4]).toMatch(
      /began at 02:14 before the last change of the clocks, and at 03:14 after it/,
    );
    expect(readNights('nonsense; -06:00 never')).toEqual([]);
  });
});
