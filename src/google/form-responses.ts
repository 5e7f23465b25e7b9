// Opens forms, and reads their responses as plain data.

import { ownFormsNamed, whereIs } from './drive.ts';

type Form = GoogleAppsScript.Forms.Form;

export interface FormResponseData {
  id: string;
  /** When it was submitted, milliseconds since 1970, UTC. */
  receivedMs: number;
  /** The address of a verified sign-in, when the form collects it. */
  signedInEmail: string;
  /** Answers by item id. */
  answers: Record<string, string | string[]>;
}

/** Answers by our own keys in place of Google's item ids. */
export function answersByKey(
  { answers }: FormResponseData,
  items: Readonly<Record<string, string>>,
): Record<string, string | string[] | undefined> {
  return Object.fromEntries(Object.entries(items).map(([key, id]) => [key, answers[id]]));
}

/** The event of a form-submit trigger; real ones are sometimes blank. */
export interface FormSubmitEvent {
  source?: Form;
}

export function openForm(formId: string): Form {
  return FormApp.openById(formId);
}

/** The form, or null when it was deleted or cannot be opened. */
export function openOrNull(formId: string): Form | null {
  try {
    return openForm(formId);
  } catch {
    return null;
  }
}

/** The form, or null when it is gone. Throws what Google says when it is there and cannot be opened now. */
export function openUnlessGone(formId: string): Form | null {
  try {
    return openForm(formId);
  } catch (error) {
    if (whereIs(formId) === 'in use') throw error;
    return openOrNull(formId);
  }
}

/** A form of this name that was made here and holds nothing: a run left it that died before it wrote its id down. */
export function openLeftForm(name: string): Form | undefined {
  return ownFormsNamed(name)
    .map(openForm)
    .find((form) => form.getItems().length === 0);
}

/** Deletes a response from the form for good; one that is not there any more is fine. */
export function deleteResponse(form: Form, responseId: string): void {
  try {
    form.getResponse(responseId);
  } catch {
    return;
  }
  form.deleteResponse(responseId);
}

/**
 * The form's responses, oldest first; all of them, or those since an instant (milliseconds since 1970, UTC).
 * One remote call: what is inside a response is already here.
 */
export function readResponses(form: Form, sinceMs: number | null): GoogleAppsScript.Forms.FormResponse[] {
  return sinceMs === null ? form.getResponses() : form.getResponses(new Date(sinceMs));
}

/** One response as plain data. `withSignIn` reads the verified address too, which the form must collect. */
export function responseData(
  response: GoogleAppsScript.Forms.FormResponse,
  withSignIn: boolean,
): FormResponseData {
  const answers: FormResponseData['answers'] = {};
  for (const answer of response.getItemResponses()) {
    const given: unknown = answer.getResponse();
    answers[String(answer.getItem().getId())] = Array.isArray(given)
      ? given.flat().map(String)
      : String(given ?? '');
  }
  return {
    id: response.getId(),
    receivedMs: response.getTimestamp().getTime(),
    signedInEmail: withSignIn ? (response.getRespondentEmail() ?? '') : '',
    answers,
  };
}
