// The addresses under which members meet a form: `viewform`, `formResponse`, and the stand-in for signing in.

import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import type { FormsEngine } from '../../services/forms/engine.ts';
import type { Form, FormProblem, FormResponse } from '../../services/forms/form-model.ts';
import { isEmailShaped } from '../../services/forms/form-rules.ts';
import { answersFrom, type FieldValues, fieldsFor } from '../../services/forms/form-walk.ts';
import { shuffled } from '../../services/forms/shuffle.ts';
import { FormRefused, needsAccount, type Refusal, refusalFor } from '../../services/forms/submissions.ts';
import { clientScript } from './client-script.ts';
import { renderForm } from './form-page.ts';
import { renderClosed, renderConfirmation, renderSignIn } from './message-pages.ts';

export interface FormRouteOptions {
  /** Called when the answer to a submission is on its way, to run the triggers that wait. */
  afterSubmit?(formId: string, responseId: string): void;
  /** Addresses offered for signing in. */
  accounts?(): readonly string[];
  /** The local Workspace's first page. */
  home?: string;
}

const MOST_BYTES = 20 * 1024 * 1024;
const MISSING = { title: 'Form not found', message: '', reason: 'missing' } as const;

export function formRoutes(engine: FormsEngine, options: FormRouteOptions = {}): Hono {
  const app = new Hono();
  const home = options.home ?? '/';
  const accountOf = (c: Context): string | undefined => getCookie(c, 'account') || undefined;
  const missing = (c: Context) => c.html(renderClosed({ ...MISSING, home }), 404);

  /** The whole form, with what is known already. */
  function show(
    c: Context,
    form: Form,
    fields: FieldValues,
    more: { problems?: readonly FormProblem[]; editToken?: string },
  ) {
    const path = new URL(engine.viewUrl(form)).pathname;
    const account = needsAccount(form) ? accountOf(c) : undefined;
    return renderForm({
      action: path.replace(/viewform$/, 'formResponse'),
      title: engine.shownTitle(form),
      description: form.description,
      items: form.settings.shuffleQuestions ? shuffled(form.items, engine.kernel.clock.now()) : form.items,
      progressBar: form.settings.progressBar,
      emailCollection: form.settings.emailCollection,
      account,
      fields,
      problems: more.problems ?? [],
      editToken: more.editToken,
      home,
      address: more.editToken ? `${path}?edit2=${more.editToken}` : path,
      script: clientScript(),
    });
  }

  function refuse(c: Context, form: Form, reason: Refusal, address: string, status: 200 | 403) {
    const title = engine.shownTitle(form);
    if (reason === 'sign in') {
      const suggestions = options.accounts?.() ?? [];
      return c.html(renderSignIn({ title, home, continueTo: address, account: '', suggestions }), status);
    }
    const message = reason === 'closed' ? form.settings.closedMessage : '';
    return c.html(renderClosed({ title, reason, message, home }), status);
  }

  /** The response that an edit address names; null when it names none. */
  function edited(form: Form, token: string | undefined): FormResponse | undefined | null {
    return token ? (engine.responseByToken(form.id, token) ?? null) : undefined;
  }

  app.get('/forms/d/e/:publishedId/viewform', (c) => {
    const form = engine.byPublishedId(c.req.param('publishedId'));
    const token = c.req.query('edit2');
    const previous = form && edited(form, token);
    if (!form || previous === null) return missing(c);
    const url = new URL(c.req.url);
    const refusal = refusalFor(engine, form, accountOf(c), previous);
    if (refusal) return refuse(c, form, refusal, url.pathname + url.search, 200);
    const stored = previous ? storedFields(form, previous) : (name: string) => url.searchParams.getAll(name);
    return c.html(show(c, form, stored, previous ? { editToken: token } : {}));
  });

  app.get('/forms/d/e/:publishedId/formResponse', (c) =>
    c.redirect(c.req.path.replace(/formResponse$/, 'viewform'), 302),
  );

  // Google leads from the file's own id to the published address.
  app.get('/forms/d/:formId/viewform', (c) => {
    const form = engine.find(c.req.param('formId'));
    return form
      ? c.redirect(new URL(engine.viewUrl(form)).pathname + new URL(c.req.url).search, 302)
      : missing(c);
  });

  app.post('/forms/d/e/:publishedId/formResponse', bodyLimit({ maxSize: MOST_BYTES }), async (c) => {
    const form = engine.byPublishedId(c.req.param('publishedId'));
    const fields = await postedFields(c);
    if (!fields) return c.text('The answers must be sent as a form.', 400);
    const token = fields('edit2')[0] || undefined;
    const previous = form && edited(form, token);
    if (!form || previous === null) return missing(c);
    try {
      const response = engine.accept(
        form,
        { answers: answersFrom(form.items, fields), email: fields('emailAddress')[0], account: accountOf(c) },
        previous,
      );
      // What the member is told is on disk.
      engine.kernel.store.commit();
      setImmediate(() => options.afterSubmit?.(form.id, response.id));
      return c.html(confirmation(form, response));
    } catch (error) {
      if (!(error instanceof FormRefused)) throw error;
      if (error.reason === 'problems') {
        return c.html(show(c, form, fields, { problems: error.problems, editToken: token }), 400);
      }
      const path = new URL(engine.viewUrl(form)).pathname;
      return refuse(c, form, error.reason, path, 403);
    }
  });

  function confirmation(form: Form, response: FormResponse): string {
    const { settings } = form;
    const again = settings.respondAgainLink && !settings.limitOne;
    return renderConfirmation({
      title: engine.shownTitle(form),
      message: settings.confirmationMessage,
      home,
      ...(again ? { againUrl: new URL(engine.viewUrl(form)).pathname } : {}),
      ...(settings.allowEdits ? { editUrl: pathOf(engine.editResponseUrl(response)) } : {}),
    });
  }

  app.get('/forms/account', (c) =>
    c.html(
      renderSignIn({
        title: 'Sign in',
        home,
        continueTo: formPath(c.req.query('continue'), home),
        account: accountOf(c) ?? '',
        suggestions: options.accounts?.() ?? [],
      }),
    ),
  );

  app.post('/forms/account', async (c) => {
    const fields = (await postedFields(c)) ?? (() => []);
    const account = (fields('account')[0] ?? '').trim();
    const continueTo = formPath(fields('continue')[0], home);
    if (!isEmailShaped(account)) {
      const error = 'Must be a valid email address';
      const suggestions = options.accounts?.() ?? [];
      return c.html(renderSignIn({ title: 'Sign in', home, continueTo, account, suggestions, error }), 400);
    }
    setCookie(c, 'account', account, { path: '/', sameSite: 'Lax' });
    return c.redirect(continueTo, 303);
  });

  return app;
}

const pathOf = (address: string): string => new URL(address).pathname + new URL(address).search;

/** Only an address of a form is gone on to. */
const formPath = (address: string | undefined, otherwise: string): string =>
  address && /^\/forms\/d\/e\/[\w-]+\/viewform(\?|$)/.test(address) ? address : otherwise;

function storedFields(form: Form, response: FormResponse): FieldValues {
  const fields = fieldsFor(form.items, response.answers);
  return (name) =>
    name === 'emailAddress'
      ? response.email
        ? [response.email]
        : []
      : fields.filter(([field]) => field === name).map(([, value]) => value);
}

/** The posted fields, or undefined when the body is not a form. */
async function postedFields(c: Context): Promise<FieldValues | undefined> {
  const type = c.req.header('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return undefined;
  try {
    const data = await c.req.formData();
    return (name) => data.getAll(name).filter((value): value is string => typeof value === 'string');
  } catch {
    return undefined;
  }
}
