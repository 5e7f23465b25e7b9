// The how-tos of src/content/help.ts as the sidebar shows them and as the README has them.
// `npm run handbook` writes them into the README.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Mustache from 'mustache';
import { HOW_TOS, type HowTo } from '../src/content/help.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const README = join(ROOT, 'README.md');
const FOLDER = 'docs/help';
const BEGIN = '<!-- handbook: written by `npm run handbook` from src/content/help.ts -->';
const END = '<!-- end of the handbook -->';

export const pictureFile = (file: string) => join(ROOT, FOLDER, `${file}.png`);

/** Pictures are part of the page, because the sidebar of Google can fetch none. */
export function helpAsHtml(howTos: readonly HowTo[] = HOW_TOS): string {
  const template = `{{#all}}<details data-words="{{words}}">
<summary>{{title}}</summary>
<ol>{{#steps}}<li>{{.}}</li>{{/steps}}</ol>
{{#picture}}<img src="{{{source}}}" alt="{{shows}}">{{/picture}}
</details>
{{/all}}`;
  const all = howTos.map(({ picture, ...howTo }) => ({
    ...howTo,
    picture: picture && hasPicture(picture.file) && { shows: picture.shows, source: dataUri(picture.file) },
  }));
  return Mustache.render(template, { all });
}

/** Before the pictures are made for the first time, the page is without them. */
const hasPicture = (file: string) => existsSync(pictureFile(file));

const dataUri = (file: string) =>
  `data:image/png;base64,${readFileSync(pictureFile(file)).toString('base64')}`;

/** The handbook as the README has it. */
export function helpAsMarkdown(howTos: readonly HowTo[] = HOW_TOS): string {
  return howTos
    .map(({ title, steps, picture }) => {
      const lines = steps.map((step, index) => `${index + 1}. ${step}`).join('\n');
      const shown = picture ? `\n\n![${picture.shows}](${FOLDER}/${picture.file}.png)` : '';
      return `### ${title}\n\n${lines}${shown}`;
    })
    .join('\n\n');
}

/** The README with the handbook as it should be. Throws when it has no place for it. */
export function withHandbook(readme: string): string {
  const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`The README has no place for the handbook: ${BEGIN} … ${END}`);
  return `${readme.slice(0, from + BEGIN.length)}\n\n${helpAsMarkdown()}\n\n${readme.slice(to)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(README, withHandbook(readFileSync(README, 'utf8')));
