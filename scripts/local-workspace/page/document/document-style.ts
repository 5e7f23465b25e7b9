// Styles of a document: its bar, and the sheet of paper.

export const DOCUMENT_STYLE = `
.writing { display: grid; gap: 0.75rem; inline-size: min(100%, 52rem); margin-inline: auto; min-inline-size: 0; }
.writing > * { min-inline-size: 0; }
.writing-head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.4rem 1rem; }
/* Stays in sight while one writes far down. */
.writing-bar { position: sticky; inset-block-start: 0; z-index: 20; display: flex; align-items: center; justify-content: space-between; gap: 1rem; margin-inline: -6px; padding: 0.5rem 6px; background: var(--paper); }
.saved { font-size: 0.925rem; color: var(--ink-soft); }
.saved.good { color: var(--good); font-weight: 600; }
.saved.good::before { content: "✓ "; }
.saved.bad { color: var(--bad); font-weight: 600; }
.paper { background: var(--card); border: 1px solid var(--line); border-radius: 4px; box-shadow: var(--shadow); padding: clamp(1.25rem, 8vw, 5.5rem) clamp(1.1rem, 8vw, 5.5rem); min-block-size: 60vh;
  font: 1.0625rem/1.6 var(--title); white-space: pre-wrap; overflow-wrap: break-word; counter-reset: item; }
.paper:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.paper[contenteditable] { scroll-margin-block-start: 4rem; cursor: text; }
.paper > * { margin: 0; text-wrap: wrap; scroll-margin-block: 4rem; }
.paper p { margin-block-end: 0.5em; }
.paper h2, .paper h3, .paper h4, .paper h5, .paper h6 { font: 600 1.0625rem/1.35 var(--title); margin-block: 1.1em 0.35em; }
.paper > :first-child { margin-block-start: 0; }
.paper .title { font-size: clamp(1.6rem, 1.3rem + 1.4vw, 2.1rem); }
.paper .subtitle { font-size: 1.2rem; color: var(--ink-soft); }
.paper .heading-1 { font-size: 1.45rem; }
.paper .heading-2 { font-size: 1.2rem; }
.paper .item { position: relative; padding-inline-start: 1.75rem; }
.paper .item::before { position: absolute; inset-inline-start: 0.35rem; content: "•"; }
.paper .item.numbered { counter-increment: item; }
.paper .item.numbered::before { content: counter(item) "."; }
.paper :not(.item) + .numbered { counter-set: item 1; }
.paper .level-1 { margin-inline-start: 1.75rem; }
.paper :is(.level-2, .level-3, .level-4, .level-5, .level-6, .level-7, .level-8) { margin-inline-start: 3.5rem; }

@media print { .writing-head form, .writing-bar { display: none; } .paper { border: 0; box-shadow: none; padding: 0; } }
`;
