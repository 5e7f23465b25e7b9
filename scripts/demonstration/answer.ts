// Fills in a form as a member would: what the link prefills, what she types, and the first choice of what is asked.

import type { Workspace } from '../local-workspace/index.ts';
import type { FormItem } from '../local-workspace/services/forms/form-model.ts';

/** What she types or chooses, by the title of the question. */
export type Typed = Readonly<Record<string, string>>;

/**
 * Submits the form behind a link, as `…/viewform?usp=pp_url&entry.1=…`, or behind a form's plain address.
 * @returns the id of the response
 */
export function answerForm(workspace: Workspace, link: string, typed: Typed): string {
  const url = new URL(link);
  const publishedId = /\/forms\/d\/e\/([^/]+)\//.exec(url.pathname)?.[1] ?? '';
  const form = workspace.forms.byPublishedId(publishedId);
  if (!form) throw new Error(`No form has the address ${link}`);
  const answers: Record<string, string | readonly string[]> = {};
  for (const item of form.items) {
    if (item.questionId === 0) continue;
    const answer = typed[item.title] ?? url.searchParams.get(`entry.${item.questionId}`) ?? usual(item);
    if (answer !== undefined) answers[item.questionId] = item.type === 'CHECKBOX' ? [answer].flat() : answer;
  }
  return workspace.forms.submit({ formId: form.id, answers }).id;
}

/** The first choice of a required question; nothing for what may stay empty. */
function usual(item: FormItem): string | undefined {
  return item.required ? item.choices[0]?.value : undefined;
}

/** The newest link to a form, given its plain address, in the mails to her. */
export function newestLink(workspace: Workspace, email: string, form: string): string | undefined {
  const { mailboxes } = workspace.gmail;
  for (let place = mailboxes.count(email) - 1; place >= 0; place--) {
    const mail = mailboxes.at(email, place);
    const links = mail ? workspace.gmail.view(email, mail.id).text.match(/\S+\/viewform\?\S+/g) : null;
    const link = links?.find((one) => one.startsWith(form));
    if (link) return link;
  }
  return undefined;
}
