// How the form looks: one style sheet; colours, sizes and spaces are its variables.

export const FORM_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #f7f2ec;
  --card: #fffdfb;
  --line: #e3d8cd;
  --field-line: #8b7b70;
  --ink: #2b2320;
  --soft: #5f534c;
  --accent: #86325a;
  --accent-ink: #ffffff;
  --accent-deep: #6b2346;
  --tint: #f6e8ee;
  --bad: #a3231b;
  --bad-tint: #fdeeeb;
  --focus: #1a5fb4;
  --radius: 14px;
  --gap: 1rem;
  --target: 44px;
  --text: 1.0625rem;
  font-family: ui-rounded, "Segoe UI", system-ui, -apple-system, "Noto Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1b1715;
    --card: #262120;
    --line: #433b37;
    --field-line: #9c8d84;
    --ink: #f4ece6;
    --soft: #c8bbb1;
    --accent: #f0a9c6;
    --accent-ink: #3a0f24;
    --accent-deep: #f7c6da;
    --tint: #3a2630;
    --bad: #ffb4a8;
    --bad-tint: #3c1f1b;
    --focus: #8ec2ff;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font-size: var(--text); line-height: 1.55; overflow-wrap: anywhere;
}
main { max-width: 44rem; margin: 0 auto; padding: 0.75rem 0.75rem 2rem; }
@media (min-width: 40rem) { main { padding: 2rem 1.5rem 3rem; } }
h1, h2, h3 { line-height: 1.25; margin: 0; text-wrap: balance; }
h1 { font-size: clamp(1.6rem, 1.3rem + 1.6vw, 2.15rem); letter-spacing: -0.01em; }
h2 { font-size: 1.35rem; }
h3 { font-size: 1.125rem; }
p { margin: 0; }
a { color: var(--accent); text-underline-offset: 0.15em; }
a:hover { color: var(--accent-deep); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 6px; }
[tabindex="-1"]:focus { outline: none; }
.summary:focus { outline: 3px solid var(--focus); outline-offset: 2px; }
.hidden-text {
  position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap;
}
.card {
  background: var(--card); border: 1px solid var(--line); border-radius: var(--radius);
  padding: 1.15rem; margin: 0 0 var(--gap);
}
@media (min-width: 40rem) { .card { padding: 1.5rem 1.75rem; } }
.top { border-top: 8px solid var(--accent); }
.top .prose { margin-top: 0.75rem; }
.note { color: var(--soft); font-size: 0.95rem; margin-top: 0.9rem; }
.prose { max-width: 38rem; }
.prose p { white-space: pre-line; }
.prose p + p { margin-top: 0.85em; }
.heading { padding: 0.5rem 0.25rem 0.75rem; }
.heading .prose { margin-top: 0.5rem; }
.reading { border-left: 4px solid var(--tint); }
.reading .prose { margin-top: 0.6rem; line-height: 1.65; }
.reading :is(h2, h3) { font-size: 1.125rem; color: var(--accent); }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
legend { padding: 0; }
.question > label, legend { display: block; font-weight: 600; white-space: pre-line; }
.mark { color: var(--bad); font-weight: 700; }
.help { color: var(--soft); font-size: 0.98rem; margin-top: 0.3rem; }
input, select, textarea, button { font: inherit; color: inherit; }
.field {
  display: block; width: 100%; min-height: var(--target); margin-top: 0.75rem; padding: 0.6rem 0.75rem;
  background: var(--card); border: 1px solid var(--field-line); border-radius: 9px;
}
.field:hover { border-color: var(--ink); }
textarea.field { min-height: 7.5rem; max-height: 60vh; resize: vertical; field-sizing: content; }
.short { max-width: 16rem; }
.options { margin-top: 0.5rem; }
.option {
  display: flex; align-items: center; gap: 0.75rem; min-height: var(--target);
  padding: 0.4rem 0.6rem; margin: 2px -0.6rem; border-radius: 9px; cursor: pointer;
}
.option:hover { background: var(--tint); }
.option:has(:checked) { background: var(--tint); }
.option input[type="radio"], .option input[type="checkbox"], .scale input {
  flex: none; width: 1.35rem; height: 1.35rem; margin: 0; accent-color: var(--accent);
}
.own { display: flex; flex-wrap: wrap; align-items: center; column-gap: 0.5rem; }
.own .option { flex: none; margin-right: 0; }
.own .field { flex: 1 1 12rem; margin: 0.25rem 0; }
.scale { display: flex; flex-wrap: wrap; align-items: flex-end; gap: 0.25rem; margin-top: 0.75rem; }
.scale label {
  display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 0.3rem;
  min-width: var(--target); min-height: 64px; border-radius: 9px; cursor: pointer;
}
.scale label:hover, .scale label:has(:checked) { background: var(--tint); }
.ends { display: flex; justify-content: space-between; gap: 1rem; color: var(--soft); font-size: 0.95rem; }
.bad { border-color: var(--bad); }
.bad .field { border-color: var(--bad); }
.error { color: var(--bad); font-weight: 600; margin-top: 0.6rem; display: flex; gap: 0.5rem; }
.error::before {
  content: "!"; flex: none; width: 1.35rem; height: 1.35rem; margin-top: 0.1rem; border-radius: 50%;
  border: 2px solid currentColor; text-align: center; line-height: 1.05rem; font-size: 0.9rem;
}
.error:empty { display: none; }
.summary { background: var(--bad-tint); border: 2px solid var(--bad); }
.summary h2 { font-size: 1.15rem; }
.summary ul { margin: 0.3rem 0 0; padding: 0; list-style: none; }
.summary a { color: var(--bad); font-weight: 600; display: block; padding: 0.6rem 0; }
.button {
  display: inline-flex; align-items: center; justify-content: center; min-height: 48px; padding: 0.5rem 1.5rem;
  border: 1px solid var(--accent); border-radius: 999px; background: var(--card); color: var(--accent);
  font-weight: 600; text-decoration: none; cursor: pointer;
}
.button:hover { background: var(--tint); color: var(--accent); }
.button.main { background: var(--accent); color: var(--accent-ink); }
.button.main:hover { background: var(--accent-deep); }
.button[aria-disabled="true"] { opacity: 0.7; cursor: progress; }
.plain {
  border: 0; background: none; color: var(--accent); min-height: var(--target); padding: 0.25rem 0.5rem;
  text-decoration: underline; text-underline-offset: 0.15em; cursor: pointer; border-radius: 9px;
}
.plain:hover { background: var(--tint); }
.unpick { margin: 0.25rem 0 -0.5rem -0.5rem; font-size: 0.95rem; }
.way { display: flex; flex-wrap: wrap; align-items: center; gap: 0.75rem; margin-top: 1.5rem; }
.way .plain { margin-left: auto; }
.progress { display: flex; align-items: center; gap: 0.75rem; color: var(--soft); font-size: 0.95rem; width: 100%; }
.progress progress {
  flex: 1; height: 8px; border: 0; border-radius: 99px; overflow: hidden; background: var(--line); appearance: none;
}
.progress progress::-webkit-progress-bar { background: var(--line); }
.progress progress::-webkit-progress-value { background: var(--accent); border-radius: 99px; }
.progress progress::-moz-progress-bar { background: var(--accent); }
.account { display: flex; flex-wrap: wrap; align-items: flex-end; gap: 0.75rem; margin-top: 0.75rem; }
.account > div { flex: 1 1 15rem; }
.account label { font-weight: 600; }
.account .field { margin-top: 0.3rem; }
.links { display: flex; flex-wrap: wrap; gap: 0.75rem; margin-top: 1.25rem; }
footer { color: var(--soft); font-size: 0.92rem; text-align: center; margin-top: 2.5rem; }
footer a { color: inherit; display: inline-block; padding: 0.35rem 0; }
[hidden] { display: none !important; }
.js .page { display: none; }
.js .page.current { display: block; }
.js .without-script { display: none; }
.js .later header .prose, .js .later header .note { display: none; }
.js .later header { padding-block: 0.7rem; border-top-width: 4px; }
.js .later header h1 { font-size: 1rem; color: var(--soft); letter-spacing: 0; }
.page + .page { margin-top: 1.5rem; }
.js .page + .page { margin-top: 0; }
@media (prefers-reduced-motion: no-preference) { .option, .button, .plain { transition: background-color 120ms; } }
@media (forced-colors: active) { .card, .button { border: 1px solid; } }
`;
