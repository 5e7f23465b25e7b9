// Filling in the layout of mails: what comes out is what Mustache itself makes of it, whatever the words are.

import { beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import Mustache from 'mustache';
import { compileLayout, layoutHtml } from '../../scripts/build.ts';
import { footerOf, REPORT_OR_ASK, REPORT_WHY } from '../../src/content/mail-footers.ts';
import type { Block, MailWords } from '../../src/content/mail-words.ts';
import { type MailFrame, type MailLayout, renderMail } from '../../src/content/render-mail.ts';
import { allMails, FRAME, source } from './every-mail.ts';

let html = '';
let layout: MailLayout = [];
beforeAll(async () => {
  html = await layoutHtml(source('mail-layout.mjml'));
  layout = await compileLayout(source('mail-layout.mjml'));
});

/** The same mail, by Mustache. */
function byMustache(words: MailWords, frame: MailFrame): string {
  const { programme, contact, reference, audience, reportUrl } = frame;
  const isReport = audience === 'member' && reportUrl !== '';
  const report = isReport ? { why: REPORT_WHY, label: REPORT_OR_ASK, url: reportUrl } : null;
  const footer = footerOf(audience, programme, contact);
  return Mustache.render(html, { ...words, programme, reference, footer, report });
}

const NASTY = `<b>&amp;"'\`=/</b> {{programme}} {{{footer}}} $& $1 \u2028 \ud83d\ude00`;

it.each(allMails(NASTY))('%s', (_, words) => {
  for (const frame of [
    FRAME,
    { ...FRAME, programme: NASTY, reportUrl: '' },
    { ...FRAME, audience: 'staff' as const },
  ])
    expect(renderMail(layout, words, frame).html).toBe(byMustache(words, frame));
});

const text = fc.oneof(
  fc.string(),
  fc.constantFrom('', NASTY, '0', 'constructor', 'text'),
  fc.array(fc.constantFrom(...'&<>"\'`=/{}.#^')).map((signs) => signs.join('')),
);
const stretch = fc.oneof(fc.record({ same: text }), fc.record({ added: text }), fc.record({ removed: text }));
const block = fc.oneof(
  fc.record({ title: fc.record({ text }) }),
  fc.record({ heading: fc.record({ text }) }),
  fc.record({ paragraph: fc.record({ text }) }),
  fc.record({ list: fc.record({ items: fc.array(text) }) }),
  fc.record({ facts: fc.record({ rows: fc.array(fc.record({ label: text, value: text })) }) }),
  fc.record({ button: fc.record({ text, url: text }) }),
  fc.record({
    changes: fc.record({
      items: fc.array(fc.record({ clause: text, label: text, stretches: fc.array(stretch) })),
    }),
  }),
) as fc.Arbitrary<Block>;
const mail = fc.record({ subject: text, preview: text, blocks: fc.array(block) });

it('any mail', () => {
  fc.assert(
    fc.property(mail, text, (words, programme) => {
      const frame = { ...FRAME, programme };
      expect(renderMail(layout, words, frame).html).toBe(byMustache(words, frame));
    }),
    { numRuns: 300 },
  );
});

it.each(['{{{text}}}', '{{&text}}', '{{>part}}'])('the build refuses a layout with %s', async (place) => {
  const mjml = `<mjml><mj-body><mj-raw>${place}</mj-raw></mj-body></mjml>`;
  await expect(compileLayout(mjml)).rejects.toThrow('A mail layout cannot have');
});
