// The ways to see a mail, as tabs that the arrow keys move between, and a frame as tall as the mail in it.

import { tabs } from './tabs.ts';

const list = document.querySelector<HTMLElement>('.views[role=tablist]');
if (list) tabs(list);

const frame = document.querySelector<HTMLIFrameElement>('.mail-frame');

function fitFrame(): void {
  const content = frame?.contentDocument?.documentElement;
  if (!frame || !content || frame.offsetParent === null) return;
  frame.style.height = '8rem';
  frame.style.height = `${Math.max(128, content.scrollHeight)}px`;
}

frame?.addEventListener('load', fitFrame);
window.addEventListener('resize', fitFrame);
if (frame?.contentDocument?.readyState === 'complete') fitFrame();
