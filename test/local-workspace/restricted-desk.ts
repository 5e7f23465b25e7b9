// A Workspace with a script of a test's own, bound to one spreadsheet, that makes a second and restricted one.

import {
  createWorkspace,
  type ExecutionRecord,
  type Workspace,
  type WorkspaceOptions,
} from '../../scripts/local-workspace/index.ts';

export const OWNER = 'contact@imstl.org';
export const HANDLER = 'hana@imstl.org';
export const VOLUNTEER = 'vera@imstl.org';
/** What only handlers may read. */
export const SECRET = 'Somebody was shouted at';

const AUTH = 'https://www.googleapis.com/auth/';
export const SCOPES = [
  'spreadsheets',
  'forms',
  'drive.file',
  'script.scriptapp',
  'script.container.ui',
  'userinfo.email',
];

const manifest = (scopes: readonly string[]): string =>
  JSON.stringify({
    timeZone: 'America/Chicago',
    runtimeVersion: 'V8',
    oauthScopes: scopes.map((scope) => AUTH + scope),
    dependencies: {
      enabledAdvancedServices: [
        { userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' },
        { userSymbol: 'Drive', serviceId: 'drive', version: 'v3' },
      ],
    },
  });

export class RestrictedDesk {
  readonly workspace: Workspace;
  readonly registersId: string;
  readonly scriptId: string;

  constructor(options: WorkspaceOptions & { scopes?: readonly string[] } = {}) {
    const { scopes = SCOPES, ...rest } = options;
    this.workspace = createWorkspace({ seed: 3, start: '2026-01-05T09:00:00-06:00', ...rest });
    this.registersId = this.workspace.sheets.create(OWNER, { title: 'Registers' });
    this.workspace.files.update(this.registersId, { editors: [HANDLER, VOLUNTEER] });
    this.scriptId = this.addScript('', scopes);
  }

  addScript(source: string, scopes: readonly string[] = SCOPES): string {
    const container = this.registersId;
    return this.workspace.addProject({ title: 'Desk', container, files: scriptFiles(source, scopes) })
      .scriptId;
  }

  /** Gives the script these functions. */
  push(source: string, scopes: readonly string[] = SCOPES): void {
    this.workspace.projects.push(this.scriptId, scriptFiles(source, scopes));
  }

  /** Runs the body of a function as the script; gives its value, or throws what the script throws. */
  run(body: string, more: { user?: string; scriptId?: string; scopes?: readonly string[] } = {}): unknown {
    const { user = OWNER, scriptId = this.scriptId, scopes } = more;
    this.workspace.projects.push(scriptId, scriptFiles(`function main() { ${body} }`, scopes));
    const { record, result } = this.workspace.run('main', { scriptId, user });
    if (record.error !== undefined) throw new Error(record.error);
    return result;
  }

  get lastRun(): ExecutionRecord {
    return this.workspace.executions().at(-1) as ExecutionRecord;
  }

  /** Makes the restricted spreadsheet as a script does it, with one case, for one handler. */
  makeCases(): string {
    return this.run(`
      const { id } = Drive.Files.create({ name: 'Cases', mimeType: 'application/vnd.google-apps.spreadsheet' }, null, { fields: 'id' });
      Drive.Files.update({ writersCanShare: false, copyRequiresWriterPermission: true }, id);
      Drive.Permissions.create({ type: 'user', role: 'writer', emailAddress: '${HANDLER}' }, id, { sendNotificationEmail: false });
      Sheets.Spreadsheets.batchUpdate({ requests: [
        { updateSheetProperties: { properties: { sheetId: 0, title: 'Open cases' }, fields: 'title' } },
        { appendCells: { sheetId: 0, fields: 'userEnteredValue', rows: [
          { values: ['Case', 'What'].map((stringValue) => ({ userEnteredValue: { stringValue } })) },
          { values: ['C-1', '${SECRET}'].map((stringValue) => ({ userEnteredValue: { stringValue } })) },
        ] } },
      ] }, id);
      PropertiesService.getScriptProperties().setProperty('CASES_ID', id);
      PropertiesService.getScriptProperties().setProperty('REGISTERS_ID', '${this.registersId}');
      return id;`) as string;
  }
}

const scriptFiles = (source: string, scopes: readonly string[] = SCOPES) => [
  { name: 'Code', type: 'SERVER_JS' as const, source },
  { name: 'appsscript', type: 'JSON' as const, source: manifest(scopes) },
];
