// On every page: the clock and its buttons, and regions that follow what happens without a reload.

import { refreshRegions } from './live-regions.ts';
import { toast } from './toast.ts';

interface ClockNews {
  readonly iso: string;
  readonly day: string;
  readonly time: string;
  readonly next: string;
  readonly moving: boolean;
}

const byId = (id: string): HTMLElement | null => document.getElementById(id);
const setText = (id: string, text: string): void => {
  const element = byId(id);
  if (element && element.textContent !== text) element.textContent = text;
};

let busy = false;
let stopTimer = 0;
const buttons = (): HTMLButtonElement[] => [
  ...document.querySelectorAll<HTMLButtonElement>('button[data-clock]'),
];

/** While the clock moves its buttons do nothing; they keep the focus, so they are not disabled. */
function showBusy(now: boolean): void {
  busy = now;
  for (const button of buttons()) button.setAttribute('aria-disabled', String(now));
  window.clearTimeout(stopTimer);
  const stop = byId('clock-stop');
  if (!stop) return;
  // Only a move that takes its time can be stopped; a short one would only make the button flicker.
  if (now) stopTimer = window.setTimeout(() => (stop.hidden = !busy), 700);
  else stop.hidden = true;
}

function showClock(news: ClockNews): void {
  setText('clock-day', news.day);
  setText('clock-hour', news.time);
  byId('clock-time')?.setAttribute('datetime', news.iso);
  setText('clock-next', news.next);
  const wrap = byId('clock-next-wrap');
  if (wrap) wrap.hidden = news.next === '';
  if (news.moving !== busy) showBusy(news.moving);
}

async function moveClock(button: HTMLButtonElement): Promise<void> {
  if (busy) return;
  showBusy(true);
  setText('clock-said', 'Moving the clock…');
  try {
    const answer = await fetch('/local/clock', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: button.dataset.clock ?? '',
    });
    const { said, error } = (await answer.json()) as { said?: string; error?: string };
    setText('clock-said', said ?? '');
    if (error) toast({ text: error, bad: true });
  } catch {
    setText('clock-said', '');
    toast({ text: 'The local Workspace does not answer. Is it still running?', bad: true });
  }
  showBusy(false);
}

for (const button of buttons()) button.addEventListener('click', () => void moveClock(button));
byId('clock-stop')?.addEventListener('click', () => {
  const body = JSON.stringify({ stop: true });
  void fetch('/local/clock', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
});

/** Pages that draw themselves listen to this. */
const tell = (topics: readonly string[]): void => {
  document.dispatchEvent(new CustomEvent('workspace-changed', { detail: topics }));
  void refreshRegions(topics);
};

let source: EventSource | undefined;
let lost = false;

/** A hidden page lets go of its connection, because browsers allow only a few to one place. */
function listen(): void {
  source?.close();
  source = undefined;
  if (document.hidden) {
    lost = true;
    return;
  }
  const events = new EventSource('/local/events');
  source = events;
  events.addEventListener('clock', (event) => showClock(JSON.parse(event.data) as ClockNews));
  events.addEventListener('changed', (event) => tell(JSON.parse(event.data) as string[]));
  events.onopen = () => {
    document.documentElement.dataset.live = 'yes';
    if (lost) tell(['*']);
    lost = false;
  };
  events.onerror = () => {
    document.documentElement.dataset.live = 'no';
    lost = true;
  };
}

document.addEventListener('visibilitychange', listen);
listen();

// On a narrow window the pages' names scroll; the current one comes into view.
const here = document.querySelector<HTMLElement>('.pages [aria-current]');
if (here?.parentElement) here.parentElement.scrollLeft = here.offsetLeft - here.parentElement.offsetLeft - 60;

// Search fields narrow the list while one types.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-search]')) {
  let timer = 0;
  form.addEventListener('input', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      const fields = new FormData(form) as unknown as Iterable<[string, string]>;
      const address = `${form.getAttribute('action')}?${new URLSearchParams([...fields])}`;
      history.replaceState(null, '', address);
      void refreshRegions(['*']);
    }, 200);
  });
}
