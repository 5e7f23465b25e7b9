// The other mails of a conversation, beside the one that is read.

import { html } from 'hono/html';
import type { MessageRecord } from '../../services/gmail/engine.ts';
import type { PageContext } from '../context.ts';
import type { Html } from '../layout.ts';
import { moment } from '../words.ts';
import { labelsOf, labelTags } from './labels.ts';
import { readablePeople } from './people.ts';

export function conversation(
  context: PageContext,
  address: string,
  message: MessageRecord,
  all: readonly MessageRecord[],
): Html | string {
  if (all.length < 2) return '';
  const now = context.workspace.now();
  return html`<section class="card flush" aria-labelledby="conversation-title">
    <div class="card-head"><h2 id="conversation-title">This conversation</h2></div>
    <ul class="list" id="conversation" data-live="mail">${all.map(
      (
        one,
      ) => html`<li data-key="${one.id}"><a class="list-link" href="/mail/${encodeURIComponent(address)}/${one.id}"${one.id === message.id ? html` aria-current="true"` : ''}>
        <span class="line from"><bdi>${readablePeople(one.from) || '(no sender)'}</bdi>${one.id === message.id ? html` <span class="badge">this mail</span>` : ''}</span>
        <span class="when">${moment(one.internalDate, now)}</span>
        ${labelTags(labelsOf(context, address, one))}
      </a></li>`,
    )}</ul>
  </section>`;
}
