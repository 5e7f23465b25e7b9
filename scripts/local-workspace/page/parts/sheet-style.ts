// Styles of the spreadsheet: its bars, the grid (Tabulator's own style made to fit ours), dialogs and the sidebar.

export const SHEET_STYLE = `
body.tall { block-size: 100vh; block-size: 100dvh; }
body.tall main { padding: 0; gap: 0; grid-template-rows: minmax(0, 1fr); min-block-size: 24rem; }
.sheet { display: grid; grid-template-rows: auto auto auto minmax(12rem, 1fr) auto; min-block-size: 0; block-size: 100%; }
.sheet > * { padding-inline: clamp(0.75rem, 2vw, 1.5rem); min-inline-size: 0; }
.sheet-head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.4rem 1rem; padding-block: 0.6rem 0.3rem; }
.sheet-title { display: flex; align-items: baseline; gap: 0.6rem; flex-wrap: wrap; min-inline-size: 0; }
.sheet-title h1 { font-size: 1.3rem; }
.sheet-bar { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.3rem 1rem; padding-block: 0.15rem 0.4rem; }
.sheet-tools { display: flex; align-items: center; gap: 0.5rem 0.75rem; flex-wrap: wrap; margin-inline-start: auto; }
.sheet-tools button { min-height: 2rem; }
.sheet-tools input { min-height: 2rem; inline-size: 14rem; }
.menubar { display: flex; flex-wrap: wrap; margin-inline-start: -0.6rem; min-block-size: 2rem; }
.menubar > div { position: relative; }
.menubar [role=menuitem] { all: unset; box-sizing: border-box; cursor: pointer; padding: 0.25rem 0.65rem; border-radius: 6px; font-size: 0.95rem; white-space: nowrap; }
.menubar [role=menuitem]:hover, .menubar [role=menuitem][aria-expanded=true] { background: var(--accent-soft); }
.menubar [role=menuitem]:focus-visible { outline: 3px solid var(--accent); outline-offset: -2px; }
.menubar .own { font-weight: 650; color: var(--accent-strong); }
.menu { position: absolute; inset-block-start: 100%; inset-inline-start: 0; z-index: 30; min-inline-size: 13rem; max-inline-size: calc(100vw - 1.5rem); background: var(--card); border: 1px solid var(--line-strong); border-radius: 10px; box-shadow: 0 10px 32px rgb(0 0 0 / 22%); padding: 0.35rem; display: grid; }
.menu [role=menuitem] { all: unset; box-sizing: border-box; cursor: pointer; border-radius: 6px; font-size: 0.95rem; padding: 0.45rem 0.75rem; white-space: normal; }
.menu [role=menuitem]:hover, .menu [role=menuitem]:focus-visible { background: var(--accent-soft); }
.menu [role=menuitem]:focus-visible { outline: 3px solid var(--accent); outline-offset: -2px; }
.menu [role=menuitem][aria-disabled=true] { color: var(--ink-soft); cursor: default; }
.menu [role=group] { display: grid; }
.menu [role=separator] { border-block-start: 1px solid var(--line); margin: 0.35rem 0.5rem; }
.menu .group { font-size: 0.8rem; color: var(--ink-soft); padding: 0.35rem 0.75rem 0.1rem; }
.menu .holder { position: relative; display: grid; }
.menu [aria-haspopup] { display: flex; justify-content: space-between; gap: 1rem; }
.menu [aria-haspopup]::after { content: "▸" / ""; color: var(--ink-soft); }
.menu [aria-expanded=true] { background: var(--accent-soft); }
.submenu { position: absolute; inset-block-start: -0.35rem; inset-inline-start: calc(100% + 0.2rem); z-index: 31; inline-size: max-content; min-inline-size: 12rem; background: var(--card); border: 1px solid var(--line-strong); border-radius: 10px; box-shadow: 0 10px 32px rgb(0 0 0 / 22%); padding: 0.35rem; display: grid; }
.submenu.to-start { inset-inline: auto calc(100% + 0.2rem); }
.submenu[hidden] { display: none; }
.cell-bar { display: grid; grid-template-columns: minmax(5rem, max-content) minmax(0, 1fr); gap: 0.25rem 0.75rem; align-items: start; padding-block: 0.4rem; border-block: 1px solid var(--line); background: var(--card); }
.cell-name { padding-block: 0.3rem; font-size: 0.9rem; color: var(--ink-soft); max-inline-size: 16rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
#cell-text { inline-size: 100%; resize: vertical; block-size: 2.1rem; min-height: 2.1rem; max-block-size: 40vh; padding-block: 0.25rem; }
#cell-text[readonly] { background: var(--sunken); }
/* Always one line high: a bar that grew with its note would move the cells under a double click. */
.cell-note { grid-column: 1 / -1; font-size: 0.875rem; color: var(--ink-soft); block-size: 1.4rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.sheet-body { display: flex; padding-inline: 0 !important; min-block-size: 0; }
.grid { flex: 1; min-inline-size: 0; block-size: 100%; }
.charts { flex: 0 1 42%; min-inline-size: 22rem; max-inline-size: 46rem; overflow-y: auto; order: 1; padding: 1rem clamp(0.75rem, 2vw, 1.5rem); background: var(--paper); border-inline-start: 1px solid var(--line); display: grid; gap: 1rem; align-content: start; }
.charts[hidden] { display: none; }
.chart { margin: 0; padding: 1rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--shadow); display: grid; gap: 0.6rem; min-inline-size: 0; }
.chart h2 { font-size: 1.1rem; }
.chart-frame { position: relative; min-inline-size: 0; max-block-size: 70vh; }
.chart summary { color: var(--accent); font-size: 0.9rem; padding-block: 0.3rem; inline-size: fit-content; }
.chart-table { overflow-x: auto; }
.chart-table table { font-size: 0.9rem; inline-size: auto; min-inline-size: 60%; }
.chart-table :is(th, td) { padding: 0.3rem 0.75rem; }
.chart-table tbody th { color: var(--ink); }
.chart-table :is(td, thead th:not(:first-child)) { text-align: end; font-variant-numeric: tabular-nums; }
.grid.plain .guarded:not(.has-paper) { background: none; }
.grid.plain .tabulator-row, .grid.plain .tabulator-row .tabulator-cell:not(.row-number) { border-color: transparent; }
.tabulator-row .tabulator-cell.spills { overflow: visible; z-index: 1; }
.sidebar { box-sizing: content-box; inline-size: 300px; flex: none; border-inline-start: 1px solid var(--line); background: var(--card); display: grid; grid-template-rows: auto 1fr; }
.sidebar iframe { border: 0; inline-size: 100%; block-size: 100%; background: #fff; color-scheme: light; }
.tab-bar { display: flex; align-items: stretch; justify-content: space-between; gap: 1rem; background: var(--sunken); border-block-start: 1px solid var(--line); padding-block: 0 !important; }
.tab-bar label { flex: none; white-space: nowrap; }
.tabs { display: flex; overflow-x: auto; scrollbar-width: thin; }
.tabs button { border: 0; border-radius: 0; background: transparent; padding: 0.55rem 1rem; min-height: 2.6rem; font-weight: 500; border-block-start: 3px solid transparent; }
.tabs button:focus-visible { outline-offset: -4px; }
.tabs button[aria-selected=true] { background: var(--card); border-block-start-color: var(--accent); font-weight: 700; color: var(--accent-strong); }
.tabs button.is-hidden { font-style: italic; }
.dialog-frame { display: block; border: 0; background: #fff; color-scheme: light; max-inline-size: 100%; }
.busy { display: inline-flex; align-items: center; gap: 0.5rem; }

.tabulator { background: var(--card); border: 0; font-size: 0.9rem; color: var(--ink); }
.tabulator .tabulator-header, .tabulator .tabulator-header .tabulator-col, .tabulator .tabulator-header .tabulator-frozen { background: var(--sunken); color: var(--ink); border-color: var(--line); font-weight: 650; }
.tabulator .tabulator-header { border-block-end: 1px solid var(--line-strong); }
.tabulator .tabulator-header .tabulator-col .tabulator-col-content { padding: 0.35rem 0.5rem; }
.tabulator .tabulator-header .tabulator-col .tabulator-col-title { white-space: nowrap; padding-inline-end: 1.4rem; }
.tabulator .tabulator-header .tabulator-col.row-number .tabulator-col-title { padding: 0; text-align: center; }
.tabulator .tabulator-header .tabulator-col.tabulator-sortable.tabulator-col-sorter-element:hover { background: var(--accent-soft); }
.tabulator-col-title .column-title { display: inline-flex; gap: 0.3rem; align-items: baseline; max-inline-size: 100%; }
.tabulator-col-title .column-title span:first-child { overflow: hidden; text-overflow: ellipsis; }
.column-menu { all: unset; position: absolute; inset-inline-end: 0.15rem; inset-block: 0.2rem; inline-size: 1.5rem; text-align: center; border-radius: 6px; cursor: pointer; color: var(--ink-soft); display: grid; place-items: center; }
.column-menu svg { inline-size: 0.8rem; block-size: 0.8rem; }
.column-menu:hover { background: var(--accent-soft); color: var(--ink); }
.column-menu:focus-visible { outline: 3px solid var(--accent); outline-offset: -2px; }
.column-menu.is-on { color: var(--accent-strong); font-weight: 700; background: var(--accent-soft); }
.tabulator .tabulator-tableholder { background: var(--card); }
.tabulator .tabulator-tableholder:focus { outline: none; }
.tabulator .tabulator-tableholder:focus-visible { outline: 3px solid var(--accent); outline-offset: -3px; }
.tabulator .tabulator-tableholder .tabulator-table { background: var(--card); color: var(--ink); }
.tabulator .tabulator-tableholder .tabulator-placeholder .tabulator-placeholder-contents { color: var(--ink-soft); font-size: 1rem; font-weight: 400; }
.tabulator-row, .tabulator-row.tabulator-row-even, .tabulator-row.tabulator-row-odd { background: var(--card); border-block-end: 1px solid var(--line); min-height: 2rem; }
.tabulator-row .tabulator-cell { border-inline-end: 1px solid var(--line); padding: 0.3rem 0.5rem; min-height: 2rem; line-height: 1.4rem; }
.tabulator-row .tabulator-cell.tabulator-editing { border: 0; padding: 0; outline: 2px solid var(--accent); outline-offset: -2px; }
.tabulator-row .tabulator-cell.tabulator-editing input, .tabulator-row .tabulator-cell.tabulator-editing select { inline-size: 100%; block-size: 100%; min-height: 0; border: 0; border-radius: 0; background: var(--card); color: var(--ink); padding: 0.2rem 0.45rem; font: inherit; }
.tabulator-row .tabulator-cell.row-number, .tabulator .tabulator-header .row-number { background: var(--sunken) !important; color: var(--ink-soft); text-align: center; font-size: 0.8rem; padding-inline: 0.2rem; font-weight: 400; font-variant-numeric: tabular-nums; }
.tabulator-row .tabulator-frozen { background: var(--sunken); z-index: 12; }
.tabulator .tabulator-header .tabulator-frozen.tabulator-frozen-left, .tabulator .tabulator-row .tabulator-cell.tabulator-row-header.tabulator-frozen.tabulator-frozen-left { border-right: 1px solid var(--line-strong); }
.tabulator-row .tabulator-cell.row-number { border-block-end: 0 !important; }
.tabulator-row .tabulator-cell.end { text-align: end; font-variant-numeric: tabular-nums; }
.tabulator-cell.noted::after { content: ""; position: absolute; inset-block-start: 0; inset-inline-end: 0; border: 0.3rem solid; border-color: var(--warm) var(--warm) transparent transparent; }
.tabulator-cell.guarded { background: repeating-linear-gradient(135deg, transparent 0 7px, var(--sunken) 7px 8px); }
.tabulator-cell.wrong { color: var(--bad); }
.tabulator-row .tabulator-cell.has-paper { background: var(--look-paper); }
.tabulator-row .tabulator-cell.has-ink { color: var(--look-ink); }
@media (prefers-color-scheme: dark) {
  .tabulator-row .tabulator-cell.has-paper { background: color-mix(in srgb, var(--look-paper) 20%, var(--card)); }
  .tabulator-row .tabulator-cell.has-ink { color: color-mix(in srgb, var(--look-ink) 35%, var(--ink)); }
  .tabulator-row .tabulator-cell.has-both { background: color-mix(in srgb, var(--look-ink) 32%, var(--card)); color: color-mix(in srgb, var(--look-paper) 78%, var(--card)); }
}
/* A column that stays in view: its place is beside the row numbers, which are 52 pixels wide. */
.tabulator .tabulator-header .tabulator-col.stays, .tabulator-row .tabulator-cell.stays { position: sticky; inset-inline-start: 52px; z-index: 12; border-inline-end: 1px solid var(--line-strong); }
.tabulator-row .tabulator-cell.stays:not(.has-paper) { background: var(--card); }
/* It lies above the frame of the selection, so it has its own. */
.tabulator-row .tabulator-cell.stays.tabulator-range-only-cell-selected { outline: 2px solid var(--accent); outline-offset: -2px; }
.tabulator-row .tabulator-cell.wraps { white-space: pre-line; }
.tabulator-row .tabulator-cell.wraps > span { display: block; block-size: 100%; overflow: hidden; }
.tabulator-cell a { color: var(--accent-strong); text-decoration: underline; text-underline-offset: 0.15em; }
.tick { font-size: 1.1rem; line-height: 1; }
.tabulator .tabulator-tableholder .tabulator-range-overlay .tabulator-range { border: 1px solid var(--accent); }
.tabulator .tabulator-tableholder .tabulator-range-overlay .tabulator-range.tabulator-range-active::after { background: var(--accent); border-color: var(--card); }
.tabulator .tabulator-tableholder .tabulator-range-overlay .tabulator-range-cell-active { border: 2px solid var(--accent); }
.tabulator-row .tabulator-cell.tabulator-range-selected:not(.tabulator-range-only-cell-selected):not(.tabulator-range-row-header) { background: var(--accent-soft); }
.tabulator-row.tabulator-range-selected .tabulator-cell.row-number, .tabulator-row.tabulator-range-highlight .tabulator-cell.tabulator-range-row-header { background: var(--accent-soft) !important; color: var(--ink); }
.tabulator .tabulator-header .tabulator-col.tabulator-range-highlight { background: var(--accent-soft); color: var(--ink); }
.tabulator .tabulator-header .tabulator-col.tabulator-range-selected { background: var(--accent); color: var(--accent-ink); }
.tabulator-tooltip { background: var(--ink); color: var(--paper); border: 0; border-radius: 8px; max-inline-size: 22rem; white-space: pre-line; font: 0.85rem/1.4 var(--text); padding: 0.5rem 0.75rem; }

@media (max-width: 46rem) {
  .sheet-head .small { display: none; }
  .sheet-tools { inline-size: 100%; margin: 0; }
  .sheet-tools label { flex: 1; }
  .sheet-tools input { inline-size: 100%; }
  #viewer { max-inline-size: 11rem; }
  .cell-bar { grid-template-columns: 6.5rem minmax(0, 1fr); }
  .cell-name { white-space: normal; font-size: 0.8rem; line-height: 1.2; padding-block: 0.1rem; max-block-size: 2.2rem; }
  .tab-bar { flex-direction: column; gap: 0; }
  .tab-bar .field { padding: 0.5rem 1rem; }
  .sheet-body { position: relative; }
  .sheet-body:has(> .charts:not([hidden])) { flex-direction: column; }
  .sheet-body > .charts { order: 0; min-inline-size: 0; max-inline-size: none; overflow: visible; border: 0; padding-inline: 0.75rem !important; }
  .sheet-body:has(> .charts:not([hidden])) .grid { flex: none; block-size: 70vh !important; }
  .sheet:has(.charts:not([hidden])) { grid-template-rows: auto auto auto auto auto !important; }
  .chart { padding: 0.9rem 0.75rem; }
  .chart-frame.lies { max-block-size: none; min-block-size: calc(var(--bars) * 2.9rem + 4rem); }
  .sidebar { position: fixed; inset: 0; inline-size: auto; border: 0; z-index: 40; }
  .menubar [role=menuitem] { padding-block: 0.5rem; }
  .menu [aria-haspopup]::after { content: "▾" / ""; }
  .submenu, .submenu.to-start { position: static; inline-size: auto; border: 0; border-inline-start: 3px solid var(--accent-soft); border-radius: 0; box-shadow: none; margin-inline-start: 0.75rem; padding: 0 0 0 0.25rem; }
  body.tall { block-size: auto; min-block-size: 100dvh; }
  .sheet { grid-template-rows: auto auto auto 70vh auto; block-size: auto; }
}
`;
