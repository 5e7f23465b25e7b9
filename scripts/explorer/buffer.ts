// Changes of a form are gathered by Google and written later: an execution that dies may take them with it.

import type { Store } from '../local-workspace/kernel/store.ts';
import type { CallHook, RemoteCall } from '../local-workspace/script/execution.ts';

/** Whether the call is a change of a form, which may still be in the buffer when the next call is made. */
export const isBuffered = (method: string): boolean => /^Form\.(?!get|open)/.test(method);

/** Remembers the forms as they were before the changes that may still be in the buffer. */
export class FormBuffer {
  private before: Map<string, unknown> | undefined;

  constructor(private readonly store: Store) {}

  private get forms() {
    return this.store.table<unknown>('forms');
  }

  /** Called by the Workspace ahead of every call. */
  readonly hook: CallHook = {
    before: ({ method }: RemoteCall) => {
      if (!isBuffered(method)) this.before = undefined;
      else this.before ??= new Map(this.forms.keys().map((key) => [key, this.forms.get(key)]));
    },
  };

  /** What is in the buffer is lost. */
  lose(): void {
    if (!this.before) return;
    for (const [key, form] of this.before) this.forms.set(key, form);
  }
}
