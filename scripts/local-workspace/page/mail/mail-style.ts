// Styles of writing a mail, of labels, and of a conversation.

export const MAIL_STYLE = `
.write { display: grid; gap: 1rem; max-inline-size: 46rem; }
.write label, .write .field { display: grid; gap: 0.25rem; }
.write input:not([type=checkbox]), .write textarea { inline-size: 100%; }
.write textarea { min-block-size: 12rem; resize: vertical; }
.write textarea.source { font: 0.85rem/1.5 var(--code); min-block-size: 18rem; }
.write .check, .labels .check { display: flex; gap: 0.6rem; align-items: center; min-height: 2rem; }
.labels { display: grid; gap: 0.75rem; padding: 0.9rem 1.25rem; border-block-end: 1px solid var(--line); }
.labels h2 { font: 600 0.925rem/1.3 var(--text); color: var(--ink-soft); }
.labels ul { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.label { display: inline-flex; align-items: center; gap: 0.25rem; border-radius: 999px; background: var(--accent-soft); color: var(--accent-strong); font-size: 0.875rem; font-weight: 600; padding-inline-start: 0.75rem; max-inline-size: 100%; overflow-wrap: anywhere; }
.label button { inline-size: 2rem; min-height: 2rem; padding: 0; border-color: transparent; background: transparent; color: inherit; flex: none; font-size: 1.1rem; line-height: 1; }
.labels .new { display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; align-items: end; }
.labels .new > label:first-of-type { display: grid; gap: 0.2rem; flex: 0 1 20rem; }
.labels .new input[name=label] { inline-size: 100%; }
.list-link .tags { display: flex; flex-wrap: wrap; gap: 0.3rem; grid-column: 1 / -1; }
.tags .badge { white-space: normal; overflow-wrap: anywhere; }
`;
