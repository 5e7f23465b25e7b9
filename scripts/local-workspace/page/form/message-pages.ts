// The pages around the form: thank you, closed, not published, sign in, not found.

import { html } from 'hono/html';
import type { Refusal } from '../../services/forms/submissions.ts';
import { page, prose } from './page-shell.ts';

interface Place {
  readonly title: string;
  readonly home: string;
}

export interface ConfirmationModel extends Place {
  /** '' for Google's own sentence. */
  readonly message: string;
  /** Addresses; left out when the form does not offer them. */
  readonly againUrl?: string;
  readonly editUrl?: string;
}

export function renderConfirmation(model: ConfirmationModel): string {
  const links = [
    model.editUrl ? html`<a class="button" href="${model.editUrl}">Edit your response</a>` : '',
    model.againUrl ? html`<a class="button" href="${model.againUrl}">Submit another response</a>` : '',
  ];
  return page(
    { title: model.title, home: model.home },
    html`<div class="card top" id="confirmation"><h1 dir="auto">${model.title}</h1>${prose(
      model.message || 'Your response has been recorded.',
    )}${links.some(Boolean) ? html`<div class="links">${links}</div>` : ''}</div>`,
  );
}

export interface ClosedModel extends Place {
  readonly reason: Exclude<Refusal, 'sign in'> | 'missing';
  /** The owner's own words for a closed form, '' for the usual ones. */
  readonly message: string;
  readonly againUrl?: string;
}

export function renderClosed(model: ClosedModel): string {
  const usual: Record<ClosedModel['reason'], string> = {
    closed: `The form “${model.title}” is no longer accepting responses.\n\nIf you think that this is a mistake, please write to the people who sent you the form.`,
    unpublished: 'This form is not published. Only the people who edit it can open it.',
    'answered already':
      'You have responded already. This form can be filled in only once; if you want to change your answers, please write to the people who sent you the form.',
    'no edits': 'Responses to this form cannot be changed any more.',
    missing: 'There is no form at this address. Please check that the whole link was copied.',
  };
  const text = model.reason === 'closed' && model.message ? model.message : usual[model.reason];
  return page(
    { title: model.title, home: model.home },
    html`<div class="card top" id="closed"><h1 dir="auto">${model.title}</h1>${prose(text)}</div>`,
  );
}

export interface SignInModel extends Place {
  /** Where to go on afterwards: a path of a form. */
  readonly continueTo: string;
  readonly account: string;
  readonly suggestions: readonly string[];
  readonly error?: string;
}

/** Stands in for Google's sign-in: on one computer whoever types an address is its owner. */
export function renderSignIn(model: SignInModel): string {
  const list = model.suggestions.length > 0 ? html` list="accounts"` : '';
  return page(
    { title: model.title, home: model.home },
    html`<div class="card top"><h1 dir="auto">${model.title}</h1>
<p class="prose">This form asks you to sign in. Here you do it by choosing an address; on the real form you sign in with Google.</p>
<form method="post" action="/forms/account" class="account">
<input type="hidden" name="continue" value="${model.continueTo}">
<div><label for="account">Address</label><input class="field" id="account" name="account" type="email" required autocomplete="email" autocapitalize="none" spellcheck="false"${list} value="${model.account}"${
      model.error ? html` aria-invalid="true" aria-describedby="account-error"` : ''
    }>${model.error ? html`<p class="error" id="account-error">${model.error}</p>` : ''}</div>
<button class="button main" type="submit">Sign in</button>
<datalist id="accounts">${model.suggestions.map((address) => html`<option value="${address}"></option>`)}</datalist>
</form></div>`,
  );
}
