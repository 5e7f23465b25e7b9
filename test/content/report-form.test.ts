// The form “Report or ask”: no page leads nowhere, hardly a question must be answered, and what was said is understood.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type FormItem, type RawAnswers, SUBMIT } from '../../src/content/form.ts';
import { readReport, reportForm } from '../../src/content/report-form.ts';
import { REPORT_FORM } from '../../src/content/texts/case-form-pages.ts';
import { CONTACT_TIMES, CONTACT_WAYS, GUIDELINES, SETTINGS_OF_CASES } from '../../src/domain/case-entries.ts';

const SETTINGS = { programme: 'International Mentoring St. Louis', contactAddress: 'contact@imstl.org' };
const form = reportForm(REPORT_FORM, SETTINGS);
const { items } = form;
const item = (key: string) => items.find((candidate) => candidate.key === key) as FormItem;
const said = (at: FormItem) =>
  [
    at.title,
    at.help ?? '',
    ...('labels' in at ? at.labels : []),
    ...('options' in at ? at.options.map(({ label }) => label) : []),
  ].join('\n');

interface Page {
  key: string;
  items: FormItem[];
  /** Where it can lead. */
  next: string[];
}

/** The pages in their order, and where each can lead: by an answer, by its own direction, or to the one that follows. */
function pages(): Page[] {
  const found: (Page & { own?: string })[] = [{ key: 'start', items: [], next: [] }];
  for (const each of items) {
    if (each.kind === 'page') found.push({ key: each.key, items: [], next: [], own: each.next });
    else found.at(-1)?.items.push(each);
  }
  for (const [index, page] of found.entries()) {
    const goTos = page.items.flatMap((each) =>
      each.kind === 'choice' ? each.options.flatMap(({ goTo }) => goTo ?? []) : [],
    );
    page.next = goTos.length > 0 ? goTos : [page.own ?? found[index + 1]?.key ?? SUBMIT];
  }
  return found;
}

/** Every way through the form, as the pages that are passed. */
function ways(from: Page[] = [pages()[0] as Page]): Page[][] {
  return (from.at(-1) as Page).next.flatMap((key) => {
    if (key === SUBMIT) return [from];
    const target = pages().find((page) => page.key === key);
    if (!target) throw new Error(`No page ${key}`);
    if (from.some((page) => page.key === key)) throw new Error(`${key} comes round again`);
    return ways([...from, target]);
  });
}
const wayOf = (route: string) =>
  ways().find((way) => way.some(({ key }) => key === `page.${route}`)) as Page[];
const mustAnswer = (way: readonly Page[]) =>
  way.flatMap((page) =>
    page.items.filter((each) => 'required' in each && each.required).map(({ key }) => key),
  );

describe('the way through the form', () => {
  it('ends on every path, and passes every page', () => {
    const passed = new Set(ways().flatMap((way) => way.map(({ key }) => key)));
    expect([...passed].sort()).toEqual(
      pages()
        .map(({ key }) => key)
        .sort(),
    );
    expect(ways()).toHaveLength(4);
  });

  it.each([
    ['violation', ['start', 'page.violation', 'page.people', 'page.more', 'page.later', 'page.contact']],
    ['safety', ['start', 'page.safety', 'page.later', 'page.contact']],
    ['question', ['start', 'page.question', 'page.contact']],
    ['addition', ['start', 'page.addition']],
  ])('leads from “%s” over its own pages', (route, expected) => {
    expect(wayOf(route).map(({ key }) => key)).toEqual(expected);
  });

  it.each([
    ['violation', ['route', 'happened']],
    ['safety', ['route', 'safety.happened']],
    ['question', ['route', 'question']],
    ['addition', ['route', 'addTo', 'addition']],
  ])('asks for hardly an answer on “%s”', (route, expected) => {
    expect(mustAnswer(wayOf(route))).toEqual(expected);
    expect(items.filter(({ kind }) => kind === 'tick')).toEqual([]);
  });

  it('says which page may be left empty, and asks nothing that must be answered on a page that says so', () => {
    for (const page of pages().filter(({ key }) => key !== 'start')) {
      const { help = '' } = item(page.key);
      if (/empty/.test(help)) expect(mustAnswer([page])).toEqual([]);
    }
  });
});

describe('the words', () => {
  it('send to 911 first: on the first page, on the page for safety, after sending, and when closed', () => {
    expect(form.description.startsWith('If anyone is in danger now, call 911 first.')).toBe(true);
    expect(item('page.safety').help?.startsWith('If anyone is in danger now, call 911 first.')).toBe(true);
    expect(form.confirmation).toContain('call 911');
    expect(form.closed).toContain('call 911');
  });

  it('name each item once, and give no two questions the same title', () => {
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
    const titles = items.map(({ title }) => title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it('offer every guideline, place and way of contact', () => {
    const heads = (key: string) => said(item(key)).split('\n');
    for (const name of GUIDELINES) expect(heads('guidelines').join('\n')).toContain(`${name}: `);
    for (const name of SETTINGS_OF_CASES) expect(heads('setting').join('\n')).toContain(`${name}: `);
    expect(heads('contact')).toEqual(expect.arrayContaining([...CONTACT_WAYS]));
    expect(heads('contactTime')).toEqual(expect.arrayContaining([...CONTACT_TIMES]));
  });

  it('say the working days of the setting', () => {
    expect(said(item('words.us'))).toContain('within two working days');
    expect(reportForm(REPORT_FORM, { ...SETTINGS, acknowledgeDays: 1 }).confirmation).toContain(
      'within one working day.',
    );
    expect(reportForm(REPORT_FORM, { ...SETTINGS, acknowledgeDays: 3 }).confirmation).toContain(
      'within 3 working days.',
    );
  });

  it('neither press nor promise, and stay short', () => {
    const all = [form.description, form.confirmation, form.closed, ...items.map(said)].join('\n');
    expect(all).not.toMatch(
      /guarantee|we promise|must|accus|victim|perpetrator|allege|why did(n’t| not) you/i,
    );
    for (const sentence of all.split(/[.!?:;•\n]\s*/))
      expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(28);
  });
});

/** What the Code asks of a report, and where the form has it. */
it.each([
  ['Confidentiality, also after it ended', 'guidelines', /Confidentiality: .*also after the mentoring/],
  ['former members', 'reportedOn', /former Member/],
  ['harassment', 'guidelines', /Harassment/],
  ['discrimination', 'guidelines', /Discrimination/],
  ['condescension, offensive language', 'guidelines', /Offensive or condescending words/],
  ['exploitation', 'guidelines', /Exploitation/],
  ['the basis, by protected category', 'basis', /Gender identity.*Sexual orientation.*Disability.*Neuro/s],
  ['the basis, further', 'basis', /Physical appearance.*Body size.*Ethnicity.*Nationality.*Race/s],
  ['the basis, further', 'basis', /Age.*Religion, culture or beliefs.*Another reason/s],
  ['the basis only if she wants', 'basis', /Only if you want/],
  ['honesty', 'guidelines', /Dishonesty/],
  ['availability, accountability, not unduly burdening', 'guidelines', /Availability.*asks for too much/],
  ['several categories at once', 'guidelines', /Tick all that fit/],
  ['on behalf of another', 'onBehalf', /For somebody else/],
  ['bystanders', 'onBehalf', /I saw or heard it/],
  ['bystanders, for safety', 'safety.happenedTo', /Who is hurt/],
  ['violence, threatened', 'safety.guidelines', /Violence or threats/],
  ['weapons', 'safety.guidelines', /Weapons/],
  ['a perception is enough', 'page.safety', /feels dangerous to you, that is enough/],
  ['suspicion is enough', 'words.you', /do not need to be sure/],
  ['the time of what happened', 'safety.when', /When/],
  ['law enforcement', 'police', /police/],
  ['law enforcement, for safety', 'safety.police', /police/],
  ['events, meetups, online, site, public', 'setting', /Event.*meetup.*Online.*Site.*Public place/s],
  ['the venue, or the channel', 'place', /phone, email, or our website/],
  ['damage to a facility', 'guidelines', /Damage to a place/],
  ['requests for money', 'guidelines', /Requests for money/],
  ['unlawful or harassing use of the website', 'guidelines', /Misuse of the website or of email: .*law/],
  ['evidence', 'evidence', /Links/],
  ['pictures', 'guidelines', /Pictures/],
  ['the mailbox is an equal channel', 'words.us', /contact@imstl\.org/],
  ['questions, concerns, or issues', 'route', /Ask a question or share a concern/],
  ['fairness: the other side is heard', 'words.us', /listen to the other side/],
  ['without a name', 'words.you', /do not need to give your name/],
  ['who reads it', 'words.us', /Only the people who handle cases/],
  ['a handler who is named is left out', 'words.us', /Then somebody else works on it/],
  ['no retaliation', 'words.us', /Nobody may treat you badly/],
  ['coming back without a name', 'route', /Add to something I told you earlier/],
])('covers: %s', (_, key, words) => {
  expect(said(item(key))).toMatch(words);
});

describe('what a response says', () => {
  const label = (key: string, start: string) =>
    said(item(key))
      .split('\n')
      .find((line) => line.startsWith(start));

  it('is understood, for a violation', () => {
    const read = readReport({
      route: 'Report a possible violation of the Code of Conduct',
      happened: ' She shouted. ',
      guidelines: [
        label('guidelines', 'Harassment') ?? '',
        'Weapons',
        'A choice of long ago',
        'Weapons: old words',
      ],
      setting: label('setting', 'Event'),
      reportedOn: 'Ann\n\n  Bo \r\n',
      basis: ['Race', 'Never heard of'],
      goingOn: 'Yes',
      onBehalf: 'I saw or heard it',
      police: 'I do not know',
      contact: 'By email',
      contactTime: 'Mornings (8 to 12)',
      passPhrase: 'tea lamp river chair',
      'safety.happened': 'taken back',
      question: 'taken back',
    });
    expect(read).toMatchObject({
      route: 'violation',
      happened: 'She shouted.',
      guidelines: ['Harassment', 'Weapons', 'Something else'],
      setting: 'Event',
      reportedOn: ['Ann', 'Bo'],
      witnesses: [],
      basis: ['Race', 'Another reason'],
      goingOn: 'Yes',
      onBehalf: 'I saw or heard it',
      police: 'I do not know',
      contact: 'By email',
      contactTime: 'Mornings (8 to 12)',
      passPhrase: 'tea lamp river chair',
      question: '',
    });
  });

  it('is understood, for a safety concern: its page has questions of its own', () => {
    const read = readReport({
      route: 'Report a safety concern',
      happened: 'taken back',
      'safety.happened': 'He has a gun',
      'safety.guidelines': [label('safety.guidelines', 'Weapons') ?? ''],
      'safety.happenedTo': 'Cy',
      'safety.police': 'No',
    });
    expect(read).toMatchObject({
      route: 'safety',
      happened: 'He has a gun',
      guidelines: ['Weapons'],
      happenedTo: ['Cy'],
      police: 'No',
    });
  });

  it.each([
    [{ route: 'Words of an older form', 'safety.happened': 'x' }, 'safety'],
    [{ addition: 'x', addTo: 'four words are here' }, 'addition'],
    [{ question: 'x' }, 'question'],
    [{}, null],
  ] as [RawAnswers, string | null][])('tells the route by what was answered: %j', (raw, route) => {
    expect(readReport(raw).route).toBe(route);
  });

  it('never throws, whatever comes back', () => {
    const anything = fc.option(fc.oneof(fc.string(), fc.array(fc.string())), { nil: undefined });
    const keys = fc.constantFrom(...items.map(({ key }) => key));
    fc.assert(fc.property(fc.dictionary(keys, anything), (raw) => readReport(raw) !== null));
  });
});
