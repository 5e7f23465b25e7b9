// The labels of a mail: shown in lists, and put on and taken away on the mail's own page.

import { html } from 'hono/html';
import type { MessageRecord } from '../../services/gmail/engine.ts';
import type { PageContext } from '../context.ts';
import type { Html } from '../layout.ts';

export const labelsOf = ({ workspace }: PageContext, address: string, message: MessageRecord): string[] =>
  workspace.gmail.labels.namesOf(address, message.labelIds);

/** In a list: the names, if there are any. */
export const labelTags = (names: readonly string[]): Html | string =>
  names.length === 0
    ? ''
    : html`<span class="tags"><span class="out">Labels: </span>${names.map((name) => html`<span class="badge accent"><bdi>${name}</bdi></span>`)}</span>`;

/** On the mail's own page. `others`: how many more mails its conversation has; `problem`: why the last change was refused. */
export function labelForms(
  context: PageContext,
  address: string,
  message: MessageRecord,
  others: number,
  problem?: string,
): Html {
  const names = labelsOf(context, address, message);
  const known = context.workspace.gmail.labels.ofUser(address).map(({ name }) => name);
  const action = `/local/mail/${encodeURIComponent(address)}/${message.id}/labels`;
  return html`<section class="labels" id="labels" data-live="mail" aria-labelledby="labels-title">
    <h2 id="labels-title">Labels</h2>
    ${
      names.length === 0
        ? html`<p class="soft small">This mail has no label.</p>`
        : html`<ul class="plain">${names.map(
            (
              name,
            ) => html`<li data-key="${name}"><form method="post" action="${action}" class="label"><bdi>${name}</bdi>
              <input type="hidden" name="remove" value="${name}"><button type="submit" aria-label="Take the label ${name} away" title="Take away">×</button></form></li>`,
          )}</ul>`
    }
    ${problem === undefined ? '' : html`<p class="note bad" role="alert">${problem}</p>`}
    <form method="post" action="${action}" class="new">
      <label>Put a label on it <input name="label" list="known-labels" required maxlength="225" autocomplete="off" spellcheck="false" placeholder="choose, or type a new one"></label>
      <datalist id="known-labels">${known.filter((name) => !names.includes(name)).map((name) => html`<option value="${name}"></option>`)}</datalist>
      <button type="submit">Put on</button>
      ${others > 0 ? html`<label class="check"><input type="checkbox" name="conversation" value="yes" checked> On every mail of this conversation, as Gmail does</label>` : ''}
    </form>
  </section>`;
}
