// The form “Report or ask” as Google builds it: what it takes, what it refuses, and how it is repaired.

import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as esbuild from 'esbuild';
import { ROUTES } from '../../src/content/case-choices.ts';
import { readReport, reportForm } from '../../src/content/report-form.ts';
import { REPORT_FORM } from '../../src/content/texts/case-form-pages.ts';
import { GUIDELINES } from '../../src/domain/case-entries.ts';
import { FormBench } from '../local-workspace/forms/support.ts';

const form = reportForm(REPORT_FORM, {
  programme: 'International Mentoring St. Louis',
  contactAddress: 'contact@imstl.org',
});
const { items } = form;
const guidelineLabels = items.flatMap((item) =>
  item.key === 'guidelines' && item.kind === 'ticks' ? [...item.labels] : [],
);

describe('built as a Google Form', () => {
  let bench: FormBench;
  let formId: string;
  let ids: Record<string, string>;
  let builder = '';

  beforeAll(async () => {
    const entry = fileURLToPath(new URL('../../src/google/form-builder.ts', import.meta.url));
    const built = await esbuild.build({
      entryPoints: [entry],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'builder',
      target: 'es2020',
    });
    builder = built.outputFiles[0]?.text ?? '';
  });

  const shape = (open: string) =>
    JSON.parse(
      bench.run(`${builder}
        const form = ${open};
        const shaped = builder.shapeForm(form, ${JSON.stringify(form)}, ${JSON.stringify(ids)}, () => {});
        builder.publishForm(form);
        return JSON.stringify({ id: form.getId(), ids: shaped.ids, changed: shaped.changed });`) as string,
    ) as { id: string; ids: Record<string, string>; changed: boolean };
  const again = () => shape(`FormApp.openById('${formId}')`);
  const questionId = (key: string) =>
    String(bench.engine.get(formId).items.find(({ id }) => String(id) === ids[key])?.questionId);

  beforeEach(() => {
    bench = new FormBench();
    ids = {};
    const made = shape(`builder.createForm('Report')`);
    formId = made.id;
    ids = made.ids;
  });

  /** Submits answers by our own keys, and reads what is kept. */
  function submit(raw: Record<string, string | string[]>) {
    const answers = Object.fromEntries(Object.entries(raw).map(([key, value]) => [questionId(key), value]));
    const { answers: kept } = bench.engine.submit({ formId, answers });
    return readReport(
      Object.fromEntries(
        items.map(({ key, kind }) => {
          const values = kept[questionId(key)];
          return [key, kind === 'ticks' ? values : values?.[0]];
        }),
      ),
    );
  }

  const routeLabel = (start: string) =>
    Object.values(ROUTES).find((label) => label.startsWith(start)) as string;

  it('finds nothing to change when it is built again', () => {
    expect(again()).toEqual({ id: formId, ids, changed: false });
  });

  it.each([
    ['Report a possible', 'happened'],
    ['Report a safety', 'safety.happened'],
    ['Ask a question', 'question'],
  ])('takes “%s…” with nothing but its one answer', (start, key) => {
    const read = submit({ route: routeLabel(start), [key]: 'It was so.' });
    expect([read.happened, read.question]).toContain('It was so.');
  });

  it('takes every tick, and asks a pass-phrase for ten characters', () => {
    const report = { route: routeLabel('Report a possible'), happened: 'x', guidelines: guidelineLabels };
    expect(submit(report).guidelines).toEqual(GUIDELINES);
    expect(() => submit({ ...report, passPhrase: 'too short' })).toThrow('at least 10 characters');
    expect(submit({ ...report, passPhrase: 'long enough' }).passPhrase).toBe('long enough');
  });

  it('refuses an address that is none, and an addition without its pass-phrase', () => {
    const asks = { route: routeLabel('Ask'), question: 'x' };
    expect(() => submit({ ...asks, email: 'maria' })).toThrow('Please type one email address');
    expect(() => submit({ route: routeLabel('Add'), addition: 'x' })).toThrow('required');
  });

  it('repairs in place what somebody changed, and keeps the ids', () => {
    bench.run(`const form = FormApp.openById('${formId}');
      const at = (id) => form.getItemById(Number(id));
      at(${ids.guidelines}).asCheckboxItem().setChoiceValues(['Only this'])
        .setValidation(FormApp.createCheckboxValidation().requireSelectExactly(1).build()).setRequired(true);
      at(${ids.route}).asMultipleChoiceItem().setChoiceValues(['Somewhere']);
      at(${ids.happened}).asParagraphTextItem()
        .setValidation(FormApp.createParagraphTextValidation().requireTextLengthLessThanOrEqualTo(1).build());
      form.deleteItem(at(${ids.passPhrase}).getIndex());`);
    const repaired = again();
    expect(repaired.changed).toBe(true);
    expect(repaired.ids).toEqual({ ...ids, passPhrase: repaired.ids.passPhrase });
    expect(repaired.ids.passPhrase).not.toBe(ids.passPhrase);
    ids = repaired.ids;
    expect(again().changed).toBe(false);
    const [first = '', second = ''] = guidelineLabels;
    const read = submit({
      route: routeLabel('Report a possible'),
      happened: 'It was so.',
      guidelines: [first, second],
    });
    expect(read).toMatchObject({ happened: 'It was so.', guidelines: GUIDELINES.slice(0, 2) });
  });
});
