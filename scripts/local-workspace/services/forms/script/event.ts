// What a form-submit event carries of its form: the form itself and the response.

import type { Execution } from '../../../script/execution.ts';
import type { FormsEngine } from '../engine.ts';
import { Form } from './form.ts';
import { FormResponse } from './form-response.ts';
import { openForm } from './item.ts';

/** `e.source` and `e.response`; both came with the event, so that reading them costs no call. */
export function formEvent(
  engine: FormsEngine,
  execution: Execution,
  formId: string,
  responseId: string,
): { source: Form; response?: FormResponse } {
  const context = openForm(execution, engine, formId);
  const stored = engine.response(formId, responseId);
  return { source: new Form(context), ...(stored ? { response: new FormResponse(context, stored) } : {}) };
}
