// Styles of the overview, the forms, the mailboxes, the executions and the triggers.

export const VIEW_STYLE = `
.hero { display: grid; gap: 0.75rem; padding-block: 0.5rem; }
.hero p { font-size: 1.1rem; max-width: 48rem; color: var(--ink-soft); }
.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 0; padding: 0; margin: 0; overflow: hidden; }
.numbers div { padding: 0.9rem 1.25rem; border-inline-end: 1px solid var(--line); margin-inline-end: -1px; display: grid; align-content: start; }
.numbers dt { font-size: 0.9rem; color: var(--ink-soft); order: 2; }
.numbers dd { margin: 0; font: 600 1.9rem/1.15 var(--title); font-variant-numeric: tabular-nums; }
.doors { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 1rem; padding: 0; margin: 0; list-style: none; }
.doors > li { display: grid; }
.door { display: grid; gap: 0.5rem; align-content: start; position: relative; transition: transform 120ms, border-color 120ms; }
.door:hover { border-color: var(--accent); transform: translateY(-2px); }
.door svg { inline-size: 2.25rem; block-size: 2.25rem; color: var(--warm); }
.door h2 a { color: var(--ink); text-decoration: none; }
.door h2 a::after { content: ""; position: absolute; inset: 0; border-radius: var(--radius); }
.door h2 a:focus-visible { outline: none; }
.door h2 a:focus-visible::after { outline: 3px solid var(--accent); outline-offset: 2px; }
.door p { color: var(--ink-soft); font-size: 0.95rem; }
.two { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); align-items: start; }
.two > * { min-width: 0; }
.happened { list-style: none; padding: 0; margin: 0; }
.happened li { display: grid; grid-template-columns: 1fr auto; gap: 0.1rem 1rem; padding: 0.65rem 1.25rem; border-block-start: 1px solid var(--line); }
.happened li:first-child { border-block-start: 0; }
.happened .when { color: var(--ink-soft); font-size: 0.85rem; white-space: nowrap; font-variant-numeric: tabular-nums; }
.happened .more { grid-column: 1 / -1; color: var(--ink-soft); font-size: 0.9rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.card-head { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; padding: 0.9rem 1.25rem; border-block-end: 1px solid var(--line); flex-wrap: wrap; }

.list { list-style: none; padding: 0; margin: 0; }
.list > li { border-block-start: 1px solid var(--line); }
.list > li:first-child { border-block-start: 0; }
.list-link { display: grid; gap: 0.1rem 1rem; grid-template-columns: minmax(0, 1fr) auto; padding: 0.75rem 1.25rem; color: var(--ink); text-decoration: none; }
.list-link:hover { background: var(--accent-soft); color: var(--ink); }
.list-link:focus-visible { outline-offset: -3px; border-radius: var(--radius); }
.list-link .line { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.list-link .wide { grid-column: 1 / -1; }
.list-link .from { font-weight: 400; }
.unread .list-link .from, .unread .list-link .subject { font-weight: 700; }
.list-link .when { color: var(--ink-soft); font-size: 0.85rem; text-align: end; white-space: nowrap; }
.filters { display: flex; flex-wrap: wrap; gap: 0.75rem 1rem; align-items: end; }
.filters label { display: grid; gap: 0.2rem; }
.filters .grow { flex: 1 1 16rem; }
.filters input[type=search] { inline-size: 100%; }
.pager { display: flex; gap: 0.75rem; justify-content: center; align-items: center; flex-wrap: wrap; }

.mail-head { display: grid; gap: 0.35rem; padding: 1.1rem 1.25rem; border-block-end: 1px solid var(--line); }
.mail-head dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.15rem 0.75rem; margin: 0; font-size: 0.925rem; }
.mail-head dt { color: var(--ink-soft); }
.mail-head dd { margin: 0; overflow-wrap: anywhere; }
.views { display: flex; gap: 0.25rem; padding: 0.5rem 1rem 0; border-block-end: 1px solid var(--line); background: var(--sunken); }
.views button { border: 1px solid transparent; border-block-end: 0; border-radius: 10px 10px 0 0; background: transparent; margin-block-end: -1px; }
.views button[aria-selected=true] { background: var(--card); border-color: var(--line); font-weight: 700; box-shadow: inset 0 3px 0 var(--accent); }
.mail-frame { display: block; inline-size: 100%; block-size: 24rem; border: 0; background: #fff; color-scheme: light; }
.mail-text { padding: 1.25rem; max-block-size: 70vh; overflow: auto; }
.mail-text pre { max-inline-size: 48rem; font: inherit; }
.mail-text pre.raw { font: 0.85rem/1.5 var(--code); max-inline-size: none; }

.runs td:first-child { white-space: nowrap; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 1rem; margin: 0; }
.facts dt { font-size: 0.85rem; color: var(--ink-soft); }
.facts dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
.limits { display: grid; gap: 1rem 2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); margin: 0; padding: 0; list-style: none; }
.limits li { display: grid; gap: 0.3rem; }
.log { padding: 0; margin: 0; list-style: none; font: 0.875rem/1.5 var(--code); }
.log li { display: grid; grid-template-columns: 4rem minmax(0, 1fr); gap: 0.75rem; padding: 0.35rem 1.25rem; border-block-start: 1px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere; }
.log li:first-child { border: 0; }

.stage { display: grid; gap: 1.5rem; grid-template-columns: auto minmax(0, 1fr); align-items: start; }
.stage[data-width=phone] .device.desktop, .stage[data-width=desktop] .device.phone { display: none; }
.stage[data-width=phone], .stage[data-width=desktop] { grid-template-columns: minmax(0, 1fr); justify-items: center; }
.stage[data-width=desktop] .device.desktop { inline-size: 100%; }
.device { display: grid; gap: 0.5rem; margin: 0; }
.device figcaption { color: var(--ink-soft); font-size: 0.9rem; text-align: center; }
.device iframe { display: block; border: 0; background: #fff; }
.device.phone .body { inline-size: 22.5rem; max-inline-size: 100%; padding: 0.8rem; border-radius: 2.4rem; background: #26211d; box-shadow: var(--shadow); border: 1px solid var(--line-strong); }
.device.phone iframe { inline-size: 100%; block-size: 42rem; border-radius: 1.7rem; }
.device.desktop .body { border: 1px solid var(--line-strong); border-radius: var(--radius); overflow: hidden; box-shadow: var(--shadow); background: var(--sunken); }
.device.desktop .body::before { content: ""; display: block; block-size: 1.9rem; background: radial-gradient(circle at 1.1rem 50%, var(--line-strong) 0.3rem, transparent 0.33rem), radial-gradient(circle at 2.1rem 50%, var(--line-strong) 0.3rem, transparent 0.33rem), radial-gradient(circle at 3.1rem 50%, var(--line-strong) 0.3rem, transparent 0.33rem); }
.device.desktop iframe { inline-size: 100%; block-size: 41.7rem; }
.seg { display: inline-flex; border: 1px solid var(--line-strong); border-radius: 999px; overflow: hidden; }
.seg button { border: 0; border-radius: 0; background: transparent; }
.seg button:focus-visible { outline-offset: -3px; border-radius: 999px; }
.seg button[aria-pressed=true] { background: var(--accent); color: var(--accent-ink); }
.address { overflow-wrap: anywhere; }

@media (max-width: 46rem) {
  .numbers { grid-template-columns: repeat(2, 1fr); }
  .numbers div:last-child:nth-child(odd) { grid-column: 1 / -1; }
  .numbers div { padding: 0.7rem 1rem; border-block-end: 1px solid var(--line); margin-block-end: -1px; }
  .numbers dd { font-size: 1.5rem; }
  .hero p { font-size: 1.02rem; }
  .views { padding-inline: 0.5rem; overflow-x: auto; }
  .views button { padding-inline: 0.6rem; }
  .stage { grid-template-columns: minmax(0, 1fr); justify-items: center; }
  .stage[data-width=both] .device.desktop { display: none; }
  .device.phone .body { padding: 0.5rem; }
  .runs thead { display: none; }
  .runs tr { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.15rem 1rem; padding: 0.6rem 1.25rem; border-block-end: 1px solid var(--line); }
  .runs td:nth-child(2) { flex: 1 1 70%; }
  .runs td, .runs tr > :first-child, .runs tr > :last-child { border: 0; padding: 0; text-align: start; white-space: normal !important; }
  .runs td[data-name]::before { content: attr(data-name) ": "; color: var(--ink-soft); font-size: 0.85rem; }
}
`;
