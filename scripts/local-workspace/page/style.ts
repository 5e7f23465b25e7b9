// The one style of the page: its colours and sizes, and the parts that every page shares.

import { DOCUMENT_STYLE } from './document/document-style.ts';
import { MAIL_STYLE } from './mail/mail-style.ts';
import { SHEET_STYLE } from './parts/sheet-style.ts';
import { VIEW_STYLE } from './parts/view-style.ts';

/** Colours, light and dark. Every pair that carries text has a contrast of at least 4.5 to 1, lines of fields 3 to 1. */
export const COLOURS = `
:root {
  color-scheme: light dark;
  --paper: #fbf7f0; --card: #fffdf9; --sunken: #f4ede2; --line: #e3d9c9; --line-strong: #857765;
  --ink: #29231e; --ink-soft: #5f554a;
  --accent: #0d5c56; --accent-strong: #08453f; --accent-ink: #ffffff; --accent-soft: #dfece7;
  --warm: #9c4119; --warm-soft: #f9e7db;
  --good: #2a6331; --good-soft: #e2f0de;
  --bad: #9f2029; --bad-soft: #fae2df;
  --warn: #725000; --warn-soft: #faecc9;
  --shadow: 0 1px 2px rgb(75 55 30 / 8%), 0 4px 16px rgb(75 55 30 / 6%);
  --radius: 12px;
  --text: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  --title: "Iowan Old Style", "Palatino Linotype", Palatino, "Noto Serif", Georgia, serif;
  --code: ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono", "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1a1714; --card: #23201c; --sunken: #141210; --line: #3c352e; --line-strong: #93877a;
    --ink: #f2ebe1; --ink-soft: #bfb3a5;
    --accent: #86cfc2; --accent-strong: #a9e2d7; --accent-ink: #0c211d; --accent-soft: #203a35;
    --warm: #f2a986; --warm-soft: #41291d;
    --good: #9dd69c; --good-soft: #213422;
    --bad: #ffaaa3; --bad-soft: #452321;
    --warn: #efc877; --warn-soft: #3b2f15;
    --shadow: 0 1px 2px rgb(0 0 0 / 30%), 0 4px 16px rgb(0 0 0 / 25%);
  }
}
`;

const BASE = `
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; min-height: 100vh; min-height: 100dvh; display: flex; flex-direction: column; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 var(--text); overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.2; margin: 0; text-wrap: balance; }
h1 { font: 600 clamp(1.6rem, 1.2rem + 1.6vw, 2.2rem)/1.2 var(--title); letter-spacing: -0.01em; }
h2 { font: 600 1.25rem/1.3 var(--title); }
h3 { font-size: 1rem; }
p { margin: 0; }
a { color: var(--accent); text-underline-offset: 0.18em; }
a:hover { color: var(--accent-strong); text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
code, pre { font-family: var(--code); font-size: 0.9em; }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; padding: 0.55rem 0.75rem; border-block-end: 1px solid var(--line); vertical-align: top; }
tr > :first-child { padding-inline-start: 1.25rem; }
tr > :last-child { padding-inline-end: 1.25rem; }
th { font-size: 0.85rem; font-weight: 600; color: var(--ink-soft); white-space: nowrap; }
ul, ol { margin: 0; padding-inline-start: 1.25rem; }
summary { cursor: pointer; }
[hidden] { display: none !important; }
bdi { unicode-bidi: isolate; }
::selection { background: var(--accent); color: var(--accent-ink); }
@media (prefers-reduced-motion: reduce) { *, *::before, *::after { animation: none !important; transition: none !important; scroll-behavior: auto !important; } }

.out { position: absolute !important; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; inset-inline-start: 1rem; inset-block-start: -4rem; z-index: 100; padding: 0.6rem 1rem; background: var(--accent);
  color: var(--accent-ink); border-radius: 0 0 8px 8px; font-weight: 600; }
.skip:focus { inset-block-start: 0; color: var(--accent-ink); }
.soft { color: var(--ink-soft); }
.small { font-size: 0.875rem; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.nowrap { white-space: nowrap; }
.plain { list-style: none; padding: 0; }
.row { display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; align-items: center; }
.spread { justify-content: space-between; }
.stack { display: grid; gap: 1rem; }
.scroll { overflow-x: auto; }

button, .button, select, input, textarea { font: inherit; color: inherit; }
button, .button { display: inline-flex; align-items: center; justify-content: center; gap: 0.4rem; min-height: 2.25rem; padding: 0.3rem 0.85rem; border: 1px solid var(--line-strong);
  border-radius: 999px; background: var(--card); color: var(--ink); text-decoration: none; cursor: pointer; white-space: nowrap; font-size: 0.925rem; font-weight: 550; }
button:hover:not(:disabled), .button:hover { background: var(--accent-soft); border-color: var(--accent); color: var(--ink); }
button:disabled { opacity: 0.55; cursor: default; }
button.main, .button.main { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
button.main:hover:not(:disabled), .button.main:hover { background: var(--accent-strong); border-color: var(--accent-strong); color: var(--accent-ink); }
button.quiet { border-color: transparent; background: transparent; }
select, input:not([type=checkbox], [type=radio]), textarea { min-height: 2.25rem; padding: 0.3rem 0.7rem; border: 1px solid var(--line-strong); border-radius: 8px; background: var(--card); max-width: 100%; }
textarea { line-height: 1.4; }
input[type=checkbox] { inline-size: 1.1rem; block-size: 1.1rem; accent-color: var(--accent); }
label { font-size: 0.925rem; }
.field { display: inline-flex; align-items: center; gap: 0.5rem; }

.top { border-block-end: 1px solid var(--line); background: var(--card); }
.top-row { display: flex; align-items: center; gap: 0.5rem 1.5rem; padding: 0.65rem clamp(1rem, 3vw, 2rem); flex-wrap: wrap; }
.brand { display: flex; align-items: center; gap: 0.65rem; color: var(--ink); text-decoration: none; }
.brand svg { inline-size: 2.1rem; block-size: 2.1rem; color: var(--accent); flex: none; }
.brand strong { display: block; font: 600 1.05rem/1.15 var(--title); }
.brand span span { display: block; font-size: 0.8rem; color: var(--ink-soft); line-height: 1.3; }
.pages { display: flex; gap: 0.15rem; margin-inline-start: auto; overflow-x: auto; scrollbar-width: none; }
.pages a { padding: 0.4rem 0.75rem; border-radius: 999px; color: var(--ink); text-decoration: none; white-space: nowrap; font-size: 0.95rem; }
.pages a:hover { background: var(--sunken); }
.pages a:focus-visible { outline-offset: -3px; border-radius: 999px; }
.pages a[aria-current] { background: var(--accent-soft); color: var(--accent-strong); font-weight: 650; }
.clock { display: flex; align-items: center; gap: 0.4rem 1rem; flex-wrap: wrap; padding: 0.45rem clamp(1rem, 3vw, 2rem); background: var(--sunken); border-block-start: 1px solid var(--line); }
.clock h2 { font: inherit; }
.clock-now { display: flex; align-items: center; gap: 0.55rem; font-variant-numeric: tabular-nums; }
.clock-now svg { inline-size: 1.25rem; block-size: 1.25rem; flex: none; color: var(--warm); }
.clock-now strong { font-weight: 650; }
.clock-moves { display: flex; gap: 0.4rem; align-items: center; margin-inline-start: auto; flex-wrap: wrap; }
.clock-moves button { min-height: 2rem; padding-block: 0.15rem; font-size: 0.875rem; }
button[aria-disabled="true"] { opacity: 0.55; cursor: default; }
#clock-stop { min-height: 2rem; padding-block: 0.15rem; font-size: 0.875rem; }
.clock-said { font-size: 0.875rem; color: var(--ink-soft); }
.clock-said:empty { display: none; }

main { flex: 1; width: 100%; max-width: 76rem; margin: 0 auto; padding: clamp(1.25rem, 3vw, 2.25rem) clamp(1rem, 3vw, 2rem) 3rem; display: grid; gap: 1.5rem; align-content: start; }
main > * { min-width: 0; }
main:focus { outline: none; }
main.wide { max-width: none; }
.page-head { display: grid; gap: 0.5rem; }
.page-head p { max-width: 46rem; color: var(--ink-soft); }
.foot { padding: 1rem clamp(1rem, 3vw, 2rem); color: var(--ink-soft); font-size: 0.85rem; border-block-start: 1px solid var(--line); }

.card { background: var(--card); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--shadow); padding: 1.1rem 1.25rem; }
.card.flush { padding: 0; overflow: hidden; }
.badge { display: inline-flex; align-items: center; gap: 0.35rem; padding: 0.05rem 0.6rem; border-radius: 999px; font-size: 0.825rem; font-weight: 600; background: var(--sunken); color: var(--ink-soft); white-space: nowrap; }
.badge::before { content: attr(data-mark); font-weight: 700; }
.badge:not([data-mark])::before { content: none; }
.badge.good { background: var(--good-soft); color: var(--good); }
.badge.bad { background: var(--bad-soft); color: var(--bad); }
.badge.warn { background: var(--warn-soft); color: var(--warn); }
.badge.accent { background: var(--accent-soft); color: var(--accent-strong); }
.note { padding: 0.8rem 1rem; border-radius: var(--radius); background: var(--warn-soft); border-inline-start: 4px solid var(--warn); }
.note.bad { background: var(--bad-soft); border-color: var(--bad); }
.empty { padding: 2rem 1.25rem; text-align: center; color: var(--ink-soft); }
.bar { block-size: 0.6rem; border-radius: 999px; background: var(--sunken); border: 1px solid var(--line-strong); overflow: hidden; min-width: 6rem; display: block; inline-size: 100%; }
.bar rect { fill: var(--accent); }
.bar.warn rect { fill: var(--warn); }
.bar.bad rect { fill: var(--bad); }

dialog { border: 1px solid var(--line); border-radius: var(--radius); padding: 0; background: var(--card); color: var(--ink); box-shadow: 0 12px 48px rgb(0 0 0 / 30%); max-inline-size: min(94vw, 72rem); max-block-size: 92dvh; }
dialog::backdrop { background: rgb(30 22 14 / 50%); }
.dialog-head { display: flex; align-items: center; gap: 1rem; justify-content: space-between; padding: 0.7rem 0.75rem 0.7rem 1.25rem; border-block-end: 1px solid var(--line); }
.dialog-head h2 { font-size: 1.1rem; overflow-wrap: anywhere; }
dialog.question { inline-size: min(94vw, 30rem); }
.dialog-body p { white-space: pre-line; }
.dialog-body { padding: 1rem 1.25rem; display: grid; gap: 1rem; }
.dialog-foot { display: flex; gap: 0.5rem; justify-content: flex-end; flex-wrap: wrap; padding: 0 1.25rem 1rem; }
.close { inline-size: 2.25rem; min-height: 2.25rem; padding: 0; font-size: 1.2rem; line-height: 1; flex: none; }
.toasts { position: fixed; inset-inline: 1rem; inset-block-end: 1rem; z-index: 50; display: grid; gap: 0.5rem; justify-items: center; pointer-events: none; }
.toast { pointer-events: auto; background: var(--ink); color: var(--paper); border-radius: 10px; padding: 0.7rem 0.5rem 0.7rem 1.1rem; display: flex; align-items: center; gap: 0.75rem; max-inline-size: 34rem; box-shadow: 0 8px 30px rgb(0 0 0 / 30%); overflow-wrap: anywhere; }
.toast strong { display: block; }
.toast button { color: inherit; }
.toast button:hover:not(:disabled) { color: var(--ink); }
.toast.bad { background: var(--bad-soft); color: var(--ink); border-inline-start: 5px solid var(--bad); }

@media (max-width: 46rem) {
  .pages { margin-inline: -1rem; padding-inline: 1rem; inline-size: 100vw; flex: none; order: 3; }
  .pages a:first-child { margin-inline-start: -0.75rem; }
  .top-row { padding-block-end: 0.4rem; }
  .clock-moves { margin-inline-start: 0; inline-size: 100%; flex-wrap: nowrap; }
  .clock-moves button { flex: 1 0 auto; padding-inline: 0.4rem; min-height: 2.5rem; }
  .clock-moves button:last-child { flex-shrink: 1; min-inline-size: 0; white-space: normal; text-wrap: balance; line-height: 1.15; }
  .long { display: none; }
  .button { white-space: normal; text-wrap: balance; text-align: center; line-height: 1.3; }
}
@media (min-width: 46.01rem) { .short { display: none; } }
@media print { .clock, .pages, .skip { display: none; } }
`;

/** The whole style sheet. */
export const STYLE = `${COLOURS}${BASE}${VIEW_STYLE}${SHEET_STYLE}${DOCUMENT_STYLE}${MAIL_STYLE}`;
