// The form as a member meets it: its page, what she sends, and what comes back.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Hono } from 'hono';
import { formRoutes } from '../../../scripts/local-workspace/page/form/form-routes.ts';
import type { Form } from '../../../scripts/local-workspace/services/forms/form-model.ts';
import { FormBench } from './support.ts';

type Fields = [string, string][];

/** A member's browser without scripts. */
class Member {
  readonly app: Hono;
  readonly triggered: string[] = [];
  private cookie = '';

  constructor(readonly bench: FormBench) {
    this.app = formRoutes(bench.engine, { afterSubmit: (_form, response) => this.triggered.push(response) });
  }

  async open(address: string): Promise<{ status: number; text: string }> {
    const answer = await this.app.request(address.replace('https://docs.google.com', ''), {
      headers: { cookie: this.cookie },
    });
    return { status: answer.status, text: await answer.text() };
  }

  async send(form: Form, fields: Fields, multipart = false): Promise<{ status: number; text: string }> {
    let body: FormData | URLSearchParams = new URLSearchParams(fields);
    if (multipart) {
      body = new FormData();
      for (const [name, value] of fields) body.append(name, value);
    }
    const answer = await this.app.request(`/forms/d/e/${form.publishedId}/formResponse`, {
      method: 'POST',
      body,
      headers: { cookie: this.cookie },
    });
    return { status: answer.status, text: await answer.text() };
  }

  async signIn(account: string, continueTo: string): Promise<Response> {
    const answer = await this.app.request('/forms/account', {
      method: 'POST',
      body: new URLSearchParams({ account, continue: continueTo }),
    });
    this.cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? this.cookie;
    return answer;
  }
}

function setUp(body: string): { bench: FormBench; form: Form; member: Member } {
  const bench = new FormBench();
  const form = bench.form(`form.setTitle('Acceptance'); ${body}`);
  return { bench, form, member: new Member(bench) };
}

const stored = (bench: FormBench, form: Form) => bench.engine.responses(form.id);

describe('sending a form', () => {
  it('is recorded, on disk, and waits for its trigger before the member is thanked', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'forms-'));
    const bench = new FormBench({ folder });
    const form = bench.form(`form.addTextItem().setTitle('Name')`);
    const member = new Member(bench);
    const answer = await member.send(form, [[bench.entry(form, 'Name'), 'Ada']]);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('Your response has been recorded.');
    expect(answer.text).toContain('Submit another response');
    const [response] = stored(bench, form);
    expect(bench.events).toEqual([{ type: 'form-submit', formId: form.id, responseId: response?.id }]);
    const afterwards = new FormBench({ folder });
    expect(stored(afterwards, form)).toEqual([response]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(member.triggered).toEqual([response?.id]);
    afterwards.kernel.store.close();
    bench.kernel.store.close();
    rmSync(folder, { recursive: true });
  });

  it.each([[false], [true]])(
    'works without a script and over several pages (multipart: %s)',
    async (multipart) => {
      const { bench, form, member } = setUp(`
      const role = form.addMultipleChoiceItem().setTitle('Role').setRequired(true);
      const mentors = form.addPageBreakItem();
      form.addTextItem().setTitle('Employer').setRequired(true);
      const all = form.addPageBreakItem();
      form.addCheckboxItem().setTitle('Agree').setChoiceValues(['One', 'Two']).showOtherOption(true).setRequired(true);
      role.setChoices([role.createChoice('Mentor', mentors), role.createChoice('Mentee', all)]);`);
      const answer = await member.send(
        form,
        [
          [bench.entry(form, 'Role'), 'Mentee'],
          [bench.entry(form, 'Employer'), 'typed on a page that is not hers'],
          [bench.entry(form, 'Agree'), 'One'],
          [bench.entry(form, 'Agree'), '__other_option__'],
          [`${bench.entry(form, 'Agree')}.other_option_response`, 'Three'],
          ['pageHistory', '0,2'],
          ['fvv', '1'],
        ],
        multipart,
      );
      expect(answer.status).toBe(200);
      expect(Object.values(stored(bench, form)[0]?.answers ?? {})).toEqual([['Mentee'], ['One', 'Three']]);
    },
  );

  it('with something missing keeps everything typed and says what to do', async () => {
    const { bench, form, member } = setUp(`
      form.setCollectEmail(true);
      form.addTextItem().setTitle('Name').setRequired(true);
      form.addParagraphTextItem().setTitle('Story');
      form.addTextItem().setTitle('Age').setValidation(FormApp.createTextValidation().requireWholeNumber().build());
      form.addListItem().setTitle('Role').setChoiceValues(['Mentor', 'Mentee']);`);
    const answer = await member.send(form, [
      ['emailAddress', 'not an address'],
      [bench.entry(form, 'Story'), '\nA line\nand <another>'],
      [bench.entry(form, 'Age'), 'old enough'],
      [bench.entry(form, 'Role'), 'Mentee'],
    ]);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('<title>Error: Acceptance</title>');
    expect(answer.text).toContain('Email: Must be a valid email address');
    expect(answer.text).toContain('Name: This is a required question');
    expect(answer.text).toContain('Age: Must be a whole number');
    expect(answer.text).toContain('value="not an address"');
    expect(answer.text).toContain('>\n\nA line\nand &lt;another&gt;</textarea>');
    expect(answer.text).toContain('value="old enough"');
    expect(answer.text).toContain('<option value="Mentee" selected>');
    expect(stored(bench, form)).toEqual([]);
    expect(bench.events).toEqual([]);
  });

  it.each([
    ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&'],
    ['an emoji and right-to-left name', '🌸 שרה 👩‍👩‍👧 محمد'],
    ['a formula', '=HYPERLINK("https://evil.example","x")'],
    ['text of 60,000 characters', 'ä\n'.repeat(30_000)],
    ['a name of the language', '__proto__'],
  ])('takes %s as it is and shows it escaped', async (_what, text) => {
    const { bench, form, member } = setUp(`
      form.addParagraphTextItem().setTitle('Story'); form.addTextItem().setTitle('Name').setRequired(true)`);
    const entry = bench.entry(form, 'Story');
    const refused = await member.send(form, [[entry, text]]);
    expect(refused.status).toBe(400);
    expect(refused.text).not.toContain('<script>alert');
    expect(refused.text).not.toContain('<img');
    await member.send(form, [
      [entry, text],
      [bench.entry(form, 'Name'), 'Ada'],
    ]);
    expect(stored(bench, form)[0]?.answers[entry.slice('entry.'.length)]).toEqual([text]);
  });

  it('titles, choices and messages of the form are escaped, too', async () => {
    const evil = '</script><script>alert(1)</script>';
    const { form, member } = setUp(`
      const evil = ${JSON.stringify(evil)};
      form.setTitle(evil).setDescription(evil).setConfirmationMessage(evil);
      form.addListItem().setTitle(evil).setHelpText(evil).setChoiceValues([evil]);
      form.addCheckboxItem().setTitle(evil).setChoiceValues([evil]); form.addSectionHeaderItem().setTitle(evil);
      form.addScaleItem().setLabels(evil, evil); form.addPageBreakItem().setTitle(evil).setHelpText(evil)`);
    expect((await member.open(`/forms/d/e/${form.publishedId}/viewform`)).text).not.toContain(
      '<script>alert',
    );
    expect((await member.send(form, [])).text).not.toContain('<script>alert');
  });

  it('only makes web addresses into links', async () => {
    const { form, member } = setUp(
      `form.setDescription('See https://example.org/a?b=1&c="x", or javascript:alert(1).')`,
    );
    const { text } = await member.open(`/forms/d/e/${form.publishedId}/viewform`);
    expect(text).toContain('<a href="https://example.org/a?b=1&amp;c=" target="_blank"');
    expect(text).not.toContain('href="javascript');
  });

  it('as something else than a form is refused', async () => {
    const { bench, form, member } = setUp('');
    const answer = await member.app.request(`/forms/d/e/${form.publishedId}/formResponse`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(400);
    expect(stored(bench, form)).toEqual([]);
  });
});

describe('a prefilled address', () => {
  it('goes from a script to the page, and from there into the response', async () => {
    const { bench, form, member } = setUp(`
      form.addTextItem().setTitle('Reference'); form.addParagraphTextItem().setTitle('Story');
      form.addMultipleChoiceItem().setTitle('Role').setChoiceValues(['Mentor', 'Mentee']).showOtherOption(true);
      form.addCheckboxItem().setTitle('Days').setChoiceValues(['Mon', 'Tue']);
      form.addDateItem().setTitle('Day'); form.addTimeItem().setTitle('Time'); form.addScaleItem().setTitle('Scale')`);
    const url = bench.run(`
      const form = FormApp.openById('${form.id}');
      const [reference, story, role, days, day, time, scale] = form.getItems();
      return form.createResponse()
        .withItemResponse(reference.asTextItem().createResponse('a b+c&d=é'))
        .withItemResponse(story.asParagraphTextItem().createResponse('two\\nlines'))
        .withItemResponse(role.asMultipleChoiceItem().createResponse('Friend'))
        .withItemResponse(days.asCheckboxItem().createResponse(['Mon', 'Tue']))
        .withItemResponse(day.asDateItem().createResponse(new Date(2026, 5, 4, 12)))
        .withItemResponse(time.asTimeItem().createResponse(9, 30))
        .withItemResponse(scale.asScaleItem().createResponse(3))
        .toPrefilledUrl()`) as string;
    expect(url).toContain(`/viewform?usp=pp_url&${bench.entry(form, 'Reference')}=a+b%2Bc%26d%3D%C3%A9&`);
    expect(bench.entry(form, 'Reference')).not.toBe(`entry.${form.items[0]?.id}`);
    const { status, text } = await member.open(url);
    expect(status).toBe(200);
    expect(text).toContain('value="a b+c&amp;d=é"');
    expect(text).toContain('>\ntwo\nlines</textarea>');
    expect(text).toContain('value="2026-06-04"');
    expect(text).toMatch(/value="__other_option__" checked/);
    await member.send(form, [...new URL(url).searchParams]);
    expect(Object.values(stored(bench, form)[0]?.answers ?? {})).toEqual(
      expect.arrayContaining([
        ['a b+c&d=é'],
        ['two\nlines'],
        ['Friend'],
        ['Mon', 'Tue'],
        ['2026-06-04'],
        ['09:30'],
        ['3'],
      ]),
    );
  });

  it('with a choice that the form no longer has just leaves it open', async () => {
    const { bench, form, member } = setUp(`form.addListItem().setTitle('Role').setChoiceValues(['Mentor'])`);
    const { text } = await member.open(
      `/forms/d/e/${form.publishedId}/viewform?usp=pp_url&${bench.entry(form, 'Role')}=Martian`,
    );
    expect(text).not.toContain('Martian');
    expect(text).not.toContain(' selected');
  });
});

describe('a form that cannot be filled in', () => {
  it.each([
    ['closed', 'form.setAcceptingResponses(false)', 'is no longer accepting responses'],
    [
      'closed in the owner’s words',
      `form.setAcceptingResponses(false).setCustomClosedFormMessage('See you <soon>.')`,
      'See you &lt;soon&gt;.',
    ],
    ['not published', 'form.setPublished(false)', 'This form is not published'],
  ])('%s says so, and takes nothing', async (_what, change, text) => {
    const { bench, form, member } = setUp(change);
    expect((await member.open(`/forms/d/e/${form.publishedId}/viewform`)).text).toContain(text);
    const sent = await member.send(form, []);
    expect(sent.status).toBe(403);
    expect(sent.text).toContain(text);
    expect(stored(bench, form)).toEqual([]);
  });

  it('does not exist: wrong address, or in the bin', async () => {
    const { bench, form, member } = setUp('');
    expect((await member.open('/forms/d/e/1FAIpQLSnothing/viewform')).status).toBe(404);
    bench.files.update(form.id, { trashed: true });
    expect((await member.open(`/forms/d/e/${form.publishedId}/viewform`)).status).toBe(404);
    expect((await member.send(form, [])).status).toBe(404);
  });
});

describe('changing a response', () => {
  it('keeps its id and its first time, and fires the trigger again', async () => {
    const { bench, form, member } = setUp(
      `form.setAllowResponseEdits(true); form.addTextItem().setTitle('Name'); form.addTextItem().setTitle('Town')`,
    );
    const [name, town] = [bench.entry(form, 'Name'), bench.entry(form, 'Town')];
    const sent = await member.send(form, [
      [name, 'Ada'],
      [town, 'London'],
    ]);
    const link = /href="([^"]*edit2=[^"]*)"/.exec(sent.text)?.[1] ?? '';
    const [before] = stored(bench, form);
    bench.kernel.clock.tick(60_000);
    const opened = await member.open(link);
    expect(opened.text).toContain('value="London"');
    const token = new URL(link, 'https://docs.google.com').searchParams.get('edit2') ?? '';
    await member.send(form, [
      ['edit2', token],
      [name, 'Ada Lovelace'],
    ]);
    const after = stored(bench, form);
    expect(after).toHaveLength(1);
    expect(after[0]).toMatchObject({
      id: before?.id,
      createTime: before?.createTime,
      lastSubmittedTime: (before?.createTime ?? 0) + 60_000,
      answers: { [name.slice(6)]: ['Ada Lovelace'] },
    });
    expect(bench.events).toHaveLength(2);
    bench.run(`FormApp.openById('${form.id}').setAllowResponseEdits(false)`);
    expect((await member.open(link)).text).toContain('cannot be changed');
    expect((await member.open(`${link}x`)).status).toBe(404);
  });

  it('works for tests, too, and leaves answers that are not named', () => {
    const { bench, form } = setUp(
      `form.setAllowResponseEdits(true); form.addTextItem().setTitle('Name'); form.addTextItem().setTitle('Town')`,
    );
    const first = bench.engine.submit({ formId: form.id, answers: { Name: 'Ada', Town: 'London' } });
    const changed = bench.engine.editResponse(first.id, { formId: form.id, answers: { Town: 'St. Louis' } });
    expect(changed.id).toBe(first.id);
    expect(Object.values(changed.answers)).toEqual(expect.arrayContaining([['Ada'], ['St. Louis']]));
  });
});

describe('addresses of members', () => {
  it('verified: she signs in first, and the address is hers', async () => {
    const { bench, form, member } = setUp(
      `form.setEmailCollectionType(FormApp.EmailCollectionType.VERIFIED); form.addTextItem().setTitle('Name')`,
    );
    const address = `/forms/d/e/${form.publishedId}/viewform?usp=pp_url`;
    expect((await member.open(address)).text).toContain('asks you to sign in');
    expect((await member.send(form, [])).status).toBe(403);
    const signedIn = await member.signIn('ada@example.org', address);
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, address]);
    expect((await member.open(address)).text).toContain('ada@example.org');
    await member.send(form, [['emailAddress', 'somebody.else@example.org']]);
    expect(stored(bench, form)[0]?.email).toBe('ada@example.org');
    expect(bench.run(`return FormApp.openById('${form.id}').getResponses()[0].getRespondentEmail()`)).toBe(
      'ada@example.org',
    );
  });

  it('typed: whatever she types, without spaces', async () => {
    const { bench, form, member } = setUp('form.setCollectEmail(true)');
    await member.send(form, [['emailAddress', ' Ada+1@Example.org ']]);
    expect(stored(bench, form)[0]?.email).toBe('Ada+1@Example.org');
  });

  it('not asked for: not kept', async () => {
    const { bench, form, member } = setUp('');
    await member.send(form, [['emailAddress', 'ada@example.org']]);
    expect(stored(bench, form)[0]?.email).toBeUndefined();
  });

  it('one response each', async () => {
    const { bench, form, member } = setUp('form.setLimitOneResponsePerUser(true)');
    await member.signIn('ada@example.org', '/');
    expect((await member.send(form, [])).status).toBe(200);
    expect((await member.send(form, [])).text).toContain('You have responded already');
    expect(stored(bench, form)).toHaveLength(1);
  });

  it('signing in goes on to forms only', async () => {
    const { member } = setUp('');
    expect((await member.signIn('a@example.org', 'https://evil.example/')).headers.get('location')).toBe('/');
    expect((await member.signIn('a@example.org', '//evil.example/')).headers.get('location')).toBe('/');
    expect((await member.signIn('nobody', '/')).status).toBe(400);
  });
});

describe('submitting in a test', () => {
  it('refuses what the page refuses, by name', () => {
    const { bench, form } = setUp(
      `form.addTextItem().setTitle('Name').setRequired(true); form.addTextItem().setTitle('Twice'); form.addTextItem().setTitle('Twice')`,
    );
    const submit = (answers: Record<string, string>) => () =>
      bench.engine.submit({ formId: form.id, answers });
    expect(submit({})).toThrow('Name: This is a required question');
    expect(submit({ Nmae: 'Ada' })).toThrow('The form has no question "Nmae"');
    expect(submit({ Twice: 'x' })).toThrow('The form has 2 questions "Twice"');
    expect(bench.events).toEqual([]);
  });
});
