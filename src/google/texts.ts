// Reads the words that only rare work needs; they stand in a file of the project beside the code.

import type { Texts } from '../content/texts/texts.ts';

let known: Texts | undefined;

/** All of these words; the file is read once in a run. Everyday work does without it. */
export function readTexts(): Texts {
  if (!known) {
    const page = HtmlService.createHtmlOutputFromFile('texts').getContent();
    known = JSON.parse(page.slice(page.indexOf('{'), page.lastIndexOf('}') + 1)) as Texts;
  }
  return known;
}
