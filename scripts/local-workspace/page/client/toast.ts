// Short messages at the edge of the page, read out by screen readers.

export interface Toast {
  readonly title?: string;
  readonly text: string;
  readonly bad?: boolean;
  /** Negative: until it is closed. */
  readonly seconds?: number;
}

export function toast({ title, text, bad, seconds = 8 }: Toast): void {
  const box = document.getElementById('toasts');
  if (!box) return;
  const note = document.createElement('div');
  note.className = bad ? 'toast bad' : 'toast';
  const words = document.createElement('div');
  words.dir = 'auto';
  if (title) {
    const strong = document.createElement('strong');
    strong.textContent = title;
    words.append(strong);
  }
  words.append(text);
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'quiet close';
  close.textContent = '×';
  close.setAttribute('aria-label', 'Close this message');
  close.addEventListener('click', () => note.remove());
  note.append(words, close);
  box.append(note);
  if (seconds > 0)
    window.setTimeout(() => note.matches(':hover, :focus-within') || note.remove(), seconds * 1000);
}
