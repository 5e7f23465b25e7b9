// Runs in the member's browser: shows the form page by page, checks each page before the next, and branches as the server does.

import type { Answers, FormProblem } from '../../services/forms/form-model.ts';
import { isEmailShaped, REQUIRED_MESSAGE } from '../../services/forms/form-rules.ts';
import {
  answersFrom,
  checkPage,
  type FormPage,
  nextPage,
  pagesOf,
  walk,
} from '../../services/forms/form-walk.ts';
import type { ClientForm } from './form-page.ts';

const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

const form = byId<HTMLFormElement>('form');
const summary = byId('summary');
const back = byId<HTMLButtonElement>('back');
const next = byId<HTMLButtonElement>('next');
const submit = byId<HTMLButtonElement>('submit');
const clear = byId<HTMLButtonElement>('clear');
const progress = byId('progress');
const model = JSON.parse(byId('model').textContent ?? '') as ClientForm;
const pages = pagesOf(model.items);

/** The pages passed so far, the present one last. */
let way: number[] = [0];

const present = (): FormPage => pages[way[way.length - 1] as number] as FormPage;

function values(name: string): string[] {
  return new FormData(form).getAll(name).filter((value): value is string => typeof value === 'string');
}
const answers = (): Answers => answersFrom(model.items, values);

function problemsOf(page: FormPage): FormProblem[] {
  const problems = checkPage(page, answers());
  if (!model.email || page.index !== 0) return problems;
  const email = (values('emailAddress')[0] ?? '').trim();
  if (isEmailShaped(email)) return problems;
  const message = email === '' ? REQUIRED_MESSAGE : 'Must be a valid email address';
  return [{ field: 'email', title: 'Email', message }, ...problems];
}

function question(field: string): HTMLElement | null {
  return form.querySelector<HTMLElement>(`[data-question="${field}"]`);
}

function mark(field: string, message: string): void {
  const box = question(field);
  if (!box) return;
  box.classList.toggle('bad', message !== '');
  byId(`e-${field}`).textContent = message;
  const target =
    box.querySelector('[role="radiogroup"]') ?? (box.querySelector('fieldset') ? null : byId(`f-${field}`));
  if (message === '') target?.removeAttribute('aria-invalid');
  else target?.setAttribute('aria-invalid', 'true');
}

function showProblems(page: FormPage, problems: readonly FormProblem[]): void {
  const found = new Map(problems.map((problem) => [problem.field, problem.message]));
  for (const item of page.items) mark(String(item.questionId), found.get(String(item.questionId)) ?? '');
  if (page.index === 0 && model.email) mark('email', found.get('email') ?? '');
  summary.hidden = problems.length === 0;
  if (problems.length === 0) return;
  const list = summary.querySelector('ul') as HTMLElement;
  list.replaceChildren(
    ...problems.map((problem) => {
      const line = document.createElement('li');
      const link = document.createElement('a');
      link.href = `#f-${problem.field}`;
      link.dir = 'auto';
      link.textContent = `${problem.title || 'Question'}: ${problem.message}`;
      line.append(link);
      return line;
    }),
  );
  const heading = summary.querySelector('h2') as HTMLElement;
  heading.textContent = `Please look at ${problems.length === 1 ? 'this answer' : 'these answers'} again`;
  summary.focus();
  summary.scrollIntoView({ block: 'start' });
}

/** Buttons and progress for the answers as they are now. */
function refresh(): void {
  const given = answers();
  const last = nextPage(pages, present(), given) === 'submit';
  back.hidden = way.length === 1;
  next.hidden = last;
  submit.hidden = !last;
  const total = Math.max(way.length, walk(pages, given).pages.length);
  progress.hidden = !model.progressBar || pages.length === 1;
  const bar = progress.querySelector('progress') as HTMLProgressElement;
  bar.max = total;
  bar.value = way.length;
  (progress.querySelector('span') as HTMLElement).textContent = `Page ${way.length} of ${total}`;
  for (const button of form.querySelectorAll<HTMLElement>('[data-unpick]')) {
    button.hidden = !question(button.dataset.unpick ?? '')?.querySelector('input:checked');
  }
}

function show(passed: number[], move: boolean): void {
  way = passed;
  for (const section of form.querySelectorAll<HTMLElement>('.page')) {
    section.classList.toggle('current', section.dataset.page === String(present().index));
  }
  document.body.classList.toggle('later', way.length > 1);
  refresh();
  if (!move) return;
  summary.hidden = true;
  window.scrollTo(0, 0);
  const heading =
    form.querySelector<HTMLElement>('.page.current .heading h2') ?? document.querySelector<HTMLElement>('h1');
  if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1;
  heading?.focus({ preventScroll: true });
  byId('where').textContent = `Page ${way.length}`;
}

/** True when the present page has no problem; otherwise it shows them. */
function fits(): boolean {
  const problems = problemsOf(present());
  showProblems(present(), problems);
  return problems.length === 0;
}

function goOn(): void {
  if (!fits()) return;
  const target = nextPage(pages, present(), answers());
  if (target === 'submit') return;
  const known = way.indexOf(target);
  show(known < 0 ? [...way, target] : way.slice(0, known + 1), true);
  history.pushState({ way }, '');
}

next.addEventListener('click', goOn);
back.addEventListener('click', () => {
  show(way.slice(0, -1), true);
  history.replaceState({ way }, '');
});
window.addEventListener('popstate', (event) => {
  const passed = (event.state as { way?: number[] } | null)?.way ?? [0];
  show(passed, true);
});

form.addEventListener('submit', (event) => {
  if (submit.getAttribute('aria-disabled') === 'true') return event.preventDefault();
  if (nextPage(pages, present(), answers()) !== 'submit') {
    event.preventDefault();
    return goOn();
  }
  if (!fits()) return event.preventDefault();
  const passed = form.elements.namedItem('pageHistory') as HTMLInputElement;
  passed.disabled = false;
  passed.value = way.join(',');
  submit.setAttribute('aria-disabled', 'true');
  submit.textContent = 'Sending …';
});
window.addEventListener('pageshow', () => {
  submit.removeAttribute('aria-disabled');
  submit.textContent = 'Submit';
  refresh();
});

form.addEventListener('input', (event) => {
  const target = event.target as HTMLInputElement;
  const box = target.closest<HTMLElement>('[data-question]');
  const field = box?.dataset.question ?? '';
  if (target.name.endsWith('.other_option_response') && target.value !== '') {
    const own = target.parentElement?.querySelector<HTMLInputElement>(
      'input[type="radio"], input[type="checkbox"]',
    );
    if (own) own.checked = true;
  }
  if (box?.classList.contains('bad')) {
    mark(field, problemsOf(present()).find((problem) => problem.field === field)?.message ?? '');
  }
  refresh();
});

form.addEventListener('click', (event) => {
  const button = (event.target as HTMLElement).closest<HTMLElement>('[data-unpick]');
  if (!button) return;
  const box = question(button.dataset.unpick ?? '');
  for (const input of box?.querySelectorAll<HTMLInputElement>('input') ?? []) {
    if (input.type === 'radio') input.checked = false;
    else input.value = '';
  }
  box?.querySelector<HTMLInputElement>('input')?.focus();
  refresh();
});

summary.addEventListener('click', (event) => {
  const link = (event.target as HTMLElement).closest('a');
  if (!link) return;
  event.preventDefault();
  const field = document.getElementById(link.hash.slice(1));
  field?.focus({ preventScroll: true });
  field?.closest('.question')?.scrollIntoView({ block: 'center' });
});

clear.hidden = false;
clear.addEventListener('click', () => {
  if (!window.confirm('Clear all your answers in this form?')) return;
  for (const element of form.elements) {
    if (element instanceof HTMLInputElement && element.type !== 'hidden') {
      if (element.type === 'radio' || element.type === 'checkbox') element.checked = false;
      else element.value = '';
    } else if (element instanceof HTMLTextAreaElement) element.value = '';
    else if (element instanceof HTMLSelectElement) element.selectedIndex = 0;
  }
  for (const page of pages) showProblems(page, []);
  show([0], true);
  history.replaceState({ way }, '');
});

/** After the server has refused something: open at the first page with a problem, by the way that leads there. */
function start(): void {
  const refused = form.querySelector<HTMLElement>('.question.bad')?.closest<HTMLElement>('.page')
    ?.dataset.page;
  const passed = walk(pages, answers()).pages;
  const place = refused === undefined ? -1 : passed.indexOf(Number(refused));
  show(place > 0 ? passed.slice(0, place + 1) : [0], false);
  history.replaceState({ way }, '');
  if (!summary.hidden) summary.focus();
}
start();
