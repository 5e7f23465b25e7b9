// The links in our mails: an address is kept by browsers and passed on, so none says who she is.

import { expect, it } from '@jest/globals';
import { compileLayout } from '../../scripts/build.ts';
import { Agreements } from '../../scripts/desk/agreements.ts';
import { Pictures } from '../../scripts/desk/pictures.ts';
import { readHtml } from '../../scripts/desk/reading.ts';
import { renderMail } from '../../src/content/render-mail.ts';
import { allMails, FRAME, source } from '../content/every-mail.ts';
import { ANNA, BEA, CARA, TestDesk } from '../support/desk.ts';

/** A link as it stands in the mail, as it is read, and with what its letters and digits stand for. */
function spoken(link: string): string {
  const parts = decodeURIComponent(link).split(/[=&?./]/);
  const decoded = parts.map((part) => Buffer.from(part, 'base64url').toString());
  // What is no text, such as a seal, says nothing.
  return [link, ...parts, ...decoded.filter((part) => /^[\p{L}\p{N}\p{P}\s]+$/u.test(part))].join(' ');
}

const linksIn = (text: string) => text.match(/https?:\/\/[^\s"'<>]+/g) ?? [];

function expectNothing(links: readonly string[], names: readonly string[]): void {
  expect(links.length).toBeGreaterThan(0);
  const parts = names.flatMap((name) => name.split(/[ @.]/)).filter((part) => part.length > 2);
  for (const link of links) {
    expect(spoken(link)).not.toContain('@');
    for (const part of parts) expect(spoken(link).toLowerCase()).not.toContain(part.toLowerCase());
  }
}

it('finds a name and an address, however they are written', () => {
  for (const link of [
    'https://x.org/?a=Zoe%20Quagga',
    'https://x.org/?a=zoe%40a',
    'https://x.org/?a=Wm9lIFF1YWdnYQ',
  ])
    expect(() => expectNothing([link], ['Zoe Quagga'])).toThrow();
});

it('in a mail of each kind', async () => {
  const layout = await compileLayout(source('mail-layout.mjml'));
  for (const [, words] of allMails('Zoe Quagga')) {
    const { html, text } = renderMail(layout, words, FRAME);
    expectNothing([...linksIn(text), ...linksIn(html.replaceAll('&#x2F;', '/'))], ['Zoe Quagga']);
  }
});

it('in the mails of a year’s acceptance, a request about pictures and an agreement', () => {
  const desk = new TestDesk();
  const [pictures, agreements] = [new Pictures(desk), new Agreements(desk)];
  desk.invite();
  desk.answer(desk.plainLink, BEA);
  desk.answerByLink(ANNA);
  pictures.ask(pictures.link, ANNA, { kind: 'Both' });
  pictures.confirm(ANNA);
  pictures.ask(desk.linkOf(ANNA.email, pictures.link), ANNA, { kind: 'Take back an opt-out' });
  // Only so many mails go to one address a day.
  desk.nextDay();
  desk.nextDay();
  agreements.start(agreements.newestLinkOf(ANNA));
  agreements.confirm(agreements.newestLinkOf(BEA), BEA);
  agreements.end(agreements.newestLinkOf(ANNA), ANNA);
  const sent = desk.sent();
  const links = sent.flatMap(({ text, html }) => [...linksIn(text), ...linksIn(readHtml(html))]);
  const hrefs = sent.flatMap(({ html }) =>
    [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => readHtml(href)),
  );
  const people = [ANNA, BEA, CARA].flatMap(({ name, email }) => [name, email.split('@')[0] ?? '']);
  expectNothing([...links, ...hrefs.filter((href) => /^http/.test(href))], people);
  const kinds = new Set(desk.register('Mail log').map(({ Kind }) => Kind));
  for (const kind of [
    'Invitation',
    'Acceptance confirmed',
    'Personal link',
    'Opt-out to confirm',
    'Opt-out confirmed',
    'Opt-out taken back',
    'Agreement to confirm',
    'Agreement waits',
    'Agreement in force',
    'Agreement ended',
  ])
    expect(kinds).toContain(kind);
});
