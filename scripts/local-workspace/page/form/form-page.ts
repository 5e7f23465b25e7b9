// The whole form as one HTML document: works without a script, and page by page with it.

import { html, raw } from 'hono/html';
import type { EmailCollection, FormItem, FormProblem } from '../../services/forms/form-model.ts';
import { type FieldValues, type FormPage, pagesOf } from '../../services/forms/form-walk.ts';
import { type FieldState, mark, renderItem } from './form-fields.ts';
import { type Markup, page, prose } from './page-shell.ts';

/** Everything that the page shows; made by the routes, so that the page itself knows no engine. */
export interface FormModel {
  /** Where the answers are sent. */
  readonly action: string;
  readonly title: string;
  readonly description: string;
  readonly items: readonly FormItem[];
  readonly progressBar: boolean;
  readonly emailCollection: EmailCollection;
  /** The signed-in member, when the form asks for it. */
  readonly account?: string;
  /** What is filled in already: prefilled, typed before, or stored. */
  readonly fields: FieldValues;
  readonly problems: readonly FormProblem[];
  /** Of the response that is being changed. */
  readonly editToken?: string;
  readonly home: string;
  /** The page's own address, to come back to after signing in. */
  readonly address: string;
  readonly script: string;
}

/** What the client script needs of the form. */
export type ClientForm = Pick<FormModel, 'items' | 'progressBar'> & { readonly email: boolean };

export function renderForm(model: FormModel): string {
  const pages = pagesOf(model.items);
  const state: FieldState = {
    fields: model.fields,
    errors: new Map(model.problems.map((problem) => [problem.field, problem.message])),
  };
  const anyRequired =
    model.emailCollection === 'RESPONDER_INPUT' || model.items.some((item) => item.required);
  const client: ClientForm = {
    items: model.items,
    progressBar: model.progressBar,
    email: model.emailCollection === 'RESPONDER_INPUT',
  };
  const content = html`
<header class="card top">
<h1 dir="auto">${model.title}</h1>
${prose(model.description)}
${model.account ? signedIn(model) : ''}
${model.editToken ? html`<p class="note">You are changing a response that you sent before.</p>` : ''}
${anyRequired ? html`<p class="note"><span class="mark" aria-hidden="true">*</span> marks a question that needs an answer.</p>` : ''}
${pages.length > 1 ? html`<p class="note without-script">The parts of this form stand one below the other. Fill in those that are for you.</p>` : ''}
</header>
${summary(model.problems)}
<form id="form" method="post" action="${model.action}" novalidate>
${model.editToken ? html`<input type="hidden" name="edit2" value="${model.editToken}">` : ''}
<input type="hidden" name="pageHistory" value="" disabled>
${pages.map((each) => renderPage(each, model, state))}
<div class="way">
<div class="progress" id="progress" hidden><progress max="1" value="0" aria-label="How far you are"></progress><span></span></div>
<button type="button" class="button" id="back" hidden>Back</button>
<button type="button" class="button main" id="next" hidden>Next</button>
<button type="submit" class="button main" id="submit">Submit</button>
<button type="button" class="plain" id="clear" hidden>Clear form</button>
</div>
<p class="hidden-text" id="where" role="status"></p>
</form>
<script type="application/json" id="model">${raw(JSON.stringify(client).replace(/</g, '\\u003c'))}</script>`;
  const prefix = model.problems.length > 0 ? 'Error: ' : '';
  return page({ title: `${prefix}${model.title}`, home: model.home, script: model.script }, content);
}

/** The list of what does not fit; the client script fills the same place. */
function summary(problems: readonly FormProblem[]): Markup {
  const lines = problems.map(
    (problem) =>
      html`<li><a href="#f-${problem.field}" dir="auto">${problem.title || 'Question'}: ${problem.message}</a></li>`,
  );
  return html`<div class="card summary" id="summary" role="alert" tabindex="-1"${problems.length > 0 ? '' : html` hidden`}>
<h2>Please look at ${problems.length === 1 ? 'this answer' : 'these answers'} again</h2><ul>${lines}</ul></div>`;
}

function renderPage(each: FormPage, model: FormModel, state: FieldState): Markup {
  const { heading } = each;
  const title = heading
    ? html`<div class="heading"><h2 tabindex="-1" dir="auto">${heading.title || `Part ${each.index + 1}`}</h2>${prose(heading.help)}</div>`
    : '';
  const email =
    each.index === 0 && model.emailCollection === 'RESPONDER_INPUT' ? emailField(model, state) : '';
  return html`<section class="page${each.index === 0 ? ' current' : ''}" data-page="${each.index}">${title}${email}${each.items.map(
    (item) => renderItem(item, state, heading ? 2 : 1),
  )}</section>
`;
}

function emailField(model: FormModel, state: FieldState): Markup {
  const error = state.errors.get('email') ?? '';
  return html`<div class="card question${error ? ' bad' : ''}" data-question="email"><label for="f-email">Email${mark(
    true,
  )}</label><input class="field" id="f-email" name="emailAddress" type="email" autocomplete="email" autocapitalize="none" spellcheck="false" required aria-describedby="e-email"${
    error ? html` aria-invalid="true"` : ''
  } value="${model.fields('emailAddress')[0] ?? ''}"><p class="error" id="e-email">${error}</p></div>`;
}

const signedIn = (model: FormModel): Markup =>
  html`<p class="note">Signed in as <strong>${model.account}</strong>. ${
    model.emailCollection === 'VERIFIED'
      ? 'Your address is recorded with your answers.'
      : 'Your address is not recorded.'
  } <a href="/forms/account?continue=${encodeURIComponent(model.address)}">Use another address</a></p>`;
