// What the script has built, found by the ids that it keeps in its script properties and settings: its forms, its
// spreadsheets, its document, its numbers.

import type { Workspace } from '../index.ts';
import type { Form } from '../services/forms/form-model.ts';
import { cellValue } from '../services/sheets/cells.ts';
import type { Row, Scalar } from '../services/sheets/model.ts';

/** Names of the desk's forms with the script property that holds each id. */
const FORMS = {
  acceptance: 'FORM_ACCEPTANCE_ID',
  report: 'FORM_REPORT_ID',
  'image-opt-out': 'FORM_IMAGE_OPT_OUT_ID',
  agreement: 'FORM_AGREEMENT_ID',
} as const;
const SPREADSHEETS = { Registers: 'REGISTERS_ID', Cases: 'CASES_ID' } as const;

export interface Desk {
  readonly scriptId: string | undefined;
  readonly forms: readonly { readonly name: string; readonly form: Form }[];
  readonly spreadsheets: readonly { readonly name: string; readonly spreadsheetId: string }[];
}

export function readDesk(workspace: Workspace): Desk {
  const [project] = workspace.projects.all();
  const table = workspace.kernel.store.table<Readonly<Record<string, string>>>('properties');
  const properties = (project && table.get(`script ${project.scriptId}`)) || {};
  const known = new Set(workspace.sheets.all().map(({ spreadsheetId }) => spreadsheetId));
  return {
    scriptId: project?.scriptId,
    forms: Object.entries(FORMS).flatMap(([name, key]) => {
      const form = workspace.forms.find(properties[key] ?? '');
      return form ? [{ name, form }] : [];
    }),
    spreadsheets: Object.entries(SPREADSHEETS).flatMap(([name, key]) => {
      const spreadsheetId = properties[key] ?? '';
      return known.has(spreadsheetId) ? [{ name, spreadsheetId }] : [];
    }),
  };
}

/** The document that the register of settings points to; without such a setting the first that there is. */
export function codeDocument(workspace: Workspace, desk: Desk): string | undefined {
  const known = workspace.docs.all().map(({ documentId }) => documentId);
  const registers = desk.spreadsheets.find(({ name }) => name === 'Registers');
  const settings =
    registers && readColumns(workspace, registers.spreadsheetId, 'Settings', ['Setting', 'Value']);
  const row = settings?.find(([setting]) => setting === 'Code of Conduct document');
  return known.find((id) => String(row?.[1] ?? '').includes(id)) ?? known[0];
}

/** The desk in numbers; undefined where the register or the column is not there. */
export interface DeskNumbers {
  readonly members?: number;
  readonly accepted?: number;
  readonly notYet?: number;
  readonly waiting?: number;
  readonly mailsSent: number;
}

const ACCEPTED = new Set(['Current', 'Due soon']);
const NOT_ASKED = 'Exempt';

export function deskNumbers(workspace: Workspace, desk: Desk): DeskNumbers {
  const mailsSent = sentMails(workspace);
  const registers = desk.spreadsheets.find(({ name }) => name === 'Registers');
  if (!registers) return { mailsSent };
  const members = readColumns(workspace, registers.spreadsheetId, 'Members', ['Member ID', 'Standing']);
  const problems = readColumns(workspace, registers.spreadsheetId, 'Problems', ['What', 'Done']);
  const answers = readColumns(workspace, registers.spreadsheetId, 'Acceptances', [
    'Acceptance ID',
    'Member ID',
  ]);
  const people = members?.filter(([id]) => filled(id));
  const waiting =
    problems || answers
      ? (problems ?? []).filter(([what, done]) => filled(what) && done !== true).length +
        (answers ?? []).filter(([id, member]) => filled(id) && !filled(member)).length
      : undefined;
  return {
    members: people?.length,
    accepted: people?.filter(([, standing]) => ACCEPTED.has(String(standing))).length,
    notYet: people?.filter(([, standing]) => !ACCEPTED.has(String(standing)) && standing !== NOT_ASKED)
      .length,
    waiting,
    mailsSent,
  };
}

/** Mails that were sent from this Workspace: every copy in somebody's Sent mail is one. */
export const sentMails = ({ gmail }: Workspace): number =>
  gmail.overview().reduce((sum, mailbox) => sum + mailbox.sent, 0);

const filled = (value: Scalar | undefined): boolean => value !== undefined && value !== '';

/** Some columns of a register by their headers; undefined when the tab or a header is missing. */
function readColumns(
  workspace: Workspace,
  spreadsheetId: string,
  tab: string,
  headers: readonly string[],
): (Scalar | undefined)[][] | undefined {
  const book = workspace.sheets.book(spreadsheetId);
  const sheet = book.record.sheets.find(({ title }) => title === tab);
  if (!sheet) return undefined;
  const rows = book.rows(sheet.sheetId);
  const titles = titlesOf(rows.get(0));
  const columns = headers.map((header) => titles.indexOf(header));
  if (columns.includes(-1)) return undefined;
  const values: (Scalar | undefined)[][] = [];
  for (let row = 1; row < rows.dataRows; row++)
    values.push(columns.map((column) => cellValue(rows.get(row)[column])));
  return values;
}

const titlesOf = (row: Row): string[] => row.map((cell) => String(cellValue(cell) ?? '').trim());
