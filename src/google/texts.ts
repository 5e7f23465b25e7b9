// Reads the words that stand in a file of the project beside the code.

import type { MailLayout } from '../content/render-mail.ts';
import type { Texts } from '../content/texts/texts.ts';

/** What the build writes into the file. */
interface TextsFile extends Texts {
  mailLayout: MailLayout;
  /** What the build took out of the modules of words: a text, or the parts between which something is put. */
  words: readonly (readonly string[])[];
  stamp: string;
}

/** The build puts the stamp of its texts here. */
declare const STAMP_OF_TEXTS: string;

let known: TextsFile | undefined;

/** All of these words; the file is read once in a run. Throws when it is not there, or was not built with the code. */
export function readTexts(): TextsFile {
  if (!known) {
    const page = HtmlService.createHtmlOutputFromFile('texts').getContent();
    const read = JSON.parse(page.slice(page.indexOf('{'), page.lastIndexOf('}') + 1)) as TextsFile;
    if (read.stamp !== STAMP_OF_TEXTS) throw new Error('The files “texts” and “Code” are not of one build.');
    known = read;
  }
  return known;
}

/** Stands in the bundle for a long text: the build puts these calls into the modules of words. */
export function words(number: number, ...values: unknown[]): string {
  const parts = readTexts().words[number] as readonly string[];
  return parts.reduce((text, part, place) => `${text}${values[place - 1]}${part}`);
}
