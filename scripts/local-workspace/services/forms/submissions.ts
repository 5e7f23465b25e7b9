// What happens when a member presses Submit: may she, do the answers fit, and what is kept.

import { GoogleError, invalid } from '../../kernel/errors.ts';
import type { FormsEngine } from './engine.ts';
import { type Answers, asksSomething, type Form, type FormProblem, type FormResponse } from './form-model.ts';
import { isEmailShaped, REQUIRED_MESSAGE } from './form-rules.ts';
import { checkForm } from './form-walk.ts';

/** Answers under question titles or question ids, for tests and demonstrations. */
export interface MemberSubmission {
  readonly formId: string;
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
  /** What she types into the form's own address field. */
  readonly email?: string;
  /** The account that she is signed in with. */
  readonly account?: string;
}

export interface Submission {
  readonly answers: Answers;
  readonly email?: string;
  readonly account?: string;
}

export type Refusal = 'unpublished' | 'closed' | 'sign in' | 'answered already' | 'no edits';

const REFUSALS: Readonly<Record<Refusal, string>> = {
  unpublished: 'The form is not published',
  closed: 'The form is no longer accepting responses',
  'sign in': 'The form asks you to sign in',
  'answered already': 'You have responded already',
  'no edits': 'Responses to this form cannot be changed',
};

/** A submission that the form does not take; `problems` says which answers do not fit. */
export class FormRefused extends GoogleError {
  constructor(
    readonly reason: Refusal | 'problems',
    readonly problems: readonly FormProblem[] = [],
  ) {
    super(
      'INVALID_ARGUMENT',
      reason === 'problems'
        ? problems.map((problem) => `${problem.title}: ${problem.message}`).join('; ')
        : REFUSALS[reason],
    );
  }
}

/** Whether a visitor has to sign in. */
export const needsAccount = (form: Form): boolean =>
  form.settings.emailCollection === 'VERIFIED' || form.settings.limitOne;

export function refusalFor(
  engine: FormsEngine,
  form: Form,
  account: string | undefined,
  previous: FormResponse | undefined,
): Refusal | undefined {
  if (!form.settings.published) return 'unpublished';
  if (!form.settings.accepting) return 'closed';
  if (previous && !form.settings.allowEdits) return 'no edits';
  if (needsAccount(form) && !account) return 'sign in';
  const { owner, responders } = engine.file(form);
  const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);
  if (responders === 'domain' && domainOf(account ?? '') !== domainOf(owner)) return 'sign in';
  if (
    form.settings.limitOne &&
    !previous &&
    engine.responses(form.id).some((response) => response.account === account)
  ) {
    return 'answered already';
  }
  return undefined;
}

/** The address to keep with the response, and what is wrong with the one that was typed. */
function collectEmail(form: Form, submission: Submission): { email?: string; problem?: FormProblem } {
  switch (form.settings.emailCollection) {
    case 'DO_NOT_COLLECT':
      return {};
    case 'VERIFIED':
      return { email: submission.account };
    case 'RESPONDER_INPUT': {
      const email = (submission.email ?? '').trim();
      if (isEmailShaped(email)) return { email };
      const message = email === '' ? REQUIRED_MESSAGE : 'Must be a valid email address';
      return { problem: { field: 'email', title: 'Email', message } };
    }
  }
}

/** @throws FormRefused */
export function acceptSubmission(
  engine: FormsEngine,
  form: Form,
  submission: Submission,
  previous?: FormResponse,
): FormResponse {
  const refusal = refusalFor(engine, form, submission.account, previous);
  if (refusal) throw new FormRefused(refusal);
  const { email, problem } = collectEmail(form, submission);
  const checked = checkForm(form.items, submission.answers);
  const problems = [...(problem ? [problem] : []), ...checked.problems];
  if (problems.length > 0) throw new FormRefused('problems', problems);
  const account = needsAccount(form) ? submission.account : undefined;
  const response = engine.keepResponse(form, { answers: checked.answers, email, account }, previous);
  engine.kernel.happened({ type: 'form-submit', formId: form.id, responseId: response.id });
  return response;
}

/** @throws INVALID_ARGUMENT for a question that the form does not have, or has twice */
export function namedAnswers(form: Form, answers: MemberSubmission['answers']): Answers {
  const questions = form.items.filter(asksSomething);
  const named: Record<string, readonly string[]> = {};
  for (const [name, value] of Object.entries(answers)) {
    const byId = questions.filter((item) => String(item.questionId) === name);
    const found = byId.length > 0 ? byId : questions.filter((item) => item.title === name);
    const [question] = found;
    if (!question) throw invalid(`The form has no question "${name}"`);
    if (found.length > 1)
      throw invalid(`The form has ${found.length} questions "${name}": name the question by its id`);
    named[question.questionId] = typeof value === 'string' ? (value === '' ? [] : [value]) : value;
  }
  return named;
}
