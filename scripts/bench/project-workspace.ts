// Prepares what a data file describes in a Workspace of its own: spreadsheets, forms with their responses, and the ids.

import { createWorkspace, type Workspace } from '../local-workspace/index.ts';
import { namedAnswers } from '../local-workspace/services/forms/submissions.ts';
import type { Draft } from '../local-workspace/services/sheets/draft.ts';
import { newSheet } from '../local-workspace/services/sheets/engine.ts';
import { DEFAULT_GRID } from '../local-workspace/services/sheets/model.ts';
import { enterValues } from '../local-workspace/services/sheets/script/entering.ts';
import type { FormData, ProjectData } from './project-data.ts';

export const RESPONSES_TAB = 'Form Responses 1';

export interface Prepared {
  readonly workspace: Workspace;
  /** Ids of spreadsheets and forms by their names. */
  readonly ids: ReadonlyMap<string, string>;
  /** For each form its responses' ids, in the order of the data file. */
  readonly responses: ReadonlyMap<string, readonly string[]>;
}

export function prepare(data: ProjectData): Prepared {
  const moments = data.forms.flatMap(({ responses }) => responses.flatMap(({ at }) => (at ? [at] : [])));
  const start = [data.now, ...moments].reduce((a, b) => (Date.parse(a) <= Date.parse(b) ? a : b));
  const workspace = createWorkspace({ start: new Date(start).toISOString(), owner: data.owner, seed: 1 });
  const ids = new Map<string, string>();
  const add = (name: string, id: string) => {
    if (ids.has(name)) throw new Error(`Two spreadsheets or forms are called “${name}”.`);
    ids.set(name, id);
  };
  for (const { name, sheets } of data.spreadsheets) {
    const { owner, timeZone } = data;
    const linked = data.forms.filter(({ destination }) => destination === name);
    if (linked.length > 1) throw new Error(`Only one form can have “${name}” as its destination.`);
    add(
      name,
      workspace.sheets.create(owner, { title: name, timeZone }, (draft) => {
        for (const sheet of sheets) addTab(draft, sheet.name, sheet.values);
        for (const form of linked) addTab(draft, RESPONSES_TAB, [headers(form), ...rows(data, form)]);
      }),
    );
  }
  for (const form of data.forms) {
    if (form.destination !== undefined && !ids.has(form.destination))
      throw new Error(
        `The form “${form.title}” has the destination “${form.destination}”, which is no spreadsheet here.`,
      );
    add(form.title, addForm(workspace, data, form));
  }
  const responses = addResponses(workspace, data, ids);
  workspace.advanceTo(data.now);
  return { workspace, ids, responses };
}

function addTab(draft: Draft, title: string, values: readonly (readonly unknown[])[]): void {
  const columns = values.reduce((most, row) => Math.max(most, row.length), 0);
  const sheetId = draft.record.sheets.length;
  const grid = {
    ...DEFAULT_GRID,
    rowCount: Math.max(DEFAULT_GRID.rowCount, values.length),
    columnCount: Math.max(DEFAULT_GRID.columnCount, columns),
  };
  draft.change({ sheets: [...draft.record.sheets, newSheet(sheetId, title, grid)] });
  if (columns === 0) return;
  const area = { startRow: 0, endRow: values.length, startColumn: 0, endColumn: columns };
  enterValues(draft, sheetId, area, (row, column) => values[row]?.[column]);
}

function addForm(workspace: Workspace, data: ProjectData, form: FormData): string {
  const { forms } = workspace;
  const { id } = forms.create(form.title, data.owner, { published: true, title: form.title });
  for (const { type, title, required, choices } of form.items) {
    const item = forms.addItem(id, type);
    forms.updateItem(id, item.id, { title, required, choices: choices.map((value) => ({ value })) });
  }
  if (asksEmail(form)) forms.updateSettings(id, { emailCollection: 'RESPONDER_INPUT' });
  return id;
}

/** In the order of their times, which is the order in which the clock can reach them. */
function addResponses(workspace: Workspace, data: ProjectData, ids: ReadonlyMap<string, string>) {
  const given = data.forms.flatMap((form) =>
    form.responses.map((response, place) => ({ form, response, place, at: response.at ?? data.now })),
  );
  const kept = new Map<string, string[]>(data.forms.map(({ title }) => [title, []]));
  for (const { form, response, place, at } of given.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    workspace.advanceTo(Date.parse(at));
    const stored = workspace.forms.get(ids.get(form.title) as string);
    const { id } = workspace.forms.keepResponse(stored, {
      answers: namedAnswers(stored, response.answers),
      email: response.email,
      account: undefined,
    });
    (kept.get(form.title) as string[])[place] = id;
  }
  return kept;
}

const asksEmail = ({ responses }: FormData): boolean => responses.some(({ email }) => email !== undefined);

export const headers = (form: FormData): string[] => [
  'Timestamp',
  ...(asksEmail(form) ? ['Email Address'] : []),
  ...form.items.map(({ title }) => title),
];

/** What Google writes into the linked tab: the time, the address, the answers. */
function rows(data: ProjectData, form: FormData): (string | Date)[][] {
  return form.responses.map(({ at, email, answers }) => [
    new Date(at ?? data.now),
    ...(asksEmail(form) ? [email ?? ''] : []),
    ...form.items.map(({ title }) => [answers[title] ?? ''].flat().join(', ')),
  ]);
}
