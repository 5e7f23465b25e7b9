// Runs inside a script's dialog: `google.script.run` and `google.script.host`, carried to the page around it by messages.

interface Handlers {
  readonly success?: (value: unknown, userObject?: unknown) => void;
  readonly failure?: (error: Error, userObject?: unknown) => void;
  readonly userObject?: unknown;
}

const scope = window as unknown as { __callable?: string[]; google?: unknown };
const callable = scope.__callable ?? [];
delete scope.__callable;

const waiting = new Map<number, Handlers>();
let calls = 0;
const post = (message: object): void => window.parent.postMessage({ from: 'dialog', ...message }, '*');

/** What may cross over: plain values, lists and objects of them, and a form as its fields. */
function legal(value: unknown, name: string): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map((item, i) => legal(item, String(i)));
  if (value instanceof HTMLFormElement) return formFields(value);
  const prototype = typeof value === 'object' ? Object.getPrototypeOf(value) : undefined;
  if (prototype === Object.prototype || prototype === null) {
    return Object.fromEntries(Object.entries(value as object).map(([key, item]) => [key, legal(item, key)]));
  }
  throw new TypeError(`Failed due to illegal value in property: ${name}`);
}

function formFields(form: HTMLFormElement): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  new FormData(form).forEach((value, key) => {
    if (typeof value !== 'string')
      throw new TypeError(`Files are not carried over in the local Workspace (field ${key}).`);
    const before = fields[key];
    fields[key] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  });
  return fields;
}

/** As on Google, each `with…` gives a runner of its own, and a name that the script does not have is no function. */
function runner(handlers: Handlers): object {
  const made: Record<string, unknown> = {
    withSuccessHandler: (success: Handlers['success']) => runner({ ...handlers, success }),
    withFailureHandler: (failure: Handlers['failure']) => runner({ ...handlers, failure }),
    withUserObject: (userObject: unknown) => runner({ ...handlers, userObject }),
  };
  for (const name of callable) {
    made[name] ??= (...args: unknown[]): void => {
      const id = ++calls;
      const carried = args.map((arg, i) => legal(arg, String(i)));
      waiting.set(id, handlers);
      post({ kind: 'run', id, name, args: carried });
    };
  }
  return made;
}

function answered({ id, result, failure }: { id: number; result?: unknown; failure?: string }): void {
  const handlers = waiting.get(id);
  if (!handlers) return;
  waiting.delete(id);
  if (failure === undefined) handlers.success?.(result, handlers.userObject);
  else {
    const error = new Error(failure);
    error.name = 'ScriptError';
    if (handlers.failure) handlers.failure(error, handlers.userObject);
    else console.error(`Uncaught ScriptError: ${failure}`);
  }
}

window.addEventListener('message', (event) => {
  if (event.source === window.parent && event.data?.from === 'page') answered(event.data);
});
window.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') post({ kind: 'escape' });
});

scope.google = {
  script: {
    run: runner({}),
    host: {
      close: () => post({ kind: 'close' }),
      setHeight: (height: number) => post({ kind: 'size', height }),
      setWidth: (width: number) => post({ kind: 'size', width }),
      editor: { focus: () => post({ kind: 'focus' }) },
      origin: document.referrer ? new URL(document.referrer).origin : '',
    },
  },
};
