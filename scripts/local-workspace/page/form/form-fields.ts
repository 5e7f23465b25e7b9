// One item of a form as HTML: questions with their label, help, field and error; headings and reading text.

import { html } from 'hono/html';
import { asksSomething, type FormItem } from '../../services/forms/form-model.ts';
import { type FieldValues, OTHER } from '../../services/forms/form-walk.ts';
import { type Markup, prose } from './page-shell.ts';

export interface FieldState {
  readonly fields: FieldValues;
  /** Message for a question that does not fit, by question id. */
  readonly errors: ReadonlyMap<string, string>;
}

const attribute = (name: string, on: boolean): Markup | '' => (on ? html` ${name}` : '');

/** @param below the level of the heading above it: the form's own, or that of its page */
export function renderItem(item: FormItem, state: FieldState, below: 1 | 2): Markup {
  if (!asksSomething(item)) {
    const title =
      below === 1 ? html`<h2 dir="auto">${item.title}</h2>` : html`<h3 dir="auto">${item.title}</h3>`;
    return html`<section class="card reading">${item.title ? title : ''}${prose(item.help)}</section>`;
  }
  const id = String(item.questionId);
  const error = state.errors.get(id) ?? '';
  const described = [item.help.trim() ? `h-${id}` : '', `e-${id}`].filter(Boolean).join(' ');
  const parts = {
    id,
    name: `entry.${id}`,
    described,
    bad: error !== '',
    values: state.fields(`entry.${id}`),
    own: state.fields(`entry.${id}.other_option_response`)[0] ?? '',
  };
  const help = item.help.trim() ? html`<div id="h-${id}">${prose(item.help, 'help prose')}</div>` : '';
  const message = html`<p class="error" id="e-${id}">${error}</p>`;
  const label = html`<span dir="auto">${item.title || 'Question'}</span>${mark(item.required)}`;
  const body = isGroup(item)
    ? html`<fieldset${groupAttributes(item, parts)}><legend>${label}</legend>${help}${choiceFields(item, parts)}${message}</fieldset>`
    : html`<label for="f-${id}">${label}</label>${help}${singleField(item, parts)}${message}`;
  return html`<div class="card question${parts.bad ? ' bad' : ''}" data-question="${id}">${body}</div>`;
}

export const mark = (required: boolean): Markup | '' =>
  required
    ? html`<span class="mark" aria-hidden="true"> *</span><span class="hidden-text"> (required)</span>`
    : '';

const isGroup = (item: FormItem): boolean => ['MULTIPLE_CHOICE', 'CHECKBOX', 'SCALE'].includes(item.type);

interface Parts {
  readonly id: string;
  readonly name: string;
  readonly described: string;
  readonly bad: boolean;
  readonly values: readonly string[];
  readonly own: string;
}

function groupAttributes(item: FormItem, parts: Parts): Markup {
  const radio = item.type === 'CHECKBOX' ? '' : html` role="radiogroup"`;
  const required = item.type !== 'CHECKBOX' && item.required ? html` aria-required="true"` : '';
  const bad = item.type !== 'CHECKBOX' && parts.bad ? html` aria-invalid="true"` : '';
  return html`${radio}${required}${bad} aria-describedby="${parts.described}"`;
}

function choiceFields(item: FormItem, parts: Parts): Markup {
  return item.type === 'SCALE' ? scaleFields(item, parts) : optionFields(item, parts);
}

function optionFields(item: FormItem, parts: Parts): Markup {
  const type = item.type === 'CHECKBOX' ? 'checkbox' : 'radio';
  const chosen = type === 'radio' ? parts.values.slice(0, 1) : parts.values;
  const options = item.choices.map(
    (choice, index) =>
      html`<label class="option"><input type="${type}" name="${parts.name}" value="${choice.value}"${
        index === 0 ? html` id="f-${parts.id}"` : ''
      }${attribute('checked', chosen.includes(choice.value))}><span dir="auto">${choice.value}</span></label>`,
  );
  const own = item.other
    ? html`<div class="own"><label class="option"><input type="${type}" name="${parts.name}" value="${OTHER}"${attribute(
        'checked',
        chosen.includes(OTHER),
      )}><span>Other:</span></label><input class="field" type="text" dir="auto" name="${parts.name}.other_option_response" value="${parts.own}" aria-label="Other answer: ${item.title}" autocomplete="off"></div>`
    : '';
  const unpick =
    type === 'radio' && !item.required
      ? html`<button type="button" class="plain unpick" data-unpick="${parts.id}" hidden>Clear selection</button>`
      : '';
  return html`<div class="options">${options}${own}</div>${unpick}`;
}

function scaleFields(item: FormItem, parts: Parts): Markup {
  const { low = 1, high = 5, lowLabel = '', highLabel = '' } = item.scale ?? {};
  const numbers = Array.from({ length: high - low + 1 }, (_, index) => String(low + index));
  const meaning = (number: string): string =>
    number === String(low) ? lowLabel : number === String(high) ? highLabel : '';
  const options = numbers.map(
    (number, index) =>
      html`<label><span>${number}</span>${
        meaning(number) ? html`<span class="hidden-text">${meaning(number)}</span>` : ''
      }<input type="radio" name="${parts.name}" value="${number}"${index === 0 ? html` id="f-${parts.id}"` : ''}${attribute(
        'checked',
        parts.values[0] === number,
      )}></label>`,
  );
  const ends =
    lowLabel || highLabel
      ? html`<div class="ends" aria-hidden="true"><span dir="auto">${lowLabel ? `${low}: ${lowLabel}` : ''}</span><span dir="auto">${highLabel ? `${high}: ${highLabel}` : ''}</span></div>`
      : '';
  return html`<div class="scale">${options}</div>${ends}`;
}

function singleField(item: FormItem, parts: Parts): Markup {
  const value = parts.values[0] ?? '';
  const common = html`id="f-${parts.id}" name="${parts.name}" aria-describedby="${parts.described}"${attribute(
    'required',
    item.required,
  )}${parts.bad ? html` aria-invalid="true"` : ''}`;
  switch (item.type) {
    case 'PARAGRAPH_TEXT':
      // A line break right after the tag belongs to HTML, not to the answer.
      return html`<textarea class="field" rows="4" dir="auto" ${common}>
${value}</textarea>`;
    case 'LIST':
      return html`<select class="field" ${common}><option value="">Choose</option>${item.choices.map(
        (choice) =>
          html`<option value="${choice.value}"${attribute('selected', choice.value === value)}>${choice.value}</option>`,
      )}</select>`;
    case 'DATE':
      return item.includesYear === false
        ? html`<input class="field short" type="text" inputmode="numeric" placeholder="MM-DD" ${common} value="${value}">`
        : html`<input class="field short" type="date" ${common} value="${/^\d{4}-\d\d-\d\d$/.test(value) ? value : ''}">`;
    case 'TIME':
      return html`<input class="field short" type="time" ${common} value="${value}">`;
    default: {
      const email = item.rule?.name === 'TextIsEmail';
      const hints = email
        ? html` inputmode="email" autocomplete="email" autocapitalize="none" spellcheck="false"`
        : '';
      return html`<input class="field" type="text" dir="auto" ${common}${hints} value="${value}">`;
    }
  }
}
