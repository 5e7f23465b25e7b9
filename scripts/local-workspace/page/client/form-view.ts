// Chooses between phone, wide screen and both, and copies the form's address.

import { toast } from './toast.ts';

const stage = document.getElementById('stage');
const widths = [...document.querySelectorAll<HTMLButtonElement>('button[data-width]')];
for (const button of widths) {
  button.addEventListener('click', () => {
    if (stage) stage.dataset.width = button.dataset.width;
    for (const other of widths) other.setAttribute('aria-pressed', String(other === button));
  });
}

document.querySelector<HTMLButtonElement>('button[data-copy]')?.addEventListener('click', async (event) => {
  const address = (event.currentTarget as HTMLButtonElement).dataset.copy ?? '';
  try {
    await navigator.clipboard.writeText(address);
    toast({ text: 'The address is copied.', seconds: 4 });
  } catch {
    toast({ text: address, seconds: -1 });
  }
});

// A narrow window has room for one of the two.
if (window.matchMedia('(max-width: 46rem)').matches)
  widths.find((button) => button.dataset.width === 'phone')?.click();
