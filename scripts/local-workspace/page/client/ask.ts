// Small dialogs that ask for a word, a choice or a yes.

export interface Question {
  readonly title: string;
  readonly text?: string;
  /** Label of a field to fill in; without it only a yes is asked for. */
  readonly label?: string;
  readonly value?: string;
  /** Turns the field into a choice: value and words. */
  readonly choices?: readonly (readonly [string, string])[];
  readonly type?: 'text' | 'email';
  readonly yes?: string;
  readonly no?: string;
}

/** @returns what was filled in ('' for a mere yes), or undefined when the person changed her mind */
export function ask(question: Question): Promise<string | undefined> {
  const dialog = document.createElement('dialog');
  dialog.className = 'question';
  const form = document.createElement('form');
  form.method = 'dialog';
  const head = document.createElement('div');
  head.className = 'dialog-head';
  const title = document.createElement('h2');
  title.id = 'ask-title';
  title.textContent = question.title;
  head.append(title);
  const body = document.createElement('div');
  body.className = 'dialog-body';
  if (question.text) {
    const text = document.createElement('p');
    text.textContent = question.text;
    body.append(text);
  }
  const field = fieldFor(question);
  if (field) {
    const label = document.createElement('label');
    label.className = 'stack';
    label.append(question.label ?? '', field);
    body.append(label);
  }
  const foot = document.createElement('div');
  foot.className = 'dialog-foot';
  const no = document.createElement('button');
  no.type = 'button';
  no.textContent = question.no ?? 'Cancel';
  const yes = document.createElement('button');
  yes.className = 'main';
  yes.textContent = question.yes ?? 'OK';
  foot.append(no, yes);
  form.append(head, body, foot);
  dialog.append(form);
  dialog.setAttribute('aria-labelledby', 'ask-title');
  const before = document.activeElement as HTMLElement | null;
  document.body.append(dialog);
  return new Promise((resolve) => {
    let said: string | undefined;
    form.addEventListener('submit', () => {
      said = field?.value ?? '';
    });
    no.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => {
      dialog.remove();
      before?.focus();
      resolve(said);
    });
    dialog.showModal();
    (field ?? yes).focus();
    if (field instanceof HTMLInputElement) field.select();
  });
}

function fieldFor({
  label,
  value,
  choices,
  type,
}: Question): HTMLInputElement | HTMLSelectElement | undefined {
  if (label === undefined) return undefined;
  if (!choices) {
    const input = document.createElement('input');
    input.type = type ?? 'text';
    input.value = value ?? '';
    input.required = type === 'email';
    return input;
  }
  const select = document.createElement('select');
  for (const [key, words] of choices) select.append(new Option(words, key, false, key === value));
  return select;
}
